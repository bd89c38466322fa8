//! What can be done with a dispute: one form an act, with a look at what would follow before it is done (validate_only).
//! An act is one row of the lists beside this file; the services say whether it is lawful.

/// The acts of one service: `fn act = rpc(Request) |read, sent| { field: value, … }` after the service's client, its
/// area, the head of its requests and what of its answer says what follows.
macro_rules! sends {
    (
        $client:ident at $area:expr, head = $head:ident, after = $after:ident($part:ident);
        $(fn $name:ident = $verb:ident($request:ident) |$read:ident, $sent:ident| { $($field:ident: $value:expr),* $(,)? })*
    ) => {
        $(fn $name($sent: Sent<'_>) -> Sending<'_> {
            Box::pin(async move {
                #[allow(unused_mut)] // an act without days and numbers reads none
                let mut $read = Read::new($sent.form);
                let message = pb::$request {
                    head: $sent.$head(),
                    $($field: $value,)*
                };
                $read.done()?;
                let area = $area.unwrap_or($sent.area);
                let answer = ask!($sent.console, $sent.staff, area, $client, $verb, message)?;
                Ok(After::$after(answer.$part))
            })
        })*
    };
}

pub(crate) mod affairs;
mod again;
pub(in crate::pages) mod arbitration;
pub(in crate::pages) mod begin;
mod citizens;
mod counter;
pub(in crate::pages) mod court;
mod desk;
pub(in crate::pages) mod fields;
pub(in crate::pages) mod likely;
mod mediators;
mod more;
pub(in crate::pages) mod neutral;
mod own;
pub(in crate::pages) mod petition;
pub(in crate::pages) mod reconsideration;
mod sent;
mod talks;
mod times;
mod usual;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_vocab::Role;
use jiff::civil::Date;

use super::dispute::{Known, known, matter};
use crate::Console;
use crate::errors::Errors;
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, page, refused};
use crate::session::Staff;
use crate::told::Told;
use fields::{At, Field, Shown};
use sent::{After, Sending, Sent};

/// The procedure that stands for the desk of a dispute.
const DESK: &str = "desk";

/// One thing that can be done.
pub(crate) struct Act {
    /// Its part of the address.
    pub(crate) key: &'static str,
    /// Of which procedure.
    procedure: &'static str,
    /// In which states.
    states: &'static [&'static str],
    /// Who may.
    roles: &'static [Role],
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
    fields: &'static [Field],
    send: for<'a> fn(Sent<'a>) -> Sending<'a>,
}

#[derive(Template)]
#[template(path = "act.html")]
struct Page {
    shell: Shell,
    errors: Errors,
    address: String,
    back: String,
    about: String,
    /// What was said, beside a form that judges it.
    said: String,
    request_id: String,
    fields: Vec<Shown>,
    /// Fields with rows have buttons of their own: the key Enter presses that of the form all the same.
    lined: bool,
    button: &'static str,
    after: Option<After>,
    /// What is likely meant, below the fields that name it.
    lists: Vec<fields::Likely>,
    /// The version of what is changed; empty: none is asked for.
    etag: String,
}

fn all() -> impl Iterator<Item = &'static Act> {
    citizens::ACTS
        .iter()
        .chain(counter::ACTS)
        .chain(own::ACTS)
        .chain(desk::ACTS)
        .chain(talks::ACTS)
        .chain(times::ACTS)
        .chain(neutral::acts())
        .chain(court::acts())
        .chain(arbitration::acts())
        .chain(petition::ACTS)
        .chain(reconsideration::acts())
        .chain(begin::ACTS)
        .chain(again::ACTS)
}

/// What this person can begin at the window of this node, of these procedures.
pub(crate) fn begun(staff: &Staff, procedures: &[&str]) -> Vec<&'static Act> {
    let fits = |act: &&Act| act.begins() && procedures.contains(&act.procedure);
    begin::ACTS.iter().filter(fits).filter(|act| staff.holds(act.roles)).collect()
}

/// What this person can do with a case where it stands.
pub(crate) fn of_case(staff: &Staff, case: &common::CaseHead) -> Vec<&'static Act> {
    let fits = |act: &&Act| {
        act.procedure == case.procedure
            && act.states.contains(&case.state.as_str())
            && staff.holds(act.roles)
    };
    let mut acts: Vec<&'static Act> = all().filter(fits).collect();
    // What the law names as the next step stands first; the others keep the order of the procedure.
    let next = case.next_zh.as_str();
    acts.sort_by_key(|act| next.is_empty() || !(next.contains(act.zh) || act.zh.contains(next)));
    acts
}

/// The same of a dispute that is known: what is only for some cases is not offered on the others.
pub(crate) fn of_known(staff: &Staff, known: &Known, case: &common::CaseHead) -> Vec<&'static Act> {
    let matter = known.matter_of(case.name.trim_start_matches("cases/"));
    let mut acts = of_case(staff, case);
    acts.retain(|act| own::fits(act.key, known) && counter::fits(act.key, known));
    // Where somebody is in danger, that is the first thing to do.
    let first = counter::danger(known);
    acts.sort_by_key(|act| !(first && act.key == counter::PROTECT));
    acts.retain(|act| matter.is_none_or(|matter| matter.fits(act.key)));
    acts
}

