//! Which command may be given where: the one table of this procedure, without a wildcard.

use jiefen_procedure::words::Words;
use jiefen_vocab::Role;

use super::{Command, Stage, State, rows};

/// Where a case stands, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    New,
    Received,
    Sorted,
    Mediating,
    Agreed,
    Reporting,
    Ended,
}

/// Where a case stands.
pub(super) fn at(state: Option<&State>) -> At {
    match state.map(|state| &state.stage) {
        None => At::New,
        Some(Stage::Received) => At::Received,
        Some(Stage::Sorted) => At::Sorted,
        Some(Stage::Mediating { .. }) => At::Mediating,
        Some(Stage::Agreed { .. }) => At::Agreed,
        Some(Stage::Reporting { .. }) => At::Reporting,
        Some(Stage::Ended { .. }) => At::Ended,
    }
}

/// What a command asks, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Open,
    Sort,
    NameRepresentatives,
    Accept,
    Refuse,
    GiveConsent,
    WithdrawConsent,
    Entrust,
    BeginTests,
    EndTests,
    HoldSession,
    Agree,
    End,
    Lapse,
    RecordPerformance,
    ReportBreach,
    FindClue,
    ExtendCheck,
    DecideReport,
}

/// What a command asks.
pub(super) fn verb(command: &Command) -> Verb {
    match command {
        Command::Open { .. } => Verb::Open,
        Command::Sort { .. } => Verb::Sort,
        Command::NameRepresentatives { .. } => Verb::NameRepresentatives,
        Command::Accept { .. } => Verb::Accept,
        Command::Refuse { .. } => Verb::Refuse,
        Command::GiveConsent { .. } => Verb::GiveConsent,
        Command::WithdrawConsent { .. } => Verb::WithdrawConsent,
        Command::Entrust { .. } => Verb::Entrust,
        Command::BeginTests { .. } => Verb::BeginTests,
        Command::EndTests { .. } => Verb::EndTests,
        Command::HoldSession { .. } => Verb::HoldSession,
        Command::Agree { .. } => Verb::Agree,
        Command::End { .. } => Verb::End,
        Command::Lapse => Verb::Lapse,
        Command::RecordPerformance { .. } => Verb::RecordPerformance,
        Command::ReportBreach { .. } => Verb::ReportBreach,
        Command::FindClue { .. } => Verb::FindClue,
        Command::ExtendCheck { .. } => Verb::ExtendCheck,
        Command::DecideReport { .. } => Verb::DecideReport,
    }
}

/// The names of all commands, in the order of the verbs.
pub(super) const COMMANDS: &[&str] = &[
    "open",
    "sort",
    "name_representatives",
    "accept",
    "refuse",
    "give_consent",
    "withdraw_consent",
    "entrust",
    "begin_tests",
    "end_tests",
    "hold_session",
    "agree",
    "end",
    "lapse",
    "record_performance",
    "report_breach",
    "find_clue",
    "extend_check",
    "decide_report",
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
        | (Received, Sort)
        | (
            Sorted,
            NameRepresentatives | Accept | Refuse | GiveConsent | ExtendCheck | DecideReport,
        )
        | (
            Mediating,
            NameRepresentatives | GiveConsent | WithdrawConsent | Entrust | BeginTests | EndTests
            | HoldSession | Agree | End | Lapse | FindClue | ExtendCheck | DecideReport,
        )
        | (Agreed, RecordPerformance | ReportBreach | ExtendCheck | DecideReport)
        | (Reporting, ExtendCheck | DecideReport) => Ok(()),
        (
            New,
            Sort | NameRepresentatives | Accept | Refuse | GiveConsent | WithdrawConsent | Entrust
            | BeginTests | EndTests | HoldSession | Agree | End | Lapse | RecordPerformance
            | ReportBreach | FindClue | ExtendCheck | DecideReport,
        ) => Err(rows::NOT_RECEIVED),
        (Received | Sorted | Mediating | Agreed | Reporting | Ended, Open) => {
            Err(rows::ALREADY_RECEIVED)
        }
        (
            Received,
            NameRepresentatives | Accept | Refuse | GiveConsent | WithdrawConsent | Entrust
            | BeginTests | EndTests | HoldSession | Agree | End | Lapse | RecordPerformance
            | ReportBreach | FindClue | ExtendCheck | DecideReport,
        ) => Err(rows::SORT_FIRST),
        (Sorted | Mediating | Agreed | Reporting, Sort) => Err(rows::SORTED_ALREADY),
        (
            Sorted,
            WithdrawConsent | Entrust | BeginTests | EndTests | HoldSession | Agree | End | Lapse
            | FindClue,
        ) => Err(rows::NOT_ACCEPTED),
        (Sorted | Mediating, RecordPerformance | ReportBreach) => Err(rows::NO_AGREEMENT),
        (Mediating | Agreed, Accept | Refuse) => Err(rows::ACCEPTED_ALREADY),
        (
            Agreed,
            NameRepresentatives | GiveConsent | WithdrawConsent | Entrust | BeginTests | EndTests
            | HoldSession | Agree | End | Lapse | FindClue,
        ) => Err(rows::AGREEMENT_BINDS),
        (
            Reporting,
            NameRepresentatives | Accept | Refuse | GiveConsent | WithdrawConsent | Entrust
            | BeginTests | EndTests | HoldSession | Agree | End | Lapse | RecordPerformance
            | ReportBreach | FindClue,
        ) => Err(rows::COMPLAINT_CLOSED),
        (
            Ended,
            Sort | NameRepresentatives | Accept | Refuse | GiveConsent | WithdrawConsent | Entrust
            | BeginTests | EndTests | HoldSession | Agree | End | Lapse | RecordPerformance
            | ReportBreach | FindClue | ExtendCheck | DecideReport,
        ) => Err(rows::ALREADY_ENDED),
    }
}

/// The roles that may give a command: the regulator's officers; the association's mediators lead what
/// is entrusted to them (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{DepartmentOfficer, Mediator, Party, System, WindowClerk};
    match command {
        "open" => &[DepartmentOfficer, WindowClerk, System],
        "name_representatives" | "give_consent" | "withdraw_consent" => {
            &[Party, DepartmentOfficer, Mediator, WindowClerk]
        }
        "sort" | "accept" | "refuse" | "entrust" | "begin_tests" | "end_tests" | "end"
        | "report_breach" | "extend_check" | "decide_report" => &[DepartmentOfficer],
        "hold_session" | "agree" | "find_clue" => &[DepartmentOfficer, Mediator],
        "record_performance" => &[Party, DepartmentOfficer, Mediator, WindowClerk, System],
        "lapse" => &[System, DepartmentOfficer],
        _ => &[],
    }
}

/// What only the regulator that holds the dispute may do. The report is the regulator's own duty, and a
/// party's word and the passing of time never wait.
pub(super) fn needs_holding(command: &str) -> bool {
    ["accept", "refuse", "entrust", "hold_session", "agree", "end"].contains(&command)
}
