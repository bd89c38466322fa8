//! A figure: what was divided by what, over which disputes, and what must be shown beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiefen_vocab::{Agency, DisputeId, DisputeKind, Region};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::observed::{Observed, Population};

/// An indicator of metrics.md part 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Indicator {
    /// 万人起诉率
    #[serde(rename = "M-01")]
    Suits,
    /// 调解成功率
    #[serde(rename = "M-03")]
    Mediation,
    /// 按期办结率
    #[serde(rename = "M-05")]
    OnTime,
    /// 移交质量
    #[serde(rename = "M-07")]
    Handoff,
    /// 自动履行率
    #[serde(rename = "M-09")]
    Performance,
}

impl Indicator {
    /// Every indicator, in the order in which they are told.
    pub const ALL: [Indicator; 5] = [
        Indicator::Suits,
        Indicator::Mediation,
        Indicator::OnTime,
        Indicator::Handoff,
        Indicator::Performance,
    ];

    /// Its id.
    pub const fn code(self) -> &'static str {
        match self {
            Indicator::Suits => "M-01",
            Indicator::Mediation => "M-03",
            Indicator::OnTime => "M-05",
            Indicator::Handoff => "M-07",
            Indicator::Performance => "M-09",
        }
    }

    /// Its Chinese name.
    pub const fn zh(self) -> &'static str {
        match self {
            Indicator::Suits => "万人起诉率",
            Indicator::Mediation => "调解成功率",
            Indicator::OnTime => "按期办结率",
            Indicator::Handoff => "移交质量",
            Indicator::Performance => "自动履行率",
        }
    }

    /// Its formula, as printed beside the figure.
    pub const fn formula(self) -> &'static str {
        match self {
            Indicator::Suits => "案件数 ÷（人口 ÷ 10000）",
            Indicator::Mediation => "达成协议数 ÷ 调解数（登记、同意、办结三种口径并列）",
            Indicator::OnTime => "按期完成的期限 ÷（按期完成 + 逾期）",
            Indicator::Handoff => "按期接收、退回、逾期未答各 ÷ 移交数",
            Indicator::Performance => "到期前未经执行即履行的义务 ÷ 到期义务",
        }
    }

    /// What is counted and how, in words for whoever reads the figure.
    pub const fn definition(self) -> &'static str {
        match self {
            Indicator::Suits => {
                "口径A：法院受理的一审民事、行政案件，按常住人口加登记流动人口；口径B：另加诉前调解成的，按常住人口；口径C：只算一审民事案件，按常住人口。按被告住所地或者事发地归属。"
            }
            Indicator::Mediation => {
                "登记口径：期内申请的调解中，到数据截止日已达成协议的；同意口径：期内各方都同意的调解中已达成协议的；办结口径：期内办结的调解中达成协议的。拒绝调解另列。"
            }
            Indicator::OnTime => {
                "期内到头的每一条法定或者规定期限，办完的算按期，过了最后一天的算逾期；因退回而结束的不计入，中止、延长另列。"
            }
            Indicator::Handoff => {
                "期内每一次移送，按时签收、退回、逾期未答各占多少；退回并指对责任单位的另列，算作尽责。"
            }
            Indicator::Performance => {
                "期内到期的义务中，没有经过执行、在到期日以前履行的；当场履行另计，没有履行记录的不算履行。"
            }
        }
    }

    /// The document and clause that ask for it.
    pub const fn source(self) -> &'static str {
        match self {
            Indicator::Suits => "实施方案五(一)；评估指标 M-01",
            Indicator::Mediation => "实施方案九(三)；评估指标 M-03",
            Indicator::OnTime => "实施方案九(三)；评估指标 M-05",
            Indicator::Handoff => "实施方案九(三)；评估指标 M-07",
            Indicator::Performance => "实施方案九(三)；评估指标 M-09",
        }
    }

    /// The version of the definition. A changed definition has a new number, never a silent change.
    pub const fn version(self) -> u32 {
        1
    }

    /// How the quotient is told.
    pub const fn measure(self) -> Measure {
        match self {
            Indicator::Suits => Measure::PerTenThousand,
            Indicator::Mediation
            | Indicator::OnTime
            | Indicator::Handoff
            | Indicator::Performance => Measure::Share,
        }
    }
}

