//! The law of adjudication, as tables and as the plan's scenarios.

use std::sync::OnceLock;

use jiefen_procedure::kit::{self, Move, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_terms::{Law, Query};
use jiefen_vocab::{Outcome, PartyKind, Role};
use proptest::prelude::*;

use super::samples::{accept, answered, apply, changed, decide, lines, moves, title};
use super::{
    Adjudication, Body, Claim, Command, Ending, Fact, Ground, Matter, Refusal, Silence, Stage,
    State, StopReason,
};

struct Case {
    state: Option<State>,
    facts: Vec<Fact>,
}

impl Case {
    fn of(steps: Vec<(&str, Command)>) -> Case {
        let mut case = Case { state: None, facts: Vec::new() };
        for (today, command) in steps {
            case.give(today, command);
        }
        case
    }

    fn tried(&self, today: &str, command: Command) -> Result<Vec<Fact>, Refusal> {
        let role = Role::DepartmentOfficer;
        kit::decide::<Adjudication>(self.state.as_ref(), &command, day(today), role)
    }

    fn give(&mut self, today: &str, command: Command) -> Vec<Fact> {
        let facts = self.tried(today, command).unwrap_or_else(|no| panic!("{}", no.zh()));
        self.state = kit::fold::<Adjudication>(self.state.take(), &facts);
        self.facts.extend(facts.clone());
        facts
    }

    fn refused(&self, today: &str, command: Command, name: &str) {
        let refusal = self.tried(today, command).unwrap_err();
        assert_eq!(refusal.name(), name, "{}", refusal.zh());
    }

    fn starts(&self, key: &str, rule: &str, from: &str) -> bool {
        let start = ClockEffect::Start { key: key.into(), rule: rule.into(), from: day(from) };
        self.facts.iter().flat_map(Adjudication::clocks).any(|effect| effect == start)
    }

    fn state(&self) -> &State {
        self.state.as_ref().unwrap()
    }
}

/// S16: (a) title is adjudicated, thirty days to sue, the land frozen; (b) compensation is not.
#[test]
fn s16_title_is_decided_here_and_compensation_is_not() {
    let on = day("2026-03-02");
    let claim = changed(apply(Matter::LandTitle, on), |a| a.claim = Claim::Expropriation);
    let compensation = Case::of(vec![("2026-03-02", claim)]);
    compensation.refused("2026-03-03", accept(day("2026-03-03")), "NOT_ADJUDICABLE");
    let mut case = Case::of(title(Matter::LandTitle, false));
    assert!(case.starts("suit:2", "T-I-09", "2026-05-25"));
    assert!(case.state().is_frozen());
    let sue = |on: &str| Command::Sue { party: 2, on: day(on) };
    assert!(case.tried("2026-06-24", sue("2026-06-24")).is_ok());
    case.refused("2026-06-25", sue("2026-06-25"), "RIGHT_LOST");
    case.give("2026-06-24", sue("2026-06-24"));
    assert_eq!(case.state().outcome(), Some(Outcome::Transferred));
    assert!(case.state().is_frozen(), "the court has it; the land stays as it is");
}

/// S16: the town decided, so the county reconsiders; the county decided, so the city does.
#[test]
fn s16_the_remedy_names_the_body_and_the_court() {
    for (body, office, court) in [
        (Body::TownGovernment, "县级人民政府", "基层人民法院"),
        (Body::CountyGovernment, "设区的市级人民政府", "中级人民法院"),
    ] {
        let mut steps = title(Matter::LandTitle, false);
        steps[0].1 = changed(steps[0].1.clone(), |apply| apply.body = body);
        let case = Case::of(steps);
        let told = Adjudication::notices(case.facts.last().unwrap());
        assert!(told[0].zh.contains(office) && told[0].zh.contains(court), "{}", told[0].zh);
        assert_eq!(told[0].rule.as_deref(), Some("T-I-09"));
    }
}

#[test]
fn forests_had_one_month_to_sue_until_june_2020_and_have_thirty_days_since() {
    let last = |from: &str| {
        let query = Query::new(Matter::ForestTitle.suit_rule(), day(from));
        Law::shipped().due(&query).unwrap().due.day()
    };
    assert_eq!(last("2020-06-30"), day("2020-07-30"));
    assert_eq!(last("2020-07-01"), day("2020-07-31"));
    assert_eq!(Matter::GrasslandTitle.suit_rule(), "T-K-16");
}

#[test]
fn the_decision_stands_when_every_right_of_every_party_has_passed() {
    let mut case = Case::of(title(Matter::LandTitle, false));
    let lapse = Command::Lapse;
    case.refused("2026-06-22", lapse(Silence::Suit(1)), "TERM_RUNS");
    case.give("2026-06-23", lapse(Silence::Suit(1)));
    case.give("2026-06-25", lapse(Silence::Suit(2)));
    assert_eq!(case.state().outcome(), None);
    case.refused("2026-07-21", lapse(Silence::Review(1)), "TERM_RUNS");
    case.give("2026-07-22", lapse(Silence::Review(1)));
    let facts = case.give("2026-07-25", lapse(Silence::Review(2)));
    assert_eq!(case.state().outcome(), Some(Outcome::Decided));
    assert!(!case.state().is_frozen());
    let told = Adjudication::notices(facts.last().unwrap());
    assert!(told[0].zh.contains("登记"), "{}", told[0].zh);
}

#[test]
fn an_acquired_right_is_reconsidered_before_any_suit() {
    let case = Case::of(title(Matter::LandTitle, true));
    case.refused("2026-05-26", Command::Sue { party: 1, on: day("2026-05-26") }, "REVIEW_FIRST");
    let ask = |on: &str| Command::AskReview { party: 1, on: day(on) };
    assert!(case.tried("2026-07-21", ask("2026-07-21")).is_ok());
    case.refused("2026-07-22", ask("2026-07-22"), "RIGHT_LOST");
}

#[test]
fn title_is_mediated_first_then_proposed_then_decided_by_the_government() {
    let mut case = Case::of(answered(Matter::LandTitle));
    case.refused("2026-03-11", decide(day("2026-03-11")), "PROPOSAL_FIRST");
    case.refused("2026-03-11", Command::Propose { on: day("2026-03-11") }, "MEDIATION_FIRST");
    let begin = |agreed: Vec<u32>| Command::BeginMediation { agreed, on: day("2026-03-11") };
    case.refused("2026-03-11", begin(vec![1]), "CONSENT_MISSING");
    case.give("2026-03-11", begin(vec![1, 2]));
    let sign = |signed: Vec<u32>, sealed| Command::RecordAgreement {
        signed,
        sealed,
        on: day("2026-03-12"),
    };
    case.refused("2026-03-12", sign(vec![1], true), "SIGNATURE_MISSING");
    case.refused("2026-03-12", sign(vec![1, 2], false), "SEAL_MISSING");
    assert!(case.tried("2026-03-12", sign(vec![1, 2], true)).is_ok());
    let declined = Command::DeclineMediation { party: 2, on: day("2026-03-12") };
    case.give("2026-03-12", declined);
    assert_eq!(case.state().stage, Stage::Investigating);
    assert!(case.tried("2026-03-13", Command::Propose { on: day("2026-03-13") }).is_ok());
}

#[test]
fn only_governments_decide_on_title_and_between_units_not_the_town() {
    let on = day("2026-03-02");
    for (matter, body, units, open) in [
        (Matter::LandTitle, Body::TownGovernment, false, true),
        (Matter::LandTitle, Body::TownGovernment, true, false),
        (Matter::ForestTitle, Body::CountyGovernment, true, true),
        (Matter::GrasslandTitle, Body::CountyDepartment, false, false),
        (Matter::PatentInfringement, Body::CountyDepartment, true, false),
        (Matter::PatentInfringement, Body::CityDepartment, true, true),
        (Matter::EnterpriseName, Body::CountyDepartment, true, true),
        (Matter::GovernmentProcurement, Body::CountyGovernment, true, false),
    ] {
        let command = changed(apply(matter, on), |apply| {
            apply.body = body;
            let kind = if units { PartyKind::Org } else { PartyKind::Person };
            apply.brief.parties.iter_mut().for_each(|party| party.kind = kind);
        });
        let case = Case::of(vec![("2026-03-02", command)]);
        let answer = case.tried("2026-03-03", accept(day("2026-03-03")));
        let name = answer.err().map(|refusal| refusal.name());
        assert_eq!(name, if open { None } else { Some("NOT_COMPETENT") }, "{matter:?} {body:?}");
    }
}

#[test]
fn a_refusal_must_be_true_and_names_who_is_right() {
    let case = Case::of(vec![("2026-03-02", apply(Matter::LandTitle, day("2026-03-02")))]);
    let refuse = |ground, competent: Option<&str>| Command::Refuse {
        ground,
        competent: competent.map(str::to_owned),
        on: day("2026-03-03"),
    };
    case.refused("2026-03-03", refuse(Ground::NotAdjudicable, None), "GROUND_WRONG");
    case.refused("2026-03-03", refuse(Ground::Late, None), "GROUND_WRONG");
    case.refused("2026-03-03", refuse(Ground::NotCompetent, None), "COMPETENT_WANTED");
    let facts = case.tried("2026-03-03", refuse(Ground::NotCompetent, Some("银川市人民政府")));
    let told = Adjudication::notices(&facts.unwrap()[0]);
    assert!(told[0].zh.contains("银川市人民政府"));
    assert_eq!(told[0].rule.as_deref(), Some("T-K-01"));
}

#[test]
fn the_land_is_frozen_and_forests_have_three_exceptions() {
    let report = |exempt| Command::ReportChange { party: 2, exempt, on: day("2026-03-11") };
    let land = Case::of(answered(Matter::LandTitle));
    land.refused("2026-03-11", report(true), "NOT_EXEMPT");
    let facts = land.tried("2026-03-11", report(false)).unwrap();
    assert_eq!(Adjudication::notices(&facts[0])[0].to, [2]);
    let forest = Case::of(answered(Matter::ForestTitle));
    let facts = forest.tried("2026-03-11", report(true)).unwrap();
    assert_eq!(Adjudication::notices(&facts[0]), []);
    let patent = Case::of(answered(Matter::PatentInfringement));
    patent.refused("2026-03-11", report(false), "NOT_FROZEN");
}

#[test]
fn six_months_to_the_proposal_and_more_as_is_fit() {
    let mut case = Case::of(answered(Matter::LandTitle));
    let extend = |units, on: &str| Command::Extend { units, on: day(on) };
    let term = || Command::Lapse(Silence::Term);
    // Accepted 3 March: 3 September.
    case.refused("2026-09-03", term(), "TERM_RUNS");
    assert!(case.tried("2026-09-04", term()).is_ok());
    case.refused("2026-09-04", extend(2, "2026-09-04"), "PAST_TERM");
    case.refused("2026-09-03", extend(7, "2026-09-03"), "EXTENSION_TOO_LONG");
    case.give("2026-09-03", extend(2, "2026-09-03"));
    case.refused("2026-09-10", extend(1, "2026-09-10"), "EXTENSION_USED");
    case.refused("2026-11-03", term(), "TERM_RUNS");
    let facts = case.give("2026-11-04", term());
    let told = Adjudication::notices(&facts[0]);
    assert!(told[0].zh.contains("不履行职责"), "{}", told[0].zh);
    assert!(Adjudication::outline(case.state()).open);
    case.refused("2026-11-04", term(), "ALREADY_DONE");
}

#[test]
fn thirty_days_to_answer_and_silence_does_not_stop_the_case() {
    let mut case = Case::of(answered(Matter::LandTitle)[..3].to_vec());
    let defend = |on: &str| Command::Defend { party: 2, on: day(on) };
    // 4 March + 30 = 3 April, a Friday.
    assert!(case.tried("2026-04-03", defend("2026-04-03")).is_ok());
    case.refused("2026-04-07", defend("2026-04-07"), "DEFENCE_LATE");
    case.refused("2026-04-03", Command::Lapse(Silence::Defence(2)), "TERM_RUNS");
    case.give("2026-04-07", Command::DeclineMediation { party: 1, on: day("2026-04-07") });
    case.refused("2026-04-07", Command::Propose { on: day("2026-04-07") }, "DEFENCE_PENDING");
    case.give("2026-04-07", Command::Lapse(Silence::Defence(2)));
    assert!(case.tried("2026-04-07", Command::Propose { on: day("2026-04-07") }).is_ok());
}

#[test]
fn a_patent_has_three_months_and_one_more_and_damages_are_not_decided() {
    let mut case = Case::of(answered(Matter::PatentInfringement));
    let stop = |reason, on: &str| Command::Stop { reason, on: day(on) };
    case.refused("2026-03-11", stop(StopReason::ExpertReview, "2026-03-11"), "NO_SUCH_STOP");
    case.give("2026-03-11", stop(StopReason::Suspension, "2026-03-11"));
    case.refused("2026-03-12", decide(day("2026-03-12")), "TERM_STANDS");
    case.refused("2026-12-01", Command::Lapse(Silence::Term), "TERM_STANDS");
    case.give("2026-03-20", Command::Resume { on: day("2026-03-20") });
    // 3 June and ten days that are not counted: 13 June, a Saturday; Monday 15 June.
    case.refused("2026-06-15", Command::Lapse(Silence::Term), "TERM_RUNS");
    assert!(case.tried("2026-06-16", Command::Lapse(Silence::Term)).is_ok());
    let mut damages = decide(day("2026-03-21"));
    if let Command::Decide { damages, .. } = &mut damages {
        *damages = true;
    }
    case.refused("2026-03-21", damages, "DAMAGES_NOT_DECIDED");
    case.give("2026-03-21", decide(day("2026-03-21")));
    case.give("2026-03-23", Command::Serve { party: 2, on: day("2026-03-23") });
    let sue = |on: &str| Command::Sue { party: 2, on: day(on) };
    assert!(case.tried("2026-04-07", sue("2026-04-07")).is_ok());
    case.refused("2026-04-08", sue("2026-04-08"), "RIGHT_LOST");
}

#[test]
fn a_procurement_complaint_follows_a_challenge_within_fifteen_working_days() {
    let on = |due: Option<&str>, applied: &str| {
        let command = changed(apply(Matter::GovernmentProcurement, day(applied)), |apply| {
            apply.challenge_answer_due = due.map(day);
        });
        let case = Case::of(vec![(applied, command)]);
        case.tried(applied, accept(day(applied))).err().map(|refusal| refusal.name())
    };
    assert_eq!(on(None, "2026-03-23"), Some("CHALLENGE_FIRST"));
    assert_eq!(on(Some("2026-03-23"), "2026-03-23"), Some("COMPLAINT_EARLY"));
    assert_eq!(on(Some("2026-03-02"), "2026-03-23"), None);
    assert_eq!(on(Some("2026-03-02"), "2026-03-24"), Some("COMPLAINT_LATE"));
}

#[test]
fn a_stay_of_procurement_ends_after_thirty_days_and_correction_does_not_count() {
    let line = &lines()[5];
    let steps = line[..6].iter().map(|(today, _, command)| (today.to_string(), command.clone()));
    let steps: Vec<_> = steps.collect();
    let mut case = Case::of(steps.iter().map(|(on, c)| (on.as_str(), c.clone())).collect());
    case.refused("2026-04-05", Command::Lapse(Silence::Stay), "TERM_RUNS");
    case.refused("2026-03-09", Command::StayProcurement { on: day("2026-03-09") }, "NOT_STAYABLE");
    // 2 March + 30 working days = 14 April (6 April is a holiday), and 3, 4, 5 March do not count.
    case.refused("2026-04-17", Command::Lapse(Silence::Term), "TERM_RUNS");
    assert!(case.tried("2026-04-20", Command::Lapse(Silence::Term)).is_ok());
    case.give("2026-04-08", Command::Lapse(Silence::Stay));
    assert_eq!(case.state().stay.map(|(_, stands)| stands), Some(false));
    let mediate = Command::BeginMediation { agreed: vec![1, 2], on: day("2026-04-08") };
    case.refused("2026-04-08", mediate, "NOT_MEDIABLE");
    case.refused(
        "2026-04-08",
        Command::Extend { units: 1, on: day("2026-04-08") },
        "NOT_EXTENDABLE",
    );
}

fn seen() -> &'static Seen<Adjudication> {
    static SEEN: OnceLock<Seen<Adjudication>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<Adjudication>(&moves(), &lines(), 24))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 30);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<Adjudication>();
}

