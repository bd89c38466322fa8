//! Results of tracks: agreement, decision, ending without result. The umbrella records them and never
//! overwrites them; what was conceded on the way does not come here (I9).

use std::collections::BTreeSet;

use jiefen_procedure::{Circumstances, matrix};
use jiefen_vocab::{Agency, Outcome, PartyRole, Role, TrackKind};
use jiff::civil::Date;

use super::bars::Bar;
use super::common::{Decided, in_order, leaving, require};
use super::fact::Fact;
use super::orders::{Agreement, Decision, Due, EndGround, Ending, Reported};
use super::parts::{ConfirmationEnd, EffectLevel, Responsible, Track, TrackState};
use super::refusal::Refusal;
use super::state::{Stage, State, moves};
use crate::content::ContentFault;

/// 办理结果: what another unit reports of its own track. Only a track that carries the dispute moves it.
pub fn note_result(state: &State, report: &Reported, ctx: &Circumstances<'_>) -> Decided {
    let track = state.track_of(report.unit, TrackState::Running);
    let higher = matches!(state.stage, Stage::Escalated { by: Some(by), .. } if by == report.unit);
    if track.is_none() && !higher && made_it(state, report) {
        // The body that made the agreement follows its performance (人民调解法 31).
        in_order(report.on, state, ctx)?;
        let performed = Fact::PerformedInFull { unit: report.unit, on: report.on };
        return Ok(leaving(state, &["obligation", "performance"], &["remedy"], vec![performed]));
    }
    if track.is_none() && !higher {
        let Reported { unit, outcome, on, .. } = *report;
        let ended = TrackState::Ended { outcome, on };
        let below = state.tracks.iter().any(|track| track.unit == unit && track.state == ended);
        let told = below || state.above.contains(&(unit, outcome, on));
        return if told { Ok(Vec::new()) } else { Err(Bar::NoTrack.into()) };
    }
    in_order(report.on, state, ctx)?;
    // The report may have been long under way: what was due meanwhile is owed all the same.
    owed(state, &report.obligations, None)?;
    if let Some(rule) = &report.remedy {
        ctx.last_day(rule, report.on)?;
    }
    let ended = Fact::TrackEnded {
        track: track.map(|track| track.no),
        unit: report.unit,
        outcome: report.outcome,
        not_done: report.not_done.clone(),
        on: report.on,
    };
    let carries = track.is_none_or(|track| track.mode.is_none_or(moves));
    if !carries {
        return Ok(vec![ended]);
    }
    if let Some(stands) = track.and_then(|track| of_confirmation(state, report, track, ctx)) {
        return Ok(leaving(state, &["progress", "enforcement"], &[], vec![ended, stands]));
    }
    Ok(follow(state, report, track, ended))
}

/// True when a unit reports the performance of what was agreed before it or decided by it.
fn made_it(state: &State, report: &Reported) -> bool {
    let (_, owed) = standing(&state.stage);
    owed && report.outcome == Outcome::Performed && state.made(report.unit)
}

/// What the end of a judicial confirmation means for the agreement: confirmed, it may be enforced; not
/// accepted or withdrawn, it keeps the force it had and, while the 30 days run, may be brought again
/// (T-D-01). None: another track, or a rejection, after which the parties look for their next route
/// (民事诉讼法 206).
fn of_confirmation(
    state: &State,
    report: &Reported,
    track: &Track,
    ctx: &Circumstances<'_>,
) -> Option<Fact> {
    let (worked, _) = standing(&state.stage);
    if track.kind != TrackKind::JudicialConfirmation || !worked {
        return None;
    }
    let confirmed = match report.outcome {
        Outcome::Decided => true,
        Outcome::Withdrawn | Outcome::Refused => false,
        Outcome::Agreed | Outcome::Failed | Outcome::Performed | Outcome::Transferred => {
            return None;
        }
    };
    if !confirmed && state.effect.is_none() {
        return None;
    }
    let agreed = state.tracks.iter().rev().find_map(|track| match track.state {
        TrackState::Ended { outcome: Outcome::Agreed, on } => Some(on),
        TrackState::Ended { .. }
        | TrackState::Offered
        | TrackState::Running
        | TrackState::Declined
        | TrackState::Expired
        | TrackState::Recalled => None,
    });
    let runs = |from: &Date| ctx.last_day("T-D-01", *from).is_ok_and(|last| ctx.today() <= last);
    let open = state.obligations.iter().filter(|obligation| obligation.performed.is_none());
    Some(Fact::ConfirmationEnded(ConfirmationEnd {
        unit: report.unit,
        confirmed,
        owed: open.map(|obligation| (obligation.no, obligation.due)).collect(),
        window: agreed.filter(|from| !confirmed && runs(from)),
        back_to: track.sender.clone(),
        on: report.on,
    }))
}

