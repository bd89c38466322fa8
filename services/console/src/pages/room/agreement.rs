//! Drafting the agreement: as many terms as are agreed on, each with what could not be enforced beside it, kept as it
//! is typed, put before both parties as one text under one hash.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiefen_proto::jiefen::mediation::v1::room_service_client::RoomServiceClient;

use super::text::{self, Row};
use super::view::{self, Term};
use super::{case_name, checked, head, mediation};
use crate::errors::Errors;
use crate::form::Form;
use crate::guard::Clerk;
use crate::layout::{Shell, page, refused, shown};
use crate::lines::ask;
use crate::session::Staff;
use crate::told::{Told, Wrong};
use crate::{Console, words};

/// What is found of the text as it stands.
struct Panel {
    english: bool,
    terms: Vec<Term>,
    code: String,
    /// What is still lacking before the text can be read.
    lacking: Vec<String>,
    /// When it was kept; empty: not yet.
    kept: String,
    /// Why it was not kept.
    lost: String,
}

impl Panel {
    fn t<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        if self.english { en } else { zh }
    }
}

#[derive(Template)]
#[template(path = "room/agreement.html")]
struct Page {
    shell: Shell,
    errors: Errors,
    panel: Panel,
    dispute: String,
    about: String,
    form: Form,
    rows: Vec<Row>,
    parties: Vec<(String, String)>,
    subjects: Vec<(&'static str, &'static str, bool)>,
    /// The number of the term that was added just now; 0: none.
    fresh: usize,
    request_id: String,
    /// True: what was typed last time, which was never sent.
    unfinished: bool,
    /// Those who have confirmed the text that this one would replace.
    confirmed: Vec<String>,
    full: bool,
}

#[derive(Template)]
#[template(path = "room/checks.html")]
struct Checks {
    panel: Panel,
}

/// The form: what was typed and never sent, else the text before the parties, else an empty one.
pub(super) async fn show(
    State(console): State<Console>,
    Path(dispute): Path<String>,
    clerk: Clerk,
) -> Response {
    shown(&console, &clerk.visit, opened(&console, &clerk, dispute).await)
}

async fn opened(console: &Console, clerk: &Clerk, dispute: String) -> Result<Page, Told> {
    let staff = &clerk.staff;
    let (known, mediation) = mediation(console, staff, &dispute).await?;
    let message = pb::GetTextRequest { name: case_name(&mediation) };
    let kept = ask!(console, staff, Area::Mediation, RoomServiceClient, get_text, message)?;
    let today = console.today(staff, Area::Mediation).await?.to_string();
    let unfinished = !kept.body.is_empty();
    let form = match &mediation.draft {
        _ if unfinished => Form::parse(kept.body.as_bytes()),
        Some(draft) => text::of(draft, &today),
        None => Form::default().with("on", &today),
    };
    let mut panel = panel(console, clerk, &mediation, &form).await;
    panel.kept = words::moment(&kept.saved_at, clerk.visit.session().english);
    let made = made(console, clerk, (dispute, known.title()), &mediation, form, panel);
    Ok(Page { unfinished, ..made })
}

fn made(
    console: &Console,
    clerk: &Clerk,
    (dispute, about): (String, String),
    mediation: &pb::PeopleMediation,
    form: Form,
    panel: Panel,
) -> Page {
    let shell = Shell::new(console, &clerk.visit, "", ("起草协议", "Draft the agreement"));
    let rows = text::rows(&form);
    let parties = mediation.parties.iter();
    let chosen: Vec<&str> = form.all("subjects").collect();
    let subject = |(code, zh, en): (&'static str, &'static str, &'static str)| {
        (code, if shell.english { en } else { zh }, chosen.contains(&code))
    };
    let confirmed = parties.clone().filter(|party| mediation.confirmed.contains(&party.no));
    let subjects = text::SUBJECTS.map(subject).to_vec();
    Page {
        errors: Errors::default(),
        request_id: match form.get("request_id") {
            "" => shell.request_id(),
            given => given.to_owned(),
        },
        confirmed: confirmed.map(|party| party.name.clone()).collect(),
        parties: parties.map(|party| (party.no.to_string(), party.name.clone())).collect(),
        full: rows.len() >= text::MOST,
        subjects,
        fresh: 0,
        unfinished: false,
        shell,
        panel,
        dispute,
        about,
        rows,
        form,
    }
}

/// What is found of a form; what is lacking when it cannot be read yet.
async fn panel(
    console: &Console,
    clerk: &Clerk,
    mediation: &pb::PeopleMediation,
    form: &Form,
) -> Panel {
    let english = clerk.visit.session().english;
    let (kept, lost) = (String::new(), String::new());
    let empty = Panel { english, terms: vec![], code: String::new(), lacking: vec![], kept, lost };
    let found = match text::read(form) {
        Ok((draft, _)) => checked(console, &clerk.staff, mediation, &draft).await,
        Err(told) => Err(told),
    };
    match found {
        Ok(found) => Panel {
            terms: found.sentences.iter().map(Term::of).collect(),
            code: view::short(&found.hash),
            ..empty
        },
        Err(told) => Panel { lacking: lacking(&told, english), ..empty },
    }
}

/// What is lacking, term by term.
fn lacking(told: &Told, english: bool) -> Vec<String> {
    if told.fields.is_empty() {
        return vec![told.text.clone()];
    }
    let mut lacking: Vec<String> = told.fields.iter().map(|wrong| named(wrong, english)).collect();
    lacking.dedup();
    lacking
}

