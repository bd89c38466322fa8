//! When to meet: the mediator offers times, and notes what a party says who does not choose online.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::times_service_client::TimesServiceClient;
use jiefen_vocab::Role::{self, MediationHead, Mediator, WindowClerk};

use super::fields::{Choice, Field, Kind, Read, field};
use super::{Act, After, Sending, Sent};
use crate::lines::ask;

const TALKS: &str = "people_mediation";
const TALKING: &[&str] = &["mediating", "drafted"];
const BOTH: &[Role] = &[Mediator, MediationHead];

const MODE: &[Choice] = &[
    ("together", "面对面", "together"),
    ("apart", "背对背", "apart"),
    ("video", "视频", "video"),
    ("phone", "电话", "phone"),
];

/// The fields of each time: its day and its hour.
const TIMES: [(&str, &str); 3] = [("on1", "at1"), ("on2", "at2"), ("on3", "at3")];

sends! {
    TimesServiceClient at Some(Area::Mediation), head = head, after = case(case);

    fn offer = offer_slots(OfferSlotsRequest) |read, sent| { slots: offered(&mut read) }
    fn choose = choose_slots(ChooseSlotsRequest) |read, sent| {
        party: read.number("party"), picked: picked(&mut read),
    }
}

/// The times of the form; what was left empty is none.
fn offered(read: &mut Read<'_>) -> Vec<pb::Slot> {
    let (place, mode) = (read.text("place"), read.text("mode"));
    let mut slots = Vec::new();
    for (on, at) in TIMES {
        let (day, hour) = (read.day(on), read.text(at));
        if day.is_none() && hour.is_empty() {
            continue;
        }
        let (place, mode) = (place.clone(), mode.clone());
        slots.push(pb::Slot { no: 0, on: day, at: hour.replace('：', ":"), place, mode });
    }
    slots
}

/// The numbers as a clerk types them: 1、3.
fn picked(read: &mut Read<'_>) -> Vec<u32> {
    let text = read.text("picked");
    let parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let numbers: Vec<u32> = parts.filter_map(|part| part.parse().ok()).collect();
    let said_none = text == "0" || text == "无";
    if numbers.is_empty() && !said_none {
        read.fault(
            "picked",
            "请写时间的编号，如 1、3；都来不了写 0 (numbers such as 1, 3; 0 for none)",
        );
    }
    numbers.into_iter().filter(|no| *no > 0).collect()
}

/// The acts.
#[rustfmt::skip]
pub(super) const ACTS: &[Act] = &[
    Act { key: "offer-times", procedure: TALKS, states: TALKING, roles: BOTH, zh: "提几个时间让双方选", en: "Offer times", send: offer, fields: &[
        field("on1", "第一个时间：哪天", "First: the day", Kind::Later),
        Field { name: "at1", zh: "几点", en: "The hour", hint: "如 9:30、14:30", kind: Kind::Text },
        field("on2", "第二个时间：哪天", "Second: the day", Kind::Later),
        field("at2", "几点", "The hour", Kind::Text),
        field("on3", "第三个时间：哪天", "Third: the day", Kind::Later),
        field("at3", "几点", "The hour", Kind::Text),
        field("place", "地点或者平台", "Place", Kind::Text),
        field("mode", "方式", "Form", Kind::One(MODE)),
    ] },
    Act { key: "choose-times", procedure: TALKS, states: TALKING, roles: &[Mediator, MediationHead, WindowClerk], zh: "代记当事人选的时间", en: "Note a party's choice", send: choose, fields: &[
        field("party", "哪位当事人", "Party", Kind::Party),
        Field { name: "picked", zh: "哪几个时间能来", en: "Which times suit", hint: "写编号，如 1、3；都来不了写 0", kind: Kind::Text },
    ] },
];
