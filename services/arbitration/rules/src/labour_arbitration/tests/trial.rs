use super::*;
use crate::labour_arbitration::{
    OrderAdvance, Postpone, RecusalGround, Recuse, RestartGround, RestartTerm, Stay, StayGround,
};

fn notify(told: Date, hearing_on: Date) -> Command {
    Command::NotifyHearing(NotifyHearing { on: told, hearing_on })
}

fn hold(on: Date, absent: &[u32]) -> Command {
    Command::HoldHearing(HoldHearing { on, absent: absent.to_vec() })
}

fn mediate(on: Date, agreed: &[u32]) -> Command {
    Command::Mediate(Mediate { on, agreed: agreed.to_vec() })
}

fn form(arbitrators: &[&str]) -> Command {
    let arbitrators = arbitrators.iter().map(|id| (*id).to_owned()).collect();
    Command::FormTribunal(FormTribunal { on: day(9, 21), arbitrators })
}

fn stay(on: Date, ground: StayGround) -> Command {
    Command::Stay(Stay { on, ground })
}

#[test]
fn the_copy_starts_the_respondents_own_ten_days() {
    let case = accepted(2).does(day(9, 22), Command::ServeCopy(by(BOSS, day(9, 22))));
    assert_eq!(case.started(), [("defence:9".to_owned(), day(10, 13))]);
    case.refuses(day(9, 22), Command::ServeCopy(by(BOSS, day(9, 22))), "ALREADY_DONE")
        .refuses(day(9, 22), Command::ServeCopy(by(1, day(9, 22))), "WRONG_PARTY")
        .refuses(day(9, 22), Command::ForwardDefence(on(day(9, 22))), "ALREADY_DONE")
        .refuses(day(9, 23), Command::FileDefence(by(1, day(9, 23))), "WRONG_PARTY")
        .does(day(9, 23), Command::FileDefence(by(BOSS, day(9, 23))))
        .refuses(day(9, 23), Command::FileDefence(by(BOSS, day(9, 23))), "ALREADY_DONE")
        .does(day(9, 24), Command::ForwardDefence(on(day(9, 24))))
        .refuses(day(9, 24), Command::ForwardDefence(on(day(9, 24))), "ALREADY_DONE");
}

#[test]
fn a_missing_defence_does_not_stop_the_case() {
    let case = accepted(2);
    assert_eq!(case.state().expired("defence:9"), None);
    assert_eq!(heard(2).is("hearing").state().hearing().unwrap().defended, []);
}

#[test]
fn a_tribunal_is_one_or_three_and_three_when_collective() {
    accepted(2)
        .refuses(day(9, 21), form(&[]), "WRONG_TRIBUNAL")
        .refuses(day(9, 21), form(&["a", "b"]), "WRONG_TRIBUNAL")
        .refuses(day(9, 21), form(&["a", "a", "b"]), "WRONG_TRIBUNAL")
        .does(day(9, 21), form(&["a"]))
        .refuses(day(9, 21), form(&["a"]), "ALREADY_DONE");
    let mut many = application(8);
    told(&mut many).people = 23;
    Case::new()
        .does(day(9, 17), Command::Apply(Box::new(many)))
        .does(day(9, 18), Command::Accept(on(day(9, 18))))
        .refuses(day(9, 21), form(&["a"]), "THREE_ARBITRATORS_NEEDED")
        .does(day(9, 21), form(&["a", "b", "c"]));
}

#[test]
fn an_arbitrator_with_an_interest_is_replaced() {
    let recuse = |arbitrator: &str, replacement: &str| {
        Command::Recuse(Recuse {
            on: day(9, 22),
            arbitrator: arbitrator.to_owned(),
            ground: RecusalGround::Interest,
            replacement: replacement.to_owned(),
        })
    };
    let case = accepted(2)
        .refuses(day(9, 22), recuse("a1", "b"), "NO_TRIBUNAL")
        .does(day(9, 21), form(&["a1"]))
        .refuses(day(9, 22), recuse("x", "b"), "WRONG_TRIBUNAL")
        .does(day(9, 22), recuse("a1", "b"));
    assert_eq!(case.state().person.as_deref(), Some("b"));
}

#[test]
fn the_notice_comes_five_working_days_before_the_hearing() {
    // the holiday of 1 to 7 October does not count: five working days before 12 October is 28 September
    let last = due("T-H-08", day(10, 12));
    let case = accepted(2).refuses(day(9, 22), notify(day(9, 22), day(10, 12)), "NO_TRIBUNAL");
    let case = tribunal(case, 2);
    case.clone().does(last, notify(last, day(10, 12)));
    let after = last.tomorrow().unwrap();
    case.refuses(after, notify(after, day(10, 12)), "NOTICE_TOO_LATE");
}

