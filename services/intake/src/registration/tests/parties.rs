//! Parties with all that is known of them, places, receipts and doors.

use super::*;
use jiefen_ledger::wire as ledger_wire;

#[tokio::test]
async fn a_receipt_is_given_at_once_and_says_which_dispute() {
    let counter = Counter::open().await;
    let receipt = counter.ask(inquiry(1, "楼上漏水")).await.unwrap();
    let read: jiefen_intake_rules::receipt::Receipt = receipt.parse().unwrap();
    assert!(read.is_of(dispute(1)));
    assert_eq!(
        counter.ask(inquiry(1, "楼上漏水")).await.unwrap(),
        receipt,
        "a retry gives it again"
    );
    let shown = counter.dispute(1).await;
    let first = shown.first_inquiry.unwrap();
    assert_eq!(
        (first.unit.as_str(), first.on, first.released_on),
        (TOWN, Some(date_to(TODAY)), None)
    );
    assert_eq!(shown.receipt, receipt);
}

#[tokio::test]
async fn a_minor_without_a_guardian_is_registered_and_the_gap_has_its_article() {
    let counter = Counter::open().await;
    counter.received(1).await;
    let request = registration(1, |content| {
        content.parties[0].minor = true;
        let phone = "13895012345".to_owned();
        content.parties[0].particulars = Some(common::Particulars { phone, ..Default::default() });
    });
    let gaps = counter.register(request).await.unwrap();
    assert_eq!(gaps.len(), 1, "{gaps:?}");
    assert_eq!((gaps[0].name.as_str(), gaps[0].party), ("GUARDIAN_MISSING", 1));
    assert!(gaps[0].basis.contains("民法典") && !gaps[0].instead.is_empty());
    let shown = counter.dispute(1).await;
    assert_eq!(shown.gaps, gaps);
    assert_eq!(shown.head.unwrap().state, "registered");
    assert!(shown.content.unwrap().flags.contains(&"minor_protection".to_owned()));
}

/// A party of whom everything is told.
fn whole() -> common::Party {
    let phone = || "13895012345".to_owned();
    common::Party {
        minor: true,
        particulars: Some(common::Particulars {
            document: "other".to_owned(),
            document_number: format!("H{CANARY}"),
            born_on: Some(date_to(date(2012, 5, 4))),
            phone: phone(),
            address: format!("金贵镇银光村{CANARY}"),
            guardians: vec![common::Guardian {
                name: CANARY.to_owned(),
                relation: "母亲".to_owned(),
                phone: phone(),
            }],
            agents: vec![common::Agent {
                name: CANARY.to_owned(),
                relation: "律师".to_owned(),
                authority: "special".to_owned(),
                paper: "2026-03-10授权委托书".to_owned(),
                phone: String::new(),
            }],
            ..Default::default()
        }),
        ..party(1, "applicant", CANARY)
    }
}

#[tokio::test]
async fn particulars_travel_to_the_one_agency_addressed_and_nowhere_else() {
    let counter = Counter::open().await;
    counter.received(1).await;
    let request = registration(1, |content| content.parties[0] = whole());
    assert_eq!(counter.register(request).await.unwrap(), []);
    assert_eq!(counter.dispute(1).await.content.unwrap().parties[0], whole());
    let sorted = pb::ClassifyRequest {
        head: head(1, "classify"),
        kind: "neighbour".to_owned(),
        risk: "normal".to_owned(),
        why: "相邻关系".to_owned(),
        ..Default::default()
    };
    counter.intake.clone().classify(counter.clerk(sorted)).await.unwrap();
    let offered = pb::ReferRequest {
        head: head(1, "refer"),
        unit: "640122101203.village_mediation".to_owned(),
        track: "people_mediation".to_owned(),
        mode: "delegate".to_owned(),
        basis: "五(二)1".to_owned(),
    };
    counter.intake.clone().refer(counter.clerk(offered)).await.unwrap();
    let outbox = counter.node.outbox().await;
    let (mut public, mut briefs) = (0, Vec::new());
    for (dst, kind, payload) in outbox {
        let text = String::from_utf8_lossy(&payload).into_owned();
        if dst == "evt" {
            public += 1;
            for hidden in [CANARY, "13895012345", "2012"] {
                assert!(!text.contains(hidden), "{kind} carries {hidden}");
            }
        } else if kind.ends_with(".Offered") {
            let (_, beside) = ledger_wire::decode(&payload).unwrap();
            briefs.push((dst, ledger_wire::party_to(&beside.brief.unwrap().parties[0])));
        }
    }
    assert!(public >= 3, "{public} public events");
    assert_eq!(briefs, [("640122101203.village_mediation".to_owned(), whole())]);
}

