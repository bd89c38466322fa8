//! Whom a fact must be told, in which words, with which last day.

use jiefen_procedure::Notice;
use jiefen_vocab::PartyRole;

use super::codes::{Paper, RefusalGround};
use super::fact::{Fact, right};
use super::state::Ending;

fn notice(to: &[u32], form: &str, zh: impl Into<String>, rule: Option<&str>) -> Notice {
    Notice { to: to.to_vec(), form: form.to_owned(), zh: zh.into(), rule: rule.map(str::to_owned) }
}

fn all(form: &str, zh: impl Into<String>, rule: Option<&str>) -> Vec<Notice> {
    vec![notice(&[], form, zh, rule)]
}

pub(super) fn of(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::TakenOver { .. }
        | Fact::Applied { .. }
        | Fact::Accepted { .. }
        | Fact::AcceptanceLapsed { .. }
        | Fact::CopyServed { .. }
        | Fact::TribunalFormed { .. }
        | Fact::TripartiteFormed { .. }
        | Fact::ArbitratorReplaced { .. } => at_the_door(fact),
        Fact::Simplified { .. }
        | Fact::DefenceShortened { .. }
        | Fact::HearingNotifiedSimply { .. }
        | Fact::ConvertedToOrdinary { .. } => simplified(fact),
        Fact::HearingNotified { .. }
        | Fact::PostponementDecided { .. }
        | Fact::DeemedWithdrawn { .. }
        | Fact::StatementMade { .. }
        | Fact::StatementEffective { .. }
        | Fact::AdvanceOrdered { .. }
        | Fact::Stayed { .. }
        | Fact::Resumed { .. }
        | Fact::Extended { .. }
        | Fact::TermRestarted { .. } => in_the_trial(fact),
        Fact::AwardOverdue { .. }
        | Fact::Awarded { .. }
        | Fact::Received { .. }
        | Fact::SetAsideAsked { .. }
        | Fact::SetAsideRuled { .. }
        | Fact::PartAwarded { .. }
        | Fact::PartsLeft { .. }
        | Fact::PartSetAsideAsked { .. }
        | Fact::PartSetAsideRuled { .. } => after_the_trial(fact),
        Fact::Closed { how, applicants, .. } => closed(*how, applicants),
        Fact::Contacted { .. }
        | Fact::NoticeConfirmed { .. }
        | Fact::CollectiveContractMarked { .. }
        | Fact::Guided { .. }
        | Fact::DefenceFiled { .. }
        | Fact::DefenceForwarded { .. }
        | Fact::LimitationRaised { .. }
        | Fact::Represented { .. }
        | Fact::HearingHeld { .. }
        | Fact::MediationFailed { .. }
        | Fact::StatementSigned { .. }
        | Fact::StatementRejected { .. }
        | Fact::RightLapsed { .. }
        | Fact::Sued { .. }
        | Fact::SuedOnSilence { .. }
        | Fact::Withdrawn { .. } => Vec::new(),
    }
}

/// From the application to the tribunal.
#[allow(clippy::wildcard_enum_match_arm, reason = "called for these facts only")]
fn at_the_door(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::TakenOver { brief, .. } => {
            let applicants = brief.parties.iter().filter(|p| p.role == PartyRole::Applicant);
            let to: Vec<u32> = applicants.map(|party| party.no).collect();
            let zh =
                "仲裁委员会已收到您的争议材料；请提交书面仲裁申请，书写确有困难的，可以口头申请";
            vec![notice(&to, "how_to_apply", zh, None)]
        }
        Fact::Applied { collective: true, .. } => all(
            "application_receipt",
            "已收到集体争议的仲裁申请，优先立案，五日内决定是否受理",
            Some("T-H-06"),
        ),
        Fact::Applied { collective: false, .. } => {
            all("application_receipt", "已收到仲裁申请，将在五日内决定是否受理", Some("T-H-06"))
        }
        Fact::Accepted { collective: true, .. } => all(
            "acceptance",
            "集体争议已优先受理，由三名仲裁员组成仲裁庭；五日内一次性告知仲裁庭组成、答辩和举证期限、开庭时间地点；可以推举三至五名代表，代表变更、放弃、承认请求或者和解须经本人同意；开庭前可以协商或者先行调解；劳动争议仲裁不收费",
            Some("T-H-09"),
        ),
        Fact::Accepted { collective: false, .. } => {
            all("acceptance", "仲裁申请已受理；劳动争议仲裁不收费", Some("T-H-09"))
        }
        Fact::AcceptanceLapsed { applicants, .. } => vec![notice(
            applicants,
            "remedies",
            "仲裁委员会逾期未作出是否受理的决定，您可以就该劳动争议向人民法院起诉",
            None,
        )],
        Fact::CopyServed { party, .. } => vec![notice(
            &[*party],
            "defence",
            "请在收到申请书副本之日起十日内提交答辩书；不提交的，不影响仲裁进行",
            Some("T-H-07.defence"),
        )],
        Fact::TribunalFormed { .. } | Fact::TripartiteFormed { .. } => {
            all("tribunal", "仲裁庭已经组成；认为仲裁员应当回避的，可以提出", None)
        }
        Fact::ArbitratorReplaced { .. } => all("tribunal", "仲裁员已回避并更换", None),
        _ => Vec::new(),
    }
}

