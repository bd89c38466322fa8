//! The law of commercial arbitration, as tables, on both sides of 1 March 2026.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::kit::{self, Move, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_terms::{Law, Query};
use jiefen_vocab::{DisputeKind, Outcome, Role};
use proptest::prelude::*;

use super::samples::{
    ad_hoc, apply, ask, award, by, challenge, decide, form, heard, hold, lines, member, missed,
    moves, object, plain, receive, received, remitted, rule, take_over, then, three, written,
};
use super::{
    Act, AdHocGround, Agreement, Asked, Command, CommercialArbitration, Duty, Fact, Form, Kind,
    Measure, Mode, SetAsideGround, Size, Stage, State, StayGround,
};
use crate::tribunal::Chosen;

struct Case {
    state: Option<State>,
    facts: Vec<Fact>,
}

impl Case {
    fn of(line: &[Move<CommercialArbitration>]) -> Case {
        let mut case = Case { state: None, facts: Vec::new() };
        for (today, role, command) in line {
            case.step(&today.to_string(), *role, command.clone());
        }
        case
    }

    fn step(&mut self, today: &str, role: Role, command: Command) {
        let decided =
            kit::decide::<CommercialArbitration>(self.state.as_ref(), &command, day(today), role);
        let facts = decided.unwrap_or_else(|no| panic!("{today} {}: {}", command.name(), no.zh()));
        self.state = kit::fold::<CommercialArbitration>(self.state.take(), &facts);
        self.facts.extend(facts);
    }

    fn does(mut self, today: &str, command: Command) -> Case {
        let (_, role, command) = by(today, command);
        self.step(today, role, command);
        self
    }

    fn refuses(self, today: &str, command: Command, name: &str) -> Case {
        let (date, role, command) = by(today, command);
        let said = kit::decide::<CommercialArbitration>(self.state.as_ref(), &command, date, role);
        assert_eq!(said.unwrap_err().name(), name, "{today} {command:?}");
        self
    }

    /// The last day of a clock that the last fact started.
    fn last_day(&self, key: &str) -> String {
        let effects = self.facts.last().map(CommercialArbitration::clocks).unwrap_or_default();
        let found = effects.into_iter().find_map(|effect| {
            let ClockEffect::Start { key: own, rule, from } = effect else { return None };
            (own == key).then_some((rule, from))
        });
        let (rule, from) = found.unwrap();
        Law::shipped().due(&Query::new(rule, from)).unwrap().due.day().to_string()
    }

    fn code(&self) -> &'static str {
        CommercialArbitration::outline(self.state.as_ref().unwrap()).state
    }

    fn is(self, code: &str) -> Case {
        assert_eq!(self.code(), code);
        self
    }
}

fn asserted() -> Agreement {
    Agreement { form: Form::Asserted, ..written() }
}

fn accept(on: &str) -> Command {
    Command::Accept { on: day(on) }
}

/// An older case: applied in January, heard and awarded in February 2026.
fn older() -> Vec<Move<CommercialArbitration>> {
    let notice = Command::NotifyHearing { hearing_on: day("2026-02-02"), on: day("2026-01-14") };
    vec![
        by("2026-01-06", plain(written(), "2026-01-06")),
        by("2026-01-07", accept("2026-01-07")),
        by("2026-01-12", form(three(Chosen::Jointly), "2026-01-12")),
        by("2026-01-14", notice),
        by("2026-02-02", hold(Mode::Room, &[], false, "2026-02-02")),
        by("2026-02-27", award(Kind::Decided, &[], "2026-02-27")),
    ]
}

