//! 群众来件: complaints, suggestions and requests of citizens, each with the clock of its answer.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;

use super::clocks::{Clock, clocks};
use super::{acts, cockpit, may};
use crate::Console;
use crate::guard::Clerk;
use crate::layout::{Shell, shown};
use crate::lines::ask;
use crate::told::Told;

struct Row {
    about: String,
    text: String,
    on: String,
    state: String,
    open: bool,
    clocks: Vec<Clock>,
    answer: String,
    signed: String,
    dispute: String,
    /// Where it is answered; empty: not by this person, or it is.
    act: String,
}

#[derive(Template)]
#[template(path = "requests.html")]
struct Page {
    shell: Shell,
    rows: Vec<Row>,
    all: bool,
    next: String,
}

/// The page.
pub(crate) async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    shown(&console, &clerk.visit, made(&console, &clerk).await)
}

async fn made(console: &Console, clerk: &Clerk) -> Result<Page, Told> {
    if !may::answer(&clerk.staff) {
        let text = "群众来件由窗口和负责人答复 (the counter and the head answer what citizens ask)";
        return Err(Told::own(StatusCode::FORBIDDEN, "NOT_ANSWERING", text));
    }
    let all = clerk.visit.query("all") == "1";
    let page_token = clerk.visit.query("page");
    let message = pb::ListCitizenRequestsRequest { page_size: 0, page_token, open_only: !all };
    let (staff, area) = (&clerk.staff, Area::Intake);
    let found = ask!(console, staff, area, IntakeServiceClient, list_citizen_requests, message)?;
    let today = console.today(staff, area).await?.to_string();
    let shell = Shell::new(console, &clerk.visit, "/requests", ("群众来件", "Requests"));
    let next = match found.next_page_token.as_str() {
        "" => String::new(),
        token => format!("/requests?all={}&page={token}", u8::from(all)),
    };
    let mut rows: Vec<(String, Row)> =
        found.requests.into_iter().map(|one| row(&shell, clerk, &today, one)).collect();
    // What waits comes by its deadline.
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    Ok(Page { rows, all, next, shell })
}

/// A row, and by what it is put in order.
fn row(shell: &Shell, clerk: &Clerk, today: &str, asked: pb::CitizenRequest) -> (String, Row) {
    let head = asked.head.unwrap_or_default();
    let due = head.clocks.iter().filter(|clock| clock.state == "running");
    let due = due.map(|clock| clock.due.clone()).min();
    let act = acts::of_case(&clerk.staff, &head).first().map(|act| {
        let case = head.name.trim_start_matches("cases/");
        format!("/disputes/{}/{case}/{}", asked.dispute, act.key)
    });
    let row = Row {
        about: asked.about_zh,
        text: asked.text,
        on: cockpit::day(asked.on.as_ref(), shell.english),
        clocks: clocks(shell, &head, today),
        state: head.state_zh,
        open: head.open,
        answer: asked.answer,
        signed: format!(
            "{} {}",
            cockpit::day(asked.answered_on.as_ref(), shell.english),
            shell.called(&asked.signed_by)
        ),
        dispute: format!("/disputes/{}", asked.dispute),
        act: act.unwrap_or_default(),
    };
    (due.unwrap_or_else(|| "9999".to_owned()), row)
}
