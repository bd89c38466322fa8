//! What every mediation led by a named neutral shares: consent, the neutral and doubts about it,
//! sessions within a term, extension, appraisal, and what may be said afterwards. Each procedure says
//! itself who may be named, under which term, with which effect.

mod agree;
mod decide;
mod fault;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
pub(crate) mod testing;
mod text_rows;

use std::collections::BTreeSet;

use jiefen_procedure::term::{APPRAISAL, Term};
use jiefen_procedure::{Brief, Consent};
use jiefen_vocab::Private;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use agree::{Bargain, obligations};
pub use decide::{check_brief, everybody, happened, is_barred_by, known, last_day, route_open};
pub use fault::Fault;
pub(crate) use tell::{cancel, ended, met, notice, open, start, step, windows};

use crate::agreement::Draft;
use crate::session::{Held, Mode, Planned, Sitting};
use crate::text::Text;

/// The words of the refusals shared here, for the tests of each procedure.
#[cfg(test)]
pub(crate) const ROWS: &str = include_str!("rows.rs");

/// The words of the refusals about a text, for the tests of the procedures that have one.
#[cfg(test)]
pub(crate) const TEXT_ROWS: &str = include_str!("text_rows.rs");

/// What binds a neutral to a party or to the dispute (特邀调解规定 15；在线调解规则 13；律师调解意见 12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Interest {
    /// 是当事人或者其代理人的近亲属
    Relative,
    /// 与纠纷有利害关系
    Stake,
    /// 担任或者曾担任一方的代理人、法律顾问
    Agent,
    /// 受雇于一方当事人
    Employee,
    /// 其他可能影响公正调解的关系
    Other,
}

impl Interest {
    /// The Chinese name.
    pub fn zh(self) -> &'static str {
        match self {
            Interest::Relative => "是当事人或者其代理人的近亲属",
            Interest::Stake => "与纠纷有利害关系",
            Interest::Agent => "担任或者曾担任一方的代理人、法律顾问",
            Interest::Employee => "受雇于一方当事人",
            Interest::Other => "有其他可能影响公正调解的关系",
        }
    }
}

/// Who is to be named as neutral, and what the roster and the check of conflicts say of the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The staff id.
    pub person: String,
    /// On the roster today: admitted, neither suspended nor removed (T-C-15).
    pub on_roster: bool,
    /// Trained before entry (T-C-15).
    pub trained: bool,
    /// Checked for conflicts of interest against every party.
    pub checked: bool,
    /// What was found or disclosed.
    pub interest: Option<Interest>,
}

/// A part in the later life of a dispute that its neutral may not take (T-C-13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Later {
    /// 人民陪审员
    Assessor,
    /// 诉讼代理人
    Agent,
    /// 仲裁代理人
    ArbitrationAgent,
    /// 仲裁员
    Arbitrator,
    /// 证人
    Witness,
    /// 鉴定人
    Appraiser,
    /// 翻译人员
    Interpreter,
}

/// A doubt about the neutral that is not settled yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// What it is.
    pub interest: Interest,
    /// The party who challenged; none: disclosed by the neutral.
    pub by: Option<u32>,
    /// The parties who agree all the same.
    pub waived: BTreeSet<u32>,
}

/// The common part of a mediation's state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// The dispute.
    pub brief: Brief,
    /// When it came.
    pub begun_on: Date,
    /// Every word of a party on this route, in order (I5).
    pub consents: Vec<Consent>,
    /// The neutral.
    pub mediator: Option<String>,
    /// Everybody who has been the neutral: barred from later parts (T-C-13).
    pub mediated: BTreeSet<String>,
    /// Those who had to leave.
    pub removed: BTreeSet<String>,
    /// The open doubt.
    pub doubt: Option<Doubt>,
    /// The term, once it runs.
    pub term: Option<Term>,
    /// The session that is set.
    pub planned: Option<Planned>,
    /// The sessions held; their records stay here (I9).
    pub sessions: Vec<Held>,
    /// Facts that no party disputes, recorded with everybody's consent (T-C-12).
    pub undisputed: Option<Private<String>>,
    /// The text before the parties.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// The text that the last one replaced, with the confirmations that fell away with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Box<Text>>,
    /// How often a text was put before the parties.
    #[serde(default)]
    pub edition: u32,
}

