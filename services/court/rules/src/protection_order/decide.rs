//! What follows from a command.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::{Present, may_start};
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::TrackKind;
use jiff::civil::{Date, DateTime};

use super::{
    Applicant, Application, Command, Ending, Fact, Measure, Order, Recipient, Reconsideration,
    Refusal, Stage, State, evolve, tell,
};
use crate::shared;
use jiefen_procedure::term::{DayFault, happened};

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else {
        let Command::Apply { brief, application, urgent, at } = command else {
            return Err(Refusal::NotBegun);
        };
        return apply(brief, application, *urgent, moment(*at, ctx), ctx);
    };
    let facts = match &state.stage {
        Stage::Applied => applied(state, command, ctx),
        Stage::Accepted => accepted(state, command, ctx),
        Stage::InForce { order, review } => in_force(state, order, *review, command, ctx),
        Stage::Rejected { review } => rejected(state, *review, command, ctx),
        Stage::Ended { .. } => match command {
            Command::Apply { .. } => Err(Refusal::AlreadyBegun),
            Command::Accept { .. }
            | Command::Decline { .. }
            | Command::MarkUrgent { .. }
            | Command::Grant { .. }
            | Command::Reject { .. }
            | Command::Serve { .. }
            | Command::RecordBreach { .. }
            | Command::Extend { .. }
            | Command::Vary { .. }
            | Command::Revoke { .. }
            | Command::Lapse
            | Command::AskReview { .. }
            | Command::ReviewTimePassed
            | Command::DecideReview { .. }
            | Command::Withdraw { .. } => Err(Refusal::AlreadyEnded),
        },
    }?;
    Ok(closed(state, facts))
}

/// 待受理: accepted on the spot, or the competent court is named.
fn applied(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Apply { .. } => Err(Refusal::AlreadyBegun),
        Command::Accept { judge, at } => {
            let at = moment(*at, ctx);
            passed(at, state.applied_at, ctx)?;
            if !state.application.competent {
                return Err(Refusal::NotCompetent);
            }
            if judge.trim().is_empty() {
                return Err(Refusal::JudgeWanted);
            }
            Ok(vec![Fact::Accepted { judge: judge.clone(), urgent: state.urgent, at }])
        }
        Command::Decline { .. } if state.application.competent => Err(Refusal::Competent),
        Command::Decline { on } => end(state, Ending::NotAccepted, *on, ctx),
        Command::MarkUrgent { at } => urgent(state, moment(*at, ctx), ctx),
        Command::Withdraw { on } => end(state, Ending::Withdrawn, *on, ctx),
        Command::Grant { .. } | Command::Reject { .. } => Err(Refusal::NotAccepted),
        Command::Serve { .. }
        | Command::RecordBreach { .. }
        | Command::Extend { .. }
        | Command::Vary { .. }
        | Command::Revoke { .. }
        | Command::Lapse => Err(Refusal::NoOrder),
        Command::AskReview { .. } | Command::ReviewTimePassed | Command::DecideReview { .. } => {
            Err(Refusal::NoRuling)
        }
    }
}

/// 已受理: seventy-two hours, twenty-four when urgent (反家庭暴力法 28).
fn accepted(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let since = state.accepted_at.unwrap_or(state.applied_at);
    match command {
        Command::Apply { .. } => Err(Refusal::AlreadyBegun),
        Command::Accept { .. } | Command::Decline { .. } => Err(Refusal::AcceptedAlready),
        Command::MarkUrgent { at } => urgent(state, moment(*at, ctx), ctx),
        Command::Grant { measures, months, at } => {
            let at = moment(*at, ctx);
            passed(at, since, ctx)?;
            ordered(measures, *months)?;
            Ok(vec![Fact::Granted { measures: measures.clone(), months: *months, at }])
        }
        Command::Reject { on } => {
            happened(*on, since.date(), ctx.today())?;
            Ok(vec![Fact::Rejected { on: *on }])
        }
        Command::Withdraw { on } => end(state, Ending::Withdrawn, *on, ctx),
        Command::Serve { .. }
        | Command::RecordBreach { .. }
        | Command::Extend { .. }
        | Command::Vary { .. }
        | Command::Revoke { .. }
        | Command::Lapse => Err(Refusal::NoOrder),
        Command::AskReview { .. } | Command::ReviewTimePassed | Command::DecideReview { .. } => {
            Err(Refusal::NoRuling)
        }
    }
}

