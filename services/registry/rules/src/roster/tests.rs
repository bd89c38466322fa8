use jiefen_county::UnitKind;
use jiefen_procedure::{Explain, Procedure, kit};
use jiefen_vocab::{Private, Role};
use jiff::civil::{Date, date};

use super::samples::*;
use super::*;

fn decide(state: Option<&State>, command: &Command, role: Role) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<Roster>(state, command, TODAY, role)
}

fn after(state: Option<State>, command: &Command) -> State {
    let facts = decide(state.as_ref(), command, Role::Registrar).unwrap();
    kit::fold::<Roster>(state, &facts).unwrap()
}

#[track_caller]
fn refuse(state: Option<&State>, command: Command, name: &str) {
    let refusal = decide(state, &command, Role::Registrar).unwrap_err();
    assert_eq!(refusal.name(), name, "{command:?}");
}

fn listed() -> State {
    after(None, &add(|_| ()))
}

#[test]
fn a_committee_lists_its_members_a_court_whom_it_invites_a_commission_its_arbitrators() {
    let table = [
        (Calling::FullTime, UnitKind::Mediation),
        (Calling::PartTime, UnitKind::Mediation),
        (Calling::Industry, UnitKind::Mediation),
        (Calling::Invited, UnitKind::Court),
        (Calling::InvitedOrganisation, UnitKind::Court),
        (Calling::Arbitrator, UnitKind::Arbitration),
    ];
    let units = [UnitKind::Mediation, UnitKind::Court, UnitKind::Arbitration, UnitKind::Village];
    for (calling, right) in table {
        for unit in units {
            assert_eq!(calling.is_of(unit), unit == right, "{calling:?} {unit:?}");
        }
    }
    assert!(Calling::Lawyer.is_of(UnitKind::Mediation) && Calling::Lawyer.is_of(UnitKind::Court));
    refuse(None, add(|card| card.calling = Calling::Arbitrator), "WRONG_UNIT");
    refuse(None, add_at(UnitKind::Village, card(), |_| ()), "WRONG_UNIT");
}

#[test]
fn who_is_elected_serves_three_years_to_the_day_and_may_serve_again() {
    refuse(None, add(|card| card.until = None), "TERM_MISSING");
    refuse(None, add(|card| card.until = Some(date(2029, 3, 2))), "TERM_TOO_LONG");
    refuse(None, add(|card| card.until = Some(date(2026, 2, 28))), "TERM_INVERTED");
    assert_eq!(after(None, &add(|card| card.until = Some(date(2029, 3, 1)))).version, 1);
    let engaged = after(None, &add(|card| (card.manner, card.until) = (Manner::Engaged, None)));
    assert!(engaged.on_roster(date(2040, 1, 1)), "whoever is engaged stays until further notice");
    let again = amend(|card| {
        (card.since, card.until) = (date(2026, 3, 9), Some(date(2029, 3, 9)));
    });
    let again = after(Some(listed()), &again);
    assert!(!again.on_roster(date(2026, 3, 8)) && again.on_roster(date(2029, 3, 9)));
    assert!(!again.on_roster(date(2029, 3, 10)), "the term is over by itself");
}

#[test]
fn nobody_comes_on_a_roster_unchecked_untrained_or_without_a_document() {
    refuse(None, add(|card| card.checked = false), "NOT_CHECKED");
    refuse(None, add(|card| card.name = Private::new("　".into())), "NAME_MISSING");
    refuse(None, add(|card| card.basis = String::new()), "BASIS_MISSING");
    refuse(None, add(|card| card.appointed_by = String::new()), "BASIS_MISSING");
    refuse(None, add(|card| card.since = date(2026, 2, 28)), "APPOINTED_LATER");
    refuse(None, add(|card| card.appointed_on = date(2026, 3, 3)), "DATE_IN_FUTURE");
    refuse(None, add(|card| card.manner = Manner::Admitted), "WRONG_MANNER");
    let court = |change: fn(&mut Card)| add_at(UnitKind::Court, invited(), change);
    refuse(None, court(|card| card.trained_on = None), "NOT_TRAINED");
    refuse(None, court(|card| card.trained_on = Some(date(2026, 3, 3))), "NOT_TRAINED");
    assert_eq!(after(None, &court(|card| card.trained_on = Some(ADDED))).version, 1);
    let lawyer = |number: &'static str| {
        add(move |card| {
            (card.calling, card.manner) = (Calling::Lawyer, Manner::Engaged);
            card.certificate = number.into();
        })
    };
    refuse(None, lawyer(" "), "LICENCE_MISSING");
    assert_eq!(after(None, &lawyer("16401201510000000")).version, 1);
}

