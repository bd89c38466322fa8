//! The trial at first instance 一审: small claims, summary and ordinary procedure and the changes between
//! them (T-E-06 to T-E-18; 民事诉讼法 第十二至十三章). It begins where filing diverts a case, or where a
//! payment order has turned into a suit. Fast adjudication 速裁 is a way of working inside the two simpler
//! procedures with a target of its own, not a procedure (T-E-13).

mod chart;
mod course;
mod decide;
mod evolve;
mod procedure;
mod refusal;
mod result;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod state;
mod tell;
#[cfg(test)]
mod tests;

use jiefen_procedure::term::Standstill;
use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Agency, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use procedure::small_claims_on;
pub use refusal::Refusal;
pub use state::{
    Approver, Change, Decided, Ending, Hearing, Mediation, NotCounted, Opening, Receipt, Stage,
    State, Track,
};

/// What somebody asks of a trial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The diverted case comes to the trial.
    Open { opening: Box<Opening>, on: Date },
    /// The fee, or its difference after a payment order, is paid or relieved.
    SettleFee { on: Date },
    /// The fee was not paid in seven days.
    DeemUnpaid,
    /// A fast team takes the case, or it leaves the team.
    SetFastTrack { fast: bool, on: Date },
    /// The team's target has passed: the case goes on without haste, its limit unchanged.
    LeaveFastTrack,
    /// Changes the procedure, by ruling.
    Convert { track: Track, change: Change, agreed: Vec<u32>, on: Date },
    /// A party objects to the simpler procedure.
    ObjectToTrack { party: u32, on: Date },
    /// The court answers: to which procedure it changes; none: the objection does not hold.
    DecideTrackObjection { to: Option<Track>, on: Date },
    /// Fixes the time for evidence, in days.
    FixEvidence { days: u32, agreed: Vec<u32>, on: Date },
    /// A defendant received the complaint.
    ServeComplaint { party: u32, on: Date },
    /// A defence is in.
    ReceiveDefence { party: u32, on: Date },
    /// A counterclaim is filed.
    FileCounterclaim { party: u32, on: Date },
    /// Two to five of many plaintiffs or defendants act for them.
    NameRepresentatives { parties: Vec<u32>, on: Date },
    /// Calls unknown members of a numerous side to register, by public notice.
    AnnounceSuit { on: Date },
    /// The notice has run; registration closes.
    CloseRegistration,
    /// Sets a hearing; `told_on` is the day of the notice.
    SetHearing { on: Date, told_on: Date },
    /// The hearing has been held.
    HoldHearing { on: Date, present: Vec<u32> },
    /// The plaintiff stayed away without good cause: treated as withdrawn, by ruling.
    DeemAbsent { on: Date },
    /// Time stops counting in the trial limit.
    StopTrial { reason: NotCounted, proof: String, on: Date },
    /// Time counts again; `to` is the last day that does not count.
    ResumeTrial { to: Date },
    /// The trial limit is extended by months.
    ExtendTrial { months: u32, by: Approver, agreed: Vec<u32>, on: Date },
    /// The court mediates with everybody's consent.
    BeginMediation { agreed: Vec<u32>, on: Date },
    /// All agree to go on mediating for days; these are outside the trial limit.
    ExtendMediation { days: u32, agreed: Vec<u32>, on: Date },
    /// Mediation failed, or a party no longer wants it.
    EndMediation { on: Date },
    /// The time for mediation has passed: the trial goes on.
    MediationLapsed,
    /// The parties settled: a mediation statement is made.
    MakeStatement { agreed: Vec<u32>, on: Date },
    /// A party signed for the statement.
    ServeStatement { party: u32, on: Date },
    /// A party goes back on it before signing.
    RetractStatement { party: u32, on: Date },
    /// The plaintiff asks for leave to withdraw.
    AskWithdrawal { agreed: Vec<u32>, on: Date },
    /// Leave is granted or refused, by ruling.
    DecideWithdrawal { allow: bool, on: Date },
    /// Judgment, or a ruling that dismisses the suit.
    Decide { what: Decided, on: Date },
    /// A party received the judgment or ruling.
    ServeDecision { party: u32, on: Date },
    /// A party appeals.
    Appeal { party: u32, on: Date },
    /// A party's time for appeal has passed.
    AppealTimePassed { party: u32 },
    /// To the competent court (民事诉讼法 37).
    Transfer { court: Agency, on: Date },
    /// The trial is ended for good, by ruling (民事诉讼法 154).
    Terminate { on: Date },
}