/// 保护令有效: served, kept, changed on the victim's request only, open to one reconsideration that does
/// not stay it (反家庭暴力法 30–32, 34).
fn in_force(
    state: &State,
    order: &Order,
    review: Reconsideration,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let last = ctx.last_day(tell::validity(order.months), order.from)?;
    let live = |on: Date| -> Result<(), Refusal> {
        happened(on, order.made_on, ctx.today())?;
        if on > last { Err(Refusal::OrderLapsed(last)) } else { Ok(()) }
    };
    match command {
        Command::Apply { .. } => Err(Refusal::AlreadyBegun),
        Command::Serve { to, on } => {
            live(*on)?;
            serve(order, *to, *on)
        }
        Command::RecordBreach { on } => live(*on).map(|()| vec![Fact::BreachFound { on: *on }]),
        Command::Extend { months, on } => {
            live(*on)?;
            ordered(&order.measures, *months)?;
            Ok(vec![Fact::Extended { from: last, months: *months, on: *on }])
        }
        Command::Vary { measures, on } => {
            live(*on)?;
            ordered(measures, order.months)?;
            Ok(vec![Fact::Varied { measures: measures.clone(), on: *on }])
        }
        Command::Revoke { on } => {
            live(*on)?;
            end(state, Ending::Revoked, *on, ctx)
        }
        Command::Lapse if ctx.today() <= last => Err(Refusal::OrderRuns(last)),
        Command::Lapse => end(state, Ending::Lapsed, ctx.today(), ctx),
        Command::AskReview { party, on } => {
            ask_review(review, *party, state.application.respondent, *on, ctx)
        }
        Command::ReviewTimePassed => {
            review_time_passed(review, ctx).map(|on| vec![Fact::ReconsiderationOver { on }])
        }
        Command::DecideReview { changed, on } => {
            asked(review, *on, ctx)?;
            if *changed {
                return end(state, Ending::Revoked, *on, ctx);
            }
            Ok(vec![Fact::ReconsiderationOver { on: *on }])
        }
        Command::Accept { .. } | Command::Decline { .. } | Command::MarkUrgent { .. } => {
            Err(Refusal::AcceptedAlready)
        }
        Command::Grant { .. } | Command::Reject { .. } | Command::Withdraw { .. } => {
            Err(Refusal::DecidedAlready)
        }
    }
}

/// 已驳回: the applicant has five days.
fn rejected(
    state: &State,
    review: Reconsideration,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Apply { .. } => Err(Refusal::AlreadyBegun),
        Command::AskReview { party, on } => {
            ask_review(review, *party, state.application.victim, *on, ctx)
        }
        Command::ReviewTimePassed => {
            let on = review_time_passed(review, ctx)?;
            end(state, Ending::RejectedFinal, on, ctx)
        }
        Command::DecideReview { changed: false, on } => {
            asked(review, *on, ctx)?;
            end(state, Ending::RejectedFinal, *on, ctx)
        }
        Command::DecideReview { changed: true, on } => {
            asked(review, *on, ctx)?;
            let at = on.to_datetime(ctx.now.local().time());
            Ok(vec![Fact::Reopened { urgent: state.urgent, at }])
        }
        Command::Accept { .. } | Command::Decline { .. } | Command::MarkUrgent { .. } => {
            Err(Refusal::AcceptedAlready)
        }
        Command::Grant { .. } | Command::Reject { .. } | Command::Withdraw { .. } => {
            Err(Refusal::DecidedAlready)
        }
        Command::Serve { .. }
        | Command::RecordBreach { .. }
        | Command::Extend { .. }
        | Command::Vary { .. }
        | Command::Revoke { .. }
        | Command::Lapse => Err(Refusal::NoOrder),
    }
}

/// The moment that was named; none was: now.
fn moment(at: Option<DateTime>, ctx: &Circumstances<'_>) -> DateTime {
    at.unwrap_or_else(|| ctx.now.local())
}

