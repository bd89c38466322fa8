//! What follows from a command: the table of stages and groups of commands, then each command.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{FactId, Fen, Role, TrackKind};
use jiff::civil::Date;

use super::{
    Checks, Command, Ending, Fact, Refusal, RestrictionKind, Stage, State, Title, evolve, side,
    tell, upper,
};
use crate::shared;
use jiefen_procedure::term::{Term, happened};

/// The term of enforcement.
pub(super) const TERM: &str = "T-G-01.term";

/// Commands that may be given at the same stages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    /// 申请
    Applying,
    /// 立案决定
    Acceptance,
    /// 发执行通知
    Notice,
    /// 送达、采取措施、限制、和解、终本、异议和不予执行申请、延长
    Work,
    /// 措施续行和解除、名单期满、异议裁定和救济
    Upkeep,
    /// 解除失信、限制消费
    Delisting,
    /// 履行
    Performance,
    /// 恢复执行
    Resuming,
    /// 和解后申请恢复的期间届满
    AfterSettlement,
    /// 终本后的财产查询
    ForNow,
    /// 终结执行
    Termination,
    /// 六个月未执行
    SixMonths,
}

fn group(command: &Command) -> Group {
    match command {
        Command::Apply { .. } => Group::Applying,
        Command::Accept { .. } | Command::Decline { .. } => Group::Acceptance,
        Command::IssueNotice { .. } => Group::Notice,
        Command::ServeNotice { .. }
        | Command::TakeMeasure { .. }
        | Command::Restrict { .. }
        | Command::Settle { .. }
        | Command::EndForNow { .. }
        | Command::FileObjection { .. }
        | Command::PleadNotEnforced { .. }
        | Command::DecidePlea { .. }
        | Command::ExtendTerm { .. } => Group::Work,
        Command::RenewMeasure { .. }
        | Command::LiftMeasure { .. }
        | Command::MeasureLapsed { .. }
        | Command::ListingOver { .. }
        | Command::DecideObjection { .. }
        | Command::TakeRemedy { .. }
        | Command::RemedyTimePassed { .. }
        | Command::DecideReview { .. } => Group::Upkeep,
        Command::RemoveRestriction { .. } => Group::Delisting,
        Command::RecordPayment { .. } | Command::RecordPerformance { .. } => Group::Performance,
        Command::Resume { .. } => Group::Resuming,
        Command::SettlementTimePassed => Group::AfterSettlement,
        Command::CheckProperty { .. } | Command::FiveYearsPassed => Group::ForNow,
        Command::Terminate { .. } => Group::Termination,
        Command::SixMonthsPassed
        | Command::AskUpperCourt { .. }
        | Command::Urge { .. }
        | Command::UrgeTimePassed
        | Command::UpperCourtDeclines { .. }
        | Command::GoUp { .. } => Group::SixMonths,
    }
}

