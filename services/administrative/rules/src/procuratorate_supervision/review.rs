//! Acceptance, the review and its results.

use jiefen_procedure::Circumstances;
use jiefen_procedure::matrix::{Circumstance as C, Present, may_start};
use jiefen_procedure::term::{Term, happened};
use jiefen_procedure::words::Said;
use jiefen_vocab::{DisputeKind, TrackKind};
use jiff::civil::{Date, date};

use super::decide::{Answer, closed};
use super::{Apply, Bar, Ending, Fact, Field, Object, Refusal, Retrial, State, StopReason, rows};
use jiefen_procedure::words::must;

/// The local limit of papers that were asked for.
pub(super) const PAPERS: &str = "policy.information_request";
/// From these days the procuratorate's rules set a time to ask; an older ruling counts from them.
const CIVIL_FROM: Date = date(2021, 8, 1);
const ADMINISTRATIVE_FROM: Date = date(2016, 4, 15);

pub(super) fn begin(apply: &Apply, ctx: &Circumstances<'_>) -> Answer {
    happened(apply.on, apply.brief.received_on, ctx.today())?;
    must(apply.brief.track == TrackKind::ProcuratorateSupervision, rows::OTHER_ROUTE)?;
    let known = apply.brief.parties.iter().any(|party| party.no == apply.applicant);
    must(known, rows::NO_SUCH_PARTY.with(apply.applicant))?;
    let day = match apply.retrial {
        Retrial::Asked(on)
        | Retrial::Refused(on)
        | Retrial::Retried(on)
        | Retrial::NotNeeded(on) => on,
        Retrial::NotAsked => apply.on,
    };
    happened(day, day, apply.on)?;
    Ok(vec![Fact::Applied {
        brief: Box::new(apply.brief.clone()),
        number: apply.number.clone(),
        field: apply.field,
        object: apply.object,
        retrial: apply.retrial,
        applicant: apply.applicant,
        on: apply.on,
    }])
}

/// The last day to ask, from what ended the retrial: two years in civil, six months in administrative
/// justice, fixed. In civil justice a court's silence has no such limit, and no fault of conduct or
/// enforcement has (民事诉讼监督规则20; 行政诉讼监督规则20).
fn ask_by(state: &State, ctx: &Circumstances<'_>) -> Result<Option<Date>, Refusal> {
    let since = match (state.retrial, state.field) {
        (Retrial::Refused(on) | Retrial::Retried(on), Field::Civil | Field::Administrative) => on,
        (Retrial::Asked(on), Field::Administrative) => ctx.last_day("T-E-16.review", on)?,
        (Retrial::NotNeeded(on), Field::Administrative) => on,
        (Retrial::Asked(_) | Retrial::NotNeeded(_), Field::Civil)
        | (Retrial::NotAsked, Field::Civil | Field::Administrative) => return Ok(None),
    };
    Ok(Some(match state.field {
        Field::Civil => ctx.last_day("T-M-02.apply", since.max(CIVIL_FROM))?,
        Field::Administrative => {
            ctx.last_day("T-M-02.apply_admin", since.max(ADMINISTRATIVE_FROM))?
        }
    }))
}

/// The case as the matrix sees it (I4).
fn present(state: &State) -> Present {
    let present = Present::of_brief(&state.brief);
    match (state.object, state.retrial) {
        (Object::Conduct | Object::Enforcement, _) => present.with(C::ConductSupervised),
        (Object::Judgment, Retrial::NotAsked | Retrial::NotNeeded(_)) => {
            present.with(C::FinalDecision)
        }
        (Object::Judgment, Retrial::Asked(_) | Retrial::Refused(_) | Retrial::Retried(_)) => {
            present.with(C::FinalDecision).with(C::RetrialTried)
        }
    }
}

