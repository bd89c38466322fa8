//! Cell by cell: what is read, and what is refused beside its cell.

use jiefen_import::Entry;
use jiefen_vocab::{Channel, DisputeKind, DocumentKind, Fen, PartyKind, PartyRole};
use jiff::civil::date;

use crate::kit::{changed, column, faults, of, row, told, with};

fn entry(row: Vec<String>) -> Entry {
    let ledger = of(&[row]);
    let wrong: Vec<String> = faults(&ledger, 0).iter().map(ToString::to_string).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    ledger.valid().next().unwrap().clone()
}

#[test]
fn a_sound_row_is_a_dispute() {
    let entry = entry(row());
    assert_eq!((entry.row, entry.on), (2, date(2026, 3, 1)));
    assert_eq!((entry.channel, entry.kind), (Channel::ZzTown, DisputeKind::Neighbour));
    assert_eq!(entry.place.to_string(), "640122101202");
    assert_eq!((entry.amount, entry.people), (Some(Fen::yuan(32_000)), 2));
    assert_eq!(entry.number.as_deref(), Some("贺调2026-001"));
    let parties: Vec<_> =
        entry.parties.iter().map(|p| (p.no, p.name.reveal().as_str(), p.role)).collect();
    let expected = [(1, "王建国", PartyRole::Applicant), (2, "李秀兰", PartyRole::Respondent)];
    assert_eq!(parties, expected);
    let kept: Vec<_> = entry.kept.iter().map(|(heading, _)| heading.as_str()).collect();
    assert_eq!(kept, ["发生地"], "what has no place elsewhere is kept");
}

/// Every kind of bad cell: heading, what stands there, the name of what is wrong.
const BAD: &[(&str, &str, &str)] = &[
    ("登记日期", "", "CELL_EMPTY"),
    ("登记日期", "3月1日", "DATE_UNREADABLE"),
    ("登记日期", "26-3-1", "DATE_UNREADABLE"),
    ("登记日期", "01/03/2026", "DATE_UNREADABLE"),
    ("登记日期", "2026-2-30", "DATE_UNREADABLE"),
    ("登记日期", "去年", "DATE_UNREADABLE"),
    ("登记日期", "2026-11-27", "DATE_IN_FUTURE"),
    ("登记日期", "1926-3-1", "DATE_TOO_EARLY"),
    ("来源", "", "CELL_EMPTY"),
    ("来源", "综合治理", "WORD_UNKNOWN"),
    ("来源", "信访局", ""),
    ("纠纷类型", "", "CELL_EMPTY"),
    ("纠纷类型", "邻里家庭债务", "WORD_UNKNOWN"),
    ("纠纷类型", "???", "WORD_UNKNOWN"),
    ("发生地", "", "PLACE_MISSING"),
    ("发生地", "和平", "PLACE_AMBIGUOUS"),
    ("发生地", "金贵镇银广村", "PLACE_UNKNOWN"),
    ("发生地", "火星", "PLACE_UNKNOWN"),
    ("发生地", "640122999", "PLACE_CODE"),
    ("发生地", "64012", "PLACE_CODE"),
    ("申请人", "", "CELL_EMPTY"),
    ("申请人", "王建国13909510000", "NAME_FORM"),
    ("申请人", "·王建国", "NAME_FORM"),
    ("身份证号", "6.4E+17", "NUMBER_SPOILT"),
    ("身份证号", "6.40122E+17", "NUMBER_SPOILT"),
    ("身份证号", "64012219800101123", "IDENTITY_NUMBER"),
    ("身份证号", "640122198001012000", "NUMBER_SPOILT"),
    ("身份证号", "640122198001011234", "IDENTITY_NUMBER"),
    ("身份证号", "640122198013011234", "IDENTITY_NUMBER"),
    ("身份证号", "64012220990101123X", "IDENTITY_NUMBER"),
    ("身份证号", "11010519491231002X、11010519491231002X", "IDENTITY_COUNT"),
    ("联系电话", "1.39E+10", "NUMBER_SPOILT"),
    ("联系电话", "问村长", "PHONE_FORM"),
    ("联系电话", "139", "PHONE_FORM"),
    ("涉案金额（元）", "约3万", "AMOUNT_UNREADABLE"),
    ("涉案金额（元）", "三万二千", "AMOUNT_UNREADABLE"),
    ("涉案金额（元）", "3万2千", "AMOUNT_UNREADABLE"),
    ("涉案金额（元）", "3,20", "AMOUNT_UNREADABLE"),
    ("涉案金额（元）", "-5", "AMOUNT_UNREADABLE"),
    ("涉案金额（元）", "0.001", "AMOUNT_UNREADABLE"),
    ("涉案金额（元）", "99999999999999亿", "AMOUNT_UNREADABLE"),
    ("涉及人数", "0", "PEOPLE_UNREADABLE"),
    ("涉及人数", "若干", "PEOPLE_UNREADABLE"),
    ("涉及人数", "2.5", "PEOPLE_UNREADABLE"),
    ("简要情况", "", "CELL_EMPTY"),
    ("结果", "详见卷宗", "RESULT_UNCLEAR"),
    ("结果", "部分达成协议，其余正在办理中", "RESULT_UNCLEAR"),
];

