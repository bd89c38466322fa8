//! Which command may be given where: the one table of this procedure, without a wildcard.

use super::{Command, Refusal, Stage, State};

/// Where a mediation stands, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    New,
    ConsentAsked,
    Mediating,
    Drafted,
    InForce,
    Breached,
    Ended,
}

/// Where a mediation stands.
pub(super) fn at(state: Option<&State>) -> At {
    match state.map(|state| &state.stage) {
        None => At::New,
        Some(Stage::ConsentAsked) => At::ConsentAsked,
        Some(Stage::Mediating) => At::Mediating,
        Some(Stage::Drafted { .. }) => At::Drafted,
        Some(Stage::InForce { .. }) => At::InForce,
        Some(Stage::Breached { .. }) => At::Breached,
        Some(Stage::Ended { .. }) => At::Ended,
    }
}

/// What a command asks, without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Open,
    GiveConsent,
    RefuseConsent,
    WithdrawConsent,
    Accept,
    Decline,
    ChooseMediator,
    ObjectMediator,
    ScheduleSession,
    OfferSlots,
    ChooseSlots,
    HoldSession,
    Extend,
    BeginAppraisal,
    EndAppraisal,
    ReportDanger,
    DraftAgreement,
    ConfirmDraft,
    Sign,
    RecordOral,
    NoteApplication,
    RecordForce,
    RecordPerformance,
    ReportBreach,
    EndUnperformed,
    Withdraw,
    EndFailed,
    EndSham,
    EndForSuit,
    Lapse,
}