/// T-Q-10: a joint consumer complaint has two representatives, a registration as well as a later naming.
#[tokio::test]
async fn a_group_speaks_through_as_many_as_its_door_allows() {
    for (channel, most) in [("hotline_12315", 2), ("petition_office", 5)] {
        let counter = Counter::open().await;
        let mut asked = inquiry(1, "三十八人买到过期奶粉");
        (asked.channel, asked.number) = (channel.to_owned(), "A-1".to_owned());
        counter.ask(asked).await.unwrap();
        let crowd = |speakers: usize| {
            registration(1, |content| {
                content.people = 40;
                content.parties[0].kind = "group".to_owned();
                let name = "代表甲".to_owned();
                let speaker = common::Speaker { name, phone: "13895012345".to_owned() };
                content.parties[0].particulars = Some(common::Particulars {
                    members: 38,
                    representatives: vec![speaker; speakers],
                    ..Default::default()
                });
            })
        };
        let status = counter.register(crowd(most + 1)).await.unwrap_err();
        assert_eq!(reason(&status), "TOO_MANY_REPRESENTATIVES", "{channel}");
        assert!(status.message().contains(&format!("最多{most}人")), "{status}");
        counter.register(crowd(most)).await.unwrap();
        let naming = pb::NameRepresentativesRequest { head: head(1, "name"), parties: vec![1] };
        counter.desk.clone().name_representatives(counter.clerk(naming)).await.unwrap();
        assert_eq!(counter.dispute(1).await.representatives, [1]);
    }
}

#[tokio::test]
async fn workers_are_a_group_from_ten_on() {
    let counter = Counter::open().await;
    counter.received(1).await;
    let workers = |members: u32| {
        registration(1, |content| {
            (content.kind, content.people) = ("labour".to_owned(), 12);
            content.parties[0].kind = "group".to_owned();
            let speaker = common::Speaker { name: "代表甲".to_owned(), ..Default::default() };
            content.parties[0].particulars = Some(common::Particulars {
                members,
                representatives: vec![speaker],
                ..Default::default()
            });
        })
    };
    let status = counter.register(workers(9)).await.unwrap_err();
    assert_eq!(reason(&status), "GROUP_TOO_SMALL");
    counter.register(workers(10)).await.unwrap();
}

#[tokio::test]
async fn places_are_suggested_while_they_are_typed() {
    let counter = Counter::open().await;
    let suggest = async |query: &str, within: &str, limit: u32| {
        let (query, within) = (query.to_owned(), within.to_owned());
        let request = pb::SuggestPlacesRequest { query, within, limit };
        let answer = counter.desk.clone().suggest_places(counter.clerk(request)).await;
        answer.map(|answer| answer.into_inner().places)
    };
    for query in ["金贵", "jingui", "jg镇", "金貴"] {
        let found = suggest(query, "640122", 0).await.unwrap();
        assert_eq!(found[0].full_name, "贺兰县金贵镇", "{query}");
        assert_eq!((found[0].code.as_str(), found[0].level.as_str()), ("640122101", "town"));
    }
    assert_eq!(suggest("c", "", 1000).await.unwrap().len(), 20);
    assert_eq!(suggest("c", "", 3).await.unwrap().len(), 3);
    assert_eq!(suggest("", "", 0).await.unwrap(), []);
    assert_eq!(wrong(&suggest("金贵", "金贵", 0).await.unwrap_err()), ["within"]);
    let request = Request::new(pb::SuggestPlacesRequest::default());
    let status = counter.desk.clone().suggest_places(request).await.unwrap_err();
    assert_eq!(status.code(), Code::Unauthenticated);
}

/// Every channel of the codebook: the clock of its own answer, and its last day.
#[tokio::test]
async fn every_channel_has_its_receipt_its_first_inquiry_and_its_own_clock() {
    let counter = Counter::open().await;
    for (n, channel) in (1..).zip(jiefen_vocab::Channel::ALL.iter().copied()) {
        let mut asked = inquiry(n, "来访");
        (asked.channel, asked.number) = (channel.code().to_owned(), format!("A-{n}"));
        assert!(!counter.ask(asked).await.unwrap().is_empty());
        let shown = counter.dispute(n).await;
        assert_eq!(shown.first_inquiry.unwrap().unit, TOWN);
        assert_eq!(
            (shown.doors[0].channel.as_str(), shown.doors[0].number.clone()),
            (channel.code(), format!("A-{n}"))
        );
        let clocks = shown.head.unwrap().clocks;
        let own = clocks.iter().find(|clock| clock.key == "channel_answer:1");
        let own = own.map(|clock| (clock.rule.as_str(), clock.due.as_str()));
        // 2026-03-11 is a Wednesday: 15 days, 7 working days, 7 days.
        let due = match channel.code() {
            "petition_office" => Some(("T-L-01", "2026-03-26")),
            "hotline_12315" => Some(("T-Q-01", "2026-03-20")),
            "court_service_center" | "mobile_court" | "self_service_court" => {
                Some(("T-E-02", "2026-03-18"))
            }
            _ => None,
        };
        assert_eq!(own, due, "{channel}");
    }
}
