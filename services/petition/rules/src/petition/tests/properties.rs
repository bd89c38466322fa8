//! Whatever is tried in whatever order: no panic, and the invariants hold.

use proptest::prelude::*;

use super::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_commands_keep_the_invariants(
        accused in any::<bool>(),
        tries in prop::collection::vec((any::<prop::sample::Index>(), 0_i64..8), 1..80),
    ) {
        let mut first = petition(day(7, 1));
        if accused {
            first.accused = vec![agency("housing")];
        }
        let mut case = Case::new().does(day(7, 1), Command::Receive(Box::new(first)));
        let mut today = day(7, 1);
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
    fn facts_out_of_order_never_panic(
        order in prop::collection::vec(any::<prop::sample::Index>(), 1..40),
    ) {
        let told = reviewed();
        let mut state = None;
        for which in order {
            state = Petition::evolve(state, which.get(&told.facts));
            if let Some(state) = &state {
                let _ = Petition::outline(state);
            }
        }
    }
}

fn holds(case: &Case) {
    let state = case.state();
    let outline = Petition::outline(state);
    assert_eq!(outline.open, state.outcome().is_none());
    assert_eq!(outline.open, !outline.next_zh.is_empty(), "an open matter has a next step (I3)");
    let mut statutory = false;
    for fact in &case.facts {
        if let Fact::Classified { branch, .. } = fact {
            statutory = *branch != Branch::Opinion;
        }
        if let Fact::Accepted { .. } = fact {
            assert!(!statutory, "the sixty days run for the sixth branch only");
        }
        if let Fact::Forwarded { unit, .. } | Fact::Designated { unit, .. } = fact {
            assert!(state.may_be_shown_to(*unit), "never to the accused (T-L-12)");
        }
        for notice in Petition::notices(fact) {
            assert_eq!(notice.to, [1], "the other side is never told");
        }
    }
}
