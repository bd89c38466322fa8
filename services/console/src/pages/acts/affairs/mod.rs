//! What is done with what is no dispute: a supervision letter, a screening, a risk, an entry of the register. One form
//! an act, with a look at what would follow, like the acts of a dispute.

/// The acts of one service, as `sends!` for those of a dispute.
macro_rules! gives {
    (
        $client:ident of $area:expr;
        $(fn $name:ident = $verb:ident($request:ident) |$read:ident, $given:ident| { $($field:ident: $value:expr),* $(,)? })*
    ) => {
        $(fn $name($given: Given<'_>) -> Giving<'_> {
            Box::pin(async move {
                #[allow(unused_mut)] // an act without days and numbers reads none
                let mut $read = Read::new($given.form);
                let message = pb::$request {
                    head: $given.head(),
                    $($field: $value,)*
                };
                $read.done()?;
                let (console, staff) = ($given.console, $given.staff);
                let answer = ask_at!(console, staff, $area, $given.at, $client, $verb, message)?;
                Ok(answer.case.unwrap_or_default())
            })
        })*
    };
}

mod about;
mod citizens;
mod given;
pub(crate) mod incidents;
mod letters;
mod patrol;
mod profile;
mod roster;
mod sheets;
mod signals;
mod subject;
mod units;

use std::pin::Pin;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_vocab::Role;
use jiff::civil::DateTime;

use super::fields::{self, Field, Kind, Likely, Opt, Read, Shown};
use crate::Console;
use crate::errors::Errors;
use crate::form::Form;
use crate::guard::Clerk;
use crate::layout::{Shell, page, refused};
use crate::lines::At;
use crate::pages::dispute::Known;
use crate::session::Staff;
use crate::told::Told;
pub(crate) use about::About;
use given::Given;
pub(super) use given::stamp;
pub(in crate::pages) use profile::{iso, kind_of_unit};
pub(in crate::pages) use roster::{calling, callings, ground};
use subject::{Subject, subject};

/// The case of an act that begins one.
const NEW: &str = "new";

/// Who may do it, beside their post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// The unit whose case it is.
    Runs,
    /// The unit that is asked.
    Answers,
    /// Both.
    Both,
}

/// One thing that can be done.
pub(crate) struct Affair {
    key: &'static str,
    about: About,
    /// In which states; none: it begins a case.
    states: &'static [&'static str],
    side: Side,
    roles: &'static [Role],
    zh: &'static str,
    en: &'static str,
    fields: &'static [Field],
    send: for<'a> fn(Given<'a>) -> Giving<'a>,
}

type Giving<'a> = Pin<Box<dyn Future<Output = Result<common::CaseHead, Told>> + Send + 'a>>;

fn all() -> impl Iterator<Item = &'static Affair> {
    let offices = letters::ALL.iter().chain(sheets::ALL).chain(units::ALL).chain(roster::ALL);
    offices.chain(patrol::ALL).chain(incidents::ALL).chain(citizens::ALL)
}

/// Something that can be done, as a page offers it.
pub(crate) struct Offered {
    pub(crate) address: String,
    pub(crate) text: &'static str,
}

impl Offered {
    /// Whether it is the act of this key.
    pub(crate) fn is(&self, key: &str) -> bool {
        self.address.rsplit('/').next() == Some(key)
    }
}

/// What this person can do with a case where it stands; `answers`: their unit is the one that is asked.
pub(crate) fn of(
    (about, at): (About, At),
    head: &common::CaseHead,
    answers: bool,
    staff: &Staff,
    english: bool,
) -> Vec<Offered> {
    let fits = |affair: &&Affair| {
        affair.about == about
            && affair.states.contains(&head.state.as_str())
            && affair.may(staff, at, answers)
    };
    let case = head.name.trim_start_matches("cases/");
    all().filter(fits).map(|affair| affair.offered(at, case, english)).collect()
}

/// What this person can begin. On a roster: that of the own unit, wherever the register is.
pub(crate) fn begun(about: About, at: At, staff: &Staff, english: bool) -> Vec<Offered> {
    let own = about == About::Person;
    let fits = |affair: &&Affair| {
        affair.about == about && affair.states.is_empty() && affair.may(staff, at, own)
    };
    all().filter(fits).map(|affair| affair.offered(at, NEW, english)).collect()
}

/// What the page says after an act: `risks.contact`.
pub(crate) fn said(done: &str, english: bool) -> String {
    let (about, key) = done.split_once('.').unwrap_or(("", done));
    match all().find(|affair| affair.about.code() == about && affair.key == key) {
        Some(affair) if english => format!("Done: {}.", affair.en),
        Some(affair) => format!("已办好：{}。", affair.zh),
        None => String::new(),
    }
}

