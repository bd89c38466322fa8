//! Who may give which command of the umbrella: names, roles, and whether only the holder may.

use jiefen_vocab::Role;

use super::command::Command;

use Role::{
    ArbitrationDirector, Arbitrator, CentreDirector, Coordinator, FilingClerk, Judge, Leader,
    MediationHead, Mediator, Party, PetitionHead, PetitionOfficer, ReviewHead, Reviewer, System,
    WindowClerk,
};

/// The names of all commands.
pub const COMMANDS: &[&str] = &[
    "report_signal",
    "record_inquiry",
    "take_over",
    "register",
    "turn_away",
    "mark_duplicate",
    "unmerge",
    "absorb",
    "release",
    "link",
    "split",
    "classify",
    "offer_routes",
    "choose_route",
    "file_suit",
    "accept_own",
    "request_designation",
    "designate_unit",
    "designate_lead",
    "object",
    "confirm_designation",
    "refer",
    "note_offered",
    "note_accepted",
    "note_declined",
    "note_expired",
    "note_recalled",
    "note_progress",
    "note_task",
    "note_result",
    "escalate_cross_region",
    "escalate_level",
    "return_down",
    "suspend",
    "resume",
    "withdraw",
    "record_agreement",
    "record_decision",
    "end_unresolved",
    "follow_up",
    "confirm_performance",
    "report_breach",
    "serve_notice",
    "answer_channel",
    "record_consent",
    "name_representatives",
    "name_person",
    "close",
    "record_visit",
    "archive",
    "reopen",
    "chase",
    "note_lapsed",
];

/// The stable name of a command.
pub const fn name(command: &Command) -> &'static str {
    match command {
        Command::ReportSignal(_) => "report_signal",
        Command::RecordInquiry(_) => "record_inquiry",
        Command::TakeOver(_) => "take_over",
        Command::Register(_) => "register",
        Command::TurnAway(_) => "turn_away",
        Command::MarkDuplicate(_) => "mark_duplicate",
        Command::Unmerge { .. } => "unmerge",
        Command::Absorb(_) => "absorb",
        Command::Release { .. } => "release",
        Command::Link { .. } => "link",
        Command::Split(_) => "split",
        Command::Classify(_) => "classify",
        Command::OfferRoutes { .. } => "offer_routes",
        Command::ChooseRoute(_) => "choose_route",
        Command::FileSuit(_) => "file_suit",
        Command::AcceptOwn(_) => "accept_own",
        Command::RequestDesignation(_) => "request_designation",
        Command::DesignateUnit(_) => "designate_unit",
        Command::DesignateLead(_) => "designate_lead",
        Command::Object(_) => "object",
        Command::ConfirmDesignation(_) => "confirm_designation",
        Command::Refer(_) => "refer",
        Command::NoteOffered(_) => "note_offered",
        Command::NoteAccepted(_) => "note_accepted",
        Command::NoteDeclined(_) => "note_declined",
        Command::NoteExpired { .. } => "note_expired",
        Command::NoteRecalled { .. } => "note_recalled",
        Command::NoteProgress(_) => "note_progress",
        Command::NoteTask(_) => "note_task",
        Command::NoteResult(_) => "note_result",
        Command::EscalateCrossRegion { .. } => "escalate_cross_region",
        Command::EscalateLevel { .. } => "escalate_level",
        Command::ReturnDown { .. } => "return_down",
        Command::Suspend(_) => "suspend",
        Command::Resume { .. } => "resume",
        Command::Withdraw(_) => "withdraw",
        Command::RecordAgreement(_) => "record_agreement",
        Command::RecordDecision(_) => "record_decision",
        Command::EndUnresolved(_) => "end_unresolved",
        Command::FollowUp => "follow_up",
        Command::ConfirmPerformance(_) => "confirm_performance",
        Command::ReportBreach { .. } => "report_breach",
        Command::ServeNotice(_) => "serve_notice",
        Command::AnswerChannel { .. } => "answer_channel",
        Command::RecordConsent { .. } => "record_consent",
        Command::NameRepresentatives { .. } => "name_representatives",
        Command::NamePerson { .. } => "name_person",
        Command::Close { .. } => "close",
        Command::RecordVisit { .. } => "record_visit",
        Command::Archive => "archive",
        Command::Reopen(_) => "reopen",
        Command::Chase { .. } => "chase",
        Command::NoteLapsed { .. } => "note_lapsed",
    }
}

