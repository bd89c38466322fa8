//! S08: agreement, confirmation, breach, enforcement.

use std::collections::BTreeSet;

use jiefen_court_rules::confirmation::{
    Agreement, Command as Case, Competence, Confirmation, Objector, Subject,
};
use jiefen_court_rules::enforcement::{Enforcement, Origin, samples as force};
use jiefen_intake_rules::dispute::Command;
use jiefen_mediation_rules::agreement::Draft;
use jiefen_mediation_rules::agreement_life::{
    AgreementLife, Command as Life, Maker, Way, samples as life,
};
use jiefen_mediation_rules::talks::samples::{draft, hash, owed};
use jiefen_procedure::kit::{brief, day};
use jiefen_procedure::matrix::Circumstance as C;
use jiefen_procedure::matrix::Standing::{Agreed, Running};
use jiefen_vocab::{Channel, DisputeKind as K, Outcome, Private, Role, TrackKind as T};

use super::{Mode, check, of, owes, own, performed};
use crate::course::Course;
use crate::desk::{COURT, Desk, agreement, two};
use crate::umbrella::TOWN;

const DUE: [&str; 3] = ["2026-10-31", "2026-11-30", "2026-12-31"];

fn instalments() -> Draft {
    draft((1..).zip(DUE).map(|(no, due)| owed(no, 20_000, day(due))).collect())
}

fn apply(applicants: &[u32], on: &str) -> Case {
    let agreement = Agreement {
        hash: hash(),
        effective_on: day("2026-09-03"),
        body: "640122101.mediation".to_owned(),
        subjects: BTreeSet::from([Subject::Money]),
        content: Private::new("分三期支付六万元".to_owned()),
        due: DUE.map(day).to_vec(),
    };
    Case::Apply {
        brief: brief(K::ContractDebt, T::JudicialConfirmation, day("2026-09-01")).into(),
        agreement: agreement.into(),
        applicants: applicants.to_vec(),
        competence: Competence::BodySeat,
        on: day(on),
    }
}

/// Steps 2 to 5, at the court (民事诉讼法 205, 206; 民事诉讼法解释 372, 248).
fn confirmed() -> Course<Confirmation> {
    let mut course = Course::<Confirmation>::new();
    course.refuses("2026-10-08", apply(&[1], "2026-10-08"), "NOT_JOINT");
    course.refuses("2026-10-09", apply(&[1, 2], "2026-10-09"), "TOO_LATE");
    course.does("2026-10-08", apply(&[1, 2], "2026-10-08")).due("accept", "2026-10-12");
    let case_no = "（2026）宁0122诉前调确1号".to_owned();
    let accept = Case::Accept { case_no, judge: "judge-1".to_owned(), on: day("2026-10-09") };
    course.does("2026-10-09", accept).due("ruling", "2026-11-09").due("target", "2026-10-26");
    course.does("2026-10-20", Case::Confirm { on: day("2026-10-20") });
    for party in [1, 2] {
        course.does("2026-10-21", Case::ServeRuling { party, on: day("2026-10-21") });
    }
    course.due("object:2", "2026-11-05");
    let object = |by, on: &str| Case::Object { by, on: day(on) };
    course.refuses(
        "2026-11-06",
        object(Objector::Party { no: 2 }, "2026-11-06"),
        "OBJECTION_TOO_LATE",
    );
    course.expires("2026-11-06", "object:1").expires("2026-11-06", "object:2");
    // Somebody else learns of it on 1 December: six months and not a day longer.
    let third = || Objector::Third { knew_on: day("2026-12-01") };
    course.refuses("2027-06-02", object(third(), "2027-06-02"), "OBJECTION_TOO_LATE");
    // Step 5: 31 December 2028 is a Sunday, and 1 January a holiday.
    course.due("enforce", "2029-01-02");
    let enforce = |on: &str| Case::ApplyEnforcement { party: 1, on: day(on) };
    course.refuses("2026-10-31", enforce("2026-10-31"), "NOTHING_OVERDUE");
    course.does("2026-12-01", enforce("2026-12-01"));
    assert_eq!(course.state().outcome(), Some(Outcome::Transferred));
    course
}

