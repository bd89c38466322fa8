//! Excel workbooks: days, numbers, formulas, merged cells, sheets.

use jiefen_import::{Ledger, Names, Unreadable};
use jiff::civil::date;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use crate::kit::{HEADINGS, TODAY, column, faults, read, row};

fn at(heading: &str) -> u16 {
    u16::try_from(column(heading)).unwrap()
}

fn fill(sheet: &mut Worksheet, line: u32, cells: &[String]) {
    for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
        sheet.write_string(line, column, text).unwrap();
    }
}

/// A workbook with the headings in its first line and sound rows below.
fn workbook(rows: u32, change: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(sheet, 0, &HEADINGS.map(str::to_owned));
    for line in 1..=rows {
        let mut row = row();
        row[column("编号")] = format!("贺调2026-{line:03}");
        fill(sheet, line, &row);
    }
    change(sheet);
    book.save_to_buffer().unwrap()
}

fn ledger(bytes: &[u8]) -> Ledger {
    read(bytes).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn days_and_numbers_of_excel_are_read_as_shown() {
    let bytes = workbook(2, |sheet| {
        let shown = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
        let day = ExcelDateTime::from_ymd(2026, 3, 1).unwrap();
        sheet.write_datetime_with_format(1, at("登记日期"), day, &shown).unwrap();
        sheet.write_number(2, at("登记日期"), 46_082).unwrap();
        sheet.write_number(1, at("涉案金额（元）"), 3200.5).unwrap();
        sheet.write_number(1, at("联系电话"), 13_909_510_000_f64).unwrap();
        sheet.write_number(1, at("涉及人数"), 7).unwrap();
    });
    let ledger = ledger(&bytes);
    let entries: Vec<_> = ledger.valid().collect();
    assert_eq!(entries.len(), 2, "{:?}", faults(&ledger, 0));
    assert!(entries.iter().all(|entry| entry.on == date(2026, 3, 1)));
    assert_eq!((entries[0].amount.unwrap().0, entries[0].people), (320_050, 7));
    let more = entries[0].parties[0].more.as_deref().unwrap();
    assert_eq!(more.phone.as_ref().unwrap().reveal(), "13909510000");
}

#[test]
fn an_identity_number_that_excel_made_a_number_is_refused() {
    let bytes = workbook(1, |sheet| {
        sheet.write_number(1, at("身份证号"), 640_122_198_001_011_234_u64 as f64).unwrap();
    });
    let told = faults(&ledger(&bytes), 0);
    assert_eq!((told.len(), told[0].problem.name), (1, "NUMBER_SPOILT"));
}

#[test]
fn formulas_give_their_values_and_texts_like_formulas_stay_texts() {
    let bytes = workbook(2, |sheet| {
        let sum = Formula::new("=1000*3.2").set_result("3200");
        sheet.write_formula(1, at("涉案金额（元）"), sum).unwrap();
        sheet.write_string(2, at("简要情况"), "=HYPERLINK(\"http://x\")").unwrap();
    });
    let ledger = ledger(&bytes);
    let entries: Vec<_> = ledger.valid().collect();
    assert_eq!(entries[0].amount.unwrap().0, 320_000);
    assert_eq!(entries[1].summary.reveal(), "=HYPERLINK(\"http://x\")");
}

#[test]
fn a_formula_without_a_value_is_told() {
    let bytes = workbook(1, |sheet| {
        let broken = Formula::new("=VLOOKUP(1,X:Y,2)").set_result("#N/A");
        sheet.write_formula(1, at("涉及人数"), broken).unwrap();
    });
    let told = faults(&ledger(&bytes), 0);
    assert_eq!((told.len(), told[0].heading.as_str()), (1, "涉及人数"));
}

#[test]
fn a_merged_cell_counts_for_each_of_its_rows() {
    let bytes = workbook(3, |sheet| {
        let plain = Format::new();
        sheet.merge_range(1, at("发生地"), 3, at("发生地"), "立岗镇", &plain).unwrap();
    });
    let places: Vec<_> = ledger(&bytes).valid().map(|entry| entry.place.to_string()).collect();
    assert_eq!(places, ["640122102"; 3]);
}

#[test]
fn the_first_sheet_is_read_or_the_one_that_is_named() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("说明").unwrap().write_string(0, 0, "填写说明").unwrap();
    let sheet = book.add_worksheet().set_name("台账").unwrap();
    fill(sheet, 0, &HEADINGS.map(str::to_owned));
    fill(sheet, 1, &row());
    let bytes = book.save_to_buffer().unwrap();
    let names = Names::shipped().unwrap();
    assert!(matches!(read(&bytes), Err(Unreadable::NoHeader)));
    let named = Ledger::read(&bytes, Some("台账"), names, TODAY);
    assert_eq!(named.map(|ledger| ledger.rows.len()).ok(), Some(1));
    let told = Ledger::read(&bytes, Some("台帐"), names, TODAY).err().unwrap().to_string();
    assert!(told.contains("说明、台账"), "{told}");
}

#[test]
fn a_lonely_cell_far_away_costs_nothing_and_is_refused_beyond_the_columns() {
    let bytes = workbook(1, |sheet| {
        sheet.write_string(1_048_575, 0, "99").unwrap();
    });
    assert_eq!(ledger(&bytes).rows.len(), 1, "a running number alone is no row");
    let bytes = workbook(1, |sheet| {
        sheet.write_string(1_048_575, 16_383, "x").unwrap();
    });
    assert!(matches!(read(&bytes), Err(Unreadable::TooWide)));
}
