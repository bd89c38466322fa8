//! What other tracks of the dispute mean for filing (I4): the one matrix answers.

use jiefen_procedure::Brief;
use jiefen_procedure::kit::brief;
use jiefen_procedure::matrix::{Circumstance as C, Known, Standing};
use jiefen_vocab::{DisputeKind, TrackKind};

use super::super::RefusalGround;
use super::*;

/// A complaint of a kind, with what is known of the dispute.
fn complaint(kind: DisputeKind, known: Known) -> Case {
    let brief = Brief { known, ..brief(kind, TrackKind::Litigation, day("2026-02-27")) };
    let (brief, receipt) = (Box::new(brief), "收2026-0002".to_owned());
    let mut case = Case { state: None, facts: Vec::new() };
    let on = day("2026-02-27");
    case.give("2026-02-27", Command::ReceiveComplaint { brief, plaintiff: 1, receipt, on });
    case
}

fn facts(facts: &[C]) -> Known {
    Known { facts: facts.iter().copied().collect(), ..Known::default() }
}

fn track(track: TrackKind, standing: Standing) -> Known {
    Known { tracks: [(track, standing)].into(), ..Known::default() }
}

#[track_caller]
fn barred(case: &Case, name: &str, basis: &str) {
    let refusal = case.tried("2026-02-27", file("2026-02-27")).unwrap_err();
    assert_eq!((refusal.name(), refusal.basis()), (name, basis));
    assert!(refusal.instead().contains("可以改走"), "{}", refusal.instead());
}

#[test]
fn what_another_track_excludes_or_precedes_is_not_filed() {
    let agreed = complaint(DisputeKind::ContractDebt, facts(&[C::ArbitrationAgreement]));
    barred(&agreed, "ARBITRATION_AGREEMENT_BARS_SUIT", "T-J-03 仲裁法(2025)5、37");
    let labour = complaint(DisputeKind::Labour, facts(&[C::SuitInsisted]));
    barred(
        &labour,
        "LABOUR_ARBITRATION_FIRST",
        "劳动争议调解仲裁法5；劳动争议解释(一)13、15、51(2)",
    );
    let pending =
        complaint(DisputeKind::ContractDebt, track(TrackKind::FastTrack, Standing::Running));
    barred(&pending, "ONE_SUIT", "民事诉讼法127");
    let decided = complaint(DisputeKind::ContractDebt, facts(&[C::FinalDecision]));
    barred(&decided, "FINALLY_DECIDED", "民事诉讼法127(5)；仲裁法(2025)10");
    // Every complaint was received all the same (T-E-01), and the refusal is a ruling.
    let ground = RefusalGround::ArbitrationAgreed;
    assert!(
        agreed.tried("2026-02-27", Command::RefuseFiling { ground, on: day("2026-02-27") }).is_ok()
    );
}

#[test]
fn a_court_that_knows_of_no_other_track_files_and_so_it_does_beside_mediation() {
    for known in [
        Known::default(),
        track(TrackKind::PeopleMediation, Standing::Running),
        facts(&[C::ArbitrationAgreement, C::ArbitrationWaived]),
    ] {
        let mut case = complaint(DisputeKind::ContractDebt, known);
        case.give("2026-02-27", file("2026-02-27"));
    }
    let awarded = track(TrackKind::LabourArbitration, Standing::Decided);
    complaint(DisputeKind::Labour, awarded).give("2026-02-27", file("2026-02-27"));
}

#[test]
fn a_case_is_entrusted_only_where_the_matrix_lets_mediation_begin() {
    let mut violent = complaint(DisputeKind::MarriageFamily, facts(&[C::DomesticViolence]));
    violent.give("2026-02-27", file("2026-02-27"));
    violent.refused("2026-02-27", entrust(&[1, 2], "2026-02-27"), "VIOLENCE_SAFETY_FIRST");
    let mut safe =
        complaint(DisputeKind::MarriageFamily, facts(&[C::DomesticViolence, C::SafetyArranged]));
    safe.give("2026-02-27", file("2026-02-27"));
    safe.give("2026-02-27", entrust(&[1, 2], "2026-02-27"));
}
