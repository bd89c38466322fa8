//! The ways in which the procedures here refuse with a row of words.

use std::fmt::Display;

use jiefen_procedure::words::{Refusal, Words};

/// Refuses with the words of a row.
///
/// # Errors
/// Always.
pub(crate) fn no<T>(row: Words) -> Result<T, Refusal> {
    Err(row.into())
}

/// Refuses with the words of a row and what stands for `{}`.
///
/// # Errors
/// Always.
pub(crate) fn no_with<T>(row: Words, detail: impl Display) -> Result<T, Refusal> {
    Err(Refusal::with(row, detail))
}

/// Refuses with a row when there is something for it to speak of.
///
/// # Errors
/// Something was found.
pub(crate) fn none_of<T: Display>(found: Option<T>, row: Words) -> Result<(), Refusal> {
    found.map_or(Ok(()), |detail| no_with(row, detail))
}
