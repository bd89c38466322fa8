//! The course of the trial: service, defence, counterclaim, many parties, hearings, time that does not
//! count, a longer limit.

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiefen_vocab::Role;
use jiff::civil::Date;

use super::procedure::{SMALL_CLAIMS_2022, everybody, known, numerous};
use super::{Approver, Ending, Fact, NotCounted, Refusal, State, Track, tell};
use jiefen_procedure::term::happened;

/// Registration of unknown members: at least thirty days of notice (民诉法解释 79).
pub(super) const REGISTRATION: &str = "T-E-12.registration";

fn defendant(state: &State, party: u32) -> Result<(), Refusal> {
    known(state, party)?;
    if state.is_plaintiff(party) { Err(Refusal::NotDefendant(party)) } else { Ok(()) }
}

/// A defendant received the complaint; its own time for the defence runs (T-E-04).
pub(super) fn serve(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    defendant(state, party)?;
    happened(on, state.opening.filed_on, ctx.today())?;
    if !state.unserved().contains(&party) {
        return Err(Refusal::ServedAlready(party));
    }
    let rule = tell::defence_rule(state.track).to_owned();
    Ok(vec![Fact::ComplaintServed { party, rule, last: state.unserved().len() == 1, on }])
}

/// A defence; none does not stop the case (T-E-04).
pub(super) fn defence(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    defendant(state, party)?;
    let receipt = state.complaints.iter().find(|receipt| receipt.party == party);
    let served = receipt.ok_or(Refusal::NotServed(party))?.on;
    happened(on, served, ctx.today())?;
    Ok(vec![Fact::DefenceReceived { party, on }])
}

/// A counterclaim keeps the case out of small claims (民事诉讼法 166) and lets the court judge without an
/// absent plaintiff (146).
pub(super) fn counterclaim(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    defendant(state, party)?;
    happened(on, state.opened_on, ctx.today())?;
    Ok(vec![Fact::CounterclaimFiled { party, on }])
}

/// Two to five of ten or more act for their side (民事诉讼法 56、57; 民诉法解释 75–78).
pub(super) fn representatives(
    state: &State,
    parties: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    if !numerous(&state.opening) {
        return Err(Refusal::NotNumerous);
    }
    let who: BTreeSet<u32> = parties.iter().copied().collect();
    for party in &who {
        known(state, *party)?;
    }
    let plaintiffs = who.iter().filter(|no| state.is_plaintiff(**no)).count();
    if !(2..=5).contains(&who.len()) || (plaintiffs != 0 && plaintiffs != who.len()) {
        return Err(Refusal::TwoToFive);
    }
    Ok(vec![Fact::RepresentativesNamed { parties: who.into_iter().collect(), on }])
}

/// Unknown members are called by public notice; its time does not count (民事诉讼法 57; T-E-12).
pub(super) fn announce(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    if !numerous(&state.opening) {
        return Err(Refusal::NotNumerous);
    }
    if state.term.stands_still() {
        return Err(Refusal::TimeStopped);
    }
    ctx.last_day(REGISTRATION, on)?;
    Ok(vec![Fact::SuitAnnounced { on }])
}

/// Registration closes when the notice has run.
pub(super) fn close_registration(
    state: &State,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let announced = state.announced_on.ok_or(Refusal::NotAnnounced)?;
    let last = ctx.last_day(REGISTRATION, announced)?;
    if ctx.today() <= last {
        return Err(Refusal::NoticeRuns(last));
    }
    Ok(vec![Fact::RegistrationClosed { on: last }])
}

/// Three days' notice in ordinary procedure (T-E-05); simple means in the others (民事诉讼法 162).
pub(super) fn set_hearing(
    state: &State,
    on: Date,
    told_on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(told_on, state.opened_on, ctx.today())?;
    happened(told_on, state.opened_on, on)?;
    let last = ctx.last_day("T-E-05", on)?;
    if state.track == Track::Ordinary && told_on > last {
        return Err(Refusal::HearingNoticeShort(last));
    }
    if let Some(no) = state.unserved().first() {
        return Err(Refusal::NotServed(*no));
    }
    Ok(vec![Fact::HearingSet { on, told_on }])
}

