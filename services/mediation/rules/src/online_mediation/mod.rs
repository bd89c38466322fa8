//! Online mediation 在线调解 on the courts' platform (人民法院在线调解规则, in force 2022-01-01; T-C-06…10):
//! consent to the form, choice or naming of the mediator, acceptance, asking the other side, identity,
//! records, electronic signatures, and what each silence means.

mod agree;
mod chart;
mod decide;
mod evolve;
mod refusal;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod steps;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{
    Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Papers, Procedure,
};
use jiefen_vocab::{Agency, DisputeKind, Outcome, Private, Role, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use refusal::Refusal;

use crate::agreement::{Draft, Window};
pub use crate::entrusted_mediation::Settlement;
pub use crate::invited_mediation::BARRED;
use crate::neutral::{Act, Bargain, Candidate, Course, Event, Later};

/// On which footing the platform is used (在线调解规则 9–12, 24).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Footing {
    /// 当事人立案前申请
    Applied,
    /// 法院立案前委派（2025年以前）
    Delegated,
    /// 立案后委托，普通程序
    EntrustedOrdinary,
    /// 立案后委托，简易程序
    EntrustedSummary,
}

impl Footing {
    /// The rule of its length (在线调解规则 24).
    pub fn rule(self) -> &'static str {
        match self {
            Footing::Applied | Footing::Delegated => "T-C-09",
            Footing::EntrustedOrdinary => "T-C-09.ordinary",
            Footing::EntrustedSummary => "T-C-09.summary",
        }
    }

    /// True when the case is filed.
    pub fn is_filed(self) -> bool {
        match self {
            Footing::Applied | Footing::Delegated => false,
            Footing::EntrustedOrdinary | Footing::EntrustedSummary => true,
        }
    }

    /// The route of the matrix by which it may start (I4).
    pub fn track(self) -> TrackKind {
        match self {
            Footing::Applied => TrackKind::InvitedMediation,
            Footing::Delegated => TrackKind::CourtEntrustedMediation,
            Footing::EntrustedOrdinary | Footing::EntrustedSummary => {
                TrackKind::CourtEntrustedMediationInLitigation
            }
        }
    }
}

/// What the court found of an application (在线调解规则 4, 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Suited {
    /// 适宜
    Yes,
    /// 不属于受案范围
    OutsideCourt,
    /// 邀请法院无管辖权
    OtherCourt,
    /// 不适宜在线
    NotOnline,
}

/// How a session is recorded (在线调解规则 22).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Record {
    /// 电子笔录，各方在线核对
    Transcript,
    /// 录音录像代替电子笔录
    Recording,
}

/// Who signs electronically (在线调解规则 19).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "signer", rename_all = "snake_case")]
pub enum Signer {
    /// 当事人
    Party {
        /// Its number.
        no: u32,
    },
    /// 调解员
    Mediator,
    /// 调解组织电子印章
    Seal,
}

