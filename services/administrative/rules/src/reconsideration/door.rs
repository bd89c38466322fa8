//! From the application to its acceptance (行政复议法 20, 21, 30, 31).

use jiefen_procedure::Circumstances;
use jiefen_procedure::matrix::{Circumstance as C, Present, may_start};
use jiefen_terms::{Query, Span};
use jiefen_vocab::{Fen, PartyRole, TrackKind};
use jiff::civil::{Date, date};

use super::days::{happened, in_time, last_day, last_of, passed};
use super::decide::Answer;
use super::fact::Fact;
use super::payload::{Accept, Act, ActKind, Apply, RefusalGround, Refuse, Told, Track};
use super::refusal::Refusal;
use super::state::{Correcting, Ending, Stage, State, Upshot};

/// An act about no more than this may be heard in the simplified procedure (行政复议法 53).
const SMALL: Fen = Fen::yuan(3000);

/// The Law of 2023 is in force from this day: before it there is no simplified procedure, and an
/// application counts as accepted from the day of its receipt (行政复议法1999 17).
const NEW_LAW: Date = date(2024, 1, 1);

/// Registers an application. Whether it is in time and open is examined after that.
pub(super) fn apply(apply: &Apply, ctx: &Circumstances<'_>) -> Answer {
    happened(apply.on, apply.brief.received_on, ctx)?;
    if apply.brief.track != TrackKind::AdministrativeReconsideration {
        return Err(Refusal::OtherRoute);
    }
    let side = |role| apply.brief.parties.iter().any(|party| party.role == role);
    if !side(PartyRole::Applicant) || !side(PartyRole::Respondent) {
        return Err(Refusal::SidesMissing);
    }
    if let Some(act) = &apply.act {
        comes_first(act, apply.on)?;
    }
    Ok(vec![Fact::Applied {
        on: apply.on,
        brief: Box::new(apply.brief.clone()),
        number: apply.number.clone(),
        act: apply.act.clone(),
    }])
}

/// The act and its knowledge lie before the application.
fn comes_first(act: &Act, applied_on: Date) -> Result<(), Refusal> {
    let latest = [act.made_on, Some(act.knew_on)].into_iter().flatten().max();
    match latest.filter(|day| *day > applied_on) {
        Some(day) => Err(Refusal::DateTooEarly(day)),
        None => Ok(()),
    }
}

/// What the application is about, when it came in without it or was not yet examined (行政复议法 20, 22).
pub(super) fn describe(state: &State, act: &Act, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, state.applied_on, ctx)?;
    comes_first(act, state.applied_on)?;
    let examined = !matches!(state.stage, Stage::Received | Stage::Correcting(_));
    if examined && state.act.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Fact::ActDescribed { on, act: act.clone() }])
}

/// The act under review, once it is known.
pub(super) fn act_of(state: &State) -> Result<&Act, Refusal> {
    state.act.as_ref().ok_or(Refusal::ActMissing)
}

/// The last day of the application (T-K-01): sixty days, or longer under another statute; not told, from
/// knowing the right, one year at most; never beyond twenty or five years from the act.
pub(super) fn apply_by(act: &Act, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    let query = |rule: &str, from: Date| Query::new(rule, from).under_version(1);
    let sixty = |from: Date| {
        let excused = act.excused.iter();
        let query = excused.fold(query("T-K-01", from), |query, days| {
            query.stopped(Span::new(days.from, days.to).because("force_majeure"))
        });
        last_of(&query, ctx)
    };
    let year = || last_of(&query("T-K-01.untold", act.knew_on), ctx);
    let own = match act.told {
        Told::WithAct => sixty(act.knew_on)?,
        Told::Learnt(on) => sixty(on.max(act.knew_on))?.min(year()?),
        Told::Never => year()?,
    };
    let last = act.longer_until.map_or(own, |longer| own.max(longer));
    let Some(made_on) = act.made_on else { return Ok(last) };
    let rule = if act.real_estate { "T-K-01.real_estate" } else { "T-K-01.absolute" };
    Ok(last.min(last_of(&query(rule, made_on), ctx)?))
}

/// The last day of the examination, days of correction left out (T-K-02).
pub(super) fn examine_by(state: &State, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    let mut query = Query::new("T-K-02", state.applied_on);
    if let Some(days) = state.corrected {
        query = query.stopped(Span::new(days.from, days.to).because("correction"));
    }
    last_of(&query, ctx)
}

/// The day before which nothing of the examination can lie.
fn examined_from(state: &State) -> Date {
    state.corrected.map_or(state.applied_on, |days| days.to)
}

/// After the five working days the application is accepted by law.
fn still_examined(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    happened(on, examined_from(state), ctx)?;
    let last = examine_by(state, ctx)?;
    if on > last { Err(Refusal::DeemedAccepted(last)) } else { Ok(()) }
}

pub(super) fn ask_correction(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, state.applied_on, ctx)?;
    if state.corrected.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    in_time(on, last_day("T-K-03", state.applied_on, ctx)?)?;
    Ok(vec![Fact::CorrectionAsked { on }])
}

fn correcting(state: &State) -> Result<Correcting, Refusal> {
    match &state.stage {
        Stage::Correcting(correcting) => Ok(*correcting),
        Stage::Received
        | Stage::Reviewing(_)
        | Stage::Suspended { .. }
        | Stage::Mediating { .. }
        | Stage::Decided(_)
        | Stage::Reporting(_)
        | Stage::Ended(_) => Err(Refusal::NotNow(state.code())),
    }
}

