//! Requests of judicial confirmation.

use jiefen_court_rules::confirmation::{Command, Objector};
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::court::v1 as pb;

use super::{Outcome, parts, verb};
use crate::Kind;

/// Parses the parties' joint application.
///
/// # Errors
/// Every wrong field.
pub fn apply(m: &pb::ApplyRequest) -> Outcome {
    let mut fields = Fields::new();
    let begun = parts::dispute(&mut fields, m.brief.as_ref(), Kind::Confirmation, m.round);
    let agreement = parts::agreement(&mut fields, m.agreement.as_ref());
    let competence = parts::code(&mut fields, "competence", &m.competence);
    let day = fields.date("on", m.on.as_ref());
    let parsed = (|| {
        let (case, brief) = begun?;
        let agreement = Box::new(agreement?);
        let (applicants, competence, on) = (m.applicants.clone(), competence?, day?);
        let command = Command::Apply { brief, agreement, applicants, competence, on }.into();
        Some(Parsed { case, command })
    })();
    fields.done(parsed)
}

verb!(ask_correction, AskCorrectionRequest, |m, fields| {
    let missing = parts::missing(&mut fields, &m.missing);
    let day = fields.date("on", m.on.as_ref());
    Command::AskCorrection { missing: missing?, on: day? }
});
verb!(confirmation_receive_corrected, ConfirmationReceiveCorrectedRequest, |m, fields| {
    Command::ReceiveCorrected { on: fields.date("on", m.on.as_ref())? }
});
verb!(lapse_correction, LapseCorrectionRequest, |m, fields| Command::LapseCorrection);
verb!(accept, AcceptRequest, |m, fields| {
    let case_no = parts::number(&mut fields, "case_no", &m.case_no);
    let judge = parts::person(&mut fields, "judge", &m.judge);
    let day = fields.date("on", m.on.as_ref());
    Command::Accept { case_no: case_no?, judge: judge?, on: day? }
});
verb!(decline, DeclineRequest, |m, fields| {
    let ground = parts::code(&mut fields, "ground", &m.ground);
    let day = fields.date("on", m.on.as_ref());
    Command::Decline { ground: ground?, on: day? }
});
verb!(extend_ruling, ExtendRulingRequest, |m, fields| {
    Command::ExtendRuling { days: m.days, on: fields.date("on", m.on.as_ref())? }
});
verb!(confirm, ConfirmRequest, |m, fields| {
    Command::Confirm { on: fields.date("on", m.on.as_ref())? }
});
verb!(reject, RejectRequest, |m, fields| {
    let ground = parts::code(&mut fields, "ground", &m.ground);
    let day = fields.date("on", m.on.as_ref());
    Command::Reject { ground: ground?, on: day? }
});
verb!(withdraw, WithdrawRequest, |m, fields| {
    Command::Withdraw { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(serve_ruling, ServeRulingRequest, |m, fields| {
    Command::ServeRuling { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(object, ObjectRequest, |m, fields| {
    let by = objector(&mut fields, m);
    let day = fields.date("on", m.on.as_ref());
    Command::Object { by: by?, on: day? }
});
verb!(decide_objection, DecideObjectionRequest, |m, fields| {
    let outcome = parts::code(&mut fields, "outcome", &m.outcome);
    let day = fields.date("on", m.on.as_ref());
    Command::DecideObjection { outcome: outcome?, on: day? }
});
verb!(objection_time_passed, ObjectionTimePassedRequest, |m, fields| {
    Command::ObjectionTimePassed { party: m.party }
});
verb!(apply_enforcement, ApplyEnforcementRequest, |m, fields| {
    Command::ApplyEnforcement { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(record_performance, RecordPerformanceRequest, |m, fields| {
    Command::RecordPerformance { on: fields.date("on", m.on.as_ref())? }
});
verb!(enforcement_time_passed, EnforcementTimePassedRequest, |m, fields| {
    Command::EnforcementTimePassed
});

fn objector(fields: &mut Fields, m: &pb::ObjectRequest) -> Option<Objector> {
    match m.by.as_str() {
        "party" => Some(Objector::Party { no: m.party }),
        "third" => {
            let knew_on = fields.date("knew_on", m.knew_on.as_ref())?;
            Some(Objector::Third { knew_on })
        }
        other => {
            parts::none_of(fields, "by", other, "party 或 third");
            None
        }
    }
}