/// T-J-06: the day of one's own receipt chooses between six months and three.
#[test]
fn six_months_for_a_receipt_of_28_february_three_for_one_of_1_march() {
    let case = Case::of(&then(&older(), vec![receive(1, "2026-02-28")]));
    assert_eq!(case.last_day("set_aside:1"), "2026-08-28");
    let case = Case::of(&then(&older(), vec![receive(1, "2026-02-28"), receive(2, "2026-03-01")]));
    assert_eq!(case.last_day("set_aside:2"), "2026-06-01");
    let ground = SetAsideGround::Procedure;
    let case = case
        .refuses("2026-06-02", ask(2, ground, "2026-06-02"), "RIGHT_LOST")
        .refuses("2026-06-01", Command::Lapse { party: 2 }, "TERM_RUNS")
        .does("2026-06-02", Command::Lapse { party: 2 })
        .is("awarded")
        .refuses("2026-08-29", ask(1, ground, "2026-08-29"), "RIGHT_LOST");
    case.does("2026-08-28", ask(1, ground, "2026-08-28")).is("attacked");
    Case::of(&received())
        .refuses("2026-08-25", ask(1, ground, "2026-08-25"), "RIGHT_LOST")
        .does("2026-08-24", ask(1, ground, "2026-08-24"));
}

/// The revised Act governs cases begun from 1 March 2026 (96); an older case keeps the older Act.
#[test]
fn what_the_revised_act_brought_is_closed_to_a_case_begun_before_it() {
    assert_eq!(Act::on(day("2026-02-28")), Act::Before2026);
    assert_eq!(Act::on(day("2026-03-01")), Act::Of2025);
    let case = |agreement: Agreement, on: &str| Case::of(&[by(on, plain(agreement, on))]);
    let zone = || ad_hoc(true, Some(AdHocGround::FreeTradeZone));
    for (agreement, name) in
        [(asserted(), "COMMERCIAL_ARBITRATION_NEEDS_AGREEMENT"), (zone(), "AD_HOC_CLOSED")]
    {
        case(agreement.clone(), "2026-02-28").refuses("2026-03-02", accept("2026-03-02"), name);
        case(agreement, "2026-03-01").does("2026-03-02", accept("2026-03-02"));
    }
    let conduct = |on| Command::AskMeasure { party: 1, what: Measure::Conduct, on };
    let on = day("2026-03-02");
    case(written(), "2026-02-28").refuses("2026-03-02", conduct(on), "ONLY_FROM_2026");
    case(written(), "2026-03-01").does("2026-03-02", conduct(on));
    let older = Case::of(&older()[..4]);
    older
        .refuses("2026-02-02", hold(Mode::Online, &[1], false, "2026-02-02"), "NOT_AGREED")
        .does("2026-02-02", hold(Mode::Online, &[1, 2], false, "2026-02-02"));
    Case::of(&self::older()[..5]).refuses(
        "2026-02-27",
        award(Kind::Sham, &[], "2026-02-27"),
        "ONLY_FROM_2026",
    );
    Case::of(&heard()).does("2026-05-20", award(Kind::Sham, &[], "2026-05-20"));
}

#[test]
fn without_an_agreement_on_this_body_over_what_may_be_arbitrated_nothing_is_accepted() {
    let none = Agreement { form: Form::None, ..written() };
    let unnamed = Agreement { names_body: false, ..written() };
    let debt = DisputeKind::ContractDebt;
    for (kind, agreement, facts, name) in [
        (debt, none, &[][..], "COMMERCIAL_ARBITRATION_NEEDS_AGREEMENT"),
        (debt, unnamed, &[], "BODY_NOT_NAMED"),
        (debt, ad_hoc(false, Some(AdHocGround::Maritime)), &[], "AD_HOC_CLOSED"),
        (debt, ad_hoc(true, None), &[], "AD_HOC_CLOSED"),
        (DisputeKind::Labour, written(), &[], "NOT_ARBITRABLE"),
        (DisputeKind::LandContracting, written(), &[], "NOT_ARBITRABLE"),
        (DisputeKind::MarriageFamily, written(), &[], "NOT_ARBITRABLE"),
        (debt, written(), &[Circumstance::AdministrativeAct], "NOT_ARBITRABLE"),
        (debt, written(), &[Circumstance::FinalDecision], "FINALLY_DECIDED"),
    ] {
        Case::of(&[by("2026-03-09", apply(kind, agreement, facts, "2026-03-09"))]).refuses(
            "2026-03-11",
            accept("2026-03-11"),
            name,
        );
    }
}

