//! The clocks of the umbrella: which fact starts which, under which rule, and what expiry means.

use jiefen_procedure::ClockEffect;
use jiefen_vocab::Agency;
use jiff::civil::Date;

use super::command::Command;
use super::fact::Fact;
use super::orders::Due;
use super::parts::{ConfirmationEnd, Track, TrackState, Waiting};
use super::state::{Stage, State, moves};
use crate::content::Door;

/// Duties of the holder, each with its rule. On expiry the next rung is told (§8).
const DUTIES: &[(&str, &str)] = &[
    ("first_contact", "policy.first_contact"),
    ("triage", "policy.triage"),
    ("assignment", "policy.designation"),
    ("designation", "policy.designation"),
    ("confirm_designation", "policy.designation_final"),
    ("route_choice", "policy.route_choice"),
    ("reply", "policy.handoff_reply"),
    ("progress", "policy.progress_report"),
    ("obligation", "policy.follow_up"),
    ("performance", "policy.follow_up"),
    ("resume_check", "policy.follow_up"),
    ("closing", "policy.archive"),
    ("enforcement", "T-G-01"),
];

/// The part of a key before the colon, as in the chart.
pub fn family(key: &str) -> &str {
    key.split_once(':').map_or(key, |(family, _)| family)
}

/// The rule under which a duty's clock runs; none when the key is no duty of this dispute.
pub fn duty_rule(state: &State, key: &str) -> Option<&'static str> {
    if let Some(no) = key.strip_prefix("channel_answer:") {
        let door = state.doors.iter().find(|door| door.no.to_string() == no)?;
        return Door::answer_rule(door.channel);
    }
    DUTIES.iter().find(|(name, _)| *name == family(key)).map(|(_, rule)| *rule)
}

/// True for clocks that are a party's right, not somebody's duty.
pub fn is_right(key: &str) -> bool {
    matches!(family(key), "confirmation" | "remedy")
}

/// The command that the law gives when a clock expires: rights lapse, an unanswered offer comes back, a
/// duty climbs the ladder.
pub fn expired(state: &State, clock: &str) -> Option<Command> {
    if !state.running.contains(clock) {
        return None;
    }
    if is_right(clock) {
        return Some(Command::NoteLapsed { clock: clock.to_owned() });
    }
    // A designation stands and an escalation cannot be declined: their silence only climbs.
    if clock == "reply"
        && state.designation.is_none()
        && let Some(unit) = awaited(state)
    {
        return Some(Command::NoteExpired { unit });
    }
    duty_rule(state, clock).map(|_| Command::Chase { clock: clock.to_owned() })
}

/// The unit for whose word the clock of the reply runs.
pub fn awaited(state: &State) -> Option<Agency> {
    let waiting = match &state.stage {
        Stage::Assigned { waiting: Waiting::Reply { unit } } => Some(*unit),
        Stage::InProcess => open_offer(state),
        Stage::Assigned { waiting: Waiting::Designation }
        | Stage::Detected
        | Stage::Received
        | Stage::Registered
        | Stage::Triage
        | Stage::Agreed
        | Stage::Decided
        | Stage::Performing
        | Stage::Enforcing
        | Stage::Unresolved
        | Stage::Escalated { .. }
        | Stage::Suspended { .. }
        | Stage::Withdrawn
        | Stage::Merged { .. }
        | Stage::Closed { .. }
        | Stage::Archived { .. }
        | Stage::Reopened => None,
    };
    waiting.filter(|unit| open_offer(state) == Some(*unit))
}

/// The unit to which the dispute is offered now, with responsibility.
pub fn open_offer(state: &State) -> Option<Agency> {
    let offered =
        |track: &&Track| track.state == TrackState::Offered && track.mode.is_some_and(moves);
    state.tracks.iter().find(offered).map(|track| track.unit)
}

