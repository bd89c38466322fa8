//! Every verb reads a right request and names each wrong field of a wrong one.

use jiefen_assessment_rules::{Command, Indicator, order, sheet};
use jiefen_ledger::Error;
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::date_to;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_proto::jiefen::common::v1::CommandHead;

use super::{HOUSING, case, dispute, sep};
use crate::{AssessmentArea, order_id, wire};

type Outcome = Result<Parsed<AssessmentArea>, Error>;

fn head() -> Option<CommandHead> {
    let (name, request_id) = (format!("cases/{}", case(1)), "r1".to_owned());
    Some(CommandHead { name, request_id, ..CommandHead::default() })
}

fn key() -> Option<pb::FigureKey> {
    Some(pb::FigureKey { indicator: s("M-03"), variant: s("concluded") })
}

fn s(text: &str) -> String {
    text.to_owned()
}

/// The names of the fields that were found wrong, sorted.
fn wrong<T>(outcome: Result<T, Error>) -> Vec<String> {
    let Err(Error::Invalid(faults)) = outcome else { return vec![] };
    let mut fields: Vec<String> = faults.into_iter().map(|fault| fault.field).collect();
    fields.sort();
    fields
}

fn is(outcome: Outcome, expected: impl Into<Command>) {
    let parsed = outcome.unwrap();
    assert_eq!((parsed.case, parsed.command), (case(1), expected.into()));
}

/// A right request and what it means; of an empty one the fields that are missing.
macro_rules! reads {
    ($verb:ident($request:ident { $($field:ident: $value:expr),* }) => $command:expr, $missing:expr) => {
        #[test]
        fn $verb() {
            is(wire::$verb(&pb::$request { head: head(), $($field: $value),* }), $command);
            assert_eq!(wrong(wire::$verb(&pb::$request::default())), Vec::<&str>::from($missing));
        }
    };
}

reads! { correct_sheet(CorrectSheetRequest { figure: key(), after: Some(pb::Numbers { numerator: 1, denominator: 2 }), reason: s("重复") }) => sheet::Command::Correct { indicator: Indicator::Mediation, variant: s("concluded"), after: (1, 2), reason: s("重复") }, ["after", "figure", "head.name", "reason"] }

reads! { appeal_sheet(AppealSheetRequest { figure: key(), dispute: dispute(1).to_string(), reason: s("不是") }) => sheet::Command::Appeal { indicator: Indicator::Mediation, variant: s("concluded"), dispute: Some(dispute(1)), reason: s("不是") }, ["figure", "head.name", "reason"] }

reads! { decide_appeal(DecideAppealRequest { appeal: 2, after: None, reason: s("不成立") }) => sheet::Command::DecideAppeal { appeal: 2, after: None, reason: s("不成立") }, ["appeal", "head.name", "reason"] }

reads! { sign_sheet(SignSheetRequest {}) => sheet::Command::Sign, ["head.name"] }

reads! { sign_order(SignOrderRequest {}) => order::Command::Sign, ["head.name"] }

reads! { withdraw_order(WithdrawOrderRequest { reason: s("有误") }) => order::Command::Withdraw { reason: s("有误") }, ["head.name", "reason"] }

reads! { answer_order(AnswerOrderRequest { measures: s("已办") }) => order::Command::Answer { measures: s("已办") }, ["head.name", "measures"] }

reads! { circulate_order(CirculateOrderRequest { text: s("通报") }) => order::Command::Circulate { text: s("通报") }, ["head.name", "text"] }

reads! { verify_order(VerifyOrderRequest { performed: true, finding: s("属实") }) => order::Command::Verify { performed: true, finding: s("属实") }, ["finding", "head.name"] }

#[test]
fn a_draft_is_named_by_its_request() {
    let draft = pb::DraftOrderRequest {
        head: head(),
        unit: s(HOUSING),
        ground: s("M-07"),
        disputes: vec![dispute(1).to_string()],
        demand: s("答复"),
    };
    let parsed = wire::draft_order(&draft).unwrap();
    assert_eq!(parsed.case, order_id(HOUSING.parse().unwrap(), "r1"));
    let none = wire::draft_order(&pb::DraftOrderRequest::default());
    assert_eq!(wrong(none), ["demand", "disputes", "ground", "head.request_id", "unit"]);
    let bad = pb::DraftOrderRequest { disputes: vec![s("x")], unit: s("housing"), ..draft };
    assert_eq!(wrong(wire::draft_order(&bad)), ["disputes[0]", "unit"]);
}

#[test]
fn a_period_has_two_days_in_order() {
    let days = |from, to| pb::Period { from: Some(date_to(from)), to: Some(date_to(to)) };
    let ask = |period| pb::ComputeIndicatorsRequest { period, ..Default::default() };
    assert!(wire::compute_indicators(&ask(Some(days(sep(1), sep(30))))).is_ok());
    assert_eq!(wrong(wire::compute_indicators(&ask(Some(days(sep(2), sep(1)))))), ["period.to"]);
    assert_eq!(wrong(wire::compute_indicators(&ask(None))), ["period"]);
    let scope = pb::Scope { region: s("x"), agency: s("y"), kind: s("z") };
    let population = Some(pb::Population::default());
    let bad = pb::ComputeIndicatorsRequest { scope: Some(scope), population, ..Default::default() };
    let fields = [
        "period",
        "population.as_of",
        "population.resident",
        "population.source",
        "scope.agency",
        "scope.kind",
        "scope.region",
    ];
    assert_eq!(wrong(wire::compute_indicators(&bad)), fields);
    assert_eq!(wrong(wire::list_orders_due(&pb::ListOrdersDueRequest::default())), ["period"]);
    let freeze = pb::FreezeSheetRequest { unit: s("x"), ..Default::default() };
    assert_eq!(wrong(wire::freeze_sheet(&freeze)), ["period", "unit"]);
    let none = pb::RecomputeSheetRequest::default();
    assert_eq!(wrong(wire::recompute_sheet(&none)), ["head.name"]);
    let key = Some(pb::FigureKey { indicator: s("M-99"), variant: String::new() });
    let bad =
        pb::AppealSheetRequest { head: head(), figure: key, reason: s("r"), ..Default::default() };
    assert_eq!(wrong(wire::appeal_sheet(&bad)), ["figure.indicator", "figure.variant"]);
}
