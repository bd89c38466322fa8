//! Groups of tracks and circumstances that several cells share.

use jiefen_vocab::TrackKind as T;

use super::{Circumstance as C, Present};

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

/// The cases in which a labour suit needs no arbitration, or the arbitration is behind it; and a party that
/// insists is not kept from the court, which alone refuses (登记立案规定2、8).
pub(super) fn labour_suit_open(present: &Present) -> bool {
    present.has(C::WageIou)
        || present.has(C::SuitInsisted)
        || present.has(C::LabourOrderLapsed)
        || present.has(C::LabourArbitrationRefused)
        || present.over(T::LabourArbitration)
}
