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
mod citizens;
mod counter;
mod desk;
pub(super) mod fields;
mod talks;
mod times;

use std::pin::Pin;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::handoff::v1::{Desk, StepHead};
use jiefen_vocab::Role;
use jiff::civil::Date;

use super::dispute::{Known, known};
use crate::Console;
use crate::errors::Errors;
use crate::form::Form;
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, page, refused};
use crate::session::Staff;
use crate::told::Told;
use fields::{Field, Shown};

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

/// What a service answers: the case as it stands, or would stand, then.
type Sending<'a> = Pin<Box<dyn Future<Output = Result<After, Told>> + Send + 'a>>;

/// A form on its way to a service.
struct Sent<'a> {
    console: &'a Console,
    staff: &'a Staff,
    form: &'a Form,
    area: Area,
    dispute: &'a str,
    case: &'a str,
    request_id: &'a str,
    known: &'a Known,
    /// Only look.
    look: bool,
}

impl Sent<'_> {
    fn head(&self) -> Option<common::CommandHead> {
        Some(common::CommandHead {
            name: format!("cases/{}", self.case),
            request_id: self.request_id.to_owned(),
            validate_only: self.look,
            ..common::CommandHead::default()
        })
    }

    fn step(&self) -> Option<StepHead> {
        Some(StepHead {
            dispute: self.dispute.to_owned(),
            request_id: self.request_id.to_owned(),
            validate_only: self.look,
            role: String::new(),
        })
    }
}

/// What follows of an act.
#[derive(Default)]
struct After {
    state: String,
    next: String,
    holder: String,
}

impl After {
    fn case(head: Option<common::CaseHead>) -> After {
        let head = head.unwrap_or_default();
        After { state: head.state_zh, next: head.next_zh, holder: head.holder }
    }

    fn desk(desk: Option<Desk>) -> After {
        let desk = desk.unwrap_or_default();
        let state = match (desk.status.as_str(), desk.holds) {
            ("tentative", _) => "已签收，等对方确认",
            (_, true) => "由本单位承办",
            _ => "不由本单位承办",
        };
        After { state: state.to_owned(), next: String::new(), holder: desk.holder }
    }
}

#[derive(Template)]
#[template(path = "act.html")]
struct Page {
    shell: Shell,
    errors: Errors,
    address: String,
    back: String,
    about: String,
    request_id: String,
    fields: Vec<Shown>,
    button: &'static str,
    after: Option<After>,
}

fn all() -> impl Iterator<Item = &'static Act> {
    citizens::ACTS
        .iter()
        .chain(counter::ACTS)
        .chain(desk::ACTS)
        .chain(talks::ACTS)
        .chain(times::ACTS)
}

/// What this person can do with a case where it stands.
pub(crate) fn of_case(staff: &Staff, case: &common::CaseHead) -> Vec<&'static Act> {
    let fits = |act: &&Act| {
        act.procedure == case.procedure
            && act.states.contains(&case.state.as_str())
            && staff.holds(act.roles)
    };
    all().filter(fits).collect()
}

/// What this person can do with the desk.
pub(crate) fn of_desk(staff: &Staff, desk: &Desk) -> Vec<&'static Act> {
    let fits = |act: &&Act| {
        act.procedure == DESK
            && act.states.contains(&desk.status.as_str())
            && staff.holds(act.roles)
    };
    all().filter(fits).collect()
}

