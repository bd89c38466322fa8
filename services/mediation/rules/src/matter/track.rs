//! Which clock a route has, within which limit it may be given back, and who concludes it.

use jiefen_vocab::{DisputeKind, Role, TrackKind};
use jiff::civil::{Date, date};

/// From this day consumer mediation takes 60 calendar days (T-Q-03) instead of 45 working days
/// (T-Q-02).
const CONSUMER_NEW: Date = date(2026, 4, 15);

/// The rule of the first clock of a route: how soon the body must act on what it has taken.
pub fn clock_for(track: TrackKind, kind: DisputeKind) -> &'static str {
    match track {
        TrackKind::Negotiation => "policy.negotiation",
        TrackKind::NeutralEvaluation => "policy.neutral_evaluation",
        TrackKind::PeopleMediation
        | TrackKind::PeopleMediationTown
        | TrackKind::InvitedMediation => "policy.people_mediation",
        TrackKind::AdministrativeMediation => match kind {
            DisputeKind::Consumer => "T-Q-01",
            DisputeKind::Medical => "T-P-02",
            DisputeKind::Traffic => "T-O-03",
            DisputeKind::MarriageFamily
            | DisputeKind::Neighbour
            | DisputeKind::HousingHomestead
            | DisputeKind::ContractDebt
            | DisputeKind::ProductionBusiness
            | DisputeKind::TortDamages
            | DisputeKind::LandContracting
            | DisputeKind::LandExpropriation
            | DisputeKind::Environment
            | DisputeKind::Labour
            | DisputeKind::PropertyManagement
            | DisputeKind::Campus
            | DisputeKind::Finance
            | DisputeKind::Ip
            | DisputeKind::Administrative
            | DisputeKind::Other => "policy.administrative_mediation",
        },
        TrackKind::PoliceMediation if kind == DisputeKind::Traffic => "T-O-03",
        TrackKind::PoliceMediation => "T-N-01",
        TrackKind::IndustryMediation => "policy.industry_mediation",
        TrackKind::ThirdPartyFinancialMediation => "policy.financial_mediation",
        TrackKind::LabourMediation => "T-H-01",
        TrackKind::LawyerMediation => "policy.lawyer_mediation",
        TrackKind::JointMediation => "policy.joint_mediation",
        TrackKind::CourtEntrustedMediation => "T-C-05",
        TrackKind::CourtEntrustedMediationInLitigation => "T-C-02",
        TrackKind::JudicialConfirmation => "T-D-03",
        TrackKind::LabourArbitration => "T-H-06",
        TrackKind::LandArbitration => "T-I-02",
        TrackKind::CommercialArbitration => "T-J-01",
        TrackKind::AdministrativeRuling => "T-I-10",
        TrackKind::AdministrativeReconsideration => "T-K-02",
        TrackKind::FastTrack | TrackKind::SummaryProcedure | TrackKind::Litigation => "T-E-02",
        TrackKind::PaymentOrder => "T-F-02",
        TrackKind::NotarizedEnforcement | TrackKind::Enforcement => "T-G-03",
        TrackKind::AccidentReview => "T-O-01.review",
        TrackKind::Petition => "T-L-05",
        TrackKind::ProcuratorateSupervision => "T-M-02",
        TrackKind::Retrial => "T-E-16.review",
        TrackKind::PublicInterestLitigation
        | TrackKind::CriminalReferral
        | TrackKind::ProtectionOrder => "policy.progress_report",
        TrackKind::MergeIntoOriginal => "policy.triage",
        TrackKind::NoneUntilInformation => "policy.information_request",
    }
}

