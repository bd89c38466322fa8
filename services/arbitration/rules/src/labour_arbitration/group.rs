//! The section on collective cases, case rules 62 to 67, beyond representation and three arbitrators: disputes
//! over the performance of a collective contract, their tripartite tribunal, and the guidance before the
//! hearing.

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::decide::{Answer, dated};
use super::fact::Fact;
use super::payload::{FormTripartite, Guide};
use super::refusal::Refusal;
use super::state::State;
use super::trial::under;

/// The section applies to the dispute, and its tribunal is tripartite (62, 65).
pub(super) fn mark(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(on, hearing.accepted_on, ctx)?;
    if state.collective_contract || !hearing.tribunal.is_empty() {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Fact::CollectiveContractMarked { on }])
}

/// One from the labour department, one from the union, one from the employers' side (65; LMAL 19).
pub(super) fn form(state: &State, form: &FormTripartite, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(form.on, hearing.accepted_on, ctx)?;
    if !state.collective_contract {
        return Err(Refusal::NotCollectiveContract);
    }
    if !hearing.tribunal.is_empty() {
        return Err(Refusal::AlreadyDone);
    }
    let sides: BTreeSet<_> = form.seats.iter().map(|seat| seat.side).collect();
    let people: BTreeSet<&str> = form.seats.iter().map(|seat| seat.person.trim()).collect();
    if form.seats.len() != 3 || sides.len() != 3 || people.len() != 3 || people.contains("") {
        return Err(Refusal::TripartiteNeeded);
    }
    Ok(vec![Fact::TripartiteFormed { on: form.on, seats: form.seats.clone() }])
}

/// Led to talk, or mediated, before the hearing; third persons may help (66).
pub(super) fn guide(state: &State, guide: &Guide, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(guide.on, hearing.accepted_on, ctx)?;
    if !(state.collective || state.collective_contract) {
        return Err(Refusal::NotCollective);
    }
    if hearing.tribunal.is_empty() {
        return Err(Refusal::NoTribunal);
    }
    if hearing.guided_on.is_some() || hearing.heard_on.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Fact::Guided { on: guide.on, helpers: guide.helpers.clone() }])
}
