//! Requests of people's mediation.

use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_mediation_rules::people_mediation::{Beginning, Checks, Command, Signer};
use jiefen_proto::jiefen::mediation::v1 as pb;

use super::{Outcome, parts, verb};
use crate::Kind;

/// Parses the opening of a people's mediation.
///
/// # Errors
/// Every wrong field.
pub fn open(m: &pb::OpenRequest) -> Outcome {
    let mut fields = Fields::new();
    let begun = parts::dispute(&mut fields, m.brief.as_ref(), Kind::PeopleMediation, m.round);
    let by = match m.by.as_str() {
        "application" => Some(Beginning::Application { party: m.party }),
        "own_initiative" => Some(Beginning::OwnInitiative),
        "hand_off" => Some(Beginning::HandOff),
        other => {
            parts::none_of(&mut fields, "by", other, "application、own_initiative 或 hand_off");
            None
        }
    };
    let day = fields.date("on", m.on.as_ref());
    let ((begun, by), day) = fields.done(begun.zip(by).zip(day))?;
    let (case, brief) = begun;
    Ok(Parsed { case, command: Command::Open { brief, by, on: day }.into() })
}

verb!(give_consent, GiveConsentRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    let how = parts::how(&mut fields, &m.how);
    Command::GiveConsent { party: m.party, on: day?, how: how? }
});
verb!(refuse_consent, RefuseConsentRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    let how = parts::how(&mut fields, &m.how);
    Command::RefuseConsent { party: m.party, on: day?, how: how? }
});
verb!(withdraw_consent, WithdrawConsentRequest, |m, fields| {
    Command::WithdrawConsent { party: m.party, how: parts::how(&mut fields, &m.how)? }
});
verb!(accept, AcceptRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    let mediator = parts::person(&mut fields, "mediator", &m.mediator);
    let checks = Checks {
        rights_told: m.rights_told,
        hospital_notices: m.hospital_notices,
        not_handled_elsewhere: m.not_handled_elsewhere,
        safety_cleared: m.safety_cleared,
    };
    Command::Accept { on: day?, mediator: mediator?, checks }
});
verb!(decline, DeclineRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    let ground = parts::code(&mut fields, "ground", &m.ground);
    Command::Decline { on: day?, ground: ground? }
});
verb!(choose_mediator, ChooseMediatorRequest, |m, fields| {
    let mediator = parts::person(&mut fields, "mediator", &m.mediator);
    let day = fields.date("on", m.on.as_ref());
    Command::ChooseMediator { mediator: mediator?, on: day?, by_parties: m.by_parties }
});
verb!(object_mediator, ObjectMediatorRequest, |m, fields| {
    Command::ObjectMediator { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(schedule_session, ScheduleSessionRequest, |m, fields| {
    let (on, place, mode) = parts::planned(&mut fields, m.on.as_ref(), &m.place, &m.mode)?;
    Command::ScheduleSession { on, place, mode }
});
verb!(hold_session, HoldSessionRequest, |m, fields| {
    let set = parts::planned(&mut fields, m.on.as_ref(), &m.place, &m.mode);
    let people = (m.present.as_slice(), m.guardians.as_slice());
    let session = parts::sitting(&mut fields, set, people, &m.reached, &m.record)?;
    Command::HoldSession { session }
});
verb!(extend, ExtendRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    Command::Extend { units: m.units, agreed: m.agreed.clone(), on: day? }
});
verb!(begin_appraisal, BeginAppraisalRequest, |m, fields| {
    Command::BeginAppraisal { on: fields.date("on", m.on.as_ref())? }
});
verb!(end_appraisal, EndAppraisalRequest, |m, fields| {
    Command::EndAppraisal { on: fields.date("on", m.on.as_ref())? }
});
verb!(report_danger, ReportDangerRequest, |m, fields| {
    let found_on = fields.date("found_on", m.found_on.as_ref());
    let danger = parts::code(&mut fields, "danger", &m.danger);
    Command::ReportDanger { found_on: found_on?, danger: danger?, ends: m.ends }
});
verb!(draft_agreement, DraftAgreementRequest, |m, fields| {
    let draft = parts::draft(&mut fields, m.draft.as_ref());
    let day = fields.date("on", m.on.as_ref());
    Command::DraftAgreement { draft: draft?, on: day? }
});
verb!(confirm_draft, ConfirmDraftRequest, |m, fields| {
    let hash = fields.text("hash", &m.hash, 64);
    let day = fields.date("on", m.on.as_ref());
    Command::ConfirmDraft { party: m.party, hash: hash?, on: day? }
});
verb!(sign, SignRequest, |m, fields| {
    let signer = match m.signer.as_str() {
        "party" => Some(Signer::Party { no: m.party }),
        "mediator" => Some(Signer::Mediator),
        "seal" => Some(Signer::Seal),
        other => {
            parts::none_of(&mut fields, "signer", other, "party、mediator 或 seal");
            None
        }
    };
    let day = fields.date("on", m.on.as_ref());
    Command::Sign { signer: signer?, on: day? }
});
verb!(record_oral, RecordOralRequest, |m, fields| {
    let draft = parts::draft(&mut fields, m.draft.as_ref());
    let day = fields.date("on", m.on.as_ref());
    Command::RecordOral { draft: draft?, agreed: m.agreed.clone(), on: day? }
});
verb!(note_application, NoteApplicationRequest, |m, fields| {
    let window = parts::code(&mut fields, "window", &m.window);
    let day = fields.date("on", m.on.as_ref());
    Command::NoteApplication { window: window?, on: day? }
});
verb!(record_force, RecordForceRequest, |m, fields| {
    let force = parts::code(&mut fields, "force", &m.force);
    let day = fields.date("on", m.on.as_ref());
    Command::RecordForce { force: force?, on: day? }
});
verb!(record_performance, RecordPerformanceRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    let through = parts::code(&mut fields, "through", &m.through);
    let proof = fields.text("proof", &m.proof, 500);
    let no = m.obligation;
    Command::RecordPerformance { no, on: day?, through: through?, proof: proof? }
});
verb!(report_breach, ReportBreachRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    Command::ReportBreach { no: m.obligation, on: day?, declared: m.declared }
});
verb!(end_unperformed, EndUnperformedRequest, |m, fields| {
    Command::EndUnperformed { on: fields.date("on", m.on.as_ref())? }
});
verb!(withdraw, WithdrawRequest, |m, fields| {
    Command::Withdraw { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(end_failed, EndFailedRequest, |m, fields| {
    Command::EndFailed { on: fields.date("on", m.on.as_ref())? }
});
verb!(end_sham, EndShamRequest, |m, fields| {
    Command::EndSham { on: fields.date("on", m.on.as_ref())? }
});
verb!(end_for_suit, EndForSuitRequest, |m, fields| {
    Command::EndForSuit { on: fields.date("on", m.on.as_ref())? }
});
verb!(lapse, LapseRequest, |m, fields| Command::Lapse);
