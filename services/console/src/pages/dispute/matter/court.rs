//! The file of the court.

use jiefen_proto::jiefen::court::v1 as pb;

use super::{Facts, iso_or_none, yuan};
use crate::layout::agency_name;
use crate::pages::acts::begin::{COMPETENCE, SUBJECT};
use crate::pages::acts::court::TRACK;
use crate::pages::acts::court::confirmation::OBJECTOR;
use crate::pages::acts::court::filing::RESULT;
use crate::pages::acts::fields::Choice;

const FEE: &[Choice] = &[
    ("not_asked", "还没有通知", "not asked"),
    ("asked", "已通知，未交", "asked"),
    ("paid", "已交", "paid"),
    ("relieved", "缓、减、免", "relieved"),
];

/// The number, the judge, what it is over and when the parties meet: as it was said before.
pub(super) fn known(own: &pb::Filing, act: &str) -> Vec<(String, String)> {
    let field = |name: &str, value: String| (name.to_owned(), value);
    match act {
        "file" | "give_number" => vec![field("case_no", own.case_no.clone())],
        "entrust" => vec![field("track", own.track.clone())],
        "choose_track" => vec![
            field("track", own.track.clone()),
            field("amount", own.amount_fen.map(yuan).unwrap_or_default()),
            field("judge", own.judge.clone()),
        ],
        "set_hearing" => vec![field("on", iso_or_none(own.hearing_on.as_ref()))],
        _ => Vec::new(),
    }
}

/// The number and the judge of an application, as they were said before.
pub(super) fn numbered(own: &pb::Confirmation, act: &str) -> Vec<(String, String)> {
    match act {
        "accept" => vec![
            ("case_no".to_owned(), own.case_no.clone()),
            ("judge".to_owned(), own.judge.clone()),
        ],
        _ => Vec::new(),
    }
}

/// A case of first instance.
pub(super) fn filing(facts: &mut Facts<'_>, own: &pb::Filing) {
    facts.add("收据编号", "Receipt", &own.receipt);
    facts.day("收到起诉", "Received", own.received_on.as_ref());
    facts.people("原告", "Plaintiff", &[own.plaintiff]);
    facts.add("还缺的材料", "Missing", own.missing.join("；"));
    facts.add("案号", "Case number", &own.case_no);
    facts.day("立案", "Filed", own.filed_on.as_ref());
    facts.code("案件受理费", "Fee", FEE, if own.filed_on.is_some() { &own.fee } else { "" });
    if let Some(errand) = &own.errand {
        let on = facts.on(errand.sent_on.as_ref());
        let signed = match &errand.term {
            Some(term) => {
                format!("{} {}", facts.t("对方签收", "signed for"), facts.on(term.from.as_ref()))
            }
            None => facts.t("等对方签收", "not signed for yet").to_owned(),
        };
        facts.add("委托调解", "Mediation", format!("{} {on}；{signed}", agency_name(&errand.body)));
    }
    facts.code("调解结果", "Mediated", RESULT, &own.mediated);
    facts.code("适用程序", "Procedure", TRACK, &own.track);
    facts.add("承办法官", "Judge", &own.judge);
    facts.day("开庭", "Hearing", own.hearing_on.as_ref());
    for defence in &own.defences {
        let text = format!("{} {}", facts.name(defence.party), facts.on(defence.on.as_ref()));
        facts.add("答辩", "Defence", text);
    }
    facts.day("原告申请撤诉", "Withdrawal asked", own.withdrawal_asked.as_ref());
    facts.people("已签收调解书", "Signed the statement", &own.signed);
    for receipt in &own.received {
        let text = format!("{} {}", facts.name(receipt.party), facts.on(receipt.on.as_ref()));
        facts.add("判决送达", "Judgment served", text);
    }
    facts.day("结案", "Ended on", own.ended_on.as_ref());
}

/// An application for judicial confirmation.
pub(super) fn confirmation(facts: &mut Facts<'_>, own: &pb::Confirmation) {
    facts.day("申请", "Applied", own.applied_on.as_ref());
    facts.people("共同申请人", "Applicants", &own.applicants);
    facts.code("管辖依据", "Competence", COMPETENCE, &own.competence);
    if let Some(agreement) = &own.agreement {
        facts.add("调解组织", "Mediating body", &agreement.body);
        facts.day("协议生效", "In force since", agreement.effective_on.as_ref());
        let subjects = agreement.subjects.iter().map(|code| facts.word(SUBJECT, code));
        let subjects = subjects.collect::<Vec<_>>().join("、");
        facts.add("协议事项", "Subjects", subjects);
        facts.add("要履行的内容", "What is owed", &agreement.content);
        for due in &agreement.due {
            facts.day("履行期限", "Due", Some(due));
        }
    }
    facts.add("还缺的材料", "Missing", own.missing.join("；"));
    facts.add("案号", "Case number", &own.case_no);
    facts.add("承办法官", "Judge", &own.judge);
    facts.day("裁定确认", "Confirmed on", own.ruled_on.as_ref());
    for receipt in &own.received {
        let text = format!("{} {}", facts.name(receipt.party), facts.on(receipt.on.as_ref()));
        facts.add("裁定送达", "Ruling served", text);
    }
    facts.code("提出异议的", "Objector", OBJECTOR, &own.objector);
    facts.day("提出异议", "Objected on", own.objected_on.as_ref());
    facts.day("结案", "Ended on", own.ended_on.as_ref());
}