/// The moment of an event that follows another and has passed.
fn passed(at: DateTime, since: DateTime, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    if at > ctx.now.local() {
        return Err(DayFault::InFuture(at.date()).into());
    }
    if at < since {
        return Err(DayFault::TooEarly { on: at.date(), since: since.date() }.into());
    }
    Ok(())
}

/// The victim applies; others only when it cannot (反家庭暴力法 23; 法释〔2022〕17号 2). Oral is enough; no
/// suit and no fee is asked for.
fn apply(
    brief: &Brief,
    application: &Application,
    urgent: bool,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    passed(at, brief.received_on.to_datetime(jiff::civil::Time::midnight()), ctx)?;
    may_start(&Present::of_brief(brief), TrackKind::ProtectionOrder)?;
    for no in [application.victim, application.respondent] {
        if !shared::has_party(brief, no) {
            return Err(Refusal::NoSuchParty(no));
        }
    }
    if application.victim == application.respondent {
        return Err(Refusal::RespondentWanted);
    }
    if application.measures.is_empty() {
        return Err(Refusal::MeasuresWanted);
    }
    match application.by {
        Applicant::Victim => {}
        Applicant::Relative
        | Applicant::Police
        | Applicant::CivilAffairs
        | Applicant::WomensFederation
        | Applicant::Committee
        | Applicant::OtherOrganisation => {
            if !application.victim_cannot {
                return Err(Refusal::VictimApplies);
            }
        }
    }
    Ok(vec![Fact::Applied {
        brief: Box::new(brief.clone()),
        application: Box::new(application.clone()),
        urgent,
        at,
    }])
}

/// Urgent: the twenty-four hours run from acceptance, not from now.
fn urgent(state: &State, at: DateTime, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    passed(at, state.accepted_at.unwrap_or(state.applied_at), ctx)?;
    if state.urgent {
        return Err(Refusal::UrgentAlready);
    }
    Ok(vec![Fact::MarkedUrgent { since: state.accepted_at, at }])
}

/// One measure at least, one month to six (反家庭暴力法 29, 30).
fn ordered(measures: &BTreeSet<Measure>, months: u32) -> Result<(), Refusal> {
    if measures.is_empty() {
        return Err(Refusal::MeasuresWanted);
    }
    if (1..=6).contains(&months) { Ok(()) } else { Err(Refusal::MonthsOutOfRange(months)) }
}

fn serve(order: &Order, to: Recipient, on: Date) -> Result<Vec<Fact>, Refusal> {
    if order.served.contains(&to) {
        return Err(Refusal::ServedAlready);
    }
    let last = order.served.len().saturating_add(1) == Recipient::ALL.len();
    Ok(vec![Fact::Served { to, last, on }])
}

/// Once, within five days of the ruling, by the party that it went against (反家庭暴力法 31).
fn ask_review(
    review: Reconsideration,
    party: u32,
    whose: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let since = match review {
        Reconsideration::Open { since } => since,
        Reconsideration::Asked { .. } | Reconsideration::Over => return Err(Refusal::ReviewOnce),
    };
    if party != whose {
        return Err(Refusal::NotAgainst(party));
    }
    happened(on, since, ctx.today())?;
    let last = ctx.last_day(tell::REVIEW, since)?;
    if on > last {
        return Err(Refusal::ReviewTooLate(last));
    }
    Ok(vec![Fact::ReconsiderationAsked { party, on }])
}

fn review_time_passed(review: Reconsideration, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    let since = match review {
        Reconsideration::Open { since } => since,
        Reconsideration::Asked { .. } | Reconsideration::Over => return Err(Refusal::ReviewOnce),
    };
    let last = ctx.last_day(tell::REVIEW, since)?;
    if ctx.today() <= last {
        return Err(Refusal::ReviewTimeRuns(last));
    }
    Ok(ctx.today())
}

fn asked(review: Reconsideration, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    match review {
        Reconsideration::Asked { on: since } => Ok(happened(on, since, ctx.today())?),
        Reconsideration::Open { .. } | Reconsideration::Over => Err(Refusal::ReviewNotAsked),
    }
}

fn end(
    state: &State,
    ending: Ending,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.applied_at.date(), ctx.today())?;
    Ok(vec![Fact::Concluded { ending, on }])
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
