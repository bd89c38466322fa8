//! A list as a workbook: frozen head, real dates, set up to print. Any page with a list makes one with [`Sheet`].
//!
//! Every cell that somebody else has typed is text and marked as text (`quotePrefix`): what begins with `=`, `+`, `-` or `@`
//! is never reckoned, neither when the file is opened nor when the cell is edited.

use axum::response::Response;
use http::StatusCode;
use jiff::civil::Date;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

use crate::pages::papers::{Way, file};
use crate::told::Told;

/// The most rows of one workbook: more is no list for people.
pub(crate) const ROWS_MAX: usize = 50_000;
/// The longest text of a cell; Excel takes no longer one.
const CELL_MAX: usize = 32_000;
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// Text as it is.
    Text(String),
    /// A day.
    Day(Date),
    /// A number.
    Number(i64),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Cell {
        Cell::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Cell {
        Cell::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Cell {
        Cell::Number(number.into())
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Cell {
        Cell::Number(number)
    }
}

/// A day or the local time of an hour limit as the services write it; text when it is neither.
pub(crate) fn day(text: &str) -> Cell {
    let date = text.get(..10).filter(|_| text.len() == 10).and_then(|text| text.parse().ok());
    date.map_or_else(|| Cell::Text(text.to_owned()), Cell::Day)
}

/// One list.
pub(crate) struct Sheet {
    title: String,
    /// The columns: what they are called, and how wide they are in characters.
    columns: Vec<(String, u16)>,
    rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// An empty list.
    pub(crate) fn new(title: &str, columns: &[(&'static str, u16)]) -> Sheet {
        Sheet::of(title, columns.iter().map(|(name, wide)| ((*name).to_owned(), *wide)).collect())
    }

    /// The same with columns that are named after what is shown.
    pub(crate) fn of(title: &str, columns: Vec<(String, u16)>) -> Sheet {
        Sheet { title: title.to_owned(), columns, rows: Vec::new() }
    }

    /// One more row; false when there is no room for more.
    pub(crate) fn add(&mut self, row: Vec<Cell>) -> bool {
        let is_room = self.rows.len() < ROWS_MAX;
        if is_room {
            self.rows.push(row);
        }
        is_room
    }

    /// The file, to keep.
    ///
    /// # Errors
    /// The workbook cannot be made.
    pub(crate) fn answer(&self) -> Result<Response, Told> {
        let bytes = self.bytes().map_err(|error| {
            tracing::error!(%error, "a workbook could not be made");
            let text = "表格暂时导不出来，请稍后再试 (the workbook cannot be made now)";
            Told::own(StatusCode::SERVICE_UNAVAILABLE, "NO_WORKBOOK", text)
        })?;
        Ok(file(&Way::Kept, &format!("{}.xlsx", self.title), XLSX, bytes))
    }

    /// The bytes of the workbook.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, XlsxError> {
        let song = || Format::new().set_font_name("宋体").set_font_size(11).set_text_wrap();
        let cell = || song().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        let head = cell().set_bold().set_align(FormatAlign::Center);
        let (text, number) = (cell().set_num_format("@").set_quote_prefix(), cell());
        let date = cell().set_num_format("yyyy-mm-dd");
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.set_name(self.name())?.set_landscape().set_paper_size(9).set_freeze_panes(1, 0)?;
        sheet.set_repeat_rows(0, 0)?.set_print_fit_to_pages(1, 0);
        for (at, (name, wide)) in (0..).zip(&self.columns) {
            sheet.set_column_width(at, f64::from(*wide))?;
            sheet.write_string_with_format(0, at, name, &head)?;
        }
        for (no, row) in (1..).zip(&self.rows) {
            for (at, value) in (0..).zip(row) {
                match value {
                    Cell::Text(value) => {
                        let cut: String = value.chars().take(CELL_MAX).collect();
                        sheet.write_string_with_format(no, at, cut, &text)?;
                    }
                    Cell::Number(value) => {
                        let value = *value as f64;
                        sheet.write_number_with_format(no, at, value, &number)?;
                    }
                    Cell::Day(day) => {
                        let (year, month, of_month) =
                            (day.year().unsigned_abs(), day.month(), day.day());
                        let value = ExcelDateTime::from_ymd(
                            year,
                            month.unsigned_abs(),
                            of_month.unsigned_abs(),
                        )?;
                        sheet.write_datetime_with_format(no, at, value, &date)?;
                    }
                }
            }
        }
        book.save_to_buffer()
    }

    /// The name of the sheet: Excel takes thirty characters, and not all of them.
    fn name(&self) -> String {
        let fit = self.title.chars().filter(|c| !r"[]:*?/\'".contains(*c));
        fit.take(30).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx};

    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_text_and_stays_it() {
        let mut sheet = Sheet::new("我的工作", &[("要做的事", 30), ("期限", 12), ("件数", 8)]);
        let evil = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "\t=1", "正常"];
        for text in evil {
            let day = "2026-03-11".parse().unwrap();
            assert!(sheet.add(vec![text.into(), Cell::Day(day), Cell::Number(7)]));
        }
        let bytes = sheet.bytes().unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
        assert!(book.worksheet_formula("我的工作").unwrap().is_empty());
        let range = book.worksheet_range("我的工作").unwrap();
        for (row, text) in range.rows().skip(1).zip(evil) {
            assert_eq!(row[0], Data::String(text.to_owned()));
            assert!(matches!(row[1], Data::DateTime(_)) && row[2] == Data::Float(7.0), "{row:?}");
        }
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut styles = String::new();
        std::io::Read::read_to_string(&mut zip.by_name("xl/styles.xml").unwrap(), &mut styles)
            .unwrap();
        assert!(styles.contains("quotePrefix=\"1\""), "{styles}");
    }

    #[test]
    fn a_day_is_a_date_and_what_is_no_day_is_text() {
        assert_eq!(day("2026-03-11"), Cell::Day("2026-03-11".parse().unwrap()));
        for other in ["", "2026-03-11T17:30:00", "soon", "2026-13-01"] {
            assert_eq!(day(other), Cell::Text(other.to_owned()));
        }
    }
}