fn follow(state: &State, report: &Reported, track: Option<&Track>, ended: Fact) -> Vec<Fact> {
    let Reported { unit, on, .. } = *report;
    let performed = Fact::PerformedInFull { unit, on };
    let (worked, owed) = standing(&state.stage);
    if owed && report.outcome == Outcome::Performed {
        return leaving(state, &["obligation", "performance"], &["remedy"], vec![ended, performed]);
    }
    if !worked {
        return vec![ended];
    }
    let next = match report.outcome {
        Outcome::Agreed => Fact::AgreementMade {
            unit,
            effect: report.effect.unwrap_or(EffectLevel::Contract),
            obligations: report.obligations.clone(),
            confirmable: report.confirmable,
            on,
        },
        Outcome::Decided => Fact::DecisionMade {
            unit,
            obligations: report.obligations.clone(),
            remedy: report.remedy.clone(),
            on,
        },
        Outcome::Performed => performed,
        Outcome::Failed => return without_result(state, track, ended, EndGround::NoAgreement, on),
        Outcome::Withdrawn => {
            return without_result(state, track, ended, EndGround::DeemedWithdrawn, on);
        }
        Outcome::Transferred => {
            return without_result(state, track, ended, EndGround::OtherRoute, on);
        }
        Outcome::Refused => return without_result(state, track, ended, EndGround::NotLawful, on),
    };
    leaving(state, &["progress", "enforcement"], &[], vec![ended, next])
}

/// Whether a result moves the dispute out of this stage, and whether performance is awaited in it.
fn standing(stage: &Stage) -> (bool, bool) {
    match stage {
        Stage::InProcess | Stage::Escalated { .. } | Stage::Suspended { .. } | Stage::Enforcing => {
            (true, false)
        }
        Stage::Agreed | Stage::Decided | Stage::Performing => (false, true),
        Stage::Detected
        | Stage::Received
        | Stage::Registered
        | Stage::Triage
        | Stage::Assigned { .. }
        | Stage::Unresolved
        | Stage::Withdrawn
        | Stage::Merged { .. }
        | Stage::Closed { .. }
        | Stage::Archived { .. }
        | Stage::Reopened => (false, false),
    }
}

/// A track has ended without result: another one that runs carries the dispute on, or the next route is
/// looked for. A delegated dispute comes back to who delegated it.
fn without_result(
    state: &State,
    track: Option<&Track>,
    ended: Fact,
    ground: EndGround,
    on: Date,
) -> Vec<Fact> {
    let own = track.map(|track| track.no);
    let other = state.running_tracks().find(|other| {
        Some(other.no) != own && other.mode.is_none_or(moves) && other.person.is_some()
    });
    let stays = matches!(state.stage, Stage::InProcess | Stage::Suspended { .. });
    if let Some((other, person)) = other.and_then(|other| other.person.clone().map(|p| (other, p)))
        && stays
    {
        let by = Responsible { unit: other.unit, person };
        return vec![ended, Fact::Carried { by, on }];
    }
    let back_to = track.and_then(|track| track.sender.clone());
    let unresolved = Fact::WentUnresolved { ground, back_to, on };
    leaving(state, &["progress", "enforcement"], &[], vec![ended, unresolved])
}

