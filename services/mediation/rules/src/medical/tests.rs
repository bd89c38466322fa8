//! The law of medical mediation, as tables and as the plan's scenarios.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::kit::{Seen, day};
use jiefen_procedure::matrix::{Present, Standing, ended_by};
use jiefen_procedure::{ClockEffect, Procedure};
use jiefen_vocab::{DisputeKind, Outcome, Role, TrackKind};
use proptest::prelude::*;

use super::samples::{
    accept, agree, apply, begun, dear, dispute, lines, moves, notices, open, sitting,
};
use super::{Autopsy, Command, Death, Elsewhere, Ending, Fact, Forum, Medical, Stage, Told};
use crate::course::{self, Course, started};
use crate::sample_draft::draft;
use crate::session::Sitting;

type Case = Course<Medical>;

fn mediating(forum: Forum, on: &str) -> Case {
    Case::along(&begun(forum, day(on)))
}

fn court(on: &str) -> Command {
    Command::NoteElsewhere { elsewhere: Elsewhere::Court, on: day(on) }
}

fn appraisal(on: &str) -> Command {
    Command::BeginAppraisal { agreed: vec![1, 2], on: day(on) }
}

fn session(on: &str) -> Command {
    Command::HoldSession { session: sitting(day(on)), open_to: None }
}

fn told(facts: &[Fact]) -> Vec<(String, Option<String>)> {
    facts.iter().flat_map(Medical::notices).map(|told| (told.zh, told.rule)).collect()
}

/// S03.1: without the hospital's notices the mediation cannot open; the dispute is not lost.
#[test]
fn s03_mediation_waits_for_the_hospitals_notices() {
    let mut case = Case::new(Role::Mediator);
    let on = day("2026-09-01");
    case.give("2026-09-01", open(on));
    case.refused("2026-09-01", apply(Forum::Committee, on), "NOTICES_FIRST");
    let some = BTreeSet::from([Told::Routes, Told::Records]);
    case.give("2026-09-01", Command::RecordNotices { told: some, on });
    case.refused("2026-09-01", apply(Forum::Committee, on), "NOTICES_FIRST");
    let rest = BTreeSet::from([Told::Sealing]);
    case.give("2026-09-01", Command::RecordNotices { told: rest, on });
    assert!(case.tried("2026-09-01", &apply(Forum::Committee, on)).is_ok());
}

#[test]
fn when_the_patient_died_autopsy_is_told_and_its_clock_runs_in_hours_or_days() {
    for (frozen, rule) in [(false, "T-P-05"), (true, "T-P-05.frozen")] {
        let on = day("2026-09-01");
        let death = Some(Death { at: on.at(8, 30, 0, 0), frozen });
        let mut case = Case::new(Role::Mediator);
        let brief = dispute(on).into();
        let facts = case.give("2026-09-01", Command::Open { brief, insured: true, death, on });
        let clock = facts.iter().flat_map(Medical::clocks).any(|effect| match effect {
            ClockEffect::StartAt { key, rule: of, .. }
            | ClockEffect::Start { key, rule: of, .. } => key == "autopsy" && of == rule,
            ClockEffect::Extend { .. }
            | ClockEffect::Stop { .. }
            | ClockEffect::Resume { .. }
            | ClockEffect::Met { .. }
            | ClockEffect::Cancel { .. } => false,
        });
        assert!(clock, "{rule}");
        case.give("2026-09-01", notices(on));
        assert_eq!(case.at(), "noticing");
        let autopsy = Command::RecordNotices { told: BTreeSet::from([Told::Autopsy]), on };
        case.give("2026-09-01", autopsy);
        assert_eq!(case.at(), "choosing");
        let refused = Autopsy::Refused { party: 1 };
        case.give("2026-09-02", Command::RecordAutopsy { autopsy: refused, on: day("2026-09-02") });
        assert!(!case.clocks.contains("autopsy"));
    }
}

/// S03.2, vector V04: accepted on 1 September, thirty working days: 19 October; past it, deemed failed.
#[test]
fn s03c_without_agreement_it_is_deemed_failed_after_thirty_working_days() {
    for forum in [Forum::Committee, Forum::Department] {
        let mut case = mediating(forum, "2026-09-01");
        assert!(case.tried("2026-10-19", &session("2026-10-19")).is_ok());
        case.refused("2026-10-20", session("2026-10-20"), "PAST_TERM");
        case.lapses("mediate", "2026-10-19", "2026-10-20");
        assert_eq!(case.at(), "deemed_failed");
        assert_eq!(case.state().outcome(), Some(Outcome::Failed));
    }
}

/// S03.2, vector V05: appraisal from 10 September to 20 October: due on 23 November.
#[test]
fn s03_appraisal_days_do_not_count() {
    let mut case = mediating(Forum::Committee, "2026-09-01");
    let alone = Command::BeginAppraisal { agreed: vec![2], on: day("2026-09-10") };
    case.refused("2026-09-10", alone, "NOT_AGREED");
    case.give("2026-09-10", appraisal("2026-09-10"));
    case.refused("2026-10-10", Command::Lapse, "APPRAISAL_RUNS");
    case.give("2026-10-20", Command::EndAppraisal { on: day("2026-10-20") });
    case.lapses("mediate", "2026-11-23", "2026-11-24");
    assert_eq!(case.at(), "deemed_failed");
}

