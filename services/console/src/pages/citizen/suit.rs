//! 去法院立案: what it means is read before it is done, with the articles that open the way.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::intake::v1 as pb;

use super::{own, portal, refused};
use crate::Console;
use crate::errors::Errors;
use crate::guard::Visit;
use crate::layout::{Shell, page};

/// Where one comes back to.
const BACK: &str = "/citizen/dispute";

#[derive(Template)]
#[template(path = "citizen/suit.html")]
struct Suit {
    shell: Shell,
    errors: Errors,
    court: String,
    phone: String,
    basis: String,
    /// What the court will ask first; empty: nothing.
    caution: String,
    request_id: String,
}

/// The page before the step.
pub(super) async fn show(State(console): State<Console>, visit: Visit) -> Response {
    let Some(own) = own::opened(&visit) else {
        return Redirect::to("/citizen/track").into_response();
    };
    match portal::track(&console, &visit, own).await {
        Ok(dispute) => match dispute.suit {
            Some(way) => page(StatusCode::OK, &form(&console, &visit, way)),
            None => Redirect::to(BACK).into_response(),
        },
        Err(told) => refused(&console, &visit, &told),
    }
}

fn form(console: &Console, visit: &Visit, way: pb::TrackedSuit) -> Suit {
    let shell = super::shell(console, visit, ("去法院立案", "Go to court"));
    let request_id = shell.request_id();
    let court = way.court.unwrap_or_default();
    Suit {
        shell,
        errors: Errors::default(),
        court: court.name,
        phone: court.phone,
        basis: way.basis,
        caution: way.caution_zh,
        request_id,
    }
}

/// The step itself. When it was not done, the page says why and the same button is still there.
pub(super) async fn send(State(console): State<Console>, visit: Visit) -> Response {
    let Some(own) = own::opened(&visit) else {
        return Redirect::to("/citizen/track").into_response();
    };
    let request_id = visit.form().get("request_id").to_owned();
    let message = pb::FileSuitRequest {
        head: Some(CommandHead { request_id: request_id.clone(), ..CommandHead::default() }),
        proof: Some(portal::proof(&visit, own)),
    };
    let told = match portal::sue(&console, message).await {
        Ok(_) => return Redirect::to(&format!("{BACK}?done=suit")).into_response(),
        Err(told) => told,
    };
    let way = portal::track(&console, &visit, own).await.ok().and_then(|dispute| dispute.suit);
    let Some(way) = way else { return refused(&console, &visit, &told) };
    let mut again = form(&console, &visit, way);
    again.errors = super::wrong(&again.shell, &told, |_| "");
    again.request_id = request_id;
    page(told.status, &again)
}
