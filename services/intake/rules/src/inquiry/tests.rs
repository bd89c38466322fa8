use jiefen_procedure::Actor;
use jiefen_procedure::kit::walk;
use jiefen_terms::Law;
use jiefen_vocab::Moment;
use jiff::civil::date;

use super::samples::*;
use super::*;

fn decide(state: Option<&State>, command: &Command) -> Result<Vec<Fact>, &'static str> {
    use jiefen_procedure::Explain;
    let actor = Actor {
        agency: "640122.market".parse().unwrap(),
        person: "clerk-1".to_owned(),
        role: Role::WindowClerk,
    };
    let now = Moment::from_local(today().at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    Inquiry::decide(state, command, &ctx).map_err(|refusal| refusal.name())
}

fn after(commands: &[Command]) -> State {
    let mut state = None;
    for command in commands {
        for fact in decide(state.as_ref(), command).unwrap() {
            let text = serde_json::to_string(&fact).unwrap();
            assert_eq!(serde_json::from_str::<Fact>(&text).unwrap(), fact);
            state = Inquiry::evolve(state, &fact);
        }
    }
    let state = state.unwrap();
    let text = serde_json::to_string(&state).unwrap();
    assert_eq!(serde_json::from_str::<State>(&text).unwrap(), state);
    state
}

#[test]
fn the_chart_agrees_with_the_law_and_every_command_has_roles() {
    walk::<Inquiry>(&moves(), &lines(), 6);
    for name in Inquiry::COMMANDS {
        assert!(!Inquiry::roles(name).is_empty() && !Inquiry::needs_holding(name), "{name}");
    }
    assert!(Inquiry::roles("sing").is_empty());
}

#[test]
fn an_inquiry_is_answered_and_signed_or_becomes_a_dispute() {
    let asked = after(&[asking(today(), "几点上班")]);
    assert_eq!(Inquiry::outline(&asked).state, "asked");
    assert_eq!(Inquiry::expired(&asked, "answer"), Some(Command::Chase));
    assert_eq!(Inquiry::expired(&asked, "other"), None);
    let chased = after(&[asking(today(), "几点上班"), Command::Chase]);
    assert_eq!(chased, asked);
    let answered = after(&[asking(today(), "几点上班"), advice(|_| {})]);
    assert_eq!(Inquiry::outline(&answered).state, "answered");
    assert_eq!(Inquiry::expired(&answered, "answer"), None);
    let dispute = after(&[asking(today(), "邻居漏水"), carried()]);
    assert!(!Inquiry::outline(&dispute).open);
}

#[test]
fn nobody_is_sent_to_another_department() {
    let asked = after(&[asking(today(), "邻居漏水")]);
    let check = |command, expect| assert_eq!(decide(Some(&asked), &command), Err(expect));
    check(advice(|advice| advice.sends_elsewhere = true), "PUSHED_AWAY");
    check(advice(|advice| advice.signed_by.clear()), "UNSIGNED");
    check(advice(|advice| advice.answer = Private::new(String::new())), "REASON_MISSING");
    check(advice(|advice| advice.on = date(2026, 6, 3)), "DATE_IN_FUTURE");
    check(advice(|advice| advice.on = date(2026, 6, 1)), "DATE_BEFORE_DISPUTE");
}

#[test]
fn each_command_has_its_place() {
    assert_eq!(decide(None, &asking(date(2026, 6, 3), "问")), Err("DATE_IN_FUTURE"));
    assert_eq!(decide(None, &asking(today(), " ")), Err("REASON_MISSING"));
    for command in [advice(|_| {}), carried(), Command::Chase] {
        assert_eq!(decide(None, &command), Err("NOT_BEGUN"));
    }
    let asked = after(&[asking(today(), "问")]);
    assert_eq!(decide(Some(&asked), &asking(today(), "问")), Err("WRONG_STAGE"));
    for ended in [
        after(&[asking(today(), "问"), carried()]),
        after(&[asking(today(), "问"), advice(|_| {})]),
    ] {
        for command in [asking(today(), "问"), advice(|_| {}), carried(), Command::Chase] {
            assert_eq!(decide(Some(&ended), &command), Err("WRONG_STAGE"));
        }
    }
}

#[test]
fn a_fact_that_cannot_follow_changes_nothing() {
    let carried = Fact::CarriedOn { dispute: DisputeId::from_bits(7) };
    assert_eq!(Inquiry::evolve(None, &carried), None);
    assert_eq!(Inquiry::evolve(None, &Fact::Chased { on: today() }), None);
}
