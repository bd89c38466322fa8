//! What may follow what: the table, and the conditions of each step.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::{Term, happened};
use jiefen_vocab::{Agency, DisputeId, Role};
use jiff::civil::Date;

use super::{
    Command, Draft, Fact, Ground, RECTIFY_RULE, Refusal, Report, Signer, Stage, State, TERM_RULE,
    Talk, appeals, recheck, tell,
};

pub(super) type Decided = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Decided {
    use Command as C;
    let Some(s) = state else { return begin(command, ctx) };
    place(s.stage, command)?;
    match command {
        C::DraftTalk(_) | C::DraftListing { .. } => Err(Refusal::AlreadyBegun),
        C::SignTalk => sign_talk(s, ctx),
        C::HoldTalk(talk) => hold_talk(s, talk, ctx),
        C::RecordAbsence { on } => absent(s, *on, ctx),
        C::ReportRectified { evidence } => report_rectified(s, evidence, ctx),
        C::ProposeListing => Ok(vec![proposed(s, "整改期满未报整改", None, ctx)]),
        C::Verify { rectified, finding } => verify(s, *rectified, finding, ctx),
        C::NoteMissedAgain { ground } => missed_again(s, ground, ctx),
        C::SignListing { goal } => sign_listing(s, goal, ctx),
        C::ReportWeek { done, next } => report_week(s, done, next, ctx),
        C::NoteMissedWeek => Ok(vec![Fact::WeekMissed { on: ctx.today() }]),
        C::MarkTermPassed => term_passed(s, ctx),
        C::ExtendListing { reason } => extend(s, reason, ctx),
        C::ReferAccountability { facts } => refer(s, facts, ctx),
        C::RequestRemoval { reached } => {
            own(s, ctx)?;
            stated(reached)?;
            Ok(vec![Fact::RemovalRequested { reached: reached.clone(), on: ctx.today() }])
        }
        C::DrawSample { closed, seed } => recheck::draw(s, closed, *seed, ctx),
        C::RecordCheck { dispute, holds, finding } => {
            recheck::check_case(s, *dispute, *holds, finding, ctx)
        }
        C::DecideRemoval { reason } => recheck::decide_removal(s, reason, ctx),
        C::Appeal { dispute, reason } => appeals::appeal(s, *dispute, reason, ctx),
        C::DecideAppeal { appeal, upheld, reason, after } => {
            appeals::rule(s, *appeal, (*upheld, *after), reason, ctx)
        }
        C::Withdraw { reason } => {
            supervisor(s, ctx)?;
            stated(reason)?;
            Ok(vec![withdrawn(s, reason, None, ctx.today())])
        }
        C::FlagLate { clock } => flag_late(s, clock, ctx),
    }
}

