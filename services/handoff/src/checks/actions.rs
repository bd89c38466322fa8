//! What may happen next in a world.

use std::collections::BTreeSet;
use std::rc::Rc;

use jiefen_vocab::{Agency, FactId, Outcome};

use super::mutants::Mutant;
use super::world::{Action, BRIEF, DUE, Fate, Plan, World, agency};
use crate::command::undeclinable;
use crate::{Binding, Cause, Custody, Desk, Ground, Input, Mode, TaskState};

const TASK: FactId = FactId::from_bits(9);

impl World {
    /// Everything that may happen, faults included.
    pub fn actions(&self, plan: &Plan) -> Vec<Action> {
        let mut all = self.progress(plan);
        for (node, at) in self.nodes.iter().enumerate().filter(|(_, at)| !at.desk.quarantine) {
            self.initiatives(plan, node, &at.desk, &mut all);
        }
        if self.restores > 0 {
            match &self.backup {
                None => all.extend((0..plan.nodes).map(Action::Backup)),
                Some((node, _)) => all.push(Action::Restore(*node)),
            }
        }
        let on_way = self.on_way(plan);
        if plan.repeats {
            all.extend(on_way.iter().cloned().map(|p| Action::Deliver(p, Fate::Again)));
        }
        if plan.bus {
            if plan.restores > 0 {
                all.extend(on_way.iter().cloned().map(|p| Action::Deliver(p, Fate::Stray)));
            }
            if self.losses > 0 {
                all.extend(self.net.iter().cloned().map(Action::Lose));
            }
        }
        all
    }

    /// What ends things that are open: without it the world is quiet.
    pub fn progress(&self, plan: &Plan) -> Vec<Action> {
        let mut all = Vec::new();
        for (node, at) in self.nodes.iter().enumerate() {
            if at.desk.quarantine {
                all.push(Action::Rejoin(node));
                continue;
            }
            answers(plan, node, &at.desk, &mut all);
            if plan.bus {
                let fresh = at.outbox.iter().filter(|packet| !self.net.contains(*packet));
                all.extend(fresh.cloned().map(Action::Publish));
            }
        }
        all.extend(self.on_way(plan).into_iter().map(|p| Action::Deliver(p, Fate::Done)));
        all
    }

    fn on_way(&self, plan: &Plan) -> Vec<Rc<super::world::Packet>> {
        let open = |p: &&Rc<super::world::Packet>| !self.nodes[p.to].desk.quarantine;
        if plan.bus {
            return self.net.iter().filter(open).cloned().collect();
        }
        self.nodes.iter().flat_map(|node| node.outbox.iter().filter(open).cloned()).collect()
    }

    /// What staff may begin of its own will.
    fn initiatives(&self, plan: &Plan, node: usize, desk: &Desk, all: &mut Vec<Action>) {
        let mut act = |input| all.push(Action::Act(node, Box::new(input)));
        let below = desk.mark.n < plan.offers;
        match &desk.custody {
            Custody::Holder { .. } => {
                if below && !desk.awaits_designation(agency(node)) {
                    offers(plan, node).into_iter().for_each(&mut act);
                    if plan.asks {
                        act(Input::RequestDesignation { proposal: None, brief: BRIEF });
                        designations(plan, node).into_iter().for_each(&mut act);
                    }
                }
                if plan.reports && (desk.goes_back_to().is_none() && !desk.duties.is_empty()) {
                    act(Input::Report { outcome: Outcome::Agreed, brief: BRIEF });
                }
                if desk.goes_back_to().is_some() {
                    act(Input::Report { outcome: Outcome::Failed, brief: BRIEF });
                    if plan.reports {
                        act(Input::ReturnBack { ground: Ground::Unresolved, brief: BRIEF });
                    }
                }
            }
            Custody::Offered { offer, .. } if plan.recalls => {
                act(Input::Recall { epoch: offer.epoch });
            }
            Custody::Offered { .. } | Custody::None | Custody::Passed { .. } => {}
        }
        if plan.reports {
            let results = desk.handed.iter().filter(|(_, h)| h.result.is_some() && !h.acknowledged);
            results.for_each(|(epoch, _)| act(Input::Acknowledge { epoch: *epoch }));
        }
        if plan.tasks {
            tasks(plan, node, desk, &mut act);
        }
    }
}

fn tasks(plan: &Plan, node: usize, desk: &Desk, act: &mut impl FnMut(Input)) {
    if desk.holds() && desk.given.is_empty() {
        act(Input::GiveTask { task: TASK, to: agency((node + 1) % plan.nodes), due: DUE });
    }
    for (task, _) in desk.given.iter().filter(|(_, t)| t.state == TaskState::Open) {
        act(Input::WithdrawTask { task: *task });
    }
    for (task, _) in desk.tasks.iter().filter(|(_, t)| t.state == TaskState::Open) {
        act(Input::FinishTask { task: *task, outcome: Outcome::Performed });
    }
}

fn offers(plan: &Plan, node: usize) -> Vec<Input> {
    let mut all = Vec::new();
    for mode in plan.modes {
        for target in (0..plan.nodes).filter(|target| *target != node) {
            if *mode == Mode::Escalate && World::ctx(plan, node, DUE).centre != Some(agency(target))
            {
                continue;
            }
            let co_units = (0..plan.nodes)
                .filter(|unit| *mode == Mode::Lead && *unit != target && *unit != node)
                .map(agency)
                .collect::<BTreeSet<_>>();
            let (to, mode, due, brief) = (agency(target), *mode, DUE, BRIEF);
            all.push(Input::Offer { to, mode, due, brief, co_units, result_due: None });
        }
    }
    all
}

/// What staff answers: offers, deadlines, requests for designation.
fn answers(plan: &Plan, node: usize, desk: &Desk, all: &mut Vec<Action>) {
    let mut act = |input| all.push(Action::Act(node, Box::new(input)));
    if let (Some(pending), None) = (&desk.pending, &desk.tentative) {
        let (epoch, ground, proposal) = (pending.offer.epoch, Ground::NoConsent, None);
        act(Input::Accept { epoch });
        let lax = plan.mutant == Some(Mutant::CentreMayDecline);
        match pending.offer.binding {
            Binding::Free if lax || !undeclinable(&pending.offer) => {
                act(Input::Decline { epoch, ground, proposal });
            }
            Binding::Designated => act(Input::Object { epoch, ground, proposal }),
            Binding::Free | Binding::Final => {}
        }
    }
    if let Some((_, offer)) = desk.outstanding().filter(|(_, offer)| !undeclinable(offer)) {
        act(Input::DeadlinePassed { epoch: offer.epoch });
    }
    let Some(request) = &desk.request else { return };
    if let Cause::Objection { .. } = request.cause {
        act(Input::ConfirmDesignation { due: DUE });
    }
    let bounded = request.epoch.n >= plan.offers;
    if bounded {
        act(designate(request.holder));
    } else {
        (0..plan.nodes).for_each(|target| act(designate(agency(target))));
    }
}

fn designate(to: Agency) -> Input {
    let (mode, due, brief, co_units) = (Mode::Transfer, DUE, BRIEF, BTreeSet::new());
    Input::Designate { to, mode, due, brief, co_units, result_due: None }
}

fn designations(plan: &Plan, node: usize) -> Vec<Input> {
    (0..plan.nodes).filter(|t| *t != node).map(|target| designate(agency(target))).collect()
}
