//! What others need to know of a case: outline, clocks, notices.

use jiefen_procedure::{ClockEffect, Notice, Outline};

use super::{Ending, Fact, Harm, Over, Stage, Standing, State};
use crate::agreement::Agreement;
use crate::performing::{follow, followed, unfollow};
use crate::tells::{both, cancel, met, notice, start};

/// The chart's code of where the case stands.
fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Surveyed => ("surveyed", "待认定"),
        Stage::Testing => ("testing", "检验鉴定中"),
        Stage::Certified { .. } => ("certified", "已认定待送达"),
        Stage::Requestable { .. } => ("requestable", "可以申请调解"),
        Stage::Reviewing { .. } => ("reviewing", "复核中"),
        Stage::Mediating => ("mediating", "调解中"),
        Stage::Performing => ("performing", "待履行"),
        Stage::Ended { ending, .. } => match ending {
            Ending::Performed => ("performed", "调解书已履行"),
            Ending::Broken => ("broken", "调解书未履行"),
            Ending::Over { why: Over::Sued } => ("sued", "起诉终止调解"),
            Ending::Over { why: Over::Absent | Over::Withdrawn } => ("withdrawn", "退出终止调解"),
            Ending::Over { why: Over::Failed | Over::TermOver } => ("failed", "调解终结"),
            Ending::NoRequest => ("no_request", "未在期限内申请"),
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let (next_zh, next_en) = next(state);
    let open = !matches!(state.stage, Stage::Ended { .. });
    let person = state.officer.clone().filter(|_| open);
    Outline { kind: "traffic", state: code, state_zh: zh, open, next_zh, next_en, person }
}

fn next(state: &State) -> (String, String) {
    let waits = state.losses.iter().find(|loss| loss.standing == Standing::Waiting);
    match (&state.stage, &state.planned) {
        (Stage::Surveyed, _) => both("制作事故认定书", "make the certificate"),
        (Stage::Testing, _) => both("催办检验、鉴定", "chase the tests"),
        (Stage::Certified { .. }, _) => both("送达事故认定书", "serve the certificate"),
        (Stage::Requestable { .. }, _) => {
            both("告知可以一致书面申请调解", "tell the parties of the joint request")
        }
        (Stage::Reviewing { .. }, _) => both("等待复核结论", "wait for the review"),
        (Stage::Mediating, Some(session)) => (
            format!("{}第{}次调解", session.on, session.no),
            format!("session {} on {}", session.no, session.on),
        ),
        (Stage::Mediating, None) => match waits.map(|loss| loss.harm) {
            Some(Harm::Death) => both("了解丧葬事宜是否结束", "ask whether the burial is over"),
            Some(Harm::Injury) => {
                both("了解治疗是否终结、是否定残", "ask whether treatment has ended")
            }
            Some(Harm::Property) => both("了解财产损失是否确定", "ask whether the loss is fixed"),
            None => both("约定并通知调解时间、地点", "set the session and tell the parties"),
        },
        (Stage::Performing, _) => {
            let open = state.agreements.iter().find(|one| !one.outstanding().is_empty());
            open.map_or_else(|| both("核实履行凭证", "check the proof"), Agreement::next_zh_en)
        }
        (Stage::Ended { .. }, _) => (String::new(), String::new()),
    }
}

/// The clocks.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Surveyed { on, .. } => vec![start("certificate", "T-O-01", *on)],
        Fact::CameFromMediation { rule, ended_on, .. } => vec![start("request", rule, *ended_on)],
        Fact::TestsBegun { on } => {
            vec![cancel("certificate"), start("tests", "T-O-01.examine", *on)]
        }
        Fact::TestsEnded { on } => vec![met("tests"), start("certificate", "T-O-01.tests", *on)],
        Fact::Certified { on } => vec![met("certificate"), start("serve", "T-O-01.serve", *on)],
        Fact::RequestOpened { rule, from, .. } => vec![met("serve"), start("request", rule, *from)],
        Fact::ReviewBegun { on } => {
            vec![cancel("request"), start("review", "T-O-01.review", *on)]
        }
        Fact::ReviewEnded { upheld: true, .. } => vec![met("review")],
        Fact::ReviewEnded { upheld: false, on } => {
            vec![met("review"), start("certificate", "T-O-01", *on)]
        }
        Fact::Requested { losses, on } => {
            let waiting = losses
                .iter()
                .map(|loss| start(&format!("wait:{}", loss.no), "policy.traffic_progress", *on));
            std::iter::once(met("request")).chain(waiting).collect()
        }
        Fact::MediationBegun { loss, rule, from, .. } => {
            vec![met(&format!("wait:{loss}")), start(&format!("mediate:{loss}"), rule, *from)]
        }
        Fact::AgreementMade { losses, draft, .. } => {
            let done = losses.iter().map(|no| met(&format!("mediate:{no}")));
            done.chain(follow(draft)).collect()
        }
        Fact::LossOver { loss, .. } => {
            vec![cancel(&format!("wait:{loss}")), met(&format!("mediate:{loss}"))]
        }
        Fact::ObligationPerformed { no, .. } => vec![followed(*no)],
        Fact::ObligationBroken { no, .. } => unfollow(&[*no]).collect(),
        Fact::Ended { ending: Ending::NoRequest | Ending::Over { .. }, .. } => {
            vec![met("request"), met("review")]
        }
        Fact::Ended { ending: Ending::Performed | Ending::Broken, .. }
        | Fact::Served { .. }
        | Fact::SessionScheduled { .. }
        | Fact::SessionHeld { .. }
        | Fact::MediationDone { .. } => Vec::new(),
    }
}

