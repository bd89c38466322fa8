//! Both sides of each day on which the law changed: the engine and the procedure give the same answer.

use jiefen_arbitration_rules::commercial_arbitration::{self as arbitration, Form};
use jiefen_mediation_rules::consumer;
use jiefen_mediation_rules::entrusted_mediation::{self as entrusted, Mandate};
use jiefen_procedure::kit::{brief, consent, day, decide, fold};
use jiefen_procedure::{ClockEffect, Procedure};
use jiefen_terms::{Law, Query};
use jiefen_vocab::{DisputeKind, Role};

/// Rule, day of the start event, version in force on it; none: not in force.
const ROWS: &[(&str, &str, bool)] = &[
    ("T-C-01", "2024-12-31", false),
    ("T-C-01", "2025-01-01", true),
    ("T-C-05", "2024-12-31", true),
    ("T-C-05", "2025-01-01", false),
    ("T-Q-02", "2026-04-14", true),
    ("T-Q-02", "2026-04-15", false),
    ("T-Q-03", "2026-04-14", false),
    ("T-Q-03", "2026-04-15", true),
    ("T-N-06", "2025-12-31", false),
    ("T-N-06", "2026-01-01", true),
];

#[test]
fn each_rule_is_in_force_on_its_own_side_of_the_day() {
    for (rule, from, stands) in ROWS {
        let found = Law::shipped().version_for(rule, day(from), None);
        assert_eq!(found.is_ok(), *stands, "{rule} on {from}");
    }
}

#[test]
fn setting_aside_takes_six_months_before_march_2026_and_three_from_then() {
    let due = |from: &str| {
        let due = Law::shipped().due(&Query::new("T-J-06", day(from))).unwrap();
        (due.due.day(), Law::shipped().version_for("T-J-06", day(from), None).unwrap().version)
    };
    assert_eq!(due("2026-02-28"), (day("2026-08-28"), 1));
    assert_eq!(due("2026-03-02"), (day("2026-06-02"), 2));
}

/// T-C-01, T-C-05: the last day of delegation and the first without it.
#[test]
fn delegation_before_filing_ends_with_2024() {
    for (on, lawful) in [("2024-12-31", true), ("2025-01-01", false)] {
        let on = day(on);
        let track = Mandate::Delegated.track();
        let mut brief = brief(DisputeKind::ContractDebt, track, on);
        brief.consents = [1, 2].map(|party| consent(party, track, true, on)).to_vec();
        let (brief, court) = (Box::new(brief), "640122.court".parse().unwrap());
        let (mandate, court_case) = (Mandate::Delegated, "收2024-0001".to_owned());
        let open = entrusted::Command::Open { brief, mandate, court, court_case, on };
        let answer = decide::<entrusted::EntrustedMediation>(None, &open, on, Role::MediationHead);
        assert_eq!(answer.is_ok(), lawful, "{on}: {answer:?}");
    }
}

/// T-Q-02, T-Q-03: the day of acceptance chooses the rule, and the clock keeps it.
#[test]
fn a_consumer_complaint_is_mediated_under_the_rule_of_its_day() {
    for (on, rule) in [("2026-04-14", "T-Q-02"), ("2026-04-15", "T-Q-03")] {
        let on = day(on);
        let mut state = None;
        let mut started = Vec::new();
        let course = [
            consumer::samples::open(on),
            consumer::samples::sort(true, false, on),
            consumer::samples::accept(on),
        ];
        for command in course {
            let facts =
                decide::<consumer::Consumer>(state.as_ref(), &command, on, Role::DepartmentOfficer)
                    .unwrap();
            for effect in facts.iter().flat_map(consumer::Consumer::clocks) {
                if let ClockEffect::Start { rule, .. } = effect {
                    started.push(rule);
                }
            }
            state = fold::<consumer::Consumer>(state, &facts);
        }
        assert!(started.iter().any(|found| found == rule), "{on}: {started:?}");
    }
}

/// T-J-06 and the Act that brought it: an agreement that is only asserted suffices from March 2026.
#[test]
fn an_asserted_agreement_opens_arbitration_from_march_2026() {
    use arbitration::samples;
    for (on, lawful) in [("2026-02-28", false), ("2026-03-01", true)] {
        let mut agreement = samples::written();
        agreement.form = Form::Asserted;
        let apply = samples::apply(DisputeKind::ContractDebt, agreement, &[], on);
        let facts = decide::<arbitration::CommercialArbitration>(
            None,
            &apply,
            day(on),
            Role::ArbitrationDirector,
        )
        .unwrap();
        let state = fold::<arbitration::CommercialArbitration>(None, &facts);
        let accept = arbitration::Command::Accept { on: day(on) };
        let answer = decide::<arbitration::CommercialArbitration>(
            state.as_ref(),
            &accept,
            day(on),
            Role::ArbitrationDirector,
        );
        assert_eq!(answer.is_ok(), lawful, "{on}: {answer:?}");
    }
}
