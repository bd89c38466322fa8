//! The environment: durable inboxes and outboxes, a bus that loses, repeats and re-orders, crashes and
//! backups. One transition is one transaction, so a crash before commit is no transition and a crash
//! after commit is one whose receipt was lost.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use jiefen_vocab::{Agency, FactId, Moment};

use super::mutants::{Mutant, mutated};
use crate::{Ctx, Custody, Desk, Effect, Epoch, Evidence, Input, Message, Mode, Refusal};

pub const DUE: Moment = Moment(10);
pub const BRIEF: FactId = FactId::from_bits(7);

/// The four agencies: two units, their township centre, the county centre above it.
pub fn agency(node: usize) -> Agency {
    let names = ["640122101.market", "640122101.justice", "640122101.centre", "640122.centre"];
    names[node].parse().unwrap()
}

pub fn node_of(agency: Agency) -> usize {
    (0..4).find(|node| self::agency(*node) == agency).unwrap()
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Packet {
    pub from: usize,
    pub to: usize,
    pub message: Message,
}

/// What is explored, and how hard.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub name: &'static str,
    pub nodes: usize,
    /// Modes in which staff offers.
    pub modes: &'static [Mode],
    /// Staff offers and designates only below this number of the epoch.
    pub offers: u32,
    /// Staff uses recall, request for designation, results and tasks.
    pub recalls: bool,
    pub asks: bool,
    pub reports: bool,
    pub tasks: bool,
    /// The bus holds messages of its own, may lose so many and leave strays.
    pub bus: bool,
    pub losses: u8,
    /// Restores from backup.
    pub restores: u8,
    /// The inbox is durable; otherwise repeats reach the desk.
    pub inbox: bool,
    /// The outbox row is dropped at the receiver's receipt, not at the bus's.
    pub receipts: bool,
    /// A delivery may be repeated.
    pub repeats: bool,
    /// A restored node waits in quarantine and rejoins.
    pub rejoins: bool,
    pub mutant: Option<Mutant>,
}

