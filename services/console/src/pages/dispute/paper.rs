//! A paper that somebody brought, to keep on one's own machine: a browser never shows it as a part of these pages.

use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::read_attachment_response::Part;
use jiefen_proto::jiefen::intake::v1::registration_service_client::RegistrationServiceClient;

use super::umbrella;
use crate::Console;
use crate::guard::Clerk;
use crate::layout::refused;
use crate::lines::ask;
use crate::pages::papers::{Way, append, file};
use crate::told::Told;

/// Sends the paper.
pub(crate) async fn send(
    State(console): State<Console>,
    Path((dispute, no)): Path<(String, u32)>,
    clerk: Clerk,
) -> Response {
    match read(&console, &clerk, &dispute, no).await {
        Ok((name, bytes)) => file(&Way::Kept, &name, "application/octet-stream", bytes),
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

async fn read(
    console: &Console,
    clerk: &Clerk,
    dispute: &str,
    no: u32,
) -> Result<(String, Vec<u8>), Told> {
    let found = umbrella(console, &clerk.staff, dispute).await?;
    let name = found.head.unwrap_or_default().name;
    let message = pb::ReadAttachmentRequest { name, no };
    let staff = &clerk.staff;
    let mut parts =
        ask!(console, staff, Area::Intake, RegistrationServiceClient, read_attachment, message)?;
    let (mut name, mut bytes) = (String::new(), Vec::new());
    while let Some(part) = parts.message().await? {
        match part.part {
            Some(Part::Head(head)) => name = head.name,
            Some(Part::Content(content)) => append(&mut bytes, &content)?,
            None => {
                let text = "材料读不出来 (the paper cannot be read)";
                return Err(Told::own(StatusCode::BAD_GATEWAY, "PAPER_UNREADABLE", text));
            }
        }
    }
    Ok((name, bytes))
}
