//! The parts of the requests.

use jiefen_arbitration_rules::labour_arbitration::{Against, Claim, Item};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::arbitration::v1 as pb;
use jiefen_vocab::Fen;

/// The longest case number, staff id or name of a document.
pub const NAME: usize = 100;

/// A party's number: from 1.
pub fn party(fields: &mut Fields, field: &str, no: u32) -> Option<u32> {
    if no == 0 {
        fields.fault(field, "必填，应为从1起的当事人编号 (required: a party's number, from 1)");
        return None;
    }
    Some(no)
}

/// Parties' numbers: each from 1, each once.
pub fn parties(fields: &mut Fields, field: &str, numbers: &[u32]) -> Option<Vec<u32>> {
    let mut found = Vec::with_capacity(numbers.len());
    for (place, no) in numbers.iter().enumerate() {
        let at = format!("{field}[{place}]");
        if let Some(no) = party(fields, &at, *no) {
            if found.contains(&no) {
                fields.fault(&at, format!("第{no}号当事人重复 (party {no} is named twice)"));
            }
            found.push(no);
        }
    }
    Some(found)
}

/// Parties' numbers, at least one.
pub fn some_parties(fields: &mut Fields, field: &str, numbers: &[u32]) -> Option<Vec<u32>> {
    if numbers.is_empty() {
        fields.fault(field, "必填 (required)");
        return None;
    }
    parties(fields, field, numbers)
}

/// Staff ids, at least one.
pub fn staff(fields: &mut Fields, field: &str, ids: &[String]) -> Option<Vec<String>> {
    if ids.is_empty() {
        fields.fault(field, "必填 (required)");
        return None;
    }
    let texts = ids.iter().enumerate();
    texts.map(|(place, id)| fields.text(&format!("{field}[{place}]"), id, NAME)).collect()
}

/// An amount of money, not negative.
pub fn money(fields: &mut Fields, field: &str, fen: i64) -> Option<Fen> {
    if fen < 0 {
        fields.fault(field, "金额不能为负数，单位为分 (in fen, not negative)");
        return None;
    }
    Some(Fen(fen))
}

/// What is claimed.
pub fn claims(fields: &mut Fields, claims: &[pb::Claim]) -> Option<Vec<Claim>> {
    if claims.is_empty() {
        fields.fault("claims", "必填，至少一项请求 (required: one claim or more)");
        return None;
    }
    let parse = |(place, claim): (usize, &pb::Claim)| {
        let at = |name: &str| format!("claims[{place}].{name}");
        let worker = party(fields, &at("worker"), claim.worker);
        let kind = fields.parse(&at("kind"), &claim.kind);
        let amount = claim.amount_fen.map(|fen| money(fields, &at("amount_fen"), fen));
        Some(Claim { worker: worker?, kind: kind?, amount: amount.flatten() })
    };
    // Every claim is looked at before the first wrong one ends the parse.
    let found: Vec<Option<Claim>> = claims.iter().enumerate().map(parse).collect();
    found.into_iter().collect()
}

/// The items of an award.
pub fn items(fields: &mut Fields, items: &[pb::Item]) -> Option<Vec<Item>> {
    if items.is_empty() {
        fields.fault("items", "必填，至少一项 (required: one item or more)");
        return None;
    }
    let parse = |(place, item): (usize, &pb::Item)| {
        let at = |name: &str| format!("items[{place}].{name}");
        let worker = party(fields, &at("worker"), item.worker);
        let kind = fields.parse(&at("kind"), &item.kind);
        let amount = money(fields, &at("amount_fen"), item.amount_fen);
        let finding = fields.parse(&at("finding"), &item.finding);
        Some(Item { worker: worker?, kind: kind?, amount: amount?, finding: finding? })
    };
    let found: Vec<Option<Item>> = items.iter().enumerate().map(parse).collect();
    found.into_iter().collect()
}

/// What a suit is directed against: the commission's silence or a paper.
pub fn against(fields: &mut Fields, field: &str, code: &str) -> Option<Against> {
    if code == "silence" {
        return Some(Against::Silence);
    }
    fields.parse(field, code).map(Against::Paper)
}

/// A year of which documents speak.
pub fn year(fields: &mut Fields, field: &str, year: i32) -> Option<i16> {
    let found = i16::try_from(year).ok().filter(|year| (1994..=2200).contains(year));
    if found.is_none() {
        fields.fault(field, "应为四位年份 (a year of four digits)");
    }
    found
}
