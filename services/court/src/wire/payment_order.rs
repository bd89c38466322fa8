//! Requests of payment orders.

use jiefen_court_rules::payment_order::{Application, Basis, Claim, Command};
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::court::v1 as pb;
use jiefen_vocab::Fen;

use super::{Outcome, parts, verb};
use crate::Kind;

/// Parses the creditor's application.
///
/// # Errors
/// Every wrong field.
pub fn payment_apply(m: &pb::PaymentApplyRequest) -> Outcome {
    let mut fields = Fields::new();
    let begun = parts::dispute(&mut fields, m.brief.as_ref(), Kind::PaymentOrder, m.round);
    let application = application(&mut fields, m.application.as_ref());
    let day = fields.date("on", m.on.as_ref());
    let parsed = (|| {
        let (case, brief) = begun?;
        let application = Box::new(application?);
        Some(Parsed { case, command: Command::Apply { brief, application, on: day? }.into() })
    })();
    fields.done(parsed)
}

fn application(fields: &mut Fields, given: Option<&pb::PaymentApplication>) -> Option<Application> {
    let Some(given) = given else {
        fields.fault("application", "必填 (required)");
        return None;
    };
    let basis = match given.basis.as_str() {
        "ordinary" => Some(Basis::Ordinary),
        "labour_arrears" => Some(Basis::LabourArrears),
        "labour_agreement" => parts::code(fields, "application.item", &given.item)
            .map(|item| Basis::LabourAgreement { item }),
        other => {
            let right = "ordinary、labour_agreement 或 labour_arrears";
            parts::none_of(fields, "application.basis", other, right);
            None
        }
    };
    let claims: Vec<Option<Claim>> = given
        .claims
        .iter()
        .enumerate()
        .map(|(n, given)| claim(fields, &format!("application.claims[{n}]"), given))
        .collect();
    Some(Application {
        creditor: given.creditor,
        basis: basis?,
        claims: claims.into_iter().collect::<Option<_>>()?,
        counter_performance: given.counter_performance,
        unreachable: given.unreachable,
        preservation: given.preservation,
        sued: given.sued,
        competent: given.competent,
    })
}

fn claim(fields: &mut Fields, path: &str, given: &pb::PaymentClaim) -> Option<Claim> {
    let thing = parts::code(fields, &format!("{path}.thing"), &given.thing);
    let due_on = fields.date(&format!("{path}.due_on"), given.due_on.as_ref());
    Some(Claim {
        no: given.no,
        thing: thing?,
        amount: given.amount_fen.map(Fen),
        due_on: due_on?,
        debtors: given.debtors.iter().copied().collect(),
    })
}

verb!(payment_ask_correction, PaymentAskCorrectionRequest, |m, fields| {
    let missing = parts::missing(&mut fields, &m.missing);
    let day = fields.date("on", m.on.as_ref());
    Command::AskCorrection { missing: missing?, on: day? }
});
verb!(payment_receive_corrected, PaymentReceiveCorrectedRequest, |m, fields| {
    Command::ReceiveCorrected { on: fields.date("on", m.on.as_ref())? }
});
verb!(payment_lapse_correction, PaymentLapseCorrectionRequest, |m, fields| {
    Command::LapseCorrection
});
verb!(payment_accept, PaymentAcceptRequest, |m, fields| {
    let case_no = parts::number(&mut fields, "case_no", &m.case_no);
    let judge = parts::person(&mut fields, "judge", &m.judge);
    let day = fields.date("on", m.on.as_ref());
    Command::Accept { case_no: case_no?, judge: judge?, on: day? }
});
verb!(payment_decline, PaymentDeclineRequest, |m, fields| {
    let ground = parts::code(&mut fields, "ground", &m.ground);
    let day = fields.date("on", m.on.as_ref());
    Command::Decline { ground: ground?, on: day? }
});
verb!(payment_reject, PaymentRejectRequest, |m, fields| {
    let ground = parts::code(&mut fields, "ground", &m.ground);
    let day = fields.date("on", m.on.as_ref());
    Command::Reject { ground: ground?, on: day? }
});
verb!(payment_issue, PaymentIssueRequest, |m, fields| {
    Command::Issue { on: fields.date("on", m.on.as_ref())? }
});
verb!(payment_serve, PaymentServeRequest, |m, fields| {
    let manner = parts::code(&mut fields, "manner", &m.manner);
    let day = fields.date("on", m.on.as_ref());
    Command::Serve { party: m.party, manner: manner?, on: day? }
});
verb!(payment_lapse_unserved, PaymentLapseUnservedRequest, |m, fields| Command::LapseUnserved);
verb!(payment_record_payment, PaymentRecordPaymentRequest, |m, fields| {
    let claims = m.claims.iter().copied().collect();
    Command::RecordPayment { claims, on: fields.date("on", m.on.as_ref())? }
});
verb!(payment_object, PaymentObjectRequest, |m, fields| {
    let form = parts::code(&mut fields, "form", &m.form);
    let ground = parts::code(&mut fields, "ground", &m.ground);
    let day = fields.date("on", m.on.as_ref());
    let claims = m.claims.iter().copied().collect();
    Command::Object { party: m.party, claims, form: form?, ground: ground?, on: day? }
});
verb!(payment_uphold_objection, PaymentUpholdObjectionRequest, |m, fields| {
    Command::UpholdObjection { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(payment_dismiss_objection, PaymentDismissObjectionRequest, |m, fields| {
    Command::DismissObjection { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(payment_withdraw_objection, PaymentWithdrawObjectionRequest, |m, fields| {
    Command::WithdrawObjection { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(payment_objection_time_passed, PaymentObjectionTimePassedRequest, |m, fields| {
    Command::ObjectionTimePassed { party: m.party }
});
verb!(payment_receive_ruling, PaymentReceiveRulingRequest, |m, fields| {
    Command::ReceiveRuling { ruling: m.ruling, on: fields.date("on", m.on.as_ref())? }
});
verb!(payment_refuse_suit, PaymentRefuseSuitRequest, |m, fields| {
    Command::RefuseSuit { ruling: m.ruling, on: fields.date("on", m.on.as_ref())? }
});
verb!(payment_deem_filed, PaymentDeemFiledRequest, |m, fields| {
    Command::DeemFiled { ruling: m.ruling }
});
verb!(payment_withdraw, PaymentWithdrawRequest, |m, fields| {
    Command::Withdraw { on: fields.date("on", m.on.as_ref())? }
});
verb!(payment_note_suit, PaymentNoteSuitRequest, |m, fields| {
    let suit = parts::code(&mut fields, "suit", &m.suit);
    let day = fields.date("on", m.on.as_ref());
    Command::NoteSuit { suit: suit?, on: day? }
});
verb!(payment_revoke, PaymentRevokeRequest, |m, fields| {
    Command::Revoke { on: fields.date("on", m.on.as_ref())? }
});
verb!(payment_apply_enforcement, PaymentApplyEnforcementRequest, |m, fields| {
    Command::ApplyEnforcement { on: fields.date("on", m.on.as_ref())? }
});
verb!(payment_enforcement_time_passed, PaymentEnforcementTimePassedRequest, |m, fields| {
    Command::EnforcementTimePassed { claim: m.claim }
});
