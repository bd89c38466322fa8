//! 群众来件: complaints, suggestions and requests of citizens, each with the clock of its answer.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;

use super::acts::affairs::{self, About};
use super::clocks::{Clock, cells, clocks};
use super::{acts, cockpit, export, may, room};
use crate::Console;
use crate::guard::Clerk;
use crate::layout::{Shell, shown};
use crate::lines::{At, ask};
use crate::sheet::{self, Sheet};
use crate::told::Told;

struct Row {
    about: String,
    text: String,
    on: String,
    /// The same day as the services write it.
    iso: String,
    state: String,
    open: bool,
    clocks: Vec<Clock>,
    answer: String,
    signed: String,
    /// Where its dispute is; empty: it has none.
    dispute: String,
    /// Of what has no dispute: what it is about, and by what one calls back.
    concerns: String,
    phone: String,
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
    export: String,
    said: &'static str,
}

/// The page.
pub(crate) async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    shown(&console, &clerk.visit, made(&console, &clerk).await)
}

/// Refuses whoever does not answer citizens.
fn admit(clerk: &Clerk) -> Result<(), Told> {
    if !may::answer(&clerk.staff) {
        let text = "群众来件由窗口和负责人答复 (the counter and the head answer what citizens ask)";
        return Err(Told::own(StatusCode::FORBIDDEN, "NOT_ANSWERING", text));
    }
    Ok(())
}

async fn made(console: &Console, clerk: &Clerk) -> Result<Page, Told> {
    admit(clerk)?;
    let all = clerk.visit.query("all") == "1";
    let shell = Shell::new(console, &clerk.visit, "/requests", ("群众来件", "Requests"));
    let (rows, token) = some(console, clerk, &shell, clerk.visit.query("page")).await?;
    let next = match token.as_str() {
        "" => String::new(),
        token => format!("/requests?all={}&page={token}", u8::from(all)),
    };
    let export = export::address("requests", &[("all", if all { "1" } else { "" })]);
    let said = match clerk.visit.query("done").trim_start_matches("box.") {
        "answer" => shell.t("已经答复，凭查询码就能看到。", "Answered; it is read with the code."),
        _ => "",
    };
    Ok(Page { rows: in_order(rows), all, next, export, said, shell })
}

/// What waits comes by its deadline.
fn in_order(mut rows: Vec<(String, Row)>) -> Vec<Row> {
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// A page of the list, and where it goes on.
async fn some(
    console: &Console,
    clerk: &Clerk,
    shell: &Shell,
    page_token: String,
) -> Result<(Vec<(String, Row)>, String), Told> {
    let open_only = clerk.visit.query("all") != "1";
    let message = pb::ListCitizenRequestsRequest { page_size: 0, page_token, open_only };
    let (staff, area) = (&clerk.staff, Area::Intake);
    let found = ask!(console, staff, area, IntakeServiceClient, list_citizen_requests, message)?;
    let today = console.today(staff, area).await?.to_string();
    let rows = found.requests.into_iter().map(|one| row(shell, clerk, &today, one)).collect();
    Ok((rows, found.next_page_token))
}

/// The whole list as a workbook.
pub(super) async fn sheet(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    admit(clerk)?;
    let shell = Shell::new(console, &clerk.visit, "/requests", ("群众来件", "Requests"));
    let columns = [
        ("哪一天来的", 12),
        ("什么来件", 14),
        ("状态", 12),
        ("期限", 12),
        ("期限情况", 40),
        ("来件内容", 50),
        ("关于什么", 24),
        ("电话", 16),
        ("答复", 50),
        ("答复日期、人", 24),
    ];
    let mut sheet = Sheet::new("群众来件", &columns);
    let (mut rows, mut token) = (Vec::new(), String::new());
    loop {
        let (more, next) = some(console, clerk, &shell, token).await?;
        rows.extend(more);
        token = next;
        if token.is_empty() || rows.len() >= sheet::ROWS_MAX {
            break;
        }
    }
    for row in in_order(rows) {
        let [due, said] = cells(&row.clocks, true);
        let signed = if row.answer.is_empty() { String::new() } else { row.signed };
        sheet.add(vec![
            sheet::day(&row.iso),
            row.about.into(),
            row.state.into(),
            due,
            said,
            row.text.into(),
            row.concerns.into(),
            row.phone.into(),
            row.answer.into(),
            signed.into(),
        ]);
    }
    Ok(sheet)
}

/// A row, and by what it is put in order.
fn row(shell: &Shell, clerk: &Clerk, today: &str, asked: pb::CitizenRequest) -> (String, Row) {
    let head = asked.head.unwrap_or_default();
    let due = head.clocks.iter().filter(|clock| clock.state == "running");
    let due = due.map(|clock| clock.due.clone()).min();
    let act = match asked.dispute.as_str() {
        "" => {
            let offered = affairs::of((About::Box, At::Own), &head, false, &clerk.staff, false);
            offered.into_iter().next().map(|act| act.address)
        }
        dispute => acts::of_case(&clerk.staff, &head).first().map(|act| {
            let case = head.name.trim_start_matches("cases/");
            format!("/disputes/{dispute}/{case}/{}", act.key)
        }),
    };
    let row = Row {
        about: asked.about_zh,
        text: asked.text,
        on: cockpit::day(asked.on.as_ref(), shell.english),
        iso: room::view::day(asked.on.as_ref()),
        clocks: clocks(shell, &head, today),
        state: head.state_zh,
        open: head.open,
        answer: asked.answer,
        signed: format!(
            "{} {}",
            cockpit::day(asked.answered_on.as_ref(), shell.english),
            shell.called(&asked.signed_by)
        ),
        dispute: match asked.dispute.as_str() {
            "" => String::new(),
            dispute => format!("/disputes/{dispute}"),
        },
        concerns: asked.concerns,
        phone: asked.phone,
        act: act.unwrap_or_default(),
    };
    (due.unwrap_or_else(|| "9999".to_owned()), row)
}
