//! Which command may be given where: the one table of this procedure, without a wildcard.

use super::{Command, Refusal, Stage, State, rows};

/// Where an adjudication stands, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    New,
    Received,
    Correcting,
    Investigating,
    Mediating,
    Proposed,
    Decided,
    Ended,
}

/// Where an adjudication stands.
pub(super) fn at(state: Option<&State>) -> At {
    match state.map(|state| &state.stage) {
        None => At::New,
        Some(Stage::Received) => At::Received,
        Some(Stage::Correcting { .. }) => At::Correcting,
        Some(Stage::Investigating) => At::Investigating,
        Some(Stage::Mediating { .. }) => At::Mediating,
        Some(Stage::Proposed { .. }) => At::Proposed,
        Some(Stage::Decided { .. }) => At::Decided,
        Some(Stage::Ended { .. }) => At::Ended,
    }
}

/// What a command asks, without its data, in the order of [`COMMANDS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Apply,
    AskCorrection,
    Correct,
    Accept,
    Refuse,
    NameOfficer,
    ServeCopy,
    Defend,
    StayProcurement,
    ReportChange,
    Stop,
    Resume,
    Extend,
    BeginMediation,
    DeclineMediation,
    EndMediation,
    RecordAgreement,
    Propose,
    Decide,
    Serve,
    Sue,
    AskReview,
    Withdraw,
    Terminate,
    Lapse,
}

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "apply",
    "ask_correction",
    "correct",
    "accept",
    "refuse",
    "name_officer",
    "serve_copy",
    "defend",
    "stay_procurement",
    "report_change",
    "stop",
    "resume",
    "extend",
    "begin_mediation",
    "decline_mediation",
    "end_mediation",
    "record_agreement",
    "propose",
    "decide",
    "serve",
    "sue",
    "ask_review",
    "withdraw",
    "terminate",
    "lapse",
];

impl Verb {
    /// The stable name of the command.
    pub(super) fn name(self) -> &'static str {
        COMMANDS.get(self as usize).copied().unwrap_or_default()
    }
}

/// What a command asks.
pub(super) fn verb(command: &Command) -> Verb {
    match command {
        Command::Apply(_) => Verb::Apply,
        Command::AskCorrection { .. } => Verb::AskCorrection,
        Command::Correct { .. } => Verb::Correct,
        Command::Accept { .. } => Verb::Accept,
        Command::Refuse { .. } => Verb::Refuse,
        Command::NameOfficer { .. } => Verb::NameOfficer,
        Command::ServeCopy { .. } => Verb::ServeCopy,
        Command::Defend { .. } => Verb::Defend,
        Command::StayProcurement { .. } => Verb::StayProcurement,
        Command::ReportChange { .. } => Verb::ReportChange,
        Command::Stop { .. } => Verb::Stop,
        Command::Resume { .. } => Verb::Resume,
        Command::Extend { .. } => Verb::Extend,
        Command::BeginMediation { .. } => Verb::BeginMediation,
        Command::DeclineMediation { .. } => Verb::DeclineMediation,
        Command::EndMediation { .. } => Verb::EndMediation,
        Command::RecordAgreement { .. } => Verb::RecordAgreement,
        Command::Propose { .. } => Verb::Propose,
        Command::Decide { .. } => Verb::Decide,
        Command::Serve { .. } => Verb::Serve,
        Command::Sue { .. } => Verb::Sue,
        Command::AskReview { .. } => Verb::AskReview,
        Command::Withdraw { .. } => Verb::Withdraw,
        Command::Terminate { .. } => Verb::Terminate,
        Command::Lapse(_) => Verb::Lapse,
    }
}

/// Whether a command may be given where the case stands.
pub(super) fn allowed(at: At, verb: Verb) -> Result<(), Refusal> {
    use At::*;
    use Verb::*;
    match (at, verb) {
        (New, Apply) => Ok(()),
        (
            New | Ended,
            AskCorrection | Correct | Accept | Refuse | NameOfficer | ServeCopy | Defend
            | StayProcurement | ReportChange | Stop | Resume | Extend | BeginMediation
            | DeclineMediation | EndMediation | RecordAgreement | Propose | Decide | Serve | Sue
            | AskReview | Withdraw | Terminate | Lapse,
        ) => Err(if at == New { rows::NOT_BEGUN } else { rows::ALREADY_ENDED }.into()),
        (Received | Correcting | Investigating | Mediating | Proposed | Decided | Ended, Apply) => {
            Err(rows::ALREADY_BEGUN.into())
        }
        (Received, AskCorrection | Accept | Refuse | NameOfficer | Withdraw) => Ok(()),
        (Correcting, Correct | NameOfficer | Withdraw | Lapse) => Ok(()),
        (
            Investigating,
            NameOfficer | ServeCopy | Defend | StayProcurement | ReportChange | Stop | Resume
            | Extend | BeginMediation | DeclineMediation | Propose | Decide | Withdraw | Terminate
            | Lapse,
        ) => Ok(()),
        (
            Mediating,
            NameOfficer | Defend | ReportChange | DeclineMediation | EndMediation | RecordAgreement
            | Withdraw | Terminate | Lapse,
        ) => Ok(()),
        (Proposed, NameOfficer | ReportChange | Decide | Withdraw | Terminate) => Ok(()),
        (Decided, NameOfficer | ReportChange | Serve | Sue | AskReview | Lapse) => Ok(()),
        (
            Received,
            Correct | ServeCopy | Defend | StayProcurement | ReportChange | Stop | Resume | Extend
            | BeginMediation | DeclineMediation | EndMediation | RecordAgreement | Propose | Decide
            | Serve | Sue | AskReview | Terminate | Lapse,
        )
        | (
            Correcting,
            AskCorrection | Accept | Refuse | ServeCopy | Defend | StayProcurement | ReportChange
            | Stop | Resume | Extend | BeginMediation | DeclineMediation | EndMediation
            | RecordAgreement | Propose | Decide | Serve | Sue | AskReview | Terminate,
        ) => Err(rows::NOT_ACCEPTED.into()),
        (
            Investigating,
            AskCorrection | Correct | Accept | Refuse | EndMediation | RecordAgreement | Serve
            | Sue | AskReview,
        )
        | (
            Mediating,
            AskCorrection | Correct | Accept | Refuse | ServeCopy | StayProcurement | Stop | Resume
            | Extend | BeginMediation | Propose | Decide | Serve | Sue | AskReview,
        )
        | (
            Proposed,
            AskCorrection | Correct | Accept | Refuse | ServeCopy | Defend | StayProcurement | Stop
            | Resume | Extend | BeginMediation | DeclineMediation | EndMediation | RecordAgreement
            | Propose | Serve | Sue | AskReview | Lapse,
        )
        | (
            Decided,
            AskCorrection | Correct | Accept | Refuse | ServeCopy | Defend | StayProcurement | Stop
            | Resume | Extend | BeginMediation | DeclineMediation | EndMediation | RecordAgreement
            | Propose | Decide | Withdraw | Terminate,
        ) => Err(rows::NOT_NOW.with(zh(at)).into()),
    }
}

fn zh(at: At) -> &'static str {
    match at {
        At::New => "未登记",
        At::Received => "待受理",
        At::Correcting => "待补正",
        At::Investigating => "调查中",
        At::Mediating => "调解中",
        At::Proposed => "待政府决定",
        At::Decided => "已裁决",
        At::Ended => "已结束",
    }
}
