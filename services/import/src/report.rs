//! The ledger given back with a column of remarks beside its rows, so that the clerk corrects it in place and
//! imports the same file again. What begins like a formula never becomes one.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::columns::Field;
use crate::ledger::Ledger;
use crate::sheet::{Cell, Line};

/// The heading of the remarks; an import reads over it.
const HEADING: &str = "导入提示";
/// The longest text of a cell of Excel, in UTF-16 units.
const CELL_MAX: usize = 32_767;

/// The lines of the report: the sheet from its first line, remarks in the last column, an earlier report's
/// remarks left out.
fn lines<'a>(
    ledger: &'a Ledger,
    remarks: &'a BTreeMap<u32, String>,
) -> impl Iterator<Item = (&'a Line, Vec<&'a Cell>, &'a str)> {
    let old = ledger.columns.of(Field::Report);
    let width = ledger.sheet.lines.iter().map(|line| line.cells.len()).max().unwrap_or(0);
    ledger.sheet.lines.iter().enumerate().map(move |(at, line)| {
        let columns = (0..width).filter(move |column| Some(*column) != old);
        let cells = columns.map(|column| line.cell(column)).collect();
        let remark = match remarks.get(&line.no) {
            _ if at == ledger.columns.line => HEADING,
            Some(remark) if at > ledger.columns.line => remark,
            Some(_) | None => "",
        };
        (line, cells, remark)
    })
}

/// The report as CSV in UTF-8 with the mark by which Excel knows it.
///
/// # Errors
/// None in memory; the writer's own.
pub fn as_csv(ledger: &Ledger, remarks: &BTreeMap<u32, String>) -> Result<Vec<u8>, std::io::Error> {
    let mut writer =
        csv::WriterBuilder::new().flexible(true).from_writer("\u{feff}".as_bytes().to_vec());
    let mut next = 1;
    for (line, cells, remark) in lines(ledger, remarks) {
        // Rows keep their numbers.
        while next < line.no {
            writer.write_record(vec![""; cells.len() + 1])?;
            next += 1;
        }
        next = line.no.saturating_add(1);
        let mut record: Vec<String> = cells.into_iter().map(|cell| safe(&cell.shown())).collect();
        record.push(remark.to_owned());
        writer.write_record(record)?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// A text that Excel would calculate with gets a mark before it; digits that it would spoil as well.
fn safe(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let long = text.len() > 11 && text.bytes().all(|byte| byte.is_ascii_digit());
    if formula || long { format!("'{text}") } else { text.to_owned() }
}

/// The report as a workbook: texts are texts, days are days.
///
/// # Errors
/// The workbook cannot be made.
pub fn as_xlsx(ledger: &Ledger, remarks: &BTreeMap<u32, String>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory();
    sheet.set_name("导入")?;
    let text = Format::new().set_num_format("@").set_quote_prefix();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let red = Format::new().set_font_color("C00000").set_text_wrap();
    for (line, cells, remark) in lines(ledger, remarks) {
        let row = line.no.saturating_sub(1);
        let remarks_at = u16::try_from(cells.len()).unwrap_or(u16::MAX);
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Number(number) => {
                    sheet.write_number(row, column, *number)?;
                }
                Cell::Day(value) => {
                    let shown = rust_xlsxwriter::ExcelDateTime::parse_from_str(&value.to_string())?;
                    sheet.write_datetime_with_format(row, column, shown, &day)?;
                }
                Cell::Text(value) | Cell::Error(value) => {
                    sheet.write_string_with_format(row, column, cut(value), &text)?;
                }
            }
        }
        if !remark.is_empty() {
            sheet.write_string_with_format(row, remarks_at, cut(remark), &red)?;
        }
    }
    book.save_to_buffer()
}

fn cut(text: &str) -> String {
    let mut left = CELL_MAX;
    let fits = |letter: &char| {
        left = left.saturating_sub(letter.len_utf16());
        left > 0
    };
    text.chars().take_while(fits).collect()
}
