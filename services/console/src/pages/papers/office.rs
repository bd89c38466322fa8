//! The papers of what the assessment office does, at the office: a supervision letter or a score sheet is its own file and belongs
//! to no dispute. The form is the same as that of a dispute's papers.

use axum::extract::{Path, State};
use axum::response::Response;
use jiefen_platform::config::Area;

use super::place::{Of, Parts, Place};
use super::{form_of, sent};
use crate::Console;
use crate::guard::Clerk;

fn place(of: Of, path: &Parts) -> Place {
    let base = of.base();
    Place {
        address: format!("/{base}/own/{}/paper/new/{}", path.2, path.3),
        back: format!("/{base}/own/{}", path.2),
        of,
    }
}

fn of_letter(path: &Parts) -> Place {
    place(Of::Letter, path)
}

fn of_sheet(path: &Parts) -> Place {
    place(Of::Sheet, path)
}

fn parts(case: String, family: String) -> Parts {
    (case.clone(), Area::Assessment.to_string(), case, family)
}

/// The form of a letter's paper.
pub(super) async fn show_letters(
    State(console): State<Console>,
    Path((case, family)): Path<(String, String)>,
    clerk: Clerk,
) -> Response {
    form_of(console, parts(case, family), of_letter, clerk).await
}

/// Issues a letter's paper, or only shows what it would look like.
pub(super) async fn send_letters(
    State(console): State<Console>,
    Path((case, family)): Path<(String, String)>,
    clerk: Clerk,
) -> Response {
    sent(console, parts(case, family), of_letter, clerk).await
}

/// The form of a sheet's paper.
pub(super) async fn show_sheets(
    State(console): State<Console>,
    Path((case, family)): Path<(String, String)>,
    clerk: Clerk,
) -> Response {
    form_of(console, parts(case, family), of_sheet, clerk).await
}

/// Issues a sheet's paper, or only shows what it would look like.
pub(super) async fn send_sheets(
    State(console): State<Console>,
    Path((case, family)): Path<(String, String)>,
    clerk: Clerk,
) -> Response {
    sent(console, parts(case, family), of_sheet, clerk).await
}
