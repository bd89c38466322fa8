//! The state after a fact, and what others need to know: outline, clocks, names, roles.

use std::collections::BTreeSet;

use jiefen_procedure::{ClockEffect, Outline};
use jiefen_vocab::Role;
use jiff::civil::Date;

use super::{Command, Fact, KIND, Stage, State};

/// The signature under the plan.
const WORK: &str = "work";
/// The round that runs.
pub(super) const ROUND: &str = "round";
/// The closing report.
const REPORT: &str = "report";

const WORK_RULE: &str = "policy.supervision_signature";
const OWNER_RULE: &str = "policy.screening_owner";
const REPORT_RULE: &str = "policy.screening_report";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "plan_screening",
    "sign",
    "cancel",
    "report_finding",
    "sign_none_found",
    "close_round",
    "assign_owner",
    "report_screening",
    "flag_late",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::PlanScreening(_) => "plan_screening",
        Command::Sign => "sign",
        Command::Cancel { .. } => "cancel",
        Command::ReportFinding { .. } => "report_finding",
        Command::SignNoneFound { .. } => "sign_none_found",
        Command::CloseRound => "close_round",
        Command::AssignOwner { .. } => "assign_owner",
        Command::ReportScreening { .. } => "report_screening",
        Command::FlagLate { .. } => "flag_late",
    }
}

/// Who may give a command: the centre plans, each unit answers for itself.
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{
        CentreDirector, DepartmentOfficer, MediationHead, Mediator, PetitionHead, PetitionOfficer,
        PoliceOfficer, System, WindowClerk,
    };
    match command {
        "plan_screening" => &[WindowClerk, CentreDirector, System],
        "sign" | "cancel" | "report_screening" => &[CentreDirector],
        "report_finding" => &[
            WindowClerk,
            CentreDirector,
            Mediator,
            MediationHead,
            PetitionOfficer,
            PetitionHead,
            PoliceOfficer,
            DepartmentOfficer,
        ],
        "sign_none_found" => {
            &[CentreDirector, MediationHead, PetitionHead, PoliceOfficer, DepartmentOfficer]
        }
        "close_round" => &[CentreDirector, System],
        "assign_owner" => &[WindowClerk, CentreDirector],
        "flag_late" => &[System],
        _ => &[],
    }
}

/// The office's own clock of a stage.
pub(super) const fn own_clock(stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::Planned => Some(WORK),
        Stage::Closing => Some(REPORT),
        Stage::Running | Stage::Reported | Stage::Cancelled => None,
    }
}

fn start(key: &str, rule: &str, from: Date) -> ClockEffect {
    ClockEffect::Start { key: key.to_owned(), rule: rule.to_owned(), from }
}

fn met(key: &str) -> ClockEffect {
    ClockEffect::Met { key: key.to_owned() }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Planned { on, .. } => vec![start(WORK, WORK_RULE, *on)],
        Fact::Signed { .. } | Fact::Cancelled { .. } => vec![met(WORK)],
        Fact::RoundBegun { rule, on, .. } => vec![start(ROUND, rule, *on)],
        Fact::FindingReported { no, report, .. } => {
            vec![start(&format!("owner:{no}"), OWNER_RULE, report.on)]
        }
        Fact::RoundClosed { .. } => vec![met(ROUND)],
        Fact::ScreeningEnded { on } => vec![start(REPORT, REPORT_RULE, *on)],
        Fact::OwnerAssigned { no, .. } => vec![met(&format!("owner:{no}"))],
        // A duty that is late stays a duty: its clock begins again until it is done.
        Fact::FindingUnowned { no, on, .. } => vec![start(&format!("owner:{no}"), OWNER_RULE, *on)],
        Fact::LatenessFound { clock, on } => {
            vec![start(clock, if clock == REPORT { REPORT_RULE } else { WORK_RULE }, *on)]
        }
        Fact::Reported { .. } => vec![met(REPORT)],
        Fact::NoneFound { .. } => Vec::new(),
    }
}

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return first(fact) };
    match fact {
        Fact::Planned { .. } | Fact::LatenessFound { .. } => {}
        Fact::Signed { by, on } => {
            state.signed = Some((by.clone(), *on));
            state.stage = Stage::Running;
        }
        Fact::Cancelled { .. } => state.stage = Stage::Cancelled,
        Fact::RoundBegun { round, on, .. } => {
            state.round = *round;
            state.round_from = *on;
        }
        Fact::FindingReported { finding, report, .. } => {
            state.findings.push(finding.clone());
            state.reports.push(report.clone());
        }
        Fact::NoneFound { report } => state.reports.push(report.clone()),
        Fact::RoundClosed { round, silent, .. } => {
            state.overdue.extend(silent.iter().map(|unit| (*round, *unit)));
        }
        Fact::ScreeningEnded { .. } => state.stage = Stage::Closing,
        Fact::OwnerAssigned { no, unit, dispute, .. } => {
            if let Some(finding) = entry(&mut state, *no) {
                finding.owner = Some((*unit, *dispute));
            }
        }
        Fact::FindingUnowned { no, .. } => {
            if let Some(finding) = entry(&mut state, *no) {
                finding.unowned = true;
            }
        }
        Fact::Reported { .. } => state.stage = Stage::Reported,
    }
    Some(state)
}

fn entry(state: &mut State, no: u32) -> Option<&mut super::Finding> {
    let place = usize::try_from(no).ok()?.checked_sub(1)?;
    state.findings.get_mut(place)
}

fn first(fact: &Fact) -> Option<State> {
    let Fact::Planned { plan, by, on } = fact else { return None };
    Some(State {
        plan: plan.clone(),
        drafted_by: by.clone(),
        signed: None,
        round: 0,
        round_from: *on,
        reports: Vec::new(),
        findings: Vec::new(),
        overdue: BTreeSet::new(),
        stage: Stage::Planned,
    })
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, state_zh, next_zh, next_en) = match state.stage {
        Stage::Planned => ("planned", "方案待签发", "签发或者取消", "sign or cancel the plan"),
        Stage::Running => {
            ("running", "排查中", "上报发现或者签字零发现", "report findings or sign none found")
        }
        Stage::Closing => ("closing", "待总结", "落实责任后总结", "find owners, then report"),
        Stage::Reported => ("reported", "已总结", "", ""),
        Stage::Cancelled => ("cancelled", "已取消", "", ""),
    };
    Outline {
        kind: KIND,
        state: code,
        state_zh,
        open: !next_zh.is_empty(),
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: Some(
            state.signed.as_ref().map_or_else(|| state.drafted_by.clone(), |(by, _)| by.clone()),
        ),
    }
}
