//! One screening: who has reported in which round, who signed "none found", who let a round pass, what was found.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::risk_service_client::RiskServiceClient;

use super::super::acts::affairs::About;
use super::super::cockpit::day;
use super::super::standing::Standing;
use super::super::{export, room};
use super::{admit, mode, place, round};
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, shown};
use crate::lines::{At, ask_at};
use crate::sheet::{self, Sheet};
use crate::told::Told;
use crate::{Console, words};

struct Report {
    round: u32,
    unit: String,
    state: String,
    tag: &'static str,
    signed: String,
    on: String,
    /// The same day as the services write it.
    iso: String,
}

struct Finding {
    no: u32,
    unit: String,
    place: String,
    kind: String,
    people: u32,
    summary: String,
    /// Its page; empty: it is a signal.
    dispute: String,
    owner: String,
    unowned: bool,
}

#[derive(Template)]
#[template(path = "patrol/screening.html")]
struct Page {
    shell: Shell,
    standing: Standing,
    mode: &'static str,
    round: String,
    waiting: Vec<String>,
    reports: Vec<Report>,
    findings: Vec<Finding>,
    figures: Option<pb::ScreeningFigures>,
    /// Where the findings and the reports are as workbooks.
    found: String,
    told: String,
}

/// The page.
pub(crate) async fn show(
    State(console): State<Console>,
    Path((at, case)): Path<(String, String)>,
    clerk: Clerk,
) -> Response {
    shown(&console, &clerk.visit, made(&console, &clerk, (&at, &case)).await)
}

async fn made(console: &Console, clerk: &Clerk, (at, case): (&str, &str)) -> Result<Page, Told> {
    let (of_case, one) = (case, read(console, clerk, (at, case)).await?);
    let at = At::named(at)?;
    let (staff, area) = (&clerk.staff, Area::Intake);
    let today = console.now(staff, area, at).await?.date().to_string();
    let head = one.head.clone().unwrap_or_default();
    let shell = Shell::new(console, &clerk.visit, "/patrol", (&one.theme, &one.theme));
    let me = console.agency.to_string();
    let answers = one.units.contains(&me);
    let mut standing =
        Standing::of((&shell, clerk), (About::Screening, at), &head, answers, &today);
    standing.without("owner", one.findings.iter().all(|found| !found.owner.is_empty()));
    // Whoever has reported in every round has no "none found" to sign.
    let told = one.reports.iter().filter(|told| told.unit == me && told.state != "overdue");
    let rounds: BTreeSet<u32> = told.map(|told| told.round).collect();
    standing.without("none", (1..=one.round).all(|round| rounds.contains(&round)));
    Ok(Page {
        standing,
        mode: mode(&shell, &one.mode),
        round: round(&shell, &one),
        waiting: waiting(console, &one, at, &head.state),
        reports: one.reports.iter().rev().map(|told| report(&shell, &me, told)).collect(),
        findings: one.findings.iter().map(|found| finding(found, at)).collect(),
        figures: one.figures,
        found: export::address("findings", &[("at", at.code()), ("case", of_case)]),
        told: export::address("reports", &[("at", at.code()), ("case", of_case)]),
        shell,
    })
}

async fn read(
    console: &Console,
    clerk: &Clerk,
    (at, case): (&str, &str),
) -> Result<pb::Screening, Told> {
    admit(console, clerk)?;
    let (staff, area, at) = (&clerk.staff, Area::Intake, At::named(at)?);
    let message = pb::GetScreeningRequest { name: format!("cases/{case}") };
    let found = ask_at!(console, staff, area, at, RiskServiceClient, get_screening, message)?;
    Ok(found.screening.unwrap_or_default())
}

/// The screening that the address of a workbook names.
async fn named(console: &Console, clerk: &Clerk) -> Result<(pb::Screening, At), Told> {
    let (at, case) = (clerk.visit.query("at"), clerk.visit.query("case"));
    Ok((read(console, clerk, (&at, &case)).await?, At::named(&at)?))
}