/// The ways that stay open (道路交通安全法 74；道路交通事故处理程序规定 84、86).
const WAYS: &str = "可以向人民法院起诉，也可以申请人民调解委员会调解。";

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::RequestOpened { reviewable, .. } => {
            let zh = format!(
                "对损害赔偿有争议的，各方可以在收到认定书（复核结论）之日起十日内一致书面申请交警调解；{WAYS}"
            );
            let mut told = vec![notice("request", zh, Some("T-O-02"))];
            if *reviewable {
                let zh = "对认定有异议的，可以自送达之日起三日内书面申请复核，以一次为限。";
                told.push(notice("review", zh, Some("T-O-01.object")));
            }
            told
        }
        Fact::CameFromMediation { rule, .. } => vec![notice(
            "request",
            "人民调解终止之日起三日内，各方可以一致书面申请交警调解。",
            Some(rule.as_str()),
        )],
        Fact::Requested { .. } => vec![notice(
            "acceptance",
            "调解申请已经受理。死亡的从丧葬事宜结束、受伤的从治疗终结或者定残、财产损失的从确定损失之日起调解十日；任何一方起诉的，调解终止。",
            None,
        )],
        Fact::MediationBegun { loss, .. } => {
            let zh = format!("第{loss}项损失的调解期限开始计算。");
            vec![notice("mediation", zh, Some("T-O-03"))]
        }
        Fact::SessionScheduled { session } => vec![notice(
            "session",
            format!("{}在{}进行{}调解。", session.on, session.place, session.mode.zh()),
            None,
        )],
        Fact::AgreementMade { .. } => vec![notice(
            "statement",
            "损害赔偿调解书经各方签字生效，请按期履行；不履行的，可以向人民法院起诉。",
            None,
        )],
        Fact::LossOver { loss, why, .. } => {
            let zh = format!("第{loss}项损失{}，调解终结。{WAYS}", over(*why));
            vec![notice("mediation_over", zh, Some("T-A-06"))]
        }
        Fact::ObligationBroken { no, .. } => vec![notice(
            "breach",
            format!("第{no}项义务没有履行，可以向人民法院起诉。"),
            Some("T-A-06"),
        )],
        Fact::Ended { ending, .. } => ended(*ending).into_iter().collect(),
        Fact::Surveyed { .. }
        | Fact::TestsBegun { .. }
        | Fact::TestsEnded { .. }
        | Fact::Certified { .. }
        | Fact::Served { .. }
        | Fact::ReviewBegun { .. }
        | Fact::ReviewEnded { .. }
        | Fact::SessionHeld { .. }
        | Fact::ObligationPerformed { .. }
        | Fact::MediationDone { .. } => Vec::new(),
    }
}

fn over(why: Over) -> &'static str {
    match why {
        Over::Failed => "未达成协议",
        Over::TermOver => "期限届满未达成协议",
        Over::Sued => "因一方起诉",
        Over::Absent => "因一方无正当理由不参加调解",
        Over::Withdrawn => "因一方退出调解",
    }
}

/// After a suit, mediation goes on only if the court entrusts it with consent (T-C-01).
fn ended(ending: Ending) -> Option<Notice> {
    match ending {
        Ending::Performed => Some(notice("performed", "调解书已经全部履行。", None)),
        Ending::Over { why: Over::Sued } => Some(notice(
            "sued",
            "已经起诉，交警调解终止；立案后经双方同意，可以由人民法院委托调解。",
            None,
        )),
        Ending::NoRequest => Some(notice(
            "no_request",
            format!("期限内没有一致申请交警调解，{WAYS}"),
            Some("T-A-06"),
        )),
        Ending::Broken | Ending::Over { .. } => None,
    }
}
