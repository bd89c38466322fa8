//! Tests of the area's hands: requests, public events, and the register as the registrar and others use it.

mod announced;
mod people;
mod requests;
mod service;

use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_vocab::Agency;
use jiff::civil::{Date, date};

use crate::case_id;

/// What no announcement may contain.
const CANARY: &str = "金丝雀";
const TODAY: Date = date(2026, 9, 3);
const UNIT: &str = "640122.water";

fn unit() -> Agency {
    UNIT.parse().unwrap()
}

fn key(digit: char) -> String {
    std::iter::repeat_n(digit, 64).collect()
}

/// A head that names the entry of a unit; an empty unit: none.
fn head(unit: &str, request_id: &str) -> Option<CommandHead> {
    let name = unit.parse().map(|unit| format!("cases/{}", case_id(unit))).unwrap_or_default();
    let request_id = request_id.to_owned();
    Some(CommandHead { name, request_id, ..CommandHead::default() })
}

fn profile() -> pb::Profile {
    let post = pb::Post {
        code: "director".to_owned(),
        name: "局长".to_owned(),
        role: "mediation_head".to_owned(),
    };
    let duty = pb::Duty {
        kinds: vec!["environment".to_owned()],
        tracks: vec!["administrative_mediation".to_owned()],
        power: "mediate".to_owned(),
        clause: "四(三)12".to_owned(),
    };
    pb::Profile {
        unit_kind: "government".to_owned(),
        name: format!("贺兰县水务局{CANARY}"),
        posts: vec![post],
        duties: vec![duty],
        served_by: "640122.centre".to_owned(),
        source: format!("贺党办〔2021〕15号{CANARY}"),
        valid_from: Some(jiefen_ledger::wire::date_to(date(2021, 2, 10))),
        valid_to: None,
        also: vec![],
        membership: None,
        phone: "0951-806 2110".to_owned(),
        address: "习岗镇意湖路1号".to_owned(),
    }
}
