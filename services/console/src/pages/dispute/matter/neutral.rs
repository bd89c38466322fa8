//! The file of a mediation under a named neutral.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiff::civil::Date;

use super::{Facts, iso_or_none, yuan};
use crate::Console;
use crate::lines::ask;
use crate::pages::acts::likely::passed;
use crate::pages::acts::neutral::{HOST, INTEREST, MODE, TRADE, WINDOW};
use crate::pages::room::view::short;
use crate::session::Staff;
use crate::told::Told;

const BY: &[(&str, &str, &str)] =
    &[("application", "当事人申请", "application"), ("hand_off", "移交来的", "handed over")];
const ENDING: &[(&str, &str, &str)] = &[
    ("contract", "达成协议", "agreement"),
    ("agreement", "达成协议", "agreement"),
    ("nobody_took", "没有律师承办", "no lawyer took it"),
    ("consent_withdrawn", "当事人撤回同意", "a party wants no more"),
    ("failed", "调解不成", "failed"),
    ("term_over", "期限届满", "the term is over"),
    ("objected", "有书面异议，调解不成立", "a written objection"),
    ("no_answer", "未取得同意", "no consent in time"),
    ("nobody_neutral", "未能确定调解员", "no neutral was found"),
    ("refused", "当事人不同意或者不想再调", "a party refuses"),
    ("sham", "涉嫌虚假调解", "suspected sham"),
];

/// The case.
///
/// # Errors
/// The service does not answer, or refuses.
pub(super) async fn view(
    console: &Console,
    staff: &Staff,
    name: String,
) -> Result<Option<Box<pb::NeutralMediation>>, Told> {
    let (area, message) = (Area::Mediation, pb::GetNeutralMediationRequest { name });
    let got = ask!(console, staff, area, MediationServiceClient, get_neutral_mediation, message)?;
    Ok(got.neutral_mediation.map(Box::new))
}

/// Whether an act that is only for some cases is for this one.
pub(super) fn fits(own: &pb::NeutralMediation, act: &str) -> bool {
    let doubt = own.doubt.as_ref();
    match act {
        "agree" | "confirm_text" => own.draft.is_some(),
        "ask_expert" => own.expert.is_empty(),
        "expert_answers" => !own.expert.is_empty(),
        "waive" => doubt.is_some(),
        "decide_challenge" => doubt.is_some_and(|doubt| doubt.by != 0),
        "set_fee" => own.fee.is_empty() && (own.host.is_empty() || own.host == "law_firm"),
        "put_plan" => own.body.as_ref().is_some_and(|body| body.court_linked),
        _ => true,
    }
}

/// What was said before: where and when one meets, the text as it is.
pub(super) fn known(own: &pb::NeutralMediation, act: &str, today: Date) -> Vec<(String, String)> {
    match act {
        "schedule" | "hold" => session(own, act, today),
        "put_text" | "put_plan" => own.draft.as_ref().map(text).unwrap_or_default(),
        "confirm_text" | "agree" => only(own, "text", "text"),
        "take" => vec![("host".to_owned(), own.host.clone())],
        "note_application" | "close_window" => only(own, "windows", "window"),
        _ => Vec::new(),
    }
}

/// Where there is one to choose, it is chosen.
fn only(own: &pb::NeutralMediation, what: &str, field: &str) -> Vec<(String, String)> {
    match choices(own, what).as_slice() {
        [(code, _)] => vec![(field.to_owned(), code.clone())],
        _ => Vec::new(),
    }
}

fn session(own: &pb::NeutralMediation, act: &str, today: Date) -> Vec<(String, String)> {
    let Some(met) = own.planned.as_ref().or(own.sessions.last()) else { return Vec::new() };
    let mut known =
        vec![("place".to_owned(), met.place.clone()), ("mode".to_owned(), met.mode.clone())];
    if let Some(set) = &own.planned {
        let set = iso_or_none(set.on.as_ref());
        known.push(("on".to_owned(), if act == "hold" { passed(set, today) } else { set }));
    }
    known
}

fn text(draft: &pb::Draft) -> Vec<(String, String)> {
    let mut known = vec![("facts".to_owned(), draft.facts.clone())];
    for (row, owed) in draft.obligations.iter().enumerate() {
        let mut add =
            |name: &str, value: String| known.push((format!("obligations.{row}.{name}"), value));
        add("obligor", owed.obligor.to_string());
        add("obligee", owed.obligee.to_string());
        add("what", owed.what.clone());
        add("amount", owed.amount_fen.map(yuan).unwrap_or_default());
        add("due", iso_or_none(owed.due.as_ref()));
        add("place", owed.place.clone());
    }
    known.extend(draft.subjects.iter().map(|one| ("subjects".to_owned(), one.clone())));
    known
}

