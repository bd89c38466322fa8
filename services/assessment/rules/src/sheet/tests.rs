use jiefen_procedure::{Actor, Explain, Step, prove};
use jiefen_terms::Law;
use jiefen_vocab::{Id, Moment};
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::figure::{Behind, Scope};

const Q3: Period = Period { from: date(2026, 7, 1), to: date(2026, 9, 30) };
const CUT: CutOff = CutOff { day: date(2026, 10, 10), high_water: 900 };
const FREEZE: Date = date(2026, 10, 12);

fn agency(text: &str) -> Agency {
    text.parse().unwrap()
}

fn dispute(n: u128) -> DisputeId {
    DisputeId(Id::from_bits(n))
}

fn figure(variant: &str, numerator: u64, denominator: u64) -> Figure {
    Figure {
        indicator: Indicator::Mediation,
        variant: variant.to_owned(),
        version: 1,
        numerator,
        denominator,
        period: Q3,
        scope: Scope::default(),
        cut_off: CUT,
        behind: Behind { numerator: [dispute(1)].into(), denominator: [dispute(2)].into() },
        guards: Vec::new(),
    }
}

fn freeze() -> Command {
    Command::Freeze {
        unit: Some(agency("640122.housing")),
        period: Q3,
        cut_off: CUT,
        inputs: Inputs::default(),
        figures: vec![figure("concluded", 40, 50), figure("registered", 40, 90)],
    }
}

fn appeal(variant: &str, dispute: Option<DisputeId>) -> Command {
    let reason = "不是本单位承办".to_owned();
    Command::Appeal { indicator: Indicator::Mediation, variant: variant.into(), dispute, reason }
}

fn rule(appeal: u32, after: Option<(u64, u64)>) -> Command {
    Command::DecideAppeal { appeal, after, reason: "经查属实".into() }
}

fn correct(after: (u64, u64)) -> Command {
    Command::Correct {
        indicator: Indicator::Mediation,
        variant: "concluded".into(),
        after,
        reason: "重复计入一件".into(),
    }
}

fn recompute(numerator: u64) -> Command {
    Command::Recompute {
        figures: vec![figure("concluded", numerator, 50), figure("registered", 40, 90)],
    }
}

fn late() -> Command {
    Command::FlagLate { clock: SIGNATURE.to_owned() }
}

fn decide(
    state: Option<&State>,
    command: &Command,
    who: &str,
    day: Date,
) -> Result<Vec<Fact>, Refusal> {
    let (unit, person) = who.split_once('/').unwrap();
    let actor = Actor { agency: agency(unit), person: person.to_owned(), role: Role::Assessor };
    let now = Moment::from_local(day.at(9, 0, 0, 0));
    Sheet::decide(state, command, &Circumstances { now, actor: &actor, law: Law::shipped() })
}

const OFFICE: &str = "640122.political_legal_committee/p1";
const HEAD: &str = "640122.party_committee/p9";
const UNIT: &str = "640122.housing/h1";

fn after(state: Option<State>, command: &Command, who: &str) -> State {
    let facts = decide(state.as_ref(), command, who, FREEZE).unwrap();
    facts.iter().fold(state, Sheet::evolve).unwrap()
}

#[track_caller]
fn refuse(state: Option<&State>, command: &Command, who: &str, name: &str) {
    let refusal = decide(state, command, who, FREEZE).unwrap_err();
    assert_eq!(refusal.name(), name);
    let refused = refusal.refused();
    assert!(![refused.zh, refused.en, refused.basis, refused.instead].contains(&String::new()));
}

fn frozen() -> State {
    after(None, &freeze(), OFFICE)
}

fn closed() -> State {
    after(Some(frozen()), &Command::CloseAppeals, OFFICE)
}

fn signed() -> State {
    after(Some(closed()), &Command::Sign, HEAD)
}

fn changed(change: impl Fn(&mut Period, &mut CutOff, &mut Vec<Figure>)) -> Command {
    let Command::Freeze { unit, mut period, mut cut_off, inputs, mut figures } = freeze() else {
        unreachable!()
    };
    change(&mut period, &mut cut_off, &mut figures);
    Command::Freeze { unit, period, cut_off, inputs, figures }
}

