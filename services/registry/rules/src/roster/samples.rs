//! Sample courses of a person on a roster, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_county::UnitKind;
use jiefen_procedure::kit::{COUNTY, Move};
use jiefen_vocab::{Agency, DisputeKind, Private, Role};
use jiff::civil::{Date, date};

use super::{Calling, Card, Command, Ground, Manner, Roster};

/// The day on which the sample person is entered.
pub const ADDED: Date = date(2026, 3, 2);
/// The day of everything else.
pub const TODAY: Date = date(2026, 3, 9);

/// The unit of the samples.
pub fn unit() -> Agency {
    "640122.mediation".parse().unwrap()
}

/// Who keeps the register in the samples.
pub fn keeper() -> Agency {
    COUNTY.parse().unwrap()
}

/// A committee's member, elected for three years.
pub fn card() -> Card {
    Card {
        name: Private::new("刘长顺".into()),
        calling: Calling::PartTime,
        person: Some("mediator-1".into()),
        phone: Some(Private::new("13900000000".into())),
        languages: vec!["普通话".into(), "西北方言".into()],
        fields: [DisputeKind::Neighbour, DisputeKind::MarriageFamily].into(),
        organisation: String::new(),
        certificate: String::new(),
        manner: Manner::Elected,
        appointed_by: "村民代表会议".into(),
        appointed_on: date(2026, 3, 1),
        basis: "推选记录".into(),
        since: date(2026, 3, 1),
        until: Some(date(2029, 3, 1)),
        trained_on: None,
        checked: true,
    }
}

/// Somebody whom a court has invited.
pub fn invited() -> Card {
    Card {
        calling: Calling::Invited,
        manner: Manner::Admitted,
        until: None,
        trained_on: Some(date(2026, 2, 20)),
        appointed_by: "某县人民法院".into(),
        basis: "入册决定".into(),
        ..card()
    }
}

/// The person is entered, with this changed.
pub fn add(change: impl FnOnce(&mut Card)) -> Command {
    add_at(UnitKind::Mediation, card(), change)
}

/// A person is entered on the roster of a unit of this kind.
pub fn add_at(unit_kind: UnitKind, mut card: Card, change: impl FnOnce(&mut Card)) -> Command {
    change(&mut card);
    let (unit, keeper, card) = (unit(), keeper(), Box::new(card));
    Command::AddPerson { unit, unit_kind, keeper, twin: false, card, on: ADDED }
}

/// What is written is replaced, with this changed.
pub fn amend(change: impl FnOnce(&mut Card)) -> Command {
    let mut card = card();
    change(&mut card);
    Command::AmendPerson { keeper: keeper(), twin: false, card: Box::new(card), on: TODAY }
}

/// The entry is confirmed on a day.
pub fn confirm(on: Date) -> Command {
    Command::ConfirmPerson { keeper: keeper(), on }
}

/// The person is taken off.
pub fn off(ground: Ground, note: &str) -> Command {
    Command::TakeOff { keeper: keeper(), ground, note: note.into(), on: TODAY }
}

/// One command of each name, in their order.
pub fn commands() -> Vec<Command> {
    let same = |_: &mut Card| ();
    vec![add(same), amend(same), confirm(TODAY), off(Ground::Resigned, ""), Command::FlagCheck]
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<Roster>> {
    let mut all = commands();
    let mut twice = add(|_| ());
    if let Command::AddPerson { twin, .. } = &mut twice {
        *twin = true;
    }
    all.extend([
        twice,
        add(|card| card.name = Private::new(" ".into())),
        add(|card| card.calling = Calling::Arbitrator),
        add(|card| card.manner = Manner::Admitted),
        add(|card| card.basis = String::new()),
        add(|card| card.since = date(2026, 2, 1)),
        add(|card| card.until = Some(date(2026, 2, 1))),
        add(|card| card.until = None),
        add(|card| card.until = Some(date(2029, 3, 2))),
        add(|card| card.checked = false),
        add_at(UnitKind::Court, invited(), |_| ()),
        add_at(UnitKind::Court, invited(), |card| card.trained_on = None),
        add(|card| (card.calling, card.manner) = (Calling::Lawyer, Manner::Engaged)),
        amend(|card| card.until = Some(date(2026, 3, 31))),
        off(Ground::StruckOff, "收受财物"),
        off(Ground::TermEnded, ""),
        off(Ground::Dismissed, " "),
        off(Ground::Dismissed, "偏袒一方，经调查属实"),
        confirm(date(2026, 3, 1)),
        confirm(date(2027, 1, 1)),
    ]);
    let by = |role: Role| move |command: Command| (TODAY, role, command);
    let mut moves: Vec<Move<Roster>> = all.into_iter().map(by(Role::Registrar)).collect();
    moves.extend(commands().into_iter().take(4).map(by(Role::MediationHead)));
    moves.extend(commands().into_iter().take(4).map(by(Role::CourtPresident)));
    moves
}

/// Complete lawful courses: a member who is confirmed and resigns, one whose number changes, one who is struck off.
pub fn lines() -> Vec<Vec<Move<Roster>>> {
    let head = Role::MediationHead;
    let same = |_: &mut Card| ();
    let struck = [
        (ADDED, Role::Registrar, add_at(UnitKind::Court, invited(), same)),
        (TODAY, Role::Registrar, off(Ground::StruckOff, "收受财物，经审查属实")),
    ];
    let member = [
        (ADDED, head, add(same)),
        (TODAY, Role::System, Command::FlagCheck),
        (TODAY, head, confirm(TODAY)),
        (TODAY, head, amend(|card| card.phone = None)),
        (TODAY, head, off(Ground::Resigned, "")),
    ];
    vec![member.to_vec(), struck.to_vec()]
}
