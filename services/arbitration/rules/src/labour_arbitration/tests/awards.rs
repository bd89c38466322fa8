use super::*;
use crate::labour_arbitration::{RuleSetAside, Standing, is_final};

fn make(at: Date, items: Vec<Item>) -> Command {
    Command::Award(MakeAward { on: at, items, minimum_wage: wage() })
}

fn one(yuan: i64) -> Vec<Item> {
    vec![item(1, ClaimKind::Wages, yuan)]
}

fn ruling(workers: &[u32], on: Date, set_aside: bool) -> Command {
    Command::RuleSetAside(RuleSetAside { on, workers: workers.to_vec(), set_aside })
}

fn papers(case: &Case) -> Vec<Paper> {
    let Some(Fact::Awarded { sheets, .. }) = case.facts.last() else { panic!("no award") };
    sheets.iter().map(|sheet| sheet.paper).collect()
}

#[test]
fn an_award_needs_tribunal_hearing_and_mediation() {
    let at = day(10, 26);
    accepted(1).refuses(at, make(at, one(1)), "NO_TRIBUNAL");
    tribunal(accepted(1), 1).refuses(at, make(at, one(1)), "NOT_HEARD");
    let unmediated = tribunal(accepted(1), 1)
        .does(
            day(9, 22),
            Command::NotifyHearing(NotifyHearing { on: day(9, 22), hearing_on: day(10, 14) }),
        )
        .does(day(10, 14), Command::HoldHearing(HoldHearing { on: day(10, 14), absent: vec![] }));
    unmediated
        .refuses(at, make(at, one(1)), "MEDIATION_STEP_MISSING")
        .does(day(10, 15), Command::Mediate(Mediate { on: day(10, 15), agreed: vec![1] }))
        .refuses(at, make(at, one(1)), "STATEMENT_PENDING");
    heard(1).refuses(at, make(day(10, 13), one(1)), "DATE_TOO_EARLY");
}

#[test]
fn each_item_at_twelve_minimum_wages_is_final_one_yuan_more_is_not() {
    let cap = 2050 * 12;
    assert!(is_final(&item(1, ClaimKind::Wages, cap), &wage()));
    assert!(!is_final(&item(1, ClaimKind::Wages, cap + 1), &wage()));
    assert!(is_final(&item(1, ClaimKind::NationalStandard, cap + 1), &wage()));
    assert!(!is_final(&item(1, ClaimKind::Relation, 0), &wage()));
    let dismissed = Item { finding: Finding::Dismissed, ..item(1, ClaimKind::Damages, cap + 1) };
    assert!(is_final(&dismissed, &wage()));
    let at = day(10, 26);
    assert_eq!(papers(&award(heard(1), at, one(cap))), [Paper::Final]);
    assert_eq!(papers(&award(heard(1), at, one(cap + 1))), [Paper::NonFinal]);
    let mixed = vec![item(1, ClaimKind::Wages, cap), item(1, ClaimKind::Compensation, cap + 1)];
    assert_eq!(papers(&award(heard(1), at, mixed)), [Paper::Final, Paper::NonFinal]);
}

#[test]
fn an_award_without_the_local_wage_or_a_workers_item_is_refused() {
    let at = day(10, 26);
    let mut without = MakeAward { on: at, items: one(1), minimum_wage: wage() };
    without.minimum_wage.source = " ".to_owned();
    heard(1).refuses(at, Command::Award(without.clone()), "MINIMUM_WAGE_MISSING");
    without.minimum_wage = MinimumWage { monthly: Fen(0), ..wage() };
    heard(1).refuses(at, Command::Award(without), "MINIMUM_WAGE_MISSING");
    heard(2).refuses(at, make(at, one(1)), "ITEMS_DO_NOT_FIT");
    heard(1).refuses(at, make(at, vec![]), "ITEMS_DO_NOT_FIT");
    heard(1).refuses(at, make(at, vec![item(BOSS, ClaimKind::Wages, 1)]), "ITEMS_DO_NOT_FIT");
    heard(1).refuses(at, make(at, one(-1)), "ITEMS_DO_NOT_FIT");
}

