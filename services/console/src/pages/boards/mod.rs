//! The lists of the deciding bodies: the court's board 分·调·裁·审, the docket of labour arbitration, petitions,
//! reconsiderations. What stands where is data (`lists`); the node says which cases stand there, by their limits.

mod ended;
mod lists;
mod sheet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::node::v1 as pb;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;

use super::acts::{self, Act};
use super::work;
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, refused, shown};
use crate::lines::ask;
use crate::told::Told;
use crate::{Console, words};
use lists::List;

pub(crate) use lists::ALL;
pub(super) use sheet::docket;

/// Cases in a column of the board, and of a column that is shown alone.
const FEW: i32 = 8;
const MANY: i32 = 50;

/// A case.
struct Card {
    address: String,
    title: String,
    amount: String,
    urgency: &'static str,
    chip: String,
    due: String,
    limit: String,
    state: String,
    next: String,
    person: String,
    /// Who has it, when it is not this unit.
    away: String,
    changed_on: String,
}

/// The open cases of a list, or those that have ended.
struct Tabs {
    address: &'static str,
    ended: bool,
}

/// A column with its cases.
struct Column {
    title: &'static str,
    about: &'static str,
    total: i64,
    late: i64,
    cards: Vec<Card>,
    /// Where the others of it are; empty: all are shown.
    rest: String,
}

#[derive(Template)]
#[template(path = "boards/board.html")]
struct Board {
    shell: Shell,
    tabs: Tabs,
    /// The address of the same list as a workbook.
    export: String,
    columns: Vec<Column>,
    begins: Vec<&'static Act>,
    late: i64,
    total: i64,
    /// The whole list, when one column is shown alone.
    whole: &'static str,
    /// True: columns beside each other; false: one list after the other.
    beside: bool,
}

/// 分调裁审.
pub(crate) async fn court(State(console): State<Console>, clerk: Clerk) -> Response {
    show(&console, &clerk, &lists::COURT).await
}

/// 仲裁案卷.
pub(crate) async fn arbitration(State(console): State<Console>, clerk: Clerk) -> Response {
    show(&console, &clerk, &lists::ARBITRATION).await
}

/// 信访事项.
pub(crate) async fn petitions(State(console): State<Console>, clerk: Clerk) -> Response {
    show(&console, &clerk, &lists::PETITIONS).await
}

/// 行政复议.
pub(crate) async fn reconsiderations(State(console): State<Console>, clerk: Clerk) -> Response {
    show(&console, &clerk, &lists::RECONSIDERATIONS).await
}

async fn show(console: &Console, clerk: &Clerk, list: &'static List) -> Response {
    if !console.lines.has(list.area) {
        return refused(console, &clerk.visit, &Told::away(list.area));
    }
    match clerk.visit.query("show").as_str() {
        "ended" => shown(console, &clerk.visit, ended::made(console, clerk, list).await),
        _ => shown(console, &clerk.visit, made(console, clerk, list).await),
    }
}

async fn made(console: &Console, clerk: &Clerk, list: &'static List) -> Result<Board, Told> {
    let shell = Shell::new(console, &clerk.visit, list.address, (list.zh, list.en));
    let alone = clerk.visit.query("column");
    let shown: Vec<&lists::Column> =
        list.columns.iter().filter(|one| alone.is_empty() || one.key == alone).collect();
    let page_token = clerk.visit.query("page");
    let message = pb::ListDocketRequest {
        columns: shown.iter().map(|one| one.asked(&page_token)).collect(),
        page_size: if alone.is_empty() { FEW } else { MANY },
    };
    let area: Area = list.area;
    let staff = &clerk.staff;
    let answer = ask!(console, staff, area, NodeServiceClient, list_docket, message)?;
    let whole = if alone.is_empty() { "" } else { list.address };
    let own = console.agency.to_string();
    let pages = shown.into_iter().zip(answer.columns);
    let columns: Vec<Column> =
        pages.map(|(of, page)| column(&shell, list, of, page, &own)).collect();
    Ok(Board {
        tabs: Tabs { address: list.address, ended: false },
        export: format!("/export/docket.xlsx?list={}", list.key()),
        late: columns.iter().map(|column| column.late).sum(),
        total: columns.iter().map(|column| column.total).sum(),
        columns,
        begins: acts::begun(staff, list.procedures),
        beside: list.beside && whole.is_empty(),
        whole,
        shell,
    })
}

fn column(
    shell: &Shell,
    list: &List,
    of: &'static lists::Column,
    page: pb::DocketPage,
    own: &str,
) -> Column {
    Column {
        title: shell.t(of.zh, of.en),
        about: shell.t(of.about_zh, of.about_en),
        total: page.total,
        late: page.late,
        cards: page.cases.into_iter().map(|duty| card(shell, duty, own)).collect(),
        rest: match page.next_page_token.as_str() {
            "" => String::new(),
            token => format!("{}?column={}&page={token}", list.address, of.key),
        },
    }
}

fn card(shell: &Shell, duty: pb::Duty, own: &str) -> Card {
    let (urgency, chip) = work::chip(shell, &duty);
    let yuan = |fen: i64| format!("{}.{:02}{}", fen / 100, fen % 100, shell.t("元", " yuan"));
    Card {
        address: format!("/disputes/{}", duty.dispute),
        title: work::about(&duty),
        amount: duty.amount_fen.map(yuan).unwrap_or_default(),
        urgency,
        chip,
        due: words::day(&duty.due, shell.english),
        limit: shell.t(&duty.limit_zh, &duty.limit_en).to_owned(),
        state: duty.state_zh,
        next: shell.t(&duty.next_zh, &duty.next_en).to_owned(),
        person: shell.called(&duty.person),
        changed_on: duty.changed_on,
        away: match duty.holder.as_str() {
            holder if holder == own || holder.is_empty() => String::new(),
            holder => agency_name(holder),
        },
    }
}
