//! Application, limit, examination, correction.

use super::super::Ending;
use super::super::payload::Days;
use super::super::state::Stage;
use super::*;

fn on(on: Date, act: Act) -> Case {
    Case::new().does(on, apply(Apply { on, act: Some(act), ..application() }))
}

fn accept_on(on: Date) -> Command {
    Command::Accept(Accept { on, ..acceptance(Track::Ordinary) })
}

#[test]
fn sixty_days_to_apply_both_sides() {
    on(day(4, 3), fine()).does(day(4, 3), accept_on(day(4, 3)));
    on(day(4, 7), fine()).refuses(day(4, 7), accept_on(day(4, 7)), "RIGHT_LOST");
    on(day(4, 7), fine()).does(day(4, 7), refuse(RefusalGround::Late, day(4, 7)));
    on(day(4, 3), fine()).refuses(day(4, 3), refuse(RefusalGround::Late, day(4, 3)), "NOT_LATE");
}

#[test]
fn force_majeure_and_other_statutes_lengthen_the_limit() {
    let excused = vec![Days { from: day(2, 10), to: day(2, 19) }];
    on(day(4, 13), Act { excused, ..fine() }).does(day(4, 13), accept_on(day(4, 13)));
    let longer = Act { longer_until: Some(day(5, 15)), ..fine() };
    on(day(5, 15), longer.clone()).does(day(5, 15), accept_on(day(5, 15)));
    on(day(5, 18), longer).refuses(day(5, 18), accept_on(day(5, 18)), "RIGHT_LOST");
    let wrong = vec![Days { from: day(2, 19), to: day(2, 10) }];
    on(day(3, 9), Act { excused: wrong, ..fine() }).refuses(day(3, 12), accept(), "NO_SUCH_LIMIT");
}

#[test]
fn not_told_of_the_right_one_year_at_most() {
    let knew_on = date(2025, 3, 20);
    let never = Act { made_on: Some(knew_on), knew_on, told: Told::Never, ..fine() };
    on(day(3, 20), never.clone()).does(day(3, 20), accept_on(day(3, 20)));
    on(day(3, 23), never.clone()).refuses(day(3, 23), accept_on(day(3, 23)), "RIGHT_LOST");
    // Learnt on 9 January: sixty days end on 10 March, before the year does.
    let learnt = Act { told: Told::Learnt(day(1, 9)), ..never };
    on(day(3, 10), learnt.clone()).does(day(3, 10), accept_on(day(3, 10)));
    on(day(3, 11), learnt).refuses(day(3, 11), accept_on(day(3, 11)), "RIGHT_LOST");
}

#[test]
fn five_years_and_twenty_for_real_estate() {
    let made_on = Some(date(2020, 1, 6));
    let old = Act { made_on, ..fine() };
    on(day(3, 9), old.clone()).refuses(day(3, 12), accept(), "RIGHT_LOST");
    on(day(3, 9), Act { real_estate: true, ..old }).does(day(3, 12), accept());
}

#[test]
fn what_cannot_be_registered() {
    let none = Case::new;
    let today = day(3, 9);
    none().refuses(today, accept(), "NOT_BEGUN");
    none().refuses(day(3, 8), apply(application()), "DATE_IN_FUTURE");
    let early = Apply { on: day(3, 1), ..application() };
    none().refuses(today, apply(early), "DATE_TOO_EARLY");
    let later = Act { knew_on: day(3, 20), ..fine() };
    none().refuses(today, against(later), "DATE_TOO_EARLY");
    let mut other = application();
    other.brief.track = TrackKind::PeopleMediation;
    none().refuses(today, apply(other), "OTHER_ROUTE");
    let mut lonely = application();
    lonely.brief.parties.truncate(1);
    none().refuses(today, apply(lonely), "SIDES_MISSING");
    received().refuses(today, apply(application()), "ALREADY_BEGUN");
}

#[test]
fn an_application_without_its_act_waits_for_it_and_is_accepted_by_silence_all_the_same() {
    let describe = |act| Command::DescribeAct { act, on: day(3, 11) };
    let late = refuse(RefusalGround::Late, day(3, 12));
    undescribed().refuses(day(3, 12), accept(), "ACT_MISSING");
    undescribed().refuses(day(3, 12), late, "ACT_MISSING");
    undescribed().does(day(3, 12), refuse(RefusalGround::NoClearClaim, day(3, 12)));
    let after = Act { knew_on: day(3, 10), ..fine() };
    undescribed().refuses(day(3, 11), describe(after), "DATE_TOO_EARLY");
    let told = undescribed().does(day(3, 11), describe(Act { told: Told::Never, ..fine() }));
    let told = told.does(day(3, 11), describe(fine())).does(day(3, 12), accept());
    assert_eq!(told.state().act, Some(fine()), "before the acceptance it may be put right");
    told.refuses(day(3, 12), describe(fine()), "ALREADY_DONE");

    let silent = undescribed().expires(day(3, 17), "examine").stands("reviewing");
    silent.clone().does(day(3, 17), describe(fine())).refuses(
        day(3, 17),
        describe(fine()),
        "ALREADY_DONE",
    );
    let annul = decide(DecisionKind::Annul, day(3, 17));
    silent.refuses(day(3, 17), annul, "ACT_MISSING");
}

