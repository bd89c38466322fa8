//! Filing and diversion 立案与分流 (T-E rows, T-C-01..05): from the complaint over the filing decision,
//! diversion, fee and trial limit to the end of the first instance. A dispute that arrives by
//! hand-off opens as a complaint received.

mod before;
mod chart;
mod decide;
mod divert;
mod evolve;
mod judgment;
mod kinds;
mod lawful;
mod measure;
mod names;
mod refusal;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod state;
mod table;
mod tell;
#[cfg(test)]
mod tests;
mod trial;

use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Agency, Role};
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use kinds::{
    AverageWage, Bar, Document, Elsewhere, Measure, MediationResult, NotCounted, RefusalGround,
    Service, Track,
};
pub use measure::{SmallClaims, small_claims};
pub use refusal::Refusal;
pub use state::{Ending, Errand, Fee, Receipt, Stage, State};

use jiefen_procedure::term::Standstill;

/// From this day a complaint is filed first and mediated with consent afterwards (T-C-01).
pub const FILE_FIRST_FROM: Date = date(2025, 1, 1);

/// By how many days both parties may extend entrusted mediation; outside the trial limit (T-C-02).
pub const MEDIATION_EXTENSION_DAYS: u32 = 30;

/// What somebody asks of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The complaint is handed in; `receipt` is the number of the dated receipt.
    ReceiveComplaint { brief: Box<Brief>, plaintiff: u32, receipt: String, on: Date },
    /// The one written list of what is missing.
    ListMissing { missing: Vec<String>, on: Date },
    /// The corrected papers are in.
    ReceiveCorrected { on: Date },
    /// The papers go back, not having been corrected in time.
    ReturnPapers,
    /// Files the case.
    File { case_no: String, on: Date },
    /// Files the case because no decision was made in 7 days.
    FileFirst,
    /// Gives the number to a case that was filed first.
    GiveNumber { case_no: String },
    /// Refuses to file, by ruling.
    RefuseFiling { ground: RefusalGround, on: Date },
    /// The plaintiff received the ruling.
    ServeRefusal { on: Date },
    /// The plaintiff appeals against the ruling.
    AppealRefusal { on: Date },
    /// The upper court has ruled: file it (with a number), or the refusal stands.
    RecordAppealRuling { file_as: Option<String>, on: Date },
    /// The time for appeal against the ruling has passed.
    RefusalBecomesFinal,
    /// Sends a complaint of before 2025 to mediation before filing.
    Delegate { body: Agency, agreed: Vec<u32>, on: Date },
    /// Sends a filed case to mediation with the parties' consent; `track` is the likely procedure.
    Entrust { body: Agency, agreed: Vec<u32>, track: Track, on: Date },
    /// The mediator has signed for the file.
    NoteMediatorSigned { mediator: String, on: Date },
    /// The body did not take the case, or did not answer.
    TakeBack,
    /// All parties extended mediation by days.
    NoteMediationExtended { days: u32, on: Date },
    /// An appraisal during mediation begins; its days do not count (特邀调解规定 27).
    NoteMediationStopped { on: Date },
    /// Its result is in; `to` is the last day that does not count.
    NoteMediationResumed { to: Date },
    /// The body reports the result.
    ReturnFromMediation { result: MediationResult, on: Date },
    /// Mediation's term has passed without a report: the case is tried.
    MediationLapsed,
    /// The plaintiff received the fee notice.
    NotifyFee { on: Date },
    /// The fee is paid.
    PayFee { on: Date },
    /// Deferral, reduction or exemption is granted.
    RelieveFee { on: Date },
    /// The fee was not paid in time: treated as withdrawn.
    DeemWithdrawn,
    /// Chooses the procedure and the judge.
    ChooseTrack { track: Track, measure: Measure, judge: String, on: Date },
    /// Changes to another procedure before the trial limit passes.
    Convert { track: Track, on: Date },
    /// Records service of a document.
    Serve { service: Service },
    /// The defence is in.
    ReceiveDefence { party: u32, on: Date },
    /// Sets the hearing; `told_on` is the day of the notice.
    SetHearing { on: Date, told_on: Date },
    /// Time stops counting in the trial limit.
    StopTrial { reason: NotCounted, proof: String, on: Date },
    /// Time counts again; `to` is the last day that does not count.
    ResumeTrial { to: Date },
    /// The president extends the trial limit by months.
    ExtendTrial { months: u32, on: Date },
    /// The plaintiff asks for leave to withdraw; before filing no leave is needed.
    AskWithdrawal { on: Date },
    /// Leave is granted by ruling.
    AllowWithdrawal { on: Date },
    /// Leave is refused.
    RefuseWithdrawal { on: Date },
    /// The parties settled before the court: a mediation statement is made.
    MakeStatement { agreed: Vec<u32>, on: Date },
    /// A party signed for the statement.
    ServeStatement { party: u32, on: Date },
    /// A party goes back on it before signing for it.
    RetractStatement { party: u32, on: Date },
    /// Judgment.
    Judge { on: Date },
    /// A party received the judgment.
    ServeJudgment { party: u32, on: Date },
    /// A party appeals.
    Appeal { party: u32, on: Date },
    /// A party's time for appeal has passed.
    AppealTimePassed { party: u32 },
    /// The case leaves this procedure.
    Transfer { to: Elsewhere, on: Date },
}

