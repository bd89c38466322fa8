//! Disputes as staff find them, over a real database.

mod index;

use std::sync::Arc;
use std::time::Duration;

use jiefen_handoff as handoff;
use jiefen_intake_rules::content::{Content, Identity};
use jiefen_intake_rules::dispute::parts::Risk;
use jiefen_intake_rules::dispute::{Command, orders};
use jiefen_intake_rules::receipt::Receipt;
use jiefen_ledger::entity::found as rows;
use jiefen_ledger::serve::App;
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::wire::{date_to, party_to};
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::config::AuthConfig;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_server::IntakeService;
use jiefen_vocab::{
    Channel, DisputeId, DisputeKind, Party, PartyKind, PartyRole, Private, Role, TrackKind,
};
use jiff::civil::{Date, date};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, QueryOrder, Statement};
use tonic::{Code, Request};

use crate::{IntakeArea, case_id, grpc};

const TODAY: Date = date(2026, 3, 11);
const TOWN: &str = "640122101.centre";
const VILLAGE: &str = "640122101203.village_mediation";
const TREE: &str = "两家为一排柳树的树根拱坏院墙吵架，一家要砍树，一家说树是爷爷栽的。";

fn dispute(n: u128) -> DisputeId {
    DisputeId::from_bits((0x0199 << 112) | (n << 82))
}

/// What is registered at the counter.
struct Told {
    n: u128,
    channel: Channel,
    number: Option<&'static str>,
    names: [&'static str; 2],
    minor: bool,
    text: String,
    kind: DisputeKind,
}

fn tree(n: u128) -> Told {
    Told {
        n,
        channel: Channel::ZzTown,
        number: Some("贺信2026-0012"),
        names: ["吕进财", "高万福"],
        minor: false,
        text: TREE.to_owned(),
        kind: DisputeKind::Neighbour,
    }
}

fn wages(n: u128) -> Told {
    Told {
        number: None,
        names: ["买买提·艾力", "贺兰顺达建筑公司"],
        text: "包工头拖欠工资三个月，车牌宁AK30".to_owned(),
        kind: DisputeKind::Labour,
        ..tree(n)
    }
}

impl Told {
    fn content(&self) -> Content {
        let place = "640122101203".parse().unwrap();
        let mut content = Content::first_words(self.kind, place, Private::new(self.text.clone()));
        let roles = [PartyRole::Applicant, PartyRole::Respondent];
        for (at, (name, role)) in self.names.iter().zip(roles).enumerate() {
            let kind = if name.ends_with("公司") { PartyKind::Org } else { PartyKind::Person };
            let (no, name) = (at as u32 + 1, Private::new((*name).to_owned()));
            content.parties.push(Party {
                no,
                name,
                role,
                kind,
                minor: self.minor && no == 1,
                more: None,
            });
        }
        content.people = 2;
        content
    }
}

struct Office {
    node: TestNode<IntakeArea>,
    server: grpc::Server,
    issuer: Issuer,
}

impl Office {
    async fn open() -> Office {
        let node = TestNode::<IntakeArea>::start(TOWN, TODAY).await;
        let config = AuthConfig::default();
        let (issuer, _) = Issuer::generate(&config).unwrap();
        let gate = Gate::with_keys(&config, node.ledger.agency(), &issuer.jwks()).unwrap();
        let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
        Office { node, server: grpc::Server(app), issuer }
    }

    async fn give(&self, n: u128, command: Command) {
        let case = case_id(dispute(n));
        self.node.command(case, command.into(), Role::WindowClerk).await.unwrap();
    }

    async fn arrives(&self, told: &Told) {
        let arrival = orders::Arrival {
            dispute: dispute(told.n),
            channel: told.channel,
            number: told.number.map(str::to_owned),
            kind: told.kind,
            place: "640122101203".parse().unwrap(),
            summary: Private::new(told.text.clone()),
            parties: vec![],
            on: TODAY,
        };
        self.give(told.n, Command::RecordInquiry(Box::new(arrival))).await;
    }

