//! The report: the sheet again, remarks beside the rows, nothing that becomes a formula, ready to be
//! imported.

use std::collections::BTreeMap;

use jiefen_import::{Ledger, Verdict, as_csv, as_xlsx};

use crate::kit::{changed, csv, faults, of, read, row, with};

fn remarks(ledger: &Ledger) -> BTreeMap<u32, String> {
    let of = |at: usize| faults(ledger, at).iter().map(ToString::to_string).collect::<Vec<_>>();
    ledger.rows.iter().enumerate().map(|(at, row)| (row.row, of(at).join("\n"))).collect()
}

fn wrong() -> Ledger {
    let formula = changed(with("编号", "2"), "简要情况", "=cmd|' /C calc'!A0");
    of(&[
        row(),
        changed(formula, "登记日期", "2027-01-01"),
        changed(with("编号", "3"), "简要情况", "-1+@SUM(A1)"),
    ])
}

#[test]
fn a_report_repeats_the_sheet_with_the_errors_beside_the_rows() {
    let ledger = wrong();
    let text = String::from_utf8(as_csv(&ledger, &remarks(&ledger)).unwrap()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert!(text.starts_with('\u{feff}') && lines[0].ends_with(",导入提示"), "{}", lines[0]);
    assert!(lines[1].ends_with(','), "nothing is wrong with the first row");
    assert!(lines[2].contains("C列「登记日期」：日期2027-01-01晚于今天"), "{}", lines[2]);
}

#[test]
fn nothing_in_a_report_becomes_a_formula() {
    let ledger = wrong();
    let text = String::from_utf8(as_csv(&ledger, &remarks(&ledger)).unwrap()).unwrap();
    assert!(text.contains("'=cmd|") && text.contains("'-1+@SUM(A1)"), "{text}");
    for cell in text.split([',', '\n']) {
        assert!(!cell.trim_matches('"').starts_with(['=', '+', '-', '@']), "{cell}");
    }
}

#[test]
fn a_corrected_report_is_imported_as_the_ledger_itself() {
    let keys = |ledger: &Ledger| ledger.valid().map(|entry| entry.key.clone()).collect::<Vec<_>>();
    let ledger = wrong();
    let remarks = remarks(&ledger);
    for bytes in [as_csv(&ledger, &remarks).unwrap(), as_xlsx(&ledger, &remarks).unwrap()] {
        let again = read(&bytes).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(keys(&again), keys(&ledger), "the same rows are the same disputes");
        assert_eq!(again.unknown(), [""; 0], "the remarks are no column of the ledger");
        let rows = |ledger: &Ledger| ledger.rows.iter().map(|row| row.row).collect::<Vec<_>>();
        assert_eq!(rows(&again), rows(&ledger), "and have the same numbers");
        let last = again.rows.iter().find_map(|row| match &row.verdict {
            Verdict::Valid(entry) if row.row == 4 => Some(entry.summary.reveal().clone()),
            Verdict::Valid(_) | Verdict::Wrong(_) | Verdict::Ended => None,
        });
        assert_eq!(last.as_deref(), Some("-1+@SUM(A1)"), "the mark is no part of the text");
    }
    let corrected = csv(&[row(), with("编号", "2")]);
    assert_eq!(read(corrected.as_bytes()).map(|ledger| ledger.wrong()).ok(), Some(0));
}
