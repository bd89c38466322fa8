//! What a party asks of the unit: answered within a limit, by whom it must be, and shown to her alone.

use super::*;

#[tokio::test]
async fn a_complaint_is_answered_by_the_head_within_five_working_days_and_read_where_it_was_made() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    let asked = counter.lodge(pair(&receipt, "0001"), "complaint", "r-1").await.unwrap();
    let waiting = &asked.requests[0];
    let due = waiting.due.unwrap();
    assert_eq!((due.year, due.month, due.day), (2026, 3, 18));
    assert!(waiting.answer.is_empty() && waiting.text.contains("没有人接电话"));
    let name = counter.requests(&receipt).await.remove(0);
    let by_clerk = counter.answer(&name, Role::WindowClerk, "a-1").await.unwrap_err();
    assert_eq!(reason(&by_clerk), "HEAD_ANSWERS");
    counter.answer(&name, Role::CentreDirector, "a-2").await.unwrap();
    let seen = counter.track(pair(&receipt, "0001")).await.unwrap();
    assert_eq!(seen.requests[0].answer, "已经安排专人联系您");
    assert!(seen.requests[0].answered_on.is_some() && seen.requests[0].due.is_none());
    let call = counter.by(TOWN, Role::WindowClerk, pb::GetCitizenRequestRequest { name });
    let whole = counter.intake.clone().get_citizen_request(call).await.unwrap().into_inner();
    let whole = whole.request.unwrap();
    assert_eq!((whole.about.as_str(), whole.signed_by.as_str()), ("complaint", "director-1"));
    assert_eq!(whole.head.unwrap().state, "answered");
}

#[tokio::test]
async fn an_unanswered_complaint_is_chased_when_its_limit_passes() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    counter.lodge(pair(&receipt, "0001"), "complaint", "r-1").await.unwrap();
    let name = counter.requests(&receipt).await.remove(0);
    let case = name.trim_start_matches("cases/").parse().unwrap();
    counter.node.on(date(2026, 3, 19));
    counter.node.ledger.sweep().await.unwrap();
    let clocks = counter.node.clocks(case).await;
    let again = clocks.iter().find(|clock| clock.0 == "answer").unwrap();
    assert!(again.2.starts_with("2026-03-26"), "it runs again: {again:?}");
}

#[tokio::test]
async fn a_wish_to_withdraw_changes_nothing_until_a_person_has_asked_whether_it_is_free() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    let asked = counter.lodge(pair(&receipt, "0001"), "withdrawal", "r-1").await.unwrap();
    assert_eq!(asked.state, "received", "nothing is withdrawn yet");
    assert!(!asked.may.contains(&"withdrawal".to_owned()), "it waits for its answer");
    let again = counter.lodge(pair(&receipt, "0001"), "withdrawal", "r-2").await.unwrap_err();
    assert_eq!(reason(&again), "NOT_NOW");
    let by_other = counter.lodge(pair(&receipt, "0002"), "withdrawal", "r-3").await.unwrap_err();
    assert_eq!(reason(&by_other), "NOT_NOW", "only an applicant withdraws");
}

#[tokio::test]
async fn the_same_request_again_is_one_request() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    for _ in 0..2 {
        counter.lodge(pair(&receipt, "0001"), "withdrawal", "r-1").await.unwrap();
    }
    assert_eq!(counter.requests(&receipt).await.len(), 1);
}

#[tokio::test]
async fn three_complaints_wait_at_once_and_a_fourth_is_told_to_wait() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    for n in 0..3 {
        counter.lodge(pair(&receipt, "0001"), "complaint", &format!("r-{n}")).await.unwrap();
    }
    let fourth = counter.lodge(pair(&receipt, "0001"), "complaint", "r-4").await.unwrap_err();
    assert_eq!(reason(&fourth), "NOT_NOW");
    counter.lodge(pair(&receipt, "0001"), "suggestion", "r-5").await.unwrap();
}

#[tokio::test]
async fn what_cannot_be_asked_is_named() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    let odd = counter.lodge(pair(&receipt, "0001"), "money", "").await.unwrap_err();
    assert_eq!(wrong(&odd), ["about", "head.request_id"]);
    let none = counter.lodge(pair(&receipt, "0001"), "other_mediator", "r-1").await.unwrap_err();
    assert_eq!(reason(&none), "NOT_NOW", "nobody mediates yet");
}
