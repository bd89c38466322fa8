//! Why the roster refuses.

use jiefen_procedure::words::{Said, Worded};
use jiff::civil::Date;

use super::rows;

/// Why a command on a person's entry is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is an entry already.
    EntryExists,
    /// There is no entry.
    NoSuchEntry,
    /// The person has been taken off.
    AlreadyOff,
    /// Another unit's roster.
    NotYourRoster,
    /// A day lies ahead.
    DateInFuture,
    /// The day lies before the latest change.
    DateOutOfOrder {
        /// The day of that change.
        latest: Date,
    },
    /// No name.
    NameMissing,
    /// Such a unit keeps no roster of this kind.
    WrongUnit,
    /// Nobody of this kind comes on a roster so.
    WrongManner,
    /// No document, or not said who appointed.
    BasisMissing,
    /// The term begins before the appointment.
    AppointedLater,
    /// The term ends before it begins.
    TermInverted,
    /// An elected member without a last day.
    TermMissing,
    /// Longer than three years.
    TermTooLong {
        /// The last day that can be.
        last: Date,
    },
    /// Not checked that the person may be one.
    NotChecked,
    /// Not trained.
    NotTrained,
    /// A lawyer without the number of the licence.
    LicenceMissing,
    /// Somebody of the same name and kind is on this roster.
    ListedTwice,
    /// Nobody of this kind is taken off on this ground.
    GroundUnfit,
    /// The term is not over.
    TermRuns,
    /// Not said what happened.
    NoteMissing,
}

impl Worded for Refusal {
    fn said(&self) -> Said {
        match self {
            Refusal::EntryExists => rows::ENTRY_EXISTS.plain(),
            Refusal::NoSuchEntry => rows::NO_SUCH_ENTRY.plain(),
            Refusal::AlreadyOff => rows::ALREADY_OFF.plain(),
            Refusal::NotYourRoster => rows::NOT_YOUR_ROSTER.plain(),
            Refusal::DateInFuture => rows::DATE_IN_FUTURE.plain(),
            Refusal::DateOutOfOrder { latest } => rows::DATE_OUT_OF_ORDER.with(latest),
            Refusal::NameMissing => rows::NAME_MISSING.plain(),
            Refusal::WrongUnit => rows::WRONG_UNIT.plain(),
            Refusal::WrongManner => rows::WRONG_MANNER.plain(),
            Refusal::BasisMissing => rows::BASIS_MISSING.plain(),
            Refusal::AppointedLater => rows::APPOINTED_LATER.plain(),
            Refusal::TermInverted => rows::TERM_INVERTED.plain(),
            Refusal::TermMissing => rows::TERM_MISSING.plain(),
            Refusal::TermTooLong { last } => rows::TERM_TOO_LONG.with(last),
            Refusal::NotChecked => rows::NOT_CHECKED.plain(),
            Refusal::NotTrained => rows::NOT_TRAINED.plain(),
            Refusal::LicenceMissing => rows::LICENCE_MISSING.plain(),
            Refusal::ListedTwice => rows::LISTED_TWICE.plain(),
            Refusal::GroundUnfit => rows::GROUND_UNFIT.plain(),
            Refusal::TermRuns => rows::TERM_RUNS.plain(),
            Refusal::NoteMissing => rows::NOTE_MISSING.plain(),
        }
    }
}
