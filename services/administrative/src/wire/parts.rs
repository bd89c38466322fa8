//! The parts of the requests.

use jiefen_administrative_rules::reconsideration::{Act, Days, Duty, Head, Panel, Told};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::administrative::v1 as pb;
use jiefen_vocab::Fen;
use serde::de::DeserializeOwned;

use crate::codes;

/// The longest case number, staff id, name of an agency or place in the file.
pub const NAME: usize = 100;
/// The longest text.
pub const TEXT: usize = 5000;

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

/// A number from 1: days, or an opinion's.
pub fn number(fields: &mut Fields, field: &str, number: u32) -> Option<u32> {
    if number == 0 {
        fields.fault(field, "必填，应为从1起的数 (required: a number from 1)");
        return None;
    }
    Some(number)
}

/// An optional amount of money, not negative.
pub fn money(fields: &mut Fields, field: &str, fen: Option<i64>) -> Option<Fen> {
    let fen = fen?;
    if fen < 0 {
        fields.fault(field, "金额不能为负数，单位为分 (in fen, not negative)");
        return None;
    }
    Some(Fen(fen))
}

/// A code of a closed list of the law.
pub fn code<T: DeserializeOwned>(fields: &mut Fields, field: &str, text: &str) -> Option<T> {
    if text.is_empty() {
        fields.fault(field, "必填 (required)");
        return None;
    }
    match codes::value(text) {
        Ok(value) => Some(value),
        Err(problem) => {
            fields.fault(field, problem);
            None
        }
    }
}

/// An act under review that must be there.
pub fn act(fields: &mut Fields, act: Option<&pb::Act>) -> Option<Act> {
    let Some(act) = act else {
        fields.fault("act", "必填 (required)");
        return None;
    };
    let kind = code(fields, "act.kind", &act.kind);
    let made_on = fields.date_optional("act.made_on", act.made_on.as_ref());
    let knew_on = fields.date("act.knew_on", act.knew_on.as_ref());
    let told = told(fields, act);
    let amount = money(fields, "act.amount_fen", act.amount_fen);
    let longer_until = fields.date_optional("act.longer_until", act.longer_until.as_ref());
    let excused: Vec<Option<Days>> =
        act.excused.iter().enumerate().map(|(place, days)| stretch(fields, place, days)).collect();
    Some(Act {
        kind: kind?,
        made_on,
        knew_on: knew_on?,
        told: told?,
        real_estate: act.real_estate,
        amount,
        longer_until,
        excused: excused.into_iter().collect::<Option<_>>()?,
    })
}

fn told(fields: &mut Fields, act: &pb::Act) -> Option<Told> {
    if act.told == "learnt" {
        return fields.date("act.learnt_on", act.learnt_on.as_ref()).map(Told::Learnt);
    }
    if act.learnt_on.is_some() {
        fields.fault("act.learnt_on", "只随 learnt 填写 (only with learnt)");
    }
    match act.told.as_str() {
        "with_act" => Some(Told::WithAct),
        "never" => Some(Told::Never),
        _ => {
            let problem = "必填，应为 with_act learnt never (required: one of these)";
            fields.fault("act.told", problem);
            None
        }
    }
}

fn stretch(fields: &mut Fields, place: usize, days: &pb::Days) -> Option<Days> {
    let at = |name: &str| format!("act.excused[{place}].{name}");
    let from = fields.date(&at("from"), days.from.as_ref());
    let to = fields.date(&at("to"), days.to.as_ref());
    let (from, to) = (from?, to?);
    if to < from {
        fields.fault(at("to"), "早于起始日 (earlier than the first day)");
        return None;
    }
    Some(Days { from, to })
}

/// What somebody must do, when anything: the outer option is the parse, the inner one the field.
pub fn duty(fields: &mut Fields, duty: Option<&pb::Duty>) -> Option<Option<Duty>> {
    let Some(duty) = duty else { return Some(None) };
    let party = party(fields, "duty.party", duty.party);
    let by = fields.date("duty.by", duty.by.as_ref());
    let amount = money(fields, "duty.amount_fen", duty.amount_fen);
    Some(Some(Duty { party: party?, by: by?, amount }))
}

/// Who held a hearing; whether the panel is complete is for the law to say.
pub fn panel(fields: &mut Fields, panel: Option<&pb::Panel>) -> Option<Panel> {
    let Some(panel) = panel else {
        fields.fault("panel", "必填 (required)");
        return None;
    };
    let chair = fields.text("panel.chair", &panel.chair, NAME);
    let recorder = fields.text("panel.recorder", &panel.recorder, NAME);
    let named = panel.members.iter().enumerate();
    let members: Vec<Option<String>> = named
        .map(|(place, person)| fields.text(&format!("panel.members[{place}]"), person, NAME))
        .collect();
    let members = members.into_iter().collect::<Option<_>>()?;
    Some(Panel { chair: chair?, members, recorder: recorder? })
}

/// How the respondent's head appeared at the hearing.
pub fn head(fields: &mut Fields, head: &str, reasons: &str) -> Option<Head> {
    match head {
        "came" => Some(Head::Came),
        "sent_staff" => {
            let reasons = fields.text("reasons", reasons, TEXT)?;
            Some(Head::SentStaff { reasons })
        }
        "nobody_came" => Some(Head::NobodyCame),
        _ => {
            let problem = "必填，应为 came sent_staff nobody_came (required: one of these)";
            fields.fault("respondent_head", problem);
            None
        }
    }
}

/// An optional name: the outer option is the parse, the inner one the field.
pub fn named(fields: &mut Fields, field: &str, text: &str) -> Option<Option<String>> {
    if text.trim().is_empty() { Some(None) } else { fields.text(field, text, NAME).map(Some) }
}

/// An optional party's number: the outer option is the parse, the inner one the field.
pub fn perhaps(fields: &mut Fields, field: &str, no: Option<u32>) -> Option<Option<u32>> {
    no.map_or(Some(None), |no| party(fields, field, no).map(Some))
}