/// 达成协议: made by a track of the unit itself; every applicant and respondent has signed, and nobody
/// has taken the consent back (I5); the content is lawful (T-B-04, T-C-14).
pub fn record_agreement(state: &State, order: &Agreement, ctx: &Circumstances<'_>) -> Decided {
    let track = own_track(state, order.unit, ctx)?;
    in_order(order.on, state, ctx)?;
    require(order.lawful, Bar::NotLawful)?;
    require(live_consent(state, track.kind), Bar::ConsentWithdrawn)?;
    let mut due: BTreeSet<u32> = state.content.numbers(PartyRole::Applicant);
    due.extend(state.content.numbers(PartyRole::Respondent));
    require(due.is_subset(&order.signed), Bar::SignatureMissing)?;
    owed(state, &order.obligations, Some(order.on))?;
    let made = Fact::AgreementMade {
        unit: order.unit,
        effect: order.effect,
        obligations: order.obligations.clone(),
        confirmable: order.confirmable,
        on: order.on,
    };
    let facts = vec![end_of(track, Outcome::Agreed, order.on), made];
    Ok(leaving(state, &["progress"], &[], facts))
}

/// 作出裁决、决定: only by the body whose track it is, and never in a mediation.
pub fn record_decision(state: &State, order: &Decision, ctx: &Circumstances<'_>) -> Decided {
    let track = own_track(state, order.unit, ctx)?;
    require(!matrix::is_mediation(track.kind), Bar::MediationCannotDecide)?;
    in_order(order.on, state, ctx)?;
    owed(state, &order.obligations, Some(order.on))?;
    if let Some(rule) = &order.remedy {
        ctx.last_day(rule, order.on)?;
    }
    let made = Fact::DecisionMade {
        unit: order.unit,
        obligations: order.obligations.clone(),
        remedy: order.remedy.clone(),
        on: order.on,
    };
    let facts = vec![end_of(track, Outcome::Decided, order.on), made];
    Ok(leaving(state, &["progress"], &[], facts))
}

/// 未化解: the unit's own track ends on a listed ground; the parties are told their routes (人民调解法 26).
pub fn end_unresolved(state: &State, order: Ending, ctx: &Circumstances<'_>) -> Decided {
    let Ending { unit, ground, on } = order;
    let track = own_track(state, unit, ctx)?;
    in_order(on, state, ctx)?;
    let outcome = match ground {
        EndGround::Refused
        | EndGround::TermPassed
        | EndGround::NoAgreement
        | EndGround::Unreachable => Outcome::Failed,
        EndGround::OtherRoute => Outcome::Transferred,
        EndGround::NotLawful => Outcome::Refused,
        EndGround::DeemedWithdrawn => Outcome::Withdrawn,
    };
    Ok(without_result(state, Some(track), end_of(track, outcome, on), ground, on))
}

fn end_of(track: &Track, outcome: Outcome, on: Date) -> Fact {
    Fact::TrackEnded { track: Some(track.no), unit: track.unit, outcome, not_done: None, on }
}

/// The running track of a unit that speaks for itself. Coordinators, leading groups and assessors never
/// give an outcome (I10).
fn own_track<'a>(
    state: &'a State,
    unit: Agency,
    ctx: &Circumstances<'_>,
) -> Result<&'a Track, Refusal> {
    let outsider = matches!(ctx.actor.role, Role::Coordinator | Role::Leader | Role::Assessor);
    require(!outsider, Bar::OutcomeBarred)?;
    require(unit == ctx.actor.agency, Bar::NotTheTracksBody)?;
    state.track_of(unit, TrackState::Running).ok_or_else(|| Bar::NoTrack.into())
}

/// No party's latest word on the route is a refusal (I5).
fn live_consent(state: &State, track: TrackKind) -> bool {
    state.content.parties.iter().all(|party| {
        let mut said = state.content.consents.iter().rev();
        let last = said.find(|consent| consent.party == party.no && consent.to == track);
        last.is_none_or(|consent| consent.given)
    })
}

/// Obligations fall on parties of the dispute, not before the day on which they arise (when that is known),
/// and amounts are not negative.
fn owed(state: &State, obligations: &[Due], on: Option<Date>) -> Result<(), Refusal> {
    for due in obligations {
        if !state.content.has(due.party) {
            return Err(ContentFault::UnknownParty { party: due.party }.into());
        }
        if due.amount.is_some_and(|amount| amount.0 < 0) {
            return Err(ContentFault::NegativeAmount.into());
        }
        require(on.is_none_or(|on| due.due >= on), Bar::ObligationInPast)?;
    }
    Ok(())
}
