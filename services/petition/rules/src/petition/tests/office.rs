use super::*;

fn receive(change: impl FnOnce(&mut Receive)) -> Command {
    let mut petition = petition(day(7, 1));
    change(&mut petition);
    Command::Receive(Box::new(petition))
}

fn in_hand(until: Date) -> Option<Earlier> {
    Some(Earlier::InHand { at: agency("petition"), dispute: None, until })
}

#[test]
fn everything_that_comes_in_is_registered_with_fifteen_days() {
    let case = received(day(7, 1));
    assert_eq!(case.started(), [("forward".to_owned(), day(7, 16))]);
    case.refuses(day(7, 1), receive(|_| ()), "ALREADY_BEGUN");
    Case::new()
        .refuses(day(6, 30), receive(|_| ()), "DATE_IN_FUTURE")
        .refuses(day(7, 1), receive(|p| p.brief.parties.clear()), "NOT_PETITIONERS")
        .refuses(day(7, 1), receive(|p| p.representatives = vec![UNIT]), "NOT_PETITIONERS")
        .refuses(day(7, 1), forward(day(7, 1), "housing"), "NOT_BEGUN");
}

#[test]
fn a_group_visit_has_at_most_five_representatives() {
    let visit = |representatives: Vec<u32>, form| {
        receive(|p| {
            p.brief = brief(8);
            p.form = form;
            p.representatives = representatives;
        })
    };
    let new = Case::new;
    new().refuses(day(7, 1), visit(vec![], Form::Visit), "TOO_MANY_REPRESENTATIVES");
    new().refuses(day(7, 1), visit((1..=6).collect(), Form::Visit), "TOO_MANY_REPRESENTATIVES");
    new().does(day(7, 1), visit((1..=5).collect(), Form::Visit)).is("registered");
    new().does(day(7, 1), visit(vec![], Form::Letter)).is("registered");
}

#[test]
fn the_same_matter_in_hand_is_not_accepted_while_its_time_runs() {
    let again = |until| Case::new().does(day(7, 1), receive(|p| p.earlier = in_hand(until)));
    again(day(7, 1))
        .refuses(day(7, 2), classify(day(7, 2), Branch::Opinion, None), "PETITION_IN_HAND_BELOW")
        .refuses(day(7, 2), forward(day(7, 2), "housing"), "PETITION_IN_HAND_BELOW")
        .does(day(7, 2), Command::NotAccept(on(day(7, 2))))
        .is("not_accepted")
        .refuses(day(7, 3), Command::NotAccept(on(day(7, 3))), "ENDED");
    again(day(6, 30))
        .refuses(day(7, 2), Command::NotAccept(on(day(7, 2))), "NOTHING_BARS")
        .does(day(7, 2), classify(day(7, 2), Branch::Opinion, None));
}

#[test]
fn after_re_review_or_lawful_termination_nothing_is_accepted() {
    for how in [RoadEnd::Rereviewed, RoadEnd::LawfullyTerminated] {
        let earlier = Some(Earlier::Ended { how, on: day(3, 1) });
        let case = Case::new()
            .does(day(7, 1), receive(|p| p.earlier = earlier))
            .refuses(day(7, 2), classify(day(7, 2), Branch::Opinion, None), "PETITION_ROAD_ENDED")
            .does(day(7, 2), Command::NotAccept(on(day(7, 2))))
            .is("not_accepted");
        assert_eq!(case.state().outcome(), Some(jiefen_vocab::Outcome::Refused));
    }
    received(day(7, 1)).refuses(day(7, 2), Command::NotAccept(on(day(7, 2))), "NOTHING_BARS");
}

#[test]
fn a_grave_matter_is_reported_at_once() {
    let up = |to: &str| Command::ReportUp(ReportUp { on: day(7, 1), to: vec![agency(to)] });
    let case = Case::new().does(
        day(7, 1),
        receive(|p| {
            p.grave = true;
            p.accused = vec![agency("housing")];
        }),
    );
    assert_eq!(
        case.started(),
        [("forward".to_owned(), day(7, 16)), ("urgent".to_owned(), day(7, 1))]
    );
    case.refuses(day(7, 1), up("housing"), "ACCUSED_MAY_NOT_SEE")
        .does(day(7, 1), up("government"))
        .refuses(day(7, 1), up("government"), "NOTHING_TO_REPORT");
}

