//! What is to be said of each row.

use std::collections::BTreeMap;

use jiefen_import::{Fault, Field, Ledger, Problem, Verdict};
use jiefen_proto::jiefen::intake::v1 as pb;

use super::remote::Outcome;
use super::{Outcomes, Sums};

/// Why disputes that have ended are not imported.
const ENDED: &str = "已办结，未导入：结案须有告知、送达、核实履行的记录（一件纠纷一本案卷），旧台账的办结件不能补造这些经过，\
     请按原档案保存 (it has ended: a closing that this system did not see cannot be registered)";

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Remark {
    /// Nothing yet.
    Open,
    Wrong(String),
    Ended,
    Already(String),
    Imported(String),
}

/// What became of every row, by its number.
pub struct Remarks {
    rows: BTreeMap<u32, Remark>,
    nothing_sent: bool,
}

impl Remarks {
    /// What is known of the rows from the file alone.
    pub fn of(ledger: &Ledger) -> Remarks {
        let of = |verdict: &Verdict| match verdict {
            Verdict::Valid(_) => Remark::Open,
            Verdict::Wrong(faults) => Remark::Wrong(lines(faults)),
            Verdict::Ended => Remark::Ended,
        };
        let rows = ledger.rows.iter().map(|row| (row.row, of(&row.verdict))).collect();
        Remarks { rows, nothing_sent: false }
    }

    /// Adds what the counter said.
    pub fn add(&mut self, ledger: &Ledger, outcomes: Outcomes) {
        for (row, outcome) in outcomes {
            let remark = match outcome {
                Outcome::Valid => continue,
                Outcome::Imported(receipt) => Remark::Imported(receipt),
                Outcome::Already(receipt) => Remark::Already(receipt),
                Outcome::Wrong(faults) => {
                    let faults: Vec<Fault> = faults.into_iter().map(|f| fault(ledger, f)).collect();
                    Remark::Wrong(lines(&faults))
                }
            };
            self.rows.insert(row, remark);
        }
    }

    /// Nothing was sent because of the wrong rows.
    pub fn nothing_sent(&mut self) {
        self.nothing_sent = true;
    }

    /// True for a row of which nothing is said yet.
    pub fn is_open(&self, row: u32) -> bool {
        self.rows.get(&row) == Some(&Remark::Open)
    }

    /// How many of each.
    pub fn sums(&self, rows: usize) -> Sums {
        let mut sums = Sums { rows, ..Sums::default() };
        for remark in self.rows.values() {
            match remark {
                Remark::Open => {}
                Remark::Wrong(_) => sums.wrong += 1,
                Remark::Ended => sums.skipped += 1,
                Remark::Already(_) => sums.already += 1,
                Remark::Imported(_) => sums.imported += 1,
            }
        }
        sums
    }

    /// The wrong rows with what is wrong.
    pub fn wrong(&self) -> Vec<(u32, &str)> {
        self.rows
            .iter()
            .filter_map(|(row, remark)| match remark {
                Remark::Wrong(text) => Some((*row, text.as_str())),
                Remark::Open | Remark::Ended | Remark::Already(_) | Remark::Imported(_) => None,
            })
            .collect()
    }

    /// What the report says beside each row.
    pub fn texts(&self) -> BTreeMap<u32, String> {
        let text = |remark: &Remark| match remark {
            Remark::Open if self.nothing_sent => "本行无误；因其他行有错误，未导入".to_owned(),
            Remark::Open => String::new(),
            Remark::Wrong(text) => text.clone(),
            Remark::Ended => ENDED.to_owned(),
            Remark::Already(receipt) => format!("此前已导入，回执编号 {receipt}"),
            Remark::Imported(receipt) => format!("已导入，回执编号 {receipt}"),
        };
        self.rows.iter().map(|(row, remark)| (*row, text(remark))).collect()
    }
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// What the counter found wrong, beside the column from which it came.
fn fault(ledger: &Ledger, fault: pb::RowFault) -> Fault {
    let field = fault.field.as_str();
    let field = field.strip_prefix("content.").unwrap_or(field);
    let field = field.split(['.', '[']).next().unwrap_or_default();
    let of = match field {
        "on" => Some(Field::On),
        "channel" => Some(Field::Channel),
        "number" | "key" => Some(Field::Number),
        "kind" => Some(Field::Kind),
        "place" => Some(Field::Place),
        "summary" => Some(Field::Summary),
        "parties" => Some(Field::Applicant),
        "amount_fen" => Some(Field::Amount),
        "people" => Some(Field::People),
        "happened_on" => Some(Field::HappenedOn),
        _ => None,
    };
    let column = of.and_then(|field| ledger.columns.of(field));
    let heading = column.map(|column| ledger.columns.heading(column)).unwrap_or_default();
    let problem = Problem::told("REFUSED_BY_THE_COUNTER", fault.problem);
    Fault { column, heading: heading.to_owned(), problem }
}
