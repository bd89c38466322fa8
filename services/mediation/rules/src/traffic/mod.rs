//! Mediation of damages after a road accident 交通事故损害赔偿调解 (T-O-01..05): survey, certificate, a
//! joint request in time, then mediation whose ten days run for each loss from its own start fact (burial,
//! end of treatment or rating of disability, loss fixed). A suit ends it (T-O-05).
//!
//! The Regulation counts in days, the ministry's procedure in working days (112(5)). A party's right is
//! lost only when both counts are over; what the police owe is due by the earlier one.

mod chart;
mod decide;
mod evolve;
mod losses;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod table;
mod tell;
#[cfg(test)]
mod tests;

use jiefen_procedure::term::Term;
use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Outcome, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::agreement::{Agreement, Draft};
use crate::session::{Held, Mode, Planned, Sitting};
pub use chart::CHART;
pub use jiefen_procedure::words::Refusal;

/// What kind of harm a loss is; each has its own start fact (道路交通安全法实施条例 94).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Harm {
    /// 死亡
    Death,
    /// 受伤
    Injury,
    /// 财产损失
    Property,
}

/// The fact from which mediation of a loss runs (道路交通事故处理程序规定 90).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StartFact {
    /// 办理丧葬事宜时间结束
    BurialEnded,
    /// 治疗终结
    TreatmentEnded,
    /// 定残
    DisabilityRated,
    /// 确定损失
    LossFixed,
}

impl StartFact {
    /// Whether this fact starts the mediation of this harm.
    pub fn suits(self, harm: Harm) -> bool {
        match self {
            StartFact::BurialEnded => harm == Harm::Death,
            StartFact::TreatmentEnded | StartFact::DisabilityRated => harm == Harm::Injury,
            StartFact::LossFixed => harm == Harm::Property,
        }
    }
}

/// How a loss stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "standing")]
pub enum Standing {
    /// 等待起算事实
    Waiting,
    /// 调解中
    Mediating {
        /// The ten days.
        term: Term,
    },
    /// 已达成调解书
    Settled,
    /// 调解终结
    Over {
        /// Why.
        why: Over,
    },
}

/// Why mediation of a loss is over without agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Over {
    /// 未达成协议
    Failed,
    /// 期限届满
    TermOver,
    /// 一方向人民法院起诉
    Sued,
    /// 一方无正当理由不参加调解
    Absent,
    /// 一方退出调解
    Withdrawn,
}

/// One loss of one victim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    /// Its number within the case.
    pub no: u32,
    /// The party who has it.
    pub victim: u32,
    /// What kind of harm.
    pub harm: Harm,
    /// How it stands.
    pub standing: Standing,
}

/// A loss as the parties name it in their request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claimed {
    /// Its number within the case.
    pub no: u32,
    /// The party who has it.
    pub victim: u32,
    /// What kind of harm.
    pub harm: Harm,
}

/// The joint written request (T-O-02).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JointRequest {
    /// The losses, each with its own number.
    pub losses: Vec<Claimed>,
    /// The parties who signed it.
    pub signed: Vec<u32>,
    /// A party has sued already.
    pub sued: bool,
    /// The day.
    pub on: Date,
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "how")]
pub enum Ending {
    /// 调解书已经履行
    Performed,
    /// 调解书没有履行
    Broken,
    /// 调解终结
    Over {
        /// Why the last loss was over.
        why: Over,
    },
    /// 没有在期限内一致申请
    NoRequest,
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 现场勘查后，待认定
    Surveyed,
    /// 检验、鉴定中
    Testing,
    /// 已认定，待送达
    Certified {
        /// When the certificate was made.
        on: Date,
    },
    /// 已送达，可以一致申请调解
    Requestable {
        /// The time for the request.
        window: Term,
        /// Whether a review may still be asked for: not after people's mediation or a review.
        reviewable: bool,
    },
    /// 复核中
    Reviewing {
        /// Since when.
        on: Date,
    },
    /// 已受理调解
    Mediating,
    /// 全部损失已调解完毕，待履行
    Performing,
    /// 已结束
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// One accident, as far as its damages are mediated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// The day of the survey, or of the end of people's mediation.
    pub since: Date,
    /// The officer in charge, staff id.
    pub officer: Option<String>,
    /// Who received the certificate, and when.
    pub received: Vec<(u32, Date)>,
    /// When the joint request was accepted.
    pub requested_on: Option<Date>,
    /// The losses.
    pub losses: Vec<Loss>,
    /// The session that is set.
    pub planned: Option<Planned>,
    /// The sessions held.
    pub sessions: Vec<Held>,
    /// What was agreed, agreement by agreement.
    pub agreements: Vec<Agreement>,
    /// Where it stands.
    pub stage: Stage,
}

