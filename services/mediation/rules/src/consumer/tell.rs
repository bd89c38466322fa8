//! What others need to know of a case: outline, clocks, notices. Of the report only its author is told
//! (T-Q-09); the respondent's notices do not know of it.

use jiefen_procedure::{ClockEffect, Notice, Outline};

use super::{Ending, Fact, Ground, Over, Stage, State};
use crate::performing::{follow, followed, unfollow};
use crate::tells::{both, cancel, met, notice, notice_to, resume, start, stop};

/// The chart's code of where the case stands.
fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Received => ("received", "已收到"),
        Stage::Sorted => ("sorted", "待决定受理"),
        Stage::Mediating { .. } => ("mediating", "调解中"),
        Stage::Agreed { .. } => ("agreed", "达成调解协议"),
        Stage::Reporting { .. } => ("reporting", "核查中"),
        Stage::Ended { ending, .. } => match ending {
            Ending::Performed => ("performed", "协议已履行"),
            Ending::Broken => ("broken", "协议未履行"),
            Ending::Refused { .. } => ("refused", "不予受理"),
            Ending::Over { .. } => ("over", "终止调解"),
            Ending::ReportOnly => ("report_only", "核查完毕"),
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let (next_zh, next_en) = next(state);
    let open = !matches!(state.stage, Stage::Ended { .. });
    let person = state.officer.clone().filter(|_| open);
    Outline { kind: "consumer", state: code, state_zh: zh, open, next_zh, next_en, person }
}

fn next(state: &State) -> (String, String) {
    match &state.stage {
        Stage::Received => both("分拣来件内容", "sort the letter"),
        Stage::Sorted => both("决定是否受理并告知投诉人", "accept or refuse and tell"),
        Stage::Mediating { .. } => both("组织调解", "hold the next session"),
        Stage::Agreed { agreement } => agreement.next_zh_en(),
        Stage::Reporting { .. } => both("核查线索，决定是否立案", "check and decide on filing"),
        Stage::Ended { .. } => (String::new(), String::new()),
    }
}

/// The clocks.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Received { rule, on, .. } => vec![start("accept", rule, *on)],
        Fact::ReportOpened { rule, from, .. } => vec![start("check", rule, *from)],
        Fact::Accepted { rule, on, .. } => vec![met("accept"), start("mediate", rule, *on)],
        Fact::TestsBegun { counted: false, on } => vec![stop("mediate", *on)],
        Fact::TestsEnded { counted: false, on } => vec![resume("mediate", *on)],
        Fact::AgreementMade { draft, .. } => {
            std::iter::once(met("mediate")).chain(follow(draft)).collect()
        }
        Fact::ObligationPerformed { no, .. } => vec![followed(*no)],
        Fact::ComplaintEnded { open, .. } => {
            [met("accept"), cancel("mediate")].into_iter().chain(unfollow(open)).collect()
        }
        Fact::CheckExtended { days, .. } => {
            vec![ClockEffect::Extend { key: "check".to_owned(), units: *days }]
        }
        Fact::ReportDecided { .. } => vec![met("check")],
        Fact::Sorted { .. }
        | Fact::RepresentativesNamed { .. }
        | Fact::ConsentSaid { .. }
        | Fact::Entrusted { .. }
        | Fact::TestsBegun { counted: true, .. }
        | Fact::TestsEnded { counted: true, .. }
        | Fact::SessionHeld { .. } => Vec::new(),
    }
}

/// The ways that stay open (消费者权益保护法 39).
const WAYS: &str = "可以通过仲裁、民事诉讼等其他途径解决。";

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::ReportOpened { by: Some(by), .. } => vec![notice_to(
            &[*by],
            "report",
            "举报内容已与投诉分开，另行核查，举报人信息依法保密。",
            None,
        )],
        Fact::Accepted { edition, rule, .. } => vec![notice(
            "acceptance",
            format!("依照《{}》决定受理，经双方同意组织调解；调解自愿。", edition.zh()),
            Some(rule.as_str()),
        )],
        Fact::Entrusted { body, .. } => {
            vec![notice("entrusted", format!("委托{body}以本局名义调解。"), None)]
        }
        Fact::AgreementMade { .. } => vec![notice(
            "statement",
            format!(
                "调解书经双方签字后生效；不履行的，{WAYS}调解不免除经营者依法应当承担的其他法律责任。"
            ),
            None,
        )],
        Fact::ComplaintEnded { ending, right_body, .. } => {
            ended(*ending, right_body).into_iter().collect()
        }
        Fact::ReportDecided { filed, by: Some(by), .. } => {
            let zh = if *filed {
                "举报经核查已经立案。"
            } else {
                "举报经核查不予立案。"
            };
            vec![notice_to(&[*by], "report_decided", zh, None)]
        }
        Fact::Received { .. }
        | Fact::Sorted { .. }
        | Fact::ReportOpened { by: None, .. }
        | Fact::RepresentativesNamed { .. }
        | Fact::ConsentSaid { .. }
        | Fact::TestsBegun { .. }
        | Fact::TestsEnded { .. }
        | Fact::SessionHeld { .. }
        | Fact::ObligationPerformed { .. }
        | Fact::CheckExtended { .. }
        | Fact::ReportDecided { by: None, .. } => Vec::new(),
    }
}

fn ended(ending: Ending, right_body: &str) -> Option<Notice> {
    let (form, zh) = match ending {
        Ending::ReportOnly => return None,
        Ending::Performed => return Some(notice("performed", "调解协议已经履行。", None)),
        Ending::Refused { ground: Ground::NotOurs } => {
            ("refused", format!("不予受理：不属于本局职责，请向{right_body}提出；也"))
        }
        Ending::Refused { ground } => ("refused", format!("不予受理：{}，", reason(ground))),
        Ending::Broken => ("broken", "调解协议没有履行，".to_owned()),
        Ending::Over { over } => ("over", format!("终止调解：{}，", over_zh(over))),
    };
    Some(notice(form, format!("{zh}{WAYS}"), Some("T-A-06")))
}

fn reason(ground: Ground) -> &'static str {
    match ground {
        Ground::NotOurs => "不属于本局职责",
        Ground::HandledElsewhere => "其他机构已经受理或者处理",
        Ground::OtherMediator => "其他调解组织已经受理或者处理",
        Ground::NotConsumer => "不是消费者权益争议",
        Ground::OverThreeYears { .. } => "已经超过三年",
        Ground::PapersMissing => "未提供规定的材料",
        Ground::FalsePapers => "提供虚假材料",
        Ground::Impersonation => "冒用他人名义或者拒不配合核验身份",
    }
}

fn over_zh(over: Over) -> &'static str {
    match over {
        Over::Withdrawn => "投诉人撤回投诉",
        Over::SettledPrivately => "双方自行和解",
        Over::TestsNotAgreed => "对鉴定、检测机构或者费用无法协商一致",
        Over::Refuses { .. } => "一方不参加或者拒绝调解",
        Over::NoAgreement => "无法达成调解协议",
        Over::TermOver => "期限届满未达成调解协议",
        Over::GroundFound { ground } => reason(ground),
        Over::PartyGone => "一方死亡或者主体资格灭失",
    }
}
