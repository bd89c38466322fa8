//! The service as the office, its leader and the units call it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use jiefen_ledger::serve::App;
use jiefen_ledger::wire::date_to;
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::config::AuthConfig;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_proto::jiefen::assessment::v1::assessment_service_server::AssessmentService;
use jiefen_proto::jiefen::common::v1::{CaseHead, CommandHead};
use jiefen_vocab::Role;
use jiff::civil::{Date, date};
use tonic::{Code, Request};

use super::{COURT, HOUSING, MEDIATION, Node, OFFICE, dispute, filed, hear, node, sep, september};
use crate::grpc;

const TODAY: Date = date(2026, 10, 12);

struct Office {
    server: grpc::Server,
    issuer: Issuer,
    node: Node,
}

impl Office {
    async fn open() -> Office {
        let node = node(TODAY, &september()).await;
        let config = AuthConfig::default();
        let (issuer, _) = Issuer::generate(&config).unwrap();
        let gate = Gate::with_keys(&config, node.ledger.agency(), &issuer.jwks()).unwrap();
        let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
        Office { server: grpc::Server(app), issuer, node }
    }

    /// A call of a person in a role of a unit.
    fn call<M>(&self, message: M, who: &str, role: Role) -> Request<M> {
        let (unit, person) = who.split_once('/').unwrap();
        let unit = unit.parse().unwrap();
        let token = self.issuer.token(person, unit, &[role], Duration::from_secs(60)).unwrap();
        let mut call = Request::new(message);
        call.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        call
    }

    async fn freeze(&self, unit: &str) -> CaseHead {
        let request = pb::FreezeSheetRequest {
            head: head("", &format!("freeze-{unit}")),
            unit: unit.to_owned(),
            period: period(),
            cut_off: None,
            population: Some(population()),
        };
        let call = self.call(request, ASSESSOR, Role::Assessor);
        self.server.freeze_sheet(call).await.unwrap().into_inner().case.unwrap()
    }

    async fn sheet(&self, name: &str) -> pb::Sheet {
        let get = pb::GetSheetRequest { name: name.to_owned() };
        let call = self.call(get, ASSESSOR, Role::Assessor);
        self.server.get_sheet(call).await.unwrap().into_inner().sheet.unwrap()
    }

    async fn recompute(&self, name: &str, request_id: &str) -> pb::Sheet {
        let request = pb::RecomputeSheetRequest { head: head(name, request_id) };
        let call = self.call(request, ASSESSOR, Role::Assessor);
        self.server.recompute_sheet(call).await.unwrap();
        self.sheet(name).await
    }
}

const ASSESSOR: &str = "640122.assessment/a1";
const LEADER: &str = "640122.assessment/l1";

fn head(name: &str, request_id: &str) -> Option<CommandHead> {
    let (name, request_id) = (name.to_owned(), request_id.to_owned());
    Some(CommandHead { name, request_id, ..CommandHead::default() })
}

fn period() -> Option<pb::Period> {
    Some(pb::Period { from: Some(date_to(sep(1))), to: Some(date_to(sep(30))) })
}

fn population() -> pb::Population {
    pb::Population {
        resident: 300_000,
        floating: 100_000,
        as_of: Some(date_to(date(2026, 1, 1))),
        source: "统计公报".to_owned(),
    }
}

fn concluded() -> Option<pb::FigureKey> {
    Some(pb::FigureKey { indicator: "M-03".to_owned(), variant: "concluded".to_owned() })
}

