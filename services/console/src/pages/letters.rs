//! 督办: letters out and their answers back, with the clock of the answer. At the office all of them; at a unit those
//! that were sent to it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_proto::jiefen::assessment::v1::assessment_service_client::AssessmentServiceClient;

use super::acts::affairs::{self, About, Offered};
use super::clocks::{Clock, clocks};
use super::{cockpit, may, papers};
use crate::Console;
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, shown};
use crate::lines::{At, ask_at};
use crate::told::Told;

/// One row.
struct Row {
    address: String,
    unit: String,
    ground: String,
    state: String,
    next: String,
    clocks: Vec<Clock>,
    open: bool,
}

#[derive(Template)]
#[template(path = "letters.html")]
struct List {
    shell: Shell,
    rows: Vec<Row>,
    begin: Vec<Offered>,
    office: bool,
    all: bool,
    next: String,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct One {
    shell: Shell,
    said: String,
    unit: String,
    order: pb::Order,
    state: String,
    next: String,
    clocks: Vec<Clock>,
    acts: Vec<Offered>,
    papers: papers::Block,
    drafted: String,
    signed: String,
    answered: String,
    circulated: String,
    /// Each dispute behind it, and where it is shown; empty: nowhere here.
    disputes: Vec<(String, String)>,
}

/// Where the letters are, for somebody who sees them.
fn place(console: &Console, clerk: &Clerk) -> Result<At, Told> {
    let at = console.lines.at(Area::Assessment).ok_or_else(|| Told::away(Area::Assessment))?;
    if may::supervise(console, &clerk.staff) {
        return Ok(at);
    }
    let text = "督办函由负责人签发、答复，您的岗位看不到 (supervision letters are for those who sign and answer them)";
    Err(Told::own(StatusCode::FORBIDDEN, "NOT_SUPERVISING", text))
}

/// The list.
pub(crate) async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    shown(&console, &clerk.visit, listed(&console, &clerk).await)
}

async fn listed(console: &Console, clerk: &Clerk) -> Result<List, Told> {
    let at = place(console, clerk)?;
    let all = clerk.visit.query("all") == "1";
    let page_token = clerk.visit.query("page");
    let message = pb::ListOrdersRequest { page_size: 0, page_token, open_only: !all };
    let (staff, area) = (&clerk.staff, Area::Assessment);
    let found = ask_at!(console, staff, area, at, AssessmentServiceClient, list_orders, message)?;
    let today = console.now(staff, area, at).await?.date().to_string();
    let shell = Shell::new(console, &clerk.visit, "/letters", ("督办", "Supervision"));
    let next = match found.next_page_token.as_str() {
        "" => String::new(),
        token => format!("/letters?all={}&page={token}", u8::from(all)),
    };
    let row = |order: pb::Order| {
        let head = order.head.unwrap_or_default();
        Row {
            address: About::Letter.address(at, &head.name),
            unit: agency_name(&order.unit),
            ground: order.ground,
            clocks: clocks(&shell, &head, &today),
            state: head.state_zh,
            next: shell.t(&head.next_zh, &head.next_en).to_owned(),
            open: head.open,
        }
    };
    Ok(List {
        rows: found.orders.into_iter().map(row).collect(),
        begin: affairs::begun(About::Letter, at, staff, shell.english),
        office: at == At::Own,
        all,
        next,
        shell,
    })
}

/// One letter.
pub(crate) async fn one(
    State(console): State<Console>,
    Path((at, case)): Path<(String, String)>,
    clerk: Clerk,
) -> Response {
    shown(&console, &clerk.visit, letter(&console, &clerk, (&at, &case)).await)
}

async fn letter(console: &Console, clerk: &Clerk, (at, case): (&str, &str)) -> Result<One, Told> {
    place(console, clerk)?;
    let at = At::named(at)?;
    let (staff, area) = (&clerk.staff, Area::Assessment);
    let message = pb::GetOrderRequest { name: format!("cases/{case}") };
    let found = ask_at!(console, staff, area, at, AssessmentServiceClient, get_order, message)?;
    let today = console.now(staff, area, at).await?.date().to_string();
    let order = found.order.unwrap_or_default();
    let head = order.head.clone().unwrap_or_default();
    let unit = agency_name(&order.unit);
    let (zh, en) = (format!("督办函：{unit}"), format!("Letter to {unit}"));
    let shell = Shell::new(console, &clerk.visit, "/letters", (&zh, &en));
    let english = shell.english;
    let papers = papers::of_letter(console, clerk, at, case).await?;
    let answers = order.unit == console.agency.to_string();
    let dispute = |id: &String| {
        let to = match at {
            At::Own => format!("/cockpit/disputes/{id}"),
            At::Office => format!("/disputes/{id}"),
        };
        (id.clone(), to)
    };
    let by = |who: &str, on: Option<&jiefen_proto::jiefen::common::v1::Date>| match who {
        "" => String::new(),
        who => format!("{} {who}", cockpit::day(on, english)),
    };
    Ok(One {
        said: match clerk.visit.query("paper").is_empty() {
            true => affairs::said(&clerk.visit.query("done"), english),
            false => papers::said(english).to_owned(),
        },
        papers,
        state: head.state_zh.clone(),
        next: shell.t(&head.next_zh, &head.next_en).to_owned(),
        clocks: clocks(&shell, &head, &today),
        acts: affairs::of((About::Letter, at), &head, answers, staff, english),
        drafted: by(&order.drafted_by, order.drafted_on.as_ref()),
        signed: by(&order.signed_by, order.signed_on.as_ref()),
        answered: by(&order.answered_by, order.answered_on.as_ref()),
        circulated: match order.circulated_on.as_ref() {
            Some(on) => cockpit::day(Some(on), english),
            None => String::new(),
        },
        disputes: order.disputes.iter().map(dispute).collect(),
        unit,
        order,
        shell,
    })
}
