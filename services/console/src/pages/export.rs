//! 导出: a list as a workbook, every row of it. What a page shows is what its workbook has: each page makes both.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as intake;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_proto::jiefen::node::v1 as node;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;

use super::{
    boards, cockpit, filed, incidents, letters, papers, patrol, requests, room, roster, search,
    sheets, system, units, work,
};
use crate::Console;
use crate::guard::Clerk;
use crate::layout::{Shell, refused};
use crate::lines::ask;
use crate::sheet::{Cell, ROWS_MAX, Sheet, day};
use crate::told::Told;

/// Rows of one question to a service.
pub(crate) const ROWS: i32 = 200;

/// The addresses of the workbooks.
pub(super) fn router() -> Router<Console> {
    Router::new().route("/export/{list}", get(give))
}

/// Where the workbook of a list is; `of`: which list, as the address of its page says it.
pub(crate) fn address(list: &str, of: &[(&str, &str)]) -> String {
    let path = format!("/export/{list}.xlsx");
    let known = of.iter().filter(|(_, value)| !value.is_empty());
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(known).finish();
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// Gives a workbook.
async fn give(State(console): State<Console>, Path(list): Path<String>, clerk: Clerk) -> Response {
    let sheet = sheet(&console, &clerk, &list).await;
    match sheet.and_then(|sheet| sheet.answer()) {
        Ok(answer) => answer,
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

/// The rows of a list, made by the page that shows it: whoever does not see the page gets no workbook of it.
async fn sheet(console: &Console, clerk: &Clerk, list: &str) -> Result<Sheet, Told> {
    match list {
        "work.xlsx" => all_duties(console, clerk).await,
        "search.xlsx" => all_found(console, clerk).await,
        "cockpit.xlsx" => cockpit::sheet(console, clerk).await,
        "figure.xlsx" => cockpit::figure::disputes(console, clerk).await,
        "parts.xlsx" => cockpit::figure::parts(console, clerk).await,
        "letters.xlsx" => letters::sheet(console, clerk).await,
        "warnings.xlsx" => patrol::warnings(console, clerk).await,
        "screenings.xlsx" => patrol::rounds(console, clerk).await,
        "findings.xlsx" => patrol::screening::findings(console, clerk).await,
        "reports.xlsx" => patrol::screening::reports(console, clerk).await,
        "signals.xlsx" => patrol::risk::signals(console, clerk).await,
        "tasks.xlsx" => patrol::risk::tasks(console, clerk).await,
        "requests.xlsx" => requests::sheet(console, clerk).await,
        "units.xlsx" => units::sheet::shown(console, clerk).await,
        "register.xlsx" => units::sheet::made(console, clerk).await,
        "roster.xlsx" => roster::sheet::made(console, clerk).await,
        "incidents.xlsx" => incidents::sheet(console, clerk).await,
        "docket.xlsx" => boards::docket(console, clerk).await,
        "scores.xlsx" => sheets::workbook(console, clerk).await,
        "score.xlsx" => sheets::score(console, clerk).await,
        "peers.xlsx" => system::peers(console, clerk).await,
        "parked.xlsx" => system::parked(console, clerk).await,
        "audit.xlsx" => system::audit(console, clerk).await,
        "filed.xlsx" => filed::sheet(console, clerk).await,
        "papers.xlsx" => papers::sheet(console, clerk).await,
        "room.xlsx" => room::sheet(console, clerk).await,
        _ => {
            let text = "没有这个表格 (there is no such workbook)";
            Err(Told::own(StatusCode::NOT_FOUND, "NO_WORKBOOK", text))
        }
    }
}

/// 我的工作 as a workbook.
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
    let mut duties = Vec::new();
    for area in console.lines.areas() {
        let (mut page_token, mut of_area) = (String::new(), 0);
        loop {
            let message = node::ListDutiesRequest { page_size: ROWS, page_token };
            let staff = &clerk.staff;
            let list = ask!(console, staff, area, NodeServiceClient, list_duties, message)?;
            of_area += list.duties.len();
            duties.extend(list.duties);
            page_token = list.next_page_token;
            // More than the workbook holds of this area alone: the others cannot come before it.
            if page_token.is_empty() || of_area > ROWS_MAX {
                break;
            }
        }
    }
    duties.sort_by_cached_key(work::order::end);
    for duty in duties {
        let (due, receipt) = (duty.due.clone(), duty.receipt.clone());
        let left = match due.is_empty() {
            true => Cell::from(""),
            false => Cell::Number(duty.working_days.into()),
        };
        let row = work::row(&shell, duty);
        let room = sheet.add(vec![
            day(&due),
            row.chip.into(),
            left,
            row.what.into(),
            row.about.into(),
            row.limit.into(),
            row.from.into(),
            row.holder.into(),
            receipt.into(),
        ]);
        if !room {
            break;
        }
    }
    Ok(sheet)
}

/// What was found as a workbook.
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
