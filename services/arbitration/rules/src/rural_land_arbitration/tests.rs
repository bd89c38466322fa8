//! The law of rural-land arbitration, as tables and as the plan's scenarios.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::kit::{self, Move, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_terms::{Law, Query};
use jiefen_vocab::{DisputeKind, Outcome, Role};
use proptest::prelude::*;

use super::samples::{
    apply, award, awarded, by, challenge, defend, form, heard, hold, lines, member, moves, notify,
    plain, take_over,
};
use super::{
    Command, Duty, Fact, Ground, Kind, Measure, Place, RuralLandArbitration, Stage, State,
    StayGround,
};
use crate::tribunal::Chosen;

struct Case {
    state: Option<State>,
    facts: Vec<Fact>,
}

impl Case {
    fn of(line: &[Move<RuralLandArbitration>]) -> Case {
        let mut case = Case { state: None, facts: Vec::new() };
        for (today, role, command) in line {
            case.step(&today.to_string(), *role, command.clone());
        }
        case
    }

    fn step(&mut self, today: &str, role: Role, command: Command) {
        let decided =
            kit::decide::<RuralLandArbitration>(self.state.as_ref(), &command, day(today), role);
        let facts = decided.unwrap_or_else(|no| panic!("{today} {}: {}", command.name(), no.zh()));
        self.state = kit::fold::<RuralLandArbitration>(self.state.take(), &facts);
        self.facts.extend(facts);
    }

    fn does(mut self, today: &str, command: Command) -> Case {
        let (_, role, command) = by(today, command);
        self.step(today, role, command);
        self
    }

    fn refuses(self, today: &str, command: Command, name: &str) -> Case {
        let (date, role, command) = by(today, command);
        let said = kit::decide::<RuralLandArbitration>(self.state.as_ref(), &command, date, role);
        assert_eq!(said.unwrap_err().name(), name, "{today} {command:?}");
        self
    }

    /// The clocks that the last fact started, with their last days.
    fn started(&self) -> Vec<(String, String)> {
        let effects = self.facts.last().map(RuralLandArbitration::clocks).unwrap_or_default();
        let one = |effect| {
            let ClockEffect::Start { key, rule, from } = effect else { return None };
            let last = Law::shipped().due(&Query::new(rule, from)).unwrap().due.day();
            Some((key, last.to_string()))
        };
        effects.into_iter().filter_map(one).collect()
    }

    fn outcome(&self) -> Option<Outcome> {
        self.state.as_ref().unwrap().outcome()
    }
}

fn clock(key: &str, last: &str) -> (String, String) {
    (key.to_owned(), last.to_owned())
}

/// S01, steps 4 to 6, with the dates written there.
#[test]
fn s01_from_the_application_to_the_award_in_force() {
    let case = Case::of(&[]).does("2026-04-20", plain("2026-04-20"));
    assert_eq!(case.started(), [clock("accept", "2026-04-27")]);
    let case = case.does("2026-04-22", Command::Accept { on: day("2026-04-22") });
    assert_eq!(case.started(), [clock("papers", "2026-04-29"), clock("award", "2026-06-22")]);
    let extended = |on| Case::of(&heard()).does(on, Command::Extend { days: 30, on: day(on) });
    extended("2026-06-22")
        .refuses("2026-07-21", Command::NoteOverdue { duty: Duty::Award }, "TERM_RUNS")
        .does("2026-07-22", Command::NoteOverdue { duty: Duty::Award });
    let case = case.does("2026-04-24", Command::ServeCopy { party: 2, on: day("2026-04-24") });
    assert_eq!(case.started(), [clock("defence:2", "2026-05-06")]);
    let told = Case::of(&heard()[..9]);
    told.refuses(
        "2026-05-12",
        notify("2026-05-20", Place::Commission, "2026-05-12"),
        "ON_THE_SPOT_ASKED",
    );

    let case = Case::of(&awarded());
    assert_eq!(case.started(), [clock("service", "2026-06-18")]);
    let case = case
        .does("2026-06-16", Command::Receive { party: 1, on: day("2026-06-16") })
        .does("2026-06-18", Command::Receive { party: 2, on: day("2026-06-18") });
    assert_eq!(case.started(), [clock("suit:2", "2026-07-20")]);
    let told = RuralLandArbitration::notices(case.facts.last().unwrap());
    assert_eq!((told[0].to.as_slice(), told[0].rule.as_deref()), (&[2][..], Some("T-I-07")));
    let case = case
        .does("2026-07-17", Command::Lapse { party: 1 })
        .refuses("2026-07-20", Command::Lapse { party: 2 }, "TERM_RUNS")
        .refuses("2026-07-21", Command::Sue { party: 2, on: day("2026-07-21") }, "RIGHT_LOST");
    assert_eq!(case.outcome(), None);
    let case = case.does("2026-07-21", Command::Lapse { party: 2 });
    assert_eq!(case.outcome(), Some(Outcome::Decided));
    let told = RuralLandArbitration::notices(case.facts.last().unwrap());
    assert!(told[0].zh.contains("申请执行"));
}

