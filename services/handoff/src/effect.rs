//! What a step does besides changing the desk.

use jiefen_vocab::{Agency, FactId, Moment, Outcome, TrackKind};

use crate::{Cause, Desk, Epoch, Ground, Message, Mode, Offer, VoidReason};

/// The new desk and its effects: one transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The desk to store.
    pub desk: Desk,
    /// In order.
    pub effects: Vec<Effect>,
}

/// One effect, to be written in the transaction of the step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Put the message into the outbox; drop the row only at the receiver's receipt.
    Send {
        /// To whom.
        to: Agency,
        /// What.
        message: Message,
    },
    /// This agency is responsible from now on. Once per epoch.
    HoldingBegan {
        /// The hand-over; the first epoch for a dispute that began here.
        epoch: Epoch,
        /// How it came; none for a dispute that began here.
        mode: Option<Mode>,
        /// From whom; none for a dispute that began here.
        from: Option<Agency>,
        /// When this agency accepted: legal clocks start then.
        accepted_at: Moment,
    },
    /// This agency is no longer responsible.
    HoldingEnded {
        /// The hand-over.
        epoch: Epoch,
        /// How it went.
        mode: Mode,
        /// To whom.
        to: Agency,
    },
    /// Start the timer of an offer.
    Arm {
        /// The offer.
        epoch: Epoch,
        /// When it fires [`crate::Input::DeadlinePassed`].
        due: Moment,
    },
    /// Stop the timer of an offer.
    Disarm {
        /// The offer.
        epoch: Epoch,
    },
    /// What the umbrella records and people are told.
    Tell(Tell),
    /// The input changed nothing.
    Ignored {
        /// Why.
        why: Why,
    },
    /// The desk is in quarantine: leave the message in the inbox and apply it after the rejoin.
    Postponed,
}

/// What the umbrella records and people are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tell {
    /// An offer lies on the desk.
    OfferSeen {
        /// From whom.
        from: Agency,
        /// What.
        offer: Offer,
    },
    /// An offer on the desk is over.
    OfferGone {
        /// From whom.
        from: Agency,
        /// The offer.
        epoch: Epoch,
        /// Why.
        reason: VoidReason,
    },
    /// Our offer was accepted; the receiver is responsible.
    Accepted {
        /// By whom.
        by: Agency,
        /// The offer.
        epoch: Epoch,
        /// How.
        mode: Mode,
    },
    /// Our offer was declined; we stay responsible.
    Declined {
        /// By whom.
        by: Agency,
        /// The offer.
        epoch: Epoch,
        /// Why.
        ground: Ground,
        /// Who is competent.
        proposal: Option<Agency>,
    },
    /// The designated unit objects; we stay responsible.
    Objected {
        /// By whom.
        by: Agency,
        /// The offer.
        epoch: Epoch,
        /// Why.
        ground: Ground,
        /// Who is competent.
        proposal: Option<Agency>,
    },
    /// Our offer went unanswered; we stay responsible.
    Expired {
        /// By whom.
        by: Agency,
        /// The offer.
        epoch: Epoch,
    },
    /// A receiver that cannot decline has not answered in time; the offer stands.
    Overdue {
        /// By whom.
        by: Agency,
        /// The offer.
        epoch: Epoch,
    },
    /// At the centre: a unit left an offer unanswered.
    ExpirySeen {
        /// Who holds.
        holder: Agency,
        /// Who did not answer.
        unit: Agency,
        /// The offer.
        epoch: Epoch,
        /// Its mode.
        mode: Mode,
    },
    /// The holder reports a step.
    ProgressSeen {
        /// Who reports.
        by: Agency,
        /// The hand-over.
        epoch: Epoch,
        /// When the step was taken.
        at: Moment,
        /// The track.
        track: Option<TrackKind>,
        /// The next date.
        next: Option<Moment>,
    },
    /// The holder reports a result.
    ResultSeen {
        /// Who reports.
        by: Agency,
        /// The hand-over.
        epoch: Epoch,
        /// The outcome.
        outcome: Outcome,
        /// The fact that holds the documents.
        brief: FactId,
    },
    /// The giver knows our result.
    ResultAcknowledged {
        /// Who.
        by: Agency,
        /// The hand-over.
        epoch: Epoch,
    },
    /// We must wait for a designation now; an ordinary offer is no longer open.
    DesignationForced {
        /// Why.
        cause: Cause,
    },
    /// At the centre: a designation is asked for.
    DesignationAsked {
        /// Who holds.
        holder: Agency,
        /// Why.
        cause: Cause,
        /// Who seems competent.
        proposal: Option<Agency>,
    },
    /// At the holder: the centre has named the unit.
    DesignationSeen {
        /// The unit.
        to: Agency,
        /// Confirmed after an objection.
        last: bool,
    },
    /// A task lies on the desk.
    TaskSeen {
        /// From whom.
        from: Agency,
        /// Which.
        task: FactId,
        /// Done by then.
        due: Moment,
    },
    /// A task on the desk is no longer needed.
    TaskGone {
        /// Whose.
        from: Agency,
        /// Which.
        task: FactId,
    },
    /// A participant finished a task.
    TaskDone {
        /// Who.
        by: Agency,
        /// Which.
        task: FactId,
        /// How.
        outcome: Outcome,
    },
    /// A participant declined a task.
    TaskDeclined {
        /// Who.
        by: Agency,
        /// Which.
        task: FactId,
        /// Why.
        ground: Ground,
        /// Who is competent.
        proposal: Option<Agency>,
    },
}

/// Why an input changed nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Why {
    /// It is known already; where an answer is owed, it was sent again.
    Known,
    /// It belongs to an epoch that is over.
    Stale,
    /// The sender is not the one whom it concerns.
    Stranger,
    /// The sender cannot decline this offer; it stands.
    NotDeclinable,
}
