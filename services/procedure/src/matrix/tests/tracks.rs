//! Every track has its row, what bars it, and its column, what it bars; and what nothing bars.

use jiefen_vocab::Flag;

use super::*;
use crate::kit;

/// The tracks of case-lifecycle.md §5, each by its roads in the matrix. What has no road of its own goes on
/// one of these: petitions over litigation on the petition road, mediation of consumer, medical and
/// environmental disputes on that of the agency, incidents and screening on none.
const TRACKS: &[(&str, &[T])] = &[
    ("negotiation", &[T::Negotiation]),
    ("neutral evaluation", &[T::NeutralEvaluation]),
    (
        "people's / industry mediation",
        &[T::PeopleMediation, T::PeopleMediationTown, T::IndustryMediation, T::JointMediation],
    ),
    ("entrusted", &[T::CourtEntrustedMediationInLitigation]),
    ("delegated", &[T::CourtEntrustedMediation]),
    ("judicial confirmation", &[T::JudicialConfirmation]),
    ("court diversion", &[T::Litigation, T::SummaryProcedure, T::FastTrack]),
    ("payment order", &[T::PaymentOrder]),
    ("enforcement", &[T::Enforcement, T::NotarizedEnforcement]),
    ("labour mediation → arbitration", &[T::LabourMediation, T::LabourArbitration]),
    ("rural-land arbitration", &[T::LandArbitration]),
    ("commercial arbitration", &[T::CommercialArbitration]),
    ("administrative mediation", &[T::AdministrativeMediation]),
    ("administrative adjudication", &[T::AdministrativeRuling]),
    ("reconsideration", &[T::AdministrativeReconsideration]),
    ("petition", &[T::Petition]),
    ("public order, traffic", &[T::PoliceMediation, T::AccidentReview]),
    ("protection order", &[T::ProtectionOrder]),
    (
        "supervision, public interest, retrial",
        &[T::ProcuratorateSupervision, T::PublicInterestLitigation, T::Retrial],
    ),
    (
        "lawyers, invited, finance",
        &[T::LawyerMediation, T::InvitedMediation, T::ThirdPartyFinancialMediation],
    ),
    ("to the police", &[T::CriminalReferral]),
];

fn roads() -> impl Iterator<Item = T> {
    TRACKS.iter().flat_map(|(_, roads)| roads.iter().copied())
}

#[test]
fn every_track_of_the_list_is_a_road_of_the_matrix() {
    let here: BTreeSet<T> = roads().collect();
    assert_eq!(roads().count(), here.len(), "a road stands twice");
    for track in T::ALL {
        assert!(here.contains(track) || is_no_track(*track), "{track} has no row and no column");
    }
}

/// The row: the cells that speak of a track, each with its source.
#[test]
fn every_track_has_a_row() {
    for track in roads() {
        let row: Vec<&Cell> = cells().filter(|cell| (cell.wanted)(track)).collect();
        assert!(!row.is_empty(), "{track} has no row");
        assert!(row.iter().all(|cell| !cell.basis.is_empty()), "{track}");
    }
}

/// The column: what a running track bars in some dispute and some circumstances. Each at least bars itself;
/// only the protection order and petitions may be asked for again, and both bar others.
#[test]
fn every_track_has_a_column() {
    for track in roads() {
        let bars = T::ALL.iter().any(|wanted| {
            K::ALL.iter().any(|kind| {
                let without = of(*kind);
                let with = without.clone().track(track, S::Running);
                !all_bars(&with, *wanted).is_empty()
                    && all_bars(&with, *wanted).len() > all_bars(&without, *wanted).len()
            })
        });
        assert!(bars, "{track} has no column");
    }
}

