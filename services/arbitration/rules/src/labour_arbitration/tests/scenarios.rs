use super::*;
use crate::labour_arbitration::collective::{self, Fate};
use crate::labour_arbitration::{Represent, Stage, Standing, State};

/// S02: eight of the twenty-three go to arbitration; both kinds of award; one worker sues.
#[test]
fn s02_wage_arrears_of_twenty_three_workers() {
    let mut apply = application(8);
    told(&mut apply).people = 23;
    let case = Case::new().does(day(9, 17), Command::Apply(Box::new(apply)));
    assert_eq!(case.started(), [("accept".to_owned(), day(9, 23))]);
    assert!(case.state().collective);
    let case = case.does(day(9, 18), Command::Accept(on(day(9, 18))));
    assert!(case.started().contains(&("award".to_owned(), day(11, 2))));
    let extended = case.clone().does(day(10, 30), Command::Extend(on(day(10, 30))));
    extended
        .refuses(day(11, 17), Command::LapseAward, "NOT_YET_EXPIRED")
        .does(day(11, 18), Command::LapseAward);

    let hearing_on = day(10, 14);
    let case = tribunal(case, 10)
        .does(day(9, 22), Command::NotifyHearing(NotifyHearing { on: day(9, 22), hearing_on }))
        .does(hearing_on, Command::HoldHearing(HoldHearing { on: hearing_on, absent: vec![] }))
        .does(hearing_on, Command::Mediate(Mediate { on: hearing_on, agreed: vec![] }));
    let mut items: Vec<Item> = (1..=8)
        .flat_map(|worker| {
            [item(worker, ClaimKind::Wages, 9000), item(worker, ClaimKind::Compensation, 6000)]
        })
        .collect();
    items.push(item(8, ClaimKind::Wages, 24_601)); // overtime, above twelve times 2,050
    let mut case = award(case, day(10, 26), items);
    for worker in 1..=8 {
        case = case.does(day(10, 28), receive(Paper::Final, worker, day(10, 28)));
        assert_eq!(case.started(), [(format!("suit_final:{worker}"), day(11, 12))]);
    }
    case = case.does(day(10, 28), receive(Paper::Final, BOSS, day(10, 28)));
    assert_eq!(case.started(), [("set_aside:9".to_owned(), day(11, 27))]);
    case = case
        .does(day(10, 28), receive(Paper::NonFinal, 8, day(10, 28)))
        .does(day(10, 28), receive(Paper::NonFinal, BOSS, day(10, 28)));
    assert_eq!(case.started(), [("suit:9".to_owned(), day(11, 12))]);

    case = case
        .does(day(11, 9), sue(Paper::Final, 1, &[], day(11, 9)))
        .refuses(day(11, 10), ask(&[1, 2], day(11, 10)), "WORKER_SUED")
        .does(day(11, 10), ask(&[2, 3, 4, 5, 6, 7, 8], day(11, 10)))
        .is("awarded");
    let notices = LabourArbitration::notices(case.facts.last().unwrap());
    assert!(notices[0].zh.contains("中止执行"));
}

/// S05, the arbitration side: the petition of 25 September interrupts the year of limitation.
#[test]
fn s05_a_petition_interrupts_limitation() {
    let mut apply = application(1);
    apply.knew_on = Some(date(2025, 10, 1));
    apply.employment_ended_on = None;
    told(&mut apply).received_on = day(9, 25);
    apply.on = day(10, 12);
    let at = day(11, 16);
    let case = Case::new()
        .does(day(10, 12), Command::Apply(Box::new(apply)))
        .does(day(10, 13), Command::Accept(on(day(10, 13))))
        .does(day(10, 13), Command::RaiseLimitation(by(BOSS, day(10, 13))))
        .does(
            day(10, 13),
            Command::FormTribunal(FormTribunal {
                on: day(10, 13),
                arbitrators: vec!["a1".to_owned()],
            }),
        )
        .does(
            day(10, 14),
            Command::NotifyHearing(NotifyHearing { on: day(10, 14), hearing_on: day(11, 10) }),
        )
        .does(day(11, 10), Command::HoldHearing(HoldHearing { on: day(11, 10), absent: vec![] }))
        .does(day(11, 10), Command::Mediate(Mediate { on: day(11, 10), agreed: vec![] }));
    let late = Item { finding: Finding::DismissedAsLate, ..item(1, ClaimKind::Compensation, 0) };
    case.refuses(
        at,
        Command::Award(MakeAward { on: at, items: vec![late], minimum_wage: wage() }),
        "LIMITATION_NOT_RUN",
    );
}

#[test]
fn state_and_facts_survive_their_stored_form() {
    let both = vec![item(1, ClaimKind::Wages, 9000), item(2, ClaimKind::Relation, 0)];
    let case = award(heard(2), day(10, 26), both)
        .does(day(10, 28), receive(Paper::Final, 1, day(10, 28)))
        .does(day(10, 29), sue(Paper::Final, 1, &[], day(10, 29)));
    let state = crate::Case::from(case.state().clone());
    let text = serde_json::to_string(&state).unwrap();
    assert_eq!(serde_json::from_str::<crate::Case>(&text).unwrap(), state);
    for fact in &case.facts {
        let fact = crate::Fact::from(fact.clone());
        let text = serde_json::to_string(&fact).unwrap();
        assert_eq!(serde_json::from_str::<crate::Fact>(&text).unwrap(), fact);
    }
    let again = case.facts.iter().fold(None::<State>, LabourArbitration::evolve);
    assert_eq!(again.as_ref(), Some(case.state()));
}

