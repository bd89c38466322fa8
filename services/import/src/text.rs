//! CSV in UTF-8, with or without a mark, or in GB18030.

use std::borrow::Cow;

use encoding_rs::GB18030;

use crate::sheet::{CELLS_MAX, COLUMNS_MAX, Cell, Line, Sheet, Unreadable};

const BOM: &[u8] = &[0xEF, 0xBB, 0xBF];
const SEPARATORS: [u8; 3] = *b",\t;";

/// Reads the lines of a text file.
///
/// # Errors
/// Another encoding, or too many cells.
pub(crate) fn read(bytes: &[u8]) -> Result<Sheet, Unreadable> {
    let (text, encoding) = decode(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    // The reader passes over blank lines; those before the headings count as rows of the sheet.
    let blank = text.lines().take_while(|line| line.trim().is_empty()).count();
    let mut lines = Vec::new();
    let mut count = 0;
    for (at, record) in reader.records().enumerate() {
        let record = record.map_err(|error| Unreadable::Damaged(error.to_string()))?;
        let cells: Vec<Cell> = record.iter().take(COLUMNS_MAX).map(cell).collect();
        count += cells.len();
        if count > CELLS_MAX || record.iter().skip(COLUMNS_MAX).any(|text| !text.trim().is_empty())
        {
            return Err(Unreadable::TooWide);
        }
        let no = u32::try_from(at + blank + 1).map_err(|_| Unreadable::TooWide)?;
        lines.push(Line { no, cells });
    }
    Ok(Sheet { name: encoding.to_owned(), lines, from_1904: false, digest: String::new() })
}

/// The mark before a text that Excel would calculate with, or of digits that are to stay text, is no part of it.
fn cell(text: &str) -> Cell {
    let marked = text.strip_prefix('\'').filter(|rest| {
        rest.starts_with(|first: char| "=+-@\t\r".contains(first) || first.is_ascii_digit())
    });
    let text = marked.unwrap_or(text);
    if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, &'static str), Unreadable> {
    let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    if utf16 || bytes.contains(&0) {
        return Err(Unreadable::Utf16);
    }
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let Err(fault) = std::str::from_utf8(bytes) else {
        return Ok((String::from_utf8_lossy(bytes), "UTF-8"));
    };
    if let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok((text, "GB18030"));
    }
    let before = bytes.get(..fault.valid_up_to()).unwrap_or_default();
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    Err(Unreadable::Encoding { line })
}

/// What separates the cells: what stands most often in the first lines.
fn separator(text: &str) -> u8 {
    let head: Vec<&str> = text.lines().take(10).collect();
    let count = |byte: u8| head.iter().flat_map(|line| line.bytes()).filter(|b| *b == byte).count();
    SEPARATORS.into_iter().rev().max_by_key(|byte| count(*byte)).unwrap_or(b',')
}
