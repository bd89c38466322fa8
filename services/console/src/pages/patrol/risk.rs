//! One warning: its level and why, the signals that made it, what was done and what is still to be done.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::risk_service_client::RiskServiceClient;
use jiefen_vocab::{Channel, Moment};

use super::super::acts::affairs::{self, About, Offered};
use super::super::clocks::{Clock, clocks};
use super::super::cockpit::day;
use super::super::{export, room};
use super::{admit, place, tag};
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, shown};
use crate::lines::{At, ask_at};
use crate::sheet::{self, Sheet};
use crate::told::Told;
use crate::{Console, words};

struct Signal {
    when: String,
    kind: &'static str,
    about: String,
    people: String,
    against: String,
    place: String,
    channel: &'static str,
    dispute: String,
}

struct Task {
    no: u32,
    unit: String,
    what: String,
    due: String,
    /// The same day as the services write it.
    iso: String,
    evidence: String,
}

#[derive(Template)]
#[template(path = "patrol/risk.html")]
struct Page {
    shell: Shell,
    said: String,
    risk: pb::RiskCase,
    tag: &'static str,
    state: String,
    next: String,
    clocks: Vec<Clock>,
    acts: Vec<Offered>,
    signals: Vec<Signal>,
    tasks: Vec<Task>,
    team: Vec<String>,
    contact: String,
    /// Where the signals and the tasks are as workbooks.
    signalled: String,
    tasked: String,
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
    let (of_case, risk) = (case, read(console, clerk, (at, case)).await?);
    let at = At::named(at)?;
    let (staff, area) = (&clerk.staff, Area::Intake);
    let today = console.now(staff, area, at).await?.date().to_string();
    let head = risk.head.clone().unwrap_or_default();
    let title = format!("{} {}", place(&risk.place), head.state_zh);
    let shell = Shell::new(console, &clerk.visit, "/patrol", (&title, &title));
    let english = shell.english;
    let me = console.agency.to_string();
    let answers = risk.tasks.iter().any(|task| task.unit == me);
    let mut acts = affairs::of((About::Risk, at), &head, answers, staff, english);
    // Without a task that is still to be done there is none to prove.
    let to_do = risk.tasks.iter().any(|task| task.evidence.is_empty());
    acts.retain(|act| to_do || !act.is("prove"));
    Ok(Page {
        said: affairs::said(&clerk.visit.query("done"), english),
        tag: tag(&head.state),
        state: head.state_zh.clone(),
        next: shell.t(&head.next_zh, &head.next_en).to_owned(),
        clocks: clocks(&shell, &head, &today),
        acts,
        signals: risk.signals.iter().map(|one| signal(&shell, one)).collect(),
        tasks: risk.tasks.iter().map(|one| task(&shell, one)).collect(),
        team: risk.team.iter().map(|unit| agency_name(unit)).collect(),
        contact: time(risk.first_contact.as_ref(), english),
        signalled: export::address("signals", &[("at", at.code()), ("case", of_case)]),
        tasked: export::address("tasks", &[("at", at.code()), ("case", of_case)]),
        risk,
        shell,
    })
}

async fn read(
    console: &Console,
    clerk: &Clerk,
    (at, case): (&str, &str),
) -> Result<pb::RiskCase, Told> {
    admit(console, clerk)?;
    let (staff, area, at) = (&clerk.staff, Area::Intake, At::named(at)?);
    let message = pb::GetRiskCaseRequest { name: format!("cases/{case}") };
    let found = ask_at!(console, staff, area, at, RiskServiceClient, get_risk_case, message)?;
    Ok(found.risk_case.unwrap_or_default())
}

/// The warning that the address of a workbook names.
async fn named(console: &Console, clerk: &Clerk) -> Result<pb::RiskCase, Told> {
    let (at, case) = (clerk.visit.query("at"), clerk.visit.query("case"));
    read(console, clerk, (&at, &case)).await
}

/// The signals as a workbook.
pub(in crate::pages) async fn signals(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let risk = named(console, clerk).await?;
    let shell = Shell::new(console, &clerk.visit, "/patrol", ("信号", "Signals"));
    let columns = [
        ("什么时候", 24),
        ("什么信号", 18),
        ("什么纠纷", 16),
        ("人数", 10),
        ("在哪里", 24),
        ("针对谁", 28),
        ("从哪里来", 18),
    ];
    let mut sheet = Sheet::new(&format!("{} 信号", place(&risk.place)), &columns);
    for row in risk.signals.iter().map(|one| signal(&shell, one)) {
        let (kind, channel) = (row.kind.to_owned(), row.channel.to_owned());
        let told = [row.when, kind, row.about, row.people, row.place, row.against, channel];
        sheet.add(told.into_iter().map(Into::into).collect());
    }
    Ok(sheet)
}

/// The tasks as a workbook.
pub(in crate::pages) async fn tasks(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let risk = named(console, clerk).await?;
    let shell = Shell::new(console, &clerk.visit, "/patrol", ("任务", "Tasks"));
    let columns =
        [("编号", 8), ("交给哪个单位", 28), ("做什么", 50), ("最迟", 12), ("办好的凭据", 50)];
    let mut sheet = Sheet::new(&format!("{} 任务", place(&risk.place)), &columns);
    for row in risk.tasks.iter().map(|one| task(&shell, one)) {
        let due = sheet::day(&row.iso);
        sheet.add(vec![row.no.into(), row.unit.into(), row.what.into(), due, row.evidence.into()]);
    }
    Ok(sheet)
}

fn time(at: Option<&pbjson_types::Timestamp>, english: bool) -> String {
    let Some(at) = at else { return String::new() };
    let moment = Moment(at.seconds.saturating_mul(1_000_000));
    words::day(&moment.local().strftime("%Y-%m-%dT%H:%M:%S").to_string(), english)
}

fn signal(shell: &Shell, signal: &pb::RiskSignal) -> Signal {
    let dispute = match signal.dispute.as_str() {
        "" => String::new(),
        id => format!("/disputes/{id}"),
    };
    Signal {
        when: time(signal.at.as_ref(), shell.english),
        kind: kind(&signal.kind),
        about: words::kind(&signal.cause).to_owned(),
        people: match (signal.people, shell.english) {
            (people, true) => format!("{people} people"),
            (people, false) => format!("{people}人"),
        },
        against: signal.against.clone(),
        place: place(&signal.place),
        channel: signal.channel.parse::<Channel>().map_or("", |channel| channel.zh()),
        dispute,
    }
}

fn kind(code: &str) -> &'static str {
    match code {
        "common_claim" => "多人同一诉求",
        "complaint" => "投诉举报",
        "online_call" => "网上号召",
        "gathering" => "聚集",
        "violence" => "暴力",
        "threat" => "扬言威胁",
        "breach" => "没有履行协议",
        "many_disputes" => "同类纠纷多发",
        _ => "其他信号",
    }
}

fn task(shell: &Shell, task: &pb::RiskTask) -> Task {
    Task {
        no: task.no,
        unit: agency_name(&task.unit),
        what: task.what.clone(),
        due: day(task.due.as_ref(), shell.english),
        iso: room::view::day(task.due.as_ref()),
        evidence: task.evidence.clone(),
    }
}
