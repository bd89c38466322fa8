use jiefen_procedure::kit;
use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{Actor, Explain};
use jiefen_terms::Law;
use jiefen_vocab::{Moment, Outcome};
use jiff::civil::date;
use proptest::prelude::*;

use super::samples::*;
use super::*;
use crate::event;

fn decide(state: Option<&State>, command: &Command, day: Date) -> Result<Vec<Fact>, Refusal> {
    let actor = Actor {
        agency: agency("640122.political_legal_committee"),
        person: "system".into(),
        role: Role::System,
    };
    let now = Moment::from_local(day.at(9, 0, 0, 0));
    Suggestion::decide(state, command, &Circumstances { now, actor: &actor, law: Law::shipped() })
}

fn after(state: Option<State>, command: &Command) -> State {
    let facts = decide(state.as_ref(), command, FAILED).unwrap();
    facts.iter().fold(state, Suggestion::evolve).unwrap()
}

#[track_caller]
fn refuse(state: Option<&State>, command: &Command, name: &str) {
    let refusal = decide(state, command, FAILED).unwrap_err();
    assert_eq!(refusal.name(), name);
    let refused = refusal.refused();
    assert!(![refused.zh, refused.en, refused.basis, refused.instead].contains(&String::new()));
}

fn opened() -> State {
    after(None, &open())
}

fn reminded() -> State {
    after(Some(opened()), &Command::Remind)
}

fn raised() -> State {
    after(Some(reminded()), &Command::Raise)
}

#[test]
fn a_failed_land_mediation_offers_arbitration_and_suit() {
    let state = opened();
    let routes: Vec<(TrackKind, &str)> =
        state.routes.iter().map(|route| (route.track, route.body.as_str())).collect();
    assert_eq!(
        routes,
        [
            (TrackKind::LandArbitration, "land_arbitration_commission"),
            (TrackKind::Litigation, "court")
        ]
    );
    assert_eq!(state.routes[0].apply_by.as_deref(), Some("T-I-01"));
    assert_eq!(state.holder, agency("640122102.town_mediation"));
}

/// S01.7: about compensation for expropriation there is no rural-land arbitration.
#[test]
fn a_failed_expropriation_mediation_offers_reconsideration_and_suit() {
    let present = land().with(Circumstance::ExpropriationCompensation);
    let ended = trigger(Some(Outcome::Failed), Some(TrackKind::PeopleMediationTown));
    let state = after(None, &open_with(ended, present));
    let routes: Vec<TrackKind> = state.routes.iter().map(|route| route.track).collect();
    assert_eq!(routes, [TrackKind::AdministrativeReconsideration, TrackKind::Litigation]);
}

#[test]
fn only_a_fitting_event_opens_a_proposal() {
    let town = Some(TrackKind::PeopleMediationTown);
    refuse(None, &open_with(trigger(Some(Outcome::Agreed), town), land()), "RULE_NOT_SET_OFF");
    refuse(None, &open_with(trigger(Some(Outcome::Failed), None), land()), "TRACK_UNKNOWN");
    let Command::Open { trigger, centre, present, .. } = open() else { unreachable!() };
    let unknown = Command::Open { trigger: trigger.clone(), rule: "x".into(), centre, present };
    refuse(None, &unknown, "NO_SUCH_RULE");
    let mut early = *trigger;
    early.on = date(2026, 4, 16);
    refuse(None, &open_with(early, land()), "DATE_IN_FUTURE");
    refuse(None, &tell(), "NO_SUGGESTION");
    refuse(Some(&opened()), &open(), "ALREADY_OPEN");
}

#[test]
fn where_every_road_is_closed_the_centre_must_think() {
    refuse(None, &closed(), "NO_ROUTE");
}