/// Simplified handling (case rules 56 to 61).
#[allow(clippy::wildcard_enum_match_arm, reason = "called for these facts only")]
fn simplified(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Simplified { .. } => all(
            "simplified",
            "案件决定简易处理，可以由一名仲裁员独任仲裁；调解书、裁决书仍依法送达",
            Some("T-H-09"),
        ),
        Fact::DefenceShortened { party, until, .. } => {
            let zh = match until {
                Some(day) => format!("经您同意，答辩期限缩短至 {day}"),
                None => "经您同意，取消答辩期".to_owned(),
            };
            vec![notice(&[*party], "defence", zh, None)]
        }
        Fact::HearingNotifiedSimply { hearing_on, .. } => all(
            "hearing",
            format!(
                "定于 {hearing_on} 开庭，请确认收到本通知；未经确认的，不按撤回申请处理，不缺席裁决"
            ),
            None,
        ),
        Fact::ConvertedToOrdinary { .. } => all(
            "simplified",
            "案件不宜简易处理，转为一般程序；仲裁期限自受理之日起计算，双方已确认的事实可以不再举证、质证",
            Some("T-H-09"),
        ),
        _ => Vec::new(),
    }
}

/// Hearing, mediation, stays, term.
#[allow(clippy::wildcard_enum_match_arm, reason = "called for these facts only")]
fn in_the_trial(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::HearingNotified { hearing_on, .. } => all(
            "hearing",
            format!(
                "定于 {hearing_on} 开庭；申请人无正当理由不到庭的，视为撤回申请，被申请人不到庭的，可以缺席裁决"
            ),
            None,
        ),
        Fact::PostponementDecided { party, granted, .. } => {
            let zh = if *granted {
                "同意延期开庭，日期另行通知"
            } else {
                "不同意延期开庭，请按通知到庭"
            };
            if *granted {
                all("hearing", zh, None)
            } else {
                vec![notice(&[*party], "hearing", zh, None)]
            }
        }
        Fact::DeemedWithdrawn { applicants, .. } => {
            vec![notice(applicants, "withdrawal", "无正当理由不到庭，按撤回仲裁申请处理", None)]
        }
        Fact::StatementMade { .. } => {
            all("statement", "调解书经各方签收后发生法律效力；签收前反悔的，将及时裁决", None)
        }
        Fact::StatementEffective { .. } => {
            all("statement", "调解书已经各方签收，发生法律效力，可以申请执行", None)
        }
        Fact::AdvanceOrdered { worker, .. } => {
            vec![notice(&[*worker], "advance", "已裁决先予执行，移送人民法院执行", None)]
        }
        Fact::Stayed { .. } => all("stay", "案件中止审理，中止期间不计入仲裁期限", None),
        Fact::Resumed { .. } => all("stay", "案件恢复审理", Some("T-H-09")),
        Fact::Extended { .. } => {
            all("extension", "案情复杂，经仲裁委员会主任批准延期十五日", Some("T-H-09"))
        }
        Fact::TermRestarted { .. } => all("extension", "仲裁期限依法重新计算", Some("T-H-09")),
        _ => Vec::new(),
    }
}