/// RLA 26, 41; 法释〔2014〕1号 6: asked after acceptance, handed to the court, ruled on in ten days.
#[test]
fn preservation_goes_through_the_commission_to_the_court() {
    let ask = |on: &str| Command::AskMeasure { party: 1, what: Measure::Property, on: day(on) };
    let pass = |on: &str| Command::PassMeasure { measure: 1, on: day(on) };
    let rule = |on: &str| Command::RuleMeasure { measure: 1, granted: true, on: day(on) };
    Case::of(&heard()[..1]).refuses("2026-04-21", ask("2026-04-21"), "NOT_ACCEPTED");
    let case = Case::of(&heard()[..2]);
    let case = case.refuses("2026-04-22", pass("2026-04-22"), "NO_MEASURE");
    let case = case.does("2026-04-22", ask("2026-04-22"));
    assert_eq!(case.started(), [clock("measure:1", "2026-04-23")]);
    let case = case.refuses("2026-04-23", rule("2026-04-23"), "NOT_PASSED");
    let case = case.does("2026-04-23", pass("2026-04-23"));
    assert_eq!(case.started(), [clock("ruling:1", "2026-05-06")], "rolled over May Day");
    let told = RuralLandArbitration::notices(case.facts.last().unwrap());
    assert!(told[0].zh.contains("赔偿"));
    let case = case.refuses("2026-04-24", pass("2026-04-24"), "ALREADY_DONE");
    case.does("2026-04-30", rule("2026-04-30")).refuses(
        "2026-04-30",
        rule("2026-04-30"),
        "NO_MEASURE",
    );
}

/// S01, the last word of step 6, and T-I-07: a suit on the last day takes the award away.
#[test]
fn a_suit_on_the_thirtieth_day_or_before_receipt_takes_the_award_away() {
    let sue = |party, on: &str| Command::Sue { party, on: day(on) };
    let case = || {
        Case::of(&awarded())
            .does("2026-06-18", Command::Receive { party: 2, on: day("2026-06-18") })
    };
    let sued = case().does("2026-07-20", sue(2, "2026-07-20"));
    assert_eq!(sued.outcome(), Some(Outcome::Transferred));
    case()
        .refuses("2026-07-21", sue(2, "2026-07-21"), "RIGHT_LOST")
        .refuses("2026-07-21", Command::Lapse { party: 1 }, "NOT_RECEIVED")
        .does("2026-07-21", sue(1, "2026-07-21"));
}

