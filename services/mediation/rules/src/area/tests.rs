//! The area as one procedure: names, roles, dispatch, storage.

use jiefen_procedure::{Explain, prove};
use jiefen_vocab::{DisputeKind, Role, TrackKind};

use super::*;
use jiefen_procedure::kit::{brief, check_roles, day, decide, fold};

#[test]
fn the_names_are_those_of_the_procedures() {
    let of = |kind: &str, names: &[&str]| -> Vec<String> {
        names.iter().map(|name| format!("{kind}.{name}")).collect()
    };
    let all = [
        of(PeopleMediation::KIND, PeopleMediation::COMMANDS),
        of(EntrustedMediation::KIND, EntrustedMediation::COMMANDS),
        of(Matter::KIND, Matter::COMMANDS),
        of(IndustryMediation::KIND, IndustryMediation::COMMANDS),
        of(LawyerMediation::KIND, LawyerMediation::COMMANDS),
    ];
    assert_eq!(Law::COMMANDS, all.concat());
    check_roles::<Law>();
    assert!(Law::roles("people_mediation.no_such_command").is_empty());
    assert!(!Law::needs_holding("people_mediation.open"));
    assert!(Law::needs_holding("people_mediation.accept"));
    for chart in charts() {
        assert_eq!(prove(chart), []);
    }
}

#[test]
fn a_command_of_another_procedure_is_refused() {
    let on = day("2026-09-07");
    let open = Command::from(people_mediation::Command::Open {
        brief: brief(DisputeKind::Neighbour, TrackKind::PeopleMediation, on).into(),
        by: people_mediation::Beginning::OwnInitiative,
        on,
    });
    assert_eq!(Law::name(&open), "people_mediation.open");
    let facts = decide::<Law>(None, &open, on, Role::Mediator).unwrap();
    let case = fold::<Law>(None, &facts).unwrap();
    assert_eq!(Law::outline(&case).kind, "people_mediation");
    let other = Command::from(matter::Command::BeginTerm { on });
    assert_eq!(Law::name(&other), "matter.begin_term");
    let refusal = decide::<Law>(Some(&case), &other, on, Role::Mediator).unwrap_err();
    assert_eq!(refusal.name(), "WRONG_PROCEDURE");
    assert!(refusal.zh().contains("人民调解") && refusal.instead().contains("人民调解"));
    let stray = Fact::from(matter::Fact::TermBegun { rule: "T-Q-02".into(), on });
    assert_eq!(Law::evolve(Some(case.clone()), &stray), Some(case.clone()));
    assert_eq!(Law::evolve(None, &stray), None);

    let text = serde_json::to_string(&case).unwrap();
    assert!(text.starts_with("{\"procedure\":\"people_mediation\""), "{text}");
    assert_eq!(serde_json::from_str::<Case>(&text).unwrap(), case);
    for fact in &facts {
        let text = serde_json::to_string(fact).unwrap();
        assert_eq!(&serde_json::from_str::<Fact>(&text).unwrap(), fact);
        assert!(!Law::clocks(fact).is_empty() && !Law::notices(fact).is_empty());
    }
    assert_eq!(Law::expired(&case, "consent"), None);
}
