//! Which command may be given where: the one table of this procedure, without a wildcard.

use super::{Command, Refusal, Stage, State};

/// Where an application stands, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    New,
    Applied,
    Correcting,
    Examined,
    Confirmed,
    Objected,
    Effective,
    Ended,
}

/// Where an application stands.
pub(super) fn at(state: Option<&State>) -> At {
    match state.map(|state| &state.stage) {
        None => At::New,
        Some(Stage::Applied { .. }) => At::Applied,
        Some(Stage::Correcting { .. }) => At::Correcting,
        Some(Stage::Examined) => At::Examined,
        Some(Stage::Confirmed { .. }) => At::Confirmed,
        Some(Stage::Objected { .. }) => At::Objected,
        Some(Stage::Effective { .. }) => At::Effective,
        Some(Stage::Ended { .. }) => At::Ended,
    }
}

/// What a command asks, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Apply,
    AskCorrection,
    ReceiveCorrected,
    LapseCorrection,
    Accept,
    Decline,
    ExtendRuling,
    Confirm,
    Reject,
    Withdraw,
    ServeRuling,
    Object,
    DecideObjection,
    ObjectionTimePassed,
    ApplyEnforcement,
    RecordPerformance,
    EnforcementTimePassed,
}

/// What a command asks.
pub(super) fn verb(command: &Command) -> Verb {
    match command {
        Command::Apply { .. } => Verb::Apply,
        Command::AskCorrection { .. } => Verb::AskCorrection,
        Command::ReceiveCorrected { .. } => Verb::ReceiveCorrected,
        Command::LapseCorrection => Verb::LapseCorrection,
        Command::Accept { .. } => Verb::Accept,
        Command::Decline { .. } => Verb::Decline,
        Command::ExtendRuling { .. } => Verb::ExtendRuling,
        Command::Confirm { .. } => Verb::Confirm,
        Command::Reject { .. } => Verb::Reject,
        Command::Withdraw { .. } => Verb::Withdraw,
        Command::ServeRuling { .. } => Verb::ServeRuling,
        Command::Object { .. } => Verb::Object,
        Command::DecideObjection { .. } => Verb::DecideObjection,
        Command::ObjectionTimePassed { .. } => Verb::ObjectionTimePassed,
        Command::ApplyEnforcement { .. } => Verb::ApplyEnforcement,
        Command::RecordPerformance { .. } => Verb::RecordPerformance,
        Command::EnforcementTimePassed => Verb::EnforcementTimePassed,
    }
}

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "apply",
    "ask_correction",
    "receive_corrected",
    "lapse_correction",
    "accept",
    "decline",
    "extend_ruling",
    "confirm",
    "reject",
    "withdraw",
    "serve_ruling",
    "object",
    "decide_objection",
    "objection_time_passed",
    "apply_enforcement",
    "record_performance",
    "enforcement_time_passed",
];

impl Verb {
    /// The stable name of the command.
    pub(super) fn name(self) -> &'static str {
        COMMANDS.get(self as usize).copied().unwrap_or_default()
    }
}

/// Whether a command may be given where the application stands.
pub(super) fn allowed(at: At, verb: Verb) -> Result<(), Refusal> {
    match at {
        At::New => new(verb),
        At::Applied => applied(verb),
        At::Correcting => correcting(verb),
        At::Examined => examined(verb),
        At::Confirmed => confirmed(verb),
        At::Objected => objected(verb),
        At::Effective => effective(verb),
        At::Ended => ended(verb),
    }
}

/// Nobody has applied yet.
fn new(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        Apply => Ok(()),
        AskCorrection
        | ReceiveCorrected
        | LapseCorrection
        | Accept
        | Decline
        | ExtendRuling
        | Confirm
        | Reject
        | Withdraw
        | ServeRuling
        | Object
        | DecideObjection
        | ObjectionTimePassed
        | ApplyEnforcement
        | RecordPerformance
        | EnforcementTimePassed => Err(Refusal::NotBegun),
    }
}