/// What has happened in a trial.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The trial began.
    Opened { opening: Box<Opening>, on: Date },
    /// The fee is settled.
    FeeSettled { on: Date },
    /// A fast team took the case; `from`: the day of filing, from which its target runs.
    FastTrackSet { from: Date, on: Date },
    /// The case left the fast team.
    FastTrackLeft { on: Date },
    /// The procedure changed; the limit of the new one runs from filing, with all that was not counted.
    Converted {
        /// The new procedure.
        track: Track,
        /// Why.
        change: Change,
        /// The day of filing.
        filed_on: Date,
        /// What does not count.
        standstills: Vec<Standstill>,
        /// When.
        on: Date,
    },
    /// A party objected to the simpler procedure.
    TrackObjected { party: u32, on: Date },
    /// The objection does not hold.
    TrackObjectionRejected { on: Date },
    /// The time for evidence was fixed.
    EvidenceFixed { until: Date, on: Date },
    /// A defendant received the complaint; `last`: no other is missing.
    ComplaintServed { party: u32, rule: String, last: bool, on: Date },
    /// A defence came in.
    DefenceReceived { party: u32, on: Date },
    /// A counterclaim was filed.
    CounterclaimFiled { party: u32, on: Date },
    /// Representatives act.
    RepresentativesNamed { parties: Vec<u32>, on: Date },
    /// The public notice to unknown members was published.
    SuitAnnounced { on: Date },
    /// Registration closed.
    RegistrationClosed { on: Date },
    /// A hearing was set.
    HearingSet { on: Date, told_on: Date },
    /// It was held.
    HearingHeld { on: Date, present: Vec<u32> },
    /// Time stopped counting.
    TrialStopped { reason: NotCounted, proof: String, on: Date },
    /// It counts again.
    TrialResumed { to: Date },
    /// The limit was extended; `late`: asked for later than ten days before its end (T-A-07).
    TrialExtended { months: u32, by: Approver, on: Date, late: bool },
    /// Mediation began.
    MediationBegun { rule: String, on: Date },
    /// It goes on; the days after `plain_last` are outside the trial limit.
    MediationExtended { days: u32, plain_last: Date, on: Date },
    /// Mediation ended without a settlement; the days outside the trial limit.
    MediationEnded { not_counted: Option<Standstill>, on: Date },
    /// A statement was made.
    StatementMade { on: Date },
    /// A party signed for it.
    StatementServed { party: u32, on: Date },
    /// A party went back on it.
    StatementRetracted { party: u32, on: Date },
    /// Leave to withdraw was asked for.
    WithdrawalAsked { on: Date },
    /// It was refused.
    WithdrawalRefused { on: Date },
    /// Judgment or ruling; `finally`: one instance.
    Decided { what: Decided, finally: bool, on: Date },
    /// A party received it; `last`: all have it.
    DecisionServed { party: u32, rule: Option<String>, last: bool, on: Date },
    /// A party's time for appeal passed.
    AppealTimePassed { party: u32, on: Date },
    /// The trial ended.
    Ended { ending: Ending, on: Date },
    /// These times have no object any more.
    TimesClosed { keys: Vec<String> },
}

/// The procedure.
pub struct Trial;

impl Procedure for Trial {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "trial";
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
        command != "open"
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
