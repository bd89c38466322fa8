//! What an enforcement case knows: its title, measures, lists, objections and endings.

use std::collections::BTreeSet;

use jiefen_vocab::{Fen, Outcome};
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// From this day the two years of instalments run from the last one; before it, from each (民事诉讼法
/// 2017 年 239; 2021 年 246, now 250).
const LAST_INSTALMENT_FROM: Date = date(2022, 1, 1);

/// What is enforced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// Where it comes from.
    pub origin: Origin,
    /// The creditor's party number.
    pub creditor: u32,
    /// The debtors.
    pub debtors: BTreeSet<u32>,
    /// The sum; none: an act, not money.
    pub amount: Option<Fen>,
    /// The last days of performance, one for each instalment.
    pub due: Vec<Date>,
    /// The last day on which the time was interrupted: a demand, a promise, a settlement (执行程序解释 20).
    pub interrupted_on: Option<Date>,
    /// It has taken legal effect and its content is clear.
    pub effective: bool,
    /// This court is competent (民事诉讼法 235; 解释 460).
    pub competent: bool,
}

/// The kinds of titles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// 民事判决、裁定、调解书
    Judgment,
    /// 司法确认裁定
    Confirmation,
    /// 支付令
    PaymentOrder,
    /// 仲裁裁决、仲裁调解书
    Award,
    /// 公证债权文书
    Notarised,
}

impl Origin {
    /// The rule of the time for enforcement.
    pub fn limitation(self) -> &'static str {
        match self {
            Origin::Judgment | Origin::Confirmation | Origin::Award => "T-D-10",
            Origin::PaymentOrder => "T-F-09",
            Origin::Notarised => "T-G-04",
        }
    }
}

/// The days from which the time for enforcement of a title runs, with its rule: instalments of before
/// 2022 and of notarised instruments each their own, others from the last; an interruption restarts it.
/// The court does not raise this of its own motion; a debtor may (民诉法解释 481).
pub fn limitation_starts(title: &Title) -> Vec<(&'static str, Date)> {
    let Some(last) = title.due.iter().max() else { return Vec::new() };
    let rule = title.origin.limitation();
    let from = |day: Date| title.interrupted_on.map_or(day, |on| on.max(day));
    let each = |rule| title.due.iter().map(|day| (rule, from(*day))).collect();
    match title.origin {
        Origin::Notarised => each(rule),
        Origin::Judgment | Origin::Confirmation | Origin::PaymentOrder | Origin::Award => {
            if *last < LAST_INSTALMENT_FROM {
                each("T-G-04.each")
            } else {
                vec![(rule, from(*last))]
            }
        }
    }
}

/// Why an application is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotAccepted {
    /// 文书没有生效或者内容不明确
    NotEffective,
    /// 本院没有管辖权
    NotCompetent,
    /// 履行期限没有届满
    NotDue,
    /// 公证债权文书没有执行证书（T-G-05）
    NoCertificate,
}

/// Measures on property (民诉法解释 485).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureKind {
    /// 冻结存款（一年）
    Freeze,
    /// 查封、扣押动产（二年）
    Seize,
    /// 查封不动产、冻结其他财产权（三年）
    Attach,
}

impl MeasureKind {
    /// The rule of its length.
    pub fn rule(self) -> &'static str {
        match self {
            MeasureKind::Freeze => "T-G-01.freeze",
            MeasureKind::Seize => "T-G-01.seize",
            MeasureKind::Attach => "T-G-01.attach",
        }
    }
}

/// A measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Its number within the case.
    pub no: u32,
    /// Which.
    pub kind: MeasureKind,
    /// Against whom.
    pub party: u32,
    /// When it was taken or last renewed.
    pub on: Date,
    /// True while it is in force.
    pub open: bool,
}

/// Listing and restriction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RestrictionKind {
    /// 纳入失信被执行人名单
    Listed {
        /// True: able to pay and refuses (失信规定 1(1)): until it pays. False: other grounds: two years.
        able: bool,
    },
    /// 限制消费
    Consumption,
}

/// A person listed or restricted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// Its number within the case.
    pub no: u32,
    /// Which.
    pub kind: RestrictionKind,
    /// Who.
    pub party: u32,
    /// Since when.
    pub on: Date,
    /// True while it stands.
    pub open: bool,
}