#[test]
fn five_calendar_days_to_accept() {
    let note = || Command::NoteOverdue { duty: Duty::Acceptance };
    let case = Case::of(&heard()[..1]);
    // 14 March 2026 is a Saturday: Monday 16.
    assert_eq!(case.last_day("accept"), "2026-03-16");
    case.refuses("2026-03-16", note(), "TERM_RUNS")
        .does("2026-03-17", note())
        .refuses("2026-03-18", note(), "ALREADY_DONE")
        .does("2026-03-18", accept("2026-03-18"));
}

/// T-J-03, on the side of the arbitration.
#[test]
fn a_suit_is_barred_when_the_agreement_is_raised_in_time_and_silence_waives_it() {
    let suit = |raised| Command::NoteSuit { party: 1, raised, on: day("2026-03-20") };
    let goes_on = Case::of(&heard()[..3]).does("2026-03-20", suit(true)).is("pending");
    assert!(CommercialArbitration::notices(goes_on.facts.last().unwrap())[0].zh.contains("驳回"));
    let waived = Case::of(&heard()[..3]).does("2026-03-20", suit(false)).is("waived");
    assert_eq!(waived.state.unwrap().outcome(), Some(Outcome::Transferred));
}

#[test]
fn an_objection_comes_before_the_first_hearing_and_a_court_once_asked_decides() {
    let case = || Case::of(&heard()[..7]);
    Case::of(&heard()).refuses(
        "2026-04-21",
        object(Asked::Body, "2026-04-21"),
        "OBJECTION_TOO_LATE",
    );
    case()
        .refuses("2026-04-10", decide(Asked::Body, true, "2026-04-10"), "NO_OBJECTION")
        .does("2026-04-10", object(Asked::Body, "2026-04-10"))
        .refuses("2026-04-11", decide(Asked::Court, true, "2026-04-11"), "COURT_NOT_ASKED")
        .does("2026-04-20", hold(Mode::Room, &[], false, "2026-04-20"))
        .refuses("2026-04-21", award(Kind::Decided, &[], "2026-04-21"), "OBJECTION_OPEN")
        .does("2026-04-22", decide(Asked::Tribunal, true, "2026-04-22"))
        .does("2026-04-23", award(Kind::Decided, &[], "2026-04-23"));
    case()
        .does("2026-04-10", object(Asked::Body, "2026-04-10"))
        .does("2026-04-11", object(Asked::Court, "2026-04-11"))
        .refuses("2026-04-12", decide(Asked::Body, false, "2026-04-12"), "COURT_DECIDES")
        .refuses("2026-04-20", hold(Mode::Room, &[], false, "2026-04-20"), "COURT_DECIDES")
        .does("2026-04-21", decide(Asked::Court, false, "2026-04-21"))
        .is("no_agreement");
    Case::of(&older()[..3])
        .does("2026-01-13", object(Asked::Body, "2026-01-13"))
        .refuses("2026-01-14", decide(Asked::Tribunal, true, "2026-01-14"), "ONLY_FROM_2026")
        .does("2026-01-14", decide(Asked::Body, true, "2026-01-14"))
        .refuses("2026-01-15", object(Asked::Court, "2026-01-15"), "ALREADY_DECIDED");
}

