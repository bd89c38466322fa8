//! What every mediation that goes on by talks shares: consents, the mediator, sessions, the term, the
//! text before the parties and its signing. Who may begin, how it is accepted and how it ends stays
//! with each procedure.

mod moves;
pub(crate) mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;

use jiefen_procedure::term::Term;
use jiefen_procedure::{Brief, ClockEffect, Consent, Notice};
use jiefen_vocab::{DisputeKind, PartyRole, Private, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub(crate) use moves::{begin, decide, lapsed, may_end, ready, withdraw};

use crate::agreement::Draft;
use crate::draw::{met, notice};
use crate::people_mediation::{Signature, Signer};
use crate::session::{Held, Mode, Planned, Sitting};
use crate::text::Text;

/// The rows of this module's refusals, for the tests of the procedures that use it.
#[cfg(test)]
pub(crate) const ROWS: &[&str] = &[include_str!("rows.rs"), include_str!("../text.rs")];

/// The talks of one mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talks {
    /// The dispute.
    pub brief: Brief,
    /// The day it came here.
    pub since: Date,
    /// Every word of a party, in order.
    pub consents: Vec<Consent>,
    /// Parties who went their own way while the others go on.
    pub left: Vec<u32>,
    /// The mediator in charge.
    pub mediator: Option<String>,
    /// The term, once it runs.
    pub term: Option<Term>,
    /// The session that is set.
    pub planned: Option<Planned>,
    /// The sessions held.
    pub sessions: Vec<Held>,
    /// The text before the parties.
    pub text: Option<Text>,
}

/// How mediation was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum Application {
    /// 书面申请
    Written,
    /// 口头申请: what the body recorded on the spot.
    Oral {
        /// Who asks, about what, why, when.
        record: Private<String>,
    },
}

impl Application {
    /// Accepts an application whose oral form was recorded.
    ///
    /// # Errors
    /// An oral application without a record.
    pub(crate) fn check(&self) -> Result<(), jiefen_procedure::words::Refusal> {
        match self {
            Application::Oral { record } if record.reveal().trim().is_empty() => {
                crate::refuse::no(rows::RECORD_WANTED)
            }
            Application::Oral { .. } | Application::Written => Ok(()),
        }
    }
}

/// What somebody asks within the talks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A party consents to this mediation.
    GiveConsent { party: u32, on: Date, how: String },
    /// Another mediator takes over.
    ChooseMediator { mediator: String, on: Date },
    /// Sets a session.
    ScheduleSession { on: Date, place: String, mode: Mode },
    /// Records a session.
    HoldSession { session: Sitting },
    /// All who take part extend the term by units of its rule.
    Extend { units: u32, agreed: Vec<u32>, on: Date },
    /// Puts a text before the parties; earlier confirmations and signatures fall away.
    PutText { draft: Draft, on: Date },
    /// The text is taken back, the talks go on.
    DropText { on: Date },
    /// A party confirms the text by its hash.
    ConfirmText { party: u32, hash: String, on: Date },
    /// A party, the mediator or the seal; `agent`: the party's special mandate when another signs for it.
    Sign { signer: Signer, agent: Option<String>, on: Date },
}

/// What has happened within the talks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "moved", rename_all = "snake_case")]
pub enum Moved {
    /// A party consented.
    ConsentGiven { party: u32, on: Date, how: String },
    /// A party withdrew its consent.
    ConsentWithdrawn { party: u32, on: Date, how: String },
    /// A party goes its own way; the others go on without it.
    Left { party: u32, on: Date, kind: DisputeKind },
    /// A mediator was chosen.
    MediatorChosen { mediator: String, on: Date },
    /// A session was set.
    SessionScheduled { session: Planned },
    /// A session was held.
    SessionHeld { session: Held },
    /// The term was extended.
    TermExtended { units: u32, on: Date },
    /// A text was put before the parties.
    TextPut { draft: Draft, on: Date },
    /// The text was taken back.
    TextDropped { on: Date },
    /// A party confirmed the text.
    TextConfirmed { party: u32, on: Date },
    /// The text was signed.
    TextSigned { signature: Signature, agent: Option<String> },
    /// The last signature: the agreement is in force.
    InForce { draft: Draft, effective_on: Date },
}

impl Step {
    /// Its stable name.
    pub fn name(&self) -> &'static str {
        match self {
            Step::GiveConsent { .. } => "give_consent",
            Step::ChooseMediator { .. } => "choose_mediator",
            Step::ScheduleSession { .. } => "schedule_session",
            Step::HoldSession { .. } => "hold_session",
            Step::Extend { .. } => "extend",
            Step::PutText { .. } => "put_text",
            Step::DropText { .. } => "drop_text",
            Step::ConfirmText { .. } => "confirm_text",
            Step::Sign { .. } => "sign",
        }
    }
}

/// The roles of mediators and their clerks in the talks (I10).
pub(crate) fn roles(step: &str) -> &'static [Role] {
    use Role::{MediationHead, Mediator, Party, WindowClerk};
    match step {
        "give_consent" => &[Party, WindowClerk, Mediator, MediationHead],
        "choose_mediator" | "confirm_text" | "sign" => &[Party, Mediator, MediationHead],
        "schedule_session" | "hold_session" | "extend" | "put_text" | "drop_text" => {
            &[Mediator, MediationHead]
        }
        _ => &[],
    }
}

impl Talks {
    /// Talks that begin with what the parties said so far.
    pub(crate) fn new(brief: &Brief, since: Date) -> Talks {
        Talks {
            brief: brief.clone(),
            since,
            consents: brief.consents.iter().filter(|c| c.to == brief.track).cloned().collect(),
            left: Vec::new(),
            mediator: None,
            term: None,
            planned: None,
            sessions: Vec::new(),
            text: None,
        }
    }

