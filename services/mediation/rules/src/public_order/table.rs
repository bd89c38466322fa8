//! Which command may be given where: the one table of this procedure, without a wildcard.

use jiefen_procedure::words::Words;
use jiefen_vocab::Role;

use super::{Command, Stage, State, rows};

/// The names of all commands.
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

/// The stable name of a command.
pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Open { .. } => "open",
        Command::Accept { .. } => "accept",
        Command::TurnAway { .. } => "turn_away",
        Command::GiveConsent { .. } => "give_consent",
        Command::RefuseConsent { .. } => "refuse_consent",
        Command::Exclude { .. } => "exclude",
        Command::BeginAppraisal { .. } => "begin_appraisal",
        Command::EndAppraisal { .. } => "end_appraisal",
        Command::HoldMeeting { .. } => "hold_meeting",
        Command::EndMediation { .. } => "end_mediation",
        Command::LoseRecording { .. } => "lose_recording",
        Command::RecordPerformance { .. } => "record_performance",
        Command::ReportBreach { .. } => "report_breach",
        Command::ApplyRecognition { .. } => "apply_recognition",
        Command::Recognise { .. } => "recognise",
        Command::RejectApplication { .. } => "reject_application",
        Command::Extend { .. } => "extend",
        Command::Decide { .. } => "decide",
        Command::Transfer { .. } => "transfer",
        Command::Lapse => "lapse",
    }
}

/// Whether a command may be given where the case stands; the row says why not.
pub(super) fn allowed(state: Option<&State>, command: &Command) -> Result<(), Words> {
    use Command as C;
    let Some(state) = state else {
        return if matches!(command, C::Open { .. }) { Ok(()) } else { Err(rows::NOT_REPORTED) };
    };
    match (&state.stage, command) {
        (
            Stage::Reported
            | Stage::Accepted
            | Stage::Once
            | Stage::Agreed { .. }
            | Stage::Deciding { .. }
            | Stage::Ended { .. },
            C::Open { .. },
        ) => Err(rows::ALREADY_REPORTED),
        (Stage::Reported, C::Accept { .. } | C::TurnAway { .. } | C::Transfer { .. }) => Ok(()),
        (Stage::Reported | Stage::Accepted | Stage::Once, C::GiveConsent { .. }) => Ok(()),
        (
            Stage::Reported,
            C::RefuseConsent { .. }
            | C::Exclude { .. }
            | C::BeginAppraisal { .. }
            | C::EndAppraisal { .. }
            | C::HoldMeeting { .. }
            | C::EndMediation { .. }
            | C::LoseRecording { .. }
            | C::RecordPerformance { .. }
            | C::ReportBreach { .. }
            | C::ApplyRecognition { .. }
            | C::Recognise { .. }
            | C::RejectApplication { .. }
            | C::Extend { .. }
            | C::Decide { .. }
            | C::Lapse,
        ) => Err(rows::NOT_ACCEPTED),
        (
            Stage::Accepted | Stage::Once | Stage::Agreed { .. } | Stage::Deciding { .. },
            C::Accept { .. } | C::TurnAway { .. },
        ) => Err(rows::ALREADY_ACCEPTED),
        (
            Stage::Accepted | Stage::Once,
            C::RefuseConsent { .. }
            | C::Exclude { .. }
            | C::HoldMeeting { .. }
            | C::EndMediation { .. }
            | C::ApplyRecognition { .. }
            | C::Recognise { .. }
            | C::RejectApplication { .. }
            | C::Transfer { .. }
            | C::Lapse,
        ) => Ok(()),
        (
            Stage::Accepted | Stage::Deciding { .. },
            C::BeginAppraisal { .. } | C::EndAppraisal { .. },
        ) => Ok(()),
        (Stage::Once | Stage::Agreed { .. }, C::BeginAppraisal { .. } | C::EndAppraisal { .. }) => {
            Err(rows::APPRAISAL_BEFORE_MEDIATION)
        }
        (Stage::Accepted | Stage::Once, C::Extend { .. } | C::Decide { .. }) => {
            Err(rows::MEDIATION_RUNS)
        }
        (
            Stage::Accepted | Stage::Once | Stage::Deciding { .. },
            C::RecordPerformance { .. } | C::ReportBreach { .. },
        ) => Err(rows::NO_AGREEMENT),
        (
            Stage::Accepted | Stage::Once | Stage::Agreed { .. } | Stage::Deciding { .. },
            C::LoseRecording { .. },
        ) => Ok(()),
        (
            Stage::Agreed { .. },
            C::RecordPerformance { .. } | C::ReportBreach { .. } | C::Transfer { .. },
        ) => Ok(()),
        (
            Stage::Agreed { .. },
            C::GiveConsent { .. }
            | C::RefuseConsent { .. }
            | C::Exclude { .. }
            | C::HoldMeeting { .. }
            | C::EndMediation { .. }
            | C::ApplyRecognition { .. }
            | C::Recognise { .. }
            | C::RejectApplication { .. }
            | C::Extend { .. }
            | C::Decide { .. }
            | C::Lapse,
        ) => Err(rows::AGREEMENT_STANDS),
        (
            Stage::Deciding { .. },
            C::ApplyRecognition { .. }
            | C::Recognise { .. }
            | C::RejectApplication { .. }
            | C::Extend { .. }
            | C::Decide { .. }
            | C::Transfer { .. },
        ) => Ok(()),
        (
            Stage::Deciding { .. },
            C::GiveConsent { .. }
            | C::RefuseConsent { .. }
            | C::Exclude { .. }
            | C::HoldMeeting { .. }
            | C::EndMediation { .. }
            | C::Lapse,
        ) => Err(rows::MEDIATION_OVER),
        (
            Stage::Ended { .. },
            C::Accept { .. }
            | C::TurnAway { .. }
            | C::GiveConsent { .. }
            | C::RefuseConsent { .. }
            | C::Exclude { .. }
            | C::BeginAppraisal { .. }
            | C::EndAppraisal { .. }
            | C::HoldMeeting { .. }
            | C::EndMediation { .. }
            | C::LoseRecording { .. }
            | C::RecordPerformance { .. }
            | C::ReportBreach { .. }
            | C::ApplyRecognition { .. }
            | C::Recognise { .. }
            | C::RejectApplication { .. }
            | C::Extend { .. }
            | C::Decide { .. }
            | C::Transfer { .. }
            | C::Lapse,
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
