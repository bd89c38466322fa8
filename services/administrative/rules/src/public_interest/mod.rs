//! Public-interest litigation 公益诉讼 of the procuratorate (T-M-04; 民事诉讼法58, 行政诉讼法25, 检察公益诉讼解释,
//! 人民检察院公益诉讼办案规则).
//!
//! clue → assessed → filed → before any suit: civil, an announcement of thirty days for those who may sue
//! first; administrative, a suggestion to the agency, two months to act (urgent: fifteen days to answer) →
//! rectified and closed, another sues, or the procuratorate sues → judgment, settlement after an
//! announcement of thirty days, or withdrawal once all is done.

mod chart;
mod court;
mod decide;
mod evolve;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use jiefen_procedure::term::Term;
use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Outcome, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use jiefen_procedure::words::Refusal;

/// Against whom: who does the harm, or the agency that should stop it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 民事公益诉讼
    Civil,
    /// 行政公益诉讼
    Administrative,
}

/// The fields that statutes open; the list is closed (民事诉讼法58, 行政诉讼法25 and the special statutes).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// 生态环境和资源保护
    Environment,
    /// 食品药品安全
    FoodAndDrugs,
    /// 国有财产保护
    StateProperty,
    /// 国有土地使用权出让
    StateLand,
    /// 英雄烈士保护
    Heroes,
    /// 未成年人保护
    Minors,
    /// 安全生产
    WorkSafety,
    /// 个人信息保护
    PersonalData,
    /// 妇女权益保障
    Women,
    /// 无障碍环境建设
    Accessibility,
    /// 反垄断
    Antitrust,
}

impl Area {
    /// True when a statute opens this kind of suit in this field.
    pub const fn allows(self, kind: Kind) -> bool {
        match self {
            Area::StateProperty | Area::StateLand => matches!(kind, Kind::Administrative),
            Area::Heroes | Area::Antitrust => matches!(kind, Kind::Civil),
            Area::Environment
            | Area::FoodAndDrugs
            | Area::Minors
            | Area::WorkSafety
            | Area::PersonalData
            | Area::Women
            | Area::Accessibility => true,
        }
    }
}

/// Why a case is closed without a suit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// 不存在违法行为
    NoViolation,
    /// 公益损害已经消除
    HarmGone,
    /// 生态环境损害赔偿等协议已经修复公益
    Compensated,
}

/// How a public-interest case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 不予立案
    NoCase,
    /// 移送有管辖权的机关
    Transferred,
    /// 终结案件
    Closed(Ground),
    /// 行政机关已经依法履职、整改到位
    Rectified,
    /// 适格主体已经起诉，支持起诉
    Supported,
    /// 判决
    Judged,
    /// 调解、和解
    Settled,
    /// 诉讼请求全部实现，撤回起诉
    SuitWithdrawn,
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 线索评估.
    Clue,
    /// 已立案，调查中.
    Filed { since: Date, served: bool },
    /// 已发检察建议 (administrative).
    Suggested { since: Date, rule: String, answered: Option<Date> },
    /// 已公告 (civil).
    Announced { since: Date },
    /// 审查起诉.
    Examining { term: Term },
    /// 已起诉.
    InCourt { since: Date },
    /// 和解、调解协议公告中.
    Settling { since: Date },
    /// 已结束.
    Ended { how: Ending, on: Date },
}

/// One public-interest case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The matter as it came in.
    pub brief: Brief,
    /// The number of the clue or case.
    pub number: String,
    /// Against whom.
    pub kind: Kind,
    /// In which field.
    pub area: Area,
    /// When the clue came in.
    pub received_on: Date,
    /// The prosecutor's staff id.
    pub prosecutor: Option<String>,
    /// Where it stands.
    pub stage: Stage,
}

