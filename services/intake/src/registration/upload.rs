//! The counter's own verbs for materials, from before every unit had them: they name the case, and do what
//! [`jiefen_ledger::serve::materials`] does.

use futures::StreamExt as _;
use futures::stream;
use jiefen_ledger::read::{self, CaseView};
use jiefen_ledger::serve::materials::{content, filing};
use jiefen_ledger::serve::{App, case_head, case_named};
use jiefen_ledger::{Error, Where};
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::read_attachment_response::Part as Out;
use jiefen_proto::jiefen::intake::v1::upload_attachment_request::Part as In;
use jiefen_proto::jiefen::node::v1 as node;
use jiefen_vocab::DisputeId;
use tonic::metadata::MetadataMap;
use tonic::{Status, Streaming};

use super::{Parts, Server};
use crate::{IntakeArea, view};

/// Takes a paper in.
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
    let command = head.head.unwrap_or_default();
    let (dispute, _) = found(&server.app, &command.name).await?;
    let head = node::MaterialHead {
        dispute: dispute.to_string(),
        request_id: command.request_id,
        role: command.role,
        validate_only: command.validate_only,
        name: head.name,
        media_type: head.media_type,
        size: head.size,
        sha256: head.sha256,
        party: 0,
    };
    let filing = filing(&head, server.desk.most())?;
    let contents = parts.map(|part| match part?.part {
        Some(In::Content(bytes)) => Ok(bytes),
        Some(In::Head(_)) | None => {
            let problem = "文件说明只在第一部分出现 (the head comes once)";
            Err(Status::from(Error::field("head", problem)))
        }
    });
    let (no, known) = server.desk.take_in(&server.app, &metadata, filing, contents).await?;
    let (_, case) = found(&server.app, &command.name).await?;
    Ok(pb::UploadAttachmentResponse {
        case: Some(case_head(&case)),
        attachment: Some(view::attachment(no, &known)),
    })
}

/// The dispute of a case by its name.
async fn found(
    app: &App<IntakeArea>,
    name: &str,
) -> Result<(DisputeId, CaseView<IntakeArea>), Status> {
    let case = read::case::<IntakeArea>(app.ledger.store(), case_named("head.name", name)?).await?;
    let dispute = case.row.dispute.as_deref().and_then(|dispute| dispute.parse().ok());
    let none = || Error::field("head.name", "这不是一件纠纷 (the case belongs to no dispute)");
    Ok((dispute.ok_or_else(none)?, case))
}

/// A paper on file, in parts: its head first.
///
/// # Errors
/// No such paper, another unit's staff, or the bytes are at another unit.
pub async fn read(
    server: &Server,
    metadata: &MetadataMap,
    m: &pb::ReadAttachmentRequest,
) -> Result<Parts, Status> {
    server.app.may_read(metadata)?;
    let (dispute, _) = found(&server.app, &m.name).await?;
    server.app.sees_materials(metadata, dispute).await?;
    let (known, place) = server.app.material(dispute, m.no).await?;
    if place != Where::Here {
        return Err(server.app.material_elsewhere(&known).into());
    }
    let head = Out::Head(view::attachment(m.no, &known));
    let head = pb::ReadAttachmentResponse { part: Some(head) };
    let content = content(server.app.ledger.store().clone(), known.material.sha256).await?;
    let content =
        content.map(|part| Ok(pb::ReadAttachmentResponse { part: Some(Out::Content(part?)) }));
    Ok(Box::pin(stream::iter([Ok(head)]).chain(content)))
}
