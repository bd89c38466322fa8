//! One step: which handler takes the input, and what handlers share.

use jiefen_vocab::{Agency, FactId, Moment};

use crate::{
    Asked, Cause, Ctx, Custody, Desk, Duty, Effect, Epoch, Handed, Input, Message, Mode, Offer,
    Refusal, Request, Step, Tell, Why,
};

/// Takes the desk one step further. The desk passed in is not changed; store the one in the [`Step`]
/// and write its effects in the same transaction.
///
/// # Errors
/// A [`Refusal`] for a command that is not open now. [`Input::Received`] is never refused: it is
/// answered from the desk, ignored with a reason, or in quarantine [`Effect::Postponed`].
pub fn step(desk: &Desk, input: &Input, ctx: &Ctx) -> Result<Step, Refusal> {
    let mut turn = Turn { desk: desk.clone(), ctx: *ctx, effects: Vec::new() };
    turn.take(input)?;
    Ok(Step { desk: turn.desk, effects: turn.effects })
}

/// A step in the making.
pub(crate) struct Turn {
    pub desk: Desk,
    pub ctx: Ctx,
    pub effects: Vec<Effect>,
}

impl Turn {
    fn take(&mut self, input: &Input) -> Result<(), Refusal> {
        match input {
            Input::Received { .. } if self.desk.quarantine => {
                self.effects.push(Effect::Postponed);
                Ok(())
            }
            Input::Received { from, message } => {
                self.receive(*from, message);
                Ok(())
            }
            Input::Restored { incarnation } => {
                self.restored(*incarnation);
                Ok(())
            }
            Input::Rejoin { evidence } => self.rejoin(evidence),
            Input::Open
            | Input::Offer { .. }
            | Input::Accept { .. }
            | Input::Decline { .. }
            | Input::Object { .. }
            | Input::Recall { .. }
            | Input::DeadlinePassed { .. }
            | Input::Progress { .. }
            | Input::Report { .. }
            | Input::ReturnBack { .. }
            | Input::Acknowledge { .. }
            | Input::RequestDesignation { .. }
            | Input::Designate { .. }
            | Input::ConfirmDesignation { .. }
            | Input::GiveTask { .. }
            | Input::FinishTask { .. }
            | Input::DeclineTask { .. }
            | Input::WithdrawTask { .. }
                if self.desk.quarantine =>
            {
                Err(Refusal::Quarantined)
            }
            Input::Open => self.open(),
            Input::Offer { .. } => self.offer(input),
            Input::Accept { epoch } => self.accept(*epoch),
            Input::Decline { epoch, ground, proposal } => self.decline(*epoch, *ground, *proposal),
            Input::Object { epoch, ground, proposal } => self.object(*epoch, *ground, *proposal),
            Input::Recall { epoch } => self.recall(*epoch),
            Input::DeadlinePassed { epoch } => self.deadline(*epoch),
            Input::Progress { track, next } => self.progress(*track, *next),
            Input::Report { outcome, brief } => self.report(*outcome, *brief),
            Input::ReturnBack { ground, brief } => self.return_back(*ground, *brief),
            Input::Acknowledge { epoch } => self.acknowledge(*epoch),
            Input::RequestDesignation { proposal, brief } => {
                self.request_designation(*proposal, *brief)
            }
            Input::Designate { .. } => self.designate(input),
            Input::ConfirmDesignation { due } => self.confirm_designation(*due),
            Input::GiveTask { task, to, due } => self.give_task(*task, *to, *due),
            Input::FinishTask { task, outcome } => self.finish_task(*task, *outcome),
            Input::DeclineTask { task, ground, proposal } => {
                self.decline_task(*task, *ground, *proposal)
            }
            Input::WithdrawTask { task } => self.withdraw_task(*task),
        }
    }

    pub fn send(&mut self, to: Agency, message: Message) {
        self.effects.push(Effect::Send { to, message });
    }

    pub fn tell(&mut self, tell: Tell) {
        self.effects.push(Effect::Tell(tell));
    }

    pub fn ignore(&mut self, why: Why) {
        self.effects.push(Effect::Ignored { why });
    }

