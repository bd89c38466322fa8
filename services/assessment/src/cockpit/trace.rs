//! The public record of one dispute: who said what, when. Codes and days; no name of anybody.

use jiefen_assessment_rules::{Observed, event};
use jiefen_ledger::wire::date_to;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_terms::Law;
use jiefen_vocab::DisputeId;

use crate::observe::{PASSED_BACK, REGISTERED};

/// What happened, in words.
const WORDS: &[(&str, &str, &str)] = &[
    (REGISTERED, "登记纠纷", "registered"),
    (event::REFERRAL_OFFERED, "提出移送", "hand-over offered"),
    (event::REFERRAL_ACCEPTED, "签收移送", "hand-over accepted"),
    (event::REFERRAL_DECLINED, "退回移送", "hand-over declined"),
    (event::REFERRAL_EXPIRED, "移送逾期未答", "hand-over left unanswered"),
    (event::CLOCK_MET, "按期完成", "done in time"),
    (event::CLOCK_EXPIRED, "逾期", "time limit passed"),
    (event::CLOCK_STOPPED, "期限中止", "time limit stopped"),
    (event::CLOCK_EXTENDED, "期限延长", "time limit extended"),
    (event::MEDIATION_APPLIED, "申请调解", "mediation applied for"),
    (event::MEDIATION_CONSENTED, "各方同意调解", "everybody consents to mediation"),
    (event::CONSENT_REFUSED, "一方不同意调解", "a party refuses mediation"),
    (event::AGREEMENT_MADE, "调解协议生效", "agreement in force"),
    (event::MEDIATION_ENDED, "调解结束，没有达成协议", "mediation ended without agreement"),
    (event::OBLIGATION_SET, "协议约定一项义务", "the agreement sets an obligation"),
    (event::OBLIGATION_PERFORMED, "履行一项义务", "an obligation performed"),
    (event::COMPLAINT_RECEIVED, "法院收到起诉材料", "complaint received by the court"),
    (event::CASE_FILED, "法院立案", "case filed"),
    (event::FILING_REFUSED, "法院不予立案", "filing refused"),
    (event::SETTLED_BEFORE_FILING, "立案前调解成", "settled before filing"),
    (event::ENFORCEMENT_OPENED, "申请执行立案", "enforcement opened"),
    (PASSED_BACK, "退回原单位", "passed back"),
];

/// The record of a dispute from what was seen of it, oldest first.
pub(super) fn trace(dispute: DisputeId, events: &[&Observed]) -> pb::Trace {
    let kind = events.iter().find_map(|event| event.attributes.kind);
    let place = events.iter().find_map(|event| event.attributes.place);
    pb::Trace {
        dispute: dispute.to_string(),
        kind: kind.map(|kind| kind.code().to_owned()).unwrap_or_default(),
        place: place.map(|place| place.to_string()).unwrap_or_default(),
        entries: events.iter().map(|event| entry(event)).collect(),
    }
}

fn entry(event: &Observed) -> pb::TraceEntry {
    let words = WORDS.iter().find(|(code, ..)| *code == event.event);
    let (_, zh, en) = words.copied().unwrap_or(("", "其他事项", "another event"));
    let rule = event.attributes.rule.as_deref();
    let limit = rule.and_then(|rule| Law::shipped().rule(rule).ok()).map(|rule| &rule.title);
    pb::TraceEntry {
        on: Some(date_to(event.on())),
        agency: event.agency.to_string(),
        event: event.event.clone(),
        zh: zh.to_owned(),
        en: en.to_owned(),
        to: event.attributes.to.map(|to| to.to_string()).unwrap_or_default(),
        rule: rule.unwrap_or_default().to_owned(),
        limit_zh: limit.map(|title| title.zh.clone()).unwrap_or_default(),
        limit_en: limit.map(|title| title.en.clone()).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observe::READS;

    #[test]
    fn every_event_that_is_read_has_words() {
        for kind in READS.iter().chain(event::ALL) {
            assert!(WORDS.iter().any(|(code, ..)| code == kind), "{kind}");
        }
    }
}
