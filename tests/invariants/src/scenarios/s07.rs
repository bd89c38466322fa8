//! S07: filing, entrusted mediation that fails, small claims; and the older practice.

use jiefen_court_rules::filing::{Command as Suit, Filing, MediationResult, RefusalGround};
use jiefen_court_rules::trial::{Command as Hearing, Decided, Trial, samples as trial};
use jiefen_mediation_rules::entrusted_mediation::{Command as Talk, EntrustedMediation, Mandate};
use jiefen_procedure::kit::{brief, consent, day};
use jiefen_procedure::matrix::Circumstance as C;
use jiefen_vocab::{Channel, DisputeKind as K, Outcome, Role, TrackKind as T};

use super::{Mode, check, court, of};
use crate::course::Course;
use crate::desk::{COUNTY, COURT, Desk, two};

const KIND: K = K::PropertyManagement;

/// The file at the mediator: opened on a day.
fn file(mandate: Mandate, on: &str) -> Course<EntrustedMediation> {
    let track = mandate.track();
    let mut told = brief(KIND, track, day(on));
    told.consents = [1, 2].map(|no| consent(no, track, true, day(on))).to_vec();
    let (court, court_case) = (COURT.parse().unwrap(), "（2026）宁0122民初1号".to_owned());
    let mut course = Course::new();
    let open = Talk::Open { brief: told.into(), mandate, court, court_case, on: day(on) };
    course.does_as(Role::System, on, open);
    course
}

fn sign(on: &str) -> Talk {
    Talk::SignFile { mediator: "m-1".to_owned(), on: day(on) }
}

/// Step 2, at the mediator: seven days (简易程序), both add thirty.
fn at_the_mediator() -> Course<EntrustedMediation> {
    let mut course = file(Mandate::EntrustedSummary, "2026-02-27");
    course.does("2026-03-02", sign("2026-03-02")).due("mediate", "2026-03-09");
    let extend = |days, agreed: &[u32]| Talk::Extend {
        days,
        agreed: agreed.to_vec(),
        on: day("2026-03-09"),
    };
    course.refuses("2026-03-09", extend(31, &[1, 2]), "EXTENSION_TOO_LONG");
    course.refuses("2026-03-09", extend(30, &[1]), "NOT_AGREED");
    course.does("2026-03-09", extend(30, &[1, 2])).due("mediate", "2026-04-08");
    let on = day("2026-04-08");
    course.does("2026-04-08", Talk::EndFailed { on, undisputed: None, facts_agreed: vec![] });
    assert_eq!(course.state().outcome(), Some(Outcome::Failed));
    course
}

/// Steps 1 and 2, at the court.
fn at_the_court() -> Course<Filing> {
    let mut course = Course::new();
    course.does("2026-02-27", court::receive(KIND, "2026-02-27")).due("file", "2026-03-06");
    course.refuses("2026-02-27", court::entrust(&[1, 2], "2026-02-27"), "NOT_FILED");
    course.refuses("2026-03-06", Suit::FileFirst, "DECISION_TIME_RUNS");
    course.does("2026-02-27", court::file("2026-02-27"));
    course.refuses("2026-02-27", court::entrust(&[1], "2026-02-27"), "NOT_AGREED");
    course.does("2026-02-27", court::entrust(&[1, 2], "2026-02-27"));
    course.does("2026-03-02", court::signed("2026-03-02")).due("mediation", "2026-03-09");
    let extended = Suit::NoteMediationExtended { days: 30, on: day("2026-03-09") };
    course.does("2026-03-09", extended).due("mediation", "2026-04-08");
    let failed = court::back(MediationResult::Failed, "2026-04-08");
    course.does("2026-04-08", failed);
    course.does("2026-04-08", Suit::NotifyFee { on: day("2026-04-08") }).due("fee", "2026-04-15");
    course
}

