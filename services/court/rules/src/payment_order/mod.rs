//! The payment order 督促程序 (T-F rows; 民事诉讼法 225–228; 民诉法解释 425–441): a creditor asks for an order
//! on money or securities that are due and fixed. Each claim of the application has its own fate: an
//! objection to one leaves the others, and divisible debtors, bound (T-F-07).

mod chart;
mod conditions;
mod decide;
mod evolve;
mod kinds;
mod object;
mod refusal;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Outcome, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use kinds::{
    Application, Basis, Claim, Debtor, Ending, Form, Item, LabourItem, Manner, NoEffect,
    NotAccepted, Objected, ObjectionGround, Rejected, Ruling, Standing, Suit, Thing,
};
pub use refusal::Refusal;

/// One application for a payment order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Arc<Brief>,
    /// What was asked for.
    pub application: Arc<Application>,
    /// Each claim with its fate.
    pub items: Vec<Item>,
    /// Each debtor with its own time.
    pub debtors: Vec<Debtor>,
    /// The rulings that ended the procedure for some claims.
    pub rulings: Vec<Ruling>,
    /// The day of the application, on which a later suit counts as filed (T-F-06).
    pub applied_on: Date,
    /// True once the one list of what is missing was given.
    pub listed: bool,
    /// The case number, once accepted.
    pub case_no: Option<String>,
    /// The judge's staff id, once named.
    pub judge: Option<String>,
    /// When the order was issued.
    pub issued_on: Option<Date>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where an application stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待受理决定.
    Applied {
        /// The day from which the five days run.
        since: Date,
    },
    /// 待补正.
    Correcting {
        /// When the list was given.
        on: Date,
    },
    /// 已受理，审查中.
    Accepted {
        /// When.
        on: Date,
    },
    /// 已发出支付令: at least one claim is still open to payment or objection.
    Issued,
    /// 支付令失效，待债权人选择是否起诉: no claim is bound, a ruling waits for the creditor's word.
    Contested,
    /// 支付令生效: a claim may be enforced, none is open to objection.
    Effective,
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// What somebody asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The creditor applies.
    Apply { brief: Box<Brief>, application: Box<Application>, on: Date },
    /// The one list of what is missing.
    AskCorrection { missing: Vec<String>, on: Date },
    /// The corrected papers are in.
    ReceiveCorrected { on: Date },
    /// The papers were not corrected in time.
    LapseCorrection,
    /// Accepts the application.
    Accept { case_no: String, judge: String, on: Date },
    /// Tells the creditor that it is not accepted.
    Decline { ground: NotAccepted, on: Date },
    /// Rejects it by ruling after acceptance.
    Reject { ground: Rejected, on: Date },
    /// Issues the order.
    Issue { on: Date },
    /// A debtor received the order.
    Serve { party: u32, manner: Manner, on: Date },
    /// Thirty days have passed without service on a debtor.
    LapseUnserved,
    /// Claims are paid.
    RecordPayment { claims: BTreeSet<u32>, on: Date },
    /// A debtor objects to claims.
    Object { party: u32, claims: BTreeSet<u32>, form: Form, ground: ObjectionGround, on: Date },
    /// The objection holds: the procedure ends for these claims, by ruling.
    UpholdObjection { party: u32, on: Date },
    /// The objection does not hold, by ruling.
    DismissObjection { party: u32, on: Date },
    /// The debtor takes the objection back, with leave; there is no second thought.
    WithdrawObjection { party: u32, on: Date },
    /// A debtor's fifteen days have passed.
    ObjectionTimePassed { party: u32 },
    /// The creditor received a ruling.
    ReceiveRuling { ruling: u32, on: Date },
    /// The creditor does not agree to a suit.
    RefuseSuit { ruling: u32, on: Date },
    /// Seven days of silence: a suit counts as filed on the day of the application.
    DeemFiled { ruling: u32 },
    /// The creditor withdraws before any debtor has received the order.
    Withdraw { on: Date },
    /// The creditor has sued.
    NoteSuit { suit: Suit, on: Date },
    /// The president's court finds its own effective order wrong (民诉法解释 441).
    Revoke { on: Date },
    /// The creditor asks for enforcement of what is bound.
    ApplyEnforcement { on: Date },
    /// The two years for one claim have passed.
    EnforcementTimePassed { claim: u32 },
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The creditor applied.
    Applied { brief: Box<Brief>, application: Box<Application>, on: Date },
    /// The list was given.
    CorrectionAsked { missing: Vec<String>, on: Date },
    /// The corrected papers came in.
    CorrectedReceived { on: Date },
    /// It was accepted.
    Accepted { case_no: String, judge: String, on: Date },
    /// The order was issued.
    Issued { on: Date },
    /// A debtor received it.
    Served { party: u32, manner: Manner, on: Date },
    /// These debtors could not be served in thirty days.
    Unserved { parties: Vec<u32>, on: Date },
    /// Claims were paid.
    ClaimsPaid { claims: BTreeSet<u32>, on: Date },
    /// Something was said that is no objection in law; it is on file.
    ObjectionNoted { party: u32, why: NoEffect, on: Date },
    /// A written objection is before the court.
    ObjectionReceived { party: u32, claims: BTreeSet<u32>, on: Date },
    /// It holds; `suit`: the claims may turn into a suit, else arbitration comes first.
    ObjectionUpheld { party: u32, ruling: u32, claims: BTreeSet<u32>, suit: bool, on: Date },
    /// It does not hold, or was taken back.
    ObjectionDismissed { party: u32, withdrawn: bool, on: Date },
    /// A debtor's fifteen days have passed.
    TimePassed { party: u32, on: Date },
    /// These claims are bound: the order on them can be enforced.
    Bound { claims: BTreeSet<u32>, from: Date },
    /// The creditor received a ruling.
    RulingReceived { ruling: u32, on: Date },
    /// The creditor does not agree to a suit.
    SuitRefused { ruling: u32, on: Date },
    /// A suit counts as filed as of the day of the application.
    DeemedFiled { ruling: u32, sued_on: Date, on: Date },
    /// Enforcement was asked for.
    EnforcementApplied { on: Date },
    /// The time for enforcement of a claim has passed.
    EnforcementLost { claim: u32, on: Date },
    /// The procedure ended.
    Concluded { ending: Ending, on: Date },
    /// These times have no object any more.
    TimesClosed { keys: Vec<String> },
}

