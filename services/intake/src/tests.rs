//! The counter's hands over a real database: one dispute whole, wrong requests by field, public events
//! without names.

use jiefen_handoff as handoff;
use jiefen_intake_rules::dispute::parts::{Closing, Risk};
use jiefen_intake_rules::dispute::{Command, orders};
use jiefen_intake_rules::{Case, content::Identity};
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::{Delivered, Error, wire as ledger_wire};
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{
    Channel, DisputeId, DisputeKind, FactId, Outcome, Party, PartyKind, PartyRole, Private, Role,
    TrackKind,
};
use jiff::civil::{Date, date};

use crate::{EVENTS, IntakeArea, case_id, wire};

const TODAY: Date = date(2026, 3, 11);
const CANARY: &str = "金丝雀甲乙丙";

fn dispute() -> DisputeId {
    DisputeId::from_bits((0x0199 << 112) | 42)
}

fn arrival() -> Command {
    Command::RecordInquiry(Box::new(orders::Arrival {
        dispute: dispute(),
        channel: Channel::ZzTown,
        number: None,
        kind: DisputeKind::Neighbour,
        place: "640122101203".parse().unwrap(),
        summary: Private::new(CANARY.to_owned()),
        parties: vec![],
        on: TODAY,
    }))
}

fn party(no: u32, role: PartyRole) -> Party {
    let name = Private::new(format!("{CANARY}{no}"));
    Party { no, name, role, kind: PartyKind::Person, minor: false, more: None }
}

fn registration() -> Command {
    let place = "640122101203".parse().unwrap();
    let mut content = jiefen_intake_rules::content::Content::first_words(
        DisputeKind::Neighbour,
        place,
        Private::new(CANARY.to_owned()),
    );
    content.parties = vec![party(1, PartyRole::Applicant), party(2, PartyRole::Respondent)];
    content.people = 2;
    Command::Register(Box::new(orders::Registration {
        content,
        identity: Identity::DocumentShown,
        imported: None,
    }))
}

fn sorting() -> Command {
    Command::Classify(Box::new(orders::Classification {
        kind: DisputeKind::Neighbour,
        other_places: std::collections::BTreeSet::new(),
        flags: std::collections::BTreeSet::new(),
        risk: Risk::Normal,
        statutory: None,
        why: "相邻关系".to_owned(),
    }))
}

fn referral() -> Command {
    Command::Refer(orders::Offered {
        unit: "640122101203.village_mediation".parse().unwrap(),
        track: TrackKind::PeopleMediation,
        mode: handoff::Mode::Delegate,
        basis: "五(二)1".to_owned(),
    })
}

async fn give(node: &TestNode<IntakeArea>, command: Command) {
    node.command(case_id(dispute()), command.into(), Role::WindowClerk).await.unwrap();
}

async fn state(node: &TestNode<IntakeArea>) -> String {
    node.case(case_id(dispute())).await.row.state
}

#[tokio::test]
async fn a_dispute_is_handed_over_and_comes_back_with_its_agreement() {
    let mut node = TestNode::<IntakeArea>::start("640122101.centre", TODAY).await;
    for command in [arrival(), registration(), sorting()] {
        give(&node, command).await;
    }
    assert!(node.desk_of(dispute()).await.desk.holds(), "the first asked holds");
    give(&node, referral()).await;
    assert!(node.desk_of(dispute()).await.desk.holds(), "offered still counts as holding");
    let village = "640122101203.village_mediation";
    let epoch = node.desk_of(dispute()).await.desk.outstanding().unwrap().1.epoch;
    let accepted = handoff::Message::Accepted { epoch };
    assert_eq!(node.receive(village, dispute(), &accepted, None).await, Delivered::Applied);
    assert_eq!(state(&node).await, "in_process");
    let refused =
        node.command(case_id(dispute()), sorting().into(), Role::WindowClerk).await.unwrap_err();
    assert!(matches!(refused, Error::Refused(refused) if refused.name == "NOT_HOLDING"));
    let result = handoff::Message::ResultReported {
        epoch,
        outcome: Outcome::Agreed,
        brief: FactId::from_bits(9),
    };
    assert_eq!(node.receive(village, dispute(), &result, None).await, Delivered::Applied);
    assert_eq!(state(&node).await, "agreed");
    assert!(node.parked().await.is_empty());
}

