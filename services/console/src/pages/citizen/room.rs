//! The mediation room as a party sees it: the text with what could not be enforced, her confirmation of exactly this
//! text, and what is said. It works without a script; with one, what is said comes by itself.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::sse::Event;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use http::StatusCode;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::mediation::v1 as pb;

use super::{own, portal, track};
use crate::Console;
use crate::errors::Errors;
use crate::guard::Visit;
use crate::layout::{Shell, page};
use crate::pages::room::said::Row;
use crate::pages::room::view::{self, Change, Said, Term, Voice};
use crate::session::Own;
use crate::told::Told;
use crate::words;

const ROOM: &str = "/citizen/room";

pub(super) fn router() -> Router<Console> {
    Router::new()
        .route(ROOM, get(show).post(come))
        .route("/citizen/room/confirm", post(confirm))
        .route("/citizen/room/say", post(say))
        .route("/citizen/room/news", get(tell))
}

/// The door: the code and the end of the number.
#[derive(Template)]
#[template(path = "citizen/door.html")]
struct Door {
    shell: Shell,
    errors: Errors,
    code: String,
    digits: String,
}

#[derive(Template)]
#[template(path = "citizen/room.html")]
struct Room {
    shell: Shell,
    errors: Errors,
    done: &'static str,
    kind: String,
    state: String,
    planned: String,
    text: Option<view::Text>,
    /// True when this party has confirmed exactly this text.
    confirmed: bool,
    /// True when her confirmation fell away with a change of the text.
    voided: bool,
    voices: Vec<Voice>,
    lines: Vec<Said>,
    open: bool,
    saying: String,
    request_id: String,
    news: String,
}

/// The room, or its door.
async fn show(State(console): State<Console>, visit: Visit) -> Response {
    let Some(own) = own::opened(&visit) else {
        return page(StatusCode::OK, &door(&console, &visit, Errors::default()));
    };
    match entered(&console, &visit, own).await {
        Ok(room) => page(StatusCode::OK, &room),
        // The dispute that is open in this browser has no room here: another code may have.
        Err(told) if told.reason == "NO_SUCH_PAIR" => {
            page(StatusCode::OK, &door(&console, &visit, Errors::default()))
        }
        Err(told) => super::refused(&console, &visit, &told),
    }
}

fn door(console: &Console, visit: &Visit, errors: Errors) -> Door {
    let shell = super::shell(console, visit, ("进入调解室", "Enter the mediation room"));
    let form = visit.form();
    let (code, digits) = (form.get("code").to_owned(), form.get("digits").to_owned());
    Door { shell, errors, code, digits }
}

/// A pair that fits opens the room in this browser for a while.
async fn come(State(console): State<Console>, visit: Visit) -> Response {
    let own = track::opened(visit.form().get("code"), visit.form().get("digits"));
    match portal::enter(&console, visit.client(), &own, ("", 0), 0).await {
        Ok(_) => track::open(&visit, own, ROOM),
        Err(told) => {
            let place = |field: &str| match field {
                "proof.receipt" => "code",
                "proof.phone_digits" => "digits",
                _ => "",
            };
            let mut door = door(&console, &visit, Errors::default());
            door.errors = super::wrong(&door.shell, &told, place);
            page(told.status, &door)
        }
    }
}

async fn entered(console: &Console, visit: &Visit, own: &Own) -> Result<Room, Told> {
    let mut lines: Vec<pb::Line> = Vec::new();
    let mut room = pb::PartyRoom::default();
    loop {
        let after = lines.last().map_or(0, |line| line.no);
        let answer = portal::enter(console, visit.client(), own, ("", after), 0).await?;
        room = answer.room.unwrap_or(room);
        if answer.lines.is_empty() {
            break;
        }
        lines.extend(answer.lines);
    }
    let shell = Shell::new(console, visit, "", ("调解室", "Mediation room"));
    Ok(shown(shell, visit, room, &lines))
}

fn shown(shell: Shell, visit: &Visit, room: pb::PartyRoom, lines: &[pb::Line]) -> Room {
    let english = shell.english;
    let terms: Vec<Term> = room.sentences.iter().map(Term::of).collect();
    let before: Vec<Term> = room.before.iter().map(Term::of).collect();
    let changes: Vec<Change> = view::changes(&before, &terms);
    let text = (!room.hash.is_empty()).then(|| view::Text {
        edition: room.edition,
        facts: room.facts.clone(),
        changes,
        code: view::short(&room.hash),
        hash: room.hash.clone(),
        bound: room.in_force,
        terms,
    });
    let voice = |party: &pb::PartyName| Voice {
        no: party.no,
        name: party.name.clone(),
        confirmed: room.confirmed.contains(&party.no),
        voided: room.voided.contains(&party.no),
    };
    let planned = room.planned.as_ref().map(|session| {
        let day = words::day(&view::day(session.on.as_ref()), english);
        format!("{day} {} {}", session.place, view::mode(&session.mode, english))
    });
    let last = lines.last().map_or(0, |line| line.no);
    let confirmed = room.confirmed.contains(&room.party);
    Room {
        errors: Errors::default(),
        done: if confirmed { done(&shell, &visit.query("done")) } else { "" },
        confirmed,
        voided: room.voided.contains(&room.party),
        voices: room.parties.iter().map(voice).collect(),
        lines: lines.iter().map(|line| Said::of(line, english)).collect(),
        planned: planned.unwrap_or_default(),
        news: format!("/citizen/room/news?seen={}~{last}", room.revision),
        open: room.open,
        kind: room.kind_zh,
        state: room.state_zh,
        saying: String::new(),
        request_id: shell.request_id(),
        text,
        shell,
    }
}

