mod fields;
mod tracks;

use std::collections::BTreeSet;

use jiefen_terms::Law;
use jiefen_vocab::{DisputeKind as K, TrackKind as T};

use super::*;
use super::{Circumstance as C, Standing as S};

/// Asks for a track and compares the answer with the name of a cell; empty: allowed.
#[track_caller]
fn check(present: Present, wanted: T, expect: &str) {
    let verdict = allowed(&present, wanted);
    assert_eq!(verdict.bar().map_or("", |bar| bar.cell), expect, "{wanted} in {present:?}");
}

fn of(kind: K) -> Present {
    Present::of(kind)
}

/// One dispute that each cell bars, and the same without the cause.
fn examples() -> Vec<(&'static str, Present, T)> {
    let land = || of(K::LandContracting);
    let debt = || of(K::ContractDebt);
    vec![
        (
            "violence_safety_first",
            of(K::MarriageFamily).with(C::DomesticViolence),
            T::PeopleMediation,
        ),
        ("crime_reported_first", of(K::Campus).with(C::HarmToMinor), T::PeopleMediation),
        ("party_refuses_mediation", of(K::Neighbour).with(C::MediationRefused), T::JointMediation),
        ("not_suited_to_mediation", of(K::Neighbour).with(C::NotMediable), T::JointMediation),
        (
            "same_track_running",
            of(K::Neighbour).track(T::PeopleMediation, S::Running),
            T::PeopleMediation,
        ),
        ("one_suit", debt().track(T::Litigation, S::Running), T::FastTrack),
        (
            "medical_one_mediation",
            of(K::Medical).track(T::AdministrativeMediation, S::Running),
            T::PeopleMediation,
        ),
        (
            "traffic_suit_ends_police_mediation",
            of(K::Traffic).with(C::SuitFiled),
            T::PoliceMediation,
        ),
        ("police_penalty_only", of(K::TortDamages).with(C::PolicePenaltyOnly), T::PoliceMediation),
        (
            "consumer_already_seized",
            of(K::Consumer).with(C::OverThreeYears),
            T::AdministrativeMediation,
        ),
        (
            "court_mediation_not_in_special_procedure",
            debt().track(T::PaymentOrder, S::Running),
            T::InvitedMediation,
        ),
        ("entrusted_after_filing", debt(), T::CourtEntrustedMediationInLitigation),
        ("labour_mediation_for_labour", debt(), T::LabourArbitration),
        ("peoples_mediation_of_civil_disputes", of(K::Administrative), T::PeopleMediation),
        ("labour_arbitration_first", of(K::Labour), T::Litigation),
        (
            "expropriation_not_land_arbitration",
            land().with(C::ExpropriationCompensation),
            T::LandArbitration,
        ),
        ("land_arbitration_for_land_contracts", debt(), T::LandArbitration),
        ("land_arbitration_seized_court", land().with(C::SuitAccepted), T::LandArbitration),
        ("land_title_government_first", land().with(C::LandTitle), T::Litigation),
    ]
}

/// The same for arbitration by agreement, acts of agencies, petitions and court procedures.
fn more_examples() -> Vec<(&'static str, Present, T)> {
    let debt = || of(K::ContractDebt);
    let act = || of(K::Administrative);
    vec![
        ("commercial_arbitration_needs_agreement", debt(), T::CommercialArbitration),
        (
            "commercial_arbitration_beside_suit",
            debt().with(C::ArbitrationAgreement).track(T::Litigation, S::Running),
            T::CommercialArbitration,
        ),
        (
            "not_arbitrable",
            of(K::MarriageFamily).with(C::ArbitrationAgreement),
            T::CommercialArbitration,
        ),
        ("arbitration_agreement_bars_suit", debt().with(C::ArbitrationAgreement), T::Litigation),
        (
            "civil_mediation_not_reviewable",
            act().with(C::AgencyMediationChallenged),
            T::AdministrativeReconsideration,
        ),
        ("reconsideration_needs_an_act", debt(), T::AdministrativeReconsideration),
        (
            "reconsideration_not_beside_suit",
            act().with(C::SuitAccepted),
            T::AdministrativeReconsideration,
        ),
        (
            "suit_not_beside_reconsideration",
            act().track(T::AdministrativeReconsideration, S::Running),
            T::Litigation,
        ),
        ("reconsideration_first", act().with(C::ReconsiderationFirst), T::Litigation),
        ("petition_road_ended", of(K::Other).with(C::PetitionEnded), T::Petition),
        ("petition_in_hand_below", of(K::Other).with(C::InHandBelow), T::Petition),
        ("petition_statutory_channel", of(K::Labour).with(C::StatutoryChannel), T::Petition),
        (
            "payment_order_preservation",
            debt().with(C::MoneyDueAndFixed).with(C::PreSuitPreservation),
            T::PaymentOrder,
        ),
        (
            "payment_order_beside_suit",
            debt().with(C::MoneyDueAndFixed).with(C::SuitFiled),
            T::PaymentOrder,
        ),
        ("payment_order_conditions", debt(), T::PaymentOrder),
        (
            "confirmation_not_for_status_or_title",
            of(K::Ip).with(C::AgreementInForce).with(C::IpOwnership),
            T::JudicialConfirmation,
        ),
        (
            "confirmation_of_labour_payment_only",
            of(K::Labour).with(C::AgreementInForce),
            T::JudicialConfirmation,
        ),
        ("confirmation_needs_agreement", debt(), T::JudicialConfirmation),
        ("finally_decided", debt().with(C::FinalDecision), T::Litigation),
        ("retrial_needs_decision", debt(), T::Retrial),
        ("notarised_enforcement_needs_instrument", debt(), T::NotarizedEnforcement),
    ]
}