/// What somebody asks of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// An accident is reported and surveyed.
    Open { brief: Box<Brief>, officer: String, surveyed_on: Date },
    /// The parties come with a certificate after people's mediation has failed.
    OpenAfterMediation { brief: Box<Brief>, officer: String, ended_on: Date },
    /// Tests are ordered.
    BeginTests { on: Date },
    /// Their results are final.
    EndTests { on: Date },
    /// The certificate is made.
    Certify { on: Date },
    /// A party receives it.
    Serve { party: u32, on: Date },
    /// A party asks for a review.
    BeginReview { on: Date },
    /// The review is concluded: upheld, or to be certified anew.
    EndReview { upheld: bool, on: Date },
    /// All parties ask for mediation in writing.
    Request { request: JointRequest },
    /// Nobody has asked in time.
    LapseRequest,
    /// The start fact of a loss.
    FixStart { loss: u32, fact: StartFact, on: Date },
    /// A session is set and told to the parties.
    Schedule { on: Date, place: String, mode: Mode },
    /// A session was held, with at most so many people on any side.
    HoldSession { session: Sitting, people_a_side: u8 },
    /// The parties sign a mediation statement over losses.
    Agree { losses: Vec<u32>, draft: Draft, signed: Vec<u32>, on: Date },
    /// No agreement over a loss: the ending certificate.
    Fail { loss: u32, on: Date },
    /// The ten days of a loss are over.
    Lapse { loss: u32 },
    /// A party stays away without good reason.
    NoteAbsence { party: u32, on: Date },
    /// A party leaves mediation; it ends the same day (I5).
    Withdraw { party: u32 },
    /// A party has sued (T-O-05).
    NoteSuit { on: Date },
    /// An obligation was performed.
    RecordPerformance { no: u32, on: Date, proof: String },
    /// An obligation is broken.
    ReportBreach { no: u32, on: Date, declared: bool },
}

/// What has happened in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// An accident was surveyed.
    Surveyed { brief: Box<Brief>, officer: String, on: Date },
    /// The parties came after people's mediation.
    CameFromMediation { brief: Box<Brief>, officer: String, rule: String, ended_on: Date },
    /// Tests were ordered.
    TestsBegun { on: Date },
    /// Their results became final.
    TestsEnded { on: Date },
    /// The certificate was made.
    Certified { on: Date },
    /// A party received it.
    Served { party: u32, on: Date },
    /// The time for the joint request runs.
    RequestOpened { rule: String, from: Date, reviewable: bool },
    /// A review began.
    ReviewBegun { on: Date },
    /// A review ended; not upheld: to be certified anew.
    ReviewEnded { upheld: bool, on: Date },
    /// The joint request was accepted.
    Requested { losses: Vec<Claimed>, on: Date },
    /// Mediation of a loss runs.
    MediationBegun { loss: u32, event: StartFact, rule: String, from: Date },
    /// A session was set.
    SessionScheduled { session: Planned },
    /// A session was held.
    SessionHeld { session: Held },
    /// Losses were settled.
    AgreementMade { losses: Vec<u32>, draft: Draft, on: Date },
    /// Mediation of a loss is over.
    LossOver { loss: u32, why: Over, on: Date },
    /// An obligation was performed.
    ObligationPerformed { no: u32, on: Date, proof: String },
    /// An obligation was broken.
    ObligationBroken { no: u32, on: Date },
    /// Nothing is left to mediate; what was agreed is still to be performed.
    MediationDone { on: Date },
    /// The case ended.
    Ended { ending: Ending, on: Date },
}

impl State {
    /// How it ended, for the agency that handed the dispute over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Surveyed
            | Stage::Testing
            | Stage::Certified { .. }
            | Stage::Requestable { .. }
            | Stage::Reviewing { .. }
            | Stage::Mediating => None,
            Stage::Performing => Some(Outcome::Agreed),
            Stage::Ended { ending, .. } => Some(match ending {
                Ending::Performed => Outcome::Performed,
                Ending::Broken => Outcome::Agreed,
                Ending::Over { why: Over::Sued } => Outcome::Transferred,
                Ending::Over { why: Over::Withdrawn | Over::Absent } => Outcome::Withdrawn,
                Ending::Over { why: Over::Failed | Over::TermOver } => Outcome::Failed,
                Ending::NoRequest => Outcome::Refused,
            }),
        }
    }

    /// The numbers of obligations neither performed nor broken.
    pub fn owed(&self) -> Vec<u32> {
        let open = |one: &Agreement| {
            one.outstanding().into_iter().filter(|no| !one.broken.contains(no)).collect::<Vec<_>>()
        };
        self.agreements.iter().flat_map(open).collect()
    }
}

/// The procedure.
pub struct Traffic;

impl Procedure for Traffic {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "traffic";
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
        match clock.split_once(':') {
            Some(("mediate", loss)) => loss.parse().ok().map(|loss| Command::Lapse { loss }),
            Some(_) => None,
            None => (clock == "request").then_some(Command::LapseRequest),
        }
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
