//! After a restore from backup: quarantine, and what peers and streams still hold brings the desk back.

use std::collections::BTreeSet;

use jiefen_vocab::Agency;

use crate::step::Turn;
use crate::{
    Answered, Asked, Custody, Designation, Effect, Epoch, Evidence, Handed, Message, Offer,
    Refusal, Task, TaskState, Tentative, VoidReason,
};

/// The evidence, sorted by epoch, apart by direction.
struct Found {
    said: Vec<(Agency, Message)>,
    heard: Vec<(Agency, Message)>,
}

impl Found {
    fn new(me: Agency, evidence: &[Evidence]) -> Found {
        let mut all: Vec<&Evidence> = evidence.iter().collect();
        all.sort_by_key(|e| (e.message.epoch(), e.from, e.to, &e.message));
        all.dedup();
        let (mut said, mut heard) = (Vec::new(), Vec::new());
        for Evidence { from, to, message } in all {
            if *from == me && *to != me {
                said.push((*to, message.clone()));
            } else if *to == me && *from != me {
                heard.push((*from, message.clone()));
            }
        }
        Found { said, heard }
    }

    fn epochs(&self) -> BTreeSet<Epoch> {
        self.said.iter().chain(&self.heard).filter_map(|(_, message)| message.epoch()).collect()
    }

    /// The offer of that epoch among these messages.
    fn offer(messages: &[(Agency, Message)], with: Agency, epoch: Epoch) -> Option<Offer> {
        messages.iter().find_map(|(agency, message)| match message {
            Message::Offered(offer) if *agency == with && offer.epoch == epoch => {
                Some(offer.clone())
            }
            Message::Offered(_)
            | Message::Accepted { .. }
            | Message::Declined { .. }
            | Message::Objected { .. }
            | Message::Confirmed { .. }
            | Message::Voided { .. }
            | Message::ExpiryNotice { .. }
            | Message::ProgressReported { .. }
            | Message::ResultReported { .. }
            | Message::ResultAcknowledged { .. }
            | Message::DesignationRequested { .. }
            | Message::Designated { .. }
            | Message::TaskGiven { .. }
            | Message::TaskDeclined { .. }
            | Message::TaskDone { .. }
            | Message::TaskWithdrawn { .. } => None,
        })
    }
}

impl Turn {
    pub fn restored(&mut self, incarnation: u32) {
        self.desk.quarantine = true;
        self.desk.incarnation = self.desk.incarnation.max(incarnation);
    }

    /// What I am known to have said is what I did; what I have heard is then taken like any message.
    pub fn rejoin(&mut self, evidence: &[Evidence]) -> Result<(), Refusal> {
        if !self.desk.quarantine {
            return Err(Refusal::NotQuarantined);
        }
        self.desk.quarantine = false;
        let found = Found::new(self.ctx.me, evidence);
        let epochs = found.epochs();
        let top = epochs.last().copied().unwrap_or(Epoch::ZERO).max(self.desk.mark);
        for epoch in epochs {
            self.relive(epoch, &found);
        }
        self.relive_tasks(&found);
        self.drop_what_is_over();
        self.desk.incarnation = self.desk.incarnation.max(top.incarnation.saturating_add(1));
        for (to, message) in &found.said {
            self.send(*to, message.clone());
        }
        for (from, message) in &found.heard {
            self.receive(*from, message);
        }
        self.desk.mark = self.desk.mark.max(top);
        Ok(())
    }

    /// One epoch: first as its receiver, then as the holder who asks, then as its sender.
    fn relive(&mut self, epoch: Epoch, found: &Found) {
        let at = |(_, message): &&(Agency, Message)| message.epoch() == Some(epoch);
        let said: Vec<_> = found.said.iter().filter(at).cloned().collect();
        let heard: Vec<_> = found.heard.iter().filter(at).cloned().collect();
        for (with, message) in &said {
            self.relive_answer(*with, message, found);
        }
        for (from, message) in &heard {
            if let Message::Confirmed { .. } = message {
                // Confirmed is what I accepted, even where my own word for it is lost.
                self.relive_acceptance(*from, epoch, found);
                self.receive(*from, message);
            }
        }
        for (to, message) in &said {
            if let Message::Offered(offer) = message {
                self.relive_offer(*to, offer);
            }
        }
        for (to, message) in &said {
            self.relive_end(*to, message);
        }
    }