#[test]
fn limitation_counts_only_when_raised_and_run() {
    let at = day(10, 26);
    let late = |kind| vec![Item { finding: Finding::DismissedAsLate, ..item(1, kind, 0) }];
    let raise = |case: Case| case.does(day(9, 22), Command::RaiseLimitation(by(BOSS, day(9, 22))));
    let old = |employment_ended_on, knew_on, received_on| {
        let mut apply = application(1);
        apply.knew_on = knew_on;
        apply.employment_ended_on = employment_ended_on;
        told(&mut apply).received_on = received_on;
        let case = Case::new()
            .does(day(9, 17), Command::Apply(Box::new(apply)))
            .does(day(9, 18), Command::Accept(on(day(9, 18))));
        let hearing_on = day(10, 14);
        tribunal(case, 1)
            .does(day(9, 22), Command::NotifyHearing(NotifyHearing { on: day(9, 22), hearing_on }))
            .does(hearing_on, Command::HoldHearing(HoldHearing { on: hearing_on, absent: vec![] }))
            .does(hearing_on, Command::Mediate(Mediate { on: hearing_on, agreed: vec![] }))
    };
    let long_ago = Some(date(2025, 8, 1));
    let case = old(None, long_ago, day(9, 14));
    case.clone().refuses(at, make(at, late(ClaimKind::Damages)), "LIMITATION_NOT_RAISED");
    let case = raise(case);
    case.clone().refuses(
        day(9, 22),
        Command::RaiseLimitation(by(BOSS, day(9, 22))),
        "ALREADY_DONE",
    );
    // wages while the employment goes on have no limit
    case.clone().refuses(at, make(at, late(ClaimKind::Wages)), "LIMITATION_NOT_RUN");
    award(case, at, late(ClaimKind::Damages)).is("awarded");
    // asking an agency within the year begins it anew
    raise(old(None, long_ago, day(7, 31))).refuses(
        at,
        make(at, late(ClaimKind::Damages)),
        "LIMITATION_NOT_RUN",
    );
    raise(old(None, None, day(9, 14))).refuses(
        at,
        make(at, late(ClaimKind::Damages)),
        "LIMITATION_NOT_RUN",
    );
    award(raise(old(long_ago, None, day(9, 14))), at, late(ClaimKind::Wages)).is("awarded");
    raise(old(Some(date(2025, 9, 17)), None, day(9, 17))).refuses(
        at,
        make(at, late(ClaimKind::Wages)),
        "LIMITATION_NOT_RUN",
    );
    accepted(1).refuses(day(9, 22), Command::RaiseLimitation(by(1, day(9, 22))), "WRONG_PARTY");
}

#[test]
fn a_non_final_award_takes_effect_when_both_clocks_have_run() {
    let case = award(heard(1), day(10, 26), one(30_000))
        .refuses(day(10, 28), receive(Paper::Final, 1, day(10, 28)), "NO_SUCH_PAPER")
        .refuses(day(10, 28), receive(Paper::NonFinal, 77, day(10, 28)), "NO_SUCH_PAPER")
        .refuses(day(10, 28), receive(Paper::NonFinal, 1, day(10, 25)), "DATE_TOO_EARLY")
        .refuses(day(10, 28), lapse(Paper::NonFinal, 1), "NO_SUCH_PAPER")
        .does(day(10, 28), receive(Paper::NonFinal, 1, day(10, 28)))
        .refuses(day(10, 28), receive(Paper::NonFinal, 1, day(10, 28)), "ALREADY_DONE");
    assert_eq!(case.started(), [("suit:1".to_owned(), day(11, 12))]);
    let case = case.does(day(10, 30), receive(Paper::NonFinal, BOSS, day(10, 30)));
    assert_eq!(case.started(), [("suit:9".to_owned(), day(11, 16))]);
    let case = case
        .refuses(day(11, 12), lapse(Paper::NonFinal, 1), "NOT_YET_EXPIRED")
        .does(day(11, 13), lapse(Paper::NonFinal, 1))
        .refuses(day(11, 13), lapse(Paper::NonFinal, 1), "ALREADY_DONE")
        .is("awarded")
        .does(day(11, 17), lapse(Paper::NonFinal, BOSS))
        .is("concluded");
    assert_eq!(case.state().outcome(), Some(jiefen_vocab::Outcome::Decided));
}

#[test]
fn a_suit_in_time_takes_the_award_away_for_that_worker_only() {
    let both = vec![item(1, ClaimKind::Wages, 30_000), item(2, ClaimKind::Wages, 30_000)];
    let case = award(heard(2), day(10, 26), both)
        .does(day(10, 28), receive(Paper::NonFinal, 1, day(10, 28)))
        .does(day(10, 28), receive(Paper::NonFinal, 2, day(10, 28)))
        .does(day(10, 28), receive(Paper::NonFinal, BOSS, day(10, 28)));
    case.clone()
        .refuses(day(11, 13), sue(Paper::NonFinal, 1, &[], day(11, 13)), "RIGHT_LOST")
        .refuses(day(11, 12), sue(Paper::NonFinal, BOSS, &[], day(11, 12)), "NO_SUCH_PAPER")
        .refuses(day(11, 12), ask(&[1], day(11, 12)), "NOT_FINAL")
        .refuses(
            day(11, 12),
            Command::Sue(Sue {
                on: day(11, 12),
                party: 1,
                against: Against::Silence,
                workers: vec![],
            }),
            "NO_SUCH_PAPER",
        )
        .does(day(11, 12), sue(Paper::NonFinal, 1, &[], day(11, 12)))
        .refuses(day(11, 12), sue(Paper::NonFinal, 1, &[], day(11, 12)), "ALREADY_DONE")
        .does(day(11, 13), lapse(Paper::NonFinal, 2))
        .is("awarded")
        .does(day(11, 13), lapse(Paper::NonFinal, BOSS))
        .is("concluded");
    case.does(day(11, 12), sue(Paper::NonFinal, BOSS, &[1, 2], day(11, 12))).is("concluded");
}