#[tokio::test]
async fn a_figure_shows_its_formula_its_inputs_and_its_disputes() {
    let office = Office::open().await;
    let ask = |population| pb::ComputeIndicatorsRequest {
        period: period(),
        population,
        ..pb::ComputeIndicatorsRequest::default()
    };
    let call = office.call(ask(Some(population())), ASSESSOR, Role::Assessor);
    let answer = office.server.compute_indicators(call).await.unwrap().into_inner();
    let find = |figures: &[pb::Figure], indicator: &str, variant: &str| {
        let same = |f: &&pb::Figure| f.indicator == indicator && f.variant == variant;
        figures.iter().find(same).cloned().unwrap()
    };
    let figure = find(&answer.figures, "M-03", "concluded");
    assert_eq!((figure.numerator, figure.denominator, figure.version), (4, 7, 1));
    assert_eq!((figure.value, figure.text.as_str()), (Some(5714), "57.14%"));
    assert!(figure.formula.contains('÷') && figure.numerator_disputes.len() == 4);
    assert!(figure.denominator_disputes.contains(&dispute(5).to_string()));
    let cut_off = answer.cut_off.unwrap();
    assert_eq!(cut_off.high_water, september().len() as u64);
    assert_eq!(cut_off.inputs.len(), 4);

    let call = office.call(ask(None), ASSESSOR, Role::Assessor);
    let answer = office.server.compute_indicators(call).await.unwrap().into_inner();
    let figure = find(&answer.figures, "M-01", "A");
    assert_eq!((figure.unit.as_str(), figure.value), ("no_data", None), "no data stays no data");
    let call = office.call(ask(None), &format!("{COURT}/j1"), Role::Judge);
    let barred = office.server.compute_indicators(call).await.unwrap_err();
    assert_eq!(barred.code(), Code::PermissionDenied);
}

#[tokio::test]
async fn a_sheet_is_frozen_recomputed_corrected_appealed_and_signed() {
    let mut office = Office::open().await;
    let frozen = office.freeze(MEDIATION).await;
    assert_eq!(
        office.freeze(MEDIATION).await.etag,
        frozen.etag,
        "the same request changes nothing"
    );
    let name = frozen.name;
    for event in filed(9, sep(28)) {
        hear(&mut office.node, &event).await;
    }
    let sheet = office.recompute(&name, "c1").await;
    assert!(sheet.checked_on.is_some() && sheet.differences.is_empty(), "{:?}", sheet.differences);
    assert_eq!(sheet.population.unwrap().resident, 300_000);

    let unit = format!("{MEDIATION}/m1");
    let get = pb::GetSheetRequest { name: name.clone() };
    let own = office.call(get.clone(), &unit, Role::MediationHead);
    assert!(office.server.get_sheet(own).await.is_ok(), "the unit reads its own sheet");
    let other = office.call(get, &format!("{COURT}/j1"), Role::CourtPresident);
    let barred = office.server.get_sheet(other).await.unwrap_err();
    assert_eq!(barred.code(), Code::PermissionDenied);

    let appeal = pb::AppealSheetRequest {
        head: head(&name, "a1"),
        figure: concluded(),
        dispute: dispute(5).to_string(),
        reason: "不是本单位承办".to_owned(),
    };
    let call = office.call(appeal.clone(), &format!("{COURT}/p1"), Role::CourtPresident);
    let stranger = office.server.appeal_sheet(call).await.unwrap_err();
    assert_eq!(stranger.code(), Code::FailedPrecondition);
    let call = office.call(appeal.clone(), &unit, Role::Mediator);
    assert_eq!(office.server.appeal_sheet(call).await.unwrap_err().code(), Code::PermissionDenied);
    office.server.appeal_sheet(office.call(appeal, &unit, Role::MediationHead)).await.unwrap();
    let decide = pb::DecideAppealRequest {
        head: head(&name, "d1"),
        appeal: 1,
        after: Some(pb::Numbers { numerator: 4, denominator: 6 }),
        reason: "经查属实".to_owned(),
    };
    office.server.decide_appeal(office.call(decide, ASSESSOR, Role::Assessor)).await.unwrap();

    office.node.on(date(2027, 1, 15));
    assert!(office.node.ledger.sweep().await.unwrap() >= 1, "the appeal window ends");
    let sign = || pb::SignSheetRequest { head: head(&name, "s1") };
    office.server.sign_sheet(office.call(sign(), LEADER, Role::Leader)).await.unwrap();
    let sheet = office.recompute(&name, "c2").await;
    assert_eq!(sheet.head.unwrap().state, "signed");
    assert_eq!((sheet.signed_by.as_str(), sheet.frozen_by.as_str()), ("l1", "a1"));
    assert_eq!(sheet.corrections[0].after, Some(pb::Numbers { numerator: 4, denominator: 6 }));
    assert!(sheet.appeals[0].upheld && sheet.differences.is_empty());
    let figure = sheet.figures.iter().find(|f| f.variant == "concluded").unwrap();
    assert_eq!(figure.denominator, 7, "what was frozen stays");
}

