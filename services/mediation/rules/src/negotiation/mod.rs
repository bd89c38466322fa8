//! Negotiation 协商和解 (plan 五(五); 民法典 5, 464, 471–489): the parties talk, with or without a host. An
//! offer binds as the Civil Code says, silence never accepts, and the settlement is a contract: it can
//! be notarised, but no court confirms it, because no mediating body made it (民事诉讼法 205).

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
use jiefen_procedure::term::Term;
use jiefen_procedure::{
    Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Papers, Procedure,
};
use jiefen_vocab::{Outcome, Private, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use refusal::Refusal;

use crate::agreement::Draft;
use crate::neutral::obligations;

/// Who speaks for a party, and whether that may settle (民法典 165；民事诉讼法 62).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    /// The party.
    pub party: u32,
    /// The agent's name.
    pub agent: Private<String>,
    /// A special mandate to settle.
    pub may_settle: bool,
    /// Since when.
    pub on: Date,
}

/// A proposal on the table (民法典 472).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Its number, from 1; a counter-proposal is a new one (民法典 488).
    pub no: u32,
    /// Who made it.
    pub by: u32,
    /// The text.
    pub draft: Draft,
    /// The last day for acceptance; an offer with one is irrevocable (民法典 476).
    pub until: Option<Date>,
    /// When it was made.
    pub on: Date,
    /// Who has accepted it.
    pub accepted: BTreeSet<u32>,
}

/// One negotiation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// The party who invited the others.
    pub inviter: u32,
    /// When.
    pub begun_on: Date,
    /// The parties who are willing to talk.
    pub willing: BTreeSet<u32>,
    /// The mandates shown.
    pub mandates: Vec<Mandate>,
    /// The time for the talks, once all are willing.
    pub term: Option<Term>,
    /// How many proposals there were; what was in those that failed stays with the parties (I9).
    pub offers: u32,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a negotiation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 已邀请.
    Invited,
    /// 协商中.
    Talking,
    /// 有方案待答复.
    Proposed {
        /// The proposal.
        offer: Offer,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// How a negotiation ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 达成和解协议
    Settled {
        /// The text.
        draft: Draft,
    },
    /// 协商不成
    Failed,
    /// 协商期限届满
    TermOver,
    /// 邀请无人答复
    NoAnswer,
    /// 不愿协商
    Declined {
        /// Who.
        party: u32,
    },
    /// 退出协商
    Left {
        /// Who.
        party: u32,
    },
}

/// What somebody asks of a negotiation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A party invites the others; `facts` are what may close the route (I4).
    Invite { brief: Box<Brief>, by: u32, facts: BTreeSet<Circumstance>, on: Date },
    /// An invited party is willing.
    Agree { party: u32, on: Date },
    /// An invited party is not.
    Refuse { party: u32, on: Date },
    /// An agent shows its mandate.
    Mandate { mandate: Mandate },
    /// A party proposes a text; by another than the offeror it is a counter-proposal.
    Propose { by: u32, draft: Draft, until: Option<Date>, on: Date },
    /// A party accepts the text as it stands.
    Accept { party: u32, hash: String, by_agent: bool, guardian: bool, on: Date },
    /// A party rejects the proposal.
    Reject { party: u32, on: Date },
    /// The offeror revokes it.
    Revoke { on: Date },
    /// All parties take more time.
    Extend { days: u32, agreed: Vec<u32>, on: Date },
    /// A party leaves the talks; nobody is kept in them.
    Leave { party: u32, on: Date },
    /// The talks have failed.
    EndFailed { on: Date },
    /// The invitation was not answered in time.
    LapseInvitation,
    /// The proposal was not accepted in time.
    LapseOffer,
    /// The time for the talks is over.
    Lapse,
}

/// What has happened in a negotiation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The others were invited.
    Invited { brief: Box<Brief>, by: u32, on: Date },
    /// A party is willing.
    Willing { party: u32, on: Date },
    /// All are: the talks began.
    TalksBegun { on: Date },
    /// A mandate was shown.
    Mandated { mandate: Mandate },
    /// A proposal was made.
    Proposed { offer: Offer },
    /// A party accepted it.
    Accepted { party: u32, on: Date },
    /// It is off the table.
    OfferEnded { how: OfferEnd, on: Date },
    /// The parties took more time.
    Extended { days: u32, on: Date },
    /// The negotiation ended.
    Ended { ending: Ending, on: Date, kind: jiefen_vocab::DisputeKind },
}

/// How a proposal left the table (民法典 478).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferEnd {
    /// 被拒绝
    Rejected,
    /// 被撤销
    Revoked,
    /// 逾期未承诺
    Lapsed,
    /// 对方另提方案
    Countered,
}

impl State {
    /// How it ended, for the agency that handed the dispute over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        let Stage::Ended { ending, .. } = &self.stage else { return None };
        Some(match ending {
            Ending::Settled { .. } => Outcome::Agreed,
            Ending::Failed | Ending::TermOver | Ending::NoAnswer => Outcome::Failed,
            Ending::Declined { .. } | Ending::Left { .. } => Outcome::Withdrawn,
        })
    }

    /// The papers of a settlement: contract force, not open to judicial confirmation.
    pub fn papers(&self) -> Option<Papers> {
        let Stage::Ended { ending: Ending::Settled { draft }, on, .. } = &self.stage else {
            return None;
        };
        Some(Papers {
            effect: Some("contract".to_owned()),
            obligations: obligations(draft),
            on: Some(*on),
            ..Papers::default()
        })
    }
}

/// The procedure.
pub struct Negotiation;

impl Procedure for Negotiation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "negotiation";
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
            (Stage::Invited, "answer") => Some(Command::LapseInvitation),
            (Stage::Proposed { .. }, "offer") => Some(Command::LapseOffer),
            (Stage::Talking | Stage::Proposed { .. }, "talk") => Some(Command::Lapse),
            (Stage::Invited | Stage::Talking | Stage::Proposed { .. } | Stage::Ended { .. }, _) => {
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
        tell::needs_holding(command)
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
