//! The whole area as one procedure: each case is of one procedure, and a command of another is
//! refused.

use jiefen_procedure::{Chart, Procedure, procedures};

use crate::administrative_mediation::AdministrativeMediation;
use crate::agreement_life::AgreementLife;
use crate::batch::Batch;
use crate::consumer::Consumer;
use crate::entrusted_mediation::{self, EntrustedMediation};
use crate::industry_mediation::{self, IndustryMediation};
use crate::invited_mediation::InvitedMediation;
use crate::joint_mediation::JointMediation;
use crate::labour_mediation::LabourMediation;
use crate::lawyer_mediation::{self, LawyerMediation};
use crate::matter::{self, Matter};
use crate::medical::Medical;
use crate::negotiation::Negotiation;
use crate::neutral_evaluation::NeutralEvaluation;
use crate::online_mediation::OnlineMediation;
use crate::people_mediation::{self, PeopleMediation};
use crate::public_order::PublicOrder;
use crate::rural_land_mediation::RuralLandMediation;
use crate::traffic::Traffic;
use crate::village_negotiation::VillageNegotiation;

procedures! {
    "mediation", PeopleMediation;
    PeopleMediation people_mediation "人民调解";
    EntrustedMediation entrusted_mediation "委托（委派）调解";
    Matter matter "承办事项";
    IndustryMediation industry_mediation "行业调解、金融纠纷第三方调解";
    LawyerMediation lawyer_mediation "律师调解";
}

/// The charts of the area's procedures.
pub fn charts() -> Vec<&'static Chart> {
    vec![
        PeopleMediation::chart(),
        EntrustedMediation::chart(),
        Matter::chart(),
        AgreementLife::chart(),
        LabourMediation::chart(),
        RuralLandMediation::chart(),
        AdministrativeMediation::chart(),
        JointMediation::chart(),
        Batch::chart(),
        VillageNegotiation::chart(),
        PublicOrder::chart(),
        Traffic::chart(),
        Medical::chart(),
        Consumer::chart(),
        Negotiation::chart(),
        NeutralEvaluation::chart(),
        InvitedMediation::chart(),
        LawyerMediation::chart(),
        OnlineMediation::chart(),
        IndustryMediation::chart(),
    ]
}

/// The names of all commands, procedure by procedure.
const COMMANDS: &[&str] = &[
    "people_mediation.open",
    "people_mediation.give_consent",
    "people_mediation.refuse_consent",
    "people_mediation.withdraw_consent",
    "people_mediation.accept",
    "people_mediation.decline",
    "people_mediation.choose_mediator",
    "people_mediation.object_mediator",
    "people_mediation.schedule_session",
    "people_mediation.offer_slots",
    "people_mediation.choose_slots",
    "people_mediation.hold_session",
    "people_mediation.extend",
    "people_mediation.begin_appraisal",
    "people_mediation.end_appraisal",
    "people_mediation.report_danger",
    "people_mediation.draft_agreement",
    "people_mediation.confirm_draft",
    "people_mediation.sign",
    "people_mediation.record_oral",
    "people_mediation.note_application",
    "people_mediation.record_force",
    "people_mediation.record_performance",
    "people_mediation.report_breach",
    "people_mediation.end_unperformed",
    "people_mediation.withdraw",
    "people_mediation.end_failed",
    "people_mediation.end_sham",
    "people_mediation.end_for_suit",
    "people_mediation.lapse",
    "entrusted_mediation.open",
    "entrusted_mediation.sign_file",
    "entrusted_mediation.decline",
    "entrusted_mediation.withdraw_consent",
    "entrusted_mediation.choose_mediator",
    "entrusted_mediation.schedule_session",
    "entrusted_mediation.hold_session",
    "entrusted_mediation.extend",
    "entrusted_mediation.begin_appraisal",
    "entrusted_mediation.end_appraisal",
    "entrusted_mediation.record_settlement",
    "entrusted_mediation.record_contract",
    "entrusted_mediation.note_application",
    "entrusted_mediation.close_contract",
    "entrusted_mediation.end_failed",
    "entrusted_mediation.end_sham",
    "entrusted_mediation.lapse",
    "matter.take",
    "matter.name_person",
    "matter.begin_term",
    "matter.note_progress",
    "matter.conclude",
    "matter.pass_back",
    "industry_mediation.open",
    "industry_mediation.check_body",
    "industry_mediation.give_consent",
    "industry_mediation.refuse_consent",
    "industry_mediation.accept",
    "industry_mediation.set_fee",
    "industry_mediation.ask_expert",
    "industry_mediation.expert_answers",
    "industry_mediation.withdraw_consent",
    "industry_mediation.disclose",
    "industry_mediation.waive",
    "industry_mediation.challenge",
    "industry_mediation.decide_challenge",
    "industry_mediation.replace",
    "industry_mediation.schedule",
    "industry_mediation.hold",
    "industry_mediation.extend",
    "industry_mediation.begin_appraisal",
    "industry_mediation.end_appraisal",
    "industry_mediation.put_text",
    "industry_mediation.confirm_text",
    "industry_mediation.put_plan",
    "industry_mediation.object",
    "industry_mediation.agree",
    "industry_mediation.note_application",
    "industry_mediation.close_window",
    "industry_mediation.end_failed",
    "industry_mediation.end_sham",
    "industry_mediation.lapse",
    "lawyer_mediation.open",
    "lawyer_mediation.give_consent",
    "lawyer_mediation.refuse_consent",
    "lawyer_mediation.take",
    "lawyer_mediation.set_fee",
    "lawyer_mediation.withdraw_consent",
    "lawyer_mediation.disclose",
    "lawyer_mediation.waive",
    "lawyer_mediation.challenge",
    "lawyer_mediation.decide_challenge",
    "lawyer_mediation.replace",
    "lawyer_mediation.schedule",
    "lawyer_mediation.hold",
    "lawyer_mediation.extend",
    "lawyer_mediation.begin_appraisal",
    "lawyer_mediation.end_appraisal",
    "lawyer_mediation.put_text",
    "lawyer_mediation.confirm_text",
    "lawyer_mediation.agree",
    "lawyer_mediation.note_application",
    "lawyer_mediation.note_order",
    "lawyer_mediation.close_window",
    "lawyer_mediation.end_failed",
    "lawyer_mediation.end_sham",
    "lawyer_mediation.lapse",
];

#[cfg(test)]
mod tests;
