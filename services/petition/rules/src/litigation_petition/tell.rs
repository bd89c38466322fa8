//! What others need to know of a litigation-related petition: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;

use super::organ::{ANSWER, FOLLOW_UP};
use super::{Command, Door, Ending, Fact, Stage, State, chart};
use crate::common::{cancel, met, notice, start};

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "receive",
    "not_accept",
    "assign",
    "separate",
    "hand_over",
    "organ_receives",
    "organ_declines",
    "organ_replies",
    "report_progress",
    "record_lawyer",
    "answer",
    "accept_answer",
    "propose_termination",
    "decide_termination",
    "withdraw",
    "lapse",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Receive { .. } => "receive",
        Command::NotAccept { .. } => "not_accept",
        Command::Assign { .. } => "assign",
        Command::Separate { .. } => "separate",
        Command::HandOver { .. } => "hand_over",
        Command::OrganReceives { .. } => "organ_receives",
        Command::OrganDeclines { .. } => "organ_declines",
        Command::OrganReplies { .. } => "organ_replies",
        Command::ReportProgress { .. } => "report_progress",
        Command::RecordLawyer { .. } => "record_lawyer",
        Command::Answer { .. } => "answer",
        Command::AcceptAnswer { .. } => "accept_answer",
        Command::ProposeTermination { .. } => "propose_termination",
        Command::DecideTermination { .. } => "decide_termination",
        Command::Withdraw { .. } => "withdraw",
        Command::Lapse => "lapse",
    }
}

fn code(state: &State) -> &'static str {
    match &state.stage {
        Stage::Received => "received",
        Stage::Separated { .. } => "separated",
        Stage::Handed { .. } => "handed",
        Stage::WithOrgan { .. } => "with_organ",
        Stage::Answered { .. } => "answered",
        Stage::Terminating { .. } => "terminating",
        Stage::Ended { how, .. } => match how {
            Ending::NotAccepted => "not_accepted",
            Ending::Ordinary => "ordinary",
            Ending::InProcedure(_) => "in_procedure",
            Ending::Corrected => "corrected",
            Ending::Accepted | Ending::Answered => "settled",
            Ending::Terminated => "terminated",
            Ending::Withdrawn => "withdrawn",
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (zh, en) = match &state.stage {
        Stage::Received if state.terminated_before => {
            ("告知不再受理，转乡镇关怀", "tell that it is not accepted; the township cares")
        }
        Stage::Received => ("甄别分离：涉法涉诉还是普通信访", "separate litigation from petition"),
        Stage::Separated { .. } => ("移送政法机关并告知信访人", "hand over and tell"),
        Stage::Handed { .. } => ("催促签收", "have the receipt confirmed"),
        Stage::WithOrgan { replied: false, .. } => {
            ("七日内作程序性回复", "reply on the procedure in seven days")
        }
        Stage::WithOrgan { overdue: true, .. } => ("每月告知进展，尽快答复", "a word every month"),
        Stage::WithOrgan { .. } => ("三个月内答复办理结果", "answer in three months"),
        Stage::Answered { .. } => ("释法说理，跟踪息诉情况", "explain and follow up"),
        Stage::Terminating { .. } => ("听证并决定是否终结", "hear and decide on termination"),
        Stage::Ended { .. } => ("", ""),
    };
    let (code, open) = (code(state), !matches!(state.stage, Stage::Ended { .. }));
    Outline {
        kind: "litigation_petition",
        state: code,
        state_zh: chart::zh(code),
        open,
        next_zh: zh.to_owned(),
        next_en: en.to_owned(),
        person: state.person.clone().filter(|_| open),
    }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Received { door, on, .. } => vec![start("forward", forward_rule(*door), *on)],
        Fact::Separated { again: true, on, .. } => {
            vec![cancel("receipt"), start("designate", "policy.designation", *on)]
        }
        Fact::HandedOver { on, .. } => {
            vec![met("forward"), met("designate"), start("receipt", "policy.handoff_reply", *on)]
        }
        Fact::OrganReceived { on } => {
            vec![met("receipt"), start("reply", "T-M-01", *on), start("answer", ANSWER, *on)]
        }
        Fact::OrganReplied { .. } => vec![met("reply")],
        Fact::AnswerOverdue { on } => {
            vec![cancel("answer"), start("monthly", "T-M-01.monthly", *on)]
        }
        Fact::Progressed { overdue: true, on, .. } => {
            vec![met("monthly"), start("monthly", "T-M-01.monthly", *on)]
        }
        Fact::Explained { on, .. } => {
            vec![met("reply"), met("answer"), met("monthly"), start("follow", FOLLOW_UP, *on)]
        }
        Fact::TerminationProposed { on, .. } => {
            vec![met("follow"), start("terminate", "policy.termination_review", *on)]
        }
        Fact::TerminationRefused { on } => vec![met("terminate"), start("answer", ANSWER, *on)],
        Fact::Closed { .. } => {
            let keys = ["forward", "designate", "receipt", "reply", "answer", "monthly"];
            let mut effects: Vec<_> = keys.map(cancel).into();
            effects.extend(["follow", "terminate"].map(cancel));
            effects
        }
        Fact::Assigned { .. }
        | Fact::Separated { again: false, .. }
        | Fact::Progressed { overdue: false, .. }
        | Fact::LawyerRecorded { .. } => Vec::new(),
    }
}