pub(super) fn serve_correction(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let correcting = correcting(state)?;
    happened(on, correcting.asked_on, ctx)?;
    if correcting.served_on.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Fact::CorrectionServed { on }])
}

fn correct_by(correcting: Correcting, ctx: &Circumstances<'_>) -> Result<Option<Date>, Refusal> {
    let Some(served_on) = correcting.served_on else { return Ok(None) };
    let mut query = Query::new("T-K-03.answer", served_on);
    if correcting.extended > 0 {
        query = query.extended(correcting.extended);
    }
    last_of(&query, ctx).map(Some)
}

pub(super) fn extend_correction(
    state: &State,
    days: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let correcting = correcting(state)?;
    let Some(last) = correct_by(correcting, ctx)? else { return Err(Refusal::NotServed) };
    happened(on, correcting.served_on.unwrap_or(on), ctx)?;
    in_time(on, last)?;
    if correcting.extended > 0 {
        return Err(Refusal::ExtensionUsed);
    }
    if !(1..=30).contains(&days) {
        return Err(Refusal::ExtensionTooLong);
    }
    Ok(vec![Fact::CorrectionExtended { on, days }])
}

pub(super) fn correct(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let correcting = correcting(state)?;
    happened(on, correcting.served_on.unwrap_or(correcting.asked_on), ctx)?;
    if let Some(last) = correct_by(correcting, ctx)? {
        in_time(on, last)?;
    }
    Ok(vec![Fact::Corrected { on }])
}

/// No answer to the notice: the application is given up (T-K-03).
pub(super) fn abandon(state: &State, ctx: &Circumstances<'_>) -> Answer {
    let Some(last) = correct_by(correcting(state)?, ctx)? else { return Err(Refusal::NotServed) };
    passed(last, ctx)?;
    Ok(vec![super::close::closed(state, Ending::Abandoned, last)])
}

pub(super) fn accept(state: &State, accept: &Accept, ctx: &Circumstances<'_>) -> Answer {
    still_examined(state, accept.on, ctx)?;
    let facts = [(true, C::AdministrativeAct), (accept.checks.suit_accepted, C::SuitAccepted)];
    let present = Present::of_brief(&state.brief).given(&facts);
    may_start(&present, TrackKind::AdministrativeReconsideration)?;
    if accept.checks.reviewed {
        return Err(Refusal::AlreadyReviewed);
    }
    if accept.checks.withdrawn_before {
        return Err(Refusal::WithdrawnBefore);
    }
    let act = act_of(state)?;
    let mediated = act.kind == ActKind::AgencyMediation;
    let present = present.given(&[(mediated, C::AgencyMediationChallenged)]);
    may_start(&present, TrackKind::AdministrativeReconsideration)?;
    let last = apply_by(act, ctx)?;
    if state.applied_on > last {
        return Err(Refusal::RightLost(last));
    }
    let open = accept.on >= NEW_LAW && simplified(state, act, &accept.agreed);
    if accept.track == Track::Simplified && !open {
        return Err(Refusal::SimplifiedNotOpen);
    }
    Ok(vec![Fact::Accepted {
        on: accept.on,
        deemed: false,
        track: accept.track,
        reviewer: Some(accept.reviewer.clone()),
    }])
}

/// The kinds of 行政复议法 53, or the consent of every party (T-K-07).
fn simplified(state: &State, act: &Act, agreed: &[u32]) -> bool {
    let listed = match act.kind {
        ActKind::OnTheSpot | ActKind::Warning | ActKind::Information => true,
        ActKind::Penalty
        | ActKind::Coercion
        | ActKind::Licence
        | ActKind::NaturalResource
        | ActKind::Expropriation
        | ActKind::FailureToAct
        | ActKind::Agreement
        | ActKind::AgencyMediation
        | ActKind::Other => false,
    };
    listed
        || act.amount.is_some_and(|amount| amount <= SMALL)
        || state.parties().iter().all(|no| agreed.contains(no))
}

/// A refusal on the ground of lateness must be right.
pub(super) fn grounded(
    state: &State,
    ground: RefusalGround,
    ctx: &Circumstances<'_>,
) -> Result<(), Refusal> {
    if ground != RefusalGround::Late {
        return Ok(());
    }
    let last = apply_by(act_of(state)?, ctx)?;
    if state.applied_on > last { Ok(()) } else { Err(Refusal::NotLate(last)) }
}

pub(super) fn refuse(state: &State, refuse: &Refuse, ctx: &Circumstances<'_>) -> Answer {
    still_examined(state, refuse.on, ctx)?;
    grounded(state, refuse.ground, ctx)?;
    if refuse.ground == RefusalGround::NotOurs
        && refuse.competent.as_ref().is_none_or(|body| body.trim().is_empty())
    {
        return Err(Refusal::CompetentMissing);
    }
    Ok(vec![Fact::Decided {
        on: refuse.on,
        result: Upshot::Refused(refuse.ground),
        late: false,
        duty: None,
        competent: refuse.competent.clone(),
        parties: state.everybody(),
    }])
}

/// Silence for five working days is acceptance on the last of them (T-K-02); under the Law of 1999, on the
/// day of receipt.
pub(super) fn deem_accepted(state: &State, ctx: &Circumstances<'_>) -> Answer {
    let last = examine_by(state, ctx)?;
    passed(last, ctx)?;
    let on = if state.applied_on < NEW_LAW { examined_from(state) } else { last };
    let (track, reviewer) = (Track::Ordinary, state.person.clone());
    Ok(vec![Fact::Accepted { on, deemed: true, track, reviewer }])
}
