//! Consumer complaints 消费投诉 before the market regulator (T-Q-01..10): a letter is split into complaint
//! and report (T-Q-05); the complaint is accepted or refused on a listed ground (T-Q-07) and mediated, for 45
//! working days under the old rule and 60 days under the new one (T-Q-02, T-Q-03); the report is checked
//! apart, with its own clock, and its author stays secret (T-Q-06, T-Q-09). Mediation excuses nothing.

mod chart;
mod complaint;
mod decide;
mod evolve;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod table;
mod tell;
#[cfg(test)]
mod tests;

use jiefen_procedure::term::Term;
use jiefen_procedure::{
    Brief, Chart, Circumstances, ClockEffect, Consent, Notice, Outline, Procedure,
};
use jiefen_vocab::{Outcome, Private, Role};
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use crate::agreement::{Agreement, Draft};
use crate::session::{Held, Sitting};
pub use chart::CHART;
pub use jiefen_procedure::words::Refusal;

/// From this day the new rule is in force (总局令第121号). The day of receipt chooses the rule of
/// acceptance, the day of acceptance that of mediation.
pub const NEW_RULE_FROM: Date = date(2026, 4, 15);

/// Which rule applies on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    /// 市场监督管理投诉举报处理暂行办法（总局令第20号，至2026-04-14）
    Interim,
    /// 市场监督管理投诉举报处理办法（总局令第121号，2026-04-15起）
    Order121,
}

impl Edition {
    /// The rule in force on a day.
    pub fn on(day: Date) -> Edition {
        if day < NEW_RULE_FROM { Edition::Interim } else { Edition::Order121 }
    }

    /// The rule of acceptance.
    pub fn acceptance(self) -> &'static str {
        match self {
            Edition::Interim => "T-Q-01",
            Edition::Order121 => "T-Q-04",
        }
    }

    /// The rule of mediation.
    pub fn mediation(self) -> &'static str {
        match self {
            Edition::Interim => "T-Q-02",
            Edition::Order121 => "T-Q-03",
        }
    }

    /// Its name, for every paper of the case.
    pub fn zh(self) -> &'static str {
        match self {
            Edition::Interim => "市场监督管理投诉举报处理暂行办法",
            Edition::Order121 => "市场监督管理投诉举报处理办法",
        }
    }
}

/// Why a complaint is not accepted (暂行办法 15；办法 16; T-Q-07).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "ground")]
pub enum Ground {
    /// 不属于市场监督管理部门职责或者本机关权限
    NotOurs,
    /// 法院、仲裁机构、行政机关、消费者协会已经受理或者处理
    HandledElsewhere,
    /// 依法成立的其他调解组织已经受理或者处理（仅暂行办法）
    OtherMediator,
    /// 不是为生活消费需要，或者不能证明存在消费者权益争议
    NotConsumer,
    /// 知道或者应当知道权益受到侵害超过三年
    OverThreeYears {
        /// Since when it was or should have been known.
        known_on: Date,
    },
    /// 未提供规定的材料
    PapersMissing,
    /// 提供虚假材料（仅新办法）
    FalsePapers,
    /// 冒用他人名义或者拒不配合核验身份（仅新办法）
    Impersonation,
}

impl Ground {
    /// Whether the ground stands in this rule.
    pub fn stands_in(self, edition: Edition) -> bool {
        match self {
            Ground::NotOurs
            | Ground::HandledElsewhere
            | Ground::NotConsumer
            | Ground::OverThreeYears { .. }
            | Ground::PapersMissing => true,
            Ground::OtherMediator => edition == Edition::Interim,
            Ground::FalsePapers | Ground::Impersonation => edition == Edition::Order121,
        }
    }
}

/// Why mediation ends (暂行办法 21；办法 23).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Over {
    /// 投诉人撤回投诉
    Withdrawn,
    /// 双方自行和解
    SettledPrivately,
    /// 对鉴定、检测的机构或者费用无法协商一致
    TestsNotAgreed,
    /// 无正当理由不参加调解，或者明确拒绝调解
    Refuses {
        /// Who.
        party: u32,
    },
    /// 明确表示无法达成调解协议
    NoAgreement,
    /// 期限届满未达成协议
    TermOver,
    /// 受理后发现不应受理
    GroundFound {
        /// Which.
        ground: Ground,
    },
    /// 一方死亡或者主体资格灭失（仅新办法明列）
    PartyGone,
}

/// The report of a breach of the law, split off or found in mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The party who reported; none: found by the regulator.
    pub by: Option<u32>,
    /// What is reported; secret.
    pub what: Private<String>,
    /// The time for the check.
    pub term: Term,
    /// Whether a penalty case was filed; none: still checked.
    pub filed: Option<bool>,
}

