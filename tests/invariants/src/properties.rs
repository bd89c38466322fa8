//! I1 to I9 over random courses: the umbrella and its tracks, their commands interleaved; a track begins by
//! a hand-off and its end is reported to the umbrella.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_administrative_rules::adjudication;
use jiefen_arbitration_rules::{
    commercial_arbitration, labour_arbitration, rural_land_arbitration,
};
use jiefen_assessment_rules::Indicator;
use jiefen_court_rules::filing;
use jiefen_mediation_rules::{
    consumer, industry_mediation, invited_mediation, joint_mediation, labour_mediation,
    lawyer_mediation, medical, negotiation, neutral_evaluation, people_mediation,
    rural_land_mediation,
};
use jiefen_petition_rules::litigation_petition;
use jiefen_procedure::matrix::{Circumstance as C, Present, Standing, allowed, is_mediation};
use jiefen_vocab::{DisputeKind as K, Outcome, TrackKind as T};
use proptest::prelude::*;

use crate::figures::{self, Told};
use crate::roads;
use crate::track::{Led, Track};
use crate::umbrella::{TOWN, Umbrella};

macro_rules! led {
    ($module:ident, $procedure:ident, $road:expr, $pick:expr) => {
        Led::<$module::$procedure>::boxed(
            $road,
            ($module::samples::lines(), $module::samples::moves()),
            |state| state.outcome(),
            $pick,
        )
    };
}

/// The body that has the track of this number.
const BODIES: [&str; 9] = [
    "640122.body_0",
    "640122.body_1",
    "640122.body_2",
    "640122.body_3",
    "640122.body_4",
    "640122.body_5",
    "640122.body_6",
    "640122.body_7",
    "640122.body_8",
];

