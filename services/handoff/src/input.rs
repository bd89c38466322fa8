//! What may happen to a desk.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use jiefen_vocab::{Agency, FactId, Moment, Outcome, TrackKind};

use crate::{Epoch, Ground, Message, Mode};

/// Whose desk it is, who stands above, and what time it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ctx {
    /// The agency whose desk it is.
    pub me: Agency,
    /// The governance centre that designates for this agency; none at the top.
    pub centre: Option<Agency>,
    /// The database's clock.
    pub now: Moment,
}

/// A message that somebody still holds after a restore: in a peer's inbox, in a peer's archive of what
/// it sent, or in a stream.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Evidence {
    /// Who sent it.
    pub from: Agency,
    /// To whom.
    pub to: Agency,
    /// What it says.
    pub message: Message,
}

/// A command of staff, a timer, a message, or a restore.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// The dispute begins here: this agency was asked first and holds it.
    Open,
    /// Hands the dispute over. In mode assist it gives a task, named by the brief.
    Offer {
        /// To whom.
        to: Agency,
        /// How; not `Return`.
        mode: Mode,
        /// Accept or decline by then.
        due: Moment,
        /// The fact that holds the brief.
        brief: FactId,
        /// Lead only: who gets tasks.
        co_units: BTreeSet<Agency>,
        /// The result is expected by then.
        result_due: Option<Moment>,
    },
    /// Takes the offer on the desk.
    Accept {
        /// The offer as shown.
        epoch: Epoch,
    },
    /// Declines the offer on the desk.
    Decline {
        /// The offer as shown.
        epoch: Epoch,
        /// Why.
        ground: Ground,
        /// Who is competent.
        proposal: Option<Agency>,
    },
    /// Objects to a designation.
    Object {
        /// The offer as shown.
        epoch: Epoch,
        /// Why.
        ground: Ground,
        /// Who is competent.
        proposal: Option<Agency>,
    },
    /// Takes an unanswered offer back.
    Recall {
        /// The offer as shown.
        epoch: Epoch,
    },
    /// The timer of an offer fired at its sender. Harmless when late.
    DeadlinePassed {
        /// The offer for which it was armed.
        epoch: Epoch,
    },
    /// Tells giver and centre of a step.
    Progress {
        /// The track on which it runs.
        track: Option<TrackKind>,
        /// The next date.
        next: Option<Moment>,
    },
    /// Reports the result. A delegated dispute goes back with it.
    Report {
        /// How it ended.
        outcome: Outcome,
        /// The fact that holds the documents.
        brief: FactId,
    },
    /// Gives a delegated dispute back unfinished.
    ReturnBack {
        /// Why.
        ground: Ground,
        /// The fact that holds the reasons.
        brief: FactId,
    },
    /// Acknowledges a reported result.
    Acknowledge {
        /// The hand-over it belongs to.
        epoch: Epoch,
    },
    /// Asks the centre to name the responsible unit.
    RequestDesignation {
        /// Who seems competent.
        proposal: Option<Agency>,
        /// The fact that holds the reasons.
        brief: FactId,
    },
    /// At the centre: names the responsible unit.
    Designate {
        /// The unit; the holder when it shall keep it, this centre when it takes it.
        to: Agency,
        /// Transfer, delegate or lead.
        mode: Mode,
        /// The unit answers by then.
        due: Moment,
        /// The fact that holds the brief; used when the centre itself holds the dispute.
        brief: FactId,
        /// Lead only: who gets tasks.
        co_units: BTreeSet<Agency>,
        /// The result is expected by then.
        result_due: Option<Moment>,
    },
    /// At the centre: confirms a designation against its objection. Final.
    ConfirmDesignation {
        /// The unit accepts by then.
        due: Moment,
    },
    /// Gives a participant a task.
    GiveTask {
        /// The task; also the fact that describes it.
        task: FactId,
        /// To whom.
        to: Agency,
        /// Done by then.
        due: Moment,
    },
    /// Reports one's own task done.
    FinishTask {
        /// The task.
        task: FactId,
        /// How.
        outcome: Outcome,
    },
    /// Declines a task.
    DeclineTask {
        /// The task.
        task: FactId,
        /// Why.
        ground: Ground,
        /// Who is competent.
        proposal: Option<Agency>,
    },
    /// Takes a task back.
    WithdrawTask {
        /// The task.
        task: FactId,
    },
    /// A verified message from an agency. Never an error.
    Received {
        /// Who signed it.
        from: Agency,
        /// What it says.
        message: Message,
    },
    /// The database came back from backup.
    Restored {
        /// The agency's new incarnation, from the registry.
        incarnation: u32,
    },
    /// What peers and streams still hold of this dispute: their inboxes' rows from here, their archives'
    /// rows to here, and both from the streams. In the same transaction every row to here goes into
    /// the inbox as received, so that a peer's own rejoin finds it there.
    Rejoin {
        /// All of it, in any order.
        evidence: Vec<Evidence>,
    },
}
