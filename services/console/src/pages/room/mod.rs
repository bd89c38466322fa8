//! 调解室: the session, the text before the parties and who has confirmed it, what is said, and what the mediator notes
//! for herself. Drafting is `agreement`, its form `text`; what changes meanwhile is told by `news`.

mod agreement;
mod news;
pub(super) mod said;
mod text;
pub(super) mod view;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiefen_proto::jiefen::mediation::v1::room_service_client::RoomServiceClient;
use jiefen_vocab::Role;

use super::acts::{self, Act};
use super::dispute::{Known, journal, known};
use super::export;
use super::register::date;
use crate::errors::Errors;
use crate::form::Form;
use crate::guard::Clerk;
use crate::layout::{Shell, page, refused, shown};
use crate::lines::ask;
use crate::session::Staff;
use crate::sheet::Sheet;
use crate::told::Told;
use crate::{Console, words};
use view::{Said, Term, Voice};

pub(super) use news::address as news;

pub(super) fn router() -> Router<Console> {
    Router::new()
        .route("/disputes/{dispute}/room", get(show))
        .route("/disputes/{dispute}/room/say", post(said::say))
        .route("/disputes/{dispute}/room/confirm", post(confirm))
        .route("/disputes/{dispute}/news", get(news::tell))
        .route("/disputes/{dispute}/agreement", get(agreement::show).post(agreement::send))
        .route("/disputes/{dispute}/agreement/keep", post(agreement::keep))
}

/// Who comes into the room.
pub(super) fn may(staff: &Staff) -> bool {
    staff.holds(&[Role::Mediator, Role::MediationHead])
}

#[derive(Template)]
#[template(path = "room/room.html")]
struct Page {
    shell: Shell,
    errors: Errors,
    dispute: String,
    case: String,
    about: String,
    receipt: String,
    state: String,
    next: String,
    planned: String,
    acts: Vec<&'static Act>,
    /// The text before the parties; none: there is none.
    text: Option<view::Text>,
    /// True while a text may be put before the parties.
    drafting: bool,
    voices: Vec<Voice>,
    lines: Vec<Said>,
    /// True for the mediator of the case: she keeps notes.
    notes: bool,
    /// True while somebody may speak.
    open: bool,
    /// What was being said when it could not be sent.
    saying: String,
    request_id: String,
    done: &'static str,
    news: String,
    export: String,
}

/// The dispute with its people's mediation, for those who come into the room.
async fn mediation(
    console: &Console,
    staff: &Staff,
    dispute: &str,
) -> Result<(Known, pb::PeopleMediation), Told> {
    let mut known = known(console, staff, dispute).await?;
    let mediation = known.mediation.take().filter(|_| may(staff)).ok_or_else(|| {
        let text = "这里没有正在进行的人民调解，或者您的岗位不进调解室 (no mediation here, or not for your post)";
        Told::own(StatusCode::NOT_FOUND, "NO_ROOM", text)
    })?;
    known.mediation = Some(mediation.clone());
    Ok((known, mediation))
}

fn case_name(mediation: &pb::PeopleMediation) -> String {
    mediation.head.as_ref().map(|head| head.name.clone()).unwrap_or_default()
}

/// The page.
async fn show(
    State(console): State<Console>,
    Path(dispute): Path<String>,
    clerk: Clerk,
) -> Response {
    shown(&console, &clerk.visit, made(&console, &clerk, dispute).await)
}

async fn made(console: &Console, clerk: &Clerk, dispute: String) -> Result<Page, Told> {
    let staff = &clerk.staff;
    let (known, mediation) = mediation(console, staff, &dispute).await?;
    let shell = Shell::new(console, &clerk.visit, "", ("调解室", "Mediation room"));
    let head = mediation.head.clone().unwrap_or_default();
    let lines = said::all(console, staff, &head.name).await?;
    let last = lines.last().map_or(0, |line| line.no);
    let text = text_of(console, staff, &mediation).await?;
    let (area, english) = (Area::Mediation, shell.english);
    let from = journal::From { area, dispute: &dispute, seq: 0 };
    let (_, seq) = journal::entries(console, staff, english, from).await?;
    let planned = mediation.planned.as_ref().map(|session| {
        let day = words::day(&view::day(session.on.as_ref()), english);
        format!("{day} {} {}", session.place, view::mode(&session.mode, english))
    });
    Ok(Page {
        errors: Errors::default(),
        case: head.name.trim_start_matches("cases/").to_owned(),
        about: known.title(),
        receipt: mediation.code.clone(),
        next: named(&mediation.parties, shell.t(&head.next_zh, &head.next_en)),
        planned: planned.unwrap_or_default(),
        acts: acts::of_case(staff, &head),
        drafting: ["mediating", "drafted"].contains(&head.state.as_str()),
        voices: view::voices(&mediation),
        lines: lines.iter().map(|line| Said::of(line, english)).collect(),
        notes: mediation.mediator == staff.person,
        open: head.open,
        state: head.state_zh,
        text,
        saying: String::new(),
        request_id: shell.request_id(),
        done: done(&shell, &clerk.visit.query("done")),
        export: export::address("room", &[("dispute", &dispute)]),
        news: news(&dispute, area, &known.revision, seq, Some(last)),
        dispute,
        shell,
    })
}