#[test]
fn only_a_period_that_has_ended_is_frozen_and_only_with_whole_figures() {
    let last_day = decide(None, &freeze(), OFFICE, date(2026, 9, 30)).unwrap_err();
    assert_eq!(last_day, Refusal::PeriodNotOver);
    refuse(None, &changed(|_, cut, _| cut.day = date(2026, 10, 13)), OFFICE, "CUT_OFF_WRONG");
    refuse(None, &changed(|_, cut, _| cut.day = date(2026, 9, 29)), OFFICE, "CUT_OFF_WRONG");
    refuse(None, &changed(|_, _, figures| figures.clear()), OFFICE, "FIGURES_INCOMPLETE");
    let twice = changed(|_, _, figures| figures.push(figures[0].clone()));
    refuse(None, &twice, OFFICE, "FIGURES_INCOMPLETE");
    let other = changed(|_, _, figures| figures[0].cut_off.high_water = 1);
    refuse(None, &other, OFFICE, "FIGURES_OF_OTHER_PERIOD");
    refuse(None, &Command::Sign, OFFICE, "NO_SHEET");
    refuse(Some(&frozen()), &freeze(), OFFICE, "ALREADY_FROZEN");
}

#[test]
fn an_upheld_appeal_is_a_visible_correction_and_overwrites_nothing() {
    let sheet = after(Some(frozen()), &appeal("concluded", Some(dispute(2))), UNIT);
    let sheet = after(Some(sheet), &rule(1, Some((40, 49))), OFFICE);
    assert_eq!(sheet.figures, frozen().figures);
    assert_eq!(sheet.current(Indicator::Mediation, "concluded"), Some((40, 49)));
    let entry = &sheet.corrections[0];
    assert_eq!((entry.before, entry.after, entry.appeal), ((40, 50), (40, 49), Some(1)));
    refuse(Some(&sheet), &rule(1, None), OFFICE, "APPEAL_DECIDED");
    refuse(Some(&sheet), &rule(2, None), OFFICE, "NO_SUCH_APPEAL");
    refuse(Some(&sheet), &rule(0, None), OFFICE, "NO_SUCH_APPEAL");
}

#[test]
fn only_the_assessed_unit_appeals_about_its_own_cases_and_in_time() {
    let sheet = frozen();
    refuse(Some(&sheet), &appeal("concluded", None), "640122.court/c1", "NOT_YOUR_SHEET");
    refuse(Some(&sheet), &appeal("concluded", Some(dispute(7))), UNIT, "DISPUTE_NOT_BEHIND");
    refuse(Some(&sheet), &appeal("guessed", None), UNIT, "NO_SUCH_FIGURE");
    refuse(Some(&closed()), &appeal("concluded", None), UNIT, "APPEALS_OVER");
    let pending = after(Some(sheet), &appeal("concluded", None), UNIT);
    refuse(Some(&pending), &rule(1, None), UNIT, "OWN_APPEAL");
    let no_reason = Command::DecideAppeal { appeal: 1, after: None, reason: " ".into() };
    refuse(Some(&pending), &no_reason, OFFICE, "REASON_MISSING");
}

#[test]
fn another_person_signs_after_the_appeals() {
    refuse(Some(&frozen()), &Command::Sign, HEAD, "APPEALS_OPEN");
    refuse(Some(&closed()), &Command::Sign, OFFICE, "SELF_SIGNED");
    let pending = after(Some(frozen()), &appeal("concluded", None), UNIT);
    let pending = after(Some(pending), &Command::CloseAppeals, OFFICE);
    refuse(Some(&pending), &Command::Sign, HEAD, "APPEALS_PENDING");
    let decided = after(Some(pending), &rule(1, None), OFFICE);
    assert!(!Sheet::outline(&after(Some(decided), &Command::Sign, HEAD)).open);
    refuse(Some(&signed()), &Command::Sign, HEAD, "ALREADY_SIGNED");
}

#[test]
fn a_recomputation_tells_every_difference_and_changes_no_figure() {
    let same = after(Some(signed()), &recompute(40), OFFICE);
    assert_eq!(same.check.unwrap().differences, []);
    let other = after(Some(signed()), &recompute(41), OFFICE);
    let found = other.check.clone().unwrap().differences;
    assert_eq!((found[0].frozen, found[0].now), (Some((40, 50)), Some((41, 50))));
    assert_eq!(other.current(Indicator::Mediation, "concluded"), Some((40, 50)));
    let none = after(Some(signed()), &Command::Recompute { figures: Vec::new() }, OFFICE);
    assert_eq!(none.check.unwrap().differences.len(), 2);
}

