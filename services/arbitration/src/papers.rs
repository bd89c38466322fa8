//! What goes along with a result: its force and the remedy against it, never what was said on the way.

use jiefen_arbitration_rules::labour_arbitration::{Ended, Ending, Stage, State};
use jiefen_procedure::Papers;

/// The papers of an ended case; none while it is open.
pub fn papers(state: &State) -> Option<Papers> {
    let Stage::Ended(Ended { how, awards, on, .. }) = &state.stage else { return None };
    let (effect, remedy) = match how {
        // Nothing was decided; whoever was refused may sue (LMAL 29).
        Ending::Refused(_) => (None, Some("T-H-06")),
        Ending::NotApplied | Ending::HandedOn | Ending::Withdrawn | Ending::InCourt => (None, None),
        // A settlement out of the tribunal is a contract (LMAL 41), a statement can be enforced (LMAL 42).
        Ending::Settled if state.settled.is_empty() => (Some("contract"), None),
        Ending::Settled => (Some("statement"), None),
        Ending::Concluded => {
            let stands = awards.iter().flat_map(|awards| &awards.sheets);
            let effective = stands.flat_map(|sheet| sheet.effective(&state.employers)).count() > 0;
            (effective.then_some("decision"), None)
        }
    };
    Some(Papers {
        effect: effect.map(str::to_owned),
        remedy: remedy.map(str::to_owned),
        on: Some(*on),
        ..Papers::default()
    })
}
