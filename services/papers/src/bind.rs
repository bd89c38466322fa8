//! The dossier of a case: cover, table of contents, every issued paper, and the report of what is missing.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiefen_documents::{Edition, Entry, Family, Fields, Issued, family};
use jiefen_ledger::serve::{App, case_named, dispute_named};
use jiefen_ledger::shelf::IssuedRow;
use jiefen_ledger::{Area, Error};
use jiefen_proto::jiefen::documents::v1 as pb;
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::draw::{self, Asked};
use crate::fill::{Drawn, Material, fill};
use crate::issue::{self, By};
use crate::offers::{DOSSIER, DOSSIER_OF};
use crate::printer::Printer;
use crate::{refused, talk, typed};

/// What is filled later: by the binding itself.
const CONTENTS: &str = "contents";

/// Reads the request.
///
/// # Errors
/// A name is none, or what was typed is no JSON object.
pub(crate) fn asked(request: &pb::BindDossierRequest) -> Result<Asked, Error> {
    Ok(Asked {
        dispute: dispute_named("dispute", &request.dispute)?,
        case: case_named("case", &request.case)?,
        family: DOSSIER.to_owned(),
        typed: typed::read(&request.typed)?,
        names: draw::names(&request.names),
        corrects: None,
    })
}

/// The cover of a case's dossier, drawn.
///
/// # Errors
/// The case has no dossier, what was typed has no place in the cover, or the database cannot be read.
pub(crate) async fn cover<A: Area>(app: &App<A>, asked: &Asked) -> Result<Vec<Drawn>, Error> {
    let family = family(DOSSIER).map_err(refused::fault)?;
    let cases = draw::cases(app, asked.dispute).await?;
    let id = asked.case.to_string();
    let case = cases.iter().find(|case| case.row.id == id && case.row.procedure == DOSSIER_OF);
    let case = case.ok_or_else(|| refused::not_now(&family.zh))?;
    let issued = app.ledger.store().issued_of(asked.dispute).await?;
    let earlier = draw::earlier(&issued);
    let today = app.ledger.identity().clock.now().day();
    let names = draw::all_names(app, &asked.names, today);
    let view = A::shown(case);
    let mut drawn = filled(app, family, &view, &names, &earlier, today);
    drawn.retain(|drawn| drawn.field.name != CONTENTS);
    typed::lay(&mut drawn, &asked.typed)?;
    Ok(drawn)
}

fn filled<A: Area>(
    app: &App<A>,
    family: &'static Family,
    view: &Value,
    names: &BTreeMap<String, String>,
    earlier: &draw::Earlier,
    today: Date,
) -> Vec<Drawn> {
    let unit = draw::unit(app, names, today);
    let material = Material { view, unit, names, today, earlier, corrects: None };
    fill(family, &material)
}

/// Binds and keeps it.
///
/// # Errors
/// The cover lacks something, or the press or the database did not do its part.
pub(crate) async fn bind<A: Area>(
    app: &App<A>,
    printer: &Arc<Printer>,
    asked: &Asked,
    by: &By,
) -> Result<IssuedRow, Error> {
    let mut given = typed::given(&cover(app, asked).await?);
    let today = app.ledger.identity().clock.now().day();
    // what is wrong with the cover is told before the file has its number
    let mut look = given.clone();
    look.insert("file".to_owned(), json!("〔编号〕"));
    look.insert(CONTENTS.to_owned(), json!([{ "title": "—", "pages": "1" }]));
    printer.run(move |press| press.check(DOSSIER, &Fields::new(look))).await?;
    given.insert("file".to_owned(), json!(issue::file(app, asked, today.year()).await?));
    let issued = app.ledger.store().issued_of(asked.dispute).await?;
    let entries = entries(&issued, asked);
    let parts = talk::parts(app, asked, &given).await?;
    let edition = Edition::Issued(Issued {
        on: today,
        verify: printer.verify.clone(),
        version: 1,
        corrects: None,
    });
    let head = Fields::new(given.clone());
    let bound = printer
        .run(move |press| {
            let talk = parts.into_iter().map(|part| part.entry(press));
            let all: Vec<Entry> = entries.into_iter().chain(talk).collect();
            press.bind(&head, &all, &edition)
        })
        .await?;
    let row = IssuedRow {
        dispute: asked.dispute.to_string(),
        check_code: bound.paper.check.map(|check| check.to_string()).unwrap_or_default(),
        case_id: asked.case.to_string(),
        family: DOSSIER.to_owned(),
        number: given.get("file").and_then(Value::as_str).unwrap_or_default().to_owned(),
        issued_on: today.to_string(),
        fields: serde_json::to_vec(&Value::Object(given)).unwrap_or_default(),
        ..issue::row(app, printer, by, &bound.paper)
    };
    issue::keep(app, row, &bound.paper.bytes, by).await
}

/// What the dossier of a case lacks.
pub(crate) fn missing(issued: &[IssuedRow], case: &str) -> Vec<String> {
    let of_case = issued.iter().filter(|row| row.case_id == case);
    let families: Vec<&str> = of_case.map(|row| row.family.as_str()).collect();
    jiefen_documents::missing(&families).into_iter().map(str::to_owned).collect()
}

/// The papers of the case as they were issued, the oldest first; no dossier lies in another.
fn entries(issued: &[IssuedRow], asked: &Asked) -> Vec<Entry> {
    let case = asked.case.to_string();
    let of_case = issued.iter().rev().filter(|row| row.case_id == case && row.family != DOSSIER);
    let one = |row: &IssuedRow| {
        let fields: Map<String, Value> = draw::fields(row);
        Some(Entry {
            family: row.family.clone(),
            fields: Fields::new(fields),
            edition: Edition::Issued(Issued {
                on: row.issued_on.parse().ok()?,
                verify: row.verify.clone(),
                version: u32::try_from(row.version).unwrap_or(1),
                corrects: row.corrects.clone(),
            }),
        })
    };
    of_case.filter_map(one).collect()
}
