//! The watch over signals 信号监测: the book of what was seen lately, in which a signal finds those that it
//! joins, and the tallies of what is counted before it is a signal at all (C-040, C-142: signal store).
//!
//! Only the node itself writes here. A book and a tally are registers, not cases of anybody: nothing is due in
//! them, they have no clock and nothing of them is announced. What they lead to is a risk case.

mod decide;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiefen_procedure::{
    Chart, Circumstances, ClockEffect, Ending, Notice, Outline, Owner, Procedure, Stage, Step,
};
use jiefen_vocab::{CaseId, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::signal::Signal;
pub use crate::worded::Worded as Refusal;

/// The code of the procedure.
pub const KIND: &str = "signal_watch";

/// How many signals the book holds; the oldest leave it first.
pub const BOOK_MAX: usize = 500;

/// A register of the watch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "register", rename_all = "snake_case")]
pub enum State {
    /// 信号簿
    Book {
        /// What was seen lately, oldest first.
        entries: Vec<Entry>,
    },
    /// 计数簿
    Tally {
        /// How much of what was counted on which day.
        counts: BTreeMap<String, BTreeMap<Date, u32>>,
    },
}

/// A signal in the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The signal.
    pub signal: Signal,
    /// The risk case that has it; none: below every threshold so far.
    pub risk: Option<CaseId>,
}

/// What the node may ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 记入信号: it joins the open risk case of its matter, opens one, or waits for more.
    Take {
        /// The signal.
        signal: Signal,
    },
    /// 计数: it becomes a signal when there are enough of its kind.
    Count {
        /// Under which key.
        key: String,
        /// The signal that it becomes.
        signal: Signal,
    },
    /// 归入风险事项: a person or another register has joined it.
    Adopt {
        /// The signal.
        signal: Signal,
        /// The risk case.
        risk: CaseId,
    },
    /// 风险事项已经销号
    Release {
        /// The risk case.
        risk: CaseId,
    },
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// A signal came in. `risk`: the open risk case that it joins. `since`: what is older has left the book.
    Taken { signal: Signal, risk: Option<CaseId>, since: Date },
    /// With it a threshold is reached: a risk case is due for these signals, the newest first.
    RiskDue { risk: CaseId, signals: Vec<Signal> },
    /// One more was counted. `since`: what is older no longer counts.
    Counted { key: String, on: Date, since: Date },
    /// There are enough of them: they are one signal, and counting begins anew.
    Reached { key: String, signal: Signal },
    /// A signal was joined to a risk case by somebody else.
    Adopted { signal: Signal, risk: CaseId },
    /// A risk case has ended: its signals join nothing any more.
    Released { risk: CaseId },
}

/// The procedure.
#[derive(Debug, Clone, Copy)]
pub struct SignalWatch;

const COMMANDS: &[&str] = &["take", "count", "adopt", "release"];

const fn register(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

const fn step(from: &'static str, by: &'static str, to: &'static str) -> Step {
    Step { from, by, to, basis: "C-040；C-142" }
}

/// The chart of the watch.
static CHART: Chart = Chart {
    kind: KIND,
    zh: "信号监测",
    stages: &[register("book", "信号簿"), register("tally", "计数簿")],
    steps: &[
        step("", "take", "book"),
        step("", "adopt", "book"),
        step("book", "take", "book"),
        step("book", "adopt", "book"),
        step("book", "release", "book"),
        step("", "count", "tally"),
        step("tally", "count", "tally"),
    ],
};

impl Procedure for SignalWatch {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = KIND;
    const COMMANDS: &'static [&'static str] = COMMANDS;

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
        let (state, state_zh) = match state {
            State::Book { .. } => ("book", "信号簿"),
            State::Tally { .. } => ("tally", "计数簿"),
        };
        let (next_zh, next_en) = (String::new(), String::new());
        Outline { kind: KIND, state, state_zh, open: false, next_zh, next_en, person: None }
    }

    fn clocks(_: &Fact) -> Vec<ClockEffect> {
        // Nothing is due in a register; the risk case has the clocks.
        Vec::new()
    }

    fn notices(_: &Fact) -> Vec<Notice> {
        Vec::new()
    }

    fn expired(_: &State, _: &str) -> Option<Command> {
        None
    }

    fn name(command: &Command) -> &'static str {
        match command {
            Command::Take { .. } => "take",
            Command::Count { .. } => "count",
            Command::Adopt { .. } => "adopt",
            Command::Release { .. } => "release",
        }
    }

    fn roles(command: &str) -> &'static [Role] {
        if COMMANDS.contains(&command) { &[Role::System] } else { &[] }
    }

    fn needs_holding(_: &str) -> bool {
        false
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
