//! 文书: what can be printed now, what was issued, one paper with its fields, and the files to download.

mod file;
mod form;
mod listed;
mod office;
mod place;
mod values;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::documents::v1 as pb;
use jiefen_proto::jiefen::documents::v1::documents_service_client::DocumentsServiceClient;

use super::dispute::known;
use super::export;
use crate::accounts::Names;
use crate::errors::Errors;
use crate::form::Form;
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, page, refused, shown};
use crate::lines::{At, ask, ask_at};
use crate::told::Told;
use crate::{Console, words};
use form::Shown;
use place::{Base, Parts, Place};

pub(crate) use file::{Way, append, file};
pub(super) use listed::sheet;
pub(crate) use place::Of;

/// The family of a whole dossier.
const DOSSIER: &str = "dossier_cover";

/// The addresses of papers, below a dispute's own.
pub(super) fn router() -> Router<Console> {
    Router::new()
        .route("/disputes/{dispute}/paper/{area}/{check}", get(file::send))
        .route("/disputes/{dispute}/paper/{area}/{case}/{family}", get(show).post(send))
        .route("/letters/{at}/{case}/paper/{check}", get(file::send_of_office))
        .route(
            "/letters/own/{case}/paper/new/{family}",
            get(office::show_letters).post(office::send_letters),
        )
        .route("/sheets/{at}/{case}/paper/{check}", get(file::send_of_office))
        .route(
            "/sheets/own/{case}/paper/new/{family}",
            get(office::show_sheets).post(office::send_sheets),
        )
}

/// A paper that can be printed now.
pub(crate) struct Offer {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) missing: u32,
}

/// A paper on file.
pub(crate) struct Issued {
    pub(crate) name: String,
    pub(crate) number: String,
    pub(crate) on: String,
    /// The same day as the services write it.
    iso: String,
    pub(crate) pages: u32,
    pub(crate) check: String,
    pub(crate) version: u32,
    pub(crate) address: String,
    /// The editable copy; empty: there is none.
    pub(crate) copy: String,
    /// The form that corrects it; empty: it cannot be corrected, or not by this person.
    pub(crate) correct: String,
    pub(crate) corrected: bool,
}

/// A paper of another unit, and where it is had.
pub(crate) struct Elsewhere {
    pub(crate) unit: String,
    /// Empty: the unit took part and has told of no paper.
    pub(crate) name: String,
    pub(crate) number: String,
    pub(crate) on: String,
    pub(crate) check: String,
    pub(crate) phone: String,
    pub(crate) place: String,
}

/// As a page shows it.
pub(crate) fn elsewhere(other: pb::OtherPaper, english: bool) -> Elsewhere {
    Elsewhere {
        unit: match other.unit_name.as_str() {
            "" => agency_name(&other.unit),
            name => name.to_owned(),
        },
        name: if english { other.en } else { other.zh },
        number: other.number,
        on: words::day(&other.issued_on, english),
        check: other.check,
        phone: other.phone,
        place: other.place,
    }
}

/// The papers of a dispute, as its page shows them.
#[derive(Default)]
pub(crate) struct Block {
    pub(crate) elsewhere: Vec<Elsewhere>,
    pub(crate) offers: Vec<Offer>,
    pub(crate) issued: Vec<Issued>,
    /// The form that binds the dossier; empty: there is none to bind.
    pub(crate) dossier: String,
    pub(crate) missing: Vec<String>,
    /// No service of this node answers for papers: the block is left out.
    pub(crate) away: bool,
    /// Where what was issued is as a workbook.
    pub(crate) export: String,
}

/// The papers of a dispute at every service of this node.
pub(crate) async fn block(console: &Console, clerk: &Clerk, dispute: &str) -> Result<Block, Told> {
    let export = export::address("papers", &[("dispute", dispute)]);
    let mut block = Block { away: true, export, ..Block::default() };
    let (english, names) = (clerk.visit.session().english, names(console));
    for area in console.lines.areas() {
        let (dispute, names) = (dispute.to_owned(), names.clone());
        let message = pb::ListPapersRequest { dispute: dispute.clone(), names };
        let staff = &clerk.staff;
        match ask!(console, staff, area, DocumentsServiceClient, list_papers, message) {
            Ok(list) => {
                block.add(&Base::of(&dispute, area), english, list);
            }
            // another area's dispute, or a service that has no papers
            Err(told) if told.status == StatusCode::NOT_FOUND || told.is_unknown() => {}
            Err(told) => return Err(told),
        }
    }
    Ok(block)
}

/// The papers of a supervision letter or a score sheet; away: the office has no service for them.
pub(crate) async fn of_office(
    console: &Console,
    clerk: &Clerk,
    (of, at): (Of, At),
    case: &str,
) -> Result<Block, Told> {
    let mut block = Block { away: true, ..Block::default() };
    let message = pb::ListPapersRequest { dispute: case.to_owned(), names: names(console) };
    let (staff, area) = (&clerk.staff, Area::Assessment);
    match ask_at!(console, staff, area, at, DocumentsServiceClient, list_papers, message) {
        Ok(list) => block.add(&Base::office((of, at), case), clerk.visit.session().english, list),
        Err(told) if told.status == StatusCode::NOT_FOUND || told.is_unknown() => {}
        Err(told) => return Err(told),
    }
    Ok(block)
}