#[test]
fn an_asserted_agreement_is_asked_about_and_recorded_at_the_first_hearing() {
    let mut line = heard();
    line[0] = by("2026-03-09", plain(asserted(), "2026-03-09"));
    let told = || Case::of(&line[..7]);
    let case = told()
        .refuses("2026-04-20", hold(Mode::Room, &[], false, "2026-04-20"), "PROMPT_MISSING")
        .does("2026-04-20", hold(Mode::Room, &[], true, "2026-04-20"));
    assert_eq!(case.state.unwrap().agreement.unwrap().form, Form::Deemed);
    told()
        .does("2026-04-10", object(Asked::Body, "2026-04-10"))
        .does("2026-04-12", decide(Asked::Body, false, "2026-04-12"))
        .is("no_agreement");
}

#[test]
fn the_tribunal_is_as_agreed_and_the_director_fills_what_the_parties_leave_open() {
    let with = |agreement: Agreement| {
        Case::of(&[
            by("2026-03-09", plain(agreement, "2026-03-09")),
            by("2026-03-11", accept("2026-03-11")),
        ])
    };
    let on = "2026-03-25";
    let sole = || vec![member("a1", Chosen::Director)];
    with(written()).refuses(on, form(sole(), on), "WRONG_SIZE");
    with(Agreement { size: Size::NotAgreed, ..written() }).does(on, form(sole(), on));
    let by_two = || form(three(Chosen::ByTheTwo), on);
    with(written()).refuses(on, by_two(), "WRONG_CHOOSER");
    with(Agreement { by_the_two: true, ..written() }).does(on, by_two());
    let zone = ad_hoc(true, Some(AdHocGround::FreeTradeZone));
    let case = with(zone)
        .refuses(on, form(three(Chosen::Director), on), "NO_DIRECTOR")
        .does(on, form(three(Chosen::Jointly), on));
    assert_eq!(case.last_day("filing"), "2026-03-30");
    case.does("2026-03-30", Command::FileAdHoc { on: day("2026-03-30") });
    Case::of(&heard()).refuses(
        "2026-04-21",
        Command::FileAdHoc { on: day("2026-04-21") },
        "NOT_AD_HOC",
    );
}

#[test]
fn a_replaced_arbitrator_lets_the_tribunal_begin_again() {
    let replacement = Some(member("b1", Chosen::Director));
    let replace = Command::DecideChallenge { replacement, on: day("2026-04-22") };
    Case::of(&heard())
        .refuses(
            "2026-04-21",
            challenge("a1", Some(1), "2026-04-20", "2026-04-21"),
            "CHALLENGE_TOO_LATE",
        )
        .does("2026-04-21", Command::Disclose { arbitrator: "a1".into(), on: day("2026-04-21") })
        .does("2026-04-21", challenge("a1", Some(1), "2026-04-21", "2026-04-21"))
        .refuses("2026-04-21", award(Kind::Decided, &[], "2026-04-21"), "CHALLENGE_OPEN")
        .does("2026-04-22", replace)
        .does("2026-04-23", Command::Repeat { on: day("2026-04-23") })
        .refuses("2026-04-24", award(Kind::Decided, &[], "2026-04-24"), "NOT_HEARD");
}

#[test]
fn online_unless_opposed_on_papers_only_by_consent_and_absence_has_its_price() {
    let told = || Case::of(&heard()[..7]);
    let on = "2026-04-20";
    told().does(on, hold(Mode::Online, &[], false, on));
    told()
        .does("2026-04-10", Command::OpposeOnline { party: 2, on: day("2026-04-10") })
        .refuses(on, hold(Mode::Online, &[], false, on), "ONLINE_OPPOSED")
        .does(on, hold(Mode::Room, &[], false, on));
    let early = "2026-04-10";
    told()
        .refuses(early, hold(Mode::Papers, &[1], false, early), "NOT_AGREED")
        .does(early, hold(Mode::Papers, &[1, 2], false, early));
    told().does(on, missed(&[1], true, on)).is("withdrawn");
    told().refuses(on, missed(&[2], true, on), "CLAIMANT_CAME").does(on, missed(&[2], false, on));
    let mut counter = heard()[..7].to_vec();
    counter[4] = by(
        "2026-03-30",
        Command::FileDefence { party: 2, counterclaim: true, on: day("2026-03-30") },
    );
    Case::of(&counter).refuses(on, missed(&[1], true, on), "COUNTERCLAIM_STANDS");
}

