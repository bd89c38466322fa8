//! Papers: taken in when they are what they are said to be, read back by those who may read the dispute.

use super::*;
use futures::stream;
use jiefen_ledger::shelf::sha256;
use pb::read_attachment_response::Part as Out;
use pb::upload_attachment_request::Part as In;

/// A picture by its first bytes, of so many bytes.
fn picture(size: usize) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00".to_vec();
    bytes.extend((bytes.len()..size).map(|at| (at % 251) as u8));
    bytes
}

fn paper(n: u128, request_id: &str, content: &[u8]) -> pb::AttachmentHead {
    pb::AttachmentHead {
        head: head(n, request_id),
        name: format!("{CANARY}欠条.jpg"),
        media_type: "image/jpeg".to_owned(),
        size: content.len() as u64,
        sha256: sha256(content),
    }
}

fn parts(head: pb::AttachmentHead, content: &[u8]) -> Vec<pb::UploadAttachmentRequest> {
    let mut parts = vec![pb::UploadAttachmentRequest { part: Some(In::Head(head)) }];
    parts.extend(
        content
            .chunks(64 * 1024)
            .map(|bytes| pb::UploadAttachmentRequest { part: Some(In::Content(bytes.to_vec())) }),
    );
    parts
}

impl Counter {
    async fn upload(
        &self,
        head: pb::AttachmentHead,
        content: &[u8],
    ) -> Result<pb::Attachment, Status> {
        let call = self.clerk(stream::iter(parts(head, content)));
        let answer = self.desk.clone().upload_attachment(call).await?;
        Ok(answer.into_inner().attachment.unwrap())
    }

    async fn read(&self, n: u128, no: u32) -> Result<(pb::Attachment, Vec<u8>), Status> {
        let name = format!("cases/{}", case_id(dispute(n)));
        let call = self.clerk(pb::ReadAttachmentRequest { name, no });
        let mut answer = self.desk.clone().read_attachment(call).await?.into_inner();
        let (mut head, mut content) = (None, Vec::new());
        while let Some(part) = answer.message().await? {
            match part.part.unwrap() {
                Out::Head(paper) => head = Some(paper),
                Out::Content(bytes) => content.extend(bytes),
            }
        }
        Ok((head.unwrap(), content))
    }
}

/// Longer than the longest request of any other kind.
#[tokio::test]
async fn a_paper_is_filed_and_reads_back_byte_for_byte() {
    let counter = Counter::open().await;
    counter.received(1).await;
    let content = picture(2 * 1024 * 1024 + 17);
    let filed = counter.upload(paper(1, "up", &content), &content).await.unwrap();
    assert_eq!((filed.no, filed.unit.as_str(), filed.person.as_str()), (1, TOWN, "clerk-1"));
    assert_eq!(filed.on, Some(date_to(TODAY)));
    let (head, read) = counter.read(1, 1).await.unwrap();
    assert_eq!(head, filed);
    assert!(read == content, "{} bytes of {}", read.len(), content.len());
    assert_eq!(counter.dispute(1).await.attachments, [filed]);
    for (_, kind, payload) in counter.node.outbox().await {
        assert!(!String::from_utf8_lossy(&payload).contains(CANARY), "{kind} carries a name");
    }
    assert_eq!(counter.read(1, 2).await.unwrap_err().code(), Code::NotFound);
}

#[tokio::test]
async fn a_retry_gives_the_same_paper_and_the_same_content_again_is_no_second_one() {
    let counter = Counter::open().await;
    counter.received(1).await;
    counter.received(2).await;
    let content = picture(300 * 1024);
    let filed = counter.upload(paper(1, "up", &content), &content).await.unwrap();
    assert_eq!(counter.upload(paper(1, "up", &content), &content).await.unwrap(), filed);
    let status = counter.upload(paper(1, "again", &content), &content).await.unwrap_err();
    assert_eq!(reason(&status), "ATTACHED_ALREADY");
    assert_eq!(counter.dispute(1).await.attachments.len(), 1);
    // Another dispute has the same content: it lies there once and reads back from both.
    counter.upload(paper(2, "up", &content), &content).await.unwrap();
    let store = counter.node.ledger.store();
    let now = counter.node.ledger.identity().clock.now();
    assert!(!store.keep_paper(&sha256(&content), &content, now).await.unwrap(), "it is there");
    for n in [1, 2] {
        assert!(counter.read(n, 1).await.unwrap().1 == content);
    }
}