/// What has happened in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The complaint was received.
    ComplaintReceived { brief: Box<Brief>, plaintiff: u32, receipt: String, on: Date },
    /// The list of what is missing was given.
    MissingListed { missing: Vec<String>, on: Date },
    /// The corrected papers were received.
    CorrectedReceived { on: Date },
    /// The case was filed; `first`: because no decision was made in time.
    Filed { case_no: Option<String>, on: Date, first: bool },
    /// The number was given.
    NumberGiven { case_no: String, on: Date },
    /// Filing was refused by ruling.
    FilingRefused { ground: RefusalGround, on: Date },
    /// The plaintiff received that ruling.
    RefusalServed { party: u32, on: Date },
    /// The plaintiff appealed against it.
    RefusalAppealed { party: u32, on: Date },
    /// The case went to mediation before filing.
    Delegated { body: Agency, rule: String, on: Date },
    /// The case went to mediation after filing.
    Entrusted { body: Agency, rule: String, on: Date },
    /// The mediator signed for the file.
    MediatorSigned { mediator: String, rule: String, on: Date },
    /// The mediation was extended.
    MediationExtended { days: u32, on: Date },
    /// The mediation's term stopped for an appraisal.
    MediationStopped { on: Date },
    /// It runs again after this day.
    MediationResumed { to: Date },
    /// The case came back. `not_counted`: the days of the extension, which are outside the trial
    /// limit.
    MediationEnded {
        /// What it came to; none when nobody took it or nothing was reported.
        result: Option<MediationResult>,
        /// The days outside the trial limit.
        not_counted: Option<Standstill>,
        /// When.
        on: Date,
        /// True when the case was filed before it went.
        filed: bool,
    },
    /// The plaintiff received the fee notice.
    FeeNotified { on: Date },
    /// The fee was paid.
    FeePaid { on: Date },
    /// Relief was granted.
    FeeRelieved { on: Date },
    /// The procedure was chosen; the standstills already on the limit go along.
    TrackChosen {
        /// The procedure.
        track: Track,
        /// What it was chosen by.
        measure: Measure,
        /// The judge.
        judge: String,
        /// When.
        on: Date,
        /// The day from which the limit runs.
        filed_on: Date,
        /// The standstills already on the limit.
        standstills: Vec<Standstill>,
    },
    /// The procedure was changed; the limit runs from the day of filing all the same (T-E-10).
    Converted {
        /// The new procedure.
        track: Track,
        /// When.
        on: Date,
        /// The day from which the limit runs.
        filed_on: Date,
        /// The standstills already on the limit.
        standstills: Vec<Standstill>,
    },
    /// A document was served.
    Served { service: Service },
    /// The defence was received.
    DefenceReceived { party: u32, on: Date },
    /// The hearing was set.
    HearingSet { on: Date, told_on: Date },
    /// Time stopped counting.
    TrialStopped { reason: NotCounted, proof: String, on: Date },
    /// Time counts again.
    TrialResumed { to: Date },
    /// The limit was extended; `late`: asked for less than 10 days before its end (T-A-07).
    TrialExtended { months: u32, on: Date, late: bool },
    /// The plaintiff asked for leave to withdraw.
    WithdrawalAsked { on: Date },
    /// Leave was refused.
    WithdrawalRefused { on: Date },
    /// A mediation statement was made.
    StatementMade { on: Date },
    /// A party signed for it.
    StatementServed { party: u32, on: Date },
    /// A party went back on it.
    StatementRetracted { party: u32, on: Date },
    /// Judgment was given; `finally`: one instance.
    Judged { on: Date, finally: bool, parties: Vec<u32> },
    /// A party received it; `last`: now everybody has.
    JudgmentServed { party: u32, on: Date, finally: bool, last: bool },
    /// A party's time for appeal passed.
    AppealTimePassed { party: u32, on: Date },
    /// The case ended; `parties` are those whose own clocks may still run.
    Ended { ending: Ending, on: Date, parties: Vec<u32> },
}

/// The procedure.
pub struct Filing;

impl Procedure for Filing {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "filing";
    const COMMANDS: &'static [&'static str] = table::COMMANDS;

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
        names::notices(fact)
    }

    fn expired(state: &State, clock: &str) -> Option<Command> {
        names::expired(state, clock)
    }

    fn name(command: &Command) -> &'static str {
        table::verb(command).name()
    }

    fn roles(command: &str) -> &'static [Role] {
        names::roles(command)
    }

    fn needs_holding(command: &str) -> bool {
        names::needs_holding(command)
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
