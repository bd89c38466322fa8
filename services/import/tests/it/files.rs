//! Encodings, separators, headings: what makes a file a ledger.

use encoding_rs::GB18030;
use jiefen_import::{Ledger, Unreadable};

use crate::kit::{csv, faults, read, row, with};

fn refused(bytes: &[u8]) -> String {
    read(bytes).err().map(|error| error.to_string()).unwrap_or_default()
}

fn names(ledger: &Ledger) -> Vec<String> {
    ledger.valid().map(|entry| entry.parties[0].name.reveal().clone()).collect()
}

#[test]
fn utf_8_with_and_without_a_mark_and_gb18030_say_the_same() {
    // 㐂 and 𠮷 are in GB18030 and not in GB2312.
    let text = csv(&[row(), with("申请人", "王㐂𠮷")]).replacen("001", "002", 0);
    let text = text.replacen(
        "贺调2026-001\",\"2026-03-01\",\"乡镇综治中心\",\"邻里纠纷\",\"金贵镇银光村3队\",\"王㐂𠮷",
        "贺调2026-002\",\"2026-03-01\",\"乡镇综治中心\",\"邻里纠纷\",\"金贵镇银光村3队\",\"王㐂𠮷",
        1,
    );
    let marked = [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat();
    let (gb, _, unmappable) = GB18030.encode(&text);
    assert!(!unmappable);
    for (bytes, encoding) in [(text.as_bytes(), "UTF-8"), (&marked, "UTF-8"), (&gb, "GB18030")] {
        let ledger = read(bytes).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(ledger.sheet.name, encoding);
        assert_eq!(names(&ledger), ["王建国", "王㐂𠮷"]);
    }
}

#[test]
fn other_encodings_are_refused_with_what_to_do() {
    let text = csv(&[row()]);
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert!(refused(&utf16).contains("CSV UTF-8"), "{}", refused(&utf16));
    assert!(refused(&utf16[2..]).contains("UTF-16"), "also without its mark");
    let broken = [text.as_bytes(), b"\r\n\xFF\xFF\xFF,1"].concat();
    assert!(refused(&broken).starts_with("第3行"), "{}", refused(&broken));
    assert!(matches!(read(b"\xD0\xCF\x11\xE0\xA1\xB1"), Err(Unreadable::OldExcel)));
    assert!(matches!(read(b"PK\x03\x04 no workbook"), Err(Unreadable::Damaged(_))));
}

#[test]
fn empty_files_and_files_without_rows_are_refused() {
    for bytes in [&b""[..], b"\r\n\r\n", b",,,\r\n,,,"] {
        assert!(matches!(read(bytes), Err(Unreadable::Empty)));
    }
    assert!(matches!(read(csv(&[]).as_bytes()), Err(Unreadable::NoRows)));
    assert!(matches!(read("今天,天气,不错\n1,2,3".as_bytes()), Err(Unreadable::NoHeader)));
}

#[test]
fn titles_above_the_headings_and_empty_rows_are_passed_over() {
    let text = csv(&[row()]);
    let text = format!(
        "贺兰县金贵镇2026年矛盾纠纷排查化解台账,,,\r\n填表人：,,,\r\n{text}\r\n,,,\r\n99,,,\r\n,,,\r\n"
    );
    let ledger = read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((ledger.rows.len(), ledger.rows[0].row), (1, 4), "row numbers are the sheet's");
}

#[test]
fn other_separators_are_seen() {
    for separator in ["\t", ";"] {
        let text = csv(&[row()]).replace("\",\"", &format!("\"{separator}\""));
        assert_eq!(read(text.as_bytes()).map(|ledger| ledger.wrong()).ok(), Some(0));
    }
}

#[test]
fn missing_and_doubled_columns_are_named() {
    let told = refused("登记日期,纠纷类型,申请人,简要情况\n2026-3-1,邻里,王某,漏水".as_bytes());
    assert!(told.contains("第1行") && told.contains("来源、发生地"), "{told}");
    let told = refused("登记日期,受理时间,纠纷类型,申请人\n1,2,3,4".as_bytes());
    assert!(told.contains("A列和B列都是「登记日期」"), "{told}");
}

#[test]
fn unknown_columns_are_kept_and_named() {
    let text = "登记日期,来源,类别,乡镇,村,当事人甲,事由,包案领导,备注\n\
                2026-3-1,网格,邻里,金贵镇,银光村,王某,漏水,李镇长,重点关注\n";
    let ledger = read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(ledger.unknown(), ["H列「包案领导」", "I列「备注」"]);
    let entry = ledger.valid().next().unwrap();
    assert_eq!(entry.place.to_string(), "640122101202", "town and village of two columns");
    let kept: Vec<_> = entry
        .kept
        .iter()
        .map(|(heading, text)| (heading.as_str(), text.reveal().as_str()))
        .collect();
    assert_eq!(kept, [("包案领导", "李镇长"), ("备注", "重点关注")]);
}

#[test]
fn a_comma_too_many_is_told() {
    let text =
        "登记日期,来源,类别,发生地,申请人,事由\n2026-3-1,网格,邻里,银光村,王某,漏水,又漏水\n";
    let ledger = read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    let told = faults(&ledger, 0)[0].to_string();
    assert!(told.starts_with("G列") && told.contains("双引号"), "{told}");
}

#[test]
fn amounts_under_a_heading_of_ten_thousands_are_ten_thousands() {
    let text = "登记日期,来源,类别,发生地,申请人,事由,金额（万元）\n2026-3-1,网格,邻里,银光村,王某,漏水,3.2\n\
                2026-3-1,网格,邻里,银光村,李某,漏水,3200元\n";
    let ledger = read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    let amounts: Vec<_> = ledger.valid().map(|entry| entry.amount.unwrap().0).collect();
    assert_eq!(amounts, [3_200_000, 320_000]);
}
