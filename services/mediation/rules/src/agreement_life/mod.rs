//! The life of a mediation agreement 调解协议: drafted, signed and in force, strengthened (confirmed by the
//! court, notarised, reviewed by arbitration), performed, or broken and then enforced, sued on, claimed
//! by a payment order, renegotiated, or void. Who made it decides its force ([`Level`]), its windows
//! and what may be done when it is broken ([`routes`]).
//!
//! A mediation that has its own procedure hands its signed agreement over ([`Command::Adopt`]).

mod chart;
mod decide;
mod deed;
mod evolve;
mod level;
mod routes;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiefen_procedure::{
    Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Papers, Procedure,
};
use jiefen_vocab::{Outcome, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use level::{LabourBody, LabourItem, Level, Maker, Way};
pub use routes::{BreachRoute, EACH_INSTALMENT_UNTIL, enforcement_from, routes};

use crate::agreement::{Agreement, Draft, Form, Through, Window};
use crate::people_mediation::{Signature, Signer};
use crate::text::Text;
use jiefen_procedure::words::Refusal;

/// One agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute that it settles.
    pub brief: Brief,
    /// Who made it.
    pub maker: Maker,
    /// The maker is a lawfully established mediation organisation on the roster (民事诉讼法 205).
    pub lawful: bool,
    /// When it came here.
    pub since: Date,
    /// Where it stands.
    pub stage: Stage,
}

/// Where an agreement stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 协议待签: not binding yet.
    Drafted {
        /// The text.
        text: Text,
    },
    /// 已生效.
    InForce {
        /// What binds.
        deed: Deed,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
        /// What bound, when it had come into force.
        deed: Option<Deed>,
    },
}

/// An agreement in force and what was done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    /// The agreement: its text, unused windows, performance, open breaches. Its `force` repeats the
    /// level for readers of people's mediations.
    pub agreement: Agreement,
    /// Its force.
    pub level: Level,
    /// The strengthening that was applied for and is being examined.
    pub pending: Option<Way>,
    /// Some obligation was broken at some time: it was not performed by itself.
    pub ever_broken: bool,
    /// Instalments for which the execution certificate was asked (T-G-04, T-G-05).
    pub certificates: Vec<u32>,
    /// Enforcement was applied for on this day and goes on.
    pub enforcing: Option<Date>,
    /// A payment order was applied for over this obligation and is open.
    pub order: Option<u32>,
    /// A payment order has become effective: a title for enforcement (T-F-09).
    pub order_effective: bool,
    /// The payment order on this agreement has lapsed (T-F-08).
    pub order_lapsed: bool,
}

/// How the life of an agreement ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 未签成
    NotMade,
    /// 已履行
    Performed,
    /// 经执行实现
    Enforced,
    /// 就协议起诉
    Sued,
    /// 申请仲裁
    Arbitrated,
    /// 恢复处罚程序
    PenaltyResumed,
    /// 另行达成协议
    Renegotiated,
    /// 被撤销或者确认无效
    Void,
}

/// What came of a payment order (T-F-04, T-F-05).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderResult {
    /// 债务人清偿
    Paid,
    /// 未清偿也未异议，支付令生效，可以申请执行
    Effective,
    /// 异议成立或者不能送达，支付令失效
    Lapsed,
}

/// What somebody asks of an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Puts a first text before the parties.
    Draft { brief: Box<Brief>, maker: Maker, lawful: bool, draft: Draft, on: Date },
    /// Takes over an agreement, or a statement, that is in force.
    Adopt {
        brief: Box<Brief>,
        maker: Maker,
        lawful: bool,
        draft: Draft,
        form: Form,
        effective_on: Date,
        on: Date,
    },
    /// Puts another text before the parties; confirmations and signatures fall away.
    PutText { draft: Draft, on: Date },
    /// A party confirms the text by its hash.
    ConfirmText { party: u32, hash: String, on: Date },
    /// One signs; `agent`: the party's special mandate when another signs for it.
    Sign { signer: Signer, agent: Option<String>, on: Date },
    /// The text is not signed.
    GiveUp,
    /// Parties apply to have it strengthened; `submission`: the debtor's express submission to
    /// enforcement, which the notary needs (T-G-05).
    NoteApplication { way: Way, by: Vec<u32>, submission: bool, on: Date },
    /// The body accepts that application.
    NoteAcceptance { on: Date },
    /// It was confirmed, notarised or made an arbitral statement.
    Strengthen { on: Date },
    /// The application was refused or withdrawn; the agreement keeps its force.
    RefuseStrength { on: Date },
    /// A window has passed unused.
    CloseWindow { window: Window },
    /// An obligation was performed, with proof.
    RecordPerformance { no: u32, on: Date, through: Through, proof: String },
    /// An obligation was not performed in time, or the obligor says it will not be.
    ReportBreach { no: u32, on: Date, declared: bool },
    /// The creditor asks the notary for the execution certificate of one instalment.
    AskCertificate { no: u32, on: Date },
    /// The creditor applies for enforcement of a broken obligation.
    Enforce { no: u32, on: Date },
    /// The enforcement case ended; satisfied, or for now without result.
    EndEnforcement { satisfied: bool, on: Date },
    /// The creditor applies for a payment order (T-F-01, T-F-08).
    AskOrder { no: u32, on: Date },
    /// The payment order's result.
    NoteOrder { result: OrderResult, on: Date },
    /// A suit on the agreement was filed.
    Sue { on: Date },
    /// Arbitration was applied for (劳动争议调解仲裁法 15).
    Arbitrate { on: Date },
    /// The police resume the penalty procedure (T-N-05).
    ResumePenalty { on: Date },
    /// Everybody has signed another agreement in its place.
    Renegotiate { hash: String, agreed: Vec<u32>, on: Date },
    /// A court or arbitral body has annulled it; `paper`: its decision.
    Annul { paper: String, on: Date },
}

