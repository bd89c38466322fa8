//! The rows of the index: when they change, that they can be built anew, and what they propose.

use jiefen_intake_rules::Case;
use jiefen_ledger::found;

use super::*;

#[tokio::test]
async fn a_row_changes_with_its_case_and_only_then() {
    let office = Office::open().await;
    office.arrives(&tree(1)).await;
    assert_eq!(office.clerk("吕进财").await, [0; 0], "nobody was named yet");
    assert_eq!(office.clerk("柳树").await, [1]);
    let registration = |names| {
        let content = Told { names, text: "院墙裂缝".to_owned(), ..tree(1) }.content();
        let identity = Identity::DocumentShown;
        Command::Register(Box::new(orders::Registration { content, identity, imported: None }))
    };
    office.give(1, registration(["马成林", "高万福"])).await;
    assert_eq!((office.clerk("马成林").await, office.clerk("院墙裂缝").await), (vec![1], vec![1]));
    assert_eq!(office.clerk("柳树").await, [0; 0], "what was said before is no longer said");
    // A command that changes no word leaves the words alone; one that changes the state changes only that.
    office.sql("UPDATE found SET terms = 'mark'").await;
    let consent = jiefen_procedure::Consent {
        party: 1,
        to: TrackKind::PeopleMediation,
        given: true,
        on: TODAY,
        by: "counter".to_owned(),
    };
    let sorting = Command::Classify(Box::new(orders::Classification {
        kind: DisputeKind::Neighbour,
        other_places: std::collections::BTreeSet::new(),
        flags: std::collections::BTreeSet::new(),
        risk: Risk::Normal,
        statutory: None,
        why: "相邻关系".to_owned(),
    }));
    office.give(1, sorting).await;
    let row = &office.rows().await[0];
    assert_eq!((row.terms.as_str(), row.state.as_str()), ("mark", "triage"));
    office.sql("UPDATE found SET state = 'mark'").await;
    office.give(1, Command::RecordConsent { consent }).await;
    assert_eq!(office.rows().await[0].terms, "mark");
}

#[tokio::test]
async fn a_refused_or_tried_command_leaves_no_row() {
    let office = Office::open().await;
    let told = tree(1);
    let registration = orders::Registration {
        content: told.content(),
        identity: Identity::DocumentShown,
        imported: None,
    };
    let early = Command::Register(Box::new(registration));
    let case = case_id(dispute(1));
    assert!(office.node.command(case, early.into(), Role::WindowClerk).await.is_err());
    let request = pb::RecordInquiryRequest {
        head: Some(common::CommandHead {
            request_id: "try".to_owned(),
            validate_only: true,
            ..Default::default()
        }),
        channel: "zz_town".to_owned(),
        kind: "neighbour".to_owned(),
        place: "640122101203".to_owned(),
        summary: TREE.to_owned(),
        on: Some(date_to(TODAY)),
        ..Default::default()
    };
    let call = office.call(request, TOWN, Role::WindowClerk);
    office.server.record_inquiry(call).await.unwrap();
    assert_eq!(office.rows().await, []);
    office.registers(&told).await;
    let before = office.rows().await;
    let again = Command::Register(Box::new(orders::Registration {
        content: Told { names: ["马成林", "丁玉山"], ..tree(1) }.content(),
        identity: Identity::DocumentShown,
        imported: None,
    }));
    assert!(office.node.command(case, again.into(), Role::WindowClerk).await.is_err());
    assert_eq!(office.rows().await, before);
}