impl Affair {
    fn may(&self, staff: &Staff, at: At, answers: bool) -> bool {
        let side = match self.side {
            Side::Runs => at == At::Own,
            Side::Answers => answers,
            Side::Both => at == At::Own || answers,
        };
        side && staff.holds(self.roles)
    }

    fn offered(&self, at: At, case: &str, english: bool) -> Offered {
        Offered {
            address: format!("/affairs/{}/{}/{case}/{}", self.about.code(), at.code(), self.key),
            text: if english { self.en } else { self.zh },
        }
    }
}

#[derive(Template)]
#[template(path = "affair.html")]
struct Page {
    shell: Shell,
    errors: Errors,
    address: String,
    back: String,
    about: String,
    /// Nothing was said that a form here judges.
    said: String,
    request_id: String,
    fields: Vec<Shown>,
    /// Fields with rows have buttons of their own: the key Enter presses that of the form all the same.
    lined: bool,
    button: &'static str,
    after: Option<super::After>,
    /// What is likely meant, below the fields that name it.
    lists: Vec<Likely>,
    /// The version of what is changed; empty: none is asked for.
    etag: String,
}

type At4 = (String, String, String, String);

/// An act with what it is about.
struct Found {
    affair: &'static Affair,
    at: At,
    case: String,
    subject: Subject,
    now: DateTime,
}

async fn found(console: &Console, clerk: &Clerk, path: &At4) -> Result<Found, Told> {
    let (about, at, case, key) = path;
    let none = || {
        let text = "这里没有这件事可办，或者您的岗位不能办 (there is no such act here, or your post may not do it)";
        Told::own(StatusCode::NOT_FOUND, "NO_SUCH_ACT", text)
    };
    let about = About::ALL.into_iter().find(|one| one.code() == about).ok_or_else(none)?;
    let at = At::named(at)?;
    let begins = case == NEW;
    let fits = |affair: &&Affair| {
        affair.about == about && affair.key == key && affair.states.is_empty() == begins
    };
    let affair = all().find(fits).ok_or_else(none)?;
    let staff = &clerk.staff;
    let now = console.now(staff, about.area(), at).await?;
    let subject = match begins {
        true => Subject::begun(console, staff, affair, (at, now.date())).await?,
        false => subject(console, staff, affair, at, case).await?,
    };
    if !affair.may(staff, at, subject.answers) {
        return Err(none());
    }
    let subject = subject.at(now);
    Ok(Found { affair, at, case: case.clone(), subject, now })
}