#[test]
fn the_registrar_writes_every_roster_and_a_head_that_of_the_own_unit() {
    for role in [Role::Registrar, Role::MediationHead] {
        assert!(decide(None, &add(|_| ()), role).is_ok(), "{role}");
    }
    for command in commands().into_iter().take(4) {
        let state = (Roster::name(&command) != "add_person").then(listed);
        let refused = decide(state.as_ref(), &command, Role::CourtPresident).unwrap_err();
        assert_eq!(refused, Refusal::NotYourRoster, "{command:?}");
    }
    // A registrar of another office is none here.
    let mut elsewhere = add(|_| ());
    if let Command::AddPerson { keeper, .. } = &mut elsewhere {
        *keeper = "640121.centre".parse().unwrap();
    }
    refuse(None, elsewhere, "NOT_YOUR_ROSTER");
}

#[test]
fn who_is_taken_off_stays_readable_with_the_ground_that_fits() {
    refuse(Some(&listed()), off(Ground::StruckOff, "收受财物"), "GROUND_UNFIT");
    refuse(Some(&listed()), off(Ground::Dismissed, " "), "NOTE_MISSING");
    refuse(Some(&listed()), off(Ground::TermEnded, ""), "TERM_RUNS");
    let over = after(Some(listed()), &amend(|card| card.until = Some(TODAY)));
    assert!(decide(Some(&over), &off(Ground::TermEnded, ""), Role::Registrar).is_ok());
    let court = after(None, &add_at(UnitKind::Court, invited(), |_| ()));
    refuse(Some(&court), off(Ground::Dismissed, "收受财物"), "GROUND_UNFIT");
    let gone = after(Some(listed()), &off(Ground::Dismissed, "偏袒一方"));
    assert!(gone.on_roster(date(2026, 3, 8)) && !gone.on_roster(TODAY));
    assert_eq!(gone.card, card(), "nothing of it is lost");
    for command in [amend(|_| ()), confirm(TODAY), off(Ground::Resigned, ""), Command::FlagCheck] {
        refuse(Some(&gone), command, "ALREADY_OFF");
    }
}

#[test]
fn days_keep_their_order_and_nobody_stands_twice() {
    refuse(Some(&listed()), confirm(date(2026, 3, 10)), "DATE_IN_FUTURE");
    refuse(Some(&listed()), confirm(date(2026, 3, 1)), "DATE_OUT_OF_ORDER");
    refuse(Some(&listed()), add(|_| ()), "ENTRY_EXISTS");
    refuse(None, confirm(TODAY), "NO_SUCH_ENTRY");
    let mut twin = amend(|_| ());
    if let Command::AmendPerson { twin, .. } = &mut twin {
        *twin = true;
    }
    refuse(Some(&listed()), twin, "LISTED_TWICE");
}

#[test]
fn the_clock_of_an_entry_asks_for_a_check_and_a_new_text_answers_it() {
    let flag = Roster::expired(&listed(), CHECK).unwrap();
    let facts = kit::decide::<Roster>(Some(&listed()), &flag, TODAY, Role::System).unwrap();
    let late = kit::fold::<Roster>(Some(listed()), &facts).unwrap();
    assert!(late.check_due && Roster::outline(&late).next_zh.contains("核对"));
    assert!(!after(Some(late.clone()), &confirm(TODAY)).check_due);
    assert!(!after(Some(late), &amend(|_| ())).check_due);
}

#[test]
fn a_name_and_a_number_are_not_shown_by_debug() {
    let text = format!("{:?} {:?}", listed(), add(|_| ()));
    assert!(!text.contains("刘长顺") && !text.contains("1390000"), "{text}");
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let seen = kit::walk::<Roster>(&moves(), &lines(), 6);
    assert_eq!(seen.refusals.len(), 21, "{:?}", seen.refusals);
    let day: Date = TODAY;
    assert!(seen.states.iter().any(|(state, _)| !state.on_roster(day)));
}

#[test]
fn every_command_has_roles_and_every_fact_reads_back() {
    let named: Vec<&str> = commands().iter().map(Roster::name).collect();
    assert_eq!(named, Roster::COMMANDS);
    for fact in kit::walk::<Roster>(&moves(), &lines(), 3).facts {
        let json = serde_json::to_string(&crate::Fact::from(fact.clone())).unwrap();
        assert_eq!(serde_json::from_str::<crate::Fact>(&json).unwrap(), fact.into());
    }
    for command in commands() {
        let dotted = crate::Law::name(&command.into());
        assert!(dotted.starts_with("roster.") && !crate::Law::roles(dotted).is_empty(), "{dotted}");
    }
}
