//! 登记纠纷: five facts, and beside them what the machine says and which disputes may be the same.

mod advice;
mod content;
mod kept;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_vocab::{Channel, DisputeId, DisputeKind};

use crate::errors::Errors;
use crate::form::Form;
use crate::guard::Clerk;
use crate::layout::{Shell, page, refused};
use crate::lines::ask;
use crate::pages::acts;
use crate::told::{Told, Wrong};
use crate::{Console, words};
use content::{Place, Registration};

pub(crate) use advice::{places, show as advise};
pub(super) use content::{date, party};
pub(crate) use kept::{drop_one, keep};

/// The form as it stands.
#[derive(Template)]
#[template(path = "register.html")]
struct Page {
    shell: Shell,
    form: Form,
    errors: Errors,
    panel: advice::Panel,
    /// The places that the words may mean, when they may mean several.
    places: Vec<Place>,
    request_id: String,
    kinds: &'static [DisputeKind],
    channels: &'static [Channel],
    channel: String,
    /// The forms that this clerk has not sent.
    unfinished: Vec<kept::Unfinished>,
}

#[derive(Template)]
#[template(path = "receipt.html")]
struct Receipt {
    shell: Shell,
    dispute: String,
    receipt: String,
    next: String,
    due: String,
    gaps: Vec<pb::Gap>,
    /// Where a protection order is asked for; empty: nobody is in danger.
    protect: String,
}

/// The empty form, or one that was never sent.
pub(crate) async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    let panel = advice::Panel::default();
    let name = clerk.visit.query("draft");
    if !name.is_empty() {
        return match kept::opened(&console, &clerk.staff, &name).await {
            Ok(form) => page(StatusCode::OK, &filled(&console, &clerk, form, panel)),
            Err(told) => refused(&console, &clerk.visit, &told),
        };
    }
    let unfinished = kept::unfinished(&console, &clerk.staff, clerk.visit.session().english).await;
    page(StatusCode::OK, &Page { unfinished, ..blank(&console, &clerk, panel) })
}

fn blank(console: &Console, clerk: &Clerk, panel: advice::Panel) -> Page {
    filled(console, clerk, clerk.visit.form().clone(), panel)
}

fn filled(console: &Console, clerk: &Clerk, form: Form, panel: advice::Panel) -> Page {
    let shell = Shell::new(console, &clerk.visit, "/register", ("登记纠纷", "Register a dispute"));
    let channel = match form.get("channel") {
        "" => content::own_channel(console.agency).code().to_owned(),
        given => given.to_owned(),
    };
    Page {
        request_id: match form.get("request_id") {
            "" => shell.request_id(),
            given => given.to_owned(),
        },
        shell,
        form,
        errors: Errors::default(),
        panel,
        places: Vec::new(),
        kinds: DisputeKind::ALL,
        channels: Channel::ALL,
        channel,
        unfinished: Vec::new(),
    }
}

/// Why it could not be registered, and the case of the inquiry when that was recorded.
struct Failed {
    told: Told,
    places: Vec<Place>,
    recorded: String,
}

impl From<Told> for Failed {
    fn from(told: Told) -> Failed {
        Failed { told, places: Vec::new(), recorded: String::new() }
    }
}

/// Registers; sent twice it is one dispute.
pub(crate) async fn send(State(console): State<Console>, clerk: Clerk) -> Response {
    let form = clerk.visit.form();
    if form.has("look") {
        let panel = advice::panel(&console, &clerk, form.get("case")).await;
        return page(StatusCode::OK, &blank(&console, &clerk, panel));
    }
    match register(&console, &clerk, form).await {
        Ok(dispute) => Redirect::to(&format!("/disputes/{dispute}/receipt")).into_response(),
        Err(failed) if failed.told.log_in => refused(&console, &clerk.visit, &failed.told),
        Err(failed) => {
            let panel = advice::panel(&console, &clerk, &failed.recorded).await;
            let mut again = blank(&console, &clerk, panel);
            let errors = Errors::of(&failed.told, |field| place_of(field).to_owned());
            again.errors = errors.read(again.shell.english);
            if let [line] = again.errors.lines.as_mut_slice() {
                line.field = place_by_reason(&failed.told.reason, &line.field).to_owned();
            }
            again.places = failed.places;
            if !failed.recorded.is_empty() {
                // What was refused is the registration; the inquiry stands and its receipt is valid.
                again.form = again.form.with("case", &failed.recorded);
            }
            if !failed.told.is_passing() {
                again.request_id = again.shell.request_id();
            }
            page(failed.told.status, &again)
        }
    }
}

