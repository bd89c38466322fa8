//! 突发事件: mass incidents and the danger of them. What is due stands first, with the minutes that are left and who has
//! to do it: whoever opens these pages is in a hurry.

mod due;
mod one;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::risk_service_client::RiskServiceClient;
use jiff::civil::DateTime;

use super::acts::affairs::{self, About, Offered};
use super::may;
use super::patrol::{place, tag};
use crate::guard::Clerk;
use crate::layout::{Shell, shown};
use crate::lines::{At, ask};
use crate::sheet::{Cell, Sheet};
use crate::told::Told;
use crate::{Console, words};
use due::{Due, dues};

/// Incidents of one question to the service.
const ROWS: i32 = 200;

/// The addresses of these pages.
pub(super) fn router() -> Router<Console> {
    Router::new().route("/incidents", get(show)).route("/incidents/{at}/{case}", get(one::show))
}

/// An incident of the list.
struct Row {
    address: String,
    place: String,
    state: String,
    tag: &'static str,
    what: String,
    people: u32,
    next: String,
    dues: Vec<Due>,
    open: bool,
}

#[derive(Template)]
#[template(path = "incidents/incidents.html")]
struct List {
    shell: Shell,
    rows: Vec<Row>,
    begin: Vec<Offered>,
    all: bool,
    next: String,
}

/// The list.
async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    shown(&console, &clerk.visit, listed(&console, &clerk).await)
}

/// Refuses whoever has no part in it.
fn admit(console: &Console, clerk: &Clerk) -> Result<(), Told> {
    if may::incidents(console, &clerk.staff) {
        return Ok(());
    }
    let text = "突发事件由综治中心、公安和职能部门人员办理，您的岗位看不到 (incidents are for those who deal with them)";
    Err(Told::own(StatusCode::FORBIDDEN, "NOT_ON_INCIDENTS", text))
}

async fn listed(console: &Console, clerk: &Clerk) -> Result<List, Told> {
    admit(console, clerk)?;
    let all = clerk.visit.query("all") == "1";
    let shell = Shell::new(console, &clerk.visit, "/incidents", ("突发事件", "Incidents"));
    let page_token = clerk.visit.query("page");
    let message = pb::ListIncidentsRequest { page_size: 0, page_token, open_only: !all };
    let (staff, area) = (&clerk.staff, Area::Intake);
    let found = ask!(console, staff, area, RiskServiceClient, list_incidents, message)?;
    let now = console.now(staff, area, At::Own).await?;
    let next = match found.next_page_token.as_str() {
        "" => String::new(),
        token => format!("/incidents?all={}&page={token}", u8::from(all)),
    };
    Ok(List {
        rows: rows(&shell, clerk, found.incidents, now),
        begin: affairs::begun(About::Incident, At::Own, staff, shell.english),
        all,
        next,
        shell,
    })
}

/// The incidents, those with the most pressing limits first, those that have ended last.
fn rows(shell: &Shell, clerk: &Clerk, found: Vec<pb::Incident>, now: DateTime) -> Vec<Row> {
    let mut rows: Vec<Row> = found.into_iter().map(|one| row(shell, clerk, one, now)).collect();
    let first = |row: &Row| row.dues.first().map(|due| due.at.clone());
    rows.sort_by_key(|row| (!row.open, first(row).is_none(), first(row)));
    rows
}

fn row(shell: &Shell, clerk: &Clerk, one: pb::Incident, now: DateTime) -> Row {
    let head = one.head.clone().unwrap_or_default();
    let acts = affairs::of((About::Incident, At::Own), &head, false, &clerk.staff, shell.english);
    Row {
        address: About::Incident.address(At::Own, &head.name),
        place: place(&one.place),
        tag: colour(&head.state),
        what: what(&one),
        people: one.people,
        next: shell.t(&head.next_zh, &head.next_en).to_owned(),
        dues: dues(shell, &one, now, &acts),
        open: head.open,
        state: head.state_zh,
    }
}

/// The colour that goes with the state: who is on the scene is in the red.
fn colour(state: &str) -> &'static str {
    match state {
        "called_out" | "on_site" => "late",
        "signalled" => "soon",
        other => tag(other),
    }
}

/// Over what, and what was seen last.
fn what(one: &pb::Incident) -> String {
    let Some(last) = one.signals.last() else { return String::new() };
    format!("{} · {}", words::kind(&last.cause), super::patrol::signal::kind(&last.kind))
}

/// The list as a workbook.
pub(in crate::pages) async fn sheet(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    admit(console, clerk)?;
    let columns = [
        ("地点", 30),
        ("事由", 30),
        ("状态", 22),
        ("人数", 8),
        ("下一步", 30),
        ("最急的事", 22),
        ("最迟", 22),
        ("由谁办", 40),
        ("首次联系", 22),
        ("上报次数", 10),
    ];
    let shell = Shell::new(console, &clerk.visit, "/incidents", ("突发事件", "Incidents"));
    let (staff, area) = (&clerk.staff, Area::Intake);
    let now = console.now(staff, area, At::Own).await?;
    let open_only = clerk.visit.query("all") != "1";
    let mut sheet = Sheet::new("突发事件", &columns);
    let mut page_token = String::new();
    loop {
        let message = pb::ListIncidentsRequest { page_size: ROWS, page_token, open_only };
        let found = ask!(console, staff, area, RiskServiceClient, list_incidents, message)?;
        let room = found.incidents.into_iter().all(|one| {
            let contact = words::time(one.first_contact.as_ref(), false);
            let reports = i64::try_from(one.reports.len()).unwrap_or(i64::MAX);
            let row = row(&shell, clerk, one, now);
            let (what, until, who) = match row.dues.into_iter().next() {
                Some(due) => (due.what.to_owned(), due.until, due.who),
                None => Default::default(),
            };
            sheet.add(vec![
                row.place.into(),
                row.what.into(),
                row.state.into(),
                Cell::Number(row.people.into()),
                row.next.into(),
                what.into(),
                until.into(),
                who.into(),
                contact.into(),
                Cell::Number(reports),
            ])
        });
        page_token = found.next_page_token;
        if !room || page_token.is_empty() {
            return Ok(sheet);
        }
    }
}
