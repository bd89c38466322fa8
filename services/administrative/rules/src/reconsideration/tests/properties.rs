//! Whatever is asked in whatever order, the law holds.

use proptest::prelude::*;

use super::super::state::Stage;
use super::*;

fn lawful(before: Option<&State>, after: &State) {
    // I5: mediation and its end never shorten the term; a party that never agreed is never bound.
    if let Stage::Decided(decided) = &after.stage {
        assert!(decided.received.len() <= after.parties().len());
        assert!(decided.sued.iter().all(|no| !decided.lapsed.contains(no)));
        assert!(!decided.sued.contains(&AGENCY));
    }
    // I6: what has ended stays ended.
    if let Some(Stage::Ended(_)) = before.map(|state| &state.stage) {
        assert_eq!(before, Some(after));
    }
    let outline = Reconsideration::outline(after);
    assert_eq!(outline.open, !outline.next_zh.is_empty());
    assert_eq!(after.outcome().is_some(), ["ended", "reporting"].contains(&after.code()));
    let text = serde_json::to_string(after).unwrap();
    assert_eq!(&serde_json::from_str::<State>(&text).unwrap(), after);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(
        steps in prop::collection::vec((0usize..60, 0i64..9), 1..60)
    ) {
        let mut today = day(3, 9);
        let mut case = received();
        for (which, days) in steps {
            today = today.checked_add(jiff::Span::new().days(days)).unwrap();
            let commands = samples(today);
            let command = &commands[which % commands.len()];
            let Ok(facts) = ask_law(case.state.as_ref(), command, today) else { continue };
            for fact in facts {
                let text = serde_json::to_string(&fact).unwrap();
                prop_assert_eq!(&serde_json::from_str::<Fact>(&text).unwrap(), &fact);
                let area = crate::Fact::from(fact.clone());
                let text = serde_json::to_string(&area).unwrap();
                prop_assert_eq!(serde_json::from_str::<crate::Fact>(&text).unwrap(), area);
                Reconsideration::notices(&fact);
                let before = case.state.clone();
                case.state = Reconsideration::evolve(case.state, &fact);
                lawful(before.as_ref(), case.state());
                case.facts.push(fact);
            }
        }
    }
}

#[test]
fn a_fact_that_cannot_follow_leaves_the_state() {
    let case = upheld();
    let fact = Fact::StatementSigned { party: 1, on: day(4, 8) };
    assert_eq!(Reconsideration::evolve(case.state.clone(), &fact), case.state);
    assert_eq!(Reconsideration::evolve(None, &fact), None);
}

#[test]
fn the_area_speaks_the_same_law() {
    let names: Vec<String> =
        Reconsideration::COMMANDS.iter().map(|name| format!("reconsideration.{name}")).collect();
    assert_eq!(crate::Law::COMMANDS, names.iter().map(String::as_str).collect::<Vec<_>>());
    for (dotted, name) in crate::Law::COMMANDS.iter().zip(Reconsideration::COMMANDS) {
        assert_eq!(crate::Law::roles(dotted), Reconsideration::roles(name));
        assert_eq!(crate::Law::needs_holding(dotted), Reconsideration::needs_holding(name));
    }
    let command = crate::Command::from(accept());
    assert_eq!(crate::Law::name(&command), "reconsideration.accept");
    let state = crate::Case::from(received().state.unwrap());
    let text = serde_json::to_string(&state).unwrap();
    assert!(text.starts_with("{\"procedure\":\"reconsideration\""));
    assert_eq!(serde_json::from_str::<crate::Case>(&text).unwrap(), state);
    assert_eq!(crate::charts().len(), 4);
}
