//! Diversion: mediation by others, the fee, the choice of procedure (T-C-01..05, T-E-06..11).

use jiefen_procedure::Circumstances;
use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_vocab::{Agency, TrackKind};
use jiff::civil::Date;

use super::decide::end;
use super::measure::{check, everybody};
use super::{
    Ending, Errand, FILE_FIRST_FROM, Fact, Fee, MEDIATION_EXTENSION_DAYS, Measure, MediationResult,
    Refusal, Stage, State, Track,
};
use jiefen_procedure::term::{Standstill, Term, happened};

/// How soon a mediating body signs for the file (T-C-07).
pub(super) const ERRAND: &str = "T-C-07";
/// The time to pay the fee: 7 days from the notice (诉讼费用交纳办法 22).
pub(super) const FEE: &str = "T-E-02.fee";
/// The days of the parties' extension, which are outside the trial limit (T-C-02).
const EXTENSION: &str = "mediation_extension";
/// The listed reason for which a mediation's term stands still.
pub(super) const APPRAISAL: &str = "appraisal";

/// Before filing only complaints of before 2025 go to mediation, with consent (T-C-01, T-C-05).
pub(super) fn delegate(
    state: &State,
    body: Agency,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.received_on, ctx.today())?;
    may_delegate(state, on)?;
    if state.mediated.is_some() {
        return Err(Refusal::MediatedOnce);
    }
    everybody(state, agreed)?;
    Ok(vec![Fact::Delegated { body, rule: "T-C-05".to_owned(), on }])
}

/// The matrix lets a delegation begin on a day only for a complaint of before 2025 (T-C-01).
fn may_delegate(state: &State, on: Date) -> Result<(), Refusal> {
    let before = state.received_on < FILE_FIRST_FROM && on < FILE_FIRST_FROM;
    let present = Present::of_brief(&state.brief).without(Circumstance::ComplaintBefore2025);
    let present = present.given(&[(before, Circumstance::ComplaintBefore2025)]);
    Ok(may_start(&present, TrackKind::CourtEntrustedMediation)?)
}

/// After filing a case goes to mediation with every party's consent: 15 days, or 7 when it would be
/// tried in summary or small-claims procedure (T-C-02, T-C-03).
pub(super) fn entrust(
    state: &State,
    body: Agency,
    agreed: &[u32],
    track: Track,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, filed_on(state)?, ctx.today())?;
    if state.mediated.is_some() {
        return Err(Refusal::MediatedOnce);
    }
    let present = Present::of_brief(&state.brief).with(Circumstance::SuitAccepted);
    may_start(&present, TrackKind::CourtEntrustedMediationInLitigation)?;
    everybody(state, agreed)?;
    let rule = match state.track.unwrap_or(track) {
        Track::SmallClaims | Track::Summary => "T-C-03",
        Track::Ordinary => "T-C-02",
    };
    Ok(vec![Fact::Entrusted { body, rule: rule.to_owned(), on }])
}

/// The day of filing.
pub(super) fn filed_on(state: &State) -> Result<Date, Refusal> {
    state.filed_on.ok_or(Refusal::NotFiled)
}

fn errand(state: &State) -> Result<&Errand, Refusal> {
    let (Stage::Delegated { errand } | Stage::Entrusted { errand }) = &state.stage else {
        return Err(Refusal::NotInMediation);
    };
    Ok(errand)
}

fn errand_term(state: &State) -> Result<&Term, Refusal> {
    errand(state)?.term.as_ref().ok_or(Refusal::FileNotSigned)
}

/// The mediation runs from the day on which the mediator signs for the file.
pub(super) fn signed(
    state: &State,
    mediator: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let errand = errand(state)?;
    happened(on, errand.sent_on, ctx.today())?;
    if errand.term.is_some() {
        return Err(Refusal::FileSigned);
    }
    if mediator.trim().is_empty() {
        return Err(Refusal::PersonWanted);
    }
    if errand.rule == "T-C-05" {
        may_delegate(state, on)?;
    }
    Term::new(&errand.rule, on).last_day(ctx)?;
    let (mediator, rule) = (mediator.to_owned(), errand.rule.clone());
    Ok(vec![Fact::MediatorSigned { mediator, rule, on }])
}

/// Nobody signed for the file: the case is taken back.
pub(super) fn take_back(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    if errand(state)?.term.is_some() {
        return Err(Refusal::FileSigned);
    }
    let filed = state.filed_on.is_some();
    let not_counted = None;
    Ok(vec![Fact::MediationEnded { result: None, not_counted, on: ctx.today(), filed }])
}

/// All parties extend: 30 days once for cases sent from 2025; as they agree in older ones (T-C-02,
/// T-C-05).
pub(super) fn extended(
    state: &State,
    days: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let running = errand_term(state)?;
    happened(on, running.from, ctx.today())?;
    if running.extended > 0 {
        return Err(Refusal::MediationExtendedOnce);
    }
    let capped = running.from >= FILE_FIRST_FROM;
    if days == 0 || (capped && days > MEDIATION_EXTENSION_DAYS) {
        return Err(Refusal::MediationExtensionWrong);
    }
    match running.last_day(ctx)? {
        Some(last) if on > last => Err(Refusal::MediationPast(last)),
        Some(_) | None => Ok(vec![Fact::MediationExtended { days, on }]),
    }
}

/// An appraisal during mediation: its days do not count (特邀调解规定 27).
pub(super) fn stopped(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let running = errand_term(state)?;
    if running.stands_still() {
        return Err(Refusal::TimeStopped);
    }
    let since = running.standstills.last().and_then(|still| still.to).unwrap_or(running.from);
    happened(on, since, ctx.today())?;
    match running.last_day(ctx)? {
        Some(last) if on > last => Err(Refusal::MediationPast(last)),
        Some(_) | None => Ok(vec![Fact::MediationStopped { on }]),
    }
}

