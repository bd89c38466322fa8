//! The file of an enforcement case.

use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::court::v1 as pb;

use super::{Facts, iso_or_none, yuan};
use crate::pages::acts::court::enforcement::{AGAINST, MEASURE, ORIGIN, PLEA, RESTRICTION};
use crate::pages::acts::fields::Choice;

const REMEDY: &[Choice] =
    &[("taken", "已申请复议或者起诉", "taken"), ("passed", "救济期满", "passed")];

/// The number and the judge, as they were said before.
pub(super) fn known(own: &pb::Enforcement, act: &str) -> Vec<(String, String)> {
    match act {
        "accept" => vec![
            ("case_no".to_owned(), own.case_no.clone()),
            ("judge".to_owned(), own.judge.clone()),
        ],
        _ => Vec::new(),
    }
}

fn word<'a>(of: &'a [Choice], code: &'a str) -> &'a str {
    of.iter().find(|(known, ..)| *known == code).map_or(code, |(_, zh, _)| zh)
}

/// What can be chosen: measures and listings that stand, objections that go on.
pub(super) fn choices(
    own: &pb::Enforcement,
    what: &str,
    parties: &[common::Party],
) -> Vec<(String, String)> {
    let name = |no: u32| {
        let party = parties.iter().find(|party| party.no == no);
        party.map_or("案外人".to_owned(), |party| party.name.clone())
    };
    let shown = |no: u32, party: u32, what: &str, on: Option<&common::Date>| {
        (no.to_string(), format!("{} {what} {}", name(party), iso_or_none(on)))
    };
    match what {
        "measures" => {
            let open = own.measures.iter().filter(|one| one.open);
            open.map(|one| shown(one.no, one.party, word(MEASURE, &one.kind), one.on.as_ref()))
                .collect()
        }
        "restrictions" => {
            let open = own.restrictions.iter().filter(|one| one.open);
            open.map(|one| shown(one.no, one.party, word(RESTRICTION, &one.kind), one.on.as_ref()))
                .collect()
        }
        "objections" => {
            let all = own.objections.iter();
            all.map(|one| shown(one.no, one.by, word(AGAINST, &one.against), one.on.as_ref()))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The file, fact by fact.
pub(super) fn facts(facts: &mut Facts<'_>, own: &pb::Enforcement) {
    if let Some(title) = &own.title {
        facts.code("执行依据", "Title", ORIGIN, &title.origin);
        facts.people("申请执行人", "Creditor", &[title.creditor]);
        facts.people("被执行人", "Debtors", &title.debtors);
        facts.add("执行金额", "Amount", title.amount_fen.map(sum).unwrap_or_default());
        for due in &title.due {
            facts.day("履行期限", "Due", Some(due));
        }
        facts.day("最后一次催要、承诺", "Interrupted on", title.interrupted_on.as_ref());
    }
    facts.day("申请执行", "Applied", own.applied_on.as_ref());
    facts.add("案号", "Case number", &own.case_no);
    facts.add("承办法官", "Judge", &own.judge);
    for receipt in &own.notified {
        let text = format!("{} {}", facts.name(receipt.party), facts.on(receipt.on.as_ref()));
        facts.add("执行通知送达", "Notice served", text);
    }
    if own.paid_fen > 0 {
        facts.add("已执行到位", "Paid so far", sum(own.paid_fen));
    }
    for one in &own.measures {
        let what = facts.word(MEASURE, &one.kind);
        let stands = if one.open { "" } else { facts.t("，已解除", ", lifted") };
        let text =
            format!("{} {what} {}{stands}", facts.name(one.party), facts.on(one.on.as_ref()));
        facts.add("执行措施", "Measure", text);
    }
    for one in &own.restrictions {
        let what = facts.word(RESTRICTION, &one.kind);
        let stands = if one.open { "" } else { facts.t("，已解除", ", removed") };
        let text = format!("{} {what}{stands}", facts.name(one.party));
        facts.add("失信、限制消费", "Listing", text);
    }
    for one in &own.objections {
        let what = facts.word(AGAINST, &one.against);
        let text =
            format!("{what} {} {}", facts.on(one.on.as_ref()), facts.word(REMEDY, &one.remedy));
        facts.add("执行异议", "Objection", text);
    }
    facts.code("不予执行申请", "Plea", PLEA, &own.plea);
    facts.day("和解协议最后履行日", "Settled until", own.settled_until.as_ref());
    facts.day("终结本次执行", "Ended for now", own.for_now_on.as_ref());
    facts.day("向上级法院申请", "Upper court asked", own.upper_asked_on.as_ref());
    facts.day("督促执行期限", "Urged until", own.urged_until.as_ref());
    facts.day("结案", "Ended on", own.ended_on.as_ref());
}

fn sum(fen: i64) -> String {
    format!("{}元", yuan(fen))
}
