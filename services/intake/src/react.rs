//! What a fact of the umbrella means for custody, and what follows here from another agency's word.

use std::collections::BTreeSet;

use jiefen_handoff::{Input, Mode, Tell};
use jiefen_intake_rules::content::Door;
use jiefen_intake_rules::dispute::parts::{Closing, Route, TrackState, Waiting};
use jiefen_intake_rules::dispute::state::{Stage, State};
use jiefen_intake_rules::dispute::{
    Command, Fact as DisputeFact, known as known_tracks, orders, parts,
};
use jiefen_intake_rules::{Case, Fact};
use jiefen_ledger::{Cases, Reaction, Signal, Told};
use jiefen_procedure::matrix::Known;
use jiefen_procedure::{Beside, Brief};
use jiefen_proto::jiefen::coordination::v1::RoutesProposed;
use jiefen_terms::Query;
use jiefen_vocab::{Agency, DisputeId, Moment, Outcome, Role, TrackKind};
use prost::Message as _;

use crate::{IntakeArea, ROUTES_PROPOSED, case_id};

/// The rule of the reply to an offer: the county's own limit of one working day; for a petition five
/// working days (T-L-03).
fn reply_rule(track: TrackKind) -> &'static str {
    if track == TrackKind::Petition { "T-L-03" } else { "policy.handoff_reply" }
}

fn due(told: &Told<'_>, track: TrackKind) -> Moment {
    let today = told.ctx.today();
    // A protection order is ruled on within its hours (T-R-02).
    let hours = Query::new("T-R-02", told.ctx.now.local());
    let last = if track == TrackKind::ProtectionOrder {
        told.ctx.law.end(&hours).map(|end| end.day()).ok()
    } else {
        told.ctx.last_day(reply_rule(track), today).ok()
    };
    // The rules are shipped with the program; without one the reply is due on the same day.
    Moment::end_of(last.unwrap_or(today))
}

/// The governance centre of a region.
fn centre(region: jiefen_vocab::Region) -> Option<Agency> {
    format!("{region}.centre").parse().ok()
}

fn offer(told: &Told<'_>, to: Agency, mode: Mode, track: TrackKind, co: BTreeSet<Agency>) -> Input {
    Input::Offer { to, mode, due: due(told, track), brief: told.id, co_units: co, result_due: None }
}

/// What a fact means for the custody of the dispute.
pub fn custody(told: &Told<'_>, fact: &Fact, case: &Case) -> Vec<Input> {
    match (fact, case) {
        (Fact::Dispute(fact), Case::Dispute(state)) => of_dispute(told, fact, state),
        // Only a dispute is in anybody's custody.
        (
            Fact::Inquiry(_)
            | Fact::Dispute(_)
            | Fact::MassIncident(_)
            | Fact::RiskCase(_)
            | Fact::Screening(_)
            | Fact::Watch(_)
            | Fact::Request(_),
            Case::Dispute(_)
            | Case::Inquiry(_)
            | Case::MassIncident(_)
            | Case::RiskCase(_)
            | Case::Screening(_)
            | Case::Watch(_)
            | Case::Request(_),
        ) => vec![],
    }
}

