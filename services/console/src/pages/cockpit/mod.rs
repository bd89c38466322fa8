//! 考核看板: the figures of a month or a quarter with their course, by town, down to the disputes that make each.

pub(crate) mod chart;
pub(crate) mod figure;
pub(crate) mod period;
pub(crate) mod trace;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_proto::jiefen::assessment::v1::cockpit_service_client::CockpitServiceClient;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_vocab::{Region, RegionLevel, Regions};

use super::acts::affairs::{self, About};
use super::{export, may};
use crate::Console;
use crate::guard::Clerk;
use crate::layout::{Shell, shown};
use crate::lines::{At, ask};
use crate::sheet::{self, Sheet};
use crate::told::Told;
use chart::Chart;
use period::Span;

/// The figures that are shown, by indicator and variant, with their short names. What is better stands beside it: a
/// leader need not guess whether up is good.
const SHOWN: [(&str, &str, &str, &str, bool); 5] = [
    ("M-03", "concluded", "调解成功率", "Mediation success", true),
    ("M-05", "all", "按期办结率", "On time", true),
    ("M-07", "all/accepted", "移送签收率", "Hand-overs accepted", true),
    ("M-09", "due", "自动履行率", "Performed by itself", true),
    ("M-01", "A", "万人起诉率", "Suits per 10,000", false),
];

/// One number.
struct Tile {
    name: &'static str,
    text: String,
    of: String,
    address: String,
    course: String,
    chosen: bool,
    /// Against the period before: words, and the class that goes with them.
    change: String,
    tag: &'static str,
}

/// A number of a region.
struct Cell {
    text: String,
    of: String,
    /// What was divided by what; of no figure none.
    counts: Option<(u64, u64)>,
    address: String,
    shade: &'static str,
}

struct Town {
    name: String,
    cells: Vec<Cell>,
    /// That of the indicator whose course is shown.
    tile: Cell,
}

#[derive(Template)]
#[template(path = "cockpit/cockpit.html")]
struct Page {
    shell: Shell,
    span: Span,
    /// The period after this one has begun.
    later: bool,
    tiles: Vec<Tile>,
    chart: Chart,
    towns: Vec<Town>,
    shown: &'static str,
    definition: String,
    formula: String,
    source: String,
    cut_off: String,
    events: u64,
    unreadable: u64,
    people: String,
    region: String,
    orders: Vec<Due>,
    export: String,
}

/// A unit to which a letter is due.
struct Due {
    unit: String,
    disputes: usize,
    /// Where it is drafted; empty: not by this person.
    address: String,
}

/// The page.
pub(crate) async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    shown(&console, &clerk.visit, made(&console, &clerk).await)
}

/// Refuses whoever does not lead.
fn admit(clerk: &Clerk) -> Result<(), Told> {
    if clerk.staff.holds(may::LEADERS) {
        return Ok(());
    }
    let text = "考核看板只给考核、协调人员和负责人看 (the cockpit is for those who assess, coordinate or lead)";
    Err(Told::own(StatusCode::FORBIDDEN, "NOT_A_LEADER", text))
}

async fn made(console: &Console, clerk: &Clerk) -> Result<Page, Told> {
    admit(clerk)?;
    let staff = &clerk.staff;
    let today = console.today(staff, Area::Assessment).await?;
    let span = Span::asked(&clerk.visit.query("period"), today);
    let towns = towns(console.agency.region);
    let message = pb::GetCockpitRequest {
        periods: span.course().iter().map(Span::wire).collect(),
        scope: None,
        regions: towns.iter().map(|(region, _)| region.to_string()).collect(),
    };
    let area = Area::Assessment;
    let found = ask!(console, staff, area, CockpitServiceClient, get_cockpit, message)?;
    let shell = Shell::new(console, &clerk.visit, "/cockpit", ("考核看板", "Cockpit"));
    let asked = clerk.visit.query("show");
    let shown = SHOWN.iter().position(|row| row.0 == asked).unwrap_or(0);
    let none = Vec::new();
    let periods: Vec<&Vec<pb::Figure>> = found.periods.iter().map(|one| &one.figures).collect();
    let last = periods.last().copied().unwrap_or(&none);
    let before = periods.len().checked_sub(2).and_then(|at| periods.get(at).copied());
    let tile = |at: usize| tile(&shell, &span, at, last, before.unwrap_or(&none), shown == at);
    let figure = of(last, shown).cloned().unwrap_or_default();
    let title = SHOWN.get(shown).map(|row| shell.t(row.2, row.3)).unwrap_or_default();
    let course = span.course();
    let chart = Chart::new(&shell, title, &course, &periods, shown);
    let cut_off = found.cut_off.unwrap_or_default();
    Ok(Page {
        tiles: (0..SHOWN.len()).map(tile).collect(),
        towns: regions(&shell, &span, &towns, &found.regions, shown),
        orders: orders(clerk, &span, found.orders_due),
        chart,
        shown: title,
        definition: figure.definition,
        formula: figure.formula,
        source: figure.source,
        cut_off: day(cut_off.day.as_ref(), shell.english),
        events: cut_off.high_water,
        unreadable: found.unreadable,
        people: people(found.population.as_ref()),
        region: Regions::shipped().name(console.agency.region).unwrap_or_default().to_owned(),
        later: span.after().has_begun(today),
        export: export::address("cockpit", &[("period", &span.code())]),
        span,
        shell,
    })
}

