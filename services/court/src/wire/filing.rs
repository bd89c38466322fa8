//! Requests from the complaint to the filing decision, and of mediation for the court.

use jiefen_court_rules::filing::Command;
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::court::v1 as pb;
use serde_json::json;

use super::{Outcome, parts, verb};
use crate::Kind;

/// Parses the complaint. A dispute that begins with it gets the number of its receipt as its code.
///
/// # Errors
/// Every wrong field.
pub fn receive_complaint(m: &pb::ReceiveComplaintRequest) -> Outcome {
    let mut fields = Fields::new();
    let begins = m.brief.as_ref().is_some_and(|brief| brief.dispute.is_empty());
    let begun = parts::dispute(&mut fields, m.brief.as_ref(), Kind::Filing, m.round);
    let receipt = parts::number(&mut fields, "receipt", &m.receipt);
    let day = fields.date("on", m.on.as_ref());
    let parsed = (|| {
        let (case, mut brief) = begun?;
        let receipt = receipt?;
        if begins {
            brief.code.clone_from(&receipt);
        }
        let plaintiff = m.plaintiff;
        let command = Command::ReceiveComplaint { brief, plaintiff, receipt, on: day? }.into();
        Some(Parsed { case, command })
    })();
    fields.done(parsed)
}

verb!(list_missing, ListMissingRequest, |m, fields| {
    let missing = parts::missing(&mut fields, &m.missing);
    let day = fields.date("on", m.on.as_ref());
    Command::ListMissing { missing: missing?, on: day? }
});
verb!(filing_receive_corrected, FilingReceiveCorrectedRequest, |m, fields| {
    Command::ReceiveCorrected { on: fields.date("on", m.on.as_ref())? }
});
verb!(return_papers, ReturnPapersRequest, |m, fields| Command::ReturnPapers);
verb!(file, FileRequest, |m, fields| {
    let case_no = parts::number(&mut fields, "case_no", &m.case_no);
    let day = fields.date("on", m.on.as_ref());
    Command::File { case_no: case_no?, on: day? }
});
verb!(file_first, FileFirstRequest, |m, fields| Command::FileFirst);
verb!(give_number, GiveNumberRequest, |m, fields| {
    Command::GiveNumber { case_no: parts::number(&mut fields, "case_no", &m.case_no)? }
});
verb!(refuse_filing, RefuseFilingRequest, |m, fields| {
    let ground = parts::code(&mut fields, "ground", &m.ground);
    let day = fields.date("on", m.on.as_ref());
    Command::RefuseFiling { ground: ground?, on: day? }
});
verb!(serve_refusal, ServeRefusalRequest, |m, fields| {
    Command::ServeRefusal { on: fields.date("on", m.on.as_ref())? }
});
verb!(appeal_refusal, AppealRefusalRequest, |m, fields| {
    Command::AppealRefusal { on: fields.date("on", m.on.as_ref())? }
});
verb!(record_appeal_ruling, RecordAppealRulingRequest, |m, fields| {
    let file_as = if m.file_as.trim().is_empty() {
        Some(None)
    } else {
        parts::number(&mut fields, "file_as", &m.file_as).map(Some)
    };
    let day = fields.date("on", m.on.as_ref());
    Command::RecordAppealRuling { file_as: file_as?, on: day? }
});
verb!(refusal_becomes_final, RefusalBecomesFinalRequest, |m, fields| {
    Command::RefusalBecomesFinal
});
verb!(delegate, DelegateRequest, |m, fields| {
    let body = fields.parse("body", &m.body);
    let day = fields.date("on", m.on.as_ref());
    Command::Delegate { body: body?, agreed: m.agreed.clone(), on: day? }
});
verb!(entrust, EntrustRequest, |m, fields| {
    let body = fields.parse("body", &m.body);
    let track = parts::code(&mut fields, "track", &m.track);
    let day = fields.date("on", m.on.as_ref());
    Command::Entrust { body: body?, agreed: m.agreed.clone(), track: track?, on: day? }
});
verb!(note_mediator_signed, NoteMediatorSignedRequest, |m, fields| {
    let mediator = parts::person(&mut fields, "mediator", &m.mediator);
    let day = fields.date("on", m.on.as_ref());
    Command::NoteMediatorSigned { mediator: mediator?, on: day? }
});
verb!(take_back, TakeBackRequest, |m, fields| Command::TakeBack);
verb!(note_mediation_extended, NoteMediationExtendedRequest, |m, fields| {
    Command::NoteMediationExtended { days: m.days, on: fields.date("on", m.on.as_ref())? }
});
verb!(note_mediation_stopped, NoteMediationStoppedRequest, |m, fields| {
    Command::NoteMediationStopped { on: fields.date("on", m.on.as_ref())? }
});
verb!(note_mediation_resumed, NoteMediationResumedRequest, |m, fields| {
    Command::NoteMediationResumed { to: fields.date("to", m.to.as_ref())? }
});
verb!(return_from_mediation, ReturnFromMediationRequest, |m, fields| {
    let value = json!({"result": m.result});
    let result = parts::stored(&mut fields, "result", &m.result, value);
    let day = fields.date("on", m.on.as_ref());
    Command::ReturnFromMediation { result: result?, on: day? }
});
verb!(mediation_lapsed, MediationLapsedRequest, |m, fields| Command::MediationLapsed);
