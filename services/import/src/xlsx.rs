//! A sheet of an Excel workbook: values as shown, of formulas their last value.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader as _, Xlsx, XlsxError};
use jiff::civil::Date;

use crate::sheet::{CELLS_MAX, COLUMNS_MAX, Cell, Line, Sheet, Unreadable};

/// Reads a sheet cell by cell: a lonely cell far away costs nothing.
///
/// # Errors
/// The workbook is damaged, has no such sheet, or too many cells.
pub(crate) fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, Unreadable> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let names = book.sheet_names();
    let name = match wanted {
        Some(wanted) => names.iter().find(|name| *name == wanted).cloned().ok_or_else(|| {
            Unreadable::NoSheet { wanted: wanted.to_owned(), there: names.join("、") }
        })?,
        None => names.first().cloned().ok_or(Unreadable::Empty)?,
    };
    let merged = book.merge_cells_by_sheet_name(&name).map_err(damaged)?;
    let from_1904 = book.has_1904_epoch();
    let mut rows: BTreeMap<u32, BTreeMap<usize, Cell>> = BTreeMap::new();
    let mut cells = book.worksheet_cells_reader(&name).map_err(damaged)?;
    let mut count = 0;
    while let Some(found) = cells.next_cell().map_err(damaged)? {
        let cell = cell(found.get_value());
        if cell.is_empty() {
            continue;
        }
        let (row, column) = found.get_position();
        let column = usize::try_from(column).map_err(|_| Unreadable::TooWide)?;
        count += 1;
        if count > CELLS_MAX || column >= COLUMNS_MAX {
            return Err(Unreadable::TooWide);
        }
        rows.entry(row).or_default().insert(column, cell);
    }
    merged.iter().for_each(|region| fill_down(&mut rows, region));
    let lines = rows.into_iter().map(|(row, cells)| line(row, cells)).collect();
    Ok(Sheet { name, lines, from_1904, digest: String::new() })
}

fn damaged(error: XlsxError) -> Unreadable {
    Unreadable::Damaged(error.to_string())
}

/// What a merged cell shows it shows for each of its rows.
fn fill_down(rows: &mut BTreeMap<u32, BTreeMap<usize, Cell>>, region: &Dimensions) {
    let ((top, left), (bottom, _)) = (region.start, region.end);
    let Ok(column) = usize::try_from(left) else { return };
    let Some(shown) = rows.get(&top).and_then(|cells| cells.get(&column)).cloned() else { return };
    for (_, cells) in rows.range_mut(top..=bottom) {
        cells.entry(column).or_insert_with(|| shown.clone());
    }
}

fn line(row: u32, cells: BTreeMap<usize, Cell>) -> Line {
    let width = cells.keys().last().map_or(0, |last| last + 1);
    let mut all = vec![Cell::Empty; width];
    for (column, cell) in cells {
        if let Some(place) = all.get_mut(column) {
            *place = cell;
        }
    }
    Line { no: row.saturating_add(1), cells: all }
}

fn cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Cell::Text(text.clone())
        }
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::Bool(yes) => Cell::Text(if *yes { "是" } else { "否" }.to_owned()),
        DataRef::DateTime(moment) => day(moment).map_or(Cell::Number(moment.as_f64()), Cell::Day),
        DataRef::Error(error) => Cell::Error(error.to_string()),
        DataRef::Empty => Cell::Empty,
    }
}

fn day(moment: &ExcelDateTime) -> Option<Date> {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let year = i16::try_from(year).ok().filter(|year| *year > 1900)?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
