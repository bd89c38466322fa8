//! The notices of the umbrella (告知制度, C-239): what falls due with which fact.

use jiefen_procedure::Notice;

use super::fact::Fact;

/// Notices of which the file needs a proof, or a documented attempt, before it closes (I6).
const PROVED: &[&str] = &["agreement", "decision", "ended", "withdrawn", "breach"];

/// True when the umbrella cannot close before this notice is proved (I6).
pub fn needs_proof(form: &str) -> bool {
    PROVED.contains(&form)
}

/// The notices that fall due with a fact, to all parties.
pub fn notices(fact: &Fact) -> Vec<Notice> {
    let told = arrival(fact).or_else(|| handling(fact)).or_else(|| ending(fact));
    let notice = |(form, zh, rule): Told<'_>| Notice {
        to: Vec::new(),
        form: form.to_owned(),
        zh,
        rule: rule.map(str::to_owned),
    };
    told.map(notice).into_iter().collect()
}

/// Form, words, rule whose last day is told.
type Told<'a> = (&'static str, String, Option<&'a str>);

#[expect(clippy::wildcard_enum_match_arm, reason = "facts of other phases")]
fn arrival(fact: &Fact) -> Option<Told<'_>> {
    Some(match fact {
        Fact::InquiryRecorded(contact) => (
            "receipt",
            format!(
                "已收到您反映的事项，回执编号 {}，首问单位负责到其他单位接收为止。",
                contact.receipt
            ),
            None,
        ),
        Fact::Registered { interrupted_on, .. } => {
            ("registered", format!("已登记。诉讼时效自{interrupted_on}起中断。"), None)
        }
        Fact::Answered { .. } => ("advice", "答复意见见附页，由答复人签名。".to_owned(), None),
        Fact::TakenOver(taken) => {
            ("taken_over", format!("纠纷已由{}接收办理。", taken.by.unit), None)
        }
        Fact::Merged { .. } => {
            ("merged", "本件与在办的同一纠纷合并办理，原编号继续有效。".to_owned(), None)
        }
        Fact::Unmerged { .. } => ("unmerged", "本件恢复单独办理。".to_owned(), None),
        Fact::RoutesOffered { .. } => (
            "routes",
            "可以选择的途径及其费用、时间、效力见附表。".to_owned(),
            Some("policy.route_choice"),
        ),
        _ => return None,
    })
}

#[expect(clippy::wildcard_enum_match_arm, reason = "facts of other phases")]
fn handling(fact: &Fact) -> Option<Told<'_>> {
    Some(match fact {
        Fact::OwnTrackOpened { unit, .. } => ("handling", format!("由{unit}办理。"), None),
        Fact::Accepted { unit, moves: true, .. } | Fact::EscalationAccepted { unit, .. } => {
            ("handed_over", format!("纠纷已由{unit}接收办理。"), None)
        }
        Fact::DesignationFinal { unit, .. } => {
            ("handed_over", format!("已确定由{unit}负责办理。"), None)
        }
        Fact::Escalated { .. } => {
            ("escalated", "纠纷已上报上级综治中心组织办理。".to_owned(), None)
        }
        Fact::ReturnedDown { unit, .. } => {
            ("returned", format!("上级综治中心已指导并交由{unit}办理。"), None)
        }
        Fact::Suspended { .. } => ("suspended", "办理中止，原因消除后恢复。".to_owned(), None),
        Fact::Resumed { .. } => ("resumed", "办理恢复。".to_owned(), None),
        _ => return None,
    })
}

#[expect(clippy::wildcard_enum_match_arm, reason = "facts of other phases")]
fn ending(fact: &Fact) -> Option<Told<'_>> {
    Some(match fact {
        Fact::AgreementMade { confirmable: true, .. } => (
            "agreement",
            "协议已经生效。双方可以共同向人民法院申请司法确认。".to_owned(),
            Some("T-D-01"),
        ),
        Fact::AgreementMade { .. } => {
            ("agreement", "协议已经生效，请按约定履行。".to_owned(), None)
        }
        Fact::DecisionMade { remedy, .. } => (
            "decision",
            "决定已经作出。不服的，可以在收到之日起的期限内依法寻求救济。".to_owned(),
            remedy.as_deref(),
        ),
        Fact::ConfirmationEnded(end) if end.confirmed => (
            "confirmed",
            "人民法院已裁定确认协议有效。一方不履行的，另一方可以申请强制执行。".to_owned(),
            Some("T-D-10"),
        ),
        Fact::ConfirmationEnded(_) => (
            "not_confirmed",
            "司法确认没有办成，协议仍有合同效力，请按约定履行；不履行的可以就协议起诉。".to_owned(),
            None,
        ),
        Fact::WentUnresolved { .. } => (
            "ended",
            "本次办理未能化解，您可以依法通过仲裁、行政、司法等途径维护权利。".to_owned(),
            Some("policy.route_choice"),
        ),
        Fact::Withdrawn { all: true, .. } => {
            ("withdrawn", "申请已经撤回，不影响您再次申请或者依法起诉。".to_owned(), None)
        }
        Fact::Breached { enforceable: true, .. } => {
            ("breach", "协议未履行，权利人可以申请强制执行。".to_owned(), None)
        }
        Fact::Breached { .. } => {
            ("breach", "协议未履行，权利人可以就协议起诉或者选择其他途径。".to_owned(), None)
        }
        Fact::Closed { .. } => ("survey", "纠纷已经结案，请评价办理情况。".to_owned(), None),
        Fact::Reopened { .. } => ("reopened", "纠纷已重新办理，原编号不变。".to_owned(), None),
        _ => return None,
    })
}
