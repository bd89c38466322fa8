//! Joint mediation 联合调解 (plan 六(三)4; C-229): one host, co-units that take part, one shared record, one
//! agreement whose obligations are each watched by a unit in its county, and a result that is mirrored to
//! every unit. Only the host decides; a co-unit joins, reports its tasks and acknowledges the result.

mod chart;
mod decide;
mod evolve;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Agency, DisputeKind, Outcome, Region, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;

use crate::agreement::{Draft, Form};
use crate::agreement_life::{self, Maker};
use crate::talks::{Moved, Step, Talks};
use jiefen_procedure::words::Refusal;

/// A unit that takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// The agency.
    pub agency: Agency,
    /// The county for which it takes part.
    pub county: Region,
    /// The responsible person there, once it has joined.
    pub person: Option<String>,
    /// It cannot take part.
    pub declined: bool,
    /// It has acknowledged the result.
    pub acknowledged: bool,
}

/// A task of a unit: evidence, expertise, care of a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Its number.
    pub no: u32,
    /// Whose it is.
    pub unit: Agency,
    /// What, verb first; no personal data.
    pub what: String,
    /// By when.
    pub due: Date,
    /// Done on this day.
    pub done_on: Option<Date>,
}

/// Which unit watches over an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    /// The obligation's number.
    pub obligation: u32,
    /// The unit, in whose county it is performed.
    pub unit: Agency,
}

/// One joint mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The talks.
    pub talks: Talks,
    /// The agency that leads and decides.
    pub host: Agency,
    /// The host's mediation organisation is on the roster.
    pub lawful: bool,
    /// The co-units.
    pub units: Vec<Unit>,
    /// Their tasks.
    pub tasks: Vec<Task>,
    /// Who watches over which obligation of the text.
    pub watches: Vec<Watch>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a joint mediation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 召集: units are asked to join, parties to consent.
    Called,
    /// 调解中, or a text is before the parties.
    Mediating,
    /// 结果待回执: the result is with the units.
    Mirroring {
        /// How it ended.
        ending: Ending,
        /// When.
        on: Date,
        /// What was agreed.
        draft: Option<Draft>,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
        /// What was agreed.
        draft: Option<Draft>,
    },
}

/// How a joint mediation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 达成协议
    Agreed,
    /// 撤回同意
    Withdrawn,
    /// 调解不成
    Failed,
    /// 期限届满
    TermOver,
    /// 未能召集
    NotConvened,
}

/// What somebody asks of a joint mediation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The host calls the units.
    Call {
        brief: Box<Brief>,
        lawful: bool,
        units: Vec<(Agency, Region)>,
        known: BTreeSet<Circumstance>,
        on: Date,
    },
    /// Calls one more unit.
    CallUnit { unit: Agency, county: Region, on: Date },
    /// A unit joins and names a person.
    Join { person: String, on: Date },
    /// A unit cannot take part.
    DeclineUnit { reason: String, on: Date },
    /// The host begins: all parties consent, a unit of every county concerned has joined.
    Begin { mediator: String, on: Date },
    /// The host gives a unit a task.
    GiveTask { unit: Agency, what: String, due: Date, on: Date },
    /// A unit reports its task done.
    ReportTask { no: u32, on: Date },
    /// A step within the talks; a text goes through [`Command::PutShared`].
    Talk(Step),
    /// The one text, with the unit that watches over each obligation.
    PutShared { draft: Draft, watches: Vec<Watch>, on: Date },
    /// A party withdraws; the others go on if both sides are still there.
    WithdrawConsent { party: u32, how: String },
    /// The mediation cannot be convened.
    CallOff { on: Date },
    /// No agreement can be reached.
    EndFailed { on: Date },
    /// The term is over.
    Lapse,
    /// A unit acknowledges the result.
    Acknowledge { on: Date },
    /// The time to acknowledge is over; the silence of a unit is reported to the centre.
    CloseMirror,
}

/// What has happened in a joint mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The units were called.
    Called {
        /// The dispute.
        brief: Box<Brief>,
        /// The host.
        host: Agency,
        /// On the roster.
        lawful: bool,
        /// The units, each with its county.
        units: Vec<(Agency, Region)>,
        /// When.
        on: Date,
    },
    /// One more unit was called.
    UnitCalled { unit: Agency, county: Region, on: Date },
    /// A unit joined.
    Joined { unit: Agency, person: String, on: Date },
    /// A unit does not take part.
    UnitDeclined { unit: Agency, reason: String, on: Date },
    /// It began.
    Begun { mediator: String, on: Date },
    /// A task was given.
    TaskGiven { task: Task, on: Date },
    /// A task was done.
    TaskDone { no: u32, on: Date },
    /// Something happened in the talks.
    Talks { what: Moved },
    /// It was settled who watches over what.
    Watched { watches: Vec<Watch>, on: Date },
    /// It ended; the result goes to every unit that joined.
    Resulted { ending: Ending, on: Date, kind: DisputeKind, units: u32, tasks: Vec<u32> },
    /// A unit acknowledged the result.
    Acknowledged { unit: Agency, on: Date },
    /// Everything is told; silent units are reported.
    Closed { silent: Vec<Agency>, on: Date },
}

impl State {
    /// How it ended, for the agency that handed the dispute over: known as soon as it is reached.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Called | Stage::Mediating => None,
            Stage::Mirroring { ending, .. } | Stage::Ended { ending, .. } => Some(match ending {
                Ending::Agreed => Outcome::Agreed,
                Ending::Withdrawn => Outcome::Withdrawn,
                Ending::Failed | Ending::TermOver | Ending::NotConvened => Outcome::Failed,
            }),
        }
    }

    /// The unit with this agency.
    pub fn unit(&self, agency: Agency) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.agency == agency)
    }

    /// The units that have joined.
    pub fn joined(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(|unit| unit.person.is_some() && !unit.declined)
    }

    /// The counties concerned: those of the dispute's places.
    pub fn counties(&self) -> Vec<Region> {
        let brief = &self.talks.brief;
        let places = [Some(brief.place), brief.other_place];
        places.into_iter().flatten().filter_map(Region::county).collect()
    }

    /// The command that opens the life of the one agreement.
    pub fn life(&self) -> Option<agreement_life::Command> {
        let (draft, on) = match &self.stage {
            Stage::Mirroring { draft: Some(draft), on, .. }
            | Stage::Ended { draft: Some(draft), on, .. } => (draft, *on),
            Stage::Called | Stage::Mediating | Stage::Mirroring { .. } | Stage::Ended { .. } => {
                return None;
            }
        };
        Some(agreement_life::Command::Adopt {
            brief: Box::new(self.talks.brief_of_those_in()),
            maker: Maker::Agency,
            lawful: self.lawful,
            draft: draft.clone(),
            form: Form::Written,
            effective_on: on,
            on,
        })
    }
}

/// The procedure.
pub struct JointMediation;

impl Procedure for JointMediation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "joint_mediation";
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
            (Stage::Mirroring { .. }, "mirror") => Some(Command::CloseMirror),
            (
                Stage::Called | Stage::Mediating | Stage::Mirroring { .. } | Stage::Ended { .. },
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
