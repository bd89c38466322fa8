//! 调解员名册: whom this unit has on its roster today, for anybody to read (特邀调解规定 8). What is public and no more; in the
//! order in which they came, never by what they have done.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_proto::jiefen::registry::v1::registry_service_client::RegistryServiceClient;

use super::{portal, refused};
use crate::Console;
use crate::guard::Visit;
use crate::layout::{Shell, page};
use crate::lines::ask_at;
use crate::pages::acts::affairs::calling;
use crate::told::Told;
use crate::words;

/// Where the page is.
pub(super) const HERE: &str = "/citizen/roster";
/// Rows of one question to the service.
const ROWS: i32 = 200;
/// So many pages are read: more than a unit ever had.
const PAGES: usize = 10;

struct Person {
    name: String,
    calling: &'static str,
    fields: String,
    languages: String,
    organisation: String,
}

#[derive(Template)]
#[template(path = "citizen/roster.html")]
struct Roster {
    shell: Shell,
    people: Vec<Person>,
}

/// Whether there is a register to ask.
pub(super) fn is_open(console: &Console) -> bool {
    console.lines.at(Area::Registry).is_some()
}

/// The page.
pub(super) async fn show(State(console): State<Console>, visit: Visit) -> Response {
    let shell = super::shell(&console, &visit, ("调解员名册", "Our mediators"));
    match people(&console, &shell).await {
        Ok(people) => page(StatusCode::OK, &Roster { shell, people }),
        Err(told) => refused(&console, &visit, &told),
    }
}

async fn people(console: &Console, shell: &Shell) -> Result<Vec<Person>, Told> {
    let at = console.lines.at(Area::Registry).ok_or_else(|| Told::away(Area::Registry))?;
    let staff = portal::portal(console)?;
    let area = Area::Registry;
    let (mut found, mut page_token) = (Vec::new(), String::new());
    for _ in 0..PAGES {
        let message = pb::ListRosterRequest {
            unit: console.agency.to_string(),
            page_size: ROWS,
            page_token,
            ..pb::ListRosterRequest::default()
        };
        let answer =
            ask_at!(console, &staff, area, at, RegistryServiceClient, list_roster, message)?;
        // Who serves today, the register says by its own calendar.
        found.extend(answer.people.into_iter().filter(|person| person.serves));
        page_token = answer.next_page_token;
        if page_token.is_empty() {
            break;
        }
    }
    let show = |person: pb::RosterPerson| {
        let card = person.card.unwrap_or_default();
        let kinds: Vec<&str> = card.fields.iter().map(|kind| words::kind(kind)).collect();
        Person {
            calling: calling(&card.calling, shell.english),
            fields: match kinds.as_slice() {
                [] => shell.t("各类纠纷", "all kinds of dispute").to_owned(),
                kinds => kinds.join("、"),
            },
            languages: card.languages.join("、"),
            organisation: card.organisation,
            name: card.name,
        }
    };
    Ok(found.into_iter().map(show).collect())
}
