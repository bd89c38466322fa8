//! The hand-off as the umbrella sees it (case-lifecycle §4). The token itself lives in the hand-off; here
//! stands what it told us. Responsibility moves only on acceptance (I2).

use jiefen_handoff::Mode;
use jiefen_procedure::Circumstances;
use jiefen_vocab::{Agency, TrackKind};
use jiff::civil::Date;

use super::bars::Bar;
use super::clocks;
use super::common::{
    Decided, fulfilling, in_order, leaving, may_start, named, nothing_offered, possible, require,
    written,
};
use super::designate::PLACED;
use super::fact::Fact;
use super::orders::{Acceptance, Decline, Offered, Report, TaskEnd};
use super::parts::{Track, TrackState, Waiting};
use super::refusal::Refusal;
use super::state::{Stage, State, moves};

/// Declines after which only the centre's designation goes on (§4).
const DECLINES_MAX: u32 = 2;

/// 移送、委派、协办: the holder hands over, with a legal basis; two declines force a designation first. An
/// agreement in force goes to the court for its confirmation only, while the 30 days run (T-D-01). A protection order is
/// asked for in every stage, and the dispute stays where it is (反家庭暴力法 23; 法释〔2022〕17号 1).
pub fn refer(state: &State, offer: &Offered, ctx: &Circumstances<'_>) -> Decided {
    require(!matches!(offer.mode, Mode::Escalate | Mode::Return), Bar::ModeNotChosen)?;
    require(offer.unit != state.responsible.unit, Bar::SelfReference)?;
    written(&offer.basis)?;
    may_start(state, offer.track)?;
    if offer.track == TrackKind::ProtectionOrder {
        require(offer.mode == Mode::Assist, Bar::ProtectionBeside)?;
        return Ok(offered(state, offer, ctx));
    }
    let enforces = offer.track == TrackKind::Enforcement && offer.mode == Mode::Assist;
    if enforces && state.stage == Stage::Enforcing {
        // The creditor's application: whoever follows performance up goes on doing so.
        return Ok(offered(state, offer, ctx));
    }
    require(handed_over_in(&state.stage), Bar::SafetyOnly)?;
    if matches!(state.stage, Stage::Agreed | Stage::Performing) {
        let confirms = offer.track == TrackKind::JudicialConfirmation;
        let returns = offer.mode == Mode::Delegate;
        let open = state.running.contains("confirmation");
        require(confirms && returns && open, Bar::ConfirmationOnly)?;
    }
    if moves(offer.mode) {
        nothing_offered(state)?;
        let insisted = state.route.as_ref();
        let insisted = insisted.is_some_and(|route| route.insists && route.track == offer.track);
        let free = state.declines < DECLINES_MAX || insisted;
        require(free, Bar::DesignationForced)?;
    }
    Ok(offered(state, offer, ctx))
}

/// The stages in which a dispute is handed over, or help asked for with it.
fn handed_over_in(stage: &Stage) -> bool {
    match stage {
        Stage::Triage
        | Stage::Unresolved
        | Stage::InProcess
        | Stage::Agreed
        | Stage::Performing => true,
        Stage::Detected
        | Stage::Received
        | Stage::Registered
        | Stage::Assigned { .. }
        | Stage::Decided
        | Stage::Enforcing
        | Stage::Escalated { .. }
        | Stage::Suspended { .. }
        | Stage::Withdrawn
        | Stage::Merged { .. }
        | Stage::Closed { .. }
        | Stage::Archived { .. }
        | Stage::Reopened => false,
    }
}

/// An offer made elsewhere in the chain, or the echo of our own, which changes nothing.
pub fn note_offered(state: &State, offer: &Offered, ctx: &Circumstances<'_>) -> Decided {
    let known = |track: &Track| {
        track.unit == offer.unit && track.kind == offer.track && track.state == TrackState::Offered
    };
    if state.tracks.iter().any(known) {
        return Ok(Vec::new());
    }
    if moves(offer.mode) {
        nothing_offered(state)?;
    }
    Ok(offered(state, offer, ctx))
}

fn offered(state: &State, offer: &Offered, ctx: &Circumstances<'_>) -> Vec<Fact> {
    let assigns = moves(offer.mode) && matches!(state.stage, Stage::Triage | Stage::Unresolved);
    let awaited = moves(offer.mode) && (assigns || state.stage == Stage::InProcess);
    let fact = Fact::Offered { offer: offer.clone(), on: ctx.today(), assigns, awaited };
    if assigns { leaving(state, PLACED, &[], vec![fact]) } else { vec![fact] }
}

/// 对方接收: the clock of its own procedure starts with this event (T-C-02); the first inquirer is
/// released.
pub fn note_accepted(state: &State, order: &Acceptance, ctx: &Circumstances<'_>) -> Decided {
    let Acceptance { unit, ref person, ref case_no, on } = *order;
    named(person)?;
    let Some(track) = state.track_of(unit, TrackState::Offered) else {
        return escalation_accepted(state, unit, person, on, ctx);
    };
    in_order(on, state, ctx)?;
    let moves = track.mode.is_some_and(moves);
    let proceeds = moves && proceeds_from(&state.stage);
    let accepted = Fact::Accepted {
        unit,
        person: person.to_owned(),
        case_no: case_no.clone(),
        on,
        moves,
        proceeds,
    };
    Ok(if proceeds { leaving(state, PLACED, &[], vec![accepted]) } else { vec![accepted] })
}

