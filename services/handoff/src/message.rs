//! What agencies say to one another. No message carries personal data: briefs and documents travel
//! beside it and are named by their fact.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use jiefen_vocab::{Agency, FactId, Moment, Outcome, TrackKind};

use crate::{Epoch, Ground, Mode, Offer};

/// Why an offer is over without acceptance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoidReason {
    /// 逾期未答复: the deadline passed at the sender.
    Expired,
    /// 移交方撤回: the sender took it back before it knew of an acceptance.
    Recalled,
    /// 已被新的移交取代: a newer offer or an earlier end stands.
    Superseded,
}

/// Why the centre is asked to designate.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The holder asks: the matter is not on its list.
    Asked,
    /// An offer was left unanswered.
    Expired {
        /// By whom.
        by: Agency,
    },
    /// Two units declined.
    TwoDeclines,
    /// The designated unit objects.
    Objection {
        /// Who objects.
        by: Agency,
        /// Its ground.
        ground: Ground,
        /// The designated offer, to be confirmed or replaced.
        offer: Offer,
    },
}

/// One message from one agency to another about one dispute. The sender is not in it: the envelope
/// names and proves it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Message {
    /// Holder → receiver: take this dispute.
    Offered(Offer),
    /// Receiver → holder: we take it. Tentative until confirmed.
    Accepted {
        /// The offer.
        epoch: Epoch,
    },
    /// Receiver → holder: we do not take it.
    Declined {
        /// The offer.
        epoch: Epoch,
        /// Why.
        ground: Ground,
        /// Who is competent.
        proposal: Option<Agency>,
    },
    /// Designated unit → holder: the designation is wrong. Once.
    Objected {
        /// The offer.
        epoch: Epoch,
        /// Why.
        ground: Ground,
        /// Who is competent.
        proposal: Option<Agency>,
    },
    /// Sender → receiver: custody is yours from now on.
    Confirmed {
        /// The offer.
        epoch: Epoch,
        /// Its mode.
        mode: Mode,
    },
    /// Sender → receiver: the offer is over; an acceptance of it has no effect.
    Voided {
        /// The offer.
        epoch: Epoch,
        /// Why.
        reason: VoidReason,
    },
    /// Holder → centre: a unit left an offer unanswered; counted against it.
    ExpiryNotice {
        /// The offer.
        epoch: Epoch,
        /// Who did not answer.
        unit: Agency,
        /// Its mode.
        mode: Mode,
    },
    /// Holder → giver and centre: a step was taken.
    ProgressReported {
        /// The hand-over under which the holder has it.
        epoch: Epoch,
        /// When the step was taken.
        at: Moment,
        /// The track on which it runs, if one does.
        track: Option<TrackKind>,
        /// The next date.
        next: Option<Moment>,
    },
    /// Holder → giver and centre: how it ended.
    ResultReported {
        /// The hand-over under which the holder had it.
        epoch: Epoch,
        /// The outcome.
        outcome: Outcome,
        /// The fact that holds documents, agreement id, undisputed facts and what was not done.
        brief: FactId,
    },
    /// Giver → holder: the result is known and the next step is taken.
    ResultAcknowledged {
        /// The hand-over.
        epoch: Epoch,
    },
    /// Holder → centre: name the responsible unit.
    DesignationRequested {
        /// The holder's newest epoch; the answer repeats it.
        epoch: Epoch,
        /// The fact that holds the reasons.
        brief: FactId,
        /// Why it is asked.
        cause: Cause,
        /// Whom the holder, or the last unit that declined, thinks competent.
        proposal: Option<Agency>,
    },
    /// Centre → holder: offer it to this unit.
    Designated {
        /// As in the request.
        epoch: Epoch,
        /// The unit; the holder itself when it shall keep it, the centre when that takes it.
        to: Agency,
        /// Transfer, delegate or lead.
        mode: Mode,
        /// The unit answers by then.
        due: Moment,
        /// Lead only: who gets tasks.
        co_units: BTreeSet<Agency>,
        /// The result is expected by then.
        result_due: Option<Moment>,
        /// Confirmed after an objection: the unit cannot say no.
        last: bool,
    },
    /// Holder → participant: do this part.
    TaskGiven {
        /// The task; also the fact that describes it.
        task: FactId,
        /// The holder's epoch.
        epoch: Epoch,
        /// Done by then.
        due: Moment,
    },
    /// Participant → giver: not ours.
    TaskDeclined {
        /// The task.
        task: FactId,
        /// Why.
        ground: Ground,
        /// Who is competent.
        proposal: Option<Agency>,
    },
    /// Participant → giver: done.
    TaskDone {
        /// The task.
        task: FactId,
        /// How.
        outcome: Outcome,
    },
    /// Giver → participant: no longer needed.
    TaskWithdrawn {
        /// The task.
        task: FactId,
    },
}

impl Message {
    /// The epoch that the message names; task answers name a task instead.
    pub fn epoch(&self) -> Option<Epoch> {
        match self {
            Message::Offered(offer) => Some(offer.epoch),
            Message::Accepted { epoch }
            | Message::Declined { epoch, .. }
            | Message::Objected { epoch, .. }
            | Message::Confirmed { epoch, .. }
            | Message::Voided { epoch, .. }
            | Message::ExpiryNotice { epoch, .. }
            | Message::ProgressReported { epoch, .. }
            | Message::ResultReported { epoch, .. }
            | Message::ResultAcknowledged { epoch }
            | Message::DesignationRequested { epoch, .. }
            | Message::Designated { epoch, .. }
            | Message::TaskGiven { epoch, .. } => Some(*epoch),
            Message::TaskDeclined { .. }
            | Message::TaskDone { .. }
            | Message::TaskWithdrawn { .. } => None,
        }
    }

    /// The code that stands in the bus subject: `offered`, `result_reported`.
    pub const fn code(&self) -> &'static str {
        match self {
            Message::Offered(_) => "offered",
            Message::Accepted { .. } => "accepted",
            Message::Declined { .. } => "declined",
            Message::Objected { .. } => "objected",
            Message::Confirmed { .. } => "confirmed",
            Message::Voided { .. } => "voided",
            Message::ExpiryNotice { .. } => "expiry_notice",
            Message::ProgressReported { .. } => "progress_reported",
            Message::ResultReported { .. } => "result_reported",
            Message::ResultAcknowledged { .. } => "result_acknowledged",
            Message::DesignationRequested { .. } => "designation_requested",
            Message::Designated { .. } => "designated",
            Message::TaskGiven { .. } => "task_given",
            Message::TaskDeclined { .. } => "task_declined",
            Message::TaskDone { .. } => "task_done",
            Message::TaskWithdrawn { .. } => "task_withdrawn",
        }
    }
}
