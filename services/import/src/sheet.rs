//! A sheet as it was read: lines of cells, whatever the file was.

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use crate::{text, xlsx};

/// The largest file, in bytes: half a million rows of a ledger.
const FILE_MAX: usize = 128 << 20;
/// The most cells of a sheet.
pub(crate) const CELLS_MAX: usize = 10_000_000;
/// The most columns: further to the right stands nothing of a ledger.
pub(crate) const COLUMNS_MAX: usize = 300;

/// A cell as it is shown. It may be personal, so it has neither `Debug` nor `Display`.
#[derive(Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day, of a cell that Excel shows as one.
    Day(Date),
    /// A formula without a value: `#N/A`.
    Error(String),
}

impl Cell {
    /// What is shown.
    pub fn shown(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) | Cell::Error(text) => text.clone(),
            Cell::Number(number) => format!("{number}"),
            Cell::Day(day) => day.to_string(),
        }
    }

    /// True when nothing is shown.
    pub fn is_empty(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) => text.trim().is_empty(),
            Cell::Number(_) | Cell::Day(_) | Cell::Error(_) => false,
        }
    }
}

/// A line that is not empty.
#[derive(Clone)]
pub struct Line {
    /// Its number in the sheet, from 1.
    pub no: u32,
    /// Its cells from column A.
    pub cells: Vec<Cell>,
}

impl Line {
    /// The cell of a column; beyond the last there is nothing.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// True when no cell shows anything.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }
}

/// A sheet.
pub struct Sheet {
    /// Its name; of CSV the encoding.
    pub name: String,
    /// The lines that are not empty.
    pub lines: Vec<Line>,
    /// A number that is a day counts from 1904, as in workbooks of old Macintoshes.
    pub from_1904: bool,
    /// The SHA-256 of the file, in hexadecimal.
    pub digest: String,
}

/// Why a file cannot be read as a ledger.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// It is empty.
    #[error("文件中没有内容 (the file is empty)")]
    Empty,
    /// It is too large.
    #[error("文件过大；请分成几个文件导入，每个不超过128 MB (too large: split it, 128 MB each)")]
    TooLarge,
    /// It has too many cells or columns.
    #[error(
        "工作表超过一千万个单元格或者300列；请删去台账以外的内容，或者分成几个文件 (too many cells or columns)"
    )]
    TooWide,
    /// The format of Excel 97, or a workbook with a password.
    #[error(
        "这是旧版 Excel（.xls）文件或者加密的工作簿；请取消密码，另存为 .xlsx 再导入 (an .xls or encrypted workbook: save it as .xlsx without a password)"
    )]
    OldExcel,
    /// UTF-16.
    #[error(
        "文件为 UTF-16 编码（Excel 的“Unicode 文本”）；请另存为“CSV UTF-8（逗号分隔）”再导入 (UTF-16: save it as CSV UTF-8)"
    )]
    Utf16,
    /// Neither UTF-8 nor GB18030.
    #[error(
        "第{line}行既不是 UTF-8 也不是 GB18030 编码；请用 Excel 打开原表，另存为“CSV UTF-8（逗号分隔）”再导入 (line {line} is neither UTF-8 nor GB18030)"
    )]
    Encoding {
        /// The line, from 1.
        line: usize,
    },
    /// A workbook without this sheet.
    #[error("工作簿中没有工作表「{wanted}」；有：{there} (no such sheet)")]
    NoSheet {
        /// The one asked for.
        wanted: String,
        /// Those that are there.
        there: String,
    },
    /// A damaged workbook.
    #[error(
        "工作簿无法读取，可能已损坏；请用 Excel 打开后另存一次 (the workbook cannot be read: {0})"
    )]
    Damaged(String),
    /// No line looks like headings.
    #[error(
        "前30行中没有找到表头；表头应有登记日期、纠纷类型、申请人、简要情况等列名，或者用 --agency-columns 说明本单位的列名 (no heading row found)"
    )]
    NoHeader,
    /// Headings without which no dispute can be registered.
    #[error(
        "第{line}行的表头缺少列：{missing}；请补上，或者用 --agency-columns 说明对应的列名 (columns are missing)"
    )]
    Missing {
        /// The line of the headings.
        line: u32,
        /// What is missing.
        missing: String,
    },
    /// Two columns of one meaning.
    #[error(
        "{first}列和{second}列都是「{what}」；请保留一列，或者改名 (two columns mean the same)"
    )]
    Doubled {
        /// The first.
        first: String,
        /// The second.
        second: String,
        /// What both are.
        what: String,
    },
    /// Headings, and nothing below.
    #[error("表头以下没有数据 (no rows below the headings)")]
    NoRows,
}

impl Sheet {
    /// Reads a file: a workbook's first sheet or the named one, or CSV. What it is, its first bytes say.
    ///
    /// # Errors
    /// It is neither; the sentence says what to do.
    pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Sheet, Unreadable> {
        if bytes.len() > FILE_MAX {
            return Err(Unreadable::TooLarge);
        }
        let mut read = if bytes.starts_with(b"PK\x03\x04") {
            xlsx::read(bytes, sheet)?
        } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Err(Unreadable::OldExcel);
        } else {
            text::read(bytes)?
        };
        read.lines.retain(|line| !line.is_empty());
        if read.lines.is_empty() {
            return Err(Unreadable::Empty);
        }
        read.digest = hex(&Sha256::digest(bytes));
        Ok(read)
    }
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