/// The table of figures as a workbook: of each what is printed, and what was divided by what as numbers.
pub(super) async fn sheet(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let page = made(console, clerk).await?;
    let mut columns = vec![("地方".to_owned(), 20)];
    for tile in &page.tiles {
        let name = tile.name;
        let of =
            [(name.to_owned(), 16), (format!("{name} 计入"), 10), (format!("{name} 总数"), 10)];
        columns.extend(of);
    }
    let mut sheet = Sheet::of(&format!("各地数据 {}", page.span.name()), columns);
    for town in page.towns {
        let mut row: Vec<sheet::Cell> = vec![town.name.into()];
        for cell in town.cells {
            let none = || sheet::Cell::from("");
            let counts = cell.counts.map(|(counted, of)| [counted.into(), of.into()]);
            row.push(cell.text.into());
            row.extend(counts.unwrap_or_else(|| [none(), none()]));
        }
        sheet.add(row);
    }
    Ok(sheet)
}

/// The units that left so many hand-overs unanswered that a letter is due.
fn orders(clerk: &Clerk, span: &Span, due: Vec<pb::OrderDue>) -> Vec<Due> {
    let due = due.into_iter().map(|due| {
        let mut to = form_urlencoded::Serializer::for_suffix(
            "/affairs/letters/own/new/draft?".to_owned(),
            31,
        );
        let ground = format!("{}件移送逾期未答（{}）", due.disputes.len(), span.name());
        to.append_pair("unit", &due.unit).append_pair("ground", &ground);
        to.append_pair("disputes", &due.disputes.join("\n"));
        Due {
            unit: crate::layout::agency_name(&due.unit),
            disputes: due.disputes.len(),
            address: if drafts(clerk) { to.finish() } else { String::new() },
        }
    });
    due.collect()
}

/// Whether this person drafts letters: who leads signs them.
fn drafts(clerk: &Clerk) -> bool {
    let begun = affairs::begun(About::Letter, At::Own, &clerk.staff, false);
    !begun.is_empty()
}

/// The towns of a county; of a town its villages.
fn towns(region: Region) -> Vec<(Region, String)> {
    let below = match region.level() {
        RegionLevel::Town | RegionLevel::Village => RegionLevel::Village,
        RegionLevel::County | RegionLevel::City | RegionLevel::Province => RegionLevel::Town,
    };
    let inside = Regions::shipped().within(region, below);
    inside.map(|(place, name)| (place, name.to_owned())).take(40).collect()
}

/// The figure of a row of [`SHOWN`].
fn of(figures: &[pb::Figure], at: usize) -> Option<&pb::Figure> {
    let (indicator, variant, ..) = SHOWN.get(at)?;
    figures.iter().find(|one| one.indicator == *indicator && one.variant == *variant)
}

fn tile(
    shell: &Shell,
    span: &Span,
    at: usize,
    last: &[pb::Figure],
    before: &[pb::Figure],
    chosen: bool,
) -> Tile {
    let none = pb::Figure::default();
    let (key, variant, zh, en, more_is_better) = SHOWN.get(at).copied().unwrap_or(SHOWN[0]);
    let figure = of(last, at).unwrap_or(&none);
    let earlier = of(before, at).and_then(|figure| figure.value);
    let (change, tag) = change(shell, figure.value, earlier, more_is_better);
    Tile {
        name: shell.t(zh, en),
        text: said(shell, figure),
        of: counted(shell, figure),
        address: figure_address(key, variant, &span.code(), "", ""),
        course: format!("/cockpit?period={}&show={key}#course", span.code()),
        chosen,
        change,
        tag,
    }
}

