//! One incident: what is due now, what else can be done, who is where, and what happened, newest first.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::risk_service_client::RiskServiceClient;
use jiefen_vocab::Regions;
use jiff::civil::DateTime;

use super::super::acts::affairs::About;
use super::super::acts::affairs::incidents::{LANES, MEASURES};
use super::super::patrol::place;
use super::super::patrol::signal;
use super::super::standing::Standing;
use super::due::{Due, dues};
use super::{admit, colour, what};
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, shown};
use crate::lines::{At, ask_at};
use crate::told::Told;
use crate::{Console, words};

struct Lane {
    lane: &'static str,
    unit: String,
    person: String,
    arrived: String,
    result: String,
}

/// Something that happened.
struct Event {
    at: DateTime,
    when: String,
    what: String,
    text: String,
}

struct Earlier {
    dispute: String,
    held_by: String,
    since: String,
    done: String,
}

#[derive(Template)]
#[template(path = "incidents/incident.html")]
struct Page {
    shell: Shell,
    standing: Standing,
    what: String,
    people: u32,
    commander: String,
    violence: bool,
    now: String,
    dues: Vec<Due>,
    /// By what the limits run.
    basis: String,
    /// What is missing before it can be ended.
    missing: Vec<&'static str>,
    lanes: Vec<Lane>,
    events: Vec<Event>,
    disputes: Vec<String>,
    cause: String,
    lessons: String,
    trace: Vec<Earlier>,
}

/// The page.
pub(super) async fn show(
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
    let message = pb::GetIncidentRequest { name: format!("cases/{case}") };
    let found = ask_at!(console, staff, area, at, RiskServiceClient, get_incident, message)?;
    let now = console.now(staff, area, at).await?;
    let one = found.incident.unwrap_or_default();
    let head = one.head.clone().unwrap_or_default();
    let title = format!("{} {}", place(&one.place), head.state_zh);
    let shell = Shell::new(console, &clerk.visit, "/incidents", (&title, &title));
    let today = now.date().to_string();
    let mut standing = Standing::of((&shell, clerk), (About::Incident, at), &head, false, &today);
    standing.tag = colour(&head.state);
    let missing = missing(&shell, &one, &head.state);
    narrow(&mut standing, &one, missing.is_empty());
    let dues = dues(&shell, &one, now, &standing.acts);
    // What is due has its link where it is due.
    standing.acts.retain(|act| dues.iter().all(|due| due.act != act.address));
    Ok(Page {
        what: what(&one),
        people: one.people,
        commander: one.commander.clone(),
        violence: one.violence,
        now: words::day(&now.to_string(), shell.english),
        basis: basis(&dues),
        dues,
        missing,
        lanes: one.lanes.iter().map(|duty| lane(&shell, duty)).collect(),
        events: events(&shell, &one),
        disputes: one.disputes.clone(),
        trace: one.trace.iter().map(|sign| earlier(&shell, sign)).collect(),
        cause: one.cause,
        lessons: one.lessons,
        standing,
        shell,
    })
}

/// By what the limits run, each once.
fn basis(dues: &[Due]) -> String {
    let all: std::collections::BTreeSet<&str> =
        dues.iter().map(|due| due.source.as_str()).collect();
    all.into_iter().filter(|source| !source.is_empty()).collect::<Vec<_>>().join("；")
}

/// Leaves out what there is nothing to do with.
fn narrow(standing: &mut Standing, one: &pb::Incident, may_end: bool) {
    standing.without("record_contact", one.first_contact.is_some());
    standing.without("record_arrival", one.lanes.iter().all(|duty| duty.arrived.is_some()));
    standing.without("close_lane", one.lanes.iter().all(|duty| !duty.result.is_empty()));
    standing.without("stand_down", !may_end);
    standing.without("lift", !may_end);
}

/// What has to be done before the response or the warning can be ended.
fn missing(shell: &Shell, one: &pb::Incident, state: &str) -> Vec<&'static str> {
    let scene = matches!(state, "called_out" | "on_site");
    let warned = matches!(state, "yellow" | "orange" | "red");
    let open = one.lanes.iter().any(|duty| duty.result.is_empty());
    let all = [
        (
            (scene || warned) && one.owed_since.is_some(),
            shell.t("应当上报的还没有上报", "a report up is owed"),
        ),
        (
            warned && one.first_contact.is_none(),
            shell.t("还没有联系当事人", "nobody was contacted yet"),
        ),
        (scene && open, shell.t("还有处置线没有收线", "a lane is still at work")),
        (
            scene && one.disputes.is_empty(),
            shell.t("诉求还没有落到纠纷，请登记并关联", "no dispute carries the claims on"),
        ),
    ];
    all.into_iter().filter(|(is, _)| *is).map(|(_, text)| text).collect()
}

