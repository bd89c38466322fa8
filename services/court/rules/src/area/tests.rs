//! The area as one procedure: names, roles, dispatch, storage.

use jiefen_procedure::{Explain as _, prove};
use jiefen_vocab::{DisputeKind, Role, TrackKind};

use super::*;
use jiefen_procedure::kit::{brief, check_roles, day, decide, fold};

#[test]
fn the_names_are_those_of_the_procedures() {
    let of = |kind: &str, names: &[&str]| -> Vec<String> {
        names.iter().map(|name| format!("{kind}.{name}")).collect()
    };
    let all = [
        of(Filing::KIND, Filing::COMMANDS),
        of(Confirmation::KIND, Confirmation::COMMANDS),
        of(ProtectionOrder::KIND, ProtectionOrder::COMMANDS),
        of(Enforcement::KIND, Enforcement::COMMANDS),
        of(PaymentOrder::KIND, PaymentOrder::COMMANDS),
    ];
    assert_eq!(Law::COMMANDS, all.concat());
    check_roles::<Law>();
    assert!(Law::roles("filing.no_such_command").is_empty());
    assert!(!Law::needs_holding("filing.receive_complaint"));
    assert!(Law::needs_holding("filing.judge"));
    for chart in charts() {
        assert_eq!(prove(chart), []);
    }
}

#[test]
fn a_command_of_another_procedure_is_refused() {
    let on = day("2026-09-07");
    let open = Command::from(filing::Command::ReceiveComplaint {
        brief: brief(DisputeKind::Neighbour, TrackKind::Litigation, on).into(),
        plaintiff: 1,
        receipt: "收1".into(),
        on,
    });
    assert_eq!(Law::name(&open), "filing.receive_complaint");
    let facts = decide::<Law>(None, &open, on, Role::FilingClerk).unwrap();
    let case = fold::<Law>(None, &facts).unwrap();
    let other = Command::from(confirmation::Command::Confirm { on });
    assert_eq!(Law::name(&other), "confirmation.confirm");
    let refusal = decide::<Law>(Some(&case), &other, on, Role::Judge).unwrap_err();
    assert_eq!(refusal.name(), "WRONG_PROCEDURE");
    assert!(refusal.zh().contains("立案与分流"));
    let stray = Fact::from(confirmation::Fact::CorrectedReceived { on });
    assert_eq!(Law::evolve(Some(case.clone()), &stray), Some(case.clone()));
    assert_eq!(Law::evolve(None, &stray), None);

    let text = serde_json::to_string(&case).unwrap();
    assert!(text.starts_with("{\"procedure\":\"filing\""), "{text}");
    assert_eq!(serde_json::from_str::<Case>(&text).unwrap(), case);
    for fact in &facts {
        let text = serde_json::to_string(fact).unwrap();
        assert_eq!(&serde_json::from_str::<Fact>(&text).unwrap(), fact);
        assert!(!Law::clocks(fact).is_empty() && !Law::notices(fact).is_empty());
    }
    let expect = Command::from(filing::Command::FileFirst);
    assert_eq!(Law::expired(&case, "file"), Some(expect));
}