/// What the dispute's page says after a paper was issued.
pub(crate) fn said(english: bool) -> &'static str {
    if english { "The paper was issued." } else { "文书已经出具，可以下载打印。" }
}

impl Block {
    fn add(&mut self, base: &Base, english: bool, list: pb::ListPapersResponse) {
        self.away = false;
        for other in list.elsewhere {
            let other = elsewhere(other, english);
            let known = self.elsewhere.iter().any(|known| {
                (&known.unit, &known.check, &known.name) == (&other.unit, &other.check, &other.name)
            });
            if !known {
                self.elsewhere.push(other);
            }
        }
        let name = |zh: &str, en: &str| if english { en.to_owned() } else { zh.to_owned() };
        let below = |rest: String| format!("{}/{rest}", base.kept);
        let may = list.offers.iter().any(|offer| offer.may);
        self.offers.extend(list.offers.iter().filter(|offer| offer.may).map(|offer| Offer {
            name: name(&offer.zh, &offer.en),
            address: base.form(&offer.case, &offer.family),
            missing: offer.missing,
        }));
        self.issued.extend(list.papers.into_iter().map(|paper| {
            let corrected = !paper.corrected_by.is_empty();
            let fit = may && !corrected && paper.family != DOSSIER;
            let form = base.form(&paper.case, &paper.family);
            let form = format!("{form}?corrects={}", paper.check);
            Issued {
                name: name(&paper.zh, &paper.en),
                on: words::day(&paper.issued_on, english),
                iso: paper.issued_on.clone(),
                address: below(paper.check.clone()),
                copy: if paper.editable {
                    below(format!("{}?copy=1", paper.check))
                } else {
                    String::new()
                },
                correct: if fit { form } else { String::new() },
                corrected,
                number: paper.number,
                pages: paper.pages,
                version: paper.version,
                check: paper.check,
            }
        }));
        if !list.dossier_case.is_empty() && may {
            self.dossier = base.form(&list.dossier_case, DOSSIER);
            self.missing = list.missing;
        }
    }
}

#[derive(Template)]
#[template(path = "papers/form.html")]
struct Page {
    shell: Shell,
    errors: Errors,
    address: String,
    back: String,
    about: String,
    basis: String,
    request_id: String,
    corrects: String,
    reason: String,
    fields: Vec<Shown>,
    fixed: Vec<Shown>,
    may: bool,
    is_dossier: bool,
    missing: Vec<String>,
    /// What the way back is called.
    back_name: String,
}

/// One paper of a case, as its address names it.
struct Asked {
    area: Area,
    draft: pb::Draft,
}

/// The form of a paper.
async fn show(State(console): State<Console>, Path(path): Path<Parts>, clerk: Clerk) -> Response {
    form_of(console, path, Place::of, clerk).await
}

