//! What the petitioner is told, with which last day. Nobody else is told by a petition (T-L-12).

use jiefen_procedure::Notice;
use jiefen_vocab::TrackKind;

use super::fact::Fact;
use super::payload::{Branch, Reply};
use super::state::Ending;

fn notice(to: &[u32], form: &str, zh: impl Into<String>, rule: Option<&str>) -> Vec<Notice> {
    vec![Notice {
        to: to.to_vec(),
        form: form.to_owned(),
        zh: zh.into(),
        rule: rule.map(str::to_owned),
    }]
}

/// The petitioner's own limit on the way that the law provides.
pub(super) fn limit(branch: Branch, route: Option<TrackKind>) -> Option<&'static str> {
    match (branch, route) {
        (Branch::Arbitration, Some(TrackKind::LandArbitration)) => Some("T-I-01"),
        (Branch::Arbitration, Some(TrackKind::LabourArbitration)) => Some("T-H-05"),
        (Branch::Legal, Some(TrackKind::Litigation)) => Some("T-A-06"),
        (Branch::AdministrativeProcedure, Some(TrackKind::AdministrativeReconsideration)) => {
            Some("T-K-01")
        }
        (
            Branch::Legal
            | Branch::Arbitration
            | Branch::PartyAppeal
            | Branch::AdministrativeProcedure
            | Branch::DutyToAct
            | Branch::Opinion,
            _,
        ) => None,
    }
}

fn way(branch: Branch, route: Option<TrackKind>) -> String {
    let name = route.map_or(branch.zh(), TrackKind::zh);
    if branch.is_statutory() {
        return format!(
            "您反映的事项应当通过{name}解决，信访程序不再计算办理期限；请注意该途径的期限"
        );
    }
    format!("您反映的事项将由有权处理的机关、单位办理：{name}")
}

pub(super) fn of(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Received { to, .. } => {
            notice(to, "petition_receipt", "信访事项已登记，将在十五日内分类转送", Some("T-L-01"))
        }
        Fact::Classified { branch, route, to, .. } => {
            notice(to, "route", way(*branch, *route), limit(*branch, *route))
        }
        Fact::Forwarded { unit, to, .. } => {
            notice(to, "forwarded", format!("信访事项已转送 {unit} 办理"), None)
        }
        Fact::Designated { unit, to, .. } => {
            notice(to, "forwarded", format!("已指定 {unit} 办理您的信访事项"), None)
        }
        Fact::Told { branch, route, to, .. } => match branch {
            Some(branch) => notice(to, "told", way(*branch, *route), limit(*branch, *route)),
            None => notice(to, "told", "您反映的情况已经收到，将依规办理", None),
        },
        Fact::Replied { reply, to, .. } => notice(
            to,
            "reply",
            match reply {
                Reply::Adopted => "您的建议已经采纳或者部分采纳",
                Reply::NotAdopted => "您的建议已经研究，暂不采纳，理由见书面回复",
                Reply::Acted => "有关机关已经依法履行职责",
                Reply::Answered => "有关机关已经依法答复",
            },
            None,
        ),
        Fact::Accepted { to, .. } => {
            notice(to, "acceptance", "信访事项已受理，自受理之日起六十日内办结", Some("T-L-05"))
        }
        Fact::Extended { to, .. } => notice(
            to,
            "extension",
            "情况复杂，经负责人批准延长三十日，理由见书面告知",
            Some("T-L-05"),
        ),
        Fact::OpinionServed { to, .. } => notice(
            to,
            "remedies",
            "对处理意见不服的，可以自收到之日起三十日内请求上一级机关、单位复查",
            Some("T-L-06"),
        ),
        Fact::ReviewServed { to, .. } => notice(
            to,
            "remedies",
            "对复查意见不服的，可以自收到之日起三十日内请求上一级机关、单位复核",
            Some("T-L-07"),
        ),
        Fact::Closed { how, to, .. } => notice(to, "closed", closed(*how), None),
        Fact::ReportedUp { .. }
        | Fact::Recused { .. }
        | Fact::Assigned { .. }
        | Fact::Acknowledged { .. }
        | Fact::Objected { .. }
        | Fact::ObjectionLapsed { .. }
        | Fact::TellingExcused { .. }
        | Fact::OpinionGiven { .. }
        | Fact::ReviewAsked { .. }
        | Fact::ReviewGiven { .. }
        | Fact::RereviewAsked { .. }
        | Fact::HearingStarted { .. }
        | Fact::HearingEnded { .. }
        | Fact::RereviewGiven { .. } => Vec::new(),
    }
}

fn closed(how: Ending) -> &'static str {
    match how {
        Ending::InHand => "同一信访事项正在办理，本级不予受理，已并入原事项",
        Ending::RoadEnded => "同一事实和理由已经复核或者依法终结，不再受理",
        Ending::Routed(_) => "信访事项已导入法定途径，请按该途径办理",
        Ending::Transferred => "您反映的问题已按管理权限转有权机关处理",
        Ending::Answered => "信访事项已经回复",
        Ending::Settled => "信访事项已经调解或者和解",
        Ending::OpinionStands => "期满未请求复查，处理意见为最终意见",
        Ending::ReviewStands => "期满未请求复核，复查意见为最终意见",
        Ending::Terminated => "复核意见为信访程序的终结意见，同一事实和理由不再受理",
        Ending::Withdrawn => "信访事项已撤回",
    }
}
