//! Reconsideration 行政复议: the Law on Administrative Reconsideration of 2023 (行政复议法; T-K rows).
//!
//! application → examined in five working days, silence is acceptance → copy, reply, hearing → decided in
//! 60 (+30) or 30 days, or mediated, withdrawn, ended → each party's own receipt starts its own fifteen
//! days → performance, suit, or effect.

mod chart;
mod close;
mod command;
mod committee;
mod days;
mod decide;
mod door;
mod evolve;
mod fact;
mod matrix;
mod mediate;
mod notice;
mod outcome;
mod pause;
mod payload;
mod refusal;
mod review;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod state;
#[cfg(test)]
mod tests;
mod under;
mod words;

pub use chart::CHART;
pub use command::Command;
pub use fact::Fact;
pub use payload::{
    Accept, Act, ActKind, Apply, ByParty, Checks, ConsultGround, Days, Decide, DecisionKind, Duty,
    EndGround, Enforcer, Head, HoldHearing, Measure, Opine, Panel, RefusalGround, Refuse,
    SuspendGround, Told, Track,
};
pub use refusal::Refusal;
pub use state::{
    Advice, Consultation, Correcting, Decided, Ended, Ending, Opinion, Review, Stage, State,
    Statement, Stood, Upshot, Withdrawal,
};

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::Role;

/// The clocks' keys. Those of a party carry its number, those of an opinion the opinion's: `suit:2`.
pub mod key {
    /// Accept or refuse; silence is acceptance (T-K-02).
    pub const EXAMINE: &str = "examine";
    /// Serve the notice of correction.
    pub const NOTICE: &str = "notice";
    /// The applicant's corrections (T-K-03).
    pub const CORRECT: &str = "correct";
    /// Send the copy (T-K-04, T-K-05).
    pub const COPY: &str = "copy";
    /// A respondent's reply (T-K-04, T-K-05).
    pub const REPLY: &str = "reply";
    /// The decision (T-K-06, T-K-07).
    pub const DECIDE: &str = "decide";
    /// Look how the mediation stands.
    pub const MEDIATION: &str = "mediation";
    /// The end after sixty days of suspension (T-K-12).
    pub const SUSPENSION: &str = "suspension";
    /// Look whether the ground of another suspension is gone.
    pub const CHECK: &str = "check";
    /// The decision all the same, after its term.
    pub const OVERDUE: &str = "overdue";
    /// Serve the decision or statement.
    pub const SERVICE: &str = "service";
    /// A party's suit (T-K-16).
    pub const SUIT: &str = "suit";
    /// Look whether the duty was performed.
    pub const PERFORM: &str = "perform";
    /// An agency's report on an opinion (T-K-13).
    pub const OPINION: &str = "opinion";
    /// The rule of a party's suit.
    pub const SUIT_RULE: &str = "T-K-16.after_reconsideration";
}

/// The rule of the local check that keeps a waiting case in sight.
pub(crate) const CHECK: &str = "policy.follow_up";

/// The law of reconsideration.
#[derive(Debug)]
pub struct Reconsideration;

impl Procedure for Reconsideration {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "reconsideration";
    const COMMANDS: &'static [&'static str] = &matrix::NAMES;

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
        state.outline()
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        fact.clocks()
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        notice::of(fact)
    }

    fn expired(state: &State, clock: &str) -> Option<Command> {
        state.expired(clock)
    }

    fn name(command: &Command) -> &'static str {
        command.name()
    }

    fn roles(command: &str) -> &'static [Role] {
        matrix::row_of(command).map_or(&[], |row| row.roles)
    }

    fn needs_holding(command: &str) -> bool {
        matrix::row_of(command).is_some_and(|row| row.holding)
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