/// T-D-01: the 30 days run from the day of the agreement, not from the day on which its report arrives.
#[tokio::test]
async fn a_late_report_dates_the_agreement_by_its_own_day() {
    let mut node = TestNode::<IntakeArea>::start("640122101.centre", TODAY).await;
    for command in [arrival(), registration(), sorting(), referral()] {
        give(&node, command).await;
    }
    let village = "640122101203.village_mediation";
    let epoch = node.desk_of(dispute()).await.desk.outstanding().unwrap().1.epoch;
    let accepted = handoff::Message::Accepted { epoch };
    assert_eq!(node.receive(village, dispute(), &accepted, None).await, Delivered::Applied);
    node.on(date(2026, 4, 10));
    let brief = FactId::from_bits(9);
    let result = handoff::Message::ResultReported { epoch, outcome: Outcome::Agreed, brief };
    let papers = jiefen_procedure::Papers {
        effect: Some("contract".to_owned()),
        confirmable: true,
        on: Some(date(2026, 3, 20)),
        ..jiefen_procedure::Papers::default()
    };
    let beside = jiefen_procedure::Beside { papers: Some(papers), ..Default::default() };
    let delivered = node.receive_beside(village, dispute(), &result, &beside).await;
    assert_eq!((delivered, state(&node).await.as_str()), (Delivered::Applied, "agreed"));
    let clocks = node.clocks(case_id(dispute())).await;
    let window = clocks.iter().find(|clock| clock.0 == "confirmation").unwrap();
    assert!(window.2.starts_with("2026-04-20"), "{window:?}");
}

#[tokio::test]
async fn no_public_event_carries_a_name_and_each_has_its_type() {
    let node = TestNode::<IntakeArea>::start("640122101.centre", TODAY).await;
    for command in [arrival(), registration(), sorting(), referral()] {
        give(&node, command).await;
    }
    let mut seen = 0;
    for (dst, kind, payload) in node.outbox().await {
        if dst != "evt" {
            continue;
        }
        let own = kind.starts_with("jiefen.handoff.v1.") || EVENTS.contains(&kind.as_str());
        assert!(own, "{kind}");
        let text = String::from_utf8_lossy(&payload).into_owned();
        assert!(!text.contains(CANARY), "{kind} carries a name");
        seen += 1;
    }
    assert!(seen >= 4, "{seen} events");
    let message = node.outbox().await.into_iter().find(|(_, kind, _)| kind.ends_with(".Offered"));
    let (_, beside) = ledger_wire::decode(&message.unwrap().2).unwrap();
    let summary = beside.brief.unwrap().summary;
    assert_eq!(summary.reveal(), CANARY, "the one agency addressed has the brief");
}

#[tokio::test]
async fn the_umbrella_closes_only_after_its_notices() {
    let node = TestNode::<IntakeArea>::start("640122101.centre", TODAY).await;
    for command in [arrival(), registration(), sorting()] {
        give(&node, command).await;
    }
    let close = Command::Close { result: Closing::NotPursued, file_complete: true };
    let refused = node.command(case_id(dispute()), close.into(), Role::WindowClerk).await;
    assert!(matches!(refused, Err(Error::Refused(_))), "a dispute in triage is not closed");
    assert!(matches!(node.case(case_id(dispute())).await.state, Case::Dispute(_)));
}

/// The fields that a refused request names.
fn wrong<T>(outcome: Result<T, Error>) -> Vec<String> {
    match outcome {
        Err(Error::Invalid(faults)) => faults.into_iter().map(|fault| fault.field).collect(),
        Err(other) => panic!("{other}"),
        Ok(_) => vec![],
    }
}

fn day(year: i32, month: i32, day: i32) -> Option<common::Date> {
    Some(common::Date { year, month, day })
}

#[test]
fn a_wrong_inquiry_names_every_wrong_field_at_once() {
    let request = pb::RecordInquiryRequest {
        channel: "pigeon".to_owned(),
        kind: "labor".to_owned(),
        place: "64O122".to_owned(),
        summary: " ".to_owned(),
        on: day(2026, 2, 30),
        dispute: "01jx".to_owned(),
        ..pb::RecordInquiryRequest::default()
    };
    let faults = wrong(wire::record_inquiry(&request));
    assert_eq!(faults, ["dispute", "channel", "kind", "place", "summary", "on"]);
}

#[test]
fn a_wrong_registration_names_the_party_and_the_field() {
    let head = common::CommandHead { name: format!("cases/{}", dispute()), ..Default::default() };
    let content = pb::Content {
        kind: "neighbour".to_owned(),
        place: "640122101203".to_owned(),
        parties: vec![common::Party { role: "friend".to_owned(), ..Default::default() }],
        ..Default::default()
    };
    let request = pb::RegisterRequest {
        head: Some(head),
        content: Some(content),
        identity: "document_shown".to_owned(),
        ..Default::default()
    };
    let faults = wrong(wire::register(&request));
    let expected =
        ["content.parties[0].name", "content.parties[0].role", "content.parties[0].kind"];
    assert_eq!(faults, expected);
    assert!(wire::close(&pb::CloseRequest::default()).is_err(), "a command names its case");
}

