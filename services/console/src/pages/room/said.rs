//! What is said in the room, and what the mediator notes for herself.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::room_service_client::RoomServiceClient;

use super::view::Said;
use super::{again, case_name, head, mediation};
use crate::Console;
use crate::guard::Clerk;
use crate::layout::page;
use crate::lines::ask;
use crate::session::Staff;
use crate::told::Told;

/// So many answers are read: a room has hundreds of lines, not tens of thousands.
const PAGES: usize = 20;
/// As many lines as one answer has at most.
const FULL: usize = 200;

/// A line alone, as it is added to those on a page.
#[derive(Template)]
#[template(path = "room/line.html")]
pub(crate) struct Row {
    pub(crate) line: Said,
    pub(crate) english: bool,
}

/// What a page gets back when it sent a line by htmx: the line, and a new id for the next one.
#[derive(Template)]
#[template(path = "room/spoken.html")]
struct Spoken {
    line: Said,
    english: bool,
    request_id: String,
}

/// Every line of a room that this member of the staff reads.
pub(super) async fn all(
    console: &Console,
    staff: &Staff,
    name: &str,
) -> Result<Vec<pb::Line>, Told> {
    let mut lines: Vec<pb::Line> = Vec::new();
    for _ in 0..PAGES {
        let after = lines.last().map_or(0, |line| line.no);
        let message = pb::ListLinesRequest { name: name.to_owned(), after, wait_ms: 0 };
        let page = ask!(console, staff, Area::Mediation, RoomServiceClient, list_lines, message)?;
        let full = page.lines.len() >= FULL;
        lines.extend(page.lines);
        if !full {
            break;
        }
    }
    Ok(lines)
}

/// Says something to all, or notes it.
pub(super) async fn say(
    State(console): State<Console>,
    Path(dispute): Path<String>,
    clerk: Clerk,
) -> Response {
    let (form, htmx) = (clerk.visit.form(), clerk.visit.is_htmx());
    match kept(&console, &clerk, &dispute).await {
        Ok(line) if htmx => {
            let english = clerk.visit.session().english;
            let request_id = uuid::Uuid::now_v7().to_string();
            let line = Said::of(&line, english);
            page(StatusCode::OK, &Spoken { line, english, request_id })
        }
        Ok(_) => Redirect::to(&format!("/disputes/{dispute}/room#say")).into_response(),
        Err(told) => again(&console, &clerk, dispute, &told, form.get("text")).await,
    }
}

async fn kept(console: &Console, clerk: &Clerk, dispute: &str) -> Result<pb::Line, Told> {
    let (_, mediation) = mediation(console, &clerk.staff, dispute).await?;
    let form = clerk.visit.form();
    let message = pb::WriteLineRequest {
        head: head(&case_name(&mediation), form.get("request_id")),
        text: form.get("text").to_owned(),
        note: form.has("note"),
    };
    let staff = &clerk.staff;
    let answer = ask!(console, staff, Area::Mediation, RoomServiceClient, write_line, message)?;
    Ok(answer.line.unwrap_or_default())
}
