//! What the machine says of a registration while it is typed. The clerk decides.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiff::civil::Date;

use super::content::{Place, Registration, place, suggest};
use crate::form::Form;
use crate::guard::Clerk;
use crate::layout::{agency_name, page};
use crate::lines::ask;
use crate::told::Told;
use crate::{Console, words};

/// Fewer characters say nothing.
const TEXT_MIN: usize = 4;

/// A dispute that may be the same one.
pub(crate) struct Same {
    pub(super) address: String,
    pub(super) title: String,
    pub(super) state: String,
    pub(super) why: String,
}

/// The panel beside the form.
#[derive(Default)]
pub(crate) struct Panel {
    pub(super) english: bool,
    pub(super) asked: bool,
    pub(super) kind: String,
    pub(super) track: String,
    pub(super) unit: String,
    pub(super) clause: String,
    pub(super) due: String,
    pub(super) fallback: String,
    pub(super) why: Vec<String>,
    pub(super) signs: Vec<String>,
    pub(super) same: Vec<Same>,
    /// Why there is no advice.
    pub(super) silent: String,
}

impl Panel {
    pub(super) fn t<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        if self.english { en } else { zh }
    }
}

#[derive(Template)]
#[template(path = "advice.html")]
struct Advice {
    panel: Panel,
}

#[derive(Template)]
#[template(path = "places.html")]
struct Places {
    places: Vec<Place>,
}

/// The panel alone, as the clerk types.
pub(crate) async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    page(StatusCode::OK, &Advice { panel: panel(&console, &clerk).await })
}

/// The places that may be meant, as the clerk types.
pub(crate) async fn places(State(console): State<Console>, clerk: Clerk) -> Response {
    let words = clerk.visit.form().get("place").to_owned();
    let found =
        if words.is_empty() { Ok(Vec::new()) } else { suggest(&console, &clerk, &words).await };
    // Without proposals the clerk types on; the form says what is wrong when it is sent.
    page(StatusCode::OK, &Places { places: found.unwrap_or_default() })
}

/// What is advised for the form as it stands.
pub(crate) async fn panel(console: &Console, clerk: &Clerk) -> Panel {
    let form = clerk.visit.form();
    let english = clerk.visit.session().english;
    if form.get("summary").chars().count() < TEXT_MIN {
        return Panel { english, ..Panel::default() };
    }
    match advised(console, clerk, form, english).await {
        Ok(panel) => panel,
        Err(told) => Panel { english, asked: true, silent: told.text, ..Panel::default() },
    }
}

async fn advised(
    console: &Console,
    clerk: &Clerk,
    form: &Form,
    english: bool,
) -> Result<Panel, Told> {
    let (at, _) = place(console, clerk, form).await?;
    let at = at.unwrap_or_else(|| console.agency.region.to_string());
    let today = console.today(&clerk.staff, Area::Intake).await?;
    let made = Registration { form, kind: form.get("kind"), place: &at, today };
    let answer = ask(console, clerk, &made).await?;
    let advice = answer.advice.unwrap_or_default();
    let unit = answer.responsible.unwrap_or_default();
    let kind = advice.kind.clone();
    let same = same(console, clerk, &Registration { kind: &kind, ..made }).await?;
    let sign = |sign: &pb::Sign| {
        let flag =
            sign.flag.parse::<jiefen_vocab::Flag>().map_or(sign.flag.as_str(), |flag| flag.zh());
        format!("{flag}：{}", sign.because)
    };
    let fallback: Vec<&str> = advice.fallback.iter().map(|code| words::track(code)).collect();
    let due = advice.due.map(|due| format!("{:04}-{:02}-{:02}", due.year, due.month, due.day));
    Ok(Panel {
        english,
        asked: true,
        kind: words::kind(&advice.kind).to_owned(),
        track: words::track(&advice.track).to_owned(),
        unit: if unit.name.is_empty() && !unit.agency.is_empty() {
            agency_name(&unit.agency)
        } else {
            unit.name
        },
        clause: if unit.clause.is_empty() { advice.clause } else { unit.clause },
        due: due.map(|due| words::day(&due, english)).unwrap_or_default(),
        fallback: fallback.join("、"),
        signs: advice.signs.iter().map(sign).collect(),
        why: advice.why,
        same,
        silent: String::new(),
    })
}

async fn ask(
    console: &Console,
    clerk: &Clerk,
    made: &Registration<'_>,
) -> Result<pb::AdviseResponse, Told> {
    let message = pb::AdviseRequest {
        kind: made.kind.to_owned(),
        place: made.place.to_owned(),
        summary: made.form.get("summary").to_owned(),
        parties: made.parties().into_iter().filter(|party| !party.name.is_empty()).collect(),
        channel: made.channel(console.agency),
        on: made.day(),
        ..pb::AdviseRequest::default()
    };
    ask!(console, &clerk.staff, Area::Intake, IntakeServiceClient, advise, message)
}

/// The machine's own kind, for a clerk who has chosen none.
pub(crate) async fn kind(
    console: &Console,
    clerk: &Clerk,
    form: &Form,
    place: &str,
    today: Date,
) -> Result<String, Told> {
    let answer = ask(console, clerk, &Registration { form, kind: "", place, today }).await?;
    Ok(answer.advice.unwrap_or_default().kind)
}

async fn same(
    console: &Console,
    clerk: &Clerk,
    made: &Registration<'_>,
) -> Result<Vec<Same>, Told> {
    if made.form.get("name").is_empty() {
        return Ok(Vec::new());
    }
    let message = pb::ProposeDuplicatesRequest {
        name: String::new(),
        content: Some(made.content()),
        channel: made.channel(console.agency),
        on: made.day(),
    };
    let staff = &clerk.staff;
    let answer =
        ask!(console, staff, Area::Intake, IntakeServiceClient, propose_duplicates, message)?;
    let same = |found: pb::ProposedDuplicate| {
        let dispute = found.dispute.unwrap_or_default();
        let head = dispute.head.unwrap_or_default();
        let names: Vec<&str> = dispute.parties.iter().map(|party| party.name.as_str()).collect();
        Same {
            address: format!("/disputes/{}", head.dispute),
            title: format!("{} {}", names.join("、"), words::kind(&dispute.kind)),
            state: head.state_zh,
            why: found.reasons.join("；"),
        }
    };
    Ok(answer.candidates.into_iter().take(3).map(same).collect())
}
