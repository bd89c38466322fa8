//! The file of an application for a payment order.

use jiefen_proto::jiefen::court::v1 as pb;

use super::{Facts, iso_or_none, yuan};
use crate::pages::acts::court::payment::{BASIS, STANDING, THING};

/// The number and the judge, as they were said before.
pub(super) fn known(own: &pb::PaymentOrder, act: &str) -> Vec<(String, String)> {
    match act {
        "accept" => vec![
            ("case_no".to_owned(), own.case_no.clone()),
            ("judge".to_owned(), own.judge.clone()),
        ],
        _ => Vec::new(),
    }
}

/// What can be chosen: the claims, the rulings.
pub(super) fn choices(own: &pb::PaymentOrder, what: &str) -> Vec<(String, String)> {
    match what {
        "claims" => {
            let claims = own.application.iter().flat_map(|asked| &asked.claims);
            let sum = |one: &pb::PaymentClaim| {
                one.amount_fen.map(|fen| format!("{}元", yuan(fen))).unwrap_or_default()
            };
            claims.map(|one| (one.no.to_string(), format!("第{}项 {}", one.no, sum(one)))).collect()
        }
        "rulings" => {
            let open = own.rulings.iter().filter(|one| one.open);
            let named = |one: &pb::PaymentRuling| {
                format!("第{}份 {}", one.no, iso_or_none(one.on.as_ref()))
            };
            open.map(|one| (one.no.to_string(), named(one))).collect()
        }
        _ => Vec::new(),
    }
}

/// The file, fact by fact.
pub(super) fn facts(facts: &mut Facts<'_>, own: &pb::PaymentOrder) {
    if let Some(asked) = &own.application {
        facts.people("债权人", "Creditor", &[asked.creditor]);
        let basis = if asked.item.is_empty() { &asked.basis } else { &asked.item };
        facts.code("债务依据", "The debt", BASIS, basis);
        for one in &asked.claims {
            let sum = one.amount_fen.map(|fen| format!("{}元", yuan(fen))).unwrap_or_default();
            let (thing, stands) =
                (facts.word(THING, &one.thing), facts.word(STANDING, &one.standing));
            let text = format!(
                "{} {thing} {sum} {} {stands}",
                facts.names(&one.debtors),
                facts.on(one.due_on.as_ref())
            );
            facts.add("请求", "Claim", text);
        }
    }
    facts.day("申请", "Applied", own.applied_on.as_ref());
    facts.add("案号", "Case number", &own.case_no);
    facts.add("承办法官", "Judge", &own.judge);
    facts.day("受理", "Accepted", own.accepted_on.as_ref());
    facts.day("发出支付令", "Issued", own.issued_on.as_ref());
    for one in &own.debtors {
        let name = facts.name(one.party);
        if let Some(on) = &one.served_on {
            let text = format!("{name} {}", facts.on(Some(on)));
            facts.add("支付令送达", "Served", text);
        }
        if let Some(on) = &one.objected_on {
            let text = format!("{name} {}", facts.on(Some(on)));
            facts.add("书面异议", "Objection", text);
        }
    }
    for one in &own.rulings {
        facts.day("终结督促程序裁定", "Ruling", one.on.as_ref());
        facts.day("债权人收到裁定", "Ruling received", one.received_on.as_ref());
    }
    facts.day("结案", "Ended on", own.ended_on.as_ref());
}