pub(super) fn hold_hearing(
    state: &State,
    on: Date,
    present: &[u32],
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    for party in present {
        known(state, *party)?;
    }
    if state.hearing_on != Some(on) {
        return Err(Refusal::NoHearingSet);
    }
    if state.term.stands_still() {
        return Err(Refusal::TimeStopped);
    }
    Ok(vec![Fact::HearingHeld { on, present: present.to_vec() }])
}

/// No plaintiff came to the hearing, summoned and without good cause: treated as withdrawn; with a
/// counterclaim the court may judge without it instead (民事诉讼法 146).
pub(super) fn absent(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let hearing = state.hearings.last().ok_or(Refusal::NotHeard)?;
    happened(on, hearing.on, ctx.today())?;
    if state.opening.plaintiffs.iter().any(|no| hearing.present.contains(no)) {
        return Err(Refusal::PlaintiffCame);
    }
    if state.counterclaim.is_some() {
        return Err(Refusal::CounterclaimStands);
    }
    Ok(vec![Fact::Ended { ending: Ending::Absent, on }])
}

/// Time on the closed list does not count, and needs proof (T-E-12).
pub(super) fn stop(
    state: &State,
    reason: NotCounted,
    proof: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if state.term.stands_still() {
        return Err(Refusal::TimeStopped);
    }
    let since = state.term.standstills.last().and_then(|still| still.to);
    happened(on, since.unwrap_or(state.term.from), ctx.today())?;
    if proof.trim().is_empty() {
        return Err(Refusal::ProofWanted);
    }
    match state.term.last_day(ctx)? {
        Some(last) if on > last => Err(Refusal::LimitPast(last)),
        Some(_) | None => Ok(vec![Fact::TrialStopped { reason, proof: proof.to_owned(), on }]),
    }
}

/// Time counts again after this day; registration closes by itself.
pub(super) fn resume(
    state: &State,
    to: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let still = state.term.standstills.last().filter(|still| still.to.is_none());
    let Some(still) = still else { return Err(Refusal::TimeRuns) };
    happened(to, still.from, ctx.today())?;
    if let Some(announced) = state.announced_on {
        return Err(Refusal::NoticeRuns(ctx.last_day(REGISTRATION, announced)?));
    }
    Ok(vec![Fact::TrialResumed { to }])
}

/// How many months the president may add: one in the simpler procedures since 2022, three with the
/// parties' consent before; six in ordinary procedure (T-E-08, T-E-10, T-E-11).
fn presidents(state: &State) -> u32 {
    match state.track {
        Track::SmallClaims | Track::Summary if state.opening.filed_on < SMALL_CLAIMS_2022 => 3,
        Track::SmallClaims | Track::Summary => 1,
        Track::Ordinary => 6,
    }
}

/// A longer limit, approved before the present one ends; asked for at least ten days before, else that
/// is a finding (T-A-07). The upper court only after the president's six months.
pub(super) fn extend(
    state: &State,
    months: u32,
    by: Approver,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    let Some(last) = state.term.last_day(ctx)? else { return Err(Refusal::TimeStopped) };
    if on > last {
        return Err(Refusal::LimitPast(last));
    }
    if months == 0 {
        return Err(Refusal::ExtensionEmpty);
    }
    let total = state.term.extended.saturating_add(months);
    match by {
        Approver::President if ctx.actor.role != Role::CourtPresident => {
            return Err(Refusal::PresidentOnly);
        }
        Approver::President if total > presidents(state) => {
            return Err(Refusal::ExtensionTooLong(presidents(state)));
        }
        Approver::UpperCourt
            if state.track != Track::Ordinary || state.term.extended < presidents(state) =>
        {
            return Err(Refusal::UpperCourtLater);
        }
        Approver::President | Approver::UpperCourt => {}
    }
    if state.track != Track::Ordinary && state.opening.filed_on < SMALL_CLAIMS_2022 {
        everybody(&state.parties(), agreed)?;
    }
    let mut longer = state.term.clone();
    longer.extended = total;
    longer.last_day(ctx)?;
    let late = on > ctx.last_day("T-A-07", last)?;
    Ok(vec![Fact::TrialExtended { months, by, on, late }])
}
