//! A family of papers: what it is called, who issues it, by which article, and what it needs.

use serde::{Deserialize, Serialize};

/// How the pages look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// 公文: GB/T 9704-2012, 22 lines of 28 characters.
    Official,
    /// 裁判文书: a court's or tribunal's paper, signed by who decided.
    Court,
    /// 一般文书: applications, records, agreements.
    Plain,
    /// 表格: one table.
    Form,
    /// 小票: 80 mm wide.
    Slip,
}

/// What stands in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One line.
    Text,
    /// Paragraphs.
    Long,
    /// A day, `2026-09-03`.
    Date,
    /// Whole fen.
    Money,
    /// A whole number, from 0 to a million.
    Count,
    /// One of the field's options.
    Choice,
    /// One person or organisation.
    Party,
    /// Persons or organisations.
    Parties,
    /// Lines or paragraphs, numbered by the paper.
    Texts,
    /// Rows of the field's columns.
    Rows,
}

impl Kind {
    /// What a value of this kind is called, in both languages.
    pub const fn name(self) -> (&'static str, &'static str) {
        match self {
            Kind::Text => ("一行文字", "one line of text"),
            Kind::Long => ("文字", "text"),
            Kind::Date => ("日期，如2026-09-03", "a date such as 2026-09-03"),
            Kind::Money => ("以分为单位的金额，零至九万亿元", "an amount in whole fen"),
            Kind::Count => ("零至一百万的整数", "a whole number up to a million"),
            Kind::Choice => ("选项之一", "one of the options"),
            Kind::Party => ("一个当事人", "one party"),
            Kind::Parties => ("当事人列表", "a list of parties"),
            Kind::Texts => ("文字列表", "a list of texts"),
            Kind::Rows => ("表格各行", "a list of rows"),
        }
    }
}

/// A field of a family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name in the input.
    pub name: String,
    /// What a clerk calls it.
    pub zh: String,
    /// What stands in it.
    pub kind: Kind,
    /// Where it comes from: `case: …` (what the procedure has recorded), `unit` (the node's own entry), `clock T-…` (a
    /// limit of that rule), `number` (the agency's numbering) or `typed`.
    #[serde(rename = "from")]
    pub source: String,
    /// A paper without it is refused.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub required: bool,
    /// The words of a choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// The columns of rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Field>,
}

fn yes() -> bool {
    true
}

/// A family of papers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// Its name.
    pub id: String,
    /// What it is called, and what stands at its head.
    pub zh: String,
    /// The same in English.
    pub en: String,
    /// Which area's procedure feeds it.
    pub area: String,
    /// Who issues or signs it.
    pub by: String,
    /// The law that asks for it.
    pub basis: String,
    /// How its pages look.
    pub shape: Shape,
    /// Counted up with every change of its template or fields; printed with the check code and kept with the paper.
    pub version: u32,
    /// Clerks may ask for an editable copy.
    #[serde(default)]
    pub editable: bool,
    /// What it needs.
    pub fields: Vec<Field>,
    /// A made-up paper, for tests and for whoever adapts the template.
    #[serde(skip_serializing)]
    pub sample: serde_json::Map<String, serde_json::Value>,
    /// Its template.
    #[serde(skip)]
    pub template: &'static str,
}

impl Family {
    /// Who stands in a party's place: the same fields in every paper.
    pub(crate) fn party_fields() -> &'static [Field] {
        static FIELDS: std::sync::LazyLock<Vec<Field>> = std::sync::LazyLock::new(|| {
            let field = |(name, zh, required): &(&str, &str, bool)| Field {
                name: (*name).to_owned(),
                zh: (*zh).to_owned(),
                kind: if *name == "born_on" { Kind::Date } else { Kind::Text },
                source: "case: parties".to_owned(),
                required: *required,
                options: Vec::new(),
                columns: Vec::new(),
            };
            PARTY.iter().map(field).collect()
        });
        &FIELDS
    }
}

const PARTY: &[(&str, &str, bool)] = &[
    ("name", "姓名或者名称", true),
    ("role", "称谓", false),
    ("sex", "性别", false),
    ("born_on", "出生日期", false),
    ("ethnicity", "民族", false),
    ("document", "证件号码", false),
    ("work", "职业或者职务", false),
    ("address", "住址或者住所地", false),
    ("phone", "联系电话", false),
    ("head", "法定代表人或者负责人", false),
    ("head_post", "法定代表人职务", false),
    ("guardian", "法定代理人", false),
    ("agent", "委托代理人", false),
];