#[test]
fn a_signed_sheet_is_still_corrected_visibly() {
    let sheet = after(Some(signed()), &correct((39, 50)), OFFICE);
    assert_eq!(sheet.current(Indicator::Mediation, "concluded"), Some((39, 50)));
    refuse(Some(&sheet), &correct((39, 50)), OFFICE, "NOTHING_TO_CORRECT");
    refuse(Some(&sheet), &appeal("concluded", None), UNIT, "APPEALS_OVER");
}

fn samples() -> Vec<Option<State>> {
    let appealed = after(Some(frozen()), &appeal("concluded", None), UNIT);
    let waiting = after(Some(appealed.clone()), &Command::CloseAppeals, OFFICE);
    vec![None, Some(frozen()), Some(appealed), Some(closed()), Some(waiting), Some(signed())]
}

fn commands() -> Vec<Command> {
    vec![
        freeze(),
        recompute(41),
        correct((1, 2)),
        appeal("concluded", None),
        rule(1, Some((2, 3))),
        Command::CloseAppeals,
        Command::Sign,
        late(),
    ]
}

#[test]
fn the_chart_is_sound_and_agrees_with_the_law() {
    assert_eq!(prove(Sheet::chart()), []);
    let mut walked = std::collections::BTreeSet::new();
    for state in samples() {
        let from = state.as_ref().map_or("", |state| Sheet::outline(state).state);
        for (command, who) in commands().iter().flat_map(|c| [(c, OFFICE), (c, UNIT), (c, HEAD)]) {
            let Ok(facts) = decide(state.as_ref(), command, who, FREEZE) else { continue };
            let next = facts.iter().fold(state.clone(), Sheet::evolve).unwrap();
            let (by, to) = (Sheet::name(command), Sheet::outline(&next).state);
            let same = |step: &Step| step.from == from && step.by == by && step.to == to;
            assert!(Sheet::chart().steps.iter().any(same), "{from} {by} {to}");
            walked.insert((from, by, to));
        }
    }
    for step in Sheet::chart().steps.iter().filter(|step| !step.by.starts_with("clock:")) {
        assert!(walked.contains(&(step.from, step.by, step.to)), "{step:?} is never walked");
    }
}

#[test]
fn each_clock_leads_somewhere_and_follows_a_rule_of_the_law() {
    assert_eq!(Sheet::expired(&frozen(), "appeals"), Some(Command::CloseAppeals));
    assert_eq!(Sheet::expired(&closed(), "signature"), Some(late()));
    assert_eq!(
        Sheet::expired(&closed(), "decision:1"),
        Some(Command::FlagLate { clock: "decision:1".into() })
    );
    assert!(Law::shipped().rule(RULE).is_ok());
    let facts = decide(None, &freeze(), OFFICE, FREEZE).unwrap();
    assert_eq!(Sheet::clocks(&facts[0]).len(), 1);
}

#[test]
fn every_command_has_roles_and_none_gives_an_outcome() {
    let named: Vec<&str> = commands().iter().map(Sheet::name).collect();
    assert_eq!(named, Sheet::COMMANDS);
    for name in crate::Law::COMMANDS {
        assert!(!crate::Law::roles(name).is_empty(), "{name}");
        assert!(!crate::Law::needs_holding(name), "{name}");
    }
}

proptest! {
    #[test]
    fn frozen_figures_never_change(picks in prop::collection::vec((0_usize..8, 0_usize..3), 0..30)) {
        let mut state: Option<State> = None;
        for (pick, who) in picks {
            let who = [OFFICE, UNIT, HEAD][who];
            let Ok(facts) = decide(state.as_ref(), &commands()[pick], who, FREEZE) else { continue };
            for fact in &facts {
                let json = serde_json::to_string(&crate::Fact::from(fact.clone())).unwrap();
                prop_assert_eq!(serde_json::from_str::<crate::Fact>(&json).unwrap(), fact.clone().into());
                state = Sheet::evolve(state, fact);
            }
            let sheet = state.clone().unwrap();
            prop_assert_eq!(&sheet.figures, &frozen().figures);
            let json = serde_json::to_string(&crate::Case::from(sheet.clone())).unwrap();
            prop_assert_eq!(serde_json::from_str::<crate::Case>(&json).unwrap(), sheet.into());
        }
    }
}
