//! What an act that is about no dispute is about, and what can be chosen in its form.

use std::collections::{BTreeMap, BTreeSet};

use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::assessment::v1 as assessment;
use jiefen_proto::jiefen::assessment::v1::assessment_service_client::AssessmentServiceClient;
use jiefen_proto::jiefen::intake::v1 as intake;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_proto::jiefen::intake::v1::risk_service_client::RiskServiceClient;
use jiefen_proto::jiefen::registry::v1 as registry;
use jiefen_proto::jiefen::registry::v1::registry_service_client::RegistryServiceClient;
use jiefen_vocab::{Region, RegionLevel, Regions, Role};
use jiff::Span;
use jiff::civil::{Date, DateTime};

use super::super::fields::{Field, Kind, Likely};
use super::incidents::{LANES, LEVELS, MEASURES};
use super::sheets::COUNTY;
use super::{About, Affair, roster, signals, units};
use crate::Console;
use crate::form::Form;
use crate::layout::{agencies_within, agency_name};
use crate::lines::{At, ask_at};
use crate::pages::cockpit::period;
use crate::pages::sheets;
use crate::pages::units::units as every_unit;
use crate::session::Staff;
use crate::told::Told;
use crate::words;

/// Codes with their words.
pub(super) type Choices = Vec<(String, String)>;

/// What an act is about.
pub(super) struct Subject {
    pub(super) title: String,
    /// This unit is the one that is asked.
    pub(super) answers: bool,
    /// What can be chosen, by field.
    pub(super) choices: BTreeMap<&'static str, Choices>,
    /// What a form that was not sent yet begins with.
    likely: Form,
    /// What an earlier act has said of what a form asks: act, field, value.
    known: Vec<(&'static str, &'static str, String)>,
    /// The version of what is changed, for an act that replaces the whole of it.
    pub(super) etag: String,
}

