//! The entry after a fact, and the clock that a fact starts.

use jiefen_procedure::ClockEffect;
use jiefen_vocab::Moment;
use jiff::civil::Date;

use super::{Fact, REVIEW, REVIEW_RULE, Stage, State};
use jiefen_county::{Key, Node, NodeKey, Tree};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return first(fact) };
    match fact {
        Fact::UnitAdded { .. } => {}
        Fact::UnitAmended { profile, on } => {
            state.profile = profile.clone();
            changed(&mut state, *on);
        }
        Fact::UnitMoved { tree, superior, on, .. } => {
            match tree {
                Tree::Territorial => state.territorial = *superior,
                Tree::Authority => state.authority = *superior,
            }
            changed(&mut state, *on);
        }
        Fact::NodeAdmitted { key, endpoints, on, at } => {
            let keys = state.node().map(|node| node.keys.clone()).unwrap_or_default();
            let mut node = Node { keys, endpoints: endpoints.clone(), since: *on };
            add_key(&mut node, key, *at);
            state.stage = Stage::Admitted { node };
            changed(&mut state, *on);
        }
        Fact::KeyRotated { key, effective, on } => {
            if let Stage::Admitted { node } = &mut state.stage {
                add_key(node, key, *effective);
                changed(&mut state, *on);
            }
        }
        Fact::NodeSuspended { reason, on, at } => {
            if let Stage::Admitted { node } = &state.stage {
                let mut node = node.clone();
                end_keys(&mut node, *at);
                state.stage = Stage::Suspended { node, reason: reason.clone(), since: *on };
                changed(&mut state, *on);
            }
        }
        Fact::UnitClosed { successor, on, at, .. } => {
            let mut node = state.node().cloned();
            if let Some(node) = &mut node {
                end_keys(node, *at);
            }
            state.stage = Stage::Closed { on: *on, successor: *successor, node };
            changed(&mut state, *on);
        }
        Fact::UnitConfirmed { on } => {
            state.review_due = false;
            state.changed_on = *on;
        }
        Fact::ReviewFellDue { .. } => state.review_due = true,
    }
    Some(state)
}

fn first(fact: &Fact) -> Option<State> {
    if let Fact::UnitAdded { agency, profile, territorial, authority, on } = fact {
        return Some(State::added(*agency, profile.clone(), *territorial, *authority, *on));
    }
    None
}

fn changed(state: &mut State, on: Date) {
    state.version = state.version.saturating_add(1);
    state.changed_on = on;
}

/// The keys before end when the next begins; one that was to begin later never begins.
fn add_key(node: &mut Node, key: &NodeKey, from: Moment) {
    end_keys(node, from);
    node.keys.push(Key { key: key.clone(), from, to: None });
}

fn end_keys(node: &mut Node, at: Moment) {
    for key in &mut node.keys {
        if key.to.is_none_or(|to| at < to) {
            key.to = Some(at.max(key.from));
        }
    }
}

pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let key = REVIEW.to_owned();
    let start = |from: Date| ClockEffect::Start {
        key: REVIEW.to_owned(),
        rule: REVIEW_RULE.to_owned(),
        from,
    };
    match fact {
        Fact::UnitAdded { on, .. } | Fact::ReviewFellDue { on } => vec![start(*on)],
        Fact::UnitConfirmed { on } => vec![ClockEffect::Met { key }, start(*on)],
        Fact::UnitClosed { .. } => vec![ClockEffect::Cancel { key }],
        Fact::UnitAmended { .. }
        | Fact::UnitMoved { .. }
        | Fact::NodeAdmitted { .. }
        | Fact::KeyRotated { .. }
        | Fact::NodeSuspended { .. } => Vec::new(),
    }
}
