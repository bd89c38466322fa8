//! The papers of a supervision letter, at the office that writes it: the same form as those of a dispute.

use axum::extract::{Path, State};
use axum::response::Response;
use jiefen_platform::config::Area;

use super::{Parts, Place, form_of, sent};
use crate::Console;
use crate::guard::Clerk;

fn place(path: &Parts) -> Place {
    Place {
        address: format!("/letters/own/{}/paper/new/{}", path.2, path.3),
        back: format!("/letters/own/{}", path.2),
        letter: true,
    }
}

/// The case is its own file: it belongs to no dispute.
fn parts(case: String, family: String) -> Parts {
    (case.clone(), Area::Assessment.to_string(), case, family)
}

/// The form of a paper.
pub(super) async fn show(
    State(console): State<Console>,
    Path((case, family)): Path<(String, String)>,
    clerk: Clerk,
) -> Response {
    form_of(console, parts(case, family), place, clerk).await
}

/// Issues it, or only shows what it would look like.
pub(super) async fn send(
    State(console): State<Console>,
    Path((case, family)): Path<(String, String)>,
    clerk: Clerk,
) -> Response {
    sent(console, parts(case, family), place, clerk).await
}