/// What may be done where: one answer for every stage and group.
fn allowed(stage: &Stage, group: Group) -> Result<(), Refusal> {
    use Group::{
        Acceptance, AfterSettlement, Applying, Delisting, ForNow, Notice, Performance, Resuming,
        SixMonths, Termination, Upkeep, Work,
    };
    match (stage, group) {
        (
            Stage::Applied
            | Stage::Accepted
            | Stage::Enforcing
            | Stage::Settled { .. }
            | Stage::EndedForNow { .. }
            | Stage::Closing { .. }
            | Stage::Ended { .. },
            Applying,
        ) => Err(Refusal::AlreadyBegun),
        (
            Stage::Ended { .. },
            Acceptance | Notice | Work | Upkeep | Delisting | Performance | Resuming
            | AfterSettlement | ForNow | Termination | SixMonths,
        ) => Err(Refusal::AlreadyEnded),
        (Stage::Closing { .. }, Delisting) => Ok(()),
        (
            Stage::Closing { .. },
            Acceptance | Notice | Work | Upkeep | Performance | Resuming | AfterSettlement | ForNow
            | Termination | SixMonths,
        ) => Err(Refusal::StillListed),
        (Stage::Applied, Acceptance | Termination | SixMonths) => Ok(()),
        (
            Stage::Applied,
            Notice | Work | Upkeep | Delisting | Performance | Resuming | AfterSettlement | ForNow,
        ) => Err(Refusal::NotAccepted),
        (
            Stage::Accepted | Stage::Enforcing | Stage::Settled { .. } | Stage::EndedForNow { .. },
            Acceptance,
        ) => Err(Refusal::AcceptedAlready),
        (Stage::Accepted, Notice | Performance | Termination | SixMonths) => Ok(()),
        (Stage::Accepted, Work | Upkeep | Delisting) => Err(Refusal::NoticeFirst),
        (Stage::Enforcing | Stage::Settled { .. } | Stage::EndedForNow { .. }, Notice) => {
            Err(Refusal::NoticeIssued)
        }
        (Stage::Enforcing, Work | Upkeep | Delisting | Performance | Termination | SixMonths) => {
            Ok(())
        }
        (Stage::Accepted | Stage::Enforcing, Resuming) => Err(Refusal::NotSuspended),
        (Stage::Accepted | Stage::Enforcing | Stage::EndedForNow { .. }, AfterSettlement) => {
            Err(Refusal::NotSettled)
        }
        (Stage::Accepted | Stage::Enforcing | Stage::Settled { .. }, ForNow) => {
            Err(Refusal::NotEndedForNow)
        }
        (
            Stage::Settled { .. },
            Upkeep | Delisting | Performance | Resuming | AfterSettlement | Termination,
        ) => Ok(()),
        (
            Stage::EndedForNow { .. },
            Upkeep | Delisting | Performance | Resuming | ForNow | Termination,
        ) => Ok(()),
        (Stage::Settled { .. } | Stage::EndedForNow { .. }, Work | SixMonths) => {
            Err(Refusal::ResumeFirst)
        }
    }
}

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else {
        let Command::Apply { brief, title, task, on } = command else {
            return Err(Refusal::NotBegun);
        };
        return apply(brief, title, *task, *on, ctx);
    };
    allowed(&state.stage, group(command))?;
    let facts = given(state, command, ctx)?;
    Ok(closed(state, facts))
}

fn given(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Apply { .. } => Err(Refusal::AlreadyBegun),
        Command::Accept { case_no, judge, on } => accept(state, case_no, judge, *on, ctx),
        Command::Decline { ground, on } => {
            finish(state, Ending::NotAccepted { ground: *ground }, *on, ctx)
        }
        Command::IssueNotice { on } => {
            happened(*on, begun_on(state), ctx.today())?;
            Ok(vec![Fact::NoticeIssued { on: *on }])
        }
        Command::ServeNotice { party, on } => side::serve_notice(state, *party, *on, ctx),
        Command::TakeMeasure { kind, party, on } => {
            side::take_measure(state, *kind, *party, *on, ctx)
        }
        Command::RenewMeasure { measure, on } => side::renew_measure(state, *measure, *on, ctx),
        Command::LiftMeasure { measure, on } => side::lift_measure(state, *measure, *on, ctx),
        Command::MeasureLapsed { measure } => side::measure_lapsed(state, *measure, ctx),
        Command::Restrict { kind, party, on } => side::restrict(state, *kind, *party, *on, ctx),
        Command::RemoveRestriction { restriction, on } => {
            side::remove(state, *restriction, *on, ctx)
        }
        Command::ListingOver { restriction } => side::listing_over(state, *restriction, ctx),
        Command::RecordPayment { amount, on } => pay(state, *amount, *on, ctx),
        Command::RecordPerformance { on } => finish(state, Ending::Done, *on, ctx),
        Command::Settle { agreed, due_on, on } => settle(state, agreed, *due_on, *on, ctx),
        Command::Resume { on } => resume(state, *on, ctx),
        Command::SettlementTimePassed => settlement_lapsed(state, ctx),
        Command::EndForNow { checks, on } => end_for_now(state, *checks, *on, ctx),
        Command::CheckProperty { on } => {
            happened(*on, begun_on(state), ctx.today())?;
            Ok(vec![Fact::PropertyChecked { on: *on }])
        }
        Command::FiveYearsPassed => five_years(state, ctx),
        Command::FileObjection { against, by, on } => {
            side::file_objection(state, *against, *by, *on, ctx)
        }
        Command::DecideObjection { objection, upheld, on } => {
            side::decide_objection(state, *objection, *upheld, *on, ctx)
        }
        Command::TakeRemedy { objection, on } => side::take_remedy(state, *objection, *on, ctx),
        Command::RemedyTimePassed { objection } => side::remedy_passed(state, *objection, ctx),
        Command::PleadNotEnforced { ground, party, known_on, on } => {
            side::plead(state, *ground, *party, *known_on, *on, ctx)
        }
        Command::DecidePlea { upheld, on } => side::decide_plea(state, *upheld, *on, ctx),
        Command::Terminate { ground, on } => {
            finish(state, Ending::Terminated { ground: *ground }, *on, ctx)
        }
        Command::ExtendTerm { months, on } => extend(state, *months, *on, ctx),
        Command::DecideReview { objection, annulled, on } => {
            upper::decide_review(state, *objection, *annulled, *on, ctx)
        }
        Command::SixMonthsPassed => upper::six_months(state, ctx),
        Command::AskUpperCourt { delay, on } => upper::ask(state, *delay, *on, ctx),
        Command::Urge { until, on } => upper::urge(state, *until, *on, ctx),
        Command::UrgeTimePassed => upper::urge_passed(state, ctx),
        Command::UpperCourtDeclines { on } => upper::decline(state, *on, ctx),
        Command::GoUp { on } => upper::go_up(state, *on, ctx),
    }
}