/// One online mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The common course; its consents are to the online form.
    pub course: Course,
    /// On which footing.
    pub footing: Footing,
    /// The court of the platform.
    pub court: Agency,
    /// True when an organisation mediates: its seal is needed.
    pub by_organisation: bool,
    /// The parties may still choose together.
    pub may_choose: bool,
    /// The day of the application, or of the last re-assignment.
    pub asked_on: Date,
    /// The parties whose identity was checked and who were told of sham mediation.
    pub verified: BTreeSet<u32>,
    /// Everybody agreed to sessions on site.
    pub on_site: bool,
    /// The mediator was replaced at a party's wish.
    pub replaced: bool,
    /// How each session was recorded.
    pub records: BTreeMap<u32, Record>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where an online mediation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待确定调解员.
    Choosing,
    /// 待调解员确认接受.
    Offered {
        /// Who.
        mediator: Candidate,
        /// When it was sent.
        on: Date,
    },
    /// 征询对方意愿.
    Asking,
    /// 调解中.
    Mediating,
    /// 待电子签章.
    Signing {
        /// The text.
        draft: Draft,
        /// What is asked of the court, after filing.
        ask: Option<Settlement>,
        /// Who has signed, and when.
        signed: BTreeMap<SignerKey, Date>,
    },
    /// 达成协议.
    Agreed {
        /// The agreement.
        bargain: Bargain,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// A signer as a key of a map: a party's number, `mediator` or `seal`.
pub type SignerKey = String;

impl Signer {
    /// The key under which the signature is kept.
    pub fn key(self) -> SignerKey {
        match self {
            Signer::Party { no } => no.to_string(),
            Signer::Mediator => "mediator".to_owned(),
            Signer::Seal => "seal".to_owned(),
        }
    }
}

/// How an online mediation ended (在线调解规则 25).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 立案前达成协议
    Contract {
        /// The agreement.
        bargain: Bargain,
        /// What was applied for.
        applied: Option<Window>,
    },
    /// 立案后达成协议，交法院
    ToCourt {
        /// The agreement.
        bargain: Bargain,
        /// What is asked.
        ask: Settlement,
    },
    /// 分歧较大
    Failed,
    /// 期限届满，未合意延长
    TermOver,
    /// 无法联系当事人
    Unreachable,
    /// 一方拒绝或者不愿继续
    Refused {
        /// Who.
        party: u32,
    },
    /// 拒绝签章
    RefusedToSign {
        /// Who.
        party: u32,
    },
    /// 涉嫌虚假调解（T-C-14）
    Sham,
}

/// What somebody asks of an online mediation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// It is applied for or sent; `facts` are what may close the route (I4).
    Open {
        brief: Box<Brief>,
        footing: Footing,
        court: Agency,
        by_organisation: bool,
        suited: Suited,
        facts: BTreeSet<Circumstance>,
        on: Date,
    },
    /// The parties choose together (T-C-06).
    Choose { mediator: Candidate, agreed: Vec<u32>, on: Date },
    /// The court names; `asked`: the parties agreed to that.
    CourtNames { mediator: Candidate, asked: bool, on: Date },
    /// The mediator confirms on the platform; the term begins (T-C-07, T-C-09).
    Accept { on: Date },
    /// The mediator does not take it, with reasons.
    DeclineTask { on: Date },
    /// The other party consents to the online form.
    GiveConsent { party: u32, how: String, on: Date },
    /// The other party refuses.
    RefuseConsent { party: u32, on: Date },
    /// A party cannot be reached.
    NoteUnreachable { party: u32, on: Date },
    /// A party's identity was checked, and it was told of sham mediation.
    Verify { party: u32, on: Date },
    /// A party wants a session on site and these others agree.
    GoOnSite { agreed: Vec<u32>, on: Date },
    /// A common step.
    Course(Act),
    /// A party does not accept the replacement either and does not choose.
    RefuseReplacement { party: u32, on: Date },
    /// A session's record: confirmed online by these parties.
    KeepRecord { no: u32, record: Record, agreed: Vec<u32>, on: Date },
    /// A text is put on the platform for signature.
    PutText { draft: Draft, ask: Option<Settlement>, on: Date },
    /// An electronic signature or seal.
    Sign { signer: Signer, on: Date },
    /// A party refuses to sign.
    RefuseSign { party: u32, on: Date },
    /// Confirmation was jointly applied for.
    NoteApplication { window: Window, on: Date },
    /// A window has closed unused.
    CloseWindow { window: Window },
    /// Mediation has failed; undisputed facts may be recorded when all agree.
    EndFailed { on: Date, undisputed: Option<Private<String>>, facts_agreed: Vec<u32> },
    /// Mediation is suspected to be a sham.
    EndSham { on: Date },
    /// The time of this stage is over.
    Lapse,
    /// The time to ask the other party is over.
    LapseAsking,
}

