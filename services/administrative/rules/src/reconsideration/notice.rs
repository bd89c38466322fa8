//! Whom a fact must be told, in which words, with which last day.

use jiefen_procedure::Notice;

use super::fact::Fact;
use super::key;
use super::payload::{Head, Track};
use super::state::{Ending, Upshot};

fn to(parties: &[u32], form: &str, zh: impl Into<String>, rule: Option<&str>) -> Vec<Notice> {
    vec![Notice {
        to: parties.to_vec(),
        form: form.to_owned(),
        zh: zh.into(),
        rule: rule.map(str::to_owned),
    }]
}

fn all(form: &str, zh: impl Into<String>, rule: Option<&str>) -> Vec<Notice> {
    to(&[], form, zh, rule)
}

pub(super) fn of(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::CorrectionServed { .. }
        | Fact::CorrectionExtended { .. }
        | Fact::Accepted { .. }
        | Fact::Applied { .. } => of_the_door(fact),
        Fact::Converted { .. }
        | Fact::CopyServed { .. }
        | Fact::HearingNotified { .. }
        | Fact::MediationBegun { .. }
        | Fact::MediationEnded { .. }
        | Fact::Suspended { .. }
        | Fact::Resumed { .. }
        | Fact::Extended { .. } => of_the_review(fact),
        Fact::HearingHeld { head: Head::NobodyCame, .. } => {
            all("finding", "被申请人负责人未参加听证，也未说明理由、委托工作人员，已记录在案", None)
        }
        Fact::StatementInForce { .. } => {
            all("statement", "调解书已经各方签字并加盖印章，发生法律效力，应当履行", None)
        }
        Fact::DecisionOverdue { applicants, .. } => to(
            applicants,
            "remedies",
            "复议期限届满未作决定，可以自期满之日起十五日内起诉",
            Some(key::SUIT_RULE),
        ),
        Fact::WithdrawalRuled { party, granted: false, .. } => {
            to(&[*party], "withdrawal", "不准予撤回，继续审理", None)
        }
        Fact::Served { party, may_sue: true, .. } => to(
            &[*party],
            "remedies",
            "不服的，可以自收到之日起十五日内向人民法院起诉；逾期不起诉又不履行的，可以强制执行",
            Some(key::SUIT_RULE),
        ),
        Fact::Decided { result, competent, .. } => decided(result, competent.as_deref()),
        Fact::Pressed { by, .. } => all(
            "performance",
            format!("责令被申请人在 {by} 前履行；仍不履行的，依法约谈、通报、移送处分"),
            None,
        ),
        Fact::Closed { how, .. } => closed(*how),
        Fact::ActDescribed { .. }
        | Fact::CorrectionAsked { .. }
        | Fact::Corrected { .. }
        | Fact::ReviewerNamed { .. }
        | Fact::MarkedMajor { .. }
        | Fact::MarkedTechnical { .. }
        | Fact::CommitteeConsulted { .. }
        | Fact::AdviceRecorded { .. }
        | Fact::Replied { .. }
        | Fact::ReplyLapsed { .. }
        | Fact::PartiesHeard { .. }
        | Fact::HearingHeld { .. }
        | Fact::StatementMade { .. }
        | Fact::StatementSigned { .. }
        | Fact::WithdrawalAsked { .. }
        | Fact::WithdrawalRuled { .. }
        | Fact::Served { .. }
        | Fact::Sued { .. }
        | Fact::SuitLapsed { .. }
        | Fact::Performed { .. }
        | Fact::Enforced { .. }
        | Fact::OpinionGiven { .. }
        | Fact::OpinionReported { .. }
        | Fact::ReportsComplete { .. } => Vec::new(),
    }
}

