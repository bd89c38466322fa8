//! Invited mediation 特邀调解 without a suit (最高法特邀调解规定 法释〔2016〕14号; T-C-12…15; plan 六(三)2): the
//! parties ask for an organisation or mediator of the court's roster, before any complaint or without
//! one. A complaint handed in is filed first (T-C-01) and then entrusted; that is another procedure.
//! Free for the parties (特邀调解规定 29); the agreement is a contract that the inviting court confirms
//! (T-D-02).

mod chart;
mod decide;
mod evolve;
mod refusal;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{
    Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Papers, Procedure,
};
use jiefen_vocab::{Agency, DisputeKind, Outcome, Private, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use refusal::Refusal;

use crate::agreement::{Draft, Window};
use crate::neutral::{Act, Bargain, Candidate, Course, Event, Later};

/// Later parts that an invited mediator does not take in the dispute (特邀调解规定 16).
pub const BARRED: &[Later] =
    &[Later::Assessor, Later::Agent, Later::Witness, Later::Appraiser, Later::Interpreter];

/// Whether a complaint over the matter lies with a court.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "complaint", rename_all = "snake_case")]
pub enum Complaint {
    /// 没有起诉
    None,
    /// 已交起诉状，尚未立案
    HandedIn {
        /// When.
        on: Date,
    },
    /// 已经立案
    Filed,
}

/// Who invites, and in which setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The court on whose roster the neutral stands; it confirms the agreement (T-D-02).
    pub court: Agency,
    /// True when an organisation mediates: its seal is needed (特邀调解规定 24).
    pub by_organisation: bool,
    /// Whether a complaint lies with a court.
    pub complaint: Complaint,
}

/// Who named the mediator (特邀调解规定 12).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Naming {
    /// 当事人协商确定
    Parties {
        /// Who agreed.
        agreed: Vec<u32>,
    },
    /// 调解组织或者法院指定
    Body {
        /// The parties have failed to agree or asked for it.
        asked: bool,
    },
}

/// What a mediator may not do (特邀调解规定 28).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Misconduct {
    /// 强迫调解
    Forced,
    /// 违法调解
    Unlawful,
    /// 接受请托或者收受财物
    TookMoney,
    /// 泄露调解过程或者协议内容
    Leaked,
}

/// One invited mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The common course.
    pub course: Course,
    /// Who invites.
    pub invitation: Invitation,
    /// True when the parties chose the mediator together.
    pub chosen_jointly: bool,
    /// Where it stands.
    pub stage: Stage,
}

/// Where an invited mediation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待确定调解员.
    Choosing,
    /// 调解中.
    Mediating,
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

/// How an invited mediation ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 协议成立
    Contract {
        /// The agreement.
        bargain: Bargain,
        /// What was applied for.
        applied: Option<Window>,
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
    /// 不同意指定的调解员，视为不同意调解
    MediatorRefused {
        /// Who.
        party: u32,
    },
    /// 涉嫌虚假调解（T-C-14）
    Sham,
}

/// What somebody asks of an invited mediation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// It comes, with every party's consent; `facts` are what may close the route (I4).
    Open { brief: Box<Brief>, invitation: Invitation, facts: BTreeSet<Circumstance>, on: Date },
    /// The mediator is named from the roster; the term begins.
    Name { mediator: Candidate, by: Naming, on: Date },
    /// A party does not accept the mediator that was named for it.
    RefuseNamed { party: u32, on: Date },
    /// A common step.
    Course(Act),
    /// The mediator did what it may not; it leaves, the court is told.
    ReportMisconduct { what: Misconduct, on: Date },
    /// All have signed.
    Agree { draft: Draft, signed: Vec<u32>, by_mediator: bool, sealed: bool, on: Date },
    /// Confirmation was jointly applied for.
    NoteApplication { window: Window, on: Date },
    /// A window has closed unused.
    CloseWindow { window: Window },
    /// Mediation has failed; undisputed facts may be recorded when all agree.
    EndFailed { on: Date, undisputed: Option<Private<String>>, facts_agreed: Vec<u32> },
    /// Mediation is suspected to be a sham.
    EndSham { on: Date },
    /// The term is over.
    Lapse,
}

/// What has happened in an invited mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It came.
    Opened { brief: Box<Brief>, invitation: Invitation, on: Date },
    /// A common event.
    Course { event: Event },
    /// Mediation began under a mediator named jointly or by the body.
    Begun { jointly: bool, on: Date },
    /// The mediator's misconduct was reported to the court.
    Misconduct { what: Misconduct, on: Date },
    /// The agreement was made.
    Agreed { bargain: Bargain, court: Agency },
    /// A window closed unused.
    WindowClosed { window: Window, on: Date },
    /// It ended.
    Ended { ending: Ending, on: Date, kind: DisputeKind },
}

impl State {
    /// How it ended, for the agency that handed the dispute over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Choosing | Stage::Mediating => None,
            Stage::Agreed { .. } => Some(Outcome::Agreed),
            Stage::Ended { ending, .. } => Some(match ending {
                Ending::Contract { .. } => Outcome::Agreed,
                Ending::Failed | Ending::TermOver | Ending::Sham => Outcome::Failed,
                Ending::ConsentWithdrawn { .. } | Ending::MediatorRefused { .. } => {
                    Outcome::Withdrawn
                }
            }),
        }
    }

    /// The papers of the agreement.
    pub fn papers(&self) -> Option<Papers> {
        match &self.stage {
            Stage::Agreed { bargain }
            | Stage::Ended { ending: Ending::Contract { bargain, .. }, .. } => {
                Some(bargain.papers())
            }
            Stage::Choosing | Stage::Mediating | Stage::Ended { .. } => None,
        }
    }

    /// True when a person may take a later part in the dispute (T-C-13).
    pub fn may_later(&self, person: &str, part: Later) -> bool {
        self.course.may_later(person, part, BARRED)
    }
}

/// The procedure.
pub struct InvitedMediation;

impl Procedure for InvitedMediation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "invited_mediation";
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
            (Stage::Mediating, "mediate") => Some(Command::Lapse),
            (Stage::Agreed { .. }, "confirm") => {
                Some(Command::CloseWindow { window: Window::Confirmation })
            }
            // The right to choose together is over; the body names (特邀调解规定 12).
            (
                Stage::Choosing | Stage::Mediating | Stage::Agreed { .. } | Stage::Ended { .. },
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