/// The table: which command has its place on which rung. A new rung does not compile before every pair is
/// answered.
#[rustfmt::skip] // a table
fn place(stage: Stage, command: &Command) -> Result<(), Refusal> {
    use Command as C;
    use Stage as S;
    match (stage, command) {
        (_, C::DraftTalk(_) | C::DraftListing { .. })
        | (S::TalkDrafted, C::SignTalk)
        | (S::TalkCalled, C::HoldTalk(_) | C::RecordAbsence { .. })
        | (S::Rectifying, C::ReportRectified { .. } | C::ProposeListing | C::NoteMissedAgain { .. })
        | (S::Reported, C::Verify { .. } | C::NoteMissedAgain { .. })
        | (S::ListingDrafted, C::SignListing { .. })
        | (S::Listed, C::MarkTermPassed | C::RequestRemoval { .. })
        | (S::TermOver, C::ExtendListing { .. } | C::ReferAccountability { .. } | C::RequestRemoval { .. })
        | (S::Rechecking, C::DrawSample { .. } | C::RecordCheck { .. } | C::DecideRemoval { .. })
        | (S::Listed | S::Rechecking | S::TermOver, C::ReportWeek { .. } | C::NoteMissedWeek)
        // A listed unit leaves the list by the re-check, or when its ground falls by an appeal.
        | (S::TalkDrafted | S::TalkCalled | S::Rectifying | S::Reported | S::ListingDrafted, C::Withdraw { .. })
        | (S::TalkDrafted | S::TalkCalled | S::Rectifying | S::Reported | S::ListingDrafted | S::Listed
           | S::Rechecking | S::TermOver, C::Appeal { .. } | C::DecideAppeal { .. } | C::FlagLate { .. }) => Ok(()),
        (S::Rectified | S::Delisted | S::Withdrawn,
         C::SignTalk | C::HoldTalk(_) | C::RecordAbsence { .. } | C::ReportRectified { .. } | C::Verify { .. }
         | C::NoteMissedAgain { .. } | C::ProposeListing | C::SignListing { .. } | C::ReportWeek { .. }
         | C::NoteMissedWeek | C::MarkTermPassed | C::ExtendListing { .. } | C::ReferAccountability { .. }
         | C::RequestRemoval { .. } | C::DrawSample { .. } | C::RecordCheck { .. } | C::DecideRemoval { .. }
         | C::Appeal { .. } | C::DecideAppeal { .. } | C::Withdraw { .. } | C::FlagLate { .. }) => Err(Refusal::Over),
        (S::TalkCalled | S::Rectifying | S::Reported | S::ListingDrafted | S::Listed | S::Rechecking | S::TermOver,
         C::SignTalk)
        | (S::TalkDrafted | S::Rectifying | S::Reported | S::ListingDrafted | S::Listed | S::Rechecking | S::TermOver,
         C::HoldTalk(_) | C::RecordAbsence { .. })
        | (S::TalkDrafted | S::TalkCalled | S::Reported | S::ListingDrafted | S::Listed | S::Rechecking | S::TermOver,
         C::ReportRectified { .. } | C::ProposeListing)
        | (S::TalkDrafted | S::TalkCalled | S::Rectifying | S::ListingDrafted | S::Listed | S::Rechecking | S::TermOver,
         C::Verify { .. })
        | (S::TalkDrafted | S::TalkCalled | S::ListingDrafted | S::Listed | S::Rechecking | S::TermOver,
         C::NoteMissedAgain { .. })
        | (S::TalkDrafted | S::TalkCalled | S::Rectifying | S::Reported | S::Listed | S::Rechecking | S::TermOver,
         C::SignListing { .. })
        | (S::TalkDrafted | S::TalkCalled | S::Rectifying | S::Reported | S::ListingDrafted,
         C::ReportWeek { .. } | C::NoteMissedWeek)
        | (S::TalkDrafted | S::TalkCalled | S::Rectifying | S::Reported | S::ListingDrafted | S::Rechecking | S::TermOver,
         C::MarkTermPassed)
        | (S::TalkDrafted | S::TalkCalled | S::Rectifying | S::Reported | S::ListingDrafted | S::Listed | S::Rechecking,
         C::ExtendListing { .. } | C::ReferAccountability { .. })
        | (S::TalkDrafted | S::TalkCalled | S::Rectifying | S::Reported | S::ListingDrafted | S::Rechecking,
         C::RequestRemoval { .. })
        | (S::TalkDrafted | S::TalkCalled | S::Rectifying | S::Reported | S::ListingDrafted | S::Listed | S::TermOver,
         C::DrawSample { .. } | C::RecordCheck { .. } | C::DecideRemoval { .. })
        | (S::Listed | S::Rechecking | S::TermOver, C::Withdraw { .. }) => {
            Err(Refusal::WrongStage(tell::next(stage).0))
        }
    }
}