#[test]
fn a_settlement_becomes_a_statement_or_an_award() {
    let mediated = || {
        Case::of(&heard())
            .does("2026-04-21", Command::Mediate { agreed: vec![1, 2], on: day("2026-04-21") })
    };
    let sign = |party| Command::SignStatement { party, on: day("2026-04-22") };
    mediated()
        .refuses("2026-04-22", award(Kind::Decided, &[], "2026-04-22"), "STATEMENT_PENDING")
        .does("2026-04-22", sign(1))
        .refuses("2026-04-22", Command::Repent { party: 1, on: day("2026-04-22") }, "SIGNED")
        .does("2026-04-22", sign(2))
        .is("settled");
    mediated()
        .does("2026-04-22", Command::Repent { party: 2, on: day("2026-04-22") })
        .does("2026-04-23", award(Kind::Decided, &[], "2026-04-23"));
    Case::of(&heard()[..7]).does("2026-04-10", award(Kind::OnAgreement, &[1, 2], "2026-04-10"));
}

/// T-J-05: thirty days of one's own receipt; the tribunal corrects slips unasked.
#[test]
fn a_correction_is_asked_within_thirty_days() {
    let asks = |on: &str| Command::AskCorrection { party: 1, on: day(on) };
    // 21 June 2026 is a Sunday: Monday 22.
    Case::of(&received())
        .refuses("2026-06-23", asks("2026-06-23"), "RIGHT_LOST")
        .does("2026-06-22", asks("2026-06-22"))
        .does("2026-07-01", Command::Correct { on: day("2026-07-01") })
        .does("2026-07-20", Command::Correct { on: day("2026-07-20") });
}

/// 72 to 74: two months, re-arbitration in the court's time or none, dismissal, setting aside.
#[test]
fn the_court_sets_aside_dismisses_or_has_the_tribunal_try_again() {
    let forged = SetAsideGround::ForgedEvidence;
    let asked = Case::of(&received()).does("2026-08-10", ask(2, forged, "2026-08-10"));
    assert_eq!(asked.last_day("ruling"), "2026-10-10"); // a working Saturday
    let case = asked
        .does("2026-08-25", Command::Lapse { party: 1 })
        .is("attacked")
        .does("2026-09-01", rule(false, "2026-09-01"))
        .is("concluded");
    let refuse = |ground| Command::RefuseEnforcement { party: 2, ground, on: day("2026-09-10") };
    case.refuses("2026-09-10", refuse(forged), "GROUND_SPENT")
        .refuses("2026-09-10", ask(1, forged, "2026-09-10"), "FINAL")
        .does("2026-09-10", refuse(SetAsideGround::PublicInterest))
        .is("not_enforced");
    let again = |on: &str| Command::BeginAgain { on: day(on) };
    let case = Case::of(&remitted())
        .is("remitted")
        .refuses("2026-09-01", rule(true, "2026-09-01"), "REMITTED")
        .refuses("2026-10-08", again("2026-10-08"), "AGAIN_TOO_LATE")
        .does("2026-09-30", again("2026-09-30"))
        .is("pending")
        .refuses("2026-10-09", award(Kind::Decided, &[], "2026-10-09"), "NOT_HEARD")
        .does("2026-10-09", hold(Mode::Papers, &[1, 2], false, "2026-10-09"))
        .does("2026-10-12", award(Kind::Decided, &[], "2026-10-12"))
        .does("2026-10-14", Command::Receive { party: 2, on: day("2026-10-14") });
    assert_eq!(case.last_day("set_aside:2"), "2027-01-14");
    Case::of(&remitted())
        .does("2026-10-08", Command::DeclineAgain { on: day("2026-10-08") })
        .refuses("2026-10-08", refuse(forged), "ENFORCEMENT_STAYED")
        .does("2026-10-20", rule(true, "2026-10-20"))
        .is("set_aside");
}