/// How the complaint ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "how")]
pub enum Ending {
    /// 协议已经履行
    Performed,
    /// 协议没有履行
    Broken,
    /// 不予受理
    Refused {
        /// On which ground.
        ground: Ground,
    },
    /// 终止调解
    Over {
        /// Why.
        over: Over,
    },
    /// 只有举报，没有投诉
    ReportOnly,
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 已收到
    Received,
    /// 已分拣，待决定是否受理
    Sorted,
    /// 已受理，调解中
    Mediating {
        /// The time for mediation.
        term: Term,
        /// The rule under which it was accepted.
        edition: Edition,
    },
    /// 达成调解协议，待履行
    Agreed {
        /// What was agreed.
        agreement: Agreement,
    },
    /// 投诉已结，举报核查中
    Reporting {
        /// How the complaint ended.
        ending: Ending,
    },
    /// 已办结
    Ended {
        /// How the complaint ended.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// One letter to the market regulator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// When it was received.
    pub received_on: Date,
    /// The officer in charge, staff id.
    pub officer: Option<String>,
    /// The representatives of a joint complaint, at most two (T-Q-10).
    pub representatives: Vec<u32>,
    /// Every word of a party on mediation, in order.
    pub consents: Vec<Consent>,
    /// To whom mediation is entrusted, in the regulator's name.
    pub entrusted: Option<String>,
    /// Tests that are running.
    pub testing: bool,
    /// The sessions held.
    pub sessions: Vec<Held>,
    /// The report, apart from the complaint.
    pub report: Option<Report>,
    /// Where the complaint stands.
    pub stage: Stage,
}

/// What somebody asks of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A letter is received.
    Open { brief: Box<Brief>, on: Date },
    /// It is split: is there a complaint, and what is reported by whom (T-Q-05)?
    Sort { complaint: bool, report: Option<(u32, Private<String>)>, on: Date },
    /// The joint complainants name representatives in writing.
    NameRepresentatives { who: Vec<u32>, on: Date },
    /// The complaint is accepted; `found`: a ground against it that was found.
    Accept { officer: String, found: Option<Ground>, on: Date },
    /// The complaint is refused; `right_body`: who is competent, when it is not ours.
    Refuse { ground: Ground, right_body: String, on: Date },
    /// A party agrees to mediation.
    GiveConsent { party: u32, how: String, on: Date },
    /// A party refuses mediation; it ends the same day (I5).
    WithdrawConsent { party: u32, how: String },
    /// Mediation is entrusted to the consumer association or another mediator (暂行办法 17).
    Entrust { body: String, on: Date },
    /// Tests begin, body and cost agreed by both.
    BeginTests { agreed: Vec<u32>, on: Date },
    /// Their result is in.
    EndTests { on: Date },
    /// A session was held.
    HoldSession { session: Sitting },
    /// A mediation statement, or a record of an agreement, signed by those named.
    Agree { draft: Draft, signed: Vec<u32>, on: Date },
    /// Mediation ends on a listed ground.
    End { over: Over, on: Date },
    /// The time for mediation is over.
    Lapse,
    /// An obligation was performed.
    RecordPerformance { no: u32, on: Date, proof: String },
    /// The agreement is not performed.
    ReportBreach { no: u32, on: Date, declared: bool },
    /// A breach of the law is found in mediation (T-Q-06).
    FindClue { what: Private<String>, on: Date },
    /// The head of the department extends the check once.
    ExtendCheck { on: Date },
    /// The check is over: a penalty case is filed or not.
    DecideReport { filed: bool, on: Date },
}

/// What has happened in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// A letter was received.
    Received { brief: Box<Brief>, rule: String, on: Date },
    /// It contains a complaint.
    Sorted { on: Date },
    /// A report was split off, or a clue found; checked apart.
    ReportOpened { by: Option<u32>, what: Private<String>, rule: String, from: Date },
    /// Representatives were named.
    RepresentativesNamed { who: Vec<u32>, on: Date },
    /// The complaint was accepted.
    Accepted { officer: String, edition: Edition, rule: String, on: Date },
    /// A party spoke on mediation.
    ConsentSaid { word: Consent },
    /// Mediation was entrusted.
    Entrusted { body: String, on: Date },
    /// Tests began; under the old rule their days do not count.
    TestsBegun { counted: bool, on: Date },
    /// Their result came in.
    TestsEnded { counted: bool, on: Date },
    /// A session was held.
    SessionHeld { session: Held },
    /// An agreement took effect.
    AgreementMade { draft: Draft, on: Date },
    /// An obligation was performed.
    ObligationPerformed { no: u32, on: Date, proof: String },
    /// The complaint ended; a report goes on.
    ComplaintEnded { ending: Ending, right_body: String, open: Vec<u32>, on: Date },
    /// The check was extended.
    CheckExtended { days: u32, on: Date },
    /// The check ended.
    ReportDecided { filed: bool, by: Option<u32>, on: Date },
}

impl State {
    /// How it ended, for the agency that handed the dispute over; none while the complaint goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Received | Stage::Sorted | Stage::Mediating { .. } => None,
            Stage::Agreed { .. } => Some(Outcome::Agreed),
            Stage::Reporting { ending } | Stage::Ended { ending, .. } => Some(match ending {
                Ending::Performed => Outcome::Performed,
                Ending::Broken => Outcome::Agreed,
                Ending::Refused { .. } => Outcome::Refused,
                Ending::Over { over: Over::Withdrawn | Over::SettledPrivately } => {
                    Outcome::Withdrawn
                }
                Ending::Over { .. } => Outcome::Failed,
                Ending::ReportOnly => Outcome::Transferred,
            }),
        }
    }

    /// True while the report is checked.
    pub fn checking(&self) -> bool {
        self.report.as_ref().is_some_and(|report| report.filed.is_none())
    }
}

/// The procedure.
pub struct Consumer;

impl Procedure for Consumer {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "consumer";
    const COMMANDS: &'static [&'static str] = table::COMMANDS;

    fn decide(
        state: Option<&State>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        decide::decide(state, command, ctx)
    }

    fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
        evolve::evolve(state, fact)
    }

    fn outline(state: &State) -> Outline {
        tell::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        tell::clocks(fact)
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        tell::notices(fact)
    }

    fn expired(_state: &State, clock: &str) -> Option<Command> {
        (clock == "mediate").then_some(Command::Lapse)
    }

    fn name(command: &Command) -> &'static str {
        table::verb(command).name()
    }

    fn roles(command: &str) -> &'static [Role] {
        table::roles(command)
    }

    fn needs_holding(command: &str) -> bool {
        table::needs_holding(command)
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