/// S01, step 7, and S16: expropriation goes to reconsideration or suit, title to the government.
#[test]
fn expropriation_title_and_what_a_court_has_are_not_accepted() {
    let land = DisputeKind::LandContracting;
    let seized = [Circumstance::ExpropriationCompensation];
    for (kind, facts, name) in [
        (land, &seized[..], "EXPROPRIATION_NOT_LAND_ARBITRATION"),
        (DisputeKind::LandExpropriation, &[], "EXPROPRIATION_NOT_LAND_ARBITRATION"),
        (DisputeKind::Neighbour, &[], "LAND_ARBITRATION_FOR_LAND_CONTRACTS"),
        (land, &[Circumstance::SuitAccepted], "LAND_ARBITRATION_SEIZED_COURT"),
        (land, &[Circumstance::FinalDecision], "LAND_ARBITRATION_SEIZED_COURT"),
        (land, &[Circumstance::LandTitle], "LAND_TITLE_NOT_LAND_ARBITRATION"),
    ] {
        Case::of(&[]).does("2026-04-20", apply(kind, facts, "2026-02-10", "2026-04-20")).refuses(
            "2026-04-22",
            Command::Accept { on: day("2026-04-22") },
            name,
        );
    }
    let refuse = Command::Refuse { ground: Ground::OtherBody, on: day("2026-04-22") };
    let case = Case::of(&[])
        .does("2026-04-20", apply(land, &seized, "2026-02-10", "2026-04-20"))
        .does("2026-04-22", refuse);
    let told = RuralLandArbitration::notices(case.facts.last().unwrap());
    assert!(told[0].zh.contains("行政复议"));
    assert_eq!(case.outcome(), Some(Outcome::Refused));
}

#[test]
fn a_court_that_accepts_the_dispute_ends_the_arbitration_at_any_time_before_the_award() {
    let end = |on: &str| Command::Terminate { ground: Ground::CourtSeized, on: day(on) };
    let case = Case::of(&heard()[..2]).does("2026-05-12", end("2026-05-12"));
    assert_eq!(case.outcome(), Some(Outcome::Transferred));
    Case::of(&heard()).does("2026-05-21", end("2026-05-21"));
    Case::of(&heard()[..2])
        .does("2026-05-07", Command::Stay { ground: StayGround::PartyDied, on: day("2026-05-07") })
        .does("2026-05-12", end("2026-05-12"));
    Case::of(&awarded()).refuses("2026-06-16", end("2026-06-16"), "AWARDED");
}

#[test]
fn five_working_days_to_answer_and_silence_leaves_the_court_open() {
    // V27: received 13 February 2026, before the Spring Festival: 27 February.
    let early = |on: &str| {
        let Command::Apply { brief, number, matter, knew_on, facts, .. } = plain(on) else {
            panic!()
        };
        let mut brief = brief.unwrap();
        brief.received_on = day("2026-02-13");
        Command::Apply { brief: Some(brief), number, matter, knew_on, facts, on: day(on) }
    };
    let note = || Command::NoteOverdue { duty: Duty::Acceptance };
    let case = Case::of(&[]).does("2026-02-13", early("2026-02-13"));
    assert_eq!(case.started(), [clock("accept", "2026-02-27")]);
    let case = case.refuses("2026-02-27", note(), "TERM_RUNS").does("2026-02-28", note()).refuses(
        "2026-02-28",
        note(),
        "ALREADY_DONE",
    );
    assert!(RuralLandArbitration::notices(case.facts.last().unwrap())[0].zh.contains("起诉"));
    case.does("2026-02-28", Command::Accept { on: day("2026-02-28") });
}

#[test]
fn the_parties_choose_their_arbitrators_and_one_sits_alone_only_with_consent() {
    let accepted = || Case::of(&heard()[..2]);
    let sole = || vec![member("a1", Chosen::Jointly)];
    accepted()
        .refuses("2026-04-27", form(sole(), true, &[1], "2026-04-27"), "SOLE_NEEDS_CONSENT")
        .refuses("2026-04-27", form(sole(), false, &[1, 2], "2026-04-27"), "SOLE_NEEDS_CONSENT")
        .does("2026-04-27", form(sole(), true, &[1, 2], "2026-04-27"));
    let case = Case::of(&heard()[..4]);
    assert_eq!(case.started(), [clock("notice", "2026-04-29")]);
    let decide = |on: &str, replacement| Command::DecideChallenge { replacement, on: day(on) };
    let case = Case::of(&heard()[..10])
        .does("2026-05-13", challenge("a2", Some(2), "2026-05-13", "2026-05-13"))
        .refuses("2026-05-20", hold(&[], false, "2026-05-20"), "CHALLENGE_OPEN")
        .refuses(
            "2026-05-14",
            decide("2026-05-14", Some(member("b2", Chosen::Respondent))),
            "WRONG_CHOOSER",
        )
        .does("2026-05-14", decide("2026-05-14", Some(member("b2", Chosen::Claimant))))
        .does("2026-05-20", hold(&[], false, "2026-05-20"));
    case.refuses(
        "2026-05-21",
        challenge("a1", Some(2), "2026-05-20", "2026-05-21"),
        "CHALLENGE_TOO_LATE",
    )
    .does("2026-05-21", challenge("a1", Some(2), "2026-05-21", "2026-05-21"))
    .does("2026-05-22", decide("2026-05-22", None));
}

