//! Requests of industry mediation.

use std::collections::BTreeSet;

use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_mediation_rules::industry_mediation::{Body, Command};
use jiefen_mediation_rules::neutral::{Act, Wording};
use jiefen_proto::jiefen::mediation::v1 as pb;

use super::neutral::alike;
use super::{Outcome, parts, verb};
use crate::Kind;

/// Parses an application to the body of a trade, or the beginning on what was handed over.
///
/// # Errors
/// Every wrong field.
pub fn industry_open(m: &pb::IndustryOpenRequest) -> Outcome {
    let mut fields = Fields::new();
    let begun = parts::dispute(&mut fields, m.brief.as_ref(), Kind::IndustryMediation, m.round);
    let body = body(&mut fields, m.body.as_ref());
    let day = fields.date("on", m.on.as_ref());
    let parsed = (|| {
        let (case, brief) = begun?;
        // What closes the route travels in the brief.
        let (body, facts) = (body?, BTreeSet::new());
        Some(Parsed { case, command: Command::Open { brief, body, facts, on: day? }.into() })
    })();
    fields.done(parsed)
}

fn body(fields: &mut Fields, given: Option<&pb::TradeBody>) -> Option<Body> {
    let Some(given) = given else {
        fields.fault("body", "必填 (required)");
        return None;
    };
    Some(Body {
        kind: parts::code(fields, "body.kind", &given.kind)?,
        members: given.members.iter().copied().collect(),
        court_linked: given.court_linked,
        checked: given.checked,
    })
}

verb!(industry_check_body, IndustryCheckBodyRequest, |m, fields| {
    let members = m.members.iter().copied().collect();
    let day = fields.date("on", m.on.as_ref());
    Command::CheckBody { members, court_linked: m.court_linked, on: day? }
});
verb!(industry_accept, IndustryAcceptRequest, |m, fields| {
    let mediator = parts::candidate(&mut fields, "mediator", m.mediator.as_ref());
    let day = fields.date("on", m.on.as_ref());
    let waived = m.waived.clone();
    Command::Accept { mediator: mediator?, outside: m.outside, waived, on: day? }
});
verb!(industry_set_fee, IndustrySetFeeRequest, |m, fields| {
    let shares = parts::shares(&m.shares);
    let day = fields.date("on", m.on.as_ref());
    Command::SetFee { shares, published: m.published, on: day? }
});
verb!(industry_ask_expert, IndustryAskExpertRequest, |m, fields| {
    let expert = parts::candidate(&mut fields, "expert", m.expert.as_ref());
    let day = fields.date("on", m.on.as_ref());
    Command::AskExpert { expert: expert?, agreed: m.agreed.clone(), on: day? }
});
verb!(industry_expert_answers, IndustryExpertAnswersRequest, |m, fields| {
    Command::ExpertAnswers { on: fields.date("on", m.on.as_ref())? }
});
verb!(industry_put_plan, IndustryPutPlanRequest, |m, fields| {
    let draft = parts::draft(&mut fields, m.draft.as_ref());
    let served = fields.date("served", m.served.as_ref());
    let day = fields.date("on", m.on.as_ref());
    Command::PutPlan { draft: draft?, agreed: m.agreed.clone(), served: served?, on: day? }
});
verb!(industry_object, IndustryObjectRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    Command::Object { party: m.party, written: m.written, on: day? }
});
verb!(industry_agree, IndustryAgreeRequest, |m, fields| {
    let draft = parts::draft(&mut fields, m.draft.as_ref());
    let day = fields.date("on", m.on.as_ref());
    Command::Agree { draft: draft?, signed: m.signed.clone(), sealed: m.sealed, on: day? }
});
alike! {
    industry_give_consent IndustryGiveConsentRequest,
    industry_refuse_consent IndustryRefuseConsentRequest,
    industry_withdraw_consent IndustryWithdrawConsentRequest,
    industry_disclose IndustryDiscloseRequest,
    industry_waive IndustryWaiveRequest,
    industry_challenge IndustryChallengeRequest,
    industry_decide_challenge IndustryDecideChallengeRequest,
    industry_replace IndustryReplaceRequest,
    industry_schedule IndustryScheduleRequest,
    industry_hold IndustryHoldRequest,
    industry_extend IndustryExtendRequest,
    industry_begin_appraisal IndustryBeginAppraisalRequest,
    industry_end_appraisal IndustryEndAppraisalRequest,
    industry_put_text IndustryPutTextRequest,
    industry_confirm_text IndustryConfirmTextRequest,
    industry_note_application IndustryNoteApplicationRequest,
    industry_close_window IndustryCloseWindowRequest,
    industry_end_failed IndustryEndFailedRequest,
    industry_end_sham IndustryEndShamRequest,
    industry_lapse IndustryLapseRequest,
}