impl State {
    /// How it ended, for the agency that handed the dispute over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Applied { .. }
            | Stage::Correcting { .. }
            | Stage::Accepted { .. }
            | Stage::Issued
            | Stage::Contested => None,
            Stage::Effective => Some(Outcome::Decided),
            Stage::Ended { ending, .. } => Some(ending.outcome()),
        }
    }

    fn claims_in(&self, standing: impl Fn(&Standing) -> bool) -> BTreeSet<u32> {
        self.items.iter().filter(|i| standing(&i.standing)).map(|i| i.claim.no).collect()
    }

    fn live(&self) -> BTreeSet<u32> {
        self.claims_in(|standing| *standing == Standing::Live)
    }

    fn bound(&self) -> BTreeSet<u32> {
        self.claims_in(|standing| matches!(standing, Standing::Bound { .. }))
    }

    fn debtor(&self, party: u32) -> Option<&Debtor> {
        self.debtors.iter().find(|debtor| debtor.party == party)
    }

    /// The claims against a debtor that are still open.
    fn live_of(&self, party: u32) -> BTreeSet<u32> {
        let own =
            |item: &&Item| item.standing == Standing::Live && item.claim.debtors.contains(&party);
        self.items.iter().filter(own).map(|item| item.claim.no).collect()
    }

    fn received_by_debtor(&self) -> bool {
        self.debtors.iter().any(|debtor| debtor.served_on.is_some())
    }
}

/// The procedure.
pub struct PaymentOrder;

impl Procedure for PaymentOrder {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "payment_order";
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

    fn needs_holding(_command: &str) -> bool {
        // The creditor's own right: the order runs here, whoever answers for the dispute.
        false
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