#[test]
fn an_accusation_never_reaches_the_accused_unit() {
    let case = Case::new().does(
        day(7, 1),
        receive(|p| {
            p.matter = Matter::Accusation;
            p.accused = vec![agency("housing")];
        }),
    );
    assert!(!case.state().may_be_shown_to(agency("housing")));
    let case = case
        .refuses(day(7, 2), forward(day(7, 2), "housing"), "ACCUSED_MAY_NOT_SEE")
        .refuses(day(7, 2), classify(day(7, 2), Branch::Legal, None), "NOT_A_CLAIM")
        .does(day(7, 2), forward(day(7, 2), "discipline"))
        .does(day(7, 3), Command::Acknowledge(on(day(7, 3))));
    let objected = case.clone().does(day(7, 6), object(day(7, 6)));
    objected
        .refuses(day(7, 7), designate(day(7, 7), "housing"), "ACCUSED_MAY_NOT_SEE")
        .does(day(7, 7), designate(day(7, 7), "discipline"))
        .does(day(7, 8), Command::Acknowledge(on(day(7, 8))))
        .is("transferred");
    let case = case
        .refuses(
            day(7, 4),
            Command::Reply(Answer { on: day(7, 4), reply: Reply::Answered }),
            "NO_SUCH_REPLY",
        )
        .refuses(day(7, 10), Command::LapseObjection, "NOT_YET_EXPIRED")
        .does(day(7, 11), Command::LapseObjection)
        .is("transferred");
    // only the petitioner is told, never the other side
    for notice in case.facts.iter().flat_map(Petition::notices) {
        assert_eq!(notice.to, [1], "{notice:?}");
    }
}

#[test]
fn who_has_an_interest_steps_aside() {
    let case = received(day(7, 1))
        .does(day(7, 1), Command::Assign(person(day(7, 1), "p1")))
        .does(day(7, 2), Command::Recuse(person(day(7, 2), "p1")))
        .refuses(day(7, 2), Command::Recuse(person(day(7, 2), "p1")), "ALREADY_DONE")
        .refuses(day(7, 2), Command::Assign(person(day(7, 2), "p1")), "RECUSED")
        .does(day(7, 2), Command::Assign(person(day(7, 2), "p2")));
    assert_eq!(case.state().person.as_deref(), Some("p2"));
    accepted().does(day(8, 1), Command::Recuse(person(day(8, 1), "p1"))).refuses(
        day(8, 3),
        Command::GiveOpinion(opine(day(8, 3))),
        "RECUSED",
    );
}

#[test]
fn a_claim_is_sorted_before_it_is_forwarded_and_the_track_fits_the_branch() {
    received(day(7, 1))
        .refuses(day(7, 2), forward(day(7, 2), "housing"), "NOT_CLASSIFIED")
        .refuses(
            day(7, 2),
            classify(day(7, 2), Branch::Arbitration, Some(TrackKind::Litigation)),
            "ROUTE_DOES_NOT_FIT",
        )
        .refuses(
            day(7, 2),
            classify(day(7, 2), Branch::Opinion, Some(TrackKind::Litigation)),
            "ROUTE_DOES_NOT_FIT",
        )
        .refuses(day(7, 2), classify(day(6, 30), Branch::Opinion, None), "DATE_TOO_EARLY")
        .does(
            day(7, 2),
            classify(
                day(7, 2),
                Branch::AdministrativeProcedure,
                Some(TrackKind::AdministrativeReconsideration),
            ),
        );
}

#[test]
fn an_objection_comes_within_five_working_days_of_the_units_receipt() {
    let case = received(day(9, 28))
        .does(day(9, 28), classify(day(9, 28), Branch::Opinion, None))
        .does(day(9, 29), forward(day(9, 29), "housing"))
        .refuses(day(9, 29), object(day(9, 29)), "NOT_RECEIVED")
        .refuses(day(9, 30), Command::LapseObjection, "NOT_RECEIVED")
        .does(day(9, 30), Command::Acknowledge(on(day(9, 30))))
        .refuses(day(9, 30), Command::Acknowledge(on(day(9, 30))), "ALREADY_DONE");
    // V21: received on 30 September, the last day is 13 October
    assert_eq!(
        case.started(),
        [("tell".to_owned(), day(10, 15)), ("objection".to_owned(), day(10, 13))]
    );
    case.clone().does(day(10, 13), object(day(10, 13))).is("objected");
    case.clone().refuses(day(10, 14), object(day(10, 14)), "OBJECTION_LATE");
    case.refuses(day(10, 13), Command::LapseObjection, "NOT_YET_EXPIRED")
        .does(day(10, 14), Command::LapseObjection)
        .is("forwarded")
        .refuses(day(10, 14), Command::LapseObjection, "ALREADY_DONE")
        .refuses(day(10, 14), object(day(10, 12)), "COMPETENCE_FIXED");
}