#[test]
fn each_bad_cell_is_told_beside_its_column() {
    for (heading, text, name) in BAD {
        let told = told(with(heading, text));
        if name.is_empty() {
            assert!(told.is_empty(), "{heading} {text}: {told:?}");
            continue;
        }
        assert_eq!(told, [(*name, (*heading).to_owned())], "{heading} {text}");
    }
}

#[test]
fn every_wrong_cell_of_a_row_is_told_at_once_and_says_what_would_be_right() {
    let row = changed(with("登记日期", "去年"), "涉及人数", "若干");
    let row = changed(row, "身份证号", "6.4E+17");
    let told: Vec<String> = faults(&of(&[row]), 0).iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].starts_with("C列「登记日期」：「去年」不是日期；请写明年月日"), "{}", told[0]);
    assert!(told[1].contains("H列「身份证号」") && told[1].contains("文本"), "{}", told[1]);
}

#[test]
fn days_are_read_in_every_usual_form() {
    for text in [
        "2026-3-1",
        "2026/03/01",
        "2026.3.1",
        "2026年3月1日",
        "2026年3月1号",
        "20260301",
        "46082",
        "２０２６年３月１日",
        " 2026-03-01 ",
        "2026-03-01 10:30",
        "2026/3/1 9:05:00",
    ] {
        assert_eq!(entry(with("登记日期", text)).on, date(2026, 3, 1), "{text}");
    }
}

#[test]
fn amounts_are_read_in_every_usual_form() {
    for (text, fen) in [
        ("32000", 3_200_000),
        ("3.2万", 3_200_000),
        ("3,200元", 320_000),
        ("３２００", 320_000),
        ("¥3,200.50", 320_050),
        ("3.2万元", 3_200_000),
        ("1.5亿", 15_000_000_000),
        ("5千元", 500_000),
        ("0", 0),
        ("人民币100元整", 10_000),
    ] {
        assert_eq!(entry(with("涉案金额（元）", text)).amount, Some(Fen(fen)), "{text}");
    }
    for text in ["", "无", "/", "—", "不涉及"] {
        assert_eq!(entry(with("涉案金额（元）", text)).amount, None, "{text}");
    }
}