fn begin(command: &Command, ctx: &Circumstances<'_>) -> Decided {
    match command {
        Command::DraftTalk(order) => draft(order, false, ctx),
        Command::DraftListing { draft: order, talked_on } => {
            // The talk came out of an earlier quarter; this one is the later.
            let quarter = order.ground.quarter().ok_or(Refusal::NoTalkBefore)?;
            if *talked_on > quarter.to {
                return Err(Refusal::NoTalkBefore);
            }
            draft(order, true, ctx)
        }
        Command::SignTalk
        | Command::HoldTalk(_)
        | Command::RecordAbsence { .. }
        | Command::ReportRectified { .. }
        | Command::Verify { .. }
        | Command::NoteMissedAgain { .. }
        | Command::ProposeListing
        | Command::SignListing { .. }
        | Command::ReportWeek { .. }
        | Command::NoteMissedWeek
        | Command::MarkTermPassed
        | Command::ExtendListing { .. }
        | Command::ReferAccountability { .. }
        | Command::RequestRemoval { .. }
        | Command::DrawSample { .. }
        | Command::RecordCheck { .. }
        | Command::DecideRemoval { .. }
        | Command::Appeal { .. }
        | Command::DecideAppeal { .. }
        | Command::Withdraw { .. }
        | Command::FlagLate { .. } => Err(Refusal::NotBegun),
    }
}

pub(super) fn stated(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::TextMissing) } else { Ok(()) }
}

/// A command of the supervised unit.
pub(super) fn own(state: &State, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    if ctx.actor.agency == state.unit { Ok(()) } else { Err(Refusal::NotYourMeasure) }
}

/// A command of who supervises: not of the unit itself.
pub(super) fn supervisor(state: &State, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    if ctx.actor.agency == state.unit { Err(Refusal::OwnUnit) } else { Ok(()) }
}

/// The signature of a person of another unit.
pub(super) fn signature(state: &State, ctx: &Circumstances<'_>) -> Result<Signer, Refusal> {
    if ctx.actor.role == Role::System {
        return Err(Refusal::PersonMustSign);
    }
    supervisor(state, ctx)?;
    Ok(me(ctx))
}

pub(super) fn me(ctx: &Circumstances<'_>) -> Signer {
    Signer { agency: ctx.actor.agency, person: ctx.actor.person.clone() }
}

/// Every case was the unit's own (I1, S21); one that was not is named.
pub(super) fn own_cases(
    cases: &BTreeMap<DisputeId, Agency>,
    unit: Agency,
) -> Result<BTreeSet<DisputeId>, Refusal> {
    if cases.is_empty() {
        return Err(Refusal::NoCases);
    }
    if let Some((foreign, _)) = cases.iter().find(|(_, holder)| **holder != unit) {
        return Err(Refusal::CaseNotItsOwn(*foreign));
    }
    Ok(cases.keys().copied().collect())
}

/// The trigger: a frozen figure of a quarter that is over, an order that ran out, a stated problem.
fn triggered(ground: &Ground, today: Date) -> Result<(), Refusal> {
    match ground {
        Ground::OrderNotPerformed { order, on } => {
            stated(order)?;
            Ok(happened(*on, *on, today)?)
        }
        Ground::TargetMissed { quarter, target, variant, frozen_on, .. } => {
            stated(target)?;
            stated(variant)?;
            if quarter.from > quarter.to || quarter.to >= today {
                return Err(Refusal::QuarterNotOver(quarter.to));
            }
            if *frozen_on <= quarter.to || *frozen_on > today {
                return Err(Refusal::NotFrozen);
            }
            Ok(())
        }
        Ground::OutstandingProblem { finding } => stated(finding),
    }
}

fn draft(order: &Draft, listing: bool, ctx: &Circumstances<'_>) -> Decided {
    if order.unit == ctx.actor.agency {
        return Err(Refusal::OwnUnit);
    }
    triggered(&order.ground, ctx.today())?;
    let cases = own_cases(&order.cases, order.unit)?;
    let threshold = order.threshold.max(1);
    if u32::try_from(cases.len()).unwrap_or(u32::MAX) < threshold {
        return Err(Refusal::BelowThreshold(threshold));
    }
    Ok(vec![Fact::Drafted {
        unit: order.unit,
        ground: order.ground.clone(),
        cases,
        threshold,
        listing,
        by: me(ctx),
        on: ctx.today(),
    }])
}

