//! Public-order mediation 治安调解 (T-N-01..07): a minor breach of public order that grew out of a civil
//! dispute is mediated by the police at most twice. An agreement that is performed takes the place of a
//! penalty (治安管理处罚法(2025) 9(3)); so does a settlement of the parties' own, or one of people's
//! mediation, that was performed before the decision and that the police recognise (9(4)). Otherwise
//! the police decide the case and tell the parties of the civil suit.

mod chart;
mod decide;
mod evolve;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod table;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiefen_procedure::term::Term;
use jiefen_procedure::{
    Brief, Chart, Circumstances, ClockEffect, Consent, Notice, Outline, Procedure,
};
use jiefen_vocab::{Outcome, Private, Role};
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use crate::agreement::{Agreement, Draft};
pub use chart::CHART;
pub use jiefen_procedure::words::Refusal;

/// From this day the Act of 2025 is in force: one officer may mediate under recording (T-N-07), and a
/// settlement performed before the decision rests on the Act itself (T-N-06).
pub const ACT_2025_FROM: Date = date(2026, 1, 1);

/// What takes a case out of mediation (治安调解工作规范 3、4；公安机关办理行政案件程序规定 178、179;
/// T-N-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exclusion {
    /// 不是因民间纠纷引起
    NotCivil,
    /// 情节不属较轻
    NotMinor,
    /// 雇凶伤害他人
    HiredHarm,
    /// 结伙斗殴
    GangFight,
    /// 寻衅滋事
    Provocation,
    /// 多次实施违反治安管理行为
    Repeated,
    /// 当事人明确表示不愿意调解
    PartyRefuses,
    /// 调解过程中又针对对方实施违法行为
    NewTrouble,
    /// 调解过程中违法嫌疑人逃跑
    SuspectFled,
    /// 其他不宜调解的情形
    Other,
}

impl Exclusion {
    /// Whether it also closes the way of art. 9(4), which is open only to cases that could have been
    /// mediated. What stands only against this mediation does not.
    pub fn out_of_scope(self) -> bool {
        match self {
            Exclusion::NotCivil
            | Exclusion::NotMinor
            | Exclusion::HiredHarm
            | Exclusion::GangFight
            | Exclusion::Provocation
            | Exclusion::Repeated
            | Exclusion::NewTrouble
            | Exclusion::SuspectFled
            | Exclusion::Other => true,
            Exclusion::PartyRefuses => false,
        }
    }
}

/// A mediation by the police, as it was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The day.
    pub on: Date,
    /// How many officers.
    pub officers: u8,
    /// In the regulated case-handling place, recorded throughout (T-N-07).
    pub recorded_in_place: bool,
    /// The parties who came themselves.
    pub present: Vec<u32>,
    /// The parties who sent an agent with a power of attorney.
    pub by_agent: Vec<u32>,
    /// The minors whose parent or guardian came, or who are 16, live on their own work and want nobody
    /// called (公安机关办理行政案件程序规定 181).
    pub guarded: Vec<u32>,
    /// After an alert of violence at home: safety is arranged and mediation is the victim's own wish.
    pub safety_arranged: bool,
    /// Why there is a second one.
    pub again: Option<Again>,
    /// The record; it stays with the police (I9).
    pub record: Private<String>,
}

/// Why mediation is held a second time (公安机关办理行政案件程序规定 183).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Again {
    /// 公安机关认为有必要
    Necessary,
    /// 当事人申请
    Asked,
}

/// By whom a settlement outside the police was made (治安管理处罚法(2025) 9(4)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settled {
    /// 当事人自行和解
    Themselves,
    /// 经人民调解委员会调解
    PeoplesMediation,
}

/// The application for recognition of a settlement outside the police.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// By whom it was made.
    pub settled: Settled,
    /// The day of performance; none: not performed.
    pub performed_on: Option<Date>,
    /// Where the proof of performance is in the file: the receipt.
    pub proof: String,
    /// The parties who signed the written application.
    pub applicants: Vec<u32>,
    /// The day of the application.
    pub on: Date,
}

/// On which text the recognition rests: that of the day on which the police give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// 公安机关办理行政案件程序规定（2012年起）第186条, before 2026.
    Regulation186,
    /// 治安管理处罚法（2025）第9条第4款 (T-N-06), from 2026-01-01.
    Act9Para4,
}

/// The police decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// 处罚
    Penalty,
    /// 依法不予处罚（违法事实不成立，或者有法定不予处罚情形）
    NoPenalty,
}

/// Why the police decide instead of mediating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Why {
    /// 不适用调解
    Excluded {
        /// What stands against mediation.
        exclusion: Exclusion,
    },
    /// 调解未达成协议
    NoAgreement,
    /// 期限内没有调解
    NotInTime,
    /// 达成协议后不履行
    Broken,
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "how")]
pub enum Ending {
    /// 调解协议已经履行，不予处罚
    Performed,
    /// 和解或者人民调解协议已经履行并经认可，不予处罚
    Recognised {
        /// On which text.
        ground: Ground,
    },
    /// 作出处理决定
    Decided {
        /// Which.
        decision: Decision,
    },
    /// 转为刑事案件
    Criminal,
    /// 不构成违反治安管理行为，告知其他途径
    NoBreach,
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 已报案
    Reported,
    /// 已立案，待首次调解
    Accepted,
    /// 首次调解未达成协议
    Once,
    /// 达成调解协议，待履行
    Agreed {
        /// What was agreed.
        agreement: Agreement,
    },
    /// 依法处理
    Deciding {
        /// Why not mediation.
        why: Why,
        /// The time for the decision.
        term: Term,
    },
    /// 已结案
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// One public-order case as far as it may be mediated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// When it was reported.
    pub reported_on: Date,
    /// The officer in charge, staff id.
    pub officer: Option<String>,
    /// Every word of a party on mediation, in order.
    pub consents: Vec<Consent>,
    /// What was found against mediation.
    pub exclusions: BTreeSet<Exclusion>,
    /// The time for the first mediation, once the case is accepted.
    pub first: Option<Term>,
    /// The mediations held, at most two.
    pub meetings: Vec<Meeting>,
    /// The mediations, by number from 1, whose recording was damaged or lost (T-N-07).
    pub recordings_lost: BTreeSet<u32>,
    /// The application of art. 9(4) that the police have not yet answered.
    pub application: Option<Application>,
    /// Where it stands.
    pub stage: Stage,
}

