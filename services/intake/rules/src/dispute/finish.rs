//! The end: withdrawal, performance, breach, notices, closing, re-opening; and the ladder of expiry.

use std::collections::BTreeSet;

use jiefen_procedure::{Circumstances, Consent, matrix};
use jiefen_vocab::{DisputeKind, Outcome};
use jiff::ToSpan;
use jiff::civil::Date;

use super::arrive::speakers;
use super::bars::Bar;
use super::clocks::{duty_rule, family, is_right};
use super::common::{
    Decided, fulfilling, in_order, leaving, named, possible, preceded, proved, require, written,
};
use super::fact::Fact;
use super::orders::{Performance, ReopenGround, Reopening, Service, Withdrawal};
use super::parts::{Closing, EffectLevel, NoticeDue, Obligation, Proof, Rung, Track, TrackState};
use super::refusal::Refusal;
use super::state::{Stage, State};
use crate::content::{ContentFault, Door};
use crate::party_check::LABOUR_GROUP;

/// Months within which a re-opening counts against the unit that closed (§8).
const SOON_MONTHS: i32 = 6;

/// 撤回: by the claimant, without pressure; with leave where a court or reconsideration body has the case;
/// of several applicants each for itself (§8).
pub fn withdraw(state: &State, order: &Withdrawal, ctx: &Circumstances<'_>) -> Decided {
    let applicants = state.applicants();
    require(applicants.contains(&order.party), Bar::NotClaimant)?;
    require(!state.withdrawn.contains(&order.party), Bar::WithdrawnAlready)?;
    possible(order.on, state, ctx)?;
    require(order.risk_checked, Bar::PressureNotChecked)?;
    let against_agency =
        matches!(state.content.kind, DisputeKind::Administrative | DisputeKind::LandExpropriation);
    require(!against_agency || order.called_back, Bar::NotCalledBack)?;
    let strict = state.running_tracks().any(|track| matrix::needs_leave(track.kind));
    let leave = order.leave.as_ref().is_some_and(|leave| !leave.trim().is_empty());
    require(!strict || leave, Bar::LeaveMissing)?;
    let mut withdrawn: BTreeSet<u32> = state.withdrawn.clone();
    withdrawn.insert(order.party);
    let all = applicants.is_subset(&withdrawn);
    let leave = order.leave.clone();
    let fact = Fact::Withdrawn { party: order.party, all, leave, on: order.on };
    Ok(if all { leaving(state, &[], &[], vec![fact]) } else { vec![fact] })
}

/// 确认履行: with a proof for each obligation; with the last one the dispute closes, when its file is
/// complete and its notices are proved (I6).
pub fn confirm_performance(state: &State, order: &Performance, ctx: &Circumstances<'_>) -> Decided {
    let Performance { obligation: no, ref proof, on, file_complete } = *order;
    let obligation = open_obligation(state, no)?;
    proved(proof)?;
    possible(on, state, ctx)?;
    let others = |other: &Obligation| other.no == obligation.no || other.performed.is_some();
    let last = state.obligations.iter().all(others);
    let closes = last && file_complete && settled(state).is_ok();
    let waits = last && !closes && !state.running.contains("closing");
    let key = format!("obligation:{no}");
    let performed = Fact::ObligationPerformed {
        obligation: no,
        proof: proof.clone(),
        on,
        due: obligation.due,
        last: waits.then(|| ctx.today()),
    };
    let mut facts = fulfilling(state, &key, vec![performed]);
    if closes {
        let off = state.running.iter().filter(|other| **other != key).cloned().collect();
        let closed =
            Fact::Closed { result: Closing::Performed, by: ctx.actor.agency, on: ctx.today() };
        facts.extend(preceded(Vec::new(), off, vec![closed]));
    }
    Ok(facts)
}

fn open_obligation(state: &State, no: u32) -> Result<&Obligation, Refusal> {
    let obligation = state.obligations.iter().find(|obligation| obligation.no == no);
    let obligation = obligation.ok_or(Bar::NoObligation)?;
    require(obligation.performed.is_none(), Bar::PerformedAlready)?;
    Ok(obligation)
}

/// 报告违约: after the due day; the force of the agreement decides what follows (§6).
pub fn report_breach(state: &State, no: u32, on: Date, ctx: &Circumstances<'_>) -> Decided {
    let obligation = open_obligation(state, no)?;
    possible(on, state, ctx)?;
    require(on > obligation.due, Bar::NotYetDue)?;
    require(!remedy_open(state), Bar::RemedyOpen)?;
    let enforceable = state.effect.is_some_and(EffectLevel::enforceable);
    let breached = Fact::Breached { obligation: no, enforceable, on };
    Ok(leaving(state, &[], &[], vec![breached]))
}

/// A remedy may still be used: its clock runs, or the decision that opens it is not served yet.
fn remedy_open(state: &State) -> bool {
    let unserved = |notice: &NoticeDue| {
        notice.form == "decision"
            && notice.rule.is_some()
            && notice.to.iter().any(|no| notice.served.iter().all(|served| served.party != *no))
    };
    let waits = state.stage == Stage::Decided && state.notices.iter().any(unserved);
    waits || state.running.iter().any(|key| family(key) == "remedy")
}