#[test]
fn every_line_ends_and_every_ending_has_a_line() {
    let mut codes = std::collections::BTreeSet::new();
    for line in lines() {
        let mut state = None;
        for (today, role, command) in &line {
            let facts = kit::decide::<Adjudication>(state.as_ref(), command, *today, *role);
            state = kit::fold::<Adjudication>(state, &facts.unwrap());
        }
        let outline = Adjudication::outline(&state.unwrap());
        codes.extend((!outline.open).then_some(outline.state));
    }
    let endings = super::CHART.stages.iter().filter(|s| s.clocks.is_empty()).map(|s| s.state);
    assert_eq!(codes, endings.collect());
}

#[test]
fn states_and_facts_survive_storage() {
    for (state, _) in &seen().states {
        let text = serde_json::to_string(state).unwrap();
        assert_eq!(&serde_json::from_str::<State>(&text).unwrap(), state);
    }
    for fact in &seen().facts {
        let text = serde_json::to_string(fact).unwrap();
        assert_eq!(&serde_json::from_str::<Fact>(&text).unwrap(), fact);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 80,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..40)) {
        let moves: Vec<Move<Adjudication>> = moves();
        let mut state: Option<State> = None;
        let mut clocks = std::collections::BTreeSet::new();
        for pick in picks {
            let (today, role, command) = &moves[pick % moves.len()];
            let decided = kit::decide::<Adjudication>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<Adjudication>(&mut clocks, fact));
            let next = kit::fold::<Adjudication>(state, &facts).unwrap();
            let ended = matches!(next.stage, Stage::Ended { .. });
            prop_assert_eq!(ended, clocks.is_empty());
            let title = next.matter.is_title();
            let settled = matches!(next.stage, Stage::Ended { how: Ending::Effective, .. });
            prop_assert!(!(title && settled) || next.mediation_tried);
            state = Some(next);
        }
    }
}
