//! What others need to know of a case: outline, clocks, notices. None tells what was said, agreed or
//! found by an appraisal (T-P-09).

use jiefen_procedure::{ClockEffect, Notice, Outline};

use super::evolve::windows;
use super::{Death, Elsewhere, Ending, Fact, Forum, HIGH_CLAIM, Stage, State, Told};
use crate::performing::{follow, followed, unfollow};
use crate::tells::{both, cancel, met, notice, resume, start, stop};

/// The chart's code of where the case stands.
fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Noticing => ("noticing", "待医疗机构告知"),
        Stage::Choosing => ("choosing", "待选择途径"),
        Stage::Applied { .. } => ("applied", "已申请调解"),
        Stage::Mediating { .. } => ("mediating", "调解中"),
        Stage::Agreed { .. } => ("agreed", "达成协议"),
        Stage::Ended { ending, .. } => match ending {
            Ending::Performed => ("performed", "协议已履行"),
            Ending::Broken => ("broken", "协议未履行"),
            Ending::Failed => ("failed", "调解不成"),
            Ending::DeemedFailed => ("deemed_failed", "视为调解不成"),
            Ending::Withdrawn { .. } => ("withdrawn", "不同意调解"),
            Ending::Elsewhere { .. } => ("elsewhere", "他处受理，终止调解"),
            Ending::Declined => ("declined", "不予受理"),
            Ending::Left => ("left", "选择其他途径"),
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let (next_zh, next_en) = next(state);
    let open = !matches!(state.stage, Stage::Ended { .. });
    let person = state.mediator.clone().filter(|_| open);
    Outline { kind: "medical", state: code, state_zh: zh, open, next_zh, next_en, person }
}

fn next(state: &State) -> (String, String) {
    match &state.stage {
        Stage::Noticing => match state.untold().first() {
            Some(Told::Routes) => both("请医疗机构告知合法途径", "have the routes told"),
            Some(Told::Sealing) => both("请医疗机构告知封存、启封规定", "have sealing told"),
            Some(Told::Records) => both("请医疗机构告知病历查阅、复制规定", "have records told"),
            Some(Told::Autopsy) | None => both("请医疗机构告知尸检规定", "have autopsy told"),
        },
        Stage::Choosing => both("引导双方选择调解或者诉讼", "let the parties choose their way"),
        Stage::Applied { .. } => both("征得另一方同意，决定是否受理", "ask for consent and decide"),
        Stage::Mediating { .. } => both("组织调解", "hold the next session"),
        Stage::Agreed { agreement, .. } => agreement.next_zh_en(),
        Stage::Ended { .. } => (String::new(), String::new()),
    }
}

/// The clocks.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Opened { death, on, .. } => {
            let notices = start("notices", "policy.medical_notices", *on);
            std::iter::once(notices).chain(death.as_ref().map(autopsy)).collect()
        }
        Fact::NoticesComplete { on } => {
            vec![met("notices"), start("choice", "policy.route_choice", *on)]
        }
        Fact::Sealed { on } => vec![start("seal", "T-P-07", *on)],
        Fact::AutopsyRecorded { .. } => vec![met("autopsy")],
        Fact::Applied { forum, on } => {
            vec![met("choice"), start("accept", forum.acceptance(), *on)]
        }
        Fact::Accepted { rule, on, .. } => vec![met("accept"), start("mediate", rule, *on)],
        Fact::AppraisalBegun { on } => vec![stop("mediate", *on)],
        Fact::AppraisalEnded { on } => vec![resume("mediate", *on)],
        Fact::TermExtended { days, .. } => {
            vec![ClockEffect::Extend { key: "mediate".to_owned(), units: *days }]
        }
        // With the agreement the dispute is settled: the hospital may open what was sealed (24(2)).
        Fact::AgreementMade { forum, draft, on } => {
            let mut effects = vec![met("mediate"), cancel("seal"), cancel("autopsy")];
            effects.extend(windows(*forum, draft).iter().map(|w| start(w.clock(), w.rule(), *on)));
            effects.extend(follow(draft));
            effects
        }
        Fact::ApplicationNoted { .. } => vec![met("confirm")],
        Fact::ObligationPerformed { no, .. } => vec![followed(*no)],
        Fact::Ended { open, .. } => {
            let keys = ["notices", "choice", "accept", "mediate", "seal", "autopsy", "confirm"];
            keys.iter().map(|key| cancel(key)).chain(unfollow(open)).collect()
        }
        Fact::NoticesRecorded { .. }
        | Fact::ConsentSaid { .. }
        | Fact::InsurerJoined { .. }
        | Fact::SessionHeld { .. }
        | Fact::PublicationAllowed { .. } => Vec::new(),
    }
}

