//! What an act that is about no dispute is about, and what can be chosen in its form.

use std::collections::BTreeMap;

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::assessment::v1 as assessment;
use jiefen_proto::jiefen::assessment::v1::assessment_service_client::AssessmentServiceClient;
use jiefen_proto::jiefen::intake::v1 as intake;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_proto::jiefen::intake::v1::risk_service_client::RiskServiceClient;
use jiefen_proto::jiefen::registry::v1 as registry;
use jiefen_proto::jiefen::registry::v1::registry_service_client::RegistryServiceClient;
use jiefen_vocab::{Region, RegionLevel, Regions};

use super::{About, Affair};
use crate::Console;
use crate::form::Form;
use crate::layout::{agencies_within, agency_name};
use crate::lines::{At, ask_at};
use crate::session::Staff;
use crate::told::Told;

type Choices = Vec<(String, String)>;

/// What an act is about.
pub(super) struct Subject {
    pub(super) title: String,
    /// This unit is the one that is asked.
    pub(super) answers: bool,
    /// What can be chosen, by field.
    pub(super) choices: BTreeMap<&'static str, Choices>,
    /// What an earlier act has said of what a form asks: act, field, value.
    known: Vec<(&'static str, &'static str, String)>,
}

impl Subject {
    /// Of an act that begins a case.
    pub(super) fn begun(console: &Console, affair: &Affair, at: At) -> Subject {
        let mut subject = Subject::new(console, String::new(), false);
        if affair.about == About::Letter || at == At::Office {
            subject.choices.remove("units");
        }
        subject
    }

    fn new(console: &Console, title: String, answers: bool) -> Subject {
        let own = console.agency.to_string();
        let region = console.agency.region;
        let around = region.county().unwrap_or(region);
        let mut units = agencies_within(around);
        units.retain(|(unit, _)| *unit != own);
        let centres = units.iter().filter(|(unit, _)| is_asked(unit)).cloned().collect();
        let mut choices = BTreeMap::from([("place", places(region))]);
        if !units.is_empty() {
            choices.insert("unit", units);
            choices.insert("units", centres);
        }
        Subject { title, answers, choices, known: Vec::new() }
    }

    /// What the form of an act is opened with: nobody says it twice.
    pub(super) fn form(&self, act: &str) -> Form {
        let known = self.known.iter().filter(|(of, _, value)| *of == act && !value.is_empty());
        Form::of(known.map(|(_, field, value)| ((*field).to_owned(), value.clone())).collect())
    }

    /// What is most likely meant: the last one of a list of rounds.
    pub(super) fn likely(&self, field: &str) -> String {
        let last = self.choices.get(field).filter(|_| field == "round").and_then(|all| all.last());
        last.map(|(code, _)| code.clone()).unwrap_or_default()
    }
}

/// Whether a screening asks units of this code: centres, police, departments.
fn is_asked(unit: &str) -> bool {
    unit.ends_with(".centre") || unit.ends_with(".police") || unit.ends_with(".hrss")
}

/// The places of a unit: its region and those right below.
fn places(region: Region) -> Choices {
    let regions = Regions::shipped();
    let below = match region.level() {
        RegionLevel::Town | RegionLevel::Village => RegionLevel::Village,
        RegionLevel::County | RegionLevel::City | RegionLevel::Province => RegionLevel::Town,
    };
    let named = |place: Region| {
        let name = regions.name(place).unwrap_or_default();
        (place.to_string(), name.to_owned())
    };
    let inside = regions.within(region, below).map(|(place, _)| place);
    let inside = inside.filter(|place| *place != region);
    std::iter::once(region).chain(inside).map(named).collect()
}

/// What an act is about, as the service tells it.
pub(super) async fn subject(
    console: &Console,
    staff: &Staff,
    about: About,
    at: At,
    case: &str,
) -> Result<Subject, Told> {
    let name = format!("cases/{case}");
    match about {
        About::Letter => letter(console, staff, at, name).await,
        About::Screening => screening(console, staff, at, name).await,
        About::Risk => risk(console, staff, at, name).await,
        About::Unit => unit(console, staff, at, name).await,
        About::Box => letter_in(console, staff, at, name).await,
    }
}