    async fn registers(&self, told: &Told) {
        self.arrives(told).await;
        let registration = orders::Registration {
            content: told.content(),
            identity: Identity::DocumentShown,
            imported: None,
        };
        self.give(told.n, Command::Register(Box::new(registration))).await;
    }

    fn call<M>(&self, message: M, unit: &str, role: Role) -> Request<M> {
        let unit = unit.parse().unwrap();
        let token = self.issuer.token("p1", unit, &[role], Duration::from_secs(60)).unwrap();
        let mut call = Request::new(message);
        call.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        call
    }

    async fn ask(
        &self,
        unit: &str,
        role: Role,
        request: pb::SearchDisputesRequest,
    ) -> Result<pb::SearchDisputesResponse, tonic::Status> {
        let call = self.call(request, unit, role);
        Ok(self.server.search_disputes(call).await?.into_inner())
    }

    /// The disputes that somebody finds by some words.
    async fn found(&self, unit: &str, role: Role, query: &str) -> Vec<pb::FoundDispute> {
        self.ask(unit, role, query_of(query)).await.unwrap().disputes
    }

    /// The numbers of the disputes that the counter's clerk finds.
    async fn clerk(&self, query: &str) -> Vec<u128> {
        let found = self.found(TOWN, Role::WindowClerk, query).await;
        found.iter().map(number).collect()
    }

    async fn similar(&self, request: pb::ProposeDuplicatesRequest) -> Vec<pb::ProposedDuplicate> {
        let call = self.call(request, TOWN, Role::WindowClerk);
        self.server.propose_duplicates(call).await.unwrap().into_inner().candidates
    }

    async fn rows(&self) -> Vec<rows::Model> {
        let rows = rows::Entity::find().order_by_asc(rows::Column::CaseId);
        rows.all(self.node.ledger.store().readers()).await.unwrap()
    }

