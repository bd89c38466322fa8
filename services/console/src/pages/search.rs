//! 查找: by name, place, words, number, pinyin.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;

use super::export;
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, page, refused};
use crate::lines::ask;
use crate::{Console, words};

/// A dispute that was found.
pub(super) struct Hit {
    pub(super) address: String,
    pub(super) title: String,
    pub(super) receipt: String,
    pub(super) state: String,
    pub(super) next: String,
    pub(super) holder: String,
    pub(super) place: String,
    pub(super) opened: String,
    pub(super) summary: String,
    pub(super) why: String,
}

#[derive(Template)]
#[template(path = "search.html")]
struct Page {
    shell: Shell,
    query: String,
    asked: bool,
    hits: Vec<Hit>,
    next: String,
    /// The address of the whole list as a workbook.
    export: String,
}

/// The page, with what was found.
pub(crate) async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    let shell = Shell::new(&console, &clerk.visit, "/search", ("查找", "Search"));
    let query = clerk.visit.query("q");
    if query.is_empty() {
        let empty = Page {
            shell,
            query,
            asked: false,
            hits: Vec::new(),
            next: String::new(),
            export: String::new(),
        };
        return page(StatusCode::OK, &empty);
    }
    let message = pb::SearchDisputesRequest {
        query: query.clone(),
        page_token: clerk.visit.query("page"),
        ..pb::SearchDisputesRequest::default()
    };
    let staff = &clerk.staff;
    match ask!(console, staff, Area::Intake, IntakeServiceClient, search_disputes, message) {
        Ok(found) => {
            let hits = found.disputes.into_iter().map(|dispute| hit(&shell, dispute)).collect();
            let mut next = form_urlencoded::Serializer::for_suffix("/search?".to_owned(), 8);
            next.append_pair("q", &query).append_pair("page", &found.next_page_token);
            let next = if found.next_page_token.is_empty() { String::new() } else { next.finish() };
            let export = export::address("search", &[("q", &query)]);
            page(StatusCode::OK, &Page { shell, query, asked: true, hits, next, export })
        }
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

/// The day of its registration, `2026-03-11`.
pub(super) fn opened(dispute: &pb::FoundDispute) -> String {
    let day = dispute.opened_on.as_ref();
    let day = day.map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day));
    day.unwrap_or_default()
}

/// A dispute as the list shows it.
pub(super) fn hit(shell: &Shell, dispute: pb::FoundDispute) -> Hit {
    let opened = opened(&dispute);
    let head = dispute.head.unwrap_or_default();
    let names: Vec<&str> = dispute.parties.iter().map(|party| party.name.as_str()).collect();
    let why: Vec<String> = dispute
        .matches
        .iter()
        .map(|found| format!("“{}”在{}里", found.word, found.part_zh))
        .collect();
    let holder =
        if dispute.responsible_unit.is_empty() { &head.holder } else { &dispute.responsible_unit };
    Hit {
        address: format!("/disputes/{}", head.dispute),
        title: format!("{} {}纠纷", names.join(" 与 "), words::kind(&dispute.kind)),
        receipt: dispute.receipt,
        state: head.state_zh,
        next: shell.t(&head.next_zh, &head.next_en).to_owned(),
        holder: if holder.is_empty() { String::new() } else { agency_name(holder) },
        place: dispute.place_name,
        opened: words::day(&opened, shell.english),
        summary: dispute.summary,
        why: if shell.english { String::new() } else { why.join("，") },
    }
}