    /// The dispute with those only who take part.
    pub(crate) fn brief_of_those_in(&self) -> Brief {
        let mut brief = self.brief.clone();
        brief.parties.retain(|party| !self.left.contains(&party.no));
        brief
    }

    /// The numbers of those who take part.
    pub fn parties(&self) -> Vec<u32> {
        let numbers = self.brief.parties.iter().map(|party| party.no);
        numbers.filter(|no| !self.left.contains(no)).collect()
    }

    /// The first of them without live consent (I5).
    pub fn without_consent(&self) -> Option<u32> {
        let live = |no: &u32| {
            let last = self.consents.iter().rev().find(|consent| consent.party == *no);
            last.is_some_and(|consent| consent.given)
        };
        self.parties().into_iter().find(|no| !live(no))
    }

    /// True when the talks can go on without this party: both sides are still there.
    pub(crate) fn go_on_without(&self, party: u32) -> bool {
        let stays = |role: PartyRole| {
            let mut side = self.brief.parties.iter().filter(|one| one.role == role);
            side.any(|one| one.no != party && !self.left.contains(&one.no))
        };
        stays(PartyRole::Applicant) && stays(PartyRole::Respondent)
    }

    /// Folds a fact.
    pub(crate) fn apply(&mut self, moved: &Moved) {
        let to = self.brief.track;
        match moved {
            Moved::ConsentGiven { party, on, how } => self.consents.push(Consent {
                party: *party,
                to,
                given: true,
                on: *on,
                by: how.clone(),
            }),
            Moved::ConsentWithdrawn { party, on, how } => self.consents.push(Consent {
                party: *party,
                to,
                given: false,
                on: *on,
                by: how.clone(),
            }),
            Moved::Left { party, .. } => {
                self.left.push(*party);
                self.text = None;
            }
            Moved::MediatorChosen { mediator, .. } => self.mediator = Some(mediator.clone()),
            Moved::SessionScheduled { session } => self.planned = Some(session.clone()),
            Moved::SessionHeld { session } => {
                self.planned = None;
                self.sessions.push(session.clone());
            }
            Moved::TermExtended { units, .. } => {
                if let Some(term) = &mut self.term {
                    term.extended = term.extended.saturating_add(*units);
                }
            }
            Moved::TextPut { draft, .. } => self.text = Some(Text::new(draft.clone())),
            Moved::TextDropped { .. } | Moved::InForce { .. } => self.text = None,
            Moved::TextConfirmed { party, .. } => {
                self.text.iter_mut().for_each(|text| text.confirmed.push(*party));
            }
            Moved::TextSigned { signature, .. } => {
                self.text.iter_mut().for_each(|text| text.signed.push(*signature));
            }
        }
    }

    /// The next step of talks that go on.
    pub(crate) fn next(&self) -> (String, String) {
        let waits =
            |text: &Text| self.parties().into_iter().find(|no| !text.confirmed.contains(no));
        match (&self.text, &self.planned) {
            (Some(text), _) => match waits(text) {
                Some(no) => {
                    (format!("请当事人{no}确认协议文本"), format!("party {no} to confirm the text"))
                }
                None => ("收齐各方签名和印章".to_owned(), "collect signatures and seal".to_owned()),
            },
            (None, Some(session)) => (
                format!("{}第{}次调解", session.on, session.no),
                format!("session {} on {}", session.no, session.on),
            ),
            (None, None) => ("安排下一次调解".to_owned(), "set the next session".to_owned()),
        }
    }
}

/// What a fact does to the clock of the talks, `mediate`.
pub(crate) fn clocks(moved: &Moved) -> Vec<ClockEffect> {
    match moved {
        Moved::TermExtended { units, .. } => {
            vec![ClockEffect::Extend { key: "mediate".to_owned(), units: *units }]
        }
        Moved::InForce { .. } => vec![met("mediate")],
        Moved::ConsentGiven { .. }
        | Moved::ConsentWithdrawn { .. }
        | Moved::Left { .. }
        | Moved::MediatorChosen { .. }
        | Moved::SessionScheduled { .. }
        | Moved::SessionHeld { .. }
        | Moved::TextPut { .. }
        | Moved::TextDropped { .. }
        | Moved::TextConfirmed { .. }
        | Moved::TextSigned { .. } => Vec::new(),
    }
}

/// The notices that fall due with a fact.
pub(crate) fn notices(moved: &Moved) -> Vec<Notice> {
    match moved {
        Moved::SessionScheduled { session } => {
            let place = format!("{}在{}进行{}调解。", session.on, session.place, session.mode.zh());
            vec![notice("session", place, None)]
        }
        Moved::MediatorChosen { .. } => vec![notice("mediator", "调解员已经更换。", None)],
        Moved::TextPut { .. } => vec![notice(
            "text",
            "协议文本已经拟好，请各自阅读并确认；文本一经改动，先前的确认作废。",
            None,
        )],
        Moved::InForce { effective_on, .. } => {
            let zh = format!("调解协议自{effective_on}起生效，具有法律约束力，应当按约履行。");
            vec![notice("agreement", zh, None)]
        }
        Moved::Left { party, kind, .. } => {
            let (zh, rule) = crate::routes::remedies(*kind);
            let zh = format!("您已退出调解，您的权利不受影响。{zh}");
            vec![Notice { to: vec![*party], ..notice("remedies", zh, Some(rule)) }]
        }
        Moved::ConsentGiven { .. }
        | Moved::ConsentWithdrawn { .. }
        | Moved::SessionHeld { .. }
        | Moved::TermExtended { .. }
        | Moved::TextDropped { .. }
        | Moved::TextConfirmed { .. }
        | Moved::TextSigned { .. } => Vec::new(),
    }
}