#[test]
fn a_mode_or_ground_outside_the_list_is_refused_with_the_list() {
    let head = common::CommandHead { name: format!("cases/{}", dispute()), ..Default::default() };
    let request = pb::ReferRequest {
        head: Some(head),
        unit: "640122.court".to_owned(),
        track: "litigation".to_owned(),
        mode: "throw".to_owned(),
        basis: "五(二)".to_owned(),
    };
    match wire::refer(&request) {
        Err(Error::Invalid(faults)) => {
            assert_eq!(faults[0].field, "mode");
            assert!(faults[0].problem.contains("delegate"), "{}", faults[0].problem);
        }
        _ => panic!("a mode outside the list was taken"),
    }
}

mod inquiry {
    //! An inquiry at the window, through its requests.

    use super::*;
    use crate::view;
    use jiefen_ledger::serve::Parsed;

    fn asked() -> pb::AskInquiryRequest {
        pb::AskInquiryRequest {
            channel: "zz_town".to_owned(),
            question: CANARY.to_owned(),
            on: Some(ledger_wire::date_to(TODAY)),
            ..pb::AskInquiryRequest::default()
        }
    }

    async fn ask(node: &TestNode<IntakeArea>) -> (jiefen_vocab::CaseId, common::CommandHead) {
        let Parsed { case, command } = wire::ask_inquiry(&asked()).unwrap();
        node.command(case, command, Role::WindowClerk).await.unwrap();
        (case, common::CommandHead { name: format!("cases/{case}"), ..Default::default() })
    }

    #[tokio::test]
    async fn it_is_answered_where_it_was_asked_and_signed() {
        let node = TestNode::<IntakeArea>::start("640122101.centre", TODAY).await;
        let (case, head) = ask(&node).await;
        assert_eq!(node.case(case).await.row.state, "asked");
        assert!(node.clocks(case).await.iter().any(|clock| clock.0 == "answer"));
        let chase = wire::chase_inquiry(&pb::ChaseInquiryRequest { head: Some(head.clone()) });
        node.command(case, chase.unwrap().command, Role::CentreDirector).await.unwrap();
        let mut answer = pb::TurnAwayInquiryRequest {
            head: Some(head),
            why: "advice_wanted".to_owned(),
            answer: CANARY.to_owned(),
            signed_by: "clerk-1".to_owned(),
            sends_elsewhere: true,
            on: Some(ledger_wire::date_to(TODAY)),
        };
        let elsewhere = wire::turn_away_inquiry(&answer).unwrap();
        let refused = node.command(case, elsewhere.command, Role::WindowClerk).await;
        assert!(matches!(refused, Err(Error::Refused(refused)) if refused.name == "PUSHED_AWAY"));
        answer.sends_elsewhere = false;
        let here = wire::turn_away_inquiry(&answer).unwrap();
        node.command(here.case, here.command, Role::WindowClerk).await.unwrap();
        let shown = view::inquiry(&node.case(case).await).unwrap();
        assert_eq!((shown.why.as_str(), shown.signed_by.as_str()), ("advice_wanted", "clerk-1"));
        assert!(view::dispute(&node.case(case).await).is_err());
        let names = node
            .outbox()
            .await
            .iter()
            .any(|(.., payload)| String::from_utf8_lossy(payload).contains(CANARY));
        assert!(!names, "what was asked left the house");
    }

    #[tokio::test]
    async fn it_becomes_a_dispute_and_says_which() {
        let node = TestNode::<IntakeArea>::start("640122101.centre", TODAY).await;
        let (case, head) = ask(&node).await;
        give(&node, arrival()).await;
        let dispute = dispute().to_string();
        let carry = pb::CarryOnInquiryRequest { head: Some(head), dispute: dispute.clone() };
        let carry = wire::carry_on_inquiry(&carry).unwrap();
        node.command(carry.case, carry.command, Role::WindowClerk).await.unwrap();
        assert_eq!(view::inquiry(&node.case(case).await).unwrap().dispute, dispute);
        assert!(view::inquiry(&node.case(case_id(super::dispute())).await).is_err());
    }

    #[test]
    fn wrong_fields_are_named() {
        let fields = |outcome: Result<Parsed<IntakeArea>, Error>| match outcome {
            Err(Error::Invalid(faults)) => {
                faults.into_iter().map(|fault| fault.field).collect::<Vec<_>>().join(" ")
            }
            Err(_) | Ok(_) => String::new(),
        };
        assert_eq!(
            fields(wire::ask_inquiry(&pb::AskInquiryRequest::default())),
            "channel question on"
        );
        let head = Some(common::CommandHead {
            name: format!("cases/{}", dispute()),
            ..Default::default()
        });
        let empty = pb::TurnAwayInquiryRequest { head: head.clone(), ..Default::default() };
        assert_eq!(fields(wire::turn_away_inquiry(&empty)), "why answer signed_by on");
        let none = pb::CarryOnInquiryRequest { head, dispute: "x".to_owned() };
        assert_eq!(fields(wire::carry_on_inquiry(&none)), "dispute");
        assert!(wire::chase_inquiry(&pb::ChaseInquiryRequest::default()).is_err());
    }
}
