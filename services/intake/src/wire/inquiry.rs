//! Requests of an inquiry, parsed once.

use jiefen_intake_rules::inquiry::Command;
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{CaseId, Private};

use super::parts::{self, TEXT};
use super::{Outcome, fresh, on};

/// Begins an inquiry.
///
/// # Errors
/// Every wrong field.
pub fn ask_inquiry(m: &pb::AskInquiryRequest) -> Outcome {
    let mut fields = Fields::new();
    let channel = fields.parse("channel", &m.channel);
    let question = fields.text("question", &m.question, TEXT);
    let day = fields.date("on", m.on.as_ref());
    let command = (|| {
        let (channel, question, on) = (channel?, Private::new(question?), day?);
        Some(Command::Ask { channel, question, on })
    })();
    let command = fields.done(command)?.into();
    Ok(Parsed { case: CaseId(fresh().0), command })
}

/// Parses a signed answer.
///
/// # Errors
/// Every wrong field.
pub fn turn_away_inquiry(m: &pb::TurnAwayInquiryRequest) -> Outcome {
    let mut fields = Fields::new();
    let given = (m.why.as_str(), m.answer.as_str(), m.signed_by.as_str(), m.on.as_ref());
    let advice = parts::advice(&mut fields, given, m.sends_elsewhere);
    on(m.head.as_ref(), fields, advice.map(Command::TurnAway))
}

/// Parses the code of the dispute that was recorded.
///
/// # Errors
/// Every wrong field.
pub fn carry_on_inquiry(m: &pb::CarryOnInquiryRequest) -> Outcome {
    let mut fields = Fields::new();
    let dispute = fields.parse("dispute", &m.dispute);
    on(m.head.as_ref(), fields, dispute.map(|dispute| Command::CarryOn { dispute }))
}

/// Parses a press for the answer.
///
/// # Errors
/// The head names no case.
pub fn chase_inquiry(m: &pb::ChaseInquiryRequest) -> Outcome {
    on(m.head.as_ref(), Fields::new(), Some(Command::Chase))
}
