//! Sample courses of proposals, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::kit::Move;
use jiefen_procedure::matrix::{Circumstance, Present};
use jiefen_vocab::{Agency, DisputeId, DisputeKind, FactId, Id, Outcome, Role, TrackKind};
use jiff::civil::{Date, date};

use super::{Command, Suggestion};
use crate::event;
use crate::rules::Trigger;

/// S01.3: the township's mediation of a rural-land dispute ended on this day.
pub const FAILED: Date = date(2026, 4, 15);

/// An agency by its code.
pub fn agency(text: &str) -> Agency {
    text.parse().unwrap()
}

/// A fact by its number.
pub fn fact(n: u128) -> FactId {
    FactId(Id::from_bits(n))
}

/// The end of a mediation.
pub fn trigger(outcome: Option<Outcome>, track: Option<TrackKind>) -> Trigger {
    Trigger {
        id: fact(1),
        event: event::MEDIATION_ENDED.to_owned(),
        agency: agency("640122102.town_mediation"),
        dispute: DisputeId(Id::from_bits(2)),
        on: FAILED,
        outcome,
        kind: Some(DisputeKind::LandContracting),
        track,
    }
}

/// A proposal is opened on an event.
pub fn open_with(trigger: Trigger, present: Present) -> Command {
    let rule = "routes_after_failed_mediation".to_owned();
    let trigger = Box::new(trigger);
    Command::Open { trigger, rule, centre: agency("640122102.centre"), present }
}

/// A dispute over contracted land.
pub fn land() -> Present {
    Present::of(DisputeKind::LandContracting)
}

/// The township's mediation failed.
pub fn failed() -> Trigger {
    trigger(Some(Outcome::Failed), Some(TrackKind::PeopleMediationTown))
}

/// A proposal is opened on it.
pub fn open() -> Command {
    open_with(failed(), land())
}

/// A dispute to which every road is closed.
pub fn closed() -> Command {
    let present = Present::of(DisputeKind::Other)
        .with(Circumstance::PetitionEnded)
        .with(Circumstance::ArbitrationAgreement)
        .with(Circumstance::Status);
    open_with(Trigger { kind: Some(DisputeKind::Other), ..failed() }, present)
}

/// The holder has chosen.
pub fn choose(track: TrackKind) -> Command {
    Command::RecordChoice { seen: fact(9), track, on: FAILED }
}

/// Nothing is left to propose.
pub fn drop() -> Command {
    Command::Drop { seen: fact(8), on: FAILED }
}

/// The holder has the proposal.
pub fn tell() -> Command {
    Command::Tell { on: FAILED }
}

/// One command of each name, in their order.
pub fn commands() -> Vec<Command> {
    vec![open(), tell(), choose(TrackKind::Litigation), Command::Remind, Command::Raise, drop()]
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<Suggestion>> {
    let town = Some(TrackKind::PeopleMediationTown);
    let ahead = FAILED.tomorrow().unwrap();
    let mut unknown = open();
    if let Command::Open { rule, .. } = &mut unknown {
        rule.clear();
    }
    let mut all = commands();
    all.extend([
        unknown,
        closed(),
        open_with(trigger(Some(Outcome::Agreed), town), land()),
        open_with(trigger(Some(Outcome::Failed), None), land()),
        open_with(Trigger { on: ahead, ..failed() }, land()),
        choose(TrackKind::Negotiation),
        Command::RecordChoice { seen: fact(9), track: TrackKind::Litigation, on: ahead },
        Command::Tell { on: FAILED.yesterday().unwrap() },
    ]);
    all.into_iter().map(|command| (FAILED, Role::System, command)).collect()
}

/// Complete lawful courses: a choice at once, after a reminder, after the word to the centre; nothing
/// left to propose.
pub fn lines() -> Vec<Vec<Move<Suggestion>>> {
    let choice = || choose(TrackKind::LandArbitration);
    let courses = [
        vec![open(), tell(), choice()],
        vec![open(), tell(), Command::Remind, choose(TrackKind::Negotiation)],
        vec![open(), Command::Remind, tell(), Command::Raise, choice()],
        vec![open(), Command::Remind, Command::Raise, tell(), drop()],
        vec![open(), tell(), drop()],
    ];
    let line = |course: Vec<Command>| {
        course.into_iter().map(|command| (FAILED, Role::System, command)).collect()
    };
    courses.map(line).to_vec()
}
