//! The performance of an agreement that an agency or committee has mediated: proof by proof, with a
//! look at each due date.

use jiefen_procedure::ClockEffect;
use jiff::civil::Date;

use crate::agreement::{Agreement, Draft, DraftFault, Force, Form, Performance, Through, Window};

/// How soon after a due date performance is looked at.
const FOLLOW_UP: &str = "policy.follow_up";

/// What is wrong with a word on performance or breach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PerformFault {
    /// The agreement has no such obligation.
    NoSuch(u32),
    /// It was performed already.
    Already(u32),
    /// There is no proof.
    NoProof,
    /// It is not yet due, and the obligor has not refused.
    NotYetDue(Date),
}

impl Agreement {
    /// An agreement that takes effect on a day, as a contract.
    pub fn made(draft: &Draft, form: Form, on: Date, windows: Vec<Window>) -> Agreement {
        Agreement {
            draft: draft.clone(),
            form,
            effective_on: on,
            force: Force::Contract,
            windows,
            performed: Vec::new(),
            broken: Vec::new(),
        }
    }

    /// Accepts a word that an obligation was performed; true: it was the last one.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn may_perform(&self, no: u32, proof: &str) -> Result<bool, PerformFault> {
        self.owed(no)?;
        if proof.trim().is_empty() {
            return Err(PerformFault::NoProof);
        }
        Ok(self.outstanding() == [no])
    }

    /// Accepts a word that an obligation is broken: past its day, or refused by the obligor.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn may_break(&self, no: u32, on: Date, declared: bool) -> Result<(), PerformFault> {
        let due = self.owed(no)?;
        if !declared && on <= due { Err(PerformFault::NotYetDue(due)) } else { Ok(()) }
    }

    fn owed(&self, no: u32) -> Result<Date, PerformFault> {
        let owed = self.obligation(no).ok_or(PerformFault::NoSuch(no))?;
        if self.outstanding().contains(&no) { Ok(owed.due) } else { Err(PerformFault::Already(no)) }
    }

    /// The performance of an obligation goes into the file.
    pub fn note_performed(&mut self, no: u32, on: Date, proof: &str) {
        let proof = proof.to_owned();
        self.performed.push(Performance { no, on, through: Through::Itself, proof });
    }

    /// The next obligation to fall due, what to do about it, Chinese and English.
    pub fn next_zh_en(&self) -> (String, String) {
        let open = self.outstanding();
        let owed = self.draft.obligations.iter().filter(|one| open.contains(&one.no));
        match owed.min_by_key(|one| one.due) {
            Some(one) => (
                format!("核实第{}项履行情况（{}到期）", one.no, one.due),
                format!("check obligation {} (due {})", one.no, one.due),
            ),
            None => ("核实履行凭证".to_owned(), "check the proof of performance".to_owned()),
        }
    }
}

/// What is wrong with a draft, in words for a refusal: the obligation's number or the forbidden content.
pub(crate) fn of_draft(fault: DraftFault) -> String {
    match fault {
        DraftFault::Empty => "没有约定义务".to_owned(),
        DraftFault::Hash => "文本摘要不是64位十六进制".to_owned(),
        DraftFault::Obligation(no) => format!("第{no}项义务有误"),
        DraftFault::Content(fault) => fault.zh().to_owned(),
    }
}

/// The clocks that look at each due date.
pub(crate) fn follow(draft: &Draft) -> impl Iterator<Item = ClockEffect> + '_ {
    draft.obligations.iter().map(|owed| ClockEffect::Start {
        key: key(owed.no),
        rule: FOLLOW_UP.to_owned(),
        from: owed.due,
    })
}

/// The obligation was performed.
pub(crate) fn followed(no: u32) -> ClockEffect {
    ClockEffect::Met { key: key(no) }
}

/// Nobody looks at these obligations any more.
pub(crate) fn unfollow(open: &[u32]) -> impl Iterator<Item = ClockEffect> + '_ {
    open.iter().map(|no| ClockEffect::Cancel { key: key(*no) })
}

fn key(no: u32) -> String {
    format!("follow_up:{no}")
}