/// A common step that somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// A party withdraws its consent; it ends the mediation the same day (I5).
    WithdrawConsent { party: u32, how: String },
    /// The neutral discloses what may touch its independence.
    Disclose { interest: Interest, on: Date },
    /// A party agrees to the neutral all the same.
    Waive { party: u32, on: Date },
    /// A party challenges the neutral.
    Challenge { party: u32, interest: Interest, on: Date },
    /// The organisation decides on the challenge.
    DecideChallenge { granted: bool, on: Date },
    /// Another neutral takes over.
    Replace { mediator: Candidate, on: Date },
    /// Sets a session.
    Schedule { on: Date, place: String, mode: Mode },
    /// Records a session.
    Hold { session: Sitting },
    /// All parties extend the term.
    Extend { days: u32, agreed: Vec<u32>, on: Date },
    /// An appraisal begins; its days do not count.
    BeginAppraisal { on: Date },
    /// The appraisal's result is in.
    EndAppraisal { on: Date },
}

/// A step about the text before the parties, of those procedures that have one before it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wording {
    /// Puts a text before the parties; earlier confirmations fall away.
    Put { draft: Draft, on: Date },
    /// A party confirms exactly this text, by its hash.
    Confirm { party: u32, hash: String, on: Date },
}

impl Wording {
    /// The stable name of the step, as in the authorisation matrix.
    pub fn name(&self) -> &'static str {
        match self {
            Wording::Put { .. } => "put_text",
            Wording::Confirm { .. } => "confirm_text",
        }
    }
}

/// What has happened in the common part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A party withdrew its consent.
    ConsentWithdrawn { party: u32, on: Date, how: String },
    /// The neutral was named; an interest known then is open until every party has waived it.
    MediatorNamed { person: String, interest: Option<Interest>, on: Date },
    /// A doubt was raised; `by` none: disclosed.
    DoubtRaised { interest: Interest, by: Option<u32>, on: Date },
    /// A party waived it.
    DoubtWaived { party: u32, on: Date },
    /// The challenge was decided.
    ChallengeDecided { granted: bool, on: Date },
    /// The neutral had to leave.
    MediatorRemoved { on: Date },
    /// The term began.
    TermBegun { rule: String, on: Date },
    /// A session was set.
    SessionScheduled { session: Planned },
    /// A session was held.
    SessionHeld { session: Held },
    /// The term was extended.
    TermExtended { days: u32, on: Date },
    /// An appraisal began.
    AppraisalBegun { on: Date },
    /// An appraisal's result came in.
    AppraisalEnded { on: Date },
    /// Undisputed facts were recorded with the parties' consent.
    UndisputedRecorded { facts: Private<String>, on: Date },
    /// A text was put before the parties.
    TextPut { draft: Draft, on: Date },
    /// A party confirmed it.
    TextConfirmed { party: u32, on: Date },
}

impl Act {
    /// The stable name of the step, as in the authorisation matrix.
    pub fn name(&self) -> &'static str {
        match self {
            Act::WithdrawConsent { .. } => "withdraw_consent",
            Act::Disclose { .. } => "disclose",
            Act::Waive { .. } => "waive",
            Act::Challenge { .. } => "challenge",
            Act::DecideChallenge { .. } => "decide_challenge",
            Act::Replace { .. } => "replace",
            Act::Schedule { .. } => "schedule",
            Act::Hold { .. } => "hold",
            Act::Extend { .. } => "extend",
            Act::BeginAppraisal { .. } => "begin_appraisal",
            Act::EndAppraisal { .. } => "end_appraisal",
        }
    }
}

