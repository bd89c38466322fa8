//! A whole ledger: every row checked, rows that stand twice found.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use crate::columns::{Columns, Field};
use crate::names::{Names, plain};
use crate::problem::{Fault, Problem, letters};
use crate::row::{Entry, Reading};
use crate::sheet::{Line, Sheet, Unreadable, hex};

/// What became of a row.
#[derive(Debug)]
pub enum Verdict {
    /// An open dispute.
    Valid(Box<Entry>),
    /// What is wrong, cell by cell.
    Wrong(Vec<Fault>),
    /// A dispute that has ended: it is not imported.
    Ended,
}

/// A row with what became of it.
#[derive(Debug)]
pub struct Checked {
    /// Its number in the sheet, from 1.
    pub row: u32,
    /// What became of it.
    pub verdict: Verdict,
}

/// A ledger that was read.
pub struct Ledger {
    /// The sheet as it was read.
    pub sheet: Sheet,
    /// Its columns.
    pub columns: Columns,
    /// The rows below the headings, in order.
    pub rows: Vec<Checked>,
}

impl Ledger {
    /// Reads and checks a ledger as of a day.
    ///
    /// # Errors
    /// The file is no ledger. A wrong row is no error: it is among the rows.
    pub fn read(
        bytes: &[u8],
        sheet: Option<&str>,
        names: &Names,
        today: Date,
    ) -> Result<Ledger, Unreadable> {
        let sheet = Sheet::read(bytes, sheet)?;
        let columns = Columns::find(&sheet, names)?;
        let reading = Reading { sheet: &sheet, columns: &columns, names, today };
        let mut seen = Seen::default();
        let below = sheet.lines.iter().skip(columns.line + 1).filter(|line| says(line, &columns));
        let rows: Vec<Checked> = below
            .map(|line| Checked { row: line.no, verdict: judge(&reading, line, &mut seen) })
            .collect();
        if rows.is_empty() {
            return Err(Unreadable::NoRows);
        }
        Ok(Ledger { sheet, columns, rows })
    }

    /// The rows that can be imported.
    pub fn valid(&self) -> impl Iterator<Item = &Entry> {
        self.rows.iter().filter_map(|row| match &row.verdict {
            Verdict::Valid(entry) => Some(entry.as_ref()),
            Verdict::Wrong(_) | Verdict::Ended => None,
        })
    }

    /// How many rows are wrong.
    pub fn wrong(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row.verdict, Verdict::Wrong(_))).count()
    }

    /// How many rows are of disputes that have ended.
    pub fn ended(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row.verdict, Verdict::Ended)).count()
    }

    /// The columns that are not known and are kept beside each dispute, as `F列「备注」`.
    pub fn unknown(&self) -> Vec<String> {
        let named = |column: &&usize| !self.columns.heading(**column).is_empty();
        let one =
            |column: &usize| format!("{}列「{}」", letters(*column), self.columns.heading(*column));
        self.columns.unknown.iter().filter(named).map(one).collect()
    }
}

/// False for a line with nothing but its running number.
fn says(line: &Line, columns: &Columns) -> bool {
    let of = |field: Field| columns.of(field);
    let mute = [of(Field::Sequence), of(Field::Report)];
    line.cells
        .iter()
        .enumerate()
        .any(|(column, cell)| !cell.is_empty() && !mute.contains(&Some(column)))
}

/// The rows so far, by what they say and by number and year.
#[derive(Default)]
struct Seen {
    said: BTreeMap<String, u32>,
    numbers: BTreeMap<(i16, String), u32>,
}

fn judge(reading: &Reading<'_>, line: &Line, seen: &mut Seen) -> Verdict {
    match reading.has_ended(line) {
        Ok(true) => return Verdict::Ended,
        Err(fault) => {
            let mut faults = reading.entry(line).err().unwrap_or_default();
            faults.push(fault);
            return Verdict::Wrong(faults);
        }
        Ok(false) => {}
    }
    let said = said(reading.columns, line);
    let twice = seen.said.get(&said).copied();
    let mut entry = match reading.entry(line) {
        Ok(entry) => entry,
        Err(faults) => return Verdict::Wrong(faults),
    };
    if let Some(before) = twice {
        return Verdict::Wrong(vec![repeated(before)]);
    }
    seen.said.insert(said.clone(), line.no);
    entry.key = said;
    if let Some(number) = entry.number.clone() {
        let year = entry.on.year();
        entry.key = hex(&Sha256::digest(format!("number|{year}|{number}")));
        if let Some(before) = seen.numbers.insert((year, number), line.no) {
            return Verdict::Wrong(vec![same_number(reading.columns, before)]);
        }
    }
    Verdict::Valid(Box::new(entry))
}

/// A digest of all that a row says, without its running number and what an earlier import said of it.
fn said(columns: &Columns, line: &Line) -> String {
    let mute = [columns.of(Field::Sequence), columns.of(Field::Report)];
    let mut digest = Sha256::new();
    for (column, cell) in line.cells.iter().enumerate() {
        if !cell.is_empty() && !mute.contains(&Some(column)) {
            for part in [plain(columns.heading(column)), plain(&cell.shown())] {
                digest.update((part.len() as u64).to_be_bytes());
                digest.update(part);
            }
        }
    }
    hex(&digest.finalize())
}

fn repeated(before: u32) -> Fault {
    let zh = format!("与第{before}行完全相同");
    let right = "同一件纠纷只保留一行；确是两件的，请用编号或者简要情况区分";
    let problem = Problem::new("ROW_TWICE", zh, right, format!("the same as row {before}"));
    Fault { column: None, heading: String::new(), problem }
}

fn same_number(columns: &Columns, before: u32) -> Fault {
    let column = columns.of(Field::Number);
    let heading = column.map(|column| columns.heading(column)).unwrap_or_default().to_owned();
    let zh = format!("编号与第{before}行相同");
    let right = "同一年度内一件纠纷一个编号，请核对";
    let problem = Problem::new("NUMBER_TWICE", zh, right, format!("the number of row {before}"));
    Fault { column, heading, problem }
}