/// The day since which the present stage may have gone on.
pub(super) fn begun_on(state: &State) -> Date {
    match &state.stage {
        Stage::EndedForNow { on } => *on,
        Stage::Applied
        | Stage::Accepted
        | Stage::Enforcing
        | Stage::Settled { .. }
        | Stage::Closing { .. }
        | Stage::Ended { .. } => state.term.as_ref().map_or(state.applied_on, |term| term.from),
    }
}

fn closed(state: &State, mut facts: Vec<Fact>) -> Vec<Fact> {
    let now = facts.iter().try_fold(state.clone(), |state, fact| evolve::evolve(Some(state), fact));
    if let Some(now) = now {
        let effects = facts.iter().flat_map(tell::clocks);
        let keys = shared::stale(tell::running(state), effects, &tell::running(&now));
        if !keys.is_empty() {
            facts.push(Fact::TimesClosed { keys });
        }
    }
    facts
}

/// The case ends, or waits until nobody is listed for it any more (失信规定 10; 限制高消费规定 9).
pub(super) fn finish(
    state: &State,
    ending: Ending,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, begun_on(state), ctx.today())?;
    if state.restrictions.iter().any(|restriction| restriction.open) {
        return Ok(vec![Fact::Closing { ending, on }]);
    }
    Ok(vec![Fact::Concluded { ending, on }])
}

fn apply(
    brief: &Brief,
    title: &Title,
    task: Option<FactId>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx.today())?;
    let parties: BTreeSet<u32> = title.debtors.iter().copied().chain([title.creditor]).collect();
    if let Some(no) = parties.iter().find(|no| !shared::has_party(brief, **no)) {
        return Err(Refusal::NoSuchParty(*no));
    }
    if title.debtors.is_empty() || title.debtors.contains(&title.creditor) {
        return Err(Refusal::DebtorWanted);
    }
    if title.due.is_empty() {
        return Err(Refusal::DueWanted);
    }
    let (brief, title) = (Box::new(brief.clone()), Box::new(title.clone()));
    Ok(vec![Fact::Applied { brief, title, task, on }])
}

/// A late application is accepted all the same: only the debtor may plead the time (民诉法解释 481).
fn accept(
    state: &State,
    case_no: &str,
    judge: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.applied_on, ctx.today())?;
    let title = &state.title;
    let present = Present::of_brief(&state.brief);
    let present = present.given(&[(title.effective, Circumstance::TitleInForce)]);
    may_start(&present, TrackKind::Enforcement)?;
    if !title.competent {
        return Err(Refusal::NotCompetent);
    }
    if let Some(first) = title.due.iter().min().filter(|first| **first >= state.applied_on) {
        return Err(Refusal::NotDue(*first));
    }
    if case_no.trim().is_empty() || judge.trim().is_empty() {
        return Err(Refusal::NumberWanted);
    }
    Ok(vec![Fact::Accepted { case_no: case_no.to_owned(), judge: judge.to_owned(), on }])
}

