//! 考核表: the frozen figures of a period, what was corrected and appealed, the disputes behind each figure. At the
//! office all of them; at a unit its own and those of the whole county.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_proto::jiefen::assessment::v1::assessment_service_client::AssessmentServiceClient;

use super::acts::affairs::{self, About, Offered};
use super::clocks::{Clock, clocks};
use super::cockpit::figure::variant;
use super::cockpit::period::Span;
use super::cockpit::{counted, day, said};
use super::standing::Standing;
use super::{export, may, papers};
use crate::Console;
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, shown};
use crate::lines::{At, ask_at};
use crate::sheet::{Cell, Sheet};
use crate::told::Told;

/// The addresses of these pages.
pub(super) fn router() -> Router<Console> {
    Router::new().route("/sheets", get(show)).route("/sheets/{at}/{case}", get(one))
}

/// A sheet of the list.
struct Row {
    address: String,
    unit: String,
    period: String,
    state: String,
    next: String,
    appeals: usize,
    clocks: Vec<Clock>,
    open: bool,
}

#[derive(Template)]
#[template(path = "sheets/sheets.html")]
struct List {
    shell: Shell,
    rows: Vec<Row>,
    begin: Vec<Offered>,
    office: bool,
    all: bool,
    next: String,
    /// Where the list is as a workbook.
    export: String,
}

/// A figure of a sheet.
struct Line {
    name: String,
    text: String,
    of: String,
    /// The numbers after the last correction; empty: it stands as frozen.
    corrected: String,
    formula: String,
    /// Where the disputes behind it are shown.
    address: String,
}

struct Correction {
    name: String,
    before: String,
    after: String,
    reason: String,
    by: String,
}

struct Appeal {
    no: u32,
    by: String,
    name: String,
    dispute: String,
    reason: String,
    decided: bool,
    upheld: bool,
    decision: String,
}

/// A dispute behind a figure.
struct Behind {
    id: String,
    address: String,
    counted: bool,
    /// Where its unit appeals against it; empty: not by this person.
    appeal: String,
}

#[derive(Template)]
#[template(path = "sheets/sheet.html")]
struct One {
    shell: Shell,
    standing: Standing,
    /// Where a workbook of it is.
    export: String,
    lines: Vec<Line>,
    /// Of which figure the disputes are shown; empty: of none.
    asked: String,
    behind: Vec<Behind>,
    corrections: Vec<Correction>,
    appeals: Vec<Appeal>,
    checked: String,
    differences: Vec<(String, String, String)>,
    course: Vec<(&'static str, String)>,
    papers: papers::Block,
}

/// Where the sheets are, for somebody who sees them.
fn place(console: &Console, clerk: &Clerk) -> Result<At, Told> {
    let at = console.lines.at(Area::Assessment).ok_or_else(|| Told::away(Area::Assessment))?;
    if may::supervise(console, &clerk.staff) {
        return Ok(at);
    }
    let text = "考核表给考核人员和各单位负责人看，您的岗位看不到 (score sheets are for those who assess and the heads \
                of units)";
    Err(Told::own(StatusCode::FORBIDDEN, "NOT_ASSESSED", text))
}

/// The list.
async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    shown(&console, &clerk.visit, listed(&console, &clerk).await)
}

async fn listed(console: &Console, clerk: &Clerk) -> Result<List, Told> {
    let at = place(console, clerk)?;
    let all = clerk.visit.query("all") == "1";
    let page_token = clerk.visit.query("page");
    let message = pb::ListSheetsRequest { page_size: 0, page_token, open_only: !all };
    let (staff, area) = (&clerk.staff, Area::Assessment);
    let found = ask_at!(console, staff, area, at, AssessmentServiceClient, list_sheets, message)?;
    let today = console.now(staff, area, at).await?.date().to_string();
    let shell = Shell::new(console, &clerk.visit, "/sheets", ("考核表", "Score sheets"));
    let next = match found.next_page_token.as_str() {
        "" => String::new(),
        token => format!("/sheets?all={}&page={token}", u8::from(all)),
    };
    let row = |sheet: pb::Sheet| {
        let head = sheet.head.unwrap_or_default();
        Row {
            address: About::Sheet.address(at, &head.name),
            unit: whose(&shell, &sheet.unit),
            period: period(sheet.period.as_ref()),
            appeals: sheet.appeals.iter().filter(|appeal| !appeal.decided).count(),
            clocks: clocks(&shell, &head, &today),
            state: head.state_zh,
            next: shell.t(&head.next_zh, &head.next_en).to_owned(),
            open: head.open,
        }
    };
    Ok(List {
        rows: found.sheets.into_iter().map(row).collect(),
        begin: affairs::begun(About::Sheet, at, staff, shell.english),
        office: at == At::Own,
        all,
        next,
        export: export::address("scores", &[("all", if all { "1" } else { "" })]),
        shell,
    })
}

