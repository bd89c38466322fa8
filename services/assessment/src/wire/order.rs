//! Requests about supervision orders.

use jiefen_assessment_rules::order::Command;
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_vocab::Agency;

use super::{NAME, Outcome, TEXT, on};
use crate::order_id;

/// Parses a draft. The request's own id names the order.
///
/// # Errors
/// Every wrong field.
pub fn draft_order(m: &pb::DraftOrderRequest) -> Outcome {
    let mut fields = Fields::new();
    let request_id = m.head.as_ref().map(|head| head.request_id.as_str()).unwrap_or_default();
    let request_id = fields.text("head.request_id", request_id, 128);
    let unit = fields.parse::<Agency>("unit", &m.unit);
    let ground = fields.text("ground", &m.ground, NAME);
    let disputes = fields.parse_all("disputes", &m.disputes);
    if m.disputes.is_empty() {
        fields.fault("disputes", "必填，至少一件 (required: at least one)");
    }
    let demand = fields.text("demand", &m.demand, TEXT);
    let parsed = request_id.zip(unit).zip(ground).zip(demand);
    let (((request_id, unit), ground), demand) = fields.done(parsed)?;
    let case = order_id(unit, &request_id);
    let command = Command::Draft { unit, ground, disputes, demand };
    Ok(Parsed { case, command: command.into() })
}

/// Parses a signature.
///
/// # Errors
/// The name has another form.
pub fn sign_order(m: &pb::SignOrderRequest) -> Outcome {
    on(m.head.as_ref(), Fields::new(), Some(Command::Sign))
}

/// Parses a withdrawal.
///
/// # Errors
/// Every wrong field.
pub fn withdraw_order(m: &pb::WithdrawOrderRequest) -> Outcome {
    let mut fields = Fields::new();
    let reason = fields.text("reason", &m.reason, TEXT);
    on(m.head.as_ref(), fields, reason.map(|reason| Command::Withdraw { reason }))
}

/// Parses an answer.
///
/// # Errors
/// Every wrong field.
pub fn answer_order(m: &pb::AnswerOrderRequest) -> Outcome {
    let mut fields = Fields::new();
    let measures = fields.text("measures", &m.measures, TEXT);
    on(m.head.as_ref(), fields, measures.map(|measures| Command::Answer { measures }))
}

/// Parses a circular.
///
/// # Errors
/// Every wrong field.
pub fn circulate_order(m: &pb::CirculateOrderRequest) -> Outcome {
    let mut fields = Fields::new();
    let text = fields.text("text", &m.text, TEXT);
    on(m.head.as_ref(), fields, text.map(|text| Command::Circulate { text }))
}

/// Parses a check.
///
/// # Errors
/// Every wrong field.
pub fn verify_order(m: &pb::VerifyOrderRequest) -> Outcome {
    let mut fields = Fields::new();
    let finding = fields.text("finding", &m.finding, TEXT);
    let performed = m.performed;
    on(m.head.as_ref(), fields, finding.map(|finding| Command::Verify { performed, finding }))
}
