//! S09: a payment order objected to becomes a suit.

use jiefen_court_rules::filing::Track;
use jiefen_court_rules::payment_order::{
    Application, Command as Case, Form, Manner, ObjectionGround, PaymentOrder, samples,
};
use jiefen_court_rules::trial::{Trial, samples as trial};
use jiefen_procedure::kit::day;
use jiefen_procedure::matrix::Circumstance as C;
use jiefen_procedure::matrix::{Standing, ended_by};
use jiefen_vocab::{Channel, DisputeKind as K, Outcome, TrackKind as T};

use super::{Mode, check, of};
use crate::course::Course;
use crate::desk::{COUNTY, COURT, Desk, offer, two};

/// Step 1, with service on 21 April.
fn served() -> Course<PaymentOrder> {
    let mut course = issued();
    course.does("2026-04-21", samples::serve(2, "2026-04-21")).due("object:2", "2026-05-06");
    course
}

fn issued() -> Course<PaymentOrder> {
    let mut course = Course::new();
    course.does("2026-03-30", samples::apply(samples::simple(), "2026-03-30"));
    course.due("accept", "2026-04-07");
    course.does("2026-04-01", samples::accept("2026-04-01")).due("issue", "2026-04-16");
    course.does("2026-04-10", Case::Issue { on: day("2026-04-10") }).due("serve", "2026-05-11");
    course
}

/// Steps 2 and 3: what is no objection, and what is one on its last day (民事诉讼法 227; 解释 436 to 438).
fn contested() -> Course<PaymentOrder> {
    let said = |form, ground, on: &str| Case::Object {
        party: 2,
        claims: samples::set(&[1]),
        form,
        ground,
        on: day(on),
    };
    let mut course = served();
    let oral = said(Form::Oral, ObjectionGround::DebtDenied, "2026-04-25");
    course.does("2026-04-25", oral).runs(&["object:2"]);
    let poor = said(Form::Written, ObjectionGround::CannotPay, "2026-04-28");
    course.does("2026-04-28", poor).runs(&["object:2"]);
    course.does("2026-05-06", samples::object(2, &[1], "2026-05-06"));
    course.does("2026-05-08", Case::UpholdObjection { party: 2, on: day("2026-05-08") });
    course.stands("contested");
    course.does("2026-05-11", Case::ReceiveRuling { ruling: 1, on: day("2026-05-11") });
    course.due("suit:1", "2026-05-18");
    course
}

/// Step 4: silence is a suit of the day of the application; the fee is topped up (民事诉讼法 228; 解释 439).
fn deemed_filed(desk: &mut Desk) {
    let mut course = contested();
    course.refuses("2026-05-18", Case::DeemFiled { ruling: 1 }, "SUIT_TIME_RUNS");
    course.expires("2026-05-19", "suit:1").stands("deemed_filed");
    assert!(course.words().contains("补交案件受理费"), "{}", course.words());
    let mut opening = trial::opening(Track::Summary, 300_000, "2026-05-19");
    opening.sued_on = day("2026-03-30");
    opening.fee_told_on = Some(day("2026-05-19"));
    opening.complaints = Vec::new();
    let mut suit = Course::<Trial>::new();
    suit.does("2026-05-19", trial::open(opening, "2026-05-19")).due("fee", "2026-05-26");
    suit.expires("2026-05-27", "fee").stands("fee_unpaid");
    // The umbrella: the order ends, the suit of the same court carries on.
    desk.reports("2026-05-19", COURT, course.state().outcome().unwrap());
    desk.stands("unresolved", &["route_choice"]).held_by(COUNTY);
    desk.refers("2026-05-19", COURT, T::Litigation, Mode::Delegate);
    desk.accepts("2026-05-19", COURT).stands("in_process", &["progress"]).held_by(COURT);
}

/// Step 4, the other word: refused within seven days, there is no suit, and other courts stay open.
fn refused() {
    let mut course = contested();
    course.does("2026-05-18", Case::RefuseSuit { ruling: 1, on: day("2026-05-18") });
    course.stands("no_suit");
    assert_eq!(course.state().outcome(), Some(Outcome::Failed));
    let over = of(K::ContractDebt).track(T::PaymentOrder, Standing::Failed);
    check(vec![("S09.4", "2026-05-18", over, T::Litigation, "")]);
}

/// Step 5: thirty days without service; and the door closed after preservation (解释 427, 430).
fn variants() {
    let mut course = issued();
    course.refuses("2026-05-12", samples::serve(2, "2026-05-12"), "SERVED_TOO_LATE");
    let public = Case::Serve { party: 2, manner: Manner::PublicNotice, on: day("2026-04-21") };
    course.refuses("2026-04-21", public, "NO_PUBLIC_NOTICE");
    course.expires("2026-05-12", "serve").stands("unserved");
    let preserved = Application { preservation: true, ..samples::simple() };
    let asked = samples::apply(preserved, "2026-03-30");
    Course::<PaymentOrder>::new().refuses("2026-03-30", asked, "PAYMENT_ORDER_PRESERVATION");
    let due = of(K::ContractDebt).with(C::MoneyDueAndFixed);
    let safe = due.clone().with(C::PreSuitPreservation);
    let cell = "payment_order_preservation";
    check(vec![
        ("S09.1", "2026-03-30", due.clone(), T::PaymentOrder, ""),
        ("S09.5", "2026-03-30", safe, T::PaymentOrder, cell),
    ]);
    let running = due.track(T::PaymentOrder, Standing::Running);
    assert!(ended_by(&running, T::Litigation).iter().any(|one| one.track == T::PaymentOrder));
}

pub fn walk() {
    let desk = Desk::at(COUNTY, K::ContractDebt).asked("2026-03-30", Channel::ZzCounty);
    let mut desk = desk.sorted("2026-03-30", two(), &[]);
    desk.ok("2026-03-30", offer(COURT, T::PaymentOrder, Mode::Delegate));
    desk.accepts("2026-04-01", COURT).held_by(COURT);
    deemed_filed(&mut desk);
    refused();
    variants();
}
