//! The bytes of papers, to keep on one's own machine or to look at.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::documents::v1 as pb;
use jiefen_proto::jiefen::documents::v1::documents_service_client::DocumentsServiceClient;
use jiefen_proto::jiefen::documents::v1::read_paper_response::Part;

use super::no_paper;
use crate::Console;
use crate::guard::Clerk;
use crate::layout::refused;
use crate::lines::{At, ask, ask_at};
use crate::told::Told;

/// A longer file was not made by this program.
const BYTES_MAX: usize = 256 * 1024 * 1024;
const PDF: &str = "application/pdf";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// How a browser takes a file.
pub(crate) enum Way {
    /// To keep.
    Kept,
    /// To look at.
    Shown,
}

/// A file under a name that people know it by.
pub(crate) fn file(way: &Way, name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let name: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
    let way = match way {
        Way::Kept => "attachment",
        Way::Shown => "inline",
    };
    let name = format!("{way}; filename*=UTF-8''{}", name.replace('+', "%20"));
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name = HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment"));
    headers.insert(header::CONTENT_DISPOSITION, name);
    (StatusCode::OK, headers, bytes).into_response()
}

/// Sends a paper as it was issued, or its editable copy.
pub(super) async fn send(
    State(console): State<Console>,
    Path((dispute, area, check)): Path<(String, String, String)>,
    clerk: Clerk,
) -> Response {
    let editable = !clerk.visit.query("copy").is_empty();
    let area = area.parse().map_err(|_| no_paper());
    sent(&console, &clerk, (At::Own, area), (dispute, check), editable).await
}

/// Sends a paper of a supervision letter or a score sheet: at the office, or to the unit that it is about.
pub(super) async fn send_of_office(
    State(console): State<Console>,
    Path((at, case, check)): Path<(String, String, String)>,
    clerk: Clerk,
) -> Response {
    let editable = !clerk.visit.query("copy").is_empty();
    match At::named(&at) {
        Ok(at) => sent(&console, &clerk, (at, Ok(Area::Assessment)), (case, check), editable).await,
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

async fn sent(
    console: &Console,
    clerk: &Clerk,
    (at, area): (At, Result<Area, Told>),
    (dispute, check): (String, String),
    editable: bool,
) -> Response {
    let found = match area {
        Ok(area) => read(console, clerk, (at, area), (dispute, check), editable).await,
        Err(told) => Err(told),
    };
    match found {
        Ok((paper, bytes)) => {
            let (kind, end) = if editable { (DOCX, "docx") } else { (PDF, "pdf") };
            let name = format!("{}{}.{end}", paper.zh, paper.number);
            file(&Way::Kept, &name, kind, bytes)
        }
        Err(told) => refused(console, &clerk.visit, &told),
    }
}

async fn read(
    console: &Console,
    clerk: &Clerk,
    (at, area): (At, Area),
    (dispute, check): (String, String),
    editable: bool,
) -> Result<(pb::Paper, Vec<u8>), Told> {
    let message = pb::ReadPaperRequest { dispute, check, editable };
    let staff = &clerk.staff;
    let mut parts = ask_at!(console, staff, area, at, DocumentsServiceClient, read_paper, message)?;
    let (mut head, mut bytes) = (pb::Paper::default(), Vec::new());
    while let Some(part) = parts.message().await? {
        match part.part {
            Some(Part::Head(paper)) => head = paper,
            Some(Part::Content(content)) => append(&mut bytes, &content)?,
            None => {}
        }
    }
    Ok((head, bytes))
}

/// Adds a part, as long as the file can be one of ours.
pub(crate) fn append(bytes: &mut Vec<u8>, content: &[u8]) -> Result<(), Told> {
    if bytes.len() + content.len() > BYTES_MAX {
        let text = "文件太大，读不出来 (the file is too long)";
        return Err(Told::own(StatusCode::BAD_GATEWAY, "PAPER_UNREADABLE", text));
    }
    bytes.extend_from_slice(content);
    Ok(())
}

/// What the paper would look like, marked as a preview.
pub(super) async fn preview(
    console: &Console,
    clerk: &Clerk,
    area: Area,
    draft: pb::Draft,
) -> Result<Response, Told> {
    let message = pb::PreviewPaperRequest { draft: Some(draft) };
    let mut parts =
        ask!(console, &clerk.staff, area, DocumentsServiceClient, preview_paper, message)?;
    let mut bytes = Vec::new();
    while let Some(part) = parts.message().await? {
        append(&mut bytes, &part.content)?;
    }
    Ok(file(&Way::Shown, "预览.pdf", PDF, bytes))
}