#[test]
fn a_postponement_is_asked_three_working_days_before() {
    let case = tribunal(accepted(2), 2).does(day(9, 22), notify(day(9, 22), day(10, 14)));
    let last = due("T-H-08.postpone", day(10, 14));
    let ask = |asked_on: Date, granted| {
        Command::Postpone(Postpone { party: BOSS, asked_on, on: asked_on, granted })
    };
    let after = last.tomorrow().unwrap();
    case.clone().refuses(after, ask(after, true), "POSTPONEMENT_TOO_LATE");
    case.clone().does(last, ask(last, false)).does(day(10, 14), hold(day(10, 14), &[]));
    case.does(last, ask(last, true))
        .refuses(last, ask(last, true), "HEARING_NOT_NOTIFIED")
        .refuses(day(10, 14), hold(day(10, 14), &[]), "HEARING_NOT_NOTIFIED");
    let stranger = Postpone { party: 77, asked_on: last, on: last, granted: true };
    tribunal(accepted(2), 2).does(day(9, 22), notify(day(9, 22), day(10, 14))).refuses(
        last,
        Command::Postpone(stranger),
        "WRONG_PARTY",
    );
}

#[test]
fn an_absent_applicant_withdraws_an_absent_respondent_defaults() {
    let case = tribunal(accepted(2), 2).does(day(9, 22), notify(day(9, 22), day(10, 14)));
    case.clone().refuses(day(10, 14), hold(day(10, 14), &[77]), "WRONG_PARTY");
    case.clone().does(day(10, 14), hold(day(10, 14), &[1, 2])).is("withdrawn");
    let partly = case.clone().does(day(10, 14), hold(day(10, 14), &[1])).is("hearing");
    assert_eq!(partly.state().remaining, [2]);
    let default = case.does(day(10, 14), hold(day(10, 14), &[BOSS])).is("hearing");
    assert_eq!(default.state().hearing().unwrap().defaulted, [BOSS]);
}

#[test]
fn a_statement_takes_effect_when_all_have_signed() {
    let at = day(10, 14);
    let sign = |party| Command::SignStatement(by(party, at));
    tribunal(accepted(2), 2)
        .refuses(at, sign(1), "NO_STATEMENT")
        .refuses(at, mediate(at, &[77]), "WRONG_PARTY")
        .does(at, mediate(at, &[1, 2]))
        .refuses(at, mediate(at, &[1]), "STATEMENT_PENDING")
        .does(at, sign(1))
        .refuses(at, sign(1), "ALREADY_DONE")
        .refuses(at, sign(77), "WRONG_PARTY")
        .does(at, sign(BOSS))
        .is("hearing")
        .does(at, sign(2))
        .is("settled");
    accepted(2).refuses(at, mediate(at, &[]), "NO_TRIBUNAL");
}

#[test]
fn one_worker_settles_and_the_others_go_on() {
    let at = day(10, 14);
    let case = tribunal(accepted(2), 2)
        .does(at, mediate(at, &[1]))
        .does(at, Command::SignStatement(by(1, at)))
        .does(at, Command::SignStatement(by(BOSS, at)))
        .is("hearing");
    assert_eq!(case.state().remaining, [2]);
}

#[test]
fn who_has_not_signed_may_go_back() {
    let at = day(10, 14);
    let repent = |party| Command::Repent(by(party, at));
    tribunal(accepted(2), 2)
        .refuses(at, repent(1), "NO_STATEMENT")
        .does(at, mediate(at, &[1, 2]))
        .does(at, Command::SignStatement(by(1, at)))
        .refuses(at, repent(1), "WRONG_PARTY")
        .does(at, repent(BOSS))
        .refuses(at, Command::SignStatement(by(2, at)), "NO_STATEMENT");
}

