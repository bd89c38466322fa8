//! From the application to its acceptance: LMAL 27 to 30, 41.

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiefen_vocab::DisputeKind;
use jiff::civil::Date;

use super::decide::{Answer, closed, dated, last_day};
use super::fact::Fact;
use super::payload::{Against, Apply, Refuse, Represent, Sue, Withdraw};
use super::refusal::Refusal;
use super::state::{Ending, State};

/// Ten workers with a common claim make a collective case (LMAL 7).
const COLLECTIVE_MIN: u32 = 10;
/// Three to five representatives (case rules 64).
const REPRESENTATIVES: std::ops::RangeInclusive<usize> = 3..=5;

pub(super) fn apply(apply: &Apply, ctx: &Circumstances<'_>) -> Answer {
    dated(apply.on, apply.brief.received_on.min(apply.on), ctx)?;
    if apply.brief.kind != DisputeKind::Labour {
        return Err(Refusal::NotLabour);
    }
    let parties: BTreeSet<u32> = apply.brief.parties.iter().map(|party| party.no).collect();
    let workers: BTreeSet<u32> = apply.workers.iter().copied().collect();
    let employers: BTreeSet<u32> = apply.employers.iter().copied().collect();
    let sides = !workers.is_empty() && !employers.is_empty() && workers.is_disjoint(&employers);
    let known = workers.is_subset(&parties) && employers.is_subset(&parties);
    if !sides || !known || apply.claims.iter().any(|claim| !workers.contains(&claim.worker)) {
        return Err(Refusal::WrongSides);
    }
    let many = u32::try_from(workers.len()).unwrap_or(u32::MAX).max(apply.brief.people);
    Ok(vec![Fact::Applied {
        on: apply.on,
        brief: Box::new(apply.brief.clone()),
        number: apply.number.clone(),
        workers: workers.into_iter().collect(),
        employers: employers.into_iter().collect(),
        claims: apply.claims.clone(),
        collective: apply.common_claim && many >= COLLECTIVE_MIN,
        knew_on: apply.knew_on,
        employment_ended_on: apply.employment_ended_on,
    }])
}

pub(super) fn accept(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(on, state.applied_on, ctx)?;
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
    let ours = chosen.iter().all(|party| state.workers.contains(party));
    if !REPRESENTATIVES.contains(&chosen.len()) || !ours {
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
        facts.push(closed(state, withdraw.on, how));
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
        closed(state, sue.on, Ending::InCourt),
    ])
}
