//! 人员名册: who mediates or arbitrates at which unit, since when and by whose decision. By unit, calling and day; never by
//! what somebody has done.

pub(super) mod sheet;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_proto::jiefen::registry::v1::registry_service_client::RegistryServiceClient;
use jiefen_vocab::DisputeKind;
use jiff::civil::Date;

use super::acts::affairs::{self, About, Offered, calling, callings, ground, iso};
use super::clocks::{Clock, clocks};
use super::cockpit::day;
use super::register::date;
use crate::Console;
use crate::guard::Clerk;
use crate::layout::{Shell, shown};
use crate::lines::{At, ask_at};
use crate::session::Staff;
use crate::told::Told;
use crate::words;

/// Rows of one question to the service.
const ROWS: i32 = 200;
/// So many pages are read: a county has some thousands of mediators.
const PAGES: usize = 50;
/// So many persons stand on one page.
const SHOWN: usize = 100;

/// The addresses of the rosters.
pub(super) fn router() -> Router<Console> {
    Router::new().route("/roster", get(show)).route("/roster/{at}/{case}", get(one))
}

/// What somebody asks for, as the address of the page says.
struct Asked {
    unit: String,
    calling: String,
    field: String,
    /// Part of a name.
    q: String,
    /// With those who have left, and those whose term is over or has not begun.
    all: bool,
}

impl Asked {
    fn of(clerk: &Clerk) -> Asked {
        let query = |name: &str| clerk.visit.query(name);
        Asked {
            unit: query("unit"),
            calling: query("calling"),
            field: query("field"),
            q: query("q"),
            all: query("all") == "1",
        }
    }