/// What the page says after an act.
pub(crate) fn said(key: &str, english: bool) -> String {
    match all().find(|act| act.key == key) {
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
    match found(&console, &clerk, &path).await {
        Ok(found) => page(StatusCode::OK, &found.page(&console, &clerk, &path)),
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

/// Does it, or only looks what would follow.
pub(crate) async fn send(
    State(console): State<Console>,
    Path(path): Path<(String, String, String)>,
    clerk: Clerk,
) -> Response {
    let found = match found(&console, &clerk, &path).await {
        Ok(found) => found,
        Err(told) => return refused(&console, &clerk.visit, &told),
    };
    let form = clerk.visit.form();
    let look = form.has("look");
    let (dispute, case, _) = &path;
    let asked =
        if look { uuid::Uuid::now_v7().to_string() } else { form.get("request_id").to_owned() };
    let sent = Sent {
        console: &console,
        staff: &clerk.staff,
        form,
        area: found.area,
        dispute,
        case,
        request_id: &asked,
        known: &found.known,
        look,
    };
    let mut again = match (found.act.send)(sent).await {
        Ok(_) if !look => {
            let to = format!("/disputes/{dispute}?done={}", found.act.key);
            return Redirect::to(&to).into_response();
        }
        Ok(after) => {
            let mut looked = found.page(&console, &clerk, &path);
            looked.after = Some(After { holder: named(&after.holder), ..after });
            return page(StatusCode::OK, &looked);
        }
        Err(told) if told.log_in => return refused(&console, &clerk.visit, &told),
        Err(told) => (found.page(&console, &clerk, &path), told),
    };
    if !again.1.is_passing() {
        again.0.request_id = again.0.shell.request_id();
    }
    again.0.errors = Errors::of(&again.1, |field| found.place_of(field));
    again.0.mark();
    page(again.1.status, &again.0)
}

fn named(agency: &str) -> String {
    if agency.is_empty() { String::new() } else { agency_name(agency) }
}

/// An act with what is known of its dispute.
struct Found {
    act: &'static Act,
    area: Area,
    known: Known,
    today: Date,
}

async fn found(
    console: &Console,
    clerk: &Clerk,
    (dispute, case, key): &(String, String, String),
) -> Result<Found, Told> {
    let known = known(console, &clerk.staff, dispute).await?;
    let name = format!("cases/{case}");
    let procedure = match case.as_str() {
        DESK => Some(DESK),
        _ => known.cases.iter().find(|head| head.name == name).map(|head| head.procedure.as_str()),
    };
    let act = all().find(|act| act.key == key && Some(act.procedure) == procedure);
    let Some(act) = act.filter(|act| clerk.staff.holds(act.roles)) else {
        let text = "这里没有这件事可办，或者您的岗位不能办 (there is no such act here, or your post may not do it)";
        return Err(Told::own(StatusCode::NOT_FOUND, "NO_SUCH_ACT", text));
    };
    let area = match act.procedure {
        "dispute" => Area::Intake,
        "people_mediation" => Area::Mediation,
        _ => known.area.unwrap_or(Area::Intake),
    };
    let today = console.today(&clerk.staff, area).await?;
    Ok(Found { act, area, known, today })
}

impl Found {
    fn page(&self, console: &Console, clerk: &Clerk, path: &(String, String, String)) -> Page {
        let act = self.act;
        let shell = Shell::new(console, &clerk.visit, "", (act.zh, act.en));
        let form = clerk.visit.form();
        let fields = act.fields.iter();
        let fields =
            fields.map(|field| field.shown(&self.known, form, self.today, &shell, &clerk.staff));
        Page {
            address: format!("/disputes/{}/{}/{}", path.0, path.1, path.2),
            back: format!("/disputes/{}", path.0),
            about: self.known.title(),
            request_id: match form.get("request_id") {
                "" => shell.request_id(),
                given => given.to_owned(),
            },
            fields: fields.collect(),
            button: if shell.english { act.en } else { act.zh },
            errors: Errors::default(),
            after: None,
            shell,
        }
    }

    /// The field of the page that a field of the service is: the last name in its path that the page has.
    fn place_of(&self, field: &str) -> String {
        let names = field.rsplit(['.', '[', ']']);
        let known = |name: &&str| self.act.fields.iter().any(|field| field.name == *name);
        names.into_iter().find(known).unwrap_or_default().to_owned()
    }
}

impl Page {
    /// Puts what is wrong beside each field.
    fn mark(&mut self) {
        for field in &mut self.fields {
            field.wrong = self.errors.at(field.name).to_owned();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{DESK, all};

    /// An act in a state that there is not would never be offered, and nobody would miss it.
    #[test]
    fn every_act_is_offered_in_states_that_its_procedure_has() {
        let charts =
            jiefen_intake_rules::charts().into_iter().chain(jiefen_mediation_rules::charts());
        let known: BTreeSet<(&str, &str)> = charts
            .flat_map(|chart| chart.stages.iter().map(|stage| (chart.kind, stage.state)))
            .collect();
        for act in all().filter(|act| act.procedure != DESK) {
            for state in act.states {
                assert!(known.contains(&(act.procedure, *state)), "{}: {state}", act.key);
            }
        }
    }

    #[test]
    fn an_act_has_its_address_alone() {
        let keys: BTreeSet<(&str, &str)> = all().map(|act| (act.procedure, act.key)).collect();
        assert_eq!(keys.len(), all().count());
    }
}
