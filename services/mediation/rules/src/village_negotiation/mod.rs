//! Village negotiation 村民协商 (T-R-06, T-R-07; C-193, C-194): a topic is talked over in a council, hearing or
//! talk. A dispute between villagers ends only by their own agreement; a common matter ends in an
//! outcome that the committee carries out, or goes to the village assembly: notice, quorum, majority,
//! publicity, the town's review of an objection. An assembly decides nobody's private rights.

mod decide;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Outcome, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use tell::CHART;

use crate::agreement::{Draft, Form};
use crate::agreement_life::{self, Maker};
use jiefen_procedure::words::Refusal;

/// What is negotiated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// 村民之间的纠纷
    Dispute,
    /// 本村公共事务、公益事业
    Common,
    /// 个别农户之间适当调整承包地（土地承包法 28）
    LandAdjustment,
}

/// The form of negotiation (C-194, C-126).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Forum {
    /// 议事会
    Council,
    /// 民主听证会
    Hearing,
    /// 恳谈会
    Talks,
    /// 联席会
    Joint,
}

/// Which meeting decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meeting {
    /// 村民会议，按十八周岁以上村民
    Villagers,
    /// 村民会议，按户的代表
    Households,
    /// 村民代表会议
    Representatives,
}

/// Who calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "caller", rename_all = "snake_case")]
pub enum Caller {
    /// 村民委员会
    Committee,
    /// 村民提议
    Villagers {
        /// How many.
        count: u32,
    },
    /// 村民代表提议
    Representatives {
        /// How many.
        count: u32,
    },
}

/// The roll of the village on the day of the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roll {
    /// Villagers of eighteen years and older.
    pub adults: u32,
    /// Households.
    pub households: u32,
    /// Village representatives.
    pub representatives: u32,
}

/// A meeting that was called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Called {
    /// Which.
    pub meeting: Meeting,
    /// On which day.
    pub on: Date,
    /// The roll.
    pub roll: Roll,
}

/// One negotiation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute behind it; its parties, when the topic is a dispute.
    pub brief: Brief,
    /// What is negotiated.
    pub topic: Topic,
    /// In which form.
    pub forum: Forum,
    /// When the topic was set.
    pub since: Date,
    /// How often it was talked over.
    pub rounds: u32,
    /// The hash of the outcome or resolution that stands.
    pub outcome: Option<String>,
    /// It was resolved by a meeting.
    pub by_meeting: bool,
    /// What the parties of a dispute agreed.
    pub draft: Option<Draft>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a negotiation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 协商中.
    Talking,
    /// 已通知开会.
    Called {
        /// The meeting.
        called: Called,
    },
    /// 公示中.
    Public {
        /// Since.
        on: Date,
    },
    /// 乡镇审查: on an objection, or because the law wants its approval.
    Review,
    /// 执行中.
    Carrying,
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// How a negotiation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 当事人达成协议
    Agreed,
    /// 结果已经执行
    CarriedOut,
    /// 协商不成
    NoOutcome,
    /// 被人民法院撤销
    Annulled,
}

/// What somebody asks of a negotiation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Sets the topic and the form.
    SetTopic { brief: Box<Brief>, topic: Topic, forum: Forum, on: Date },
    /// Records a round of talks.
    HoldTalks { present: u32, on: Date },
    /// The parties of a dispute agree, all of them.
    Agree { draft: Draft, agreed: Vec<u32>, on: Date },
    /// The talks have an outcome within the committee's own powers: it is made public.
    ReachOutcome { hash: String, on: Date },
    /// A meeting is called with notice.
    CallMeeting { meeting: Meeting, caller: Caller, roll: Roll, held_on: Date, on: Date },
    /// The meeting was held: who came, who voted for it.
    HoldMeeting { present: u32, in_favour: u32, hash: String, on: Date },
    /// The meeting was not held.
    NotHeld,
    /// A villager objects: against law, or a private right infringed.
    Object { ground: String, on: Date },
    /// The time of publicity is over.
    TakeEffect,
    /// The town answers: lawful, or to be corrected.
    Answer { lawful: bool, on: Date },
    /// The outcome was carried out.
    ReportDone { proof: String, on: Date },
    /// A court has annulled it.
    Annul { paper: String, on: Date },
    /// The talks end without outcome.
    EndTalks,
}

/// What has happened in a negotiation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The topic was set.
    TopicSet { brief: Box<Brief>, topic: Topic, forum: Forum, on: Date },
    /// It was talked over.
    Talked { present: u32, on: Date },
    /// The parties agreed.
    Agreed { draft: Draft, on: Date },
    /// An outcome was made public.
    OutcomeReached { hash: String, on: Date },
    /// A meeting was called.
    MeetingCalled { called: Called, caller: Caller, on: Date },
    /// A meeting came together without quorum: it decided nothing.
    NoQuorum { present: u32, needed: u32, on: Date },
    /// A meeting did not adopt it.
    NotAdopted { in_favour: u32, needed: u32, on: Date },
    /// A meeting adopted it; it is made public.
    Adopted { hash: String, in_favour: u32, on: Date },
    /// The meeting was not held.
    MeetingMissed { on: Date },
    /// A villager objected.
    Objected { ground: String, on: Date },
    /// It goes to the town for approval.
    SentForApproval { on: Date },
    /// It is to be carried out.
    Effective { on: Date },
    /// The town ordered a correction; it is talked over again.
    ToBeCorrected { on: Date },
    /// It ended.
    Ended { ending: Ending, on: Date, topic: Topic, proof: String },
}

impl State {
    /// How it ended, for the agency that handed the dispute over.
    pub fn result(&self) -> Option<Outcome> {
        match self.stage {
            Stage::Talking
            | Stage::Called { .. }
            | Stage::Public { .. }
            | Stage::Review
            | Stage::Carrying => None,
            Stage::Ended { ending, .. } => Some(match ending {
                Ending::Agreed => Outcome::Agreed,
                Ending::CarriedOut => Outcome::Performed,
                Ending::NoOutcome | Ending::Annulled => Outcome::Failed,
            }),
        }
    }

    /// The command that opens the life of what the parties of a dispute agreed: their own settlement.
    pub fn life(&self) -> Option<agreement_life::Command> {
        let (Stage::Ended { ending: Ending::Agreed, on }, Some(draft)) = (self.stage, &self.draft)
        else {
            return None;
        };
        Some(agreement_life::Command::Adopt {
            brief: Box::new(self.brief.clone()),
            maker: Maker::Negotiation,
            lawful: false,
            draft: draft.clone(),
            form: Form::Written,
            effective_on: on,
            on,
        })
    }
}

/// The procedure.
pub struct VillageNegotiation;

impl Procedure for VillageNegotiation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "village_negotiation";
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
        match (state.stage, clock) {
            (Stage::Talking, "talks") => Some(Command::EndTalks),
            (Stage::Called { .. }, "meeting") => Some(Command::NotHeld),
            (Stage::Public { .. }, "publicity") => Some(Command::TakeEffect),
            (
                Stage::Talking
                | Stage::Called { .. }
                | Stage::Public { .. }
                | Stage::Review
                | Stage::Carrying
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
        ["hold_talks", "agree", "reach_outcome", "call_meeting", "hold_meeting"].contains(&command)
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
