//! 已结案件: what a deciding body has ended, year by year.

use askama::Template;
use jiefen_proto::jiefen::node::v1 as pb;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;

use super::lists::List;
use super::{Card, MANY, Tabs, card};
use crate::guard::Clerk;
use crate::layout::Shell;
use crate::lines::ask;
use crate::told::Told;
use crate::{Console, words};

/// Every year, as the address says it.
const EVER: &str = "all";

/// A year that can be chosen.
struct Year {
    value: String,
    text: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "boards/ended.html")]
pub(super) struct Ended {
    shell: Shell,
    tabs: Tabs,
    years: Vec<Year>,
    /// Each with the day on which it ended.
    cards: Vec<(String, Card)>,
    total: i64,
    /// The address of the next page; empty: there is none.
    next: String,
    /// The address of the same list as a workbook.
    export: String,
}

/// The cases that ended in the year that the address names, in this one when it names none.
pub(super) async fn made(
    console: &Console,
    clerk: &Clerk,
    list: &'static List,
) -> Result<Ended, Told> {
    let shell = Shell::new(console, &clerk.visit, list.address, (list.zh, list.en));
    let this = console.today(&clerk.staff, list.area).await?.year().into();
    let year = year(&clerk.visit.query("year"), this);
    let token = clerk.visit.query("page");
    let page = page(console, clerk, list, year, &token, MANY).await?;
    let own = console.agency.to_string();
    let chosen = if year == 0 { EVER.to_owned() } else { year.to_string() };
    let at = format!("{}?show=ended&year={chosen}", list.address);
    let case = |duty: pb::Duty| {
        let on = words::day(&duty.changed_on, shell.english);
        (on, card(&shell, duty, &own))
    };
    Ok(Ended {
        tabs: Tabs { address: list.address, ended: true },
        years: years(&shell, page.since_year, this, year),
        cards: page.cases.into_iter().map(case).collect(),
        total: page.total,
        next: match page.next_page_token.as_str() {
            "" => String::new(),
            token => format!("{at}&page={token}"),
        },
        export: format!("/export/docket.xlsx?list={}&show=ended&year={chosen}", list.key()),
        shell,
    })
}

/// The year that was asked for; 0: every one. What is no year is this one.
pub(super) fn year(asked: &str, this: i32) -> i32 {
    match asked {
        EVER => 0,
        asked => asked.parse().ok().filter(|year| (1990..=2200).contains(year)).unwrap_or(this),
    }
}

/// A page of them.
pub(super) async fn page(
    console: &Console,
    clerk: &Clerk,
    list: &'static List,
    year: i32,
    token: &str,
    size: i32,
) -> Result<pb::DocketPage, Told> {
    let message = pb::ListDocketRequest { columns: vec![list.ended(year, token)], page_size: size };
    let (staff, area) = (&clerk.staff, list.area);
    let answer = ask!(console, staff, area, NodeServiceClient, list_docket, message)?;
    Ok(answer.columns.into_iter().next().unwrap_or_default())
}

/// The years from this one down to the first in which a case ended.
fn years(shell: &Shell, since: i32, this: i32, chosen: i32) -> Vec<Year> {
    let first = if since == 0 { this } else { since };
    let last = this.max(chosen);
    let first = if chosen == 0 { first } else { first.min(chosen) };
    let year = |year: i32| Year {
        value: year.to_string(),
        text: if shell.english { year.to_string() } else { format!("{year}年") },
        chosen: year == chosen,
    };
    let mut years: Vec<Year> = (first.min(last)..=last).rev().map(year).collect();
    years.push(Year {
        value: EVER.to_owned(),
        text: shell.t("全部年度", "Every year").to_owned(),
        chosen: chosen == 0,
    });
    years
}

#[cfg(test)]
mod tests {
    use super::year;

    #[test]
    fn what_is_no_year_is_this_one() {
        assert_eq!(year("2024", 2026), 2024);
        assert_eq!(year("all", 2026), 0);
        for other in ["", "24", "2024年", "-1", "99999999999"] {
            assert_eq!(year(other, 2026), 2026, "{other}");
        }
    }
}
