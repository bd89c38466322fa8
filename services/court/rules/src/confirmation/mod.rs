//! Judicial confirmation 司法确认 (T-D rows; 民事诉讼法 205、206): joint application within 30 days,
//! acceptance, ruling, objections, and the window for enforcement.

mod chart;
mod decide;
mod evolve;
mod refusal;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod state;
mod table;
mod tell;
#[cfg(test)]
mod tests;

use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::Role;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use refusal::Refusal;
pub use state::{
    Agreement, Competence, Ending, NotAccepted, NotConfirmed, Objection, ObjectionOutcome,
    Objector, Receipt, Stage, State, Subject,
};

/// What somebody asks of an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The parties apply.
    Apply {
        brief: Box<Brief>,
        agreement: Box<Agreement>,
        applicants: Vec<u32>,
        competence: Competence,
        on: Date,
    },
    /// Asks once for what is missing.
    AskCorrection { missing: Vec<String>, on: Date },
    /// The missing papers are in.
    ReceiveCorrected { on: Date },
    /// The papers were not corrected in time.
    LapseCorrection,
    /// Accepts.
    Accept { case_no: String, judge: String, on: Date },
    /// Does not accept.
    Decline { ground: NotAccepted, on: Date },
    /// The president extends the limit of the ruling by days.
    ExtendRuling { days: u32, on: Date },
    /// Rules that the agreement is effective.
    Confirm { on: Date },
    /// Rejects the application.
    Reject { ground: NotConfirmed, on: Date },
    /// The parties withdraw before the ruling.
    Withdraw { party: u32, on: Date },
    /// A party received the ruling.
    ServeRuling { party: u32, on: Date },
    /// Somebody objects to the ruling.
    Object { by: Objector, on: Date },
    /// Decides on the objection: revokes the ruling wholly or in part, or rejects the objection.
    DecideObjection { outcome: ObjectionOutcome, on: Date },
    /// A party's time for objection has passed.
    ObjectionTimePassed { party: u32 },
    /// A party applies for enforcement.
    ApplyEnforcement { party: u32, on: Date },
    /// Everything was performed.
    RecordPerformance { on: Date },
    /// The time for enforcement has passed.
    EnforcementTimePassed,
}

/// What has happened to an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The parties applied.
    Applied {
        brief: Box<Brief>,
        agreement: Box<Agreement>,
        applicants: Vec<u32>,
        competence: Competence,
        on: Date,
    },
    /// Papers were asked for.
    CorrectionAsked { missing: Vec<String>, on: Date },
    /// The papers were received.
    CorrectedReceived { on: Date },
    /// It was accepted.
    Accepted { case_no: String, judge: String, on: Date },
    /// The limit of the ruling was extended.
    RulingExtended { days: u32, on: Date },
    /// The agreement was confirmed. `last_due`: the day from which the time for enforcement runs.
    Confirmed { on: Date, last_due: Date },
    /// A party received the ruling; `last`: now everybody has.
    RulingServed { party: u32, on: Date, last: bool },
    /// Somebody objected.
    Objected { by: Objector, on: Date },
    /// The objection was rejected; the ruling stands.
    ObjectionRejected { on: Date },
    /// A party's time for objection passed; `last`: now everybody's has.
    ObjectionTimePassed { party: u32, on: Date, last: bool },
    /// It ended; `parties` are those whose own clocks may still run.
    Ended { ending: Ending, on: Date, parties: Vec<u32> },
}

/// The procedure.
pub struct Confirmation;

impl Procedure for Confirmation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "confirmation";
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
        tell::expired(state, clock)
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