#[test]
fn a_designation_is_final_and_a_forward_goes_to_another_unit() {
    let objected = handed(Branch::Opinion).does(day(7, 6), object(day(7, 6))).is("objected");
    assert_eq!(objected.started(), [("designation".to_owned(), day(7, 7))]);
    objected
        .clone()
        .refuses(day(7, 7), forward(day(7, 7), "housing"), "SAME_UNIT")
        .does(day(7, 7), forward(day(7, 7), "water"))
        .does(day(7, 8), Command::Acknowledge(on(day(7, 8))))
        .does(day(7, 9), object(day(7, 9)));
    let final_ = objected
        .does(day(7, 7), designate(day(7, 7), "housing"))
        .does(day(7, 8), Command::Acknowledge(on(day(7, 8))));
    assert_eq!(final_.started(), [("tell".to_owned(), day(7, 23))]);
    final_.refuses(day(7, 9), object(day(7, 9)), "COMPETENCE_FIXED");
}

#[test]
fn a_statutory_way_is_told_and_no_time_of_the_petition_runs() {
    for branch in
        [Branch::Legal, Branch::Arbitration, Branch::PartyAppeal, Branch::AdministrativeProcedure]
    {
        let case = handed(branch)
            .refuses(day(7, 4), Command::Accept(on(day(7, 4))), "STATUTORY_CHANNEL")
            .does(day(7, 4), Command::Tell(on(day(7, 4))))
            .is("routed");
        let keys: Vec<String> = case.facts.iter().flat_map(started).map(|(key, _)| key).collect();
        assert!(!keys.contains(&"opinion".to_owned()), "{keys:?}");
    }
    handed(Branch::Legal)
        .does(day(7, 4), Command::ExcuseTelling(on(day(7, 4))))
        .is("forwarded")
        .refuses(day(7, 4), Command::Tell(on(day(7, 4))), "ALREADY_DONE")
        .refuses(day(7, 4), Command::ExcuseTelling(on(day(7, 4))), "ALREADY_DONE")
        .does(day(7, 11), Command::LapseObjection)
        .is("routed");
}

#[test]
fn a_duty_is_done_or_answered_and_a_suggestion_is_replied_to() {
    let reply = |reply| Command::Reply(Answer { on: day(7, 6), reply });
    handed(Branch::DutyToAct)
        .refuses(day(7, 6), Command::Accept(on(day(7, 6))), "REPLY_INSTEAD")
        .refuses(day(7, 6), reply(Reply::Adopted), "NO_SUCH_REPLY")
        .does(day(7, 6), reply(Reply::Acted))
        .is("answered");
    handed(Branch::Opinion).refuses(day(7, 6), reply(Reply::Answered), "NO_SUCH_REPLY");
    Case::new()
        .does(day(7, 1), receive(|p| p.matter = Matter::Suggestion))
        .does(day(7, 2), forward(day(7, 2), "housing"))
        .refuses(day(7, 6), reply(Reply::Adopted), "NOT_RECEIVED")
        .does(day(7, 3), Command::Acknowledge(on(day(7, 3))))
        .refuses(day(7, 6), reply(Reply::Acted), "NO_SUCH_REPLY")
        .does(day(7, 6), Command::Tell(on(day(7, 6))))
        .is("forwarded")
        .does(day(7, 6), reply(Reply::NotAdopted))
        .is("answered");
}

#[test]
fn a_petitioner_may_withdraw_at_any_time() {
    for (case, today) in [
        (received(day(7, 1)), day(7, 2)),
        (handed(Branch::Opinion), day(7, 4)),
        (handed(Branch::Opinion).does(day(7, 6), object(day(7, 6))), day(7, 7)),
        (accepted(), day(8, 1)),
        (served(), day(9, 4)),
        (reviewed(), day(10, 22)),
    ] {
        case.does(today, Command::Withdraw(on(today))).is("withdrawn");
    }
}

#[test]
fn a_law_without_the_limit_says_so() {
    let actor = Actor { agency: agency("petition"), person: String::new(), role: Role::System };
    let now = Moment::from_local(day(8, 1).at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: &Law::default() };
    let case = handed(Branch::Opinion);
    let answer = Petition::decide(case.state.as_ref(), &Command::LapseObjection, &ctx);
    let refusal = answer.unwrap_err();
    assert_eq!(refusal.name(), "NO_SUCH_LIMIT");
    assert!(refusal.zh().contains("T-L-03") && refusal.en().contains("T-L-03"));
}