impl Course {
    /// A course of a brief that came on a day.
    pub fn new(brief: &Brief, begun_on: Date) -> Course {
        let words = brief.consents.iter().filter(|word| word.to == brief.track);
        Course {
            brief: brief.clone(),
            begun_on,
            consents: words.cloned().collect(),
            mediator: None,
            mediated: BTreeSet::new(),
            removed: BTreeSet::new(),
            doubt: None,
            term: None,
            planned: None,
            sessions: Vec::new(),
            undisputed: None,
            text: None,
            replaced: None,
            edition: 0,
        }
    }

    /// The first party without live consent (I5).
    pub fn without_consent(&self) -> Option<u32> {
        let live = |no: u32| {
            let last = self.consents.iter().rev().find(|consent| consent.party == no);
            last.is_some_and(|consent| consent.given)
        };
        self.brief.parties.iter().map(|party| party.no).find(|no| !live(*no))
    }

    /// True when a person may take a part in the later life of the dispute: nobody who was its
    /// neutral may take one on this list (T-C-13).
    pub fn may_later(&self, person: &str, part: Later, barred: &[Later]) -> bool {
        !(self.mediated.contains(person) && barred.contains(&part))
    }

    /// A party's word on this route.
    pub fn word(&self, party: u32, given: bool, on: Date, how: &str) -> Consent {
        Consent { party, to: self.brief.track, given, on, by: how.to_owned() }
    }

    /// The day since which a next event may have happened.
    pub fn since(&self) -> Date {
        self.term.as_ref().map_or(self.begun_on, |term| term.from)
    }

    /// Folds an event.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::ConsentWithdrawn { party, on, how } => {
                let word = self.word(*party, false, *on, how);
                self.consents.push(word);
            }
            Event::MediatorNamed { person, interest, .. } => {
                self.mediator = Some(person.clone());
                self.mediated.insert(person.clone());
                self.doubt = interest.map(|interest| Doubt::new(interest, None));
            }
            Event::DoubtRaised { interest, by, .. } => {
                self.doubt = Some(Doubt::new(*interest, *by));
            }
            Event::DoubtWaived { party, .. } => self.waive(*party),
            Event::ChallengeDecided { .. } => self.doubt = None,
            Event::MediatorRemoved { .. } => {
                self.removed.extend(self.mediator.take());
                self.doubt = None;
            }
            Event::TermBegun { rule, on } => self.term = Some(Term::new(rule, *on)),
            Event::SessionScheduled { session } => self.planned = Some(session.clone()),
            Event::SessionHeld { session } => {
                self.planned = None;
                self.sessions.push(session.clone());
            }
            Event::TermExtended { days, .. } => self.with_term(|term| {
                term.extended = term.extended.saturating_add(*days);
            }),
            Event::AppraisalBegun { on } => self.with_term(|term| term.stop(*on, APPRAISAL)),
            Event::AppraisalEnded { on } => self.with_term(|term| term.resume(*on)),
            Event::UndisputedRecorded { facts, .. } => self.undisputed = Some(facts.clone()),
            Event::TextPut { draft, .. } => {
                self.replaced = self.text.take().map(Box::new);
                self.text = Some(Text::new(draft.clone()));
                self.edition = self.edition.saturating_add(1);
            }
            Event::TextConfirmed { party, .. } => {
                self.text.iter_mut().for_each(|text| text.confirmed.push(*party));
            }
        }
    }

    fn waive(&mut self, party: u32) {
        let Some(doubt) = &mut self.doubt else { return };
        doubt.waived.insert(party);
        if self.brief.parties.iter().all(|one| doubt.waived.contains(&one.no)) {
            self.doubt = None;
        }
    }

    fn with_term(&mut self, change: impl FnOnce(&mut Term)) {
        if let Some(term) = &mut self.term {
            change(term);
        }
    }
}

impl Doubt {
    fn new(interest: Interest, by: Option<u32>) -> Doubt {
        Doubt { interest, by, waived: BTreeSet::new() }
    }
}
