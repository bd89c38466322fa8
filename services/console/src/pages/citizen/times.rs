//! 选调解时间: a party sees the times that the mediator offers, ticks those on which she can come, and reads when the
//! session is. From here she may also leave the mediation.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::mediation::v1 as pb;

use super::{day, kept, own, portal, refused};
use crate::Console;
use crate::errors::Errors;
use crate::guard::Visit;
use crate::layout::{Shell, page};
use crate::session::Own;
use crate::told::Told;

const HERE: &str = "/citizen/times";

/// A time to tick.
struct Slot {
    no: u32,
    day: String,
    at: String,
    place: String,
    mode: &'static str,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "citizen/times.html")]
struct Times {
    shell: Shell,
    errors: Errors,
    /// What was just done; empty: nothing.
    done: &'static str,
    kind: String,
    open: bool,
    slots: Vec<Slot>,
    answered: bool,
    /// The session that is set; empty: none is.
    set: String,
    place: String,
    mode: String,
    none_in_common: bool,
    may_leave: bool,
    /// True where the unit's roster can be read.
    roster: bool,
    request_id: String,
}

#[derive(Template)]
#[template(path = "citizen/leave.html")]
struct Leave {
    shell: Shell,
    errors: Errors,
    request_id: String,
}

/// The page.
pub(super) async fn show(State(console): State<Console>, visit: Visit) -> Response {
    let Some(own) = own::opened(&visit) else { return entrance() };
    match portal::times(&console, &visit, own).await {
        Ok(times) => page(StatusCode::OK, &shown(&console, &visit, times)),
        Err(told) => refused(&console, &visit, &told),
    }
}

fn entrance() -> Response {
    Redirect::to("/citizen/track?to=times").into_response()
}

fn shown(console: &Console, visit: &Visit, times: pb::PartyTimes) -> Times {
    let shell = super::shell(console, visit, ("选调解时间", "When can you come?"));
    let done = match visit.query("done").as_str() {
        "chosen" => shell_text(&shell, "您选的时间记下了。", "Your choice is noted."),
        "left" => shell_text(
            &shell,
            "这次调解已经终止，会有人告诉您还有哪些办法。",
            "The mediation has ended; you will be told what else you can do.",
        ),
        _ => "",
    };
    let slot = |slot: &pb::Slot| Slot {
        no: slot.no,
        day: day(&shell, slot.on.as_ref()),
        at: slot.at.clone(),
        place: slot.place.clone(),
        mode: mode(&shell, &slot.mode),
        chosen: times.picked.contains(&slot.no),
    };
    Times {
        errors: Errors::default(),
        done,
        kind: times.kind_zh.clone(),
        open: times.open,
        slots: times.slots.iter().map(slot).collect(),
        answered: times.answered,
        set: day(&shell, times.on.as_ref()),
        place: times.place.clone(),
        mode: times.mode_zh.clone(),
        none_in_common: times.none_in_common,
        may_leave: times.may_leave,
        roster: super::roster::is_open(console),
        request_id: shell.request_id(),
        shell,
    }
}

fn shell_text(shell: &Shell, zh: &'static str, en: &'static str) -> &'static str {
    if shell.english { en } else { zh }
}

/// How one meets.
fn mode(shell: &Shell, code: &str) -> &'static str {
    let (zh, en) = match code {
        "together" => ("双方一起谈", "together"),
        "apart" => ("分开谈", "apart"),
        "video" => ("视频", "by video"),
        "phone" => ("电话", "by telephone"),
        _ => ("", ""),
    };
    shell_text(shell, zh, en)
}

/// What was ticked; what was sent stays when it does not arrive.
pub(super) async fn choose(State(console): State<Console>, visit: Visit) -> Response {
    let Some(own) = own::opened(&visit) else { return entrance() };
    let form = visit.form();
    let ticked: Vec<u32> = form.all("slot").filter_map(|no| no.parse().ok()).collect();
    if form.has("size") || form.has("language") {
        let again = again(&console, &visit, own, &ticked, None).await;
        return kept(&visit, again);
    }
    let picked = if form.has("none") { Vec::new() } else { ticked.clone() };
    if picked.is_empty() && !form.has("none") {
        let shell = super::shell(&console, &visit, ("", ""));
        let text = shell.t(
            "请至少选一个时间；都来不了，就按“这几个时间都来不了”",
            "Tick at least one time, or say that none suits",
        );
        let told = Told::own(StatusCode::UNPROCESSABLE_ENTITY, "NOTHING_TICKED", text);
        return again(&console, &visit, own, &ticked, Some(told)).await;
    }
    let message = pb::PickTimesRequest {
        head: head(form.get("request_id")),
        proof: Some(portal::times_proof(&visit, own)),
        picked,
    };
    match portal::pick(&console, message).await {
        Ok(_) => Redirect::to(&format!("{HERE}?done=chosen")).into_response(),
        Err(told) => again(&console, &visit, own, &ticked, Some(told)).await,
    }
}

fn head(request_id: &str) -> Option<CommandHead> {
    Some(CommandHead { request_id: request_id.to_owned(), ..CommandHead::default() })
}

/// The page again with what was ticked.
async fn again(
    console: &Console,
    visit: &Visit,
    own: &Own,
    ticked: &[u32],
    told: Option<Told>,
) -> Response {
    let times = match portal::times(console, visit, own).await {
        Ok(times) => times,
        Err(away) => return refused(console, visit, &told.unwrap_or(away)),
    };
    let mut times = shown(console, visit, times);
    for slot in &mut times.slots {
        slot.chosen = ticked.contains(&slot.no);
    }
    let status = told.as_ref().map_or(StatusCode::OK, |told| told.status);
    if let Some(told) = told {
        times.errors = super::wrong(&times.shell, &told, |_| "slots");
        if let Some(line) = times.errors.lines.first_mut() {
            line.field = "slots".to_owned();
        }
    }
    page(status, &times)
}

/// Before she leaves: what it means.
pub(super) async fn leaving(State(console): State<Console>, visit: Visit) -> Response {
    if own::opened(&visit).is_none() {
        return entrance();
    }
    let leave = leave_form(&console, &visit);
    page(StatusCode::OK, &leave)
}

fn leave_form(console: &Console, visit: &Visit) -> Leave {
    let shell = super::shell(console, visit, ("不想调解了", "Leave the mediation"));
    let request_id = shell.request_id();
    Leave { shell, errors: Errors::default(), request_id }
}

/// She leaves.
pub(super) async fn leave(State(console): State<Console>, visit: Visit) -> Response {
    let Some(own) = own::opened(&visit) else { return entrance() };
    let request_id = visit.form().get("request_id").to_owned();
    let message = pb::LeaveMediationRequest {
        head: head(&request_id),
        proof: Some(portal::times_proof(&visit, own)),
    };
    match portal::leave(&console, message).await {
        Ok(_) => Redirect::to(&format!("{HERE}?done=left")).into_response(),
        Err(told) => {
            let mut again = leave_form(&console, &visit);
            again.errors = super::wrong(&again.shell, &told, |_| "");
            again.request_id = request_id;
            page(told.status, &again)
        }
    }
}
