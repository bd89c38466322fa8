//! Which command may be given where: the one table of this procedure, without a wildcard.

use jiefen_procedure::words::Words;
use jiefen_vocab::Role;

use super::{Command, Stage, State, rows};

/// Where a case stands, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    New,
    Reported,
    Accepted,
    Once,
    Agreed,
    Deciding,
    Ended,
}

/// Where a case stands.
pub(super) fn at(state: Option<&State>) -> At {
    match state.map(|state| &state.stage) {
        None => At::New,
        Some(Stage::Reported) => At::Reported,
        Some(Stage::Accepted) => At::Accepted,
        Some(Stage::Once) => At::Once,
        Some(Stage::Agreed { .. }) => At::Agreed,
        Some(Stage::Deciding { .. }) => At::Deciding,
        Some(Stage::Ended { .. }) => At::Ended,
    }
}

/// What a command asks, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Open,
    Accept,
    TurnAway,
    GiveConsent,
    RefuseConsent,
    Exclude,
    BeginAppraisal,
    EndAppraisal,
    HoldMeeting,
    EndMediation,
    LoseRecording,
    RecordPerformance,
    ReportBreach,
    ApplyRecognition,
    Recognise,
    RejectApplication,
    Extend,
    Decide,
    Transfer,
    Lapse,
}

/// What a command asks.
pub(super) fn verb(command: &Command) -> Verb {
    match command {
        Command::Open { .. } => Verb::Open,
        Command::Accept { .. } => Verb::Accept,
        Command::TurnAway { .. } => Verb::TurnAway,
        Command::GiveConsent { .. } => Verb::GiveConsent,
        Command::RefuseConsent { .. } => Verb::RefuseConsent,
        Command::Exclude { .. } => Verb::Exclude,
        Command::BeginAppraisal { .. } => Verb::BeginAppraisal,
        Command::EndAppraisal { .. } => Verb::EndAppraisal,
        Command::HoldMeeting { .. } => Verb::HoldMeeting,
        Command::EndMediation { .. } => Verb::EndMediation,
        Command::LoseRecording { .. } => Verb::LoseRecording,
        Command::RecordPerformance { .. } => Verb::RecordPerformance,
        Command::ReportBreach { .. } => Verb::ReportBreach,
        Command::ApplyRecognition { .. } => Verb::ApplyRecognition,
        Command::Recognise { .. } => Verb::Recognise,
        Command::RejectApplication { .. } => Verb::RejectApplication,
        Command::Extend { .. } => Verb::Extend,
        Command::Decide { .. } => Verb::Decide,
        Command::Transfer { .. } => Verb::Transfer,
        Command::Lapse => Verb::Lapse,
    }
}

/// The names of all commands, in the order of the verbs.
pub(super) const COMMANDS: &[&str] = &[
    "open",
    "accept",
    "turn_away",
    "give_consent",
    "refuse_consent",
    "exclude",
    "begin_appraisal",
    "end_appraisal",
    "hold_meeting",
    "end_mediation",
    "lose_recording",
    "record_performance",
    "report_breach",
    "apply_recognition",
    "recognise",
    "reject_application",
    "extend",
    "decide",
    "transfer",
    "lapse",
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
        | (Reported, Accept | TurnAway | GiveConsent | Transfer)
        | (
            Accepted | Once,
            GiveConsent | RefuseConsent | Exclude | HoldMeeting | EndMediation | LoseRecording
            | ApplyRecognition | Recognise | RejectApplication | Transfer | Lapse,
        )
        | (Accepted | Deciding, BeginAppraisal | EndAppraisal)
        | (Agreed, LoseRecording | RecordPerformance | ReportBreach | Transfer)
        | (
            Deciding,
            LoseRecording | ApplyRecognition | Recognise | RejectApplication | Extend | Decide
            | Transfer,
        ) => Ok(()),
        (
            New,
            Accept | TurnAway | GiveConsent | RefuseConsent | Exclude | BeginAppraisal
            | EndAppraisal | HoldMeeting | EndMediation | LoseRecording | RecordPerformance
            | ReportBreach | ApplyRecognition | Recognise | RejectApplication | Extend | Decide
            | Transfer | Lapse,
        ) => Err(rows::NOT_REPORTED),
        (Reported | Accepted | Once | Agreed | Deciding | Ended, Open) => {
            Err(rows::ALREADY_REPORTED)
        }
        (
            Reported,
            RefuseConsent | Exclude | BeginAppraisal | EndAppraisal | HoldMeeting | EndMediation
            | LoseRecording | RecordPerformance | ReportBreach | ApplyRecognition | Recognise
            | RejectApplication | Extend | Decide | Lapse,
        ) => Err(rows::NOT_ACCEPTED),
        (Accepted | Once | Agreed | Deciding, Accept | TurnAway) => Err(rows::ALREADY_ACCEPTED),
        (Once | Agreed, BeginAppraisal | EndAppraisal) => Err(rows::APPRAISAL_BEFORE_MEDIATION),
        (Accepted | Once, Extend | Decide) => Err(rows::MEDIATION_RUNS),
        (Accepted | Once | Deciding, RecordPerformance | ReportBreach) => Err(rows::NO_AGREEMENT),
        (
            Agreed,
            GiveConsent | RefuseConsent | Exclude | HoldMeeting | EndMediation | ApplyRecognition
            | Recognise | RejectApplication | Extend | Decide | Lapse,
        ) => Err(rows::AGREEMENT_STANDS),
        (Deciding, GiveConsent | RefuseConsent | Exclude | HoldMeeting | EndMediation | Lapse) => {
            Err(rows::MEDIATION_OVER)
        }
        (
            Ended,
            Accept | TurnAway | GiveConsent | RefuseConsent | Exclude | BeginAppraisal
            | EndAppraisal | HoldMeeting | EndMediation | LoseRecording | RecordPerformance
            | ReportBreach | ApplyRecognition | Recognise | RejectApplication | Extend | Decide
            | Transfer | Lapse,
        ) => Err(rows::ALREADY_ENDED),
    }
}

/// The roles that may give a command: what is decided, the police decide (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{MediationHead, Mediator, Party, PoliceOfficer, System, WindowClerk};
    match command {
        "open" => &[PoliceOfficer, WindowClerk, System],
        "give_consent" | "refuse_consent" => &[Party, PoliceOfficer, WindowClerk],
        "record_performance" | "apply_recognition" => {
            &[Party, PoliceOfficer, Mediator, MediationHead, WindowClerk, System]
        }
        "accept" | "turn_away" | "exclude" | "begin_appraisal" | "end_appraisal"
        | "hold_meeting" | "end_mediation" | "lose_recording" | "report_breach" | "recognise"
        | "reject_application" | "extend" | "decide" | "transfer" => &[PoliceOfficer],
        "lapse" => &[System, PoliceOfficer],
        _ => &[],
    }
}

/// What only the police unit that holds the dispute may do. The decision of the case is a duty that does
/// not depend on who holds the civil dispute, nor does a party's own word or the passing of time.
pub(super) fn needs_holding(command: &str) -> bool {
    ["accept", "turn_away", "hold_meeting", "end_mediation"].contains(&command)
}
