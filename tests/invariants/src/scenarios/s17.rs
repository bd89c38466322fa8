//! S17: one dispute through four doors.

use jiefen_intake_rules::dispute::Command;
use jiefen_intake_rules::dispute::orders::{Absorption, Duplicate};
use jiefen_petition_rules::petition::{Command as Letter, Earlier, On, Petition};
use jiefen_procedure::kit::day;
use jiefen_vocab::{Channel, DisputeId, DisputeKind as K, Role};

use super::s05::letter;
use crate::course::Course;
use crate::desk::{Desk, two};
use crate::umbrella::{TOWN, agency};

const FIRST: DisputeId = DisputeId::from_bits(7);

/// The doors: day, unit, channel.
const DOORS: [(&str, &str, Channel); 3] = [
    ("2026-06-02", "640122101203.committee", Channel::Grid),
    ("2026-05-29", "640122.petition", Channel::PetitionOffice),
    ("2026-06-04", "640122.police", Channel::Police),
];

/// Another door: recorded, registered, and found by a person to be the same.
fn other_door(no: u128, on: &str, unit: &str, channel: Channel) -> Desk {
    let desk = Desk::at(unit, K::Neighbour).numbered(no).asked(on, channel);
    let mut desk = desk.sorted(on, two(), &[]);
    let unlike = Duplicate { of: FIRST, same_parties: true, same_facts: false };
    desk.by(unit, Role::WindowClerk);
    desk.refused("2026-06-05", Command::MarkDuplicate(unlike), "NOT_SAME");
    let same = Duplicate { of: FIRST, same_parties: true, same_facts: true };
    desk.ok("2026-06-05", Command::MarkDuplicate(same)).stands("merged", &[]);
    desk
}

/// Steps 1 to 3: one dispute, four numbers, the earliest contact counts, the petition is still answered.
fn one_dispute() -> (Desk, Vec<Desk>) {
    let desk = Desk::at(TOWN, K::Neighbour).asked("2026-06-01", Channel::Phone);
    let mut desk = desk.sorted("2026-06-01", two(), &[]);
    let mut merged = Vec::new();
    for (no, (on, unit, channel)) in DOORS.into_iter().enumerate() {
        let no = no as u128 + 11;
        let other = other_door(no, on, unit, channel);
        let dispute = DisputeId::from_bits(no);
        let (doors, interrupted_on) = (other.doors(), other.state().interrupted_on);
        let absorb = Command::Absorb(Absorption { dispute, doors, interrupted_on });
        desk.ok("2026-06-05", absorb.clone());
        assert_eq!(desk.changes("2026-06-05", absorb), 0, "told twice, done once");
        merged.push(other);
    }
    desk.stands("triage", &["assignment", "channel_answer:3"]);
    // 信访工作条例 22: fifteen days from the letter of 29 May; 13 June is a Saturday, an office's duty.
    desk.due("channel_answer:3", "2026-06-13");
    let state = desk.state();
    assert_eq!((state.doors.len(), state.absorbed.len()), (4, 3), "one dispute, four inquiries");
    let channels: Vec<Channel> = state.doors.iter().map(|door| door.channel).collect();
    let all = [Channel::Phone, Channel::Grid, Channel::PetitionOffice, Channel::Police];
    assert_eq!(channels, all);
    assert_eq!(state.interrupted_on, day("2026-05-29"), "民法典 195");
    assert_eq!(state.first_inquiry.unit, agency("640122.petition"));
    (desk, merged)
}

/// Step 2, at the petition office: not accepted apart, and told within the fifteen days.
fn the_petition() {
    let (at, dispute) = (agency(TOWN), Some(FIRST));
    let earlier = Earlier::InHand { at, dispute, until: day("2026-07-10") };
    let mut course = Course::<Petition>::new();
    course.does("2026-05-29", letter("2026-05-29", Some(earlier))).due("forward", "2026-06-13");
    let on = On { on: day("2026-06-12") };
    course.does("2026-06-12", Letter::NotAccept(on)).stands("not_accepted");
    assert!(course.words().contains("并入原事项"), "{}", course.words());
}

pub fn walk() {
    let (mut desk, mut merged) = one_dispute();
    the_petition();
    desk.ok("2026-06-12", Command::AnswerChannel { door: 3, on: day("2026-06-12") });
    desk.stands("triage", &["assignment"]);
    // §8: un-merging gives back what was taken.
    desk.ok("2026-06-13", Command::Release { dispute: DisputeId::from_bits(12) });
    assert_eq!(desk.state().interrupted_on, day("2026-06-01"));
    assert_eq!((desk.state().doors.len(), desk.state().first_inquiry.unit), (3, agency(TOWN)));
    merged[1].ok("2026-06-13", Command::Unmerge { reason: "楼层不同".to_owned() });
    merged[1].stands("triage", &["assignment", "channel_answer:1"]);
}
