//! From the application to its acceptance: LMAL 27 to 30, 41.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::{Present, may_start};
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::TrackKind;
use jiff::civil::Date;

use super::collective;
use super::decide::{Answer, closed, dated, last_day};
use super::fact::Fact;
use super::payload::{Against, Apply, Refuse, Represent, Sue, TakeOver, Withdraw};
use super::refusal::Refusal;
use super::state::{Ending, Stage, State};

/// A dispute that was handed over is here whatever it is about: whether it belongs here is decided on the
/// application, and until then it has a holder, a next step and a clock.
pub(super) fn take_over(take: &TakeOver, ctx: &Circumstances<'_>) -> Answer {
    dated(take.on, take.on, ctx)?;
    Ok(vec![Fact::TakenOver {
        on: take.on,
        brief: Box::new(take.brief.clone()),
        number: take.number.clone(),
        person: take.person.clone(),
    }])
}

/// Again and again until there is an application: each contact starts the waiting anew.
pub(super) fn contact(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let Stage::Received { since, contacted_on } = state.stage else {
        return Err(Refusal::NotNow(state.code()));
    };
    dated(on, contacted_on.unwrap_or(since), ctx)?;
    Ok(vec![Fact::Contacted { on }])
}

/// Nobody is made to apply (LMAL 5).
pub(super) fn forgo(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(on, state.applied_on, ctx)?;
    Ok(vec![closed(state, on, Ending::NotApplied)])
}

/// Another agency is responsible now; the case here ends with it.
pub(super) fn hand_on(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(on, on, ctx)?;
    Ok(vec![closed(state, on, Ending::HandedOn)])
}

/// The dispute as the applicant tells it, or as it was handed over. The first inquiry stays the earlier
/// one: it interrupts limitation (T-A-06).
fn brief_of(state: Option<&State>, told: Option<&Brief>) -> Result<Brief, Refusal> {
    match (state.map(|state| &state.brief), told) {
        (None, None) => Err(Refusal::BriefMissing),
        (None, Some(brief)) | (Some(brief), None) => Ok(brief.clone()),
        (Some(came), Some(told)) if came.dispute != told.dispute => Err(Refusal::OtherDispute),
        (Some(came), Some(told)) => {
            Ok(Brief { received_on: told.received_on.min(came.received_on), ..told.clone() })
        }
    }
}

pub(super) fn apply(state: Option<&State>, apply: &Apply, ctx: &Circumstances<'_>) -> Answer {
    dated(apply.on, apply.on, ctx)?;
    let brief = brief_of(state, apply.brief.as_ref())?;
    may_start(&Present::of(brief.kind), TrackKind::LabourArbitration)?;
    let parties: BTreeSet<u32> = brief.parties.iter().map(|party| party.no).collect();
    let workers: BTreeSet<u32> = apply.workers.iter().copied().collect();
    let employers: BTreeSet<u32> = apply.employers.iter().copied().collect();
    let sides = !workers.is_empty() && !employers.is_empty() && workers.is_disjoint(&employers);
    let known = workers.is_subset(&parties) && employers.is_subset(&parties);
    if !sides || !known || apply.claims.iter().any(|claim| !workers.contains(&claim.worker)) {
        return Err(Refusal::WrongSides);
    }
    let collective = collective::is_collective(apply.common_claim, workers.len(), brief.people);
    Ok(vec![Fact::Applied {
        on: apply.on,
        brief: Box::new(brief),
        number: apply.number.clone(),
        workers: workers.into_iter().collect(),
        employers: employers.into_iter().collect(),
        claims: apply.claims.clone(),
        collective,
        knew_on: apply.knew_on,
        employment_ended_on: apply.employment_ended_on,
    }])
}

pub(super) fn accept(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(on, state.applied_on, ctx)?;
    may_start(&Present::of_brief(&state.brief), TrackKind::LabourArbitration)?;
    Ok(vec![Fact::Accepted { on, collective: state.collective }])
}

pub(super) fn refuse(state: &State, refuse: &Refuse, ctx: &Circumstances<'_>) -> Answer {
    dated(refuse.on, state.applied_on, ctx)?;
    Ok(vec![closed(state, refuse.on, Ending::Refused(refuse.ground))])
}

/// The five days are over: the applicant may sue (LMAL 29).
pub(super) fn lapse(state: &State, ctx: &Circumstances<'_>) -> Answer {
    let last = last_day(ctx, "T-H-06", state.applied_on)?;
    if ctx.today() <= last {
        return Err(Refusal::NotYetExpired(last));
    }
    Ok(vec![Fact::AcceptanceLapsed { on: last, applicants: state.applicants() }])
}

pub(super) fn represent(state: &State, represent: &Represent, ctx: &Circumstances<'_>) -> Answer {
    dated(represent.on, state.applied_on, ctx)?;
    if !state.collective {
        return Err(Refusal::NotCollective);
    }
    let chosen: BTreeSet<u32> = represent.representatives.iter().copied().collect();
    if !collective::may_represent(state, &chosen) {
        return Err(Refusal::WrongRepresentatives);
    }
    Ok(vec![Fact::Represented { on: represent.on, representatives: chosen.into_iter().collect() }])
}

/// Each applicant withdraws for himself; a representative cannot do it for others.
pub(super) fn withdraw(
    state: &State,
    withdraw: &Withdraw,
    floor: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(withdraw.on, floor, ctx)?;
    let applicants = state.applicants();
    if let Some(stranger) = withdraw.applicants.iter().find(|party| !applicants.contains(party)) {
        return Err(Refusal::WrongParty(*stranger));
    }
    let workers = given_up(state, &withdraw.applicants);
    if workers.is_empty() {
        return Err(Refusal::AlreadyDone);
    }
    let over = workers.len() == state.remaining.len();
    let mut facts = vec![Fact::Withdrawn {
        on: withdraw.on,
        applicants: withdraw.applicants.clone(),
        workers,
        settled: withdraw.settled,
    }];
    if over {
        let how = if withdraw.settled { Ending::Settled } else { Ending::Withdrawn };
        facts.push(super::decide::over(state, withdraw.on, how));
    }
    Ok(facts)
}

/// The workers whose claims fall away when these applicants leave: their own, or, when an employer
/// applied, all.
pub(super) fn given_up(state: &State, applicants: &[u32]) -> Vec<u32> {
    if applicants.iter().any(|party| state.employers.contains(party)) {
        return state.remaining.clone();
    }
    state.remaining.iter().copied().filter(|worker| applicants.contains(worker)).collect()
}

/// The commission was silent or slow, and the court has taken the suit (LMAL 29, 43).
pub(super) fn sue_on_silence(
    state: &State,
    sue: &Sue,
    may: &[u32],
    since: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(sue.on, since.tomorrow().unwrap_or(since), ctx)?;
    if sue.against != Against::Silence {
        return Err(Refusal::NoSuchPaper);
    }
    if !may.contains(&sue.party) {
        return Err(Refusal::WrongParty(sue.party));
    }
    Ok(vec![
        Fact::SuedOnSilence { party: sue.party, on: sue.on },
        super::decide::over(state, sue.on, Ending::InCourt),
    ])
}
