//! The umbrella after a fact. Total: a fact that cannot follow leaves the umbrella as it is.

mod change;
mod early;
mod late;

use std::collections::{BTreeMap, BTreeSet};

use jiefen_procedure::ClockEffect;

use super::arrive::taken_content;
use super::clocks;
use super::fact::Fact;
use super::notices;
use super::parts::{Contact, FirstInquiry, NoticeDue, Risk, Taken};
use super::state::{Stage, State};
use crate::content::Door;
use crate::receipt::Receipt;

/// Folds a fact into the umbrella.
pub fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let mut next = match (state, fact) {
        (None, Fact::Detected(contact)) => begun(contact, Stage::Detected),
        (None, Fact::InquiryRecorded(contact)) => begun(contact, Stage::Received),
        (None, Fact::TakenOver(taken)) => taken_over(taken),
        (None, _) => return None,
        (Some(state), fact) => after(state, fact),
    };
    keep_clocks(&mut next, fact);
    keep_notices(&mut next, fact);
    Some(next)
}

fn keep_clocks(state: &mut State, fact: &Fact) {
    for effect in clocks::clocks(fact) {
        match effect {
            ClockEffect::Start { key, .. } | ClockEffect::StartAt { key, .. } => {
                state.running.insert(key);
            }
            ClockEffect::Met { key } => {
                state.running.remove(&key);
                // Only performance stops the climb (§8).
                state.ladder.remove(&key);
            }
            ClockEffect::Cancel { key } => {
                state.running.remove(&key);
            }
            ClockEffect::Extend { .. } | ClockEffect::Stop { .. } | ClockEffect::Resume { .. } => {}
        }
    }
}

fn keep_notices(state: &mut State, fact: &Fact) {
    for notice in notices::notices(fact) {
        let no = change::count(state.notices.len());
        let to: BTreeSet<u32> = if notice.to.is_empty() {
            state.content.parties.iter().map(|party| party.no).collect()
        } else {
            notice.to.into_iter().collect()
        };
        let due = NoticeDue { no, form: notice.form, to, rule: notice.rule, served: Vec::new() };
        state.notices.push(due);
    }
}

fn begun(contact: &Contact, stage: Stage) -> State {
    let door = &contact.door;
    let inquiry = FirstInquiry { unit: contact.by.unit, on: door.on, released_on: None };
    State {
        dispute: contact.dispute,
        receipt: contact.receipt,
        home: contact.by.unit,
        doors: vec![door.clone()],
        content: contact.content.clone(),
        responsible: contact.by.clone(),
        first_inquiry: inquiry.clone(),
        own_inquiry: inquiry,
        interrupted_on: door.on,
        tracks: Vec::new(),
        notices: Vec::new(),
        obligations: Vec::new(),
        effect: None,
        routes: Vec::new(),
        route: None,
        designation: None,
        objected: false,
        declines: 0,
        returned: false,
        taken_from: None,
        participants: BTreeSet::new(),
        linked: BTreeSet::new(),
        absorbed: Vec::new(),
        representatives: BTreeSet::new(),
        advice: None,
        withdrawn: BTreeSet::new(),
        risk: Risk::Normal,
        ladder: BTreeMap::new(),
        running: BTreeSet::new(),
        episodes: Vec::new(),
        above: Vec::new(),
        origin: None,
        latest_on: door.on,
        stage,
    }
}

fn taken_over(taken: &Taken) -> State {
    let brief = &taken.brief;
    let content = taken_content(brief, &taken.other_places);
    let door = Door {
        no: 1,
        channel: brief.channel,
        number: None,
        unit: taken.first_inquiry.unit,
        on: brief.received_on,
        answered_on: None,
    };
    let contact = Contact {
        dispute: brief.dispute,
        receipt: Receipt::of(brief.dispute),
        by: taken.by.clone(),
        door,
        content,
    };
    let mut state = begun(&contact, Stage::Triage);
    state.doors = taken.doors.clone();
    state.first_inquiry = taken.first_inquiry.clone();
    state.first_inquiry.released_on.get_or_insert(taken.on);
    state.own_inquiry = state.first_inquiry.clone();
    state.declines = taken.declines;
    state.returned = taken.returned;
    state.risk = taken.risk;
    state.taken_from = Some(taken.from);
    state.participants.insert(taken.from);
    state.latest_on = taken.on;
    state
}

fn after(mut state: State, fact: &Fact) -> State {
    early::arrival(&mut state, fact);
    early::sorting(&mut state, fact);
    early::handing(&mut state, fact);
    late::levels(&mut state, fact);
    late::results(&mut state, fact);
    late::ending(&mut state, fact);
    state
}