fn all_examples() -> Vec<(&'static str, Present, T)> {
    [examples(), more_examples(), fields::examples()].concat()
}

#[test]
fn each_cell_bars_its_example() {
    for (cell, present, wanted) in all_examples() {
        check(present, wanted, cell);
    }
}

#[test]
fn every_cell_has_an_example_a_source_and_another_way() {
    let shown: BTreeSet<&str> = all_examples().iter().map(|(cell, ..)| *cell).collect();
    let all: BTreeSet<&str> = cells().map(|cell| cell.name).collect();
    assert_eq!(shown, all);
    assert_eq!(all.len(), cells().count(), "two cells of one name");
    for cell in cells() {
        assert!(
            !cell.basis.is_empty() && !cell.zh.is_empty() && !cell.en.is_empty(),
            "{}",
            cell.name
        );
        // The one road that the law closes for good is the petition after re-review.
        assert!(!cell.instead.is_empty() || cell.name == "petition_road_ended", "{}", cell.name);
        assert!(
            cell.first.is_none_or(|first| cell.instead.contains(&first)),
            "{} does not offer what it asks first",
            cell.name
        );
    }
}

#[test]
fn removing_the_cause_opens_the_track() {
    let violent = of(K::MarriageFamily).with(C::DomesticViolence);
    check(violent.clone().with(C::SafetyArranged), T::PeopleMediation, "");
    check(violent, T::Litigation, "");
    check(of(K::Campus).with(C::HarmToMinor).with(C::CrimeReported), T::PeopleMediation, "");
    check(of(K::Medical).track(T::AdministrativeMediation, S::Failed), T::PeopleMediation, "");
    check(of(K::Traffic), T::PoliceMediation, "");
    check(of(K::Traffic).with(C::SuitFiled), T::PeopleMediation, "");
    check(of(K::ContractDebt).with(C::SuitAccepted), T::CourtEntrustedMediationInLitigation, "");
    let insisted = of(K::Labour).with(C::SuitInsisted);
    check(insisted.clone(), T::Litigation, "");
    check(insisted, T::LabourArbitration, "");
    for done in [C::WageIou, C::LabourOrderLapsed, C::LabourArbitrationRefused] {
        check(of(K::Labour).with(done), T::Litigation, "");
    }
    check(of(K::Labour).track(T::LabourArbitration, S::Decided), T::Litigation, "");
    check(
        of(K::Labour).track(T::LabourArbitration, S::Running),
        T::Litigation,
        "labour_arbitration_first",
    );
    check(of(K::Labour).with(C::AdministrativeAct), T::Litigation, "");
    let agreed = of(K::ContractDebt).with(C::ArbitrationAgreement);
    check(agreed.clone(), T::CommercialArbitration, "");
    check(agreed.with(C::ArbitrationWaived), T::Litigation, "");
    let act = of(K::Administrative).with(C::ReconsiderationFirst);
    check(act.track(T::AdministrativeReconsideration, S::Decided), T::Litigation, "");
    let order = of(K::ContractDebt).with(C::MoneyDueAndFixed);
    check(order.clone(), T::PaymentOrder, "");
    check(order.with(C::CounterPerformance), T::PaymentOrder, "payment_order_conditions");
    let confirm = of(K::Labour).with(C::AgreementInForce).with(C::PaymentAgreementByCommittee);
    check(confirm, T::JudicialConfirmation, "");
    let title = of(K::HousingHomestead).with(C::LandTitle);
    check(title.track(T::AdministrativeRuling, S::Decided), T::Litigation, "");
    check(of(K::ContractDebt).with(C::FinalDecision), T::Retrial, "");
    check(of(K::ContractDebt).with(C::NotarisedInstrument), T::NotarizedEnforcement, "");
}

