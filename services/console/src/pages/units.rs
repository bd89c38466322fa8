//! 机构名册: the units of the county in their two trees, who mediates what, each entry with what the registrar may do.

pub(super) mod sheet;

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_proto::jiefen::registry::v1::registry_service_client::RegistryServiceClient;
use jiefen_vocab::{Moment, Role};

use super::acts::affairs::{self, About, Offered};
use super::clocks::{Clock, clocks};
use super::cockpit::day;
use super::export;
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, shown};
use crate::lines::{At, ask_at};
use crate::session::Staff;
use crate::told::Told;
use crate::{Console, words};

/// So many pages of 200 are read: a county has hundreds of units, not thousands.
const PAGES: usize = 10;
/// So many kinds of dispute are named in a list.
const KINDS: usize = 6;
/// Deeper trees are shown no further in.
const DEPTH: usize = 4;

/// What of the register is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    Territorial,
    Authority,
    Mediators,
}

impl View {
    const ALL: [View; 3] = [View::Territorial, View::Authority, View::Mediators];

    const fn code(self) -> &'static str {
        match self {
            View::Territorial => "territorial",
            View::Authority => "authority",
            View::Mediators => "mediators",
        }
    }

    const fn name(self, english: bool) -> &'static str {
        match (self, english) {
            (View::Territorial, false) => "属地隶属",
            (View::Territorial, true) => "By territory",
            (View::Authority, false) => "主管隶属",
            (View::Authority, true) => "By authority",
            (View::Mediators, false) => "调解名册",
            (View::Mediators, true) => "Who mediates",
        }
    }
}

/// A choice of the view.
struct Tab {
    address: String,
    name: &'static str,
    here: bool,
}

/// A unit of a tree.
struct Row {
    address: String,
    name: String,
    depth: usize,
    state: String,
    tag: &'static str,
    phone: String,
    review: bool,
}

/// A unit that mediates.
struct Mediates {
    address: String,
    name: String,
    field: String,
    posts: String,
    state: String,
    tag: &'static str,
    phone: String,
}

#[derive(Template)]
#[template(path = "units.html")]
struct List {
    shell: Shell,
    tabs: Vec<Tab>,
    q: String,
    view: &'static str,
    rows: Vec<Row>,
    mediates: Vec<Mediates>,
    mediators: bool,
    total: usize,
    begin: Vec<Offered>,
    /// Where what is shown is as a workbook, and where the whole register is.
    export: String,
    workbook: &'static str,
}

struct Duty {
    power: &'static str,
    kinds: String,
    tracks: String,
    clause: String,
}

/// A member of a body.
struct Seated {
    name: String,
    seat: &'static str,
    clause: String,
}

/// A key of the unit's node, and when it signs.
struct Signs {
    key: String,
    from: String,
    to: String,
}

