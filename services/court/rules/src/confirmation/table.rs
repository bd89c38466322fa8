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
    use At::*;
    use Verb::*;
    match (at, verb) {
        (New, Apply) => Ok(()),
        (
            New,
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
            | EnforcementTimePassed,
        ) => Err(Refusal::NotBegun),
        (Applied | Correcting | Examined | Confirmed | Objected | Effective | Ended, Apply) => {
            Err(Refusal::AlreadyBegun)
        }
        (
            Ended,
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
            | EnforcementTimePassed,
        ) => Err(Refusal::AlreadyEnded),
        (Applied, AskCorrection | Accept | Decline | Withdraw) => Ok(()),
        (Applied, ReceiveCorrected | LapseCorrection) => Err(Refusal::NothingAsked),
        (Correcting, ReceiveCorrected | LapseCorrection | Withdraw | Decline) => Ok(()),
        (Correcting, AskCorrection | Accept) => Err(Refusal::PapersAwaited),
        (Applied | Correcting, ExtendRuling | Confirm | Reject) => Err(Refusal::NotAccepted),
        (
            Applied | Correcting | Examined,
            ServeRuling
            | Object
            | DecideObjection
            | ObjectionTimePassed
            | ApplyEnforcement
            | RecordPerformance
            | EnforcementTimePassed,
        ) => Err(Refusal::NoRuling),
        (Examined, ExtendRuling | Confirm | Reject | Withdraw) => Ok(()),
        (Examined, AskCorrection | ReceiveCorrected | LapseCorrection | Accept | Decline) => {
            Err(Refusal::AlreadyAccepted)
        }
        (
            Confirmed | Objected | Effective,
            AskCorrection | ReceiveCorrected | LapseCorrection | Accept | Decline | ExtendRuling
            | Confirm | Reject | Withdraw,
        ) => Err(Refusal::RuledAlready),
        (
            Confirmed,
            ServeRuling | Object | ObjectionTimePassed | ApplyEnforcement | RecordPerformance,
        ) => Ok(()),
        (Confirmed | Effective, DecideObjection) => Err(Refusal::NoObjection),
        (Confirmed | Objected, EnforcementTimePassed) => Err(Refusal::NotEffective),
        (
            Objected,
            ServeRuling | DecideObjection | ObjectionTimePassed | ApplyEnforcement
            | RecordPerformance,
        ) => Ok(()),
        (Objected, Object) => Err(Refusal::ObjectionPending),
        (Effective, Object | ApplyEnforcement | RecordPerformance | EnforcementTimePassed) => {
            Ok(())
        }
        (Effective, ServeRuling | ObjectionTimePassed) => Err(Refusal::EffectiveAlready),
    }
}
