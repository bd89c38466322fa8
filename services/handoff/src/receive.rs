//! Messages. None fails: each is answered from the desk, recorded, or ignored with a reason.

use jiefen_vocab::Agency;

use crate::command::undeclinable;
use crate::step::Turn;
use crate::{
    Binding, Cause, Epoch, Message, Mode, Offer, Pending, Request, TaskState, Tell, Tentative,
    VoidReason, Why,
};

/// Two declines on one dispute force a designation (case-lifecycle §4).
const DECLINES_THAT_FORCE: u8 = 2;

impl Turn {
    pub fn receive(&mut self, from: Agency, message: &Message) {
        if from == self.ctx.me {
            return self.ignore(Why::Stranger);
        }
        match message {
            Message::Offered(offer) => self.on_offered(from, offer),
            Message::Accepted { epoch } => self.on_accepted(from, *epoch),
            Message::Declined { .. } | Message::Objected { .. } => self.on_no(from, message),
            Message::Confirmed { epoch, mode } => self.on_confirmed(from, *epoch, *mode),
            Message::Voided { epoch, reason } => self.on_voided(from, *epoch, *reason),
            Message::ExpiryNotice { epoch, unit, mode } => self.tell(Tell::ExpirySeen {
                holder: from,
                unit: *unit,
                epoch: *epoch,
                mode: *mode,
            }),
            Message::ProgressReported { epoch, at, track, next } => {
                self.on_progress(from, *epoch, *at, *track, *next);
            }
            Message::ResultReported { epoch, outcome, brief } => {
                self.on_result(from, *epoch, *outcome, *brief);
            }
            Message::ResultAcknowledged { epoch } => {
                self.tell(Tell::ResultAcknowledged { by: from, epoch: *epoch });
            }
            Message::DesignationRequested { epoch, brief, cause, proposal } => {
                self.on_designation_requested(Request {
                    holder: from,
                    epoch: *epoch,
                    brief: *brief,
                    cause: cause.clone(),
                    proposal: *proposal,
                });
            }
            Message::Designated { .. } => self.on_designated(from, message),
            Message::TaskGiven { task, due, .. } => self.on_task_given(from, *task, *due),
            Message::TaskDeclined { task, ground, proposal } => {
                let (by, task) = (from, *task);
                let told = Tell::TaskDeclined { by, task, ground: *ground, proposal: *proposal };
                self.on_task_ended(by, task, TaskState::Declined, told);
            }
            Message::TaskDone { task, outcome } => {
                let (by, task, outcome) = (from, *task, *outcome);
                let told = Tell::TaskDone { by, task, outcome };
                self.on_task_ended(by, task, TaskState::Done(outcome), told);
            }
            Message::TaskWithdrawn { task } => self.on_task_withdrawn(from, *task),
        }
    }

    fn on_offered(&mut self, from: Agency, offer: &Offer) {
        let epoch = offer.epoch;
        if let Some(answer) = self.answer_given(from, epoch) {
            self.send(from, answer);
            return self.ignore(Why::Known);
        }
        let voided = self.desk.voided.get(&from).is_some_and(|dead| *dead >= epoch);
        if self.desk.pending.as_ref().is_some_and(|p| p.from == from && p.offer == *offer) {
            return self.ignore(Why::Known);
        }
        if voided || epoch <= self.desk.mark || offer.mode == Mode::Assist {
            return self.ignore(Why::Stale);
        }
        self.desk.mark = epoch;
        let (from_before, offer) = (from, offer.clone());
        if let Some(older) = self.desk.pending.replace(Pending { from, offer: offer.clone() }) {
            let (from, epoch) = (older.from, older.offer.epoch);
            self.tell(Tell::OfferGone { from, epoch, reason: VoidReason::Superseded });
        }
        self.tell(Tell::OfferSeen { from: from_before, offer });
        self.take_returns();
    }

    /// The answer this desk has given to that offer, if it has.
    fn answer_given(&self, from: Agency, epoch: Epoch) -> Option<Message> {
        if self.desk.tentative.as_ref().is_some_and(|t| t.from == from && t.offer.epoch == epoch) {
            return Some(Message::Accepted { epoch });
        }
        let refused = self.desk.answered.as_ref()?;
        let same = refused.to == from && refused.message.epoch() == Some(epoch);
        same.then(|| refused.message.clone())
    }