/// Where the clerk asks the court for a protection order, right after the registration; empty: nobody is in danger, or
/// the clerk may not.
pub(crate) fn protect(
    staff: &Staff,
    found: &jiefen_proto::jiefen::intake::v1::Dispute,
    dispute: &str,
) -> String {
    let case = found.head.clone().unwrap_or_default();
    let known = Known { umbrella: Some(found.clone()), ..Known::default() };
    let may = of_case(staff, &case).iter().any(|act| act.key == counter::PROTECT);
    if !may || !counter::danger(&known) || !counter::fits(counter::PROTECT, &known) {
        return String::new();
    }
    let case = case.name.trim_start_matches("cases/");
    format!("/disputes/{dispute}/{case}/{}", counter::PROTECT)
}

/// What this person can do with the desk.
pub(crate) fn of_desk(staff: &Staff, known: &Known) -> Vec<&'static Act> {
    let fits = |act: &&Act| {
        act.procedure == DESK
            && act.states.contains(&known.desk.status.as_str())
            && staff.holds(act.roles)
            && again::fits(act.key, known)
    };
    all().filter(fits).collect()
}

/// What the page says after an act.
pub(crate) fn said(done: &str, english: bool) -> String {
    let (procedure, key) = done.split_once('.').unwrap_or(("", done));
    let is = |act: &&Act| act.key == key && (procedure.is_empty() || act.procedure == procedure);
    match all().find(is) {
        Some(act) if english => format!("Done: {}.", act.en),
        Some(act) => format!("已办好：{}。", act.zh),
        None => String::new(),
    }
}

