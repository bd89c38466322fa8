//! Judicial confirmation 司法确认 (T-D rows; 民事诉讼法 205、206): joint application within 30 days, acceptance,
//! ruling, objections, and the window for enforcement.

mod chart;
mod decide;
mod evolve;
mod refusal;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Outcome, Private, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use refusal::Refusal;

use crate::term::Term;

/// One application for judicial confirmation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// The agreement that is to be confirmed.
    pub agreement: Agreement,
    /// The parties who applied together.
    pub applicants: Vec<u32>,
    /// The day of the application.
    pub applied_on: Date,
    /// The case number, once accepted.
    pub case_no: Option<String>,
    /// The judge, once accepted.
    pub judge: Option<String>,
    /// The limit of the ruling, once accepted.
    pub ruling: Option<Term>,
    /// Where it stands.
    pub stage: Stage,
}

/// What the court needs to know of the agreement. No concession, no record of the talks (T-C-12, I9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// SHA-256 of its text.
    pub hash: String,
    /// The day it took effect.
    pub effective_on: Date,
    /// The mediating body; it must be lawfully established.
    pub body: String,
    /// What it is about.
    pub subjects: BTreeSet<Subject>,
    /// What is owed, in the words of the agreement.
    pub content: Private<String>,
    /// The last days of performance, one an obligation.
    pub due: Vec<Date>,
}

/// What an agreement is about (T-D-06).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// 给付金钱
    Money,
    /// 其他给付、作为或者不作为
    Conduct,
    /// 婚姻关系、收养关系等身份关系
    Status,
    /// 亲子关系
    Parentage,
    /// 物权确权
    Title,
    /// 知识产权确权
    IpOwnership,
    /// 适用其他特别程序、公示催告程序、破产程序审理的
    OtherProcedure,
}

/// Why this court is competent (T-D-02).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Competence {
    /// 本院邀请开展先行调解
    Inviting,
    /// 当事人住所地
    Domicile,
    /// 标的物所在地
    ObjectPlace,
    /// 调解组织所在地
    BodySeat,
    /// 没有管辖权
    None,
}

/// Where an application stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待受理决定.
    Applied {
        /// The day from which the 3 days run.
        since: Date,
    },
    /// 待补正.
    Correcting {
        /// What is missing.
        missing: Vec<String>,
        /// When it was asked for.
        on: Date,
    },
    /// 审查中.
    Examined,
    /// 已裁定确认，待送达.
    Confirmed {
        /// The day of the ruling.
        on: Date,
        /// The parties who received it.
        received: Vec<u32>,
        /// The objection that is being looked at.
        objection: Option<Objection>,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// An objection to the ruling (民诉法解释 372).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// By whom.
    pub by: Objector,
    /// When.
    pub on: Date,
}

/// Who objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "objector", rename_all = "snake_case")]
pub enum Objector {
    /// 当事人（收到裁定之日起15日，T-D-08）
    Party {
        /// Which.
        no: u32,
    },
    /// 利害关系人（知道或者应当知道之日起6个月，T-D-09）
    Third {
        /// When the third person knew or should have known.
        knew_on: Date,
    },
}

/// Why an application is not accepted (T-D-06).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotAccepted {
    /// 不属于人民法院受理范围
    OutsideCourts,
    /// 不属于本院管辖
    NotCompetent,
    /// 婚姻、亲子、收养等身份关系
    Status,
    /// 适用其他特别程序、公示催告程序、破产程序
    OtherProcedure,
    /// 物权、知识产权确权
    TitleOrIp,
    /// 非共同申请
    NotJoint,
    /// 超过三十日
    Late,
}

/// Why confirmation is refused (T-D-07).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotConfirmed {
    /// 违反法律强制性规定
    AgainstLaw,
    /// 损害国家利益、社会公共利益、他人合法权益
    OthersInterests,
    /// 违背公序良俗
    GoodMorals,
    /// 违反自愿原则
    NotVoluntary,
    /// 内容不明确
    Unclear,
    /// 涉嫌虚假调解
    Sham,
    /// 其他不能确认的情形
    Other,
}

