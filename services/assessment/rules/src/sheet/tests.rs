use jiefen_procedure::Explain;
use jiefen_procedure::kit;
use jiefen_terms::Law;
use jiff::civil::date;
use proptest::prelude::*;

use super::samples::*;
use super::*;

fn decide(
    state: Option<&State>,
    command: &Command,
    role: Role,
    day: Date,
) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<Sheet>(state, command, day, role)
}

fn after(state: Option<State>, command: &Command, who: Role) -> State {
    let facts = decide(state.as_ref(), command, who, FREEZE).unwrap();
    facts.iter().fold(state, Sheet::evolve).unwrap()
}

#[track_caller]
fn refuse(state: Option<&State>, command: &Command, who: Role, name: &str) {
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
    refuse(Some(&sheet), &appeal("concluded", None), Role::CourtPresident, "NOT_YOUR_SHEET");
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

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let seen = kit::walk::<Sheet>(&moves(), &lines(), 8);
    assert_eq!(seen.refusals.len(), 20, "{:?}", seen.refusals);
}

#[test]
fn only_what_is_due_can_be_late() {
    let late = |clock: &str| Command::FlagLate { clock: clock.to_owned() };
    let appealed = after(Some(frozen()), &appeal("concluded", None), UNIT);
    refuse(Some(&appealed), &late("signature"), OFFICE, "NO_SUCH_CLOCK");
    refuse(Some(&appealed), &late("decision:2"), OFFICE, "NO_SUCH_CLOCK");
    refuse(Some(&closed()), &late("decision:1"), OFFICE, "NO_SUCH_CLOCK");
    assert!(decide(Some(&appealed), &late("decision:1"), OFFICE, FREEZE).is_ok());
    let decided = after(Some(appealed), &rule(1, None), OFFICE);
    refuse(Some(&decided), &late("decision:1"), OFFICE, "NO_SUCH_CLOCK");
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
