//! The complaint box: a complaint, a question or a suggestion about the unit, without a dispute, an account or a script.
//! Whoever writes gets a code and reads the answer with it.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use http::StatusCode;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::citizen_service_client::CitizenServiceClient;

use super::portal::portal;
use super::{day, kept, track};
use crate::Console;
use crate::errors::Errors;
use crate::guard::{NewSession, Visit};
use crate::layout::{Shell, now, page};
use crate::lines::ask;
use crate::session::{Own, Session};
use crate::told::Told;

const BOX: &str = "/citizen/box";
const ANSWER: &str = "/citizen/answer";

/// What can be written: code, name.
const ABOUT: [(&str, &str, &str); 3] = [
    ("complaint", "投诉", "a complaint"),
    ("question", "提问", "a question"),
    ("suggestion", "提意见", "a suggestion"),
];

pub(super) fn router() -> Router<Console> {
    Router::new().route(BOX, get(show).post(send)).route(ANSWER, get(read).post(open))
}

/// One of the things that can be written.
struct Choice {
    code: &'static str,
    text: &'static str,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "citizen/box.html")]
struct Letter {
    shell: Shell,
    errors: Errors,
    choices: Vec<Choice>,
    concerns: String,
    text: String,
    phone: String,
    request_id: String,
}

#[derive(Template)]
#[template(path = "citizen/answer.html")]
struct Page {
    shell: Shell,
    errors: Errors,
    /// The code as it was typed, while no letter is open.
    typed: String,
    found: Option<Found>,
    /// It has only just been written.
    fresh: bool,
}

/// A letter with its answer.
struct Found {
    code: String,
    unit: String,
    tel: String,
    about: String,
    on: String,
    text: String,
    due: String,
    answer: String,
    answered_on: String,
}

/// The form.
async fn show(State(console): State<Console>, visit: Visit) -> Response {
    page(StatusCode::OK, &letter(&console, &visit))
}

/// The form with what was sent.
fn letter(console: &Console, visit: &Visit) -> Letter {
    let shell = super::shell(console, visit, ("投诉、提问、提意见", "Complain, ask, suggest"));
    let form = visit.form();
    let asked = match form.get("about") {
        "" => visit.query("about"),
        sent => sent.to_owned(),
    };
    let english = shell.english;
    let choice = |(code, zh, en): (&'static str, &'static str, &'static str)| Choice {
        code,
        text: if english { en } else { zh },
        chosen: code == asked,
    };
    Letter {
        errors: Errors::default(),
        choices: ABOUT.map(choice).into(),
        concerns: form.get("concerns").to_owned(),
        text: form.get("text").to_owned(),
        phone: form.get("phone").to_owned(),
        request_id: match form.get("request_id") {
            "" => shell.request_id(),
            sent => sent.to_owned(),
        },
        shell,
    }
}

/// Sends it; what was typed stays when it does not arrive.
async fn send(State(console): State<Console>, visit: Visit) -> Response {
    let form = visit.form();
    let mut again = letter(&console, &visit);
    if form.has("size") || form.has("language") {
        return kept(&visit, page(StatusCode::OK, &again));
    }
    match written(&console, &visit, &again).await {
        Ok(code) => opened(&visit, &code, &format!("{ANSWER}?fresh=1")),
        Err(told) => {
            let place = |field: &str| match field {
                "about" => "about",
                "text" => "text",
                "phone" => "phone",
                "concerns" => "concerns",
                _ => "",
            };
            again.errors = super::wrong(&again.shell, &told, place);
            if !told.is_passing() {
                again.request_id = again.shell.request_id();
            }
            page(told.status, &again)
        }
    }
}

async fn written(console: &Console, visit: &Visit, letter: &Letter) -> Result<String, Told> {
    let missing = [
        (
            "about",
            letter.choices.iter().all(|choice| !choice.chosen),
            "请选一样：投诉、提问，还是提意见 (choose one)",
        ),
        ("text", letter.text.is_empty(), "请写几句话，好让我们知道怎么办 (write a few words)"),
    ];
    let missing = missing.into_iter().filter(|(_, missing, _)| *missing);
    let missing: Vec<_> = missing
        .map(|(field, _, text)| crate::told::Wrong {
            field: field.to_owned(),
            text: text.to_owned(),
        })
        .collect();
    if !missing.is_empty() {
        return Err(Told::wrong(missing));
    }
    let message = pb::WriteInRequest {
        head: Some(CommandHead { request_id: letter.request_id.clone(), ..CommandHead::default() }),
        client: visit.client().to_owned(),
        about: visit.form().get("about").to_owned(),
        text: letter.text.clone(),
        concerns: letter.concerns.clone(),
        phone: letter.phone.clone(),
    };
    let staff = portal(console)?;
    let area = jiefen_platform::config::Area::Intake;
    Ok(ask!(console, &staff, area, CitizenServiceClient, write_in, message)?.code)
}

/// Goes on, with the letter open in this browser for as long as a dispute would be.
fn opened(visit: &Visit, code: &str, to: &str) -> Response {
    let letter = Some(track::opened(code, ""));
    let session = Session { letter, ..visit.session().clone() };
    let mut response = Redirect::to(to).into_response();
    response.extensions_mut().insert(NewSession(session));
    response
}

/// The letter that is open in this browser, or the form for its code.
async fn read(State(console): State<Console>, visit: Visit) -> Response {
    let open: Option<&Own> = visit.session().letter.as_ref().filter(|own| own.until > now());
    let Some(own) = open else {
        let code = visit.query("code");
        return page(StatusCode::OK, &asked(&console, &visit, &code, Errors::default()));
    };
    match answer(&console, &visit, &own.receipt).await {
        Ok(found) => {
            let mut shown = asked(&console, &visit, "", Errors::default());
            shown.found = Some(seen(&shown.shell, found));
            shown.fresh = visit.query("fresh") == "1";
            page(StatusCode::OK, &shown)
        }
        Err(told) => super::refused(&console, &visit, &told),
    }
}

fn asked(console: &Console, visit: &Visit, code: &str, errors: Errors) -> Page {
    let shell = super::shell(console, visit, ("看答复", "Read the answer"));
    Page { shell, errors, typed: code.to_owned(), found: None, fresh: false }
}

fn seen(shell: &Shell, found: pb::ReadAnswerResponse) -> Found {
    let (asked, unit) = (found.request.unwrap_or_default(), found.unit.unwrap_or_default());
    Found {
        code: found.code,
        unit: unit.name,
        tel: unit.phone,
        on: day(shell, asked.on.as_ref()),
        due: day(shell, asked.due.as_ref()),
        answered_on: day(shell, asked.answered_on.as_ref()),
        about: asked.about_zh,
        text: asked.text,
        answer: asked.answer,
    }
}

async fn answer(
    console: &Console,
    visit: &Visit,
    code: &str,
) -> Result<pb::ReadAnswerResponse, Told> {
    let message =
        pb::ReadAnswerRequest { code: code.to_owned(), client: visit.client().to_owned() };
    let (staff, area) = (portal(console)?, jiefen_platform::config::Area::Intake);
    ask!(console, &staff, area, CitizenServiceClient, read_answer, message)
}

/// A code that is known opens its letter in this browser.
async fn open(State(console): State<Console>, visit: Visit) -> Response {
    let code = visit.form().get("code");
    match answer(&console, &visit, code).await {
        Ok(found) => opened(&visit, &found.code, ANSWER),
        Err(told) => {
            let shell = super::shell(&console, &visit, ("", ""));
            let mut errors = super::wrong(&shell, &told, |_| "code");
            for line in &mut errors.lines {
                "code".clone_into(&mut line.field);
            }
            page(told.status, &asked(&console, &visit, code, errors))
        }
    }
}