#[test]
fn silence_for_five_working_days_is_acceptance() {
    received().does(day(3, 16), accept_on(day(3, 16)));
    received().refuses(day(3, 17), accept_on(day(3, 17)), "DEEMED_ACCEPTED");
    let late = refuse(RefusalGround::NoInterest, day(3, 17));
    received().refuses(day(3, 17), late, "DEEMED_ACCEPTED");
    received().refuses(day(3, 16), Command::DeemAccepted, "NOT_YET_EXPIRED");
    let case = received().expires(day(3, 20), "examine").stands("reviewing");
    assert!(case.starts("decide", "T-K-06", day(3, 16)));
    assert!(case.starts("copy", "T-K-04", day(3, 16)));
    assert!(case.state().review().unwrap().deemed);
}

#[test]
fn correction_stops_the_examination_and_silence_gives_it_up() {
    let ask = Command::AskCorrection { on: day(3, 11) };
    received().refuses(day(3, 17), Command::AskCorrection { on: day(3, 17) }, "TERM_OVER");
    let asked = received().does(day(3, 11), ask.clone()).stands("correcting");
    asked.clone().refuses(day(3, 30), Command::Abandon, "NOT_SERVED");
    let extend = |days, on| Command::ExtendCorrection { days, on };
    asked.clone().refuses(day(3, 12), extend(5, day(3, 12)), "NOT_SERVED");
    // Ten working days from 12 March: 26 March.
    let served = asked.does(day(3, 12), Command::ServeCorrection { on: day(3, 12) });
    assert!(served.starts("correct", "T-K-03.answer", day(3, 12)));
    let again = Command::ServeCorrection { on: day(3, 12) };
    served.clone().refuses(day(3, 12), again, "ALREADY_DONE");
    served.clone().refuses(day(3, 26), Command::Abandon, "NOT_YET_EXPIRED");
    served.clone().refuses(day(3, 27), Command::Correct { on: day(3, 27) }, "TERM_OVER");
    let gone = served.clone().expires(day(3, 27), "correct").stands("ended");
    assert!(matches!(&gone.state().stage, Stage::Ended(ended) if ended.how == Ending::Abandoned));
    served.clone().refuses(day(3, 26), extend(31, day(3, 26)), "EXTENSION_TOO_LONG");
    served
        .clone()
        .does(day(3, 26), extend(3, day(3, 26)))
        .refuses(day(3, 27), extend(3, day(3, 27)), "EXTENSION_USED")
        .does(day(3, 31), Command::Correct { on: day(3, 31) });
    // 11 to 26 March do not count: two days are used, so the last one is 31 March.
    let back = served.does(day(3, 26), Command::Correct { on: day(3, 26) }).stands("received");
    back.clone().refuses(day(3, 26), ask, "ALREADY_DONE");
    back.clone().does(
        day(3, 31),
        Command::Accept(Accept { on: day(3, 31), ..acceptance(Track::Ordinary) }),
    );
    back.expires(day(4, 3), "examine");
}

#[test]
fn what_is_not_open_to_reconsideration() {
    let today = day(3, 12);
    let with = |checks| Command::Accept(Accept { checks, ..acceptance(Track::Ordinary) });
    received().refuses(
        today,
        with(Checks { suit_accepted: true, ..CLEAR }),
        "RECONSIDERATION_NOT_BESIDE_SUIT",
    );
    received().refuses(today, with(Checks { reviewed: true, ..CLEAR }), "ALREADY_REVIEWED");
    let withdrawn = Checks { withdrawn_before: true, ..CLEAR };
    received().refuses(today, with(withdrawn), "WITHDRAWN_BEFORE");
    let civil = Act { kind: ActKind::AgencyMediation, ..fine() };
    Case::new()
        .does(day(3, 9), against(civil))
        .refuses(today, accept(), "CIVIL_MEDIATION_NOT_REVIEWABLE")
        .does(today, refuse(RefusalGround::OutOfScope, today))
        .stands("decided");
    received().refuses(today, refuse(RefusalGround::NotOurs, today), "COMPETENT_MISSING");
    let competent = Some("银川市人民政府".to_owned());
    let named = Refuse { on: today, ground: RefusalGround::NotOurs, competent };
    received().does(today, Command::Refuse(named));
}

#[test]
fn a_refusal_opens_the_court_to_the_applicant_only() {
    let refused = received().does(day(3, 12), refuse(RefusalGround::NoInterest, day(3, 12)));
    refused.clone().refuses(day(3, 13), serve(AGENCY, day(3, 13)), "WRONG_PARTY");
    let served = refused.does(day(3, 13), serve(CITIZEN, day(3, 13)));
    assert!(served.starts("suit:1", "T-K-16.after_reconsideration", day(3, 13)));
    served.expires(day(4, 1), "suit:1").stands("ended");
}

/// An application of a day in an earlier year, about a warning known the day before.
fn older(on: Date) -> Case {
    let knew_on = on.yesterday().unwrap();
    let act = Act { kind: ActKind::Warning, made_on: Some(knew_on), knew_on, ..fine() };
    let mut application = Apply { act: Some(act), on, ..application() };
    application.brief.received_on = on;
    Case::new().does(on, apply(application))
}

#[test]
fn the_law_of_2023_begins_with_2024() {
    // Received on the last working day of 2023: silence is acceptance on the day of receipt.
    let (old, new) = (date(2023, 12, 29), date(2024, 1, 2));
    let silent = older(old).expires(date(2024, 1, 9), "examine");
    assert!(silent.starts("decide", "T-K-06", old));
    // Received on the first one of 2024: on the fifth working day.
    let silent = older(new).expires(date(2024, 1, 10), "examine");
    assert!(silent.starts("decide", "T-K-06", date(2024, 1, 9)));
    let quick = |on| Command::Accept(Accept { on, ..acceptance(Track::Simplified) });
    older(old).refuses(old, quick(old), "SIMPLIFIED_NOT_OPEN");
    older(new).does(new, quick(new));
}
