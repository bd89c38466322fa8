//! A county's own limits: only shorter, never looser.

use jiefen_terms::{Law, Query};
use jiff::civil::date;

fn faults(text: &str) -> String {
    let faults = Law::with_local(text).expect_err("faults");
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_local_limit_may_be_shorter_and_inherits_what_it_does_not_say() {
    let law =
        Law::with_local("[[rule]]\nid = \"policy.people_mediation\"\nn = 10\n").expect("a law");
    let answer = law.due(&Query::new("policy.people_mediation", date(2026, 3, 2))).expect("a date");
    assert_eq!(answer.due.to_string(), "2026-03-12");
    let statute = law.due(&Query::new("T-B-02", date(2026, 3, 2))).expect("a date");
    assert_eq!(statute.due.to_string(), "2026-04-02", "the statute above it is untouched");
}

#[test]
fn a_looser_local_limit_is_refused_with_the_day_that_shows_it_and_the_rule_above() {
    let text = faults("[[rule]]\nid = \"policy.people_mediation\"\nn = 45\n");
    assert!(text.contains("policy.people_mediation") && text.contains("T-B-02"), "{text}");
    assert!(text.contains("2025-") && text.contains("人民调解工作若干规定"), "{text}");
}

#[test]
fn thirty_days_are_looser_than_one_month_because_of_february() {
    let text = faults("[[rule]]\nid = \"policy.people_mediation\"\nn = 30\nextensions = []\n");
    assert!(text.contains("T-B-02"), "{text}");
}

#[test]
fn calendar_days_are_measured_against_working_days_on_the_calendar() {
    assert!(Law::with_local("[[rule]]\nid = \"policy.police_mediation\"\nn = 2\n").is_ok());
    let text =
        faults("[[rule]]\nid = \"policy.police_mediation\"\nn = 5\nunit = \"calendar_days\"\n");
    assert!(text.contains("T-N-01"), "{text}");
}

#[test]
fn an_extension_or_a_stop_that_the_statute_does_not_know_is_refused() {
    let longer = "[[rule]]\nid = \"policy.fast_track\"\nn = 30\n\
                  extensions = [{ by = \"院长\", by_en = \"president\", n = 90 }]\n";
    assert!(faults(longer).contains("T-E-08"));
    let uncapped = "[[rule]]\nid = \"policy.fast_track\"\n\
                    extensions = [{ by = \"院长\", by_en = \"president\" }]\n";
    assert!(faults(uncapped).contains("T-E-08"));
    let stop = "[[rule]]\nid = \"policy.fast_track\"\n\
                stops = [{ id = \"busy\", zh = \"案多\", en = \"busy\", effect = \"suspended\", proof = \"无\" }]\n";
    assert!(faults(stop).contains("busy"));
}

#[test]
fn a_local_text_cannot_redefine_the_law_and_every_fault_is_told_at_once() {
    let text = faults(
        "[[rule]]\nid = \"T-D-01\"\nn = 60\n\n[[rule]]\nid = \"policy.triage\"\nn = 0\n\n\
         [[rule]]\nid = \"policy.new\"\nn = 3\n",
    );
    for place in ["T-D-01", "policy.triage"] {
        assert!(text.contains(place), "{place} in {text}");
    }
    assert!(faults("rule = 3").contains("读不出"));
}

#[test]
fn a_new_local_limit_under_a_statute_that_has_no_number_is_refused() {
    let text = "[[rule]]\nid = \"policy.x\"\ntitle = { zh = \"试\", en = \"x\" }\nn = 1\n\
        unit = \"working_days\"\nstart = { zh = \"起\", en = \"s\" }\nowner = \"agency\"\n\
        source = \"本县\"\nunder = \"T-E-13\"\n";
    assert!(faults(text).contains("T-E-13"));
    assert!(faults(&text.replace("T-E-13", "T-Z-99")).contains("T-Z-99"));
}
