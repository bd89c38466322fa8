//! A screening through its requests: units report or sign, who is silent is overdue, findings go on.

use super::*;
use crate::case_id;

const TOWN: &str = "640122101.centre";
const OTHER: &str = "640122102.centre";

fn planned(rounds: u32) -> Asked {
    wire::plan_screening(&pb::PlanScreeningRequest {
        head: None,
        mode: "campaign".to_owned(),
        theme: "节前欠薪".to_owned(),
        units: vec![TOWN.to_owned(), OTHER.to_owned()],
        rounds,
    })
}

fn finding(case: CaseId, people: u32, signal_only: bool) -> Asked {
    wire::report_finding(&pb::ReportFindingRequest {
        head: on(case),
        round: 1,
        place: "640122101203".to_owned(),
        kind: "labour".to_owned(),
        people,
        summary: CANARY.to_owned(),
        signal_only,
    })
}

fn none(case: CaseId, round: u32, signed_by: &str) -> Asked {
    let signed_by = signed_by.to_owned();
    wire::sign_none_found(&pb::SignNoneFoundRequest { head: on(case), round, signed_by })
}

async fn begun(node: &Node, rounds: u32) -> CaseId {
    let case = give(node, Role::WindowClerk, planned(rounds)).await;
    let early = answered(node, TOWN, Role::CentreDirector, none(case, 1, "head-1")).await;
    assert_eq!(name(early), "NOT_SIGNED");
    let sign = pb::SignScreeningRequest { head: on(case) };
    give(node, Role::CentreDirector, wire::sign_screening(&sign)).await;
    case
}

async fn screening(node: &Node, case: CaseId) -> pb::Screening {
    view::screening_for(&node.case(case).await, None).unwrap()
}

#[tokio::test]
async fn a_finding_is_registered_as_a_dispute_that_leads_back_to_it() {
    let node = counter().await;
    let case = begun(&node, 1).await;
    answered(&node, TOWN, Role::WindowClerk, finding(case, 3, false)).await.unwrap();
    let shown = screening(&node, case).await;
    let found = &shown.findings[0];
    assert_eq!((found.no, found.unit.as_str(), found.people), (1, TOWN, 3));
    let dispute: DisputeId = found.dispute.parse().unwrap();
    let detected = crate::view::dispute(&node.case(case_id(dispute)).await).unwrap();
    assert_eq!(detected.head.as_ref().unwrap().state, "detected");
    assert_eq!(detected.doors[0].number, format!("screening/{case}/1"));
    assert_eq!(detected.content.unwrap().summary, CANARY);
    assert!(node.desk_of(dispute).await.desk.holds(), "the counter answers for it first");
    assert!(risks(&node).await.is_empty(), "three people are no risk yet");
    let owner = wire::assign_finding_owner(&pb::AssignFindingOwnerRequest {
        head: on(case),
        finding: 1,
        unit: "640122.hrss".to_owned(),
        dispute: String::new(),
    });
    give(&node, Role::CentreDirector, owner).await;
    let owned = screening(&node, case).await.findings.remove(0);
    assert_eq!((owned.owner.as_str(), owned.owner_dispute), ("640122.hrss", dispute.to_string()));
    let told: Vec<pb::ScreeningFindingOwned> = events(&node, "ScreeningFindingOwned").await;
    assert_eq!(told[0].as_dispute, dispute.to_string());
}

#[tokio::test]
async fn a_sign_without_a_claimant_is_a_risk_signal_and_with_ten_workers_a_risk() {
    for (people, known) in [(9, 0), (10, 1)] {
        let node = counter().await;
        let case = begun(&node, 1).await;
        answered(&node, TOWN, Role::PoliceOfficer, finding(case, people, true)).await.unwrap();
        assert_eq!(screening(&node, case).await.findings[0].dispute, "");
        let found = risks(&node).await;
        assert_eq!(found.len(), known, "{people}");
        let source = format!("screening/{case}/1");
        assert!(found.iter().all(|risk| risk.signals[0].source == source));
        let nobody = wire::assign_finding_owner(&pb::AssignFindingOwnerRequest {
            head: on(case),
            finding: 1,
            unit: "640122.hrss".to_owned(),
            dispute: String::new(),
        });
        assert_eq!(name(tried(&node, Role::CentreDirector, nobody).await), "DISPUTE_MISSING");
    }
}

#[tokio::test]
async fn none_found_is_signed_by_a_name_and_dated_and_only_by_a_unit_that_must_report() {
    let node = counter().await;
    let case = begun(&node, 1).await;
    match none(case, 1, " ") {
        Err(Error::Invalid(faults)) => assert_eq!(faults[0].field, "signed_by"),
        Err(_) | Ok(_) => panic!("nobody has signed"),
    }
    let stranger =
        answered(&node, "640122103.centre", Role::CentreDirector, none(case, 1, "x")).await;
    assert_eq!(name(stranger), "NOT_A_TARGET");
    let clerk = answered(&node, TOWN, Role::WindowClerk, none(case, 1, "clerk-1")).await;
    assert!(matches!(clerk, Err(Error::Forbidden(_))), "a clerk signs for nobody");
    answered(&node, TOWN, Role::CentreDirector, none(case, 1, "head-1")).await.unwrap();
    let round = screening(&node, case).await.reports.remove(0);
    assert_eq!((round.state.as_str(), round.signed_by.as_str()), ("none_found", "head-1"));
    assert_eq!((round.on, round.late), (Some(date_to(TODAY)), false));
    let beside = answered(&node, TOWN, Role::WindowClerk, finding(case, 3, false)).await;
    assert_eq!(name(beside), "NONE_SIGNED");
    assert_eq!(
        node.outbox().await.iter().filter(|sent| sent.1.ends_with(".DisputeDetected")).count(),
        0
    );
}

