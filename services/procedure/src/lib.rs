//! What every procedure shares: the shape of a state machine, refusals that explain themselves, effects
//! on the law's clocks, notices, charts and the proof that a chart has no dead end. Pure.
//!
//! A procedure is one file in a rules crate: `State`, `Command`, `Fact`, `Refusal`, and an
//! implementation of [`Procedure`]. `decide` is one exhaustive match over (state, command) that yields
//! facts or a refusal; `evolve` folds a fact into the state. Neither knows a clock, a database or an id
//! generator: what they need comes in [`Circumstances`].

mod area;
mod brief;
mod chart;
mod circumstances;
mod clock;
#[cfg(feature = "kit")]
pub mod kit;
pub mod material;
pub mod matrix;
mod refusal;
pub mod term;
pub mod words;

pub use brief::{Beside, Brief, Consent, IssuedPaper, Papers};
pub use chart::{Chart, ChartFault, Ending, Owner, Stage, Step, prove, prove_with};
pub use circumstances::{Actor, Circumstances};
pub use clock::{ClockEffect, Notice};
pub use refusal::{Explain, Refused};

use jiefen_vocab::Role;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What a reader of any list needs to know of a case, whatever its procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The procedure's kind, as in [`Procedure::KIND`].
    pub kind: &'static str,
    /// The state's code, as in the procedure's chart.
    pub state: &'static str,
    /// The state's Chinese name.
    pub state_zh: &'static str,
    /// False once nothing more can happen in the case (an ended track, a closed dispute).
    pub open: bool,
    /// The next step, verb first, Chinese; empty when the case has ended.
    pub next_zh: String,
    /// The same in English.
    pub next_en: String,
    /// The responsible person's staff id, when one is named.
    pub person: Option<String>,
}

/// One procedure of the law: what may follow what, by whom, under which clock, on which article.
pub trait Procedure {
    /// Everything the procedure knows of one case. Stored as JSON.
    type State: Clone
        + std::fmt::Debug
        + PartialEq
        + Serialize
        + DeserializeOwned
        + Send
        + Sync
        + 'static;
    /// What somebody asks for. Every value in it is already valid by type.
    type Command: Clone + std::fmt::Debug + PartialEq + Send + Sync + 'static;
    /// What has happened. Facts are stored for ever and never change their meaning.
    type Fact: Clone
        + std::fmt::Debug
        + PartialEq
        + Serialize
        + DeserializeOwned
        + Send
        + Sync
        + 'static;
    /// Why a command is not lawful now.
    type Refusal: Explain;

    /// The code of the procedure: `people_mediation`.
    const KIND: &'static str;

    /// The facts that follow from a command, or why it is refused. `None` is a case not yet begun.
    ///
    /// # Errors
    /// The procedure's refusal, with its article and what would be allowed instead.
    fn decide(
        state: Option<&Self::State>,
        command: &Self::Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Self::Fact>, Self::Refusal>;

    /// The state after a fact. Total: a fact that cannot follow leaves the state as it is.
    fn evolve(state: Option<Self::State>, fact: &Self::Fact) -> Option<Self::State>;

    /// What every list shows of a case.
    fn outline(state: &Self::State) -> Outline;

    /// The clocks that a fact starts, stops, extends or ends.
    fn clocks(fact: &Self::Fact) -> Vec<ClockEffect>;

    /// The notices that fall due with a fact: to whom, what, with which last days.
    fn notices(fact: &Self::Fact) -> Vec<Notice>;

    /// The command that the law itself gives when the clock with this key expires: silence has the
    /// meaning the law gives it. None: the expiry is a finding only.
    fn expired(state: &Self::State, clock: &str) -> Option<Self::Command>;

    /// The stable name of a command, as in the authorisation matrix: `accept`.
    fn name(command: &Self::Command) -> &'static str;

    /// The roles that may give a command of this name; every name of [`Procedure::COMMANDS`] has a row.
    fn roles(command: &str) -> &'static [Role];

    /// True when only the agency that holds the dispute may give this command (I2). False: anybody whose
    /// role allows it, such as the command that begins a dispute, or a reaction to another agency's word.
    fn needs_holding(command: &str) -> bool;

    /// The names of all commands, for the matrix role × command.
    const COMMANDS: &'static [&'static str];

    /// The chart of the procedure, walked by a test.
    fn chart() -> &'static Chart;
}
