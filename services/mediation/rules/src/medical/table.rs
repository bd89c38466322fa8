//! Which command may be given where: the one table of this procedure, without a wildcard.

use jiefen_procedure::words::Words;
use jiefen_vocab::Role;

use super::{Command, Stage, State, rows};

/// Where a case stands, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    New,
    Noticing,
    Choosing,
    Applied,
    Mediating,
    Agreed,
    Ended,
}

/// Where a case stands.
pub(super) fn at(state: Option<&State>) -> At {
    match state.map(|state| &state.stage) {
        None => At::New,
        Some(Stage::Noticing) => At::Noticing,
        Some(Stage::Choosing) => At::Choosing,
        Some(Stage::Applied { .. }) => At::Applied,
        Some(Stage::Mediating { .. }) => At::Mediating,
        Some(Stage::Agreed { .. }) => At::Agreed,
        Some(Stage::Ended { .. }) => At::Ended,
    }
}

/// What a command asks, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Open,
    RecordNotices,
    Seal,
    RecordAutopsy,
    Apply,
    Leave,
    GiveConsent,
    WithdrawConsent,
    Accept,
    Decline,
    JoinInsurer,
    BeginAppraisal,
    EndAppraisal,
    Extend,
    HoldSession,
    Agree,
    EndFailed,
    Lapse,
    NoteElsewhere,
    NoteApplication,
    Publish,
    RecordPerformance,
    ReportBreach,
}

/// What a command asks.
pub(super) fn verb(command: &Command) -> Verb {
    match command {
        Command::Open { .. } => Verb::Open,
        Command::RecordNotices { .. } => Verb::RecordNotices,
        Command::Seal { .. } => Verb::Seal,
        Command::RecordAutopsy { .. } => Verb::RecordAutopsy,
        Command::Apply { .. } => Verb::Apply,
        Command::Leave { .. } => Verb::Leave,
        Command::GiveConsent { .. } => Verb::GiveConsent,
        Command::WithdrawConsent { .. } => Verb::WithdrawConsent,
        Command::Accept { .. } => Verb::Accept,
        Command::Decline { .. } => Verb::Decline,
        Command::JoinInsurer { .. } => Verb::JoinInsurer,
        Command::BeginAppraisal { .. } => Verb::BeginAppraisal,
        Command::EndAppraisal { .. } => Verb::EndAppraisal,
        Command::Extend { .. } => Verb::Extend,
        Command::HoldSession { .. } => Verb::HoldSession,
        Command::Agree { .. } => Verb::Agree,
        Command::EndFailed { .. } => Verb::EndFailed,
        Command::Lapse => Verb::Lapse,
        Command::NoteElsewhere { .. } => Verb::NoteElsewhere,
        Command::NoteApplication { .. } => Verb::NoteApplication,
        Command::Publish { .. } => Verb::Publish,
        Command::RecordPerformance { .. } => Verb::RecordPerformance,
        Command::ReportBreach { .. } => Verb::ReportBreach,
    }
}

/// The names of all commands, in the order of the verbs.
pub(super) const COMMANDS: &[&str] = &[
    "open",
    "record_notices",
    "seal",
    "record_autopsy",
    "apply",
    "leave",
    "give_consent",
    "withdraw_consent",
    "accept",
    "decline",
    "join_insurer",
    "begin_appraisal",
    "end_appraisal",
    "extend",
    "hold_session",
    "agree",
    "end_failed",
    "lapse",
    "note_elsewhere",
    "note_application",
    "publish",
    "record_performance",
    "report_breach",
];

impl Verb {
    /// The stable name of the command.
    pub(super) fn name(self) -> &'static str {
        COMMANDS.get(self as usize).copied().unwrap_or_default()
    }
}

