//! Which column means what: the headings are found by their names.

use std::collections::BTreeMap;

use crate::names::{Names, plain};
use crate::problem::letters;
use crate::sheet::{Line, Sheet, Unreadable};

/// In how many lines the headings are looked for: above them stand titles.
const HEAD: usize = 30;
/// How many known headings a line must have.
const KNOWN: usize = 3;

macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident = $code:literal, $zh:literal;)*) => {
        /// What a column may mean.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])* $variant,)* }

        impl Field {
            /// Every field.
            pub const ALL: [Field; [$($code),*].len()] = [$(Field::$variant),*];

            /// Its code in files of words.
            pub const fn code(self) -> &'static str {
                match self { $(Field::$variant => $code,)* }
            }

            /// Its Chinese name.
            pub const fn zh(self) -> &'static str {
                match self { $(Field::$variant => $zh,)* }
            }
        }
    };
}

fields! {
    /// The running number of the line: it says nothing.
    Sequence = "sequence", "序号";
    /// What an earlier import has said: read over.
    Report = "report", "导入提示";
    /// The number in the ledger or of the channel.
    Number = "number", "编号";
    /// When it was registered.
    On = "on", "登记日期";
    /// Where it came in.
    Channel = "channel", "来源";
    /// What it is about.
    Kind = "kind", "纠纷类型";
    /// Where, as a code.
    PlaceCode = "place_code", "区划代码";
    /// Where: the town.
    Town = "town", "乡镇";
    /// Where: the village.
    Village = "village", "村社区";
    /// Where, in words.
    Place = "place", "发生地";
    /// Who applies.
    Applicant = "applicant", "申请人";
    /// Against whom.
    Respondent = "respondent", "被申请人";
    /// Who else.
    Third = "third", "第三人";
    /// The applicants' telephone.
    ApplicantPhone = "applicant_phone", "联系电话";
    /// The respondents' telephone.
    RespondentPhone = "respondent_phone", "被申请人电话";
    /// The applicants' identity numbers.
    ApplicantId = "applicant_id", "身份证号";
    /// The respondents' identity numbers.
    RespondentId = "respondent_id", "被申请人身份证号";
    /// The amount in dispute.
    Amount = "amount", "涉案金额";
    /// How many people.
    People = "people", "涉及人数";
    /// What happened.
    Summary = "summary", "简要情况";
    /// When it happened.
    HappenedOn = "happened_on", "发生日期";
    /// What became of it.
    Result = "result", "结果";
}

impl Field {
    /// The field of a code.
    pub fn of(code: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.code() == code)
    }
}

/// The headings of a sheet.
#[derive(Debug, Clone)]
pub struct Columns {
    /// The place of the headings among the sheet's lines.
    pub line: usize,
    /// The headings as they stand, by column.
    pub headings: Vec<String>,
    /// Which column is which.
    pub places: BTreeMap<Field, usize>,
    /// The columns whose heading says nothing that is known: kept as they are.
    pub unknown: Vec<usize>,
    /// Amounts without a unit are in 10,000 yuan, as the heading says.
    pub in_wan: bool,
}

impl Columns {
    /// Finds the headings: the line with the most known names.
    ///
    /// # Errors
    /// There is none, two columns mean the same, or one is missing without which nothing can be registered.
    pub fn find(sheet: &Sheet, names: &Names) -> Result<Columns, Unreadable> {
        let known = |line: &Line| {
            line.cells.iter().filter(|cell| names.column(&cell.shown()).is_some()).count()
        };
        let counts = sheet.lines.iter().take(HEAD).map(known).enumerate();
        let (at, count) = counts.max_by_key(|(_, count)| *count).ok_or(Unreadable::NoHeader)?;
        let line = sheet.lines.get(at).filter(|_| count >= KNOWN).ok_or(Unreadable::NoHeader)?;
        let headings: Vec<String> =
            line.cells.iter().map(|cell| cell.shown().trim().to_owned()).collect();
        let (mut places, mut unknown, mut in_wan) = (BTreeMap::new(), Vec::new(), false);
        for (column, heading) in headings.iter().enumerate() {
            let Some(field) = names.column(heading) else {
                unknown.push(column);
                continue;
            };
            in_wan |= field == Field::Amount && plain(heading).contains("万元");
            if let Some(first) = places.insert(field, column)
                && !matches!(field, Field::Sequence | Field::Report)
            {
                return Err(Unreadable::Doubled {
                    first: letters(first),
                    second: letters(column),
                    what: field.zh().to_owned(),
                });
            }
        }
        let found = Columns { line: at, headings, places, unknown, in_wan };
        found.complete(names, line.no)?;
        Ok(found)
    }

    /// A dispute has a day, a channel, a kind, a place, somebody and something that happened.
    fn complete(&self, names: &Names, line: u32) -> Result<(), Unreadable> {
        let has = |field: Field| self.places.contains_key(&field);
        let somewhere =
            [Field::PlaceCode, Field::Town, Field::Village, Field::Place].into_iter().any(has);
        let needed = [
            (Field::On, has(Field::On)),
            (Field::Channel, has(Field::Channel) || names.default_channel().is_some()),
            (Field::Kind, has(Field::Kind) || names.default_kind().is_some()),
            (Field::Place, somewhere || names.default_place().is_some()),
            (Field::Applicant, has(Field::Applicant)),
            (Field::Summary, has(Field::Summary)),
        ];
        let missing: Vec<&str> =
            needed.iter().filter(|(_, there)| !there).map(|(field, _)| field.zh()).collect();
        if missing.is_empty() {
            return Ok(());
        }
        Err(Unreadable::Missing { line, missing: missing.join("、") })
    }

    /// The column of a field.
    pub fn of(&self, field: Field) -> Option<usize> {
        self.places.get(&field).copied()
    }

    /// The heading of a column.
    pub fn heading(&self, column: usize) -> &str {
        self.headings.get(column).map(String::as_str).unwrap_or_default()
    }
}