    /// The same as an address.
    fn address(&self, page: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let fields = [("unit", &self.unit), ("calling", &self.calling), ("field", &self.field)];
        for (name, value) in fields.into_iter().chain([("q", &self.q)]) {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        if self.all {
            query.append_pair("all", "1");
        }
        let query = query.finish();
        if query.is_empty() { page.to_owned() } else { format!("{page}?{query}") }
    }
}

/// One of a list to choose from.
struct Choice {
    code: String,
    name: String,
    chosen: bool,
}

/// A person of the list.
struct Row {
    address: String,
    name: String,
    unit: String,
    calling: &'static str,
    fields: String,
    languages: String,
    term: String,
    state: &'static str,
    tag: &'static str,
    check: bool,
}

#[derive(Template)]
#[template(path = "roster/list.html")]
struct List {
    shell: Shell,
    rows: Vec<Row>,
    total: usize,
    units: Vec<Choice>,
    callings: Vec<Choice>,
    fields: Vec<Choice>,
    q: String,
    all: bool,
    begin: Vec<Offered>,
    export: String,
    more: bool,
}

#[derive(Template)]
#[template(path = "roster/person.html")]
struct Person {
    shell: Shell,
    said: String,
    unit: String,
    list: String,
    state: &'static str,
    tag: &'static str,
    facts: Vec<(&'static str, String)>,
    clocks: Vec<Clock>,
    acts: Vec<Offered>,
}

/// The list.
async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    shown(&console, &clerk.visit, listed(&console, &clerk).await)
}

async fn listed(console: &Console, clerk: &Clerk) -> Result<List, Told> {
    let at = console.lines.at(Area::Registry).ok_or_else(|| Told::away(Area::Registry))?;
    let asked = Asked::of(clerk);
    let shell = Shell::new(console, &clerk.visit, "/units", ("人员名册", "Rosters"));
    let english = shell.english;
    let people = people(console, &clerk.staff, at, &asked).await?;
    let total = people.len();
    let units = super::units::units(console, &clerk.staff, at).await?;
    let keeps = units.iter().filter(|unit| {
        let kind = unit.profile.as_ref().map_or("", |profile| profile.unit_kind.as_str());
        matches!(kind, "mediation" | "court" | "arbitration") || unit.agency == asked.unit
    });
    let choice = |code: &str, name: &str, chosen: &str| Choice {
        chosen: code == chosen,
        code: code.to_owned(),
        name: name.to_owned(),
    };
    let named = |unit: &pb::Unit| unit.profile.clone().unwrap_or_default().name;
    let units = keeps.map(|unit| choice(&unit.agency, &named(unit), &asked.unit)).collect();
    let kinds = DisputeKind::ALL.iter();
    Ok(List {
        rows: people.iter().take(SHOWN).map(|person| row(&shell, at, person)).collect(),
        more: total > SHOWN,
        total,
        units,
        callings: callings(english)
            .map(|(code, name)| choice(code, name, &asked.calling))
            .collect(),
        fields: kinds.map(|kind| choice(kind.code(), kind.zh(), &asked.field)).collect(),
        begin: affairs::begun(About::Person, at, &clerk.staff, english),
        export: asked.address("/export/roster.xlsx"),
        q: asked.q,
        all: asked.all,
        shell,
    })
}

/// The persons that are asked for.
async fn people(
    console: &Console,
    staff: &Staff,
    at: At,
    asked: &Asked,
) -> Result<Vec<pb::RosterPerson>, Told> {
    let today: Date = console.now(staff, Area::Registry, at).await?.date();
    let mut people = Vec::new();
    let mut page_token = String::new();
    for _ in 0..PAGES {
        let message = pb::ListRosterRequest {
            unit: asked.unit.clone(),
            calling: asked.calling.clone(),
            field: asked.field.clone(),
            on: (!asked.all).then(|| date(today)),
            page_size: ROWS,
            page_token,
        };
        let area = Area::Registry;
        let found = ask_at!(console, staff, area, at, RegistryServiceClient, list_roster, message)?;
        people.extend(found.people);
        page_token = found.next_page_token;
        if page_token.is_empty() {
            break;
        }
    }
    people.retain(|person| name(person).contains(&asked.q));
    Ok(people)
}

fn name(person: &pb::RosterPerson) -> &str {
    person.card.as_ref().map_or("", |card| card.name.as_str())
}

/// Whether the person serves, in words.
fn state(shell: &Shell, person: &pb::RosterPerson) -> (&'static str, &'static str) {
    if person.off_on.is_some() {
        return (shell.t("已出册", "off the roster"), "late");
    }
    if person.serves {
        return (shell.t("在册", "on the roster"), "ok");
    }
    (shell.t("不在任期内", "not in term"), "soon")
}

fn term(shell: &Shell, card: &pb::RosterCard) -> String {
    let since = iso(card.since.as_ref());
    match iso(card.until.as_ref()).as_str() {
        "" => format!("{since} {}", shell.t("起", "on")),
        until => format!("{since} {} {until}", shell.t("至", "to")),
    }
}

fn fields(shell: &Shell, card: &pb::RosterCard) -> String {
    if card.fields.is_empty() {
        return shell.t("各类纠纷", "all kinds").to_owned();
    }
    let kinds: Vec<&str> = card.fields.iter().map(|kind| words::kind(kind)).collect();
    kinds.join("、")
}

fn row(shell: &Shell, at: At, person: &pb::RosterPerson) -> Row {
    let card = person.card.clone().unwrap_or_default();
    let (state, tag) = state(shell, person);
    Row {
        address: About::Person.address(at, person.head.as_ref().map_or("", |head| &head.name)),
        unit: person.unit_name.clone(),
        calling: calling(&card.calling, shell.english),
        fields: fields(shell, &card),
        languages: card.languages.join("、"),
        term: term(shell, &card),
        check: person.check_due,
        name: card.name,
        state,
        tag,
    }
}

/// One person.
async fn one(
    State(console): State<Console>,
    Path((at, case)): Path<(String, String)>,
    clerk: Clerk,
) -> Response {
    shown(&console, &clerk.visit, person(&console, &clerk, (&at, &case)).await)
}

async fn person(
    console: &Console,
    clerk: &Clerk,
    (at, case): (&str, &str),
) -> Result<Person, Told> {
    let at = At::named(at)?;
    let (staff, area) = (&clerk.staff, Area::Registry);
    let message = pb::GetRosterPersonRequest { name: format!("cases/{case}") };
    let found =
        ask_at!(console, staff, area, at, RegistryServiceClient, get_roster_person, message)?;
    let today = console.now(staff, area, at).await?.date().to_string();
    let person = found.person.unwrap_or_default();
    let head = person.head.clone().unwrap_or_default();
    let title = name(&person).to_owned();
    let shell = Shell::new(console, &clerk.visit, "/units", (&title, &title));
    let own = person.unit == console.agency.to_string();
    let (state, tag) = state(&shell, &person);
    let mut list = form_urlencoded::Serializer::for_suffix("/roster?".to_owned(), 8);
    list.append_pair("unit", &person.unit);
    Ok(Person {
        said: affairs::said(&clerk.visit.query("done"), shell.english),
        facts: facts(&shell, &person),
        clocks: if own || at == At::Own { clocks(&shell, &head, &today) } else { Vec::new() },
        acts: affairs::of((About::Person, at), &head, own, staff, shell.english),
        unit: person.unit_name,
        list: list.finish(),
        state,
        tag,
        shell,
    })
}

fn facts(shell: &Shell, person: &pb::RosterPerson) -> Vec<(&'static str, String)> {
    let card = person.card.clone().unwrap_or_default();
    let english = shell.english;
    let on = |date: Option<&common::Date>| day(date, english);
    let came = match card.manner.as_str() {
        "elected" => shell.t("推选", "elected"),
        "engaged" => shell.t("聘任", "engaged"),
        _ => shell.t("入册", "admitted"),
    };
    let came = format!("{} {came} {}", card.appointed_by, on(card.appointed_on.as_ref()));
    let off = ground(&person.ground, english).to_owned();
    let all = [
        (shell.t("名册", "Roster of"), person.unit_name.clone()),
        (shell.t("类别", "As"), calling(&card.calling, english).to_owned()),
        (shell.t("任期", "Term"), term(shell, &card)),
        (shell.t("擅长", "At home in"), fields(shell, &card)),
        (shell.t("语言", "Languages"), card.languages.join("、")),
        (shell.t("工作单位", "Works at"), card.organisation.clone()),
        (shell.t("怎么产生", "Appointed"), came),
        (shell.t("依据", "By"), card.basis.clone()),
        (shell.t("证号", "Licence"), card.certificate.clone()),
        (shell.t("培训", "Trained"), on(card.trained_on.as_ref())),
        (shell.t("工号", "Staff id"), card.person.clone()),
        (shell.t("联系电话", "Telephone"), card.phone.clone()),
        (shell.t("出册日期", "Off since"), on(person.off_on.as_ref())),
        (shell.t("出册原因", "Ground"), off),
        (shell.t("具体情况", "What happened"), person.note.clone()),
        (shell.t("最近变动", "Last change"), on(person.changed_on.as_ref())),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}