pub const PLAN: Plan = Plan {
    name: "",
    nodes: 3,
    modes: &[Mode::Transfer],
    offers: 2,
    recalls: false,
    asks: false,
    reports: false,
    tasks: false,
    bus: false,
    losses: 0,
    restores: 0,
    inbox: true,
    receipts: true,
    repeats: true,
    rejoins: true,
    mutant: None,
};

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Node {
    pub desk: Desk,
    pub inbox: BTreeSet<Rc<Packet>>,
    pub outbox: BTreeSet<Rc<Packet>>,
    /// Everything ever sent; kept only where a restore may ask for it.
    pub sent: BTreeSet<Rc<Packet>>,
    /// How often custody began, by epoch.
    pub began: BTreeMap<Epoch, u8>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct World {
    pub nodes: Vec<Rc<Node>>,
    pub net: BTreeSet<Rc<Packet>>,
    pub losses: u8,
    pub restores: u8,
    pub backup: Option<(usize, Rc<Node>)>,
    /// Set when a transition itself broke a law.
    pub broken: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Delivered, receipted, gone.
    Done,
    /// Delivered, but the receipt is lost: it comes again.
    Again,
    /// Delivered and receipted, but a copy stays on the bus.
    Stray,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    Act(usize, Box<Input>),
    Publish(Rc<Packet>),
    Deliver(Rc<Packet>, Fate),
    Lose(Rc<Packet>),
    Backup(usize),
    Restore(usize),
    Rejoin(usize),
}

impl World {
    pub fn new(plan: &Plan) -> World {
        let mut world = World {
            nodes: (0..plan.nodes).map(|_| Rc::new(Node::default())).collect(),
            net: BTreeSet::new(),
            losses: plan.losses,
            restores: plan.restores,
            backup: None,
            broken: None,
        };
        world.input(plan, 0, &Input::Open).unwrap();
        world
    }

    pub fn ctx(plan: &Plan, node: usize, now: Moment) -> Ctx {
        let above = match node {
            0 | 1 => Some(2),
            2 if plan.nodes == 4 => Some(3),
            _ => None,
        };
        Ctx { me: agency(node), centre: above.map(agency), now }
    }

    /// One transaction at one node.
    pub fn input(&mut self, plan: &Plan, node: usize, input: &Input) -> Result<(), Refusal> {
        let late = matches!(input, Input::DeadlinePassed { .. });
        let ctx = World::ctx(plan, node, if late { DUE } else { Moment(0) });
        let before = self.nodes[node].clone();
        let step = mutated(plan.mutant, &before.desk, input, &ctx)?;
        if let Input::Received { message, .. } = input {
            let old = message.epoch().is_some_and(|e| e < before.desk.custody.epoch());
            if old && step.desk.custody != before.desk.custody {
                self.broken = Some("an old epoch moved custody");
            }
        }
        let at = Rc::make_mut(&mut self.nodes[node]);
        at.desk = step.desk;
        for effect in step.effects {
            match effect {
                Effect::Send { to, message } => {
                    let packet = Rc::new(Packet { from: node, to: node_of(to), message });
                    if plan.restores > 0 {
                        at.sent.insert(packet.clone());
                    }
                    at.outbox.insert(packet);
                }
                Effect::HoldingBegan { epoch, .. } => *at.began.entry(epoch).or_default() += 1,
                Effect::HoldingEnded { .. }
                | Effect::Arm { .. }
                | Effect::Disarm { .. }
                | Effect::Tell(_)
                | Effect::Ignored { .. }
                | Effect::Postponed => {}
            }
        }
        Ok(())
    }

    fn deliver(&mut self, plan: &Plan, packet: &Rc<Packet>, fate: Fate) {
        if fate != Fate::Again {
            Rc::make_mut(&mut self.nodes[packet.from]).outbox.remove(packet);
        }
        match fate {
            Fate::Done => self.net.remove(packet),
            Fate::Again => false,
            Fate::Stray => self.net.insert(packet.clone()),
        };
        if plan.inbox {
            if self.nodes[packet.to].inbox.contains(packet) {
                return;
            }
            Rc::make_mut(&mut self.nodes[packet.to]).inbox.insert(packet.clone());
        }
        let (from, message) = (agency(packet.from), packet.message.clone());
        let received = self.input(plan, packet.to, &Input::Received { from, message });
        assert_eq!(received, Ok(()), "a message is never refused");
    }

    fn rejoin(&mut self, plan: &Plan, node: usize) {
        let mine = |p: &&Rc<Packet>| p.from == node || p.to == node;
        let mut found: BTreeSet<Rc<Packet>> = self.net.iter().filter(mine).cloned().collect();
        for peer in (0..plan.nodes).filter(|peer| *peer != node) {
            let peer = Rc::make_mut(&mut self.nodes[peer]);
            found.extend(peer.inbox.iter().filter(|p| p.from == node).cloned());
            let archived: Vec<_> = peer.sent.iter().filter(|p| p.to == node).cloned().collect();
            peer.outbox.extend(archived.iter().cloned());
            found.extend(archived);
        }
        let heard = found.iter().filter(|packet| packet.to == node).cloned();
        Rc::make_mut(&mut self.nodes[node]).inbox.extend(heard.filter(|_| plan.inbox));
        let evidence = found.iter().map(|packet| Evidence {
            from: agency(packet.from),
            to: agency(packet.to),
            message: packet.message.clone(),
        });
        let input = Input::Rejoin { evidence: evidence.collect() };
        assert_eq!(self.input(plan, node, &input), Ok(()), "a quarantined desk rejoins");
    }

    /// The world after the action; none if nothing happens.
    pub fn after(&self, plan: &Plan, action: &Action) -> Option<World> {
        let mut world = self.clone();
        match action {
            Action::Act(node, input) => world.input(plan, *node, input).ok()?,
            Action::Publish(packet) => {
                world.net.insert(packet.clone());
                if !plan.receipts {
                    Rc::make_mut(&mut world.nodes[packet.from]).outbox.remove(packet);
                }
            }
            Action::Deliver(packet, fate) => world.deliver(plan, packet, *fate),
            Action::Lose(packet) => {
                world.net.remove(packet);
                world.losses -= 1;
            }
            Action::Backup(node) => world.backup = Some((*node, world.nodes[*node].clone())),
            Action::Restore(node) => {
                world.restores -= 1;
                world.nodes[*node] = world.backup.take()?.1;
                if plan.rejoins {
                    world.input(plan, *node, &Input::Restored { incarnation: 1 }).ok()?;
                }
            }
            Action::Rejoin(node) => world.rejoin(plan, *node),
        }
        (world != *self).then_some(world)
    }

    pub fn holders(&self) -> usize {
        self.nodes.iter().filter(|node| node.desk.holds()).count()
    }

    /// A hand-over that is written at the sender and not yet confirmed at the receiver.
    pub fn in_flight(&self) -> bool {
        self.nodes.iter().enumerate().any(|(from, node)| match &node.desk.custody {
            Custody::Passed { epoch, to, .. } => {
                let there = &self.nodes[node_of(*to)].desk.tentative;
                let awaited = |t: &crate::Tentative| t.offer.epoch == *epoch;
                there.as_ref().filter(|t| awaited(t)).is_some_and(|t| t.from == agency(from))
            }
            Custody::None | Custody::Holder { .. } | Custody::Offered { .. } => false,
        })
    }

    pub fn quarantined(&self) -> bool {
        self.nodes.iter().any(|node| node.desk.quarantine)
    }
}
