use jiefen_procedure::kit;
use jiefen_procedure::{Actor, Explain};
use jiefen_terms::Law;
use jiefen_vocab::Moment;
use jiff::civil::date;
use proptest::prelude::*;

use super::samples::*;
use super::*;

fn agency(text: &str) -> Agency {
    text.parse().unwrap()
}

fn decide(
    state: Option<&State>,
    command: &Command,
    role: Role,
    day: Date,
) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<Order>(state, command, day, role)
}

fn after(state: Option<State>, command: &Command, who: Role) -> State {
    let facts = decide(state.as_ref(), command, who, D0).unwrap();
    facts.iter().fold(state, Order::evolve).unwrap()
}

fn walk(steps: &[(Command, Role)]) -> State {
    let start = after(None, &draft(), CLOCK);
    steps.iter().fold(start, |state, (command, who)| after(Some(state), command, *who))
}

fn signed() -> State {
    walk(&[(Command::Sign, OFFICE)])
}

fn overdue() -> State {
    after(Some(signed()), &Command::MarkOverdue, CLOCK)
}

fn circulated() -> State {
    after(Some(overdue()), &circulate(), OFFICE)
}

#[track_caller]
fn refuse(state: Option<&State>, command: &Command, who: Role, name: &str) {
    let refusal = decide(state, command, who, D0).unwrap_err();
    assert_eq!(refusal.name(), name);
    let refused = refusal.refused();
    assert!(![refused.zh, refused.en, refused.basis, refused.instead].contains(&String::new()));
}

#[test]
fn a_machine_drafts_and_a_person_signs() {
    let draft_state = walk(&[]);
    refuse(Some(&draft_state), &Command::Sign, CLOCK, "PERSON_MUST_SIGN");
    refuse(Some(&draft_state), &Command::Sign, UNIT, "OWN_UNIT");
    refuse(Some(&draft_state), &answer(), UNIT, "NOT_SIGNED");
    assert_eq!(signed().disputes.len(), 9);
    refuse(Some(&signed()), &Command::Sign, OFFICE, "ALREADY_SIGNED");
    refuse(Some(&signed()), &draft(), OFFICE, "ALREADY_DRAFTED");
    refuse(None, &Command::Sign, OFFICE, "NO_ORDER");
    refuse(None, &draft(), UNIT, "OWN_UNIT");
    let Command::Draft { unit, ground, demand, .. } = draft() else { unreachable!() };
    let bare = Command::Draft { unit, ground, demand, disputes: BTreeSet::new() };
    refuse(None, &bare, OFFICE, "NO_CASES");
}

/// S21.2: no reply in five working days, over the National Day holiday.
#[test]
fn the_reply_is_due_in_five_working_days() {
    let facts = decide(Some(&walk(&[])), &Command::Sign, OFFICE, D0).unwrap();
    let ClockEffect::Start { rule, from, .. } = Order::clocks(&facts[0]).pop().unwrap() else {
        panic!("the signature starts the reply clock")
    };
    let actor = Actor { agency: agency("640122.centre"), person: "p".into(), role: Role::System };
    let now = Moment::from_local(D0.at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    assert_eq!(ctx.last_day(&rule, from).unwrap(), date(2026, 10, 13));
    assert!(ctx.last_day(RECTIFY_RULE, from).is_ok());
}

#[test]
fn silence_leads_to_a_circular_and_then_to_a_talk() {
    refuse(Some(&signed()), &circulate(), OFFICE, "NOT_OVERDUE");
    assert_eq!(Order::expired(&signed(), "reply"), Some(Command::MarkOverdue));
    let circulated = circulated();
    refuse(Some(&circulated), &circulate(), OFFICE, "ALREADY_CIRCULATED");
    let talk = after(Some(circulated), &Order::expired(&signed(), "rectify").unwrap(), CLOCK);
    assert_eq!(talk.stage, Stage::TalkDue);
    refuse(Some(&talk), &answer(), UNIT, "ORDER_OVER");
}

#[test]
fn only_verified_performance_ends_an_order() {
    refuse(Some(&signed()), &answer(), Role::CourtPresident, "NOT_YOUR_ORDER");
    refuse(Some(&signed()), &verify(true), OFFICE, "NOT_ANSWERED");
    refuse(Some(&signed()), &Command::Answer { measures: String::new() }, UNIT, "TEXT_MISSING");
    let answered = after(Some(signed()), &answer(), UNIT);
    refuse(Some(&answered), &answer(), UNIT, "ALREADY_ANSWERED");
    refuse(Some(&answered), &Command::MarkOverdue, CLOCK, "NO_SUCH_CLOCK");
    assert_eq!(after(Some(answered.clone()), &verify(false), OFFICE).stage, Stage::Signed);
    assert_eq!(after(Some(answered), &verify(true), OFFICE).stage, Stage::Verified);
    let late = after(Some(circulated()), &answer(), UNIT);
    assert_eq!(after(Some(late), &verify(false), OFFICE).stage, Stage::Circulated);
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let seen = kit::walk::<Order>(&moves(), &lines(), 8);
    assert_eq!(seen.refusals.len(), 15, "{:?}", seen.refusals);
}

#[test]
fn a_command_of_the_other_procedure_is_refused() {
    let actor = Actor { agency: agency("640122.centre"), person: "p".into(), role: Role::Assessor };
    let now = Moment::from_local(D0.at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    let case = crate::Case::from(signed());
    let command = crate::Command::from(crate::sheet::Command::Sign);
    let refusal = crate::Law::decide(Some(&case), &command, &ctx).unwrap_err();
    assert_eq!(refusal.name(), "WRONG_PROCEDURE");
    assert_eq!(crate::Law::name(&command), "sheet.sign");
    assert_eq!(crate::Law::name(&Command::Sign.into()), "order.sign");
}

proptest! {
    #[test]
    fn each_open_order_has_exactly_one_clock(picks in prop::collection::vec((0_usize..10, 0_usize..3), 0..40)) {
        let mut state: Option<State> = None;
        let mut running: BTreeSet<String> = BTreeSet::new();
        for (pick, who) in picks {
            let command = &commands()[pick];
            let who = [OFFICE, UNIT, CLOCK][who];
            let Ok(facts) = decide(state.as_ref(), command, who, D0) else { continue };
            // A command that the clock gives ends that clock.
            let given = |key: &String| state.as_ref().and_then(|s| Order::expired(s, key)).as_ref() == Some(command);
            running.retain(|key| !given(key));
            for fact in &facts {
                for effect in Order::clocks(fact) {
                    match &effect {
                        ClockEffect::Start { key, .. } => prop_assert!(running.insert(key.clone())),
                        ClockEffect::Met { key } | ClockEffect::Cancel { key } => prop_assert!(running.remove(key)),
                        ClockEffect::StartAt { .. } | ClockEffect::Extend { .. } | ClockEffect::Stop { .. } | ClockEffect::Resume { .. } => prop_assert!(false, "{effect:?}"),
                    }
                }
                let json = serde_json::to_string(&crate::Fact::from(fact.clone())).unwrap();
                prop_assert_eq!(serde_json::from_str::<crate::Fact>(&json).unwrap(), fact.clone().into());
                state = Order::evolve(state, fact);
            }
            let open = state.as_ref().is_some_and(|state| Order::outline(state).open);
            prop_assert_eq!(running.len(), usize::from(open));
        }
    }
}
