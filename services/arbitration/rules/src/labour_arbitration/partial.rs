//! A partial award 先行裁决 (LMAL 43; case rules 49): on a part whose facts are clear already, while the rest is
//! heard on. Each paper has the remedies of its kind, and they run beside the hearing.

use jiefen_procedure::Circumstances;

use super::award::{self, sheets};
use super::codes::{ClaimKind, Paper};
use super::decide::{Answer, dated};
use super::fact::Fact;
use super::payload::MakeAward;
use super::refusal::Refusal;
use super::state::State;
use super::trial::{award_due, under};

/// The claims that a partial award has decided.
pub(super) fn decided(state: &State) -> Vec<(u32, ClaimKind)> {
    let sheets = state.parts.iter().flat_map(|parts| &parts.sheets);
    sheets.flat_map(|sheet| sheet.items.iter().map(|item| (item.worker, item.kind))).collect()
}

/// Something must be left: an award on everything is the award. Of the papers of one kind only one is open at
/// a time, so that each party has one limit to watch.
pub(super) fn make(state: &State, make: &MakeAward, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(make.on, hearing.accepted_on, ctx)?;
    award::ready(hearing, make)?;
    award::checked(state, make, ctx)?;
    if make.items.is_empty() || !make.items.iter().all(|item| award::ours(state, item)) {
        return Err(Refusal::ItemsDoNotFit);
    }
    let done = decided(state);
    let left = |worker: u32, kind| {
        let here = make.items.iter().any(|item| (item.worker, item.kind) == (worker, kind));
        state.remaining.contains(&worker) && !here && !done.contains(&(worker, kind))
    };
    if !state.claims.iter().any(|claim| left(claim.worker, claim.kind)) {
        return Err(Refusal::NothingLeft);
    }
    let due = award_due(state, ctx)?;
    if make.on > due && !matches!(state.stage, super::Stage::Overdue { .. }) {
        return Err(Refusal::TermOver(due));
    }
    let made = sheets(make, Paper::PartFinal, Paper::PartNonFinal);
    let open = |paper| {
        let earlier = state.parts.iter().flat_map(|parts| &parts.sheets);
        let mut same = earlier.filter(move |sheet| sheet.paper == paper);
        same.any(|sheet| sheet.lines.iter().any(|line| !sheet.is_settled(line, &state.employers)))
    };
    if made.iter().any(|sheet| open(sheet.paper)) {
        return Err(Refusal::PartOpen);
    }
    let minimum_wage = make.minimum_wage.clone();
    Ok(vec![Fact::PartAwarded { on: make.on, sheets: made, minimum_wage }])
}