#[test]
fn a_hearing_is_announced_five_working_days_before() {
    // Five working days before 25 May 2026 (Monday) is 18 May.
    let case = || Case::of(&heard()[..9]);
    let set = |on: &str| notify("2026-05-25", Place::Village, on);
    case().refuses("2026-05-19", set("2026-05-19"), "NOTICE_TOO_LATE");
    case().does("2026-05-18", set("2026-05-18"));
}

#[test]
fn who_stays_away_withdraws_or_is_in_default_and_a_counterclaim_keeps_the_case() {
    let told = || Case::of(&heard()[..10]);
    let case = told().does("2026-05-20", hold(&[1], true, "2026-05-20"));
    assert_eq!(case.outcome(), Some(Outcome::Withdrawn));
    told().refuses("2026-05-20", hold(&[2], true, "2026-05-20"), "CLAIMANT_CAME");
    let case = told().does("2026-05-20", hold(&[2], false, "2026-05-20"));
    assert_eq!(case.state.unwrap().trial().unwrap().defaulted, [2]);
    Case::of(&heard()[..5])
        .does("2026-05-06", defend(false, true, "2026-05-06"))
        .refuses("2026-05-07", Command::Withdraw { on: day("2026-05-07") }, "COUNTERCLAIM_STANDS")
        .does("2026-05-12", notify("2026-05-20", Place::Township, "2026-05-12"))
        .refuses("2026-05-20", hold(&[1], true, "2026-05-20"), "COUNTERCLAIM_STANDS");
}

#[test]
fn limitation_of_two_years_counts_only_when_raised_and_mediation_began_it_anew() {
    let dismissed = || award(Kind::DismissedAsLate, &[], "2026-06-15");
    let with = |knew: &str, raised: bool| {
        let mut line = heard();
        let land = DisputeKind::LandContracting;
        line[0] = by("2026-04-20", apply(land, &[], knew, "2026-04-20"));
        line[5] = by("2026-05-06", defend(raised, false, "2026-05-06"));
        line.push(by("2026-05-20", super::samples::mediate(&[], "2026-05-20")));
        Case::of(&line)
    };
    with("2024-03-02", false).refuses("2026-06-15", dismissed(), "LIMITATION_NOT_RAISED");
    // First told on 3 March 2026: two years from 3 March 2024 had not run, from 2 March they had.
    with("2024-03-03", true).refuses("2026-06-15", dismissed(), "LIMITATION_NOT_RUN");
    with("2024-03-01", true).does("2026-06-15", dismissed());
}

#[test]
fn days_of_a_stay_do_not_count_and_the_director_adds_thirty_in_all() {
    let stay = |on: &str| Command::Stay { ground: StayGround::PartyDied, on: day(on) };
    let note = || Command::NoteOverdue { duty: Duty::Award };
    let case = Case::of(&heard())
        .does("2026-05-21", stay("2026-05-21"))
        .refuses("2026-06-23", note(), "STAYED")
        .does("2026-05-30", Command::Resume { on: day("2026-05-30") });
    // Sunday 21 June and the ten days from 21 to 30 May: Wednesday 1 July.
    case.refuses("2026-07-01", note(), "TERM_RUNS").does("2026-07-02", note());
    let extend = |days, on: &str| Command::Extend { days, on: day(on) };
    Case::of(&heard())
        .does("2026-06-01", extend(20, "2026-06-01"))
        .refuses("2026-06-02", extend(11, "2026-06-02"), "EXTENSION_TOO_LONG")
        .does("2026-06-02", extend(10, "2026-06-02"))
        .refuses("2026-07-21", extend(1, "2026-07-21"), "EXTENSION_TOO_LONG")
        .refuses("2026-07-22", stay("2026-07-22"), "TERM_OVER");
    let late = Case::of(&heard())
        .does("2026-05-20", super::samples::mediate(&[], "2026-05-20"))
        .does("2026-06-23", award(Kind::Decided, &[], "2026-06-23"));
    assert!(matches!(late.state.unwrap().stage, Stage::Awarded { award } if award.late));
}

