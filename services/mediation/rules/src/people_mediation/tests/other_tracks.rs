//! What other tracks of the dispute mean for people's mediation (I4): the one matrix answers at acceptance.

use jiefen_procedure::matrix::{Circumstance as C, Standing};

use super::*;

const ON: &str = "2026-09-01";

/// Asked and agreed to, with what is known of the dispute.
fn begun(kind: DisputeKind, known: &[C], track: Option<(TrackKind, Standing)>) -> Case {
    let mut case = Case::begin(kind, ON);
    let brief = &mut case.state.as_mut().unwrap().brief;
    brief.known.facts.extend(known);
    brief.known.tracks.extend(track);
    case
}

#[test]
fn a_medical_mediation_is_not_accepted_beside_the_departments_or_a_suit() {
    let department = Some((TrackKind::AdministrativeMediation, Standing::Running));
    for case in [
        begun(DisputeKind::Medical, &[], department),
        begun(DisputeKind::Medical, &[C::SuitAccepted], None),
    ] {
        let refusal = case.tried(ON, accept(ON)).unwrap_err();
        assert_eq!(refusal.name(), "MEDICAL_ONE_MEDIATION");
        assert_eq!(refusal.basis(), "T-P-03 医疗纠纷预防和处理条例31、40");
        assert!(refusal.instead().contains("诉讼"), "{}", refusal.instead());
    }
}

#[test]
fn suspected_crime_is_reported_before_the_parties_are_brought_together() {
    let refusal =
        begun(DisputeKind::Campus, &[C::HarmToMinor], None).tried(ON, accept(ON)).unwrap_err();
    assert_eq!(refusal.name(), "CRIME_REPORTED_FIRST");
    begun(DisputeKind::Campus, &[C::HarmToMinor, C::CrimeReported], None).give(ON, accept(ON));
}

/// 人民调解法 3: it stands beside any other track, and keeps nobody from it.
#[test]
fn it_goes_on_beside_other_tracks_and_where_nothing_else_is_known() {
    for track in [
        None,
        Some((TrackKind::Litigation, Standing::Running)),
        Some((TrackKind::Petition, Standing::Running)),
        Some((TrackKind::LawyerMediation, Standing::Failed)),
    ] {
        begun(DisputeKind::ContractDebt, &[], track).give(ON, accept(ON));
    }
    let failed = Some((TrackKind::AdministrativeMediation, Standing::Failed));
    begun(DisputeKind::Medical, &[], failed).give(ON, accept(ON));
}
