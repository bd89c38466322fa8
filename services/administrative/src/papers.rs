//! What goes along with a result: its force, what must be done under it and the remedy against it, never
//! what was said on the way.

use jiefen_administrative_rules::reconsideration::{Decided, Ending, Stage, State, Upshot, key};
use jiefen_procedure::Papers;

/// The rule of a suit over the act itself, which stands when it was never decided on.
const SUIT: &str = "T-K-16";

/// The papers of a case with its result; none while it is examined or reviewed.
pub fn papers(state: &State) -> Option<Papers> {
    match &state.stage {
        Stage::Decided(decided) => Some(made(decided)),
        Stage::Reporting(ended) | Stage::Ended(ended) => {
            Some(Papers { on: Some(ended.on), ..over(ended.how) })
        }
        Stage::Received
        | Stage::Correcting(_)
        | Stage::Reviewing(_)
        | Stage::Suspended { .. }
        | Stage::Mediating { .. } => None,
    }
}

fn made(decided: &Decided) -> Papers {
    let (effect, remedy) = match decided.result {
        // Nothing was decided on the act; the refusal itself is open to suit (行政诉讼法 45).
        Upshot::Refused(_) | Upshot::Dismissed(_) => (None, Some(key::SUIT_RULE)),
        Upshot::Decision(_) => (Some("decision"), Some(key::SUIT_RULE)),
        // A statement binds with signatures and seal (T-K-10).
        Upshot::Mediated => (Some("statement"), None),
    };
    let duty = decided.duty.iter();
    Papers {
        effect: effect.map(str::to_owned),
        obligations: duty.map(|duty| (duty.party, duty.by, duty.amount)).collect(),
        remedy: remedy.map(str::to_owned),
        on: Some(decided.on),
        ..Papers::default()
    }
}

/// A case that ended without a paper, or whose paper was told before.
fn over(how: Ending) -> Papers {
    let (effect, remedy) = match how {
        Ending::Abandoned
        | Ending::Withdrawn
        | Ending::Terminated(_)
        | Ending::SuspensionOver(_) => (None, Some(SUIT)),
        Ending::Concluded => (Some("decision"), None),
        Ending::Mediated => (Some("statement"), None),
        Ending::Settled
        | Ending::NotOpen
        | Ending::InCourt
        | Ending::Performed
        | Ending::Enforced(_) => (None, None),
    };
    Papers {
        effect: effect.map(str::to_owned),
        remedy: remedy.map(str::to_owned),
        ..Papers::default()
    }
}