#[test]
fn a_kind_or_channel_has_its_name_its_code_or_a_usual_word() {
    for (text, kind) in [
        ("邻里", DisputeKind::Neighbour),
        ("邻里 纠纷", DisputeKind::Neighbour),
        ("neighbour", DisputeKind::Neighbour),
        ("合同与小额债务", DisputeKind::ContractDebt),
        ("民间借贷纠纷", DisputeKind::ContractDebt),
        ("欠薪", DisputeKind::Labour),
        ("住宅房屋,宅基地", DisputeKind::HousingHomestead),
        ("交通事故", DisputeKind::Traffic),
    ] {
        assert_eq!(entry(with("纠纷类型", text)).kind, kind, "{text}");
    }
    for (text, channel) in
        [("12315", Channel::Hotline12315), ("来电", Channel::Phone), ("派出所", Channel::Police)]
    {
        assert_eq!(entry(with("来源", text)).channel, channel, "{text}");
    }
    let near = faults(&of(&[with("纠纷类型", "婚姻家廷")]), 0);
    assert!(near[0].to_string().contains("是否指“婚姻家庭”"), "{}", near[0]);
}

#[test]
fn places_are_found_by_code_and_by_name() {
    for (text, code) in [
        ("640122101202", "640122101202"),
        ("640122101", "640122101"),
        ("金贵镇银光村", "640122101202"),
        ("银光村", "640122101202"),
        ("金贵镇银光", "640122101202"),
        ("宁夏银川市贺兰县金贵镇银光村村委会", "640122101202"),
        ("贺兰县 习岗镇 和平村", "640122100206"),
        ("和平社区", "640122001015"),
        ("富兴街街道和平社区5号楼", "640122001015"),
        ("金贵镇集市", "640122101"),
        ("永宁县望远镇", "640121"),
    ] {
        assert_eq!(entry(with("发生地", text)).place.to_string(), code, "{text}");
    }
    let several = faults(&of(&[with("发生地", "和平")]), 0)[0].to_string();
    for candidate in ["习岗镇和平村（640122100206）", "和平社区（640122001015）"] {
        assert!(several.contains(candidate), "{several}");
    }
    let near = faults(&of(&[with("发生地", "金贵镇银广村")]), 0)[0].to_string();
    assert!(near.contains("银光村（640122101202）"), "{near}");
}

#[test]
fn parties_are_people_and_organisations_with_how_many_there_are() {
    let entry_of = |heading: &str, text: &str| {
        let row = changed(with(heading, text), "涉及人数", "");
        let entry = entry(row);
        let names: Vec<_> =
            entry.parties.iter().map(|p| (p.name.reveal().clone(), p.kind)).collect();
        (names, entry.people, entry.no_applicant)
    };
    let person = |name: &str| (name.to_owned(), PartyKind::Person);
    let (names, people, none) = entry_of("申请人", "买买提·艾力、王强等5人");
    assert_eq!(names, [person("买买提·艾力"), person("王强"), person("李秀兰")]);
    assert_eq!((people, none), (6, None));
    let (names, ..) = entry_of("被申请人", "宁夏某某建筑有限公司");
    assert_eq!(names[1].1, PartyKind::Org);
    let (names, people, none) = entry_of("申请人", "排查发现");
    assert_eq!((names.len(), people, none.as_deref()), (1, 1, Some("found_by_screening")));
    assert_eq!(entry_of("申请人", "匿名").2.as_deref(), Some("anonymous"));
}

#[test]
fn who_is_under_18_today_is_a_minor() {
    for (number, minor) in
        [("640122200811260026", false), ("640122200811270027", true), ("11010519491231002X", false)]
    {
        let entry = entry(with("身份证号", &checked(number)));
        assert_eq!(entry.parties[0].minor, minor, "{number}");
    }
}

#[test]
fn telephones_and_documents_stand_with_their_parties() {
    let row = changed(
        with("申请人", "王建国、某某商贸有限公司"),
        "身份证号",
        "11010519491231002X、91350100M000100Y43",
    );
    let entry = entry(changed(row, "联系电话", "139 0951 0000，0951-8060000"));
    let more = |at: usize| entry.parties[at].more.as_deref().unwrap();
    let number =
        |at: usize| more(at).document.as_ref().map(|one| (one.kind, one.number.reveal().as_str()));
    assert_eq!(number(0), Some((DocumentKind::ResidentId, "11010519491231002X")));
    assert_eq!(number(1), Some((DocumentKind::UniformCode, "91350100M000100Y43")));
    assert_eq!(more(0).phone.as_ref().unwrap().reveal(), "13909510000");
    assert_eq!(more(1).phone.as_ref().unwrap().reveal(), "09518060000");
}

