//! Which command may be given where: the one table of this procedure, without a wildcard.

use jiefen_procedure::words::Words;
use jiefen_vocab::Role;

use super::{Command, Stage, State, rows};

/// Where a case stands, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    New,
    Surveyed,
    Testing,
    Certified,
    Requestable,
    Reviewing,
    Mediating,
    Performing,
    Ended,
}

/// Where a case stands.
pub(super) fn at(state: Option<&State>) -> At {
    match state.map(|state| &state.stage) {
        None => At::New,
        Some(Stage::Surveyed) => At::Surveyed,
        Some(Stage::Testing) => At::Testing,
        Some(Stage::Certified { .. }) => At::Certified,
        Some(Stage::Requestable { .. }) => At::Requestable,
        Some(Stage::Reviewing { .. }) => At::Reviewing,
        Some(Stage::Mediating) => At::Mediating,
        Some(Stage::Performing) => At::Performing,
        Some(Stage::Ended { .. }) => At::Ended,
    }
}

/// What a command asks, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Open,
    OpenAfterMediation,
    BeginTests,
    EndTests,
    Certify,
    Serve,
    BeginReview,
    EndReview,
    Request,
    LapseRequest,
    FixStart,
    Schedule,
    HoldSession,
    Agree,
    Fail,
    Lapse,
    NoteAbsence,
    Withdraw,
    NoteSuit,
    RecordPerformance,
    ReportBreach,
}

/// What a command asks.
pub(super) fn verb(command: &Command) -> Verb {
    match command {
        Command::Open { .. } => Verb::Open,
        Command::OpenAfterMediation { .. } => Verb::OpenAfterMediation,
        Command::BeginTests { .. } => Verb::BeginTests,
        Command::EndTests { .. } => Verb::EndTests,
        Command::Certify { .. } => Verb::Certify,
        Command::Serve { .. } => Verb::Serve,
        Command::BeginReview { .. } => Verb::BeginReview,
        Command::EndReview { .. } => Verb::EndReview,
        Command::Request { .. } => Verb::Request,
        Command::LapseRequest => Verb::LapseRequest,
        Command::FixStart { .. } => Verb::FixStart,
        Command::Schedule { .. } => Verb::Schedule,
        Command::HoldSession { .. } => Verb::HoldSession,
        Command::Agree { .. } => Verb::Agree,
        Command::Fail { .. } => Verb::Fail,
        Command::Lapse { .. } => Verb::Lapse,
        Command::NoteAbsence { .. } => Verb::NoteAbsence,
        Command::Withdraw { .. } => Verb::Withdraw,
        Command::NoteSuit { .. } => Verb::NoteSuit,
        Command::RecordPerformance { .. } => Verb::RecordPerformance,
        Command::ReportBreach { .. } => Verb::ReportBreach,
    }
}