/// What was said to all, as a workbook. A workbook is handed on: the mediator's notes of private talks stay in the room
/// (人民调解法15(4)).
pub(super) async fn sheet(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let (staff, dispute) = (&clerk.staff, clerk.visit.query("dispute"));
    let (_, mediation) = mediation(console, staff, &dispute).await?;
    let english = clerk.visit.session().english;
    let mut sheet = Sheet::new("调解室记录", &[("谁", 16), ("什么时候", 16), ("说了什么", 80)]);
    for line in said::all(console, staff, &case_name(&mediation)).await? {
        if !line.note {
            let line = Said::of(&line, english);
            sheet.add(vec![line.name.into(), line.at.into(), line.text.into()]);
        }
    }
    Ok(sheet)
}

/// What comes next, with the parties' names in place of their numbers: whoever reads it here may know them.
pub(crate) fn named(parties: &[common::Party], next: &str) -> String {
    parties.iter().fold(next.to_owned(), |text, party| {
        text.replace(&format!("当事人{}", party.no), &party.name)
            .replace(&format!("party {}", party.no), &party.name)
    })
}

fn done(shell: &Shell, what: &str) -> &'static str {
    let (zh, en) = match what {
        "draft" => (
            "协议草稿已经交给双方核对；以前的确认不再算数。",
            "The text is before the parties; earlier confirmations count no more.",
        ),
        "confirm" => ("已经记录确认。", "The confirmation is recorded."),
        "oral" => ("口头协议已经记录，即日生效。", "The oral agreement is recorded."),
        _ => return "",
    };
    if shell.english { en } else { zh }
}

/// The text before the parties, with what was found of each of its terms.
async fn text_of(
    console: &Console,
    staff: &Staff,
    mediation: &pb::PeopleMediation,
) -> Result<Option<view::Text>, Told> {
    let bound = mediation.agreement.as_ref().and_then(|made| made.draft.as_ref());
    let Some(draft) = mediation.draft.as_ref().or(bound) else { return Ok(None) };
    let checked = checked(console, staff, mediation, draft).await?;
    let before = match &mediation.replaced {
        Some(before) => checked_terms(console, staff, mediation, before).await?,
        None => Vec::new(),
    };
    let terms: Vec<Term> = checked.sentences.iter().map(Term::of).collect();
    Ok(Some(view::Text {
        edition: mediation.edition,
        facts: draft.facts.clone(),
        changes: view::changes(&before, &terms),
        code: view::short(&draft.hash),
        hash: draft.hash.clone(),
        bound: mediation.draft.is_none(),
        terms,
    }))
}

async fn checked_terms(
    console: &Console,
    staff: &Staff,
    mediation: &pb::PeopleMediation,
    draft: &pb::Draft,
) -> Result<Vec<Term>, Told> {
    let checked = checked(console, staff, mediation, draft).await?;
    Ok(checked.sentences.iter().map(Term::of).collect())
}

async fn checked(
    console: &Console,
    staff: &Staff,
    mediation: &pb::PeopleMediation,
    draft: &pb::Draft,
) -> Result<pb::CheckDraftResponse, Told> {
    let today = console.today(staff, Area::Mediation).await?;
    let message = pb::CheckDraftRequest {
        name: case_name(mediation),
        draft: Some(draft.clone()),
        on: Some(date(today)),
    };
    ask!(console, staff, Area::Mediation, RoomServiceClient, check_draft, message)
}

/// The mediator records that a party confirms the text that this page showed.
async fn confirm(
    State(console): State<Console>,
    Path(dispute): Path<String>,
    clerk: Clerk,
) -> Response {
    let form = clerk.visit.form();
    match confirmed(&console, &clerk, &dispute, form).await {
        Ok(()) => Redirect::to(&format!("/disputes/{dispute}/room?done=confirm")).into_response(),
        Err(told) => again(&console, &clerk, dispute, &told, "").await,
    }
}

async fn confirmed(
    console: &Console,
    clerk: &Clerk,
    dispute: &str,
    form: &Form,
) -> Result<(), Told> {
    let (_, mediation) = mediation(console, &clerk.staff, dispute).await?;
    let today = console.today(&clerk.staff, Area::Mediation).await?;
    let message = pb::ConfirmDraftRequest {
        head: head(&case_name(&mediation), form.get("request_id")),
        party: form.get("party").parse().unwrap_or_default(),
        hash: form.get("hash").to_owned(),
        on: Some(date(today)),
    };
    let staff = &clerk.staff;
    ask!(console, staff, Area::Mediation, MediationServiceClient, confirm_draft, message).map(drop)
}

fn head(name: &str, request_id: &str) -> Option<common::CommandHead> {
    let (name, request_id) = (name.to_owned(), request_id.to_owned());
    Some(common::CommandHead { name, request_id, ..common::CommandHead::default() })
}

/// The room as it stands now, with what was refused and what was being said.
async fn again(
    console: &Console,
    clerk: &Clerk,
    dispute: String,
    told: &Told,
    saying: &str,
) -> Response {
    if told.log_in {
        return refused(console, &clerk.visit, told);
    }
    match made(console, clerk, dispute).await {
        Ok(mut made) => {
            made.errors = Errors::of(told, |field| match field {
                "text" => "text".to_owned(),
                _ => String::new(),
            })
            .read(made.shell.english);
            saying.clone_into(&mut made.saying);
            page(told.status, &made)
        }
        Err(_) => refused(console, &clerk.visit, told),
    }
}
