//! Requests of lawyer mediation.

use std::collections::BTreeSet;

use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_mediation_rules::lawyer_mediation::{Command, Host};
use jiefen_mediation_rules::neutral::{Act, Wording};
use jiefen_proto::jiefen::mediation::v1 as pb;

use super::neutral::alike;
use super::{Outcome, parts, verb};
use crate::Kind;

/// Parses the coming of a dispute to a studio.
///
/// # Errors
/// Every wrong field.
pub fn lawyer_open(m: &pb::LawyerOpenRequest) -> Outcome {
    let mut fields = Fields::new();
    let begun = parts::dispute(&mut fields, m.brief.as_ref(), Kind::LawyerMediation, m.round);
    let host = host(&mut fields, &m.host);
    let day = fields.date("on", m.on.as_ref());
    let parsed = (|| {
        let (case, brief) = begun?;
        // What closes the route travels in the brief.
        let (host, facts) = (host?, BTreeSet::new());
        Some(Parsed { case, command: Command::Open { brief, host, facts, on: day? }.into() })
    })();
    fields.done(parsed)
}

/// Where the studio sits; empty: it is not said here.
fn host(fields: &mut Fields, given: &str) -> Option<Option<Host>> {
    if given.is_empty() { Some(None) } else { parts::code(fields, "host", given).map(Some) }
}

verb!(lawyer_take, LawyerTakeRequest, |m, fields| {
    let lawyer = parts::candidate(&mut fields, "lawyer", m.lawyer.as_ref());
    let host = host(&mut fields, &m.host);
    let day = fields.date("on", m.on.as_ref());
    Command::Take { lawyer: lawyer?, host: host?, on: day? }
});
verb!(lawyer_set_fee, LawyerSetFeeRequest, |m, fields| {
    let shares = parts::shares(&m.shares);
    let day = fields.date("on", m.on.as_ref());
    Command::SetFee { shares, sole_agreed: m.sole_agreed, on: day? }
});
verb!(lawyer_agree, LawyerAgreeRequest, |m, fields| {
    let draft = parts::draft(&mut fields, m.draft.as_ref());
    let day = fields.date("on", m.on.as_ref());
    let (signed, by_lawyer, sealed) = (m.signed.clone(), m.by_lawyer, m.sealed);
    Command::Agree { draft: draft?, signed, by_lawyer, sealed, on: day? }
});
verb!(lawyer_note_order, LawyerNoteOrderRequest, |m, fields| {
    Command::NoteOrder { no: m.obligation, on: fields.date("on", m.on.as_ref())? }
});
alike! {
    lawyer_give_consent LawyerGiveConsentRequest,
    lawyer_refuse_consent LawyerRefuseConsentRequest,
    lawyer_withdraw_consent LawyerWithdrawConsentRequest,
    lawyer_disclose LawyerDiscloseRequest,
    lawyer_waive LawyerWaiveRequest,
    lawyer_challenge LawyerChallengeRequest,
    lawyer_decide_challenge LawyerDecideChallengeRequest,
    lawyer_replace LawyerReplaceRequest,
    lawyer_schedule LawyerScheduleRequest,
    lawyer_hold LawyerHoldRequest,
    lawyer_extend LawyerExtendRequest,
    lawyer_begin_appraisal LawyerBeginAppraisalRequest,
    lawyer_end_appraisal LawyerEndAppraisalRequest,
    lawyer_put_text LawyerPutTextRequest,
    lawyer_confirm_text LawyerConfirmTextRequest,
    lawyer_note_application LawyerNoteApplicationRequest,
    lawyer_close_window LawyerCloseWindowRequest,
    lawyer_end_failed LawyerEndFailedRequest,
    lawyer_end_sham LawyerEndShamRequest,
    lawyer_lapse LawyerLapseRequest,
}
