//! The closed lists a time limit is written in.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a limit is counted in. The day type is part of the rule's data, never of the code (T-A-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Hours; they never roll over a holiday (T-A-02).
    Hours,
    /// Every day counts, rest days included.
    CalendarDays,
    /// Only working days count, make-up working weekends included.
    WorkingDays,
    /// Months: the corresponding day, or the month's last day where there is none (民法典 202).
    Months,
    /// Years, by the same rule as months.
    Years,
    /// At once: a duty without a number.
    AtOnce,
    /// The deciding body's own rules fix the limit; the law gives no number.
    BodyRules,
    /// A rule of law that is not a time limit; it may be cited, not counted.
    None,
}

impl Unit {
    /// The unit in Chinese, as it follows a number.
    #[must_use]
    pub fn zh(self) -> &'static str {
        match self {
            Unit::Hours => "小时",
            Unit::CalendarDays => "日",
            Unit::WorkingDays => "个工作日",
            Unit::Months => "个月",
            Unit::Years => "年",
            Unit::AtOnce => "立即",
            Unit::BodyRules => "按该机构的规则",
            Unit::None => "无期限",
        }
    }

    /// The unit in English, as it follows a number.
    #[must_use]
    pub fn en(self) -> &'static str {
        match self {
            Unit::Hours => "hours",
            Unit::CalendarDays => "calendar days",
            Unit::WorkingDays => "working days",
            Unit::Months => "months",
            Unit::Years => "years",
            Unit::AtOnce => "at once",
            Unit::BodyRules => "by the body's rules",
            Unit::None => "no limit",
        }
    }
}

/// Whether the limit runs after its event or ends before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Within n units after the event.
    #[default]
    After,
    /// At least n units before the event (notice of a hearing); it never rolls.
    Before,
}

/// From which moment hours run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HourStart {
    /// Civil procedure: from the next full hour (民诉法解释 125).
    NextFullHour,
    /// Elsewhere: from the moment itself (民法典 201).
    #[default]
    Exact,
}

/// Whose knowledge or receipt starts the clock; each party has its own where it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Receipt {
    /// An event for everybody (filing, acceptance, a signature).
    #[default]
    Event,
    /// The day the agency received the paper.
    Agency,
    /// Each party's own day of receipt or knowledge.
    EachParty,
    /// The applicant's or claimant's own day.
    Applicant,
    /// The respondent's or debtor's own day.
    Respondent,
    /// The mediator's day of signing for the file.
    Mediator,
    /// The last party's day.
    LastParty,
}

impl Receipt {
    /// In Chinese, as it stands in brackets behind the start event.
    #[must_use]
    pub fn zh(self) -> &'static str {
        match self {
            Receipt::Event => "以该事件之日为准",
            Receipt::Agency => "以机关收到之日为准",
            Receipt::EachParty => "各方当事人分别起算",
            Receipt::Applicant => "以申请人一方之日为准",
            Receipt::Respondent => "以被申请人一方之日为准",
            Receipt::Mediator => "以调解组织或调解员之日为准",
            Receipt::LastParty => "以最后一方之日为准",
        }
    }

    /// The same in English.
    #[must_use]
    pub fn en(self) -> &'static str {
        match self {
            Receipt::Event => "the day of the event",
            Receipt::Agency => "the day the agency receives it",
            Receipt::EachParty => "each party has its own day",
            Receipt::Applicant => "the applicant's day",
            Receipt::Respondent => "the respondent's day",
            Receipt::Mediator => "the mediator's day",
            Receipt::LastParty => "the last party's day",
        }
    }
}

/// What a stop does to the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopEffect {
    /// The days are not counted in the limit (不计入).
    NotCounted,
    /// The procedure stands still and goes on afterwards (中止).
    Suspended,
    /// The limit starts anew from the end of the event (中断).
    Restarts,
    /// Only an obstacle in the last six months counts; six months run from its end (民法典 194).
    SixMonthsFromEnd,
}

/// What the law makes of silence; never one generic "overdue".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// The right is lost.
    RightLost,
    /// The application counts as accepted.
    DeemedAccepted,
    /// The mediation counts as failed.
    DeemedFailed,
    /// A suit counts as filed.
    DeemedFiled,
    /// The application counts as withdrawn or given up.
    DeemedWithdrawn,
    /// The matter passes to the superior body.
    PassesToSuperior,
    /// The order or decision takes effect and may be enforced.
    OrderEffective,
    /// The order, measure or term lapses.
    Lapses,
    /// Only a finding against the office; the act stays valid.
    FindingOnly,
    /// The procedure is changed to another one.
    Converts,
    /// The mediation or procedure ends, and the parties are told their routes.
    Ends,
    /// The procedure goes on without the act.
    Proceeds,
    /// Another route opens to the party (suit, arbitration, upper court).
    RouteOpens,
    /// The receiver's competence can no longer be denied.
    CompetenceFixed,
    /// Another person or body is named.
    Reassigned,
    /// The obligee may no longer demand performance if the obligor objects.
    DefenceArises,
    /// The act counts as made without grounds or evidence.
    DeemedUnproved,
    /// Nothing expires: the entry is not a limit.
    #[default]
    Nothing,
}

impl Effect {
    /// The effect in Chinese and English.
    #[must_use]
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Effect::RightLost => ("逾期丧失该项权利", "the right is lost"),
            Effect::DeemedAccepted => ("逾期视为受理", "deemed accepted"),
            Effect::DeemedFailed => ("逾期视为调解不成", "mediation deemed failed"),
            Effect::DeemedFiled => ("逾期视为起诉", "deemed filed as a suit"),
            Effect::DeemedWithdrawn => ("逾期视为放弃或撤回", "deemed withdrawn"),
            Effect::PassesToSuperior => ("逾期移交上级处理", "passes to the superior body"),
            Effect::OrderEffective => ("逾期即发生效力", "takes effect"),
            Effect::Lapses => ("期满失效", "lapses"),
            Effect::FindingOnly => {
                ("逾期属承办机关违限，行为仍有效", "a finding against the office only")
            }
            Effect::Converts => ("逾期转换程序", "the procedure converts"),
            Effect::Ends => {
                ("期满终结程序并告知其他途径", "ends; the parties are told their routes")
            }
            Effect::Proceeds => ("逾期不影响程序继续", "the procedure goes on"),
            Effect::RouteOpens => ("逾期可走其他法定途径", "another legal route opens"),
            Effect::CompetenceFixed => ("逾期即由收件机关承办", "the receiver is now competent"),
            Effect::Reassigned => ("逾期另行指定", "another is named"),
            Effect::DefenceArises => {
                ("期满后对方可提出时效抗辩", "the obligor may raise limitation")
            }
            Effect::DeemedUnproved => ("逾期视为没有证据、依据", "deemed to be without evidence"),
            Effect::Nothing => ("无逾期后果", "nothing expires"),
        }
    }
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (zh, en) = self.words();
        write!(f, "{zh} / {en}")
    }
}

/// Who bears the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// A duty of an agency: warn it early.
    Agency,
    /// A right of a party: show the last safe day.
    Party,
}

/// How well the text of the rule is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Read in the text of the law or rule.
    #[default]
    Verified,
    /// Read in a secondary text.
    Secondary,
    /// Known without a text at hand.
    Memory,
    /// Not settled; every answer by it is provisional.
    Unverified,
}
