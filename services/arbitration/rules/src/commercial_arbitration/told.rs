//! Whom a fact must be told, in which words, with which last day.

use jiefen_procedure::Notice;
use jiefen_vocab::PartyRole;

use super::{Duty, Ending, Fact, Ground};

fn notice(to: &[u32], form: &str, zh: &str, rule: Option<&str>) -> Vec<Notice> {
    let (form, zh, rule) = (form.to_owned(), zh.to_owned(), rule.map(str::to_owned));
    vec![Notice { to: to.to_vec(), form, zh, rule }]
}

fn all(form: &str, zh: &str, rule: Option<&str>) -> Vec<Notice> {
    notice(&[], form, zh, rule)
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::TakenOver { .. }
        | Fact::Applied { .. }
        | Fact::Accepted { .. }
        | Fact::CopyServed { .. }
        | Fact::Objected { .. }
        | Fact::ObjectionDismissed { .. }
        | Fact::SuitBarred { .. }
        | Fact::MeasureAsked { .. }
        | Fact::TribunalFormed { .. }
        | Fact::Disclosed { .. }
        | Fact::ChallengeDecided { .. }
        | Fact::Repeated { .. }
        | Fact::HearingNotified { .. }
        | Fact::PostponementDecided { .. }
        | Fact::StatementMade { .. }
        | Fact::Stayed { .. }
        | Fact::Resumed { .. } => before_the_award(fact),
        Fact::DutyOverdue { .. }
        | Fact::Awarded { .. }
        | Fact::Received { .. }
        | Fact::Corrected { .. }
        | Fact::SetAsideAsked { .. }
        | Fact::Remitted { .. }
        | Fact::BegunAgain { .. }
        | Fact::DeclinedAgain { .. }
        | Fact::SetAsideDismissed { .. } => after_the_award(fact),
        Fact::Closed { how, .. } => {
            let (form, zh) = closed(*how);
            all(form, zh, None)
        }
        Fact::DefenceFiled { .. }
        | Fact::DefenceForwarded { .. }
        | Fact::AdHocFiled { .. }
        | Fact::Challenged { .. }
        | Fact::OnlineOpposed { .. }
        | Fact::HearingHeld { .. }
        | Fact::MediationFailed { .. }
        | Fact::StatementSigned { .. }
        | Fact::StatementRejected { .. }
        | Fact::CorrectionAsked { .. }
        | Fact::RightLapsed { .. } => Vec::new(),
    }
}

#[allow(clippy::wildcard_enum_match_arm, reason = "called for these facts only")]
fn before_the_award(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::TakenOver { brief, .. } => {
            let side = brief.parties.iter().filter(|party| party.role == PartyRole::Applicant);
            let to: Vec<u32> = side.map(|party| party.no).collect();
            let zh = "已收到您的材料；申请仲裁须有仲裁协议，请递交仲裁协议和仲裁申请书；没有仲裁协议的，可以起诉";
            notice(&to, "how_to_apply", zh, Some("T-A-06"))
        }
        Fact::Applied { .. } => {
            all("application_receipt", "已收到仲裁申请，五日内决定是否受理", Some("T-J-01"))
        }
        Fact::Accepted { .. } => all(
            "acceptance",
            "仲裁申请已受理，请按仲裁规则选定仲裁员、交纳费用；对仲裁协议效力有异议的，在首次开庭前提出",
            None,
        ),
        Fact::CopyServed { party, .. } => notice(
            &[*party],
            "defence",
            "请在仲裁规则规定的期限内答辩，可以提出反请求；不答辩的不影响仲裁",
            None,
        ),
        Fact::Objected { objection } => all(
            "objection",
            &format!("已对仲裁协议效力提出异议，由{}决定", objection.of.zh()),
            None,
        ),
        Fact::ObjectionDismissed { by, .. } => {
            all("objection", &format!("{}认定仲裁协议有效，仲裁继续进行", by.zh()), None)
        }
        Fact::SuitBarred { .. } => {
            all("suit", "双方有仲裁协议，法院不予受理或者已驳回起诉，仲裁继续进行", None)
        }
        Fact::MeasureAsked { party, what, .. } => {
            notice(&[*party], "measure", &format!("{}申请已提交人民法院", what.zh()), None)
        }
        Fact::TribunalFormed { .. } => {
            all("tribunal", "仲裁庭已经组成；认为仲裁员应当回避的，在首次开庭前提出", None)
        }
        Fact::Disclosed { .. } => {
            all("disclosure", "仲裁员已书面披露可能影响独立公正的情形，可以申请回避", None)
        }
        Fact::ChallengeDecided { replacement, .. } => match replacement {
            Some(_) => all("tribunal", "仲裁员已回避并更换；可以请求重新进行已进行的程序", None),
            None => all("tribunal", "回避申请已决定，不予更换", None),
        },
        Fact::Repeated { .. } => all("hearing", "仲裁庭决定重新进行已进行的程序", None),
        Fact::HearingNotified { hearing_on, .. } => all(
            "hearing",
            &format!(
                "定于{hearing_on}开庭；申请人无正当理由不到庭的，可以视为撤回，被申请人不到庭的，可以缺席裁决；不同意在线的，请明确表示"
            ),
            None,
        ),
        Fact::PostponementDecided { party, granted, .. } => match granted {
            true => all("hearing", "同意延期开庭，日期另行通知", None),
            false => notice(&[*party], "hearing", "不同意延期，请按通知到庭", None),
        },
        Fact::StatementMade { .. } => {
            all("statement", "调解书经双方签收后生效；签收前反悔的，将及时裁决", None)
        }
        Fact::Stayed { .. } => all("stay", "仲裁程序中止", None),
        Fact::Resumed { .. } => all("stay", "仲裁程序恢复", None),
        _ => Vec::new(),
    }
}

