//! What others need to know of a matter in hand: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::{Outcome, Role};
use jiff::civil::Date;

use super::{Command, Fact, Stage, State};

/// How often progress is reported.
const REPORT: &str = "policy.progress_report";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] =
    &["take", "name_person", "begin_term", "note_progress", "conclude", "pass_back"];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Take { .. } => "take",
        Command::NamePerson { .. } => "name_person",
        Command::BeginTerm { .. } => "begin_term",
        Command::NoteProgress { .. } => "note_progress",
        Command::Conclude { .. } => "conclude",
        Command::PassBack { .. } => "pass_back",
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = match &state.stage {
        Stage::InHand => ("in_hand", "办理中"),
        Stage::Concluded { .. } => ("concluded", "已办结"),
        Stage::PassedBack { .. } => ("passed_back", "已退回"),
    };
    let open = state.stage == Stage::InHand;
    let (next_zh, next_en) = if open {
        (
            format!("{}（{}前）", state.next.what, state.next.by),
            format!("step by {}", state.next.by),
        )
    } else {
        (String::new(), String::new())
    };
    let person = Some(state.person.clone()).filter(|_| open);
    Outline { kind: "matter", state: code, state_zh: zh, open, next_zh, next_en, person }
}

fn start(key: &str, rule: &str, from: Date) -> ClockEffect {
    ClockEffect::Start { key: key.to_owned(), rule: rule.to_owned(), from }
}

fn met(key: &str) -> ClockEffect {
    ClockEffect::Met { key: key.to_owned() }
}

fn cancel(key: &str) -> ClockEffect {
    ClockEffect::Cancel { key: key.to_owned() }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Taken { rule, from, pass_back, on, .. } => vec![
            start("work", rule, *from),
            start("not_mine", pass_back, *on),
            start("report", REPORT, *on),
        ],
        Fact::TermBegun { rule, on } => {
            vec![met("work"), cancel("not_mine"), start("term", rule, *on)]
        }
        Fact::Progressed { done, .. } => vec![met("report"), start("report", REPORT, done.on)],
        Fact::Concluded { .. } => {
            vec![met("work"), met("term"), met("report"), cancel("not_mine")]
        }
        Fact::PassedBack { .. } => {
            vec![met("not_mine"), cancel("work"), cancel("term"), cancel("report")]
        }
        Fact::PersonNamed { .. } => Vec::new(),
    }
}

fn notice(form: &str, zh: String, rule: Option<&str>) -> Notice {
    Notice { to: Vec::new(), form: form.to_owned(), zh, rule: rule.map(str::to_owned) }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Taken { rule, .. } => vec![notice(
            "taken",
            "您的纠纷已由本单位承办，有专人负责，并按规定期限办理。".to_owned(),
            Some(rule),
        )],
        Fact::TermBegun { rule, .. } => {
            vec![notice("term", "办理期限已经起算。".to_owned(), Some(rule))]
        }
        Fact::Concluded { outcome, kind, .. } => {
            let (routes, rule) = crate::routes::remedies(*kind);
            let text = format!("本单位办理结果：{}。", outcome.zh());
            match outcome {
                Outcome::Performed => vec![notice("concluded", text, None)],
                Outcome::Agreed
                | Outcome::Decided
                | Outcome::Failed
                | Outcome::Withdrawn
                | Outcome::Transferred
                | Outcome::Refused => {
                    vec![notice("remedies", format!("{text}{routes}"), Some(rule))]
                }
            }
        }
        Fact::PassedBack { proposal, .. } => vec![notice(
            "passed_back",
            format!("经核实应由{}办理，已退回首问单位另行交办，您无须重复反映。", proposal.body),
            None,
        )],
        Fact::PersonNamed { .. } => {
            vec![notice("person", "责任人已经更换。".to_owned(), None)]
        }
        Fact::Progressed { .. } => Vec::new(),
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10); which of
/// them may conclude depends on the route.
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{
        ArbitrationDirector, Arbitrator, DepartmentOfficer, Judge, MediationHead, Mediator,
        PetitionHead, PetitionOfficer, PoliceOfficer, Prosecutor, ReviewHead, Reviewer, System,
        WindowClerk,
    };
    match command {
        "take" => &[
            System,
            WindowClerk,
            Mediator,
            MediationHead,
            Arbitrator,
            ArbitrationDirector,
            PetitionOfficer,
            PetitionHead,
            Reviewer,
            ReviewHead,
            Judge,
            DepartmentOfficer,
            PoliceOfficer,
            Prosecutor,
        ],
        "name_person" | "begin_term" | "note_progress" | "conclude" | "pass_back" => &[
            WindowClerk,
            Mediator,
            MediationHead,
            Arbitrator,
            ArbitrationDirector,
            PetitionOfficer,
            PetitionHead,
            Reviewer,
            ReviewHead,
            Judge,
            DepartmentOfficer,
            PoliceOfficer,
            Prosecutor,
        ],
        _ => &[],
    }
}

/// What only the agency that holds the dispute may do: all but taking it.
pub(super) fn needs_holding(command: &str) -> bool {
    command != "take"
}