/// Whether a command may be given where the case stands; the row says why not.
pub(super) fn allowed(at: At, verb: Verb) -> Result<(), Words> {
    use At::*;
    use Verb::*;
    match (at, verb) {
        (New, Open)
        | (Noticing, RecordNotices | Seal | RecordAutopsy | Leave)
        | (Choosing, Seal | RecordAutopsy | Apply | Leave | GiveConsent)
        | (
            Applied,
            Seal | RecordAutopsy | GiveConsent | WithdrawConsent | Accept | Decline | JoinInsurer
            | NoteElsewhere,
        )
        | (
            Mediating,
            Seal | RecordAutopsy | WithdrawConsent | JoinInsurer | BeginAppraisal | EndAppraisal
            | Extend | HoldSession | Agree | EndFailed | Lapse | NoteElsewhere,
        )
        | (Agreed, NoteApplication | Publish | RecordPerformance | ReportBreach) => Ok(()),
        (
            New,
            RecordNotices | Seal | RecordAutopsy | Apply | Leave | GiveConsent | WithdrawConsent
            | Accept | Decline | JoinInsurer | BeginAppraisal | EndAppraisal | Extend | HoldSession
            | Agree | EndFailed | Lapse | NoteElsewhere | NoteApplication | Publish
            | RecordPerformance | ReportBreach,
        ) => Err(rows::NOT_RECORDED),
        (Noticing | Choosing | Applied | Mediating | Agreed | Ended, Open) => {
            Err(rows::ALREADY_RECORDED)
        }
        (Noticing, Apply | GiveConsent) => Err(rows::NOTICES_FIRST),
        (Choosing | Applied | Mediating | Agreed, RecordNotices) => Err(rows::TOLD_ALREADY),
        (Applied | Mediating | Agreed, Apply | Leave) => Err(rows::APPLIED_ALREADY),
        (Noticing | Choosing, WithdrawConsent | Accept | Decline | JoinInsurer | NoteElsewhere) => {
            Err(rows::NOT_APPLIED)
        }
        (
            Noticing | Choosing | Applied,
            BeginAppraisal | EndAppraisal | Extend | HoldSession | Agree | EndFailed | Lapse,
        ) => Err(rows::NOT_ACCEPTED),
        (Mediating | Agreed, Accept | Decline | GiveConsent) => Err(rows::ACCEPTED_ALREADY),
        (
            Noticing | Choosing | Applied | Mediating,
            NoteApplication | Publish | RecordPerformance | ReportBreach,
        ) => Err(rows::NO_AGREEMENT),
        (
            Agreed,
            Seal | RecordAutopsy | WithdrawConsent | JoinInsurer | BeginAppraisal | EndAppraisal
            | Extend | HoldSession | Agree | EndFailed | Lapse | NoteElsewhere,
        ) => Err(rows::AGREEMENT_BINDS),
        (
            Ended,
            RecordNotices | Seal | RecordAutopsy | Apply | Leave | GiveConsent | WithdrawConsent
            | Accept | Decline | JoinInsurer | BeginAppraisal | EndAppraisal | Extend | HoldSession
            | Agree | EndFailed | Lapse | NoteElsewhere | NoteApplication | Publish
            | RecordPerformance | ReportBreach,
        ) => Err(rows::ALREADY_ENDED),
    }
}

/// The roles that may give a command: those of the committee or of the health department (I10); which
/// of them, the forum decides.
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{DepartmentOfficer, MediationHead, Mediator, Party, System, WindowClerk};
    match command {
        "open" => &[Mediator, MediationHead, DepartmentOfficer, WindowClerk, System],
        "record_notices" | "seal" | "record_autopsy" | "apply" | "leave" | "give_consent"
        | "withdraw_consent" => &[Party, Mediator, MediationHead, DepartmentOfficer, WindowClerk],
        "accept" | "decline" | "join_insurer" | "begin_appraisal" | "end_appraisal" | "extend"
        | "hold_session" | "agree" | "end_failed" | "publish" | "report_breach" => {
            &[Mediator, MediationHead, DepartmentOfficer]
        }
        "note_elsewhere" | "note_application" | "record_performance" => {
            &[Party, Mediator, MediationHead, DepartmentOfficer, WindowClerk, System]
        }
        "lapse" => &[System, Mediator, MediationHead, DepartmentOfficer],
        _ => &[],
    }
}

/// What only the body that holds the dispute may do. Sealing, a party's word, a suit and the passing of
/// time never wait.
pub(super) fn needs_holding(command: &str) -> bool {
    ["accept", "hold_session", "extend", "begin_appraisal", "agree"].contains(&command)
}
