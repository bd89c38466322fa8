//! 我的工作: what this unit has to do, by legal deadline.

pub(super) mod order;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use jiefen_proto::jiefen::node::v1 as pb;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;

use super::acts::affairs::About;
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, page, refused};
use crate::lines::{At, ask};
use crate::{Console, words};

/// Rows on one page.
const ROWS: i32 = 50;

/// One row.
pub(super) struct Row {
    pub(super) address: String,
    pub(super) urgency: &'static str,
    pub(super) due: String,
    pub(super) chip: String,
    pub(super) what: String,
    pub(super) about: String,
    pub(super) limit: String,
    pub(super) from: String,
    pub(super) holder: String,
    pub(super) provisional: bool,
}

#[derive(Template)]
#[template(path = "work.html")]
struct Work {
    shell: Shell,
    rows: Vec<Row>,
    late: i64,
    today: i64,
    /// The address of the next page; empty: there is none.
    next: String,
    counter: bool,
}

/// The page: what all areas of the node have to do, by the deadlines of all.
pub(crate) async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    let shell = Shell::new(&console, &clerk.visit, "/", ("我的工作", "My work"));
    let (mut lists, mut late, mut today) = (Vec::new(), 0, 0);
    let asked = clerk.visit.query("page");
    for area in console.lines.areas() {
        let place = order::place(&asked, area.code());
        // Of an area that has been shown to its end only the figures are asked for.
        let page_size = if place.is_some() { ROWS } else { 1 };
        let (page_token, after) = place.unwrap_or_default();
        let message = pb::ListDutiesRequest { page_size, page_token: page_token.clone() };
        match ask!(console, &clerk.staff, area, NodeServiceClient, list_duties, message) {
            Ok(list) => {
                late += list.late;
                today += list.today_count;
                if page_size == ROWS {
                    lists.push(order::List::new(area.code(), (page_token, after), list));
                }
            }
            Err(told) => return refused(&console, &clerk.visit, &told),
        }
    }
    let (duties, next) = order::merged(lists, ROWS.unsigned_abs() as usize);
    let rows = duties.into_iter().map(|duty| row(&shell, duty)).collect();
    let next = if next.is_empty() { next } else { format!("/?page={next}") };
    let counter = shell.places.iter().any(|place| place.address == "/register");
    page(StatusCode::OK, &Work { shell, rows, late, today, next, counter })
}

/// How pressing something is: its style, and the words.
pub(super) fn chip(shell: &Shell, duty: &pb::Duty) -> (&'static str, String) {
    match duty.urgency.as_str() {
        "late" => ("late", shell.t("已超期", "Late").to_owned()),
        "today" => ("soon", shell.t("今天到期", "Today").to_owned()),
        "later" if shell.english => ("info", format!("{} working days", duty.working_days)),
        "later" => ("info", format!("剩{}个工作日", duty.working_days)),
        _ => ("info", shell.t("没有期限", "No limit").to_owned()),
    }
}

/// What it is about.
pub(super) fn about(duty: &pb::Duty) -> String {
    let names = duty.parties.join("、");
    match (names.is_empty(), duty.dispute_kind.is_empty()) {
        (false, false) => format!("{names} {}纠纷", words::kind(&duty.dispute_kind)),
        (false, true) => names,
        (true, false) => format!("{}纠纷（当事人待登记）", words::kind(&duty.dispute_kind)),
        (true, true) => duty.state_zh.clone(),
    }
}

/// A duty as the list shows it.
pub(super) fn row(shell: &Shell, duty: pb::Duty) -> Row {
    let (urgency, chip) = chip(shell, &duty);
    let about = about(&duty);
    let address = match (duty.dispute.is_empty(), duty.kind.as_str()) {
        // What is no dispute has a page of its own.
        (true, _) => match About::of(&duty.procedure) {
            Some(about) if !duty.case.is_empty() => about.address(At::Own, &duty.case),
            Some(_) | None => String::new(),
        },
        (false, "offer") => format!("/disputes/{}#offer", duty.dispute),
        (false, _) => format!("/disputes/{}", duty.dispute),
    };
    Row {
        address,
        urgency,
        due: words::day(&duty.due, shell.english),
        chip,
        what: shell.t(&duty.next_zh, &duty.next_en).to_owned(),
        about,
        limit: shell.t(&duty.limit_zh, &duty.limit_en).to_owned(),
        from: named(&duty.from),
        holder: named(&duty.holder),
        provisional: duty.provisional,
    }
}

fn named(agency: &str) -> String {
    if agency.is_empty() { String::new() } else { agency_name(agency) }
}