/// What the dates of the file themselves say against the request.
fn bar(state: &State, ctx: &Circumstances<'_>) -> Result<Option<(Bar, Said)>, Refusal> {
    if let Err(bar) = may_start(&present(state), TrackKind::ProcuratorateSupervision) {
        return Ok(Some((Bar::NoRetrial, bar.said())));
    }
    match (state.object, state.retrial) {
        (Object::Judgment, Retrial::NotAsked | Retrial::NotNeeded(_))
        | (Object::Judgment, Retrial::Refused(_) | Retrial::Retried(_))
        | (Object::Conduct | Object::Enforcement, _) => {}
        (Object::Judgment, Retrial::Asked(on)) => {
            let last = ctx.last_day("T-E-16.review", on)?;
            if state.applied_on <= last {
                return Ok(Some((Bar::CourtReviews, rows::COURT_REVIEWS.with(last))));
            }
        }
    }
    let last = ask_by(state, ctx)?.filter(|last| state.applied_on > *last);
    Ok(last.map(|last| (Bar::Late, rows::LATE.with(last))))
}

/// What else bars a request, as the examination found it.
fn words(bar: Bar) -> Said {
    match bar {
        Bar::NoRetrial => no_retrial(),
        Bar::CourtReviews => rows::COURT_REVIEWS.with("期限届满"),
        Bar::Late => rows::LATE.with("期限届满日"),
        Bar::RetrialPending => rows::RETRIAL_PENDING.plain(),
        Bar::Divorce => rows::DIVORCE.plain(),
        Bar::Decided => rows::SECOND_REQUEST.plain(),
        Bar::AfterProtest => rows::AFTER_PROTEST.plain(),
        Bar::NoObjection => rows::OBJECT_FIRST.plain(),
    }
}

/// A decision against which retrial was not asked for, as the matrix words it.
fn no_retrial() -> Said {
    let untried = Present::of(DisputeKind::Other).with(C::FinalDecision);
    match may_start(&untried, TrackKind::ProcuratorateSupervision) {
        Err(bar) => bar.said(),
        Ok(()) => rows::GROUND_WRONG.plain(),
    }
}

pub(super) fn accept(
    state: &State,
    prosecutor: &str,
    found: &[Bar],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    if let Some((_, said)) = bar(state, ctx)? {
        return Err(said.into());
    }
    if let Some(first) = found.first() {
        return Err(words(*first).into());
    }
    must(!prosecutor.trim().is_empty(), rows::PROSECUTOR_WANTED)?;
    let term = match state.field {
        Field::Civil => Term::new("T-M-02", state.applied_on),
        Field::Administrative => Term::new("T-M-02.admin", on),
    };
    term.last_day(ctx)?;
    Ok(vec![Fact::Accepted { prosecutor: prosecutor.to_owned(), term, on }])
}

/// A refusal is true: what the file's dates tell must be so; the rest is the examiner's finding.
pub(super) fn refuse(state: &State, ground: Bar, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    let by_dates = bar(state, ctx)?.map(|(bar, _)| bar);
    let right = match ground {
        Bar::NoRetrial | Bar::CourtReviews | Bar::Late => by_dates == Some(ground),
        Bar::NoObjection => state.object != Object::Judgment,
        Bar::RetrialPending | Bar::Divorce | Bar::Decided | Bar::AfterProtest => true,
    };
    must(right, rows::GROUND_WRONG)?;
    Ok(vec![closed(state, Ending::Refused(ground), on)])
}

fn term(state: &State) -> Result<&Term, Refusal> {
    state.term.as_ref().ok_or_else(|| rows::NOT_ACCEPTED.into())
}

pub(super) fn stop(
    state: &State,
    reason: StopReason,
    on: Date,
    since: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let after = term(state)?.standstills.iter().filter_map(|still| still.to).max();
    let first = after.map_or(since, |to| to.tomorrow().unwrap_or(to));
    happened(on, first, ctx.today())?;
    let last = term(state)?.last_day(ctx)?.ok_or(rows::STANDS_STILL)?;
    must(on <= last, rows::TERM_OVER.with(last))?;
    Ok(vec![Fact::Stopped { reason, on }])
}

