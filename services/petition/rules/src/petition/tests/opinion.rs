use super::*;

#[test]
fn the_sixty_days_begin_with_acceptance_and_do_not_roll() {
    // V19: accepted on 31 July, the last day is 29 September
    assert_eq!(accepted().is("handling").started(), [("opinion".to_owned(), day(9, 29))]);
    accepted().refuses(day(8, 1), Command::Accept(on(day(8, 1))), "ALREADY_DONE");
    received(day(7, 1))
        .does(day(7, 1), classify(day(7, 1), Branch::Opinion, None))
        .does(day(7, 2), forward(day(7, 2), "housing"))
        .refuses(day(7, 2), Command::Accept(on(day(7, 2))), "NOT_RECEIVED");
}

#[test]
fn the_head_adds_thirty_days_once_in_time_and_the_petitioner_is_told() {
    let extend = |at: Date| Command::Extend(on(at));
    let case = accepted().does(day(9, 29), extend(day(9, 29)));
    let fact = case.facts.last().unwrap();
    assert!(matches!(&Petition::clocks(fact)[..], [ClockEffect::Extend { units: 30, .. }]));
    assert_eq!(Petition::notices(fact)[0].to, [1]);
    case.refuses(day(9, 29), extend(day(9, 29)), "EXTENSION_USED");
    accepted().refuses(day(9, 30), extend(day(9, 30)), "TERM_OVER");
}

#[test]
fn a_settlement_ends_the_matter() {
    accepted().does(day(8, 10), Command::Settle(on(day(8, 10)))).is("settled");
}

#[test]
fn review_is_asked_within_thirty_days_of_the_petitioners_own_receipt() {
    let given = accepted().does(day(9, 1), Command::GiveOpinion(opine(day(9, 1))));
    given
        .clone()
        .refuses(day(9, 2), Command::AskReview(on(day(9, 2))), "NOT_SERVED")
        .refuses(day(9, 2), Command::LapseReview, "NOT_SERVED")
        .refuses(day(9, 2), Command::AskRereview(on(day(9, 2))), "NOT_NOW");
    // thirty days from 3 September end in the National Day holiday: the petitioner's right rolls
    let case = served().is("opinion");
    assert_eq!(case.started(), [("ask_review".to_owned(), day(10, 8))]);
    case.clone().refuses(day(9, 4), Command::Serve(on(day(9, 4))), "ALREADY_DONE");
    case.clone().does(day(10, 8), Command::AskReview(on(day(10, 8)))).is("review");
    case.clone().refuses(day(10, 9), Command::AskReview(on(day(10, 9))), "RIGHT_LOST");
    case.refuses(day(10, 8), Command::LapseReview, "NOT_YET_EXPIRED")
        .does(day(10, 9), Command::LapseReview)
        .is("stands");
}

#[test]
fn a_review_has_thirty_days_that_do_not_roll() {
    let case = served().does(day(9, 4), Command::AskReview(on(day(9, 4)))).is("review");
    // 4 October is a holiday: an office acts before it
    assert_eq!(case.started(), [("review".to_owned(), day(10, 4))]);
    case.clone().refuses(day(9, 5), Command::AskReview(on(day(9, 5))), "ALREADY_DONE");
    case.does(day(9, 30), Command::Review(opine(day(9, 30)))).is("reviewed");
}

#[test]
fn re_review_is_the_end_of_the_road() {
    let case = reviewed().is("reviewed");
    assert_eq!(case.started(), [("ask_rereview".to_owned(), day(11, 20))]);
    case.clone().refuses(day(11, 21), Command::AskRereview(on(day(11, 21))), "RIGHT_LOST");
    case.clone().refuses(day(10, 22), Command::AskReview(on(day(10, 22))), "ALREADY_DONE");
    case.clone().does(day(11, 21), Command::LapseReview).is("stands");
    let asked = case.does(day(11, 20), Command::AskRereview(on(day(11, 20)))).is("rereview");
    let again = Command::AskRereview(on(day(11, 21)));
    let ended = asked
        .refuses(day(11, 21), again, "ALREADY_DONE")
        .does(day(11, 23), Command::Rereview(opine(day(11, 23))))
        .is("terminated");
    assert!(!Petition::outline(ended.state()).open);
    ended.refuses(day(11, 24), Command::AskReview(on(day(11, 24))), "ENDED");
}

#[test]
fn the_time_of_a_hearing_is_not_counted_in_re_review() {
    let at = |d: i8| on(day(11, d));
    let case = reviewed()
        .does(day(11, 2), Command::AskRereview(at(2)))
        .refuses(day(11, 3), Command::EndHearing(at(3)), "NO_HEARING")
        .does(day(11, 9), Command::StartHearing(at(9)))
        .refuses(day(11, 10), Command::StartHearing(at(10)), "ALREADY_DONE")
        .refuses(day(11, 10), Command::Rereview(opine(day(11, 10))), "HEARING_OPEN")
        .does(day(11, 13), Command::EndHearing(at(13)));
    let effects: Vec<ClockEffect> = case.facts.iter().flat_map(Petition::clocks).collect();
    let stopped = |effect: &ClockEffect| matches!(effect, ClockEffect::Stop { key, reason, .. } if key == "rereview" && reason == "hearing");
    let resumed = |effect: &ClockEffect| matches!(effect, ClockEffect::Resume { key, to } if key == "rereview" && *to == day(11, 13));
    assert!(effects.iter().any(stopped) && effects.iter().any(resumed));
    // 30 days from 2 November are 2 December; five days of hearing make it the 7th
    let query = jiefen_terms::Query::new("T-L-07.decide", day(11, 2))
        .stopped(jiefen_terms::Span::new(day(11, 9), day(11, 13)).because("hearing"));
    assert_eq!(Law::shipped().due(&query).unwrap().due.day(), day(12, 7));
    case.does(day(11, 20), Command::Rereview(opine(day(11, 20)))).is("terminated");
}

#[test]
fn whoever_stepped_aside_gives_no_review() {
    let case = served()
        .does(day(9, 4), Command::AskReview(on(day(9, 4))))
        .does(day(9, 4), Command::Recuse(person(day(9, 4), "p1")));
    case.clone().refuses(day(9, 5), Command::Review(opine(day(9, 5))), "RECUSED");
    let review = Command::Review(opine(day(9, 5)));
    assert!(ask_as("p2", case.state.as_ref(), &review, day(9, 5)).is_ok());
}
