//! Where a dispute stands, in the words in which one would tell it to a neighbour.

use jiefen_intake_rules::dispute::Stage;
use jiefen_intake_rules::dispute::parts::Waiting;
use jiefen_vocab::{Agency, Regions};

/// The five steps that every dispute takes, whoever has it.
pub const STEPS: [&str; 5] = ["登记", "确定由谁办", "办理", "有了结果", "履行、回访"];

/// How far along [`STEPS`] a stage is: so many are done. None: the matter left the road.
pub const fn step(stage: &Stage) -> Option<usize> {
    match stage {
        Stage::Detected | Stage::Received => Some(0),
        Stage::Registered
        | Stage::Triage
        | Stage::Assigned { .. }
        | Stage::Unresolved
        | Stage::Reopened => Some(1),
        Stage::InProcess | Stage::Escalated { .. } | Stage::Suspended { .. } => Some(2),
        Stage::Agreed | Stage::Decided => Some(3),
        Stage::Performing | Stage::Enforcing => Some(4),
        Stage::Closed { .. } | Stage::Archived { .. } => Some(5),
        Stage::Withdrawn | Stage::Merged { .. } => None,
    }
}

/// Where it stands.
pub const fn now(stage: &Stage) -> &'static str {
    match stage {
        Stage::Detected => "工作人员发现了这件事，正在核实。",
        Stage::Received => "您的事已经收到，窗口正在登记。",
        Stage::Registered => "已经登记，正在弄清是哪一类事。",
        Stage::Triage => "正在确定由哪个单位来办。",
        Stage::Assigned { waiting: Waiting::Designation } => "正在请上级中心指定由谁来办。",
        Stage::Assigned { waiting: Waiting::Reply { .. } } => "已经交给承办单位，等它接收。",
        Stage::InProcess => "正在办理。",
        Stage::Agreed => "已经达成协议。",
        Stage::Decided => "已经作出裁决或者决定。",
        Stage::Performing => "正在按结果履行。",
        Stage::Enforcing => "正在强制执行。",
        Stage::Unresolved => "这一次没有办成，还有别的办法。",
        Stage::Escalated { by: None, .. } => "已经报给上级中心，等它接收。",
        Stage::Escalated { by: Some(_), .. } => "上级中心正在办理。",
        Stage::Suspended { .. } => "暂时停下来了，原因消除后接着办。",
        Stage::Withdrawn => "已经撤回。",
        Stage::Merged { .. } => "已经和另一件相同的事并在一起办理。",
        Stage::Closed { .. } => "已经办结。",
        Stage::Archived { .. } => "已经办结，材料已归档。",
        Stage::Reopened => "已经重新办理。",
    }
}

/// What comes next.
pub const fn next(stage: &Stage) -> &'static str {
    match stage {
        Stage::Detected => "工作人员会联系您。",
        Stage::Received => "窗口登记好以后，会告诉您由谁来办。",
        Stage::Registered | Stage::Reopened => "弄清以后，确定由谁来办。",
        Stage::Triage => "确定承办单位，把几种办法都告诉您，由您选。",
        Stage::Assigned { waiting: Waiting::Designation } => "指定以后，承办单位会联系您。",
        Stage::Assigned { waiting: Waiting::Reply { .. } } => {
            "它接收以前，还由现在的单位负责；接收以后会联系您。"
        }
        Stage::InProcess => "承办单位接着办，有进展会告诉您。",
        Stage::Agreed => "协议送到您手里，按协议履行，工作人员会回访。",
        Stage::Decided => "文书送到您手里；不服的，可以在文书写明的期限内依法提出。",
        Stage::Performing => "工作人员核实履行了没有，然后办结。",
        Stage::Enforcing => "法院执行，工作人员跟着办到底。",
        Stage::Unresolved => "工作人员把别的办法告诉您，由您选。",
        Stage::Escalated { by: None, .. } => "上级中心接收以后会联系您。",
        Stage::Escalated { by: Some(_), .. } => "上级中心接着办，有进展会告诉您。",
        Stage::Suspended { .. } => "工作人员按时查看原因消除了没有。",
        Stage::Withdrawn => "工作人员核实以后办结。",
        Stage::Merged { .. } => "办理结果会一并告诉您。",
        Stage::Closed { .. } | Stage::Archived { .. } => "",
    }
}

/// What a limit of the county's own is for, in plain words; none: the rule's own title is plain enough.
pub fn limit(rule: &str) -> Option<&'static str> {
    LIMITS.iter().find(|(known, _)| *known == rule).map(|(_, zh)| *zh)
}

const LIMITS: &[(&str, &str)] = &[
    ("policy.first_contact", "工作人员联系您"),
    ("policy.triage", "弄清是哪一类事、由谁来办"),
    ("policy.designation", "指定由谁来办"),
    ("policy.designation_final", "确认由谁来办"),
    ("policy.handoff_reply", "接手的单位答复接不接收"),
    ("policy.progress_report", "承办单位报告办到哪一步"),
    ("policy.route_choice", "把别的办法告诉您，由您选"),
    ("policy.follow_up", "核实履行了没有"),
];

/// The name of a unit of which no register tells one: the place and what its code means.
pub fn unit(agency: Agency) -> String {
    let place = Regions::shipped().full_name(agency.region).unwrap_or_default();
    let kind = UNITS.iter().find(|(code, _)| *code == agency.code.as_str());
    format!("{place}{}", kind.map_or("承办单位", |(_, zh)| zh))
}

const UNITS: &[(&str, &str)] = &[
    ("centre", "综治中心"),
    ("village_mediation", "人民调解委员会"),
    ("court", "人民法院"),
    ("justice", "司法局"),
    ("labour_arbitration", "劳动人事争议仲裁委员会"),
    ("petition", "信访局"),
    ("police", "公安局"),
    ("market", "市场监督管理局"),
    ("women_federation", "妇女联合会"),
    ("county_mediation_center", "矛盾纠纷调解中心"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_that_is_said_plainly_is_a_limit() {
        for (rule, zh) in LIMITS {
            let rule = jiefen_terms::Law::shipped().rule(rule).unwrap();
            assert!(rule.local && !zh.is_empty(), "{}", rule.id);
        }
        assert_eq!(limit("T-D-01"), None);
    }

    #[test]
    fn a_unit_without_a_register_is_named_by_its_place() {
        assert_eq!(unit("640122101.centre".parse().unwrap()), "贺兰县金贵镇综治中心");
        assert_eq!(unit("640122.water".parse().unwrap()), "贺兰县承办单位");
    }
}