/// Steps 1 and 5, in the life of the agreement; step 6: not performed by itself.
fn the_agreement() {
    let mut course = Course::<AgreementLife>::new();
    let on = day("2026-09-03");
    course.does("2026-09-03", life::adopt(Maker::People, K::ContractDebt, instalments(), on));
    course.due("confirm", "2026-10-08");
    course.does("2026-10-08", life::apply(Way::Court, day("2026-10-08")));
    course.does("2026-10-09", Life::NoteAcceptance { on: day("2026-10-09") });
    course.does("2026-10-20", Life::Strengthen { on: day("2026-10-20") });
    course.does("2026-10-31", life::pay(1, day("2026-10-31")));
    let breach = |on: &str| Life::ReportBreach { no: 2, on: day(on), declared: false };
    course.refuses("2026-11-30", breach("2026-11-30"), "NOT_YET_DUE");
    course.does("2026-12-01", breach("2026-12-01")).due("enforce:0", "2029-01-02");
    course.refuses("2026-12-02", Life::Sue { on: day("2026-12-02") }, "ENFORCE_INSTEAD");
    assert_eq!(course.state().performed_by_itself(), Some(false));
    // A confirmed agreement has one time from the last instalment, a notarised one from each.
    let mut enforced = Course::<Enforcement>::new();
    let title = force::title(Origin::Confirmation, &DUE);
    enforced.does("2026-12-02", force::apply(title, false, "2026-12-02"));
    enforced.does("2026-12-03", force::accept("2026-12-03"));
    let starts = |origin| {
        let title = force::title(origin, &DUE);
        jiefen_court_rules::enforcement::limitation_starts(&title).len()
    };
    assert_eq!((starts(Origin::Confirmation), starts(Origin::Notarised)), (1, 3));
}

/// The umbrella goes with it: agreed, confirmed, performing, enforcing.
fn the_umbrella() {
    let desk = Desk::at(TOWN, K::ContractDebt).asked("2026-09-01", Channel::ZzTown);
    let mut desk = desk.sorted("2026-09-01", two(), &[]);
    desk.by(TOWN, Role::Mediator).ok("2026-09-01", own(T::PeopleMediationTown));
    let dues = DUE.map(|due| owes(20_000, due)).to_vec();
    desk.ok("2026-09-03", agreement(TOWN, "2026-09-03", dues));
    desk.due("confirmation", "2026-10-08");
    desk.by(TOWN, Role::WindowClerk);
    desk.refers("2026-10-08", COURT, T::JudicialConfirmation, Mode::Delegate);
    desk.accepts("2026-10-09", COURT).reports("2026-10-20", COURT, Outcome::Decided);
    desk.stands("agreed", &["obligation:1", "obligation:2", "obligation:3"]).held_by(TOWN);
    desk.ok("2026-10-31", performed(1, "2026-10-31"));
    let breach = |on: &str| Command::ReportBreach { obligation: 2, on: day(on) };
    desk.refused("2026-11-30", breach("2026-11-30"), "NOT_YET_DUE");
    desk.ok("2026-12-01", breach("2026-12-01")).stands("enforcing", &["enforcement"]);
}

fn the_matrix() {
    let agreed = of(K::ContractDebt).track(T::PeopleMediation, Agreed).with(C::AgreementInForce);
    let before = agreed.clone().track(T::JudicialConfirmation, Running);
    check(vec![
        ("S08.1", "2026-09-03", agreed.clone(), T::JudicialConfirmation, ""),
        ("S08.3", "2026-10-09", before, T::JudicialConfirmation, "same_track_running"),
        ("S08.5", "2026-12-01", agreed.with(C::MoneyDueAndFixed), T::PaymentOrder, ""),
    ]);
}

pub fn walk() {
    let ruling = confirmed();
    assert_eq!(ruling.state().outcome(), Some(Outcome::Transferred));
    the_agreement();
    the_umbrella();
    the_matrix();
}