/// What an objection is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// 执行行为（民事诉讼法 236）
    Act,
    /// 失信、限制消费（失信规定 12）
    Listing,
    /// 案外人对执行标的（民事诉讼法 238）
    Object,
}

impl Against {
    /// The rule of the time against the ruling.
    pub fn remedy(self) -> &'static str {
        match self {
            Against::Act | Against::Listing => "T-G-02.review",
            Against::Object => "T-G-02.suit",
        }
    }

    /// The rule within which the upper court reviews the ruling; none: the remedy is a suit.
    pub fn review(self) -> Option<&'static str> {
        match self {
            Against::Act => Some("T-G-02.review_decide"),
            Against::Listing => Some("T-G-02.review_listing"),
            Against::Object => None,
        }
    }
}

/// An objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Its number within the case.
    pub no: u32,
    /// About what.
    pub against: Against,
    /// A party's number; none: an outsider.
    pub by: Option<u32>,
    /// When.
    pub on: Date,
    /// When it was ruled on.
    pub decided_on: Option<Date>,
    /// What became of the time against the ruling.
    pub remedy: Option<Remedy>,
    /// The review by the court one level up (民事诉讼法 236).
    #[serde(default)]
    pub review: Option<Review>,
}

/// A review of a ruling by the court one level up 复议.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// When it was asked for.
    pub asked_on: Date,
    /// When it was ruled on.
    pub ruled_on: Option<Date>,
}

/// Why a creditor turns to the upper court (民事诉讼法 237; 执行程序解释 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "delay", rename_all = "snake_case")]
pub enum Delay {
    /// 申请时有可供执行的财产，六个月未执行完结
    PropertyKnown,
    /// 执行中发现可供执行的财产，自发现之日起六个月未执行完结
    PropertyFound {
        /// When it was found.
        on: Date,
    },
    /// 行为义务，六个月未依法采取执行措施
    Act,
    /// 其他有条件执行超过六个月未执行
    Other,
}

/// What the upper court has before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upper {
    /// When the creditor asked.
    pub asked_on: Date,
    /// The last day that its order gives.
    pub until: Option<Date>,
    /// True once that day has passed.
    pub passed: bool,
}

/// What became of the time against a ruling on an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// 已申请复议或者起诉
    Taken,
    /// 期限届满
    Passed,
}

/// Why nothing is enforced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotEnforced {
    /// 仲裁裁决不予执行（民事诉讼法 248）
    Award,
    /// 公证债权文书不予执行（民事诉讼法 249）
    Notarised,
    /// 超过申请执行时效（民诉法解释 481）
    TimeBarred,
}

/// What must have been done before a case is ended for now (终结本次执行规定 1、2、5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checks {
    /// 已发执行通知、责令报告财产
    pub reported: bool,
    /// 已穷尽财产调查措施，无可供执行的财产
    pub exhausted: bool,
    /// 已约谈申请执行人并听取意见
    pub heard: bool,
}

/// Why enforcement is ended for good (民事诉讼法 268).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Terminated {
    /// 申请人撤销申请
    Withdrawn,
    /// 据以执行的法律文书被撤销
    TitleSetAside,
    /// 被执行人死亡，无遗产可供执行，又无义务承担人
    Died,
    /// 追索赡养费等案件的权利人死亡
    CreditorDied,
    /// 生活困难无力偿还，又丧失劳动能力
    Destitute,
}

/// How enforcement ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 不予受理
    NotAccepted {
        /// Why.
        ground: NotAccepted,
    },
    /// 执行完毕
    Done,
    /// 终结执行
    Terminated {
        /// Why.
        ground: Terminated,
    },
    /// 不予执行
    NotEnforced {
        /// Why.
        ground: NotEnforced,
    },
    /// 和解后逾期未申请恢复
    SettlementLapsed,
    /// 终结本次执行满五年
    ForNow,
    /// 上一级法院提级或者指定执行
    GoneUp,
}

impl Ending {
    /// The outcome to report.
    pub fn outcome(self) -> Outcome {
        match self {
            Ending::NotAccepted { .. } => Outcome::Refused,
            Ending::Done => Outcome::Performed,
            Ending::Terminated { ground: Terminated::Withdrawn } => Outcome::Withdrawn,
            Ending::Terminated { .. } | Ending::NotEnforced { .. } | Ending::ForNow => {
                Outcome::Failed
            }
            Ending::SettlementLapsed => Outcome::Agreed,
            Ending::GoneUp => Outcome::Transferred,
        }
    }
}