    /// The centre above, if it is another agency.
    pub fn centre(&self) -> Option<Agency> {
        self.ctx.centre.filter(|centre| *centre != self.ctx.me)
    }

    /// True when this agency may designate for a dispute that it holds: no centre stands above, or the
    /// dispute was escalated to it.
    pub fn designates_itself(&self) -> bool {
        let escalated = |duty: &Duty| duty.mode == Mode::Escalate;
        self.centre().is_none() || self.desk.duties.last().is_some_and(escalated)
    }

    /// The holder's newest epoch.
    ///
    /// # Errors
    /// Another agency holds, or an offer is outstanding.
    pub fn free_holder(&self) -> Result<Epoch, Refusal> {
        match &self.desk.custody {
            Custody::Holder { epoch } => Ok(*epoch),
            Custody::Offered { .. } => Err(Refusal::OfferOutstanding),
            Custody::None | Custody::Passed { .. } => Err(Refusal::NotHolder),
        }
    }

    /// Numbers the offer and puts it out. The caller has checked that this agency holds and is free.
    pub fn put_out(&mut self, to: Agency, offer: Offer) {
        let epoch = self.desk.mark.next(self.desk.incarnation);
        let offer = Offer { epoch, declines: self.desk.declines, ..offer };
        self.desk.mark = epoch;
        self.send(to, Message::Offered(offer.clone()));
        if let Some(due) = offer.due {
            self.effects.push(Effect::Arm { epoch, due });
        }
        self.desk.custody = Custody::Offered { to, offer };
    }

    /// The outstanding offer ends without acceptance: responsibility stays here.
    pub fn keep(&mut self, epoch: Epoch) {
        self.desk.custody = Custody::Holder { epoch };
        self.effects.push(Effect::Disarm { epoch });
    }

    /// The acceptance is written: custody leaves, and the receiver is told.
    pub fn pass(&mut self, to: Agency, offer: &Offer) {
        let (epoch, mode) = (offer.epoch, offer.mode);
        self.desk.custody = Custody::Passed { epoch, to, mode };
        let handed = Handed { to, mode, result: None, acknowledged: false };
        self.desk.handed.insert(epoch, handed);
        self.desk.asked = None;
        self.desk.request = None;
        self.send(to, Message::Confirmed { epoch, mode });
        self.effects.push(Effect::Disarm { epoch });
        self.effects.push(Effect::HoldingEnded { epoch, mode, to });
        self.tell(Tell::Accepted { by: to, epoch, mode });
        self.release_duties(offer);
    }

    /// Custody begins here.
    pub fn begin(&mut self, from: Agency, offer: &Offer, accepted_at: Moment) {
        let (epoch, mode) = (offer.epoch, offer.mode);
        self.assume_duties(from, offer);
        self.desk.custody = Custody::Holder { epoch };
        self.desk.mark = self.desk.mark.max(epoch);
        self.desk.declines = offer.declines;
        self.desk.tentative = None;
        self.desk.asked = None;
        self.desk.request = None;
        self.desk.pending = self.desk.pending.take().filter(|p| p.offer.epoch > epoch);
        let (mode, from) = (Some(mode), Some(from));
        self.effects.push(Effect::HoldingBegan { epoch, mode, from, accepted_at });
    }

    /// The holder must wait for a designation: asked for, or forced by an expiry, two declines or an
    /// objection.
    pub fn seek_designation(&mut self, cause: Cause, brief: FactId, proposal: Option<Agency>) {
        let epoch = self.desk.custody.epoch();
        if cause != Cause::Asked {
            self.tell(Tell::DesignationForced { cause: cause.clone() });
        }
        match self.centre().filter(|_| !self.designates_itself()) {
            Some(centre) => self.ask(centre, brief, cause, proposal),
            None => {
                let holder = self.ctx.me;
                self.desk.request = Some(Request { holder, epoch, brief, cause, proposal });
            }
        }
    }

    /// Asks that centre to name the unit.
    pub fn ask(&mut self, centre: Agency, brief: FactId, cause: Cause, proposal: Option<Agency>) {
        let epoch = self.desk.custody.epoch();
        self.desk.asked = Some(Asked { centre, epoch, brief });
        self.send(centre, Message::DesignationRequested { epoch, brief, cause, proposal });
    }
}