#[tokio::test]
async fn what_is_not_as_declared_is_refused_and_nothing_of_it_is_kept() {
    let counter = Counter::open().await;
    counter.received(1).await;
    let content = picture(100 * 1024);
    let mut other_hash = paper(1, "a", &content);
    other_hash.sha256 = sha256(b"something else");
    let mut shorter = paper(1, "b", &content);
    shorter.size -= 1;
    let mut longer = paper(1, "c", &content);
    longer.size += 1;
    let program = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00".repeat(100);
    for (head, content, name) in [
        (other_hash.clone(), content.clone(), "HASH_MISMATCH"),
        (shorter, content.clone(), "SIZE_MISMATCH"),
        (longer, content.clone(), "SIZE_MISMATCH"),
        (paper(1, "d", &program), program.clone(), "MEDIA_MISMATCH"),
    ] {
        let hash = head.sha256.clone();
        let status = counter.upload(head, &content).await.unwrap_err();
        assert_eq!(reason(&status), name);
        assert!(!advice(&status).is_empty());
        let kept = counter.node.ledger.store().paper_parts(&hash).await.unwrap();
        assert_eq!(kept, None, "{name}");
    }
    let status = counter.upload(paper(1, "d", &program), &program).await.unwrap_err();
    assert!(status.message().contains("可执行程序"), "{status}");
    assert_eq!(counter.dispute(1).await.attachments, []);
}

#[tokio::test]
async fn a_wrong_head_is_named_field_by_field_before_the_content_is_read() {
    let counter = Counter::open().await;
    counter.received(1).await;
    let bad = pb::AttachmentHead {
        head: head(1, "bad"),
        name: "../欠条.exe".to_owned(),
        media_type: "application/x-msdownload".to_owned(),
        size: PAPER_BYTES as u64 + 1,
        sha256: "abc".to_owned(),
    };
    let status = counter.upload(bad, b"").await.unwrap_err();
    assert_eq!(wrong(&status), ["name", "media_type", "size", "sha256"]);
    assert!(status.message().contains("3072KiB"), "the limit is said: {status}");
    let content = picture(1024);
    let mut all = parts(paper(1, "late", &content), &content);
    all.rotate_left(1);
    let call = counter.clerk(stream::iter(all));
    let status = counter.desk.clone().upload_attachment(call).await.unwrap_err();
    assert_eq!(wrong(&status), ["head"]);
    let ask = common::CommandHead { validate_only: true, ..head(1, "ask-only").unwrap() };
    let only = pb::AttachmentHead { head: Some(ask), ..paper(1, "", &content) };
    let call = counter.clerk(stream::iter(parts(only, &content)));
    counter.desk.clone().upload_attachment(call).await.unwrap();
    assert_eq!(counter.dispute(1).await.attachments, [], "asked only");
}

#[tokio::test]
async fn another_units_staff_neither_files_nor_reads() {
    let counter = Counter::open().await;
    counter.received(1).await;
    let content = picture(1024);
    counter.upload(paper(1, "up", &content), &content).await.unwrap();
    let court = |message| counter.by("judge-1", "640122.court", Role::Judge, message);
    let call = court(stream::iter(parts(paper(1, "other", &content), &content)));
    let status = counter.desk.clone().upload_attachment(call).await.unwrap_err();
    assert_eq!(status.code(), Code::PermissionDenied);
    let name = format!("cases/{}", case_id(dispute(1)));
    let request = pb::ReadAttachmentRequest { name, no: 1 };
    let call = counter.by("judge-1", "640122.court", Role::Judge, request);
    let Err(status) = counter.desk.clone().read_attachment(call).await else {
        panic!("another unit has read a paper");
    };
    assert_eq!(
        (status.code(), reason(&status).as_str()),
        (Code::PermissionDenied, "NOT_YOUR_UNIT")
    );
}