fn decided(result: &Upshot, competent: Option<&str>) -> Vec<Notice> {
    let zh = match (result, competent) {
        (Upshot::Refused(_), Some(body)) => {
            format!("不予受理，请向{body}申请；不服的，也可以依法起诉")
        }
        (Upshot::Refused(_), None) => {
            "不予受理；不服的，可以依法起诉，未规定复议前置的也可以对原行政行为起诉".to_owned()
        }
        (Upshot::Dismissed(_), _) => {
            "受理后发现不符合受理条件，驳回申请；不服的，可以依法起诉".to_owned()
        }
        (Upshot::Decision(_) | Upshot::Mediated, _) => {
            "复议决定已经作出，期限自各方本人收到之日起分别计算".to_owned()
        }
    };
    all("decision", zh, None)
}

fn closed(how: Ending) -> Vec<Notice> {
    let zh = match how {
        Ending::Abandoned => "逾期不补正，视为放弃申请；仍在法定申请期限内的，可以再次申请",
        Ending::Withdrawn => "准予撤回，案件终止",
        Ending::Settled => {
            "和解后准予撤回，案件终止；除撤回违背真实意愿外，不得以同一事实和理由再次申请"
        }
        Ending::Terminated(_) | Ending::SuspensionOver(_) => {
            "案件终止；对原行政行为仍有起诉期限的，可以依法起诉"
        }
        Ending::InCourt => "已向人民法院起诉，复议案件结束",
        Ending::NotOpen | Ending::Concluded => "各方的起诉期限已过，复议案件结束",
        Ending::Mediated => "调解书已送达各方，复议案件结束",
        Ending::Performed => "已经履行，复议案件结束",
        Ending::Enforced(_) => "已转入强制执行，复议案件结束",
    };
    all("closing", zh, None)
}

/// From the application to acceptance.
#[allow(clippy::wildcard_enum_match_arm, reason = "the caller sends only its own facts")]
fn of_the_door(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::CorrectionServed { .. } => all(
            "correction",
            "请在收到补正通知之日起十日内补正；无正当理由逾期不补正的，视为放弃申请",
            Some("T-K-03.answer"),
        ),
        Fact::CorrectionExtended { days, .. } => {
            all("correction", format!("补正期限延长{days}个工作日"), None)
        }
        Fact::Accepted { deemed, track, .. } => all(
            "acceptance",
            if *deemed {
                "审查期限届满未作决定，行政复议申请视为受理；复议不收费，复议期间不得就同一行为起诉"
            } else {
                "行政复议申请已受理；复议不收费，复议期间不得就同一行为起诉"
            },
            Some(track.decide_rule()),
        ),
        Fact::Applied { .. } => {
            all("receipt", "已收到行政复议申请，将在五日内审查", Some("T-K-02"))
        }
        _ => Vec::new(),
    }
}

/// Procedure, copy, hearing, term.
#[allow(clippy::wildcard_enum_match_arm, reason = "the caller sends only its own facts")]
fn of_the_review(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Converted { .. } => {
            all("procedure", "案件转为普通程序审理", Some(Track::Ordinary.decide_rule()))
        }
        Fact::CopyServed { party, track, .. } => to(
            &[*party],
            "reply",
            "请在收到申请书副本之日起的期限内提出书面答复并提交证据、依据；逾期不提交的，视为没有证据、依据",
            Some(track.reply_rule()),
        ),
        Fact::HearingNotified { hearing_on, .. } => all(
            "hearing",
            format!(
                "定于 {hearing_on} 举行听证；申请人无正当理由不参加的，视为放弃听证权利；\
                 被申请人的负责人应当参加，不能参加的应当书面说明理由并委托工作人员参加"
            ),
            None,
        ),
        Fact::MediationBegun { .. } => {
            all("mediation", "各方同意调解，复议中止；可以随时退出，退出后恢复审理", None)
        }
        Fact::MediationEnded { .. } => all("mediation", "调解未达成协议，恢复审理", None),
        Fact::Suspended { ground, .. } => all(
            "suspension",
            "行政复议中止；原因消除后及时恢复审理",
            ground.ends_the_case().then_some("T-K-12"),
        ),
        Fact::Resumed { .. } => all("suspension", "行政复议恢复审理", None),
        Fact::Extended { days, .. } => {
            all("extension", format!("情况复杂，经批准延长{days}日"), None)
        }
        _ => Vec::new(),
    }
}
