use jiefen_procedure::kit;
use jiefen_procedure::{Actor, Circumstances, Explain, Procedure};
use jiefen_terms::Law;
use jiefen_vocab::Role;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::samples::*;
use super::*;
use jiefen_county::{Register, RegisterFault};

fn decide(state: Option<&State>, command: &Command, day: Date) -> Result<Vec<Fact>, Refusal> {
    let actor = Actor {
        agency: agency("640122.political_legal_committee"),
        person: "p1".into(),
        role: Role::Registrar,
    };
    let ctx = Circumstances { now: at(day), actor: &actor, law: Law::shipped() };
    Unit::decide(state, command, &ctx)
}

fn after(state: Option<State>, command: &Command, day: Date) -> State {
    let facts = decide(state.as_ref(), command, day).unwrap();
    facts.iter().fold(state, Unit::evolve).unwrap()
}

#[track_caller]
fn refuse(state: Option<&State>, command: Command, name: &str) {
    let refusal = decide(state, &command, TODAY).unwrap_err();
    assert_eq!(refusal.name(), name, "{command:?}");
    let refused = refusal.refused();
    assert!(!refused.zh.is_empty() && !refused.en.is_empty() && !refused.basis.is_empty());
    assert!(!refused.instead.is_empty());
}

fn listed() -> State {
    after(None, &add(), ADDED)
}

fn admitted() -> State {
    after(Some(listed()), &admit('a'), TODAY)
}

fn suspended() -> State {
    after(Some(admitted()), &suspend(), TODAY)
}

#[test]
fn an_entry_needs_a_name_a_source_and_a_clause_for_each_duty() {
    refuse(None, admit('a'), "NO_SUCH_UNIT");
    refuse(Some(&listed()), add(), "UNIT_EXISTS");
    let unit = listed();
    refuse(Some(&unit), amend(|p| p.name = " ".into()), "NAME_MISSING");
    refuse(Some(&unit), amend(|p| p.source = String::new()), "BASIS_MISSING");
    refuse(Some(&unit), amend(|p| p.duties[0].clause = String::new()), "DUTY_WITHOUT_CLAUSE");
    refuse(Some(&unit), amend(|p| p.valid_to = Some(date(2020, 1, 1))), "VALIDITY_INVERTED");
    let renamed = after(Some(unit), &amend(|p| p.name = "新名".into()), TODAY);
    assert_eq!((renamed.version, renamed.profile.name.as_str()), (2, "新名"));
}

#[test]
fn days_keep_their_order() {
    refuse(Some(&listed()), Command::ConfirmUnit { on: date(2026, 3, 10) }, "DATE_IN_FUTURE");
    refuse(Some(&listed()), Command::ConfirmUnit { on: date(2026, 3, 1) }, "DATE_OUT_OF_ORDER");
}

#[test]
fn nobody_stands_above_himself() {
    let unit = listed();
    let moved = after(
        Some(unit.clone()),
        &shift(Some("640100.court"), &["640100.court", "640000.court"]),
        TODAY,
    );
    assert_eq!(moved.authority, Some(agency("640100.court")));
    refuse(Some(&unit), shift(Some("640122.court"), &["640122.court"]), "CYCLE");
    refuse(Some(&unit), shift(Some("640122.a"), &["640122.a", "640122.court"]), "CYCLE");
    refuse(Some(&unit), shift(Some("640122.a"), &[]), "CHAIN_BROKEN");
    let Command::AddUnit { profile, .. } = add() else { unreachable!() };
    let own = Command::AddUnit {
        agency: me(),
        profile,
        territorial: Some(me()),
        authority: None,
        above: vec![],
        on: ADDED,
    };
    refuse(None, own, "CYCLE");
}

#[test]
fn a_key_signs_from_its_moment_until_the_next_and_never_twice() {
    let tomorrow = at(date(2026, 3, 10));
    let unit = after(Some(admitted()), &rotate('b', tomorrow), TODAY);
    let node = unit.node().unwrap();
    assert_eq!(node.key_at(at(TODAY)), Some(&key('a')));
    assert_eq!(node.key_at(tomorrow), Some(&key('b')));
    assert_eq!(node.key_at(at(ADDED)), None);
    refuse(Some(&unit), rotate('a', at(date(2026, 3, 11))), "SAME_KEY");
    refuse(Some(&unit), rotate('c', at(ADDED)), "KEY_IN_PAST");
    refuse(Some(&unit), rotate('c', tomorrow), "KEY_OUT_OF_ORDER");
    refuse(Some(&unit), admit('c'), "ALREADY_ADMITTED");
    refuse(Some(&listed()), rotate('c', tomorrow), "NOT_ADMITTED");
    refuse(Some(&suspended()), suspend(), "NOT_ADMITTED");
    let no_door = Command::AdmitNode { key: key('c'), endpoints: Vec::new(), on: TODAY };
    refuse(Some(&listed()), no_door, "ENDPOINT_MISSING");
}

#[test]
fn a_suspended_node_signs_nothing_until_it_has_a_new_key() {
    let unit = suspended();
    assert_eq!(unit.node().unwrap().key_at(at(TODAY)), None);
    refuse(Some(&unit), admit('a'), "SAME_KEY");
    let back = after(Some(unit), &admit('b'), date(2026, 3, 10));
    assert_eq!(back.node().unwrap().key_at(at(date(2026, 3, 10))), Some(&key('b')));
    assert_eq!(back.node().unwrap().keys.len(), 2);
}

