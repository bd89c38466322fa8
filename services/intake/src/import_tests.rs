//! Rows of a ledger through the counter's service: all or none, once, with their own day.

use std::sync::Arc;
use std::time::Duration;

use jiefen_ledger::serve::App;
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::wire::date_to;
use jiefen_ledger::{digest, hex};
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::config::AuthConfig;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{DisputeId, Role};
use jiff::civil::{Date, date};
use tonic::{Code, Request, Status};

use super::import;
use crate::{IntakeArea, case_id, view};

const COUNTER: &str = "640122101.centre";
const TODAY: Date = date(2026, 3, 11);
const SINCE: Date = date(2026, 1, 5);
const CANARY: &str = "金丝雀甲乙丙";

struct Counter {
    node: TestNode<IntakeArea>,
    app: App<IntakeArea>,
    issuer: Issuer,
}

impl Counter {
    async fn open() -> Counter {
        let node = TestNode::<IntakeArea>::start(COUNTER, TODAY).await;
        let config = AuthConfig::default();
        let (issuer, _) = Issuer::generate(&config).unwrap();
        let gate = Gate::with_keys(&config, node.ledger.agency(), &issuer.jwks()).unwrap();
        let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
        Counter { node, app, issuer }
    }

    fn signed<M>(&self, role: Role, message: M) -> Request<M> {
        let agency = self.node.ledger.agency();
        let token = self.issuer.token("clerk-1", agency, &[role], Duration::from_secs(60)).unwrap();
        let mut request = Request::new(message);
        request.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        request
    }

    async fn give(&self, rows: Vec<pb::LedgerRow>) -> Result<Vec<pb::ImportedRow>, Status> {
        self.ask(Role::WindowClerk, rows, false).await
    }

    async fn ask(
        &self,
        role: Role,
        rows: Vec<pb::LedgerRow>,
        validate_only: bool,
    ) -> Result<Vec<pb::ImportedRow>, Status> {
        // The rows name the request, as the verb does it.
        let keys: String = rows.iter().map(|row| format!("{} {},", row.row, row.key)).collect();
        let request_id = hex(&digest(keys.as_bytes()));
        let head = common::CommandHead { request_id, validate_only, ..Default::default() };
        let message = pb::ImportDisputesRequest { head: Some(head), file: "ab".repeat(32), rows };
        import(&self.app, &self.signed(role, message)).await.map(|answer| answer.rows)
    }

    async fn count(&self) -> usize {
        let facts = self.node.facts().await;
        facts.iter().filter(|fact| fact.contains("registered")).count()
    }
}

fn row(n: u32) -> pb::LedgerRow {
    let party = |no, role: &str| common::Party {
        no,
        name: format!("{CANARY}{n}"),
        role: role.to_owned(),
        kind: "person".to_owned(),
        ..Default::default()
    };
    pb::LedgerRow {
        row: n + 1,
        key: format!("key-{n}"),
        channel: "zz_town".to_owned(),
        number: format!("贺调{n}"),
        on: Some(date_to(SINCE)),
        content: Some(pb::Content {
            kind: "neighbour".to_owned(),
            place: "640122101202".to_owned(),
            summary: CANARY.to_owned(),
            parties: vec![party(1, "applicant"), party(2, "respondent")],
            people: 2,
            ..Default::default()
        }),
        identity: "none".to_owned(),
        identity_reason: "由原台账导入".to_owned(),
        kept: vec![pb::Kept { column: "备注".to_owned(), text: CANARY.to_owned() }],
    }
}

fn rows(numbers: std::ops::RangeInclusive<u32>) -> Vec<pb::LedgerRow> {
    numbers.map(row).collect()
}

fn outcomes(rows: &[pb::ImportedRow]) -> Vec<&str> {
    rows.iter().map(|row| row.outcome.as_str()).collect()
}

#[tokio::test]
async fn an_imported_dispute_is_registered_on_its_own_day_and_keeps_its_row() {
    let counter = Counter::open().await;
    let told = counter.give(rows(1..=1)).await.unwrap();
    assert_eq!(outcomes(&told), ["imported"]);
    let dispute: DisputeId = told[0].dispute.parse().unwrap();
    let view = counter.node.case(case_id(dispute)).await;
    assert_eq!(view.row.state, "registered");
    let shown = view::dispute(&view).unwrap();
    assert_eq!(shown.receipt, told[0].receipt);
    assert_eq!(shown.doors[0].on, Some(date_to(SINCE)));
    assert_eq!(shown.doors[0].number, "贺调1");
    let origin = shown.origin.unwrap();
    assert_eq!((origin.row, origin.kept[0].text.as_str()), (2, CANARY));
    let triage = counter.node.clocks(case_id(dispute)).await;
    let triage = triage.iter().find(|clock| clock.0 == "triage").unwrap();
    assert!(triage.2.starts_with("2026-01"), "counted from the day of registration: {triage:?}");
    assert!(counter.node.desk_of(dispute).await.desk.holds(), "the counter answers for it");
    for (dst, kind, payload) in counter.node.outbox().await {
        let text = String::from_utf8_lossy(&payload).into_owned();
        assert!(!text.contains(CANARY), "{kind} to {dst} carries what only the counter may know");
    }
}

