//! Wrong requests by field.

use super::*;

fn wrong(outcome: Asked) -> Vec<String> {
    match outcome {
        Err(Error::Invalid(faults)) => faults.into_iter().map(|fault| fault.field).collect(),
        Err(other) => panic!("{other}"),
        Ok(_) => vec![],
    }
}

#[test]
fn a_wrong_signal_names_every_wrong_field_at_once() {
    let bad = pb::RiskSignal {
        kind: "rumour".to_owned(),
        channel: "pigeon".to_owned(),
        place: "64O122".to_owned(),
        cause: "labor".to_owned(),
        dispute: "01jx".to_owned(),
        against: "某".repeat(201),
        source: "dispute/1/threat".to_owned(),
        ..Default::default()
    };
    let signals = vec![signal("complaint", 1), bad];
    let open = pb::OpenRiskCaseRequest { signals, at: at(8, 0), ..Default::default() };
    let fields = ["kind", "channel", "place", "cause", "at", "dispute", "against", "source"];
    let expected: Vec<_> = fields.iter().map(|field| format!("signals[1].{field}")).collect();
    assert_eq!(wrong(wire::open_risk_case(&open)), expected);
    assert_eq!(wrong(wire::open_risk_case(&Default::default())), ["signals", "at"]);
    let head = on(CaseId::from_bits(1));
    let none = pb::JoinRiskSignalRequest { head, signal: None };
    assert_eq!(wrong(wire::join_risk_signal(&none)), ["signal"]);
    assert_eq!(wrong(wire::join_risk_signal(&Default::default())), ["signal"]);
}

#[test]
fn a_value_outside_its_list_is_refused_with_the_list() {
    let head = || on(CaseId::from_bits(1));
    let said = |outcome: Asked| match outcome {
        Err(Error::Invalid(faults)) => format!("{} {}", faults[0].field, faults[0].problem),
        Err(other) => panic!("{other}"),
        Ok(_) => String::new(),
    };
    let (level, why) = ("purple".to_owned(), "x".to_owned());
    let set = pb::SetRiskLevelRequest { head: head(), level, why, at: at(8, 0) };
    assert!(said(wire::set_risk_level(&set)).contains("yellow、orange、red"));
    let lanes = vec![pb::IncidentLane {
        lane: "left".to_owned(),
        unit: "640122.police".to_owned(),
        person: "x".to_owned(),
        ..Default::default()
    }];
    let prepare = pb::PrepareLanesRequest { head: head(), lanes, at: at(8, 0) };
    let said_lane = said(wire::prepare_lanes(&prepare));
    assert!(said_lane.starts_with("lanes[0].lane") && said_lane.contains("on_site"), "{said_lane}");
    let plan = pb::PlanScreeningRequest { rounds: 61, ..Default::default() };
    assert_eq!(wrong(wire::plan_screening(&plan)), ["mode", "theme", "rounds"]);
    assert!(wire::sign_screening(&Default::default()).is_err(), "a command names its case");
}
