//! Delegated mediation 委派调解 before filing, as it was until 2024 (特邀调解规定 11, 19, 21, 24, 27; T-C-05).
//! Since 2025-01-01 the court files first (T-C-01): what begins then is refused. What began before
//! keeps its rule to its end, on whatever day it is recorded; when it fails the court must file, and
//! the case is not done until it has or the claimant no longer insists.

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
pub use crate::entrusted_mediation::Decline;
pub use crate::invited_mediation::BARRED;
use crate::neutral::{Act, Bargain, Candidate, Course, Event, Later};

/// One delegated mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The common course.
    pub course: Course,
    /// The court that delegated it; it confirms the agreement (T-D-02) or files the case.
    pub court: Agency,
    /// The court's number of the complaint.
    pub complaint: String,
    /// The day of the complaint.
    pub handed_in: Date,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a delegated mediation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待签收.
    Sent,
    /// 调解中.
    Mediating,
    /// 达成协议.
    Agreed {
        /// The agreement.
        bargain: Bargain,
    },
    /// 退回待立案.
    Returned {
        /// Why.
        why: Why,
        /// When.
        on: Date,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// Why the file went back to the court.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why {
    /// 调解不成
    Failed,
    /// 期限届满
    TermOver,
    /// 逾期未签收
    NotSigned,
    /// 不能承办
    Declined {
        /// On which ground.
        ground: Decline,
    },
    /// 撤回同意
    ConsentWithdrawn {
        /// Who.
        party: u32,
    },
    /// 涉嫌虚假调解（T-C-14）
    Sham,
}

/// How a delegated mediation ended.
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
    /// 法院已经立案
    Filed {
        /// Why it had gone back.
        why: Why,
        /// The number of the case.
        case: String,
    },
    /// 原告不再坚持诉讼
    NotPursued {
        /// Why it had gone back.
        why: Why,
    },
}

/// What somebody asks of a delegated mediation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The court sends a complaint that it has not filed, with every party's consent.
    Open {
        brief: Box<Brief>,
        court: Agency,
        complaint: String,
        handed_in: Date,
        facts: BTreeSet<Circumstance>,
        on: Date,
    },
    /// The mediator signs for the file: the 30 days begin (T-C-05).
    SignFile { mediator: Candidate, on: Date },
    /// The file goes back untouched.
    Decline { ground: Decline, on: Date },
    /// A common step.
    Course(Act),
    /// All have signed, the organisation has sealed; a copy goes to the court.
    Agree { draft: Draft, signed: Vec<u32>, by_mediator: bool, sealed: bool, on: Date },
    /// Confirmation was jointly applied for.
    NoteApplication { window: Window, on: Date },
    /// A window has closed unused.
    CloseWindow { window: Window },
    /// Mediation has failed; undisputed facts may go along when all agree (T-C-12).
    EndFailed { on: Date, undisputed: Option<Private<String>>, facts_agreed: Vec<u32> },
    /// Mediation is suspected to be a sham.
    EndSham { on: Date },
    /// The time of this stage is over.
    Lapse,
    /// The court has filed the complaint.
    NoteFiled { case: String, on: Date },
    /// The claimant no longer insists and takes the complaint back.
    NoteNotPursued { on: Date },
}

/// What has happened in a delegated mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The court sent it.
    Opened {
        /// The dispute.
        brief: Box<Brief>,
        /// The court.
        court: Agency,
        /// The complaint's number.
        complaint: String,
        /// The day of the complaint.
        handed_in: Date,
        /// The rule within which the mediator signs for the file.
        sign_by: String,
        /// When.
        on: Date,
    },
    /// The mediator signed for the file.
    FileSigned { on: Date },
    /// A common event.
    Course { event: Event },
    /// The agreement was made.
    Agreed { bargain: Bargain, court: Agency },
    /// A window closed unused.
    WindowClosed { window: Window, on: Date },
    /// The file went back; the court must file.
    Returned { why: Why, on: Date },
    /// It ended.
    Ended { ending: Ending, on: Date, kind: DisputeKind },
}

impl State {
    /// How it ended, for the court; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        let of = |why: &Why| match why {
            Why::Failed | Why::TermOver | Why::Sham => Outcome::Failed,
            Why::NotSigned | Why::Declined { .. } => Outcome::Refused,
            Why::ConsentWithdrawn { .. } => Outcome::Withdrawn,
        };
        match &self.stage {
            Stage::Sent | Stage::Mediating => None,
            Stage::Agreed { .. } | Stage::Ended { ending: Ending::Contract { .. }, .. } => {
                Some(Outcome::Agreed)
            }
            Stage::Returned { why, .. }
            | Stage::Ended { ending: Ending::Filed { why, .. }, .. } => Some(of(why)),
            Stage::Ended { ending: Ending::NotPursued { .. }, .. } => Some(Outcome::Withdrawn),
        }
    }

    /// The papers of the agreement.
    pub fn papers(&self) -> Option<Papers> {
        match &self.stage {
            Stage::Agreed { bargain }
            | Stage::Ended { ending: Ending::Contract { bargain, .. }, .. } => {
                Some(bargain.papers())
            }
            Stage::Sent | Stage::Mediating | Stage::Returned { .. } | Stage::Ended { .. } => None,
        }
    }

    /// True when a person may take a later part in the case (T-C-13).
    pub fn may_later(&self, person: &str, part: Later) -> bool {
        self.course.may_later(person, part, BARRED)
    }
}

/// The procedure.
pub struct DelegatedMediation;

impl Procedure for DelegatedMediation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "delegated_mediation";
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
            (Stage::Sent, "sign") | (Stage::Mediating, "mediate") => Some(Command::Lapse),
            (Stage::Agreed { .. }, "confirm") => {
                Some(Command::CloseWindow { window: Window::Confirmation })
            }
            // The court's seven days are a finding against it; its duty to file stays (T-E-02).
            (
                Stage::Sent
                | Stage::Mediating
                | Stage::Agreed { .. }
                | Stage::Returned { .. }
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
