//! Signals of disputes join: at the counter, from breaches, repeats, alerts and numbers.

use jiefen_intake_rules::dispute::parts::EffectLevel;
use jiefen_intake_rules::dispute::{Command, orders};

use super::*;
use crate::case_id;

/// Somebody tells the counter of something at a place.
fn reported(n: u128, kind: &str, place: &str) -> Asked {
    crate::wire::report_signal(&pb::ReportSignalRequest {
        dispute: dispute(n).to_string(),
        channel: "grid".to_owned(),
        kind: kind.to_owned(),
        place: place.to_owned(),
        summary: CANARY.to_owned(),
        on: Some(date_to(TODAY)),
        ..Default::default()
    })
}

fn inquiry(n: u128, kind: &str, place: &str) -> Asked {
    crate::wire::record_inquiry(&pb::RecordInquiryRequest {
        dispute: dispute(n).to_string(),
        channel: "zz_county".to_owned(),
        kind: kind.to_owned(),
        place: place.to_owned(),
        summary: CANARY.to_owned(),
        on: Some(date_to(TODAY)),
        ..Default::default()
    })
}

fn party(no: u32, role: &str, name: &str) -> common::Party {
    common::Party {
        no,
        name: format!("{CANARY}{name}"),
        role: role.to_owned(),
        kind: "person".to_owned(),
        minor: false,
        particulars: None,
    }
}

/// What is registered: so many people, against this respondent.
fn content(kind: &str, place: &str, people: u32, against: &str) -> pb::Content {
    pb::Content {
        kind: kind.to_owned(),
        place: place.to_owned(),
        summary: CANARY.to_owned(),
        parties: vec![party(1, "applicant", "甲"), party(2, "respondent", against)],
        people,
        ..Default::default()
    }
}

fn registration(n: u128, content: pb::Content) -> Asked {
    crate::wire::register(&pb::RegisterRequest {
        head: on(case_id(dispute(n))),
        content: Some(content),
        identity: "document_shown".to_owned(),
        ..Default::default()
    })
}

async fn register(node: &Node, n: u128, content: pb::Content) {
    give(node, Role::WindowClerk, inquiry(n, &content.kind, &content.place)).await;
    give(node, Role::WindowClerk, registration(n, content)).await;
}

fn sorting(n: u128, kind: &str, flags: &[&str]) -> Asked {
    crate::wire::classify(&pb::ClassifyRequest {
        head: on(case_id(dispute(n))),
        kind: kind.to_owned(),
        flags: flags.iter().map(|flag| (*flag).to_owned()).collect(),
        risk: "normal".to_owned(),
        why: "梳理".to_owned(),
        ..Default::default()
    })
}

#[tokio::test]
async fn three_reports_of_one_place_and_cause_make_one_case_with_its_clause_and_its_clocks() {
    let node = counter().await;
    for n in 1..=2 {
        give(&node, Role::WindowClerk, reported(n, "neighbour", "640122101203")).await;
        assert!(risks(&node).await.is_empty(), "{n} are below the threshold");
    }
    give(&node, Role::WindowClerk, reported(3, "neighbour", "640122101")).await;
    let opened = risk(&node).await;
    assert_eq!((state(&opened), opened.signals.len()), ("yellow", 3));
    assert!(opened.why.contains("C-040"), "{}", opened.why);
    let from = format!("dispute/{}/detected", dispute(3));
    assert_eq!(opened.signals[0].source, from, "the newest leads back to its dispute");
    assert_eq!(opened.disputes.len(), 3);
    let case = case_of(&node, &opened).await;
    let clocks = node.clocks(case).await;
    for (key, rule) in [("contact", "policy.signal_contact"), ("watch", "policy.incident_watch")] {
        assert!(clocks.iter().any(|clock| clock.0 == key && clock.1 == rule), "{clocks:?}");
    }
    // A fourth one joins, another cause elsewhere does not.
    give(&node, Role::WindowClerk, reported(4, "neighbour", "640122101203")).await;
    give(&node, Role::WindowClerk, reported(5, "labour", "640122102")).await;
    assert_eq!(risk(&node).await.signals.len(), 4);
    let told: Vec<pb::RiskCaseOpened> = events(&node, "RiskCaseOpened").await;
    assert_eq!((told.len(), told[0].town.as_str()), (1, "640122101"));
    assert_eq!(events::<pb::RiskSignalJoined>(&node, "RiskSignalJoined").await.len(), 1);
}

