//! Progress, results, the way back of a delegated dispute, and to whom the holder answers.

use jiefen_vocab::{Agency, FactId, Moment, Outcome, TrackKind};

use crate::step::Turn;
use crate::{Custody, Duty, Epoch, Ground, Message, Mode, Offer, Refusal, Tell, Why};

impl Turn {
    pub fn progress(
        &mut self,
        track: Option<TrackKind>,
        next: Option<Moment>,
    ) -> Result<(), Refusal> {
        if !self.desk.holds() {
            return Err(Refusal::NotHolder);
        }
        let at = self.ctx.now;
        self.inform(|epoch| Message::ProgressReported { epoch, at, track, next });
        Ok(())
    }

    pub fn report(&mut self, outcome: Outcome, brief: FactId) -> Result<(), Refusal> {
        self.free_holder()?;
        if self.desk.duties.last().is_some_and(|duty| duty.reported.is_some()) {
            return Err(Refusal::AlreadyReported);
        }
        self.inform(|epoch| Message::ResultReported { epoch, outcome, brief });
        if let Some(duty) = self.desk.duties.last_mut() {
            duty.reported = Some(outcome);
        }
        if let Some(to) = self.desk.goes_back_to() {
            self.give_back(to, brief, None);
        }
        Ok(())
    }

    pub fn return_back(&mut self, ground: Ground, brief: FactId) -> Result<(), Refusal> {
        self.free_holder()?;
        let to = self.desk.goes_back_to().ok_or(Refusal::NothingToReturn)?;
        self.give_back(to, brief, Some(ground));
        Ok(())
    }

    /// The way back is a new offer, which the receiver accepts by itself.
    fn give_back(&mut self, to: Agency, brief: FactId, ground: Option<Ground>) {
        self.desk.asked = None;
        self.desk.request = None;
        let (mode, blank) = (Mode::Return, Offer::blank(Epoch::ZERO));
        let offer = Offer { mode, brief, ground, ..blank };
        self.put_out(to, offer);
    }

    pub fn acknowledge(&mut self, epoch: Epoch) -> Result<(), Refusal> {
        let handed = self.desk.handed.get_mut(&epoch);
        let Some(handed) = handed.filter(|h| h.result.is_some() && !h.acknowledged) else {
            return Err(Refusal::NothingToAcknowledge);
        };
        handed.acknowledged = true;
        let to = handed.to;
        self.send(to, Message::ResultAcknowledged { epoch });
        Ok(())
    }

    /// Tells the giver, and the centre above, each once.
    fn inform(&mut self, message: impl Fn(Epoch) -> Message) {
        let giver = self.desk.duties.last().map(|duty| (duty.to, duty.epoch));
        let epoch = giver.map_or(self.desk.custody.epoch(), |(_, epoch)| epoch);
        if let Some((to, _)) = giver {
            self.send(to, message(epoch));
        }
        if let Some(centre) = self.centre().filter(|c| giver.map(|(to, _)| to) != Some(*c)) {
            self.send(centre, message(epoch));
        }
    }

    /// Custody begins here: to whom do we answer?
    pub fn assume_duties(&mut self, from: Agency, offer: &Offer) {
        let below = match (&self.desk.custody, offer.mode) {
            (_, Mode::Return) => return,
            (Custody::Passed { mode: Mode::Delegate, .. }, Mode::Delegate) => true,
            (
                Custody::None
                | Custody::Holder { .. }
                | Custody::Offered { .. }
                | Custody::Passed { .. },
                Mode::Transfer | Mode::Delegate | Mode::Assist | Mode::Lead | Mode::Escalate,
            ) => false,
        };
        if !below {
            self.desk.duties.clear();
        }
        let (epoch, mode) = (offer.epoch, offer.mode);
        self.desk.duties.push(Duty { to: from, epoch, mode, reported: None });
        self.give_lead_tasks(offer);
    }

    /// Custody has left: what we owed goes with it, unless it comes back.
    pub fn release_duties(&mut self, offer: &Offer) {
        match offer.mode {
            Mode::Delegate => {}
            Mode::Return => {
                self.desk.duties.pop();
            }
            Mode::Transfer | Mode::Assist | Mode::Lead | Mode::Escalate => {
                let owed = self.desk.duties.last().filter(|d| d.mode == Mode::Delegate).copied();
                self.desk.duties.clear();
                if let Some(Duty { to, epoch, reported: None, .. }) = owed {
                    let (outcome, brief) = (Outcome::Transferred, offer.brief);
                    self.send(to, Message::ResultReported { epoch, outcome, brief });
                }
            }
        }
    }

    /// A holder reports to its giver, or to the centre that watches.
    pub fn on_progress(
        &mut self,
        by: Agency,
        epoch: Epoch,
        at: Moment,
        track: Option<TrackKind>,
        next: Option<Moment>,
    ) {
        match self.desk.handed.get(&epoch) {
            Some(handed) if handed.to != by => self.ignore(Why::Stranger),
            Some(handed) if handed.result.is_some() => self.ignore(Why::Stale),
            Some(_) | None => self.tell(Tell::ProgressSeen { by, epoch, at, track, next }),
        }
    }

    pub fn on_result(&mut self, by: Agency, epoch: Epoch, outcome: Outcome, brief: FactId) {
        match self.desk.handed.get_mut(&epoch) {
            Some(handed) if handed.to != by => return self.ignore(Why::Stranger),
            Some(handed) if handed.result.is_some() => return self.ignore(Why::Known),
            Some(handed) => handed.result = Some(outcome),
            None => {}
        }
        self.tell(Tell::ResultSeen { by, epoch, outcome, brief });
    }
}