#[tokio::test]
async fn an_index_built_anew_is_the_same_to_the_byte() {
    let office = Office::open().await;
    for n in 1..=7 {
        let told = Told { minor: n == 3, ..if n % 2 == 0 { wages(n) } else { tree(n) } };
        office.registers(&told).await;
    }
    let store = office.node.ledger.store();
    let before = office.rows().await;
    assert!(!found::is_built::<IntakeArea>(store).await.unwrap(), "it was never built");
    let built = found::build::<IntakeArea>(store, |_| {}).await.unwrap();
    assert!(built.seen >= 7 && before.len() == 7);
    assert_eq!((built.seen, built.written), (built.all, 0));
    assert!(found::is_built::<IntakeArea>(store).await.unwrap());
    office.sql("UPDATE found SET terms = 'x', keys = '', print = '', state = 'closed'").await;
    assert_eq!(office.clerk("吕进财").await, [0; 0]);
    assert_eq!(found::build::<IntakeArea>(store, |_| {}).await.unwrap().written, 7);
    assert_eq!(office.rows().await, before);
    office.sql("DELETE FROM found").await;
    assert_eq!(office.clerk("金贵镇").await, [0; 0]);
    let mut told = vec![];
    found::build::<IntakeArea>(store, |so_far| told.push(so_far.seen)).await.unwrap();
    assert_eq!(told, [built.all], "what was done is told");
    let plain = |rows: Vec<rows::Model>| {
        rows.into_iter().map(|row| rows::Model { no: 0, ..row }).collect::<Vec<_>>()
    };
    assert_eq!(plain(office.rows().await), plain(before));
    assert_eq!(office.clerk("金贵镇").await, [7, 6, 5, 4, 3, 2, 1]);
    // The node goes on with numbers of its own.
    office.registers(&tree(8)).await;
    assert_eq!(office.clerk("吕进财").await, [8, 7, 5, 3, 1]);
}

#[tokio::test]
async fn a_repeat_through_another_channel_is_proposed_and_a_look_alike_is_not() {
    let office = Office::open().await;
    office.registers(&tree(1)).await;
    let like = "两家为一棵杨树遮了菜地吵架，一家要砍，一家不让。";
    let other =
        Told { number: None, names: ["马成林", "丁玉山"], text: like.to_owned(), ..tree(2) };
    office.registers(&other).await;
    office.registers(&wages(3)).await;
    let again = Told {
        channel: Channel::Hotline12315,
        number: Some("12315-77"),
        text: TREE.replace('，', " ").replace("吵架", "吵起来了"),
        ..tree(4)
    };
    let content = again.content();
    let wire = pb::Content {
        kind: content.kind.code().to_owned(),
        place: content.place.to_string(),
        summary: content.summary.reveal().clone(),
        parties: content.parties.iter().map(party_to).collect(),
        people: 2,
        ..Default::default()
    };
    let request = pb::ProposeDuplicatesRequest {
        content: Some(wire),
        channel: "hotline_12315".to_owned(),
        on: Some(date_to(TODAY)),
        ..Default::default()
    };
    let proposed = office.similar(request).await;
    let numbers = |list: &[pb::ProposedDuplicate]| -> Vec<u128> {
        list.iter().filter_map(|one| one.dispute.as_ref()).map(number).collect()
    };
    assert_eq!(numbers(&proposed), [1]);
    assert!(proposed[0].score > 0.9, "{}", proposed[0].score);
    assert!(proposed[0].reasons.contains(&"双方当事人相同".to_owned()), "{proposed:?}");
    office.registers(&again).await;
    let name = format!("cases/{}", case_id(dispute(4)));
    let propose = || pb::ProposeDuplicatesRequest { name: name.clone(), ..Default::default() };
    assert_eq!(numbers(&office.similar(propose()).await), [1]);
    // Nothing is merged by machine; each channel keeps its number.
    for (n, number) in [(1, "贺信2026-0012"), (4, "12315-77")] {
        let view = office.node.case(case_id(dispute(n))).await;
        assert_eq!(view.row.state, "registered");
        assert_eq!(office.clerk(number).await, [n]);
    }
    // A person joins them: the surviving dispute is found by both numbers, and is not proposed again.
    let merge = orders::Duplicate { of: dispute(1), same_parties: true, same_facts: true };
    let Case::Dispute(four) = office.node.case(case_id(dispute(4))).await.state else {
        panic!("a dispute")
    };
    office.give(4, Command::MarkDuplicate(merge)).await;
    let (doors, interrupted_on) = (four.doors.clone(), four.interrupted_on);
    let absorb = orders::Absorption { dispute: dispute(4), doors, interrupted_on };
    office.give(1, Command::Absorb(absorb)).await;
    assert_eq!(office.clerk("12315-77").await, [4, 1]);
    let clocks = office.node.clocks(case_id(dispute(1))).await;
    assert!(clocks.iter().any(|clock| clock.0 == "channel_answer:2"), "{clocks:?}");
    assert_eq!(numbers(&office.similar(propose()).await), [0; 0]);
    let none = pb::ProposeDuplicatesRequest::default();
    let call = office.call(none, TOWN, Role::WindowClerk);
    let status = office.server.propose_duplicates(call).await.unwrap_err();
    assert_eq!(status.code(), Code::InvalidArgument);
}