/// What can be chosen: the text before the parties, the windows that are open.
pub(super) fn choices(own: &pb::NeutralMediation, what: &str) -> Vec<(String, String)> {
    match what {
        "text" => {
            let named = |draft: &pb::Draft| {
                let name = format!("第{}稿 {}", own.edition, short(&draft.hash));
                (draft.hash.clone(), name)
            };
            own.draft.iter().map(named).collect()
        }
        "obligations" => {
            let draft = own.agreement.iter().filter_map(|made| made.draft.as_ref());
            let owed = draft.flat_map(|draft| &draft.obligations);
            owed.map(|one| (one.no.to_string(), format!("第{}项 {}", one.no, one.what))).collect()
        }
        "windows" => {
            let open = own.agreement.iter().flat_map(|made| &made.windows);
            let word = |code: &String| {
                let found = WINDOW.iter().find(|(known, ..)| known == code);
                (code.clone(), found.map_or(code.as_str(), |(_, zh, _)| zh).to_owned())
            };
            open.map(word).collect()
        }
        _ => Vec::new(),
    }
}

/// The file, fact by fact.
pub(super) fn facts(facts: &mut Facts<'_>, own: &pb::NeutralMediation) {
    facts.code("怎么来的", "How it came", BY, &own.by);
    facts.day("来的日期", "Came", own.opened_on.as_ref());
    if let Some(body) = &own.body {
        facts.code("调解组织", "Body", TRADE, &body.kind);
        facts.people("会员或者出资人", "Members", &body.members);
        let none = body.checked && body.members.is_empty();
        let text = facts.t("各方都不是本组织会员", "no party is a member");
        facts.add("会员核对", "Members", if none { text } else { "" });
    }
    facts.code("工作室", "Studio", HOST, &own.host);
    words(facts, own);
    facts.day("受理", "Accepted", own.accepted_on.as_ref());
    facts.add("调解员", "Neutral", &own.mediator);
    if let Some(doubt) = &own.doubt {
        facts.code("待解决的利害关系", "Open doubt", INTEREST, &doubt.interest);
        facts.people("申请回避", "Challenged by", &[doubt.by][..usize::from(doubt.by != 0)]);
        facts.people("同意其继续", "Agreed all the same", &doubt.waived);
    }
    for share in &own.fee {
        let text = format!("{} {}元", facts.name(share.party), yuan(share.amount_fen));
        facts.add("调解费", "Fee", text);
    }
    facts.add("等待专家意见", "Expert asked", &own.expert);
    for met in own.planned.iter().chain(&own.sessions) {
        let (on, mode) = (facts.on(met.on.as_ref()), facts.word(MODE, &met.mode));
        let text = format!("第{}次 {on} {} {mode}", met.no, met.place);
        facts.add("调解", "Session", text);
    }
    agreed(facts, own);
    facts.add("没有争议的事实", "Undisputed", &own.undisputed);
    facts.code("怎么结束的", "Ending", ENDING, &own.ending);
    facts.day("结束", "Ended on", own.ended_on.as_ref());
}

/// Who has said what on this mediation.
fn words(facts: &mut Facts<'_>, own: &pb::NeutralMediation) {
    for word in &own.consents {
        let said = match word.given {
            true => facts.t("同意调解", "agrees"),
            false => facts.t("不同意调解", "does not agree"),
        };
        let text = format!("{} {said} {}", facts.name(word.party), facts.on(word.on.as_ref()));
        facts.add("当事人意愿", "Consent", text);
    }
}

/// The text before the parties, or the agreement.
fn agreed(facts: &mut Facts<'_>, own: &pb::NeutralMediation) {
    let made = own.agreement.as_ref();
    let Some(draft) = made.and_then(|made| made.draft.as_ref()).or(own.draft.as_ref()) else {
        return;
    };
    facts.add("事实和争议", "Facts", &draft.facts);
    for owed in &draft.obligations {
        let sum = owed.amount_fen.map(|fen| format!("{}元", yuan(fen))).unwrap_or_default();
        let (who, whom) = (facts.name(owed.obligor), facts.name(owed.obligee));
        let due = facts.on(owed.due.as_ref());
        let text = format!("{who}→{whom} {} {sum} {} {due}", owed.what, owed.place);
        facts.add("协议内容", "Term", text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    match made {
        Some(made) => {
            facts.day("协议成立", "Agreement", made.effective_on.as_ref());
            for window in &made.windows {
                facts.code("还可以申请", "Open", WINDOW, window);
            }
        }
        None => {
            facts.people("已确认文本", "Confirmed", &own.confirmed);
            facts.people("改动前确认过，现已作废", "Confirmation fell away", &own.voided);
            facts.day("方案送达", "Plan served", own.plan_served_on.as_ref());
        }
    }
}