/// A consumer dispute in hand elsewhere is not accepted as a complaint too; any mediation body counted
/// under the old rule only (T-Q-07).
#[test]
fn a_complaint_is_not_accepted_beside_another_mediation() {
    let seized = of(K::Consumer).track(T::PeopleMediation, S::Running);
    let old = seized.clone().with(C::ComplaintUnderOldConsumerRule);
    check(old, T::AdministrativeMediation, "consumer_already_seized");
    check(seized, T::AdministrativeMediation, "");
    let association = of(K::Consumer).track(T::IndustryMediation, S::Running);
    check(association, T::AdministrativeMediation, "consumer_already_seized");
    check(of(K::Consumer).track(T::PeopleMediation, S::Failed), T::AdministrativeMediation, "");
}

#[test]
fn every_offer_shows_a_way_to_a_decision_and_notes_are_no_tracks() {
    for kind in K::ALL {
        assert!(!must_show(*kind).is_empty(), "{kind}");
        assert!(must_show(*kind).iter().all(|track| !is_mediation(*track)), "{kind}");
    }
    let notes: Vec<T> = T::ALL.iter().copied().filter(|track| is_no_track(*track)).collect();
    assert_eq!(notes, [T::MergeIntoOriginal, T::NoneUntilInformation]);
    assert!(needs_leave(T::FastTrack) && needs_leave(T::AdministrativeReconsideration));
    assert!(!needs_leave(T::PeopleMediation) && !needs_leave(T::LabourArbitration));
}

#[test]
fn rural_land_arbitration_and_suit_are_a_free_choice() {
    check(of(K::LandContracting), T::LandArbitration, "");
    check(of(K::LandContracting), T::Litigation, "");
    check(of(K::LandContracting).track(T::LandArbitration, S::Running), T::Litigation, "");
}

#[test]
fn peoples_mediation_keeps_nobody_from_another_road() {
    for kind in K::ALL {
        for wanted in T::ALL.iter().filter(|track| !is_mediation(**track)) {
            let mediated = of(*kind).track(T::PeopleMediation, S::Running);
            assert_eq!(
                allowed(&mediated, *wanted),
                allowed(&of(*kind), *wanted),
                "{kind} {wanted}"
            );
        }
    }
}

#[test]
fn what_must_come_first_is_itself_open_and_never_turns_in_a_circle() {
    for (cell, present, wanted) in all_examples() {
        if let Verdict::RequiresFirst { track, .. } = allowed(&present, wanted) {
            assert!(allowed(&present, track).is_allowed(), "{cell}: {track} is barred too");
        }
    }
}

#[test]
fn a_suit_ends_what_the_law_says_it_ends() {
    let ends = |present: &Present, started| -> Vec<T> {
        ended_by(present, started).iter().map(|ended| ended.track).collect()
    };
    let traffic = of(K::Traffic).track(T::PoliceMediation, S::Running);
    assert_eq!(ends(&traffic, T::Litigation), [T::PoliceMediation]);
    assert_eq!(ends(&traffic, T::PeopleMediation), []);
    let medical = of(K::Medical).track(T::PeopleMediation, S::Running);
    assert_eq!(ends(&medical, T::Litigation), [T::PeopleMediation]);
    assert_eq!(ends(&medical, T::AdministrativeMediation), [T::PeopleMediation]);
    let order = of(K::ContractDebt).track(T::PaymentOrder, S::Running);
    assert_eq!(ends(&order, T::SummaryProcedure), [T::PaymentOrder]);
    let land = of(K::LandContracting).track(T::LandArbitration, S::Running);
    assert_eq!(ends(&land, T::Litigation), [T::LandArbitration]);
    let petition = of(K::Labour).track(T::Petition, S::Running);
    let stopped = ended_by(&petition, T::LabourArbitration);
    assert!(stopped.len() == 1 && stopped[0].only_stopped && stopped[0].track == T::Petition);
    let consumer = of(K::Consumer).track(T::AdministrativeMediation, S::Running);
    assert_eq!(ends(&consumer, T::Litigation), [T::AdministrativeMediation]);
    // A neighbour's people's mediation goes on beside a suit unless the parties end it.
    assert_eq!(ends(&of(K::Neighbour).track(T::PeopleMediation, S::Running), T::Litigation), []);
}

