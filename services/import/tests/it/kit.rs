//! A small ledger in which one cell at a time is changed.

use jiefen_import::{Fault, Ledger, Names, Unreadable, Verdict};
use jiff::civil::{Date, date};

pub const TODAY: Date = date(2026, 11, 26);
pub const HEADINGS: [&str; 14] = [
    "序号",
    "编号",
    "登记日期",
    "来源",
    "纠纷类型",
    "发生地",
    "申请人",
    "身份证号",
    "被申请人",
    "联系电话",
    "涉案金额（元）",
    "涉及人数",
    "简要情况",
    "结果",
];

/// A sound row, by heading.
pub fn row() -> Vec<String> {
    [
        "1",
        "贺调2026-001",
        "2026-03-01",
        "乡镇综治中心",
        "邻里纠纷",
        "金贵镇银光村3队",
        "王建国",
        "",
        "李秀兰",
        "13909510000",
        "3.2万",
        "2",
        "因院墙滴水发生争执",
        "",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// The row with another text under a heading.
pub fn with(heading: &str, text: &str) -> Vec<String> {
    changed(row(), heading, text)
}

pub fn changed(mut row: Vec<String>, heading: &str, text: &str) -> Vec<String> {
    let at = column(heading);
    text.clone_into(&mut row[at]);
    row
}

pub fn column(heading: &str) -> usize {
    HEADINGS.iter().position(|known| *known == heading).unwrap()
}

/// The rows as CSV.
pub fn csv(rows: &[Vec<String>]) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let line = |row: &[String]| row.iter().map(|t| quoted(t)).collect::<Vec<_>>().join(",");
    let headings: Vec<String> = HEADINGS.map(str::to_owned).to_vec();
    let mut text = line(&headings);
    for row in rows {
        text.push_str("\r\n");
        text.push_str(&line(row));
    }
    text
}

pub fn read(bytes: &[u8]) -> Result<Ledger, Unreadable> {
    Ledger::read(bytes, None, Names::shipped().unwrap(), TODAY)
}

pub fn of(rows: &[Vec<String>]) -> Ledger {
    read(csv(rows).as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

/// What is wrong with a row.
pub fn faults(ledger: &Ledger, at: usize) -> Vec<Fault> {
    match &ledger.rows[at].verdict {
        Verdict::Wrong(faults) => faults.clone(),
        Verdict::Valid(_) | Verdict::Ended => vec![],
    }
}

/// The names of what is wrong with a ledger of one row, each with its heading.
pub fn told(row: Vec<String>) -> Vec<(&'static str, String)> {
    let ledger = of(&[row]);
    faults(&ledger, 0).into_iter().map(|fault| (fault.problem.name, fault.heading)).collect()
}
