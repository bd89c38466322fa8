//! Requests of mediation for a court.

use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_mediation_rules::entrusted_mediation::Command;
use jiefen_proto::jiefen::mediation::v1 as pb;

use super::{Outcome, parts, verb};
use crate::Kind;

/// Parses the arrival of a court's file.
///
/// # Errors
/// Every wrong field.
pub fn entrusted_open(m: &pb::EntrustedOpenRequest) -> Outcome {
    let mut fields = Fields::new();
    let begun = parts::dispute(&mut fields, m.brief.as_ref(), Kind::EntrustedMediation, m.round);
    let mandate = parts::code(&mut fields, "mandate", &m.mandate);
    let court = fields.parse("court", &m.court);
    let court_case = fields.text("court_case", &m.court_case, 100);
    let day = fields.date("on", m.on.as_ref());
    let parsed = (|| {
        let (case, brief) = begun?;
        let (mandate, court, court_case) = (mandate?, court?, court_case?);
        let command = Command::Open { brief, mandate, court, court_case, on: day? }.into();
        Some(Parsed { case, command })
    })();
    fields.done(parsed)
}

verb!(sign_file, SignFileRequest, |m, fields| {
    let mediator = parts::person(&mut fields, "mediator", &m.mediator);
    let day = fields.date("on", m.on.as_ref());
    Command::SignFile { mediator: mediator?, on: day? }
});
verb!(entrusted_decline, EntrustedDeclineRequest, |m, fields| {
    let ground = parts::code(&mut fields, "ground", &m.ground);
    let day = fields.date("on", m.on.as_ref());
    Command::Decline { ground: ground?, on: day? }
});
verb!(entrusted_withdraw_consent, EntrustedWithdrawConsentRequest, |m, fields| {
    Command::WithdrawConsent { party: m.party, how: parts::how(&mut fields, &m.how)? }
});
verb!(entrusted_choose_mediator, EntrustedChooseMediatorRequest, |m, fields| {
    let mediator = parts::person(&mut fields, "mediator", &m.mediator);
    let day = fields.date("on", m.on.as_ref());
    Command::ChooseMediator { mediator: mediator?, on: day? }
});
verb!(entrusted_schedule_session, EntrustedScheduleSessionRequest, |m, fields| {
    let (on, place, mode) = parts::planned(&mut fields, m.on.as_ref(), &m.place, &m.mode)?;
    Command::ScheduleSession { on, place, mode }
});
verb!(entrusted_hold_session, EntrustedHoldSessionRequest, |m, fields| {
    let set = parts::planned(&mut fields, m.on.as_ref(), &m.place, &m.mode);
    let people = (m.present.as_slice(), m.guardians.as_slice());
    let session = parts::sitting(&mut fields, set, people, &m.reached, &m.record)?;
    Command::HoldSession { session }
});
verb!(entrusted_extend, EntrustedExtendRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    Command::Extend { days: m.days, agreed: m.agreed.clone(), on: day? }
});
verb!(entrusted_begin_appraisal, EntrustedBeginAppraisalRequest, |m, fields| {
    Command::BeginAppraisal { on: fields.date("on", m.on.as_ref())? }
});
verb!(entrusted_end_appraisal, EntrustedEndAppraisalRequest, |m, fields| {
    Command::EndAppraisal { on: fields.date("on", m.on.as_ref())? }
});
verb!(record_settlement, RecordSettlementRequest, |m, fields| {
    let by = parts::code(&mut fields, "by", &m.by);
    let day = fields.date("on", m.on.as_ref());
    Command::RecordSettlement { by: by?, agreed: m.agreed.clone(), on: day? }
});
verb!(record_contract, RecordContractRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    Command::RecordContract { agreed: m.agreed.clone(), on: day? }
});
verb!(entrusted_note_application, EntrustedNoteApplicationRequest, |m, fields| {
    Command::NoteApplication { on: fields.date("on", m.on.as_ref())? }
});
verb!(close_contract, CloseContractRequest, |m, fields| Command::CloseContract);
verb!(entrusted_end_failed, EntrustedEndFailedRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    let undisputed = parts::private(&mut fields, "undisputed", &m.undisputed);
    let facts_agreed = m.facts_agreed.clone();
    Command::EndFailed { on: day?, undisputed: undisputed?, facts_agreed }
});
verb!(entrusted_end_sham, EntrustedEndShamRequest, |m, fields| {
    Command::EndSham { on: fields.date("on", m.on.as_ref())? }
});
verb!(entrusted_lapse, EntrustedLapseRequest, |m, fields| Command::Lapse);
