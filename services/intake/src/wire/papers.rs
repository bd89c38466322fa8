//! Requests of the registration desk, parsed once.

use jiefen_intake_rules::dispute::{Command, orders};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::intake::v1 as pb;

use super::parts::code;
use super::{Outcome, on};

/// Parses the applicants who speak for the others.
///
/// # Errors
/// The head names no case.
pub fn named_representatives(m: &pb::NameRepresentativesRequest) -> Outcome {
    let parties = m.parties.iter().copied().collect();
    on(m.head.as_ref(), Fields::new(), Some(Command::NameRepresentatives { parties }))
}

/// Parses a claim that becomes a dispute of its own.
///
/// # Errors
/// Every wrong field.
pub fn split(m: &pb::SplitRequest) -> Outcome {
    let mut fields = Fields::new();
    let new = fields.parse("new", &m.new);
    let kind = fields.parse("kind", &m.kind);
    let reason = code(&mut fields, "reason", &m.reason);
    let command =
        (|| Some(Command::Split(orders::Separation { new: new?, kind: kind?, reason: reason? })))();
    on(m.head.as_ref(), fields, command)
}
