//! Requests of industry mediation.

use std::collections::BTreeSet;

use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_mediation_rules::industry_mediation::{Body, Command};
use jiefen_mediation_rules::neutral::{Act, Wording};
use jiefen_proto::jiefen::mediation::v1 as pb;

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
verb!(industry_give_consent, IndustryGiveConsentRequest, |m, fields| {
    let how = parts::how(&mut fields, &m.how);
    let day = fields.date("on", m.on.as_ref());
    Command::GiveConsent { party: m.party, how: how?, on: day? }
});
verb!(industry_refuse_consent, IndustryRefuseConsentRequest, |m, fields| {
    Command::RefuseConsent { party: m.party, on: fields.date("on", m.on.as_ref())? }
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
verb!(industry_withdraw_consent, IndustryWithdrawConsentRequest, |m, fields| {
    let how = parts::how(&mut fields, &m.how)?;
    Command::Course(Act::WithdrawConsent { party: m.party, how })
});
verb!(industry_disclose, IndustryDiscloseRequest, |m, fields| {
    let interest = parts::code(&mut fields, "interest", &m.interest);
    let day = fields.date("on", m.on.as_ref());
    Command::Course(Act::Disclose { interest: interest?, on: day? })
});
verb!(industry_waive, IndustryWaiveRequest, |m, fields| {
    Command::Course(Act::Waive { party: m.party, on: fields.date("on", m.on.as_ref())? })
});
verb!(industry_challenge, IndustryChallengeRequest, |m, fields| {
    let interest = parts::code(&mut fields, "interest", &m.interest);
    let day = fields.date("on", m.on.as_ref());
    Command::Course(Act::Challenge { party: m.party, interest: interest?, on: day? })
});
verb!(industry_decide_challenge, IndustryDecideChallengeRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    Command::Course(Act::DecideChallenge { granted: m.granted, on: day? })
});
verb!(industry_replace, IndustryReplaceRequest, |m, fields| {
    let mediator = parts::candidate(&mut fields, "mediator", m.mediator.as_ref());
    let day = fields.date("on", m.on.as_ref());
    Command::Course(Act::Replace { mediator: mediator?, on: day? })
});
verb!(industry_schedule, IndustryScheduleRequest, |m, fields| {
    let (on, place, mode) = parts::planned(&mut fields, m.on.as_ref(), &m.place, &m.mode)?;
    Command::Course(Act::Schedule { on, place, mode })
});
verb!(industry_hold, IndustryHoldRequest, |m, fields| {
    let set = parts::planned(&mut fields, m.on.as_ref(), &m.place, &m.mode);
    let people = (m.present.as_slice(), m.guardians.as_slice());
    let session = parts::sitting(&mut fields, set, people, &m.reached, &m.record)?;
    Command::Course(Act::Hold { session })
});
verb!(industry_extend, IndustryExtendRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    Command::Course(Act::Extend { days: m.days, agreed: m.agreed.clone(), on: day? })
});
verb!(industry_begin_appraisal, IndustryBeginAppraisalRequest, |m, fields| {
    Command::Course(Act::BeginAppraisal { on: fields.date("on", m.on.as_ref())? })
});
verb!(industry_end_appraisal, IndustryEndAppraisalRequest, |m, fields| {
    Command::Course(Act::EndAppraisal { on: fields.date("on", m.on.as_ref())? })
});
verb!(industry_put_text, IndustryPutTextRequest, |m, fields| {
    let draft = parts::draft(&mut fields, m.draft.as_ref());
    let day = fields.date("on", m.on.as_ref());
    Command::Text(Wording::Put { draft: draft?, on: day? })
});
verb!(industry_confirm_text, IndustryConfirmTextRequest, |m, fields| {
    let hash = fields.text("hash", &m.hash, 64);
    let day = fields.date("on", m.on.as_ref());
    Command::Text(Wording::Confirm { party: m.party, hash: hash?, on: day? })
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
verb!(industry_note_application, IndustryNoteApplicationRequest, |m, fields| {
    let window = parts::code(&mut fields, "window", &m.window);
    let day = fields.date("on", m.on.as_ref());
    Command::NoteApplication { window: window?, on: day? }
});
verb!(industry_close_window, IndustryCloseWindowRequest, |m, fields| {
    Command::CloseWindow { window: parts::code(&mut fields, "window", &m.window)? }
});
verb!(industry_end_failed, IndustryEndFailedRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    let undisputed = parts::private(&mut fields, "undisputed", &m.undisputed);
    let facts_agreed = m.facts_agreed.clone();
    Command::EndFailed { on: day?, undisputed: undisputed?, facts_agreed }
});
verb!(industry_end_sham, IndustryEndShamRequest, |m, fields| {
    Command::EndSham { on: fields.date("on", m.on.as_ref())? }
});
verb!(industry_lapse, IndustryLapseRequest, |m, fields| Command::Lapse);