/// Whose sheet it is.
fn whose(shell: &Shell, unit: &str) -> String {
    match unit {
        "" => shell.t("全县", "the whole county").to_owned(),
        unit => agency_name(unit),
    }
}

/// A period as people say it: a month, a quarter, else its two days.
pub(super) fn period(period: Option<&pb::Period>) -> String {
    let Some(period) = period else { return String::new() };
    let Some(from) = period.from.as_ref() else { return String::new() };
    let month = format!("{:04}-{:02}", from.year, from.month);
    let quarter = format!("{:04}-Q{}", from.year, (from.month - 1).div_euclid(3) + 1);
    let spans = [month, quarter].map(|code| Span::asked(&code, jiff::civil::Date::ZERO));
    let whole = spans.into_iter().find(|span| span.wire() == *period);
    match whole {
        Some(span) => span.name(),
        None => format!("{} – {}", day(Some(from), false), day(period.to.as_ref(), false)),
    }
}

/// One sheet.
async fn one(
    State(console): State<Console>,
    Path((at, case)): Path<(String, String)>,
    clerk: Clerk,
) -> Response {
    shown(&console, &clerk.visit, made(&console, &clerk, (&at, &case)).await)
}

async fn read(
    console: &Console,
    clerk: &Clerk,
    (at, case): (&str, &str),
) -> Result<(At, pb::Sheet), Told> {
    place(console, clerk)?;
    let at = At::named(at)?;
    let (staff, area) = (&clerk.staff, Area::Assessment);
    let message = pb::GetSheetRequest { name: format!("cases/{case}") };
    let found = ask_at!(console, staff, area, at, AssessmentServiceClient, get_sheet, message)?;
    Ok((at, found.sheet.unwrap_or_default()))
}

async fn made(console: &Console, clerk: &Clerk, to: (&str, &str)) -> Result<One, Told> {
    let (at, sheet) = read(console, clerk, to).await?;
    let today = console.now(&clerk.staff, Area::Assessment, at).await?.date().to_string();
    let head = sheet.head.clone().unwrap_or_default();
    let (unit, period) = (&sheet.unit, period(sheet.period.as_ref()));
    let title = |shell: &Shell| format!("{} {period}", whose(shell, unit));
    let mut shell = Shell::new(console, &clerk.visit, "/sheets", ("考核表", "Score sheet"));
    shell.title = format!("{}：{}", shell.title, title(&shell));
    let english = shell.english;
    let me = console.agency.to_string();
    let answers = unit.is_empty() || *unit == me;
    let mut standing = Standing::of((&shell, clerk), (About::Sheet, at), &head, answers, &today);
    standing.without("decide_appeal", sheet.appeals.iter().all(|appeal| appeal.decided));
    if !clerk.visit.query("paper").is_empty() {
        standing.said = papers::said(english).to_owned();
    }
    // What the office sends of the whole county goes to nobody in particular: a unit has the papers of its own sheet.
    let papers = match at == At::Own || *unit == me {
        true => papers::of_office(console, clerk, (papers::Of::Sheet, at), to.1).await?,
        false => papers::Block { away: true, ..papers::Block::default() },
    };
    let address = About::Sheet.address(at, &head.name);
    let appeal = standing.acts.iter().find(|act| act.is("appeal"));
    let appeal = appeal.map(|act| act.address.clone()).unwrap_or_default();
    let asked = clerk.visit.query("figure");
    let figure = sheet.figures.iter().find(|figure| key(figure) == asked);
    let by = |who: &str, on| format!("{} {who}", day(on, english));
    let mut course = vec![
        (shell.t("数据截止", "Data up to"), cut_off(&shell, sheet.cut_off.as_ref())),
        (shell.t("冻结", "Frozen"), by(&sheet.frozen_by, sheet.frozen_on.as_ref())),
    ];
    if !sheet.signed_by.is_empty() {
        let signed = by(&sheet.signed_by, sheet.signed_on.as_ref());
        course.push((shell.t("签发", "Signed"), signed));
    }
    Ok(One {
        standing,
        export: export::address("score", &[("at", at.code()), ("case", to.1)]),
        lines: sheet.figures.iter().map(|one| line(&shell, &sheet, one, &address)).collect(),
        asked: figure.map(name).unwrap_or_default(),
        behind: figure.map(|figure| behind(figure, at, &appeal)).unwrap_or_default(),
        corrections: sheet.corrections.iter().map(|one| correction(&sheet, one, english)).collect(),
        appeals: sheet.appeals.iter().map(|one| appealed(&sheet, one, english)).collect(),
        checked: day(sheet.checked_on.as_ref(), english),
        differences: sheet.differences.iter().map(|one| difference(&shell, &sheet, one)).collect(),
        course,
        papers,
        shell,
    })
}

