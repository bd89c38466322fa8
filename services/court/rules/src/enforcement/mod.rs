//! Enforcement 执行 (T-G rows; 民事诉讼法 第三编): from the application over notice and measures to payment,
//! settlement, the end for now 终本, termination or non-enforcement. Objections and the lists of persons
//! (失信、限制消费) run beside it; no case is closed while somebody is still listed for it.

mod chart;
mod decide;
mod evolve;
mod kinds;
mod refusal;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod side;
mod tell;
#[cfg(test)]
mod tests;
mod upper;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiefen_procedure::term::Term;
use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{FactId, Fen, Outcome, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use kinds::{
    Against, Checks, Delay, Ending, Measure, MeasureKind, NotAccepted, NotEnforced, Objection,
    Origin, Remedy, Restriction, RestrictionKind, Review, Terminated, Title, Upper,
    limitation_starts,
};
pub use refusal::Refusal;

/// One enforcement case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Arc<Brief>,
    /// What is enforced.
    pub title: Arc<Title>,
    /// The task with which the unit that answers for the dispute passed it on; none: the creditor came to the court.
    pub task: Option<FactId>,
    /// When the creditor applied.
    pub applied_on: Date,
    /// The case number, once accepted.
    pub case_no: Option<String>,
    /// The judge's staff id, once named.
    pub judge: Option<String>,
    /// The term of enforcement, once accepted.
    pub term: Option<Term>,
    /// When each debtor received the notice.
    pub notified: Vec<(u32, Date)>,
    /// What was paid so far.
    pub paid: Fen,
    /// Measures in force, by number.
    pub measures: Vec<Measure>,
    /// Persons listed or restricted, by number.
    pub restrictions: Vec<Restriction>,
    /// Objections, by number.
    pub objections: Vec<Objection>,
    /// The plea against enforcement that is under review.
    pub plea: Option<(NotEnforced, Date)>,
    /// True until something was done, or the creditor was told of the upper court (T-G-01).
    pub six_months: bool,
    /// True once six months passed with nothing done.
    pub may_go_up: bool,
    /// The upper court was asked, and what it has done so far (民事诉讼法 237).
    #[serde(default)]
    pub upper: Option<Upper>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where an enforcement case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待立案.
    Applied,
    /// 已立案，待发执行通知.
    Accepted,
    /// 执行中.
    Enforcing,
    /// 执行和解，中止执行.
    Settled {
        /// The last day of performance under the settlement.
        due_on: Date,
    },
    /// 终结本次执行.
    EndedForNow {
        /// When.
        on: Date,
    },
    /// 待解除失信、限制消费后结案.
    Closing {
        /// How it will have ended.
        ending: Ending,
        /// When its ground arose.
        on: Date,
    },
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
    /// The creditor applies; `task`: the unit that answers for the dispute passed it on with this task.
    Apply { brief: Box<Brief>, title: Box<Title>, task: Option<FactId>, on: Date },
    /// Accepts the case.
    Accept { case_no: String, judge: String, on: Date },
    /// Does not accept it, by ruling.
    Decline { ground: NotAccepted, on: Date },
    /// The enforcement notice and the order to report property went out.
    IssueNotice { on: Date },
    /// A debtor received the notice.
    ServeNotice { party: u32, on: Date },
    /// Takes a measure on property.
    TakeMeasure { kind: MeasureKind, party: u32, on: Date },
    /// Renews one before it lapses.
    RenewMeasure { measure: u32, on: Date },
    /// Lifts one.
    LiftMeasure { measure: u32, on: Date },
    /// One has lapsed.
    MeasureLapsed { measure: u32 },
    /// Lists a debtor as dishonest or restricts its consumption.
    Restrict { kind: RestrictionKind, party: u32, on: Date },
    /// Removes a listing or restriction.
    RemoveRestriction { restriction: u32, on: Date },
    /// A listing has run out.
    ListingOver { restriction: u32 },
    /// Money came in.
    RecordPayment { amount: Fen, on: Date },
    /// What is not money was done, or all is performed.
    RecordPerformance { on: Date },
    /// Both sides settle; enforcement is suspended.
    Settle { agreed: Vec<u32>, due_on: Date, on: Date },
    /// The settlement was broken or property was found: enforcement goes on.
    Resume { on: Date },
    /// The time to resume after a settlement has passed.
    SettlementTimePassed,
    /// Nothing is to be found: ends the case for now.
    EndForNow { checks: Checks, on: Date },
    /// Searches for property again.
    CheckProperty { on: Date },
    /// Five years of searches are over.
    FiveYearsPassed,
    /// A party objects to an act or a listing, an outsider claims the object.
    FileObjection { against: Against, by: Option<u32>, on: Date },
    /// The court rules on it and serves the ruling.
    DecideObjection { objection: u32, upheld: bool, on: Date },
    /// The objector goes to the upper court, or sues.
    TakeRemedy { objection: u32, on: Date },
    /// The time for that has passed.
    RemedyTimePassed { objection: u32 },
    /// The upper court has ruled on a request for review 复议; `annulled`: the ruling does not stand.
    DecideReview { objection: u32, annulled: bool, on: Date },
    /// A debtor pleads that nothing be enforced; `known_on`: when it learned of a ground that counts from
    /// knowledge (forged evidence or corruption behind an award; a notary's own matter or corruption).
    PleadNotEnforced { ground: NotEnforced, party: u32, known_on: Option<Date>, on: Date },
    /// The court rules on the plea.
    DecidePlea { upheld: bool, on: Date },
    /// Ends enforcement for good.
    Terminate { ground: Terminated, on: Date },
    /// The president extends the term by months.
    ExtendTerm { months: u32, on: Date },
    /// Six months have passed with nothing done: the creditor is told of the upper court.
    SixMonthsPassed,
    /// The creditor turns to the upper court.
    AskUpperCourt { delay: Delay, on: Date },
    /// The upper court orders enforcement by a day 督促执行令.
    Urge { until: Date, on: Date },
    /// That day has passed with the case unfinished.
    UrgeTimePassed,
    /// The upper court finds that there is no delay.
    UpperCourtDeclines { on: Date },
    /// The upper court takes the case or names another court.
    GoUp { on: Date },
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The creditor applied.
    Applied { brief: Box<Brief>, title: Box<Title>, task: Option<FactId>, on: Date },
    /// It was accepted.
    Accepted { case_no: String, judge: String, on: Date },
    /// The notice went out.
    NoticeIssued { on: Date },
    /// A debtor received it; `plea`: the rule within which it may plead against an award.
    NoticeServed { party: u32, plea: Option<String>, on: Date },
    /// A measure was taken or renewed.
    MeasureTaken { measure: Measure },
    /// One was lifted or has lapsed.
    MeasureOver { measure: u32, lapsed: bool, on: Date },
    /// Somebody was listed or restricted.
    Restricted { restriction: Restriction },
    /// No longer.
    RestrictionRemoved { restriction: u32, on: Date },
    /// Money came in.
    Paid { amount: Fen, on: Date },
    /// The sides settled.
    Settled { due_on: Date, rule: String, on: Date },
    /// Enforcement goes on.
    Resumed { after_settlement: bool, on: Date },
    /// The case was ended for now.
    EndedForNow { on: Date },
    /// Property was searched for.
    PropertyChecked { on: Date },
    /// An objection came in.
    ObjectionFiled { objection: Objection },
    /// It was ruled on.
    ObjectionDecided { objection: u32, upheld: bool, rule: String, on: Date },
    /// The objector went on; or let the time pass.
    ObjectionOver { objection: u32, remedy: Remedy, on: Date },
    /// A review by the upper court was asked for; `rule`: its time.
    ReviewRequested { objection: u32, rule: String, on: Date },
    /// The upper court has ruled on it.
    ReviewDecided { objection: u32, annulled: bool, on: Date },
    /// A plea is under review.
    PleaReceived { ground: NotEnforced, rule: String, on: Date },
    /// It does not hold.
    PleaRejected { on: Date },
    /// The term was extended.
    TermLengthened { months: u32, on: Date },
    /// Six months passed with nothing done.
    SixMonthsPassed { on: Date },
    /// The upper court was asked.
    UpperCourtAsked { delay: Delay, on: Date },
    /// It has ordered enforcement by a day.
    Urged { until: Date, on: Date },
    /// That day has passed.
    UrgeLapsed { on: Date },
    /// It finds no delay.
    UpperCourtDeclined { on: Date },
    /// The ground of an ending arose; persons are still listed.
    Closing { ending: Ending, on: Date },
    /// The case ended.
    Concluded { ending: Ending, on: Date },
    /// These times have no object any more.
    TimesClosed { keys: Vec<String> },
}

impl State {
    /// How it ended; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Applied
            | Stage::Accepted
            | Stage::Enforcing
            | Stage::Settled { .. }
            | Stage::EndedForNow { .. } => None,
            Stage::Closing { ending, .. } | Stage::Ended { ending, .. } => Some(ending.outcome()),
        }
    }

    fn parties(&self) -> BTreeSet<u32> {
        let debtors = self.title.debtors.iter().copied();
        debtors.chain([self.title.creditor]).collect()
    }
}

/// The procedure.
pub struct Enforcement;

impl Procedure for Enforcement {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "enforcement";
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
        // The dispute may be with the body that follows performance up.
        false
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
