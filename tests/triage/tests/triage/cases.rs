//! Whole registrations against what their writers judged.

use jiefen_study::corpus;
use jiefen_study::judge::{self, Judged};
use jiefen_terms::Law;
use jiefen_triage::advice::{Advice, advise};
use jiefen_triage::cue::Cues;
use jiefen_triage::route::Routes;

fn judged() -> Vec<Judged> {
    corpus::cases().unwrap()
}

#[test]
fn unit_and_track_are_right_and_no_danger_and_no_child_is_missed() {
    let fields = judge::cases(&judged()).unwrap();
    for (field, floor) in [
        ("responsible", 0.95),
        ("track", 0.95),
        ("duplicate", 0.95),
        ("deadline", 1.0),
        ("no_forbidden_action", 1.0),
        ("flag:cross_region", 0.97),
        ("flag:mass_incident", 0.95),
    ] {
        let (_, _, wrong) = &fields.0[field];
        assert!(fields.share(field) >= floor, "{field}: {wrong:?}");
    }
    for field in ["flag:safety_alert", "flag:minor_protection"] {
        let (_, _, wrong) = &fields.0[field];
        let missed: Vec<_> = wrong.iter().filter(|wrong| wrong.ends_with("missed")).collect();
        assert!(missed.is_empty(), "{field}: {missed:?}");
    }
}

#[test]
fn every_time_limit_of_a_route_is_a_rule_of_the_law() {
    for rule in Routes::shipped().iter() {
        if let Some(due) = &rule.due {
            assert!(Law::shipped().rule(due).is_ok(), "{}: {due}", rule.id);
        }
    }
}

#[test]
fn every_route_is_explained_in_three_sentences_with_its_clause() {
    for judged in judged() {
        for (id, answer) in jiefen_triage::cli::cases(std::slice::from_ref(&judged.case)).unwrap() {
            assert_eq!(answer.why.len(), 3, "{id}");
            assert!(answer.why.iter().all(|why| why.ends_with('。')), "{id}: {:?}", answer.why);
            assert!(answer.why[2].contains('〔'), "{id}: {:?}", answer.why);
        }
    }
}

/// What is stored of an advice derives it again, as long as model and rules are the same.
#[test]
fn a_stored_advice_is_derived_again() {
    for judged in judged().iter().take(60) {
        let day = judged.case.registered_at[..10].parse().unwrap();
        let given = jiefen_triage::cli::given(&judged.case, day);
        let stored = serde_json::to_string(&advise(&given)).unwrap();
        let read: Advice = serde_json::from_str(&stored).unwrap();
        assert_eq!(read, advise(&given), "{}", judged.case.id);
        assert_eq!(read.version, jiefen_triage::advice::version());
    }
}

/// Each cue is there for something: a flag, a route or a unit.
#[test]
fn every_cue_is_used() {
    let rules = include_str!("../../../../services/triage/data/routes.toml");
    let signs = include_str!("../../../../services/triage/src/sign.rs");
    let units: Vec<&str> = Cues::shipped().ids().filter(|id| id.starts_with("matter.")).collect();
    for id in Cues::shipped().ids().filter(|id| !units.contains(id)) {
        let quoted = format!("\"{id}\"");
        assert!(rules.contains(&quoted) || signs.contains(&quoted), "{id}");
    }
}
