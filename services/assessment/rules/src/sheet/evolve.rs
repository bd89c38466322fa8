//! The sheet after a fact, and the clocks that a fact starts and ends.

use jiefen_procedure::ClockEffect;
use jiff::civil::Date;

use super::{APPEALS, DECISION, Fact, RULE, SIGNATURE, Stage, State};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return first(fact) };
    match fact {
        Fact::PeriodFrozen { .. } | Fact::LatenessFound { .. } => {}
        Fact::SheetRecomputed { check } => state.check = Some(check.clone()),
        Fact::FigureCorrected { correction } => state.corrections.push(correction.clone()),
        Fact::AppealMade { appeal, .. } => state.appeals.push(appeal.clone()),
        Fact::AppealDecided { no, decision } => {
            let place = usize::try_from(*no).ok().and_then(|no| no.checked_sub(1));
            if let Some(appeal) = place.and_then(|place| state.appeals.get_mut(place)) {
                appeal.decision = Some(decision.clone());
            }
        }
        Fact::AppealsClosed { .. } => state.stage = Stage::Closed,
        Fact::SheetSigned { by, on } => {
            state.stage = Stage::Signed { by: by.clone(), on: *on };
        }
    }
    Some(state)
}

fn first(fact: &Fact) -> Option<State> {
    if let Fact::PeriodFrozen { unit, period, cut_off, inputs, figures, by, on } = fact {
        return Some(State {
            unit: *unit,
            period: *period,
            cut_off: *cut_off,
            inputs: inputs.clone(),
            figures: figures.clone(),
            corrections: Vec::new(),
            appeals: Vec::new(),
            check: None,
            frozen_by: by.clone(),
            frozen_on: *on,
            stage: Stage::Frozen,
        });
    }
    None
}

pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let start = |key: String, from: Date| ClockEffect::Start { key, rule: RULE.to_owned(), from };
    let met = |key: String| ClockEffect::Met { key };
    match fact {
        Fact::PeriodFrozen { on, .. } => vec![start(APPEALS.to_owned(), *on)],
        Fact::AppealMade { no, appeal } => vec![start(format!("{DECISION}:{no}"), appeal.on)],
        Fact::AppealDecided { no, .. } => vec![met(format!("{DECISION}:{no}"))],
        // Only the clock itself closes the window, so there is nothing left of it to end.
        Fact::AppealsClosed { on } => vec![start(SIGNATURE.to_owned(), *on)],
        Fact::SheetSigned { .. } => vec![met(SIGNATURE.to_owned())],
        // A late duty stays a duty: its clock begins again until it is done.
        Fact::LatenessFound { clock, on } => vec![start(clock.clone(), *on)],
        Fact::SheetRecomputed { .. } | Fact::FigureCorrected { .. } => Vec::new(),
    }
}
