//! Litigation-related petitions 涉法涉诉信访 (T-M-01, T-L-01; 信访工作条例31(1), C-055, C-056): what a court, a
//! procuratorate, the police or the justice department has to answer in a procedure of law.
//!
//! received → separated 诉访分离 → handed to the organ → told in seven days, answered in three months, then
//! told monthly → a procedure opened, a fault corrected, or explained → accepted, or terminated by law:
//! after that the same facts are not accepted again, and the township cares. The petition office forwards
//! and never judges; only the organ's own staff records its outcome (I10).

mod chart;
mod decide;
mod evolve;
mod organ;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Agency, Outcome, PartyRole, Role, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use jiefen_procedure::words::Refusal;

/// Where the petition came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// 信访部门: fifteen days to forward (T-L-01).
    PetitionOffice,
    /// 政法机关: seven days to reply (T-M-01).
    Organ,
}

/// Which organ has to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Organ {
    /// 人民法院
    Court,
    /// 人民检察院
    Procuratorate,
    /// 公安机关
    Police,
    /// 司法行政机关
    Justice,
}

impl Organ {
    /// The Chinese name.
    pub const fn zh(self) -> &'static str {
        match self {
            Organ::Court => "人民法院",
            Organ::Procuratorate => "人民检察院",
            Organ::Police => "公安机关",
            Organ::Justice => "司法行政机关",
        }
    }

    /// Who records what this organ does: its own staff, or the node on its message.
    pub const fn staff(self) -> &'static [Role] {
        match self {
            Organ::Court => &[Role::System, Role::Judge, Role::FilingClerk],
            Organ::Procuratorate => &[Role::System, Role::Prosecutor],
            Organ::Police => &[Role::System, Role::PoliceOfficer],
            Organ::Justice => &[Role::System, Role::DepartmentOfficer],
        }
    }

    /// True when this organ can open the procedure.
    pub fn opens(self, track: TrackKind) -> bool {
        let own: &[TrackKind] = match self {
            Organ::Court => &[TrackKind::Litigation, TrackKind::Retrial],
            Organ::Procuratorate => {
                &[TrackKind::ProcuratorateSupervision, TrackKind::PublicInterestLitigation]
            }
            Organ::Police => &[TrackKind::CriminalReferral, TrackKind::PoliceMediation],
            Organ::Justice => &[TrackKind::AdministrativeReconsideration],
        };
        own.contains(&track)
    }
}

/// What an organ answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// 导入法律程序
    Opened(TrackKind),
    /// 依法纠正、补正
    Corrected,
    /// 原处理正确，释法说理
    Explained,
}

/// What a lawyer did for the petitioner (C-080, C-200).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LawyerResult {
    /// 释法析理
    Explained,
    /// 提出化解建议
    Suggested,
    /// 引导申诉
    GuidedAppeal,
}

/// The level of an organ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 县级
    County,
    /// 市级
    City,
    /// 省级
    Province,
    /// 中央
    Central,
}

/// What must be so before a matter is terminated (涉法涉诉信访依法终结).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ripe {
    /// 法律程序已经穷尽
    pub exhausted: bool,
    /// 结论正确，错误已经纠正，瑕疵已经补正
    pub right: bool,
    /// 释法说理、教育疏导已经到位
    pub explained: bool,
    /// 依法应当给予的救助已经给予
    pub relieved: bool,
}

/// How a litigation-related petition ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 已经依法终结，不再受理
    NotAccepted,
    /// 不属于涉法涉诉，转普通信访
    Ordinary,
    /// 已导入法律程序
    InProcedure(TrackKind),
    /// 已纠正
    Corrected,
    /// 信访人接受，息诉
    Accepted,
    /// 已答复，信访人未再提出
    Answered,
    /// 依法终结
    Terminated,
    /// 撤回
    Withdrawn,
}

impl State {
    /// What the matrix must know of it: lawful termination closes the petition road on the same facts
    /// and grounds (信访工作条例36).
    pub fn circumstance(&self) -> Option<Circumstance> {
        match &self.stage {
            Stage::Ended { how: Ending::Terminated | Ending::NotAccepted, .. } => {
                Some(Circumstance::PetitionEnded)
            }
            Stage::Ended { .. } => None,
            Stage::Received
            | Stage::Separated { .. }
            | Stage::Handed { .. }
            | Stage::WithOrgan { .. }
            | Stage::Answered { .. }
            | Stage::Terminating { .. } => None,
        }
    }
}

