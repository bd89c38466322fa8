//! Designation: asked of the centre, made, objected to once, confirmed.

use std::collections::BTreeSet;

use jiefen_vocab::{Agency, FactId, Moment};

use crate::command::co_units_fit;
use crate::step::Turn;
use crate::{
    Binding, Cause, Custody, Designation, Epoch, Input, Message, Mode, Offer, Refusal, Request,
    Tell, Why,
};

/// What the centre decided, in the words of [`Message::Designated`].
struct Decision {
    to: Agency,
    mode: Mode,
    due: Moment,
    co_units: BTreeSet<Agency>,
    result_due: Option<Moment>,
    last: bool,
}

impl Decision {
    /// The offer that carries it out.
    fn offer(self, brief: FactId) -> Offer {
        Offer {
            epoch: Epoch::ZERO,
            mode: self.mode,
            due: Some(self.due),
            brief,
            binding: match (self.mode, self.last) {
                (Mode::Escalate, _) => Binding::Free,
                (_, true) => Binding::Final,
                (_, false) => Binding::Designated,
            },
            co_units: self.co_units,
            result_due: self.result_due,
            declines: 0,
            ground: None,
        }
    }
}

impl Turn {
    pub fn request_designation(
        &mut self,
        proposal: Option<Agency>,
        brief: FactId,
    ) -> Result<(), Refusal> {
        self.free_holder()?;
        if self.desk.awaits_designation(self.ctx.me) {
            return Err(Refusal::DesignationPending);
        }
        let centre = self.centre().ok_or(Refusal::NoCentre)?;
        self.ask(centre, brief, Cause::Asked, proposal);
        Ok(())
    }

    pub fn designate(&mut self, input: &Input) -> Result<(), Refusal> {
        let Input::Designate { to, mode, due, brief, co_units, result_due } = input else {
            return Ok(());
        };
        let request = self.open_request(*brief)?;
        match mode {
            Mode::Transfer | Mode::Delegate | Mode::Lead => {}
            Mode::Assist | Mode::Escalate | Mode::Return => return Err(Refusal::ModeNotOpen),
        }
        if !co_units_fit(*to, *mode, co_units) {
            return Err(Refusal::CoUnitsMismatch);
        }
        match &request.cause {
            Cause::Objection { by, .. } if by == to => return Err(Refusal::ConfirmInstead),
            Cause::Objection { .. } | Cause::Asked | Cause::Expired { .. } | Cause::TwoDeclines => {
            }
        }
        let (to, mode, due, result_due) = (*to, *mode, *due, *result_due);
        let co_units = co_units.clone();
        self.decide(&request, Decision { to, mode, due, co_units, result_due, last: false });
        Ok(())
    }

    pub fn confirm_designation(&mut self, due: Moment) -> Result<(), Refusal> {
        let request = self.desk.request.clone().ok_or(Refusal::NothingToConfirm)?;
        let Cause::Objection { by, offer, .. } = &request.cause else {
            return Err(Refusal::NothingToConfirm);
        };
        let decision = Decision {
            to: *by,
            mode: offer.mode,
            due,
            co_units: offer.co_units.clone(),
            result_due: offer.result_due,
            last: true,
        };
        self.decide(&request, decision);
        Ok(())
    }

    /// The request to be answered: one that came, or this centre's own when it holds the dispute.
    fn open_request(&self, brief: FactId) -> Result<Request, Refusal> {
        if let Some(request) = &self.desk.request {
            return Ok(request.clone());
        }
        if !self.desk.holds() || !self.designates_itself() || self.desk.asked.is_some() {
            return Err(Refusal::NothingToDesignate);
        }
        let epoch = self.free_holder()?;
        let holder = self.ctx.me;
        Ok(Request { holder, epoch, brief, cause: Cause::Asked, proposal: None })
    }

    fn decide(&mut self, request: &Request, decision: Decision) {
        self.desk.request = None;
        if request.holder == self.ctx.me {
            self.carry_out(decision, request.brief);
            return;
        }
        let message = Message::Designated {
            epoch: request.epoch,
            to: decision.to,
            mode: decision.mode,
            due: decision.due,
            co_units: decision.co_units,
            result_due: decision.result_due,
            last: decision.last,
        };
        let holder = request.holder;
        self.desk.designated = Some(Designation { holder, message: message.clone() });
        self.send(holder, message);
    }

    /// At the holder: offers the dispute to the designated unit, or keeps it. Keeping is a fact of its own
    /// with its own epoch, so that a later request is not taken for this one.
    fn carry_out(&mut self, decision: Decision, brief: FactId) {
        self.desk.declines = 0;
        let (to, last) = (decision.to, decision.last);
        self.tell(Tell::DesignationSeen { to, last });
        if to == self.ctx.me {
            let epoch = self.desk.mark.next(self.desk.incarnation);
            self.desk.mark = epoch;
            self.desk.custody = Custody::Holder { epoch };
        } else {
            self.put_out(to, decision.offer(brief));
        }
    }

    /// At the centre: a holder asks.
    pub fn on_designation_requested(&mut self, request: Request) {
        if let Some(made) = &self.desk.designated {
            let (holder, epoch) = (made.holder, made.message.epoch());
            if holder == request.holder && epoch == Some(request.epoch) {
                let message = made.message.clone();
                self.send(holder, message);
                return self.ignore(Why::Known);
            }
            if epoch > Some(request.epoch) {
                return self.ignore(Why::Stale);
            }
        }
        let waiting = self.desk.request.as_ref().map(|known| known.epoch);
        if waiting == Some(request.epoch) {
            return self.ignore(Why::Known);
        }
        if waiting > Some(request.epoch) || self.desk.custody.epoch() > request.epoch {
            return self.ignore(Why::Stale);
        }
        self.tell(Tell::DesignationAsked {
            holder: request.holder,
            cause: request.cause.clone(),
            proposal: request.proposal,
        });
        self.desk.request = Some(request);
    }

    /// At the holder: the centre has decided.
    pub fn on_designated(&mut self, from: Agency, message: &Message) {
        let Message::Designated { epoch, to, mode, due, co_units, result_due, last } = message
        else {
            return;
        };
        let Some(asked) = self.desk.asked.clone().filter(|asked| asked.epoch == *epoch) else {
            return self.ignore(Why::Stale);
        };
        if asked.centre != from {
            return self.ignore(Why::Stranger);
        }
        self.desk.asked = None;
        let mode = match mode {
            Mode::Delegate | Mode::Transfer | Mode::Lead if *to == from => Mode::Escalate,
            Mode::Delegate | Mode::Transfer | Mode::Lead => *mode,
            Mode::Assist | Mode::Escalate | Mode::Return if *to == from => Mode::Escalate,
            Mode::Assist | Mode::Escalate | Mode::Return => Mode::Transfer,
        };
        let co_units = if mode == Mode::Lead { co_units.clone() } else { BTreeSet::new() };
        let (to, due, result_due, last) = (*to, *due, *result_due, *last);
        self.carry_out(Decision { to, mode, due, co_units, result_due, last }, asked.brief);
    }
}
