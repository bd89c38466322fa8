//! What the umbrella of a dispute asks of the matrix: which list entries are no procedures, which routes an
//! offer must show, which tracks end only by leave.

use jiefen_vocab::{DisputeKind as K, TrackKind as T};

use super::is_suit;

/// True for entries of the track list that are notes for the desk, not procedures.
pub const fn is_no_track(track: T) -> bool {
    matches!(track, T::MergeIntoOriginal | T::NoneUntilInformation)
}

/// True for tracks that end on withdrawal only by leave of the body that has them (民事诉讼法 148, 行政诉讼法 62,
/// 行政复议法 74).
pub fn needs_leave(track: T) -> bool {
    let others = [
        T::AdministrativeReconsideration,
        T::Retrial,
        T::PublicInterestLitigation,
        T::ProcuratorateSupervision,
    ];
    is_suit(track) || others.contains(&track)
}

/// The statutory routes that an offer must show for a kind of dispute: a mediation offer never hides
/// the way to a decision (C-003; 人民调解法 3).
pub const fn must_show(kind: K) -> &'static [T] {
    match kind {
        K::Labour => &[T::LabourArbitration],
        K::LandContracting => &[T::LandArbitration, T::Litigation],
        K::Administrative | K::LandExpropriation => {
            &[T::AdministrativeReconsideration, T::Litigation]
        }
        K::MarriageFamily
        | K::Neighbour
        | K::HousingHomestead
        | K::ContractDebt
        | K::ProductionBusiness
        | K::TortDamages
        | K::Environment
        | K::PropertyManagement
        | K::Consumer
        | K::Medical
        | K::Traffic
        | K::Campus
        | K::Finance
        | K::Ip
        | K::Other => &[T::Litigation],
    }
}