#[test]
fn numbers_that_fit_no_party_are_kept_as_they_stand() {
    for (heading, text) in [
        ("联系电话", "8060123"),
        ("联系电话", "13909510000、13909510001"),
        ("身份证号", "640122800101123"),
    ] {
        let entry = entry(with(heading, text));
        let kept = entry.kept.iter().find(|(column, _)| column == heading).unwrap();
        assert_eq!(kept.1.reveal(), text);
    }
    let row = changed(with("申请人", "某某商贸有限公司"), "身份证号", "11010519491231002X");
    let entry = entry(row);
    assert!(entry.parties[0].more.as_ref().is_none_or(|more| more.document.is_none()));
    assert!(entry.kept.iter().any(|(column, _)| column == "身份证号"), "the manager's own card");
}

/// The number with the check character that it should have.
fn checked(number: &str) -> String {
    let first = &number[..17];
    let weigh = |check: &str| {
        let value = |c: char| if c == 'X' { 10 } else { c.to_digit(10).unwrap() };
        format!("{first}{check}").chars().fold(0, |sum, c| (sum * 2 + value(c)) % 11)
    };
    let check =
        ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"].into_iter().find(|c| weigh(c) == 1);
    format!("{first}{}", check.unwrap())
}

#[test]
fn personal_cells_are_never_quoted() {
    for (heading, text) in [
        ("申请人", "王建国13909510000"),
        ("身份证号", "640122198001011234"),
        ("联系电话", "号码保密甲乙丙"),
    ] {
        let told = faults(&of(&[with(heading, text)]), 0);
        for fault in told {
            assert!(!fault.to_string().contains(text), "{fault}");
        }
    }
}

#[test]
fn a_petition_needs_the_number_of_its_channel() {
    let row = changed(with("来源", "信访局"), "编号", "");
    assert_eq!(told(row), [("NUMBER_MISSING", "编号".to_owned())]);
}

#[test]
fn a_row_that_stands_twice_is_told_with_the_row_before_it() {
    let ledger = of(&[row(), with("序号", "2"), with("申请人", "别人")]);
    let first = faults(&ledger, 1)[0].to_string();
    assert!(first.contains("与第2行完全相同"), "{first}");
    let second = faults(&ledger, 2)[0].clone();
    assert_eq!((second.problem.name, second.column), ("NUMBER_TWICE", Some(column("编号"))));
    let next_year = with("登记日期", "2025-03-01");
    assert_eq!(of(&[row(), next_year]).wrong(), 0, "numbers begin anew each year");
}

#[test]
fn a_dispute_that_has_ended_is_not_imported() {
    for text in ["已办结", "调解成功", "达成协议，已履行", "是", "已移送法院", "经调解双方和解"]
    {
        assert_eq!(of(&[with("结果", text)]).ended(), 1, "{text}");
    }
    for text in ["", "未办结", "正在办理中", "尚未达成协议", "调解不成", "否", "/"]
    {
        let ledger = of(&[with("结果", text)]);
        assert_eq!((ledger.ended(), ledger.wrong()), (0, 0), "{text}");
    }
}

#[test]
fn the_key_of_a_row_is_its_number_of_the_year_or_all_that_it_says() {
    let key = |row: Vec<String>| entry(row).key;
    assert_eq!(key(row()), key(with("简要情况", "改过的情况")), "the number says which it is");
    assert_ne!(key(row()), key(with("编号", "贺调2026-002")));
    let unnumbered = |heading: &str, text: &str| key(changed(with("编号", ""), heading, text));
    assert_eq!(unnumbered("序号", "1"), unnumbered("序号", "77"), "a running number says nothing");
    assert_ne!(unnumbered("序号", "1"), unnumbered("简要情况", "另一件事"));
}