/// What somebody asks of a public-interest case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A clue has come in.
    ReceiveClue { brief: Box<Brief>, number: String, kind: Kind, area: Area, on: Date },
    /// No case is opened.
    Dismiss { on: Date },
    /// The clue goes to the procuratorate or body that is competent.
    Transfer { to: String, on: Date },
    /// A case is opened.
    File { prosecutor: String, on: Date },
    /// Administrative: the agency has received the decision to open the case.
    ServeFiling { on: Date },
    /// Another prosecutor takes over.
    NameProsecutor { prosecutor: String, on: Date },
    /// The agency has received the suggestion; `urgent`: the harm is growing.
    Suggest { urgent: bool, on: Date },
    /// The agency has answered in writing.
    AgencyAnswers { on: Date },
    /// Found on the spot that the agency has done all it must.
    VerifyRectified { proof: String, on: Date },
    /// Those who may sue are called upon by announcement.
    Announce { on: Date },
    /// One of them has sued.
    OtherSues { on: Date },
    /// The case is closed without a suit.
    Close { ground: Ground, on: Date },
    /// Days that do not count begin: an appraisal.
    BeginAppraisal { on: Date },
    /// They end.
    EndAppraisal { on: Date },
    /// One month more: by the chief prosecutor, the second time by the superior.
    Extend { by_superior: bool, on: Date },
    /// The procuratorate sues.
    Sue { on: Date },
    /// The court has announced a settlement or mediation agreement.
    AnnounceSettlement { on: Date },
    /// The court has found it lawful and issued the statement.
    CourtApproves { on: Date },
    /// The court has not: the trial goes on.
    CourtRejects { on: Date },
    /// Judgment.
    Judge { on: Date },
    /// The suit is withdrawn; `fulfilled`: every claim is realised.
    WithdrawSuit { fulfilled: bool, on: Date },
    /// A limit has passed.
    Lapse,
}

/// What has happened in a public-interest case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of the commands and of the state")]
pub enum Fact {
    /// 线索已登记.
    ClueReceived { brief: Box<Brief>, number: String, kind: Kind, area: Area, on: Date },
    /// 已立案.
    Filed { prosecutor: String, kind: Kind, on: Date },
    /// 立案决定书已送达行政机关.
    FilingServed { on: Date },
    /// 承办检察官已经更换.
    ProsecutorNamed { prosecutor: String, on: Date },
    /// 检察建议已送达.
    Suggested { rule: String, on: Date },
    /// 行政机关已书面回复.
    AgencyAnswered { on: Date },
    /// 整改到位的核实材料.
    RectifiedVerified { proof: String, on: Date },
    /// 已公告.
    Announced { on: Date },
    /// 诉前程序期满，进入审查起诉; `silent`: the agency never answered.
    PreSuitOver { term: Term, silent: bool, on: Date },
    /// 鉴定开始.
    AppraisalBegun { on: Date },
    /// 鉴定结束.
    AppraisalEnded { on: Date },
    /// 审查起诉期限已延长.
    Extended { on: Date },
    /// 已起诉.
    Sued { on: Date },
    /// 和解、调解协议已公告.
    SettlementAnnounced { on: Date },
    /// 法院不予确认，继续审理.
    SettlementRejected { on: Date },
    /// 已结束.
    Closed { how: Ending, on: Date },
}

impl State {
    /// How it ended, for the agency that handed the matter over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        let Stage::Ended { how, .. } = &self.stage else { return None };
        Some(match how {
            Ending::NoCase => Outcome::Refused,
            Ending::Transferred | Ending::Supported => Outcome::Transferred,
            Ending::Closed(_) | Ending::Judged => Outcome::Decided,
            Ending::Rectified => Outcome::Performed,
            Ending::Settled => Outcome::Agreed,
            Ending::SuitWithdrawn => Outcome::Withdrawn,
        })
    }
}

/// The procedure.
#[derive(Debug)]
pub struct PublicInterest;

impl Procedure for PublicInterest {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "public_interest";
    const COMMANDS: &'static [&'static str] = tell::COMMANDS;

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

    fn expired(state: &State, clock: &str) -> Option<Command> {
        tell::expired(state, clock)
    }

    fn name(command: &Command) -> &'static str {
        tell::name(command)
    }

    fn roles(command: &str) -> &'static [Role] {
        tell::roles(command)
    }

    fn needs_holding(command: &str) -> bool {
        tell::needs_holding(command)
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