/// Delay, award, remedies.
#[allow(clippy::wildcard_enum_match_arm, reason = "called for these facts only")]
fn after_the_trial(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::AwardOverdue { hearing_set, .. } => all(
            "remedies",
            match hearing_set {
                Some(day) => format!(
                    "仲裁期限已届满；已定于 {day} 开庭，开庭后仍未裁决的，可以向人民法院起诉"
                ),
                None => "仲裁期限已届满，仍未裁决，您可以就该劳动争议向人民法院起诉".to_owned(),
            },
            None,
        ),
        Fact::Awarded { .. } => {
            all("award", "裁决已经作出，裁决书将送达各方；期限自各方本人收到之日起分别计算", None)
        }
        Fact::Received { paper, party, employer, .. } => vec![remedy(*paper, *party, *employer)],
        Fact::PartAwarded { .. } => all(
            "part_award",
            "事实已经清楚的部分已先行裁决，其余请求继续审理；期限自各方本人收到先行裁决书之日起分别计算",
            None,
        ),
        Fact::PartsLeft { .. } => {
            all("part_award", "其余请求已经了结；对先行裁决仍可在各自期限内行使权利", None)
        }
        Fact::SetAsideAsked { .. } | Fact::PartSetAsideAsked { .. } => {
            all("set_aside", "用人单位已向中级人民法院申请撤销终局裁决，申请期间中止执行", None)
        }
        Fact::SetAsideRuled { set_aside, .. } | Fact::PartSetAsideRuled { set_aside, .. } => {
            let zh = if *set_aside {
                "终局裁决已被裁定撤销，可以自收到裁定书之日起十五日内起诉"
            } else {
                "撤销申请已被驳回，裁决继续执行"
            };
            all("set_aside", zh, set_aside.then_some("T-H-15.sue"))
        }
        _ => Vec::new(),
    }
}

fn remedy(paper: Paper, party: u32, employer: bool) -> Notice {
    let zh = match (paper, employer) {
        (Paper::Final | Paper::PartFinal, false) => {
            "终局裁决已生效；不服的，可以自收到之日起十五日内向基层人民法院起诉"
        }
        (Paper::Final | Paper::PartFinal, true) => {
            "终局裁决已生效；有法定情形的，可以自收到之日起三十日内向中级人民法院申请撤销，不能起诉"
        }
        (Paper::NonFinal | Paper::PartNonFinal, _) => {
            "不服裁决的，可以自收到之日起十五日内起诉；期满不起诉的，裁决生效"
        }
        (Paper::Ruling | Paper::PartRuling, _) => {
            "裁决已被撤销，可以自收到裁定书之日起十五日内起诉"
        }
    };
    notice(&[party], "remedies", zh, Some(right(paper, employer).1))
}

fn closed(how: Ending, applicants: &[u32]) -> Vec<Notice> {
    match how {
        Ending::NotApplied => vec![notice(
            applicants,
            "not_applied",
            "没有收到仲裁申请，仲裁委员会办理结束；您仍可在时效内申请",
            Some("T-H-05"),
        )],
        Ending::HandedOn => all("transfer", "争议已移送其他单位办理", None),
        Ending::Refused(RefusalGround::NotOurs) => vec![notice(
            applicants,
            "remedies",
            "不属于本仲裁委员会管辖，不予受理；请向有管辖权的仲裁委员会申请，也可以向人民法院起诉",
            None,
        )],
        Ending::Refused(
            RefusalGround::OutOfScope
            | RefusalGround::NoClearClaim
            | RefusalGround::WrongParties
            | RefusalGround::AlreadyDecided,
        ) => vec![notice(applicants, "remedies", "不予受理；您可以就该争议向人民法院起诉", None)],
        Ending::Withdrawn => {
            all("withdrawal", "仲裁申请已撤回，案件结束；仍可在时效内再次申请", Some("T-H-05"))
        }
        Ending::Settled => all("settlement", "争议已经调解或者和解，案件结束", None),
        Ending::InCourt => all("remedies", "已向人民法院起诉，仲裁案件终止审理", None),
        Ending::Concluded => {
            all("effect", "各方的期限均已届满或者权利已经行使，仲裁案件结束", None)
        }
    }
}
