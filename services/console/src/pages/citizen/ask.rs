//! Asking something of the unit: a complaint, a suggestion, another mediator, to withdraw.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::intake::v1 as pb;

use super::{kept, own, portal};
use crate::Console;
use crate::errors::Errors;
use crate::guard::Visit;
use crate::layout::{Shell, page};

/// What can be asked: code, title, what happens, what to write.
type Row = (
    &'static str,
    (&'static str, &'static str),
    (&'static str, &'static str),
    (&'static str, &'static str),
);

const ROWS: [Row; 4] = [
    (
        "complaint",
        ("投诉", "Complain"),
        (
            "由单位负责人答复，不由被投诉的人答复。五个工作日内，答复写在这件事的办理页面上。",
            "The head of the unit answers, never the person it is about: within five working days, on the page of this matter.",
        ),
        ("您对什么不满意？", "What are you not content with?"),
    ),
    (
        "suggestion",
        ("提意见", "Make a suggestion"),
        (
            "对办事、对这个网页都可以提。五个工作日内答复，写在这件事的办理页面上。",
            "About the work or about these pages. Answered within five working days on the page of this matter.",
        ),
        ("您的意见或者建议", "Your suggestion"),
    ),
    (
        "other_mediator",
        ("申请换一位调解员", "Ask for another mediator"),
        (
            "调解员是双方都愿意才行，您可以要求换人，不影响这件事接着办。",
            "A mediator needs both sides' trust; you may ask for another one, and the matter goes on.",
        ),
        ("为什么想换人？", "Why?"),
    ),
    (
        "withdrawal",
        ("申请撤回", "Ask to withdraw"),
        (
            "撤回要您自己愿意。工作人员会打电话问一声，有没有人逼您；核实以前，这件事照常办。撤回以后还可以再来。",
            "Withdrawing is up to you alone. The staff will telephone and ask whether anybody presses you; until then the matter goes on. You may come again later.",
        ),
        ("为什么不想办了？", "Why?"),
    ),
];

#[derive(Template)]
#[template(path = "citizen/ask.html")]
struct Ask {
    shell: Shell,
    errors: Errors,
    about: &'static str,
    note: &'static str,
    label: &'static str,
    text: String,
    request_id: String,
}

/// The form of one request.
pub(super) async fn show(State(console): State<Console>, visit: Visit) -> Response {
    let Some(row) = row(&visit.query("about")).filter(|_| own::opened(&visit).is_some()) else {
        return Redirect::to("/citizen/dispute").into_response();
    };
    let ask = form(&console, &visit, row);
    page(StatusCode::OK, &ask)
}

fn row(about: &str) -> Option<&'static Row> {
    ROWS.iter().find(|(code, ..)| *code == about)
}

fn form(console: &Console, visit: &Visit, row: &'static Row) -> Ask {
    let (about, title, note, label) = *row;
    let shell = super::shell(console, visit, title);
    let (note, label) = (shell.t(note.0, note.1), shell.t(label.0, label.1));
    let request_id = shell.request_id();
    Ask { shell, errors: Errors::default(), about, note, label, text: String::new(), request_id }
}

/// Sends it; what was typed stays when it does not arrive.
pub(super) async fn send(State(console): State<Console>, visit: Visit) -> Response {
    let sent = visit.form();
    let Some(row) = row(sent.get("about")) else {
        return Redirect::to("/citizen/dispute").into_response();
    };
    let mut ask = form(&console, &visit, row);
    ask.text = sent.get("text").to_owned();
    ask.request_id = sent.get("request_id").to_owned();
    if sent.has("size") || sent.has("language") {
        return kept(&visit, page(StatusCode::OK, &ask));
    }
    let Some(own) = own::opened(&visit) else {
        let text = ask.shell.t(
            "离开得久了，为了别人看不到您的事，要重新输一次查询码。写的字还在这里，请先复制下来",
            "You were away for long; enter your code again. What you wrote is still here: copy it first",
        );
        ask.errors = Errors::one("text", text);
        return page(StatusCode::UNAUTHORIZED, &ask);
    };
    if ask.text.is_empty() {
        ask.errors = Errors::one(
            "text",
            ask.shell.t("请写几句话，好让我们知道怎么办", "Write a few words, please"),
        );
        return page(StatusCode::UNPROCESSABLE_ENTITY, &ask);
    }
    let request_id = ask.request_id.clone();
    let message = pb::LodgeRequestRequest {
        head: Some(CommandHead { request_id, ..CommandHead::default() }),
        proof: Some(portal::proof(&visit, own)),
        about: row.0.to_owned(),
        text: ask.text.clone(),
    };
    match portal::lodge(&console, message).await {
        Ok(_) => Redirect::to(&format!("/citizen/dispute?done={}", row.0)).into_response(),
        Err(told) => {
            ask.errors =
                super::wrong(&ask.shell, &told, |field| if field == "text" { "text" } else { "" });
            page(told.status, &ask)
        }
    }
}
