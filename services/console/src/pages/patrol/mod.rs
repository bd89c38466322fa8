//! 排查预警: screenings in rounds and the warnings that came of them and of what was registered.

pub(crate) mod risk;
pub(crate) mod screening;
pub(crate) mod signal;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::risk_service_client::RiskServiceClient;
use jiefen_vocab::Regions;

use super::acts::affairs::{self, About, Offered};
use super::clocks::{Clock, cells, clocks};
use super::{export, may};
use crate::guard::Clerk;
use crate::layout::{Shell, shown};
use crate::lines::{At, ask_at};
use crate::sheet::Sheet;
use crate::told::Told;
use crate::{Console, words};

/// A screening of the list.
struct Round {
    address: String,
    theme: String,
    mode: &'static str,
    state: String,
    round: String,
    told: String,
    clocks: Vec<Clock>,
    /// This unit has not reported in the round that runs.
    due: bool,
    from: &'static str,
}

/// A warning of the list.
struct Warning {
    address: String,
    state: String,
    tag: &'static str,
    place: String,
    why: String,
    signals: usize,
    next: String,
    clocks: Vec<Clock>,
}

#[derive(Template)]
#[template(path = "patrol/patrol.html")]
struct Page {
    shell: Shell,
    rounds: Vec<Round>,
    warnings: Vec<Warning>,
    begin: Vec<Offered>,
    own: bool,
    all: bool,
    /// Where the warnings and the screenings are as workbooks.
    warned: String,
    screened: String,
}

/// The page.
pub(crate) async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    shown(&console, &clerk.visit, made(&console, &clerk).await)
}

/// Refuses whoever does not go out and look.
fn admit(console: &Console, clerk: &Clerk) -> Result<(), Told> {
    if may::patrol(console, &clerk.staff) {
        return Ok(());
    }
    let text = "排查预警由窗口、网格、调解和职能部门人员办理，您的岗位看不到 (patrol is for those who go out and look)";
    Err(Told::own(StatusCode::FORBIDDEN, "NOT_ON_PATROL", text))
}

async fn made(console: &Console, clerk: &Clerk) -> Result<Page, Told> {
    admit(console, clerk)?;
    let all = clerk.visit.query("all") == "1";
    let shell = Shell::new(console, &clerk.visit, "/patrol", ("排查预警", "Patrol"));
    let (staff, own) = (&clerk.staff, console.lines.has(Area::Intake));
    let rounds = all_rounds(console, clerk, &shell).await?;
    let warnings = if own { risks(console, clerk, &shell, all).await? } else { Vec::new() };
    let begun = |about: About| affairs::begun(about, At::Own, staff, shell.english);
    let begin = match own {
        true => begun(About::Screening).into_iter().chain(begun(About::Risk)).collect(),
        false => Vec::new(),
    };
    let of = [("all", if all { "1" } else { "" })];
    let (warned, screened) = (export::address("warnings", &of), export::address("screenings", &of));
    Ok(Page { rounds, warnings, begin, own, all, warned, screened, shell })
}

/// The screenings of this unit and those of the office above, what this unit still owes first.
async fn all_rounds(console: &Console, clerk: &Clerk, shell: &Shell) -> Result<Vec<Round>, Told> {
    let all = clerk.visit.query("all") == "1";
    let mut rounds = Vec::new();
    for at in [At::Office, At::Own] {
        if console.lines.has_at(Area::Intake, at) {
            rounds.extend(screenings(console, clerk, shell, at, all).await?);
        }
    }
    rounds.sort_by_key(|round| !round.due);
    Ok(rounds)
}

/// The screenings as a workbook.
pub(super) async fn rounds(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    admit(console, clerk)?;
    let shell = Shell::new(console, &clerk.visit, "/patrol", ("排查预警", "Patrol"));
    let columns = [
        ("期限", 12),
        ("期限情况", 30),
        ("排查什么", 30),
        ("方式", 12),
        ("谁布置", 18),
        ("状态", 14),
        ("轮次", 16),
        ("本轮已报 / 应报", 16),
    ];
    let mut sheet = Sheet::new("排查", &columns);
    for row in all_rounds(console, clerk, &shell).await? {
        let [due, said] = cells(&row.clocks, false);
        let told = [row.theme, row.mode.into(), row.from.into(), row.state, row.round, row.told];
        sheet.add([due, said].into_iter().chain(told.map(Into::into)).collect());
    }
    Ok(sheet)
}

