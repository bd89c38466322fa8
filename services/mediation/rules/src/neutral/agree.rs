//! The agreement that such a mediation makes: a contract, with the windows in which it may be
//! strengthened.

use jiefen_procedure::{Circumstances, Papers};
use jiefen_vocab::{DisputeKind, Fen};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Course, Event, Fault, Wording, everybody, happened, known, last_day};
use crate::agreement::{Draft, DraftFault, Window};

/// An agreement that has contract force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bargain {
    /// Its text.
    pub draft: Draft,
    /// The day it took effect.
    pub on: Date,
    /// The windows still open.
    pub windows: Vec<Window>,
}

/// What each party must do, by number, day and amount, for the report of the result.
pub fn obligations(draft: &Draft) -> Vec<(u32, Date, Option<Fen>)> {
    draft.obligations.iter().map(|owed| (owed.obligor, owed.due, owed.amount)).collect()
}

impl Course {
    /// What follows from a step about the text before the parties.
    ///
    /// # Errors
    /// Why the step is not lawful now.
    pub fn word_it(&self, step: &Wording, ctx: &Circumstances<'_>) -> Result<Vec<Event>, Fault> {
        match step {
            Wording::Put { draft, on } => self.put_text(draft, *on, ctx),
            Wording::Confirm { party, hash, on } => self.confirm_text(*party, hash, *on, ctx),
        }
    }

    /// A text that the law allows is put before the parties, while mediation goes on.
    fn put_text(
        &self,
        draft: &Draft,
        on: Date,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Event>, Fault> {
        happened(on, self.running()?.from, ctx)?;
        self.ready()?;
        self.within(on, ctx)?;
        draft.check(&self.brief, on).map_err(Fault::from)?;
        Ok(vec![Event::TextPut { draft: draft.clone(), on }])
    }

    /// A party confirms exactly the text that it read (T-B-04).
    fn confirm_text(
        &self,
        party: u32,
        hash: &str,
        on: Date,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Event>, Fault> {
        known(&self.brief, party)?;
        let text = self.text.as_ref().ok_or(Fault::NoText)?;
        happened(on, self.since(), ctx)?;
        if !text.draft.hash.eq_ignore_ascii_case(hash) {
            return Err(Fault::TextChanged);
        }
        if text.confirmed.contains(&party) {
            return Err(Fault::AlreadyConfirmed(party));
        }
        Ok(vec![Event::TextConfirmed { party, on }])
    }

    /// What is signed is the text that is before the parties, when one is, and each has confirmed it.
    ///
    /// # Errors
    /// It is another text, or a party has not confirmed it.
    pub fn confirmed(&self, draft: &Draft) -> Result<(), Fault> {
        let Some(text) = &self.text else { return Ok(()) };
        if text.draft != *draft {
            return Err(Fault::TextChanged);
        }
        self.unconfirmed().map_or(Ok(()), |no| Err(Fault::NotConfirmed(no)))
    }

    /// The first party that has not confirmed the text before the parties; none: all have, or there is no text.
    pub fn unconfirmed(&self) -> Option<u32> {
        let text = self.text.as_ref()?;
        let mut parties = self.brief.parties.iter().map(|party| party.no);
        parties.find(|no| !text.confirmed.contains(no))
    }

    /// All parties agree to a text that the law allows: with live consent, before an undoubted
    /// neutral, signed by everybody.
    ///
    /// # Errors
    /// What stands against it.
    pub fn agrees(
        &self,
        draft: &Draft,
        signed: &[u32],
        on: Date,
        ctx: &Circumstances<'_>,
    ) -> Result<(), Fault> {
        happened(on, self.running()?.from, ctx)?;
        self.ready()?;
        self.within(on, ctx)?;
        draft.check(&self.brief, on).map_err(Fault::from)?;
        everybody(&self.brief, signed)
    }

    /// The windows of an agreement that is not made before a people's mediation committee:
    /// confirmation, but not in labour matters (T-D-06, T-H-04).
    pub fn windows(&self, draft: &Draft) -> Vec<Window> {
        let kind = self.brief.kind;
        if kind == DisputeKind::Labour { Vec::new() } else { draft.windows(kind) }
    }
}

impl Bargain {
    /// A joint application within its window.
    ///
    /// # Errors
    /// There is no such window, or it has closed.
    pub fn apply(&self, window: Window, on: Date, ctx: &Circumstances<'_>) -> Result<(), Fault> {
        happened(on, self.on, ctx)?;
        if !self.windows.contains(&window) {
            return Err(Fault::NoWindow(window));
        }
        let last = last_day(window.rule(), self.on, ctx)?;
        if on > last { Err(Fault::WindowPast(last)) } else { Ok(()) }
    }

    /// A window has closed unused; only the contract's own force remains.
    ///
    /// # Errors
    /// It is still open.
    pub fn close(&self, window: Window, ctx: &Circumstances<'_>) -> Result<(), Fault> {
        if !self.windows.contains(&window) {
            return Err(Fault::NoWindow(window));
        }
        let last = last_day(window.rule(), self.on, ctx)?;
        if ctx.today() <= last { Err(Fault::WindowRuns(last)) } else { Ok(()) }
    }

    /// The papers that travel with the result: outcome only (I9).
    pub fn papers(&self) -> Papers {
        Papers {
            effect: Some("contract".to_owned()),
            obligations: obligations(&self.draft),
            confirmable: self.windows.contains(&Window::Confirmation)
                || self.windows.contains(&Window::LabourConfirmation),
            remedy: None,
            not_done: None,
            on: Some(self.on),
        }
    }
}

impl From<DraftFault> for Fault {
    fn from(fault: DraftFault) -> Fault {
        match fault {
            DraftFault::Empty => Fault::AgreementEmpty,
            DraftFault::Hash => Fault::BadHash,
            DraftFault::Obligation(no) => Fault::ObligationFaulty(no),
            DraftFault::Content(fault) => Fault::ContentForbidden(fault),
        }
    }
}
