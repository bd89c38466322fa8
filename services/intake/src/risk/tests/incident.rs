//! One mass incident through every request: warned, called out, ended, reviewed.

use super::*;

async fn incident(node: &Node, case: CaseId) -> pb::Incident {
    view::incident(&node.case(case).await).unwrap()
}

fn lanes() -> Vec<pb::IncidentLane> {
    let lane = |lane: &str, unit: &str| pb::IncidentLane {
        lane: lane.to_owned(),
        unit: format!("640122.{unit}"),
        person: "值班负责人".to_owned(),
        ..Default::default()
    };
    vec![lane("on_site", "police"), lane("area", "centre"), lane("information", "publicity")]
}

fn state(incident: &pb::Incident) -> &str {
    &incident.head.as_ref().unwrap().state
}

fn reported(signal: pb::RiskSignal) -> Asked {
    let (signal, disputes) = (Some(signal), vec![]);
    wire::report_incident(&pb::ReportIncidentRequest { head: None, signal, disputes })
}

async fn warned(node: &Node) -> CaseId {
    let case = give(node, Role::WindowClerk, reported(signal("common_claim", 20))).await;
    assert_eq!(state(&incident(node, case).await), "signalled");
    let verify = pb::VerifyIncidentRequest {
        head: on(case),
        holds: true,
        level: "yellow".to_owned(),
        finding: "业主群有人号召".to_owned(),
        at: at(8, 1),
    };
    give(node, Role::CentreDirector, wire::verify_incident(&verify)).await;
    let contact = pb::RecordIncidentContactRequest { head: on(case), at: at(8, 2) };
    give(node, Role::Mediator, wire::record_incident_contact(&contact)).await;
    let call = pb::RiskSignal { at: at(8, 3), ..signal("online_call", 0) };
    let join = pb::JoinIncidentSignalRequest { head: on(case), signal: Some(call) };
    give(node, Role::WindowClerk, wire::join_incident_signal(&join)).await;
    let warned = incident(node, case).await;
    assert_eq!((state(&warned), warned.owed_since), ("orange", at(8, 3)));
    case
}

async fn called_out(node: &Node, case: CaseId) {
    let prepare = pb::PrepareLanesRequest { head: on(case), lanes: lanes(), at: at(8, 4) };
    give(node, Role::CentreDirector, wire::prepare_lanes(&prepare)).await;
    let up = |people, minute| {
        wire::report_up(&pb::ReportUpRequest {
            head: on(case),
            to: "640100".to_owned(),
            skips: String::new(),
            text: "某小区业主拟聚集，已派人劝解".to_owned(),
            people,
            at: at(8, minute),
        })
    };
    assert_eq!(name(tried(node, Role::CentreDirector, up(19, 5)).await), "FALSE_FIGURE");
    give(node, Role::CentreDirector, up(20, 5)).await;
    let (level, why) = ("red".to_owned(), "人数增加".to_owned());
    let red = pb::SetIncidentLevelRequest { head: on(case), level, why, at: at(8, 6) };
    give(node, Role::CentreDirector, wire::set_incident_level(&red)).await;
    give(node, Role::CentreDirector, up(20, 7)).await;
    let commander = "副县长".to_owned();
    let out = pb::CallOutRequest { head: on(case), lanes: vec![], commander, at: at(8, 8) };
    give(node, Role::CentreDirector, wire::call_out(&out)).await;
    give(node, Role::CentreDirector, up(20, 9)).await;
    for lane in lanes() {
        let came = pb::RecordArrivalRequest { head: on(case), unit: lane.unit, at: at(8, 10) };
        give(node, Role::PoliceOfficer, wire::record_arrival(&came)).await;
    }
    assert_eq!(state(&incident(node, case).await), "on_site");
}

async fn ended(node: &Node, case: CaseId) {
    let measure = |kind: &str| {
        let (kind, why) = (kind.to_owned(), "道路被堵".to_owned());
        wire::take_measure(&pb::TakeMeasureRequest { head: on(case), kind, why, at: at(8, 11) })
    };
    let refused = tried(node, Role::DepartmentOfficer, measure("guard")).await;
    assert_eq!(name(refused), "POLICE_ONLY");
    give(node, Role::PoliceOfficer, measure("guard")).await;
    let text = "人群开始散去".to_owned();
    let situation = pb::ReportSituationRequest { head: on(case), people: 25, text, at: at(8, 12) };
    give(node, Role::PoliceOfficer, wire::report_situation(&situation)).await;
    for lane in lanes() {
        let result = "已完成".to_owned();
        let close = pb::CloseLaneRequest { head: on(case), lane: lane.lane, result, at: at(8, 13) };
        give(node, Role::PoliceOfficer, wire::close_lane(&close)).await;
    }
    let down = || {
        let why = "诉求转入调解".to_owned();
        wire::stand_down(&pb::StandDownRequest { head: on(case), why, at: at(8, 15) })
    };
    assert_eq!(name(tried(node, Role::CentreDirector, down()).await), "NO_DISPUTE");
    let behind = dispute(7).to_string();
    let link = pb::LinkIncidentDisputeRequest { head: on(case), dispute: behind, at: at(8, 14) };
    give(node, Role::WindowClerk, wire::link_incident_dispute(&link)).await;
    give(node, Role::CentreDirector, down()).await;
}