/// What a command asks.
pub(super) fn verb(command: &Command) -> Verb {
    match command {
        Command::Open { .. } => Verb::Open,
        Command::GiveConsent { .. } => Verb::GiveConsent,
        Command::RefuseConsent { .. } => Verb::RefuseConsent,
        Command::WithdrawConsent { .. } => Verb::WithdrawConsent,
        Command::Accept { .. } => Verb::Accept,
        Command::Decline { .. } => Verb::Decline,
        Command::ChooseMediator { .. } => Verb::ChooseMediator,
        Command::ObjectMediator { .. } => Verb::ObjectMediator,
        Command::ScheduleSession { .. } => Verb::ScheduleSession,
        Command::OfferSlots { .. } => Verb::OfferSlots,
        Command::ChooseSlots { .. } => Verb::ChooseSlots,
        Command::HoldSession { .. } => Verb::HoldSession,
        Command::Extend { .. } => Verb::Extend,
        Command::BeginAppraisal { .. } => Verb::BeginAppraisal,
        Command::EndAppraisal { .. } => Verb::EndAppraisal,
        Command::ReportDanger { .. } => Verb::ReportDanger,
        Command::DraftAgreement { .. } => Verb::DraftAgreement,
        Command::ConfirmDraft { .. } => Verb::ConfirmDraft,
        Command::Sign { .. } => Verb::Sign,
        Command::RecordOral { .. } => Verb::RecordOral,
        Command::NoteApplication { .. } => Verb::NoteApplication,
        Command::RecordForce { .. } => Verb::RecordForce,
        Command::RecordPerformance { .. } => Verb::RecordPerformance,
        Command::ReportBreach { .. } => Verb::ReportBreach,
        Command::EndUnperformed { .. } => Verb::EndUnperformed,
        Command::Withdraw { .. } => Verb::Withdraw,
        Command::EndFailed { .. } => Verb::EndFailed,
        Command::EndSham { .. } => Verb::EndSham,
        Command::EndForSuit { .. } => Verb::EndForSuit,
        Command::Lapse => Verb::Lapse,
    }
}

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "open",
    "give_consent",
    "refuse_consent",
    "withdraw_consent",
    "accept",
    "decline",
    "choose_mediator",
    "object_mediator",
    "schedule_session",
    "offer_slots",
    "choose_slots",
    "hold_session",
    "extend",
    "begin_appraisal",
    "end_appraisal",
    "report_danger",
    "draft_agreement",
    "confirm_draft",
    "sign",
    "record_oral",
    "note_application",
    "record_force",
    "record_performance",
    "report_breach",
    "end_unperformed",
    "withdraw",
    "end_failed",
    "end_sham",
    "end_for_suit",
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
            GiveConsent | RefuseConsent | WithdrawConsent | Accept | Decline | ChooseMediator
            | ObjectMediator | ScheduleSession | OfferSlots | ChooseSlots | HoldSession | Extend
            | BeginAppraisal | EndAppraisal | ReportDanger | DraftAgreement | ConfirmDraft | Sign
            | RecordOral | NoteApplication | RecordForce | RecordPerformance | ReportBreach
            | EndUnperformed | Withdraw | EndFailed | EndSham | EndForSuit | Lapse,
        ) => Err(Refusal::NotBegun),
        (ConsentAsked | Mediating | Drafted | InForce | Breached | Ended, Open) => {
            Err(Refusal::AlreadyBegun)
        }
        (
            Ended,
            GiveConsent | RefuseConsent | WithdrawConsent | Accept | Decline | ChooseMediator
            | ObjectMediator | ScheduleSession | OfferSlots | ChooseSlots | HoldSession | Extend
            | BeginAppraisal | EndAppraisal | ReportDanger | DraftAgreement | ConfirmDraft | Sign
            | RecordOral | NoteApplication | RecordForce | RecordPerformance | ReportBreach
            | EndUnperformed | Withdraw | EndFailed | EndSham | EndForSuit | Lapse,
        ) => Err(Refusal::AlreadyEnded),

        (ConsentAsked, GiveConsent | RefuseConsent | Accept | Decline) => Ok(()),
        (Mediating | Drafted, GiveConsent | RefuseConsent | Accept | Decline) => {
            Err(Refusal::AlreadyAccepted)
        }
        (
            ConsentAsked | Mediating | Drafted,
            WithdrawConsent | ReportDanger | Withdraw | EndForSuit,
        ) => Ok(()),
        (
            ConsentAsked,
            ChooseMediator | ObjectMediator | ScheduleSession | OfferSlots | ChooseSlots
            | HoldSession | Extend | BeginAppraisal | EndAppraisal | DraftAgreement | ConfirmDraft
            | Sign | RecordOral | EndFailed | EndSham | Lapse,
        ) => Err(Refusal::NotAccepted),
        (
            Mediating | Drafted,
            ChooseMediator | ObjectMediator | ScheduleSession | OfferSlots | ChooseSlots
            | HoldSession | Extend | BeginAppraisal | EndAppraisal | DraftAgreement | RecordOral
            | EndFailed | EndSham | Lapse,
        )
        | (Drafted, ConfirmDraft | Sign) => Ok(()),
        (Mediating, ConfirmDraft | Sign) => Err(Refusal::NotDrafted),

        (
            ConsentAsked | Mediating | Drafted,
            NoteApplication | RecordForce | RecordPerformance | ReportBreach | EndUnperformed,
        ) => Err(Refusal::NoAgreement),
        (
            InForce | Breached,
            NoteApplication | RecordForce | RecordPerformance | ReportBreach | ReportDanger,
        )
        | (Breached, EndUnperformed) => Ok(()),
        (InForce, EndUnperformed) => Err(Refusal::NothingBroken),
        (
            InForce | Breached,
            GiveConsent | RefuseConsent | WithdrawConsent | Accept | Decline | ChooseMediator
            | ObjectMediator | ScheduleSession | OfferSlots | ChooseSlots | HoldSession | Extend
            | BeginAppraisal | EndAppraisal | DraftAgreement | ConfirmDraft | Sign | RecordOral
            | Withdraw | EndFailed | EndSham | EndForSuit | Lapse,
        ) => Err(Refusal::AgreementBinds),
    }
}
