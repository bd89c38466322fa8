//! The file of the labour arbitration commission.

use jiefen_proto::jiefen::arbitration::v1 as pb;
use jiff::civil::Date;

use super::{Facts, iso_or_none, yuan};
use crate::pages::acts::arbitration::CLAIM;
use crate::pages::acts::arbitration::award::{FINDING, PAPER};
use crate::pages::acts::fields::Choice;
use crate::pages::acts::likely::passed;

const STANDING: &[Choice] = &[
    ("stands", "有效或者可起诉", "stands"),
    ("sued", "已起诉", "sued"),
    ("set_aside_asked", "已申请撤销", "setting aside is asked for"),
    ("upheld", "驳回撤销申请", "upheld"),
    ("set_aside", "已撤销", "set aside"),
];
const HOW: &[Choice] = &[
    ("not_applied", "没有申请仲裁", "not applied"),
    ("handed_on", "移送其他单位", "handed on"),
    ("refused", "不予受理", "refused"),
    ("withdrawn", "撤回申请", "withdrawn"),
    ("settled", "调解或者和解", "settled"),
    ("in_court", "已起诉", "in court"),
    ("concluded", "裁决已有结果", "concluded"),
];

/// One case.
pub(super) fn facts(facts: &mut Facts<'_>, own: &pb::LabourArbitration) {
    facts.add("仲裁案号", "Case number", &own.number);
    facts.day("联系申请人", "Contacted", own.contacted_on.as_ref());
    facts.day("收到申请", "Applied", own.applied_on.as_ref());
    facts.people("劳动者", "Workers", &own.workers);
    facts.people("用人单位", "Employers", &own.employers);
    for claim in &own.claims {
        let amount = claim.amount_fen.map(|fen| format!(" {}元", yuan(fen))).unwrap_or_default();
        let kind = facts.word(CLAIM, &claim.kind).to_owned();
        facts.add("请求", "Claim", format!("{} {kind}{amount}", facts.name(claim.worker)));
    }
    if own.collective || own.collective_contract {
        let text = match own.collective_contract {
            true => facts.t("因履行集体合同发生", "about a collective contract"),
            false => facts.t("十人以上、有共同请求", "ten workers or more, one claim"),
        };
        facts.add("集体争议", "Collective case", text);
    }
    facts.people("推举的代表", "Representatives", &own.representatives);
    if own.limitation_raised {
        let text = facts.t("对方已提出", "pleaded");
        facts.add("时效抗辩", "Limitation", text);
    }
    if let Some(hearing) = &own.hearing {
        hearing_facts(facts, hearing);
    }
    facts.people("已调解解决的劳动者", "Settled workers", &own.settled);
    if let Some(parts) = &own.parts {
        awards_facts(facts, parts);
    }
    if let Some(awards) = &own.awards {
        awards_facts(facts, awards);
    }
    if let Some(ended) = &own.ended {
        facts.code("结果", "Ended", HOW, &ended.how);
        facts.day("结案", "Ended on", ended.on.as_ref());
    }
}

fn hearing_facts(facts: &mut Facts<'_>, hearing: &pb::Hearing) {
    facts.day("受理", "Accepted", hearing.accepted_on.as_ref());
    facts.day("简易处理", "Simplified handling", hearing.simplified_on.as_ref());
    facts.people("缩短或者取消答辩期", "Shorter time to answer", &hearing.shortened);
    facts.add("仲裁庭", "Tribunal", hearing.tribunal.join("、"));
    for served in &hearing.served {
        let text = format!("{} {}", facts.name(served.party), facts.on(served.on.as_ref()));
        facts.add("副本送达", "Copy served", text);
    }
    for defended in &hearing.defended {
        let text = format!("{} {}", facts.name(defended.party), facts.on(defended.on.as_ref()));
        facts.add("答辩", "Defence", text);
    }
    facts.day("开庭时间", "Hearing on", hearing.hearing_on.as_ref());
    if hearing.notified_simply {
        let text = facts.t("简便方式", "by simple means");
        facts.add("开庭通知", "Notice", text);
        facts.people("已确认收到通知", "Confirmed the notice", &hearing.confirmed);
    }
    facts.day("开庭前引导协商", "Led to talk", hearing.guided_on.as_ref());
    facts.day("已开庭", "Heard on", hearing.heard_on.as_ref());
    facts.day("裁决前调解", "Mediated on", hearing.mediated_on.as_ref());
    if let Some(statement) = &hearing.statement {
        facts.people("调解书涉及", "Statement of", &statement.workers);
        facts.people("已签收调解书", "Signed the statement", &statement.signed);
    }
}

