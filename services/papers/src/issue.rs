//! Issuing: number, print, keep. The number is taken before the press runs, so that no transaction waits for it; a request
//! that comes again gets the number that it had.

use std::sync::Arc;

use jiefen_documents::{Edition, Fields, Issued, Shape};
use jiefen_ledger::serve::App;
use jiefen_ledger::shelf::IssuedRow;
use jiefen_ledger::{Area, Error, digest};
use jiefen_vocab::Role;
use serde_json::{Map, Value, json};

use crate::draw::{self, Asked, Paper};
use crate::fill::From;
use crate::printer::Printer;
use crate::{refused, typed};

/// Who asks, and by which request.
pub(crate) struct By {
    pub(crate) person: String,
    pub(crate) role: Role,
    pub(crate) request: String,
    pub(crate) fingerprint: Vec<u8>,
    /// Why an earlier paper is corrected.
    pub(crate) reason: String,
}

impl By {
    /// The name of the request among those of everybody.
    fn key(&self) -> String {
        format!("{}/{}", self.person, self.request)
    }
}

/// What a request has made before.
///
/// # Errors
/// The same request id came with other content.
pub(crate) async fn made<A: Area>(app: &App<A>, by: &By) -> Result<Option<IssuedRow>, Error> {
    let found = app.ledger.store().issued_by(&by.key()).await?;
    match found {
        Some(row) if row.fingerprint != by.fingerprint => Err(Error::Reused),
        found => Ok(found),
    }
}

/// Issues a paper.
///
/// # Errors
/// A field is missing or wrong, or cannot be printed; another correction came first; the press or the database did not
/// do its part.
pub(crate) async fn issue<A: Area>(
    app: &App<A>,
    printer: &Arc<Printer>,
    asked: &Asked,
    paper: Paper,
    by: &By,
) -> Result<IssuedRow, Error> {
    let mut given = typed::given(&paper.fields);
    // everything that is wrong is told before a number is given away
    let (id, look) = (paper.family.id.clone(), stand_in(&paper, &given));
    printer.run(move |press| press.check(&id, &Fields::new(look))).await?;
    number(app, printer, asked, &paper, &mut given, by).await?;
    let (version, corrects) = match &paper.corrects {
        Some(row) => (row.version.saturating_add(1), Some(row.check_code.clone())),
        None => (1, None),
    };
    let edition = Edition::Issued(Issued {
        on: paper.today,
        verify: printer.verify.clone(),
        version: u32::try_from(version).unwrap_or(1),
        corrects: corrects.clone(),
    });
    let (id, fields) = (paper.family.id.clone(), Fields::new(given.clone()));
    let printed = printer.run(move |press| press.print(&id, &fields, &edition)).await?;
    let row = IssuedRow {
        dispute: asked.dispute.to_string(),
        check_code: printed.check.map(|check| check.to_string()).unwrap_or_default(),
        case_id: asked.case.to_string(),
        family: paper.family.id.clone(),
        number: number_of(&given),
        issued_on: paper.today.to_string(),
        version,
        corrects,
        fields: serde_json::to_vec(&Value::Object(given)).unwrap_or_default(),
        ..row(app, printer, by, &printed)
    };
    keep(app, row, &printed.bytes, by).await
}

/// A row of a printed paper, by whom and when.
pub(crate) fn row<A: Area>(
    app: &App<A>,
    printer: &Printer,
    by: &By,
    printed: &jiefen_documents::Paper,
) -> IssuedRow {
    IssuedRow {
        dispute: String::new(),
        check_code: String::new(),
        request: by.key(),
        fingerprint: by.fingerprint.clone(),
        case_id: String::new(),
        family: String::new(),
        template: i32::try_from(printed.template).unwrap_or(i32::MAX),
        number: String::new(),
        sha256: printed.sha256.clone(),
        size: i64::try_from(printed.bytes.len()).unwrap_or(i64::MAX),
        pages: i32::try_from(printed.pages).unwrap_or(i32::MAX),
        issued_on: String::new(),
        issued_at: app.ledger.identity().clock.now().0,
        person: by.person.clone(),
        role: by.role.code().to_owned(),
        version: 1,
        corrects: None,
        reason: by.reason.clone().into_bytes(),
        verify: printer.verify.clone(),
        fields: Vec::new(),
    }
}