#[derive(Template)]
#[template(path = "unit.html")]
struct One {
    shell: Shell,
    said: String,
    agency: String,
    state: String,
    tag: &'static str,
    facts: Vec<(&'static str, String)>,
    duties: Vec<Duty>,
    posts: Vec<(String, &'static str)>,
    members: Vec<Seated>,
    keys: Vec<Signs>,
    /// Where the unit's roster is; empty: it keeps none.
    roster: String,
    clocks: Vec<Clock>,
    acts: Vec<Offered>,
}

/// The list.
pub(crate) async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    shown(&console, &clerk.visit, listed(&console, &clerk).await)
}

async fn listed(console: &Console, clerk: &Clerk) -> Result<List, Told> {
    let at = console.lines.at(Area::Registry).ok_or_else(|| Told::away(Area::Registry))?;
    let asked = clerk.visit.query("view");
    let view = View::ALL.into_iter().find(|view| view.code() == asked);
    let view = view.unwrap_or(View::Territorial);
    let q = clerk.visit.query("q");
    let units = units(console, &clerk.staff, at).await?;
    let shell = Shell::new(console, &clerk.visit, "/units", ("机构名册", "Units"));
    let english = shell.english;
    let tab = |one: View| Tab {
        address: format!("/units?view={}", one.code()),
        name: one.name(english),
        here: one == view,
    };
    let people = Tab {
        address: "/roster".to_owned(),
        name: shell.t("人员名册", "Rosters of persons"),
        here: false,
    };
    let fits = |unit: &&pb::Unit| q.is_empty() || name(unit).contains(&q) || unit.agency == q;
    let (rows, mediates) = match view {
        View::Mediators => {
            let all = units.iter().filter(fits).filter(|unit| field(unit).is_some());
            (Vec::new(), all.map(|unit| mediating(&shell, at, unit)).collect())
        }
        // What was looked for stands by itself, without those above it.
        View::Territorial | View::Authority if !q.is_empty() => {
            let found = units.iter().filter(fits).map(|unit| row(at, unit, 0));
            (found.collect(), Vec::new())
        }
        View::Territorial | View::Authority => (tree(at, &units, view), Vec::new()),
    };
    Ok(List {
        tabs: View::ALL.into_iter().map(tab).chain([people]).collect(),
        total: rows.len().max(mediates.len()),
        begin: affairs::begun(About::Unit, at, &clerk.staff, english),
        workbook: "/export/register.xlsx",
        rows,
        mediates,
        mediators: view == View::Mediators,
        view: view.code(),
        export: export::address("units", &[("view", view.code()), ("q", &q)]),
        q,
        shell,
    })
}

/// Every unit of the register.
///
/// # Errors
/// The register cannot be asked.
pub(in crate::pages) async fn units(
    console: &Console,
    staff: &Staff,
    at: At,
) -> Result<Vec<pb::Unit>, Told> {
    let mut units = Vec::new();
    let mut page_token = String::new();
    for _ in 0..PAGES {
        let message =
            pb::ListUnitsRequest { page_size: 200, page_token, ..pb::ListUnitsRequest::default() };
        let area = Area::Registry;
        let found = ask_at!(console, staff, area, at, RegistryServiceClient, list_units, message)?;
        units.extend(found.units.into_iter().filter_map(|listed| listed.unit));
        page_token = found.next_page_token;
        if page_token.is_empty() {
            break;
        }
    }
    Ok(units)
}

fn name(unit: &pb::Unit) -> &str {
    unit.profile.as_ref().map_or(unit.agency.as_str(), |profile| profile.name.as_str())
}

/// The units in the order of a tree, each as deep as it stands.
fn tree(at: At, units: &[pb::Unit], view: View) -> Vec<Row> {
    let known: BTreeSet<&str> = units.iter().map(|unit| unit.agency.as_str()).collect();
    let above = |unit: &pb::Unit| -> String {
        let above = match view {
            View::Authority => &unit.authority,
            View::Territorial | View::Mediators if unit.territorial.is_empty() => {
                &unit.superior_centre
            }
            View::Territorial | View::Mediators => &unit.territorial,
        };
        // Whoever stands under nobody here is the beginning of a tree.
        if known.contains(above.as_str()) && *above != unit.agency {
            above.clone()
        } else {
            String::new()
        }
    };
    let mut under: BTreeMap<String, Vec<&pb::Unit>> = BTreeMap::new();
    for unit in units {
        under.entry(above(unit)).or_default().push(unit);
    }
    let mut rows = Vec::with_capacity(units.len());
    let mut next: Vec<(&pb::Unit, usize)> =
        under.get("").into_iter().flatten().rev().map(|unit| (*unit, 0)).collect();
    while let Some((unit, depth)) = next.pop() {
        rows.push(row(at, unit, depth));
        let below = under.remove(&unit.agency).unwrap_or_default();
        next.extend(below.into_iter().rev().map(|unit| (unit, (depth + 1).min(DEPTH))));
    }
    rows
}

fn state(unit: &pb::Unit) -> (String, &'static str) {
    let head = unit.head.clone().unwrap_or_default();
    let tag = match head.state.as_str() {
        "admitted" => "ok",
        "suspended" | "closed" => "late",
        _ => "info",
    };
    (head.state_zh, tag)
}

fn address(at: At, unit: &pb::Unit) -> String {
    let head = unit.head.as_ref().map_or("", |head| head.name.as_str());
    About::Unit.address(at, head)
}

fn row(at: At, unit: &pb::Unit, depth: usize) -> Row {
    let (state, tag) = state(unit);
    Row {
        address: address(at, unit),
        name: name(unit).to_owned(),
        depth,
        state,
        tag,
        phone: unit.profile.as_ref().map(|profile| profile.phone.clone()).unwrap_or_default(),
        review: unit.review_due,
    }
}

/// What a unit mediates; none: it does not.
fn field(unit: &pb::Unit) -> Option<String> {
    let duties = unit.profile.as_ref().map(|profile| profile.duties.as_slice()).unwrap_or_default();
    let mut mediates = duties.iter().filter(|duty| duty.power == "mediate").peekable();
    mediates.peek()?;
    let kinds: BTreeSet<&str> =
        mediates.flat_map(|duty| duty.kinds.iter().map(|kind| words::kind(kind))).collect();
    let kinds: Vec<&str> = kinds.into_iter().collect();
    Some(kinds_of(&kinds))
}

/// Some kinds in words; many are told by their number, and the entry has them all.
fn kinds_of(kinds: &[&str]) -> String {
    match kinds {
        [] => "各类纠纷".to_owned(),
        [first, second, third, .., _] if kinds.len() > KINDS => {
            format!("{first}、{second}、{third}等{}类纠纷", kinds.len())
        }
        few => few.join("、"),
    }
}

fn mediating(shell: &Shell, at: At, unit: &pb::Unit) -> Mediates {
    let (state, tag) = state(unit);
    let profile = unit.profile.clone().unwrap_or_default();
    let mediators = [Role::Mediator.code(), Role::MediationHead.code()];
    let posts = profile.posts.iter().filter(|post| mediators.contains(&post.role.as_str()));
    let posts: Vec<&str> = posts.map(|post| post.name.as_str()).collect();
    let none = shell.t("没有登记岗位", "no posts entered");
    Mediates {
        address: address(at, unit),
        field: field(unit).unwrap_or_default(),
        posts: if posts.is_empty() { none.to_owned() } else { posts.join("、") },
        name: profile.name,
        phone: profile.phone,
        state,
        tag,
    }
}

/// One entry.
pub(crate) async fn one(
    State(console): State<Console>,
    Path((at, case)): Path<(String, String)>,
    clerk: Clerk,
) -> Response {
    shown(&console, &clerk.visit, entry(&console, &clerk, (&at, &case)).await)
}

async fn entry(console: &Console, clerk: &Clerk, (at, case): (&str, &str)) -> Result<One, Told> {
    let at = At::named(at)?;
    let (staff, area) = (&clerk.staff, Area::Registry);
    let message = pb::GetUnitRequest { name: format!("cases/{case}") };
    let found = ask_at!(console, staff, area, at, RegistryServiceClient, get_unit, message)?;
    let today = console.now(staff, area, at).await?.date().to_string();
    let unit = found.unit.unwrap_or_default();
    let head = unit.head.clone().unwrap_or_default();
    let title = name(&unit).to_owned();
    let shell = Shell::new(console, &clerk.visit, "/units", (&title, &title));
    let english = shell.english;
    let (state, tag) = state(&unit);
    let profile = unit.profile.clone().unwrap_or_default();
    Ok(One {
        said: affairs::said(&clerk.visit.query("done"), english),
        facts: facts(&shell, &unit, &profile),
        duties: profile.duties.iter().map(duty).collect(),
        posts: profile.posts.iter().map(post).collect(),
        members: members(&shell, &profile),
        keys: unit.node.iter().flat_map(|node| &node.keys).map(|key| signs(&shell, key)).collect(),
        roster: match profile.unit_kind.as_str() {
            "mediation" | "court" | "arbitration" => format!("/roster?unit={}", unit.agency),
            _ => String::new(),
        },
        clocks: clocks(&shell, &head, &today),
        acts: affairs::of((About::Unit, at), &head, false, staff, english),
        agency: unit.agency,
        state,
        tag,
        shell,
    })
}

fn post(post: &pb::Post) -> (String, &'static str) {
    (post.name.clone(), post.role.parse::<Role>().map_or("", |role| role.zh()))
}

fn members(shell: &Shell, profile: &pb::Profile) -> Vec<Seated> {
    let seat = |code: &str| match code {
        "head" => shell.t("组长、主任", "head"),
        "deputy" => shell.t("副组长、副主任", "deputy"),
        "staff" => shell.t("工作人员", "staff"),
        _ => shell.t("成员", "member"),
    };
    let seated = |member: &pb::Member| Seated {
        name: match member.post.as_str() {
            "" => agency_name(&member.unit),
            post => format!("{} {post}", agency_name(&member.unit)),
        },
        seat: seat(&member.seat),
        clause: member.clause.clone(),
    };
    profile.membership.iter().flat_map(|body| &body.members).map(seated).collect()
}

fn signs(shell: &Shell, key: &pb::Key) -> Signs {
    let at = |stamp: Option<&pbjson_types::Timestamp>| {
        let micros = stamp.map(|at| at.seconds.saturating_mul(1_000_000));
        let local = micros.map(|at| Moment(at).local().strftime("%Y-%m-%dT%H:%M").to_string());
        local.map(|local| words::day(&local, shell.english)).unwrap_or_default()
    };
    Signs { key: key.key.clone(), from: at(key.from.as_ref()), to: at(key.to.as_ref()) }
}

fn facts(shell: &Shell, unit: &pb::Unit, profile: &pb::Profile) -> Vec<(&'static str, String)> {
    let above = match unit.territorial.as_str() {
        "" => &unit.superior_centre,
        ordered => ordered,
    };
    let all = [
        (shell.t("属地上级", "Territorial superior"), named(above)),
        (shell.t("主管上级", "Authority above"), named(&unit.authority)),
        (shell.t("谁的节点代办", "Answered by"), named(&unit.answered_by)),
        (shell.t("电话", "Telephone"), profile.phone.clone()),
        (shell.t("地址", "Address"), profile.address.clone()),
        (shell.t("设立依据", "Founded by"), profile.source.clone()),
        (shell.t("有效期", "Valid"), valid(shell, profile)),
        (
            shell.t("设在", "Sits at"),
            named(profile.membership.as_ref().map_or("", |body| &body.host)),
        ),
        (
            shell.t("牵头", "Led by"),
            named(profile.membership.as_ref().map_or("", |body| &body.lead)),
        ),
        (
            shell.t("节点地址", "Node's address"),
            unit.node.as_ref().map(|node| node.endpoints.join("、")).unwrap_or_default(),
        ),
        (shell.t("最近变动", "Last change"), day(unit.changed_on.as_ref(), shell.english)),
        (shell.t("暂停原因", "Suspended for"), unit.suspended_for.clone()),
        (shell.t("职责由谁承接", "Successor"), named(&unit.successor)),
    ];
    let known = all.into_iter().filter(|(_, value)| !value.is_empty());
    known.collect()
}

/// What a unit is called; empty: none is meant.
fn named(agency: &str) -> String {
    if agency.is_empty() { String::new() } else { agency_name(agency) }
}

/// The days between which an entry is valid.
fn valid(shell: &Shell, profile: &pb::Profile) -> String {
    let from = day(profile.valid_from.as_ref(), shell.english);
    match &profile.valid_to {
        None => format!("{from} {}", shell.t("起", "on")),
        to => format!("{from} {} {}", shell.t("至", "to"), day(to.as_ref(), shell.english)),
    }
}

fn duty(duty: &pb::Duty) -> Duty {
    let power = match duty.power.as_str() {
        "designate" => "指定管辖",
        "mediate" => "调解",
        "decide" => "裁决",
        "guide" => "指导",
        _ => "协助",
    };
    let kinds: Vec<&str> = duty.kinds.iter().map(|kind| words::kind(kind)).collect();
    let tracks: Vec<&str> = duty.tracks.iter().map(|track| words::track(track)).collect();
    Duty {
        power,
        kinds: if kinds.is_empty() { "各类纠纷".to_owned() } else { kinds.join("、") },
        tracks: tracks.join("、"),
        clause: duty.clause.clone(),
    }
}

#[cfg(test)]
mod tests {
    use jiefen_proto::jiefen::common::v1::CaseHead;

    use super::*;

    fn unit(agency: &str, above: &str) -> pb::Unit {
        let head = CaseHead { name: format!("cases/{agency}"), ..CaseHead::default() };
        pb::Unit {
            head: Some(head),
            agency: agency.to_owned(),
            superior_centre: above.to_owned(),
            ..pb::Unit::default()
        }
    }

    #[test]
    fn a_tree_shows_every_unit_once_below_who_is_above_it_and_loses_none_without() {
        let units =
            [unit("c", "b"), unit("a", ""), unit("b", "a"), unit("d", "elsewhere"), unit("e", "a")];
        let shown: Vec<(String, usize)> = tree(At::Own, &units, View::Territorial)
            .into_iter()
            .map(|row| (row.name, row.depth))
            .collect();
        let as_told = |(name, depth): (&str, usize)| (name.to_owned(), depth);
        let right = [("a", 0), ("b", 1), ("c", 2), ("e", 1), ("d", 0)].map(as_told);
        assert_eq!(shown, right);
    }
}
