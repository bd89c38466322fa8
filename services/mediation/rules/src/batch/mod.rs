//! A batch of like disputes with a model case 批量（示范调解）. Disputes of one kind against one respondent are
//! brought together; one is mediated, arbitrated or tried first; its terms are offered to all. Each member
//! keeps its own dispute, consent, clocks and outcome: nobody signs for another, nobody who refuses or is
//! silent is closed, and the figures count as many cases as there are members (S11, S02).

mod decide;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use jiefen_procedure::matrix::{Known, is_suit};
use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{DisputeId, DisputeKind, Outcome, Private, Role, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use tell::CHART;

use jiefen_procedure::words::Refusal;

/// From this many on one side the court calls the litigants numerous (民诉法解释 75).
pub const NUMEROUS: usize = 10;

/// A member: one dispute, with its own desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its number within the batch.
    pub no: u32,
    /// Its own dispute.
    pub dispute: DisputeId,
    /// It has itself consented to wait for the model case.
    pub willing: bool,
    /// Where it stands.
    pub standing: Standing,
}

/// Where a member stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum Standing {
    /// 等待示范案件.
    Waiting,
    /// 已向其提出条件.
    Offered {
        /// When.
        on: Date,
    },
    /// 本人接受.
    Accepted {
        /// When.
        on: Date,
    },
    /// 本人拒绝.
    Refused {
        /// When.
        on: Date,
    },
    /// 逾期未答复: neither consent nor refusal.
    Silent {
        /// Since.
        on: Date,
    },
    /// 自行走其他途径.
    Left {
        /// Which.
        to: TrackKind,
        /// When.
        on: Date,
    },
    /// 交回本人的承办单位, where its dispute stays open.
    HandedBack {
        /// The responsible person there.
        person: String,
        /// When.
        on: Date,
    },
}

/// Before whom the model case goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ModelBody {
    /// 示范调解
    Mediation,
    /// 示范仲裁
    Arbitration,
    /// 示范诉讼
    Trial,
}

impl ModelBody {
    /// The track that the model case begins, by the kind of dispute.
    pub fn track(self, kind: DisputeKind) -> TrackKind {
        match self {
            ModelBody::Mediation => TrackKind::PeopleMediation,
            ModelBody::Arbitration if kind == DisputeKind::Labour => TrackKind::LabourArbitration,
            ModelBody::Arbitration if kind == DisputeKind::LandContracting => {
                TrackKind::LandArbitration
            }
            ModelBody::Arbitration => TrackKind::CommercialArbitration,
            ModelBody::Trial => TrackKind::Litigation,
        }
    }
}

/// One batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Of which kind the disputes are.
    pub kind: DisputeKind,
    /// Against whom.
    pub respondent: Private<String>,
    /// When it was brought together.
    pub opened_on: Date,
    /// The members.
    pub members: Vec<Member>,
    /// The model: which member, before whom, since when.
    pub model: Option<(u32, ModelBody, Date)>,
    /// The hash of the model's terms.
    pub terms: Option<String>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a batch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 归集.
    Gathering,
    /// 示范案件办理中.
    Model,
    /// 征求各成员意见.
    Offering,
    /// 已结束: no member is left in it.
    Closed {
        /// When.
        on: Date,
    },
}

/// What somebody asks of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Brings like disputes together: each with its own consent to wait.
    Open {
        kind: DisputeKind,
        respondent: Private<String>,
        members: Vec<(DisputeId, bool)>,
        on: Date,
    },
    /// Adds a like dispute.
    AddMember { kind: DisputeKind, dispute: DisputeId, willing: bool, on: Date },
    /// Names the model case; `known`: what is known of the member's dispute beside the batch.
    NameModel { member: u32, body: ModelBody, known: Known, on: Date },
    /// The model has a result: its terms, or none.
    RecordModel { terms: Option<String>, on: Date },
    /// The time for the model is over.
    LapseModel,
    /// Offers the model's terms to every waiting member.
    OfferTerms { hash: String, on: Date },
    /// Offers them again to one who was silent.
    OfferAgain { member: u32, on: Date },
    /// A member accepts for itself; `agent`: its own special mandate when another signs.
    Accept { member: u32, hash: String, agent: Option<String>, on: Date },
    /// A member refuses.
    Refuse { member: u32, on: Date },
    /// A member's time to answer is over.
    FallSilent { member: u32 },
    /// A member goes its own way, at any time.
    Leave { member: u32, to: TrackKind, on: Date },
    /// A member's dispute goes on at its own desk, with a named person.
    HandBack { member: u32, person: String, on: Date },
    /// The batch is over, when nobody is left in it.
    Close { on: Date },
}

