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
use super::clocks::{Clock, cells, clocks};
use super::{cockpit, export, may, papers};
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, shown};
use crate::lines::{At, ask_at};
use crate::sheet::Sheet;
use crate::told::Told;
use crate::{Console, words};

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
    /// Where the whole list is as a workbook.
    export: String,
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
    let shell = Shell::new(console, &clerk.visit, "/letters", ("督办", "Supervision"));
    let (rows, token) = some(console, clerk, (at, &shell), clerk.visit.query("page")).await?;
    let next = match token.as_str() {
        "" => String::new(),
        token => format!("/letters?all={}&page={token}", u8::from(all)),
    };
    Ok(List {
        rows,
        begin: affairs::begun(About::Letter, at, &clerk.staff, shell.english),
        office: at == At::Own,
        export: export::address("letters", &[("all", if all { "1" } else { "" })]),
        all,
        next,
        shell,
    })
}

/// A page of the list, and where it goes on.
async fn some(
    console: &Console,
    clerk: &Clerk,
    (at, shell): (At, &Shell),
    page_token: String,
) -> Result<(Vec<Row>, String), Told> {
    let open_only = clerk.visit.query("all") != "1";
    let message = pb::ListOrdersRequest { page_size: 0, page_token, open_only };
    let (staff, area) = (&clerk.staff, Area::Assessment);
    let found = ask_at!(console, staff, area, at, AssessmentServiceClient, list_orders, message)?;
    let today = console.now(staff, area, at).await?.date().to_string();
    let row = |order: pb::Order| {
        let head = order.head.unwrap_or_default();
        Row {
            address: About::Letter.address(at, &head.name),
            unit: agency_name(&order.unit),
            ground: order.ground,
            clocks: clocks(shell, &head, &today),
            state: head.state_zh,
            next: shell.t(&head.next_zh, &head.next_en).to_owned(),
            open: head.open,
        }
    };
    Ok((found.orders.into_iter().map(row).collect(), found.next_page_token))
}

/// The whole list as a workbook.
pub(super) async fn sheet(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let at = place(console, clerk)?;
    let shell = Shell::new(console, &clerk.visit, "/letters", ("督办", "Supervision"));
    let columns =
        [("期限", 12), ("期限情况", 30), ("单位", 28), ("依据", 40), ("状态", 14), ("下一步", 24)];
    let mut sheet = Sheet::new("督办", &columns);
    let mut token = String::new();
    loop {
        let (rows, next) = some(console, clerk, (at, &shell), token).await?;
        let room = rows.into_iter().all(|row| {
            let [due, said] = cells(&row.clocks, false);
            let told = [row.unit, row.ground, row.state, row.next];
            sheet.add([due, said].into_iter().chain(told.map(Into::into)).collect())
        });
        token = next;
        if !room || token.is_empty() {
            return Ok(sheet);
        }
    }
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
    let papers = papers::of_office(console, clerk, (papers::Of::Letter, at), case).await?;
    let answers = order.unit == console.agency.to_string();
    let dispute = |id: &String| {
        let to = match at {
            At::Own => format!("/cockpit/disputes/{id}"),
            At::Office => format!("/disputes/{id}"),
        };
        (words::receipt(id), to)
    };
    // Each side's staff have ids of their own: only the own ones have a name here.
    let by = |own: bool, who: &str, on: Option<&jiefen_proto::jiefen::common::v1::Date>| match who {
        "" => String::new(),
        who if own => format!("{} {}", cockpit::day(on, english), shell.called(who)),
        _ => cockpit::day(on, english),
    };
    let (office, unit_here) = (at == At::Own, at == At::Office);
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
        drafted: by(office, &order.drafted_by, order.drafted_on.as_ref()),
        signed: by(office, &order.signed_by, order.signed_on.as_ref()),
        answered: by(unit_here, &order.answered_by, order.answered_on.as_ref()),
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