    /// An answer I gave to an offer of another.
    fn relive_answer(&mut self, to: Agency, message: &Message, found: &Found) {
        match message {
            Message::Accepted { epoch } => {
                self.relive_acceptance(to, *epoch, found);
                self.answered_until(*epoch);
            }
            Message::Declined { epoch, .. } | Message::Objected { epoch, .. } => {
                self.desk.answered = Some(Answered { to, message: message.clone() });
                self.answered_until(*epoch);
            }
            Message::Offered(_)
            | Message::Confirmed { .. }
            | Message::Voided { .. }
            | Message::ExpiryNotice { .. }
            | Message::ProgressReported { .. }
            | Message::ResultReported { .. }
            | Message::ResultAcknowledged { .. }
            | Message::DesignationRequested { .. }
            | Message::Designated { .. }
            | Message::TaskGiven { .. }
            | Message::TaskDeclined { .. }
            | Message::TaskDone { .. }
            | Message::TaskWithdrawn { .. } => {}
        }
    }

    /// I accepted that offer. Where two backups have forgotten what it said, the confirmation still says
    /// how it was handed over.
    fn relive_acceptance(&mut self, from: Agency, epoch: Epoch, found: &Found) {
        let accepted = self.desk.tentative.as_ref().map_or(Epoch::ZERO, |t| t.offer.epoch);
        let voided = self.desk.voided.get(&from).copied().unwrap_or_default();
        if self.desk.custody.epoch().max(accepted).max(voided) >= epoch {
            return;
        }
        let on_desk = self.desk.pending.as_ref().map(|p| (p.from, p.offer.clone()));
        let on_desk = on_desk.filter(|(by, offer)| *by == from && offer.epoch == epoch);
        let offer = Found::offer(&found.heard, from, epoch)
            .or(on_desk.map(|(_, offer)| offer))
            .unwrap_or_else(|| Offer::blank(epoch));
        self.desk.tentative = Some(Tentative { from, offer, at: self.ctx.now });
    }

    /// I have answered everything up to here.
    fn answered_until(&mut self, epoch: Epoch) {
        self.desk.pending = self.desk.pending.take().filter(|p| p.offer.epoch > epoch);
        self.desk.mark = self.desk.mark.max(epoch);
    }

    /// An offer I made: so I held.
    fn relive_offer(&mut self, to: Agency, offer: &Offer) {
        let epoch = offer.epoch;
        self.desk.mark = self.desk.mark.max(epoch);
        if self.desk.custody.epoch() >= epoch {
            return;
        }
        if self.desk.custody == Custody::None {
            let accepted_at = self.ctx.now;
            self.effects.push(Effect::HoldingBegan { epoch, mode: None, from: None, accepted_at });
        }
        if let Some(due) = offer.due {
            self.effects.push(Effect::Arm { epoch, due });
        }
        self.desk.declines = offer.declines;
        self.desk.custody = Custody::Offered { to, offer: offer.clone() };
    }