/// How an application ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 不予受理
    NotAccepted {
        /// On which ground.
        ground: NotAccepted,
    },
    /// 裁定驳回申请
    Rejected {
        /// On which ground.
        ground: NotConfirmed,
    },
    /// 撤回申请，或者按撤回处理
    Withdrawn {
        /// Deemed withdrawn: papers not corrected in time.
        deemed: bool,
    },
    /// 确认裁定生效，异议期已过
    Effective,
    /// 异议成立，撤销裁定
    Revoked {
        /// True when the whole ruling was revoked.
        whole: bool,
    },
}

/// What somebody asks of an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The parties apply.
    Apply {
        brief: Brief,
        agreement: Agreement,
        applicants: Vec<u32>,
        competence: Competence,
        on: Date,
    },
    /// Asks once for what is missing.
    AskCorrection { missing: Vec<String>, on: Date },
    /// The missing papers are in.
    ReceiveCorrected { on: Date },
    /// The papers were not corrected in time.
    LapseCorrection,
    /// Accepts.
    Accept { case_no: String, judge: String, on: Date },
    /// Does not accept.
    Decline { ground: NotAccepted, on: Date },
    /// The president extends the limit of the ruling by days.
    ExtendRuling { days: u32, on: Date },
    /// Rules that the agreement is effective.
    Confirm { on: Date },
    /// Rejects the application.
    Reject { ground: NotConfirmed, on: Date },
    /// The parties withdraw before the ruling.
    Withdraw { party: u32, on: Date },
    /// A party received the ruling.
    ServeRuling { party: u32, on: Date },
    /// Somebody objects to the ruling.
    Object { by: Objector, on: Date },
    /// Decides on the objection: revokes the ruling wholly or in part, or rejects the objection.
    DecideObjection { outcome: ObjectionOutcome, on: Date },
    /// The parties' time for objection has passed.
    BecomeEffective,
}

/// What the court makes of an objection (民诉法解释 372).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectionOutcome {
    /// 驳回异议
    Rejected,
    /// 撤销或者改变原裁定（部分）
    RevokedInPart,
    /// 撤销原裁定
    Revoked,
}

/// What has happened to an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The parties applied.
    Applied { brief: Brief, agreement: Agreement, applicants: Vec<u32>, on: Date },
    /// Papers were asked for.
    CorrectionAsked { missing: Vec<String>, on: Date },
    /// The papers were received.
    CorrectedReceived { on: Date },
    /// It was accepted.
    Accepted { case_no: String, judge: String, on: Date },
    /// The limit of the ruling was extended.
    RulingExtended { days: u32, on: Date },
    /// The agreement was confirmed. `last_due`: the last day of performance, from which enforcement runs.
    Confirmed { on: Date, last_due: Date },
    /// A party received the ruling.
    RulingServed { party: u32, on: Date },
    /// Somebody objected.
    Objected { by: Objector, on: Date },
    /// The objection was rejected.
    ObjectionRejected { on: Date },
    /// It ended; `parties` are those whose own clocks may still run.
    Ended { ending: Ending, on: Date, parties: Vec<u32> },
}

impl State {
    /// How it ended; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Applied { .. } | Stage::Correcting { .. } | Stage::Examined => None,
            Stage::Confirmed { .. } => Some(Outcome::Decided),
            Stage::Ended { ending, .. } => Some(match ending {
                Ending::NotAccepted { .. } => Outcome::Refused,
                Ending::Rejected { .. } | Ending::Revoked { .. } => Outcome::Failed,
                Ending::Withdrawn { .. } => Outcome::Withdrawn,
                Ending::Effective => Outcome::Decided,
            }),
        }
    }
}

/// The procedure.
pub struct Confirmation;

impl Procedure for Confirmation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "confirmation";
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
