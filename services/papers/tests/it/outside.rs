//! What somebody outside the unit may know and have.

use jiefen_proto::jiefen::documents::v1 as pb;
use jiefen_vocab::Role;
use serde_json::json;
use tonic::Code;

use super::room::{DIGITS, Room, TOWN};

async fn verify(room: &Room, check: &str) -> pb::VerifyPaperResponse {
    let message = pb::VerifyPaperRequest { check: check.to_owned(), client: "a".to_owned() };
    let call = room.by("portal", Role::Party, message);
    room.papers().verify_paper(call).await.unwrap().into_inner()
}

async fn own(room: &Room, check: &str, receipt: &str, digits: &str) -> Result<Vec<u8>, Code> {
    let message = pb::ReadOwnPaperRequest {
        check: check.to_owned(),
        receipt: receipt.to_owned(),
        phone_digits: digits.to_owned(),
        client: "a".to_owned(),
    };
    let call = room.by("portal", Role::Party, message);
    let answer = room.papers().read_own_paper(call).await.map_err(|status| status.code())?;
    let mut parts = answer.into_inner();
    let mut bytes = Vec::new();
    while let Some(part) = parts.message().await.unwrap() {
        if let Some(pb::read_own_paper_response::Part::Content(content)) = part.part {
            bytes.extend(content);
        }
    }
    Ok(bytes)
}

#[tokio::test]
async fn anybody_with_the_code_learns_that_it_is_genuine_and_nothing_of_persons() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    let paper = room.agreement("r-1").await;
    for typed in [paper.check.clone(), paper.check.to_lowercase().replace('-', " ")] {
        let found = verify(&room, &typed).await;
        assert!(found.genuine && !found.corrected, "{found:?}");
        assert_eq!(
            (found.sha256.as_str(), found.title.as_str()),
            (paper.sha256.as_str(), "人民调解协议书")
        );
        let all = format!("{found:?}");
        for private in ["马建国", "王秀英", "13909510001", "院墙", "mediator-1"] {
            assert!(!all.contains(private), "{private} in {all}");
        }
    }
    let (head, last) = paper.check.split_at(paper.check.len() - 1);
    let forged = format!("{head}{}", if last == "0" { "1" } else { "0" });
    for wrong in [forged.as_str(), "", "纠纷", "' OR 1=1 --"] {
        assert!(!verify(&room, wrong).await.genuine, "{wrong}");
    }
    let staff = pb::VerifyPaperRequest { check: paper.check, client: String::new() };
    let refused = room.papers().verify_paper(room.mine(staff)).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied, "only the portal asks for others");
}

#[tokio::test]
async fn a_party_has_her_paper_by_receipt_and_telephone_and_nobody_else_has_it() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    let paper = room.agreement("r-1").await;
    let bytes = room.read(&paper.check).await.unwrap();
    let receipt = room.receipt();
    let receipt = receipt.as_str();
    assert_eq!(own(&room, &paper.check, receipt, DIGITS).await, Ok(bytes));
    for (receipt, digits) in [(receipt, "9999"), ("7K3M-Q9TY", DIGITS), ("", DIGITS)] {
        assert_eq!(own(&room, &paper.check, receipt, digits).await, Err(Code::NotFound));
    }
    assert_eq!(own(&room, &paper.check, receipt, "1").await, Err(Code::InvalidArgument));
    let internal =
        json!({ "lines": [{ "speaker": "调解员", "words": "请说" }], "recorder": "李静" });
    let record = room.issue("mediation_record", internal, "r-2").await.unwrap();
    assert_eq!(own(&room, &record.check, receipt, DIGITS).await, Err(Code::NotFound));
}

#[tokio::test]
async fn whoever_tries_number_after_number_is_stopped() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    let paper = room.agreement("r-1").await;
    let mut last = Code::Ok;
    for digits in 1000..1012 {
        last = own(&room, &paper.check, &room.receipt(), &digits.to_string()).await.unwrap_err();
    }
    assert_eq!(last, Code::ResourceExhausted);
}

async fn list(room: &Room, receipt: &str, digits: &str) -> Result<pb::ListOwnPapersResponse, Code> {
    let message = pb::ListOwnPapersRequest {
        receipt: receipt.to_owned(),
        phone_digits: digits.to_owned(),
        client: "a".to_owned(),
    };
    let call = room.by("portal", Role::Party, message);
    let answer = room.papers().list_own_papers(call).await.map_err(|status| status.code())?;
    Ok(answer.into_inner())
}

#[tokio::test]
async fn a_party_finds_her_papers_with_her_receipt_at_the_unit_that_issued_them() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    let paper = room.agreement("r-1").await;
    let internal =
        json!({ "lines": [{ "speaker": "调解员", "words": "请说" }], "recorder": "李静" });
    room.issue("mediation_record", internal, "r-2").await.unwrap();
    let found = list(&room, &room.receipt(), DIGITS).await.unwrap();
    let names: Vec<&str> = found.papers.iter().map(|paper| paper.zh.as_str()).collect();
    assert_eq!(names, ["人民调解协议书"], "a record of the unit's own is not handed out");
    assert_eq!(found.papers[0].check, paper.check);
    for (receipt, digits, code) in [
        (room.receipt(), "9999", Code::NotFound),
        ("7K3M-Q9TY".to_owned(), DIGITS, Code::InvalidArgument),
        (room.receipt(), "1", Code::InvalidArgument),
    ] {
        assert_eq!(list(&room, &receipt, digits).await.unwrap_err(), code, "{digits}");
    }
    let staff = pb::ListOwnPapersRequest {
        receipt: room.receipt(),
        phone_digits: DIGITS.to_owned(),
        client: "a".to_owned(),
    };
    let refused = room.papers().list_own_papers(room.mine(staff)).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied, "only the portal asks for others");
}

#[tokio::test]
async fn she_is_told_which_other_unit_took_part_though_it_has_told_of_no_paper() {
    let room = Room::open().await;
    let found = list(&room, &room.receipt(), DIGITS).await.unwrap();
    assert!(found.papers.is_empty());
    let [town] = found.elsewhere.as_slice() else { panic!("{:?}", found.elsewhere) };
    assert_eq!((town.unit.as_str(), town.zh.as_str()), (TOWN, ""));
    assert!(!town.place.is_empty(), "where it is, as far as the regions say: {town:?}");
}
