//! Commands about offers: open, offer, accept, decline, object, recall, and the sender's deadline.

use std::collections::BTreeSet;

use jiefen_vocab::Agency;

use crate::step::Turn;
use crate::{
    Answered, Binding, Cause, Custody, Desk, Effect, Epoch, Ground, Input, Message, Mode, Offer,
    Pending, Refusal, Tell, Tentative, VoidReason, Why,
};

impl Turn {
    pub fn open(&mut self) -> Result<(), Refusal> {
        let fresh = Desk { incarnation: self.desk.incarnation, ..Desk::default() };
        if self.desk != fresh {
            return Err(Refusal::AlreadyKnown);
        }
        let epoch = Epoch::ZERO.next(self.desk.incarnation);
        self.desk.custody = Custody::Holder { epoch };
        self.desk.mark = epoch;
        let accepted_at = self.ctx.now;
        self.effects.push(Effect::HoldingBegan { epoch, mode: None, from: None, accepted_at });
        Ok(())
    }

    pub fn offer(&mut self, input: &Input) -> Result<(), Refusal> {
        let Input::Offer { to, mode, due, brief, co_units, result_due } = input else {
            return Ok(());
        };
        match mode {
            Mode::Assist if co_units.is_empty() => return self.give_task(*brief, *to, *due),
            Mode::Assist => return Err(Refusal::CoUnitsMismatch),
            Mode::Return => return Err(Refusal::ModeNotOpen),
            Mode::Transfer | Mode::Delegate | Mode::Lead | Mode::Escalate => {}
        }
        self.free_holder()?;
        if *to == self.ctx.me {
            return Err(Refusal::ToSelf);
        }
        if self.desk.awaits_designation(self.ctx.me) {
            return Err(Refusal::DesignationPending);
        }
        self.check_target(*to, *mode, co_units)?;
        let offer = Offer {
            epoch: Epoch::ZERO,
            mode: *mode,
            due: Some(*due),
            brief: *brief,
            binding: Binding::Free,
            co_units: co_units.clone(),
            result_due: *result_due,
            declines: 0,
            ground: None,
        };
        self.put_out(*to, offer);
        Ok(())
    }

    fn check_target(
        &self,
        to: Agency,
        mode: Mode,
        co_units: &BTreeSet<Agency>,
    ) -> Result<(), Refusal> {
        if !co_units_fit(to, mode, co_units) {
            return Err(Refusal::CoUnitsMismatch);
        }
        match mode {
            Mode::Transfer | Mode::Lead if self.desk.goes_back_to().is_some() => {
                Err(Refusal::MustReturn)
            }
            Mode::Escalate if Some(to) != self.ctx.centre && !superior(to, self.ctx.me) => {
                Err(Refusal::NotSuperior)
            }
            Mode::Transfer
            | Mode::Delegate
            | Mode::Assist
            | Mode::Lead
            | Mode::Escalate
            | Mode::Return => Ok(()),
        }
    }

    /// The offer on the desk, if it is the one that was shown.
    fn shown(&self, epoch: Epoch) -> Result<Pending, Refusal> {
        if let Some(pending) = &self.desk.pending {
            let newer = pending.offer.epoch != epoch;
            return if newer { Err(Refusal::OldEpoch) } else { Ok(pending.clone()) };
        }
        let accepted = self.desk.tentative.as_ref().is_some_and(|t| t.offer.epoch == epoch);
        let held = self.desk.duties.iter().any(|duty| duty.epoch == epoch);
        Err(if accepted || held { Refusal::AlreadyAccepted } else { Refusal::NothingToAnswer })
    }

    pub fn accept(&mut self, epoch: Epoch) -> Result<(), Refusal> {
        let Pending { from, offer } = self.shown(epoch)?;
        if self.desk.tentative.is_some() {
            return Err(Refusal::AwaitingConfirm);
        }
        self.desk.pending = None;
        self.desk.tentative = Some(Tentative { from, offer, at: self.ctx.now });
        self.send(from, Message::Accepted { epoch });
        Ok(())
    }

