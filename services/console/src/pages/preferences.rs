//! Language and size: kept by the browser.

use axum::response::{IntoResponse, Redirect, Response};

use super::inside;
use crate::guard::{NewSession, Visit};

/// Changes what is asked for and comes back.
pub(crate) async fn choose(visit: Visit) -> Response {
    let form = visit.form();
    let mut session = visit.session().clone();
    match form.get("language") {
        "en" => session.english = true,
        "zh" => session.english = false,
        _ => {}
    }
    match form.get("size") {
        "elder" => session.elder = true,
        "normal" => session.elder = false,
        _ => {}
    }
    let mut response = Redirect::to(inside(form.get("back"))).into_response();
    response.extensions_mut().insert(NewSession(session));
    response
}