/// The rule of the first duty, by the door.
fn forward_rule(door: Door) -> &'static str {
    match door {
        Door::PetitionOffice => "T-L-01",
        Door::Organ => "T-M-01",
    }
}

/// What the law itself does when a clock expires. The other limits bind an authority; their passing is a
/// finding.
pub(super) fn expired(state: &State, clock: &str) -> Option<Command> {
    match (&state.stage, clock) {
        (Stage::WithOrgan { .. }, "answer") | (Stage::Answered { .. }, "follow") => {
            Some(Command::Lapse)
        }
        (
            Stage::Received
            | Stage::Separated { .. }
            | Stage::Handed { .. }
            | Stage::WithOrgan { .. }
            | Stage::Answered { .. }
            | Stage::Terminating { .. }
            | Stage::Ended { .. },
            _,
        ) => None,
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Received { door, to, .. } => notice(
            to,
            "petition_receipt",
            "您反映的事项已经登记，将依法甄别并告知办理途径。",
            Some(forward_rule(*door)),
        ),
        Fact::Separated { organ, to, .. } => notice(
            to,
            "route",
            format!("您反映的事项属于涉法涉诉，由{}依照法律程序处理。", organ.zh()),
            None,
        ),
        Fact::HandedOver { agency, to, .. } => {
            notice(to, "forwarded", format!("事项已移送 {agency} 办理。"), None)
        }
        Fact::OrganReplied { to, .. } => {
            notice(to, "procedure", "事项已经收到，三个月内答复办理过程或者结果。", Some(ANSWER))
        }
        Fact::Progressed { to, .. } => {
            notice(to, "progress", "办理进展已经告知。", Some("T-M-01.monthly"))
        }
        Fact::Explained { to, .. } => notice(
            to,
            "answer",
            "经审查原处理正确，理由已经说明；仍不服的，可以依法申请再审、申诉或者申请检察监督。",
            None,
        ),
        Fact::Closed { how, to, .. } => notice(to, "closed", closed(*how), None),
        Fact::Assigned { .. }
        | Fact::OrganReceived { .. }
        | Fact::AnswerOverdue { .. }
        | Fact::LawyerRecorded { .. }
        | Fact::TerminationProposed { .. }
        | Fact::TerminationRefused { .. } => Vec::new(),
    }
}

fn closed(how: Ending) -> &'static str {
    match how {
        Ending::NotAccepted => {
            "该事项已经依法终结，同一事实和理由不再受理；生活上的困难由乡镇（街道）帮助。"
        }
        Ending::Ordinary => "该事项不属于涉法涉诉，已转普通信访程序办理。",
        Ending::InProcedure(_) => "该事项已导入法律程序，请按该程序主张权利。",
        Ending::Corrected => "有关问题已经依法纠正。",
        Ending::Accepted => "您已接受答复，办理结束。",
        Ending::Answered => "事项已经答复，办理结束。",
        Ending::Terminated => "事项已经依法终结，同一事实和理由不再受理、交办、通报。",
        Ending::Withdrawn => "您已撤回反映的事项，办理结束。",
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10); what an organ
/// did, its own staff records (checked against the organ too).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{
        DepartmentOfficer, FilingClerk, Judge, Party, PetitionHead, PetitionOfficer, PoliceOfficer,
        Prosecutor, System, WindowClerk,
    };
    match command {
        "receive" => &[
            System,
            Party,
            WindowClerk,
            PetitionOfficer,
            PetitionHead,
            FilingClerk,
            Prosecutor,
            PoliceOfficer,
        ],
        "not_accept" | "assign" | "separate" | "hand_over" => {
            &[PetitionOfficer, PetitionHead, FilingClerk, Prosecutor, PoliceOfficer]
        }
        "organ_receives"
        | "organ_declines"
        | "organ_replies"
        | "report_progress"
        | "answer"
        | "propose_termination" => {
            &[System, Judge, FilingClerk, Prosecutor, PoliceOfficer, DepartmentOfficer]
        }
        "decide_termination" => &[System, Judge, Prosecutor, PoliceOfficer, DepartmentOfficer],
        "record_lawyer" => &[WindowClerk, PetitionOfficer, PetitionHead, Prosecutor],
        "accept_answer" | "withdraw" => {
            &[Party, WindowClerk, PetitionOfficer, PetitionHead, Prosecutor]
        }
        "lapse" => &[System, PetitionOfficer, PetitionHead],
        _ => &[],
    }
}

/// What only the agency that holds the dispute may do: to sort it and to hand it on. The organ's word, the
/// petitioner's and the law's never wait for that.
pub(super) fn needs_holding(command: &str) -> bool {
    ["not_accept", "assign", "separate", "hand_over"].contains(&command)
}