/// What has happened to an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// A first text was put before the parties.
    Drafted { brief: Box<Brief>, maker: Maker, lawful: bool, draft: Draft, on: Date },
    /// An agreement in force was taken over.
    Adopted { brief: Box<Brief>, maker: Maker, lawful: bool, on: Date },
    /// Another text was put before the parties.
    TextPut { draft: Draft, on: Date },
    /// A party confirmed the text.
    TextConfirmed { party: u32, on: Date },
    /// The text was signed.
    TextSigned { signature: Signature, agent: Option<String> },
    /// It is in force, at a level, with windows that run together.
    InForce { draft: Draft, form: Form, effective_on: Date, level: Level, windows: Vec<Window> },
    /// Strengthening was applied for.
    ApplicationNoted { way: Way, on: Date },
    /// The application was accepted.
    AcceptanceNoted { way: Way, on: Date },
    /// It has more force.
    Strengthened { way: Way, level: Level, on: Date },
    /// It was not strengthened.
    StrengthRefused { way: Way, on: Date },
    /// A window closed unused.
    WindowClosed { window: Window, on: Date },
    /// An obligation was performed.
    Performed { no: u32, on: Date, through: Through, proof: String },
    /// Nothing is broken any more: enforcement and its limit have no object.
    Cleared { on: Date },
    /// An obligation was broken; the routes that are open.
    Broken {
        no: u32,
        on: Date,
        level: Level,
        clock: Option<(String, Date)>,
        routes: Vec<BreachRoute>,
    },
    /// The execution certificate was asked for.
    CertificateAsked { no: u32, on: Date },
    /// Enforcement was applied for.
    EnforcementBegun { no: u32, clock: String, on: Date },
    /// Enforcement ended without full satisfaction.
    EnforcementPaused { on: Date },
    /// A payment order was applied for.
    OrderAsked { no: u32, on: Date },
    /// The payment order's result.
    OrderEnded { no: u32, result: OrderResult, on: Date },
    /// The agreement's life ended; what was still owed.
    Ended { ending: Ending, on: Date, open: Vec<u32> },
}

impl State {
    /// What binds, once in force.
    pub fn deed(&self) -> Option<&Deed> {
        match &self.stage {
            Stage::Drafted { .. } => None,
            Stage::InForce { deed } => Some(deed),
            Stage::Ended { deed, .. } => deed.as_ref(),
        }
    }

    /// Whether it counts as performed by itself 自动履行 (M-09): true or false once that is settled, none
    /// while it is open. One breach settles it, whatever is paid later.
    pub fn performed_by_itself(&self) -> Option<bool> {
        let deed = self.deed()?;
        if deed.ever_broken {
            return Some(false);
        }
        match &self.stage {
            Stage::Ended { ending: Ending::Performed, .. } => {
                Some(deed.agreement.performed_by_itself())
            }
            Stage::Ended { .. } => Some(false),
            Stage::Drafted { .. } | Stage::InForce { .. } => None,
        }
    }

    /// The windows that are open, each with its last day, to be shown together.
    ///
    /// # Errors
    /// The law has no such limit.
    pub fn windows(
        &self,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<(Window, Date)>, jiefen_procedure::Refused> {
        let Stage::InForce { deed } = &self.stage else { return Ok(Vec::new()) };
        let agreement = &deed.agreement;
        let last = |w: &Window| Ok((*w, ctx.last_day(w.rule(), agreement.effective_on)?));
        agreement.windows.iter().map(last).collect()
    }

    /// What is reported of it, for the agency that handed the dispute over.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Drafted { .. } => None,
            Stage::InForce { .. } => Some(Outcome::Agreed),
            Stage::Ended { ending, .. } => Some(match ending {
                Ending::NotMade | Ending::Void => Outcome::Failed,
                Ending::Performed | Ending::Enforced => Outcome::Performed,
                Ending::Sued | Ending::Arbitrated | Ending::PenaltyResumed => Outcome::Transferred,
                Ending::Renegotiated => Outcome::Agreed,
            }),
        }
    }

    /// The papers that travel with the result; none while it does not bind. Nothing that was conceded.
    pub fn papers(&self) -> Option<Papers> {
        let deed = self.deed()?;
        let owed = deed.agreement.draft.obligations.iter();
        Some(Papers {
            effect: Some(deed.level.code().to_owned()),
            obligations: owed.map(|one| (one.obligor, one.due, one.amount)).collect(),
            confirmable: deed.agreement.windows.iter().any(|w| w.clock() == "confirm"),
            remedy: None,
            not_done: None,
            on: Some(deed.agreement.effective_on),
        })
    }
}

/// The procedure.
pub struct AgreementLife;

impl Procedure for AgreementLife {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "agreement_life";
    const COMMANDS: &'static [&'static str] = tell::COMMANDS;

    fn decide(
        state: Option<&State>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        decide::decide(state, command, ctx)
    }

    fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
        evolve::evolve(state, fact)
    }

    fn outline(state: &State) -> Outline {
        tell::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        tell::clocks(fact)
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        tell::notices(fact)
    }

    fn expired(state: &State, clock: &str) -> Option<Command> {
        tell::expired(state, clock)
    }

    fn name(command: &Command) -> &'static str {
        tell::name(command)
    }

    fn roles(command: &str) -> &'static [Role] {
        tell::roles(command)
    }

    fn needs_holding(command: &str) -> bool {
        tell::needs_holding(command)
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}

/// The items of a labour agreement for which a worker may ask a payment order (劳动争议调解仲裁法 16).
pub type LabourItems = BTreeSet<LabourItem>;
