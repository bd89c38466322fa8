//! One warning: its level and why, the signals that made it, what was done and what is still to be done.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::risk_service_client::RiskServiceClient;

use super::super::acts::affairs::{self, About};
use super::super::cockpit::day;
use super::super::standing::Standing;
use super::super::{export, may, room};
use super::signal::{self, Signal};
use super::{admit, place, tag};
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, shown};
use crate::lines::{At, ask_at};
use crate::sheet::{self, Sheet};
use crate::told::Told;
use crate::{Console, words};

struct Payment {
    no: u32,
    people: u32,
    amount: String,
    due: String,
    proof: String,
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
    standing: Standing,
    risk: pb::RiskCase,
    signals: Vec<Signal>,
    tasks: Vec<Task>,
    payments: Vec<Payment>,
    team: Vec<String>,
    contact: String,
    /// Where an incident that grows out of it is reported; empty: not by this person.
    incident: String,
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
    let (of_case, mut risk) = (case, read(console, clerk, (at, case)).await?);
    let at = At::named(at)?;
    let (staff, area) = (&clerk.staff, Area::Intake);
    let today = console.now(staff, area, at).await?.date().to_string();
    risk.why = words::reason(&risk.why);
    let head = risk.head.clone().unwrap_or_default();
    let title = format!("{} {}", place(&risk.place), head.state_zh);
    let shell = Shell::new(console, &clerk.visit, "/patrol", (&title, &title));
    risk.investigator = shell.called(&risk.investigator);
    let me = console.agency.to_string();
    let answers = risk.tasks.iter().any(|task| task.unit == me);
    let mut standing = Standing::of((&shell, clerk), (About::Risk, at), &head, answers, &today);
    standing.tag = tag(&head.state);
    // Without a task that is still to be done there is none to prove, and so on.
    standing.without("prove", risk.tasks.iter().all(|task| !task.evidence.is_empty()));
    standing.without("prove_payment", risk.payments.iter().all(|paid| !paid.proof.is_empty()));
    standing.without("expect_payment", risk.disputes.is_empty());
    standing.without("contact", risk.first_contact.is_some());
    Ok(Page {
        standing,
        incident: incident(console, clerk, at, &risk),
        signals: risk.signals.iter().map(|one| signal::signal(&shell, one)).collect(),
        tasks: risk.tasks.iter().map(|one| task(&shell, one)).collect(),
        payments: risk.payments.iter().map(|one| payment(&shell, one)).collect(),
        team: risk.team.iter().map(|unit| agency_name(unit)).collect(),
        contact: words::time(risk.first_contact.as_ref(), shell.english),
        signalled: export::address("signals", &[("at", at.code()), ("case", of_case)]),
        tasked: export::address("tasks", &[("at", at.code()), ("case", of_case)]),
        risk,
        shell,
    })
}

/// The form of an incident that grows out of it, with what is known already; no name stands in an address.
fn incident(console: &Console, clerk: &Clerk, at: At, risk: &pb::RiskCase) -> String {
    let open = risk.head.as_ref().is_some_and(|head| head.open);
    let begun = affairs::begun(About::Incident, at, &clerk.staff, false);
    let may = open && may::incidents(console, &clerk.staff);
    let (Some(form), Some(first)) = (begun.first().filter(|_| may), risk.signals.first()) else {
        return String::new();
    };
    let start = format!("{}?", form.address);
    let length = start.len();
    let mut to = form_urlencoded::Serializer::for_suffix(start, length);
    to.append_pair("place", &risk.place).append_pair("cause", &first.cause);
    to.append_pair("disputes", &risk.disputes.join("\n"));
    to.finish()
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
    for row in risk.signals.iter().map(|one| signal::signal(&shell, one)) {
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

fn payment(shell: &Shell, paid: &pb::RiskPayment) -> Payment {
    Payment {
        no: paid.no,
        people: paid.people,
        amount: words::yuan(paid.amount_fen),
        due: day(paid.due.as_ref(), shell.english),
        proof: paid.proof.clone(),
        dispute: paid.dispute.clone(),
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