#[tokio::test]
async fn many_people_with_one_claim_are_a_risk_at_their_number_and_not_below() {
    for (kind, people, level) in [
        ("labour", 9, None),
        ("labour", 10, Some("yellow")),
        ("consumer", 29, None),
        ("consumer", 30, Some("yellow")),
        ("consumer", 1000, Some("orange")),
    ] {
        let node = counter().await;
        register(&node, 1, content(kind, "640122101", people, "公司")).await;
        let found = risks(&node).await;
        assert_eq!(found.first().map(state), level, "{kind} {people}");
        assert!(found.iter().all(|risk| risk.collective == (kind == "labour")));
    }
}

#[tokio::test]
async fn an_alert_for_a_person_opens_at_once_and_the_same_alert_counts_once() {
    let node = counter().await;
    register(&node, 1, content("marriage_family", "640122101", 2, "乙")).await;
    give(&node, Role::WindowClerk, sorting(1, "marriage_family", &[])).await;
    assert!(risks(&node).await.is_empty());
    for _ in 0..2 {
        give(&node, Role::WindowClerk, sorting(1, "marriage_family", &["safety_alert"])).await;
    }
    let opened = risk(&node).await;
    assert_eq!((state(&opened), opened.signals.len()), ("orange", 1));
    assert_eq!(opened.signals[0].threatened, format!("{CANARY}甲"));
    // The same person in danger in another matter elsewhere: the same case.
    register(&node, 2, content("contract_debt", "640122102", 2, "丙")).await;
    give(&node, Role::WindowClerk, sorting(2, "contract_debt", &["safety_alert"])).await;
    assert_eq!(risk(&node).await.signals.len(), 2);
}

#[tokio::test]
async fn two_signals_at_the_same_time_make_one_case() {
    let node = counter().await;
    let twin = node.twin();
    for n in 1..=8 {
        give(&node, Role::WindowClerk, inquiry(n, "labour", "640122101")).await;
    }
    let other = |n: u128| {
        let Parsed { case, command } =
            registration(n, content("labour", "640122101", 12, "公司")).unwrap();
        let actor = Actor {
            agency: COUNTY.parse().unwrap(),
            person: "staff-2".to_owned(),
            role: Role::WindowClerk,
        };
        twin.execute(Request {
            order: Order::Case { case, command },
            actor,
            request_id: format!("twin-{n}"),
            fingerprint: vec![],
            expected: None,
            seen: None,
            validate_only: false,
            trace: None,
        })
    };
    let own = |n| {
        tried(&node, Role::WindowClerk, registration(n, content("labour", "640122101", 12, "公司")))
    };
    let first = tokio::join!(own(1), other(2), own(3), other(4));
    let second = tokio::join!(own(5), other(6), own(7), other(8));
    assert!(first.0.is_ok() && first.1.is_ok() && first.2.is_ok() && first.3.is_ok());
    assert!(second.0.is_ok() && second.1.is_ok() && second.2.is_ok() && second.3.is_ok());
    let claims = |risk: &pb::RiskCase| {
        risk.signals.iter().filter(|signal| signal.kind == "common_claim").count()
    };
    assert_eq!(claims(&risk(&node).await), 8);
}

#[tokio::test]
async fn ten_disputes_of_one_cause_in_one_township_are_a_risk_and_nine_are_not() {
    let node = counter().await;
    let places = [
        "640122001001",
        "640122001002",
        "640122100204",
        "640122100206",
        "640122102200",
        "640122102208",
        "640122103209",
        "640122103003",
        "640122200207",
        "640122400503",
    ];
    for (n, elsewhere) in (1..=10).zip(places) {
        let village = format!(
            "640122101{}",
            [200, 201, 202, 203, 204, 205, 207, 208, 209, 210][n as usize - 1]
        );
        register(&node, n, content("consumer", &village, 1, &n.to_string())).await;
        // Elsewhere does not count.
        register(&node, 100 + n, content("consumer", elsewhere, 1, &format!("商户{n}"))).await;
        assert_eq!(risks(&node).await.len(), usize::from(n == 10), "{n}");
    }
    let opened = risk(&node).await;
    assert_eq!((state(&opened), opened.signals[0].count), ("yellow", 10));
    assert_eq!(opened.place, "640122101");
}