async fn letter(console: &Console, staff: &Staff, at: At, name: String) -> Result<Subject, Told> {
    let message = assessment::GetOrderRequest { name };
    let area = Area::Assessment;
    let found = ask_at!(console, staff, area, at, AssessmentServiceClient, get_order, message)?;
    let order = found.order.unwrap_or_default();
    let title = format!("{}：{}", agency_name(&order.unit), order.ground);
    Ok(Subject::new(console, title, order.unit == console.agency.to_string()))
}

async fn letter_in(
    console: &Console,
    staff: &Staff,
    at: At,
    name: String,
) -> Result<Subject, Told> {
    let message = intake::GetCitizenRequestRequest { name };
    let area = Area::Intake;
    let found =
        ask_at!(console, staff, area, at, IntakeServiceClient, get_citizen_request, message)?;
    let asked = found.request.unwrap_or_default();
    Ok(Subject::new(console, format!("{}：{}", asked.about_zh, asked.text), false))
}

async fn screening(
    console: &Console,
    staff: &Staff,
    at: At,
    name: String,
) -> Result<Subject, Told> {
    let message = intake::GetScreeningRequest { name };
    let area = Area::Intake;
    let found = ask_at!(console, staff, area, at, RiskServiceClient, get_screening, message)?;
    let screening = found.screening.unwrap_or_default();
    let answers = screening.units.contains(&console.agency.to_string());
    let rounds = (1..=screening.round).map(|no| (no.to_string(), format!("第{no}轮")));
    let open = screening.findings.iter().filter(|finding| finding.owner.is_empty());
    let findings = open.map(|one| (one.no.to_string(), format!("{}. {}", one.no, one.summary)));
    let mut subject = Subject::new(console, screening.theme, answers);
    subject.choices.insert("round", rounds.collect());
    subject.choices.insert("finding", findings.collect());
    Ok(subject)
}

async fn risk(console: &Console, staff: &Staff, at: At, name: String) -> Result<Subject, Told> {
    let message = intake::GetRiskCaseRequest { name };
    let area = Area::Intake;
    let found = ask_at!(console, staff, area, at, RiskServiceClient, get_risk_case, message)?;
    let risk = found.risk_case.unwrap_or_default();
    let own = console.agency.to_string();
    let head = risk.head.unwrap_or_default();
    let place = risk.place.parse().ok().and_then(|place| Regions::shipped().full_name(place));
    let title = format!("{} {}", place.unwrap_or_default(), head.state_zh);
    let open = risk.tasks.iter().filter(|task| task.evidence.is_empty());
    let tasks = open.map(|task| (task.no.to_string(), format!("{}. {}", task.no, task.what)));
    let tasks = tasks.collect();
    let answers = risk.tasks.iter().any(|task| task.unit == own);
    let mut subject = Subject::new(console, title, answers);
    subject.choices.insert("task", tasks);
    subject.known.push(("level", "level", head.state));
    subject.known.push(("investigator", "person", risk.investigator));
    match subject.choices.contains_key("units") {
        true => subject.known.extend(risk.team.into_iter().map(|unit| ("team", "units", unit))),
        false => subject.known.push(("team", "units", risk.team.join("\n"))),
    }
    Ok(subject)
}

async fn unit(console: &Console, staff: &Staff, at: At, name: String) -> Result<Subject, Told> {
    let message = registry::GetUnitRequest { name };
    let area = Area::Registry;
    let found = ask_at!(console, staff, area, at, RegistryServiceClient, get_unit, message)?;
    let unit = found.unit.unwrap_or_default();
    let mut subject = Subject::new(console, unit.profile.unwrap_or_default().name, false);
    let node = unit.node.unwrap_or_default();
    let key = node.keys.into_iter().next_back().unwrap_or_default().key;
    subject.known.push(("admit", "key", key));
    subject.known.push(("admit", "endpoints", node.endpoints.join("\n")));
    Ok(subject)
}
