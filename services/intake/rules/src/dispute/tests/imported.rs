//! A dispute of an older ledger: registered on its own day, with the row it comes from.

use jiefen_vocab::Private;

use super::super::orders::Imported;
use super::super::parts::Origin;
use super::*;

fn origin() -> Origin {
    let kept = vec![("备注".to_owned(), Private::new("重点关注".to_owned()))];
    Origin { file: "ab".repeat(32), row: 7, digest: "cd".repeat(32), kept }
}

fn registered_before(on: Date) -> Command {
    let identity = Identity::None { because: "由原台账导入".to_owned() };
    let imported = Some(Imported { on, origin: origin() });
    let content = content(DisputeKind::Neighbour);
    Command::Register(Box::new(Registration { content, identity, imported }))
}

#[test]
fn a_dispute_of_an_older_ledger_is_registered_on_its_own_day() {
    let mut desk = received();
    desk.then(day(9, 1)).ok(registered_before(day(6, 1))).stands("registered", &["triage"]);
    let on = desk.facts.iter().find_map(|fact| {
        let Fact::Registered { on, .. } = fact else { return None };
        Some(*on)
    });
    assert_eq!(on, Some(day(6, 1)));
    assert_eq!(desk.state().origin.as_deref(), Some(&origin()));
}

#[test]
fn its_day_is_neither_before_the_first_inquiry_nor_after_today() {
    let mut desk = received();
    desk.then(day(6, 2));
    desk.refused(registered_before(day(5, 31)), "DATE_BEFORE_DISPUTE");
    desk.refused(registered_before(day(6, 3)), "DATE_IN_FUTURE");
    desk.ok(registered_before(day(6, 2)));
}

#[test]
fn a_dispute_that_is_registered_at_the_counter_has_no_row() {
    assert_eq!(registered().state().origin, None);
}
