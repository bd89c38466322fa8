//! One risk case through every request, to its end.

use super::*;

fn open(signals: Vec<pb::RiskSignal>, why: &str) -> Asked {
    let (disputes, why) = (vec![dispute(7).to_string()], why.to_owned());
    wire::open_risk_case(&pb::OpenRiskCaseRequest {
        head: None,
        signals,
        disputes,
        why,
        at: at(8, 5),
    })
}

#[tokio::test]
async fn a_person_opens_below_the_thresholds_only_with_a_reason_and_signals_join_it_then() {
    let node = counter().await;
    let one = || vec![signal("complaint", 1)];
    let without = tried(&node, Role::WindowClerk, open(one(), "")).await;
    assert_eq!(name(without), "BELOW_THRESHOLD");
    let case = give(&node, Role::WindowClerk, open(one(), "家属情绪激动")).await;
    assert_eq!(risk(&node).await.why, "家属情绪激动");
    // What the counter hears of the same matter goes there.
    let incident = wire::report_incident(&pb::ReportIncidentRequest {
        signal: Some(signal("gathering", 29)),
        ..Default::default()
    });
    give(&node, Role::PoliceOfficer, incident).await;
    let raised = risk(&node).await;
    assert_eq!((state(&raised), raised.signals.len()), ("orange", 2));
    assert!(raised.why.contains("T-R-10"), "{}", raised.why);
    assert!(raised.signals[1].source.starts_with("incident/"));
    let more = pb::JoinRiskSignalRequest { head: on(case), signal: Some(signal("gathering", 30)) };
    give(&node, Role::WindowClerk, wire::join_risk_signal(&more)).await;
    assert_eq!(state(&risk(&node).await), "red");
    let levels: Vec<pb::RiskLevelSet> = events(&node, "RiskLevelSet").await;
    assert_eq!(
        levels.iter().map(|told| told.level.as_str()).collect::<Vec<_>>(),
        ["orange", "red"]
    );
    let stranger = pb::RiskSignal {
        against: String::new(),
        place: "640122109".to_owned(),
        ..signal("gathering", 30)
    };
    let join = pb::JoinRiskSignalRequest { head: on(case), signal: Some(stranger) };
    let refused = tried(&node, Role::WindowClerk, wire::join_risk_signal(&join)).await;
    assert_eq!(name(refused), "DOES_NOT_JOIN");
}

async fn investigated(node: &Node, case: CaseId) {
    let head = || on(case);
    let person = "staff-3".to_owned();
    let named = pb::NameInvestigatorRequest { head: head(), person, at: at(8, 10) };
    give(node, Role::CentreDirector, wire::name_investigator(&named)).await;
    let units = |codes: &[&str]| codes.iter().map(|code| format!("640122.{code}")).collect();
    let team = |codes: &[&str]| {
        wire::assemble_risk_team(&pb::AssembleRiskTeamRequest {
            head: head(),
            units: units(codes),
            at: at(8, 15),
        })
    };
    let refused = tried(node, Role::CentreDirector, team(&["hrss", "police"])).await;
    assert_eq!(name(refused), "TEAM_INCOMPLETE");
    give(node, Role::CentreDirector, team(&["hrss", "police", "trade_union"])).await;
    let contact = pb::RecordRiskContactRequest { head: head(), at: at(8, 20) };
    give(node, Role::Mediator, wire::record_risk_contact(&contact)).await;
    let finding = "拖欠三个月".to_owned();
    let found = pb::RecordRiskFindingRequest { head: head(), finding, at: at(8, 25) };
    give(node, Role::Mediator, wire::record_risk_finding(&found)).await;
}