/// What was found, as a workbook.
pub(in crate::pages) async fn findings(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let (one, at) = named(console, clerk).await?;
    let columns = [
        ("编号", 8),
        ("在哪里", 24),
        ("什么纠纷", 16),
        ("人数", 8),
        ("看到了什么", 50),
        ("哪个单位报告", 28),
        ("责任单位", 28),
    ];
    let mut sheet = Sheet::new(&format!("{}：发现的问题", one.theme), &columns);
    for row in one.findings.iter().map(|found| finding(found, at)) {
        sheet.add(vec![
            row.no.into(),
            row.place.into(),
            row.kind.into(),
            row.people.into(),
            row.summary.into(),
            row.unit.into(),
            row.owner.into(),
        ]);
    }
    Ok(sheet)
}

/// Who has reported, as a workbook.
pub(in crate::pages) async fn reports(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let (one, _) = named(console, clerk).await?;
    let shell = Shell::new(console, &clerk.visit, "/patrol", ("各单位报告", "Reports"));
    let columns = [("单位", 28), ("轮次", 8), ("结果", 24), ("签字人工号", 16), ("哪一天", 12)];
    let mut sheet = Sheet::new(&format!("{}：各单位报告", one.theme), &columns);
    let me = console.agency.to_string();
    for row in one.reports.iter().rev().map(|told| report(&shell, &me, told)) {
        let day = sheet::day(&row.iso);
        let (unit, state, signed) = (row.unit.into(), row.state.into(), row.signed.into());
        sheet.add(vec![unit, row.round.into(), state, signed, day]);
    }
    Ok(sheet)
}

/// The units that have not reported in the round that runs; a unit sees only whether it has itself.
fn waiting(console: &Console, one: &pb::Screening, at: At, state: &str) -> Vec<String> {
    if state != "running" {
        return Vec::new();
    }
    let now = one.reports.iter().filter(|told| told.round == one.round);
    let told: BTreeSet<&str> = now.map(|told| told.unit.as_str()).collect();
    let me = console.agency.to_string();
    let asked = one.units.iter().filter(|unit| at == At::Own || **unit == me);
    asked.filter(|unit| !told.contains(unit.as_str())).map(|unit| agency_name(unit)).collect()
}

fn report(shell: &Shell, me: &str, told: &pb::UnitRound) -> Report {
    let (tag, state) = match (told.state.as_str(), told.late) {
        ("overdue", _) => ("late", shell.t("到期没有报", "silent")),
        ("none_found", false) => ("ok", shell.t("签字：没有发现", "signed: none found")),
        ("none_found", true) => ("soon", shell.t("逾期签字：没有发现", "signed late: none found")),
        (_, false) => ("info", shell.t("有发现", "found something")),
        (_, true) => ("soon", shell.t("逾期报告，有发现", "late, found something")),
    };
    Report {
        round: told.round,
        unit: agency_name(&told.unit),
        state: state.to_owned(),
        tag,
        signed: if told.unit == me {
            shell.called(&told.signed_by)
        } else {
            told.signed_by.clone()
        },
        on: day(told.on.as_ref(), shell.english),
        iso: room::view::day(told.on.as_ref()),
    }
}

fn finding(found: &pb::ScreeningFinding, at: At) -> Finding {
    // A finding is registered at the counter of the screening; its page is there.
    let dispute = match (found.dispute.as_str(), at) {
        ("", _) | (_, At::Office) => String::new(),
        (id, At::Own) => format!("/disputes/{id}"),
    };
    Finding {
        no: found.no,
        unit: agency_name(&found.unit),
        place: place(&found.place),
        kind: words::kind(&found.kind).to_owned(),
        people: found.people,
        summary: found.summary.clone(),
        dispute,
        owner: if found.owner.is_empty() { String::new() } else { agency_name(&found.owner) },
        unowned: found.unowned,
    }
}
