//! The law of consumer complaints, as tables and as the plan's scenarios.

use std::sync::OnceLock;

use jiefen_procedure::Procedure;
use jiefen_procedure::kit::{Seen, consent, day};
use jiefen_vocab::{Outcome, PartyRole, Private, Role, TrackKind};
use proptest::prelude::*;

use super::samples::{accept, agree, begun, complaint, lines, moves, open, refuse, sitting, sort};
use super::{Command, Consumer, Edition, Ending, Fact, Ground, Over, Stage};
use crate::course::{self, Course, started};
use crate::sample_draft::draft;

type Case = Course<Consumer>;

fn sorted(on: &str) -> Case {
    let mut case = Case::new(Role::DepartmentOfficer);
    case.give(on, open(day(on)));
    case.give(on, sort(true, false, day(on)));
    case
}

fn accepted(received: &str, on: &str) -> Case {
    let mut case = sorted(received);
    case.give(on, accept(day(on)));
    case
}

fn due(rule: &str, from: &str) -> jiff::civil::Date {
    jiefen_terms::Law::shipped().due(&jiefen_terms::Query::new(rule, day(from))).unwrap().due.day()
}

fn end(over: Over, on: &str) -> Command {
    Command::End { over, on: day(on) }
}

/// S19: A received 13 April, accepted 14 April: 45 working days, 18 June; B accepted 16 April: 60 calendar
/// days, 15 June. Same shop, two rules, each printed with its own basis.
#[test]
fn s19_the_day_of_acceptance_chooses_between_the_old_and_the_new_rule() {
    let mut a = Case::new(Role::DepartmentOfficer);
    let facts = a.give("2026-04-13", open(day("2026-04-13")));
    assert_eq!(started::<Consumer>(&facts, "accept").unwrap().0, "T-Q-01");
    assert_eq!(due("T-Q-01", "2026-04-13"), day("2026-04-22"));
    a.give("2026-04-13", sort(true, false, day("2026-04-13")));
    let facts = a.give("2026-04-14", accept(day("2026-04-14")));
    assert_eq!(started::<Consumer>(&facts, "mediate").unwrap().0, "T-Q-02");
    assert!(Consumer::notices(&facts[0])[0].zh.contains(Edition::Interim.zh()));
    a.lapses("mediate", "2026-06-18", "2026-06-22");
    let mut b = Case::new(Role::DepartmentOfficer);
    let facts = b.give("2026-04-15", open(day("2026-04-15")));
    assert_eq!(started::<Consumer>(&facts, "accept").unwrap().0, "T-Q-04");
    b.give("2026-04-15", sort(true, false, day("2026-04-15")));
    let facts = b.give("2026-04-16", accept(day("2026-04-16")));
    assert_eq!(started::<Consumer>(&facts, "mediate").unwrap().0, "T-Q-03");
    assert!(Consumer::notices(&facts[0])[0].zh.contains(Edition::Order121.zh()));
    b.lapses("mediate", "2026-06-15", "2026-06-16");
}

/// Received under the old rule and accepted under the new one: each clock by its own start.
#[test]
fn a_letter_of_the_old_rule_accepted_under_the_new_one_has_sixty_days() {
    for (on, edition) in [("2026-04-14", Edition::Interim), ("2026-04-15", Edition::Order121)] {
        let case = accepted("2026-04-13", on);
        let Stage::Mediating { edition: has, term } = &case.state().stage else { panic!() };
        assert_eq!((*has, term.rule.as_str()), (edition, edition.mediation()));
    }
}

/// S19.4, T-Q-05: a letter with both is two matters, the report with its own clock from receipt.
#[test]
fn s19_a_report_in_the_same_letter_is_checked_apart() {
    let mut case = Case::new(Role::DepartmentOfficer);
    let on = day("2026-04-13");
    case.give("2026-04-13", open(on));
    case.refused("2026-04-14", accept(day("2026-04-14")), "SORT_FIRST");
    let facts = case.give("2026-04-14", sort(true, true, day("2026-04-14")));
    let check = started::<Consumer>(&facts, "check").unwrap();
    assert_eq!(check, ("T-Q-06.report".to_owned(), on));
    case.give("2026-04-15", refuse(Ground::NotConsumer, day("2026-04-15")));
    assert_eq!(case.at(), "reporting");
    assert_eq!(case.state().outcome(), Some(Outcome::Refused));
    case.refused("2026-04-15", accept(day("2026-04-15")), "COMPLAINT_CLOSED");
    case.give("2026-04-16", Command::ExtendCheck { on: day("2026-04-16") });
    case.refused("2026-04-16", Command::ExtendCheck { on: day("2026-04-16") }, "CHECK_EXTENDED");
    case.give("2026-04-20", Command::DecideReport { filed: true, on: day("2026-04-20") });
    assert_eq!(case.at(), "refused");
}

#[test]
fn a_check_may_be_extended_until_its_last_day() {
    let mut case = Case::along(&begun(true, day("2026-04-20")));
    assert_eq!(due("T-Q-06.report", "2026-04-20"), day("2026-05-13"));
    case.refused("2026-05-14", Command::ExtendCheck { on: day("2026-05-14") }, "CHECK_LATE");
    case.give("2026-05-13", Command::ExtendCheck { on: day("2026-05-13") });
}

