//! What a decision may depend on besides the case and the command.

use jiefen_terms::{Law, Query};
use jiefen_vocab::{Agency, Moment, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Refused;

/// Who gives a command: a person in a role at an agency, or the node itself (`Role::System`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The agency whose staff gives the command.
    pub agency: Agency,
    /// The staff id: an opaque code, never a name.
    pub person: String,
    /// The role in which the person acts.
    pub role: Role,
}

/// The circumstances of a decision: when, by whom, under which law.
#[derive(Debug, Clone)]
pub struct Circumstances<'a> {
    /// The moment of the command, by the database's clock.
    pub now: Moment,
    /// Who gives it.
    pub actor: &'a Actor,
    /// The time limits and the calendar in force.
    pub law: &'a Law,
}

impl Circumstances<'_> {
    /// The local day of the command.
    pub fn today(&self) -> Date {
        self.now.day()
    }

    /// The last day of a limit that starts on a day, without stops or extensions.
    ///
    /// # Errors
    /// The law has no such limit, or the limit is not counted in days.
    pub fn last_day(&self, rule: &str, from: Date) -> Result<Date, Refused> {
        self.law
            .end(&Query::new(rule, from))
            .map(|end| end.day())
            .map_err(|error| Refused::no_such_limit(rule, &error.to_string()))
    }
}
