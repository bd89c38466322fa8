//! What became of a dispute that the unit has accepted itself: requests, parsed once.

use jiefen_intake_rules::dispute::{Command, orders};
use jiefen_ledger::wire::{Fields, made};
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::Fen;

use super::parts::{agency, code, text};
use super::{Outcome, on};

/// The most parties or obligations of one result.
const MOST: usize = 200;

/// Parses an agreement of the unit's own track.
///
/// # Errors
/// Every wrong field.
pub fn record_agreement(m: &pb::RecordAgreementRequest) -> Outcome {
    let mut fields = Fields::new();
    let unit = agency(&mut fields, "unit", &m.unit);
    let day = fields.date("on", m.on.as_ref());
    let effect = code(&mut fields, "effect", &m.effect);
    let obligations = owed(&mut fields, &m.obligations);
    if m.signed.is_empty() || m.signed.len() > MOST {
        fields.fault("signed", "必填，签名的当事人 (required: who signed)");
    }
    let command = made(|| {
        Some(Command::RecordAgreement(Box::new(orders::Agreement {
            unit: unit?,
            on: day?,
            effect: effect?,
            signed: m.signed.iter().copied().collect(),
            lawful: m.lawful,
            obligations: obligations?,
            confirmable: m.confirmable,
        })))
    });
    on(m.head.as_ref(), fields, command)
}

/// Parses a decision of the unit's own track.
///
/// # Errors
/// Every wrong field.
pub fn record_decision(m: &pb::RecordDecisionRequest) -> Outcome {
    let mut fields = Fields::new();
    let unit = agency(&mut fields, "unit", &m.unit);
    let day = fields.date("on", m.on.as_ref());
    let obligations = owed(&mut fields, &m.obligations);
    let command = made(|| {
        Some(Command::RecordDecision(orders::Decision {
            unit: unit?,
            on: day?,
            obligations: obligations?,
            remedy: text(&m.remedy),
        }))
    });
    on(m.head.as_ref(), fields, command)
}

/// Parses the end of the unit's own track without result.
///
/// # Errors
/// Every wrong field.
pub fn end_unresolved(m: &pb::EndUnresolvedRequest) -> Outcome {
    let mut fields = Fields::new();
    let unit = agency(&mut fields, "unit", &m.unit);
    let ground = code(&mut fields, "ground", &m.ground);
    let day = fields.date("on", m.on.as_ref());
    let command = made(|| {
        Some(Command::EndUnresolved(orders::Ending { unit: unit?, ground: ground?, on: day? }))
    });
    on(m.head.as_ref(), fields, command)
}

fn owed(fields: &mut Fields, owed: &[pb::Owed]) -> Option<Vec<orders::Due>> {
    if owed.len() > MOST {
        fields.fault("obligations", format!("最多{MOST}项 (at most {MOST})"));
        return None;
    }
    let parse = |(place, one): (usize, &pb::Owed)| {
        let due = fields.date(&format!("obligations[{place}].due"), one.due.as_ref());
        if one.party == 0 {
            fields.fault(format!("obligations[{place}].party"), "必填 (required)");
        }
        Some(orders::Due { party: one.party, due: due?, amount: one.amount_fen.map(Fen) })
    };
    let found: Vec<Option<orders::Due>> = owed.iter().enumerate().map(parse).collect();
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use jiefen_ledger::Error;

    use super::*;

    /// The names of the fields that were found wrong, sorted.
    fn wrong(outcome: Outcome) -> Vec<String> {
        let Err(Error::Invalid(faults)) = outcome else { return vec![] };
        let mut fields: Vec<String> = faults.into_iter().map(|fault| fault.field).collect();
        fields.sort();
        fields
    }

    #[test]
    fn every_wrong_field_of_a_result_is_named() {
        let owed = pb::Owed::default();
        let agreement =
            pb::RecordAgreementRequest { obligations: vec![owed], ..Default::default() };
        let fields =
            ["effect", "obligations[0].due", "obligations[0].party", "on", "signed", "unit"];
        assert_eq!(wrong(record_agreement(&agreement)), fields);
        let decision = pb::RecordDecisionRequest { obligations: vec![owed], ..Default::default() };
        let fields = ["obligations[0].due", "obligations[0].party", "on", "unit"];
        assert_eq!(wrong(record_decision(&decision)), fields);
        assert_eq!(wrong(end_unresolved(&Default::default())), ["ground", "on", "unit"]);
        let odd = pb::EndUnresolvedRequest { ground: "tired".to_owned(), ..Default::default() };
        assert_eq!(wrong(end_unresolved(&odd)), ["ground", "on", "unit"]);
    }

    #[test]
    fn too_many_obligations_are_refused_at_once() {
        let request = pb::RecordDecisionRequest {
            obligations: vec![pb::Owed::default(); MOST + 1],
            ..Default::default()
        };
        assert_eq!(wrong(record_decision(&request)), ["obligations", "on", "unit"]);
    }
}