/// The warnings as a workbook.
pub(super) async fn warnings(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    admit(console, clerk)?;
    let all = clerk.visit.query("all") == "1";
    let shell = Shell::new(console, &clerk.visit, "/patrol", ("排查预警", "Patrol"));
    let columns = [
        ("期限", 12),
        ("期限情况", 40),
        ("等级", 12),
        ("在哪里", 24),
        ("为什么", 40),
        ("下一步", 24),
        ("信号个数", 10),
    ];
    let mut sheet = Sheet::new("预警", &columns);
    for row in risks(console, clerk, &shell, all).await? {
        let [due, said] = cells(&row.clocks, true);
        let told = [row.state, row.place, row.why, row.next];
        let cells = [due, said].into_iter().chain(told.map(Into::into));
        sheet.add(cells.chain([row.signals.into()]).collect());
    }
    Ok(sheet)
}

async fn screenings(
    console: &Console,
    clerk: &Clerk,
    shell: &Shell,
    at: At,
    all: bool,
) -> Result<Vec<Round>, Told> {
    let message = pb::ListScreeningsRequest { open_only: !all, ..Default::default() };
    let (staff, area) = (&clerk.staff, Area::Intake);
    let found = ask_at!(console, staff, area, at, RiskServiceClient, list_screenings, message)?;
    let today = console.now(staff, area, at).await?.date().to_string();
    let me = console.agency.to_string();
    let row = |one: pb::Screening| {
        let head = one.head.clone().unwrap_or_default();
        let told =
            one.reports.iter().filter(|told| told.round == one.round && told.state != "overdue");
        let told: std::collections::BTreeSet<&str> = told.map(|told| told.unit.as_str()).collect();
        let asked = head.state == "running" && one.units.contains(&me);
        Round {
            address: About::Screening.address(at, &head.name),
            mode: mode(shell, &one.mode),
            round: round(shell, &one),
            told: format!("{} / {}", told.len(), one.units.len()),
            due: asked && !told.contains(me.as_str()),
            clocks: clocks(shell, &head, &today),
            theme: one.theme.clone(),
            state: head.state_zh,
            from: match at {
                At::Own => shell.t("本单位布置", "planned here"),
                At::Office => shell.t("县综治中心布置", "planned by the county"),
            },
        }
    };
    Ok(found.screenings.into_iter().map(row).collect())
}

fn mode(shell: &Shell, code: &str) -> &'static str {
    match (code, shell.english) {
        ("campaign", false) => "集中排查",
        ("campaign", true) => "campaign",
        (_, false) => "经常性排查",
        (_, true) => "routine",
    }
}

fn round(shell: &Shell, one: &pb::Screening) -> String {
    match (one.round, shell.english) {
        (0, false) => "还没有开始".to_owned(),
        (0, true) => "not begun".to_owned(),
        (no, false) => format!("第{no}轮，共{}轮", one.rounds),
        (no, true) => format!("round {no} of {}", one.rounds),
    }
}

async fn risks(
    console: &Console,
    clerk: &Clerk,
    shell: &Shell,
    all: bool,
) -> Result<Vec<Warning>, Told> {
    let message = pb::ListRiskCasesRequest { open_only: !all, ..Default::default() };
    let (staff, area) = (&clerk.staff, Area::Intake);
    let found =
        ask_at!(console, staff, area, At::Own, RiskServiceClient, list_risk_cases, message)?;
    let today = console.today(staff, area).await?.to_string();
    let mut risks = found.risk_cases;
    risks.sort_by_key(|risk| weight(risk.head.as_ref().map_or("", |head| head.state.as_str())));
    let row = |risk: pb::RiskCase| {
        let head = risk.head.unwrap_or_default();
        Warning {
            address: About::Risk.address(At::Own, &head.name),
            tag: tag(&head.state),
            place: place(&risk.place),
            why: words::reason(&risk.why),
            signals: risk.signals.len(),
            next: shell.t(&head.next_zh, &head.next_en).to_owned(),
            clocks: clocks(shell, &head, &today),
            state: head.state_zh,
        }
    };
    Ok(risks.into_iter().map(row).collect())
}

/// The most dangerous first.
fn weight(state: &str) -> u8 {
    match state {
        "red" => 0,
        "orange" => 1,
        "yellow" => 2,
        _ => 3,
    }
}

/// The colour that goes with the word.
pub(super) fn tag(state: &str) -> &'static str {
    match state {
        "red" => "late",
        "orange" | "yellow" => "soon",
        _ => "ok",
    }
}

/// The name of a place.
pub(super) fn place(code: &str) -> String {
    let name = code.parse().ok().and_then(|place| Regions::shipped().full_name(place));
    name.unwrap_or_else(|| code.to_owned())
}