/// The appraisal's result is in.
pub(super) fn resumed(
    state: &State,
    to: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let running = errand_term(state)?;
    let Some(still) = running.standstills.last().filter(|still| still.to.is_none()) else {
        return Err(Refusal::TimeRuns);
    };
    happened(to, still.from, ctx.today())?;
    Ok(vec![Fact::MediationResumed { to }])
}

/// The days of the extension that were used: from the day after the first end to the return, at
/// most to the extended end.
fn not_counted(
    running: &Term,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Option<Standstill>, Refusal> {
    let plain = Term { extended: 0, ..running.clone() };
    let (Some(first), Some(last)) = (plain.last_day(ctx)?, running.last_day(ctx)?) else {
        return Ok(None);
    };
    if running.extended == 0 || on <= first {
        return Ok(None);
    }
    let Ok(from) = first.tomorrow() else { return Ok(None) };
    Ok(Some(Standstill { from, to: Some(on.min(last)), reason: EXTENSION.to_owned() }))
}

/// The result is reported: settled, or back to filing or trial (T-C-02, T-C-04, T-C-05).
pub(super) fn returned(
    state: &State,
    result: MediationResult,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let running = errand_term(state)?;
    happened(on, running.from, ctx.today())?;
    let filed = state.filed_on.is_some();
    let not_counted = if filed { not_counted(running, on, ctx)? } else { None };
    let mut facts = vec![Fact::MediationEnded { result: Some(result), not_counted, on, filed }];
    match (filed, result) {
        (_, MediationResult::Failed) | (true, MediationResult::AgreedStatement) => {}
        (
            false,
            MediationResult::AgreedStatement
            | MediationResult::AgreedWithdrawal
            | MediationResult::AgreedClosed,
        ) => facts.push(end(state, Ending::SettledBeforeFiling, on)),
        (true, MediationResult::AgreedWithdrawal) if state.withdrawal_asked.is_none() => {
            facts.push(Fact::WithdrawalAsked { on });
        }
        (true, MediationResult::AgreedWithdrawal) => {}
        (true, MediationResult::AgreedClosed) => {
            facts.push(end(state, Ending::ClosedOtherwise, on));
        }
    }
    Ok(facts)
}

/// The term has passed without a report: the case is tried, or filed (T-C-02, T-C-05).
pub(super) fn lapsed(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let running = errand_term(state)?;
    let on = ctx.today();
    match running.last_day(ctx)? {
        None => Err(Refusal::TimeStopped),
        Some(last) if on <= last => Err(Refusal::MediationRuns(last)),
        Some(_) => {
            let filed = state.filed_on.is_some();
            let not_counted = if filed { not_counted(running, on, ctx)? } else { None };
            let result = Some(MediationResult::Failed);
            Ok(vec![Fact::MediationEnded { result, not_counted, on, filed }])
        }
    }
}

/// The plaintiff is told what to pay.
pub(super) fn fee_told(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, filed_on(state)?, ctx.today())?;
    if state.fee_settled() {
        return Err(Refusal::FeeSettled);
    }
    Ok(vec![Fact::FeeNotified { on }])
}

fn told_on(state: &State) -> Result<Date, Refusal> {
    if let Stage::FeeDue { on } = state.stage { Ok(on) } else { Err(Refusal::FeeNotAsked) }
}

/// The fee is paid; a late payment counts as long as the case was not treated as withdrawn.
pub(super) fn fee_paid(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, told_on(state)?, ctx.today())?;
    Ok(vec![Fact::FeePaid { on }])
}

/// Deferral, reduction or exemption (民事诉讼法 121).
pub(super) fn fee_relieved(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, filed_on(state)?, ctx.today())?;
    if state.fee_settled() {
        return Err(Refusal::FeeSettled);
    }
    Ok(vec![Fact::FeeRelieved { on }])
}

/// The fee was not paid in time (诉讼费用交纳办法 22; T-C-02).
pub(super) fn deem_withdrawn(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = ctx.last_day(FEE, told_on(state)?)?;
    if ctx.today() <= last {
        return Err(Refusal::FeeTimeRuns(last));
    }
    Ok(vec![end(state, Ending::DeemedWithdrawn, ctx.today())])
}

/// The procedure is chosen and recorded with what it was chosen by; its limit runs from filing.
pub(super) fn choose(
    state: &State,
    track: Track,
    measure: &Measure,
    judge: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let filed_on = filed_on(state)?;
    happened(on, filed_on, ctx.today())?;
    match state.fee {
        Fee::NotAsked => return Err(Refusal::FeeNotAsked),
        Fee::Asked => return Err(Refusal::FeeUnpaid),
        Fee::Paid { .. } | Fee::Relieved { .. } => {}
    }
    if judge.trim().is_empty() {
        return Err(Refusal::PersonWanted);
    }
    if state.barred.iter().any(|one| one == judge) {
        return Err(Refusal::MediatorBarred);
    }
    if state.withdrawal_asked.is_some() {
        return Err(Refusal::WithdrawalPending);
    }
    check(state, track, measure, filed_on)?;
    let standstills = state.trial.as_ref().map(|term| term.standstills.clone());
    Ok(vec![Fact::TrackChosen {
        track,
        measure: measure.clone(),
        judge: judge.to_owned(),
        on,
        filed_on,
        standstills: standstills.unwrap_or_default(),
    }])
}
