//! Papers: taken in part by part, kept once it is certain that they are what they are said to be, read back
//! in parts.

use futures::stream::{self, StreamExt as _};
use jiefen_intake_rules::dispute::Command;
use jiefen_intake_rules::dispute::papers::Filing;
use jiefen_ledger::serve::{App, Parsed, answer_head};
use jiefen_ledger::shelf::sha256;
use jiefen_ledger::{Error, Store};
use jiefen_procedure::Refused;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::read_attachment_response::Part as Out;
use jiefen_proto::jiefen::intake::v1::upload_attachment_request::Part as In;
use tonic::metadata::MetadataMap;
use tonic::{Request as Call, Status, Streaming};

use super::{Parts, Server, attached, media};
use crate::{IntakeArea, wire};

/// Takes a paper in: whether it may be filed is asked before its content is read, and what is kept is what
/// the head has declared.
///
/// # Errors
/// The caller may not file it, the head is wrong, or the content is not what the head says.
pub async fn upload(
    server: &Server,
    metadata: MetadataMap,
    mut parts: Streaming<pb::UploadAttachmentRequest>,
) -> Result<pb::UploadAttachmentResponse, Status> {
    server.app.may_read(&metadata)?;
    let Some(In::Head(head)) = parts.message().await?.and_then(|first| first.part) else {
        return Err(Error::field("head", "第一部分应为文件说明 (the head comes first)").into());
    };
    let most = u64::try_from(server.limits.paper_bytes).unwrap_or(u64::MAX);
    let filing = wire::filing(&head, most)?;
    let mut call = Call::new(head);
    *call.metadata_mut() = metadata;
    let asked = call.get_ref().head.clone().unwrap_or_default();
    let only_ask = common::CommandHead { validate_only: true, ..asked.clone() };
    let answer = server.app.command(&call, Some(&only_ask), parsed(&asked, &filing)).await?;
    if asked.validate_only {
        return Ok(filed(server, &answer, &filing));
    }
    let _room = server.room.try_acquire().map_err(|_| Error::Busy)?;
    let content = content(&mut parts, &filing).await?;
    media::check(&filing.media_type, &content)?;
    let (ledger, now) = (&server.app.ledger, server.app.ledger.identity().clock.now());
    ledger.store().keep_paper(&filing.sha256, &content, now).await?;
    let answer = server.app.command(&call, Some(&asked), parsed(&asked, &filing)).await?;
    Ok(filed(server, &answer, &filing))
}

fn parsed(head: &common::CommandHead, filing: &Filing) -> Result<Parsed<IntakeArea>, Error> {
    let command = Command::Attach(Box::new(filing.clone())).into();
    Ok(Parsed { case: App::<IntakeArea>::named(Some(head))?, command })
}

fn filed(
    server: &Server,
    answer: &jiefen_ledger::Answer<IntakeArea>,
    filing: &Filing,
) -> pb::UploadAttachmentResponse {
    let same = |sha256: &str| sha256 == filing.sha256;
    let paper =
        answer.state.as_deref().and_then(|case| attached(case, |paper| same(&paper.sha256)));
    pb::UploadAttachmentResponse {
        case: Some(answer_head(answer, server.app.ledger.agency())),
        attachment: paper,
    }
}

/// The content, when it has the length and the hash that were declared.
async fn content(
    parts: &mut Streaming<pb::UploadAttachmentRequest>,
    filing: &Filing,
) -> Result<Vec<u8>, Status> {
    let size = usize::try_from(filing.size).unwrap_or(usize::MAX);
    let mut content = Vec::new();
    while let Some(part) = parts.message().await? {
        match part.part {
            Some(In::Content(bytes)) if content.len().saturating_add(bytes.len()) <= size => {
                content.extend_from_slice(&bytes);
            }
            Some(In::Content(_)) => return Err(other_size().into()),
            Some(In::Head(_)) | None => {
                let problem = "文件说明只在第一部分出现 (the head comes once)";
                return Err(Error::field("head", problem).into());
            }
        }
    }
    if content.len() != size {
        return Err(other_size().into());
    }
    if sha256(&content) != filing.sha256 {
        return Err(Error::Refused(Refused {
            name: "HASH_MISMATCH".to_owned(),
            zh: "收到的文件与声明的SHA-256值不符，传输中可能损坏".to_owned(),
            en: "the content has not the declared SHA-256; it may have been damaged".to_owned(),
            basis: "实施方案 八(一) 登记".to_owned(),
            instead: "请重新选择原文件上传".to_owned(),
        })
        .into());
    }
    Ok(content)
}

fn other_size() -> Error {
    Error::Refused(Refused {
        name: "SIZE_MISMATCH".to_owned(),
        zh: "收到的文件长度与声明的不符，上传可能中断".to_owned(),
        en: "the content has not the declared length; the upload may have been cut".to_owned(),
        basis: "实施方案 八(一) 登记".to_owned(),
        instead: "请重新上传".to_owned(),
    })
}

/// A paper on file, in parts: its head first.
///
/// # Errors
/// The database cannot be read, or has not the content.
pub async fn read(store: Store, paper: pb::Attachment) -> Result<Parts, Status> {
    let sha256 = paper.sha256.clone();
    let parts = store.paper_parts(&sha256).await?.ok_or_else(|| Error::Corrupt {
        doing: "read a paper",
        why: "a paper on file has no content".to_owned(),
    })?;
    let head =
        stream::once(async { Ok(pb::ReadAttachmentResponse { part: Some(Out::Head(paper)) }) });
    let content = stream::iter(0..parts).then(move |no| {
        let (store, sha256) = (store.clone(), sha256.clone());
        async move {
            let bytes = store.paper_part(&sha256, no).await?;
            Ok(pb::ReadAttachmentResponse { part: Some(Out::Content(bytes)) })
        }
    });
    Ok(Box::pin(head.chain(content)))
}
