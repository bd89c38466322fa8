//! Why a command on a desk is refused: what stands against it, where that is written, what is open
//! instead. Plain Chinese first.

use std::fmt;

mod texts;

/// A refused command. The desk is unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Refusal {
    /// The desk came back from backup and has not rejoined.
    Quarantined,
    /// Rejoin without a restore.
    NotQuarantined,
    /// The dispute is known here already.
    AlreadyKnown,
    /// Another agency is responsible, or nobody here ever was.
    NotHolder,
    /// An offer of ours waits for its answer.
    OfferOutstanding,
    /// No offer of ours waits for an answer.
    NoOfferOutstanding,
    /// No offer waits for our answer.
    NothingToAnswer,
    /// What was shown is over; something newer lies on the desk.
    OldEpoch,
    /// The offer was accepted already.
    AlreadyAccepted,
    /// An earlier acceptance still waits for its confirmation.
    AwaitingConfirm,
    /// A superior centre cannot decline what is escalated to it, nor a giver what comes back.
    CannotDecline,
    /// A designation is not declined but objected to.
    ObjectInstead,
    /// There is no designation to object to.
    NotDesignated,
    /// The designation was objected to and confirmed.
    DesignationFinal,
    /// Who says it is not competent names who is.
    ProposalNeeded,
    /// The deadline has not passed.
    NotYetDue,
    /// To oneself.
    ToSelf,
    /// An escalation goes to one's own centre or to a region that contains one's own.
    NotSuperior,
    /// The centre has been asked; its answer comes first.
    DesignationPending,
    /// No centre stands above.
    NoCentre,
    /// Nobody waits for a designation here.
    NothingToDesignate,
    /// Nobody has objected.
    NothingToConfirm,
    /// The unit has objected: confirm, or name another.
    ConfirmInstead,
    /// The mode cannot be chosen here.
    ModeNotOpen,
    /// A delegated dispute goes back; it cannot be given away.
    MustReturn,
    /// The dispute was not delegated.
    NothingToReturn,
    /// A return stands: the result has been reported.
    ReturnStands,
    /// The centre's designation stands until it is answered.
    DesignationStands,
    /// The result was reported already.
    AlreadyReported,
    /// There is no result to acknowledge.
    NothingToAcknowledge,
    /// A lead has co-units; no other mode has.
    CoUnitsMismatch,
    /// The task is not known here.
    UnknownTask,
    /// The task is done, declined or withdrawn.
    TaskClosed,
    /// The task exists already.
    TaskExists,
}

/// The five texts of a refusal.
struct Texts {
    code: &'static str,
    zh: &'static str,
    en: &'static str,
    basis: &'static str,
    instead: &'static str,
}

impl Refusal {
    /// Every refusal.
    pub const ALL: [Refusal; 34] = [
        Refusal::Quarantined,
        Refusal::NotQuarantined,
        Refusal::AlreadyKnown,
        Refusal::NotHolder,
        Refusal::OfferOutstanding,
        Refusal::NoOfferOutstanding,
        Refusal::NothingToAnswer,
        Refusal::OldEpoch,
        Refusal::AlreadyAccepted,
        Refusal::AwaitingConfirm,
        Refusal::CannotDecline,
        Refusal::ObjectInstead,
        Refusal::NotDesignated,
        Refusal::DesignationFinal,
        Refusal::ProposalNeeded,
        Refusal::NotYetDue,
        Refusal::ToSelf,
        Refusal::NotSuperior,
        Refusal::DesignationPending,
        Refusal::NoCentre,
        Refusal::NothingToDesignate,
        Refusal::NothingToConfirm,
        Refusal::ConfirmInstead,
        Refusal::ModeNotOpen,
        Refusal::MustReturn,
        Refusal::NothingToReturn,
        Refusal::ReturnStands,
        Refusal::DesignationStands,
        Refusal::AlreadyReported,
        Refusal::NothingToAcknowledge,
        Refusal::CoUnitsMismatch,
        Refusal::UnknownTask,
        Refusal::TaskClosed,
        Refusal::TaskExists,
    ];

    /// The stable code, upper case with underscores (`ErrorInfo.reason`).
    pub fn code(self) -> &'static str {
        self.texts().code
    }

    /// What is wrong, in plain Chinese.
    pub fn zh(self) -> &'static str {
        self.texts().zh
    }

    /// What is wrong, in English.
    pub fn en(self) -> &'static str {
        self.texts().en
    }

    /// Where the rule is written: a clause of the plan or a section of the design.
    pub fn basis(self) -> &'static str {
        self.texts().basis
    }

    /// What is open instead, Chinese and English.
    pub fn instead(self) -> &'static str {
        self.texts().instead
    }

    fn texts(self) -> &'static Texts {
        &texts::TEXTS[self as usize]
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}（{}）；{} ({})", self.zh(), self.basis(), self.instead(), self.en())
    }
}

impl std::error::Error for Refusal {}