/// T-Q-09: who reported is told to nobody, and no notice to the respondent knows of a report.
#[test]
fn the_respondent_never_hears_of_the_report() {
    for fact in &seen().facts {
        for told in Consumer::notices(fact) {
            let to_the_author_only = told.to == [1];
            assert!(
                !told.zh.contains("举报") || to_the_author_only || told.zh.contains("投诉举报处理"),
                "{}",
                told.zh
            );
            assert!(!told.zh.contains("伪造标签") && !told.zh.contains("退一半"), "{}", told.zh);
        }
    }
    let case = Case::along(&begun(true, day("2026-04-20")));
    let report = case.state().report.as_ref().unwrap();
    assert!(!format!("{report:?}").contains("伪造标签"));
}

/// T-Q-06: a clue found in mediation is checked, and an agreement does not end the check.
#[test]
fn an_agreement_excuses_nothing() {
    let mut case = accepted("2026-04-15", "2026-04-16");
    let clue =
        Command::FindClue { what: Private::new("无照经营".into()), on: day("2026-04-17") };
    let facts = case.give("2026-04-17", clue.clone());
    let check = started::<Consumer>(&facts, "check").unwrap();
    assert_eq!(check, ("T-Q-06".to_owned(), day("2026-04-17")));
    case.refused("2026-04-17", clue, "REPORT_OPEN");
    let on = day("2026-04-18");
    case.give("2026-04-18", agree(draft(on, 1), on));
    let paid = Command::RecordPerformance { no: 1, on, proof: "退款凭证".into() };
    case.give("2026-04-18", paid);
    assert_eq!(case.at(), "reporting");
    assert_eq!(case.state().outcome(), Some(Outcome::Performed));
    case.give("2026-04-20", Command::DecideReport { filed: false, on: day("2026-04-20") });
    assert_eq!(case.at(), "performed");
}

/// T-Q-07: each ground stands in the rule of the day of receipt, and none other refuses.
#[test]
fn a_complaint_is_refused_on_a_ground_of_its_rule_only() {
    let old = sorted("2026-04-14");
    let new = sorted("2026-04-15");
    for (ground, in_old, in_new) in [
        (Ground::HandledElsewhere, true, true),
        (Ground::NotConsumer, true, true),
        (Ground::PapersMissing, true, true),
        (Ground::OtherMediator, true, false),
        (Ground::FalsePapers, false, true),
        (Ground::Impersonation, false, true),
    ] {
        for (case, on, stands) in [(&old, "2026-04-14", in_old), (&new, "2026-04-15", in_new)] {
            let tried = case.tried(on, &refuse(ground, day(on)));
            assert_eq!(tried.is_ok(), stands, "{ground:?} on {on}");
            let taken = Command::Accept { officer: "o-1".into(), found: Some(ground), on: day(on) };
            // What another body handles is barred by the one matrix under either rule.
            let barred = stands || ground == Ground::HandledElsewhere;
            assert_eq!(case.tried(on, &taken).is_err(), barred, "{ground:?} on {on}");
        }
    }
}

#[test]
fn three_years_are_over_on_the_day_after_and_not_before() {
    let case = sorted("2026-04-20");
    let ground = |known: &str| Ground::OverThreeYears { known_on: day(known) };
    case.refused(
        "2026-04-20",
        refuse(ground("2023-04-20"), day("2026-04-20")),
        "NOT_OVER_THREE_YEARS",
    );
    assert!(case.tried("2026-04-20", &refuse(ground("2023-04-16"), day("2026-04-20"))).is_ok());
}

#[test]
fn whoever_is_sent_away_is_told_where_to_go() {
    let case = sorted("2026-04-20");
    let on = day("2026-04-20");
    let nowhere = Command::Refuse { ground: Ground::NotOurs, right_body: String::new(), on };
    case.refused("2026-04-20", nowhere, "RIGHT_BODY_WANTED");
    let facts = case.tried("2026-04-20", &refuse(Ground::NotOurs, on)).unwrap();
    let told = Consumer::notices(&facts[0]).remove(0);
    assert!(told.zh.contains("住房和城乡建设局") && told.zh.contains("诉讼"), "{}", told.zh);
}

/// 暂行办法 20(3): test days do not count under the old rule; the new one lists no such stop.
#[test]
fn test_days_stand_still_under_the_old_rule_only() {
    let tests = |on: &str| Command::BeginTests { agreed: vec![1, 2], on: day(on) };
    let mut old = accepted("2026-04-13", "2026-04-14");
    let alone = Command::BeginTests { agreed: vec![1], on: day("2026-04-20") };
    old.refused("2026-04-20", alone, "TESTS_NOT_AGREED");
    old.give("2026-04-20", tests("2026-04-20"));
    old.refused("2026-08-03", Command::Lapse, "TESTS_RUN");
    old.give("2026-04-24", Command::EndTests { on: day("2026-04-24") });
    // Five working days more than 18 June, with 19 June a holiday.
    old.lapses("mediate", "2026-06-26", "2026-06-29");
    let mut new = accepted("2026-04-15", "2026-04-16");
    new.give("2026-04-20", tests("2026-04-20"));
    new.lapses("mediate", "2026-06-15", "2026-06-16");
}

