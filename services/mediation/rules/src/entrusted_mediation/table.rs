//! Which command may be given where: the one table of this procedure, without a wildcard.

use super::{Command, Refusal, Stage, State};

/// Where a mediation for a court stands, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    New,
    Sent,
    Mediating,
    Agreed,
    Returned,
}

/// Where a mediation for a court stands.
pub(super) fn at(state: Option<&State>) -> At {
    match state.map(|state| &state.stage) {
        None => At::New,
        Some(Stage::Sent) => At::Sent,
        Some(Stage::Mediating) => At::Mediating,
        Some(Stage::Agreed { .. }) => At::Agreed,
        Some(Stage::Returned { .. }) => At::Returned,
    }
}

/// What a command asks, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Open,
    SignFile,
    Decline,
    WithdrawConsent,
    ChooseMediator,
    ScheduleSession,
    HoldSession,
    Extend,
    BeginAppraisal,
    EndAppraisal,
    RecordSettlement,
    RecordContract,
    NoteApplication,
    CloseContract,
    EndFailed,
    EndSham,
    Lapse,
}

/// What a command asks.
pub(super) fn verb(command: &Command) -> Verb {
    match command {
        Command::Open { .. } => Verb::Open,
        Command::SignFile { .. } => Verb::SignFile,
        Command::Decline { .. } => Verb::Decline,
        Command::WithdrawConsent { .. } => Verb::WithdrawConsent,
        Command::ChooseMediator { .. } => Verb::ChooseMediator,
        Command::ScheduleSession { .. } => Verb::ScheduleSession,
        Command::HoldSession { .. } => Verb::HoldSession,
        Command::Extend { .. } => Verb::Extend,
        Command::BeginAppraisal { .. } => Verb::BeginAppraisal,
        Command::EndAppraisal { .. } => Verb::EndAppraisal,
        Command::RecordSettlement { .. } => Verb::RecordSettlement,
        Command::RecordContract { .. } => Verb::RecordContract,
        Command::NoteApplication { .. } => Verb::NoteApplication,
        Command::CloseContract => Verb::CloseContract,
        Command::EndFailed { .. } => Verb::EndFailed,
        Command::EndSham { .. } => Verb::EndSham,
        Command::Lapse => Verb::Lapse,
    }
}

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "open",
    "sign_file",
    "decline",
    "withdraw_consent",
    "choose_mediator",
    "schedule_session",
    "hold_session",
    "extend",
    "begin_appraisal",
    "end_appraisal",
    "record_settlement",
    "record_contract",
    "note_application",
    "close_contract",
    "end_failed",
    "end_sham",
    "lapse",
];

impl Verb {
    /// The stable name of the command.
    pub(super) fn name(self) -> &'static str {
        COMMANDS.get(self as usize).copied().unwrap_or_default()
    }
}

/// Whether a command may be given where the mediation stands.
pub(super) fn allowed(at: At, verb: Verb) -> Result<(), Refusal> {
    use At::*;
    use Verb::*;
    match (at, verb) {
        (New, Open) => Ok(()),
        (
            New,
            SignFile | Decline | WithdrawConsent | ChooseMediator | ScheduleSession | HoldSession
            | Extend | BeginAppraisal | EndAppraisal | RecordSettlement | RecordContract
            | NoteApplication | CloseContract | EndFailed | EndSham | Lapse,
        ) => Err(Refusal::NotBegun),
        (Sent | Mediating | Agreed | Returned, Open) => Err(Refusal::AlreadyBegun),
        (Sent, SignFile | Decline | WithdrawConsent | EndSham) => Ok(()),
        (
            Sent,
            ChooseMediator | ScheduleSession | HoldSession | Extend | BeginAppraisal | EndAppraisal
            | RecordSettlement | RecordContract | EndFailed | Lapse,
        ) => Err(Refusal::FileNotSigned),
        (Mediating, SignFile | Decline) => Err(Refusal::FileSigned),
        (
            Mediating,
            WithdrawConsent | ChooseMediator | ScheduleSession | HoldSession | Extend
            | BeginAppraisal | EndAppraisal | RecordSettlement | RecordContract | EndFailed
            | EndSham | Lapse,
        ) => Ok(()),
        (Sent | Mediating, NoteApplication | CloseContract) => Err(Refusal::NoContract),
        (Agreed, NoteApplication | CloseContract) => Ok(()),
        (
            Agreed,
            SignFile | Decline | WithdrawConsent | ChooseMediator | ScheduleSession | HoldSession
            | Extend | BeginAppraisal | EndAppraisal | RecordSettlement | RecordContract
            | EndFailed | EndSham | Lapse,
        ) => Err(Refusal::ContractBinds),
        (
            Returned,
            SignFile | Decline | WithdrawConsent | ChooseMediator | ScheduleSession | HoldSession
            | Extend | BeginAppraisal | EndAppraisal | RecordSettlement | RecordContract
            | NoteApplication | CloseContract | EndFailed | EndSham | Lapse,
        ) => Err(Refusal::AlreadyReturned),
    }
}