/// Those who receive people at a door.
const DOOR: &[Role] = &[
    WindowClerk,
    CentreDirector,
    Mediator,
    MediationHead,
    PetitionOfficer,
    FilingClerk,
    Party,
    System,
];
/// Those who keep the file of a holder.
const FILE: &[Role] = &[
    WindowClerk,
    CentreDirector,
    Mediator,
    MediationHead,
    PetitionOfficer,
    PetitionHead,
    FilingClerk,
];
/// The same, and the node's own reaction to another agency's word.
const FILE_OR_REACTION: &[Role] = &[
    WindowClerk,
    CentreDirector,
    Mediator,
    MediationHead,
    PetitionOfficer,
    PetitionHead,
    FilingClerk,
    System,
];
/// Those who mediate.
const MEDIATION: &[Role] = &[Mediator, MediationHead];
/// Those who decide: never a coordinator, a leading group or an assessor (I10).
const DECIDERS: &[Role] =
    &[Judge, Arbitrator, ArbitrationDirector, Reviewer, ReviewHead, PetitionHead];

/// The roles that may give a command; none for a name that is no command.
pub fn roles(command: &str) -> &'static [Role] {
    match command {
        "report_signal" | "record_inquiry" => DOOR,
        "register"
        | "turn_away"
        | "classify"
        | "offer_routes"
        | "refer"
        | "request_designation"
        | "split"
        | "mark_duplicate"
        | "unmerge"
        | "suspend"
        | "resume"
        | "follow_up"
        | "report_breach"
        | "record_visit"
        | "name_representatives"
        | "escalate_cross_region"
        | "escalate_level"
        | "answer_channel" => FILE,
        "absorb"
        | "release"
        | "link"
        | "record_consent"
        | "serve_notice"
        | "confirm_performance"
        | "return_down"
        | "take_over"
        | "object" => FILE_OR_REACTION,
        "choose_route" | "withdraw" => DOOR,
        // Whoever of the staff helps her at a window gives her word by choose_route and refer.
        "file_suit" => &[Party],
        "accept_own" => &[WindowClerk, CentreDirector, Mediator, MediationHead, PetitionHead],
        "designate_unit" => &[CentreDirector, System],
        "designate_lead" => &[CentreDirector, Coordinator, System],
        "confirm_designation" => &[CentreDirector, Coordinator, Leader, System],
        "note_offered" | "note_accepted" | "note_declined" | "note_expired" | "note_recalled"
        | "note_task" | "note_result" | "note_lapsed" => &[System],
        "note_progress" => &[System, Mediator, MediationHead, WindowClerk],
        "record_agreement" => MEDIATION,
        "record_decision" => DECIDERS,
        "end_unresolved" => &[
            Mediator,
            MediationHead,
            Judge,
            Arbitrator,
            ArbitrationDirector,
            Reviewer,
            ReviewHead,
            PetitionHead,
            CentreDirector,
        ],
        "name_person" => &[CentreDirector, MediationHead, PetitionHead],
        "close" | "archive" => &[WindowClerk, CentreDirector, MediationHead, PetitionHead],
        "reopen" => &[CentreDirector, MediationHead, PetitionHead],
        "chase" => &[System, CentreDirector, Coordinator],
        _ => &[],
    }
}

/// True when only the agency that holds the dispute may give the command. False for what begins a
/// dispute, what a party may do anywhere, what the centre decides, and reactions to another's word.
pub fn needs_holding(command: &str) -> bool {
    match command {
        "register"
        | "turn_away"
        | "classify"
        | "offer_routes"
        | "file_suit"
        | "refer"
        | "request_designation"
        | "split"
        | "mark_duplicate"
        | "suspend"
        | "resume"
        | "follow_up"
        | "report_breach"
        | "name_representatives"
        | "escalate_cross_region"
        | "escalate_level"
        | "accept_own"
        | "record_agreement"
        | "record_decision"
        | "end_unresolved"
        | "confirm_performance"
        | "name_person"
        | "close"
        | "reopen" => true,
        "report_signal"
        | "record_inquiry"
        | "take_over"
        | "unmerge"
        | "absorb"
        | "release"
        | "link"
        | "choose_route"
        | "designate_unit"
        | "designate_lead"
        | "object"
        | "confirm_designation"
        | "note_offered"
        | "note_accepted"
        | "note_declined"
        | "note_expired"
        | "note_recalled"
        | "note_progress"
        | "note_task"
        | "note_result"
        | "return_down"
        | "withdraw"
        | "serve_notice"
        | "answer_channel"
        | "record_consent"
        | "record_visit"
        | "archive"
        | "chase"
        | "note_lapsed" => false,
        _ => false,
    }
}
