//! Drafts: as typed, one's own, for a time, and gone with the registration.

use super::*;

impl Counter {
    async fn save(&self, person: &str, draft: pb::Draft) -> Result<pb::Draft, Status> {
        let call =
            self.by(person, TOWN, Role::WindowClerk, pb::SaveDraftRequest { draft: Some(draft) });
        let answer = self.desk.clone().save_draft(call).await?;
        Ok(answer.into_inner().draft.unwrap())
    }

    async fn draft(&self, person: &str, name: &str) -> Result<pb::Draft, Status> {
        let request = pb::GetDraftRequest { name: name.to_owned() };
        let call = self.by(person, TOWN, Role::WindowClerk, request);
        Ok(self.desk.clone().get_draft(call).await?.into_inner().draft.unwrap())
    }

    async fn drafts(&self, person: &str) -> Vec<String> {
        let call = self.by(person, TOWN, Role::WindowClerk, pb::ListDraftsRequest {});
        let answer = self.desk.clone().list_drafts(call).await.unwrap().into_inner();
        assert!(answer.drafts.iter().all(|draft| draft.body.is_empty()));
        answer.drafts.into_iter().map(|draft| draft.title).collect()
    }
}

fn typed(title: &str, body: &str) -> pb::Draft {
    pb::Draft { title: title.to_owned(), body: body.to_owned(), ..Default::default() }
}

#[tokio::test]
async fn whatever_was_typed_is_kept_as_typed() {
    let counter = Counter::open().await;
    for body in [
        "",
        " \t\n ",
        "{\"id\": \"6.4E+17\", \"born\": \"2026-13-45\", broken",
        "<script>😡\u{0}\u{200b}買買提·艾力 ０１２",
        &"漏".repeat(150 * 1024),
    ] {
        let saved = counter.save("clerk-1", typed(" 漏水 ", body)).await.unwrap();
        let read = counter.draft("clerk-1", &saved.name).await.unwrap();
        assert!((read.title.as_str(), read.body.as_str()) == (" 漏水 ", body));
    }
    let long = typed("长", &"a".repeat(512 * 1024 + 1));
    assert_eq!(wrong(&counter.save("clerk-1", long).await.unwrap_err()), ["draft.body"]);
}

#[tokio::test]
async fn a_draft_is_its_writers_own() {
    let counter = Counter::open().await;
    let saved = counter.save("clerk-1", typed("漏水", CANARY)).await.unwrap();
    counter.save("clerk-1", typed("欠薪", CANARY)).await.unwrap();
    assert_eq!(counter.drafts("clerk-1").await, ["欠薪", "漏水"]);
    assert_eq!(counter.drafts("clerk-2").await, [""; 0]);
    let status = counter.draft("clerk-2", &saved.name).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
    let other = pb::Draft { name: saved.name.clone(), ..typed("别人的", "") };
    assert_eq!(counter.save("clerk-2", other).await.unwrap_err().code(), Code::NotFound);
    let request = pb::DeleteDraftRequest { name: saved.name.clone(), ..Default::default() };
    let call = counter.by("clerk-2", TOWN, Role::WindowClerk, request.clone());
    let status = counter.desk.clone().delete_draft(call).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
    // The same staff number at another unit is another person.
    let call = counter.by("clerk-1", "640122.court", Role::Judge, request.clone());
    let status = counter.desk.clone().delete_draft(call).await.unwrap_err();
    assert_eq!(status.code(), Code::PermissionDenied);
    counter.desk.clone().delete_draft(counter.clerk(request)).await.unwrap();
    assert_eq!(counter.drafts("clerk-1").await, ["欠薪"]);
}

#[tokio::test]
async fn two_windows_do_not_overwrite_each_other() {
    let counter = Counter::open().await;
    let saved = counter.save("clerk-1", typed("漏水", "一")).await.unwrap();
    let next = pb::Draft { body: "二".to_owned(), ..saved.clone() };
    let again = counter.save("clerk-1", next.clone()).await.unwrap();
    assert_ne!(again.etag, saved.etag);
    let status = counter.save("clerk-1", next).await.unwrap_err();
    assert_eq!((status.code(), reason(&status).as_str()), (Code::Aborted, "ETAG_MISMATCH"));
    assert_eq!(counter.draft("clerk-1", &saved.name).await.unwrap().body, "二");
    let stale = pb::DeleteDraftRequest { name: saved.name, etag: saved.etag };
    let status = counter.desk.clone().delete_draft(counter.clerk(stale)).await.unwrap_err();
    assert_eq!(status.code(), Code::Aborted);
}

/// Thirty days after the last saving, not after the first.
#[tokio::test]
async fn a_draft_goes_after_its_days() {
    let counter = Counter::open().await;
    let saved = counter.save("clerk-1", typed("漏水", "一")).await.unwrap();
    counter.node.on(date(2026, 4, 9));
    assert_eq!(counter.draft("clerk-1", &saved.name).await.unwrap().body, "一");
    let renewed = pb::Draft { body: "二".to_owned(), ..saved.clone() };
    counter.save("clerk-1", renewed).await.unwrap();
    counter.node.on(date(2026, 5, 8));
    assert_eq!(counter.draft("clerk-1", &saved.name).await.unwrap().body, "二");
    counter.node.on(date(2026, 5, 9));
    assert_eq!(counter.draft("clerk-1", &saved.name).await.unwrap_err().code(), Code::NotFound);
    assert_eq!(counter.drafts("clerk-1").await, [""; 0]);
}

#[tokio::test]
async fn a_draft_goes_with_the_registration_that_came_of_it_and_stays_when_that_is_refused() {
    let counter = Counter::open().await;
    let first = counter.save("clerk-1", typed("来访", "一")).await.unwrap();
    let asked = pb::RecordInquiryRequest { draft: first.name.clone(), ..inquiry(1, "漏水") };
    counter.ask(asked.clone()).await.unwrap();
    assert_eq!(counter.drafts("clerk-1").await, [""; 0]);
    counter.ask(asked).await.unwrap();
    let second = counter.save("clerk-1", typed("登记", "二")).await.unwrap();
    let draft = second.name;
    let mut wrong_one = registration(1, |content| content.parties.clear());
    wrong_one.draft.clone_from(&draft);
    assert_eq!(reason(&counter.register(wrong_one).await.unwrap_err()), "NO_PARTIES");
    assert_eq!(counter.drafts("clerk-1").await, ["登记"]);
    let mut only_asked = registration(1, |_| {});
    only_asked.draft.clone_from(&draft);
    let mut right = only_asked.clone();
    only_asked.head.as_mut().unwrap().validate_only = true;
    counter.register(only_asked).await.unwrap();
    assert_eq!(counter.drafts("clerk-1").await, ["登记"], "nothing was registered yet");
    right.head = head(1, "now");
    counter.register(right).await.unwrap();
    assert_eq!(counter.drafts("clerk-1").await, [""; 0]);
    let bad = pb::RegisterRequest { draft: "x".to_owned(), ..registration(1, |_| {}) };
    assert_eq!(wrong(&counter.register(bad).await.unwrap_err()), ["draft"]);
}
