//! A docket as a workbook: the rows of the page, every one of them.

use http::StatusCode;
use jiefen_proto::jiefen::node::v1 as pb;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;

use super::lists::{ALL, List};
use super::{Card, card, ended};
use crate::Console;
use crate::guard::Clerk;
use crate::layout::Shell;
use crate::lines::ask;
use crate::sheet::{Cell, Sheet, day};
use crate::told::Told;

/// Rows of one question to the node.
const ROWS: i32 = 200;

/// The workbook of the list that the address names, of open cases or of those that have ended.
pub(in crate::pages) async fn docket(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let key = clerk.visit.query("list");
    let list = ALL.into_iter().find(|list| list.key() == key);
    match list.filter(|list| console.lines.has(list.area)) {
        None => {
            let text = "这里没有这个列表 (there is no such list here)";
            Err(Told::own(StatusCode::NOT_FOUND, "NO_LIST", text))
        }
        Some(list) if clerk.visit.query("show") == "ended" => past(console, clerk, list).await,
        Some(list) => open(console, clerk, list).await,
    }
}

async fn open(console: &Console, clerk: &Clerk, list: &'static List) -> Result<Sheet, Told> {
    let shell = Shell::new(console, &clerk.visit, list.address, (list.zh, list.en));
    let columns = [
        ("环节", 16),
        ("期限", 12),
        ("紧急程度", 14),
        ("案件", 36),
        ("标的额", 16),
        ("状态", 16),
        ("下一步", 30),
        ("期限依据", 30),
        ("承办人", 16),
        ("现在谁在办", 24),
        ("回执", 22),
    ];
    let mut sheet = Sheet::new(&format!("{}在办", list.zh), &columns);
    let own = console.agency.to_string();
    let (staff, area) = (&clerk.staff, list.area);
    for column in list.columns {
        let mut token = String::new();
        loop {
            let message =
                pb::ListDocketRequest { columns: vec![column.asked(&token)], page_size: ROWS };
            let answer = ask!(console, staff, area, NodeServiceClient, list_docket, message)?;
            let page = answer.columns.into_iter().next().unwrap_or_default();
            let room = page.cases.into_iter().all(|duty| {
                let (due, receipt) = (duty.due.clone(), duty.receipt.clone());
                let Card { chip, title, amount, state, next, limit, person, away, .. } =
                    card(&shell, duty, &own);
                sheet.add(vec![
                    shell.t(column.zh, column.en).into(),
                    day(&due),
                    chip.into(),
                    title.into(),
                    amount.into(),
                    state.into(),
                    next.into(),
                    limit.into(),
                    person.into(),
                    away.into(),
                    receipt.into(),
                ])
            });
            token = page.next_page_token;
            if !room || token.is_empty() {
                break;
            }
        }
    }
    Ok(sheet)
}

async fn past(console: &Console, clerk: &Clerk, list: &'static List) -> Result<Sheet, Told> {
    let shell = Shell::new(console, &clerk.visit, list.address, (list.zh, list.en));
    let this = console.today(&clerk.staff, list.area).await?.year().into();
    let year = ended::year(&clerk.visit.query("year"), this);
    let columns = [
        ("结案日期", 12),
        ("案件", 36),
        ("标的额", 16),
        ("结果", 24),
        ("承办人", 16),
        ("回执", 22),
    ];
    let name = match year {
        0 => format!("{}已结", list.zh),
        year => format!("{}{year}年已结", list.zh),
    };
    let mut sheet = Sheet::new(&name, &columns);
    let mut token = String::new();
    loop {
        let page = ended::page(console, clerk, list, year, &token, ROWS).await?;
        let room = page.cases.into_iter().all(|duty| {
            let receipt = duty.receipt.clone();
            let Card { changed_on, title, amount, state, person, .. } = card(&shell, duty, "");
            let row: Vec<Cell> = vec![
                day(&changed_on),
                title.into(),
                amount.into(),
                state.into(),
                person.into(),
                receipt.into(),
            ];
            sheet.add(row)
        });
        token = page.next_page_token;
        if !room || token.is_empty() {
            return Ok(sheet);
        }
    }
}
