//! Procuratorial supervision 检察监督 of civil and administrative justice (T-M-02, T-M-03; 民事诉讼法 219 to
//! 224; 人民检察院民事诉讼监督规则 and 行政诉讼监督规则 of 2021).
//!
//! begun of its own motion 依职权 → reviewed; or
//! asked for after retrial → accepted or refused → reviewed in three months → not supported, a suggestion to
//! the court, or the superior is asked to protest → the court answers or orders the retrial. Only the
//! superior protests; a second request is not open.

mod chart;
mod decide;
mod evolve;
mod own_motion;
mod review;
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

/// Civil or administrative justice; each has its own time to ask and to review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 民事
    Civil,
    /// 行政
    Administrative,
}

/// What is supervised (民事诉讼监督规则19).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Object {
    /// 生效判决、裁定、调解书
    Judgment,
    /// 审判人员违法行为
    Conduct,
    /// 执行活动
    Enforcement,
}

/// What became of the request of retrial, which comes first (民事诉讼法220).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Retrial {
    /// 未申请再审
    NotAsked,
    /// 已申请，法院尚未作出裁定; the day on which the court received it.
    Asked(Date),
    /// 法院裁定驳回; civil: the day it was made, administrative: the day it was served.
    Refused(Date),
    /// 再审裁判已经生效
    Retried(Date),
    /// 对审判、执行活动监督，不以再审为前提; the day on which the fault was or should have been known.
    NotNeeded(Date),
}

/// Why a request is not accepted (民事诉讼监督规则27、28).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bar {
    /// 未向人民法院申请再审
    NoRetrial,
    /// 人民法院正在法定期限内审查再审申请
    CourtReviews,
    /// 超过申请监督的期限
    Late,
    /// 人民法院已经裁定再审且尚未审结
    RetrialPending,
    /// 判决、调解解除婚姻关系
    Divorce,
    /// 人民检察院已经审查终结作出决定
    Decided,
    /// 裁判是根据抗诉或者再审检察建议再审后作出的
    AfterProtest,
    /// 可以提出异议、复议或者起诉而没有提出，且无正当理由
    NoObjection,
}

/// Why the procuratorate begins of its own motion (民事诉讼监督规则37; 行政诉讼监督规则36).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnMotion {
    /// 损害国家利益或者社会公共利益
    PublicInterest,
    /// 审判、执行人员贪污受贿、徇私舞弊、枉法裁判
    Corruption,
    /// 虚假诉讼等妨害司法秩序（民事）
    FalseSuit,
    /// 民事公益诉讼裁判确有错误或者审判、执行违法（民事）
    PublicSuit,
    /// 依照有关规定需要跟进监督
    FollowUp,
    /// 不支持监督申请决定确有错误（行政）
    WrongRefusal,
    /// 具有重大社会影响等确有必要
    Necessary,
}

impl OwnMotion {
    /// True when the rules of this field list the ground.
    pub const fn is_of(self, field: Field) -> bool {
        match (self, field) {
            (OwnMotion::FalseSuit | OwnMotion::PublicSuit, Field::Administrative)
            | (OwnMotion::WrongRefusal, Field::Civil) => false,
            (
                OwnMotion::PublicInterest
                | OwnMotion::Corruption
                | OwnMotion::FollowUp
                | OwnMotion::Necessary,
                Field::Civil | Field::Administrative,
            )
            | (OwnMotion::FalseSuit | OwnMotion::PublicSuit, Field::Civil)
            | (OwnMotion::WrongRefusal, Field::Administrative) => true,
        }
    }
}

/// Why a review stands still or its days do not count (民事诉讼监督规则52、72).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopReason {
    /// 调卷
    FileRequest,
    /// 鉴定、评估、审计
    Appraisal,
    /// 专家咨询
    Expert,
    /// 中止审查
    Suspension,
}

impl StopReason {
    /// The listed reason, as the rule names it.
    pub const fn listed(self) -> &'static str {
        match self {
            StopReason::FileRequest => "file_request",
            StopReason::Appraisal => "appraisal",
            StopReason::Expert => "expert",
            StopReason::Suspension => "suspension",
        }
    }
}

/// Why a review is ended (民事诉讼监督规则73).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndGround {
    /// 人民法院已经裁定再审或者已经纠正违法行为
    CourtCorrected,
    /// 申请人死亡或者终止，没有承受人
    NoSuccessor,
    /// 受理后发现不符合受理条件
    NotAdmissible,
    /// 依职权启动的案件，经审查不需要采取监督措施
    NoMeasure,
}

/// What the court has been given to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Before {
    /// 再审检察建议 or 检察建议
    Suggestion,
    /// 抗诉
    Protest,
}

/// How a supervision case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 不予受理
    Refused(Bar),
    /// 逾期未补正，视为撤回
    Abandoned,
    /// 撤回
    Withdrawn,
    /// 和解并放弃监督申请
    Settled,
    /// 终结审查
    Terminated(EndGround),
    /// 不支持监督申请
    NotSupported,
    /// 人民法院裁定再审
    Retrial,
    /// 人民法院采纳检察建议，已经纠正
    Corrected,
    /// 人民法院未采纳，不再跟进
    NotAdopted,
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待决定受理.
    Received,
    /// 待补正.
    Papers { since: Date },
    /// 审查中.
    Reviewing { since: Date },
    /// 已提请上级抗诉.
    WithSuperior { since: Date },
    /// 等候人民法院处理.
    InCourt { what: Before, since: Date },
    /// 人民法院未采纳或者逾期未回复.
    Rebuffed { since: Date },
    /// 已结束.
    Ended { how: Ending, on: Date },
}

