//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiefen_procedure::Brief;
use jiefen_procedure::term::Term;
use jiefen_vocab::{Agency, Region};

use super::decide::LENGTH;
use super::{Ending, Fact, Stage, State, Unit};
use crate::talks::{Moved, Talks};

fn unit((agency, county): (Agency, Region)) -> Unit {
    Unit { agency, county, person: None, declined: false, acknowledged: false }
}

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Called { .. } => {}
        Fact::UnitCalled { unit: agency, county, .. } => {
            state.units.push(unit((*agency, *county)));
        }
        Fact::Joined { unit, person, .. } => {
            state.with_unit(*unit, |one| one.person = Some(person.clone()));
        }
        Fact::UnitDeclined { unit, .. } => state.with_unit(*unit, |one| one.declined = true),
        Fact::Begun { mediator, on } => {
            state.talks.mediator = Some(mediator.clone());
            state.talks.term = Some(Term::new(LENGTH, *on));
            state.stage = Stage::Mediating;
        }
        Fact::TaskGiven { task, .. } => state.tasks.push(task.clone()),
        Fact::TaskDone { no, on } => {
            let mut tasks = state.tasks.iter_mut().filter(|task| task.no == *no);
            tasks.by_ref().for_each(|task| task.done_on = Some(*on));
        }
        Fact::Talks { what } => {
            state.talks.apply(what);
            if let Moved::InForce { draft, effective_on } = what {
                let (ending, on) = (Ending::Agreed, *effective_on);
                state.stage = Stage::Mirroring { ending, on, draft: Some(draft.clone()) };
            }
        }
        Fact::Watched { watches, .. } => state.watches = watches.clone(),
        Fact::Resulted { ending, on, units, .. } => {
            state.talks.text = None;
            let draft = state.agreed();
            let (ending, on) = (*ending, *on);
            state.stage = if *units == 0 {
                Stage::Ended { ending, on, draft }
            } else {
                Stage::Mirroring { ending, on, draft }
            };
        }
        Fact::Acknowledged { unit, .. } => state.with_unit(*unit, |one| one.acknowledged = true),
        Fact::Closed { .. } => {
            let draft = state.agreed();
            if let Stage::Mirroring { ending, on, .. } = state.stage {
                state.stage = Stage::Ended { ending, on, draft };
            }
        }
    }
    Some(state)
}

impl State {
    fn with_unit(&mut self, agency: Agency, change: impl FnOnce(&mut Unit)) {
        if let Some(unit) = self.units.iter_mut().find(|unit| unit.agency == agency) {
            change(unit);
        }
    }

    fn agreed(&self) -> Option<crate::agreement::Draft> {
        match &self.stage {
            Stage::Called | Stage::Mediating => None,
            Stage::Mirroring { draft, .. } | Stage::Ended { draft, .. } => draft.clone(),
        }
    }
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Called { brief, host, lawful, units, on } = fact else { return None };
    Some(State {
        talks: Talks::new(&Brief::clone(brief), *on),
        host: *host,
        lawful: *lawful,
        units: units.iter().copied().map(unit).collect(),
        tasks: Vec::new(),
        watches: Vec::new(),
        stage: Stage::Called,
    })
}
