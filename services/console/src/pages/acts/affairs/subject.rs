//! What an act that is about no dispute is about, and what can be chosen in its form.

use std::collections::{BTreeMap, BTreeSet};

use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::assessment::v1 as assessment;
use jiefen_proto::jiefen::assessment::v1::assessment_service_client::AssessmentServiceClient;
use jiefen_proto::jiefen::intake::v1 as intake;
use jiefen_proto::jiefen::intake::v1::risk_service_client::RiskServiceClient;
use jiefen_proto::jiefen::registry::v1 as registry;
use jiefen_proto::jiefen::registry::v1::registry_service_client::RegistryServiceClient;
use jiefen_vocab::{Region, RegionLevel, Regions};
use jiff::Span;
use jiff::civil::DateTime;

use super::super::fields::{Field, Kind, Likely};
use super::{About, Affair, roster, units};
use crate::Console;
use crate::form::Form;
use crate::layout::{agencies_within, agency_name};
use crate::lines::{At, ask_at};
use crate::pages::units::units as every_unit;
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
    /// What a form that was not sent yet begins with.
    pub(super) likely: Form,
    /// The version of what is changed, for an act that replaces the whole of it.
    pub(super) etag: String,
}

impl Subject {
    /// Of an act that begins a case.
    pub(super) async fn begun(
        console: &Console,
        staff: &Staff,
        affair: &Affair,
        at: At,
    ) -> Result<Subject, Told> {
        let mut subject = Subject::new(console, String::new(), false);
        match affair.about {
            About::Letter => drop(subject.choices.remove("units")),
            About::Screening | About::Risk if at == At::Office => {
                drop(subject.choices.remove("units"));
            }
            About::Screening | About::Risk => {}
            About::Unit => subject.of_register(console, staff, at).await?,
            About::Person => {
                subject.answers = true;
                subject.of_rosters(console, staff, at).await?;
            }
        }
        Ok(subject)
    }

    /// The units that can be named are those of the register itself, the one that was added a minute ago too.
    async fn of_register(&mut self, console: &Console, staff: &Staff, at: At) -> Result<(), Told> {
        let units = every_unit(console, staff, at).await?.into_iter();
        let live = units.filter(|unit| unit.closed_on.is_none());
        let named = live.map(|unit| (unit.agency, unit.profile.unwrap_or_default().name));
        let units: Choices = named.collect();
        self.choices.insert("unit", units.clone());
        self.choices.insert("named", units);
        Ok(())
    }

    /// The units that keep a roster; at another unit's office, the own one.
    async fn of_rosters(&mut self, console: &Console, staff: &Staff, at: At) -> Result<(), Told> {
        self.of_register(console, staff, at).await?;
        let own = console.agency.to_string();
        if at == At::Office
            && let Some(units) = self.choices.get_mut("unit")
        {
            units.retain(|(unit, _)| *unit == own);
            if units.is_empty() {
                let text = "本单位还没有在机构名册登记，请先请登记管理员登记 (the register does not have this unit yet)";
                return Err(Told::own(StatusCode::CONFLICT, "UNIT_NOT_REGISTERED", text));
            }
        }
        self.likely = Form::default().with("unit", if at == At::Office { &own } else { "" });
        Ok(())
    }

    /// With what is likely at this time.
    pub(super) fn at(mut self, now: DateTime) -> Subject {
        // A key begins a while ahead: every node has heard of it by then.
        if let Ok(next) = now.checked_add(Span::new().hours(1))
            && let Ok(hour) = next.with().minute(0).second(0).subsec_nanosecond(0).build()
        {
            self.likely =
                self.likely.with("effective", &hour.strftime("%Y-%m-%dT%H:%M").to_string());
        }
        self
    }

    /// The lists of likely answers that these fields name.
    pub(super) fn lists(&self, fields: &[Field]) -> Vec<Likely> {
        let mut names = BTreeSet::new();
        for field in fields {
            names.insert(field.kind.list());
            if let Kind::Rows(inner) = field.kind {
                names.extend(inner.iter().map(|one| one.kind.list()));
            }
        }
        let list = |name: &'static str| {
            self.choices.get(name).map(|all| Likely { name, all: all.clone() })
        };
        names.into_iter().filter_map(list).collect()
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
        Subject { title, answers, choices, likely: Form::default(), etag: String::new() }
    }

    /// What is most likely meant: the last one of a list of rounds.
    pub(super) fn last_round(&self, field: &str) -> String {
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
    affair: &Affair,
    at: At,
    case: &str,
) -> Result<Subject, Told> {
    let name = format!("cases/{case}");
    match affair.about {
        About::Letter => letter(console, staff, at, name).await,
        About::Screening => screening(console, staff, at, name).await,
        About::Risk => risk(console, staff, at, name).await,
        About::Unit => unit(console, staff, affair, at, name).await,
        About::Person => person(console, staff, affair, at, name).await,
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
    Ok(subject)
}

async fn unit(
    console: &Console,
    staff: &Staff,
    affair: &Affair,
    at: At,
    name: String,
) -> Result<Subject, Told> {
    let message = registry::GetUnitRequest { name };
    let area = Area::Registry;
    let found = ask_at!(console, staff, area, at, RegistryServiceClient, get_unit, message)?;
    let unit = found.unit.unwrap_or_default();
    let profile = unit.profile.unwrap_or_default();
    let mut subject = Subject::new(console, profile.name.clone(), false);
    subject.of_register(console, staff, at).await?;
    if affair.key == units::AMEND {
        subject.likely = units::written(&profile);
        subject.etag = unit.head.unwrap_or_default().etag;
    }
    Ok(subject)
}

async fn person(
    console: &Console,
    staff: &Staff,
    affair: &Affair,
    at: At,
    name: String,
) -> Result<Subject, Told> {
    let message = registry::GetRosterPersonRequest { name };
    let area = Area::Registry;
    let found =
        ask_at!(console, staff, area, at, RegistryServiceClient, get_roster_person, message)?;
    let person = found.person.unwrap_or_default();
    let card = person.card.unwrap_or_default();
    let title = format!("{}：{}", person.unit_name, card.name);
    let mut subject = Subject::new(console, title, person.unit == console.agency.to_string());
    if affair.key == roster::AMEND {
        subject.likely = roster::written(&card);
        subject.etag = person.head.unwrap_or_default().etag;
    }
    Ok(subject)
}