fn of_dispute(told: &Told<'_>, fact: &DisputeFact, state: &State) -> Vec<Input> {
    match fact {
        DisputeFact::Detected(_) | DisputeFact::InquiryRecorded(_) => vec![Input::Open],
        DisputeFact::Offered { offer: o, .. } => {
            vec![offer(told, o.unit, o.mode, o.track, BTreeSet::new())]
        }
        DisputeFact::Designated { unit, track, co_units, .. } => {
            designated(told, state, *unit, *track, co_units)
        }
        DisputeFact::DesignationRequested { forced: false, proposal, .. } => {
            vec![Input::RequestDesignation { proposal: *proposal, brief: told.id }]
        }
        DisputeFact::Escalated { to, .. } => escalated(told, *to),
        DisputeFact::ReturnedDown { unit, .. } if *unit != told.agency => {
            vec![offer(told, *unit, Mode::Transfer, TrackKind::JointMediation, BTreeSet::new())]
        }
        DisputeFact::Closed { result, .. } if state.taken_from.is_some() => report(told, *result),
        DisputeFact::DesignationRequested { .. }
        | DisputeFact::ReturnedDown { .. }
        | DisputeFact::Closed { .. }
        | DisputeFact::DutiesEnded { .. }
        | DisputeFact::TakenOver(_)
        | DisputeFact::Registered { .. }
        | DisputeFact::Answered { .. }
        | DisputeFact::Merged { .. }
        | DisputeFact::Unmerged { .. }
        | DisputeFact::Absorbed { .. }
        | DisputeFact::Released { .. }
        | DisputeFact::Linked { .. }
        | DisputeFact::SplitOff { .. }
        | DisputeFact::Classified { .. }
        | DisputeFact::RoutesOffered { .. }
        | DisputeFact::RouteChosen { .. }
        | DisputeFact::OwnTrackOpened { .. }
        | DisputeFact::Objected { .. }
        | DisputeFact::DesignationFinal { .. }
        | DisputeFact::Accepted { .. }
        | DisputeFact::Declined { .. }
        | DisputeFact::OfferExpired { .. }
        | DisputeFact::Recalled { .. }
        | DisputeFact::BackToTriage { .. }
        | DisputeFact::ProgressNoted { .. }
        | DisputeFact::TrackEnded { .. }
        | DisputeFact::Carried { .. }
        | DisputeFact::AgreementMade { .. }
        | DisputeFact::DecisionMade { .. }
        | DisputeFact::ConfirmationEnded(_)
        | DisputeFact::WentUnresolved { .. }
        | DisputeFact::EscalationAccepted { .. }
        | DisputeFact::Suspended { .. }
        | DisputeFact::Resumed { .. }
        | DisputeFact::Withdrawn { .. }
        | DisputeFact::FollowUpStarted { .. }
        | DisputeFact::ObligationPerformed { .. }
        | DisputeFact::Breached { .. }
        | DisputeFact::PerformedInFull { .. }
        | DisputeFact::NoticeServed { .. }
        | DisputeFact::ChannelAnswered { .. }
        | DisputeFact::ConsentRecorded { .. }
        | DisputeFact::RepresentativesNamed { .. }
        | DisputeFact::PersonNamed { .. }
        | DisputeFact::Visited { .. }
        | DisputeFact::Archived { .. }
        | DisputeFact::Reopened { .. }
        | DisputeFact::Chased { .. }
        | DisputeFact::RightLapsed { .. } => vec![],
    }
}

/// The centre that had the dispute before learns how it was closed.
fn report(told: &Told<'_>, result: Closing) -> Vec<Input> {
    vec![Input::Report { outcome: outcome(result), brief: told.id }]
}

/// The centre of the region above gets the dispute.
fn escalated(told: &Told<'_>, to: jiefen_vocab::Region) -> Vec<Input> {
    let up = |to| offer(told, to, Mode::Escalate, TrackKind::JointMediation, BTreeSet::new());
    centre(to).map(up).into_iter().collect()
}

/// A centre that holds the dispute and names the unit offers it to that unit. One that names it for
/// another holder, or after two declines, answers the protocol's request instead; what the centre above
/// has named is offered by the protocol itself.
fn designated(
    told: &Told<'_>,
    state: &State,
    unit: Agency,
    track: TrackKind,
    co_units: &[parts::CoUnit],
) -> Vec<Input> {
    if told.ctx.actor.role == Role::System || unit == told.agency {
        return vec![];
    }
    let co: BTreeSet<Agency> = co_units.iter().map(|co| co.unit).collect();
    let mode = if co.is_empty() { Mode::Transfer } else { Mode::Lead };
    let forced = state.declines >= 2 || state.responsible.unit != told.agency;
    if !forced {
        return vec![offer(told, unit, mode, track, co)];
    }
    let due = due(told, track);
    let result_due = None;
    vec![Input::Designate { to: unit, mode, due, brief: told.id, co_units: co, result_due }]
}

fn outcome(result: Closing) -> Outcome {
    match result {
        Closing::Agreed => Outcome::Agreed,
        Closing::Decided => Outcome::Decided,
        Closing::Performed => Outcome::Performed,
        Closing::Withdrawn => Outcome::Withdrawn,
        Closing::Advice | Closing::NotPursued => Outcome::Failed,
    }
}

/// What travels with a hand-over of the dispute.
pub fn brief(case: &Case) -> Option<Brief> {
    let Case::Dispute(state) = case else { return None };
    let content = &state.content;
    let newest = state.tracks.last();
    let track = newest.map(|track| track.kind).or(state.route.as_ref().map(|route| route.track));
    Some(Brief {
        dispute: state.dispute,
        code: state.receipt.to_string(),
        kind: content.kind,
        channel: state.doors.first().map(|door| door.channel)?,
        place: content.place,
        other_place: content.other_places.first().copied(),
        summary: content.summary.clone(),
        parties: content.parties.clone(),
        amount: content.amount,
        people: content.people,
        flags: content.flags.clone(),
        received_on: state.interrupted_on,
        known: beside(state, track.unwrap_or(TrackKind::PeopleMediation)),
        track: track.unwrap_or(TrackKind::PeopleMediation),
        basis: basis(track).to_owned(),
        consents: content.consents.clone(),
    })
}