/// The names of all commands, in the order of the verbs.
pub(super) const COMMANDS: &[&str] = &[
    "open",
    "open_after_mediation",
    "begin_tests",
    "end_tests",
    "certify",
    "serve",
    "begin_review",
    "end_review",
    "request",
    "lapse_request",
    "fix_start",
    "schedule",
    "hold_session",
    "agree",
    "fail",
    "lapse",
    "note_absence",
    "withdraw",
    "note_suit",
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
        (New, Open | OpenAfterMediation)
        | (Surveyed, BeginTests | Certify)
        | (Testing, EndTests)
        | (Certified, Serve)
        | (Requestable, BeginReview | Request | LapseRequest | NoteSuit)
        | (Reviewing, EndReview | NoteSuit)
        | (
            Mediating,
            FixStart | Schedule | HoldSession | Agree | Fail | Lapse | NoteAbsence | Withdraw
            | NoteSuit | RecordPerformance | ReportBreach,
        )
        | (Performing, RecordPerformance | ReportBreach) => Ok(()),
        (
            New,
            BeginTests | EndTests | Certify | Serve | BeginReview | EndReview | Request
            | LapseRequest | FixStart | Schedule | HoldSession | Agree | Fail | Lapse | NoteAbsence
            | Withdraw | NoteSuit | RecordPerformance | ReportBreach,
        ) => Err(rows::NOT_REPORTED),
        (
            Surveyed | Testing | Certified | Requestable | Reviewing | Mediating | Performing
            | Ended,
            Open | OpenAfterMediation,
        ) => Err(rows::ALREADY_REPORTED),
        (Surveyed | Certified | Requestable | Reviewing | Mediating | Performing, EndTests) => {
            Err(rows::NO_TESTS)
        }
        (
            Surveyed | Testing,
            Serve | BeginReview | EndReview | Request | LapseRequest | FixStart | Schedule
            | HoldSession | Agree | Fail | Lapse | NoteAbsence | Withdraw | NoteSuit
            | RecordPerformance | ReportBreach,
        ) => Err(rows::NOT_CERTIFIED),
        (Testing, BeginTests | Certify) => Err(rows::TESTS_RUN),
        (Certified | Requestable | Reviewing | Mediating | Performing, BeginTests | Certify) => {
            Err(rows::CERTIFIED_ALREADY)
        }
        (
            Certified,
            BeginReview | EndReview | Request | LapseRequest | FixStart | Schedule | HoldSession
            | Agree | Fail | Lapse | NoteAbsence | Withdraw | NoteSuit | RecordPerformance
            | ReportBreach,
        ) => Err(rows::NOT_SERVED),
        (Requestable | Reviewing | Mediating | Performing, Serve) => Err(rows::SERVED_ALREADY),
        (Requestable | Mediating | Performing, EndReview) => Err(rows::NO_REVIEW),
        (
            Requestable | Reviewing,
            FixStart | Schedule | HoldSession | Agree | Fail | Lapse | NoteAbsence | Withdraw
            | RecordPerformance | ReportBreach,
        ) => Err(rows::NOT_REQUESTED),
        (Reviewing, BeginReview | Request | LapseRequest) => Err(rows::REVIEW_RUNS),
        (Mediating | Performing, BeginReview | Request | LapseRequest) => {
            Err(rows::REQUESTED_ALREADY)
        }
        (
            Performing,
            FixStart | Schedule | HoldSession | Agree | Fail | Lapse | NoteAbsence | Withdraw
            | NoteSuit,
        ) => Err(rows::STATEMENT_BINDS),
        (
            Ended,
            BeginTests | EndTests | Certify | Serve | BeginReview | EndReview | Request
            | LapseRequest | FixStart | Schedule | HoldSession | Agree | Fail | Lapse | NoteAbsence
            | Withdraw | NoteSuit | RecordPerformance | ReportBreach,
        ) => Err(rows::ALREADY_ENDED),
    }
}

/// The roles that may give a command: what is certified and mediated is the traffic police's (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{Party, PoliceOfficer, System, WindowClerk};
    match command {
        "open" | "open_after_mediation" => &[PoliceOfficer, WindowClerk, System],
        "begin_tests" | "end_tests" | "certify" | "serve" | "end_review" | "fix_start"
        | "schedule" | "hold_session" | "agree" | "fail" | "note_absence" | "report_breach" => {
            &[PoliceOfficer]
        }
        "begin_review" | "request" | "withdraw" => &[Party, PoliceOfficer, WindowClerk],
        "note_suit" | "record_performance" => &[Party, PoliceOfficer, WindowClerk, System],
        "lapse_request" | "lapse" => &[System, PoliceOfficer],
        _ => &[],
    }
}

/// What only the police unit that holds the dispute may do. The certificate is a duty of its own; a
/// party's word, a suit and the passing of time never wait.
pub(super) fn needs_holding(command: &str) -> bool {
    ["request", "fix_start", "schedule", "hold_session", "agree", "fail"].contains(&command)
}
