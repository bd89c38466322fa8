//! One warning: its level and why, the signals that made it, what was done and what is still to be done.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::risk_service_client::RiskServiceClient;

use super::super::acts::affairs::{self, About};
use super::super::cockpit::day;
use super::super::may;
use super::super::standing::Standing;
use super::signal::{self, Signal};
use super::{admit, place, tag};
use crate::accounts::Names;
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, shown};
use crate::lines::{At, ask_at};
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
    admit(console, clerk)?;
    let at = At::named(at)?;
    let (staff, area) = (&clerk.staff, Area::Intake);
    let message = pb::GetRiskCaseRequest { name: format!("cases/{case}") };
    let found = ask_at!(console, staff, area, at, RiskServiceClient, get_risk_case, message)?;
    let today = console.now(staff, area, at).await?.date().to_string();
    let mut risk = found.risk_case.unwrap_or_default();
    risk.why = words::reason(&risk.why);
    risk.investigator = Names::of(&console.accounts).called(&risk.investigator);
    let head = risk.head.clone().unwrap_or_default();
    let title = format!("{} {}", place(&risk.place), head.state_zh);
    let shell = Shell::new(console, &clerk.visit, "/patrol", (&title, &title));
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
        evidence: task.evidence.clone(),
    }
}