#[test]
fn personal_data_stays_out_of_debug_output() {
    let text = format!("{:?}", heard(2));
    assert!(!text.contains("当事人1") && !text.contains("拖欠工资"));
}

/// S02 goes on after 9 November: the other seven stay bound to their own clocks, the one who sued has no
/// award any more, and the share of final items counts items.
#[test]
fn s02_each_of_the_eight_has_an_outcome_of_his_own() {
    let mut apply = application(8);
    told(&mut apply).people = 23;
    let hearing_on = day(10, 14);
    let case = Case::new()
        .does(day(9, 17), Command::Apply(Box::new(apply)))
        .does(day(9, 18), Command::Accept(on(day(9, 18))));
    assert!(LabourArbitration::notices(case.facts.last().unwrap())[0].zh.contains("优先"));
    let chosen = Represent { on: day(9, 18), representatives: vec![1, 2, 3] };
    let case = tribunal(case.does(day(9, 18), Command::Represent(chosen)), 10)
        .does(day(9, 22), Command::NotifyHearing(NotifyHearing { on: day(9, 22), hearing_on }));
    // Workers 2 to 8 stay at work; representative 1 speaks for them.
    let away = HoldHearing { on: hearing_on, absent: (2..=8).collect() };
    let case = case.does(hearing_on, Command::HoldHearing(away)).is("hearing");
    assert_eq!(case.state().remaining.len(), 8);
    let case = case.does(hearing_on, Command::Mediate(Mediate { on: hearing_on, agreed: vec![] }));
    let mut items: Vec<Item> = (1..=8).map(|no| item(no, ClaimKind::Wages, 9000)).collect();
    items.push(item(8, ClaimKind::Wages, 24_601));
    let mut case = award(case, day(10, 26), items);
    let Stage::Awarded(awards) = &case.state().stage else { panic!("no award") };
    assert_eq!(collective::final_items(awards), (8, 9));
    for party in (1..=8).chain([BOSS]) {
        case = case.does(day(10, 28), receive(Paper::Final, party, day(10, 28)));
    }
    case = case
        .does(day(10, 28), receive(Paper::NonFinal, 8, day(10, 28)))
        .does(day(10, 28), receive(Paper::NonFinal, BOSS, day(10, 28)))
        .does(day(11, 2), ask(&[1, 2], day(11, 2)))
        .does(day(11, 9), sue(Paper::Final, 1, &[], day(11, 9)))
        .refuses(day(11, 13), sue(Paper::Final, 2, &[], day(11, 13)), "RIGHT_LOST")
        .refuses(day(11, 12), lapse(Paper::Final, 3), "NOT_YET_EXPIRED");
    for worker in 2..=8 {
        case = case.does(day(11, 13), lapse(Paper::Final, worker));
    }
    case = case
        .does(day(11, 13), lapse(Paper::NonFinal, 8))
        .does(day(11, 13), lapse(Paper::NonFinal, BOSS))
        .refuses(day(11, 27), lapse(Paper::Final, BOSS), "NOT_YET_EXPIRED")
        .refuses(day(11, 28), ask(&[3], day(11, 28)), "RIGHT_LOST")
        .does(day(11, 28), lapse(Paper::Final, BOSS));
    let fates = collective::fates(case.state());
    let of = |no: u32| fates.iter().find(|(worker, _)| *worker == no).unwrap().1.clone();
    let Fate::Awarded(one) = of(1) else { panic!("{fates:?}") };
    assert!(matches!(one[0].standing, Standing::Sued(_)) && !one[0].effective);
    let Fate::Awarded(two) = of(2) else { panic!("{fates:?}") };
    assert!(matches!(two[0].standing, Standing::SetAsideAsked(_)) && !two[0].effective);
    let Fate::Awarded(eight) = of(8) else { panic!("{fates:?}") };
    assert_eq!(eight.iter().map(|own| own.effective).collect::<Vec<_>>(), [true, true]);
}

/// A representative binds the others at the hearing, not over their claims; and a representative who has
/// settled speaks for nobody.
#[test]
fn a_worker_without_a_representative_in_the_room_is_taken_to_withdraw() {
    let hearing_on = day(10, 14);
    let notified = |representatives: Option<Vec<u32>>| {
        let mut apply = application(8);
        told(&mut apply).people = 12;
        let mut case = Case::new()
            .does(day(9, 17), Command::Apply(Box::new(apply)))
            .does(day(9, 18), Command::Accept(on(day(9, 18))));
        if let Some(representatives) = representatives {
            let chosen = Represent { on: day(9, 18), representatives };
            case = case.does(day(9, 18), Command::Represent(chosen));
        }
        tribunal(case, 10)
            .does(day(9, 22), Command::NotifyHearing(NotifyHearing { on: day(9, 22), hearing_on }))
    };
    let held = |case: Case, absent: Vec<u32>| {
        let case =
            case.does(hearing_on, Command::HoldHearing(HoldHearing { on: hearing_on, absent }));
        case.state().remaining.clone()
    };
    assert_eq!(held(notified(None), vec![8]), (1..=7).collect::<Vec<_>>());
    assert_eq!(held(notified(Some(vec![1, 2, 3])), (2..=8).collect()).len(), 8);
    assert_eq!(held(notified(Some(vec![1, 2, 3])), vec![1, 2, 3, 8]), (4..=7).collect::<Vec<_>>());
    let gone = notified(Some(vec![1, 2, 3])).does(day(10, 9), withdraw(&[1], day(10, 9), false));
    let fates = collective::fates(gone.state());
    assert_eq!((&fates[0].1, &fates[1].1), (&Fate::Withdrawn, &Fate::Pending));
    assert_eq!(held(gone, vec![2, 3, 8]), (4..=7).collect::<Vec<_>>());
}
