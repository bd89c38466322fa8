//! Issuing, reprinting, correcting, binding.

use jiefen_ledger::shelf::sha256;
use jiefen_proto::jiefen::documents::v1 as pb;
use jiefen_vocab::Role;
use serde_json::json;
use tonic::Code;
use tonic_types::StatusExt as _;

use super::room::{Room, TOWN, typed};

fn faults(status: &tonic::Status) -> Vec<String> {
    let details = status.get_error_details();
    let request = details.bad_request().unwrap();
    request.field_violations.iter().map(|wrong| wrong.field.clone()).collect()
}

#[tokio::test]
async fn a_case_has_the_papers_of_where_it_stands_and_no_others() {
    let mut room = Room::open().await;
    let families = |list: &pb::ListPapersResponse| -> Vec<String> {
        list.offers.iter().map(|offer| offer.family.clone()).collect()
    };
    assert_eq!(families(&room.list().await), ["mediation_application"]);
    room.accept().await;
    room.draft().await;
    let list = room.list().await;
    let now = families(&list);
    assert!(now.contains(&"mediation_agreement".to_owned()), "{now:?}");
    assert!(!now.contains(&"oral_agreement_form".to_owned()), "nothing is in force: {now:?}");
    assert!(list.offers.iter().all(|offer| offer.may), "the mediator may issue all of them");
    let agreement = list.offers.iter().find(|offer| offer.family == "mediation_agreement").unwrap();
    assert_eq!(agreement.missing, 3, "manner, copies and recorder are not known yet");
    let refused = room.issue("failed_mediation_notice", json!({}), "r-1").await.unwrap_err();
    assert_eq!(refused.code(), Code::FailedPrecondition, "{refused}");
}

#[tokio::test]
async fn everything_that_is_missing_is_told_at_once_and_no_number_is_given_away() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    let refused = room.issue("mediation_agreement", json!({}), "r-1").await.unwrap_err();
    assert_eq!(faults(&refused), ["manner", "copies", "recorder"], "{refused}");
    let wrong = json!({ "manner": "现\u{202e}金", "copies": -1, "recorder": "李静" });
    let refused = room.issue("mediation_agreement", wrong, "r-2").await.unwrap_err();
    assert_eq!(faults(&refused), ["manner", "copies"], "{refused}");
    let paper = room.agreement("r-3").await;
    assert!(paper.number.ends_with("人调字〔2026〕第1号"), "{}", paper.number);
}

#[tokio::test]
async fn what_the_case_says_of_persons_and_sums_is_not_typed_over() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    let mut typed = typed();
    typed["amount"] = json!(1);
    typed["parties"] = json!([{ "name": "别人" }]);
    let refused = room.issue("mediation_agreement", typed, "r-1").await.unwrap_err();
    assert_eq!(faults(&refused), ["amount", "parties"], "{refused}");
}

#[tokio::test]
async fn a_request_that_comes_again_is_one_paper_and_a_reprint_is_the_same_bytes() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    let first = room.agreement("r-1").await;
    let again = room.agreement("r-1").await;
    assert_eq!(first, again);
    let bytes = room.read(&first.check).await.unwrap();
    assert_eq!((bytes.len() as u64, sha256(&bytes)), (first.size, first.sha256.clone()));
    assert_eq!(room.read(&first.check).await.unwrap(), bytes);
    let second = room.agreement("r-2").await;
    assert!(second.number.ends_with("第2号"), "{}", second.number);
    let other = room.issue("rights_notice", json!({}), "r-1").await.unwrap_err();
    assert_eq!(other.code(), Code::FailedPrecondition, "the id was used for another paper");
    assert_eq!(room.list().await.papers.len(), 2);
}

