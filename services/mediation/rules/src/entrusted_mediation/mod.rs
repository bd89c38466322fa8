//! Entrusted mediation 委托调解 after filing (T-C-01..04, T-C-11..14) and, for cases begun before 2025,
//! delegated mediation 委派调解 before filing (T-C-05). The court's own side is in the court area; this
//! is the mediator's side. Only the outcome and undisputed facts go back (T-C-12, I9).

mod chart;
mod decide;
mod evolve;
mod refusal;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod sessions;
mod table;
mod tell;
#[cfg(test)]
mod tests;

use jiefen_procedure::{
    Brief, Chart, Circumstances, ClockEffect, Consent, Notice, Outline, Procedure,
};
use jiefen_vocab::{Agency, Outcome, Private, Role, TrackKind};
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use refusal::Refusal;

use crate::session::{Held, Mode, Planned, Sitting};
use jiefen_procedure::term::Term;

/// From this day a complaint is filed first and mediated with consent afterwards (T-C-01).
pub const FILE_FIRST_FROM: Date = date(2025, 1, 1);

/// By how many days both parties may extend entrusted mediation, once (T-C-02).
pub const EXTENSION_DAYS: u32 = 30;

/// On which footing a court sends a case to mediation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mandate {
    /// 立案后委托，普通程序（T-C-02：15日）
    EntrustedOrdinary,
    /// 立案后委托，简易、小额程序（T-C-03：7日）
    EntrustedSummary,
    /// 立案前委派，2025年以前开始的案件（T-C-05：30日）
    Delegated,
}

impl Mandate {
    /// The rule of the mediation's length.
    pub fn rule(self) -> &'static str {
        match self {
            Mandate::EntrustedOrdinary => "T-C-02",
            Mandate::EntrustedSummary => "T-C-03",
            Mandate::Delegated => "T-C-05",
        }
    }

    /// The route to which the parties must have consented.
    pub fn track(self) -> TrackKind {
        match self {
            Mandate::EntrustedOrdinary | Mandate::EntrustedSummary => {
                TrackKind::CourtEntrustedMediationInLitigation
            }
            Mandate::Delegated => TrackKind::CourtEntrustedMediation,
        }
    }
}

/// One mediation for a court.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// On which footing.
    pub mandate: Mandate,
    /// The court.
    pub court: Agency,
    /// The court's number of the case or complaint.
    pub court_case: String,
    /// When the court sent it.
    pub entrusted_on: Date,
    /// Every word of a party on this mediation, in order.
    pub consents: Vec<Consent>,
    /// The mediator; barred from any other part in the case later (T-C-13).
    pub mediator: Option<String>,
    /// The term, once the mediator has signed for the file.
    pub term: Option<Term>,
    /// The session that is set.
    pub planned: Option<Planned>,
    /// The sessions held.
    pub sessions: Vec<Held>,
    /// Facts that no party disputes, recorded with everybody's consent; all that may go back
    /// (T-C-12).
    pub undisputed: Option<Private<String>>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a mediation for a court stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待签收: the mediator has not signed for the file.
    Sent,
    /// 调解中.
    Mediating,
    /// 委派调解达成协议: a contract; confirmation may be asked for (T-C-11).
    Agreed {
        /// The day of the agreement.
        on: Date,
    },
    /// 已退回法院.
    Returned {
        /// How it ended.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// What becomes of the case when it is settled (T-C-04, T-C-11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settlement {
    /// 请求法院制作调解书
    Statement,
    /// 申请撤诉
    Withdrawal,
    /// 已经履行，以其他方式结案
    ClosedOtherwise,
}

/// How a mediation for a court ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 达成协议
    Settled {
        /// What is asked of the court.
        by: Settlement,
    },
    /// 委派调解协议成立，未申请或者已经申请司法确认
    Contract {
        /// Whether confirmation was applied for.
        confirmation: bool,
    },
    /// 调解不成
    Failed,
    /// 期限届满
    TermOver,
    /// 当事人不同意或者撤回同意
    ConsentWithdrawn {
        /// Who.
        party: u32,
    },
    /// 不能承办
    Declined {
        /// On which ground.
        ground: Decline,
    },
    /// 涉嫌虚假调解（T-C-14）
    Sham,
}

/// Why a mediator or organisation does not take a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decline {
    /// 与案件有利害关系
    Interest,
    /// 超出专业领域
    OutsideField,
    /// 力量不足
    NoCapacity,
    /// 不适宜调解
    NotMediable,
}