/// 登记送达: a proof of receipt, or a documented attempt (I6, T-A-05); each party's own receipt starts its
/// own remedy.
pub fn serve_notice(state: &State, order: &Service, ctx: &Circumstances<'_>) -> Decided {
    let Service { notice: no, party, ref proof, on } = *order;
    let notice = state.notices.iter().find(|notice| notice.no == no).ok_or(Bar::NoNotice)?;
    require(notice.to.contains(&party), Bar::NotAddressed)?;
    possible(on, state, ctx)?;
    if let Proof::Attempted { record } = proof {
        proved(record)?;
    }
    let attempted = |proof: &Proof| matches!(proof, Proof::Attempted { .. });
    let received = |no: &u32| {
        notice.served.iter().any(|served| served.party == *no && !attempted(&served.proof))
    };
    require(!received(&party), Bar::ServedAlready)?;
    let tells = notice.form == "decision" && state.stage == Stage::Decided && !attempted(proof);
    Ok(vec![Fact::NoticeServed {
        notice: no,
        form: notice.form.clone(),
        party,
        proof: proof.clone(),
        on,
        remedy: notice.rule.clone().filter(|_| tells),
    }])
}

/// 渠道答复: the petition's, 12315 complaint's or court door's own answer has gone out (T-L-01, T-Q-01, T-E-02).
pub fn answer_channel(state: &State, no: u32, on: Date, ctx: &Circumstances<'_>) -> Decided {
    let door = state.doors.iter().find(|door| door.no == no).ok_or(Bar::NoDoor)?;
    require(Door::answer_rule(door.channel).is_some(), Bar::NoDoor)?;
    require(door.answered_on.is_none(), Bar::AnsweredAlready)?;
    require(on <= ctx.today(), Bar::DateInFuture)?;
    require(on >= door.on, Bar::DateBeforeDispute)?;
    let answered = Fact::ChannelAnswered { door: no, on };
    Ok(fulfilling(state, &format!("channel_answer:{no}"), vec![answered]))
}

/// 登记同意: a party's latest word on a route (I5).
pub fn record_consent(state: &State, consent: &Consent, ctx: &Circumstances<'_>) -> Decided {
    if !state.content.has(consent.party) {
        return Err(ContentFault::UnknownParty { party: consent.party }.into());
    }
    require(consent.on <= ctx.today(), Bar::DateInFuture)?;
    Ok(vec![Fact::ConsentRecorded { consent: consent.clone() }])
}

/// 推选代表人: applicants only; petition at most 5 (T-L-09), joint consumer complaint 2 (T-Q-10), workers
/// from ten on (T-H-17).
pub fn name_representatives(state: &State, parties: &BTreeSet<u32>) -> Decided {
    require(!parties.is_empty() && parties.is_subset(&state.applicants()), Bar::NotClaimant)?;
    require(parties.len() <= speakers(state), Bar::TooManyRepresentatives)?;
    let few = state.content.kind == DisputeKind::Labour && state.content.people < LABOUR_GROUP;
    require(!few, Bar::CollectiveTooSmall)?;
    Ok(vec![Fact::RepresentativesNamed { parties: parties.clone() }])
}

/// 确定责任人 (I1, C-262).
pub fn name_person(state: &State, person: &str, ctx: &Circumstances<'_>) -> Decided {
    named(person)?;
    require(ctx.actor.agency == state.responsible.unit, Bar::NotResponsible)?;
    Ok(vec![Fact::PersonNamed { person: person.to_owned() }])
}

/// 结案: the file is complete, no track is open, every notice is proved or its attempt documented (I6),
/// and the result fits.
pub fn close(
    state: &State,
    result: Closing,
    file_complete: bool,
    ctx: &Circumstances<'_>,
) -> Decided {
    require(file_complete, Bar::FileIncomplete)?;
    settled(state)?;
    let open = !state.all_performed();
    require(fitting(&state.stage) == Some(result), Bar::ResultDoesNotFit)?;
    let owed = !matches!(result, Closing::Withdrawn | Closing::NotPursued);
    let unproved = state.stage == Stage::Enforcing && state.obligations.is_empty();
    require(!(owed && (open || unproved)), Bar::ObligationsOpen)?;
    Ok(closed(state, result, ctx))
}

/// The result with which a dispute is closed out of a stage.
fn fitting(stage: &Stage) -> Option<Closing> {
    match stage {
        Stage::Agreed => Some(Closing::Agreed),
        Stage::Decided => Some(Closing::Decided),
        Stage::Performing | Stage::Enforcing => Some(Closing::Performed),
        Stage::Withdrawn => Some(Closing::Withdrawn),
        Stage::Unresolved => Some(Closing::NotPursued),
        Stage::Detected
        | Stage::Received
        | Stage::Registered
        | Stage::Triage
        | Stage::Assigned { .. }
        | Stage::InProcess
        | Stage::Escalated { .. }
        | Stage::Suspended { .. }
        | Stage::Merged { .. }
        | Stage::Closed { .. }
        | Stage::Archived { .. }
        | Stage::Reopened => None,
    }
}

