//! S18: the arbitration node is down during a hand-off.

use std::collections::BTreeSet;

use jiefen_handoff::{Ctx, Desk as Custody, Effect, Input, Message, Mode, step};
use jiefen_intake_rules::dispute::Command;
use jiefen_intake_rules::receipt::Receipt;
use jiefen_procedure::kit::day;
use jiefen_vocab::{
    Agency, Channel, DisputeId, DisputeKind as K, FactId, Moment, Outcome, TrackKind as T,
};

use crate::desk::{COUNTY, Desk, two};
use crate::umbrella::agency;

const ARBITRATION: &str = "640122.labour_arbitration";
const BRIEF: FactId = FactId::from_bits(1);

/// One node's view of the custody.
struct Node {
    me: Agency,
    desk: Custody,
}

fn at(time: &str) -> Moment {
    Moment::from_local(format!("2026-09-17T{time}").parse().unwrap())
}

impl Node {
    fn new(code: &str) -> Node {
        Node { me: agency(code), desk: Custody::default() }
    }

    /// Takes an input at a time of the day; what it sends.
    fn takes(&mut self, time: &str, input: &Input) -> Vec<Message> {
        let ctx = Ctx { me: self.me, centre: Some(agency(COUNTY)), now: at(time) };
        let step = step(&self.desk, input, &ctx).unwrap();
        self.desk = step.desk;
        let sent = step.effects.into_iter().filter_map(|effect| match effect {
            Effect::Send { message, .. } => Some(message),
            Effect::HoldingBegan { .. }
            | Effect::HoldingEnded { .. }
            | Effect::Arm { .. }
            | Effect::Disarm { .. }
            | Effect::Tell(_)
            | Effect::Ignored { .. }
            | Effect::Postponed => None,
        });
        sent.collect()
    }

    fn hears(&mut self, time: &str, from: &str, message: Message) -> Vec<Message> {
        self.takes(time, &Input::Received { from: agency(from), message })
    }
}

/// Steps 1 to 3: the offer waits in the stream, comes twice, is accepted once; the recall is too late.
fn the_custody() {
    let (mut intake, mut commission) = (Node::new(COUNTY), Node::new(ARBITRATION));
    intake.takes("08:59", &Input::Open);
    let due = Moment::end_of(day("2026-09-18"));
    let (to, mode, co_units) = (agency(ARBITRATION), Mode::Delegate, BTreeSet::new());
    let input = Input::Offer { to, mode, due, brief: BRIEF, co_units, result_due: None };
    let offered = intake.takes("09:00", &input).remove(0);
    assert_eq!(intake.desk.waiting_due(), Some(due), "the sender's wait runs on");
    assert!(intake.desk.holds() && !commission.desk.holds());
    assert_eq!(commission.hears("12:10", COUNTY, offered.clone()), []);
    let (_, offer) = intake.desk.outstanding().unwrap();
    let epoch = offer.epoch;
    let accepted = commission.takes("12:11", &Input::Accept { epoch }).remove(0);
    // The offer once more: the same word again, and no second acceptance.
    let again = commission.hears("12:12", COUNTY, offered);
    assert!(again.iter().all(|message| *message == accepted), "{again:?}");
    let confirmed = intake.hears("12:13", ARBITRATION, accepted.clone());
    assert!(!intake.desk.holds());
    let before = intake.desk.clone();
    assert_eq!(intake.hears("12:14", ARBITRATION, accepted), confirmed, "the same word again");
    assert_eq!(intake.desk, before, "accepted once");
    commission.hears("12:15", COUNTY, confirmed[0].clone());
    assert!(commission.desk.holds());
    // The result and a recall at the same moment.
    let ctx = Ctx { me: agency(COUNTY), centre: None, now: at("16:00") };
    assert!(step(&intake.desk, &Input::Recall { epoch }, &ctx).is_err());
    let (outcome, brief) = (Outcome::Failed, BRIEF);
    let reported = commission.takes("16:00", &Input::Report { outcome, brief });
    let result = reported.iter().find(|one| matches!(one, Message::ResultReported { .. }));
    intake.hears("16:01", ARBITRATION, result.unwrap().clone());
}

/// The same at the umbrella: one offer, one acceptance, one number, and no recall afterwards.
fn the_umbrella() {
    let desk = Desk::at(COUNTY, K::Labour).asked("2026-09-17", Channel::ZzCounty);
    let mut desk = desk.sorted("2026-09-17", two(), &[]);
    desk.refers("2026-09-17", ARBITRATION, T::LabourArbitration, Mode::Delegate);
    // 1 working day.
    desk.held_by(COUNTY).due("reply", "2026-09-18");
    let accepted = || crate::desk::accepted(ARBITRATION, "2026-09-17");
    desk.ok("2026-09-17", accepted());
    assert_eq!(desk.changes("2026-09-17", accepted()), 0);
    let numbers: Vec<_> =
        desk.state().tracks.iter().filter_map(|one| one.case_no.clone()).collect();
    assert_eq!(numbers, ["1号"]);
    let recall = Command::NoteRecalled { unit: agency(ARBITRATION), reason: "误送".to_owned() };
    desk.refused("2026-09-17", recall, "ACCEPTED_ALREADY");
}

/// Step 4: the hub is down; two windows register for themselves; their codes differ and stay.
fn the_windows() {
    let mut receipts = BTreeSet::new();
    for (no, unit) in [(21, "640122101.centre"), (22, "640122102.centre")] {
        let desk = Desk::at(unit, K::Neighbour).numbered(no).asked("2026-09-17", Channel::ZzTown);
        let desk = desk.sorted("2026-09-17", two(), &[]);
        let dispute = DisputeId::from_bits(no);
        assert_eq!(desk.state().receipt, Receipt::of(dispute));
        assert!(receipts.insert(desk.state().receipt.to_string()));
    }
}

pub fn walk() {
    the_custody();
    the_umbrella();
    the_windows();
}