/// The form of an act.
pub(crate) async fn show(
    State(console): State<Console>,
    Path(path): Path<(String, String, String)>,
    clerk: Clerk,
) -> Response {
    match found(&console, &clerk, path).await {
        Ok(found) => page(StatusCode::OK, &found.page(&console, &clerk)),
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

/// The form of what begins at a window.
pub(crate) async fn open(
    State(console): State<Console>,
    Path(key): Path<String>,
    clerk: Clerk,
) -> Response {
    match beginning(&console, &clerk, &key).await {
        Ok(found) => page(StatusCode::OK, &found.page(&console, &clerk)),
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

/// Begins it, or only looks what would follow.
pub(crate) async fn begin(
    State(console): State<Console>,
    Path(key): Path<String>,
    clerk: Clerk,
) -> Response {
    match beginning(&console, &clerk, &key).await {
        Ok(found) => sent(&console, &clerk, &found).await,
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

/// Does it, or only looks what would follow.
pub(crate) async fn send(
    State(console): State<Console>,
    Path(path): Path<(String, String, String)>,
    clerk: Clerk,
) -> Response {
    match found(&console, &clerk, path).await {
        Ok(found) => sent(&console, &clerk, &found).await,
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

async fn sent(console: &Console, clerk: &Clerk, found: &Found) -> Response {
    let form = clerk.visit.form();
    if form.has("more") {
        return page(StatusCode::OK, &found.page(console, clerk));
    }
    let look = form.has("look");
    let asked =
        if look { uuid::Uuid::now_v7().to_string() } else { form.get("request_id").to_owned() };
    let sent = Sent {
        console,
        staff: &clerk.staff,
        form,
        area: found.area,
        dispute: &found.dispute,
        case: &found.case,
        request_id: &asked,
        known: &found.known,
        look,
    };
    let mut again = match (found.act.send)(sent).await {
        Ok(after) if !look => {
            let dispute = match found.dispute.as_str() {
                "" => &after.dispute,
                known => known,
            };
            let done = format!("{}.{}", found.act.procedure, found.act.key);
            return Redirect::to(&format!("/disputes/{dispute}?done={done}")).into_response();
        }
        Ok(after) => {
            let mut looked = found.page(console, clerk);
            looked.after = Some(After { holder: named(&after.holder), ..after });
            return page(StatusCode::OK, &looked);
        }
        Err(told) if told.log_in => return refused(console, &clerk.visit, &told),
        Err(told) => (found.page(console, clerk), told),
    };
    if !again.1.is_passing() {
        again.0.request_id = again.0.shell.request_id();
    }
    let errors = Errors::of(&again.1, |field| found.place_of(field));
    again.0.errors = marked(&mut again.0.fields, errors, again.0.shell.english);
    page(again.1.status, &again.0)
}

fn named(agency: &str) -> String {
    if agency.is_empty() { String::new() } else { agency_name(agency) }
}

impl Act {
    /// Whether a procedure begins with it, at the window of the unit.
    fn begins(&self) -> bool {
        self.states.is_empty()
    }
}

/// An act with what is known of its dispute.
struct Found {
    act: &'static Act,
    area: Area,
    known: Known,
    today: Date,
    /// Empty: it begins a dispute.
    dispute: String,
    case: String,
    lists: Vec<fields::Likely>,
}

/// What begins at a window, of those that this node serves.
async fn beginning(console: &Console, clerk: &Clerk, key: &str) -> Result<Found, Told> {
    let act = begin::ACTS.iter().find(|act| act.key == key && act.begins());
    let area = act.and_then(|act| matter::area(act.procedure));
    let may = |act: &&Act| clerk.staff.holds(act.roles);
    let (Some(act), Some(area)) = (act.filter(may), area.filter(|area| console.lines.has(*area)))
    else {
        return Err(no_such_act());
    };
    let today = console.today(&clerk.staff, area).await?;
    let known = Known { home: Some(console.agency), ..Known::default() };
    let (dispute, case, lists) = Default::default();
    Ok(Found { act, area, known, today, dispute, case, lists })
}

fn no_such_act() -> Told {
    let text = "这里没有这件事可办，或者您的岗位不能办 (there is no such act here, or your post may not do it)";
    Told::own(StatusCode::NOT_FOUND, "NO_SUCH_ACT", text)
}

async fn found(
    console: &Console,
    clerk: &Clerk,
    (dispute, case, key): (String, String, String),
) -> Result<Found, Told> {
    let known = known(console, &clerk.staff, &dispute).await?;
    let name = format!("cases/{case}");
    let procedure = match case.as_str() {
        DESK => Some(DESK),
        _ => known.cases.iter().find(|head| head.name == name).map(|head| head.procedure.as_str()),
    };
    let act = all().find(|act| act.key == key && Some(act.procedure) == procedure);
    let Some(act) = act.filter(|act| clerk.staff.holds(act.roles)) else {
        return Err(no_such_act());
    };
    let area = match act.procedure {
        "dispute" => Area::Intake,
        "people_mediation" => Area::Mediation,
        procedure => matter::area(procedure).or(known.area).unwrap_or(Area::Intake),
    };
    let today = console.today(&clerk.staff, area).await?;
    let lists = mediators::lists(console, &clerk.staff, act.fields, today).await;
    Ok(Found { act, area, known, today, dispute, case, lists })
}

impl Found {
    fn page(&self, console: &Console, clerk: &Clerk) -> Page {
        let act = self.act;
        let shell = Shell::new(console, &clerk.visit, "", (act.zh, act.en));
        let form = clerk.visit.form();
        let matter = self.known.matter_of(&self.case);
        let likely = likely::likely(&self.known, matter, (act.procedure, act.key), self.today);
        // A link to a route brings the route along.
        let likely = match clerk.visit.query("track") {
            track if track.is_empty() => likely,
            track => likely.with("track", &track),
        };
        let at = At {
            known: &self.known,
            matter,
            form,
            likely: &likely,
            today: self.today,
            shell: &shell,
            staff: &clerk.staff,
        };
        let shown = act.fields.iter().map(|field| field.shown(&at));
        let begins = self.dispute.is_empty();
        Page {
            address: match begins {
                true => format!("/begin/{}", act.key),
                false => format!("/disputes/{}/{}/{}", self.dispute, self.case, act.key),
            },
            back: match begins {
                true => String::new(),
                false => format!("/disputes/{}", self.dispute),
            },
            about: if begins { String::new() } else { self.known.title() },
            said: match matter {
                Some(matter) if act.key == "classify" => matter.brief.summary.clone(),
                Some(_) | None => String::new(),
            },
            request_id: match form.get("request_id") {
                "" => shell.request_id(),
                given => given.to_owned(),
            },
            lined: act.fields.iter().any(|field| matches!(field.kind, fields::Kind::Rows(_))),
            fields: shown.collect(),
            button: if shell.english { act.en } else { act.zh },
            errors: Errors::default(),
            after: None,
            lists: self.lists.clone(),
            etag: String::new(),
            shell,
        }
    }

    /// The field of the page that a field of the service is: the last name in its path that the page has.
    fn place_of(&self, field: &str) -> String {
        let known = |name: &&str| self.act.fields.iter().any(|field| field.name == *name);
        let names = field.rsplit(['.', '[', ']']);
        // A sum is an amount in yuan on the page, in fen on the way; the parties of a brief are its applicants.
        let names = names.flat_map(|name| match (self.dispute.is_empty(), name) {
            (true, "parties") => [name, "applicants"],
            (true, "amount_fen") => [name, "sum"],
            (_, name) => [name, name.trim_end_matches("_fen")],
        });
        names.into_iter().find(known).unwrap_or_default().to_owned()
    }
}

/// Puts what is wrong beside each field; above the form each line then names its field.
fn marked(fields: &mut [Shown], errors: Errors, english: bool) -> Errors {
    let errors = errors.read(english);
    for field in &mut *fields {
        field.mark(&errors);
    }
    errors.named(|name| fields.iter().find(|field| field.name == name).map(|field| field.label))
}

#[cfg(test)]
mod once;
#[cfg(test)]
pub(in crate::pages) mod tests;