/// The stages from which an acceptance carries the dispute into `in_process`.
fn proceeds_from(stage: &Stage) -> bool {
    match stage {
        Stage::Registered
        | Stage::Triage
        | Stage::Assigned { .. }
        | Stage::InProcess
        | Stage::Agreed
        | Stage::Decided
        | Stage::Performing
        | Stage::Unresolved
        | Stage::Reopened => true,
        Stage::Detected
        | Stage::Received
        | Stage::Enforcing
        | Stage::Escalated { .. }
        | Stage::Suspended { .. }
        | Stage::Withdrawn
        | Stage::Merged { .. }
        | Stage::Closed { .. }
        | Stage::Archived { .. } => false,
    }
}

fn escalation_accepted(
    state: &State,
    unit: Agency,
    person: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Decided {
    if let Stage::Escalated { to, by } = &state.stage {
        if *by == Some(unit) {
            return Ok(Vec::new());
        }
        if by.is_none() && unit.region == *to {
            in_order(on, state, ctx)?;
            let accepted = Fact::EscalationAccepted { unit, person: person.to_owned(), on };
            return Ok(leaving(state, &["reply"], &[], vec![accepted]));
        }
    }
    let known = state.track_of(unit, TrackState::Running).is_some();
    if known { Ok(Vec::new()) } else { Err(Bar::NoOffer.into()) }
}

/// 对方退回: the sender keeps the dispute (I2); the second decline forces a designation.
pub fn note_declined(state: &State, order: Decline, ctx: &Circumstances<'_>) -> Decided {
    let Decline { unit, ground, proposal } = order;
    let awaited = awaits(state, unit);
    open_track(state, unit)?;
    let waits = clocks::awaited(state) == Some(unit);
    let on = ctx.today();
    let mut facts = vec![Fact::Declined { unit, ground, proposal, on }];
    if awaited {
        let forced = state.declines.saturating_add(1) >= DECLINES_MAX;
        facts.push(if forced {
            let reasons = "两次退回，应当指定责任单位".to_owned();
            Fact::DesignationRequested { reasons, forced, proposal, on }
        } else {
            Fact::BackToTriage { on }
        });
    }
    Ok(replied(state, waits, facts))
}

/// 逾期未答复: counted against the receiver; the sender keeps the dispute (I2).
pub fn note_expired(state: &State, unit: Agency, ctx: &Circumstances<'_>) -> Decided {
    open_track(state, unit)?;
    let waits = clocks::awaited(state) == Some(unit);
    let on = ctx.today();
    let mut facts = vec![Fact::OfferExpired { unit, on }];
    if awaits(state, unit) {
        facts.push(Fact::BackToTriage { on });
    }
    Ok(replied(state, waits, facts))
}

/// 撤回移送: only before acceptance; later only by agreement (S18).
pub fn note_recalled(
    state: &State,
    unit: Agency,
    reason: &str,
    ctx: &Circumstances<'_>,
) -> Decided {
    written(reason)?;
    open_track(state, unit)?;
    let waits = clocks::awaited(state) == Some(unit);
    let on = ctx.today();
    let mut facts = vec![Fact::Recalled { unit, reason: reason.to_owned(), on }];
    if awaits(state, unit) {
        facts.push(Fact::BackToTriage { on });
    }
    Ok(replied(state, waits, facts))
}

fn open_track(state: &State, unit: Agency) -> Result<&Track, Refusal> {
    let track = state.track_of(unit, TrackState::Offered);
    let accepted = state.track_of(unit, TrackState::Running).is_some();
    let bar = if accepted { Bar::AcceptedAlready } else { Bar::NoOffer };
    track.ok_or_else(|| bar.into())
}

fn awaits(state: &State, unit: Agency) -> bool {
    state.stage == Stage::Assigned { waiting: Waiting::Reply { unit } }
}

/// The reply for which the dispute waits has come, or will not come any more.
fn replied(state: &State, waits: bool, facts: Vec<Fact>) -> Vec<Fact> {
    if waits { fulfilling(state, "reply", facts) } else { facts }
}

/// 协办结果: the help that was asked for has come to its end; the dispute stays where it is.
pub fn note_task(state: &State, end: TaskEnd, ctx: &Circumstances<'_>) -> Decided {
    let TaskEnd { unit, outcome, on } = end;
    let asked = |track: &&Track| {
        let open = matches!(track.state, TrackState::Offered | TrackState::Running);
        open && track.unit == unit && track.mode == Some(Mode::Assist)
    };
    let track = state.tracks.iter().rev().find(asked).ok_or(Bar::NoTrack)?;
    in_order(on, state, ctx)?;
    let track = Some(track.no);
    Ok(vec![Fact::TrackEnded { track, unit, outcome, not_done: None, on }])
}

/// 办理进展: a step of a running track; the holder's own report renews the reporting clock.
pub fn note_progress(state: &State, report: &Report, ctx: &Circumstances<'_>) -> Decided {
    let unit = report.unit;
    let escalated = matches!(state.stage, Stage::Escalated { by: Some(by), .. } if by == unit);
    let known = state.track_of(unit, TrackState::Running).is_some() || escalated;
    require(known, Bar::NoTrack)?;
    written(&report.step)?;
    possible(report.on, state, ctx)?;
    let renews = unit == state.responsible.unit && state.running.contains("progress");
    let noted = Fact::ProgressNoted {
        unit,
        step: report.step.clone(),
        session_failed: report.session_failed,
        on: report.on,
        next_on: report.next_on,
        renews,
    };
    Ok(if renews { fulfilling(state, "progress", vec![noted]) } else { vec![noted] })
}