/// The round begins on Wednesday 11 March: its fifteen days end on the 26th.
#[tokio::test]
async fn a_round_missed_is_overdue_on_the_day_after_and_everybody_is_told_who_was_silent() {
    let node = counter().await;
    let case = begun(&node, 2).await;
    let begun: Vec<pb::ScreeningRoundBegun> = events(&node, "ScreeningRoundBegun").await;
    assert_eq!(begun[0].units, [TOWN, OTHER]);
    assert_eq!(begun[0].due, Some(date_to(date(2026, 3, 26))));
    answered(&node, TOWN, Role::CentreDirector, none(case, 1, "head-1")).await.unwrap();
    node.on(date(2026, 3, 26));
    node.ledger.sweep().await.unwrap();
    let last_day = screening(&node, case).await;
    assert_eq!((last_day.round, last_day.reports.len()), (1, 1), "the last day is not over");
    node.on(date(2026, 3, 27));
    node.ledger.sweep().await.unwrap();
    let after = screening(&node, case).await;
    assert_eq!(after.round, 2, "the next round has begun");
    let silent = after.reports.iter().find(|round| round.state == "overdue").unwrap();
    assert_eq!((silent.unit.as_str(), silent.round, silent.on), (OTHER, 1, None));
    let told: Vec<pb::ScreeningRoundClosed> = events(&node, "ScreeningRoundClosed").await;
    assert_eq!((told.len(), told[0].overdue.as_slice()), (1, [OTHER.to_owned()].as_slice()));
    // A late report is taken, and the silence stays on the record.
    answered(&node, OTHER, Role::CentreDirector, none(case, 1, "head-2")).await.unwrap();
    let late: Vec<pb::ScreeningReported> = events(&node, "ScreeningReported").await;
    assert!(late[1].late && late[1].none_found);
    assert!(screening(&node, case).await.reports.iter().any(|round| round.state == "overdue"));
}

#[tokio::test]
async fn a_screening_ends_with_its_figures_and_no_finding_without_an_owner() {
    let node = counter().await;
    let case = begun(&node, 1).await;
    answered(&node, TOWN, Role::WindowClerk, finding(case, 3, false)).await.unwrap();
    let close = || wire::close_round(&pb::CloseRoundRequest { head: on(case) });
    let early = tried(&node, Role::CentreDirector, close()).await;
    assert_eq!(name(early), "REPORTS_MISSING");
    answered(&node, OTHER, Role::CentreDirector, none(case, 1, "head-2")).await.unwrap();
    give(&node, Role::CentreDirector, close()).await;
    // An owner is due on the next working day; two days later the finding is unowned.
    node.on(date(2026, 3, 13));
    node.ledger.sweep().await.unwrap();
    let unowned: Vec<pb::ScreeningFindingUnowned> = events(&node, "ScreeningFindingUnowned").await;
    assert_eq!((unowned.len(), unowned[0].unit.as_str()), (1, TOWN));
    let report = || {
        let text = "一轮排查情况".to_owned();
        wire::report_screening(&pb::ReportScreeningRequest { head: on(case), text })
    };
    let open = tried(&node, Role::CentreDirector, report()).await;
    assert_eq!(name(open), "FINDINGS_OPEN");
    let owner = wire::assign_finding_owner(&pb::AssignFindingOwnerRequest {
        head: on(case),
        finding: 1,
        unit: "640122.hrss".to_owned(),
        dispute: dispute(8).to_string(),
    });
    give(&node, Role::WindowClerk, owner).await;
    give(&node, Role::CentreDirector, report()).await;
    let told: Vec<pb::ScreeningConcluded> = events(&node, "ScreeningConcluded").await;
    let figures = &told[0];
    assert_eq!((figures.due, figures.in_time, figures.none_found), (2, 2, 1));
    assert_eq!((figures.findings, figures.unowned), (1, 1));
    assert_eq!(screening(&node, case).await.head.unwrap().state, "reported");
}

#[tokio::test]
async fn a_unit_sees_its_own_and_a_plan_may_be_given_up() {
    let node = counter().await;
    let case = begun(&node, 1).await;
    answered(&node, TOWN, Role::WindowClerk, finding(case, 3, false)).await.unwrap();
    answered(&node, OTHER, Role::CentreDirector, none(case, 1, "head-2")).await.unwrap();
    let found = node.case(case).await;
    let own = view::screening_for(&found, Some(TOWN.parse().unwrap())).unwrap();
    assert_eq!((own.findings.len(), own.reports.len(), own.figures), (1, 1, None));
    let other = view::screening_for(&found, Some(OTHER.parse().unwrap())).unwrap();
    assert_eq!((other.findings.len(), other.reports.len()), (0, 1));
    let plan = give(&node, Role::WindowClerk, planned(1)).await;
    let reason = "与上级部署合并".to_owned();
    let cancel = pb::CancelScreeningRequest { head: on(plan), reason };
    give(&node, Role::CentreDirector, wire::cancel_screening(&cancel)).await;
    assert_eq!(screening(&node, plan).await.head.unwrap().state, "cancelled");
    let store = node.ledger.store();
    let kind = "screening_campaign";
    let (first, next) = read::page_of::<IntakeArea>(store, kind, false, 1, "").await.unwrap();
    let (second, _) = read::page_of::<IntakeArea>(store, kind, false, 1, &next).await.unwrap();
    assert_ne!(first[0].row.id, second[0].row.id);
    let (open, _) = read::page_of::<IntakeArea>(store, kind, true, 9, "").await.unwrap();
    assert_eq!(open.len(), 1);
}