/// The name of a field as it stands on the page.
fn named(wrong: &Wrong, english: bool) -> String {
    let place = text::place_of(&wrong.field);
    let (field, no) = place.rsplit_once('-').unwrap_or((&place, ""));
    let name = match (field, english) {
        ("facts", false) => "事实和争议的焦点",
        ("obligor", false) => "谁来做",
        ("obligee", false) => "向谁做",
        ("what", false) => "做什么",
        ("amount", false) => "金额",
        ("due", false) => "最迟哪一天",
        ("place", false) => "在哪里",
        ("on", false) => "签协议的日子",
        (_, _) => field,
    };
    match (no, english) {
        ("", _) => name.to_owned(),
        (no, false) => format!("第{no}项：{name}"),
        (no, true) => format!("term {no}: {name}"),
    }
}

/// Keeps what is typed, as it is typed, and says what is found of it.
pub(super) async fn keep(
    State(console): State<Console>,
    Path(dispute): Path<String>,
    clerk: Clerk,
) -> Response {
    let form = clerk.visit.form();
    let (_, mediation) = match mediation(&console, &clerk.staff, &dispute).await {
        Ok(found) => found,
        Err(told) => return refused(&console, &clerk.visit, &told),
    };
    let mut panel = panel(&console, &clerk, &mediation, form).await;
    match kept(&console, &clerk.staff, &mediation, text::kept(form)).await {
        Ok(at) => panel.kept = words::moment(&at, clerk.visit.session().english),
        Err(told) => panel.lost = told.text,
    }
    if clerk.visit.is_htmx() {
        return page(StatusCode::OK, &Checks { panel });
    }
    Redirect::to(&format!("/disputes/{dispute}/agreement")).into_response()
}

async fn kept(
    console: &Console,
    staff: &Staff,
    mediation: &pb::PeopleMediation,
    body: String,
) -> Result<String, Told> {
    let message = pb::KeepTextRequest { name: case_name(mediation), body };
    let answer = ask!(console, staff, Area::Mediation, RoomServiceClient, keep_text, message)?;
    Ok(answer.saved_at)
}

/// One more term, one less, a look, or the text before the parties.
pub(super) async fn send(
    State(console): State<Console>,
    Path(dispute): Path<String>,
    clerk: Clerk,
) -> Response {
    let (known, mediation) = match mediation(&console, &clerk.staff, &dispute).await {
        Ok(found) => found,
        Err(told) => return refused(&console, &clerk.visit, &told),
    };
    let sent = clerk.visit.form();
    let (form, fresh) = match (sent.has("add"), sent.get("drop").parse()) {
        (true, _) => {
            let more = text::with_another(sent);
            let fresh = text::rows(&more).len();
            (more, fresh)
        }
        (false, Ok(gone)) => (text::without(sent, gone), 0),
        (false, Err(_)) => (sent.clone(), 0),
    };
    let only_look = fresh > 0 || sent.has("drop") || sent.has("look");
    let outcome = match (sent.has("clear"), only_look) {
        (true, _) => kept(&console, &clerk.staff, &mediation, String::new()).await.map(|_| "clear"),
        (false, true) => {
            // What is typed is kept here too, for a browser without JavaScript.
            kept(&console, &clerk.staff, &mediation, text::kept(&form)).await.map(|_| "")
        }
        (false, false) => put(&console, &clerk, &mediation, &form).await,
    };
    let told = match outcome {
        Ok("") => None,
        Ok("clear") => {
            return Redirect::to(&format!("/disputes/{dispute}/agreement")).into_response();
        }
        Ok(done) => {
            let to = format!("/disputes/{dispute}/room?done={done}");
            return Redirect::to(&to).into_response();
        }
        Err(told) if told.log_in => return refused(&console, &clerk.visit, &told),
        Err(told) => Some(told),
    };
    let panel = panel(&console, &clerk, &mediation, &form).await;
    let mut again = made(&console, &clerk, (dispute, known.title()), &mediation, form, panel);
    again.fresh = fresh;
    let status = told.as_ref().map_or(StatusCode::OK, |told| told.status);
    if let Some(told) = told {
        again.errors = Errors::of(&told, text::place_of).read(again.shell.english);
        if !told.is_passing() {
            again.request_id = again.shell.request_id();
        }
    }
    page(status, &again)
}

/// Puts the text before the parties, or records it as their oral agreement; what was kept of it goes.
async fn put(
    console: &Console,
    clerk: &Clerk,
    mediation: &pb::PeopleMediation,
    form: &Form,
) -> Result<&'static str, Told> {
    let staff = &clerk.staff;
    let (draft, on) = text::read(form)?;
    let hash = checked(console, staff, mediation, &draft).await?.hash;
    let draft = Some(pb::Draft { hash, ..draft });
    let head = head(&case_name(mediation), form.get("request_id"));
    let done = if form.has("oral") {
        let agreed = form.all("agreed").filter_map(|no| no.parse().ok()).collect();
        let message = pb::RecordOralRequest { head, draft, agreed, on };
        let sent =
            ask!(console, staff, Area::Mediation, MediationServiceClient, record_oral, message);
        sent.map(|_| "oral")?
    } else {
        let message = pb::DraftAgreementRequest { head, draft, on };
        let sent =
            ask!(console, staff, Area::Mediation, MediationServiceClient, draft_agreement, message);
        sent.map(|_| "draft")?
    };
    // The text is before the parties; a copy that stays is offered once more, which does no harm.
    if let Err(told) = kept(console, staff, mediation, String::new()).await {
        tracing::warn!(reason = told.reason, "an unfinished agreement stays after it was sent");
    }
    Ok(done)
}