/// S03.3, variant A: agreement on 10 November; judicial confirmation is told; the payout is the proof.
#[test]
fn s03a_the_agreement_tells_of_confirmation_and_the_payout_is_the_proof() {
    let mut case = mediating(Forum::Committee, "2026-09-01");
    case.give("2026-09-10", appraisal("2026-09-10"));
    case.give("2026-10-20", Command::EndAppraisal { on: day("2026-10-20") });
    let on = day("2026-11-10");
    let due = day("2026-12-01");
    case.refused("2026-11-10", agree(dear(due), on), "INSURER_FIRST");
    assert!(case.tried("2026-11-10", &agree(draft(due, 1), on)).is_ok());
    case.give("2026-11-10", Command::JoinInsurer { claim: "PICC-1".into(), on });
    let unsealed =
        Command::Agree { draft: dear(due), signed: vec![1, 2], countersigned: false, on };
    case.refused("2026-11-10", unsealed, "NOT_SEALED");
    let facts = case.give("2026-11-10", agree(dear(due), on));
    let (zh, rule) = told(&facts).remove(0);
    assert!(zh.contains("司法确认") && rule.as_deref() == Some("T-B-06"), "{zh}");
    case.refused("2026-12-11", Command::NoteApplication { on: day("2026-12-11") }, "WINDOW_PAST");
    let apply = Command::NoteApplication { on: day("2026-12-10") };
    case.give("2026-12-10", apply.clone());
    case.refused("2026-12-10", apply, "WINDOW_NOT_OPEN");
    let paid = |proof: &str| Command::RecordPerformance {
        no: 1,
        on: day("2026-12-10"),
        proof: proof.into(),
    };
    case.refused("2026-12-10", paid(" "), "PROOF_WANTED");
    case.give("2026-12-10", paid("保险赔付凭证"));
    assert_eq!(case.state().outcome(), Some(Outcome::Performed));
}

/// S03.4, variant B: the court accepts on 21 September: the committee ends the same day and the
/// department may not accept either. The matrix says the same.
#[test]
fn s03b_a_suit_that_a_court_has_accepted_ends_the_one_and_bars_the_other() {
    let mut case = mediating(Forum::Committee, "2026-09-01");
    case.give("2026-09-21", court("2026-09-21"));
    let Stage::Ended { ending, on } = &case.state().stage else { panic!() };
    assert_eq!(*ending, Ending::Elsewhere { elsewhere: Elsewhere::Court });
    assert_eq!(*on, day("2026-09-21"));
    let mut other = Case::new(Role::DepartmentOfficer);
    let from = day("2026-09-21");
    for command in [open(from), notices(from), apply(Forum::Department, from)] {
        other.give("2026-09-21", command);
    }
    let taken = |elsewhere| Command::Accept { mediator: "o-1".into(), elsewhere, on: from };
    other.refused("2026-09-21", taken(Some(Elsewhere::Court)), "MEDICAL_ONE_MEDIATION");
    other.refused("2026-09-21", taken(Some(Elsewhere::OtherMediation)), "MEDICAL_ONE_MEDIATION");
    assert!(other.tried("2026-09-21", &taken(None)).is_ok());
    let present =
        Present::of(DisputeKind::Medical).track(TrackKind::IndustryMediation, Standing::Running);
    let ended = ended_by(&present, TrackKind::Litigation);
    assert!(ended.iter().any(|one| one.track == TrackKind::IndustryMediation));
}

/// T-P-02: five working days to accept; no extension; no window of confirmation in the text.
#[test]
fn the_health_department_accepts_in_five_days_and_never_extends() {
    let on = day("2026-09-01");
    let mut case = Case::new(Role::DepartmentOfficer);
    for command in [open(on), notices(on)] {
        case.give("2026-09-01", command);
    }
    let facts = case.give("2026-09-01", apply(Forum::Department, on));
    assert_eq!(started::<Medical>(&facts, "accept").unwrap(), ("T-P-02".to_owned(), on));
    case.give("2026-09-01", accept(on));
    let extend = Command::Extend { days: 10, agreed: vec![1, 2], on };
    case.refused("2026-09-01", extend.clone(), "NO_EXTENSION");
    let facts = case.give("2026-09-02", agree(draft(day("2026-09-20"), 1), day("2026-09-02")));
    assert!(started::<Medical>(&facts, "confirm").is_none());
    let mut committee = mediating(Forum::Committee, "2026-09-01");
    committee.give("2026-09-01", extend);
    committee.lapses("mediate", "2026-10-30", "2026-11-03");
}

#[test]
fn an_extension_needs_both_parties_and_comes_before_the_end() {
    let case = mediating(Forum::Committee, "2026-09-01");
    let extend = |agreed: &[u32], on: &str| Command::Extend {
        days: 10,
        agreed: agreed.to_vec(),
        on: day(on),
    };
    case.refused("2026-10-19", extend(&[1], "2026-10-19"), "NOT_AGREED");
    assert!(case.tried("2026-10-19", &extend(&[1, 2], "2026-10-19")).is_ok());
    case.refused("2026-10-20", extend(&[1, 2], "2026-10-20"), "PAST_TERM");
}