#[tokio::test]
async fn an_incident_is_warned_of_called_out_ended_and_reviewed() {
    let node = counter().await;
    let case = warned(&node).await;
    called_out(&node, case).await;
    ended(&node, case).await;
    let review = |trace| {
        wire::review_incident(&pb::ReviewIncidentRequest {
            head: on(case),
            cause: "物业费上涨".to_owned(),
            lessons: "提前公示".to_owned(),
            trace,
            data_settled: true,
            at: at(8, 30),
        })
    };
    assert_eq!(name(tried(&node, Role::CentreDirector, review(vec![])).await), "TRACE_MISSING");
    let sign = pb::EarlierSign {
        dispute: dispute(7).to_string(),
        held_by: "640122101.centre".to_owned(),
        since: at(7, 0),
        done: "两次调解".to_owned(),
    };
    give(&node, Role::CentreDirector, review(vec![sign])).await;
    let whole = incident(&node, case).await;
    assert_eq!((state(&whole), whole.people, whole.reports.len()), ("reviewed", 25, 3));
    assert!(whole.lanes.iter().all(|lane| lane.arrived.is_some() && lane.result == "已完成"));
    assert_eq!(whole.measures[0].kind, "guard");
    let told = &whole.situations[0];
    assert_eq!(
        (told.text.as_str(), told.at, whole.called_at),
        ("人群开始散去", at(8, 12), at(8, 8))
    );
    assert_eq!((whole.end_why.as_str(), whole.end_at), ("诉求转入调解", at(8, 15)));
    assert_eq!((whole.cause.as_str(), whole.trace[0].since), ("物业费上涨", at(7, 0)));
    for kind in ["IncidentSignalled", "IncidentCalledOut", "IncidentStoodDown", "IncidentReviewed"]
    {
        assert_eq!(events::<pb::IncidentStoodDown>(&node, kind).await.len(), 1, "{kind}");
    }
    let up: Vec<pb::IncidentReportedUp> = events(&node, "IncidentReportedUp").await;
    assert_eq!((up.len(), up[0].to.as_str(), up[0].minutes), (3, "640100", 2));
    assert!(view::risk_case(&node.case(case).await).is_err());
}

#[tokio::test]
async fn a_warning_is_lifted_when_nothing_happens_and_a_rumour_is_none() {
    let node = counter().await;
    let case = warned(&node).await;
    let lift = || {
        let why = "业委会已约定协商".to_owned();
        wire::lift_warning(&pb::LiftWarningRequest { head: on(case), why, at: at(8, 40) })
    };
    assert_eq!(name(tried(&node, Role::CentreDirector, lift()).await), "REPORT_OWED");
    let up = wire::report_up(&pb::ReportUpRequest {
        head: on(case),
        to: "640100".to_owned(),
        text: "已劝解".to_owned(),
        people: 20,
        at: at(8, 35),
        ..Default::default()
    });
    give(&node, Role::CentreDirector, up).await;
    give(&node, Role::CentreDirector, lift()).await;
    let told: Vec<pb::IncidentLifted> = events(&node, "IncidentLifted").await;
    assert_eq!(told[0].contact_minutes, 2);
    let lifted = incident(&node, case).await;
    assert_eq!((lifted.end_why.as_str(), lifted.end_at), ("业委会已约定协商", at(8, 40)));
    let rumour = pb::RiskSignal { place: "640122109".to_owned(), ..signal("complaint", 1) };
    let rumour = give(&node, Role::WindowClerk, reported(rumour)).await;
    let verify = pb::VerifyIncidentRequest {
        head: on(rumour),
        holds: false,
        finding: "无此事".to_owned(),
        at: at(8, 45),
        ..Default::default()
    };
    give(&node, Role::CentreDirector, wire::verify_incident(&verify)).await;
    let rumour = incident(&node, rumour).await;
    assert_eq!((state(&rumour), rumour.end_why.as_str()), ("unfounded", "无此事"));
}