/// The form of a paper that is somewhere.
async fn form_of(
    console: Console,
    path: Parts,
    place: fn(&Parts) -> Place,
    clerk: Clerk,
) -> Response {
    let place = place(&path);
    match found(&console, &clerk, &path).await {
        Ok((asked, drawn)) => shown(
            &console,
            &clerk.visit,
            made(&console, &clerk, &place, &asked, drawn, Errors::default()).await,
        ),
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

/// Issues it, or only shows what it would look like.
async fn send(State(console): State<Console>, Path(path): Path<Parts>, clerk: Clerk) -> Response {
    sent(console, path, Place::of, clerk).await
}

async fn sent(console: Console, path: Parts, place: fn(&Parts) -> Place, clerk: Clerk) -> Response {
    let place = place(&path);
    let (asked, drawn) = match found(&console, &clerk, &path).await {
        Ok(found) => found,
        Err(told) => return refused(&console, &clerk.visit, &told),
    };
    let form = clerk.visit.form();
    if form.has("more") {
        return shown(
            &console,
            &clerk.visit,
            made(&console, &clerk, &place, &asked, drawn, Errors::default()).await,
        );
    }
    let told = match values::typed(&drawn.fields, form) {
        Ok(typed) => {
            let draft = pb::Draft { typed, ..asked.draft.clone() };
            if form.has("preview") && asked.draft.family != DOSSIER {
                match file::preview(&console, &clerk, asked.area, draft).await {
                    Ok(response) => return response,
                    Err(told) => told,
                }
            } else {
                match issue(&console, &clerk, asked.area, draft).await {
                    Ok(check) => {
                        let to = format!("{}?paper={check}#papers", place.back);
                        return Redirect::to(&to).into_response();
                    }
                    Err(told) => told,
                }
            }
        }
        Err(told) => told,
    };
    if told.log_in {
        return refused(&console, &clerk.visit, &told);
    }
    let errors = Errors::of(&told, |field| place_of(field, &drawn.fields));
    let errors = errors.read(clerk.visit.session().english);
    match made(&console, &clerk, &place, &asked, drawn, errors).await {
        Ok(mut again) => {
            if !told.is_passing() {
                again.request_id = again.shell.request_id();
            }
            page(told.status, &again)
        }
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

/// The paper of an address, drawn.
async fn found(
    console: &Console,
    clerk: &Clerk,
    (dispute, area, case, family): &Parts,
) -> Result<(Asked, pb::DrawPaperResponse), Told> {
    let area: Area = area.parse().map_err(|_| no_paper())?;
    let form = clerk.visit.form();
    let corrects = match form.get("corrects") {
        "" => clerk.visit.query("corrects"),
        given => given.to_owned(),
    };
    let draft = pb::Draft {
        dispute: dispute.clone(),
        case: format!("cases/{case}"),
        family: family.clone(),
        typed: String::new(),
        names: names(console),
        corrects,
    };
    let message = pb::DrawPaperRequest { draft: Some(draft.clone()) };
    let staff = &clerk.staff;
    let drawn = ask!(console, staff, area, DocumentsServiceClient, draw_paper, message)?;
    Ok((Asked { area, draft }, drawn))
}

fn no_paper() -> Told {
    let text = "没有这份文书 (there is no such paper)";
    Told::own(StatusCode::NOT_FOUND, "NO_PAPER", text)
}

/// What this node calls its staff and itself: a paper bears names, not ids.
fn names(console: &Console) -> Vec<pb::Called> {
    let own = pb::Called { code: console.agency.to_string(), name: console.name.clone() };
    // without the accounts somebody is asked for a name once more, and nothing else is lost
    let people = Names::of(&console.accounts).all();
    let people = people.map(|(code, name)| pb::Called { code, name });
    std::iter::once(own).chain(people).collect()
}

async fn issue(
    console: &Console,
    clerk: &Clerk,
    area: Area,
    draft: pb::Draft,
) -> Result<String, Told> {
    let (form, staff) = (clerk.visit.form(), &clerk.staff);
    let request_id = form.get("request_id").to_owned();
    let (draft, role) = (Some(draft), String::new());
    let paper = match draft.as_ref() {
        Some(cover) if cover.family == DOSSIER => {
            let message = pb::BindDossierRequest {
                dispute: cover.dispute.clone(),
                case: cover.case.clone(),
                typed: cover.typed.clone(),
                names: cover.names.clone(),
                request_id,
                role,
            };
            ask!(console, staff, area, DocumentsServiceClient, bind_dossier, message)?.paper
        }
        Some(wrong) if !wrong.corrects.is_empty() => {
            let reason = form.get("reason").to_owned();
            let message = pb::CorrectPaperRequest { draft, reason, request_id, role };
            ask!(console, staff, area, DocumentsServiceClient, correct_paper, message)?.paper
        }
        Some(_) | None => {
            let message = pb::IssuePaperRequest { draft, request_id, role };
            ask!(console, staff, area, DocumentsServiceClient, issue_paper, message)?.paper
        }
    };
    Ok(paper.unwrap_or_default().check)
}

/// The page of a paper, with what was sent, or with what is known.
async fn made(
    console: &Console,
    clerk: &Clerk,
    place: &Place,
    asked: &Asked,
    drawn: pb::DrawPaperResponse,
    errors: Errors,
) -> Result<Page, Told> {
    let dispute = &asked.draft.dispute;
    let about = match place.of {
        Of::Letter | Of::Sheet => String::new(),
        Of::Dispute => known(console, &clerk.staff, dispute).await?.title(),
    };
    let today = console.today(&clerk.staff, asked.area).await?;
    let form = clerk.visit.form();
    let offer = drawn.offer.unwrap_or_default();
    let is_dossier = offer.family == DOSSIER;
    let title = (offer.zh.as_str(), offer.en.as_str());
    let shell = Shell::new(console, &clerk.visit, "", title);
    let shown: Vec<Shown> =
        drawn.fields.iter().map(|field| form::shown(field, form, today, &errors)).collect();
    let (fields, fixed) = shown.into_iter().partition(|field: &Shown| field.open);
    let missing = match is_dossier {
        true => block(console, clerk, dispute).await?.missing,
        false => Vec::new(),
    };
    Ok(Page {
        address: place.address.clone(),
        back: place.back.clone(),
        back_name: shell.t(place.of.back().0, place.of.back().1).to_owned(),
        about,
        basis: offer.basis,
        request_id: request_id(form, &shell),
        corrects: asked.draft.corrects.clone(),
        reason: form.get("reason").to_owned(),
        may: offer.may,
        errors,
        fields,
        fixed,
        is_dossier,
        missing,
        shell,
    })
}

fn request_id(form: &Form, shell: &Shell) -> String {
    match form.get("request_id") {
        "" => shell.request_id(),
        given => given.to_owned(),
    }
}

/// The field of the page that a field of the service is: `lines[2].words` is in `lines`.
fn place_of(field: &str, fields: &[pb::Field]) -> String {
    let first = field.split(['[', '.']).next().unwrap_or_default();
    if first == "reason" || fields.iter().any(|field| field.name == first && field.open) {
        first.to_owned()
    } else {
        String::new()
    }
}
