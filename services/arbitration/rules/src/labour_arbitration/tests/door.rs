use jiefen_vocab::Outcome;

use super::*;
use crate::labour_arbitration::{RefusalGround, Refuse, Represent};

fn applied() -> Case {
    Case::new().does(day(9, 17), Command::Apply(Box::new(application(8))))
}

fn wrong(change: impl FnOnce(&mut Apply)) -> Command {
    let mut apply = application(2);
    change(&mut apply);
    Command::Apply(Box::new(apply))
}

#[test]
fn an_application_starts_five_working_days() {
    assert_eq!(applied().is("applied").started(), [("accept".to_owned(), day(9, 23))]);
}

#[test]
fn a_wrong_application_is_refused() {
    let new = Case::new;
    new().refuses(
        day(9, 17),
        wrong(|a| told(a).kind = DisputeKind::Medical),
        "LABOUR_MEDIATION_FOR_LABOUR",
    );
    new().refuses(day(9, 17), wrong(|a| a.workers = vec![]), "WRONG_SIDES");
    new().refuses(day(9, 17), wrong(|a| a.employers = vec![1]), "WRONG_SIDES");
    new().refuses(day(9, 17), wrong(|a| a.workers = vec![1, 5]), "WRONG_SIDES");
    new().refuses(day(9, 17), wrong(|a| a.claims[0].worker = BOSS), "WRONG_SIDES");
    new().refuses(day(9, 16), wrong(|_| ()), "DATE_IN_FUTURE");
    new().refuses(day(9, 18), Command::Accept(on(day(9, 18))), "NOT_BEGUN");
    applied().refuses(day(9, 18), wrong(|_| ()), "ALREADY_BEGUN");
}

#[test]
fn limitation_that_has_run_is_no_bar_to_acceptance() {
    Case::new()
        .does(day(9, 17), wrong(|a| a.knew_on = Some(date(2020, 1, 1))))
        .does(day(9, 18), Command::Accept(on(day(9, 18))))
        .is("hearing");
}

#[test]
fn acceptance_starts_service_tribunal_and_award() {
    let started =
        applied().does(day(9, 18), Command::Accept(on(day(9, 18)))).is("hearing").started();
    let expected = [("serve", day(9, 24)), ("tribunal", day(9, 24)), ("award", day(11, 2))];
    assert_eq!(started, expected.map(|(key, day)| (key.to_owned(), day)));
}

#[test]
fn silence_opens_the_court_only_after_the_last_day() {
    let silence = Sue { on: day(9, 24), party: 1, against: Against::Silence, workers: vec![] };
    applied()
        .refuses(day(9, 23), Command::LapseAcceptance, "NOT_YET_EXPIRED")
        .refuses(day(9, 24), Command::Sue(silence.clone()), "NOT_YET_EXPIRED")
        .does(day(9, 24), Command::LapseAcceptance)
        .is("unanswered")
        .refuses(day(9, 24), Command::LapseAcceptance, "ALREADY_DONE")
        .refuses(day(9, 24), Command::Sue(Sue { party: BOSS, ..silence.clone() }), "WRONG_PARTY")
        .refuses(day(9, 24), sue(Paper::Final, 1, &[], day(9, 24)), "NO_SUCH_PAPER")
        .does(day(9, 24), Command::Sue(silence))
        .is("in_court");
}

#[test]
fn the_commission_may_still_answer_late() {
    let late = applied().does(day(9, 24), Command::LapseAcceptance);
    let refuse = Refuse { on: day(9, 25), ground: RefusalGround::OutOfScope };
    late.clone().does(day(9, 25), Command::Accept(on(day(9, 25)))).is("hearing");
    late.does(day(9, 25), Command::Refuse(refuse)).is("refused");
}

#[test]
fn the_clock_itself_gives_the_command_of_silence() {
    let case = applied();
    assert_eq!(case.state().expired("accept"), Some(Command::LapseAcceptance));
    assert_eq!(case.state().expired("serve"), None);
    assert_eq!(case.state().expired("suit:3"), Some(lapse(Paper::NonFinal, 3)));
    assert_eq!(case.state().expired("suit:x"), None);
}

#[test]
fn refusal_ends_the_case_with_a_notice_of_the_court() {
    let refuse = Refuse { on: day(9, 18), ground: RefusalGround::NotOurs };
    let case = applied().does(day(9, 18), Command::Refuse(refuse)).is("refused");
    let notices = LabourArbitration::notices(case.facts.last().unwrap());
    assert_eq!(notices[0].form, "remedies");
    assert_eq!(notices[0].to, (1..=8).collect::<Vec<u32>>());
    case.refuses(day(9, 19), Command::Accept(on(day(9, 19))), "ENDED");
}

#[test]
fn an_answer_dated_before_the_application_is_refused() {
    applied().refuses(day(9, 18), Command::Accept(on(day(9, 16))), "DATE_TOO_EARLY");
}

#[test]
fn each_applicant_withdraws_for_himself() {
    applied()
        .refuses(day(9, 18), withdraw(&[BOSS], day(9, 18), false), "WRONG_PARTY")
        .refuses(day(9, 18), withdraw(&[], day(9, 18), false), "ALREADY_DONE")
        .does(day(9, 18), withdraw(&[1, 2], day(9, 18), false))
        .is("applied")
        .refuses(day(9, 18), withdraw(&[1], day(9, 18), false), "ALREADY_DONE")
        .does(day(9, 18), withdraw(&[3, 4, 5, 6, 7, 8], day(9, 18), false))
        .is("withdrawn");
    applied().does(day(9, 18), withdraw(&[1, 2, 3, 4, 5, 6, 7, 8], day(9, 18), true)).is("settled");
}

