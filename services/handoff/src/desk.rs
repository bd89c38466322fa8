//! Everything one agency knows about the custody of one dispute.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use jiefen_vocab::{Agency, FactId, Moment, Outcome};

use crate::{Cause, Epoch, Message, Mode, Offer, offer::is_zero};

/// Where custody stands, seen from this desk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Custody {
    /// Never here.
    #[default]
    None,
    /// Here.
    Holder {
        /// The newest epoch of the dispute.
        epoch: Epoch,
    },
    /// Here, and offered to another; still here until its acceptance is written.
    Offered {
        /// To whom.
        to: Agency,
        /// What.
        offer: Offer,
    },
    /// Given to another, who accepted.
    Passed {
        /// The hand-over.
        epoch: Epoch,
        /// To whom.
        to: Agency,
        /// How.
        mode: Mode,
    },
}

impl Custody {
    /// The newest epoch that the state itself names; zero where custody never was.
    pub fn epoch(&self) -> Epoch {
        match self {
            Custody::None => Epoch::ZERO,
            Custody::Holder { epoch } | Custody::Passed { epoch, .. } => *epoch,
            Custody::Offered { offer, .. } => offer.epoch,
        }
    }
}

/// An offer that waits for this agency's answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pending {
    /// Who offers.
    pub from: Agency,
    /// What.
    pub offer: Offer,
}

/// An offer that this agency accepted and whose confirmation it awaits: 已接收，待移交方确认.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tentative {
    /// Who offered.
    pub from: Agency,
    /// What.
    pub offer: Offer,
    /// When it was accepted: legal clocks start then.
    pub at: Moment,
}

/// The last refusal that this agency gave, to repeat it when the offer comes again.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Answered {
    /// To whom.
    pub to: Agency,
    /// Declined or objected.
    pub message: Message,
}

/// To whom the holder answers for the dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Duty {
    /// Who handed it over.
    pub to: Agency,
    /// The hand-over.
    pub epoch: Epoch,
    /// How; delegate: it goes back there.
    pub mode: Mode,
    /// The result, once reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported: Option<Outcome>,
}

/// A hand-over that this agency confirmed. Kept to answer repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Handed {
    /// To whom.
    pub to: Agency,
    /// How.
    pub mode: Mode,
    /// The result, once known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<Outcome>,
    /// The result was acknowledged.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub acknowledged: bool,
}

/// At the holder: a designation that was asked for and has not come.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Asked {
    /// The centre asked.
    pub centre: Agency,
    /// The epoch that the answer repeats.
    pub epoch: Epoch,
    /// The fact that holds the brief, used again in the offer that follows.
    pub brief: FactId,
}

/// At the centre: a designation that somebody waits for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Request {
    /// Who holds the dispute; this agency itself when it both holds and designates.
    pub holder: Agency,
    /// The holder's epoch; the answer repeats it.
    pub epoch: Epoch,
    /// The fact that holds the reasons.
    pub brief: FactId,
    /// Why it is asked.
    pub cause: Cause,
    /// Who seems competent.
    pub proposal: Option<Agency>,
}

/// At the centre: the last designation made, to repeat it when the request comes again.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Designation {
    /// To whom it was told.
    pub holder: Agency,
    /// The message as sent.
    pub message: Message,
}

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// To be done.
    Open,
    /// Done, with this outcome.
    Done(Outcome),
    /// Declined by the participant.
    Declined,
    /// Taken back by the giver, perhaps before it arrived.
    Withdrawn,
}

/// One participant's part of the work 协办任务.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Task {
    /// The other side: who gave it, or who got it.
    pub with: Agency,
    /// Done by then; unknown when only its end has arrived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Moment>,
    /// How far it is.
    pub state: TaskState,
}