    /// How an offer of mine ended, or what I said besides.
    fn relive_end(&mut self, to: Agency, message: &Message) {
        match message {
            Message::Voided { epoch, reason: VoidReason::Superseded } => self.relive_void(*epoch),
            Message::Voided { epoch, reason: VoidReason::Expired | VoidReason::Recalled }
            | Message::ExpiryNotice { epoch, .. } => {
                self.relive_void(*epoch);
                self.held_at(*epoch);
            }
            Message::TaskGiven { epoch, .. } => self.held_at(*epoch),
            Message::Confirmed { epoch, mode } => {
                let ours = self.desk.outstanding().filter(|(_, o)| o.epoch == *epoch);
                if let Some(offer) = ours.map(|(_, offer)| offer.clone()) {
                    self.pass(to, &offer);
                } else if self.desk.custody.epoch() < *epoch {
                    let (epoch, mode) = (*epoch, *mode);
                    self.desk.custody = Custody::Passed { epoch, to, mode };
                    self.desk.mark = self.desk.mark.max(epoch);
                    self.effects.push(Effect::HoldingEnded { epoch, mode, to });
                }
                let handed = Handed { to, mode: *mode, result: None, acknowledged: false };
                self.desk.handed.entry(*epoch).or_insert(handed);
            }
            Message::DesignationRequested { epoch, brief, .. } => {
                self.relive_void(*epoch);
                self.held_at(*epoch);
                if self.desk.custody == (Custody::Holder { epoch: *epoch }) {
                    self.desk.asked = Some(Asked { centre: to, epoch: *epoch, brief: *brief });
                }
            }
            Message::Designated { epoch, .. } => {
                let known = self.desk.designated.as_ref().and_then(|d| d.message.epoch());
                if known < Some(*epoch) {
                    self.desk.designated =
                        Some(Designation { holder: to, message: message.clone() });
                }
                let request = self.desk.request.take();
                self.desk.request = request.filter(|r| r.epoch > *epoch || r.holder != to);
            }
            Message::ResultReported { epoch, outcome, .. } => {
                for duty in self.desk.duties.iter_mut().filter(|duty| duty.epoch == *epoch) {
                    duty.reported = Some(*outcome);
                }
            }
            Message::ResultAcknowledged { epoch } => {
                if let Some(handed) = self.desk.handed.get_mut(epoch) {
                    handed.acknowledged = true;
                }
            }
            Message::Offered(_)
            | Message::Accepted { .. }
            | Message::Declined { .. }
            | Message::Objected { .. }
            | Message::ProgressReported { .. }
            | Message::TaskDeclined { .. }
            | Message::TaskDone { .. }
            | Message::TaskWithdrawn { .. } => {}
        }
    }

    /// Only the holder says this, so I held in that epoch: what I offered before was over, even where
    /// nobody has seen how.
    fn held_at(&mut self, epoch: Epoch) {
        if self.desk.custody.epoch() < epoch {
            self.desk.custody = Custody::Holder { epoch };
            self.desk.mark = self.desk.mark.max(epoch);
        }
    }

    /// The offer was over without acceptance: I held on.
    fn relive_void(&mut self, epoch: Epoch) {
        if self.desk.outstanding().is_some_and(|(_, offer)| offer.epoch == epoch) {
            self.keep(epoch);
        }
    }

    fn relive_tasks(&mut self, found: &Found) {
        for (to, message) in &found.said {
            let with = *to;
            match message {
                Message::TaskGiven { task, due, .. } => {
                    let given = Task { with, due: Some(*due), state: TaskState::Open };
                    self.desk.given.entry(*task).or_insert(given);
                }
                Message::TaskWithdrawn { task } => {
                    let given = Task { with, due: None, state: TaskState::Open };
                    let known = self.desk.given.entry(*task).or_insert(given);
                    if known.state == TaskState::Open {
                        known.state = TaskState::Withdrawn;
                    }
                }
                Message::TaskDone { task, outcome } => {
                    let done = Task { with, due: None, state: TaskState::Open };
                    let known = self.desk.tasks.entry(*task).or_insert(done);
                    known.state = TaskState::Done(*outcome);
                }
                Message::TaskDeclined { task, .. } => {
                    let done = Task { with, due: None, state: TaskState::Open };
                    self.desk.tasks.entry(*task).or_insert(done).state = TaskState::Declined;
                }
                Message::Offered(_)
                | Message::Accepted { .. }
                | Message::Declined { .. }
                | Message::Objected { .. }
                | Message::Confirmed { .. }
                | Message::Voided { .. }
                | Message::ExpiryNotice { .. }
                | Message::ProgressReported { .. }
                | Message::ResultReported { .. }
                | Message::ResultAcknowledged { .. }
                | Message::DesignationRequested { .. }
                | Message::Designated { .. } => {}
            }
        }
    }

    /// What the newer custody has overtaken.
    fn drop_what_is_over(&mut self) {
        let now = self.desk.custody.epoch();
        let holder = matches!(self.desk.custody, Custody::Holder { .. });
        self.desk.tentative = self.desk.tentative.take().filter(|t| t.offer.epoch > now);
        self.desk.pending = self.desk.pending.take().filter(|p| p.offer.epoch > now);
        self.desk.asked = self.desk.asked.take().filter(|a| holder && a.epoch == now);
        let me = self.ctx.me;
        let request = self.desk.request.take();
        self.desk.request = request
            .filter(|r| if r.holder == me { holder && r.epoch == now } else { r.epoch >= now });
    }
}