#[test]
fn a_final_award_binds_the_employer_who_may_only_ask_for_setting_aside() {
    let case = award(heard(1), day(10, 26), one(9000))
        .does(day(10, 28), receive(Paper::Final, 1, day(10, 28)))
        .does(day(10, 28), receive(Paper::Final, BOSS, day(10, 28)));
    assert_eq!(case.started(), [("set_aside:9".to_owned(), day(11, 27))]);
    case.clone()
        .refuses(day(11, 2), sue(Paper::Final, BOSS, &[1], day(11, 2)), "FINAL_FOR_EMPLOYER")
        .refuses(day(11, 28), ask(&[1], day(11, 28)), "RIGHT_LOST")
        .does(day(11, 2), sue(Paper::Final, 1, &[], day(11, 2)))
        .is("concluded");
    let asked = case
        .does(day(11, 27), ask(&[1], day(11, 27)))
        .refuses(day(11, 27), ask(&[1], day(11, 27)), "ALREADY_DONE")
        .refuses(day(11, 27), ruling(&[2], day(11, 27), true), "NO_SUCH_PAPER");
    asked
        .clone()
        .does(day(11, 28), lapse(Paper::Final, 1))
        .does(day(12, 20), ruling(&[1], day(12, 20), false))
        .is("concluded");
    let gone = asked.does(day(12, 20), ruling(&[1], day(12, 20), true)).is("awarded");
    let case = gone.does(day(12, 21), receive(Paper::Ruling, 1, day(12, 21)));
    assert_eq!(case.started(), [("suit_after:1".to_owned(), date(2027, 1, 5))]);
    case.clone().does(day(12, 30), sue(Paper::Ruling, 1, &[], day(12, 30))).is("concluded");
    case.does(day(12, 21), receive(Paper::Ruling, BOSS, day(12, 21)))
        .does(date(2027, 1, 6), lapse(Paper::Ruling, 1))
        .is("awarded")
        .does(date(2027, 1, 6), lapse(Paper::Ruling, BOSS))
        .is("concluded");
}

#[test]
fn a_workers_suit_defeats_the_request_to_set_aside() {
    let both = vec![item(1, ClaimKind::Wages, 9000), item(2, ClaimKind::Wages, 9000)];
    let case = award(heard(2), day(10, 26), both)
        .does(day(10, 28), receive(Paper::Final, BOSS, day(10, 28)))
        .does(day(10, 28), receive(Paper::Final, 1, day(10, 28)));
    case.clone()
        .does(day(11, 9), sue(Paper::Final, 1, &[], day(11, 9)))
        .refuses(day(11, 10), ask(&[1], day(11, 10)), "WORKER_SUED")
        .does(day(11, 10), ask(&[2], day(11, 10)));
    case.does(day(11, 2), ask(&[1, 2], day(11, 2)))
        .does(day(11, 9), sue(Paper::Final, 1, &[], day(11, 9)))
        .refuses(day(11, 20), ruling(&[1], day(11, 20), true), "WORKER_SUED");
    let stranger = AskSetAside {
        on: day(11, 2),
        party: 1,
        workers: vec![1],
        ground: SetAsideGround::Procedure,
    };
    award(heard(1), day(10, 26), one(1)).refuses(
        day(11, 2),
        Command::AskSetAside(stranger),
        "WRONG_PARTY",
    );
}

#[test]
fn after_the_award_the_trial_is_over() {
    let case = award(heard(1), day(10, 26), one(9000));
    assert_eq!(case.started(), [("service".to_owned(), due("policy.follow_up", day(10, 26)))]);
    case.refuses(day(10, 27), make(day(10, 27), one(1)), "ALREADY_DONE").refuses(
        day(10, 27),
        withdraw(&[1], day(10, 27), false),
        "NOT_NOW",
    );
    let standing = Standing::Upheld(day(10, 27));
    let text = serde_json::to_string(&standing).unwrap();
    assert_eq!(serde_json::from_str::<Standing>(&text).unwrap(), standing);
}