/// On what ground a unit is asked.
fn basis(track: Option<TrackKind>) -> &'static str {
    match track {
        Some(TrackKind::ProtectionOrder) => "反家庭暴力法 23",
        Some(_) | None => "贺党办〔2021〕15号 五(二)",
    }
}

/// What the umbrella knows of the dispute's other tracks, for the body that gets it on this one (I4).
fn beside(state: &State, track: TrackKind) -> Known {
    let mut known = known_tracks(state, track);
    known.tracks.remove(&track);
    known
}

/// The commands that follow here from what another agency said or did.
pub fn react(signal: &Signal<'_>, cases: &Cases<'_, IntakeArea>) -> Vec<Reaction<IntakeArea>> {
    let (dispute, command) = match signal {
        Signal::Taken { dispute, from, mode, brief, .. } => {
            let known = known(cases, *dispute);
            (*dispute, taken(*from, *mode, brief, known))
        }
        // The result came before, with its papers.
        Signal::Returned { .. } => return vec![],
        Signal::Tell { dispute, tell, now } => {
            let Some(state) = known(cases, *dispute) else { return vec![] };
            (*dispute, told(tell, state, cases.beside(), *now))
        }
        Signal::Event { envelope, .. } => {
            let Some(dispute) = envelope.dispute else { return vec![] };
            let Some(state) = known(cases, dispute) else { return vec![] };
            (dispute, event(&envelope.kind, &envelope.payload, state))
        }
    };
    let case = case_id(dispute);
    command.map(|command| Reaction { case, command: command.into() }).into_iter().collect()
}

fn known<'a>(cases: &'a Cases<'_, IntakeArea>, dispute: DisputeId) -> Option<&'a State> {
    match cases.get(case_id(dispute)) {
        Some(Case::Dispute(state)) => Some(state),
        Some(
            Case::Inquiry(_)
            | Case::MassIncident(_)
            | Case::RiskCase(_)
            | Case::Screening(_)
            | Case::Watch(_)
            | Case::Request(_),
        )
        | None => None,
    }
}

/// A dispute has come from another centre: the umbrella is opened here, or it has come back down.
fn taken(from: Agency, mode: Mode, brief: &Brief, known: Option<&State>) -> Option<Command> {
    if let Some(state) = known {
        let back = matches!(state.stage, Stage::Escalated { .. });
        let guidance = "上级中心交回办理".to_owned();
        return back.then_some(Command::ReturnDown { unit: state.home, guidance });
    }
    let first = parts::FirstInquiry { unit: from, on: brief.received_on, released_on: None };
    Some(Command::TakeOver(Box::new(orders::TakeOver {
        brief: brief.clone(),
        other_places: brief.other_place.into_iter().collect(),
        from,
        mode,
        first_inquiry: first,
        doors: vec![Door {
            no: 1,
            channel: brief.channel,
            number: None,
            unit: from,
            on: brief.received_on,
            answered_on: None,
        }],
        declines: 0,
        returned: false,
        risk: parts::Risk::Normal,
    })))
}

