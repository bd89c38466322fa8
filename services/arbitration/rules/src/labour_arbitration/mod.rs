//! Labour and personnel arbitration 劳动人事争议仲裁: LMAL of 2008 (调解仲裁法), the case rules of 2017
//! (办案规则), the Supreme People's Court's first interpretation on labour disputes (解释(一)).
//!
//! handed over → applicant contacted → application; or at the window at once:
//! application → accepted or refused in five days, silence opens the court → tribunal, hearing, mediation
//! step → award in 45 (+15) days, overdue opens the court → each party's own receipt starts its own
//! clock → suit, setting aside, or effect. A part whose facts are clear may be decided first (LMAL 43), and
//! runs its own way beside the hearing. Simplified handling and collective cases follow the case rules of 2017,
//! chapter 3, sections 4 and 5.

mod award;
mod chart;
mod codes;
pub mod collective;
mod command;
mod decide;
mod door;
mod evolve;
mod fact;
mod group;
mod matrix;
mod next;
mod notice;
mod partial;
mod payload;
mod refusal;
mod remedy;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod simplified;
mod state;
#[cfg(test)]
mod tests;
mod trial;
mod under;
mod words;

pub use award::is_final;
pub use codes::{
    ClaimKind, Finding, Paper, RecusalGround, RefusalGround, RestartGround, SetAsideGround, Side,
    SimplifiedBar, StayGround,
};
pub use command::Command;
pub use fact::Fact;
pub use payload::{
    Against, Apply, AskSetAside, ByParty, Claim, FormTribunal, FormTripartite, Guide, HoldHearing,
    Item, LapseRight, MakeAward, Mediate, MinimumWage, NotifyHearing, On, OrderAdvance, Postpone,
    Receive, Recuse, Refuse, Represent, RestartTerm, RuleSetAside, Seat, ShortenDefence,
    SimplifiedGround, Simplify, Stay, Sue, TakeOver, Withdraw,
};
pub use refusal::Refusal;
pub use state::{
    Awards, Ended, Ending, Event, Hearing, Line, Sheet, Stage, Standing, State, Statement, Stood,
};

pub use chart::CHART;

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::Role;

/// The clocks' keys. Those of a party carry its number: `suit:2`.
pub mod key {
    /// Get in touch with the applicant of a dispute that was handed over.
    pub const CONTACT: &str = "contact";
    /// The applicant's application, after the contact.
    pub const APPLICATION: &str = "application";
    /// Accept or refuse (T-H-06).
    pub const ACCEPT: &str = "accept";
    /// Answer all the same, after the five days.
    pub const ANSWER: &str = "answer";
    /// Serve the copy (T-H-07).
    pub const SERVE: &str = "serve";
    /// A respondent's defence (T-H-07).
    pub const DEFENCE: &str = "defence";
    /// Serve the defence (T-H-07).
    pub const FORWARD: &str = "forward";
    /// Form the tribunal and tell the parties (T-H-07).
    pub const TRIBUNAL: &str = "tribunal";
    /// The award (T-H-09).
    pub const AWARD: &str = "award";
    /// Look whether the ground of a stay is gone.
    pub const STAY: &str = "stay";
    /// The award all the same, after its term.
    pub const OVERDUE: &str = "overdue";
    /// Serve the award.
    pub const SERVICE: &str = "service";
    /// A worker's suit against a final award (T-H-14).
    pub const SUIT_FINAL: &str = "suit_final";
    /// A party's suit against a non-final award (T-H-16).
    pub const SUIT: &str = "suit";
    /// An employer's request to set a final award aside (T-H-15).
    pub const SET_ASIDE: &str = "set_aside";
    /// Ask the intermediate court how the request stands.
    pub const RULING: &str = "ruling";
    /// A party's suit after an award was set aside (T-H-15.sue).
    pub const SUIT_AFTER: &str = "suit_after";
    /// Serve a partial award.
    pub const PART_SERVICE: &str = "part_service";
    /// A worker's suit against a final partial award.
    pub const PART_SUIT_FINAL: &str = "part_suit_final";
    /// A party's suit against a non-final partial award.
    pub const PART_SUIT: &str = "part_suit";
    /// An employer's request to set a final partial award aside.
    pub const PART_SET_ASIDE: &str = "part_set_aside";
    /// Ask the intermediate court how that request stands.
    pub const PART_RULING: &str = "part_ruling";
    /// A party's suit after a partial award was set aside.
    pub const PART_SUIT_AFTER: &str = "part_suit_after";
}

/// The rule of the first contact after a hand-over.
pub(crate) const FIRST_CONTACT: &str = "policy.first_contact";

/// The rule of the local check that keeps a waiting case in sight.
pub(crate) const CHECK: &str = "policy.follow_up";

/// The rule of a day that was agreed or named.
pub(crate) const NAMED_DAY: &str = "policy.named_day";

/// The law of labour arbitration.
#[derive(Debug)]
pub struct LabourArbitration;

impl Procedure for LabourArbitration {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "labour_arbitration";
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
        fact.notices()
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
