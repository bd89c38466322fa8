//! What an area adds to the way of a command: its law, what it tells others, and how it reacts to what
//! others tell.

use std::collections::BTreeMap;

use jiefen_handoff as handoff;
use jiefen_procedure::{Beside, Brief, Circumstances, Papers, Procedure};
use jiefen_vocab::{Agency, CaseId, DisputeId, FactId, Moment, Outcome};

use crate::envelope::Envelope;
use crate::found::{Entry, Words};
use crate::read::CaseView;

/// The case of an area's law.
pub type CaseOf<A> = <<A as Area>::Law as Procedure>::State;
/// The command of an area's law.
pub type CommandOf<A> = <<A as Area>::Law as Procedure>::Command;
/// The fact of an area's law.
pub type FactOf<A> = <<A as Area>::Law as Procedure>::Fact;

/// An area's hands, as the ledger sees them. Everything here is pure: it runs inside the transaction.
pub trait Area: Send + Sync + Sized + 'static {
    /// The area's name, also its role on the command line: `court`.
    const NAME: &'static str;

    /// The event types this area reads from other agencies; empty: none.
    const READS: &'static [&'static str];

    /// The subjects of those events on the bus; empty: all events. Numbers run per sender, so a subject must
    /// take all of a sender's events or none.
    const SUBJECTS: &'static [&'static str] = &[];

    /// The area-wide law.
    type Law: Procedure;

    /// The dispute a case belongs to; none for cases that are not about a dispute (a unit, a sheet).
    fn dispute(case: &CaseOf<Self>) -> Option<DisputeId>;

    /// The ids under which this area keeps cases of a dispute. Ids are derived from the dispute's, so
    /// that a repeated reaction names the same case.
    fn cases_of(dispute: DisputeId) -> Vec<CaseId>;

    /// The public event of a fact, when it has one: references, codes and dates, never names.
    fn announce(told: &Told<'_>, fact: &FactOf<Self>) -> Option<Announcement>;

    /// What a fact means for the custody of the dispute, in order.
    fn custody(told: &Told<'_>, fact: &FactOf<Self>, case: &CaseOf<Self>) -> Vec<handoff::Input>;

    /// The brief of a case that is handed over; none: this case is never handed over.
    fn brief(case: &CaseOf<Self>) -> Option<Brief>;

    /// What lists say a case is about; a case that is never handed over is about something all the same.
    fn about(case: &CaseOf<Self>) -> Option<Brief> {
        Self::brief(case)
    }

    /// What goes along when a case's result is reported; none: nothing but the outcome.
    fn papers(_case: &CaseOf<Self>) -> Option<Papers> {
        None
    }

    /// The version of what [`Area::words`] makes: rows of an earlier one are built anew when the node starts.
    /// 0: nothing of this area is found.
    const WORDS: i32 = 0;

    /// What lists of found cases filter by; none: the case is not found. Once found, always found.
    fn entry(_case: &CaseOf<Self>) -> Option<Entry> {
        None
    }

    /// By what words the case is found, and with what it is compared.
    fn words(_case: &CaseOf<Self>) -> Words {
        Words::default()
    }

    /// True when both states of a case have the same words. It runs with every command: it compares what the
    /// words are made of and makes none.
    fn same_words(before: &CaseOf<Self>, after: &CaseOf<Self>) -> bool {
        Self::words(before) == Self::words(after)
    }

    /// What the area's own view of a case shows, as data: official papers are filled from it. Null: none are.
    fn shown(_case: &CaseView<Self>) -> serde_json::Value {
        serde_json::Value::Null
    }

    /// The unit to which a case of no dispute is addressed: its staff read the papers of it. None: nobody outside does.
    fn addressed(_case: &CaseOf<Self>) -> Option<Agency> {
        None
    }

    /// The commands on other cases of this node that follow from a fact here, in the same transaction and on
    /// their law's own terms: one that its law refuses has no effect.
    fn follow(_told: &Told<'_>, _fact: &FactOf<Self>, _case: &CaseOf<Self>) -> Vec<Reaction<Self>> {
        vec![]
    }

    /// The commands that follow here from something another agency said or did.
    fn react(signal: &Signal<'_>, cases: &Cases<'_, Self>) -> Vec<Reaction<Self>>;
}

/// The circumstances of a fact that is told to others.
#[derive(Debug)]
pub struct Told<'a> {
    /// The fact's id.
    pub id: FactId,
    /// The case.
    pub case: CaseId,
    /// The case's version after the command.
    pub version: i64,
    /// The dispute, when the case belongs to one.
    pub dispute: Option<DisputeId>,
    /// This agency.
    pub agency: Agency,
    /// What this agency knows of the custody of the dispute before the fact's own effect on it: whether
    /// it holds, and to whom it answers. Empty when the case belongs to no dispute.
    pub desk: &'a handoff::Desk,
    /// The circumstances of the command.
    pub ctx: &'a Circumstances<'a>,
}

/// A public event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// Its type: `jiefen.court.v1.CaseFiled`.
    pub kind: &'static str,
    /// The aggregate in the subject: `case`.
    pub aggregate: &'static str,
    /// The fact in the subject: `filed`.
    pub fact: &'static str,
    /// The protobuf payload.
    pub payload: Vec<u8>,
}

/// Something that another agency said or did and that has taken effect here.
#[derive(Debug)]
pub enum Signal<'a> {
    /// This node now holds a dispute that was handed to it.
    Taken {
        /// The dispute.
        dispute: DisputeId,
        /// Who handed it over.
        from: Agency,
        /// How.
        mode: handoff::Mode,
        /// What travelled with the offer.
        brief: &'a Brief,
        /// When this node's staff accepted: the start event of its clock (T-C-02, T-C-05, T-C-09).
        accepted_at: Moment,
        /// The staff id of the person who accepted.
        person: &'a str,
        /// The case number that the accepting staff gave.
        number: &'a str,
        /// Now.
        now: Moment,
    },
    /// A dispute that this node had handed over to come back has come back: this node holds it again.
    Returned {
        /// The dispute.
        dispute: DisputeId,
        /// Who gave it back.
        from: Agency,
        /// The result that was reported before; none: it was given back unfinished.
        outcome: Option<Outcome>,
        /// Now.
        now: Moment,
    },
    /// The hand-off protocol has something to record.
    Tell {
        /// The dispute.
        dispute: DisputeId,
        /// What.
        tell: &'a handoff::Tell,
        /// Now.
        now: Moment,
    },
    /// A public event of another agency.
    Event {
        /// The event.
        envelope: &'a Envelope,
        /// Now.
        now: Moment,
    },
}

/// The cases that a reaction may look at: those of the signal's dispute at this node.
pub struct Cases<'a, A: Area> {
    pub(crate) found: BTreeMap<CaseId, &'a CaseOf<A>>,
    pub(crate) beside: &'a Beside,
}

impl<A: Area> Cases<'_, A> {
    /// The case with this id, when this node has it.
    pub fn get(&self, id: CaseId) -> Option<&CaseOf<A>> {
        self.found.get(&id).copied()
    }

    /// What travelled beside the message that is being handled: person and number with an acceptance,
    /// papers with a result. Empty when no message is being handled.
    pub fn beside(&self) -> &Beside {
        self.beside
    }
}

/// A command that the node gives itself.
pub struct Reaction<A: Area> {
    /// The case it is for.
    pub case: CaseId,
    /// The command.
    pub command: CommandOf<A>,
}