/// What has happened to a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It was brought together.
    Opened {
        kind: DisputeKind,
        respondent: Private<String>,
        members: Vec<(DisputeId, bool)>,
        on: Date,
    },
    /// A member came in.
    MemberAdded { dispute: DisputeId, willing: bool, on: Date },
    /// The model was named.
    ModelNamed { member: u32, body: ModelBody, on: Date },
    /// The model has terms.
    ModelDone { terms: String, on: Date },
    /// There is no model, or no longer.
    ModelDropped { on: Date },
    /// The terms were offered to these members.
    TermsOffered { hash: String, to: Vec<u32>, on: Date },
    /// A member accepted.
    Accepted { member: u32, agent: Option<String>, on: Date },
    /// A member refused.
    Refused { member: u32, on: Date },
    /// A member did not answer.
    FellSilent { member: u32, on: Date },
    /// A member went its own way.
    Left { member: u32, to: TrackKind, on: Date },
    /// A member's dispute goes on at its own desk.
    HandedBack { member: u32, person: String, on: Date },
    /// The batch is over.
    Closed { on: Date },
}

/// The figures of a batch: cases, never one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// How many disputes.
    pub cases: usize,
    /// How many settled, each by its own word.
    pub accepted: usize,
    /// How many went to court.
    pub suits: usize,
    /// How many went another way.
    pub elsewhere: usize,
    /// How many are open: waiting, offered, silent, refused or back at their own desks.
    pub open: usize,
}

impl State {
    /// The member with a number.
    pub fn member(&self, no: u32) -> Option<&Member> {
        self.members.iter().find(|member| member.no == no)
    }

    /// The figures, member by member. A dispute handed back stays open: no figure may close it.
    pub fn figures(&self) -> Figures {
        let mut figures = Figures { cases: self.members.len(), ..Figures::default() };
        for member in &self.members {
            match &member.standing {
                Standing::Accepted { .. } => figures.accepted += 1,
                Standing::Left { to, .. } if is_suit(*to) => {
                    figures.suits += 1;
                }
                Standing::Left { .. } => figures.elsewhere += 1,
                Standing::Waiting
                | Standing::Offered { .. }
                | Standing::Refused { .. }
                | Standing::Silent { .. }
                | Standing::HandedBack { .. } => figures.open += 1,
            }
        }
        figures
    }

    /// True when so many went to court that the litigants are numerous: they may choose
    /// representatives, and the court may try them together; they stay separate cases.
    pub fn numerous(&self) -> bool {
        self.figures().suits >= NUMEROUS
    }

    /// The outcome of one member's dispute, as far as the batch knows; none while it is open.
    pub fn outcome_of(&self, no: u32) -> Option<Outcome> {
        match &self.member(no)?.standing {
            Standing::Accepted { .. } => Some(Outcome::Agreed),
            Standing::Left { .. } => Some(Outcome::Transferred),
            Standing::Waiting
            | Standing::Offered { .. }
            | Standing::Refused { .. }
            | Standing::Silent { .. }
            | Standing::HandedBack { .. } => None,
        }
    }
}

/// The procedure.
pub struct Batch;

impl Procedure for Batch {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "batch";
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
        match (state.stage, clock.split_once(':')) {
            (Stage::Model, None) if clock == "model" => Some(Command::LapseModel),
            (Stage::Offering, Some(("answer", no))) => {
                no.parse().ok().map(|member| Command::FallSilent { member })
            }
            (Stage::Gathering | Stage::Model | Stage::Offering | Stage::Closed { .. }, _) => None,
        }
    }

    fn name(command: &Command) -> &'static str {
        tell::name(command)
    }

    fn roles(command: &str) -> &'static [Role] {
        tell::roles(command)
    }

    fn needs_holding(_command: &str) -> bool {
        false
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
