//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiefen_procedure::Brief;

use super::{Fact, Order, Reconsideration, Stage, State};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Applied { .. } | Fact::TimesClosed { .. } => {}
        Fact::Accepted { judge, at, .. } => {
            state.judge = Some(judge.clone());
            state.accepted_at = Some(*at);
            state.stage = Stage::Accepted;
        }
        Fact::MarkedUrgent { .. } => state.urgent = true,
        Fact::Granted { measures, months, at } => {
            let order = Order {
                measures: measures.clone(),
                from: at.date(),
                months: *months,
                made_on: at.date(),
                served: BTreeSet::new(),
            };
            let review = Reconsideration::Open { since: at.date() };
            state.stage = Stage::InForce { order, review };
        }
        Fact::Rejected { on } => {
            state.stage = Stage::Rejected { review: Reconsideration::Open { since: *on } };
        }
        Fact::BreachFound { .. } => state.breaches = state.breaches.saturating_add(1),
        Fact::Reopened { at, .. } => {
            state.accepted_at = Some(*at);
            state.stage = Stage::Accepted;
        }
        Fact::Concluded { ending, on } => state.stage = Stage::Ended { ending: *ending, on: *on },
        Fact::Served { to, .. } => order(&mut state, |order| {
            order.served.insert(*to);
        }),
        Fact::Extended { from, months, .. } => order(&mut state, |order| {
            order.from = *from;
            order.months = *months;
            order.served.clear();
        }),
        Fact::Varied { measures, .. } => order(&mut state, |order| {
            order.measures.clone_from(measures);
            order.served.clear();
        }),
        Fact::ReconsiderationAsked { on, .. } => {
            review(&mut state, Reconsideration::Asked { on: *on })
        }
        Fact::ReconsiderationOver { .. } => review(&mut state, Reconsideration::Over),
    }
    Some(state)
}

fn order(state: &mut State, change: impl FnOnce(&mut Order)) {
    if let Stage::InForce { order, .. } = &mut state.stage {
        change(order);
    }
}

fn review(state: &mut State, to: Reconsideration) {
    match &mut state.stage {
        Stage::InForce { review, .. } | Stage::Rejected { review } => *review = to,
        Stage::Applied | Stage::Accepted | Stage::Ended { .. } => {}
    }
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Applied { brief, application, urgent, at } = fact else { return None };
    Some(State {
        brief: Arc::new(Brief::clone(brief)),
        application: Arc::new((**application).clone()),
        applied_at: *at,
        accepted_at: None,
        urgent: *urgent,
        judge: None,
        breaches: 0,
        stage: Stage::Applied,
    })
}
