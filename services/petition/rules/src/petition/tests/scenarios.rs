use super::*;
use crate::petition::Ending;

/// S05: a petition that is really an arbitration matter, and in the end a matter for the court.
#[test]
fn s05_a_petition_that_is_really_an_arbitration_matter() {
    let case = received(day(9, 25));
    // 10 October is a make-up working Saturday, and an office's duty does not roll
    assert_eq!(case.started(), [("forward".to_owned(), day(10, 10))]);
    let labour = classify(day(9, 28), Branch::Arbitration, Some(TrackKind::LabourArbitration));
    let case = case.does(day(9, 28), labour);
    let notice = &Petition::notices(case.facts.last().unwrap())[0];
    assert_eq!(notice.rule.as_deref(), Some("T-H-05"));
    assert!(notice.zh.contains("劳动仲裁"), "{}", notice.zh);

    // the same matter reaches the city on 12 October: not accepted there
    let city = Receive {
        earlier: Some(Earlier::InHand {
            at: agency("petition"),
            dispute: Some(DisputeId(Id::from_bits(5))),
            until: day(11, 24),
        }),
        ..petition(day(10, 12))
    };
    Case::new()
        .does(day(10, 12), Command::Receive(Box::new(city)))
        .does(day(10, 12), Command::NotAccept(on(day(10, 12))))
        .is("not_accepted");

    // the bureau says that it is a service contract; it is sorted anew, and the court is told
    let case = case
        .does(day(9, 29), forward(day(9, 29), "hrss"))
        .does(day(9, 30), Command::Acknowledge(on(day(9, 30))))
        .does(day(10, 13), object(day(10, 13)))
        .is("objected")
        .does(day(10, 14), classify(day(10, 14), Branch::Legal, Some(TrackKind::Litigation)))
        .does(day(10, 14), designate(day(10, 14), "court"))
        .does(day(10, 15), Command::Acknowledge(on(day(10, 15))))
        .does(day(10, 16), Command::Tell(on(day(10, 16))))
        .is("routed");
    assert_eq!(
        case.facts.last(),
        Some(&Fact::Closed { on: day(10, 16), how: Ending::Routed(Branch::Legal), to: vec![1] })
    );
    // the sixty days never ran; the notices did
    let keys: Vec<String> = case.facts.iter().flat_map(started).map(|(key, _)| key).collect();
    assert!(!keys.contains(&"opinion".to_owned()), "{keys:?}");
    let forms: Vec<String> =
        case.facts.iter().flat_map(Petition::notices).map(|notice| notice.form).collect();
    for form in ["petition_receipt", "route", "forwarded", "told", "closed"] {
        assert!(forms.contains(&form.to_owned()), "{form} in {forms:?}");
    }
    assert_eq!(case.state().outcome(), Some(jiefen_vocab::Outcome::Transferred));
}

/// S17: the same noise dispute comes by the hotline, a grid worker, the petition box and the police. It is one
/// dispute; the petition keeps its own number and its own fifteen days, and its writer is told.
#[test]
fn s17_one_dispute_of_four_doors_still_answers_the_petition_in_its_fifteen_days() {
    let matched = Receive {
        number: "贺信〔2026〕17号".to_owned(),
        earlier: Some(Earlier::InHand {
            at: agency("centre"),
            dispute: Some(DisputeId(Id::from_bits(17))),
            until: day(10, 30),
        }),
        ..petition(day(9, 25))
    };
    let case = Case::new().does(day(9, 25), Command::Receive(Box::new(matched)));
    assert_eq!(case.state().number, "贺信〔2026〕17号");
    assert_eq!(case.started(), [("forward".to_owned(), day(10, 10))]);
    let case = case.does(day(10, 10), Command::NotAccept(on(day(10, 10)))).is("not_accepted");
    let told = &Petition::notices(case.facts.last().unwrap())[0];
    assert_eq!(told.to, [1]);
    assert!(told.zh.contains("并入原事项"), "{}", told.zh);
}

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