#[test]
fn a_unit_with_open_duties_is_closed_only_with_a_successor() {
    let unit = admitted();
    refuse(Some(&unit), close(3, None), "DUTIES_OPEN");
    refuse(Some(&unit), close(3, Some("640122.court")), "SUCCESSOR_IS_ITSELF");
    let gone = after(Some(unit), &close(3, Some("640122.justice")), TODAY);
    assert!(!gone.exists_on(TODAY) && gone.exists_on(ADDED));
    for command in [admit('b'), suspend(), close(0, None), Command::FlagReview, amend(|_| ())] {
        refuse(Some(&gone), command, "ALREADY_CLOSED");
    }
}

#[test]
fn the_successor_stands_in_the_tree_for_a_closed_superior() {
    let mut child = listed();
    child.agency = agency("640122.station");
    child.authority = Some(me());
    let mut heir = listed();
    heir.agency = agency("640122.heir");
    let gone = after(Some(listed()), &close(1, Some("640122.heir")), TODAY);
    let register = Register::new([child.clone(), heir, gone], TODAY);
    assert_eq!(register.superior(Tree::Authority, child.agency), Some(agency("640122.heir")));
    assert_eq!(register.faults(), []);
    child.authority = Some(agency("640122.nobody"));
    child.profile.served_by = Some(agency("640122.nobody"));
    assert_eq!(Register::new([child], TODAY).faults().len(), 2);
}

#[test]
fn a_circle_in_the_data_is_found_and_does_not_hang() {
    let mut a = listed();
    let mut b = listed();
    a.agency = agency("640122.a");
    b.agency = agency("640122.b");
    a.authority = Some(b.agency);
    b.authority = Some(a.agency);
    let register = Register::new([a.clone(), b.clone()], TODAY);
    let circle = |unit: &State| RegisterFault::Circle { unit: unit.agency, tree: Tree::Authority };
    assert_eq!(register.faults(), [circle(&a), circle(&b)]);
}

#[test]
fn a_light_seat_is_answered_by_its_hosts_node() {
    let host = admitted();
    let mut seat = listed();
    seat.agency = agency("640122.station");
    seat.profile.served_by = Some(me());
    let register = Register::new([host, seat.clone()], TODAY);
    assert_eq!(register.node_of(seat.agency), Some(me()));
    assert_eq!(Register::new([listed(), seat.clone()], TODAY).node_of(seat.agency), None);
}

#[test]
fn a_bundle_has_the_same_bytes_in_any_order_and_others_after_any_change() {
    use jiefen_county::Bundle;
    let mut other = listed();
    other.agency = agency("640122.station");
    let one = Bundle::sorted(1, TODAY, vec![admitted(), other.clone()]);
    let two = Bundle::sorted(1, TODAY, vec![other.clone(), admitted()]);
    assert_eq!(one.bytes(), two.bytes());
    let text = serde_json::to_string(&one).unwrap();
    assert_eq!(serde_json::from_str::<Bundle>(&text).unwrap().bytes(), one.bytes());
    assert_ne!(Bundle::sorted(2, TODAY, one.units.clone()).bytes(), one.bytes());
    assert_ne!(Bundle::sorted(1, TODAY, vec![suspended(), other.clone()]).bytes(), one.bytes());
    other.profile.name = "另一名称".into();
    assert_ne!(Bundle::sorted(1, TODAY, vec![admitted(), other]).bytes(), one.bytes());
}

#[test]
fn a_key_is_sixty_four_digits() {
    for text in ["", "ab", &"A".repeat(64), &"0".repeat(64), &"g".repeat(64)] {
        assert!(text.parse::<NodeKey>().is_err(), "{text}");
    }
    assert_eq!(key('a').to_string().len(), 64);
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let seen = kit::walk::<Unit>(&moves(), &lines(), 6);
    assert_eq!(seen.refusals.len(), 19, "{:?}", seen.refusals);
}

#[test]
fn the_clock_of_an_unchecked_entry_asks_for_a_check() {
    let late = after(Some(listed()), &Unit::expired(&listed(), "review").unwrap(), TODAY);
    assert!(late.review_due && Unit::outline(&late).next_zh.contains("核对"));
    assert!(!after(Some(late), &Command::ConfirmUnit { on: TODAY }, TODAY).review_due);
}

#[test]
fn every_command_has_roles() {
    for name in Unit::COMMANDS {
        assert!(!Unit::roles(name).is_empty(), "{name}");
    }
    let named: Vec<&str> = commands().iter().map(Unit::name).collect();
    assert_eq!(named, Unit::COMMANDS);
    for command in commands() {
        let dotted = crate::Law::name(&command.into());
        assert!(crate::Law::COMMANDS.contains(&dotted) && !crate::Law::roles(dotted).is_empty());
    }
}

proptest! {
    #[test]
    fn no_sequence_of_commands_breaks_an_entry(picks in prop::collection::vec((0_usize..9, 0_i64..40), 0..30)) {
        let mut state: Option<State> = None;
        for (pick, day) in picks {
            let today = ADDED.checked_add(jiff::ToSpan::days(day)).unwrap();
            let command = &commands()[pick];
            let Ok(facts) = decide(state.as_ref(), command, today) else { continue };
            let before = state.as_ref().map_or(0, |state| state.version);
            for fact in &facts {
                let json = serde_json::to_string(&crate::Fact::from(fact.clone())).unwrap();
                prop_assert_eq!(serde_json::from_str::<crate::Fact>(&json).unwrap(), fact.clone().into());
                state = Unit::evolve(state, fact);
            }
            let after = state.clone().unwrap();
            prop_assert!(after.version >= before && after.version <= before + 1);
            let keys = after.node().map_or(0, |node| node.keys.iter().filter(|k| k.to.is_none()).count());
            prop_assert!(keys <= 1);
            let json = serde_json::to_string(&crate::Case::from(after.clone())).unwrap();
            prop_assert_eq!(serde_json::from_str::<crate::Case>(&json).unwrap(), after.into());
        }
    }
}
