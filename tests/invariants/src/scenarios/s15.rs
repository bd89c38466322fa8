//! S15: neighbours fight; paid before the decision, there is no penalty (the rule of 2026).

use jiefen_mediation_rules::agreement::Through;
use jiefen_mediation_rules::people_mediation::{
    Beginning, Checks, Command as Talk, PeopleMediation,
};
use jiefen_mediation_rules::public_order::{
    Application, Command as Case, Decision, Ending, Ground, PublicOrder, Stage, samples,
};
use jiefen_mediation_rules::talks::samples::{draft, owed};
use jiefen_procedure::kit::{brief, consent, day};
use jiefen_procedure::matrix::{Circumstance as C, Standing, penalty_open};
use jiefen_vocab::{Channel, DisputeKind as K, Outcome, Role, TrackKind as T};

use super::{Mode, check, of, owes, performed};
use crate::course::Course;
use crate::desk::{Desk, agreement, two};
use crate::umbrella::VILLAGE;

const POLICE: &str = "640122.police";

/// Step 1: three working days over the first of May (程序规定 179).
fn accepted() -> Course<PublicOrder> {
    let on = day("2026-04-30");
    let mut course = Course::new();
    course.does("2026-04-30", Case::Open { brief: samples::fight(on).into(), on });
    course.does("2026-04-30", samples::accept(on, &[])).due("first", "2026-05-08");
    course
}

/// Step 2, in the village: agreed and paid on the 6th.
fn in_the_village() -> Course<PeopleMediation> {
    let on = day("2026-05-06");
    let mut told = brief(K::Neighbour, T::PeopleMediation, on);
    told.consents = [1, 2].map(|no| consent(no, T::PeopleMediation, true, on)).to_vec();
    let checks = Checks {
        rights_told: true,
        hospital_notices: true,
        not_handled_elsewhere: true,
        safety_cleared: false,
    };
    let mut course = Course::<PeopleMediation>::new();
    let open = Talk::Open { brief: told.into(), by: Beginning::HandOff, on };
    course.does_as(Role::System, "2026-05-06", open);
    course.does("2026-05-06", Talk::Accept { on, mediator: "m-1".to_owned(), checks });
    let text = draft(vec![owed(1, 2_000, on)]);
    course.does("2026-05-06", Talk::RecordOral { draft: text, agreed: vec![1, 2], on });
    let (through, proof) = (Through::Itself, "收条第1号".to_owned());
    course.does("2026-05-06", Talk::RecordPerformance { no: 1, on, through, proof });
    assert_eq!(course.state().outcome(), Some(Outcome::Performed));
    course
}

/// Steps 2 and 3: without the receipt the guard refuses; with it no penalty (治安管理处罚法 9(4) of 2025).
fn recognised() {
    let on = day("2026-05-06");
    let apply = |application| Case::ApplyRecognition { application };
    let mut course = accepted();
    let unpaid = samples::application(None, on);
    course.refuses("2026-05-06", apply(unpaid.clone()), "NOT_PERFORMED");
    let no_receipt = Application { performed_on: Some(on), ..unpaid };
    course.refuses("2026-05-06", apply(no_receipt), "PROOF_WANTED");
    let alone = Application { applicants: vec![2], ..samples::application(Some(on), on) };
    course.refuses("2026-05-06", apply(alone), "NOT_JOINT");
    course.does("2026-05-06", apply(samples::application(Some(on), on)));
    course.does("2026-05-07", Case::Recognise { on: day("2026-05-07") });
    let Stage::Ended { ending, .. } = &course.state().stage else { panic!("not ended") };
    assert_eq!(*ending, Ending::Recognised { ground: Ground::Act9Para4 });
    let penalty = Case::Decide { decision: Decision::Penalty, relies_on: vec![], on };
    course.refuses("2026-05-08", penalty, "ALREADY_ENDED");
}

/// Step 4: promised and not paid: the penalty procedure goes on, a suit is advised.
fn only_promised() {
    let mut course = accepted();
    course.expires("2026-05-09", "first");
    let on = day("2026-05-20");
    let apply = Case::ApplyRecognition { application: samples::application(None, on) };
    course.refuses("2026-05-20", apply, "NOT_PERFORMED");
    let penalty = Case::Decide { decision: Decision::Penalty, relies_on: vec![], on };
    course.does("2026-05-20", penalty);
    let words = course.words();
    assert!(words.contains("提起民事诉讼"), "{words}");
    let fight = of(K::TortDamages).track(T::PeopleMediation, Standing::Agreed);
    assert!(penalty_open(&fight).is_allowed(), "promised, not paid");
    let paid = fight.clone().with(C::PerformedBeforeDecision);
    assert!(!penalty_open(&paid).is_allowed(), "paid before the decision");
    check(vec![("S15.4", "2026-05-08", fight, T::Litigation, "")]);
}

pub fn walk() {
    let village = in_the_village();
    let desk = Desk::at(POLICE, K::Neighbour).asked("2026-04-30", Channel::Police);
    let mut desk = desk.sorted("2026-04-30", two(), &[]);
    desk.refers("2026-05-06", VILLAGE, T::PeopleMediation, Mode::Transfer);
    desk.accepts("2026-05-06", VILLAGE).held_by(VILLAGE).by(VILLAGE, Role::Mediator);
    desk.ok("2026-05-06", agreement(VILLAGE, "2026-05-06", vec![owes(2_000, "2026-05-06")]));
    assert_eq!(village.state().outcome(), Some(Outcome::Performed));
    desk.serves_all("2026-05-06").ok("2026-05-06", performed(1, "2026-05-06"));
    desk.stands("closed", &[]);
    recognised();
    only_promised();
}
