//! Whatever is tried in whatever order: no panic, and the invariants hold.

use proptest::prelude::*;

use super::walk::samples;
use super::*;
use crate::labour_arbitration::{Stage, Standing};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn random_commands_keep_the_invariants(tries in prop::collection::vec((any::<prop::sample::Index>(), 0_i64..6), 1..80)) {
        let mut case = Case::new().does(day(9, 17), Command::Apply(Box::new(application(3))));
        let mut today = day(9, 17);
        for (which, days) in tries {
            today = today.checked_add(jiff::Span::new().days(days)).unwrap();
            let all = samples(today);
            let command = which.get(&all);
            let before = case.state.clone();
            match ask_law(case.state.as_ref(), command, today) {
                Err(_) => prop_assert_eq!(&before, &case.state),
                Ok(_) => case = case.does(today, command.clone()),
            }
            holds(&case);
        }
    }

    #[test]
    fn facts_out_of_order_never_panic(order in prop::collection::vec(any::<prop::sample::Index>(), 1..40)) {
        let items = vec![item(1, ClaimKind::Wages, 1), item(2, ClaimKind::Relation, 0)];
        let told = award(heard(2), day(10, 26), items)
            .does(day(10, 28), receive(Paper::Final, 1, day(10, 28)))
            .does(day(10, 29), sue(Paper::Final, 1, &[], day(10, 29)));
        let mut state = None;
        for which in order {
            state = LabourArbitration::evolve(state, which.get(&told.facts));
            if let Some(state) = &state {
                let _ = LabourArbitration::outline(state);
            }
        }
    }
}

fn holds(case: &Case) {
    let state = case.state();
    let outline = LabourArbitration::outline(state);
    assert_eq!(outline.open, state.outcome().is_none());
    assert_eq!(outline.open, !outline.next_zh.is_empty(), "an open case has a next step (I3)");
    if let Stage::Awarded(awards) = &state.stage {
        assert!(!awards.sheets.is_empty());
        for sheet in &awards.sheets {
            for line in &sheet.lines {
                let by_employer = matches!(line.standing, Standing::Sued(by) if by.party == BOSS);
                assert!(!(by_employer && sheet.paper == Paper::Final), "final for the employer");
            }
        }
    }
    if let Some(Fact::Closed { parties, .. }) = case.facts.last() {
        let ended: BTreeSet<String> = LabourArbitration::clocks(case.facts.last().unwrap())
            .into_iter()
            .map(|effect| {
                let ClockEffect::Cancel { key } = effect else { panic!("{effect:?}") };
                key
            })
            .collect();
        assert!(parties.iter().all(|party| ended.contains(&format!("suit:{party}"))));
    }
}
