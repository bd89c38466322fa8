//! The editable copy of a paper 副本: the same words in a plain layout, as a word processor opens it. It is no original: it
//! says of which paper it is a copy, and nothing of it is kept.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, Paragraph, Run, RunFonts, Table, TableCell, TableRow, WidthType,
};
use jiefen_documents::{Family, Field, Kind, capitals, family, figures};
use jiefen_ledger::Error;
use jiefen_ledger::shelf::IssuedRow;
use serde_json::{Map, Value};

use crate::fill::convert::{chinese, date};
use crate::{draw, refused};

/// Half points: 三号 and 二号.
const BODY: usize = 32;
const TITLE: usize = 44;
/// The width of a table of an A4 page, twentieths of a point.
const WIDE: usize = 8800;

/// What of a party stands on a copy, in its order.
const PARTY: &[(&str, &str)] = &[
    ("born_on", "出生日期"),
    ("document", "证件号码"),
    ("address", "住址或者住所地"),
    ("phone", "联系电话"),
    ("head", "法定代表人或者负责人"),
    ("guardian", "法定代理人"),
    ("agent", "委托代理人"),
];

/// The copy of a paper as issued.
///
/// # Errors
/// The family has none, or the copy cannot be made.
pub(crate) async fn made(row: &IssuedRow) -> Result<Vec<u8>, Error> {
    let family = family(&row.family).map_err(refused::fault)?;
    if !family.editable {
        return Err(refused::not_editable());
    }
    let (fields, check) = (draw::fields(row), row.check_code.clone());
    let made = tokio::task::spawn_blocking(move || written(family, &fields, &check)).await;
    made.map_err(|_| Error::Crashed)?
}

fn written(family: &Family, fields: &Map<String, Value>, check: &str) -> Result<Vec<u8>, Error> {
    let mut docx = Docx::new();
    for name in ["issuer", "committee", "body"] {
        if let Some(over) = fields.get(name).and_then(Value::as_str) {
            docx = docx.add_paragraph(line(over, BODY, true).align(AlignmentType::Center));
        }
    }
    docx = docx.add_paragraph(line(&family.zh, TITLE, true).align(AlignmentType::Center));
    if let Some(number) = fields.get("number").and_then(Value::as_str) {
        docx = docx.add_paragraph(line(number, BODY, false).align(AlignmentType::Right));
    }
    let over = ["issuer", "committee", "body", "number"];
    for field in family.fields.iter().filter(|field| !over.contains(&field.name.as_str())) {
        if let Some(value) = fields.get(&field.name) {
            docx = put(docx, field, value);
        }
    }
    let told = format!("本副本供修改使用，不是原件；原件的核验码：{check}。");
    docx = docx.add_paragraph(line(&told, BODY, false));
    let mut bytes = Cursor::new(Vec::new());
    docx.build()
        .pack(&mut bytes)
        .map_err(|why| Error::Corrupt { doing: "make an editable copy", why: why.to_string() })?;
    Ok(bytes.into_inner())
}

fn line(text: &str, size: usize, bold: bool) -> Paragraph {
    let fonts = RunFonts::new().east_asia("仿宋").ascii("Times New Roman");
    let run = Run::new().add_text(text).size(size).fonts(fonts);
    Paragraph::new().add_run(if bold { run.bold() } else { run })
}

