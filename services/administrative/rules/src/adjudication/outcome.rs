//! Agreement, proposal, decision, its service and its remedies.

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::happened;
use jiefen_vocab::PartyRole;
use jiff::civil::Date;

use super::decide::{Answer, dated};
use super::evolve::evolve;
use super::{Ending, Fact, Finding, Mediation, Refusal, Remedy, Stage, State, rows};
use jiefen_procedure::words::must;

/// The rule of the reconsideration that each party may ask for.
pub(super) const REVIEW: &str = "T-K-01";

pub(super) fn closed(state: &State, how: Ending, on: Date) -> Fact {
    let (matter, parties) = (state.matter, state.parties());
    Fact::Closed { how, matter, competent: None, parties, on }
}

/// Signed by all; on title also sealed, and then the ground for an entry in the register.
pub(super) fn agreement(
    state: &State,
    signed: &[u32],
    sealed: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(state, on, ctx)?;
    if let Some(no) = state.parties().into_iter().find(|no| !signed.contains(no)) {
        return Err(rows::SIGNATURE_MISSING.with(no).into());
    }
    must(sealed || !state.matter.is_title(), rows::SEAL_MISSING)?;
    Ok(vec![closed(state, Ending::Mediated, on)])
}

/// Every respondent has the copy and has answered or been silent to the end; title: mediation was tried.
fn ripe(state: &State) -> Result<(), Refusal> {
    for no in state.of(PartyRole::Respondent) {
        let copy = state.copies.iter().find(|copy| copy.party == no);
        let copy = copy.ok_or(rows::COPY_MISSING.with(no))?;
        must(copy.done, rows::DEFENCE_PENDING.with(no))?;
    }
    let stands = state.term.as_ref().is_some_and(jiefen_procedure::term::Term::stands_still);
    must(!stands, rows::TERM_STANDS)?;
    let first = state.matter.mediation() == Mediation::First;
    must(!first || state.mediation_tried, rows::MEDIATION_FIRST)
}

pub(super) fn propose(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(state, on, ctx)?;
    must(state.matter.is_title(), rows::NO_PROPOSAL)?;
    ripe(state)?;
    Ok(vec![Fact::Proposed { on }])
}

pub(super) fn decide(
    state: &State,
    finding: Finding,
    damages: bool,
    review_first: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(state, on, ctx)?;
    let proposed = matches!(state.stage, Stage::Proposed { .. });
    must(proposed || !state.matter.is_title(), rows::PROPOSAL_FIRST)?;
    must(!damages, rows::DAMAGES_NOT_DECIDED)?;
    ripe(state)?;
    let review_first = review_first && state.matter.is_title();
    Ok(vec![Fact::Decided { matter: state.matter, finding, review_first, on }])
}

/// What a decided case knows of its remedies.
fn decided(state: &State) -> Result<(Date, bool, &[Remedy]), Refusal> {
    match &state.stage {
        Stage::Decided { on, review_first, remedies } => Ok((*on, *review_first, remedies)),
        Stage::Received
        | Stage::Correcting { .. }
        | Stage::Investigating
        | Stage::Mediating { .. }
        | Stage::Proposed { .. }
        | Stage::Ended { .. } => Err(rows::NOT_SERVED.into()),
    }
}

/// Each party's own receipt starts its own suit and reconsideration.
pub(super) fn serve(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let (_, review_first, remedies) = decided(state)?;
    dated(state, on, ctx)?;
    let parties = state.parties();
    must(parties.contains(&party), rows::NO_SUCH_PARTY.with(party))?;
    must(remedies.iter().all(|remedy| remedy.party != party), rows::ALREADY_DONE)?;
    let rule = state.matter.suit_rule();
    ctx.last_day(rule, on)?;
    Ok(vec![Fact::Served {
        party,
        body: state.body,
        suit: (!review_first).then(|| rule.to_owned()),
        review: REVIEW.to_owned(),
        all: remedies.len() + 1 >= parties.len(),
        on,
    }])
}

fn remedy(state: &State, party: u32) -> Result<Remedy, Refusal> {
    let (_, _, remedies) = decided(state)?;
    let found = remedies.iter().find(|remedy| remedy.party == party);
    found.copied().ok_or_else(|| rows::NOT_SERVED.into())
}

/// Within its own time, from its own receipt.
fn in_time(rule: &str, since: Date, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    happened(on, since, ctx.today())?;
    let last = ctx.last_day(rule, since)?;
    must(on <= last, rows::RIGHT_LOST.with(last))
}

pub(super) fn sue(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let (_, review_first, _) = decided(state)?;
    let remedy = remedy(state, party)?;
    must(!review_first, rows::REVIEW_FIRST)?;
    in_time(state.matter.suit_rule(), remedy.on, on, ctx)?;
    Ok(vec![closed(state, Ending::InCourt, on)])
}

pub(super) fn ask_review(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    in_time(REVIEW, remedy(state, party)?.on, on, ctx)?;
    Ok(vec![closed(state, Ending::InReview, on)])
}

/// A right has passed unused; with the last one of the last party the decision stands.
pub(super) fn lapse(state: &State, party: u32, suit: bool, ctx: &Circumstances<'_>) -> Answer {
    let remedy = remedy(state, party)?;
    must(if suit { remedy.suit } else { remedy.review }, rows::ALREADY_DONE)?;
    let last = ctx.last_day(if suit { state.matter.suit_rule() } else { REVIEW }, remedy.on)?;
    must(ctx.today() > last, rows::TERM_RUNS.with(last))?;
    let fact = if suit {
        Fact::SuitLapsed { party, on: last }
    } else {
        Fact::ReviewLapsed { party, on: last }
    };
    let after = evolve(Some(state.clone()), &fact);
    let over = after.is_some_and(|after| match &after.stage {
        Stage::Decided { remedies, .. } => {
            let used_up = remedies.iter().all(|remedy| !remedy.suit && !remedy.review);
            used_up && remedies.len() >= state.brief.parties.len()
        }
        Stage::Received
        | Stage::Correcting { .. }
        | Stage::Investigating
        | Stage::Mediating { .. }
        | Stage::Proposed { .. }
        | Stage::Ended { .. } => false,
    });
    let mut facts = vec![fact];
    facts.extend(over.then(|| closed(state, Ending::Effective, last)));
    Ok(facts)
}

/// All applicants take it back, before the decision.
pub(super) fn withdraw(
    state: &State,
    parties: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(state, on, ctx)?;
    let applicants = state.of(PartyRole::Applicant);
    if let Some(no) = applicants.into_iter().find(|no| !parties.contains(no)) {
        return Err(rows::NOT_APPLICANT.with(no).into());
    }
    Ok(vec![closed(state, Ending::Withdrawn, on)])
}