/// Which field of the page a field of the services is.
fn place_of(field: &str) -> &'static str {
    match field {
        "name" | "content.parties[0].name" => "name",
        "phone" | "content.parties[0].particulars.phone" => "phone",
        "other" | "content.parties[1].name" => "other",
        "kind" | "content.kind" => "kind",
        "place" | "content.place" => "place",
        "summary" | "content.summary" => "summary",
        "identity" | "identity_reason" => "identity",
        "channel" => "channel",
        "willing" | "content.consents[0].to" => "willing",
        _ => "",
    }
}

/// Which field of the page a refusal of the counter's law is about.
fn place_by_reason<'a>(reason: &str, field: &'a str) -> &'a str {
    match reason {
        "PHONE_FORM" | "PHONE_SCIENTIFIC" => "phone",
        "PLACE_UNKNOWN" => "place",
        "SUMMARY_MISSING" | "TEXT_TOO_LONG" => "summary",
        "NAME_LENGTH" | "NAME_FORM" => "name",
        _ => field,
    }
}

async fn register(console: &Console, clerk: &Clerk, form: &Form) -> Result<String, Failed> {
    let request: uuid::Uuid = form.get("request_id").parse().map_err(|_| {
        let text = "页面已经过期，请重新打开登记页 (the page is too old; open it again)";
        Told::own(StatusCode::BAD_REQUEST, "NO_REQUEST_ID", text)
    })?;
    let (place, places) = content::place(console, clerk, form).await?;
    let today = console.today(&clerk.staff, Area::Intake).await?;
    let lacking = content::lacking(form, place.is_none());
    let Some(place) = place.filter(|_| lacking.is_empty()) else {
        return Err(Failed { places, ..Told::wrong(lacking).into() });
    };
    let kind = match form.get("kind") {
        "" => advice::kind(console, clerk, form, &place, today).await?,
        given => given.to_owned(),
    };
    let made = Registration { form, kind: &kind, place: &place, today };
    let recorded = match form.get("case") {
        "" => record(console, clerk, &made, request).await?,
        case => case.to_owned(),
    };
    let message = pb::RegisterRequest {
        head: head(&recorded, &format!("{request}-register")),
        content: Some(made.content()),
        identity: form.get("identity").to_owned(),
        identity_reason: if form.get("identity") == "none" {
            "来访时没有带证件，下次补核".to_owned()
        } else {
            String::new()
        },
        // What was kept of this form goes with the registration.
        draft: form.get("draft").to_owned(),
    };
    let answer = ask!(console, &clerk.staff, Area::Intake, IntakeServiceClient, register, message);
    match answer {
        Ok(answer) => Ok(answer.case.unwrap_or_default().dispute),
        Err(told) => Err(Failed { recorded, ..told.into() }),
    }
}

/// The inquiry: the receipt is valid from now on.
async fn record(
    console: &Console,
    clerk: &Clerk,
    made: &Registration<'_>,
    request: uuid::Uuid,
) -> Result<String, Told> {
    let message = pb::RecordInquiryRequest {
        head: head("", &format!("{request}-inquiry")),
        channel: made.channel(console.agency),
        number: String::new(),
        kind: made.kind.to_owned(),
        place: made.place.to_owned(),
        summary: made.form.get("summary").to_owned(),
        on: made.day(),
        // The same form makes the same dispute, however often it is sent.
        dispute: DisputeId::from_bits(request.as_u128()).to_string(),
        draft: String::new(),
    };
    let answer =
        ask!(console, &clerk.staff, Area::Intake, IntakeServiceClient, record_inquiry, message)?;
    Ok(answer.case.unwrap_or_default().name)
}

fn head(name: &str, request_id: &str) -> Option<CommandHead> {
    Some(CommandHead {
        name: name.to_owned(),
        request_id: request_id.to_owned(),
        ..CommandHead::default()
    })
}

/// The receipt, to print or to come back to.
pub(crate) async fn receipt(
    State(console): State<Console>,
    Path(dispute): Path<String>,
    clerk: Clerk,
) -> Response {
    match super::dispute::umbrella(&console, &clerk.staff, &dispute).await {
        Ok(found) => {
            let shell = Shell::new(&console, &clerk.visit, "", ("登记回执", "Receipt"));
            let protect = acts::protect(&clerk.staff, &found, &dispute);
            let head = found.head.unwrap_or_default();
            let clock = head.clocks.iter().find(|clock| clock.state == "running");
            let due = clock.map(|clock| words::day(&clock.due, shell.english)).unwrap_or_default();
            let next = shell.t(&head.next_zh, &head.next_en).to_owned();
            let (receipt, gaps) = (found.receipt, found.gaps);
            let page_of = Receipt { shell, dispute, receipt, next, due, gaps, protect };
            page(StatusCode::OK, &page_of)
        }
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

/// A field that was left empty.
fn empty(field: &str, text: &str) -> Wrong {
    Wrong { field: field.to_owned(), text: text.to_owned() }
}