/// What somebody asks of a mediation for a court.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The court's file arrives.
    Open { brief: Box<Brief>, mandate: Mandate, court: Agency, court_case: String, on: Date },
    /// The mediator signs for the file: the clock starts (T-C-02, T-C-03, T-C-05).
    SignFile { mediator: String, on: Date },
    /// The file goes back untouched.
    Decline { ground: Decline, on: Date },
    /// A party withdraws its consent; it ends the mediation the same day (I5).
    WithdrawConsent { party: u32, how: String },
    /// Another mediator takes over.
    ChooseMediator { mediator: String, on: Date },
    /// Sets a session.
    ScheduleSession { on: Date, place: String, mode: Mode },
    /// Records a session.
    HoldSession { session: Sitting },
    /// All parties extend the term by days.
    Extend { days: u32, agreed: Vec<u32>, on: Date },
    /// An appraisal begins; its days do not count.
    BeginAppraisal { on: Date },
    /// The appraisal's result is in.
    EndAppraisal { on: Date },
    /// All parties have agreed; `by` says what is asked of the court (not for delegated mediation).
    RecordSettlement { by: Settlement, agreed: Vec<u32>, on: Date },
    /// All parties have agreed in delegated mediation: a contract.
    RecordContract { agreed: Vec<u32>, on: Date },
    /// Confirmation of the contract was jointly applied for.
    NoteApplication { on: Date },
    /// The contract stands; nothing more is asked.
    CloseContract,
    /// Mediation has failed; undisputed facts may go along when all parties agree (T-C-12).
    EndFailed { on: Date, undisputed: Option<Private<String>>, facts_agreed: Vec<u32> },
    /// Mediation is suspected to be a sham.
    EndSham { on: Date },
    /// The term is over.
    Lapse,
}

/// What has happened in a mediation for a court.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The court's file arrived.
    Opened { brief: Box<Brief>, mandate: Mandate, court: Agency, court_case: String, on: Date },
    /// The mediator signed for the file.
    FileSigned { mediator: String, on: Date, rule: String },
    /// A party withdrew its consent.
    ConsentWithdrawn { party: u32, on: Date, how: String },
    /// Another mediator took over.
    MediatorChosen { mediator: String, on: Date },
    /// A session was set.
    SessionScheduled { session: Planned },
    /// A session was held.
    SessionHeld { session: Held },
    /// The term was extended.
    TermExtended { days: u32, on: Date },
    /// An appraisal began.
    AppraisalBegun { on: Date },
    /// An appraisal's result came in.
    AppraisalEnded { on: Date },
    /// A delegated agreement was made.
    ContractMade { on: Date },
    /// Undisputed facts were recorded with the parties' consent.
    UndisputedRecorded { facts: Private<String>, on: Date },
    /// The case went back to the court. `track` is the route on which the mediation ran; facts of earlier
    /// versions do not say it.
    Returned {
        ending: Ending,
        on: Date,
        #[serde(default)]
        track: Option<TrackKind>,
    },
}

impl State {
    /// How it ended, for the court; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Sent | Stage::Mediating => None,
            Stage::Agreed { .. } => Some(Outcome::Agreed),
            Stage::Returned { ending, .. } => Some(match ending {
                Ending::Settled { .. } | Ending::Contract { .. } => Outcome::Agreed,
                Ending::Failed | Ending::TermOver | Ending::Sham => Outcome::Failed,
                Ending::ConsentWithdrawn { .. } => Outcome::Withdrawn,
                Ending::Declined { .. } => Outcome::Refused,
            }),
        }
    }

    /// The first party without live consent (I5).
    pub fn without_consent(&self) -> Option<u32> {
        let live = |no: u32| {
            let last = self.consents.iter().rev().find(|consent| consent.party == no);
            last.is_some_and(|consent| consent.given)
        };
        self.brief.parties.iter().map(|party| party.no).find(|no| !live(*no))
    }
}

/// The procedure.
pub struct EntrustedMediation;

impl Procedure for EntrustedMediation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "entrusted_mediation";
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
            (Stage::Mediating, "mediate") => Some(Command::Lapse),
            (Stage::Agreed { .. }, "confirm") => Some(Command::CloseContract),
            (Stage::Sent | Stage::Mediating | Stage::Agreed { .. } | Stage::Returned { .. }, _) => {
                None
            }
        }
    }

    fn name(command: &Command) -> &'static str {
        table::verb(command).name()
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
