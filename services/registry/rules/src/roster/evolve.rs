//! The entry after a fact, and the clock that a fact starts.

use jiefen_procedure::ClockEffect;
use jiff::civil::Date;

use super::{CHECK, CHECK_RULE, Fact, Stage, State};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return first(fact) };
    match fact {
        Fact::PersonAdded { .. } => {}
        Fact::PersonAmended { card, on } => {
            state.card = card.as_ref().clone();
            changed(&mut state, *on);
        }
        Fact::PersonConfirmed { on } => {
            state.check_due = false;
            state.changed_on = *on;
        }
        Fact::PersonTakenOff { ground, note, on } => {
            state.stage = Stage::Off { ground: *ground, note: note.clone(), on: *on };
            changed(&mut state, *on);
        }
        Fact::CheckFellDue { .. } => state.check_due = true,
    }
    Some(state)
}

fn first(fact: &Fact) -> Option<State> {
    let Fact::PersonAdded { unit, unit_kind, card, on } = fact else { return None };
    Some(State {
        unit: *unit,
        unit_kind: *unit_kind,
        card: card.as_ref().clone(),
        stage: Stage::Listed,
        version: 1,
        changed_on: *on,
        check_due: false,
    })
}

fn changed(state: &mut State, on: Date) {
    state.version = state.version.saturating_add(1);
    state.changed_on = on;
    state.check_due = false;
}

pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let key = || CHECK.to_owned();
    let start = |from: Date| ClockEffect::Start { key: key(), rule: CHECK_RULE.to_owned(), from };
    match fact {
        Fact::PersonAdded { on, .. } | Fact::CheckFellDue { on } => vec![start(*on)],
        // Whoever writes an entry anew has looked at it.
        Fact::PersonAmended { on, .. } | Fact::PersonConfirmed { on } => {
            vec![ClockEffect::Met { key: key() }, start(*on)]
        }
        Fact::PersonTakenOff { .. } => vec![ClockEffect::Cancel { key: key() }],
    }
}