fn awards_facts(facts: &mut Facts<'_>, awards: &pb::Awards) {
    facts.day("裁决", "Award", awards.made_on.as_ref());
    for sheet in &awards.sheets {
        let paper = facts.word(PAPER, &sheet.paper).to_owned();
        for item in &sheet.items {
            let text = format!(
                "{paper}：{} {} {}元，{}",
                facts.name(item.worker),
                facts.word(CLAIM, &item.kind),
                yuan(item.amount_fen),
                facts.word(FINDING, &item.finding)
            );
            facts.add("裁决事项", "Item", text);
        }
        for line in &sheet.lines {
            let standing = facts.word(STANDING, &line.standing).to_owned();
            facts.add(
                "文书现状",
                "Standing",
                format!("{paper}：{} {standing}", facts.name(line.worker)),
            );
        }
        for received in &sheet.received {
            let on = facts.on(received.on.as_ref());
            facts.add("签收", "Received", format!("{paper}：{} {on}", facts.name(received.party)));
        }
    }
}

/// The award as far as it is known: one row for each claim that is still to be decided, and the wage that a partial
/// award went by.
pub(super) fn award(own: &pb::LabourArbitration) -> Vec<(String, String)> {
    let decided = |claim: &pb::Claim| {
        let sheets = own.parts.iter().flat_map(|parts| &parts.sheets);
        let mut items = sheets.flat_map(|sheet| &sheet.items);
        items.any(|item| item.worker == claim.worker && item.kind == claim.kind)
    };
    let open = |claim: &&pb::Claim| own.remaining.contains(&claim.worker) && !decided(claim);
    let rows = own.claims.iter().filter(open).enumerate().flat_map(|(row, claim)| {
        let field = |name: &str, value: String| (format!("items.{row}.{name}"), value);
        [
            field("worker", claim.worker.to_string()),
            field("kind", claim.kind.clone()),
            field("amount", claim.amount_fen.map(yuan).unwrap_or_default()),
        ]
    });
    rows.chain(wage(own)).collect()
}

/// The wage that a partial award went by.
pub(super) fn wage(own: &pb::LabourArbitration) -> Vec<(String, String)> {
    let Some(parts) = &own.parts else { return Vec::new() };
    let field = |name: &str, value: String| (name.to_owned(), value);
    vec![
        field("minimum_wage", yuan(parts.minimum_wage_fen)),
        field("minimum_wage_year", parts.minimum_wage_year.to_string()),
        field("minimum_wage_source", parts.minimum_wage_source.clone()),
    ]
}

/// The sides of a dispute that was taken over, by who asked.
pub(super) fn application(own: &pb::LabourArbitration) -> Vec<(String, String)> {
    let brief = own.brief.as_ref();
    let parties = brief.map(|brief| brief.parties.as_slice()).unwrap_or_default();
    let side = |party: &jiefen_proto::jiefen::common::v1::Party| {
        let name = if party.kind == "org" { "employers" } else { "workers" };
        (name.to_owned(), party.no.to_string())
    };
    let mut known: Vec<(String, String)> = parties.iter().map(side).collect();
    let field = |name: &str, value: String| (name.to_owned(), value);
    known.push(field("number", own.number.clone()));
    known.push(field("knew_on", iso_or_none(own.knew_on.as_ref())));
    known.push(field("employment_ended_on", iso_or_none(own.employment_ended_on.as_ref())));
    known
}

/// Who sits, and when the parties meet: as it was set before.
pub(super) fn hearing(
    own: &pb::LabourArbitration,
    act: &str,
    today: Date,
) -> Vec<(String, String)> {
    let Some(hearing) = &own.hearing else { return Vec::new() };
    let set = iso_or_none(hearing.hearing_on.as_ref());
    match act {
        "form_tribunal" => {
            let sits = hearing.tribunal.iter().enumerate();
            sits.map(|(row, person)| (format!("arbitrators.{row}.person"), person.clone()))
                .collect()
        }
        "notify_hearing" => vec![("hearing_on".to_owned(), set)],
        "hold_hearing" => vec![("on".to_owned(), passed(set, today))],
        _ => Vec::new(),
    }
}

/// Who sits.
pub(super) fn tribunal(own: &pb::LabourArbitration) -> Vec<(String, String)> {
    let sits = own.hearing.iter().flat_map(|hearing| &hearing.tribunal);
    sits.map(|person| (person.clone(), person.clone())).collect()
}