fn pay(
    state: &State,
    amount: Fen,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, begun_on(state), ctx.today())?;
    if amount.0 <= 0 {
        return Err(Refusal::AmountWanted);
    }
    let paid = Fact::Paid { amount, on };
    let total = state.paid.0.saturating_add(amount.0);
    if state.title.amount.is_some_and(|owed| total >= owed.0) {
        let mut facts = vec![paid];
        facts.extend(finish(state, Ending::Done, on, ctx)?);
        return Ok(facts);
    }
    Ok(vec![paid])
}

/// Both sides settle; enforcement is suspended (民事诉讼法 241; 执行和解规定 2).
fn settle(
    state: &State,
    agreed: &[u32],
    due_on: Date,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, begun_on(state), ctx.today())?;
    if state.plea.is_some() {
        return Err(Refusal::PleaPending);
    }
    if let Some(no) = state.parties().iter().find(|no| !agreed.contains(no)) {
        return Err(Refusal::NotAgreed(*no));
    }
    if due_on < on {
        return Err(Refusal::DueWanted);
    }
    let rule = state.title.origin.limitation().to_owned();
    ctx.last_day(&rule, due_on)?;
    Ok(vec![Fact::Settled { due_on, rule, on }])
}

/// A broken settlement, within its time; or property after the end for now, at any time.
fn resume(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    happened(on, begun_on(state), ctx.today())?;
    match &state.stage {
        Stage::Settled { due_on } if on <= *due_on => Err(Refusal::SettlementRuns(*due_on)),
        Stage::Settled { .. } => Ok(vec![Fact::Resumed { after_settlement: true, on }]),
        Stage::EndedForNow { .. } => Ok(vec![Fact::Resumed { after_settlement: false, on }]),
        Stage::Applied
        | Stage::Accepted
        | Stage::Enforcing
        | Stage::Closing { .. }
        | Stage::Ended { .. } => Err(Refusal::NotSuspended),
    }
}

fn settlement_lapsed(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Stage::Settled { due_on } = &state.stage else { return Err(Refusal::NotSettled) };
    let last = ctx.last_day(state.title.origin.limitation(), *due_on)?;
    if ctx.today() <= last {
        return Err(Refusal::SettlementRuns(last));
    }
    finish(state, Ending::SettlementLapsed, ctx.today(), ctx)
}

/// Nothing to be found: after three months, with every step taken and the creditor heard (终结本次执行规定
/// 1–5).
fn end_for_now(
    state: &State,
    checks: Checks,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, begun_on(state), ctx.today())?;
    if state.plea.is_some() {
        return Err(Refusal::PleaPending);
    }
    let restricted = state.restrictions.iter().any(|restriction| {
        restriction.open && matches!(restriction.kind, RestrictionKind::Consumption)
    });
    if !restricted {
        return Err(Refusal::NotRestricted);
    }
    if !(checks.reported && checks.exhausted && checks.heard) {
        return Err(Refusal::NotExhausted);
    }
    let last = ctx.last_day("T-G-01.exhausted", begun_on(state))?;
    if on <= last {
        return Err(Refusal::ThreeMonths(last));
    }
    Ok(vec![Fact::EndedForNow { on }])
}

fn five_years(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = ctx.last_day(tell::FIVE_YEARS, begun_on(state))?;
    if ctx.today() <= last {
        return Err(Refusal::FiveYearsRun(last));
    }
    Ok(vec![Fact::Concluded { ending: Ending::ForNow, on: ctx.today() }])
}

fn extend(
    state: &State,
    months: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, begun_on(state), ctx.today())?;
    if ctx.actor.role != Role::CourtPresident {
        return Err(Refusal::PresidentOnly);
    }
    let mut longer = state.term.clone().unwrap_or_else(|| Term::new(TERM, state.applied_on));
    if months == 0 {
        return Err(Refusal::AmountWanted);
    }
    longer.extended = longer.extended.saturating_add(months);
    longer.last_day(ctx)?;
    Ok(vec![Fact::TermLengthened { months, on }])
}