fn cut_off(shell: &Shell, cut_off: Option<&pb::CutOff>) -> String {
    let Some(cut_off) = cut_off else { return String::new() };
    let (on, events) = (day(cut_off.day.as_ref(), shell.english), cut_off.high_water);
    format!("{on} · {events}{}", shell.t("条数据", " events"))
}

/// A figure as forms and addresses name it.
pub(super) fn key(figure: &pb::Figure) -> String {
    format!("{}|{}", figure.indicator, figure.variant)
}

/// What a figure is called.
pub(super) fn name(figure: &pb::Figure) -> String {
    variant(&figure.indicator, &figure.zh, &figure.variant)
}

/// What the figure of a correction or appeal is called.
fn named(sheet: &pb::Sheet, of: Option<&pb::FigureKey>) -> String {
    let Some(of) = of else { return String::new() };
    let is =
        |figure: &&pb::Figure| figure.indicator == of.indicator && figure.variant == of.variant;
    match sheet.figures.iter().find(is) {
        Some(figure) => name(figure),
        None => format!("{} {}", of.indicator, of.variant),
    }
}

fn numbers(numbers: Option<&pb::Numbers>) -> String {
    numbers.map(|one| format!("{} / {}", one.numerator, one.denominator)).unwrap_or_default()
}

fn last<'a>(sheet: &'a pb::Sheet, figure: &pb::Figure) -> Option<&'a pb::Correction> {
    let of = |one: &&pb::Correction| {
        let of = one.figure.as_ref();
        of.is_some_and(|of| of.indicator == figure.indicator && of.variant == figure.variant)
    };
    sheet.corrections.iter().rev().find(of)
}

fn line(shell: &Shell, sheet: &pb::Sheet, figure: &pb::Figure, address: &str) -> Line {
    let corrected = last(sheet, figure).and_then(|one| one.after.as_ref());
    let start = format!("{address}?");
    let length = start.len();
    let mut to = form_urlencoded::Serializer::for_suffix(start, length);
    to.append_pair("figure", &key(figure));
    Line {
        name: name(figure),
        text: said(shell, figure),
        of: counted(shell, figure),
        corrected: numbers(corrected),
        formula: figure.formula.clone(),
        address: format!("{}#behind", to.finish()),
    }
}

fn behind(figure: &pb::Figure, at: At, appeal: &str) -> Vec<Behind> {
    let rest = figure
        .denominator_disputes
        .iter()
        .filter(|id| !figure.numerator_disputes.contains(id))
        .map(|id| (id, false));
    let all = figure.numerator_disputes.iter().map(|id| (id, true)).chain(rest);
    let row = |(id, counted): (&String, bool)| Behind {
        address: match at {
            At::Own => format!("/cockpit/disputes/{id}"),
            At::Office => format!("/disputes/{id}"),
        },
        appeal: match appeal {
            "" => String::new(),
            form => {
                let start = format!("{form}?");
                let length = start.len();
                let mut to = form_urlencoded::Serializer::for_suffix(start, length);
                to.append_pair("figure", &key(figure)).append_pair("dispute", id).finish()
            }
        },
        id: id.clone(),
        counted,
    };
    all.map(row).collect()
}

