//! Laws of a single desk, tried on every desk that the walks reach.

use jiefen_vocab::{FactId, Moment, Outcome};

use super::world::{BRIEF, DUE, Plan, World, agency};
use crate::{
    Ctx, Custody, Desk, Effect, Epoch, Ground, Input, Message, Mode, Refusal, VoidReason, step,
};

/// Nobody acts without holding, nobody acts in quarantine, an old epoch moves nothing, and the desk
/// comes back from its stored form.
pub fn desk_laws(plan: &Plan, node: usize, desk: &Desk) {
    let ctx = World::ctx(plan, node, Moment(0));
    let stored = serde_json::to_string(desk).unwrap();
    assert_eq!(serde_json::from_str::<Desk>(&stored).unwrap(), *desk);
    for act in acts_of_a_holder((node + 1) % plan.nodes) {
        if !desk.holds() {
            let expected = if desk.quarantine { Refusal::Quarantined } else { Refusal::NotHolder };
            assert_eq!(step(desk, &act, &ctx), Err(expected), "{act:?} on {desk:?}");
        }
    }
    old_epochs_move_nothing(plan, node, desk, &ctx);
}

fn acts_of_a_holder(peer: usize) -> Vec<Input> {
    let to = agency(peer);
    let (due, brief) = (DUE, BRIEF);
    let co_units = std::collections::BTreeSet::new();
    vec![
        Input::Offer { to, mode: Mode::Transfer, due, brief, co_units, result_due: None },
        Input::Progress { track: None, next: None },
        Input::Report { outcome: Outcome::Agreed, brief },
        Input::ReturnBack { ground: Ground::Unresolved, brief },
        Input::RequestDesignation { proposal: None, brief },
        Input::GiveTask { task: FactId::from_bits(77), to, due },
    ]
}

fn old_epochs_move_nothing(plan: &Plan, node: usize, desk: &Desk, ctx: &Ctx) {
    let now = desk.custody.epoch();
    for n in 0..now.n {
        let epoch = Epoch::new(now.incarnation, n);
        for peer in (0..plan.nodes).filter(|peer| *peer != node) {
            for message in custody_messages(epoch) {
                let from = agency(peer);
                let after = step(desk, &Input::Received { from, message }, ctx).unwrap();
                assert_eq!(after.desk.custody, desk.custody);
                let began = |e: &Effect| matches!(e, Effect::HoldingBegan { .. });
                assert!(!after.effects.iter().any(began));
            }
        }
    }
}

fn custody_messages(epoch: Epoch) -> Vec<Message> {
    let (ground, proposal) = (Ground::NoConsent, None);
    vec![
        Message::Accepted { epoch },
        Message::Declined { epoch, ground, proposal },
        Message::Objected { epoch, ground, proposal },
        Message::Confirmed { epoch, mode: Mode::Transfer },
        Message::Voided { epoch, reason: VoidReason::Expired },
        Message::Designated {
            epoch,
            to: agency(1),
            mode: Mode::Transfer,
            due: DUE,
            co_units: std::collections::BTreeSet::new(),
            result_due: None,
            last: false,
        },
    ]
}

#[test]
fn custody_epochs_are_compared_by_the_state_that_names_them() {
    let custody = Custody::Holder { epoch: Epoch::new(0, 3) };
    assert_eq!(custody.epoch(), Epoch::new(0, 3));
    assert_eq!(Custody::None.epoch(), Epoch::ZERO);
}
