//! Labour mediation 劳动争议调解 by an enterprise committee, a people's mediation committee or a town's labour
//! organisation (劳动争议调解仲裁法 10–16). Fifteen days from the application (T-H-01); without agreement by
//! then arbitration is open. Several workers stand together, but each consents, signs and leaves for
//! himself. What is signed lives on as an agreement ([`crate::agreement_life`]): arbitral review, court
//! confirmation, payment order and suit follow there.

mod decide;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{DisputeKind, Outcome, PartyRole, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use tell::CHART;

use crate::agreement::{Draft, Form};
use crate::agreement_life::{self, LabourBody, LabourItem, Maker};
use crate::talks::{self, Application, Moved, Step, Talks};
use jiefen_procedure::words::Refusal;

/// From this many workers with a common claim a case is collective (T-H-17).
pub const COLLECTIVE: usize = 10;

/// One labour mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The talks.
    pub talks: Talks,
    /// Who mediates.
    pub body: LabourBody,
    /// The body is on the roster.
    pub lawful: bool,
    /// How it was asked for.
    pub application: Application,
    /// What is claimed, of the items that open a payment order later (T-F-08).
    pub items: BTreeSet<LabourItem>,
    /// True: nothing else is claimed.
    pub only: bool,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a labour mediation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待受理.
    Applied,
    /// 调解中, or a text is before the parties.
    Mediating,
    /// 达成协议.
    Agreed {
        /// What was agreed.
        draft: Draft,
        /// The day of effect.
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

/// How a labour mediation ended without agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 不予受理
    Declined {
        /// On which ground.
        ground: Decline,
    },
    /// 撤回同意
    Withdrawn,
    /// 调解不成
    Failed,
    /// 十五日内未达成协议，视为调解不成
    DeemedFailed,
}

/// Why it is not accepted; told in writing (企业劳动争议协商调解规定 22).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decline {
    /// 不属于劳动争议
    NotLabour,
    /// 一方不同意调解
    PartyUnwilling,
    /// 仲裁机构或者人民法院已经受理
    HandledElsewhere,
}

/// What somebody asks of a labour mediation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A party applies, in writing or orally (劳动争议调解仲裁法 12).
    Apply {
        brief: Box<Brief>,
        body: LabourBody,
        lawful: bool,
        application: Application,
        items: BTreeSet<LabourItem>,
        only: bool,
        known: BTreeSet<Circumstance>,
        on: Date,
    },
    /// The body accepts and names a mediator.
    Accept { mediator: String, on: Date },
    /// The body does not accept.
    Decline { ground: Decline, on: Date },
    /// A step within the talks.
    Talk(Step),
    /// A party withdraws; the others go on if both sides are still there.
    WithdrawConsent { party: u32, how: String },
    /// No agreement can be reached.
    EndFailed { on: Date },
    /// The fifteen days are over.
    Lapse,
}

/// What has happened in a labour mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It was asked for.
    Applied {
        /// The dispute.
        brief: Box<Brief>,
        /// Who mediates.
        body: LabourBody,
        /// On the roster.
        lawful: bool,
        /// How.
        application: Application,
        /// What is claimed.
        items: BTreeSet<LabourItem>,
        /// Nothing else is claimed.
        only: bool,
        /// When.
        on: Date,
    },
    /// It was accepted.
    Accepted { mediator: String, on: Date },
    /// Something happened in the talks.
    Talks { what: Moved },
    /// It ended without agreement.
    Ended { ending: Ending, on: Date },
}

impl State {
    /// True for ten workers or more with a common claim (T-H-17): priority, and an alert to the risk
    /// desk; never one case in the figures.
    pub fn collective(&self) -> bool {
        let parties = self.talks.brief.parties.iter();
        parties.filter(|party| party.role == PartyRole::Applicant).count() >= COLLECTIVE
    }

    /// How it ended, for the agency that handed the dispute over.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Applied | Stage::Mediating => None,
            Stage::Agreed { .. } => Some(Outcome::Agreed),
            Stage::Ended { ending, .. } => Some(match ending {
                Ending::Declined { .. } => Outcome::Refused,
                Ending::Withdrawn => Outcome::Withdrawn,
                Ending::Failed | Ending::DeemedFailed => Outcome::Failed,
            }),
        }
    }

    /// The command that opens the life of the agreement, of those only who signed it.
    pub fn life(&self) -> Option<agreement_life::Command> {
        let Stage::Agreed { draft, on } = &self.stage else { return None };
        let (body, items, only) = (self.body, self.items.clone(), self.only);
        Some(agreement_life::Command::Adopt {
            brief: Box::new(self.talks.brief_of_those_in()),
            maker: Maker::Labour { body, items, only },
            lawful: self.lawful,
            draft: draft.clone(),
            form: Form::Written,
            effective_on: *on,
            on: *on,
        })
    }
}

/// The rule within which a body decides on acceptance.
pub fn acceptance_rule(body: LabourBody) -> &'static str {
    match body {
        LabourBody::Enterprise => "T-H-01.accept",
        LabourBody::PeopleCommittee | LabourBody::Town => "policy.mediation_acceptance",
    }
}

/// The procedure.
pub struct LabourMediation;

impl Procedure for LabourMediation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "labour_mediation";
    const COMMANDS: &'static [&'static str] = tell::COMMANDS;

    fn decide(
        state: Option<&State>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        decide::decide(state, command, ctx)
    }

    fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
        decide::evolve(state, fact)
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
            (Stage::Applied | Stage::Mediating, "mediate") => Some(Command::Lapse),
            (Stage::Applied | Stage::Mediating | Stage::Agreed { .. } | Stage::Ended { .. }, _) => {
                None
            }
        }
    }

    fn name(command: &Command) -> &'static str {
        tell::name(command)
    }

    fn roles(command: &str) -> &'static [Role] {
        tell::roles(command)
    }

    fn needs_holding(command: &str) -> bool {
        !["apply", "withdraw_consent", "lapse"].contains(&command)
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}

/// True when the dispute is one that labour bodies mediate.
fn is_labour(brief: &Brief) -> bool {
    brief.kind == DisputeKind::Labour
}

fn said(moved: Vec<Moved>) -> Vec<Fact> {
    moved.into_iter().map(|what| Fact::Talks { what }).collect()
}

fn talk(talks: &Talks, step: &Step, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    talks::decide(talks, step, ctx).map(said)
}
