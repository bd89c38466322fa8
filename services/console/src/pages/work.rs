//! My work.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;

use crate::Console;
use crate::guard::Clerk;
use crate::layout::{Shell, page};

#[derive(Template)]
#[template(path = "work.html")]
struct Work {
    shell: Shell,
}

/// The page.
pub(crate) async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    let shell = Shell::new(&console, &clerk.visit, "/", ("我的工作", "My work"));
    page(StatusCode::OK, &Work { shell })
}
