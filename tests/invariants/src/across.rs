//! The scenarios where they cross procedures: on each day, which road is open and which is not, and why.

use jiefen_intake_rules::dispute::Refusal;
use jiefen_procedure::Explain;
use jiefen_procedure::matrix::Standing::{Agreed, Decided, Failed, Running};
use jiefen_procedure::matrix::{
    Circumstance as C, Present, allowed, ended_by, penalty_open, routes_after_failure,
};
use jiefen_vocab::{DisputeKind as K, Flag, TrackKind as T};

use crate::umbrella::Umbrella;

/// The step and its day, the dispute on that day, the road, the cell that bars it; empty: it is open.
type Row = (&'static str, &'static str, Present, T, &'static str);

fn of(kind: K) -> Present {
    Present::of(kind)
}

#[track_caller]
fn check(rows: Vec<Row>) {
    for (step, on, present, wanted, cell) in rows {
        let verdict = allowed(&present, wanted);
        let found = verdict.bar().map_or("", |bar| bar.cell);
        assert_eq!(found, cell, "{step} on {on}: {wanted}");
    }
}

#[test]
fn s01_from_the_village_to_the_commission_or_the_court() {
    let failed = of(K::LandContracting).track(T::PeopleMediationTown, Failed);
    let heard = failed.clone().track(T::LandArbitration, Running);
    let taken = failed.clone().with(C::ExpropriationCompensation);
    check(vec![
        ("S01.3", "2026-04-15", failed.clone(), T::LandArbitration, ""),
        ("S01.3", "2026-04-15", failed.clone(), T::Litigation, ""),
        ("S01.4", "2026-04-22", heard, T::LandArbitration, "same_track_running"),
        ("S01.6", "2026-07-20", failed.track(T::LandArbitration, Decided), T::Litigation, ""),
        (
            "S01.7",
            "2026-04-15",
            taken.clone(),
            T::LandArbitration,
            "expropriation_not_land_arbitration",
        ),
        ("S01.7", "2026-04-15", taken, T::AdministrativeReconsideration, ""),
    ]);
}

#[test]
fn s02_fifteen_agree_eight_arbitrate_one_sues() {
    let agreed = of(K::Labour).track(T::LabourMediation, Agreed).with(C::AgreementInForce);
    let payment = agreed.clone().with(C::PaymentAgreementByCommittee);
    let eight = of(K::Labour).track(T::LabourMediation, Failed);
    let awarded = eight.clone().track(T::LabourArbitration, Decided);
    let unpaid = payment.clone().with(C::MoneyDueAndFixed);
    check(vec![
        ("S02.3", "2026-09-16", payment, T::JudicialConfirmation, ""),
        (
            "S02.3",
            "2026-09-16",
            agreed,
            T::JudicialConfirmation,
            "confirmation_of_labour_payment_only",
        ),
        ("S02.4", "2026-09-17", eight.clone(), T::LabourArbitration, ""),
        ("S02.4", "2026-09-17", eight, T::Litigation, "labour_arbitration_first"),
        ("S02.6", "2026-11-09", awarded, T::Litigation, ""),
        ("S02.7", "2026-10-21", unpaid.clone(), T::PaymentOrder, ""),
        ("S02.7", "2026-10-21", unpaid.clone(), T::Litigation, "labour_arbitration_first"),
        ("S02.7", "2026-11-20", unpaid.clone().with(C::LabourOrderLapsed), T::Litigation, ""),
        ("S02.7", "2026-11-20", unpaid.with(C::UnpaidWagesAgreement), T::Litigation, ""),
    ]);
}

#[test]
fn s05_a_petition_that_is_an_arbitration_matter() {
    let petition = of(K::Labour).track(T::Petition, Running);
    let contract = of(K::ContractDebt).track(T::Petition, Failed);
    check(vec![
        (
            "S05.3",
            "2026-10-10",
            of(K::Labour).with(C::StatutoryChannel),
            T::Petition,
            "petition_statutory_channel",
        ),
        ("S05.3", "2026-10-10", petition.clone(), T::LabourArbitration, ""),
        ("S05.4", "2026-10-12", petition.clone(), T::Petition, "petition_in_hand_below"),
        (
            "S05.5",
            "2026-10-16",
            contract.clone(),
            T::LabourArbitration,
            "labour_mediation_for_labour",
        ),
        ("S05.5", "2026-10-19", contract, T::Litigation, ""),
    ]);
    let stopped = ended_by(&petition, T::LabourArbitration);
    assert!(stopped.iter().all(|one| one.track == T::Petition && one.only_stopped));
    assert_eq!(stopped.len(), 1);
}

#[test]
fn s07_filed_first_then_entrusted_and_the_older_practice() {
    let complaint = of(K::PropertyManagement).with(C::SuitFiled);
    let filed = complaint.clone().with(C::SuitAccepted);
    let old = complaint.clone().with(C::ComplaintBefore2025);
    check(vec![
        (
            "S07.1",
            "2026-02-27",
            complaint.clone(),
            T::CourtEntrustedMediationInLitigation,
            "entrusted_after_filing",
        ),
        ("S07.1", "2026-02-27", complaint.clone(), T::CourtEntrustedMediation, "delegation_closed"),
        ("S07.1", "2026-02-27", complaint, T::InvitedMediation, "invited_not_beside_suit"),
        ("S07.2", "2026-03-02", filed, T::CourtEntrustedMediationInLitigation, ""),
        ("S07.5", "2024-11-04", old, T::CourtEntrustedMediation, ""),
    ]);
}

#[test]
fn s08_and_s20_agreements_and_their_force() {
    let agreed = of(K::ContractDebt).track(T::PeopleMediation, Agreed).with(C::AgreementInForce);
    let deed = of(K::ProductionBusiness).track(T::NeutralEvaluation, Agreed);
    check(vec![
        ("S08.1", "2026-09-03", agreed.clone(), T::JudicialConfirmation, ""),
        (
            "S08.3",
            "2026-10-09",
            agreed.clone().track(T::JudicialConfirmation, Running),
            T::JudicialConfirmation,
            "same_track_running",
        ),
        ("S08.5", "2026-12-01", agreed.with(C::MoneyDueAndFixed), T::PaymentOrder, ""),
        (
            "S20.2",
            "2026-05-20",
            deed.clone(),
            T::JudicialConfirmation,
            "confirmation_needs_agreement",
        ),
        (
            "S20.2",
            "2026-06-09",
            deed.clone(),
            T::NotarizedEnforcement,
            "notarised_enforcement_needs_instrument",
        ),
        ("S20.3", "2026-07-02", deed.with(C::NotarisedInstrument), T::NotarizedEnforcement, ""),
    ]);
}

#[test]
fn s12_and_s14_safety_comes_before_any_talk() {
    let hurt = of(K::Campus).with(C::HarmToMinor);
    let violent = of(K::MarriageFamily).with(C::DomesticViolence);
    check(vec![
        ("S12.2", "2026-09-08", hurt.clone(), T::PeopleMediation, "crime_reported_first"),
        ("S12.3", "2026-09-08", hurt.with(C::CrimeReported), T::PeopleMediation, ""),
        ("S14.1", "2026-10-01", violent.clone(), T::PeopleMediation, "violence_safety_first"),
        ("S14.1", "2026-10-01", violent.clone(), T::Negotiation, "violence_safety_first"),
        ("S14.1", "2026-10-01", violent.clone(), T::Litigation, ""),
        ("S14.4", "2026-11-02", violent.with(C::SafetyArranged), T::PeopleMediation, ""),
    ]);
    // The umbrella itself offers no mediation, and says which cell bars it.
    let mut desk = Umbrella::sorted(K::MarriageFamily, &[Flag::SafetyAlert]);
    let refused = desk.refer(T::PeopleMediation).unwrap_err();
    assert!(
        matches!(&refused, Refusal::Excluded(bar) if bar.cell == "violence_safety_first"),
        "{}",
        refused.name()
    );
    let mut quiet = Umbrella::sorted(K::MarriageFamily, &[]);
    assert!(quiet.refer(T::PeopleMediation).is_ok());
}

#[test]
fn s15_paid_before_the_decision_there_is_no_penalty() {
    let fight = of(K::TortDamages).track(T::PeopleMediation, Agreed);
    assert!(penalty_open(&fight).is_allowed(), "promised on 2026-05-06, not paid");
    let paid = fight.clone().with(C::PerformedBeforeDecision);
    assert!(!penalty_open(&paid).is_allowed(), "paid on 2026-05-06 before the decision");
    check(vec![("S15.4", "2026-05-08", fight, T::Litigation, "")]);
}

#[test]
fn s16_two_claims_two_roads() {
    let title = of(K::HousingHomestead).with(C::LandTitle);
    let taking = of(K::LandExpropriation).with(C::ExpropriationCompensation);
    let reviewed = taking.clone().track(T::AdministrativeReconsideration, Running);
    check(vec![
        ("S16.1a", "2026-06-01", title.clone(), T::Litigation, "land_title_government_first"),
        ("S16.1a", "2026-06-01", title.clone(), T::AdministrativeRuling, ""),
        ("S16.1a", "2026-12-01", title.track(T::AdministrativeRuling, Decided), T::Litigation, ""),
        (
            "S16.1b",
            "2026-06-01",
            taking.clone(),
            T::AdministrativeRuling,
            "ruling_not_on_expropriation",
        ),
        ("S16.1b", "2026-06-01", taking.clone(), T::AdministrativeReconsideration, ""),
        ("S16.3", "2026-06-20", reviewed, T::Litigation, "suit_not_beside_reconsideration"),
    ]);
    let tracks: Vec<T> =
        routes_after_failure(&taking, T::JointMediation).iter().map(|route| route.track).collect();
    assert!(tracks.contains(&T::AdministrativeReconsideration) && tracks.contains(&T::Litigation));
}

#[test]
fn s19_another_mediator_bars_a_complaint_only_under_the_old_rule() {
    let seized = of(K::Consumer).track(T::PeopleMediation, Running);
    let old = seized.clone().with(C::ComplaintUnderOldConsumerRule);
    check(vec![
        ("S19.1", "2026-04-13", old, T::AdministrativeMediation, "consumer_already_seized"),
        ("S19.2", "2026-04-16", seized, T::AdministrativeMediation, ""),
    ]);
}
