//! An agency's older ledger as a file: an Excel workbook or CSV, read as it is shown, checked cell by cell, and
//! given back with what is wrong beside the cells. Nothing is executed, nothing is guessed; no database and no
//! network here.

mod cells;
mod columns;
mod ledger;
mod names;
mod parties;
mod place;
mod problem;
mod report;
mod row;
mod sheet;
mod text;
mod xlsx;

pub use columns::{Columns, Field};
pub use ledger::{Checked, Ledger, Verdict};
pub use names::{BadNames, Names};
pub use problem::{Fault, Problem};
pub use report::{as_csv, as_xlsx};
pub use row::Entry;
pub use sheet::{Cell, Line, Sheet, Unreadable};