/// What somebody asks of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The case is reported.
    Open { brief: Box<Brief>, on: Date },
    /// The police take the case, and say what stands against mediation.
    Accept { officer: String, exclusions: BTreeSet<Exclusion>, on: Date },
    /// It is no breach of public order: the parties are told of court and people's mediation.
    TurnAway { on: Date },
    /// A party agrees to mediation.
    GiveConsent { party: u32, how: String, on: Date },
    /// A party does not, or no longer, agree: mediation is over the same day (I5).
    RefuseConsent { party: u32, how: String },
    /// Something is found that excludes mediation.
    Exclude { exclusion: Exclusion, on: Date },
    /// An injury appraisal or valuation begins.
    BeginAppraisal { on: Date },
    /// Its result is in.
    EndAppraisal { on: Date },
    /// A mediation was held; `agreed` is the agreement, signed by those named.
    HoldMeeting { meeting: Meeting, agreed: Option<Draft>, signed: Vec<u32> },
    /// The police see no use in (further) mediation.
    EndMediation { on: Date },
    /// A recording of a mediation was damaged or lost.
    LoseRecording { no: u32, on: Date },
    /// An obligation of the agreement was performed.
    RecordPerformance { no: u32, on: Date, proof: String },
    /// The agreement is not performed.
    ReportBreach { no: u32, on: Date, declared: bool },
    /// The parties apply for recognition of their own settlement (T-N-06).
    ApplyRecognition { application: Application },
    /// The police recognise it.
    Recognise { on: Date },
    /// The police do not recognise it.
    RejectApplication { reason: String, on: Date },
    /// A superior extends the time for the decision by 30 days.
    Extend { on: Date },
    /// The police decide; `relies_on`: the mediations whose record is used as evidence.
    Decide { decision: Decision, relies_on: Vec<u32>, on: Date },
    /// It is a criminal case.
    Transfer { on: Date },
    /// The time for mediation is over.
    Lapse,
}

/// What has happened in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It was reported.
    Reported { brief: Box<Brief>, on: Date },
    /// It was accepted.
    Accepted { officer: String, on: Date },
    /// A party spoke on mediation.
    ConsentSaid { word: Consent },
    /// Something was found that excludes mediation.
    Excluded { exclusion: Exclusion, on: Date },
    /// An appraisal began; during mediation or during the decision.
    AppraisalBegun { deciding: bool, on: Date },
    /// Its result came in.
    AppraisalEnded { deciding: bool, on: Date },
    /// A mediation was held.
    MeetingHeld { no: u32, meeting: Box<Meeting> },
    /// An agreement took effect.
    AgreementMade { draft: Draft, on: Date },
    /// A recording was lost.
    RecordingLost { no: u32, on: Date },
    /// An obligation was performed.
    ObligationPerformed { no: u32, on: Date, proof: String },
    /// The agreement was broken.
    AgreementBroken { no: u32, on: Date, open: Vec<u32> },
    /// The parties applied for recognition.
    RecognitionAsked { application: Application },
    /// The police did not recognise the settlement.
    ApplicationRejected { reason: String, on: Date },
    /// The police decide instead of mediating.
    DecisionDue { why: Why, rule: String, on: Date },
    /// The time for the decision was extended.
    DecisionExtended { days: u32, on: Date },
    /// The case ended.
    Ended { ending: Ending, open: Vec<u32>, on: Date },
}

impl State {
    /// How it ended, for the agency that handed the dispute over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Reported
            | Stage::Accepted
            | Stage::Once
            | Stage::Agreed { .. }
            | Stage::Deciding { .. } => None,
            Stage::Ended { ending, .. } => Some(match ending {
                Ending::Performed | Ending::Recognised { .. } => Outcome::Performed,
                Ending::Decided { .. } => Outcome::Decided,
                Ending::Criminal => Outcome::Transferred,
                Ending::NoBreach => Outcome::Refused,
            }),
        }
    }

    /// The agreement that stands and is not yet performed.
    pub fn agreement(&self) -> Option<&Agreement> {
        match &self.stage {
            Stage::Agreed { agreement } => Some(agreement),
            Stage::Reported
            | Stage::Accepted
            | Stage::Once
            | Stage::Deciding { .. }
            | Stage::Ended { .. } => None,
        }
    }
}

/// The procedure.
pub struct PublicOrder;

impl Procedure for PublicOrder {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "public_order";
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

    fn expired(state: &State, clock: &str) -> Option<Command> {
        match (&state.stage, clock) {
            (Stage::Accepted, "first") | (Stage::Once, "second") => Some(Command::Lapse),
            (
                Stage::Reported
                | Stage::Accepted
                | Stage::Once
                | Stage::Agreed { .. }
                | Stage::Deciding { .. }
                | Stage::Ended { .. },
                _,
            ) => None,
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
