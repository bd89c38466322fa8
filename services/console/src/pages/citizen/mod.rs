//! The citizens' pages: file, track, ask, without an account and without a script. What was typed stands in the form
//! until it has arrived; the code and the end of the telephone number open a dispute for half an hour.

mod ask;
mod file;
mod letter;
mod own;
mod papers;
mod places;
mod portal;
mod room;
mod roster;
mod suit;
mod times;
mod track;
mod verify;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_vocab::Moment;
use jiff::civil::Date;

use crate::Console;
use crate::errors::Errors;
use crate::guard::{NewSession, Visit};
use crate::layout::{self, Shell, page};
use crate::returned::Returned;
use crate::session::Session;
use crate::told::Told;

/// Where these pages are.
pub(crate) const HOME: &str = "/citizen";

pub(crate) fn router() -> Router<Console> {
    Router::new()
        .route(HOME, get(home))
        .route("/citizen/file", get(file::begin).post(file::answer))
        .route("/citizen/track", get(track::show).post(track::prove))
        .route("/citizen/dispute", get(own::show))
        .route("/citizen/ask", get(ask::show).post(ask::send))
        .route("/citizen/suit", get(suit::show).post(suit::send))
        .route("/citizen/times", get(times::show).post(times::choose))
        .route("/citizen/times/leave", get(times::leaving).post(times::leave))
        .route(roster::HERE, get(roster::show))
        .route("/citizen/papers", get(papers::show))
        .route("/citizen/papers/{check}", get(papers::give))
        .route("/citizen/leave", post(track::leave))
        .merge(letter::router())
        .merge(room::router())
        .route("/v/{code}", get(verify::of_code))
        .route("/verify", get(verify::show))
        .route("/verify/own", post(verify::own))
}

#[derive(Template)]
#[template(path = "citizen/home.html")]
struct Home {
    shell: Shell,
    open: bool,
    /// True where a mediation room is.
    room: bool,
    /// True where the unit's roster can be read.
    roster: bool,
}

/// The first page: two doors.
async fn home(State(console): State<Console>, visit: Visit) -> Response {
    let shell = Shell::new(&console, &visit, "", ("群众办事", "For citizens"));
    let open = console.lines.has(Area::Intake);
    let room = console.lines.has(Area::Mediation);
    let roster = roster::is_open(&console);
    page(StatusCode::OK, &Home { shell, open, room, roster })
}

#[derive(Template)]
#[template(path = "citizen/refused.html")]
struct Refused {
    shell: Shell,
    text: String,
    reason: String,
    /// The form that was sent, to be sent again.
    returned: Option<Returned>,
}

/// The shell of a page of ours, in the size and language that its form may have asked for just now.
fn shell(console: &Console, visit: &Visit, title: (&str, &str)) -> Shell {
    let mut shell = Shell::new(console, visit, "", title);
    if let Some(session) = chosen(visit) {
        (shell.elder, shell.english) = (session.elder, session.english);
        shell.title = shell.t(title.0, title.1).to_owned();
    }
    shell
}

/// What the form asked for beside its answers: larger text, another language. Nothing that was typed is lost.
fn chosen(visit: &Visit) -> Option<Session> {
    let form = visit.form();
    let mut session = visit.session().clone();
    match (form.get("size"), form.get("language")) {
        ("elder", _) => session.elder = true,
        ("normal", _) => session.elder = false,
        (_, "en") => session.english = true,
        (_, "zh") => session.english = false,
        _ => return None,
    }
    Some(session)
}

/// The page again, kept in the size and language that were asked for.
fn kept(visit: &Visit, mut page: Response) -> Response {
    if let Some(session) = chosen(visit) {
        page.extensions_mut().insert(NewSession(session));
    }
    page
}

/// Says why something was not done, with the way back to these pages.
pub(crate) fn refused(console: &Console, visit: &Visit, told: &Told) -> Response {
    let title = match told.status {
        StatusCode::NOT_FOUND => ("没有找到", "Not found"),
        _ if told.is_passing() => ("请稍后再试", "Try again later"),
        _ => ("没有办成", "Not done"),
    };
    let shell = Shell::new(console, visit, "", title);
    let text = if told.reason == "NO_PAGE" {
        shell.t("没有这个页面，请回到首页再进入", "There is no such page").to_owned()
    } else {
        shell.said(&told.text)
    };
    let (reason, returned) = (told.reason.clone(), Returned::of(visit));
    page(told.status, &Refused { shell, text, reason, returned })
}

/// True for an address of these pages.
pub(crate) fn is_here(path: &str) -> bool {
    path == HOME || ["/citizen/", "/v/", "/verify"].iter().any(|start| path.starts_with(start))
}

/// What is wrong with a form, each thing in one language.
fn wrong(shell: &Shell, told: &Told, place: impl Fn(&str) -> &'static str) -> Errors {
    Errors::of(told, |field| place(field).to_owned()).read(shell.english)
}

/// A day as it is said: 4月28日 星期二.
fn day(shell: &Shell, date: Option<&common::Date>) -> String {
    let parts = date.and_then(|date| {
        let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
        Date::new(i16::try_from(date.year).ok()?, month, day).ok()
    });
    let Some(date) = parts else { return String::new() };
    if shell.english {
        return date.to_string();
    }
    let week = ["一", "二", "三", "四", "五", "六", "日"];
    let at = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
    let named = week.get(at).copied().unwrap_or_default();
    let year =
        if date.year() == today_year() { String::new() } else { format!("{}年", date.year()) };
    format!("{year}{}月{}日 星期{named}", date.month(), date.day())
}

/// The year of today; a day of another year is written with its year.
fn today_year() -> i16 {
    Moment(layout::now().saturating_mul(1_000_000)).day().year()
}

#[cfg(test)]
mod tests {
    use super::is_here;

    #[test]
    fn only_the_citizens_own_addresses_are_theirs() {
        for (path, ours) in [
            ("/citizen", true),
            ("/citizen/file", true),
            ("/v/7K3M-0Q8T-1ACD-EF23", true),
            ("/verify/own", true),
            ("/citizens", false),
            ("/", false),
            ("/disputes/1", false),
        ] {
            assert_eq!(is_here(path), ours, "{path}");
        }
    }
}
