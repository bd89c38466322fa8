//! The course of the trial: service, hearing, time that does not count, extension, withdrawal,
//! transfer.

use jiefen_procedure::Circumstances;
use jiefen_vocab::Role;
use jiff::civil::Date;

use super::decide::end;
use super::divert::filed_on;
use super::measure::{check_change, known};
use super::{Elsewhere, Ending, Fact, NotCounted, Refusal, Service, Stage, State, Track};
use jiefen_procedure::term::{Term, happened};

/// Changes to a fuller procedure before the limit is over; the limit still runs from filing
/// (T-E-10).
pub(super) fn convert(
    state: &State,
    track: Track,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let filed_on = filed_on(state)?;
    happened(on, filed_on, ctx.today())?;
    let from = state.track.ok_or(Refusal::TrackNotChosen)?;
    check_change(state, from, track, on, ctx)?;
    let standstills = running(state)?.standstills.clone();
    Ok(vec![Fact::Converted { track, on, filed_on, standstills }])
}

fn running(state: &State) -> Result<&Term, Refusal> {
    state.trial.as_ref().ok_or(Refusal::NotFiled)
}

/// A document was received by a party (T-A-05); a complaint starts that party's own time for the
/// defence.
pub(super) fn serve(
    state: &State,
    service: &Service,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, service.party)?;
    happened(service.on, filed_on(state)?, ctx.today())?;
    if service.manner.trim().is_empty() {
        return Err(Refusal::ProofWanted);
    }
    Ok(vec![Fact::Served { service: service.clone() }])
}

/// A defence is received; its copy goes to the plaintiff (T-E-04).
pub(super) fn defence(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    if party == state.plaintiff {
        return Err(Refusal::NotDefendant(party));
    }
    happened(on, filed_on(state)?, ctx.today())?;
    Ok(vec![Fact::DefenceReceived { party, on }])
}

/// The parties are told of a hearing three days before it (T-E-05); the simpler procedures call
/// them by simple means (民事诉讼法 162).
pub(super) fn hearing(
    state: &State,
    on: Date,
    told_on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(told_on, filed_on(state)?, ctx.today())?;
    happened(told_on, filed_on(state)?, on)?;
    let last = ctx.last_day("T-E-05", on)?;
    if state.track == Some(Track::Ordinary) && told_on > last {
        return Err(Refusal::HearingNoticeShort(last));
    }
    Ok(vec![Fact::HearingSet { on, told_on }])
}

/// Time on the closed list does not count in the trial limit, and needs proof (T-E-12).
pub(super) fn stop(
    state: &State,
    reason: NotCounted,
    proof: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let term = running(state)?;
    if term.stands_still() {
        return Err(Refusal::TimeStopped);
    }
    let since = term.standstills.last().and_then(|still| still.to).unwrap_or(term.from);
    happened(on, since, ctx.today())?;
    if proof.trim().is_empty() {
        return Err(Refusal::ProofWanted);
    }
    match term.last_day(ctx)? {
        Some(last) if on > last => Err(Refusal::LimitPast(last)),
        Some(_) | None => Ok(vec![Fact::TrialStopped { reason, proof: proof.to_owned(), on }]),
    }
}

/// Time counts again after this day.
pub(super) fn resume(
    state: &State,
    to: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(still) = running(state)?.standstills.last().filter(|still| still.to.is_none()) else {
        return Err(Refusal::TimeRuns);
    };
    happened(to, still.from, ctx.today())?;
    Ok(vec![Fact::TrialResumed { to }])
}

/// The president extends the limit, once a stage (T-E-08, T-E-10, T-E-11); asked for at least ten
/// days before its end, else that is a finding (T-A-07).
pub(super) fn extend(
    state: &State,
    months: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let term = running(state)?;
    happened(on, term.from, ctx.today())?;
    if ctx.actor.role != Role::CourtPresident {
        return Err(Refusal::PresidentOnly);
    }
    let Some(last) = term.last_day(ctx)? else { return Err(Refusal::TimeStopped) };
    if on > last {
        return Err(Refusal::LimitPast(last));
    }
    if months == 0 {
        return Err(Refusal::ExtensionEmpty);
    }
    let mut longer = term.clone();
    longer.extended = longer.extended.saturating_add(months);
    longer.last_day(ctx)?;
    let late = on > ctx.last_day("T-A-07", last)?;
    Ok(vec![Fact::TrialExtended { months, on, late }])
}

/// Before filing the plaintiff is free to withdraw; afterwards the court must give leave (民事诉讼法
/// 148).
pub(super) fn ask_withdrawal(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    match &state.stage {
        Stage::Received { .. } | Stage::Correcting { .. } | Stage::Delegated { .. } => {
            happened(on, state.received_on, ctx.today())?;
            Ok(vec![end(state, Ending::ComplaintWithdrawn, on)])
        }
        Stage::Refused { .. }
        | Stage::RefusalAppealed { .. }
        | Stage::Filed
        | Stage::FeeDue { .. }
        | Stage::Entrusted { .. }
        | Stage::OnTrial
        | Stage::StatementMade { .. }
        | Stage::Judged { .. }
        | Stage::Ended { .. } => {
            happened(on, filed_on(state)?, ctx.today())?;
            if state.withdrawal_asked.is_some() {
                return Err(Refusal::WithdrawalPending);
            }
            Ok(vec![Fact::WithdrawalAsked { on }])
        }
    }
}

/// Leave is granted by ruling.
pub(super) fn allow_withdrawal(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(asked) = state.withdrawal_asked else { return Err(Refusal::WithdrawalNotAsked) };
    happened(on, asked, ctx.today())?;
    Ok(vec![end(state, Ending::Withdrawn, on)])
}

/// Leave is refused; the case goes on.
pub(super) fn refuse_withdrawal(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(asked) = state.withdrawal_asked else { return Err(Refusal::WithdrawalNotAsked) };
    happened(on, asked, ctx.today())?;
    Ok(vec![Fact::WithdrawalRefused { on }])
}

/// To the payment-order procedure before the trial (民事诉讼法 136), or to the competent court (37).
pub(super) fn transfer(
    state: &State,
    to: Elsewhere,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, filed_on(state)?, ctx.today())?;
    match to {
        Elsewhere::PaymentOrder if state.track.is_some() => Err(Refusal::TrackAlreadyChosen),
        Elsewhere::OtherCourt { court } if court == ctx.actor.agency => Err(Refusal::OwnCourt),
        Elsewhere::PaymentOrder | Elsewhere::OtherCourt { .. } => {
            Ok(vec![end(state, Ending::Transferred { to }, on)])
        }
    }
}