fn sign_talk(state: &State, ctx: &Circumstances<'_>) -> Decided {
    let by = signature(state, ctx)?;
    Ok(vec![Fact::TalkSigned { by, on: ctx.today() }])
}

/// The record, and measures with days within the term of rectification (C-314, C-319).
fn hold_talk(state: &State, talk: &Talk, ctx: &Circumstances<'_>) -> Decided {
    supervisor(state, ctx)?;
    happened(talk.on, state.latest_on, ctx.today())?;
    stated(&talk.led_by)?;
    stated(&talk.attended_by)?;
    stated(&talk.record)?;
    if talk.commitments.is_empty() {
        return Err(Refusal::CommitmentsMissing);
    }
    let last = ctx.last_day(RECTIFY_RULE, talk.on)?;
    let mut seen = BTreeSet::new();
    for commitment in &talk.commitments {
        stated(&commitment.what)?;
        if !seen.insert(commitment.what.trim()) {
            return Err(Refusal::MeasuresRepeated);
        }
        if commitment.due < talk.on || commitment.due > last {
            return Err(Refusal::DueTooLate(last));
        }
    }
    Ok(vec![Fact::TalkHeld { talk: talk.clone() }])
}

/// Who does not come to the talk has promised nothing: the next rung is due.
fn absent(state: &State, on: Date, ctx: &Circumstances<'_>) -> Decided {
    supervisor(state, ctx)?;
    happened(on, state.latest_on, ctx.today())?;
    Ok(vec![proposed(state, "未到场接受约谈", None, ctx)])
}

fn proposed(state: &State, why: &str, ground: Option<Ground>, ctx: &Circumstances<'_>) -> Fact {
    Fact::ListingProposed { stood: state.stage, why: why.to_owned(), ground, on: ctx.today() }
}

fn report_rectified(state: &State, evidence: &[(u32, String)], ctx: &Circumstances<'_>) -> Decided {
    own(state, ctx)?;
    let promised = state.talk.iter().flat_map(|talk| &talk.commitments).count();
    let mut numbers = 1..=u32::try_from(promised).unwrap_or(u32::MAX);
    let proved = |no: u32| evidence.iter().any(|(of, text)| *of == no && !text.trim().is_empty());
    if let Some(missing) = numbers.find(|no| !proved(*no)) {
        return Err(Refusal::EvidenceMissing(missing));
    }
    if state.evidence == evidence {
        return Err(Refusal::MeasuresRepeated);
    }
    Ok(vec![Fact::RectificationReported { evidence: evidence.to_vec(), on: ctx.today() }])
}

/// The first rejection lets the term run anew; the second leads to the list.
fn verify(state: &State, rectified: bool, finding: &str, ctx: &Circumstances<'_>) -> Decided {
    supervisor(state, ctx)?;
    stated(finding)?;
    let (finding, on) = (finding.to_owned(), ctx.today());
    if rectified {
        settled(state)?;
        return Ok(vec![Fact::RectificationVerified { finding, on }]);
    }
    Ok(if state.rejected == 0 {
        vec![Fact::RectificationRejected { finding, on }]
    } else {
        vec![proposed(state, "两次核查均未整改到位", None, ctx)]
    })
}

/// No appeal waits for its decision.
pub(super) fn settled(state: &State) -> Result<(), Refusal> {
    if state.pending().next().is_some() { Err(Refusal::AppealPending) } else { Ok(()) }
}

/// The target is missed in a later quarter, while the talk's promises run (S21.2).
fn missed_again(state: &State, ground: &Ground, ctx: &Circumstances<'_>) -> Decided {
    supervisor(state, ctx)?;
    let quarter = ground.quarter().ok_or(Refusal::NotALaterQuarter)?;
    triggered(ground, ctx.today())?;
    let before = state.grounds.iter().filter_map(Ground::quarter).map(|known| known.to).max();
    let talked = state.talk.as_ref().map(|talk| talk.on);
    if before.is_some_and(|to| quarter.from <= to) || talked.is_some_and(|on| on > quarter.to) {
        return Err(Refusal::NotALaterQuarter);
    }
    Ok(vec![proposed(state, "下一季度仍未完成考核指标", Some(ground.clone()), ctx)])
}

