use super::*;

/// T-L-10 binds only while the lower level's time runs; T-L-07 for ever.
#[test]
fn the_level_rule_ends_with_the_time_below_and_the_end_of_the_road_does_not() {
    let known = |earlier, received| {
        let command = Receive { earlier: Some(earlier), ..petition(received) };
        Case::new().does(received, Command::Receive(Box::new(command)))
    };
    let below = Earlier::InHand { at: agency("petition"), dispute: None, until: day(11, 24) };
    let sort = |on| classify(on, Branch::Opinion, None);
    known(below.clone(), day(11, 24)).refuses(
        day(11, 24),
        sort(day(11, 24)),
        "PETITION_IN_HAND_BELOW",
    );
    known(below, day(11, 25)).does(day(11, 25), sort(day(11, 25))).is("registered");
    for how in [RoadEnd::Rereviewed, RoadEnd::LawfullyTerminated] {
        let over = Earlier::Ended { how, on: day(1, 5) };
        known(over, day(11, 25)).refuses(day(11, 25), sort(day(11, 25)), "PETITION_ROAD_ENDED");
    }
}

#[test]
fn state_and_facts_survive_their_stored_form() {
    let case = reviewed().does(day(11, 2), Command::AskRereview(on(day(11, 2))));
    let state = crate::Case::from(case.state().clone());
    let text = serde_json::to_string(&state).unwrap();
    assert_eq!(serde_json::from_str::<crate::Case>(&text).unwrap(), state);
    for fact in &case.facts {
        let fact = crate::Fact::from(fact.clone());
        let text = serde_json::to_string(&fact).unwrap();
        assert_eq!(serde_json::from_str::<crate::Fact>(&text).unwrap(), fact);
    }
    let again = case.facts.iter().fold(None::<State>, Petition::evolve);
    assert_eq!(again.as_ref(), Some(case.state()));
}

#[test]
fn personal_data_stays_out_of_debug_output() {
    let text = format!("{:?}", served());
    assert!(!text.contains("当事人1") && !text.contains("经济补偿"));
}
