//! 人身安全保护令: asked for at once, beside whatever goes on; the dispute stays where it is.

use jiefen_handoff::Mode;
use jiefen_vocab::Outcome;

use super::super::orders::TaskEnd;
use super::super::parts::TrackState;
use super::*;

fn protection() -> Command {
    Command::Refer(offer(COURT, TrackKind::ProtectionOrder, Mode::Assist))
}

fn answered(outcome: Outcome, on: jiff::civil::Date) -> Command {
    Command::NoteTask(TaskEnd { unit: agency(COURT), outcome, on })
}

fn ends(desk: &Desk) -> Vec<(TrackKind, TrackState)> {
    desk.state().tracks.iter().map(|track| (track.kind, track.state)).collect()
}

#[test]
fn it_is_asked_for_before_anything_else_and_nothing_else_changes() {
    let mut desk = registered();
    let (stage, running) = (desk.stage().code(), desk.state().running.clone());
    desk.ok(protection());
    assert_eq!((desk.stage().code(), &desk.state().running), (stage, &running));
    desk.ok(answered(Outcome::Decided, desk.today));
    assert_eq!((desk.stage().code(), &desk.state().running), (stage, &running));
    let ended = TrackState::Ended { outcome: Outcome::Decided, on: desk.today };
    assert_eq!(ends(&desk), [(TrackKind::ProtectionOrder, ended)]);
    desk.refused(answered(Outcome::Decided, desk.today), "NO_TRACK");
}

#[test]
fn while_it_is_asked_for_nobody_is_brought_to_talk_and_the_court_is_open() {
    let mut desk = triage_of(DisputeKind::MarriageFamily);
    desk.ok(protection());
    let talks = || Command::Refer(offer(VILLAGE, TrackKind::PeopleMediation, Mode::Delegate));
    desk.refused(talks(), "VIOLENCE_SAFETY_FIRST");
    let mut refused = desk.clone();
    refused.ok(answered(Outcome::Refused, desk.today)).ok(talks());
    desk.ok(Command::Refer(offer(COURT, TrackKind::Litigation, Mode::Delegate)));
}

/// The same court has the suit and the application: what each comes to is told apart.
#[test]
fn a_suit_at_the_same_court_is_not_mistaken_for_it() {
    let mut desk = triage_of(DisputeKind::MarriageFamily);
    let today = desk.today;
    desk.ok(Command::Refer(offer(COURT, TrackKind::Litigation, Mode::Transfer)));
    desk.ok(protection()).ok(accepted(COURT, today)).held_by(COURT);
    assert_eq!(
        ends(&desk),
        [
            (TrackKind::Litigation, TrackState::Running),
            (TrackKind::ProtectionOrder, TrackState::Offered)
        ]
    );
    desk.ok(answered(Outcome::Decided, today));
    assert_eq!(desk.stage().code(), "in_process");
    desk.ok(reported(COURT, Outcome::Decided, today));
    assert_eq!(desk.stage().code(), "decided");
}