fn done(shell: &Shell, what: &str) -> &'static str {
    match what {
        "confirm" => shell.t(
            "您已经确认这一稿。协议如果再改，会请您重新确认。",
            "You have confirmed this text. If it is changed, you are asked again.",
        ),
        _ => "",
    }
}

/// The room again, with what was refused and what was being said.
async fn again(console: &Console, visit: &Visit, own: &Own, told: Told, saying: &str) -> Response {
    match entered(console, visit, own).await {
        Ok(mut room) => {
            let place = |field: &str| if field == "text" { "text" } else { "" };
            room.errors = super::wrong(&room.shell, &told, place);
            saying.clone_into(&mut room.saying);
            page(told.status, &room)
        }
        Err(_) => super::refused(console, visit, &told),
    }
}

/// The time is over: what she wrote is shown, so that it can be sent once she has come in again.
fn over(console: &Console, visit: &Visit) -> Response {
    let mut door = door(console, visit, Errors::default());
    let text = door.shell.t(
        "离开得久了，为了别人看不到您的事，要重新输一次查询码。刚才写的没有发出去",
        "You were away for long; enter your code again. What you wrote was not sent",
    );
    let wrote = visit.form().get("text");
    let text = if wrote.is_empty() { text.to_owned() } else { format!("{text}：{wrote}") };
    door.errors = Errors::one("code", &text);
    page(StatusCode::UNAUTHORIZED, &door)
}

fn head(visit: &Visit) -> Option<CommandHead> {
    let request_id = visit.form().get("request_id").to_owned();
    Some(CommandHead { request_id, ..CommandHead::default() })
}

/// Confirms exactly the text that this page showed.
async fn confirm(State(console): State<Console>, visit: Visit) -> Response {
    let Some(own) = own::opened(&visit) else { return over(&console, &visit) };
    let message = pb::ConfirmTextRequest {
        head: head(&visit),
        proof: Some(portal::party_proof(visit.client(), own)),
        hash: visit.form().get("hash").to_owned(),
    };
    match portal::confirm(&console, message).await {
        Ok(_) => Redirect::to("/citizen/room?done=confirm").into_response(),
        Err(told) => again(&console, &visit, own, told, "").await,
    }
}

/// Says something.
async fn say(State(console): State<Console>, visit: Visit) -> Response {
    let Some(own) = own::opened(&visit) else { return over(&console, &visit) };
    let text = visit.form().get("text");
    let message = pb::SpeakRequest {
        head: head(&visit),
        proof: Some(portal::party_proof(visit.client(), own)),
        text: text.to_owned(),
    };
    match portal::speak(&console, message).await {
        Ok(_) => Redirect::to("/citizen/room#say").into_response(),
        Err(told) => again(&console, &visit, own, told, text).await,
    }
}

/// A party who listens.
struct Listening {
    console: Console,
    client: String,
    own: Own,
    english: bool,
    revision: String,
    line: u64,
}

/// Tells what is said and that the text was changed, while the page is open.
async fn tell(State(console): State<Console>, visit: Visit, headers: http::HeaderMap) -> Response {
    let Some(own) = own::opened(&visit).cloned() else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    let heard = headers.get("last-event-id").and_then(|id| id.to_str().ok()).map(str::to_owned);
    let seen = heard.unwrap_or_else(|| visit.query("seen"));
    let seen: String = seen.chars().filter(|letter| !letter.is_control()).collect();
    let (revision, line) = seen.split_once('~').unwrap_or((&seen, ""));
    let listening = Listening {
        client: visit.client().to_owned(),
        english: visit.session().english,
        revision: revision.to_owned(),
        line: line.parse().unwrap_or_default(),
        own,
        console: console.clone(),
    };
    console.streams.send(listening, Listening::next)
}

impl Listening {
    async fn next(mut self) -> Option<(Vec<Event>, Listening)> {
        if self.own.until <= crate::layout::now() {
            return None;
        }
        let (wait, seen) = (self.console.lines.wait_ms(), (self.revision.as_str(), self.line));
        let news = portal::enter(&self.console, &self.client, &self.own, seen, wait).await.ok()?;
        let mut events = Vec::new();
        for line in &news.lines {
            self.line = line.no;
            let row = Row { line: Said::of(line, self.english), english: self.english };
            let row = row.render().ok()?.replace('\r', "");
            events.push(Event::default().event("line").id(self.seen()).data(row));
        }
        let room = news.room.unwrap_or_default();
        if room.revision != self.revision {
            self.revision = room.revision;
            let (zh, en) = ("调解室有新变化。", "Something has changed in the room.");
            let told = if self.english { en } else { zh };
            events.push(Event::default().event("news").id(self.seen()).data(told));
        }
        Some((events, self))
    }

    fn seen(&self) -> String {
        format!("{}~{}", self.revision, self.line)
    }
}