async fn worked_off(node: &Node, case: CaseId) {
    let head = || on(case);
    let task = pb::AssignRiskTaskRequest {
        head: head(),
        unit: "640122.housing".to_owned(),
        what: "核查工资专户".to_owned(),
        due: Some(date_to(date(2026, 3, 13))),
        at: at(8, 30),
    };
    give(node, Role::CentreDirector, wire::assign_risk_task(&task)).await;
    let payment = pb::ExpectRiskPaymentRequest {
        head: head(),
        dispute: dispute(7).to_string(),
        people: 11,
        amount_fen: 9_000_000,
        due: Some(date_to(date(2026, 3, 20))),
        at: at(8, 31),
    };
    give(node, Role::Mediator, wire::expect_risk_payment(&payment)).await;
    let noted = |ended, minute| {
        wire::note_risk_incident(&pb::NoteRiskIncidentRequest {
            head: head(),
            ended,
            at: at(8, minute),
        })
    };
    give(node, Role::PoliceOfficer, noted(false, 32)).await;
    give(node, Role::PoliceOfficer, noted(true, 33)).await;
    let close = || {
        let why = "工资已全部支付".to_owned();
        wire::close_risk_case(&pb::CloseRiskCaseRequest { head: head(), why, at: at(8, 50) })
    };
    let refused = tried(node, Role::CentreDirector, close()).await;
    assert_eq!(name(refused), "TASKS_OPEN");
    let evidence = "专户流水".to_owned();
    let done = pb::ProveRiskTaskRequest { head: head(), task: 1, evidence, at: at(8, 34) };
    let done = || wire::prove_risk_task(&done);
    let stranger = answered(node, "640122.hrss", Role::DepartmentOfficer, done()).await;
    assert_eq!(name(stranger), "OTHER_UNIT");
    let own = view::tasks_of(&node.case(case).await, "640122.housing".parse().unwrap()).unwrap();
    assert_eq!((own.tasks.len(), own.signals.len(), own.payments.len()), (1, 0, 0));
    let none = view::tasks_of(&node.case(case).await, "640122.hrss".parse().unwrap()).unwrap();
    assert!(none.tasks.is_empty());
    answered(node, "640122.housing", Role::DepartmentOfficer, done()).await.unwrap();
    let refused = tried(node, Role::CentreDirector, close()).await;
    assert_eq!(name(refused), "PAYMENT_UNPROVED");
    let proof = "银行代发回单".to_owned();
    let paid = pb::ProveRiskPaymentRequest { head: head(), payment: 1, proof, at: at(8, 35) };
    give(node, Role::Mediator, wire::prove_risk_payment(&paid)).await;
    give(node, Role::CentreDirector, close()).await;
}

#[tokio::test]
async fn a_collective_wage_case_closes_with_its_trace_its_task_and_its_payment() {
    let node = counter().await;
    let workers = pb::RiskSignal { cause: "labour".to_owned(), ..signal("common_claim", 11) };
    let case = give(&node, Role::WindowClerk, open(vec![workers.clone()], "")).await;
    assert!(risk(&node).await.team_due);
    investigated(&node, case).await;
    let level = |level: &str| {
        let (level, why) = (level.to_owned(), "研判".to_owned());
        wire::set_risk_level(&pb::SetRiskLevelRequest { head: on(case), level, why, at: at(8, 26) })
    };
    give(&node, Role::CentreDirector, level("red")).await;
    give(&node, Role::CentreDirector, level("yellow")).await;
    worked_off(&node, case).await;
    let closed = risk(&node).await;
    assert_eq!(state(&closed), "closed");
    assert_eq!((closed.tasks[0].evidence.as_str(), closed.payments[0].people), ("专户流水", 11));
    assert!(node.clocks(case).await.iter().all(|clock| clock.3 != "running"));
    let told: Vec<pb::RiskCaseClosed> = events(&node, "RiskCaseClosed").await;
    assert_eq!(told[0].contact_minutes, 20);
    assert_eq!(events::<pb::RiskTaskGiven>(&node, "RiskTaskGiven").await[0].unit, "640122.housing");
    // What comes after the end is a new matter.
    let more = wire::report_incident(&pb::ReportIncidentRequest {
        signal: Some(workers),
        ..Default::default()
    });
    give(&node, Role::WindowClerk, more).await;
    assert_eq!(risks(&node).await.len(), 2);
}

#[tokio::test]
async fn a_rumour_is_found_to_be_none_and_a_late_contact_is_on_record() {
    let node = counter().await;
    let case = give(&node, Role::WindowClerk, open(vec![signal("online_call", 0)], "")).await;
    node.on(date(2026, 3, 12));
    assert!(node.ledger.sweep().await.unwrap() >= 2, "contact and watch are late");
    let lateness = node.facts().await.iter().filter(|fact| *fact == "lateness_found").count();
    assert!(lateness >= 2, "{lateness}");
    let unfounded = || {
        let finding = "无人聚集".to_owned();
        let now = Some(stamp(Moment::from_local(date(2026, 3, 12).at(9, 0, 0, 0))));
        let request = pb::FindRiskUnfoundedRequest { head: on(case), finding, at: now };
        wire::find_risk_unfounded(&request)
    };
    let refused = tried(&node, Role::CentreDirector, unfounded()).await;
    assert_eq!(name(refused), "NOT_CONTACTED");
    let contact = pb::RecordRiskContactRequest { head: on(case), at: at(8, 59) };
    give(&node, Role::Mediator, wire::record_risk_contact(&contact)).await;
    give(&node, Role::CentreDirector, unfounded()).await;
    assert_eq!(state(&risk(&node).await), "unfounded");
    assert!(node.clocks(case).await.iter().all(|clock| clock.3 != "running"));
}