fn autopsy(death: &Death) -> ClockEffect {
    if death.frozen {
        return start("autopsy", "T-P-05.frozen", death.at.date());
    }
    let (key, rule) = ("autopsy".to_owned(), "T-P-05".to_owned());
    ClockEffect::StartAt { key, rule, from: death.at }
}

/// The ways that stay open (医疗纠纷预防和处理条例 22、43).
const WAYS: &str = "可以依法向人民法院提起诉讼。";

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Opened { brief, death, .. } => {
            let mut told = vec![notice("routes", routes(brief.amount >= Some(HIGH_CLAIM)), None)];
            if let Some(death) = death {
                let rule = if death.frozen { "T-P-05.frozen" } else { "T-P-05" };
                let zh = "对死因有异议的，应当在规定时间内尸检；不同意或者拖延，影响死因判定的，由该方承担责任。";
                told.push(notice("autopsy", zh, Some(rule)));
                let zh = "遗体存放一般不超过十四日，逾期经报告后按规定处理。";
                told.push(notice("body", zh, Some("T-P-06")));
            }
            told
        }
        Fact::Sealed { .. } => vec![notice(
            "sealed",
            "封存的病历资料和现场实物由医疗机构保管；满三年未再提出解决要求的，医疗机构可以自行启封。",
            Some("T-P-07"),
        )],
        Fact::Accepted { rule, .. } => vec![notice(
            "acceptance",
            "调解申请已经受理。调解自愿、不公开、不收费；鉴定时间不计入期限，期限届满未达成协议的，视为调解不成。",
            Some(rule.as_str()),
        )],
        Fact::TermExtended { days, .. } => {
            vec![notice("extended", format!("调解期限经约定延长{days}个工作日。"), None)]
        }
        Fact::AgreementMade { forum: Forum::Committee, .. } => vec![notice(
            "agreement",
            "调解协议书已经生效，双方可以自生效之日起三十日内共同向人民法院申请司法确认。",
            Some("T-B-06"),
        )],
        Fact::AgreementMade { forum: Forum::Department, .. } => {
            vec![notice("agreement", "调解协议书已经签署，请按期履行。", None)]
        }
        Fact::Ended { ending, .. } => vec![ended(*ending)],
        Fact::NoticesRecorded { .. }
        | Fact::NoticesComplete { .. }
        | Fact::AutopsyRecorded { .. }
        | Fact::Applied { .. }
        | Fact::ConsentSaid { .. }
        | Fact::InsurerJoined { .. }
        | Fact::AppraisalBegun { .. }
        | Fact::AppraisalEnded { .. }
        | Fact::SessionHeld { .. }
        | Fact::ApplicationNoted { .. }
        | Fact::PublicationAllowed { .. }
        | Fact::ObligationPerformed { .. } => Vec::new(),
    }
}

fn routes(high: bool) -> String {
    let advice = if high {
        "索赔数额较高，建议通过人民调解解决，并请承保机构参加。"
    } else {
        ""
    };
    format!("医疗纠纷可以协商、申请人民调解、申请行政调解或者向人民法院起诉。{advice}")
}

fn ended(ending: Ending) -> Notice {
    let (form, zh) = match ending {
        Ending::Performed => return notice("performed", "调解协议已经全部履行。", None),
        Ending::Broken => ("broken", "调解协议没有履行，"),
        Ending::Failed => ("failed", "调解不成，"),
        Ending::DeemedFailed => ("failed", "超过调解期限未达成协议，视为调解不成，"),
        Ending::Withdrawn { .. } => ("withdrawn", "当事人不同意调解，调解终止，"),
        Ending::Elsewhere { elsewhere: Elsewhere::Court } => {
            return notice(
                "sued",
                "人民法院已经受理，调解终止；诉讼中经双方同意可以由法院委托调解。",
                None,
            );
        }
        Ending::Elsewhere { elsewhere: Elsewhere::OtherMediation } => {
            return notice("elsewhere", "另一调解机构已经受理，本调解终止。", None);
        }
        Ending::Declined => ("declined", "不予受理，"),
        Ending::Left => ("left", "没有申请调解，"),
    };
    notice(form, format!("{zh}{WAYS}"), Some("T-A-06"))
}