fn sign_listing(state: &State, goal: &str, ctx: &Circumstances<'_>) -> Decided {
    let by = signature(state, ctx)?;
    stated(goal)?;
    settled(state)?;
    let term = Term::new(TERM_RULE, ctx.today());
    term.last_day(ctx)?;
    Ok(vec![Fact::Listed { goal: goal.to_owned(), term, by, on: ctx.today() }])
}

fn report_week(state: &State, done: &str, next: &str, ctx: &Circumstances<'_>) -> Decided {
    own(state, ctx)?;
    stated(done)?;
    stated(next)?;
    let last = state.listing.iter().flat_map(|listing| &listing.reports).next_back();
    if last.is_some_and(|report| report.done.trim() == done.trim()) {
        return Err(Refusal::MeasuresRepeated);
    }
    let report = Report { done: done.to_owned(), next: next.to_owned(), on: ctx.today() };
    Ok(vec![Fact::WeekReported { report }])
}

/// After a referral the listing has no term any more: only the re-check ends it.
fn term_passed(state: &State, ctx: &Circumstances<'_>) -> Decided {
    let runs = state.listing.as_ref().is_some_and(|listing| listing.referred_on.is_none());
    if !runs {
        return Err(Refusal::NoSuchClock);
    }
    Ok(vec![Fact::TermPassed { on: ctx.today() }])
}

fn extend(state: &State, reason: &str, ctx: &Circumstances<'_>) -> Decided {
    let by = signature(state, ctx)?.person;
    stated(reason)?;
    let term = state.listing.as_ref().map(|listing| &listing.term).ok_or(Refusal::NotBegun)?;
    if term.extended > 0 {
        return Err(Refusal::ExtendedOnce);
    }
    let rule = ctx.law.rule(TERM_RULE).ok();
    let units = rule.and_then(|rule| rule.extensions.first()).and_then(|stage| stage.n);
    let units = units.ok_or(Refusal::ExtendedOnce)?;
    let reason = reason.to_owned();
    Ok(vec![Fact::ListingExtended { units, from: term.from, by, reason, on: ctx.today() }])
}

/// The facts go to the discipline body, which alone judges; the unit stays on the list (C-317).
fn refer(state: &State, facts: &str, ctx: &Circumstances<'_>) -> Decided {
    let by = signature(state, ctx)?.person;
    stated(facts)?;
    Ok(vec![Fact::AccountabilityReferred { facts: facts.to_owned(), by, on: ctx.today() }])
}

/// The measure ends; its clocks end with it, those of appeals that became moot too.
pub(super) fn withdrawn(state: &State, reason: &str, decided: Option<u32>, on: Date) -> Fact {
    let open = state.pending().map(|(no, _)| no).filter(|no| Some(*no) != decided);
    let mut ended: Vec<String> = open.map(|no| format!("{}:{no}", super::APPEAL)).collect();
    ended.extend(tell::clocks_of(state.stage).iter().map(|key| (*key).to_owned()));
    Fact::Withdrawn { reason: reason.to_owned(), ended, on }
}

/// The office's own step is late: a finding, and the clock runs again until it is done.
fn flag_late(state: &State, clock: &str, ctx: &Circumstances<'_>) -> Decided {
    let family = clock.split(':').next().unwrap_or(clock);
    let runs = if family == super::APPEAL {
        state.pending().any(|(no, _)| clock == format!("{family}:{no}"))
    } else {
        tell::clocks_of(state.stage).contains(&clock) && tell::own_duty(clock)
    };
    if !runs {
        return Err(Refusal::NoSuchClock);
    }
    Ok(vec![Fact::LatenessFound { clock: clock.to_owned(), on: ctx.today() }])
}