/// What has happened in an online mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It was applied for or sent.
    Opened {
        /// The dispute.
        brief: Box<Brief>,
        /// On which footing.
        footing: Footing,
        /// The court.
        court: Agency,
        /// True when an organisation mediates.
        by_organisation: bool,
        /// True when all consent and may choose together.
        may_choose: bool,
        /// When.
        on: Date,
    },
    /// The right to choose together is over; the court names.
    ChoiceOver { on: Date },
    /// A mediator was chosen or named.
    Offered { mediator: Candidate, on: Date },
    /// It was not accepted; another is named, or chosen where all consent.
    Reassigned { may_choose: bool, on: Date },
    /// The mediator accepted; `asking`: the other party is asked next.
    Accepted { asking: bool, on: Date },
    /// A party consented to the online form.
    Consented { party: u32, how: String, on: Date },
    /// All have; mediation began.
    AllConsent { on: Date },
    /// A party was identified.
    Verified { party: u32, on: Date },
    /// Everybody agreed to sessions on site.
    OnSite { on: Date },
    /// A common event.
    Course { event: Event },
    /// The mediator was replaced at a party's wish.
    Replaced { on: Date },
    /// A session's record was kept.
    Recorded { no: u32, record: Record, on: Date },
    /// A text was put up for signature.
    TextPut { draft: Draft, ask: Option<Settlement>, on: Date },
    /// Somebody signed.
    Signed { signer: Signer, on: Date },
    /// The agreement took effect, before filing.
    InForce { bargain: Bargain, court: Agency },
    /// A window closed unused.
    WindowClosed { window: Window, on: Date },
    /// It ended.
    Ended { ending: Ending, footing: Footing, on: Date, kind: DisputeKind },
}

impl State {
    /// How it ended, for the agency that sent it; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Choosing
            | Stage::Offered { .. }
            | Stage::Asking
            | Stage::Mediating
            | Stage::Signing { .. } => None,
            Stage::Agreed { .. } => Some(Outcome::Agreed),
            Stage::Ended { ending, .. } => Some(match ending {
                Ending::Contract { .. } | Ending::ToCourt { .. } => Outcome::Agreed,
                Ending::Failed
                | Ending::TermOver
                | Ending::Unreachable
                | Ending::RefusedToSign { .. }
                | Ending::Sham => Outcome::Failed,
                Ending::Refused { .. } => Outcome::Withdrawn,
            }),
        }
    }

    /// The papers of the agreement.
    pub fn papers(&self) -> Option<Papers> {
        match &self.stage {
            Stage::Agreed { bargain }
            | Stage::Ended {
                ending: Ending::Contract { bargain, .. } | Ending::ToCourt { bargain, .. },
                ..
            } => Some(bargain.papers()),
            Stage::Choosing
            | Stage::Offered { .. }
            | Stage::Asking
            | Stage::Mediating
            | Stage::Signing { .. }
            | Stage::Ended { .. } => None,
        }
    }

    /// True when a person may take a later part in the dispute (T-C-13).
    pub fn may_later(&self, person: &str, part: Later) -> bool {
        self.course.may_later(person, part, BARRED)
    }
}

/// The procedure.
pub struct OnlineMediation;

impl Procedure for OnlineMediation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "online_mediation";
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
        match (&state.stage, clock) {
            (Stage::Choosing, "choose")
            | (Stage::Offered { .. }, "accept")
            | (Stage::Asking | Stage::Mediating | Stage::Signing { .. }, "mediate") => {
                Some(Command::Lapse)
            }
            (Stage::Asking, "ask") => Some(Command::LapseAsking),
            (Stage::Agreed { .. }, "confirm") => {
                Some(Command::CloseWindow { window: Window::Confirmation })
            }
            // The court's three working days to name are a finding against it (T-C-06.name).
            (
                Stage::Choosing
                | Stage::Offered { .. }
                | Stage::Asking
                | Stage::Mediating
                | Stage::Signing { .. }
                | Stage::Agreed { .. }
                | Stage::Ended { .. },
                _,
            ) => None,
        }
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
