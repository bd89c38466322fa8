//! Showing that a dispute is hers: the code on the receipt and the end of the telephone number.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use jiefen_platform::config::Area;

use super::{papers, portal};
use crate::Console;
use crate::errors::Errors;
use crate::guard::{NewSession, Visit};
use crate::layout::{Shell, now, page};
use crate::session::{Own, Session};

/// So long a dispute stays open in a browser, seconds: others may use the same telephone.
const OPEN: i64 = 1800;

#[derive(Template)]
#[template(path = "citizen/track.html")]
struct Track {
    shell: Shell,
    errors: Errors,
    code: String,
    digits: String,
    /// Where she wants to go: times, or where her dispute stands.
    to: String,
}

/// The form.
pub(super) async fn show(State(console): State<Console>, visit: Visit) -> Response {
    let shell = shell(&console, &visit);
    let code = visit.query("code");
    let errors = Errors::default();
    page(
        StatusCode::OK,
        &Track { shell, errors, code, digits: String::new(), to: visit.query("to") },
    )
}

/// Asks the counter; a pair that fits opens the dispute in this browser for a while.
pub(super) async fn prove(State(console): State<Console>, visit: Visit) -> Response {
    let (code, digits) = (visit.form().get("code"), visit.form().get("digits"));
    let own = opened(code, digits);
    let to = visit.form().get("to").to_owned();
    let (proved, goes) = if to == "papers" || !console.lines.has(Area::Intake) && to.is_empty() {
        (papers::prove(&console, &visit, &own).await, "/citizen/papers")
    } else if to == "times" {
        (portal::times(&console, &visit, &own).await.map(drop), "/citizen/times")
    } else {
        (portal::track(&console, &visit, &own).await.map(drop), "/citizen/dispute")
    };
    match proved {
        Ok(()) => open(&visit, own, goes),
        Err(told) => {
            let place = |field: &str| match field {
                "proof.receipt" | "receipt" => "code",
                "proof.phone_digits" | "phone_digits" => "digits",
                _ => "",
            };
            let shell = shell(&console, &visit);
            let errors = super::wrong(&shell, &told, place);
            let (code, digits) = (code.to_owned(), digits.to_owned());
            page(told.status, &Track { shell, errors, code, digits, to })
        }
    }
}

fn shell(console: &Console, visit: &Visit) -> Shell {
    Shell::new(console, visit, "", ("查办到哪一步了", "Where does it stand?"))
}

/// What opens a dispute from now on.
pub(super) fn opened(receipt: &str, digits: &str) -> Own {
    let until = now().saturating_add(OPEN);
    Own { receipt: receipt.to_owned(), digits: digits.to_owned(), until }
}

/// Goes on, with the dispute open in this browser.
pub(super) fn open(visit: &Visit, own: Own, to: &str) -> Response {
    let session = Session { citizen: Some(own), ..visit.session().clone() };
    let mut response = Redirect::to(to).into_response();
    response.extensions_mut().insert(NewSession(session));
    response
}

/// Closes the dispute in this browser.
pub(super) async fn leave(visit: Visit) -> Response {
    let session = Session { citizen: None, letter: None, ..visit.session().clone() };
    let mut response = Redirect::to(super::HOME).into_response();
    response.extensions_mut().insert(NewSession(session));
    response
}
