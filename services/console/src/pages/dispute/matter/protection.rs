//! The file of an application for a protection order.

use jiefen_proto::jiefen::court::v1 as pb;

use super::Facts;
use crate::pages::acts::court::protection::{BY, FORM, MEASURE, RECIPIENT};
use crate::pages::acts::fields::Choice;
use crate::words;

const REVIEW: &[Choice] = &[
    ("open", "可以在五日内申请复议", "may be asked for within five days"),
    ("asked", "复议中", "asked for"),
    ("over", "已经复议或者期限届满", "over"),
];

/// The judge, and what is to be forbidden: as it was asked for, else as the order has it.
pub(super) fn known(own: &pb::ProtectionOrder, act: &str) -> Vec<(String, String)> {
    let measures = |all: &[String]| -> Vec<(String, String)> {
        all.iter().map(|one| ("measures".to_owned(), one.clone())).collect()
    };
    let asked = own.application.as_ref().map_or(&[][..], |asked| &asked.measures);
    let ordered = own.order.as_ref().map_or(asked, |order| &order.measures);
    match act {
        "accept" => vec![("judge".to_owned(), own.judge.clone())],
        "grant" => measures(asked),
        "vary" => measures(ordered),
        _ => Vec::new(),
    }
}

/// The file, fact by fact.
pub(super) fn facts(facts: &mut Facts<'_>, own: &pb::ProtectionOrder) {
    let english = facts.english;
    let several = |facts: &Facts<'_>, of: &'static [Choice], codes: &[String]| {
        let words: Vec<&str> = codes.iter().map(|code| facts.word(of, code)).collect();
        words.join("；")
    };
    if let Some(asked) = &own.application {
        facts.people("面临危险的人", "In danger", &[asked.victim]);
        facts.people("被申请人", "Respondent", &[asked.respondent]);
        facts.code("谁来申请", "Applied by", BY, &asked.by);
        facts.code("怎么申请的", "Form", FORM, &asked.form);
        facts.add("家庭暴力的情况", "What happened", &asked.facts);
        let wanted = several(facts, MEASURE, &asked.measures);
        facts.add("请求的保护措施", "Asked for", wanted);
    }
    facts.add("收到申请", "Applied", words::time(own.applied_at.as_ref(), english));
    facts.add("受理", "Accepted", words::time(own.accepted_at.as_ref(), english));
    let urgent = if own.urgent {
        facts.t("是，二十四小时内裁定", "yes: within 24 hours")
    } else {
        ""
    };
    facts.add("情况紧急", "Urgent", urgent);
    facts.add("承办法官", "Judge", &own.judge);
    if let Some(order) = &own.order {
        let measures = several(facts, MEASURE, &order.measures);
        facts.add("保护令", "Order", measures);
        facts.day("作出", "Made on", order.made_on.as_ref());
        facts.day("有效期起算", "Counts from", order.from.as_ref());
        let months = format!("{}{}", order.months, facts.t("个月", " months"));
        facts.add("有效期", "For", months);
        let served = several(facts, RECIPIENT, &order.served);
        facts.add("已送达", "Served on", served);
    }
    let breaches = if own.breaches == 0 { String::new() } else { own.breaches.to_string() };
    facts.add("违反保护令的次数", "Breaches", breaches);
    facts.code("复议", "Reconsideration", REVIEW, &own.review);
    facts.day("结束", "Ended on", own.ended_on.as_ref());
}