/// What the hand-off protocol has to record in the umbrella. What is merely late changes nothing.
fn told(tell: &Tell, state: &State, beside: &Beside, now: Moment) -> Option<Command> {
    let offered = |unit| state.track_of(unit, TrackState::Offered).is_some();
    let running = |unit| state.track_of(unit, TrackState::Running).is_some();
    let higher = |unit: Agency| matches!(&state.stage, Stage::Escalated { by: None, to } if unit.region == *to);
    let above = |unit| matches!(state.stage, Stage::Escalated { by: Some(by), .. } if by == unit);
    let took = |unit: Agency| state.above.iter().any(|(by, ..)| *by == unit) && state.made(unit);
    let done = |unit: Agency, outcome: Outcome| outcome == Outcome::Performed && took(unit);
    match tell {
        Tell::Accepted { by, .. } => (offered(*by) || higher(*by)).then(|| {
            let given = beside.person.trim();
            let person =
                if given.is_empty() { format!("{by} 承办人") } else { given.to_owned() };
            let case_no = (!beside.number.is_empty()).then(|| beside.number.clone());
            Command::NoteAccepted(orders::Acceptance { unit: *by, person, case_no, on: now.day() })
        }),
        Tell::Declined { by, ground, proposal, .. } => offered(*by).then(|| {
            let (unit, ground, proposal) = (*by, *ground, *proposal);
            Command::NoteDeclined(orders::Decline { unit, ground, proposal })
        }),
        Tell::Expired { by, .. } => offered(*by).then_some(Command::NoteExpired { unit: *by }),
        Tell::OfferGone { .. } => {
            let track = state.tracks.iter().rev().find(|track| track.state == TrackState::Offered);
            let reason = "移交方撤回".to_owned();
            track.map(|track| Command::NoteRecalled { unit: track.unit, reason })
        }
        Tell::ProgressSeen { by, at, next, .. } => (running(*by) || above(*by)).then(|| {
            Command::NoteProgress(orders::Report {
                unit: *by,
                step: "progress".to_owned(),
                session_failed: false,
                on: at.day(),
                next_on: next.map(Moment::day),
            })
        }),
        Tell::ResultSeen { by, outcome, .. } => (running(*by) || above(*by) || done(*by, *outcome))
            .then(|| Command::NoteResult(Box::new(reported(*by, *outcome, state, beside, now)))),
        Tell::TaskDone { by, outcome, .. } => Some(task(*by, *outcome, state, now)),
        // Whoever does not help sends the matter on: what was asked for did not come about there.
        Tell::TaskDeclined { by, .. } => Some(task(*by, Outcome::Transferred, state, now)),
        Tell::DesignationSeen { to, .. } => designation(state, *to),
        Tell::OfferSeen { .. }
        | Tell::Objected { .. }
        | Tell::Overdue { .. }
        | Tell::ExpirySeen { .. }
        | Tell::ResultAcknowledged { .. }
        | Tell::DesignationForced { .. }
        | Tell::DesignationAsked { .. }
        | Tell::TaskSeen { .. }
        | Tell::TaskGone { .. } => None,
    }
}

/// How a unit that was asked for help has done with it.
fn task(unit: Agency, outcome: Outcome, state: &State, now: Moment) -> Command {
    let on = now.day().max(state.latest_on);
    Command::NoteTask(orders::TaskEnd { unit, outcome, on })
}

fn designation(state: &State, unit: Agency) -> Option<Command> {
    let waits = state.stage == Stage::Assigned { waiting: Waiting::Designation };
    let track = state.tracks.last().map_or(TrackKind::PeopleMediation, |track| track.kind);
    let basis = "贺党办〔2021〕15号 五(二)2".to_owned();
    waits.then(|| Command::DesignateUnit(orders::Naming { unit, track, co_units: vec![], basis }))
}

/// A result as of the day on which it took effect, however long the report was under way: what it starts
/// runs from that day. A day that cannot be is the nearest one that can.
fn reported(
    by: Agency,
    outcome: Outcome,
    state: &State,
    beside: &Beside,
    now: Moment,
) -> orders::Reported {
    let papers = beside.papers.clone().unwrap_or_default();
    let today = now.day();
    let earliest = state.latest_on.max(state.interrupted_on);
    let on = papers.on.map_or(today, |on| on.max(earliest).min(today));
    let effect = papers.effect.map(serde_json::Value::String);
    orders::Reported {
        unit: by,
        outcome,
        on,
        effect: effect.and_then(|code| serde_json::from_value(code).ok()),
        obligations: papers
            .obligations
            .into_iter()
            .map(|(party, due, amount)| orders::Due { party, due, amount })
            .collect(),
        confirmable: papers.confirmable,
        remedy: papers.remedy,
        not_done: papers.not_done,
    }
}

/// Coordination proposes routes for a dispute whose mediation failed: they are shown to the parties.
fn event(kind: &str, payload: &[u8], state: &State) -> Option<Command> {
    if kind != ROUTES_PROPOSED || state.stage != Stage::Unresolved {
        return None;
    }
    let proposed = RoutesProposed::decode(payload).ok()?;
    let tracks: BTreeSet<TrackKind> =
        proposed.tracks.iter().filter_map(|track| track.parse().ok()).collect();
    let routes = tracks.into_iter().map(|track| Route {
        track,
        cost: "以受理机构公示为准".to_owned(),
        time: "以法定期限为准".to_owned(),
        effect: track.zh().to_owned(),
    });
    Some(Command::OfferRoutes { routes: routes.collect() })
}