impl Subject {
    /// Of an act that begins a case.
    pub(super) async fn begun(
        console: &Console,
        staff: &Staff,
        affair: &Affair,
        (at, today): (At, Date),
    ) -> Result<Subject, Told> {
        let mut subject = Subject::new(console, String::new(), false);
        if affair.about == About::Letter || at == At::Office {
            subject.choices.remove("units");
        }
        match affair.about {
            About::Letter | About::Screening | About::Box => {}
            About::Sheet => subject.freezes(today),
            About::Risk | About::Incident => subject.hears(console),
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
        self.with("unit", if at == At::Office { &own } else { "" });
        Ok(())
    }

    /// With what is likely at this time.
    pub(super) fn at(mut self, now: DateTime) -> Subject {
        // A key begins a while ahead: every node has heard of it by then.
        if let Ok(next) = now.checked_add(Span::new().hours(1))
            && let Ok(hour) = next.with().minute(0).second(0).subsec_nanosecond(0).build()
        {
            self.with("effective", hour.strftime("%Y-%m-%dT%H:%M").to_string());
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

    /// What can be frozen: the county or a unit, in a month or a quarter that is over.
    fn freezes(&mut self, today: Date) {
        if let Some(units) = self.choices.get_mut("unit") {
            units.insert(0, (COUNTY.to_owned(), "全县".to_owned()));
        }
        let now = period::Span::asked("", today);
        let (months, quarters) = (now.before().course(), now.other().before().course());
        let all = months.iter().rev().chain(quarters.iter().rev());
        self.choices.insert("period", all.map(|span| (span.code(), span.name())).collect());
    }

    /// By which channels signals come.
    fn hears(&mut self, console: &Console) {
        let (channels, likely) = signals::channels(console.agency);
        self.choices.insert("channel", channels);
        self.with("channel", likely.code());
    }

    /// What is likely of one more signal of the same matter.
    fn joins(&mut self, signals: &[intake::RiskSignal]) {
        let Some(first) = signals.first() else { return };
        for (field, value) in
            [("place", &first.place), ("cause", &first.cause), ("against", &first.against)]
        {
            self.with(field, value);
        }
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
        Subject {
            title,
            answers,
            choices,
            likely: Form::default(),
            known: Vec::new(),
            etag: String::new(),
        }
    }

    /// What the form of an act is opened with, by field: nobody says it twice.
    pub(super) fn likely(&self, act: &str) -> impl Iterator<Item = (String, String)> {
        let known = self.known.iter().filter(move |(of, ..)| *of == act);
        let known = known.map(|(_, field, value)| ((*field).to_owned(), value.clone()));
        known.chain(self.likely.fields().iter().cloned()).filter(|(_, value)| !value.is_empty())
    }

    /// The same with what is likely in a field.
    fn with(&mut self, field: &str, value: impl AsRef<str>) {
        self.likely = self.likely.with(field, value.as_ref());
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
        About::Sheet => sheet(console, staff, at, name).await,
        About::Screening => screening(console, staff, at, name).await,
        About::Risk => risk(console, staff, at, name).await,
        About::Incident => incident(console, staff, at, name).await,
        About::Unit => unit(console, staff, affair, at, name).await,
        About::Person => person(console, staff, affair, at, name).await,
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

async fn sheet(console: &Console, staff: &Staff, at: At, name: String) -> Result<Subject, Told> {
    let message = assessment::GetSheetRequest { name };
    let area = Area::Assessment;
    let found = ask_at!(console, staff, area, at, AssessmentServiceClient, get_sheet, message)?;
    let sheet = found.sheet.unwrap_or_default();
    let unit = if sheet.unit.is_empty() { "全县".to_owned() } else { agency_name(&sheet.unit) };
    let title = format!("{unit} {}", sheets::period(sheet.period.as_ref()));
    let answers = sheet.unit.is_empty() || sheet.unit == console.agency.to_string();
    let figures = sheet.figures.iter().map(|figure| {
        let numbers = format!("{} / {}", figure.numerator, figure.denominator);
        (sheets::key(figure), format!("{} {numbers}", sheets::name(figure)))
    });
    let open = sheet.appeals.iter().filter(|appeal| !appeal.decided);
    let appeals = open.map(|one| {
        let said = format!("{}. {}：{}", one.no, agency_name(&one.by), one.reason);
        (one.no.to_string(), said)
    });
    let mut subject = Subject::new(console, title, answers);
    subject.choices.insert("figure", figures.collect());
    subject.choices.insert("appeal", appeals.collect());
    Ok(subject)
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
    // Most likely the round that runs is meant.
    subject.with("round", screening.round.to_string());
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
    let title = format!("{} {}", place(&risk.place), head.state_zh);
    let open = risk.tasks.iter().filter(|task| task.evidence.is_empty());
    let tasks = open.map(|task| (task.no.to_string(), format!("{}. {}", task.no, task.what)));
    let unpaid = risk.payments.iter().filter(|paid| paid.proof.is_empty());
    let payments = unpaid.map(|paid| {
        (paid.no.to_string(), format!("{}. {}", paid.no, words::yuan(paid.amount_fen)))
    });
    let answers = risk.tasks.iter().any(|task| task.unit == own);
    let mut subject = Subject::new(console, title, answers);
    subject.choices.insert("task", tasks.collect());
    subject.choices.insert("payment", payments.collect());
    subject.choices.insert("of", risk.disputes.iter().map(|id| (id.clone(), id.clone())).collect());
    subject.choices.insert("level", levels(&head.state));
    subject.with("ended", if risk.incident_open { "yes" } else { "no" });
    subject.hears(console);
    subject.joins(&risk.signals);
    subject.known.push(("level", "level", head.state));
    subject.known.push(("investigator", "person", risk.investigator));
    match subject.choices.contains_key("units") {
        true => subject.known.extend(risk.team.into_iter().map(|unit| ("team", "units", unit))),
        false => subject.known.push(("team", "units", risk.team.join("\n"))),
    }
    Ok(subject)
}

async fn incident(console: &Console, staff: &Staff, at: At, name: String) -> Result<Subject, Told> {
    let message = intake::GetIncidentRequest { name };
    let area = Area::Intake;
    let found = ask_at!(console, staff, area, at, RiskServiceClient, get_incident, message)?;
    let one = found.incident.unwrap_or_default();
    let head = one.head.clone().unwrap_or_default();
    let title = format!("{} {}", place(&one.place), head.state_zh);
    let mut subject = Subject::new(console, title, false);
    subject.hears(console);
    subject.joins(&one.signals);
    subject.choices.insert("level", levels(&head.state));
    lanes(&mut subject, console, &one, &head.state);
    measures(&mut subject, staff, one.violence);
    let above = above(&one.place);
    if let Some((next, _)) = above.first() {
        subject.with("to", next);
    }
    subject.choices.insert("to", above);
    subject.with("people", one.people.to_string());
    for (no, dispute) in one.disputes.iter().enumerate() {
        subject.with(&format!("trace.{no}.of"), dispute);
    }
    subject.choices.insert("of", one.disputes.iter().map(|id| (id.clone(), id.clone())).collect());
    Ok(subject)
}

/// The levels that it may be set to: the others than its own.
fn levels(state: &str) -> Choices {
    let others = LEVELS.iter().filter(|(code, ..)| *code != state);
    others.map(|(code, zh, _)| ((*code).to_owned(), (*zh).to_owned())).collect()
}

/// What is known of the lanes: those prepared are likely those that go out; who has not come may come; what is open may
/// be closed.
fn lanes(subject: &mut Subject, console: &Console, one: &intake::Incident, state: &str) {
    let units = subject.choices.remove("unit").unwrap_or_default();
    let own = console.agency.to_string();
    let own = (own.clone(), agency_name(&own));
    if !units.is_empty() {
        let all: Choices = std::iter::once(own).chain(units).collect();
        subject.choices.insert("held_by", all.clone());
        subject.choices.insert("unit", all);
    }
    let begun = LANES.iter().map(|(code, ..)| ((*code).to_owned(), String::new(), String::new()));
    let mut rows: Vec<_> = one
        .lanes
        .iter()
        .map(|duty| (duty.lane.clone(), duty.unit.clone(), duty.person.clone()))
        .collect();
    if rows.is_empty() {
        rows.extend(begun);
    }
    for (no, (lane, unit, person)) in rows.into_iter().enumerate() {
        subject.with(&format!("lanes.{no}.lane"), lane);
        subject.with(&format!("lanes.{no}.unit"), unit);
        subject.with(&format!("lanes.{no}.person"), person);
    }
    if !matches!(state, "called_out" | "on_site") {
        return;
    }
    let away = one.lanes.iter().filter(|duty| duty.arrived.is_none());
    let away = away.map(|duty| {
        let name = format!("{} {}", agency_name(&duty.unit), duty.person);
        (duty.unit.clone(), name)
    });
    subject.choices.insert("unit", away.collect());
    let open = |lane: &str| one.lanes.iter().any(|at| at.lane == lane && at.result.is_empty());
    let open = LANES.iter().filter(|(code, ..)| open(code));
    let open = open.map(|(code, zh, _)| ((*code).to_owned(), (*zh).to_owned()));
    subject.choices.insert("lane", open.collect());
}

/// The measures that this person may take: force is the police's alone, separation against violence alone.
fn measures(subject: &mut Subject, staff: &Staff, violence: bool) {
    let police = staff.holds(&[Role::PoliceOfficer]);
    let may = |code: &str| match code {
        "persuade" => true,
        "separate" => police && violence,
        _ => police,
    };
    let may = MEASURES.iter().filter(|(code, ..)| may(code));
    let may = may.map(|(code, zh, _)| ((*code).to_owned(), (*zh).to_owned()));
    subject.choices.insert("measure", may.collect());
}

/// The governments above a place's county, the next one first.
fn above(place: &str) -> Choices {
    let Some(here) = place.parse::<Region>().ok() else { return Vec::new() };
    let county = here.county().unwrap_or(here);
    let above = std::iter::successors(county.parent(), |region| region.parent());
    let named = |region: Region| {
        let name = Regions::shipped().full_name(region).unwrap_or_default();
        (region.to_string(), format!("{name}人民政府"))
    };
    above.map(named).collect()
}

fn place(code: &str) -> String {
    let place = code.parse().ok().and_then(|place| Regions::shipped().full_name(place));
    place.unwrap_or_default()
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
    let node = unit.node.unwrap_or_default();
    let key = node.keys.into_iter().next_back().unwrap_or_default().key;
    subject.known.push(("admit", "key", key));
    subject.known.push(("admit", "endpoints", node.endpoints.join("\n")));
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