#[tokio::test]
async fn a_correction_stands_in_the_place_of_the_first_which_stays_as_it_was() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    let first = room.agreement("r-1").await;
    let before = room.read(&first.check).await.unwrap();
    let correct = |request_id: &str, reason: &str| {
        let mut draft = room.asked("mediation_agreement", json!({ "recorder": "李靖" })).unwrap();
        draft.corrects = first.check.to_lowercase();
        let message = pb::CorrectPaperRequest {
            draft: Some(draft),
            reason: reason.to_owned(),
            request_id: request_id.to_owned(),
            role: String::new(),
        };
        room.mine(message)
    };
    let refused = room.papers().correct_paper(correct("c-1", " ")).await.unwrap_err();
    assert_eq!(faults(&refused), ["reason"]);
    let second = room.papers().correct_paper(correct("c-2", "记录人写错")).await.unwrap();
    let second = second.into_inner().paper.unwrap();
    assert_eq!(
        (second.version, &second.corrects, &second.number),
        (2, &first.check, &first.number)
    );
    assert_ne!(second.check, first.check);
    assert_eq!(room.read(&first.check).await.unwrap(), before);
    let list = room.list().await.papers;
    let old = list.iter().find(|paper| paper.check == first.check).unwrap();
    assert_eq!(old.corrected_by, second.check);
    let refused = room.papers().correct_paper(correct("c-3", "又写错")).await.unwrap_err();
    assert_eq!(refused.get_error_details().error_info().unwrap().reason, "ALREADY_CORRECTED");
}

#[tokio::test]
async fn what_was_typed_for_one_paper_of_a_dispute_is_filled_in_the_next() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    room.agreement("r-1").await;
    let message = pb::DrawPaperRequest { draft: room.asked("mediation_record", json!({})) };
    let drawn = room.papers().draw_paper(room.mine(message)).await.unwrap().into_inner();
    let recorder = drawn.fields.iter().find(|field| field.name == "recorder").unwrap();
    assert_eq!((recorder.value.as_str(), recorder.from.as_str()), ("\"李静\"", "earlier"));
    assert_eq!(drawn.offer.unwrap().missing, 1, "only the record itself: {:?}", drawn.fields);
}

#[tokio::test]
async fn a_dossier_holds_every_paper_and_says_what_is_missing() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    room.agreement("r-1").await;
    room.issue("rights_notice", json!({}), "r-2").await.unwrap();
    let list = room.list().await;
    assert_eq!(list.dossier_case, room.case());
    assert_eq!(list.missing.len(), 3, "{:?}", list.missing);
    let typed = json!({ "keep": "三十年", "archived_on": "2026-03-11", "archivist": "李静",
        "closed_on": "2026-03-11", "result": "达成协议" });
    let message = pb::BindDossierRequest {
        dispute: room.dispute.to_string(),
        case: room.case(),
        typed: typed.to_string(),
        names: room.asked("", json!({})).unwrap().names,
        request_id: "d-1".to_owned(),
        role: String::new(),
    };
    let bound = room.papers().bind_dossier(room.mine(message.clone())).await.unwrap().into_inner();
    assert_eq!(bound.missing, list.missing);
    let paper = bound.paper.unwrap();
    let bytes = room.read(&paper.check).await.unwrap();
    let pages = lopdf::Document::load_mem(&bytes).unwrap().get_pages().len();
    assert_eq!(pages as u32, paper.pages);
    assert!(paper.pages >= 5, "cover, contents, two papers, report: {} pages", paper.pages);
    let again = room.papers().bind_dossier(room.mine(message)).await.unwrap().into_inner();
    assert_eq!(again.paper.unwrap().sha256, paper.sha256);
}

#[tokio::test]
async fn who_has_no_post_for_it_issues_nothing_and_another_unit_reads_nothing() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    let message = || pb::IssuePaperRequest {
        draft: room.asked("mediation_agreement", typed()),
        request_id: "r-1".to_owned(),
        role: String::new(),
    };
    for role in [Role::Operator, Role::WindowClerk, Role::Party, Role::Leader] {
        let call = room.by("somebody", role, message());
        let refused = room.papers().issue_paper(call).await.unwrap_err();
        assert_eq!(refused.code(), Code::PermissionDenied, "{role}");
    }
    let paper = room.agreement("r-2").await;
    let read = pb::ReadPaperRequest {
        dispute: room.dispute.to_string(),
        check: paper.check,
        editable: false,
    };
    let call = room.by("portal", Role::Party, read);
    assert_eq!(
        room.papers().read_paper(call).await.err().map(|s| s.code()),
        Some(Code::PermissionDenied)
    );
    assert_ne!(TOWN, super::room::COMMITTEE);
}

#[tokio::test]
async fn a_paper_of_another_dispute_is_not_found_here() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    let paper = room.agreement("r-1").await;
    let read = pb::ReadPaperRequest {
        dispute: jiefen_vocab::DisputeId::from_bits(7).to_string(),
        check: paper.check,
        editable: false,
    };
    let refused = room.papers().read_paper(room.mine(read)).await.err().unwrap();
    assert_eq!(refused.code(), Code::NotFound);
}
