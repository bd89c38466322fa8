//! Filing: what a citizen writes at home is what a clerk finds at the window.

use super::*;
use tonic::Code;

#[tokio::test]
async fn a_matter_filed_at_home_has_a_receipt_a_responsible_window_and_a_clock() {
    let counter = Counter::open().await;
    let filed = counter.file(matter("f-1")).await.unwrap();
    let seen = filed.dispute.unwrap();
    assert_eq!((seen.state.as_str(), seen.receipt.as_str()), ("received", filed.receipt.as_str()));
    assert_eq!(seen.holder.unwrap().name, "贺兰县金贵镇综治中心");
    assert!(seen.open && seen.applicant && !seen.now_zh.is_empty() && !seen.next_zh.is_empty());
    let by = seen.by.unwrap();
    assert_eq!((by.year, by.month, by.day), (2026, 3, 12), "the next working day");
    assert_eq!(seen.may, ["complaint", "suggestion", "withdrawal"]);
    let steps: Vec<&str> = seen.steps.iter().map(|step| step.state.as_str()).collect();
    assert_eq!(steps, ["now", "later", "later", "later", "later"]);
}

#[tokio::test]
async fn the_clerk_finds_what_the_citizen_wrote_and_asks_for_none_of_it_again() {
    let counter = Counter::open().await;
    let filed = counter.file(matter("f-1")).await.unwrap();
    let dispute = counter.dispute(&filed.receipt).await;
    let content = dispute.content.unwrap();
    assert_eq!(dispute.responsible_person, "受理窗口", "a post, never the portal");
    assert_eq!(dispute.doors[0].channel, "online");
    let names: Vec<&str> = content.parties.iter().map(|party| party.name.as_str()).collect();
    assert_eq!(names, [format!("{CANARY}甲"), format!("{CANARY}乙")]);
    let phone = content.parties[0].particulars.as_ref().unwrap().phone.as_str();
    assert_eq!((phone, content.parties[1].role.as_str()), (OWN_PHONE, "respondent"));
    assert!(content.summary.contains("楼上漏水"));
}

#[tokio::test]
async fn the_same_filing_again_is_the_same_matter_and_another_one_under_its_id_is_refused() {
    let counter = Counter::open().await;
    let first = counter.file(matter("f-1")).await.unwrap().receipt;
    assert_eq!(counter.file(matter("f-1")).await.unwrap().receipt, first);
    let other = pb::FileDisputeRequest { summary: "另一件事".to_owned(), ..matter("f-1") };
    assert_eq!(reason(&counter.file(other).await.unwrap_err()), "REQUEST_ID_REUSED");
}

#[tokio::test]
async fn every_wrong_answer_is_told_at_once_and_nothing_is_recorded() {
    let counter = Counter::open().await;
    let nothing = pb::FileDisputeRequest { head: head("", "f-1"), ..Default::default() };
    let refused = counter.file(nothing).await.unwrap_err();
    assert_eq!(wrong(&refused), ["place", "summary", "name", "phone", "client"]);
    let odd = pb::FileDisputeRequest {
        kind: "quarrel".to_owned(),
        phone: "110".to_owned(),
        other_phone: "abc".to_owned(),
        other_name: "某".repeat(101),
        ..matter("f-2")
    };
    let refused = counter.file(odd).await.unwrap_err();
    assert_eq!(wrong(&refused), ["kind", "phone", "other_phone", "other_name"]);
    assert!(counter.node.outbox().await.is_empty());
}

#[tokio::test]
async fn a_preview_records_nothing() {
    let counter = Counter::open().await;
    let mut preview = matter("f-1");
    preview.head.as_mut().unwrap().validate_only = true;
    assert_eq!(counter.file(preview).await.unwrap(), pb::FileDisputeResponse::default());
    assert!(counter.node.outbox().await.is_empty());
}

#[tokio::test]
async fn one_connection_files_ten_matters_in_an_hour_and_no_more() {
    let counter = Counter::open().await;
    for n in 0..10 {
        counter.file(matter(&format!("f-{n}"))).await.unwrap();
    }
    let refused = counter.file(matter("f-10")).await.unwrap_err();
    assert_eq!(
        (refused.code(), reason(&refused).as_str()),
        (Code::ResourceExhausted, "TOO_MANY_ATTEMPTS")
    );
    let other = pb::FileDisputeRequest { client: "two".to_owned(), ..matter("f-11") };
    counter.file(other).await.unwrap();
}

#[tokio::test]
async fn no_event_for_everybody_tells_what_was_filed_or_asked() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    counter.lodge(pair(&receipt, "0001"), "complaint", "r-1").await.unwrap();
    let events = counter.node.outbox().await;
    assert!(!events.is_empty());
    for (_, kind, payload) in events {
        let text = String::from_utf8_lossy(&payload).into_owned();
        assert!(!text.contains(CANARY) && !text.contains(OWN_PHONE), "{kind}");
    }
}