/// Everything one agency knows about the custody of one dispute. Stored beside the dispute and loaded
/// on every command, so empty parts are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct Desk {
    /// Where custody stands.
    pub custody: Custody,
    /// The newest epoch this desk was offered, held or made. An offer that is not newer is over.
    pub mark: Epoch,
    /// Tombstones: the newest offer each sender has voided, for a void may overtake its offer.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub voided: BTreeMap<Agency, Epoch>,
    /// The agency's incarnation, for the next epoch it makes.
    #[serde(skip_serializing_if = "is_nought")]
    pub incarnation: u32,
    /// The offer that waits for an answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending: Option<Pending>,
    /// The offer accepted and not yet confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tentative: Option<Tentative>,
    /// The last refusal given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered: Option<Answered>,
    /// How often the dispute was declined since the last designation or acceptance here.
    #[serde(skip_serializing_if = "is_zero")]
    pub declines: u8,
    /// To whom the holder answers; the last one first in line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Duty>,
    /// Confirmed hand-overs.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub handed: BTreeMap<Epoch, Handed>,
    /// At the holder: a designation that has not come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
    /// At the centre: a designation that somebody waits for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<Request>,
    /// At the centre: the last designation made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub designated: Option<Designation>,
    /// Tasks to be done here.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub tasks: BTreeMap<FactId, Task>,
    /// Tasks given to others.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub given: BTreeMap<FactId, Task>,
    /// The desk came back from backup and has not rejoined: it refuses every act.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub quarantine: bool,
}

/// Who is shown to people as responsible, as far as this desk knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Responsible {
    /// This agency.
    Here,
    /// This agency accepted; the sender is responsible until it confirms: 已接收，待移交方确认.
    Awaiting {
        /// The sender.
        from: Agency,
    },
    /// Another agency.
    There(Agency),
    /// The desk does not know: in quarantine, or never involved.
    Unknown,
}

fn is_nought(count: &u32) -> bool {
    *count == 0
}

impl Desk {
    /// True when this agency is responsible and may act on the dispute. Not in quarantine.
    pub fn holds(&self) -> bool {
        !self.quarantine
            && match self.custody {
                Custody::Holder { .. } | Custody::Offered { .. } => true,
                Custody::None | Custody::Passed { .. } => false,
            }
    }

    /// Who is shown as responsible.
    pub fn effective(&self) -> Responsible {
        if self.quarantine {
            return Responsible::Unknown;
        }
        if let (false, Some(tentative)) = (self.holds(), &self.tentative) {
            return Responsible::Awaiting { from: tentative.from };
        }
        match (&self.custody, &self.pending) {
            (Custody::Holder { .. } | Custody::Offered { .. }, _) => Responsible::Here,
            (Custody::None | Custody::Passed { .. }, Some(pending)) => {
                Responsible::There(pending.from)
            }
            (Custody::Passed { to, .. }, None) => Responsible::There(*to),
            (Custody::None, None) => Responsible::Unknown,
        }
    }

    /// True when this agency takes part with a task of its own, open or ended.
    pub fn participates(&self) -> bool {
        self.tasks.values().any(|task| task.state != TaskState::Withdrawn)
    }

    /// True when this agency may work on that task: given to it and still open. The dispute itself stays
    /// with its holder.
    pub fn may_act(&self, task: FactId) -> bool {
        let open = |task: &Task| task.state == TaskState::Open;
        !self.quarantine && self.tasks.get(&task).is_some_and(open)
    }

    /// The next moment that somebody waits for here: the answer to our offer, our answer to an offer, or
    /// an open task of ours; the earliest.
    pub fn waiting_due(&self) -> Option<Moment> {
        let ours = match &self.custody {
            Custody::Offered { offer, .. } => offer.due,
            Custody::None | Custody::Holder { .. } | Custody::Passed { .. } => None,
        };
        let theirs = self.pending.as_ref().and_then(|pending| pending.offer.due);
        let open = self.tasks.values().filter(|task| task.state == TaskState::Open);
        open.filter_map(|task| task.due).chain(ours).chain(theirs).min()
    }

    /// True when the holder waits for the centre to name a unit; ordinary offers are not open.
    pub fn awaits_designation(&self, me: Agency) -> bool {
        self.asked.is_some() || self.request.as_ref().is_some_and(|r| r.holder == me)
    }

    /// The offer of ours that waits for an answer.
    pub fn outstanding(&self) -> Option<(Agency, &Offer)> {
        match &self.custody {
            Custody::Offered { to, offer } => Some((*to, offer)),
            Custody::None | Custody::Holder { .. } | Custody::Passed { .. } => None,
        }
    }

    /// To whom the holder must give the dispute back: it was delegated. None when it may keep it.
    pub fn goes_back_to(&self) -> Option<Agency> {
        self.duties.last().filter(|duty| duty.mode == Mode::Delegate).map(|duty| duty.to)
    }

    /// The agencies that take part with tasks from this desk.
    pub fn participants(&self) -> BTreeSet<Agency> {
        let live = |task: &&Task| matches!(task.state, TaskState::Open | TaskState::Done(_));
        self.given.values().filter(live).map(|task| task.with).collect()
    }
}
