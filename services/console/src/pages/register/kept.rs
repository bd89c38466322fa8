//! What is typed is kept as it is typed: a form that was never sent waits for the same clerk, whatever happened to her
//! machine, her line or her log-in.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::registration_service_client::RegistrationServiceClient;
use jiefen_vocab::Moment;

use crate::Console;
use crate::form::Form;
use crate::guard::Clerk;
use crate::layout::{page, refused};
use crate::lines::ask;
use crate::session::Staff;
use crate::told::Told;
use crate::words;

/// So many unfinished forms are shown; older ones go with their time.
const SHOWN: usize = 3;
/// The longest title, in characters.
const TITLE: usize = 40;

/// A form that was never sent.
pub(super) struct Unfinished {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) at: String,
}

/// What a page gets back when it kept a form: when, and under which name it is kept again.
#[derive(Template)]
#[template(path = "kept.html")]
struct Kept {
    english: bool,
    at: String,
    name: String,
    /// Why it was not kept; empty: it was.
    lost: String,
}

/// Keeps the form as it stands.
pub(crate) async fn keep(State(console): State<Console>, clerk: Clerk) -> Response {
    let english = clerk.visit.session().english;
    let form = clerk.visit.form();
    let kept = match save(&console, &clerk.staff, form).await {
        Ok(draft) => {
            Kept { english, at: moment(&draft, english), name: draft.name, lost: String::new() }
        }
        Err(told) => {
            let name = form.get("draft").to_owned();
            Kept { english, at: String::new(), name, lost: told.text }
        }
    };
    if !clerk.visit.is_htmx() {
        return Redirect::to("/register").into_response();
    }
    page(StatusCode::OK, &kept)
}

async fn save(console: &Console, staff: &Staff, form: &Form) -> Result<pb::Draft, Told> {
    let title: String = [form.get("name"), form.get("other"), form.get("summary")].join(" ");
    let draft = pb::Draft {
        name: form.get("draft").to_owned(),
        title: title.trim().chars().take(TITLE).collect(),
        body: body(form),
        ..pb::Draft::default()
    };
    match sent(console, staff, draft.clone()).await {
        // It went with its time, or in another window: what is typed now is kept anew.
        Err(told) if told.status == StatusCode::NOT_FOUND && !draft.name.is_empty() => {
            sent(console, staff, pb::Draft { name: String::new(), ..draft }).await
        }
        other => other,
    }
}

/// The form as a text; its request id too, so that it is still one dispute when it had been sent before.
fn body(form: &Form) -> String {
    let own = form.without(&["csrf", "draft", "look"]);
    let mut text = form_urlencoded::Serializer::new(String::new());
    text.extend_pairs(own.fields());
    text.finish()
}

async fn sent(console: &Console, staff: &Staff, draft: pb::Draft) -> Result<pb::Draft, Told> {
    let message = pb::SaveDraftRequest { draft: Some(draft) };
    let kept = ask!(console, staff, Area::Intake, RegistrationServiceClient, save_draft, message)?;
    Ok(kept.draft.unwrap_or_default())
}

/// The forms that this clerk has not sent, newest first. Without them she registers all the same.
pub(super) async fn unfinished(console: &Console, staff: &Staff, english: bool) -> Vec<Unfinished> {
    let message = pb::ListDraftsRequest {};
    let kept = ask!(console, staff, Area::Intake, RegistrationServiceClient, list_drafts, message);
    let drafts = kept.map(|kept| kept.drafts).unwrap_or_default().into_iter().take(SHOWN);
    let one = |draft: pb::Draft| Unfinished {
        at: moment(&draft, english),
        name: draft.name,
        title: draft.title,
    };
    drafts.map(one).collect()
}

/// A form as it was kept, to carry on with.
pub(super) async fn opened(console: &Console, staff: &Staff, name: &str) -> Result<Form, Told> {
    let message = pb::GetDraftRequest { name: name.to_owned() };
    let kept = ask!(console, staff, Area::Intake, RegistrationServiceClient, get_draft, message)?;
    let body = kept.draft.unwrap_or_default().body;
    Ok(Form::parse(body.as_bytes()).with("draft", name))
}

/// Throws a form away.
pub(crate) async fn drop_one(State(console): State<Console>, clerk: Clerk) -> Response {
    let name = clerk.visit.form().get("draft").to_owned();
    let message = pb::DeleteDraftRequest { name, etag: String::new() };
    let staff = &clerk.staff;
    let gone = ask!(console, staff, Area::Intake, RegistrationServiceClient, delete_draft, message);
    match gone {
        Err(told) if told.status != StatusCode::NOT_FOUND => refused(&console, &clerk.visit, &told),
        Ok(_) | Err(_) => Redirect::to("/register").into_response(),
    }
}

/// When it was kept, local time.
fn moment(draft: &pb::Draft, english: bool) -> String {
    let at = draft.saved_at.as_ref().map(|at| Moment(at.seconds.saturating_mul(1_000_000)));
    at.map(|at| words::moment(&at.to_string(), english)).unwrap_or_default()
}