pub(super) fn resume(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let still = term(state)?.standstills.last().filter(|still| still.to.is_none());
    let since = still.map(|still| still.from).ok_or(rows::NO_STOP)?;
    happened(on, since, ctx.today())?;
    Ok(vec![Fact::Resumed { on }])
}

/// Administrative reviews only, for inquiry or to settle the dispute itself (行政诉讼监督规则56).
pub(super) fn extend(
    state: &State,
    months: u32,
    on: Date,
    since: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, since, ctx.today())?;
    must(state.own_motion.is_none(), rows::OWN_MOTION)?;
    must(state.field == Field::Administrative, rows::NOT_EXTENDABLE)?;
    let term = term(state)?;
    must(term.extended == 0 && (1..=3).contains(&months), rows::EXTENSION_WRONG)?;
    let last = term.last_day(ctx)?.ok_or(rows::STANDS_STILL)?;
    must(on <= last, rows::TERM_OVER.with(last))?;
    Ok(vec![Fact::Extended { months, on }])
}

/// A result is given when nothing is awaited.
pub(super) fn ready(
    state: &State,
    on: Date,
    since: Date,
    ctx: &Circumstances<'_>,
) -> Result<(), Refusal> {
    let term = term(state)?;
    let resumed = term.standstills.iter().filter_map(|still| still.to).max();
    happened(on, resumed.map_or(since, |to| to.max(since)), ctx.today())?;
    must(!term.stands_still(), rows::STANDS_STILL)
}

/// What was found of a settlement.
pub(super) struct Settlement {
    pub waives: bool,
    pub disposable: bool,
    pub harms_others: bool,
}

/// A settlement ends the review when all agree, the rights are theirs to dispose of, nobody else is
/// harmed, and the applicant waives the request (民事诉讼监督规则51、73; C-060).
pub(super) fn settle(
    state: &State,
    agreed: &[u32],
    found: Settlement,
    on: Date,
    since: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, since, ctx.today())?;
    must(state.own_motion.is_none(), rows::OWN_MOTION)?;
    let silent = state.brief.parties.iter().find(|party| !agreed.contains(&party.no));
    if let Some(party) = silent {
        return Err(rows::NOT_AGREED.with(party.no).into());
    }
    must(found.disposable, rows::NOT_DISPOSABLE)?;
    must(!found.harms_others, rows::HARMS_OTHERS)?;
    must(found.waives, rows::WAIVER_WANTED)?;
    Ok(vec![closed(state, Ending::Settled, on)])
}

pub(super) fn withdraw(
    state: &State,
    party: u32,
    harms_others: bool,
    on: Date,
    since: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, since, ctx.today())?;
    let applicant = state.applicant.ok_or(rows::OWN_MOTION)?;
    must(party == applicant, rows::NO_SUCH_PARTY.with(party))?;
    must(!harms_others, rows::HARMS_OTHERS)?;
    Ok(vec![closed(state, Ending::Withdrawn, on)])
}

/// The rule of the court's answer to a suggestion.
pub(super) fn answer_rule(object: Object) -> &'static str {
    match object {
        Object::Judgment => "T-M-02.suggestion",
        Object::Conduct => "T-M-02.conduct",
        Object::Enforcement => "T-M-02.enforcement",
    }
}

/// A suggestion of retrial is the committee's own decision; a judgment after retrial is for the superior.
pub(super) fn suggest(
    state: &State,
    committee: bool,
    on: Date,
    since: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    ready(state, on, since, ctx)?;
    let retried = matches!(state.retrial, Retrial::Retried(_));
    must(!(retried && state.object == Object::Judgment), rows::PROTEST_INSTEAD)?;
    must(committee || state.object == Object::Conduct, rows::COMMITTEE_WANTED)?;
    let rule = answer_rule(state.object);
    ctx.last_day(rule, on)?;
    Ok(vec![Fact::Suggested { rule: rule.to_owned(), on }])
}
