//! S19: consumer complaints on both sides of a rule change.

use jiefen_intake_rules::dispute::Command;
use jiefen_mediation_rules::consumer::{Command as Case, Consumer, Edition, Ground, samples};
use jiefen_procedure::kit::day;
use jiefen_procedure::matrix::{Circumstance as C, Standing};
use jiefen_vocab::{Channel, DisputeKind as K, Outcome, TrackKind as T};

use super::{check, of, own};
use crate::course::Course;
use crate::desk::{Desk, two};

const MARKET: &str = "640122.market";

fn accepted(received: &str, on: &str) -> Course<Consumer> {
    let mut course = Course::<Consumer>::new();
    course.does(received, samples::open(day(received)));
    course.does(received, samples::sort(true, false, day(received)));
    course.does(on, samples::accept(day(on)));
    course
}

/// Steps 1 to 3: each by the rule of the day of its acceptance, each with its own basis on its paper; the
/// older one keeps its 45 working days when the 15th has come.
fn two_rules() {
    let mut a = Course::<Consumer>::new();
    a.does("2026-04-13", samples::open(day("2026-04-13"))).due("accept", "2026-04-22");
    let mut a = accepted("2026-04-13", "2026-04-14");
    a.due("mediate", "2026-06-18");
    assert_eq!(a.rule("mediate"), "T-Q-02");
    assert!(a.words().contains(Edition::Interim.zh()), "{}", a.words());
    let mut b = accepted("2026-04-15", "2026-04-16");
    b.due("mediate", "2026-06-15");
    assert_eq!(b.rule("mediate"), "T-Q-03");
    assert!(b.words().contains(Edition::Order121.zh()), "{}", b.words());
    let session = |on: &str| Case::HoldSession { session: samples::sitting(day(on)) };
    a.does("2026-06-18", session("2026-06-18"));
    b.refuses("2026-06-16", session("2026-06-16"), "PAST_TERM");
}

/// Step 4: a letter with a report in it is two matters; the report has its own clock and is secret.
fn split() {
    let mut course = Course::<Consumer>::new();
    course.does("2026-04-13", samples::open(day("2026-04-13")));
    course.refuses("2026-04-14", samples::accept(day("2026-04-14")), "SORT_FIRST");
    course.does("2026-04-14", samples::sort(true, true, day("2026-04-14")));
    // 消费者权益保护法 46 aside: fifteen working days to check the report, from its receipt on the 13th.
    course.due("check", "2026-05-07");
    let told: Vec<_> = course.facts.iter().flat_map(super::notices::<Consumer>).collect();
    assert!(told.iter().all(|(to, zh)| *to == [1] || !zh.contains("伪造标签")), "{told:?}");
    course.does("2026-04-15", samples::refuse(Ground::NotConsumer, day("2026-04-15")));
    course.stands("reporting");
    assert_eq!(course.state().outcome(), Some(Outcome::Refused));
}

/// The channel's own answer: seven working days, whatever becomes of the dispute.
fn the_umbrella() {
    let desk = Desk::at(MARKET, K::Consumer).asked("2026-04-13", Channel::Hotline12315);
    let mut desk = desk.sorted("2026-04-13", two(), &[]);
    desk.due("channel_answer:1", "2026-04-22");
    desk.ok("2026-04-14", own(T::AdministrativeMediation));
    desk.ok("2026-04-14", Command::AnswerChannel { door: 1, on: day("2026-04-14") });
    desk.stands("in_process", &["progress"]);
    let seized = of(K::Consumer).track(T::PeopleMediation, Standing::Running);
    let old = seized.clone().with(C::ComplaintUnderOldConsumerRule);
    let road = T::AdministrativeMediation;
    check(vec![
        ("S19.1", "2026-04-13", old, road, "consumer_already_seized"),
        ("S19.2", "2026-04-16", seized, road, ""),
    ]);
}

pub fn walk() {
    two_rules();
    split();
    the_umbrella();
}