#[test]
fn a_dispute_handed_over_waits_for_its_application() {
    let Command::Apply(application) = plain(written(), "2026-03-10") else { panic!() };
    let own = super::Apply { brief: None, ..application.clone() };
    Case::of(&[]).refuses("2026-03-10", Command::Apply(own.clone()), "BRIEF_MISSING");
    let mut other = application.clone();
    other.brief.as_mut().unwrap().dispute = jiefen_vocab::DisputeId::from_bits(8);
    let mut alone = application;
    alone.brief.as_mut().unwrap().parties.pop();
    Case::of(&[by("2026-03-09", take_over("2026-03-09"))])
        .refuses("2026-03-10", Command::Apply(other), "OTHER_DISPUTE")
        .refuses("2026-03-10", Command::Apply(alone), "TWO_SIDES_NEEDED")
        .does("2026-03-10", Command::Apply(own))
        .is("applied");
}

#[test]
fn days_of_a_stay_do_not_count_in_the_term_that_keeps_the_award_in_sight() {
    let note = || Command::NoteOverdue { duty: Duty::Award };
    let stay = |on: &str| Command::Stay { ground: StayGround::Appraisal, on: day(on) };
    // Formed on 25 March: four months end on Saturday 25 July, so Monday 27.
    Case::of(&heard())
        .refuses("2026-07-27", note(), "TERM_RUNS")
        .does("2026-07-28", note())
        .refuses("2026-07-28", stay("2026-07-27"), "TERM_OVER");
    Case::of(&heard())
        .does("2026-05-04", stay("2026-05-04"))
        .refuses("2026-05-10", note(), "STAYED")
        .does("2026-05-13", Command::Resume { on: day("2026-05-13") })
        .refuses("2026-08-04", note(), "TERM_RUNS")
        .does("2026-08-05", note());
}

fn seen() -> &'static Seen<CommercialArbitration> {
    static SEEN: OnceLock<Seen<CommercialArbitration>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<CommercialArbitration>(&moves(), &lines(), 8))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let mut refused = seen().refusals.clone();
    // Refused in the tables above.
    refused.extend(["BRIEF_MISSING", "OTHER_DISPUTE", "TWO_SIDES_NEEDED", "NO_DIRECTOR"]);
    refused.extend(["GROUND_SPENT", "REMIT_IN_PAST", "ONLINE_OPPOSED"]);
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 50);
    let missing: Vec<_> = names.difference(&refused).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<CommercialArbitration>();
    Case::of(&remitted()[..13]).refuses(
        "2026-08-20",
        Command::Remit { by: day("2026-08-19"), on: day("2026-08-20") },
        "REMIT_IN_PAST",
    );
    let ends: BTreeSet<_> = lines().iter().map(|line| Case::of(line).code()).collect();
    assert!(lines().iter().all(|line| Case::of(line).state.unwrap().outcome().is_some()));
    for end in CommercialArbitration::chart().stages {
        let ended = end.ending == jiefen_procedure::Ending::Ended;
        // The award in force is on the way to its non-enforcement.
        assert!(!ended || end.state == "concluded" || ends.contains(end.state), "{}", end.state);
    }
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
                kit::decide::<CommercialArbitration>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<CommercialArbitration>(&mut clocks, fact));
            let next = kit::fold::<CommercialArbitration>(state.clone(), &facts).unwrap();
            prop_assert_eq!(next.outcome().is_none(), !clocks.is_empty());
            if let Stage::Awarded { trial, award } = &next.stage {
                prop_assert!(trial.objection.is_none() && trial.statement.is_none());
                prop_assert!(award.remitted.is_none() || !award.attacks.is_empty());
            }
            state = Some(next);
        }
    }
}