/// Step 3: paid; small claims until 27 May, the thirty days of mediation not counted.
fn tried() {
    let mut course = at_the_court();
    let choose = |judge| court::small_claim(8_400, judge, "2026-04-10");
    course.refuses("2026-04-10", choose("judge-1"), "FEE_UNPAID");
    course.does("2026-04-10", Suit::PayFee { on: day("2026-04-10") });
    course.refuses("2026-04-10", choose("m-1"), "MEDIATOR_BARRED");
    course.does("2026-04-10", choose("judge-1")).due("trial", "2026-05-27");
    let mut plain = Course::<Trial>::new();
    let small = jiefen_court_rules::filing::Track::SmallClaims;
    plain.does("2026-03-02", trial::open(trial::opening(small, 8_400, "2026-02-27"), "2026-03-02"));
    plain.due("trial", "2026-04-27");
    let mut hearing = Course::<Trial>::new();
    hearing.does("2026-04-15", trial::open(trial::s07(), "2026-04-15")).due("trial", "2026-05-27");
    let set = Hearing::SetHearing { on: day("2026-05-20"), told_on: day("2026-04-16") };
    hearing.does("2026-04-16", set).does("2026-05-20", trial::held("2026-05-20", &[1, 2]));
    let judged = Hearing::Decide { what: Decided::Judgment, on: day("2026-05-27") };
    hearing.does("2026-05-27", judged);
    for party in [1, 2] {
        let on = day("2026-05-28");
        hearing.does("2026-05-28", Hearing::ServeDecision { party, on });
    }
    assert_eq!(hearing.state().outcome(), Some(Outcome::Decided), "民事诉讼法 165: one instance");
}

/// Step 4: the fee is not paid: treated as withdrawn, and the dispute is not resolved (民事诉讼法解释 213).
fn unpaid() {
    let mut course = at_the_court();
    course.expires("2026-04-16", "fee").stands("deemed_withdrawn");
    let desk = Desk::at(COUNTY, KIND).asked("2026-02-26", Channel::ZzCounty);
    let mut desk = desk.sorted("2026-02-26", two(), &[]);
    desk.refers("2026-02-26", COURT, T::Litigation, Mode::Delegate);
    desk.accepts("2026-02-27", COURT).held_by(COURT);
    desk.reports("2026-04-16", COURT, course.state().outcome().unwrap());
    desk.stands("unresolved", &["route_choice"]).held_by(COUNTY);
}

/// Step 5: 特邀调解规定 27 for what began in 2024, also when the file is imported in 2026.
fn the_older_practice() {
    let delegate = |on: &str| Suit::Delegate {
        body: "640122.mediation".parse().unwrap(),
        agreed: vec![1, 2],
        on: day(on),
    };
    let mut course = Course::<Filing>::new();
    course.does("2026-02-27", court::receive(KIND, "2024-11-04"));
    course.does("2026-02-27", delegate("2024-11-05"));
    course.does("2026-02-27", court::signed("2024-11-06")).due("mediation", "2024-12-06");
    assert_eq!(course.rule("mediation"), "T-C-05");
    course.does("2026-02-27", court::back(MediationResult::Failed, "2024-12-05"));
    let refuse = Suit::RefuseFiling { ground: RefusalGround::NoClaim, on: day("2024-12-06") };
    course.refuses("2026-02-27", refuse, "MUST_FILE");
    course.does("2026-02-27", court::file("2024-12-06"));
    let mut mediator = file(Mandate::Delegated, "2024-11-04");
    mediator.does("2026-02-27", sign("2024-11-06")).due("mediate", "2024-12-06");
    let mut new = Course::<Filing>::new();
    new.does("2026-02-27", court::receive(KIND, "2025-01-01"));
    new.refuses("2026-02-27", delegate("2025-01-01"), "DELEGATION_CLOSED");
}

/// Step 6: nothing waits unfiled beyond seven days: on the eighth it is filed first (民事诉讼法 126).
fn never_unfiled() {
    let mut course = Course::<Filing>::new();
    course.does("2026-02-27", court::receive(KIND, "2026-02-27"));
    course.expires("2026-03-07", "file").stands("filed");
}

fn the_matrix() {
    let complaint = of(KIND).with(C::SuitFiled);
    let filed = complaint.clone().with(C::SuitAccepted);
    let old = complaint.clone().with(C::ComplaintBefore2025);
    let after = T::CourtEntrustedMediationInLitigation;
    let invited = "invited_not_beside_suit";
    check(vec![
        ("S07.1", "2026-02-27", complaint.clone(), after, "entrusted_after_filing"),
        ("S07.1", "2026-02-27", complaint.clone(), T::CourtEntrustedMediation, "delegation_closed"),
        ("S07.1", "2026-02-27", complaint, T::InvitedMediation, invited),
        ("S07.2", "2026-03-02", filed, after, ""),
        ("S07.5", "2024-11-04", old, T::CourtEntrustedMediation, ""),
    ]);
}

pub fn walk() {
    let mediation = at_the_mediator();
    assert_eq!(mediation.state().outcome(), Some(Outcome::Failed));
    tried();
    unpaid();
    the_older_practice();
    never_unfiled();
    the_matrix();
}