#[test]
fn a_dispute_handed_over_waits_for_its_application() {
    let case = Case::of(&[]).does("2026-04-17", take_over("2026-04-17"));
    assert!(RuralLandArbitration::outline(case.state.as_ref().unwrap()).person.is_some());
    let Command::Apply { number, matter, knew_on, facts, .. } = plain("2026-04-20") else {
        panic!()
    };
    let on = day("2026-04-20");
    let own = Command::Apply { brief: None, number, matter, knew_on, facts, on };
    Case::of(&[]).refuses("2026-04-20", own.clone(), "BRIEF_MISSING");
    let Command::Apply { brief: Some(mut other), number, matter, knew_on, facts, on } =
        plain("2026-04-20")
    else {
        panic!()
    };
    other.dispute = jiefen_vocab::DisputeId::from_bits(8);
    let other = Command::Apply { brief: Some(other), number, matter, knew_on, facts, on };
    case.refuses("2026-04-20", other, "OTHER_DISPUTE").does("2026-04-20", own);
}

fn seen() -> &'static Seen<RuralLandArbitration> {
    static SEEN: OnceLock<Seen<RuralLandArbitration>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<RuralLandArbitration>(&moves(), &lines(), 10))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    // Refused only to a case told in two ways, which the samples do not vary: tested above.
    let mut refused = seen().refusals.clone();
    refused.extend(["BRIEF_MISSING", "OTHER_DISPUTE"]);
    let Command::Apply { brief: Some(mut brief), number, matter, knew_on, facts, on } =
        plain("2026-04-20")
    else {
        panic!()
    };
    brief.parties.pop();
    let alone = Command::Apply { brief: Some(brief), number, matter, knew_on, facts, on };
    Case::of(&[]).refuses("2026-04-20", alone, "TWO_SIDES_NEEDED");
    refused.insert("TWO_SIDES_NEEDED");
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 40);
    let missing: Vec<_> = names.difference(&refused).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<RuralLandArbitration>();
    let code =
        |line: &Vec<_>| RuralLandArbitration::outline(Case::of(line).state.as_ref().unwrap()).state;
    let ends: BTreeSet<_> = lines().iter().map(code).collect();
    let ended = |stage: &&jiefen_procedure::Stage| stage.ending == jiefen_procedure::Ending::Ended;
    let all = RuralLandArbitration::chart().stages.iter().filter(ended).map(|stage| stage.state);
    assert_eq!(ends, all.collect(), "every course ends, and every ending has a course");
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
        cases: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..60)) {
        let moves = moves();
        let mut state: Option<State> = None;
        let mut clocks = BTreeSet::new();
        for pick in picks {
            let (today, role, command) = &moves[pick % moves.len()];
            let decided =
                kit::decide::<RuralLandArbitration>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<RuralLandArbitration>(&mut clocks, fact));
            let next = kit::fold::<RuralLandArbitration>(state.clone(), &facts).unwrap();
            prop_assert_eq!(next.outcome().is_none(), !clocks.is_empty());
            if let (Stage::Awarded { .. }, Some(before)) = (&next.stage, &state)
                && let Some(trial) = before.trial()
            {
                prop_assert!(trial.tribunal.as_ref().is_some_and(|sits| sits.challenge.is_none()));
            }
            prop_assert!(next.trial().is_none_or(|trial| trial.term.extended <= super::EXTENSION_MAX));
            state = Some(next);
        }
    }
}