/// The tracks that a dispute of a kind may have.
fn tracks(kind: K, pick: usize) -> Vec<Box<dyn Track>> {
    let petition = led!(litigation_petition, LitigationPetition, T::Petition, pick);
    let suit =
        Led::<filing::Filing>::boxed(T::Litigation, roads::filing(), filing::State::outcome, pick);
    let mut all = vec![petition, suit];
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
            let lines = roads::people_mediation();
            let ended = people_mediation::State::outcome;
            all.push(Led::<people_mediation::PeopleMediation>::boxed(
                T::PeopleMediation,
                lines,
                ended,
                pick,
            ));
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

/// A dispute with its tracks.
struct World {
    umbrella: Umbrella,
    tracks: Vec<Box<dyn Track>>,
    known: &'static [C],
    told: Told,
    handed: Vec<usize>,
}

impl World {
    fn new(kind: K, known: &'static [C], line: usize) -> World {
        let (umbrella, tracks) = (Umbrella::of(kind), tracks(kind, line));
        World { umbrella, tracks, known, told: Told::default(), handed: Vec::new() }
    }

    fn present(&self) -> Present {
        present(self.umbrella.kind, self.known, &self.tracks)
    }

    /// One step of one track. What begins has been handed over, what ends is reported (I2, I4).
    fn step(&mut self, at: usize, pick: usize, out_of_turn: bool) {
        let (before, unit) = (self.present(), BODIES[at]);
        let road = self.tracks[at].road();
        if self.tracks[at].standing().is_none() {
            if !allowed(&before, road).is_allowed() || !self.umbrella.hand_over(road, unit) {
                return;
            }
            self.told.handed(unit, at, self.umbrella.today);
            self.handed.push(at);
        }
        let begun = self.tracks[at].standing().is_some();
        let was = self.tracks[at].outcome();
        self.tracks[at].go(pick, out_of_turn);
        if !begun && self.tracks[at].standing().is_some() && is_mediation(road) {
            self.told.begun(unit, at, self.umbrella.today);
        }
        let outcome = self.tracks[at].outcome();
        if let Some(outcome) = outcome.filter(|_| was.is_none()) {
            self.umbrella.hear(unit, outcome);
            if is_mediation(road) {
                self.told.ended(unit, at, self.umbrella.today, outcome);
            }
        }
        let after = self.present();
        no_forbidden_pair(&after);
        // One track's step moves no other track (an outcome is never overwritten).
        for (other, standing) in before.tracks.iter().filter(|(other, _)| **other != road) {
            assert_eq!(after.tracks.get(other), Some(standing), "{road} moves {other}");
        }
    }

    /// I8: the figures are those of the tracks, in whatever order their events come.
    fn count(&mut self, turn: usize) {
        let mut met: BTreeMap<String, u64> = BTreeMap::new();
        for (at, track) in self.tracks.iter().enumerate() {
            self.told.met(BODIES[at], at, self.umbrella.today, track.clocks_met());
            for (rule, times) in track.clocks_met() {
                *met.entry(rule.clone()).or_default() += times;
            }
        }
        let figures = self.told.recomputed(turn);
        for (rule, times) in &met {
            assert_eq!(figures::of(&figures, Indicator::OnTime, rule), Some((*times, *times)));
        }
        for at in &self.handed {
            let pair = format!("{TOWN}>{}/accepted", BODIES[*at]);
            let found = figures::of(&figures, Indicator::Handoff, &pair).unwrap();
            let times = self.handed.iter().filter(|other| *other == at).count() as u64;
            assert_eq!(found, (times, times), "{pair}");
        }
        let talks = || self.tracks.iter().filter(|track| is_mediation(track.road()));
        let count =
            |is: &dyn Fn(&dyn Track) -> bool| talks().filter(|one| is(one.as_ref())).count() as u64;
        let agreed =
            |one: &dyn Track| matches!(one.outcome(), Some(Outcome::Agreed | Outcome::Performed));
        let begun = count(&|one| one.standing().is_some());
        let found = figures::of(&figures, Indicator::Mediation, "registered");
        assert_eq!(found, Some((count(&agreed), begun)), "I8");
        let over = count(&|one| one.outcome().is_some());
        let found = figures::of(&figures, Indicator::Mediation, "concluded");
        assert_eq!(found, Some((count(&agreed), over)), "I8");
    }

    /// I9: no word of a session stands in the umbrella or in a track that decides.
    fn nothing_said_leaves_the_talks(&self) {
        let umbrella = serde_json::to_string(&self.umbrella.state).unwrap();
        let deciding = self.tracks.iter().filter(|track| !is_mediation(track.road()));
        let stored = deciding.map(|track| track.stored());
        for text in stored.chain([umbrella]) {
            for word in WORDS {
                assert!(!text.contains(word), "I9: {word}");
            }
        }
    }
}

/// What the samples say in sessions.
const WORDS: [&str; 4] = ["各自陈述", "商家愿退一半", "医方承认手术记录不全", "乙愿付一半"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn several_tracks_at_once_keep_the_invariants(
        kind in 0..KINDS.len(),
        known in 0..KNOWN.len(),
        line in 0..40usize,
        steps in prop::collection::vec((0..9usize, any::<u16>(), 0..5u8), 10..120),
    ) {
        let mut world = World::new(KINDS[kind], KNOWN[known], line);
        let turn = steps.len() * 7;
        // Most begin at the counter's desk, sorted; the others with nothing known.
        if !line.is_multiple_of(4) {
            (1..=3).for_each(|_| world.umbrella.open());
        }
        for (which, pick, turn) in steps {
            let pick = usize::from(pick);
            if pick.is_multiple_of(3) || world.umbrella.state.is_none() {
                world.umbrella.step(pick);
            }
            if which < world.tracks.len() {
                world.step(which, pick, turn == 0);
            }
        }
        world.nothing_said_leaves_the_talks();
        world.count(turn);
    }
}

/// The property above is not empty: in every kind of dispute tracks end and are heard, with an agreement and
/// without, and another one follows.
#[test]
fn ends_are_heard_and_other_tracks_follow() {
    let mut said = false;
    for kind in KINDS {
        let (mut ends, mut followed) = (BTreeSet::new(), 0);
        for line in 0..12 {
            let mut world = World::new(kind, &[], line);
            (1..=3).for_each(|_| world.umbrella.open());
            let count = world.tracks.len();
            for no in 0..count {
                let at = if line.is_multiple_of(2) { no } else { count - 1 - no };
                let heard = world.umbrella.ended();
                (0..25).for_each(|_| world.step(at, 0, false));
                ends.extend(world.tracks[at].outcome());
                followed += usize::from(heard > 0 && world.umbrella.ended() > heard);
            }
            world.count(line);
            let talks = world.tracks.iter().filter(|track| is_mediation(track.road()));
            let texts: String = talks.map(|track| track.stored()).collect();
            said |= WORDS.iter().any(|word| texts.contains(word));
            world.nothing_said_leaves_the_talks();
        }
        assert!(ends.len() >= 2, "{kind}: {ends:?}");
        assert!(followed > 0, "{kind}");
    }
    assert!(said, "somebody speaks in the talks, or I9 is checked of nothing");
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