/// The rule of the handling term that begins with an event of its own: acceptance (consumer,
/// medical, arbitration, adjudication), the first mediation (police), or the loss being fixed
/// (traffic).
pub fn term_for(track: TrackKind, kind: DisputeKind, on: Date) -> Option<&'static str> {
    match (track, kind) {
        (TrackKind::AdministrativeMediation | TrackKind::PoliceMediation, DisputeKind::Traffic) => {
            Some("T-O-03")
        }
        (TrackKind::AdministrativeMediation, DisputeKind::Consumer) => {
            Some(if on < CONSUMER_NEW { "T-Q-02" } else { "T-Q-03" })
        }
        (TrackKind::AdministrativeMediation, DisputeKind::Medical) => Some("T-P-02.mediate"),
        (TrackKind::PoliceMediation, _) => Some("T-N-02"),
        (TrackKind::LabourArbitration, _) => Some("T-H-09"),
        (TrackKind::LandArbitration, _) => Some("T-I-05"),
        (TrackKind::AdministrativeRuling, _) => Some("T-I-11"),
        (TrackKind::AdministrativeReconsideration, _) => Some("T-K-06"),
        (TrackKind::PaymentOrder, _) => Some("T-F-03"),
        (
            TrackKind::Negotiation
            | TrackKind::NeutralEvaluation
            | TrackKind::PeopleMediation
            | TrackKind::PeopleMediationTown
            | TrackKind::AdministrativeMediation
            | TrackKind::IndustryMediation
            | TrackKind::ThirdPartyFinancialMediation
            | TrackKind::LabourMediation
            | TrackKind::LawyerMediation
            | TrackKind::InvitedMediation
            | TrackKind::JointMediation
            | TrackKind::CourtEntrustedMediation
            | TrackKind::CourtEntrustedMediationInLitigation
            | TrackKind::JudicialConfirmation
            | TrackKind::CommercialArbitration
            | TrackKind::FastTrack
            | TrackKind::SummaryProcedure
            | TrackKind::NotarizedEnforcement
            | TrackKind::Petition
            | TrackKind::ProcuratorateSupervision
            | TrackKind::PublicInterestLitigation
            | TrackKind::CriminalReferral
            | TrackKind::Litigation
            | TrackKind::Retrial
            | TrackKind::Enforcement
            | TrackKind::ProtectionOrder
            | TrackKind::AccidentReview
            | TrackKind::MergeIntoOriginal
            | TrackKind::NoneUntilInformation,
            _,
        ) => None,
    }
}

/// The rule within which a body may give a matter back as not its own: 5 working days for a
/// forwarded petition (T-L-03), 7 for a conflict of competence over a consumer complaint (T-Q-08),
/// else the county's limit for objecting to a designation. After that it is the body's.
pub fn pass_back_rule(track: TrackKind, kind: DisputeKind) -> &'static str {
    if track == TrackKind::Petition {
        return "T-L-03";
    }
    if track == TrackKind::AdministrativeMediation && kind == DisputeKind::Consumer {
        return "T-Q-08";
    }
    "policy.designation_objection"
}

/// Who may conclude a matter of this route (I10).
pub fn deciders(track: TrackKind) -> &'static [Role] {
    match track {
        TrackKind::LabourArbitration
        | TrackKind::LandArbitration
        | TrackKind::CommercialArbitration => &[Role::Arbitrator, Role::ArbitrationDirector],
        TrackKind::AdministrativeRuling => &[Role::DepartmentOfficer],
        TrackKind::AdministrativeReconsideration => &[Role::Reviewer, Role::ReviewHead],
        TrackKind::ProcuratorateSupervision | TrackKind::PublicInterestLitigation => {
            &[Role::Prosecutor]
        }
        TrackKind::CriminalReferral | TrackKind::AccidentReview => &[Role::PoliceOfficer],
        TrackKind::Petition => &[Role::PetitionOfficer, Role::PetitionHead],
        TrackKind::FastTrack
        | TrackKind::SummaryProcedure
        | TrackKind::Litigation
        | TrackKind::PaymentOrder
        | TrackKind::JudicialConfirmation
        | TrackKind::NotarizedEnforcement
        | TrackKind::Enforcement
        | TrackKind::ProtectionOrder
        | TrackKind::Retrial => &[Role::Judge],
        TrackKind::Negotiation
        | TrackKind::NeutralEvaluation
        | TrackKind::PeopleMediation
        | TrackKind::PeopleMediationTown
        | TrackKind::AdministrativeMediation
        | TrackKind::PoliceMediation
        | TrackKind::IndustryMediation
        | TrackKind::ThirdPartyFinancialMediation
        | TrackKind::LabourMediation
        | TrackKind::LawyerMediation
        | TrackKind::InvitedMediation
        | TrackKind::JointMediation
        | TrackKind::CourtEntrustedMediation
        | TrackKind::CourtEntrustedMediationInLitigation
        | TrackKind::MergeIntoOriginal
        | TrackKind::NoneUntilInformation => {
            &[Role::Mediator, Role::MediationHead, Role::WindowClerk]
        }
    }
}

/// True when the body of this route decides; the others only help the parties to agree.
pub(super) fn decides(track: TrackKind) -> bool {
    !deciders(track).contains(&Role::Mediator)
}

/// True when the route is served by a procedure of its own, with its own guards.
pub(super) fn has_own_procedure(track: TrackKind) -> bool {
    [
        TrackKind::PeopleMediation,
        TrackKind::PeopleMediationTown,
        TrackKind::CourtEntrustedMediation,
        TrackKind::CourtEntrustedMediationInLitigation,
        TrackKind::JudicialConfirmation,
        TrackKind::FastTrack,
        TrackKind::SummaryProcedure,
        TrackKind::Litigation,
        TrackKind::ProtectionOrder,
    ]
    .contains(&track)
}