#[tokio::test]
async fn the_third_dispute_with_one_respondent_is_a_risk_whatever_and_wherever() {
    let node = counter().await;
    let disputes =
        [(1, "consumer", "640122101"), (2, "labour", "640122102"), (3, "ip", "640122103")];
    for (n, kind, place) in disputes {
        assert!(risks(&node).await.is_empty());
        register(&node, n, content(kind, place, 1, "公司")).await;
    }
    let opened = risk(&node).await;
    assert_eq!((state(&opened), opened.signals[0].count), ("yellow", 3));
    assert_eq!(opened.signals[0].against, format!("{CANARY}公司"));
}

/// An agreement of the counter's own, in which the respondent owes until 20 March.
async fn agreed(node: &Node, n: u128) {
    register(node, n, content("contract_debt", "640122101", 2, "公司")).await;
    give(node, Role::WindowClerk, sorting(n, "contract_debt", &[])).await;
    let own = crate::wire::accept_own(&pb::AcceptOwnRequest {
        head: on(case_id(dispute(n))),
        track: "joint_mediation".to_owned(),
        power: "综治中心联合调解".to_owned(),
        person: "clerk-1".to_owned(),
    });
    give(node, Role::CentreDirector, own).await;
    let agreement = Command::RecordAgreement(Box::new(orders::Agreement {
        unit: COUNTY.parse().unwrap(),
        on: TODAY,
        effect: EffectLevel::Contract,
        signed: [1, 2].into(),
        lawful: true,
        obligations: vec![orders::Due { party: 2, due: date(2026, 3, 20), amount: None }],
        confirmable: false,
    }));
    node.command(case_id(dispute(n)), agreement.into(), Role::Mediator).await.unwrap();
}

#[tokio::test]
async fn the_second_broken_promise_of_one_debtor_is_a_risk() {
    let node = counter().await;
    agreed(&node, 1).await;
    agreed(&node, 2).await;
    node.on(date(2026, 3, 21));
    for (n, known) in [(1, 0), (2, 1)] {
        let breach = crate::wire::report_breach(&pb::ReportBreachRequest {
            head: on(case_id(dispute(n))),
            obligation: 1,
            on: Some(date_to(date(2026, 3, 21))),
        });
        give(&node, Role::WindowClerk, breach).await;
        assert_eq!(risks(&node).await.len(), known, "{n}");
    }
    let opened = risk(&node).await;
    assert!(opened.why.contains("协议不履行"), "{}", opened.why);
    assert_eq!(opened.signals[0].against, format!("{CANARY}公司"));
    assert_eq!(opened.signals[0].source, format!("dispute/{}/breach/1", dispute(2)));
}

/// The registers of the watch are nobody's case: nothing is due in them and nothing of them leaves the house.
#[tokio::test]
async fn the_watch_itself_is_silent() {
    let node = counter().await;
    for n in 1..=3 {
        register(&node, n, content("labour", "640122101", 12, "公司")).await;
    }
    let store = node.ledger.store();
    let (books, _) =
        read::page_of::<IntakeArea>(store, "signal_watch", false, 100, "").await.unwrap();
    assert!(books.len() >= 2, "a book and tallies");
    assert!(books.iter().all(|book| !book.row.open && book.clocks.is_empty()));
    let ids: Vec<_> = books.iter().map(|book| book.row.id.clone()).collect();
    for (_, kind, payload) in node.outbox().await {
        let text = String::from_utf8_lossy(&payload).into_owned();
        assert!(!ids.iter().any(|id| text.contains(id)), "{kind} tells of a register");
    }
}
