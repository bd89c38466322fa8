//! 导出: a list page as a workbook, every row of it. What a page shows is what its workbook has.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as intake;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_proto::jiefen::node::v1 as node;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;

use super::{search, work};
use crate::Console;
use crate::guard::Clerk;
use crate::layout::{Shell, refused};
use crate::lines::ask;
use crate::sheet::{Cell, Sheet, day};
use crate::told::Told;

/// Rows of one question to a service.
const ROWS: i32 = 200;

/// The addresses of the workbooks.
pub(super) fn router() -> Router<Console> {
    Router::new().route("/export/work.xlsx", get(duties)).route("/export/search.xlsx", get(found))
}

/// 我的工作 as a workbook.
async fn duties(State(console): State<Console>, clerk: Clerk) -> Response {
    match all_duties(&console, &clerk).await.and_then(|sheet| sheet.answer()) {
        Ok(answer) => answer,
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

async fn all_duties(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let shell = Shell::new(console, &clerk.visit, "/", ("我的工作", "My work"));
    let columns = [
        ("期限", 12),
        ("状态", 14),
        ("剩余工作日", 12),
        ("要做的事", 30),
        ("纠纷", 30),
        ("期限依据", 30),
        ("从哪里来", 24),
        ("现在谁在办", 24),
        ("回执", 22),
    ];
    let mut sheet = Sheet::new("我的工作", &columns);
    for area in console.lines.areas() {
        let mut page_token = String::new();
        loop {
            let message = node::ListDutiesRequest { page_size: ROWS, page_token };
            let staff = &clerk.staff;
            let list = ask!(console, staff, area, NodeServiceClient, list_duties, message)?;
            let room = list.duties.into_iter().all(|duty| {
                let (due, receipt) = (duty.due.clone(), duty.receipt.clone());
                let left = match due.is_empty() {
                    true => Cell::from(""),
                    false => Cell::Number(duty.working_days.into()),
                };
                let row = work::row(&shell, duty);
                sheet.add(vec![
                    day(&due),
                    row.chip.into(),
                    left,
                    row.what.into(),
                    row.about.into(),
                    row.limit.into(),
                    row.from.into(),
                    row.holder.into(),
                    receipt.into(),
                ])
            });
            page_token = list.next_page_token;
            if !room || page_token.is_empty() {
                break;
            }
        }
    }
    Ok(sheet)
}

/// What was found as a workbook.
async fn found(State(console): State<Console>, clerk: Clerk) -> Response {
    match all_found(&console, &clerk).await.and_then(|sheet| sheet.answer()) {
        Ok(answer) => answer,
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

async fn all_found(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let shell = Shell::new(console, &clerk.visit, "/search", ("查找", "Search"));
    let columns = [
        ("登记日期", 12),
        ("纠纷", 30),
        ("状态", 14),
        ("下一步", 24),
        ("现在谁在办", 24),
        ("地点", 24),
        ("回执", 22),
        ("简要情况", 50),
    ];
    let mut sheet = Sheet::new("查找结果", &columns);
    let query = clerk.visit.query("q");
    if query.is_empty() {
        return Ok(sheet);
    }
    let mut page_token = String::new();
    loop {
        let message = intake::SearchDisputesRequest {
            query: query.clone(),
            page_size: ROWS,
            page_token,
            ..intake::SearchDisputesRequest::default()
        };
        let staff = &clerk.staff;
        let list =
            ask!(console, staff, Area::Intake, IntakeServiceClient, search_disputes, message)?;
        let room = list.disputes.into_iter().all(|dispute| {
            let opened = search::opened(&dispute);
            let hit = search::hit(&shell, dispute);
            let row: Vec<Cell> = vec![
                day(&opened),
                hit.title.into(),
                hit.state.into(),
                hit.next.into(),
                hit.holder.into(),
                hit.place.into(),
                hit.receipt.into(),
                hit.summary.into(),
            ];
            sheet.add(row)
        });
        page_token = list.next_page_token;
        if !room || page_token.is_empty() {
            return Ok(sheet);
        }
    }
}
