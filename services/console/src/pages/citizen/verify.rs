//! 文书核验: whoever has a paper's code learns whether it is genuine; a party gets its bytes.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use jiefen_proto::jiefen::documents::v1 as pb;
use jiefen_proto::jiefen::documents::v1::documents_service_client::DocumentsServiceClient;
use jiefen_proto::jiefen::documents::v1::read_own_paper_response::Part;

use super::portal::portal;
use crate::Console;
use crate::errors::Errors;
use crate::guard::Visit;
use crate::layout::{Shell, agency_name, page};
use crate::lines::ask;
use crate::pages::papers::{Way, append, file};
use crate::told::Told;
use crate::words;

/// What the page shows of a paper.
struct Found {
    unit: String,
    title: String,
    number: String,
    on: String,
    sha256: String,
    version: u32,
    corrected: bool,
}

#[derive(Template)]
#[template(path = "citizen/verify.html")]
struct Page {
    shell: Shell,
    errors: Errors,
    code: String,
    asked: bool,
    found: Option<Found>,
    receipt: String,
    digits: String,
    /// Her dispute is open in this browser: its code and the number are not asked again.
    open: bool,
}

/// The page with the field for the code, or what is known of the code in its address.
pub(super) async fn show(State(console): State<Console>, visit: Visit) -> Response {
    let code = visit.query("code");
    answer(&console, &visit, code).await
}

/// The address in the square on a paper.
pub(super) async fn of_code(
    State(console): State<Console>,
    Path(code): Path<String>,
    visit: Visit,
) -> Response {
    answer(&console, &visit, code).await
}

async fn answer(console: &Console, visit: &Visit, code: String) -> Response {
    match made(console, visit, code).await {
        Ok(made) => page(StatusCode::OK, &made),
        Err(told) => super::refused(console, visit, &told),
    }
}

async fn made(console: &Console, visit: &Visit, code: String) -> Result<Page, Told> {
    let shell = Shell::new(console, visit, "", ("核验文书", "Verify a paper"));
    let found = match code.trim() {
        "" => None,
        code => verified(console, visit, code, shell.english).await?,
    };
    Ok(Page {
        errors: Errors::default(),
        asked: !code.trim().is_empty(),
        code,
        found,
        receipt: String::new(),
        digits: String::new(),
        open: super::own::opened(visit).is_some(),
        shell,
    })
}

/// What the services of this node know of a code; none: it is not one of theirs.
async fn verified(
    console: &Console,
    visit: &Visit,
    code: &str,
    english: bool,
) -> Result<Option<Found>, Told> {
    let staff = portal(console)?;
    for area in console.lines.areas() {
        let (check, client) = (code.to_owned(), visit.client().to_owned());
        let message = pb::VerifyPaperRequest { check, client };
        match ask!(console, &staff, area, DocumentsServiceClient, verify_paper, message) {
            Ok(known) if known.genuine => {
                return Ok(Some(Found {
                    unit: agency_name(&known.unit),
                    title: known.title,
                    number: known.number,
                    on: words::day(&known.issued_on, english),
                    sha256: known.sha256,
                    version: known.version,
                    corrected: known.corrected,
                }));
            }
            Ok(_) => {}
            Err(told) if told.is_unknown() => {}
            Err(told) => return Err(told),
        }
    }
    Ok(None)
}

/// Gives a party her paper.
pub(super) async fn own(State(console): State<Console>, visit: Visit) -> Response {
    let form = visit.form();
    // Whoever follows a dispute here already says nothing twice.
    let open = super::own::opened(&visit).filter(|_| !form.has("receipt"));
    let (receipt, digits) = match open {
        Some(own) => (own.receipt.as_str(), own.digits.as_str()),
        None => (form.get("receipt"), form.get("digits")),
    };
    let asked = (form.get("code"), receipt, digits);
    match read(&console, &visit, asked).await {
        Ok((name, bytes)) => as_file(&name, bytes),
        Err(told) => {
            let place = |field: &str| match field {
                "phone_digits" => "digits",
                "check" => "code",
                _ => "",
            };
            match made(&console, &visit, form.get("code").to_owned()).await {
                Ok(mut again) => {
                    again.errors = super::wrong(&again.shell, &told, place);
                    again.receipt = form.get("receipt").to_owned();
                    again.digits = form.get("digits").to_owned();
                    // What is open here may be another dispute than that of the paper.
                    again.open = false;
                    page(told.status, &again)
                }
                Err(told) => super::refused(&console, &visit, &told),
            }
        }
    }
}

/// A paper to keep.
pub(super) fn as_file(name: &str, bytes: Vec<u8>) -> Response {
    file(&Way::Kept, &format!("{name}.pdf"), "application/pdf", bytes)
}

/// A paper of this node, by its check code, the receipt's code and the end of the telephone number.
pub(super) async fn read(
    console: &Console,
    visit: &Visit,
    (check, receipt, digits): (&str, &str, &str),
) -> Result<(String, Vec<u8>), Told> {
    let staff = portal(console)?;
    let text = "没有这份文书 (there is no such paper)";
    let mut last = Told::own(StatusCode::NOT_FOUND, "NO_PAPER", text);
    for area in console.lines.areas() {
        let message = pb::ReadOwnPaperRequest {
            check: check.to_owned(),
            receipt: receipt.to_owned(),
            phone_digits: digits.to_owned(),
            client: visit.client().to_owned(),
        };
        let asked = ask!(console, &staff, area, DocumentsServiceClient, read_own_paper, message);
        let mut parts = match asked {
            Ok(parts) => parts,
            Err(told) if told.is_unknown() => continue,
            Err(told) => {
                last = told;
                continue;
            }
        };
        let (mut name, mut bytes) = (String::new(), Vec::new());
        while let Some(part) = parts.message().await? {
            match part.part {
                Some(Part::Name(called)) => name = called,
                Some(Part::Content(content)) => append(&mut bytes, &content)?,
                None => {}
            }
        }
        return Ok((name, bytes));
    }
    Err(last)
}