    async fn sql(&self, text: &str) {
        let statement = Statement::from_string(DbBackend::Sqlite, text);
        self.node.ledger.store().readers().execute_raw(statement).await.unwrap();
    }
}

fn query_of(query: &str) -> pb::SearchDisputesRequest {
    pb::SearchDisputesRequest { query: query.to_owned(), ..Default::default() }
}

fn number(found: &pb::FoundDispute) -> u128 {
    let id: DisputeId = found.head.as_ref().unwrap().dispute.parse().unwrap();
    (id.0.bits() >> 82) & 0xffff
}

#[tokio::test]
async fn a_dispute_is_found_by_person_place_words_number_and_sound() {
    let office = Office::open().await;
    for told in [tree(1), wages(2)] {
        office.registers(&told).await;
    }
    let receipt = Receipt::of(dispute(1)).to_string();
    let long = dispute(2).to_string();
    let table: &[(&str, &[u128])] = &[
        ("吕进财", &[1]),
        ("高万福 吕进财", &[1]),
        ("买买提·艾力", &[2]),
        ("艾力", &[2]),
        ("顺达建筑", &[2]),
        ("lvjincai", &[1]),
        ("ljc", &[1]),
        ("lu jin cai", &[1]),
        ("gwf 柳树", &[1]),
        ("mmtal 工资", &[2]),
        ("金贵镇", &[2, 1]),
        ("贺兰县 jinguizhen", &[2, 1]),
        ("树根", &[1]),
        ("柳樹", &[1]),
        ("拖欠工资 金贵", &[2]),
        ("ＡＫ３０", &[2]),
        ("贺信2026-0012", &[1]),
        (&receipt, &[1]),
        (&long, &[2]),
        ("劳动人事", &[2]),
        ("柳树 工资", &[]),
        ("吕进福", &[]),
    ];
    for (query, expected) in table {
        assert_eq!(office.clerk(query).await, *expected, "{query}");
    }
    let one = &office.found(TOWN, Role::WindowClerk, "ljc 柳树 金贵镇 0012 邻里").await[0];
    let parts: Vec<&str> = one.matches.iter().map(|found| found.part.as_str()).collect();
    assert_eq!(parts, ["party", "summary", "place", "number", "kind"]);
    assert_eq!(one.head.as_ref().unwrap().state, "registered");
    assert_eq!((one.receipt.as_str(), one.place_name.contains("金贵镇")), (receipt.as_str(), true));
}

#[tokio::test]
async fn filters_and_pages_narrow_what_is_found() {
    let office = Office::open().await;
    for n in 1..=5 {
        let told = if n % 2 == 0 { wages(n) } else { tree(n) };
        office.registers(&told).await;
    }
    let narrow = async |change: &dyn Fn(&mut pb::SearchDisputesRequest)| {
        let mut request = query_of("金贵镇");
        change(&mut request);
        let answer = office.ask(TOWN, Role::WindowClerk, request).await.unwrap();
        answer.disputes.iter().map(number).collect::<Vec<_>>()
    };
    assert_eq!(narrow(&|_| {}).await, [5, 4, 3, 2, 1], "the newest first");
    assert_eq!(narrow(&|m| m.kind = "labour".to_owned()).await, [4, 2]);
    assert_eq!(narrow(&|m| m.state = "closed".to_owned()).await, [0; 0]);
    assert_eq!(narrow(&|m| m.state = "registered".to_owned()).await.len(), 5);
    assert_eq!(narrow(&|m| m.place = "640122102".to_owned()).await, [0; 0]);
    assert_eq!(narrow(&|m| m.place = "640100".to_owned()).await.len(), 5);
    assert_eq!(narrow(&|m| m.holder = TOWN.to_owned()).await.len(), 5);
    assert_eq!(narrow(&|m| m.holder = VILLAGE.to_owned()).await, [0; 0]);
    let day = |day: Date| Some(date_to(day));
    assert_eq!(narrow(&|m| m.opened_from = day(date(2026, 3, 12))).await, [0; 0]);
    assert_eq!(narrow(&|m| m.opened_to = day(TODAY)).await.len(), 5);
    let (mut request, mut seen) = (query_of("金贵镇"), vec![]);
    request.page_size = 2;
    loop {
        let page = office.ask(TOWN, Role::WindowClerk, request.clone()).await.unwrap();
        seen.extend(page.disputes.iter().map(number));
        if page.next_page_token.is_empty() {
            break;
        }
        request.page_token = page.next_page_token;
    }
    assert_eq!(seen, [5, 4, 3, 2, 1]);
}

#[tokio::test]
async fn a_wrong_question_is_answered_clearly() {
    let office = Office::open().await;
    office.registers(&tree(1)).await;
    let refused = async |request: pb::SearchDisputesRequest| {
        let status = office.ask(TOWN, Role::WindowClerk, request).await.unwrap_err();
        assert_eq!(status.code(), Code::InvalidArgument);
        String::from_utf8_lossy(status.details()).into_owned()
    };
    let forged = |token: &str| pb::SearchDisputesRequest {
        page_token: token.to_owned(),
        ..query_of("柳树")
    };
    let wrong_receipt = {
        let text = Receipt::of(dispute(1)).to_string();
        let last = if text.ends_with('0') { '1' } else { '0' };
        format!("{}{last}", &text[..20])
    };
    let table = [
        (query_of("  "), "必填"),
        (query_of("😡，！"), "没有可检索的字词"),
        (query_of(&"柳".repeat(101)), "超过上限100字"),
        (query_of(&"柳树 ".repeat(17)), "超过上限16个"),
        (query_of(&wrong_receipt), "校验位不符"),
        (forged("9.abc"), "翻页标记"),
        (forged("x"), "翻页标记"),
        (pb::SearchDisputesRequest { state: "lost".to_owned(), ..query_of("柳树") }, "没有状态"),
        (pb::SearchDisputesRequest { page_size: -1, ..query_of("柳树") }, "page_size"),
    ];
    for (request, part) in table {
        let text = refused(request.clone()).await;
        assert!(text.contains(part), "{request:?}: {text}");
    }
    // A sign of the index's own language is a sign like any other.
    for query in ["柳树\" OR \"工资", "NOT 柳树*", "x') --", "吕进财!"] {
        let answer = office.ask(TOWN, Role::WindowClerk, query_of(query)).await;
        assert!(answer.is_ok(), "{query}");
    }
}

#[tokio::test]
async fn staff_find_what_their_unit_holds_has_held_or_supervises_and_nothing_else() {
    let mut office = Office::open().await;
    office.registers(&tree(1)).await;
    office.registers(&wages(2)).await;
    let court = "640122.court";
    assert_eq!(office.found(VILLAGE, Role::Mediator, "金贵镇").await, []);
    assert_eq!(office.found(court, Role::Judge, "吕进财").await, []);
    assert_eq!(office.found("640122.centre", Role::Coordinator, "金贵镇").await.len(), 2);
    assert_eq!(office.found("640221.centre", Role::Coordinator, "金贵镇").await, []);
    let party = office.ask(TOWN, Role::Party, query_of("柳树")).await.unwrap_err();
    assert_eq!(party.code(), Code::PermissionDenied);
    let nobody = office.server.search_disputes(Request::new(query_of("柳树"))).await;
    assert_eq!(nobody.unwrap_err().code(), Code::Unauthenticated);

    let sorting = Command::Classify(Box::new(orders::Classification {
        kind: DisputeKind::Neighbour,
        other_places: std::collections::BTreeSet::new(),
        flags: std::collections::BTreeSet::new(),
        risk: Risk::Normal,
        statutory: None,
        why: "相邻关系".to_owned(),
    }));
    office.give(1, sorting).await;
    let referral = Command::Refer(orders::Offered {
        unit: VILLAGE.parse().unwrap(),
        track: TrackKind::PeopleMediation,
        mode: handoff::Mode::Delegate,
        basis: "五(二)1".to_owned(),
    });
    office.give(1, referral).await;
    assert_eq!(office.found(VILLAGE, Role::Mediator, "金贵镇").await, [], "offered is not held");
    let epoch = office.node.desk_of(dispute(1)).await.desk.outstanding().unwrap().1.epoch;
    let accepted = handoff::Message::Accepted { epoch };
    office.node.receive(VILLAGE, dispute(1), &accepted, None).await;
    let found = office.found(VILLAGE, Role::Mediator, "金贵镇").await;
    assert_eq!(found.iter().map(number).collect::<Vec<_>>(), [1]);
    assert_eq!(found[0].responsible_unit, VILLAGE);
    assert_eq!(office.clerk("吕进财").await, [1], "the counter still finds what it held");
}

#[tokio::test]
async fn a_minor_is_found_by_name_only_by_those_who_handle_the_dispute() {
    let office = Office::open().await;
    office.registers(&Told { minor: true, ..tree(1) }).await;
    office.registers(&wages(2)).await;
    let above = "640122.centre";
    for query in ["吕进财", "ljc", "高万福", "树根", "吕"] {
        assert_eq!(office.clerk(query).await, [1], "{query}");
        assert_eq!(office.found(above, Role::Coordinator, query).await, [], "{query}");
    }
    let whole = &office.found(TOWN, Role::WindowClerk, "吕进财").await[0];
    assert!(!whole.masked && whole.parties[0].name == "吕进财");
    let seen = &office.found(above, Role::Coordinator, "贺信2026-0012 金贵镇").await[0];
    assert!(seen.masked, "found by its number");
    let shown = format!("{seen:?}");
    assert!(!["吕进财", "高万福", "柳树"].iter().any(|part| shown.contains(part)), "{shown}");
    let propose = |name: String| pb::ProposeDuplicatesRequest { name, ..Default::default() };
    let name = format!("cases/{}", case_id(dispute(1)));
    let call = office.call(propose(name), above, Role::Coordinator);
    let status = office.server.propose_duplicates(call).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
    office.registers(&tree(3)).await;
    let call =
        office.call(propose(format!("cases/{}", case_id(dispute(3)))), above, Role::Coordinator);
    let answer = office.server.propose_duplicates(call).await.unwrap().into_inner();
    assert_eq!(answer.candidates, [], "the minor's dispute is not told");
    let own = office.similar(propose(format!("cases/{}", case_id(dispute(3))))).await;
    assert_eq!(own.len(), 1);
}
