//! The words of every refusal.

mod after;
mod before;

pub(super) use after::*;
pub(super) use before::*;