#[allow(clippy::wildcard_enum_match_arm, reason = "called for these facts only")]
fn after_the_award(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::DutyOverdue { duty: Duty::Acceptance, .. } => {
            all("overdue", "五日内没有决定是否受理，请催告仲裁机构", None)
        }
        Fact::DutyOverdue { duty: Duty::Award, .. } => {
            all("overdue", "组庭已满四个月尚未裁决，请以仲裁规则的期限为准", None)
        }
        Fact::Awarded { .. } => all(
            "award",
            "裁决书自作出之日起发生法律效力，一裁终局；不履行的，可以向中级人民法院申请执行",
            None,
        ),
        Fact::Received { party, .. } => [
            notice(
                &[*party],
                "correction",
                "文字、计算错误或者遗漏已裁决事项的，可以自收到裁决书之日起三十日内请求补正",
                Some("T-J-05"),
            ),
            notice(
                &[*party],
                "remedies",
                "有法定情形的，可以自收到裁决书之日起在期限内向仲裁机构所在地的中级人民法院申请撤销；不得另行起诉",
                Some("T-J-06"),
            ),
        ]
        .concat(),
        Fact::Corrected { .. } => all("correction", "裁决书已补正", None),
        Fact::SetAsideAsked { .. } => {
            all("set_aside", "已申请撤销裁决，执行程序应当中止，法院两个月内裁定", Some("T-J-07"))
        }
        Fact::Remitted { by, .. } => {
            all("set_aside", &format!("法院通知在{by}前重新仲裁，撤销程序中止"), None)
        }
        Fact::BegunAgain { .. } => {
            all("set_aside", "仲裁庭已开始重新仲裁，法院终结撤销程序；将另行作出裁决", None)
        }
        Fact::DeclinedAgain { .. } => {
            all("set_aside", "没有重新仲裁，法院恢复撤销程序", Some("T-J-07"))
        }
        Fact::SetAsideDismissed { .. } => {
            all("set_aside", "撤销申请已被驳回，恢复执行；不得以相同理由申请不予执行", None)
        }
        _ => Vec::new(),
    }
}

fn closed(how: Ending) -> (&'static str, &'static str) {
    match how {
        Ending::NotApplied => ("not_applied", "没有收到仲裁申请，办理结束"),
        Ending::Refused { ground: Ground::NoAgreement } => {
            ("remedies", "不予受理：没有仲裁协议或者没有约定本机构；可以补充协议后再申请，或者起诉")
        }
        Ending::Refused { ground: Ground::NotArbitrable } => {
            ("remedies", "不予受理：依法不能商事仲裁；请走告知的法定途径")
        }
        Ending::Refused { ground: Ground::NoClearClaim } => {
            ("remedies", "不予受理：没有具体的请求和事实、理由；可以补正后再申请")
        }
        Ending::Refused { ground: Ground::AlreadyDecided } => {
            ("remedies", "不予受理：已有生效裁判或者仲裁裁决，可以申请执行")
        }
        Ending::NoAgreement => ("remedies", "没有有效的仲裁协议，仲裁案件撤销，可以向人民法院起诉"),
        Ending::Waived => {
            ("remedies", "在法院首次开庭前没有提出仲裁协议，视为放弃，由人民法院继续审理")
        }
        Ending::Withdrawn => ("withdrawal", "仲裁申请已撤回；反悔的，可以根据仲裁协议再次申请"),
        Ending::Settled => {
            ("statement", "调解书已经双方签收生效，与裁决书有同等效力，可以申请执行")
        }
        Ending::Concluded => {
            ("effect", "裁决有效，各方撤销的权利已经用尽或者届满；不履行的，可以申请执行")
        }
        Ending::SetAside => ("remedies", "裁决已被撤销；可以重新达成仲裁协议申请仲裁，也可以起诉"),
        Ending::NotEnforced => {
            ("remedies", "裁决不予执行；可以重新达成仲裁协议申请仲裁，也可以起诉")
        }
    }
}