#[tokio::test]
async fn one_wrong_row_keeps_all_rows_of_the_request_out_and_every_fault_is_told() {
    let counter = Counter::open().await;
    let mut all = rows(1..=4);
    all[1].channel = "pigeon".to_owned();
    all[1].content.as_mut().unwrap().people = 0;
    all[2].on = Some(date_to(date(2026, 3, 12)));
    let told = counter.give(all).await.unwrap();
    assert_eq!(outcomes(&told), ["valid", "wrong", "wrong", "valid"]);
    assert_eq!(told[1].faults[0].field, "channel");
    assert!(told[2].faults[0].problem.contains('〔'), "with its article: {:?}", told[2].faults);
    assert_eq!(counter.count().await, 0);
}

#[tokio::test]
async fn a_check_writes_nothing() {
    let counter = Counter::open().await;
    let told = counter.ask(Role::WindowClerk, rows(1..=3), true).await.unwrap();
    assert_eq!(outcomes(&told), ["valid"; 3]);
    assert_eq!(counter.count().await, 0);
}

/// After a cut the rows come again, in other company: each is one dispute all the same.
#[tokio::test]
async fn a_row_that_comes_again_is_the_same_dispute() {
    let counter = Counter::open().await;
    let first = counter.give(rows(1..=3)).await.unwrap();
    let again = counter.give(rows(1..=3)).await.unwrap();
    assert_eq!(outcomes(&again), ["already"; 3]);
    let others = counter.give(rows(2..=5)).await.unwrap();
    assert_eq!(outcomes(&others), ["already", "already", "imported", "imported"]);
    assert_eq!(others[0].dispute, first[1].dispute);
    let mut moved = row(1);
    moved.row = 77;
    assert_eq!(outcomes(&counter.give(vec![moved]).await.unwrap()), ["already"]);
    assert_eq!(counter.count().await, 5);
}

#[tokio::test]
async fn requests_with_the_same_rows_at_the_same_time_make_each_dispute_once() {
    let counter = Counter::open().await;
    let (one, two, three) = tokio::join!(
        counter.give(rows(1..=20)),
        counter.give(rows(5..=25)),
        counter.give(rows(1..=9))
    );
    let told = [one.unwrap(), two.unwrap(), three.unwrap()].concat();
    assert_eq!(told.iter().filter(|row| row.outcome == "imported").count(), 25);
    assert_eq!(counter.count().await, 25);
}

#[tokio::test]
async fn another_content_under_the_same_key_is_refused() {
    let counter = Counter::open().await;
    counter.give(rows(1..=1)).await.unwrap();
    let mut changed = row(1);
    changed.content.as_mut().unwrap().summary = "另一件事".to_owned();
    let told = counter.give(vec![changed, row(2)]).await.unwrap();
    assert_eq!(outcomes(&told), ["wrong", "valid"]);
    assert!(told[0].faults[0].problem.contains("已经导入"), "{:?}", told[0].faults);
    let twice = counter.give(vec![row(3), row(3)]).await.unwrap();
    assert_eq!(outcomes(&twice), ["valid", "wrong"]);
    assert_eq!(counter.count().await, 1);
}

/// The registers in which the rows are counted are many: they are loaded as the rows need them.
#[tokio::test]
async fn a_full_request_is_taken_in_by_a_node_that_has_just_started() {
    let counter = Counter::open().await;
    let told = counter.give(rows(1..=500)).await.unwrap();
    assert!(outcomes(&told).iter().all(|outcome| *outcome == "imported"));
    assert_eq!(counter.count().await, 500);
}

/// 排查风险 looks at what happens now: a ledger of old disputes is no wave of new ones.
#[tokio::test]
async fn old_rows_make_no_risk_of_today() {
    let risks = |facts: Vec<String>| facts.iter().filter(|fact| fact.contains("risk")).count();
    let of = |on: Date| {
        let mut all = rows(1..=30);
        for row in &mut all {
            row.on = Some(date_to(on));
            let content = row.content.as_mut().unwrap();
            content.parties[1].name = "同一被申请人".to_owned();
        }
        all
    };
    let counter = Counter::open().await;
    counter.give(of(date(2024, 1, 5))).await.unwrap();
    assert_eq!(risks(counter.node.facts().await), 0);
    let counter = Counter::open().await;
    counter.give(of(TODAY)).await.unwrap();
    assert_ne!(risks(counter.node.facts().await), 0, "as many registered today are");
}

#[tokio::test]
async fn only_the_counters_own_staff_may_import_and_not_too_much_at_once() {
    let counter = Counter::open().await;
    let refused = counter.ask(Role::Operator, rows(1..=1), false).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied);
    for rows in [vec![], rows(1..=501)] {
        let refused = counter.give(rows).await.unwrap_err();
        assert_eq!(refused.code(), Code::InvalidArgument);
    }
    assert_eq!(counter.count().await, 0);
}