/// Keeps it, and gives back what is kept: a paper without a number that was issued on the same day with the same words is
/// that paper.
pub(crate) async fn keep<A: Area>(
    app: &App<A>,
    row: IssuedRow,
    bytes: &[u8],
    by: &By,
) -> Result<IssuedRow, Error> {
    let store = app.ledger.store();
    let (dispute, check) = (row.dispute.clone(), row.check_code.clone());
    store.keep_issued(row, bytes).await?;
    if let Some(row) = made(app, by).await? {
        return Ok(row);
    }
    let same = store.issued_as(&check).await?.into_iter().find(|row| row.dispute == dispute);
    same.ok_or_else(refused::corrected)
}

fn number_of(given: &Map<String, Value>) -> String {
    let of = |name: &str| given.get(name).and_then(Value::as_str).map(str::to_owned);
    of("number").unwrap_or_default()
}

/// The fields with something in the place of the numbers that are given later.
fn stand_in(paper: &Paper, given: &Map<String, Value>) -> Map<String, Value> {
    let mut look = given.clone();
    let later = paper.fields.iter().filter(|drawn| drawn.from == From::Number);
    for drawn in later.filter(|drawn| drawn.value.is_none()) {
        look.insert(drawn.field.name.clone(), json!("〔编号〕"));
    }
    look
}

/// The fields of a preview.
pub(crate) fn previewed(paper: &Paper) -> Map<String, Value> {
    stand_in(paper, &typed::given(&paper.fields))
}

/// Gives the numbers that a paper has of its own.
async fn number<A: Area>(
    app: &App<A>,
    printer: &Printer,
    asked: &Asked,
    paper: &Paper,
    given: &mut Map<String, Value>,
    by: &By,
) -> Result<(), Error> {
    let later = paper.fields.iter().filter(|drawn| drawn.from == From::Number);
    for drawn in later.filter(|drawn| drawn.value.is_none()) {
        let number = match drawn.field.name.as_str() {
            "file" => file(app, asked, paper.today.year()).await?,
            _ => {
                let (word, year) = (paper.offer.word, paper.today.year());
                let no = app.ledger.store().paper_number(&by.key(), word, year).await?;
                let mark = draw::mark(printer.mark.as_deref(), app.ledger.agency());
                written(&mark, word, year, no, paper.family.shape)
            }
        };
        given.insert(drawn.field.name.clone(), json!(number));
    }
    Ok(())
}

/// The number of the dispute's file: the same for every paper that names it.
pub(crate) async fn file<A: Area>(app: &App<A>, asked: &Asked, year: i16) -> Result<String, Error> {
    let key = format!("file {}", asked.dispute);
    let no = app.ledger.store().paper_number(&key, "卷", year).await?;
    Ok(format!("{year}-{no:03}"))
}

/// GB/T 9704 writes 〔2026〕9号; other papers 〔2026〕第9号.
fn written(mark: &str, word: &str, year: i16, no: i64, shape: Shape) -> String {
    let ordinal = match shape {
        Shape::Official | Shape::Court => "",
        Shape::Plain | Shape::Form | Shape::Slip => "第",
    };
    format!("{mark}{word}〔{year}〕{ordinal}{no}号")
}

/// A digest of a request: the same id with other content is refused.
pub(crate) fn fingerprint<M: prost::Message>(message: &M) -> Vec<u8> {
    digest(&message.encode_to_vec()).to_vec()
}

#[cfg(test)]
mod tests {
    use jiefen_documents::Shape;

    use super::written;

    #[test]
    fn an_official_letter_is_numbered_as_gb_t_9704_says() {
        assert_eq!(written("习街", "综治结", 2026, 9, Shape::Official), "习街综治结〔2026〕9号");
        assert_eq!(written("习街", "人调字", 2026, 18, Shape::Plain), "习街人调字〔2026〕第18号");
    }
}