/// One supervision case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// The case number.
    pub number: String,
    /// Civil or administrative.
    pub field: Field,
    /// What is supervised.
    pub object: Object,
    /// What became of the request of retrial.
    pub retrial: Retrial,
    /// Who asks; none: the procuratorate began of its own motion.
    pub applicant: Option<u32>,
    /// Why it began of its own motion.
    #[serde(default)]
    pub own_motion: Option<OwnMotion>,
    /// When the request came in, or the case was begun.
    pub applied_on: Date,
    /// Papers were asked for, which is done once.
    pub papers_asked: bool,
    /// The prosecutor's staff id.
    pub prosecutor: Option<String>,
    /// The term of the review.
    pub term: Option<Term>,
    /// Where it stands.
    pub stage: Stage,
}

/// What somebody asks of a supervision case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A request has come in.
    Apply(Box<Apply>),
    /// The procuratorate begins of its own motion.
    Begin(Box<Begin>),
    /// What is missing is asked for.
    AskPapers { on: Date },
    /// It is in.
    SupplyPapers { on: Date },
    /// Accepts; `found`: what the examination found against it.
    Accept { prosecutor: String, found: Vec<Bar>, on: Date },
    /// Does not accept.
    Refuse { bar: Bar, on: Date },
    /// Another prosecutor takes over.
    NameProsecutor { prosecutor: String, on: Date },
    /// Days that do not count begin.
    Stop { reason: StopReason, on: Date },
    /// They end.
    Resume { on: Date },
    /// The chief prosecutor lengthens an administrative review by months.
    Extend { months: u32, on: Date },
    /// The parties settle and the applicant waives the request; the conditions of C-060 as found.
    Settle { agreed: Vec<u32>, waives: bool, disposable: bool, harms_others: bool, on: Date },
    /// The applicant takes the request back.
    Withdraw { party: u32, harms_others: bool, on: Date },
    /// The review is ended on a listed ground.
    Terminate { ground: EndGround, on: Date },
    /// 不支持监督申请.
    NotSupport { on: Date },
    /// 再审检察建议 (decided by the committee) or 检察建议, received by the court on this day.
    Suggest { committee: bool, on: Date },
    /// 提请抗诉.
    RequestProtest { on: Date },
    /// The superior protests (the court received it on this day) or does not support.
    SuperiorDecides { protest: bool, on: Date },
    /// The court has answered a suggestion.
    CourtAnswers { adopted: bool, on: Date },
    /// The court has ordered the retrial on a protest.
    CourtOrdersRetrial { on: Date },
    /// What the court did not adopt is not followed up.
    Close { on: Date },
    /// A limit has passed in silence.
    Lapse,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apply {
    /// The dispute.
    pub brief: Brief,
    /// The case number.
    pub number: String,
    /// Civil or administrative.
    pub field: Field,
    /// What is supervised.
    pub object: Object,
    /// What became of the request of retrial.
    pub retrial: Retrial,
    /// Who asks.
    pub applicant: u32,
    /// When it came in.
    pub on: Date,
}

/// A case that the procuratorate begins itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begin {
    /// The dispute.
    pub brief: Brief,
    /// The case number.
    pub number: String,
    /// Civil or administrative.
    pub field: Field,
    /// What is supervised.
    pub object: Object,
    /// What became of a request of retrial, if there was one; it need not have been made.
    pub retrial: Retrial,
    /// Why.
    pub ground: OwnMotion,
    /// The prosecutor's staff id.
    pub prosecutor: String,
    /// When.
    pub on: Date,
}

/// What has happened in a supervision case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of the commands and of the state")]
pub enum Fact {
    /// 已登记.
    Applied {
        brief: Box<Brief>,
        number: String,
        field: Field,
        object: Object,
        retrial: Retrial,
        applicant: u32,
        on: Date,
    },
    /// 已依职权启动.
    Begun {
        brief: Box<Brief>,
        number: String,
        field: Field,
        object: Object,
        retrial: Retrial,
        ground: OwnMotion,
        prosecutor: String,
        term: Term,
        on: Date,
    },
    /// 已通知补正.
    PapersAsked { applicant: u32, on: Date },
    /// 已补正.
    PapersSupplied { on: Date },
    /// 已受理.
    Accepted { prosecutor: String, term: Term, on: Date },
    /// 承办检察官已经更换.
    ProsecutorNamed { prosecutor: String, on: Date },
    /// 不计入期限的期间开始.
    Stopped { reason: StopReason, on: Date },
    /// 该期间结束.
    Resumed { on: Date },
    /// 审查期限已延长.
    Extended { months: u32, on: Date },
    /// 已提出检察建议; `rule`: the court's time to answer.
    Suggested { rule: String, on: Date },
    /// 已提请抗诉.
    ProtestRequested { on: Date },
    /// 上级已抗诉.
    Protested { on: Date },
    /// 人民法院未采纳或者逾期未回复.
    Rebuffed { silent: bool, on: Date },
    /// 已结束.
    Closed { how: Ending, applicant: Option<u32>, on: Date },
}

impl State {
    /// How it ended, for the agency that handed the dispute over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        let Stage::Ended { how, .. } = &self.stage else { return None };
        Some(match how {
            Ending::Refused(_) => Outcome::Refused,
            Ending::Abandoned | Ending::Withdrawn => Outcome::Withdrawn,
            Ending::Settled => Outcome::Agreed,
            Ending::Terminated(_) => Outcome::Failed,
            Ending::NotSupported | Ending::Corrected | Ending::NotAdopted => Outcome::Decided,
            Ending::Retrial => Outcome::Transferred,
        })
    }
}

/// The procedure.
#[derive(Debug)]
pub struct ProcuratorateSupervision;

impl Procedure for ProcuratorateSupervision {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "procuratorate_supervision";
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
