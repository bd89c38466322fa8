//! I1 to I8 over random courses: the umbrella and two to five of its tracks, their commands interleaved.

use jiefen_administrative_rules::adjudication;
use jiefen_arbitration_rules::{
    commercial_arbitration, labour_arbitration, rural_land_arbitration,
};
use jiefen_mediation_rules::{
    consumer, industry_mediation, invited_mediation, joint_mediation, labour_mediation,
    lawyer_mediation, medical, negotiation, neutral_evaluation, rural_land_mediation,
};
use jiefen_petition_rules::litigation_petition;
use jiefen_procedure::matrix::{Circumstance as C, Present, Standing, allowed};
use jiefen_vocab::{DisputeKind as K, TrackKind as T};
use proptest::prelude::*;

use crate::track::{Led, Track};
use crate::umbrella::Umbrella;

macro_rules! led {
    ($module:ident, $procedure:ident, $road:expr, $pick:expr) => {
        Led::<$module::$procedure>::boxed(
            $road,
            $module::samples::lines(),
            $module::samples::moves(),
            $pick,
        )
    };
}

/// The tracks that a dispute of a kind may have.
fn tracks(kind: K, pick: usize) -> Vec<Box<dyn Track>> {
    let petition = led!(litigation_petition, LitigationPetition, T::Petition, pick);
    let mut all = vec![petition];
    match kind {
        K::Labour => {
            all.push(led!(labour_mediation, LabourMediation, T::LabourMediation, pick));
            all.push(led!(labour_arbitration, LabourArbitration, T::LabourArbitration, pick));
            all.push(led!(joint_mediation, JointMediation, T::JointMediation, pick));
        }
        K::LandContracting => {
            let road = T::PeopleMediation;
            all.push(led!(rural_land_mediation, RuralLandMediation, road, pick));
            all.push(led!(rural_land_arbitration, RuralLandArbitration, T::LandArbitration, pick));
            all.push(led!(adjudication, Adjudication, T::AdministrativeRuling, pick));
        }
        K::Medical => {
            all.push(led!(medical, Medical, T::PeopleMediation, pick));
            all.push(led!(medical, Medical, T::AdministrativeMediation, pick + 1));
        }
        K::Consumer => {
            all.push(led!(consumer, Consumer, T::AdministrativeMediation, pick));
            all.push(led!(industry_mediation, IndustryMediation, T::IndustryMediation, pick));
        }
        K::MarriageFamily
        | K::Neighbour
        | K::HousingHomestead
        | K::ContractDebt
        | K::ProductionBusiness
        | K::TortDamages
        | K::LandExpropriation
        | K::Environment
        | K::PropertyManagement
        | K::Traffic
        | K::Campus
        | K::Finance
        | K::Ip
        | K::Administrative
        | K::Other => {
            all.push(led!(lawyer_mediation, LawyerMediation, T::LawyerMediation, pick));
            all.push(led!(invited_mediation, InvitedMediation, T::InvitedMediation, pick));
            let road = T::CommercialArbitration;
            all.push(led!(commercial_arbitration, CommercialArbitration, road, pick));
            all.push(led!(neutral_evaluation, NeutralEvaluation, T::NeutralEvaluation, pick));
            all.push(led!(negotiation, Negotiation, T::Negotiation, pick));
        }
    }
    all
}

/// What the matrix sees of the tracks.
fn present(kind: K, known: &[C], tracks: &[Box<dyn Track>]) -> Present {
    let mut present = Present::of(kind);
    present.facts.extend(known);
    for track in tracks {
        let Some(standing) = track.standing() else { continue };
        if !present.runs(track.road()) {
            present.tracks.insert(track.road(), standing);
        }
    }
    present
}

/// I4: pairs that must never run together.
fn no_forbidden_pair(present: &Present) {
    let both = |one: T, other: T| present.runs(one) && present.runs(other);
    if present.kind == K::Medical {
        assert!(!both(T::PeopleMediation, T::AdministrativeMediation), "T-P-03");
    }
    if present.kind == K::Consumer && present.runs(T::AdministrativeMediation) {
        assert!(!present.has(C::HandledElsewhere), "T-Q-07");
    }
    if present.runs(T::LandArbitration) {
        assert!(!present.has(C::LandTitle) || present.over(T::AdministrativeRuling), "T-I-09");
    }
    if present.runs(T::CommercialArbitration) {
        assert!(present.has(C::ArbitrationAgreement) || present.has(C::ArbitrationAsserted));
    }
}

const KINDS: [K; 5] = [K::Labour, K::LandContracting, K::Medical, K::Consumer, K::ContractDebt];
const KNOWN: [&[C]; 5] = [
    &[],
    &[C::LandTitle],
    &[C::ArbitrationAgreement],
    &[C::MediationRefused],
    &[C::HandledElsewhere, C::PetitionEnded],
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn several_tracks_at_once_keep_the_invariants(
        kind in 0..KINDS.len(),
        known in 0..KNOWN.len(),
        line in 0..40usize,
        steps in prop::collection::vec((0..6usize, any::<u16>(), 0..5u8), 10..80),
    ) {
        let (kind, known) = (KINDS[kind], KNOWN[known]);
        let mut tracks = tracks(kind, line);
        let mut umbrella = Umbrella::of(kind);
        for (which, pick, turn) in steps {
            umbrella.step(usize::from(pick));
            let Some(at) = (which < tracks.len()).then_some(which) else { continue };
            let before = present(kind, known, &tracks);
            let begun = tracks[at].standing().is_some();
            if !begun && !allowed(&before, tracks[at].road()).is_allowed() {
                continue;
            }
            tracks[at].go(usize::from(pick), turn == 0);
            let after = present(kind, known, &tracks);
            no_forbidden_pair(&after);
            // One track's step moves no other track (an outcome is never overwritten).
            for (road, standing) in &before.tracks {
                if *road != tracks[at].road() {
                    prop_assert_eq!(after.tracks.get(road), Some(standing));
                }
            }
        }
    }
}

/// The property above is not empty: every kind gets several tracks under way at once.
#[test]
fn tracks_do_run_beside_each_other() {
    for kind in KINDS {
        let mut tracks = tracks(kind, 0);
        for at in 0..tracks.len() {
            if allowed(&present(kind, &[C::ArbitrationAgreement], &tracks), tracks[at].road())
                .is_allowed()
            {
                assert!(tracks[at].go(0, false), "{kind}: {}", tracks[at].road());
            }
        }
        let running = tracks.iter().filter(|one| one.standing() == Some(Standing::Running));
        assert!(running.count() >= 1, "{kind}");
    }
}