#[test]
fn ten_with_a_common_claim_are_collective() {
    let represent = |representatives: &[u32]| {
        Command::Represent(Represent { on: day(9, 18), representatives: representatives.to_vec() })
    };
    let mut ten = application(8);
    told(&mut ten).people = 10;
    let case = Case::new().does(day(9, 17), Command::Apply(Box::new(ten.clone())));
    case.refuses(day(9, 18), represent(&[1, 2]), "WRONG_REPRESENTATIVES")
        .refuses(day(9, 18), represent(&[1, 2, 2]), "WRONG_REPRESENTATIVES")
        .refuses(day(9, 18), represent(&[1, 2, BOSS]), "WRONG_REPRESENTATIVES")
        .refuses(day(9, 18), represent(&[1, 2, 3, 4, 5, 6]), "WRONG_REPRESENTATIVES")
        .does(day(9, 18), represent(&[1, 2, 3]));
    applied().refuses(day(9, 18), represent(&[1, 2, 3]), "NOT_COLLECTIVE");
    ten.common_claim = false;
    Case::new().does(day(9, 17), Command::Apply(Box::new(ten))).refuses(
        day(9, 18),
        represent(&[1, 2, 3]),
        "NOT_COLLECTIVE",
    );
}

#[test]
fn a_law_without_the_limit_says_so() {
    let actor =
        Actor { agency: "640122.hrss".parse().unwrap(), person: String::new(), role: Role::System };
    let now = Moment::from_local(day(9, 30).at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: &Law::default() };
    let case = applied();
    let answer = LabourArbitration::decide(case.state.as_ref(), &Command::LapseAcceptance, &ctx);
    let refusal = answer.unwrap_err();
    assert_eq!(refusal.name(), "NO_SUCH_LIMIT");
    assert!(refusal.zh().contains("T-H-06") && refusal.en().contains("T-H-06"));
}

fn received() -> Case {
    Case::new().does(day(9, 16), take_over(2, day(9, 16)))
}

#[test]
fn a_dispute_handed_over_stands_with_a_person_a_step_and_a_clock() {
    let case = received().is("received");
    assert_eq!(case.started(), [("contact".to_owned(), day(9, 17))]);
    let outline = LabourArbitration::outline(case.state());
    assert_eq!(outline.person.as_deref(), Some("c1"));
    assert!(outline.open && outline.next_zh.contains("联系申请人"));
    let notices = LabourArbitration::notices(case.facts.last().unwrap());
    assert_eq!((notices[0].form.as_str(), notices[0].to.as_slice()), ("how_to_apply", &[1, 2][..]));
    let case = case
        .refuses(day(9, 17), take_over(2, day(9, 17)), "ALREADY_BEGUN")
        .refuses(day(9, 17), Command::Contact(on(day(9, 15))), "DATE_TOO_EARLY")
        .refuses(day(9, 17), Command::Accept(on(day(9, 17))), "NOT_NOW")
        .does(day(9, 17), Command::Contact(on(day(9, 17))));
    assert_eq!(case.started(), [("application".to_owned(), day(10, 19))]);
    assert_eq!(case.state().expired("contact"), None);
    assert_eq!(case.state().expired("application"), None);
}

#[test]
fn the_application_after_a_hand_over_brings_the_brief_along() {
    let bare = || wrong(|a| a.brief = None);
    Case::new().refuses(day(9, 17), bare(), "BRIEF_MISSING");
    received().refuses(
        day(9, 17),
        wrong(|a| told(a).dispute = DisputeId(Id::from_bits(8))),
        "OTHER_DISPUTE",
    );
    let case = received().does(day(9, 17), bare()).is("applied");
    assert!(case.started().contains(&("accept".to_owned(), day(9, 23))));
    assert_eq!(case.state().brief, brief(2));
    assert_eq!(case.state().person.as_deref(), Some("c1"));
    let later = received().does(day(9, 17), wrong(|a| told(a).received_on = day(9, 17)));
    assert_eq!(later.state().brief.received_on, day(9, 14), "the first inquiry stays");
}

#[test]
fn nobody_is_made_to_apply_and_the_dispute_may_come_back() {
    let case = received().does(day(9, 18), Command::Forgo(on(day(9, 18)))).is("not_applied");
    assert_eq!(case.state().outcome(), Some(Outcome::Failed));
    let again = case.does(day(9, 21), take_over(2, day(9, 21))).is("received");
    assert_eq!(again.state().earlier.len(), 1);
    let apply = wrong(|a| a.brief = None);
    assert_eq!(again.does(day(9, 21), apply).is("applied").state().earlier.len(), 1);
}

#[test]
fn a_dispute_that_has_gone_on_ends_here() {
    let gone = |case: Case| case.does(day(9, 18), Command::HandOn(on(day(9, 18)))).is("handed_on");
    gone(received());
    let case = gone(applied());
    assert_eq!(case.state().outcome(), Some(Outcome::Transferred));
    case.refuses(day(9, 18), Command::HandOn(on(day(9, 18))), "ENDED");
    Case::new().refuses(day(9, 18), Command::HandOn(on(day(9, 18))), "NOT_BEGUN");
}