/// The clocks that a fact starts or ends.
#[expect(clippy::wildcard_enum_match_arm, reason = "most facts touch no clock; the walk proves I3")]
pub fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::DutiesEnded { met, off } => {
            let met = met.iter().map(|key| ClockEffect::Met { key: key.clone() });
            met.chain(off.iter().map(|key| ClockEffect::Cancel { key: key.clone() })).collect()
        }
        Fact::Detected(contact) => with_doors(
            vec![start("first_contact", contact.door.on)],
            std::slice::from_ref(&contact.door),
        ),
        Fact::InquiryRecorded(contact) => {
            with_doors(vec![start("triage", contact.door.on)], std::slice::from_ref(&contact.door))
        }
        // The channels' own answers stay with the unit that was asked.
        Fact::TakenOver(taken) => vec![start("assignment", taken.on)],
        Fact::Unmerged { doors, on, .. } => with_doors(vec![start("assignment", *on)], doors),
        Fact::Absorbed { doors, .. } => with_doors(Vec::new(), doors),
        Fact::Classified { on, placing: true, .. } => vec![start("assignment", *on)],
        Fact::RoutesOffered { on, starts: true, .. } => vec![start("route_choice", *on)],
        Fact::RouteChosen { choice, placing: true } => vec![start("assignment", choice.on)],
        Fact::DesignationRequested { on, .. } => vec![start("designation", *on)],
        Fact::Objected { on, .. } => vec![start("confirm_designation", *on)],
        Fact::BackToTriage { on } => vec![start("assignment", *on)],
        Fact::Designated { on, .. }
        | Fact::DesignationFinal { on, .. }
        | Fact::Offered { on, awaited: true, .. }
        | Fact::Escalated { on, .. }
        | Fact::ReturnedDown { on, .. } => vec![start("reply", *on)],
        Fact::OwnTrackOpened { on, .. }
        | Fact::Accepted { on, proceeds: true, .. }
        | Fact::ProgressNoted { on, renews: true, .. }
        | Fact::EscalationAccepted { on, .. }
        | Fact::Resumed { on, .. } => vec![start("progress", *on)],
        Fact::AgreementMade { obligations, confirmable, on, .. } => {
            let mut effects = performance(obligations, *on);
            if *confirmable {
                effects.push(started("confirmation".to_owned(), "T-D-01", *on));
            }
            effects
        }
        Fact::ConfirmationEnded(end) => again(end),
        Fact::DecisionMade { obligations, on, .. } => performance(obligations, *on),
        Fact::WentUnresolved { on, .. } | Fact::Breached { enforceable: false, on, .. } => {
            vec![start("route_choice", *on)]
        }
        Fact::Breached { enforceable: true, on, .. } => vec![start("enforcement", *on)],
        Fact::Suspended { on, .. } => vec![start("resume_check", *on)],
        Fact::Withdrawn { all: true, on, .. }
        | Fact::PerformedInFull { on, .. }
        | Fact::ObligationPerformed { last: Some(on), .. } => vec![start("closing", *on)],
        Fact::NoticeServed { party, on, remedy: Some(rule), .. } => {
            vec![started(format!("remedy:{party}"), rule, *on)]
        }
        Fact::Reopened { on, .. } => vec![start("triage", *on)],
        Fact::Chased { clock, rule, on, .. } => vec![started(clock.clone(), rule, *on)],
        Fact::RightLapsed { clock, .. } => vec![ClockEffect::Cancel { key: clock.clone() }],
        _ => Vec::new(),
    }
}

fn started(key: String, rule: &str, from: Date) -> ClockEffect {
    ClockEffect::Start { key, rule: rule.to_owned(), from }
}

fn start(key: &str, from: Date) -> ClockEffect {
    let rule = DUTIES.iter().find(|(name, _)| *name == key).map_or(key, |(_, rule)| *rule);
    started(key.to_owned(), rule, from)
}

/// Each channel's own answer is due whatever becomes of the dispute.
fn with_doors(mut effects: Vec<ClockEffect>, doors: &[Door]) -> Vec<ClockEffect> {
    for door in doors.iter().filter(|door| door.answered_on.is_none()) {
        if let Some(rule) = Door::answer_rule(door.channel) {
            effects.push(started(format!("channel_answer:{}", door.no), rule, door.on));
        }
    }
    effects
}

/// An agreement that comes back from the court is followed up again, each open obligation from its own due
/// day; a joint application may be open again (T-D-01).
fn again(end: &ConfirmationEnd) -> Vec<ClockEffect> {
    let each =
        |(no, due): &(u32, Date)| started(format!("obligation:{no}"), "policy.follow_up", *due);
    let mut effects: Vec<ClockEffect> = end.owed.iter().map(each).collect();
    if effects.is_empty() {
        effects.push(start("performance", end.on));
    }
    effects.extend(end.window.map(|from| started("confirmation".to_owned(), "T-D-01", from)));
    effects
}

/// Each obligation is followed up from its own due day; an agreement without any from its own day.
fn performance(obligations: &[Due], on: Date) -> Vec<ClockEffect> {
    if obligations.is_empty() {
        return vec![start("performance", on)];
    }
    let each = |(at, due): (usize, &Due)| {
        started(format!("obligation:{}", at + 1), "policy.follow_up", due.due)
    };
    obligations.iter().enumerate().map(each).collect()
}
