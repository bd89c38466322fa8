//! What must hold in every world.

use super::world::{Plan, World, agency};
use crate::{Custody, Message};

/// The first law that the world breaks.
pub fn broken(plan: &Plan, world: &World) -> Option<&'static str> {
    if let Some(law) = world.broken {
        return Some(law);
    }
    if world.holders() > 1 {
        return Some("two holders");
    }
    if world.holders() == 0 && !world.quarantined() && !world.in_flight() {
        return Some("nobody holds and nothing is in flight");
    }
    if world.nodes.iter().any(|node| node.began.values().any(|times| *times > 1)) {
        return Some("holding began twice in one epoch");
    }
    let unforced = |(node, at): (usize, &std::rc::Rc<super::world::Node>)| {
        at.desk.declines >= 2
            && matches!(at.desk.custody, Custody::Holder { .. })
            && !at.desk.quarantine
            && !at.desk.awaits_designation(agency(node))
    };
    if world.nodes.iter().enumerate().any(unforced) {
        return Some("two declines forced no designation");
    }
    if world.nodes.iter().any(|node| works_on_a_void_offer(node)) {
        return Some("a voided offer lies on the desk");
    }
    if quiet(plan, world) && !settled(world) {
        return Some("quiet, and not settled");
    }
    None
}

/// The void has arrived, and its offer waits on the desk all the same.
fn works_on_a_void_offer(node: &super::world::Node) -> bool {
    let Some(pending) = &node.desk.pending else { return false };
    let (from, epoch) = (pending.from, pending.offer.epoch);
    node.inbox.iter().any(|packet| {
        let void = matches!(packet.message, Message::Voided { epoch: dead, .. } if dead == epoch);
        void && agency(packet.from) == from
    })
}

/// Nobody can do anything about what is open: all messages are delivered, all offers answered.
pub fn quiet(plan: &Plan, world: &World) -> bool {
    let drained = |packet: &std::rc::Rc<super::world::Packet>| {
        plan.inbox && world.nodes[packet.to].inbox.contains(packet)
    };
    !world.quarantined()
        && world.nodes.iter().all(|node| node.outbox.is_empty())
        && world.net.iter().all(drained)
        && world.progress(plan).iter().all(|action| match action {
            super::world::Action::Deliver(..) => true,
            super::world::Action::Act(..)
            | super::world::Action::Publish(_)
            | super::world::Action::Lose(_)
            | super::world::Action::Backup(_)
            | super::world::Action::Restore(_)
            | super::world::Action::Rejoin(_) => false,
        })
}

/// One holder; nothing offered, on a desk, tentative or asked for.
fn settled(world: &World) -> bool {
    let holder = |node: &&std::rc::Rc<super::world::Node>| {
        matches!(node.desk.custody, Custody::Holder { .. })
    };
    world.nodes.iter().filter(holder).count() == 1
        && world.nodes.iter().all(|node| {
            let desk = &node.desk;
            desk.pending.is_none()
                && desk.tentative.is_none()
                && desk.asked.is_none()
                && desk.outstanding().is_none()
        })
}
