//! The supervision order 督办单: drafted from the figures, signed by a person, answered within five
//! working days or circulated; it ends by verified performance only (C-042, S21, plan 九(三)).
//! The next rung, the talk 约谈, begins where this procedure ends in `talk_due`.

mod chart;
mod decide;
mod refusal;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Agency, DisputeId, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use refusal::Refusal;

/// The clock of the signature under a draft, of a circular, of the check of an answer.
pub(crate) const WORK: &str = "work";
/// The clock of the unit's reply.
pub(crate) const REPLY: &str = "reply";
/// The clock of rectification after a circular.
pub(crate) const RECTIFY: &str = "rectify";
pub(crate) const REPLY_RULE: &str = "policy.supervision_reply";
pub(crate) const RECTIFY_RULE: &str = "policy.follow_up";

/// A supervision order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The unit that must answer.
    pub unit: Agency,
    /// The figure behind it: indicator and variant, or the count that made it due.
    pub ground: String,
    /// The disputes behind it: the order opens to its cases.
    pub disputes: BTreeSet<DisputeId>,
    /// What is demanded.
    pub demand: String,
    /// Who drafted it.
    pub drafted_by: String,
    /// When.
    pub drafted_on: Date,
    /// Who signed it, and when.
    pub signed: Option<(String, Date)>,
    /// The unit's latest answer.
    pub answer: Option<Answer>,
    /// When it was circulated.
    pub circulated_on: Option<Date>,
    /// The text of the circular; empty: there is none, or it was issued before the text was kept with the order.
    #[serde(default)]
    pub circular: String,
    /// Where it stands.
    pub stage: Stage,
}

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Drafted, not signed.
    Drafted,
    /// Signed; the reply clock runs.
    Signed,
    /// The reply clock ran out; the circular is to be issued.
    Overdue,
    /// Circulated 通报; the rectification clock runs.
    Circulated,
    /// Answered; the answer is to be checked.
    Answered,
    /// Verified as performed.
    Verified,
    /// The draft was discarded or the order withdrawn.
    Withdrawn,
    /// Not rectified in time: the talk 约谈 is due.
    TalkDue,
}

/// A unit's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What was done.
    pub measures: String,
    /// By whom.
    pub by: String,
    /// When.
    pub on: Date,
}

/// What may be asked of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Draft an order. A machine may; only a person may sign.
    Draft {
        /// The unit that must answer.
        unit: Agency,
        /// The figure behind it.
        ground: String,
        /// The disputes behind it.
        disputes: BTreeSet<DisputeId>,
        /// What is demanded.
        demand: String,
    },
    /// Sign the draft and send it.
    Sign,
    /// Withdraw the draft or the order: the ground was wrong.
    Withdraw {
        /// Why.
        reason: String,
    },
    /// Answer for the unit.
    Answer {
        /// What was done.
        measures: String,
    },
    /// The reply is late: the clock says so.
    MarkOverdue,
    /// Issue the circular.
    Circulate {
        /// Its text.
        text: String,
    },
    /// Check the answer.
    Verify {
        /// True: what was demanded has been done.
        performed: bool,
        /// What was found.
        finding: String,
    },
    /// Not rectified in time: the clock says so.
    RaiseTalk,
    /// The office's own step is late: the clock says so.
    FlagLate,
}

/// What has happened to an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It was drafted.
    OrderDrafted {
        /// The unit.
        unit: Agency,
        /// The figure.
        ground: String,
        /// The disputes.
        disputes: BTreeSet<DisputeId>,
        /// The demand.
        demand: String,
        /// By whom.
        by: String,
        /// When.
        on: Date,
    },
    /// It was signed and sent.
    OrderSigned {
        /// The unit that must answer.
        unit: Agency,
        /// By whom.
        by: String,
        /// When.
        on: Date,
    },
    /// It was withdrawn.
    OrderWithdrawn {
        /// Where it stood.
        stood: Stage,
        /// Why.
        reason: String,
        /// When.
        on: Date,
    },
    /// The unit answered.
    OrderAnswered {
        /// Where the order stood: the answer may be in time, late, or after the circular.
        stood: Stage,
        /// The answer.
        answer: Answer,
    },
    /// The unit did not answer in time.
    ReplyFellDue {
        /// When.
        on: Date,
    },
    /// The circular was issued.
    CircularIssued {
        /// Its text.
        text: String,
        /// When.
        on: Date,
    },
    /// The answer was checked and what was demanded has been done.
    PerformanceVerified {
        /// What was found.
        finding: String,
        /// When.
        on: Date,
    },
    /// The answer was checked and is not enough.
    AnswerRejected {
        /// What was found.
        finding: String,
        /// True: the circular is out, and the clock of rectification runs anew.
        circulated: bool,
        /// When.
        on: Date,
    },
    /// Not rectified in time.
    TalkFellDue {
        /// When.
        on: Date,
    },
    /// The office's own step is late.
    LatenessFound {
        /// When.
        on: Date,
    },
}

/// The procedure of a supervision order.
#[derive(Debug, Clone, Copy)]
pub struct Order;

impl Procedure for Order {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "order";
    const COMMANDS: &'static [&'static str] = &[
        "draft",
        "sign",
        "withdraw",
        "answer",
        "mark_overdue",
        "circulate",
        "verify",
        "raise_talk",
        "flag_late",
    ];

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
        chart::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        chart::clocks(fact)
    }

    fn notices(_: &Fact) -> Vec<Notice> {
        // An order has no parties; the unit receives it as a message of this agency.
        Vec::new()
    }

    fn expired(_: &State, clock: &str) -> Option<Command> {
        match clock {
            REPLY => Some(Command::MarkOverdue),
            RECTIFY => Some(Command::RaiseTalk),
            WORK => Some(Command::FlagLate),
            _ => None,
        }
    }

    fn name(command: &Command) -> &'static str {
        match command {
            Command::Draft { .. } => "draft",
            Command::Sign => "sign",
            Command::Withdraw { .. } => "withdraw",
            Command::Answer { .. } => "answer",
            Command::MarkOverdue => "mark_overdue",
            Command::Circulate { .. } => "circulate",
            Command::Verify { .. } => "verify",
            Command::RaiseTalk => "raise_talk",
            Command::FlagLate => "flag_late",
        }
    }

    fn roles(command: &str) -> &'static [Role] {
        match command {
            "draft" => &[Role::Coordinator, Role::Assessor, Role::System],
            "sign" | "circulate" => &[Role::Coordinator, Role::Leader],
            "withdraw" => &[Role::Coordinator, Role::Leader],
            "verify" => &[Role::Coordinator, Role::Assessor],
            "answer" => &[
                Role::CentreDirector,
                Role::MediationHead,
                Role::CourtPresident,
                Role::ArbitrationDirector,
                Role::PetitionHead,
                Role::ReviewHead,
            ],
            "mark_overdue" | "raise_talk" | "flag_late" => &[Role::System],
            _ => &[],
        }
    }

    fn needs_holding(_: &str) -> bool {
        // An order is no dispute: there is no holder.
        false
    }

    fn chart() -> &'static Chart {
        &chart::CHART
    }
}