/// How a quotient is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// A share, in basis points.
    Share,
    /// Per ten thousand people, in hundredths.
    PerTenThousand,
}

/// The value of a figure, whole numbers only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// The denominator is zero: there is nothing to say.
    NoData,
    /// A share in basis points: 9536 is 95.36 %.
    BasisPoints(u64),
    /// Hundredths per ten thousand people: 15400 is 154.00.
    HundredthsPerTenThousand(u64),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::NoData => f.write_str("无数据"),
            Value::BasisPoints(n) => write!(f, "{}.{:02}%", n / 100, n % 100),
            Value::HundredthsPerTenThousand(n) => write!(f, "{}.{:02}", n / 100, n % 100),
        }
    }
}

/// The days of a figure, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Period {
    /// True when the day lies in the period.
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

/// What of the world is counted: nothing is all of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Scope {
    /// Disputes that arose in this region.
    pub region: Option<Region>,
    /// Events of this agency only.
    pub agency: Option<Agency>,
    /// Disputes of this kind only.
    pub kind: Option<DisputeKind>,
}

impl Scope {
    /// True when the event is counted. An event that does not say its place or kind is not counted
    /// where the scope asks for one: unknown is not here.
    pub fn covers(&self, event: &Observed) -> bool {
        let said = &event.attributes;
        let here = self.region.is_none_or(|region| {
            let place = said.place.unwrap_or(event.agency.region);
            region.contains(place)
        });
        here && self.agency.is_none_or(|agency| agency == event.agency)
            && self.kind.is_none_or(|kind| said.kind == Some(kind))
    }
}

/// Up to where the inputs go. The same cut-off gives the same figure for ever (I8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CutOff {
    /// Events that happened up to this day.
    pub day: Date,
    /// Events up to this place in the inbox.
    pub high_water: u64,
}

impl CutOff {
    /// True when the event is among the inputs.
    pub fn covers(&self, event: &Observed) -> bool {
        event.seq <= self.high_water && event.on() <= self.day
    }
}

/// From what figures were computed: with the same inputs anybody who has the events computes the same
/// figures, in whatever order they arrived (I8).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Inputs {
    /// Of each agency the events up to this number of its own. An agency that is not here: none.
    pub upto: BTreeMap<Agency, u64>,
    /// The population figures; none: none were given.
    pub people: Option<Population>,
}

/// The disputes behind a figure: each number opens to its cases.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Behind {
    /// Behind the numerator.
    pub numerator: BTreeSet<DisputeId>,
    /// Behind the denominator; empty when it is a population.
    pub denominator: BTreeSet<DisputeId>,
}

/// A figure that is shown beside another, so that the other cannot be bent unseen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guard {
    /// Its code.
    pub code: String,
    /// Its Chinese name.
    pub zh: String,
    /// The number; none: no data.
    pub value: Option<u64>,
    /// The disputes behind it.
    pub disputes: BTreeSet<DisputeId>,
}

/// A figure with all that is needed to check it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The indicator.
    pub indicator: Indicator,
    /// Which of its definitions, denominators, rules or pairs.
    pub variant: String,
    /// The version of the definition.
    pub version: u32,
    /// What was counted.
    pub numerator: u64,
    /// By what it is divided.
    pub denominator: u64,
    /// Over which days.
    pub period: Period,
    /// Of what.
    pub scope: Scope,
    /// Up to where the inputs go.
    pub cut_off: CutOff,
    /// The disputes.
    pub behind: Behind,
    /// What must be shown beside it.
    pub guards: Vec<Guard>,
}

impl Figure {
    /// The value; a zero denominator is no data, never zero.
    pub fn value(&self) -> Value {
        let (times, told): (u128, fn(u64) -> Value) = match self.indicator.measure() {
            Measure::Share => (10_000, Value::BasisPoints),
            Measure::PerTenThousand => (1_000_000, Value::HundredthsPerTenThousand),
        };
        if self.denominator == 0 {
            return Value::NoData;
        }
        let quotient = u128::from(self.numerator) * times / u128::from(self.denominator);
        told(u64::try_from(quotient).unwrap_or(u64::MAX))
    }

    /// The figure's own key within a sheet.
    pub fn key(&self) -> (Indicator, &str) {
        (self.indicator, &self.variant)
    }
}