/// 反家庭暴力法 23; 法释〔2022〕17号 1: it depends on no suit, and no other track stands in its way.
#[test]
fn a_protection_order_is_open_whatever_other_track_runs() {
    for kind in K::ALL {
        for (_, present, _) in all_examples() {
            let present = Present { kind: *kind, ..present };
            check(present, T::ProtectionOrder, "");
        }
        for running in T::ALL {
            for standing in [S::Running, S::Failed, S::Agreed, S::Decided] {
                check(of(*kind).track(*running, standing), T::ProtectionOrder, "");
            }
        }
    }
}

/// T-R-02: while it is asked for, nobody is brought to the table, unless safety is arranged.
#[test]
fn while_a_protection_order_is_asked_for_nobody_is_brought_to_talk() {
    let asked = of(K::MarriageFamily).track(T::ProtectionOrder, S::Running);
    check(asked.clone(), T::PeopleMediation, "violence_safety_first");
    check(asked.clone(), T::Litigation, "");
    check(asked.with(C::SafetyArranged), T::PeopleMediation, "");
}

/// 道路交通事故处理程序规定 75 (2018): the court is told of a review, which goes on beside the suit; until then (2008,
/// 53, 54) the suit closed it. 71: once; 86: the joint request to the police waits for it.
#[test]
fn a_suit_does_not_end_the_review_of_an_accident_and_police_mediation_waits_for_it() {
    let review = of(K::Traffic).track(T::AccidentReview, S::Running);
    assert!(ended_by(&review, T::Litigation).is_empty());
    check(review.clone(), T::Litigation, "");
    check(of(K::Traffic).with(C::SuitAccepted), T::AccidentReview, "");
    check(review.clone(), T::PoliceMediation, "police_mediation_after_review");
    check(review, T::PeopleMediation, "");
    let upheld = of(K::Traffic).track(T::AccidentReview, S::Decided);
    check(upheld.clone(), T::PoliceMediation, "");
    check(upheld, T::AccidentReview, "accident_review_once");
}

#[test]
fn a_cell_says_its_name_its_reason_its_article_and_what_is_open_instead() {
    let bar = may_start(&of(K::Labour), T::Litigation).unwrap_err();
    let said = bar.said();
    assert_eq!(said.words.name, "LABOUR_ARBITRATION_FIRST");
    assert_eq!((said.zh(), said.en()), (bar.zh.to_owned(), bar.en.to_owned()));
    assert_eq!(said.words.basis, "劳动争议调解仲裁法5；劳动争议解释(一)13、15、51(2)");
    assert_eq!(said.instead(), "可以改走：劳动仲裁");
    let ended = may_start(&of(K::Other).with(C::PetitionEnded), T::Petition).unwrap_err();
    assert!(!ended.said().instead().is_empty() && !ended.said().instead().contains("{}"));
    assert_eq!(may_start(&of(K::Neighbour), T::PeopleMediation), Ok(()));
}

/// The brief carries what the sender knows; who knows of nothing bars nothing.
#[test]
fn a_brief_brings_what_is_known_and_what_its_flags_say() {
    let mut told = kit::brief(K::Medical, T::PeopleMediation, kit::day("2026-03-02"));
    check(Present::of_brief(&told), T::PeopleMediation, "");
    told.known.tracks.insert(T::AdministrativeMediation, S::Running);
    check(Present::of_brief(&told), T::PeopleMediation, "medical_one_mediation");
    told.flags.insert(Flag::SafetyAlert);
    check(Present::of_brief(&told), T::PeopleMediation, "violence_safety_first");
    let arranged = Present::of_brief(&told).given(&[(true, C::SafetyArranged)]);
    check(arranged, T::PeopleMediation, "medical_one_mediation");
    for text in ["running", "failed", "agreed", "decided"] {
        assert_eq!(text.parse::<S>().unwrap().to_string(), text);
    }
    assert_eq!("suit_filed".parse::<C>().unwrap(), C::SuitFiled);
    assert_eq!(C::ComplaintBefore2025.to_string().parse::<C>().unwrap(), C::ComplaintBefore2025);
    assert!("gone".parse::<S>().is_err() && "rain".parse::<C>().is_err());
}