/// Five working days from Wednesday 15 April: Wednesday 22 April.
#[test]
fn silence_is_reminded_and_then_told_to_the_centre() {
    let facts = decide(None, &open(), FAILED).unwrap();
    let [ClockEffect::Start { key, rule, from }] = &Suggestion::clocks(&facts[0])[..] else {
        panic!("the proposal starts one clock")
    };
    let actor = Actor { agency: agency("640122.centre"), person: "p".into(), role: Role::System };
    let now = Moment::from_local(FAILED.at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    assert_eq!(ctx.last_day(rule, *from).unwrap(), date(2026, 4, 22));
    assert_eq!(Suggestion::expired(&opened(), key), Some(Command::Remind));
    assert_eq!(Suggestion::expired(&reminded(), key), Some(Command::Raise));
    assert_eq!(Suggestion::expired(&raised(), key), None);
    refuse(Some(&opened()), &Command::Raise, "REMIND_FIRST");
    refuse(Some(&reminded()), &Command::Remind, "ALREADY_REMINDED");
    refuse(Some(&raised()), &Command::Raise, "ALREADY_RAISED");
}

#[test]
fn a_choice_ends_the_proposal_even_late_and_even_another_road() {
    for state in [opened(), reminded(), raised()] {
        let chosen = after(Some(state), &choose(TrackKind::LandArbitration));
        assert!(!Suggestion::outline(&chosen).open);
        refuse(Some(&chosen), &choose(TrackKind::Litigation), "SUGGESTION_OVER");
    }
    let facts = decide(Some(&opened()), &choose(TrackKind::Negotiation), FAILED).unwrap();
    assert!(matches!(facts[0], Fact::RouteChosen { proposed: false, .. }));
    let later = Command::RecordChoice {
        seen: fact(9),
        track: TrackKind::Litigation,
        on: date(2026, 4, 16),
    };
    refuse(Some(&opened()), &later, "DATE_IN_FUTURE");
}

#[test]
fn the_holder_is_told_once_and_not_before_the_proposal() {
    let told = after(Some(opened()), &tell());
    assert_eq!(told.told_on, Some(FAILED));
    refuse(Some(&told), &tell(), "ALREADY_TOLD");
    refuse(Some(&opened()), &Command::Tell { on: date(2026, 4, 14) }, "DATE_OUT_OF_ORDER");
    assert!(!Suggestion::outline(&after(Some(told), &drop())).open);
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let seen = kit::walk::<Suggestion>(&moves(), &lines(), 8);
    assert_eq!(seen.refusals.len(), 13, "{:?}", seen.refusals);
}

/// I10: what the coordination may do is to propose, remind and tell.
#[test]
fn the_coordination_gives_no_outcome_command() {
    assert_eq!(
        crate::Law::COMMANDS,
        [
            "suggestion.open",
            "suggestion.tell",
            "suggestion.record_choice",
            "suggestion.remind",
            "suggestion.raise",
            "suggestion.drop"
        ],
        "a new command: show that it decides nothing for another agency, then add it here"
    );
    for (name, command) in crate::Law::COMMANDS.iter().zip(commands()) {
        assert_eq!(crate::Law::name(&command.into()), *name);
        assert!(!crate::Law::roles(name).is_empty() && !crate::Law::needs_holding(name));
    }
    assert_eq!(crate::charts().len(), 1);
    assert_eq!(event::chosen_track(event::CASE_FILED), Some(TrackKind::Litigation));
    assert_eq!(event::chosen_track(event::ROUTE_CHOSEN), None);
}

proptest! {
    #[test]
    fn each_open_proposal_has_exactly_its_one_clock(picks in prop::collection::vec(0_usize..6, 0..30)) {
        let mut state: Option<State> = None;
        let mut running = false;
        for pick in picks {
            let command = &commands()[pick];
            let Ok(facts) = decide(state.as_ref(), command, FAILED) else { continue };
            // A command that the clock gives ends that clock.
            if state.as_ref().and_then(|state| Suggestion::expired(state, CHOICE)).as_ref() == Some(command) {
                running = false;
            }
            for fact in &facts {
                for effect in Suggestion::clocks(fact) {
                    match &effect {
                        ClockEffect::Start { .. } => { prop_assert!(!running); running = true; }
                        ClockEffect::Met { .. } | ClockEffect::Cancel { .. } => running = false,
                        ClockEffect::StartAt { .. } | ClockEffect::Extend { .. } | ClockEffect::Stop { .. } | ClockEffect::Resume { .. } => prop_assert!(false, "{effect:?}"),
                    }
                }
                let json = serde_json::to_string(&crate::Fact::from(fact.clone())).unwrap();
                prop_assert_eq!(serde_json::from_str::<crate::Fact>(&json).unwrap(), fact.clone().into());
                state = Suggestion::evolve(state, fact);
            }
            let now = state.clone().unwrap();
            prop_assert_eq!(running, Suggestion::outline(&now).open);
            let json = serde_json::to_string(&crate::Case::from(now.clone())).unwrap();
            prop_assert_eq!(serde_json::from_str::<crate::Case>(&json).unwrap(), now.into());
        }
    }
}
