//! The area's hands: requests, public events, cases on a real database, the service itself.

mod events;
mod node;
mod serve;
mod wire;

use std::collections::BTreeSet;

use jiefen_arbitration_rules::labour_arbitration::{
    Apply, ByParty, Claim, ClaimKind, Command, Finding, FormTribunal, HoldHearing, Item, MakeAward,
    Mediate, MinimumWage, NotifyHearing, On, Paper, Receive,
};
use jiefen_procedure::Brief;
use jiefen_vocab::{
    Channel, DisputeId, DisputeKind, Fen, Party, PartyKind, PartyRole, Private, TrackKind,
};
use jiff::civil::{Date, date};

/// What no announcement may contain.
const CANARY: &str = "金丝雀";
/// The employer's number.
const BOSS: u32 = 9;

fn day(month: i8, day: i8) -> Date {
    date(2026, month, day)
}

fn party(no: u32, role: PartyRole, kind: PartyKind) -> Party {
    Party {
        no,
        name: Private::new(format!("{CANARY}{no}")),
        role,
        kind,
        minor: no == 2,
        more: None,
    }
}

/// Two workers against their employer, asked first on 14 September.
fn brief(n: u128) -> Brief {
    Brief {
        dispute: DisputeId::from_bits((7 << 80) | n),
        code: format!("{CANARY}-{n}"),
        kind: DisputeKind::Labour,
        channel: Channel::LabourWindow,
        place: "640122".parse().unwrap(),
        other_place: None,
        summary: Private::new(format!("{CANARY}拖欠工资")),
        parties: vec![
            party(1, PartyRole::Applicant, PartyKind::Person),
            party(2, PartyRole::Applicant, PartyKind::Person),
            party(BOSS, PartyRole::Respondent, PartyKind::Org),
        ],
        amount: Some(Fen::yuan(18_000)),
        people: 2,
        flags: BTreeSet::new(),
        received_on: day(9, 14),
        track: TrackKind::LabourArbitration,
        basis: format!("{CANARY}劳动争议调解仲裁法5"),
        known: Default::default(),
        consents: vec![],
    }
}

fn claims() -> Vec<Claim> {
    let claim = |worker| Claim { worker, kind: ClaimKind::Wages, amount: Some(Fen::yuan(9000)) };
    vec![claim(1), claim(2)]
}

/// The application of both workers.
fn apply(brief: Option<Brief>, on: Date) -> Command {
    Command::Apply(Box::new(Apply {
        brief,
        number: format!("{CANARY}案号"),
        on,
        workers: vec![1, 2],
        employers: vec![BOSS],
        claims: claims(),
        common_claim: true,
        knew_on: Some(day(8, 1)),
        employment_ended_on: Some(day(8, 31)),
    }))
}

fn on(on: Date) -> On {
    On { on }
}

fn wage() -> MinimumWage {
    MinimumWage { monthly: Fen::yuan(2050), year: 2024, source: format!("{CANARY}文件") }
}

fn item(worker: u32) -> Item {
    let (kind, finding) = (ClaimKind::Wages, Finding::Granted);
    Item { worker, kind, amount: Fen::yuan(9000), finding }
}

fn receive(party: u32, on: Date) -> Command {
    Command::Receive(Receive { paper: Paper::Final, party, on })
}

/// From acceptance on 18 September to a final award on 26 October.
fn to_the_award() -> Vec<(Date, Command)> {
    let hearing_on = day(10, 14);
    let (formed, told) = (day(9, 21), day(9, 22));
    let arbitrators = vec!["a1".to_owned()];
    let items = vec![item(1), item(2)];
    vec![
        (day(9, 18), Command::Accept(on(day(9, 18)))),
        (day(9, 18), Command::ServeCopy(ByParty { party: BOSS, on: day(9, 18) })),
        (formed, Command::FormTribunal(FormTribunal { on: formed, arbitrators })),
        (told, Command::NotifyHearing(NotifyHearing { on: told, hearing_on })),
        (hearing_on, Command::HoldHearing(HoldHearing { on: hearing_on, absent: vec![] })),
        (hearing_on, Command::Mediate(Mediate { on: hearing_on, agreed: vec![] })),
        (day(10, 26), Command::Award(MakeAward { on: day(10, 26), items, minimum_wage: wage() })),
    ]
}