    /// What comes back is taken at once: the giver never stopped answering for it.
    fn take_returns(&mut self) {
        let back = self.desk.pending.as_ref().filter(|p| p.offer.mode == Mode::Return);
        if let Some(epoch) = back.map(|p| p.offer.epoch) {
            // Refused only while an earlier acceptance waits; its end comes here again.
            let _waits = self.accept(epoch);
        }
    }

    fn on_accepted(&mut self, from: Agency, epoch: Epoch) {
        let ours = self.desk.outstanding().filter(|(to, o)| *to == from && o.epoch == epoch);
        if let Some(offer) = ours.map(|(_, offer)| offer.clone()) {
            return self.pass(from, &offer);
        }
        match self.desk.handed.get(&epoch).filter(|handed| handed.to == from) {
            Some(handed) => {
                let mode = handed.mode;
                self.send(from, Message::Confirmed { epoch, mode });
                self.ignore(Why::Known);
            }
            None => {
                self.send(from, Message::Voided { epoch, reason: VoidReason::Superseded });
                self.ignore(Why::Stale);
            }
        }
    }

    /// Declined or objected to: custody stays; the second decline and every objection go to the centre.
    fn on_no(&mut self, by: Agency, message: &Message) {
        let (Message::Declined { epoch, ground, proposal }
        | Message::Objected { epoch, ground, proposal }) = message
        else {
            return;
        };
        let (epoch, ground, proposal) = (*epoch, *ground, *proposal);
        let ours = self.desk.outstanding().filter(|(to, o)| *to == by && o.epoch == epoch);
        let Some(offer) = ours.map(|(_, offer)| offer.clone()) else {
            return self.ignore(Why::Stale);
        };
        let objected = matches!(message, Message::Objected { .. });
        match (offer.binding, objected) {
            (Binding::Free, false) if !undeclinable(&offer) => {
                self.keep(epoch);
                self.desk.declines = self.desk.declines.saturating_add(1);
                self.tell(Tell::Declined { by, epoch, ground, proposal });
                if self.desk.declines >= DECLINES_THAT_FORCE {
                    self.seek_designation(Cause::TwoDeclines, offer.brief, proposal);
                }
            }
            (Binding::Designated, true) => {
                self.keep(epoch);
                self.tell(Tell::Objected { by, epoch, ground, proposal });
                let brief = offer.brief;
                self.seek_designation(Cause::Objection { by, ground, offer }, brief, proposal);
            }
            (Binding::Free | Binding::Designated | Binding::Final, _) => {
                self.ignore(Why::NotDeclinable);
            }
        }
    }

    fn on_confirmed(&mut self, from: Agency, epoch: Epoch, mode: Mode) {
        let ours = |t: &Tentative| t.from == from && t.offer.epoch == epoch;
        match self.desk.tentative.clone().filter(ours) {
            Some(Tentative { offer, at, .. }) => {
                self.begin(from, &Offer { mode, ..offer }, at);
                self.take_returns();
            }
            None if self.desk.custody.epoch() >= epoch => self.ignore(Why::Known),
            None => self.ignore(Why::Stale),
        }
    }

    fn on_voided(&mut self, from: Agency, epoch: Epoch, reason: VoidReason) {
        let dead = self.desk.voided.entry(from).or_default();
        let news = *dead < epoch;
        *dead = epoch.max(*dead);
        let pending = self.desk.pending.as_ref();
        let on_desk = pending.is_some_and(|p| p.from == from && p.offer.epoch == epoch);
        let tentative = self.desk.tentative.as_ref();
        let accepted = tentative.is_some_and(|t| t.from == from && t.offer.epoch == epoch);
        if on_desk {
            self.desk.pending = None;
        }
        if accepted {
            self.desk.tentative = None;
        }
        if on_desk || accepted {
            self.tell(Tell::OfferGone { from, epoch, reason });
        } else if !news {
            self.ignore(Why::Known);
        }
        self.take_returns();
    }
}
