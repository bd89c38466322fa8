//! Tests of the area's hands: what events say, the public events, and proposals from failure to choice.

mod announced;
mod course;

use jiefen_ledger::testing::TestNode;
use jiefen_ledger::wire::date_to;
use jiefen_proto::jiefen::common::v1::FactHead;
use jiefen_proto::jiefen::{intake::v1 as intake, mediation::v1 as mediation};
use jiefen_vocab::DisputeId;
use jiff::civil::{Date, date};
use prost::Message;

use crate::CoordinationArea;

const OFFICE: &str = "640122.coordination";
const TOWN: &str = "640122102.town_mediation";
const CENTRE: &str = "640122.centre";
/// S01.3: the township's mediation of a rural-land dispute ended on this day.
const FAILED: Date = date(2026, 4, 15);

type Node = TestNode<CoordinationArea>;

fn dispute() -> DisputeId {
    DisputeId::from_bits((6 << 80) | 1)
}

fn head(from: &str) -> Option<FactHead> {
    let (dispute, agency) = (dispute().to_string(), from.to_owned());
    Some(FactHead { dispute, agency, version: 1, ..FactHead::default() })
}

/// The end of a people's mediation.
fn ended(from: &str, outcome: &str, kind: &str, on: Date) -> Vec<u8> {
    mediation::MediationEnded {
        head: head(from),
        procedure: "people_mediation".to_owned(),
        outcome: outcome.to_owned(),
        kind: kind.to_owned(),
        on: Some(date_to(on)),
        track: String::new(),
    }
    .encode_to_vec()
}

fn route_chosen(track: &str) -> Vec<u8> {
    let track = track.to_owned();
    intake::RouteChosen { head: head(CENTRE), track, insists: false }.encode_to_vec()
}