/// A field: short ones on a line with what they are called, long ones below it.
fn put(docx: Docx, field: &Field, value: &Value) -> Docx {
    let called = |text: &str| line(&format!("{}：{text}", field.zh), BODY, false);
    let below = |docx: Docx, lines: Vec<String>| {
        let head = docx.add_paragraph(line(&field.zh, BODY, true));
        lines.iter().fold(head, |docx, text| docx.add_paragraph(line(text, BODY, false)))
    };
    let items = || value.as_array().cloned().unwrap_or_default();
    match field.kind {
        Kind::Text | Kind::Choice | Kind::Date | Kind::Money | Kind::Count => {
            docx.add_paragraph(called(&short(field.kind, value)))
        }
        Kind::Party => docx.add_paragraph(called(&person(value))),
        Kind::Parties => {
            let each = items();
            each.iter().fold(docx, |docx, one| docx.add_paragraph(called(&person(one))))
        }
        Kind::Long => {
            let text = value.as_str().unwrap_or_default();
            below(docx, text.lines().map(str::to_owned).collect())
        }
        Kind::Texts => {
            let each = items();
            let numbered = (1..).zip(&each);
            let text =
                |(no, one): (usize, &Value)| format!("{no}. {}", one.as_str().unwrap_or_default());
            below(docx, numbered.map(text).collect())
        }
        Kind::Rows => {
            let head = docx.add_paragraph(line(&field.zh, BODY, true));
            head.add_table(table(field, &items()))
        }
    }
}

fn short(kind: Kind, value: &Value) -> String {
    match (kind, value) {
        (Kind::Date, value) => date(value).map(chinese).unwrap_or_default(),
        (Kind::Money, value) => {
            let fen = value.as_i64().unwrap_or_default();
            let both = capitals(fen).zip(figures(fen));
            both.map(|(words, sum)| format!("人民币{words}（{sum}）")).unwrap_or_default()
        }
        (_, Value::String(text)) => text.clone(),
        (_, Value::Number(number)) => number.to_string(),
        (_, Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_)) => String::new(),
    }
}

fn person(one: &Value) -> String {
    let text = |name: &str| one.get(name).and_then(Value::as_str).map(str::to_owned);
    let more = PARTY.iter().filter_map(|(name, zh)| Some(format!("{zh}：{}", text(name)?)));
    let parts: Vec<String> = text("name").into_iter().chain(more).collect();
    parts.join("，")
}

fn table(field: &Field, rows: &[Value]) -> Table {
    let cell = |text: &str, bold| TableCell::new().add_paragraph(line(text, BODY, bold));
    let head = field.columns.iter().map(|column| cell(&column.zh, true)).collect();
    let row = |row: &Value| {
        let cells = field.columns.iter().map(|column| {
            let value = row.get(&column.name).unwrap_or(&Value::Null);
            cell(&short(column.kind, value), false)
        });
        TableRow::new(cells.collect())
    };
    let rows = std::iter::once(TableRow::new(head)).chain(rows.iter().map(row));
    Table::new(rows.collect()).width(WIDE, WidthType::Dxa)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use jiefen_documents::families;

    use super::*;

    #[test]
    fn every_editable_family_has_a_copy_with_the_words_of_its_paper() {
        let mut editable = 0;
        for family in families().iter().filter(|family| family.editable) {
            editable += 1;
            let bytes = written(family, &family.sample, "7K3M-0Q8T-1ACD-EF23").expect("a copy");
            let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
            let mut text = String::new();
            let mut part = zip.by_name("word/document.xml").expect("the document");
            part.read_to_string(&mut text).expect("text");
            assert!(text.contains(&family.zh) && text.contains("7K3M-0Q8T-1ACD-EF23"));
            for (name, value) in &family.sample {
                let Some(value) = value.as_str() else { continue };
                let is_day = value.len() == 10 && value.as_bytes()[4] == b'-';
                assert!(is_day || text.contains(value), "{}.{name}", family.id);
            }
        }
        assert!(editable >= 8, "{editable} editable families");
    }

    #[test]
    fn what_somebody_typed_is_text_and_never_markup() {
        let family = family("mediation_agreement").expect("a family");
        let mut fields = family.sample.clone();
        fields.insert("manner".to_owned(), Value::from("</w:t><w:br/>\"&<b>"));
        let bytes = written(family, &fields, "7K3M").expect("a copy");
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let mut text = String::new();
        let mut part = zip.by_name("word/document.xml").expect("the document");
        part.read_to_string(&mut text).expect("text");
        assert!(text.contains("&lt;/w:t&gt;&lt;w:br/&gt;") && !text.contains("<b>"), "{text}");
    }
}