/// The value as it is printed.
pub(crate) fn said(shell: &Shell, figure: &pb::Figure) -> String {
    match figure.value {
        Some(_) => figure.text.clone(),
        None => shell.t("无数据", "no data").to_owned(),
    }
}

/// What was divided by what.
pub(crate) fn counted(shell: &Shell, figure: &pb::Figure) -> String {
    if figure.indicator == "M-01" {
        return match shell.english {
            true => format!("{} suits", figure.numerator),
            false => format!("{}件一审收案", figure.numerator),
        };
    }
    format!("{} / {}", figure.numerator, figure.denominator)
}

/// Against the period before, in hundredths of what is printed.
fn change(
    shell: &Shell,
    now: Option<u64>,
    before: Option<u64>,
    more_is_better: bool,
) -> (String, &'static str) {
    let Some((now, before)) = now.zip(before) else {
        return (shell.t("上期无数据", "no data before").to_owned(), "info");
    };
    let by = now.abs_diff(before);
    let by = format!("{}.{:02}", by / 100, by % 100);
    match now.cmp(&before) {
        std::cmp::Ordering::Equal => (shell.t("与上期持平", "as before").to_owned(), "info"),
        std::cmp::Ordering::Greater => (
            format!("{} ↑ {by}", shell.t("比上期", "before")),
            if more_is_better { "ok" } else { "soon" },
        ),
        std::cmp::Ordering::Less => (
            format!("{} ↓ {by}", shell.t("比上期", "before")),
            if more_is_better { "soon" } else { "ok" },
        ),
    }
}

fn regions(
    shell: &Shell,
    span: &Span,
    towns: &[(Region, String)],
    found: &[pb::RegionFigures],
    shown: usize,
) -> Vec<Town> {
    let none = Vec::new();
    let row = |(region, name): &(Region, String)| {
        let code = region.to_string();
        let own = found.iter().find(|one| one.region == code);
        let figures = own.map_or(&none, |one| &one.figures);
        let cell = |at: usize| cell(shell, span, &code, figures, at);
        Town { name: name.clone(), cells: (0..SHOWN.len()).map(cell).collect(), tile: cell(shown) }
    };
    towns.iter().map(row).collect()
}

fn cell(shell: &Shell, span: &Span, region: &str, figures: &[pb::Figure], at: usize) -> Cell {
    let (key, variant, ..) = SHOWN.get(at).copied().unwrap_or(SHOWN[0]);
    let none = pb::Figure::default();
    let figure = of(figures, at).unwrap_or(&none);
    let shade = match figure.value {
        None => "q0",
        Some(value) if figure.unit == "basis_points" => match value {
            0..2500 => "q1",
            2500..5000 => "q2",
            5000..7500 => "q3",
            _ => "q4",
        },
        Some(_) => "q2",
    };
    Cell {
        text: said(shell, figure),
        of: counted(shell, figure),
        counts: of(figures, at).map(|figure| (figure.numerator, figure.denominator)),
        address: figure_address(key, variant, &span.code(), region, ""),
        shade,
    }
}

/// Where a number opens.
pub(crate) fn figure_address(
    indicator: &str,
    variant: &str,
    period: &str,
    region: &str,
    list: &str,
) -> String {
    let mut to = format!("/cockpit/figures/{indicator}?");
    let start = to.len();
    let mut query = form_urlencoded::Serializer::for_suffix(std::mem::take(&mut to), start);
    query.append_pair("of", variant).append_pair("period", period);
    for (name, value) in [("region", region), ("list", list)] {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    query.finish()
}

/// A day as people write it.
pub(crate) fn day(date: Option<&common::Date>, english: bool) -> String {
    let text = date.map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day));
    crate::words::day(&text.unwrap_or_default(), english)
}

fn people(population: Option<&pb::Population>) -> String {
    population
        .map(|p| format!("常住 {}，登记流动 {}（{}）", p.resident, p.floating, p.source))
        .unwrap_or_default()
}
