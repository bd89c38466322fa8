//! Groups of tracks and circumstances that several cells share.

use jiefen_vocab::TrackKind as T;

use super::{Circumstance as C, MEDIATIONS, Present, is_mediation};

/// People's mediation in the sense of the medical regulation: a committee, of whatever field.
pub(super) const PEOPLES: &[T] =
    &[T::PeopleMediation, T::PeopleMediationTown, T::IndustryMediation, T::JointMediation];

/// The statutory channels that take a matter out of the petition road (信访工作条例31).
pub(super) const STATUTORY: &[T] = &[
    T::Litigation,
    T::SummaryProcedure,
    T::FastTrack,
    T::Retrial,
    T::PaymentOrder,
    T::LabourArbitration,
    T::LandArbitration,
    T::CommercialArbitration,
    T::AdministrativeReconsideration,
    T::AdministrativeRuling,
];

pub(super) fn peoples(track: T) -> bool {
    PEOPLES.contains(&track)
}

/// Whatever brings the parties to talk: mediation, negotiation, evaluation.
pub(super) fn talk(track: T) -> bool {
    is_mediation(track) || matches!(track, T::Negotiation | T::NeutralEvaluation)
}

/// Any other mediating body than the department has the matter in hand.
pub(super) fn other_mediation_runs(present: &Present) -> bool {
    MEDIATIONS.iter().any(|t| *t != T::AdministrativeMediation && present.runs(*t))
}

/// The cases in which a labour suit needs no arbitration, or the arbitration is behind it; and a party that
/// insists is not kept from the court, which alone refuses (登记立案规定2、8).
pub(super) fn labour_suit_open(present: &Present) -> bool {
    present.has(C::WageIou)
        || present.has(C::UnpaidWagesAgreement)
        || present.has(C::SuitInsisted)
        || present.has(C::LabourOrderLapsed)
        || present.has(C::LabourArbitrationRefused)
        || present.over(T::LabourArbitration)
}
