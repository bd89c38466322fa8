//! The parts of the requests.

use jiefen_ledger::wire::Fields;
use jiefen_petition_rules::petition::Earlier;
use jiefen_proto::jiefen::petition::v1 as pb;
use jiefen_vocab::Agency;

use crate::codes::Code;

/// The longest number of the register or staff id.
pub const NAME: usize = 100;

/// A value of a closed list.
pub fn code<T: Code>(fields: &mut Fields, field: &str, text: &str) -> Option<T> {
    if text.is_empty() {
        fields.fault(field, "必填 (required)");
        return None;
    }
    let found = T::ALL.iter().find(|(_, code)| *code == text);
    if found.is_none() {
        let right: Vec<&str> = T::ALL.iter().map(|(_, code)| *code).collect();
        let right = right.join("、");
        fields.fault(field, format!("不在代码表中，应为 {right} 之一 (one of these codes)"));
    }
    found.map(|(value, _)| *value)
}

/// Parties' numbers: each from 1, each once.
pub fn parties(fields: &mut Fields, field: &str, numbers: &[u32]) -> Vec<u32> {
    for (place, no) in numbers.iter().enumerate() {
        let at = format!("{field}[{place}]");
        if *no == 0 {
            fields.fault(at, "应为从1起的当事人编号 (a party's number, from 1)");
        } else if numbers[..place].contains(no) {
            fields.fault(at, format!("第{no}号当事人重复 (party {no} is named twice)"));
        }
    }
    numbers.to_vec()
}

/// Agencies, each once.
pub fn agencies(fields: &mut Fields, field: &str, codes: &[String]) -> Vec<Agency> {
    fields.parse_all::<Agency>(field, codes).into_iter().collect()
}

/// Agencies, at least one.
pub fn some_agencies(fields: &mut Fields, field: &str, codes: &[String]) -> Vec<Agency> {
    if codes.is_empty() {
        fields.fault(field, "必填 (required)");
    }
    agencies(fields, field, codes)
}

/// The same matter, already known somewhere; an empty message is a fault.
pub fn earlier(fields: &mut Fields, earlier: Option<&pb::Earlier>) -> Option<Earlier> {
    use pb::earlier::Known;
    match earlier?.known.as_ref() {
        Some(Known::InHand(known)) => {
            let at = fields.parse("earlier.in_hand.at", &known.at);
            let dispute = fields.parse_optional("earlier.in_hand.dispute", &known.dispute);
            let until = fields.date("earlier.in_hand.until", known.until.as_ref());
            Some(Earlier::InHand { at: at?, dispute, until: until? })
        }
        Some(Known::Ended(known)) => {
            let how = code(fields, "earlier.ended.how", &known.how);
            let on = fields.date("earlier.ended.on", known.on.as_ref());
            Some(Earlier::Ended { how: how?, on: on? })
        }
        None => {
            fields.fault("earlier", "应为 in_hand 或者 ended 之一 (one of these)");
            None
        }
    }
}
