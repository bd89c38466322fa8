//! The area's hands: requests, public events, cases on a real database.

mod events;
mod node;
mod wire;

use std::collections::BTreeSet;

use jiefen_petition_rules::petition::{
    Answer, Branch, Classify, Command, Form, Forward, Matter, On, Opine, Receive, Reply, Verdict,
};
use jiefen_procedure::Brief;
use jiefen_vocab::{
    Agency, Channel, DisputeId, DisputeKind, Party, PartyKind, PartyRole, Private, TrackKind,
};
use jiff::civil::{Date, date};

/// What no announcement may contain.
const CANARY: &str = "金丝雀";

fn day(month: i8, day: i8) -> Date {
    date(2026, month, day)
}

fn agency(code: &str) -> Agency {
    format!("640122.{code}").parse().unwrap()
}

fn party(no: u32, role: PartyRole, kind: PartyKind) -> Party {
    Party { no, name: Private::new(format!("{CANARY}{no}")), role, kind, minor: false, more: None }
}

/// So many petitioners against one unit.
fn brief(n: u128, petitioners: u32) -> Brief {
    let mut parties: Vec<Party> =
        (1..=petitioners).map(|no| party(no, PartyRole::Applicant, PartyKind::Person)).collect();
    parties.push(party(99, PartyRole::Respondent, PartyKind::Org));
    Brief {
        dispute: DisputeId::from_bits((7 << 80) | n),
        code: format!("{CANARY}-{n}"),
        kind: DisputeKind::Labour,
        channel: Channel::ZzCounty,
        place: "640122".parse().unwrap(),
        other_place: None,
        summary: Private::new(format!("{CANARY}经济补偿没有支付")),
        parties,
        amount: None,
        people: petitioners,
        flags: BTreeSet::new(),
        received_on: day(6, 29),
        track: TrackKind::Petition,
        basis: format!("{CANARY}信访工作条例17"),
        known: Default::default(),
        consents: vec![],
    }
}

fn receive(brief: Brief, on: Date) -> Receive {
    Receive {
        brief,
        number: format!("{CANARY}贺信〔2026〕5号"),
        on,
        form: Form::Visit,
        matter: Matter::Claim,
        earlier: None,
        grave: false,
        representatives: vec![1],
        accused: vec![],
    }
}

fn on(on: Date) -> On {
    On { on }
}

fn opine(on: Date) -> Opine {
    Opine { on, verdict: Verdict::Rejected }
}

fn classify(on: Date, branch: Branch, route: Option<TrackKind>) -> Command {
    Command::Classify(Classify { on, branch, route })
}

fn forward(on: Date, unit: &str) -> Command {
    Command::Forward(Forward { on, unit: agency(unit), report_by: Some(day(12, 1)) })
}

fn reply(on: Date, reply: Reply) -> Command {
    Command::Reply(Answer { on, reply })
}