fn word(
    shell: &Shell,
    of: &[(&'static str, &'static str, &'static str)],
    code: &str,
) -> &'static str {
    let found = of.iter().find(|(known, ..)| *known == code);
    found.map_or("", |(_, zh, en)| if shell.english { en } else { zh })
}

fn lane(shell: &Shell, duty: &pb::IncidentLane) -> Lane {
    Lane {
        lane: word(shell, LANES, &duty.lane),
        unit: agency_name(&duty.unit),
        person: duty.person.clone(),
        arrived: words::time(duty.arrived.as_ref(), shell.english),
        result: duty.result.clone(),
    }
}

fn earlier(shell: &Shell, sign: &pb::EarlierSign) -> Earlier {
    let since = words::local(sign.since.as_ref());
    Earlier {
        dispute: sign.dispute.clone(),
        held_by: match sign.held_by.as_str() {
            "" => shell.t("没有单位掌握", "nobody").to_owned(),
            unit => agency_name(unit),
        },
        since: since
            .map(|at| words::day(&at.date().to_string(), shell.english))
            .unwrap_or_default(),
        done: sign.done.clone(),
    }
}

/// Everything that happened, newest first.
fn events(shell: &Shell, one: &pb::Incident) -> Vec<Event> {
    let mut events = Vec::new();
    let people = |people: u32| match (people, shell.english) {
        (people, true) => format!("{people} people"),
        (people, false) => format!("{people}人"),
    };
    let mut add = |at: Option<&pbjson_types::Timestamp>, what: String, text: String| {
        if let Some(at) = words::local(at) {
            let when = words::day(&at.to_string(), shell.english);
            events.push(Event { at, when, what, text });
        }
    };
    for seen in &one.signals {
        let seen_ = signal::signal(shell, seen);
        let what = format!("{}{}", shell.t("信号：", "Signal: "), seen_.kind);
        let against = match seen_.against.as_str() {
            "" => String::new(),
            whom => format!(" · {} {whom}", shell.t("针对", "against")),
        };
        let text = format!("{} · {} · {}{against}", seen_.about, seen_.people, seen_.place);
        add(seen.at.as_ref(), what, text);
    }
    let contacted = shell.t("首次联系当事人", "First contact");
    add(one.first_contact.as_ref(), contacted.to_owned(), String::new());
    let out = shell.t("启动响应", "Called out");
    let commander = format!("{} {}", shell.t("现场指挥", "commander"), one.commander);
    add(one.called_at.as_ref(), out.to_owned(), commander);
    for duty in &one.lanes {
        let what = format!("{} {}", agency_name(&duty.unit), shell.t("到场", "has come"));
        add(duty.arrived.as_ref(), what, duty.person.clone());
    }
    for taken in &one.measures {
        let kind = word(shell, MEASURES, &taken.kind);
        let what = format!("{}{kind}", shell.t("措施：", "Measure: "));
        add(taken.at.as_ref(), what, taken.why.clone());
    }
    for told in &one.situations {
        let what = format!("{} · {}", shell.t("续报", "Situation"), people(told.people));
        add(told.at.as_ref(), what, told.text.clone());
    }
    for report in &one.reports {
        add(report.at.as_ref(), reported(shell, report), report.text.clone());
    }
    add(one.end_at.as_ref(), shell.t("结束", "Ended").to_owned(), one.end_why.clone());
    events.sort_by_key(|event| std::cmp::Reverse(event.at));
    events
}

/// The head of a report up: to whom, in which class of size.
fn reported(shell: &Shell, report: &pb::IncidentReport) -> String {
    let to = report.to.parse().ok().and_then(|to| Regions::shipped().full_name(to));
    let class = match report.class.as_str() {
        "grave" => shell.t("特别重大", "grave"),
        "major" => shell.t("重大", "major"),
        "larger" => shell.t("较大", "larger"),
        _ => shell.t("一般", "ordinary"),
    };
    let skips = match report.skips.as_str() {
        "" => String::new(),
        why => format!(" · {}{why}", shell.t("越级：", "skips a level: ")),
    };
    let to = to.unwrap_or_default();
    let (up, people) = (shell.t("上报", "Reported to"), report.people);
    format!("{up}{to} · {class} · {people}{}{skips}", shell.t("人", " people"))
}
