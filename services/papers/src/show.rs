//! What callers see.

use jiefen_documents::{Family, Field, Kind, family};
use jiefen_ledger::shelf::IssuedRow;
use jiefen_proto::jiefen::documents::v1 as pb;
use serde_json::Value;

use crate::draw::Paper;
use crate::fill::Drawn;
use crate::offers::{DOSSIER, Offer};

/// What a kind is called on the wire.
const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Long => "long",
        Kind::Date => "date",
        Kind::Money => "money",
        Kind::Count => "count",
        Kind::Choice => "choice",
        Kind::Party => "party",
        Kind::Parties => "parties",
        Kind::Texts => "texts",
        Kind::Rows => "rows",
    }
}

/// An offer with what is still missing.
pub(crate) fn offer(
    offer: &Offer,
    family: &Family,
    case: &str,
    fields: &[Drawn],
    may: bool,
) -> pb::Offer {
    let missing = fields.iter().filter(|drawn| drawn.is_missing()).count();
    pb::Offer {
        family: family.id.clone(),
        zh: family.zh.clone(),
        en: family.en.clone(),
        basis: family.basis.clone(),
        case: format!("cases/{case}"),
        missing: u32::try_from(missing).unwrap_or(u32::MAX),
        may,
        for_parties: offer.for_parties,
    }
}

/// A drawn paper.
pub(crate) fn drawn(paper: &Paper, case: &str, may: bool) -> pb::DrawPaperResponse {
    pb::DrawPaperResponse {
        offer: Some(offer(paper.offer, paper.family, case, &paper.fields, may)),
        fields: fields(&paper.fields),
    }
}

/// The drawn cover of a dossier.
pub(crate) fn cover(drawn: &[Drawn], case: &str, may: bool) -> pb::DrawPaperResponse {
    let missing = drawn.iter().filter(|drawn| drawn.is_missing()).count();
    let family = family(DOSSIER).ok();
    let text = |of: fn(&Family) -> &String| family.map(of).cloned().unwrap_or_default();
    pb::DrawPaperResponse {
        offer: Some(pb::Offer {
            family: DOSSIER.to_owned(),
            zh: text(|family| &family.zh),
            en: text(|family| &family.en),
            basis: text(|family| &family.basis),
            case: format!("cases/{case}"),
            missing: u32::try_from(missing).unwrap_or(u32::MAX),
            may,
            for_parties: false,
        }),
        fields: fields(drawn),
    }
}

/// Drawn fields.
fn fields(fields: &[Drawn]) -> Vec<pb::Field> {
    fields.iter().map(one).collect()
}

fn one(drawn: &Drawn) -> pb::Field {
    let field = drawn.field;
    let named = |one: &Value| one.get("name").and_then(Value::as_str).map(str::to_owned);
    let options = match field.kind {
        Kind::Party | Kind::Text => drawn.candidates.iter().filter_map(named).collect(),
        Kind::Long
        | Kind::Date
        | Kind::Money
        | Kind::Count
        | Kind::Choice
        | Kind::Parties
        | Kind::Texts
        | Kind::Rows => field.options.clone(),
    };
    pb::Field {
        name: field.name.clone(),
        zh: field.zh.clone(),
        kind: kind(field.kind).to_owned(),
        required: field.required,
        from: drawn.from.code().to_owned(),
        value: drawn.value.as_ref().map(Value::to_string).unwrap_or_default(),
        open: drawn.is_open(),
        options,
        columns: field.columns.iter().map(column).collect(),
    }
}

fn column(column: &Field) -> pb::Column {
    pb::Column {
        name: column.name.clone(),
        zh: column.zh.clone(),
        kind: kind(column.kind).to_owned(),
        required: column.required,
    }
}

/// A paper as issued, among those of its dispute.
pub(crate) fn paper(row: &IssuedRow, all: &[IssuedRow]) -> pb::Paper {
    let family = family(&row.family).ok();
    let later = all.iter().find(|other| other.corrects.as_deref() == Some(row.check_code.as_str()));
    pb::Paper {
        check: row.check_code.clone(),
        dispute: row.dispute.clone(),
        case: format!("cases/{}", row.case_id),
        family: row.family.clone(),
        zh: family.map(|family| family.zh.clone()).unwrap_or_default(),
        en: family.map(|family| family.en.clone()).unwrap_or_default(),
        number: row.number.clone(),
        issued_on: row.issued_on.clone(),
        person: row.person.clone(),
        sha256: row.sha256.clone(),
        size: u64::try_from(row.size).unwrap_or_default(),
        pages: u32::try_from(row.pages).unwrap_or_default(),
        version: u32::try_from(row.version).unwrap_or_default(),
        corrects: row.corrects.clone().unwrap_or_default(),
        corrected_by: later.map(|later| later.check_code.clone()).unwrap_or_default(),
        editable: family.is_some_and(|family| family.editable),
        reason: String::from_utf8_lossy(&row.reason).into_owned(),
    }
}

/// A paper as its party sees it in a list.
pub(crate) fn own(row: &IssuedRow, all: &[IssuedRow]) -> pb::OwnPaper {
    let paper = paper(row, all);
    pb::OwnPaper {
        check: paper.check,
        zh: paper.zh,
        en: paper.en,
        number: paper.number,
        issued_on: paper.issued_on,
        pages: paper.pages,
        corrected: !paper.corrected_by.is_empty(),
    }
}
