//! What others need to know of a village negotiation: chart, outline, clocks, notices, roles.

use jiefen_procedure::{Chart, ClockEffect, Notice, Outline, Owner};
use jiefen_vocab::{DisputeKind, Role};

use super::decide::{PUBLIC, TALKS};
use super::{Command, Ending, Fact, Stage, State, Topic};
use crate::draw::{cancel, ended, met, next, notice, open, start, step};

/// How soon after its day a meeting is on record.
const MEETING: &str = "policy.progress_report";
/// The town's time to answer.
const REVIEW: &str = "policy.village_review";
/// How soon the carrying out is looked at.
const CARRY: &str = "policy.follow_up";

/// The chart of village negotiation.
pub static CHART: Chart = Chart {
    kind: "village_negotiation",
    zh: "村民协商",
    stages: &[
        open("talking", "协商中", Owner::Agency, &["talks"]),
        open("called", "已通知开会", Owner::Agency, &["meeting"]),
        open("public", "公示中", Owner::Party, &["publicity"]),
        open("review", "乡镇审查", Owner::Agency, &["review"]),
        open("carrying", "执行中", Owner::Agency, &["carry"]),
        ended("agreed", "达成协议"),
        ended("carried_out", "已执行"),
        ended("no_outcome", "协商不成"),
        ended("annulled", "被撤销"),
    ],
    steps: &[
        step("", "set_topic", "talking", "T-R-07"),
        step("talking", "hold_talks", "talking", "T-R-07"),
        step("talking", "agree", "agreed", "民法典 465"),
        step("talking", "reach_outcome", "public", "T-R-07"),
        step("talking", "call_meeting", "called", "T-R-06"),
        step("talking", "end_talks", "no_outcome", "T-R-07"),
        step("talking", "clock:talks", "no_outcome", "policy.village_talks"),
        step("called", "hold_meeting", "talking", "T-R-06"),
        step("called", "hold_meeting", "public", "T-R-06"),
        step("called", "clock:meeting", "talking", "T-R-06"),
        step("public", "object", "review", "村民委员会组织法 27"),
        step("public", "clock:publicity", "carrying", "policy.village_publicity"),
        step("public", "clock:publicity", "review", "农村土地承包法 28"),
        step("review", "answer", "carrying", "村民委员会组织法 27"),
        step("review", "answer", "talking", "村民委员会组织法 27"),
        step("review", "annul", "annulled", "村民委员会组织法 36；民法典 265"),
        step("review", "clock:review", "review", "policy.village_review"),
        step("carrying", "report_done", "carried_out", "T-R-07"),
        step("carrying", "annul", "annulled", "村民委员会组织法 36；民法典 265"),
        step("carrying", "clock:carry", "carrying", "T-R-07"),
    ],
};

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "set_topic",
    "hold_talks",
    "agree",
    "reach_outcome",
    "call_meeting",
    "hold_meeting",
    "not_held",
    "object",
    "take_effect",
    "answer",
    "report_done",
    "annul",
    "end_talks",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::SetTopic { .. } => "set_topic",
        Command::HoldTalks { .. } => "hold_talks",
        Command::Agree { .. } => "agree",
        Command::ReachOutcome { .. } => "reach_outcome",
        Command::CallMeeting { .. } => "call_meeting",
        Command::HoldMeeting { .. } => "hold_meeting",
        Command::NotHeld => "not_held",
        Command::Object { .. } => "object",
        Command::TakeEffect => "take_effect",
        Command::Answer { .. } => "answer",
        Command::ReportDone { .. } => "report_done",
        Command::Annul { .. } => "annul",
        Command::EndTalks => "end_talks",
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let none = || (String::new(), String::new());
    let (code, zh, (next_zh, next_en)) = match state.stage {
        Stage::Talking => ("talking", "协商中", next("组织下一次协商", "hold the next talks")),
        Stage::Called { called } => (
            "called",
            "已通知开会",
            next(format!("{}开会", called.on), format!("hold the meeting on {}", called.on)),
        ),
        Stage::Public { .. } => {
            ("public", "公示中", next("公示并接受异议", "publicity, objections"))
        }
        Stage::Review => ("review", "乡镇审查", next("由乡镇答复", "the town answers")),
        Stage::Carrying => {
            ("carrying", "执行中", next("执行并公开执行情况", "carry it out, report"))
        }
        Stage::Ended { ending, .. } => match ending {
            Ending::Agreed => ("agreed", "达成协议", none()),
            Ending::CarriedOut => ("carried_out", "已执行", none()),
            Ending::NoOutcome => ("no_outcome", "协商不成", none()),
            Ending::Annulled => ("annulled", "被撤销", none()),
        },
    };
    let open = !matches!(state.stage, Stage::Ended { .. });
    let kind = "village_negotiation";
    Outline { kind, state: code, state_zh: zh, open, next_zh, next_en, person: None }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::TopicSet { on, .. } => vec![start("talks", TALKS, *on)],
        Fact::MeetingCalled { called, .. } => {
            vec![met("talks"), start("meeting", MEETING, called.on)]
        }
        Fact::OutcomeReached { on, .. } => vec![met("talks"), start("publicity", PUBLIC, *on)],
        Fact::NoQuorum { on, .. } | Fact::NotAdopted { on, .. } => {
            vec![met("meeting"), start("talks", TALKS, *on)]
        }
        Fact::MeetingMissed { on } => vec![cancel("meeting"), start("talks", TALKS, *on)],
        Fact::Adopted { on, .. } => vec![met("meeting"), start("publicity", PUBLIC, *on)],
        Fact::Objected { on, .. } | Fact::SentForApproval { on } => {
            vec![cancel("publicity"), start("review", REVIEW, *on)]
        }
        Fact::Effective { on } => {
            vec![met("review"), cancel("publicity"), start("carry", CARRY, *on)]
        }
        Fact::ToBeCorrected { on } => vec![met("review"), start("talks", TALKS, *on)],
        Fact::Ended { .. } => vec![cancel("talks"), cancel("review"), met("carry")],
        Fact::Talked { .. } | Fact::Agreed { .. } => Vec::new(),
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::TopicSet { topic, .. } => {
            let zh = match topic {
                Topic::Dispute => {
                    "将组织协商。协商自愿；不愿协商或者协商不成的，可以申请调解、仲裁或者起诉。"
                }
                Topic::Common | Topic::LandAdjustment => "将就该事项组织协商，欢迎参加。",
            };
            vec![notice("topic", zh, Some(TALKS))]
        }
        Fact::MeetingCalled { called, .. } => {
            vec![notice("meeting", format!("{}召开会议，请准时参加。", called.on), None)]
        }
        Fact::NoQuorum { needed, .. } => {
            vec![notice("no_quorum", format!("到会不足{needed}人，会议没有作出决定。"), None)]
        }
        Fact::NotAdopted { needed, .. } => {
            vec![notice("not_adopted", format!("赞成不足{needed}票，没有通过。"), None)]
        }
        Fact::MeetingMissed { .. } => {
            vec![notice("meeting_missed", "会议未能召开，改期另行通知。", None)]
        }
        Fact::OutcomeReached { .. } | Fact::Adopted { .. } => vec![notice(
            "publicity",
            "结果现予公示。认为违反法律或者侵害合法权益的，可以在公示期内提出，由乡镇人民政府答复；也可以申请人民法院撤销。",
            Some(PUBLIC),
        )],
        Fact::Objected { .. } => {
            vec![notice("objection", "异议已收到，由乡镇人民政府答复。", Some(REVIEW))]
        }
        Fact::SentForApproval { .. } => {
            vec![notice("approval", "调整方案报乡镇和县主管部门批准，批准前不执行。", Some(REVIEW))]
        }
        Fact::Effective { .. } => vec![notice(
            "effective",
            "结果开始执行。侵害您合法权益的，可以申请人民法院撤销。",
            None,
        )],
        Fact::ToBeCorrected { .. } => {
            vec![notice("corrected", "乡镇人民政府责令改正，原结果不执行，重新协商。", None)]
        }
        Fact::Ended { ending: Ending::NoOutcome, topic, .. } => {
            let (routes, rule) = crate::routes::remedies(DisputeKind::Other);
            match topic {
                Topic::Dispute => {
                    vec![notice("remedies", format!("协商不成。{routes}"), Some(rule))]
                }
                Topic::Common | Topic::LandAdjustment => {
                    vec![notice("no_outcome", "协商没有形成结果。", None)]
                }
            }
        }
        Fact::Ended { ending: Ending::CarriedOut, .. } => {
            vec![notice("carried_out", "结果已经执行，执行情况现予公开。", None)]
        }
        Fact::Ended { ending: Ending::Annulled, .. } => {
            vec![notice("annulled", "该决定已被人民法院撤销。", None)]
        }
        Fact::Ended { ending: Ending::Agreed, .. } | Fact::Talked { .. } | Fact::Agreed { .. } => {
            Vec::new()
        }
    }
}

/// The roles that may give a command. The town answers through its own officer; coordinators, leaders
/// and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{DepartmentOfficer, MediationHead, Mediator, Party, System, WindowClerk};
    match command {
        "set_topic" => &[WindowClerk, Mediator, MediationHead],
        "hold_talks" | "agree" | "reach_outcome" | "call_meeting" | "hold_meeting"
        | "report_done" => &[Mediator, MediationHead],
        "not_held" | "take_effect" | "end_talks" => &[System, Mediator, MediationHead],
        "object" => &[Party, WindowClerk, Mediator, MediationHead],
        "answer" => &[DepartmentOfficer],
        "annul" => &[Mediator, MediationHead, DepartmentOfficer, System],
        _ => &[],
    }
}