fn correction(sheet: &pb::Sheet, one: &pb::Correction, english: bool) -> Correction {
    Correction {
        name: named(sheet, one.figure.as_ref()),
        before: numbers(one.before.as_ref()),
        after: numbers(one.after.as_ref()),
        reason: one.reason.clone(),
        by: format!("{} {}", day(one.on.as_ref(), english), one.by),
    }
}

fn appealed(sheet: &pb::Sheet, one: &pb::Appeal, english: bool) -> Appeal {
    Appeal {
        no: one.no,
        by: format!("{} {}", agency_name(&one.by), day(one.on.as_ref(), english)),
        name: named(sheet, one.figure.as_ref()),
        dispute: one.dispute.clone(),
        reason: one.reason.clone(),
        decided: one.decided,
        upheld: one.upheld,
        decision: format!(
            "{} {} {}",
            one.decision_reason,
            day(one.decided_on.as_ref(), english),
            one.decided_by
        ),
    }
}

fn difference(shell: &Shell, sheet: &pb::Sheet, one: &pb::Difference) -> (String, String, String) {
    let said = |of: Option<&pb::Numbers>| match of {
        Some(_) => numbers(of),
        None => shell.t("没有", "none").to_owned(),
    };
    (named(sheet, one.figure.as_ref()), said(one.frozen.as_ref()), said(one.now.as_ref()))
}

/// The list as a workbook: every sheet of it.
pub(super) async fn workbook(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let at = place(console, clerk)?;
    let open_only = clerk.visit.query("all") != "1";
    let (staff, area) = (&clerk.staff, Area::Assessment);
    let shell = Shell::new(console, &clerk.visit, "/sheets", ("考核表", "Score sheets"));
    let columns =
        [("考核谁", 36), ("哪一期", 16), ("到哪一步", 16), ("下一步", 30), ("申诉待处理", 12)];
    let mut book = Sheet::new("考核表", &columns);
    let mut page_token = String::new();
    loop {
        let message = pb::ListSheetsRequest { page_size: export::ROWS, page_token, open_only };
        let found =
            ask_at!(console, staff, area, at, AssessmentServiceClient, list_sheets, message)?;
        let room = found.sheets.into_iter().all(|sheet| {
            let waiting = sheet.appeals.iter().filter(|appeal| !appeal.decided).count();
            let head = sheet.head.unwrap_or_default();
            book.add(vec![
                whose(&shell, &sheet.unit).into(),
                period(sheet.period.as_ref()).into(),
                head.state_zh.into(),
                shell.t(&head.next_zh, &head.next_en).into(),
                Cell::Number(i64::try_from(waiting).unwrap_or(i64::MAX)),
            ])
        });
        page_token = found.next_page_token;
        if !room || page_token.is_empty() {
            return Ok(book);
        }
    }
}

/// A sheet as a workbook.
pub(super) async fn score(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let (at, case) = (clerk.visit.query("at"), clerk.visit.query("case"));
    let to = (at.as_str(), case.as_str());
    let (_, sheet) = read(console, clerk, to).await?;
    let shell = Shell::new(console, &clerk.visit, "/sheets", ("考核表", "Score sheet"));
    let columns = [
        ("指标", 40),
        ("数值", 12),
        ("分子", 10),
        ("分母", 10),
        ("更正后分子", 12),
        ("更正后分母", 12),
        ("更正理由", 40),
        ("公式", 40),
        ("依据", 40),
    ];
    let title = format!("考核表{}{}", whose(&shell, &sheet.unit), period(sheet.period.as_ref()));
    let mut book = Sheet::new(&title, &columns);
    let number = |number: u64| Cell::Number(i64::try_from(number).unwrap_or(i64::MAX));
    for figure in &sheet.figures {
        let correction = last(&sheet, figure);
        let after = correction.and_then(|one| one.after.as_ref());
        let corrected =
            |of: fn(&pb::Numbers) -> u64| after.map_or(Cell::from(""), |a| number(of(a)));
        let row = vec![
            name(figure).into(),
            said(&shell, figure).into(),
            number(figure.numerator),
            number(figure.denominator),
            corrected(|after| after.numerator),
            corrected(|after| after.denominator),
            correction.map(|one| one.reason.clone()).unwrap_or_default().into(),
            figure.formula.clone().into(),
            figure.source.clone().into(),
        ];
        book.add(row);
    }
    Ok(book)
}