/// The form of an act.
pub(crate) async fn show(
    State(console): State<Console>,
    Path(path): Path<At4>,
    clerk: Clerk,
) -> Response {
    match found(&console, &clerk, &path).await {
        Ok(found) => page(StatusCode::OK, &found.page(&console, &clerk)),
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

/// Does it, or only looks what would follow.
pub(crate) async fn send(
    State(console): State<Console>,
    Path(path): Path<At4>,
    clerk: Clerk,
) -> Response {
    let found = match found(&console, &clerk, &path).await {
        Ok(found) => found,
        Err(told) => return refused(&console, &clerk.visit, &told),
    };
    let form = clerk.visit.form();
    if form.has("more") {
        return page(StatusCode::OK, &found.page(&console, &clerk));
    }
    let look = form.has("look");
    let asked =
        if look { uuid::Uuid::now_v7().to_string() } else { form.get("request_id").to_owned() };
    let given = Given {
        console: &console,
        staff: &clerk.staff,
        form,
        at: found.at,
        case: &found.case,
        request_id: &asked,
        now: found.now,
        look,
    };
    match (found.affair.send)(given).await {
        Ok(head) if !look => {
            let to = found.affair.about.address(found.at, &head.name);
            let done = format!("{}.{}", found.affair.about.code(), found.affair.key);
            Redirect::to(&format!("{to}?done={done}")).into_response()
        }
        Ok(head) => {
            let mut looked = found.page(&console, &clerk);
            looked.after = Some(super::After::case(Some(head)));
            page(StatusCode::OK, &looked)
        }
        Err(told) if told.log_in => refused(&console, &clerk.visit, &told),
        Err(told) => {
            let mut again = found.page(&console, &clerk);
            if !told.is_passing() {
                again.request_id = again.shell.request_id();
            }
            // Whoever is told that somebody was quicker may lay her text over theirs: knowingly, at the second try.
            if told.reason == "ETAG_MISMATCH" {
                again.etag.clone_from(&found.subject.etag);
            }
            let errors = Errors::of(&told, |field| found.place_of(field, form));
            again.errors = super::marked(&mut again.fields, errors, again.shell.english);
            page(told.status, &again)
        }
    }
}

impl Found {
    fn page(&self, console: &Console, clerk: &Clerk) -> Page {
        let affair = self.affair;
        let shell = Shell::new(console, &clerk.visit, "", (affair.zh, affair.en));
        let form = clerk.visit.form();
        let likely = self.likely(clerk);
        let (known, today) = (Known::default(), self.now.date());
        let (staff, matter) = (&clerk.staff, None);
        let at = fields::At {
            known: &known,
            matter,
            form,
            likely: &likely,
            today,
            shell: &shell,
            staff,
        };
        let fields = affair.fields.iter().map(|field| {
            let mut shown = field.shown(&at);
            let rows = shown.rows.iter_mut().flatten();
            rows.for_each(|shown| self.offer(shown, (form, &likely)));
            self.offer(&mut shown, (form, &likely));
            shown
        });
        Page {
            address: affair.offered(self.at, &self.case, false).address,
            back: match self.case.as_str() {
                NEW => affair.about.list().to_owned(),
                case => affair.about.address(self.at, case),
            },
            about: self.subject.title.clone(),
            said: String::new(),
            lined: affair.fields.iter().any(|field| matches!(field.kind, Kind::Rows(_))),
            lists: self.subject.lists(affair.fields),
            etag: match form.get("etag") {
                "" => self.subject.etag.clone(),
                given => given.to_owned(),
            },
            request_id: match form.get("request_id") {
                "" => shell.request_id(),
                given => given.to_owned(),
            },
            fields: fields.collect(),
            button: if shell.english { affair.en } else { affair.zh },
            errors: Errors::default(),
            after: None,
            shell,
        }
    }

    /// What is likely of a form that was not sent yet: what the page that leads here has said already, else what the
    /// case says.
    fn likely(&self, clerk: &Clerk) -> Form {
        let fields = self.affair.fields.iter();
        let asked = fields.map(|field| (field.name.to_owned(), clerk.visit.query(field.name)));
        let mut pairs: Vec<(String, String)> =
            asked.filter(|(_, value)| !value.is_empty()).collect();
        let open = |said: &[(String, String)]| {
            let own = self.subject.likely(self.affair.key);
            let open = own.filter(|(name, _)| said.iter().all(|(field, _)| field != name));
            open.collect::<Vec<_>>()
        };
        pairs.extend(open(&pairs));
        Form::of(pairs)
    }

    /// Gives a field what can be chosen here. A field of a row has the name of its row before its own.
    fn offer(&self, shown: &mut Shown, (form, likely): (&Form, &Form)) {
        let name = shown.name.rsplit('.').next().unwrap_or_default();
        let Some(choices) = self.subject.choices.get(name) else { return };
        let (sent, many) = (form.has("request_id"), name == "units");
        shown.form = match choices.len() {
            _ if many => "boxes",
            0..=5 if name == shown.name => "radio",
            _ => "select",
        };
        let from = if sent { form } else { likely };
        let given: Vec<&str> = from.all(&shown.name).collect();
        let chosen = |code: &str| match sent || many {
            true => given.contains(&code),
            false => shown.value == code,
        };
        let option = |(code, text): &(String, String)| Opt {
            chosen: chosen(code),
            value: code.clone(),
            text: text.clone(),
        };
        shown.options = choices.iter().map(option).collect();
    }

    /// The field of the page that a field of the service is: that of the row which it names, else the last name in its
    /// path that the page has.
    fn place_of(&self, path: &str, form: &Form) -> String {
        let names: Vec<&str> =
            path.split(['.', '[', ']']).filter(|name| !name.is_empty()).collect();
        for field in self.affair.fields {
            let Kind::Rows(inner) = field.kind else { continue };
            let Some(at) = names.iter().position(|name| *name == field.name) else { continue };
            // What this page itself could not read bears the field's own name.
            if !path.contains('[') {
                return path.to_owned();
            }
            // The service counts the rows that were filled in.
            let row = names.get(at + 1).and_then(|no| no.parse::<usize>().ok());
            let row = row.and_then(|no| Read::new(form).rows(field.name).into_iter().nth(no));
            let own =
                names.iter().skip(at + 2).find(|name| inner.iter().any(|one| one.name == **name));
            return match row.zip(own) {
                Some((row, own)) => format!("{row}.{own}"),
                None => field.name.to_owned(),
            };
        }
        let known = |name: &&&str| self.affair.fields.iter().any(|field| field.name == **name);
        // A form of one field can only mean that one.
        let only = match self.affair.fields {
            [one] => one.name,
            _ => "",
        };
        names.iter().rev().find(known).copied().unwrap_or(only).to_owned()
    }
}

/// Every field of every form, with the form that asks it.
#[cfg(test)]
pub(super) fn asked() -> impl Iterator<Item = (String, &'static str)> {
    all().flat_map(|affair| {
        let form = format!("{}.{}", affair.about.code(), affair.key);
        affair.fields.iter().map(move |field| (form.clone(), field.name))
    })
}

#[cfg(test)]
mod tests;