/// Where a matter stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待甄别分离.
    Received,
    /// 已分离，待移送.
    Separated { organ: Organ, since: Date },
    /// 已移送，待签收.
    Handed { organ: Organ, agency: Agency, since: Date },
    /// 政法机关办理中.
    WithOrgan { organ: Organ, agency: Agency, since: Date, replied: bool, overdue: bool },
    /// 已答复，释法说理.
    Answered { organ: Organ, agency: Agency, since: Date },
    /// 报请终结审查中.
    Terminating { organ: Organ, agency: Agency, since: Date },
    /// 已结束.
    Ended { how: Ending, on: Date },
}

/// One litigation-related petition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// The register's number.
    pub number: String,
    /// Where it came in.
    pub door: Door,
    /// The same facts were terminated by law before.
    pub terminated_before: bool,
    /// When it came in.
    pub received_on: Date,
    /// The responsible person's staff id.
    pub person: Option<String>,
    /// What lawyers did, in order.
    pub lawyers: Vec<LawyerResult>,
    /// Where it stands.
    pub stage: Stage,
}

/// What somebody asks of a litigation-related petition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// It has come in; everything is registered.
    Receive { brief: Box<Brief>, number: String, door: Door, terminated_before: bool, on: Date },
    /// The same facts were terminated before: not accepted; the township takes care.
    NotAccept { on: Date },
    /// Another person takes over.
    Assign { person: String, on: Date },
    /// 诉访分离: it is this organ's; none: it is an ordinary petition.
    Separate { organ: Option<Organ>, on: Date },
    /// It is handed to the organ's agency.
    HandOver { agency: Agency, on: Date },
    /// The organ has received it.
    OrganReceives { on: Date },
    /// The organ says that it is another's.
    OrganDeclines { rightly: Organ, on: Date },
    /// The organ has told the petitioner how it goes on 程序性回复.
    OrganReplies { on: Date },
    /// The organ has told how far it is.
    ReportProgress { on: Date },
    /// A lawyer has seen to it.
    RecordLawyer { result: LawyerResult, on: Date },
    /// The organ has answered in substance.
    Answer { answer: Answer, on: Date },
    /// The petitioner accepts the answer.
    AcceptAnswer { on: Date },
    /// Termination is asked for.
    ProposeTermination { ripe: Ripe, on: Date },
    /// It is decided, by an organ of this level, after a public hearing.
    DecideTermination { level: Level, approved: bool, heard: bool, on: Date },
    /// The petitioner takes it back.
    Withdraw { party: u32, on: Date },
    /// A limit has passed.
    Lapse,
}

/// What has happened in a litigation-related petition. `to`: the petitioners, who alone are told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of the commands and of the state")]
pub enum Fact {
    /// 已登记.
    Received {
        brief: Box<Brief>,
        number: String,
        door: Door,
        terminated_before: bool,
        to: Vec<u32>,
        on: Date,
    },
    /// 责任人已经更换.
    Assigned { person: String, on: Date },
    /// 已分离; `again`: after an organ declined.
    Separated { organ: Organ, again: bool, to: Vec<u32>, on: Date },
    /// 已移送.
    HandedOver { agency: Agency, to: Vec<u32>, on: Date },
    /// 政法机关已签收.
    OrganReceived { on: Date },
    /// 政法机关已作程序性回复.
    OrganReplied { to: Vec<u32>, on: Date },
    /// 三个月内没有答复; from now on monthly.
    AnswerOverdue { on: Date },
    /// 已告知进展.
    Progressed { overdue: bool, to: Vec<u32>, on: Date },
    /// 律师参与情况.
    LawyerRecorded { result: LawyerResult, on: Date },
    /// 已答复，释法说理.
    Explained { to: Vec<u32>, on: Date },
    /// 已报请终结.
    TerminationProposed { ripe: Ripe, on: Date },
    /// 不予终结，继续办理.
    TerminationRefused { on: Date },
    /// 已结束.
    Closed { how: Ending, to: Vec<u32>, on: Date },
}

impl State {
    /// The petitioners.
    pub fn petitioners(&self) -> Vec<u32> {
        petitioners(&self.brief)
    }

    /// How it ended, for the agency that handed the dispute over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        let Stage::Ended { how, .. } = &self.stage else { return None };
        Some(match how {
            Ending::NotAccepted => Outcome::Refused,
            Ending::Ordinary | Ending::InProcedure(_) => Outcome::Transferred,
            Ending::Corrected => Outcome::Performed,
            Ending::Accepted => Outcome::Agreed,
            Ending::Answered | Ending::Terminated => Outcome::Decided,
            Ending::Withdrawn => Outcome::Withdrawn,
        })
    }
}

/// The petitioners of a brief.
fn petitioners(brief: &Brief) -> Vec<u32> {
    let parties = brief.parties.iter().filter(|party| party.role == PartyRole::Applicant);
    parties.map(|party| party.no).collect()
}

/// The procedure.
#[derive(Debug)]
pub struct LitigationPetition;

impl Procedure for LitigationPetition {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "litigation_petition";
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
