//! Her papers: those of this unit to download, those of others with where they are had. Never a dead end.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;

use super::own::opened;
use super::{portal, verify};
use crate::Console;
use crate::guard::Visit;
use crate::layout::{Shell, page};
use crate::pages::papers::{Elsewhere, elsewhere};
use crate::session::Own;
use crate::told::Told;
use crate::words;

/// A paper that she can have here.
struct Mine {
    name: String,
    number: String,
    on: String,
    pages: u32,
    check: String,
    corrected: bool,
}

#[derive(Template)]
#[template(path = "citizen/papers.html")]
struct Page {
    shell: Shell,
    papers: Vec<Mine>,
    elsewhere: Vec<Elsewhere>,
    /// Where the dispute stands is told here too.
    track: bool,
}

/// What this node and its units have.
struct Found {
    papers: Vec<Mine>,
    elsewhere: Vec<Elsewhere>,
}

/// The page.
pub(super) async fn show(State(console): State<Console>, visit: Visit) -> Response {
    let Some(own) = opened(&visit) else {
        return Redirect::to("/citizen/track?to=papers").into_response();
    };
    match found(&console, &visit, own).await {
        Ok(Found { papers, elsewhere }) => {
            let shell = Shell::new(&console, &visit, "", ("我的文书", "My papers"));
            let track = console.lines.has(jiefen_platform::config::Area::Intake);
            page(StatusCode::OK, &Page { shell, papers, elsewhere, track })
        }
        Err(told) => super::refused(&console, &visit, &told),
    }
}

/// Whether one of the services of this node knows the pair.
pub(super) async fn prove(console: &Console, visit: &Visit, own: &Own) -> Result<(), Told> {
    found(console, visit, own).await.map(drop)
}

/// Everything that the services of this node say; none of them knows the pair: what the last one said.
async fn found(console: &Console, visit: &Visit, own: &Own) -> Result<Found, Told> {
    let english = visit.session().english;
    let text = "这个单位不在网上给文书，请打电话或者到窗口 (this unit gives no papers online)";
    let mut told = Told::own(StatusCode::NOT_FOUND, "NO_PAPERS_HERE", text);
    let mut found = Found { papers: Vec::new(), elsewhere: Vec::new() };
    let mut known = false;
    for area in console.lines.areas() {
        match portal::papers(console, visit, own, area).await {
            Ok(list) => {
                known = true;
                found.papers.extend(list.papers.into_iter().map(|paper| Mine {
                    name: if english { paper.en } else { paper.zh },
                    number: paper.number,
                    on: words::day(&paper.issued_on, english),
                    pages: paper.pages,
                    check: paper.check,
                    corrected: paper.corrected,
                }));
                let others = list.elsewhere.into_iter().map(|other| elsewhere(other, english));
                found.elsewhere.extend(others);
            }
            Err(other) if other.is_unknown() => {}
            Err(other) if other.is_passing() => return Err(other),
            Err(other) => told = other,
        }
    }
    if known { Ok(found) } else { Err(told) }
}

/// Gives her one of them.
pub(super) async fn give(
    State(console): State<Console>,
    Path(check): Path<String>,
    visit: Visit,
) -> Response {
    let Some(own) = opened(&visit) else {
        return Redirect::to("/citizen/track?to=papers").into_response();
    };
    match verify::read(&console, &visit, (&check, &own.receipt, &own.digits)).await {
        Ok((name, bytes)) => verify::as_file(&name, bytes),
        Err(told) => super::refused(&console, &visit, &told),
    }
}
