//! Risks, mass incidents and screenings through their requests, over a real database.

mod incident;
mod joining;
mod requests;
mod risk_case;
mod screening;

use jiefen_intake_rules::Case;
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::wire::{date_to, stamp};
use jiefen_ledger::{Answer, Error, Order, Request, read};
use jiefen_procedure::Actor;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{CaseId, DisputeId, Moment, Role};
use jiff::civil::{Date, date};

use super::{view, wire};
use crate::IntakeArea;

const TODAY: Date = date(2026, 3, 11);
/// What no announcement may contain.
const CANARY: &str = "金丝雀";
const COUNTY: &str = "640122.centre";

type Node = TestNode<IntakeArea>;
type Asked = Result<Parsed<IntakeArea>, Error>;

async fn counter() -> Node {
    Node::start(COUNTY, TODAY).await
}

fn number() -> u64 {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

fn dispute(n: u128) -> DisputeId {
    DisputeId::from_bits((0x0199 << 112) | n)
}

/// A request as staff of this node give it.
async fn tried(node: &Node, role: Role, parsed: Asked) -> Result<CaseId, Error> {
    let Parsed { case, command } = parsed?;
    node.command(case, command, role).await.map(|_| case)
}

async fn give(node: &Node, role: Role, parsed: Asked) -> CaseId {
    tried(node, role, parsed).await.unwrap()
}

/// A request as staff of another unit give it here for themselves.
async fn answered(
    node: &Node,
    unit: &str,
    role: Role,
    parsed: Asked,
) -> Result<Answer<IntakeArea>, Error> {
    let Parsed { case, command } = parsed?;
    let agency = unit.parse().unwrap();
    let request = Request {
        order: Order::Case { case, command },
        actor: Actor { agency, person: "staff-9".to_owned(), role },
        request_id: format!("unit-{}", number()),
        fingerprint: vec![],
        expected: None,
        seen: None,
        validate_only: false,
        trace: None,
    };
    node.ledger.execute(request).await
}

/// The name under which a request is refused by the law.
fn name<T>(outcome: Result<T, Error>) -> String {
    match outcome {
        Err(Error::Refused(refused)) => refused.name,
        Err(other) => format!("{other}"),
        Ok(_) => String::new(),
    }
}

fn on(case: CaseId) -> Option<common::CommandHead> {
    Some(common::CommandHead { name: format!("cases/{case}"), ..Default::default() })
}

/// A time of today.
fn at(hour: i8, minute: i8) -> Option<pbjson_types::Timestamp> {
    Some(stamp(Moment::from_local(TODAY.at(hour, minute, 0, 0))))
}

/// A signal over one heating firm in one township.
fn signal(kind: &str, people: u32) -> pb::RiskSignal {
    pb::RiskSignal {
        kind: kind.to_owned(),
        channel: "phone".to_owned(),
        against: format!("{CANARY}物业"),
        place: "640122101".to_owned(),
        cause: "property_management".to_owned(),
        people,
        at: at(8, 0),
        ..Default::default()
    }
}

/// The risk cases of the node, newest change first.
async fn risks(node: &Node) -> Vec<pb::RiskCase> {
    let store = node.ledger.store();
    let (found, _) = read::page_of::<IntakeArea>(store, "risk_case", false, 100, "").await.unwrap();
    found.iter().map(|found| view::risk_case(found).unwrap()).collect()
}

/// The one risk case of the node.
async fn risk(node: &Node) -> pb::RiskCase {
    let mut all = risks(node).await;
    assert_eq!(all.len(), 1, "one matter is one case");
    all.pop().unwrap()
}

fn state(risk: &pb::RiskCase) -> &str {
    &risk.head.as_ref().unwrap().state
}

/// The payloads of the events of this type, oldest first; none carries a name.
async fn events<M: prost::Message + Default>(node: &Node, kind: &str) -> Vec<M> {
    let mut found = Vec::new();
    for (dst, of, payload) in node.outbox().await {
        let names = String::from_utf8_lossy(&payload).contains(CANARY);
        assert!(dst != "evt" || !names, "{of} carries a name");
        if of == format!("jiefen.intake.v1.{kind}") {
            found.push(M::decode(payload.as_slice()).unwrap());
        }
    }
    found
}

async fn case_of(node: &Node, risk: &pb::RiskCase) -> CaseId {
    let case = risk.head.as_ref().unwrap().name.strip_prefix("cases/").unwrap().parse().unwrap();
    assert!(matches!(node.case(case).await.state, Case::RiskCase(_)));
    case
}