fn closed(state: &State, result: Closing, ctx: &Circumstances<'_>) -> Vec<Fact> {
    let fact = Fact::Closed { result, by: ctx.actor.agency, on: ctx.today() };
    leaving(state, &["closing", "performance", "route_choice"], &[], vec![fact])
}

/// What must be settled before any closing (I6).
fn settled(state: &State) -> Result<(), Refusal> {
    let pending = |state: TrackState| matches!(state, TrackState::Running | TrackState::Offered);
    require(!state.tracks.iter().any(|track| pending(track.state)), Bar::TracksOpen)?;
    require(state.unproved().is_none(), Bar::NoticeUnproved)?;
    let owed = state.running.iter().any(|key| family(key) == "channel_answer");
    require(!owed, Bar::ChannelUnanswered)?;
    require(!remedy_open(state), Bar::RemedyOpen)
}

/// 回访: after closing or while performance runs.
pub fn record_visit(state: &State, on: Date, satisfied: bool, ctx: &Circumstances<'_>) -> Decided {
    possible(on, state, ctx)?;
    Ok(vec![Fact::Visited { on, satisfied }])
}

/// 归档: read-only from now on.
pub fn archive(ctx: &Circumstances<'_>) -> Vec<Fact> {
    vec![Fact::Archived { on: ctx.today() }]
}

/// 重启: on a listed ground, never for the same facts and grounds after re-review or lawful termination
/// (T-L-07, T-M-01); a new episode, the old figures stay.
pub fn reopen(state: &State, order: &Reopening, ctx: &Circumstances<'_>) -> Decided {
    require(!order.ended_by_law, Bar::EndedByLaw)?;
    written(&order.reasons)?;
    let closed = state.episodes.last().ok_or(Bar::ResultDoesNotFit)?;
    let closed_on = closed.closed_on;
    require(closed.result != Closing::Advice, Bar::AdviceHasNoDispute)?;
    require(order.on <= ctx.today(), Bar::DateInFuture)?;
    require(order.on >= closed_on, Bar::DateOutOfOrder)?;
    require(fits(state, order.ground), Bar::GroundDoesNotFit)?;
    let until = closed_on.checked_add(SOON_MONTHS.months()).unwrap_or(Date::MAX);
    Ok(vec![Fact::Reopened {
        ground: order.ground,
        reasons: order.reasons.clone(),
        soon: order.on <= until,
        on: order.on,
    }])
}

/// A ground needs what it attacks: an agreement that is void or broken, a decision that was reviewed. New
/// facts and a wrong closing need nothing but their reasons.
fn fits(state: &State, ground: ReopenGround) -> bool {
    let decided =
        |track: &Track| matches!(track.state, TrackState::Ended { outcome: Outcome::Decided, .. });
    let decision = state.effect == Some(EffectLevel::Decision);
    match ground {
        ReopenGround::NewFacts | ReopenGround::ClosedWrongly => true,
        ReopenGround::AgreementVoid => state.effect.is_some() && !decision,
        ReopenGround::Breach => state.effect.is_some(),
        ReopenGround::ReviewGranted => {
            state.effect.is_some_and(EffectLevel::enforceable) || state.tracks.iter().any(decided)
        }
    }
}

/// 催办: a duty's clock has expired. Holder, its head, the centre, the coordinator are told in turn; only
/// performance stops the climb (§8).
pub fn chase(state: &State, clock: &str, ctx: &Circumstances<'_>) -> Decided {
    require(state.running.contains(clock), Bar::NoSuchClock)?;
    require(!is_right(clock), Bar::RightNotDuty)?;
    let rule = duty_rule(state, clock).ok_or(Bar::NoSuchClock)?;
    let rung = Rung::next(state.ladder.get(clock).copied());
    Ok(vec![Fact::Chased { clock: clock.to_owned(), rule: rule.to_owned(), rung, on: ctx.today() }])
}

/// 权利期限届满: a party's right was not used in its time; nothing is volunteered, it is recorded.
pub fn note_lapsed(state: &State, clock: &str, ctx: &Circumstances<'_>) -> Decided {
    require(state.running.contains(clock), Bar::NoSuchClock)?;
    require(is_right(clock), Bar::DutyNotRight)?;
    Ok(vec![Fact::RightLapsed { clock: clock.to_owned(), on: ctx.today() }])
}

/// 跟进履行: the agreement or decision is in force, its performance is followed.
pub fn follow_up(state: &State, ctx: &Circumstances<'_>) -> Decided {
    require(!remedy_open(state), Bar::RemedyOpen)?;
    in_order(ctx.today(), state, ctx)?;
    Ok(vec![Fact::FollowUpStarted { on: ctx.today() }])
}