/// C-110: entrusted once, in the regulator's name; without it a mediator leads nothing.
#[test]
fn the_association_leads_only_what_is_entrusted_and_delegates_no_further() {
    let mut case = accepted("2026-04-15", "2026-04-16");
    let on = day("2026-04-17");
    let held = Command::HoldSession { session: sitting(on) };
    case.role = Role::Mediator;
    case.refused("2026-04-17", held.clone(), "NOT_ENTRUSTED");
    case.role = Role::DepartmentOfficer;
    let entrust = Command::Entrust { body: "消费者协会".into(), on };
    case.give("2026-04-17", entrust.clone());
    case.refused("2026-04-17", entrust, "NO_FURTHER_DELEGATION");
    case.role = Role::Mediator;
    assert!(case.tried("2026-04-17", &held).is_ok());
}

/// T-Q-10: two representatives, and each complainant's own signature under an agreement.
#[test]
fn a_representative_does_not_sign_for_the_others() {
    let on = day("2026-04-20");
    let mut brief = complaint(on);
    for no in [3, 4] {
        let mut party = brief.parties[0].clone();
        party.no = no;
        brief.parties.push(party);
        brief.consents.push(consent(no, TrackKind::AdministrativeMediation, true, on));
    }
    assert_eq!(brief.parties[3].role, PartyRole::Applicant);
    let mut case = Case::new(Role::DepartmentOfficer);
    case.give("2026-04-20", Command::Open { brief: brief.into(), on });
    case.give("2026-04-20", sort(true, false, on));
    let name = |who: &[u32]| Command::NameRepresentatives { who: who.to_vec(), on };
    case.refused("2026-04-20", name(&[1, 3, 4]), "TWO_REPRESENTATIVES");
    case.refused("2026-04-20", name(&[2]), "NOT_A_COMPLAINANT");
    case.give("2026-04-20", name(&[1, 3]));
    case.give("2026-04-20", accept(on));
    let sign = |signed: &[u32]| Command::Agree { draft: draft(on, 1), signed: signed.to_vec(), on };
    case.refused("2026-04-20", sign(&[1, 2, 3]), "NOT_SIGNED");
    assert!(case.tried("2026-04-20", &sign(&[1, 2, 3, 4])).is_ok());
}

#[test]
fn every_ending_of_mediation_is_told_with_the_other_ways() {
    for over in [
        Over::Withdrawn,
        Over::SettledPrivately,
        Over::TestsNotAgreed,
        Over::Refuses { party: 2 },
        Over::NoAgreement,
        Over::GroundFound { ground: Ground::HandledElsewhere },
        Over::PartyGone,
    ] {
        let mut case = accepted("2026-04-15", "2026-04-16");
        let facts = case.give("2026-04-20", end(over, "2026-04-20"));
        assert_eq!(case.at(), "over");
        let told = facts.iter().flat_map(Consumer::notices).next().unwrap();
        assert!(told.zh.contains("民事诉讼") && told.rule.as_deref() == Some("T-A-06"));
    }
    let case = accepted("2026-04-15", "2026-04-16");
    case.refused("2026-06-15", end(Over::TermOver, "2026-06-15"), "TERM_RUNS");
    let foreign = Over::GroundFound { ground: Ground::OtherMediator };
    case.refused("2026-04-20", end(foreign, "2026-04-20"), "GROUND_NOT_LISTED");
}

#[test]
fn mediation_needs_the_consent_of_both() {
    let mut case = Case::new(Role::DepartmentOfficer);
    let on = day("2026-04-20");
    let mut brief = complaint(on);
    brief.consents.pop();
    case.give("2026-04-20", Command::Open { brief: brief.into(), on });
    case.give("2026-04-20", sort(true, false, on));
    case.give("2026-04-20", accept(on));
    let held = Command::HoldSession { session: sitting(on) };
    case.refused("2026-04-20", held.clone(), "CONSENT_MISSING");
    let mut refused = case.fork();
    let facts =
        refused.give("2026-04-20", Command::WithdrawConsent { party: 2, how: "phone".into() });
    let Some(Fact::ComplaintEnded { ending, .. }) = facts.last() else { panic!() };
    assert_eq!(*ending, Ending::Over { over: Over::Refuses { party: 2 } });
    case.give("2026-04-20", Command::GiveConsent { party: 2, how: "phone".into(), on });
    assert!(case.tried("2026-04-20", &held).is_ok());
}

fn seen() -> &'static Seen<Consumer> {
    static SEEN: OnceLock<Seen<Consumer>> = OnceLock::new();
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
        course::wander::<Consumer>(&moves(), &picks, |state| {
            let ended = matches!(state.stage, Stage::Ended { .. });
            let reporting = matches!(state.stage, Stage::Reporting { .. });
            // A report outlives the complaint, and never the case.
            !(ended && state.checking()) && (!reporting || state.checking())
        })?;
    }
}
