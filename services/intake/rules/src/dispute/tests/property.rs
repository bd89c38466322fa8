//! Whatever is asked in whatever order: no panic, and the invariants hold.

use proptest::prelude::*;

use super::walk::sound;
use super::*;

const HATS: [(&str, Role); 5] = [
    (TOWN, Role::System),
    (TOWN, Role::PetitionHead),
    (COUNTY, Role::CentreDirector),
    (VILLAGE, Role::Mediator),
    (COURT, Role::Judge),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_sequence_of_commands_keeps_the_invariants(
        sample in 0..ALL.len(),
        choices in prop::collection::vec((any::<prop::sample::Index>(), 0..HATS.len(), 0i8..5), 1..40),
    ) {
        let mut desk = ALL[sample].1();
        desk.then(day(7, 20));
        for (choice, hat, days) in choices {
            let (unit, role) = HATS[hat];
            let today = desk.today.checked_add(jiff::ToSpan::days(days)).unwrap();
            desk.then(today).by(unit, role);
            let before = desk.state().clone();
            let commands = commands(today, &before);
            let command = choice.get(&commands);
            let Ok(facts) = desk.decide(command) else { continue };
            desk.fold(&facts);
            let after = desk.state();
            sound(after);
            moved_lawfully(&before, after, &facts);
        }
    }

    #[test]
    fn facts_in_any_order_never_panic(
        order in prop::collection::vec((0..ALL.len(), any::<prop::sample::Index>()), 1..60),
    ) {
        let mut state = None;
        for (sample, at) in order {
            let facts = ALL[sample].1().facts;
            state = Dispute::evolve(state, at.get(&facts));
        }
    }
}

/// I2: responsibility moves only by an acceptance, a final designation, the unit's own taking up, or a
/// return to who delegated it.
fn moved_lawfully(before: &State, after: &State, facts: &[Fact]) {
    if before.responsible.unit == after.responsible.unit {
        return;
    }
    let lawful = facts.iter().any(|fact| {
        matches!(
            fact,
            Fact::Accepted { moves: true, .. }
                | Fact::EscalationAccepted { .. }
                | Fact::DesignationFinal { .. }
                | Fact::OwnTrackOpened { .. }
                | Fact::Carried { .. }
                | Fact::WentUnresolved { back_to: Some(_), .. }
                | Fact::ConfirmationEnded(_)
                | Fact::InquiryRecorded(_)
        )
    });
    assert!(lawful, "responsibility moved by {facts:?}");
}