/// The application is to be accepted or not.
fn applied(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        Apply => Err(Refusal::AlreadyBegun),
        AskCorrection | Accept | Decline | Withdraw => Ok(()),
        ReceiveCorrected | LapseCorrection => Err(Refusal::NothingAsked),
        ExtendRuling | Confirm | Reject => Err(Refusal::NotAccepted),
        ServeRuling
        | Object
        | DecideObjection
        | ObjectionTimePassed
        | ApplyEnforcement
        | RecordPerformance
        | EnforcementTimePassed => Err(Refusal::NoRuling),
    }
}

/// Papers are awaited.
fn correcting(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        Apply => Err(Refusal::AlreadyBegun),
        ReceiveCorrected | LapseCorrection | Decline | Withdraw => Ok(()),
        AskCorrection | Accept => Err(Refusal::PapersAwaited),
        ExtendRuling | Confirm | Reject => Err(Refusal::NotAccepted),
        ServeRuling
        | Object
        | DecideObjection
        | ObjectionTimePassed
        | ApplyEnforcement
        | RecordPerformance
        | EnforcementTimePassed => Err(Refusal::NoRuling),
    }
}

/// The agreement is being examined.
fn examined(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        Apply => Err(Refusal::AlreadyBegun),
        ServeRuling
        | Object
        | DecideObjection
        | ObjectionTimePassed
        | ApplyEnforcement
        | RecordPerformance
        | EnforcementTimePassed => Err(Refusal::NoRuling),
        ExtendRuling | Confirm | Reject | Withdraw => Ok(()),
        AskCorrection | ReceiveCorrected | LapseCorrection | Accept | Decline => {
            Err(Refusal::AlreadyAccepted)
        }
    }
}

/// The ruling is being served or may be objected to.
fn confirmed(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        Apply => Err(Refusal::AlreadyBegun),
        AskCorrection | ReceiveCorrected | LapseCorrection | Accept | Decline | ExtendRuling
        | Confirm | Reject | Withdraw => Err(Refusal::RuledAlready),
        ServeRuling | Object | ObjectionTimePassed | ApplyEnforcement | RecordPerformance => Ok(()),
        DecideObjection => Err(Refusal::NoObjection),
        EnforcementTimePassed => Err(Refusal::NotEffective),
    }
}

/// An objection is being examined.
fn objected(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        Apply => Err(Refusal::AlreadyBegun),
        AskCorrection | ReceiveCorrected | LapseCorrection | Accept | Decline | ExtendRuling
        | Confirm | Reject | Withdraw => Err(Refusal::RuledAlready),
        EnforcementTimePassed => Err(Refusal::NotEffective),
        ServeRuling | DecideObjection | ObjectionTimePassed | ApplyEnforcement
        | RecordPerformance => Ok(()),
        Object => Err(Refusal::ObjectionPending),
    }
}

/// The parties' time for objection has passed.
fn effective(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        Apply => Err(Refusal::AlreadyBegun),
        AskCorrection | ReceiveCorrected | LapseCorrection | Accept | Decline | ExtendRuling
        | Confirm | Reject | Withdraw => Err(Refusal::RuledAlready),
        DecideObjection => Err(Refusal::NoObjection),
        Object | ApplyEnforcement | RecordPerformance | EnforcementTimePassed => Ok(()),
        ServeRuling | ObjectionTimePassed => Err(Refusal::EffectiveAlready),
    }
}

/// The case has ended.
fn ended(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        Apply => Err(Refusal::AlreadyBegun),
        AskCorrection
        | ReceiveCorrected
        | LapseCorrection
        | Accept
        | Decline
        | ExtendRuling
        | Confirm
        | Reject
        | Withdraw
        | ServeRuling
        | Object
        | DecideObjection
        | ObjectionTimePassed
        | ApplyEnforcement
        | RecordPerformance
        | EnforcementTimePassed => Err(Refusal::AlreadyEnded),
    }
}