#[tokio::test]
async fn the_office_lists_every_sheet_and_a_unit_its_own_and_the_countys() {
    let office = Office::open().await;
    for unit in ["", MEDIATION, HOUSING] {
        office.freeze(unit).await;
    }
    let list = |who: &str, role| {
        let call = office.call(pb::ListSheetsRequest::default(), who, role);
        let asked = office.server.list_sheets(call);
        async {
            let sheets = asked.await.unwrap().into_inner().sheets;
            assert!(sheets.iter().all(|sheet| sheet.figures.is_empty()), "a list has no figures");
            // Of one moment there is no first.
            sheets.into_iter().map(|sheet| sheet.unit).collect::<BTreeSet<_>>()
        }
    };
    let leader = list(LEADER, Role::Leader).await;
    assert_eq!(leader, ["", MEDIATION, HOUSING].map(str::to_owned).into());
    let unit = format!("{MEDIATION}/m1");
    assert_eq!(list(&unit, Role::MediationHead).await, ["", MEDIATION].map(str::to_owned).into());
    let signed = pb::ListSheetsRequest { page_size: 1, ..Default::default() };
    let call = office.call(signed, LEADER, Role::Leader);
    let first = office.server.list_sheets(call).await.unwrap().into_inner();
    assert!(first.sheets.len() == 1 && !first.next_page_token.is_empty());
}

#[tokio::test]
async fn an_order_is_drafted_signed_answered_and_verified() {
    let office = Office::open().await;
    let due = pb::ListOrdersDueRequest { period: period(), threshold: 0 };
    let call = office.call(due, ASSESSOR, Role::Assessor);
    let due = office.server.list_orders_due(call).await.unwrap().into_inner().due;
    assert_eq!((due[0].unit.as_str(), due[0].disputes.len()), (HOUSING, 3));
    let draft = pb::DraftOrderRequest {
        head: head("", "o1"),
        unit: HOUSING.to_owned(),
        ground: "M-07 逾期未答复".to_owned(),
        disputes: due[0].disputes.clone(),
        demand: "五个工作日内答复".to_owned(),
    };
    let call = office.call(draft, ASSESSOR, Role::Assessor);
    let name = office.server.draft_order(call).await.unwrap().into_inner().case.unwrap().name;
    let unit = format!("{HOUSING}/h1");
    let get = || pb::GetOrderRequest { name: name.clone() };
    let early = office.server.get_order(office.call(get(), &unit, Role::MediationHead)).await;
    assert_eq!(early.unwrap_err().code(), Code::PermissionDenied, "a draft is not the unit's yet");
    let sign = pb::SignOrderRequest { head: head(&name, "o2") };
    office.server.sign_order(office.call(sign, LEADER, Role::Leader)).await.unwrap();
    let answer = |id| pb::AnswerOrderRequest {
        head: head(&name, id),
        measures: "已逐件接收".to_owned(),
    };
    let call = office.call(answer("o3"), &format!("{COURT}/p1"), Role::CourtPresident);
    let stranger = office.server.answer_order(call).await.unwrap_err();
    assert_eq!(stranger.code(), Code::FailedPrecondition);
    let call = office.call(answer("o4"), &unit, Role::MediationHead);
    office.server.answer_order(call).await.unwrap();
    let verify = pb::VerifyOrderRequest {
        head: head(&name, "o5"),
        performed: true,
        finding: "属实".to_owned(),
    };
    office.server.verify_order(office.call(verify, ASSESSOR, Role::Assessor)).await.unwrap();
    let call = office.call(get(), &unit, Role::MediationHead);
    let order = office.server.get_order(call).await.unwrap().into_inner().order.unwrap();
    assert_eq!(order.head.unwrap().state, "verified");
    assert_eq!((order.signed_by.as_str(), order.answered_by.as_str()), ("l1", "h1"));
    let kinds: Vec<String> = office.node.outbox().await.into_iter().map(|row| row.1).collect();
    for kind in ["OrderSigned", "OrderAnswered", "PerformanceVerified"] {
        assert!(kinds.contains(&format!("jiefen.assessment.v1.{kind}")), "{kind}: {kinds:?}");
    }
    assert_eq!(office.node.ledger.agency().to_string(), OFFICE);
    assert_eq!(office.node.parked().await, []);
}
