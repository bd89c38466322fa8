//! One person, or one organisation, on the roster of a unit 名册: people's mediators (人民调解法 13–16), those whom a court
//! has invited (特邀调解规定 5–10, 28), arbitrators (劳动争议调解仲裁法 20). Who is taken off stays readable with the
//! ground; nobody is ranked and nothing is counted.

mod card;
mod chart;
mod decide;
mod evolve;
mod refusal;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
#[cfg(test)]
mod tests;

use jiefen_county::UnitKind;
use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Agency, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use card::{Calling, Card, Ground, Manner};
pub use refusal::Refusal;

/// The clock under which a person's entry is looked at again (特邀调解规定 10).
pub(crate) const CHECK: &str = "check";
/// The rule of that clock: a local one, for no law sets a term.
pub(crate) const CHECK_RULE: &str = "policy.roster_check";

/// A person on a roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// On whose roster.
    pub unit: Agency,
    /// What kind of unit that was when the person was entered.
    pub unit_kind: UnitKind,
    /// What is written.
    pub card: Card,
    /// On it, or taken off.
    pub stage: Stage,
    /// The number of the present version.
    pub version: u32,
    /// The day of the latest change.
    pub changed_on: Date,
    /// The entry waits to be looked at.
    pub check_due: bool,
}

/// Whether the person is on the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 在册
    Listed,
    /// 已出册
    Off {
        /// On what ground.
        ground: Ground,
        /// What is said of it; may be empty where the ground says all.
        note: String,
        /// From which day.
        on: Date,
    },
}

impl State {
    /// True when the person is on the roster on a day: entered, the term begun and not over, not taken off.
    pub fn on_roster(&self, day: Date) -> bool {
        let off = match &self.stage {
            Stage::Listed => false,
            Stage::Off { on, .. } => *on <= day,
        };
        !off && self.card.serves_on(day)
    }
}

/// What may be asked of the roster. `keeper` is the agency that keeps the register: its registrar may write every roster,
/// a unit's head that of the unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A person is entered.
    AddPerson {
        /// On whose roster.
        unit: Agency,
        /// What kind of unit that is, as the register says.
        unit_kind: UnitKind,
        /// Who keeps the register.
        keeper: Agency,
        /// Somebody of the same name and kind is on this roster today.
        twin: bool,
        /// What is written.
        card: Box<Card>,
        /// The day of the entry.
        on: Date,
    },
    /// What is written is replaced: another number, a new term.
    AmendPerson {
        /// Who keeps the register.
        keeper: Agency,
        /// Somebody else of the same name and kind is on this roster today.
        twin: bool,
        /// The whole new text.
        card: Box<Card>,
        /// The day of the change.
        on: Date,
    },
    /// The entry was looked at and is right.
    ConfirmPerson {
        /// Who keeps the register.
        keeper: Agency,
        /// The day of the check.
        on: Date,
    },
    /// The person is taken off the roster.
    TakeOff {
        /// Who keeps the register.
        keeper: Agency,
        /// On what ground.
        ground: Ground,
        /// What is said of it.
        note: String,
        /// From which day.
        on: Date,
    },
    /// The entry was not looked at in time: the clock says so.
    FlagCheck,
}

/// What has happened to a person's entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// A person was entered.
    PersonAdded {
        /// On whose roster.
        unit: Agency,
        /// What kind of unit that is.
        unit_kind: UnitKind,
        /// What is written.
        card: Box<Card>,
        /// The day.
        on: Date,
    },
    /// What is written was replaced.
    PersonAmended {
        /// The new text.
        card: Box<Card>,
        /// The day.
        on: Date,
    },
    /// The entry was found right.
    PersonConfirmed {
        /// The day.
        on: Date,
    },
    /// The person was taken off.
    PersonTakenOff {
        /// On what ground.
        ground: Ground,
        /// What was said of it.
        note: String,
        /// From which day.
        on: Date,
    },
    /// The check of the entry is late.
    CheckFellDue {
        /// The day.
        on: Date,
    },
}

/// The procedure of a person on a roster.
#[derive(Debug, Clone, Copy)]
pub struct Roster;

impl Procedure for Roster {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "roster";
    const COMMANDS: &'static [&'static str] =
        &["add_person", "amend_person", "confirm_person", "take_off", "flag_check"];

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
        chart::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        evolve::clocks(fact)
    }

    fn notices(_: &Fact) -> Vec<Notice> {
        // A roster has no parties; the mesh learns of changes by its events.
        Vec::new()
    }

    fn expired(_: &State, clock: &str) -> Option<Command> {
        (clock == CHECK).then_some(Command::FlagCheck)
    }

    fn name(command: &Command) -> &'static str {
        match command {
            Command::AddPerson { .. } => "add_person",
            Command::AmendPerson { .. } => "amend_person",
            Command::ConfirmPerson { .. } => "confirm_person",
            Command::TakeOff { .. } => "take_off",
            Command::FlagCheck => "flag_check",
        }
    }

    fn roles(command: &str) -> &'static [Role] {
        match command {
            "add_person" | "amend_person" | "confirm_person" | "take_off" => &[
                Role::Registrar,
                Role::MediationHead,
                Role::CourtPresident,
                Role::ArbitrationDirector,
            ],
            "flag_check" => &[Role::System],
            _ => &[],
        }
    }

    fn needs_holding(_: &str) -> bool {
        // A roster is no dispute: there is no holder.
        false
    }

    fn chart() -> &'static Chart {
        &chart::CHART
    }
}