    pub fn decline(
        &mut self,
        epoch: Epoch,
        ground: Ground,
        proposal: Option<Agency>,
    ) -> Result<(), Refusal> {
        let Pending { from, offer } = self.shown(epoch)?;
        if undeclinable(&offer) {
            return Err(Refusal::CannotDecline);
        }
        match offer.binding {
            Binding::Free => {}
            Binding::Designated => return Err(Refusal::ObjectInstead),
            Binding::Final => return Err(Refusal::DesignationFinal),
        }
        self.check_proposal(ground, proposal)?;
        self.say_no(from, Message::Declined { epoch, ground, proposal });
        Ok(())
    }

    pub fn object(
        &mut self,
        epoch: Epoch,
        ground: Ground,
        proposal: Option<Agency>,
    ) -> Result<(), Refusal> {
        let Pending { from, offer } = self.shown(epoch)?;
        match offer.binding {
            Binding::Free => return Err(Refusal::NotDesignated),
            Binding::Designated => {}
            Binding::Final => return Err(Refusal::DesignationFinal),
        }
        self.check_proposal(ground, proposal)?;
        self.say_no(from, Message::Objected { epoch, ground, proposal });
        Ok(())
    }

    pub fn check_proposal(&self, ground: Ground, proposal: Option<Agency>) -> Result<(), Refusal> {
        let named = proposal.is_some_and(|agency| agency != self.ctx.me);
        if ground.names_another() && !named { Err(Refusal::ProposalNeeded) } else { Ok(()) }
    }

    fn say_no(&mut self, to: Agency, message: Message) {
        self.desk.pending = None;
        self.desk.answered = Some(Answered { to, message: message.clone() });
        self.send(to, message);
    }

    pub fn recall(&mut self, epoch: Epoch) -> Result<(), Refusal> {
        if self.desk.handed.contains_key(&epoch) {
            return Err(Refusal::AlreadyAccepted);
        }
        let Some((to, offer)) = self.desk.outstanding() else {
            return Err(Refusal::NoOfferOutstanding);
        };
        if offer.epoch != epoch {
            return Err(Refusal::OldEpoch);
        }
        if offer.mode == Mode::Return {
            return Err(Refusal::ReturnStands);
        }
        if offer.binding != Binding::Free && !self.designates_itself() {
            return Err(Refusal::DesignationStands);
        }
        self.keep(epoch);
        self.send(to, Message::Voided { epoch, reason: VoidReason::Recalled });
        Ok(())
    }

    pub fn deadline(&mut self, epoch: Epoch) -> Result<(), Refusal> {
        let current = self.desk.outstanding().filter(|(_, offer)| offer.epoch == epoch);
        let Some((to, offer)) = current.map(|(to, offer)| (to, offer.clone())) else {
            self.ignore(Why::Stale);
            return Ok(());
        };
        if offer.due.is_none_or(|due| self.ctx.now < due) {
            return Err(Refusal::NotYetDue);
        }
        if undeclinable(&offer) {
            self.tell(Tell::Overdue { by: to, epoch });
            return Ok(());
        }
        self.keep(epoch);
        self.send(to, Message::Voided { epoch, reason: VoidReason::Expired });
        self.tell(Tell::Expired { by: to, epoch });
        if let Some(centre) = self.centre() {
            let mode = offer.mode;
            self.send(centre, Message::ExpiryNotice { epoch, unit: to, mode });
        }
        self.seek_designation(Cause::Expired { by: to }, offer.brief, None);
        Ok(())
    }
}

/// True when the receiver of the offer has no way to say no.
pub(crate) fn undeclinable(offer: &Offer) -> bool {
    match offer.mode {
        Mode::Escalate | Mode::Return => true,
        Mode::Transfer | Mode::Delegate | Mode::Assist | Mode::Lead => false,
    }
}

/// True when the region of `to` contains that of `me` and is another one.
pub(crate) fn superior(to: Agency, me: Agency) -> bool {
    to.region != me.region && to.region.contains(me.region)
}

/// A lead has co-units other than itself (the sender may stay on as one); no other mode has any.
pub(crate) fn co_units_fit(to: Agency, mode: Mode, co_units: &BTreeSet<Agency>) -> bool {
    match mode {
        Mode::Lead => !co_units.is_empty() && !co_units.contains(&to),
        Mode::Transfer | Mode::Delegate | Mode::Assist | Mode::Escalate | Mode::Return => {
            co_units.is_empty()
        }
    }
}
