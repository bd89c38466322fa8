//! The scenarios S01 to S21 of the study of a dispute's life, each walked over the procedures that it
//! crosses and the umbrella, with its dates and its refusals.

pub mod court;
mod s01;
mod s02;
mod s03;
mod s04;
mod s05;
mod s06;
mod s07;
mod s08;
mod s09;
mod s10;
mod s11;
mod s12;
mod s13;
mod s14;
mod s15;
mod s16;
mod s17;
mod s18;
mod s19;
mod s20;
mod s21;

pub use jiefen_handoff::Mode;
pub use jiefen_procedure::matrix::Standing::Failed;

use jiefen_intake_rules::dispute::Command;
use jiefen_intake_rules::dispute::orders::{Own, Performance};
use jiefen_mediation_rules::agreement::Draft;
use jiefen_mediation_rules::talks::samples::{draft as text, owed};
use jiefen_procedure::kit::day;
use jiefen_procedure::matrix::{Present, allowed};
use jiefen_procedure::{ClockEffect, Procedure};
use jiefen_vocab::{DisputeKind, TrackKind};

pub use crate::desk::owes;

/// All scenarios, in their order.
macro_rules! scenarios {
    ($($name:literal $module:ident: $what:ident;)*) => {
        const ALL: &[&str] = &[$($name),*];
        $(
            #[test]
            fn $what() {
                $module::walk();
            }
        )*
    };
}

scenarios! {
    "S01" s01: s01_from_the_village_to_the_commission_or_the_court;
    "S02" s02: s02_fifteen_agree_eight_arbitrate_one_sues;
    "S03" s03: s03_a_medical_dispute_with_an_appraisal;
    "S04" s04: s04_a_traffic_injury_waits_for_the_end_of_treatment;
    "S05" s05: s05_a_petition_that_is_an_arbitration_matter;
    "S06" s06: s06_pollution_over_a_county_line;
    "S07" s07: s07_filed_first_then_entrusted_and_the_older_practice;
    "S08" s08: s08_agreement_confirmation_breach_enforcement;
    "S09" s09: s09_a_payment_order_objected_to_becomes_a_suit;
    "S10" s10: s10_reconsideration_with_mediation;
    "S11" s11: s11_312_households_count_as_312;
    "S12" s12: s12_a_minor_hurt_at_school;
    "S13" s13: s13_the_wrong_door_and_a_designation;
    "S14" s14: s14_safety_comes_before_any_talk;
    "S15" s15: s15_paid_before_the_decision_there_is_no_penalty;
    "S16" s16: s16_two_claims_two_roads;
    "S17" s17: s17_one_dispute_through_four_doors;
    "S18" s18: s18_a_node_is_down_during_a_hand_off;
    "S19" s19: s19_complaints_on_both_sides_of_a_rule_change;
    "S20" s20: s20_evaluation_settlement_instrument_instalments;
    "S21" s21: s21_from_overdue_to_listed_supervision;
}

#[test]
fn every_scenario_is_walked_once() {
    let wanted: Vec<String> = (1..=21).map(|no| format!("S{no:02}")).collect();
    assert_eq!(ALL, wanted);
}

/// The step and its day, the dispute on that day, the road, the cell that bars it; empty: it is open.
pub type Row = (&'static str, &'static str, Present, TrackKind, &'static str);

/// A dispute of a kind as the matrix sees it.
pub fn of(kind: DisputeKind) -> Present {
    Present::of(kind)
}

/// Asks the matrix.
#[track_caller]
pub fn check(rows: Vec<Row>) {
    for (step, on, present, wanted, cell) in rows {
        let verdict = allowed(&present, wanted);
        let found = verdict.bar().map_or("", |bar| bar.cell);
        assert_eq!(found, cell, "{step} on {on}: {wanted}");
    }
}

/// The holder works on it itself.
pub fn own(track: TrackKind) -> Command {
    let (power, person) = ("权责清单3-1".to_owned(), "mediator-1".to_owned());
    Command::AcceptOwn(Own { track, power, person })
}

/// An obligation is performed; the file is complete.
pub fn performed(obligation: u32, on: &str) -> Command {
    let proof = "转账凭证".to_owned();
    Command::ConfirmPerformance(Performance { obligation, proof, on: day(on), file_complete: true })
}

/// A text over one sum.
pub fn draft(due: &str) -> Draft {
    text(vec![owed(1, 8_000, day(due))])
}

/// The keys of the clocks that a fact begins.
pub fn clocks<P: Procedure>(fact: &P::Fact) -> Vec<String> {
    let begun = P::clocks(fact).into_iter().filter_map(|effect| match effect {
        ClockEffect::Start { key, .. } | ClockEffect::StartAt { key, .. } => Some(key),
        ClockEffect::Extend { .. }
        | ClockEffect::Stop { .. }
        | ClockEffect::Resume { .. }
        | ClockEffect::Met { .. }
        | ClockEffect::Cancel { .. } => None,
    });
    begun.collect()
}

/// To whom a fact tells what.
pub fn notices<P: Procedure>(fact: &P::Fact) -> Vec<(Vec<u32>, String)> {
    P::notices(fact).into_iter().map(|notice| (notice.to, notice.zh)).collect()
}