/// The committee's people do not mediate at the department, nor the other way round.
#[test]
fn each_body_mediates_its_own_case_only() {
    let mut case = mediating(Forum::Committee, "2026-09-01");
    case.role = Role::DepartmentOfficer;
    case.refused("2026-09-02", session("2026-09-02"), "OTHER_FORUM");
    let mut case = mediating(Forum::Department, "2026-09-01");
    case.role = Role::Mediator;
    case.refused("2026-09-02", session("2026-09-02"), "OTHER_FORUM");
}

/// S03.6, T-P-09: nothing is public without both; no outline or notice carries text, record or finding.
#[test]
fn s03_nothing_is_public_unless_both_agree() {
    let mut case = mediating(Forum::Committee, "2026-09-01");
    let shown = |open_to| Command::HoldSession { session: sitting(day("2026-09-02")), open_to };
    case.refused("2026-09-02", shown(Some(vec![2])), "CLOSED_SESSION");
    assert!(case.tried("2026-09-02", &shown(Some(vec![1, 2]))).is_ok());
    case.give("2026-09-02", shown(None));
    case.give("2026-09-02", agree(draft(day("2026-09-20"), 1), day("2026-09-02")));
    let publish = |agreed| Command::Publish { agreed, on: day("2026-09-03") };
    case.refused("2026-09-03", publish(vec![1]), "SECRET");
    assert!(!case.state().public);
    case.give("2026-09-03", publish(vec![1, 2]));
    assert!(case.state().public);
}

#[test]
fn no_outline_and_no_notice_tells_what_was_said_or_agreed() {
    let secrets = ["手术记录不全", "双方争执", "赔偿"];
    let quiet = |text: &str| secrets.iter().all(|secret| !text.contains(secret));
    for (state, _) in &seen().states {
        let outline = Medical::outline(state);
        assert!(quiet(&outline.next_zh) && quiet(outline.state_zh), "{outline:?}");
    }
    for (zh, _) in told(&seen().facts) {
        assert!(quiet(&zh), "{zh}");
    }
}

/// Article 30(3): a high claim is pointed to people's mediation and to the insurer.
#[test]
fn a_high_claim_is_pointed_to_peoples_mediation() {
    for (yuan, advised) in [(19_999, false), (20_000, true)] {
        let mut brief = dispute(day("2026-09-01"));
        brief.amount = Some(jiefen_vocab::Fen::yuan(yuan));
        let on = day("2026-09-01");
        let open = Command::Open { brief: brief.into(), insured: true, death: None, on };
        let facts = Case::new(Role::Mediator).tried("2026-09-01", &open).unwrap();
        assert_eq!(told(&facts)[0].0.contains("建议通过人民调解"), advised, "{yuan}");
    }
}

#[test]
fn sealing_needs_both_and_ends_with_the_dispute() {
    let mut case = mediating(Forum::Committee, "2026-09-01");
    let seal = |both_present| Command::Seal { both_present, on: day("2026-09-02") };
    case.refused("2026-09-02", seal(false), "SEAL_NEEDS_BOTH");
    let facts = case.give("2026-09-02", seal(true));
    assert_eq!(started::<Medical>(&facts, "seal").unwrap().0, "T-P-07");
    case.give("2026-09-03", agree(draft(day("2026-09-20"), 1), day("2026-09-03")));
    assert!(!case.clocks.contains("seal"));
}

#[test]
fn consent_withdrawn_ends_it_the_same_day_and_a_child_comes_with_a_guardian() {
    let mut case = mediating(Forum::Committee, "2026-09-01");
    case.state.as_mut().unwrap().brief.parties[0].minor = true;
    case.refused("2026-09-02", session("2026-09-02"), "GUARDIAN_ABSENT");
    let with = Sitting { guardians: vec![1], ..sitting(day("2026-09-02")) };
    let held = Command::HoldSession { session: with, open_to: None };
    assert!(case.tried("2026-09-02", &held).is_ok());
    let facts = case.give("2026-09-02", Command::WithdrawConsent { party: 2, how: "phone".into() });
    assert_eq!(case.at(), "withdrawn");
    assert!(told(&facts)[0].0.contains("提起诉讼"));
}

fn seen() -> &'static Seen<Medical> {
    static SEEN: OnceLock<Seen<Medical>> = OnceLock::new();
    SEEN.get_or_init(|| course::whole(&moves(), &lines(), include_str!("rows.rs")))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    assert!(seen().states.len() > 20);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..60)) {
        course::wander::<Medical>(&moves(), &picks, |state| {
            let mediated = matches!(state.stage, Stage::Mediating { .. } | Stage::Agreed { .. });
            let told = state.untold().is_empty();
            let agreed = crate::roll::unwilling(&state.brief, &state.consents).is_none();
            !mediated || (told && agreed)
        })?;
    }
}