#[test]
fn an_agreement_performed_before_the_decision_leaves_no_penalty() {
    let fight = of(K::TortDamages);
    assert!(penalty_open(&fight).is_allowed());
    let performed = fight.with(C::PerformedBeforeDecision);
    assert_eq!(penalty_open(&performed).bar().unwrap().basis, "T-N-06 治安管理处罚法(2025)9(4)");
    let by_police = performed.clone().track(T::PoliceMediation, S::Agreed);
    assert_eq!(penalty_open(&by_police).bar().unwrap().basis, "T-N-05 治安管理处罚法(2025)9");
    assert!(penalty_open(&performed.with(C::PolicePenaltyOnly)).is_allowed());
}

#[track_caller]
fn routes(present: &Present, failed: T, expect: &[T]) {
    let found: Vec<T> = routes_after_failure(present, failed).iter().map(|r| r.track).collect();
    assert_eq!(found, expect, "{present:?}");
}

#[test]
fn each_kind_of_dispute_has_its_routes_after_a_failed_mediation() {
    routes(&of(K::Labour), T::LabourMediation, &[T::LabourArbitration]);
    routes(
        &of(K::Labour).with(C::WageIou).with(C::MoneyDueAndFixed),
        T::LabourMediation,
        &[T::LabourArbitration, T::Litigation, T::PaymentOrder],
    );
    // S01: the township mediation of a rural-land dispute has failed.
    routes(&of(K::LandContracting), T::PeopleMediationTown, &[T::LandArbitration, T::Litigation]);
    // S01.7: had it been about compensation for expropriation.
    routes(
        &of(K::LandContracting).with(C::ExpropriationCompensation),
        T::PeopleMediationTown,
        &[T::AdministrativeReconsideration, T::Litigation],
    );
    routes(&of(K::ContractDebt), T::PeopleMediationTown, &[T::Litigation, T::PeopleMediation]);
    routes(
        &of(K::ContractDebt).with(C::MoneyDueAndFixed),
        T::LawyerMediation,
        &[T::Litigation, T::PaymentOrder, T::PeopleMediation],
    );
    routes(
        &of(K::ProductionBusiness).with(C::ArbitrationAgreement),
        T::IndustryMediation,
        &[T::CommercialArbitration],
    );
    routes(
        &of(K::Administrative),
        T::AdministrativeMediation,
        &[T::AdministrativeReconsideration, T::Litigation],
    );
    routes(
        &of(K::Administrative).with(C::ReconsiderationFirst),
        T::AdministrativeMediation,
        &[T::AdministrativeReconsideration],
    );
    routes(
        &of(K::HousingHomestead).with(C::LandTitle),
        T::AdministrativeMediation,
        &[T::AdministrativeRuling],
    );
    routes(&of(K::Medical), T::PeopleMediation, &[T::Litigation, T::AdministrativeMediation]);
    routes(&of(K::Other).with(C::FinalDecision), T::PeopleMediationTown, &[T::Retrial]);
}

#[test]
fn no_failed_mediation_is_left_without_a_lawful_road() {
    for kind in K::ALL {
        for failed in MEDIATIONS {
            let found = routes_after_failure(&of(*kind), *failed);
            assert!(found.iter().any(|route| !is_mediation(route.track)), "{kind} after {failed}");
        }
    }
}

#[test]
fn every_rule_of_a_route_is_a_rule_of_the_law() {
    for kind in K::ALL {
        for fact in [C::MoneyDueAndFixed, C::LandTitle, C::ArbitrationAgreement, C::WageIou] {
            for route in routes_after_failure(&of(*kind).with(fact), T::JointMediation) {
                for rule in route.limits.iter().chain(route.apply_by.iter()) {
                    assert!(Law::shipped().rule(rule).is_ok(), "{rule} of {:?}", route.track);
                }
                assert!(!route.basis.is_empty() && !route.body.is_empty());
            }
        }
    }
}
