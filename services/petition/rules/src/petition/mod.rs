//! Petitions 信访: the Petition Work Regulations of 2022 (信访工作条例).
//!
//! received and registered → sorted into the six branches of art. 31 and forwarded in fifteen days → a
//! statutory way is told with its last day and no time of the petition runs; only the sixth branch has the
//! sixty days → opinion → review → re-review → end of the road.

mod chart;
mod command;
mod decide;
mod evolve;
mod fact;
mod matrix;
mod notice;
mod office;
mod opinion;
mod payload;
mod refusal;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod state;
#[cfg(test)]
mod tests;
mod words;

pub use chart::CHART;
pub use command::Command;
pub use fact::Fact;
pub use payload::{
    Answer, Branch, Classify, Designate, Designator, Earlier, Form, Forward, Matter, Object, On,
    Opine, Person, Receive, Reply, ReportUp, RoadEnd, Verdict,
};
pub use refusal::Refusal;
pub use state::{Classified, Ended, Ending, Handed, Handling, Opinion, Stage, State};

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::Role;

/// The clocks' keys.
pub mod key {
    /// Sort and forward (T-L-01).
    pub const FORWARD: &str = "forward";
    /// Report a grave or urgent matter (T-L-11).
    pub const URGENT: &str = "urgent";
    /// Have the receipt confirmed.
    pub const RECEIPT: &str = "receipt";
    /// The unit's objection (T-L-03).
    pub const OBJECTION: &str = "objection";
    /// Tell the petitioner (T-L-02).
    pub const TELL: &str = "tell";
    /// Accept or answer what is the unit's own, after the notice.
    pub const ANSWER: &str = "answer";
    /// Designation after an objection (T-L-04).
    pub const DESIGNATION: &str = "designation";
    /// The opinion (T-L-05).
    pub const OPINION: &str = "opinion";
    /// Serve the written reply.
    pub const SERVICE: &str = "service";
    /// The petitioner's request of review (T-L-06).
    pub const ASK_REVIEW: &str = "ask_review";
    /// The review (T-L-06.decide).
    pub const REVIEW: &str = "review";
    /// The petitioner's request of re-review (T-L-07).
    pub const ASK_REREVIEW: &str = "ask_rereview";
    /// Ask how a hearing of the re-review stands.
    pub const HEARING: &str = "hearing";
    /// The re-review (T-L-07.decide).
    pub const REREVIEW: &str = "rereview";
}

/// The rule of the local check that keeps a waiting matter in sight.
pub(crate) const CHECK: &str = "policy.follow_up";

/// The law of petitions.
#[derive(Debug)]
pub struct Petition;

impl Procedure for Petition {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "petition";
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
