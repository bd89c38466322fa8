//! Both sides of each cell of the single fields.

use super::*;

/// One dispute that each of these cells bars.
pub(super) fn examples() -> Vec<(&'static str, Present, T)> {
    let debt = || of(K::ContractDebt);
    let ip = || of(K::Ip);
    let decided = || debt().with(C::FinalDecision);
    vec![
        ("delegation_closed", debt(), T::CourtEntrustedMediation),
        ("invited_not_beside_suit", debt().with(C::SuitFiled), T::InvitedMediation),
        ("lawyer_mediation_scope", of(K::Administrative), T::LawyerMediation),
        ("neutral_evaluation_scope", of(K::MarriageFamily).with(C::Status), T::NeutralEvaluation),
        (
            "agency_without_power",
            of(K::Environment).with(C::NoOwnPower),
            T::AdministrativeMediation,
        ),
        (
            "punishable_conduct_not_mediated",
            of(K::Environment).with(C::PunishableConduct),
            T::AdministrativeMediation,
        ),
        (
            "land_title_not_land_arbitration",
            of(K::LandContracting).with(C::LandTitle),
            T::LandArbitration,
        ),
        ("ruling_not_on_damages", ip().with(C::DamagesOnly), T::AdministrativeRuling),
        ("ruling_not_on_expropriation", of(K::LandExpropriation), T::AdministrativeRuling),
        ("ruling_not_on_land_contracts", of(K::LandContracting), T::AdministrativeRuling),
        ("ruling_not_beside_suit", ip().with(C::SuitAccepted), T::AdministrativeRuling),
        (
            "confirmation_other_procedure",
            debt().with(C::AgreementInForce).with(C::SpecialProcedure),
            T::JudicialConfirmation,
        ),
        ("enforcement_needs_title", debt(), T::Enforcement),
        ("accident_review_for_traffic", debt(), T::AccidentReview),
        (
            "accident_review_once",
            of(K::Traffic).track(T::AccidentReview, S::Decided),
            T::AccidentReview,
        ),
        (
            "police_mediation_after_review",
            of(K::Traffic).track(T::AccidentReview, S::Running),
            T::PoliceMediation,
        ),
        ("supervision_needs_decision", debt(), T::ProcuratorateSupervision),
        ("supervision_after_retrial", decided(), T::ProcuratorateSupervision),
    ]
}

#[test]
fn removing_the_cause_opens_the_track_of_the_field() {
    let before = of(K::ContractDebt).with(C::ComplaintBefore2025);
    check(before, T::CourtEntrustedMediation, "");
    check(of(K::ContractDebt), T::InvitedMediation, "");
    check(of(K::ContractDebt), T::LawyerMediation, "");
    check(of(K::MarriageFamily).with(C::Status), T::LawyerMediation, "lawyer_mediation_scope");
    check(of(K::MarriageFamily), T::NeutralEvaluation, "");
    check(of(K::Administrative), T::NeutralEvaluation, "neutral_evaluation_scope");
    check(of(K::Environment), T::AdministrativeMediation, "");
    let title = of(K::LandContracting).with(C::LandTitle);
    check(title.clone(), T::AdministrativeRuling, "");
    check(title.track(T::AdministrativeRuling, S::Decided), T::LandArbitration, "");
    check(of(K::Ip), T::AdministrativeRuling, "");
    check(of(K::LandExpropriation).with(C::LandTitle), T::AdministrativeRuling, "");
    let seized = of(K::HousingHomestead).with(C::LandTitle).with(C::SuitAccepted);
    check(seized, T::AdministrativeRuling, "");
    check(of(K::ContractDebt).with(C::ConductSupervised), T::ProcuratorateSupervision, "");
    check(of(K::ContractDebt).with(C::TitleInForce), T::Enforcement, "");
    check(of(K::Traffic), T::AccidentReview, "");
    check(of(K::Traffic).track(T::AccidentReview, S::Decided), T::PoliceMediation, "");
    let decided = of(K::ContractDebt).with(C::FinalDecision);
    check(decided.clone().with(C::RetrialTried), T::ProcuratorateSupervision, "");
    check(decided.track(T::Retrial, S::Failed), T::ProcuratorateSupervision, "");
}

/// 仲裁法(2025)27: what is only asserted opens the arbitration and does not close the court.
#[test]
fn an_asserted_agreement_opens_arbitration_and_bars_no_suit() {
    let asserted = of(K::ContractDebt).with(C::ArbitrationAsserted);
    check(asserted.clone(), T::CommercialArbitration, "");
    check(asserted, T::Litigation, "");
    check(of(K::ContractDebt), T::CommercialArbitration, "commercial_arbitration_needs_agreement");
    let agreed = of(K::ContractDebt).with(C::ArbitrationAgreement);
    check(agreed, T::Litigation, "arbitration_agreement_bars_suit");
}

/// 劳动争议解释(一)51(2): an agreement over unpaid wages and nothing else goes straight to court.
#[test]
fn a_broken_agreement_over_wages_alone_needs_no_arbitration() {
    let broken = of(K::Labour).with(C::UnpaidWagesAgreement);
    check(broken.clone(), T::Litigation, "");
    check(of(K::Labour), T::Litigation, "labour_arbitration_first");
    routes(&broken, T::LabourMediation, &[T::LabourArbitration, T::Litigation]);
    routes(&of(K::Labour), T::LabourMediation, &[T::LabourArbitration]);
}

#[test]
fn safety_comes_before_evaluation_too() {
    let violent = of(K::MarriageFamily).with(C::DomesticViolence);
    check(violent.clone(), T::NeutralEvaluation, "violence_safety_first");
    check(violent.with(C::SafetyArranged), T::NeutralEvaluation, "");
}