#[test]
fn an_advance_needs_money_clarity_and_hardship() {
    let at = day(9, 22);
    let order = OrderAdvance {
        on: at,
        worker: 1,
        kind: ClaimKind::Wages,
        amount: Fen::yuan(3000),
        relation_clear: true,
        hardship: true,
    };
    let make = |order: &OrderAdvance| Command::OrderAdvance(order.clone());
    let case = tribunal(accepted(2), 2);
    let unclear = OrderAdvance { relation_clear: false, ..order.clone() };
    let calm = OrderAdvance { hardship: false, ..order.clone() };
    let leave = OrderAdvance { kind: ClaimKind::NationalStandard, ..order.clone() };
    for wrong in [&unclear, &calm, &leave] {
        case.clone().refuses(at, make(wrong), "ADVANCE_NOT_ALLOWED");
    }
    let stranger = OrderAdvance { worker: BOSS, ..order.clone() };
    case.clone().refuses(at, make(&stranger), "WRONG_PARTY");
    accepted(2).refuses(at, make(&order), "NO_TRIBUNAL");
    case.does(at, make(&order)).is("hearing");
}

#[test]
fn stays_are_not_counted_and_the_term_ends_later() {
    // accepted 18 September: 45 days end on 2 November; 30 days of waiting for a rating move it
    let case = accepted(2)
        .does(day(9, 21), stay(day(9, 21), StayGround::Appraisal))
        .is("stayed")
        .refuses(day(9, 22), stay(day(9, 22), StayGround::Appraisal), "ALREADY_DONE")
        .refuses(day(9, 22), Command::LapseAward, "NOT_NOW")
        .refuses(day(9, 22), Command::Resume(on(day(9, 20))), "DATE_TOO_EARLY")
        .does(day(10, 20), Command::Resume(on(day(10, 20))))
        .is("hearing")
        .refuses(day(10, 21), Command::Resume(on(day(10, 21))), "NOT_NOW")
        .refuses(day(12, 2), Command::LapseAward, "NOT_YET_EXPIRED");
    case.does(day(12, 3), Command::LapseAward).is("overdue");
}

#[test]
fn the_director_adds_fifteen_days_once_and_in_time() {
    let extend = |at: Date| Command::Extend(on(at));
    accepted(2)
        .does(day(11, 2), extend(day(11, 2)))
        .refuses(day(11, 2), extend(day(11, 2)), "EXTENSION_USED")
        .refuses(day(11, 17), Command::LapseAward, "NOT_YET_EXPIRED")
        .does(day(11, 18), Command::LapseAward)
        .is("overdue");
    accepted(2).refuses(day(11, 3), extend(day(11, 3)), "TERM_OVER").refuses(
        day(11, 3),
        stay(day(11, 3), StayGround::ForceMajeure),
        "TERM_OVER",
    );
}

#[test]
fn the_term_begins_anew_with_a_counterclaim() {
    let restart = |at: Date| {
        Command::RestartTerm(RestartTerm { on: at, ground: RestartGround::Counterclaim })
    };
    accepted(2)
        .does(day(10, 9), restart(day(10, 9)))
        .refuses(day(11, 23), Command::LapseAward, "NOT_YET_EXPIRED")
        .does(day(11, 24), Command::LapseAward);
    accepted(2).refuses(day(11, 3), restart(day(11, 3)), "TERM_OVER");
}

#[test]
fn an_overdue_award_opens_the_court_but_may_still_be_made() {
    let late = heard(2).does(day(11, 3), Command::LapseAward).is("overdue");
    let silence =
        |at, party| Command::Sue(Sue { on: at, party, against: Against::Silence, workers: vec![] });
    late.clone()
        .refuses(day(11, 4), Command::Extend(on(day(11, 4))), "TERM_OVER")
        .refuses(day(11, 4), Command::LapseAward, "ALREADY_DONE")
        .refuses(day(11, 4), silence(day(11, 2), 1), "DATE_TOO_EARLY")
        .refuses(day(11, 4), silence(day(11, 4), 77), "WRONG_PARTY")
        .does(day(11, 4), silence(day(11, 4), BOSS))
        .is("in_court");
    let items = vec![item(1, ClaimKind::Wages, 1), item(2, ClaimKind::Wages, 1)];
    award(late, day(11, 5), items).is("awarded");
    heard(2).refuses(day(11, 4), silence(day(11, 4), 1), "NOT_YET_EXPIRED");
}

#[test]
fn a_hearing_that_is_set_keeps_the_court_closed() {
    let late = tribunal(accepted(2), 2)
        .does(day(10, 30), notify(day(10, 30), day(11, 12)))
        .does(day(11, 3), Command::LapseAward);
    let silence = Sue { on: day(11, 4), party: 1, against: Against::Silence, workers: vec![] };
    late.clone().refuses(day(11, 4), Command::Sue(silence.clone()), "HEARING_SET");
    late.does(day(11, 12), hold(day(11, 12), &[]))
        .does(day(11, 13), Command::Sue(Sue { on: day(11, 13), ..silence }));
}
