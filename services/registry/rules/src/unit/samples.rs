//! Sample courses of a unit's entry, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::kit::{Move, day};
use jiefen_vocab::{Agency, DisputeKind, Moment, Role, TrackKind};
use jiff::civil::{Date, date};

use super::{Command, NodeKey, Profile, Tree, Unit};
use jiefen_county::{Duty, Power, UnitKind};

/// The day on which the sample unit is added.
pub const ADDED: Date = date(2026, 3, 2);
/// The day of everything else.
pub const TODAY: Date = date(2026, 3, 9);

/// An agency by its code.
pub fn agency(text: &str) -> Agency {
    text.parse().unwrap()
}

/// The sample unit.
pub fn me() -> Agency {
    agency("640122.court")
}

/// A key of one digit.
pub fn key(digit: char) -> NodeKey {
    digit.to_string().repeat(64).parse().unwrap()
}

/// A moment of a day.
pub fn at(day: Date) -> Moment {
    Moment::from_local(day.at(10, 0, 0, 0))
}

/// What is written about the sample unit.
pub fn profile() -> Profile {
    Profile {
        kind: UnitKind::Court,
        name: "某县人民法院".into(),
        posts: Vec::new(),
        duties: vec![Duty {
            kinds: [DisputeKind::Labour].into(),
            tracks: [TrackKind::Litigation].into(),
            power: Power::Decide,
            clause: "四(二)1".into(),
        }],
        served_by: None,
        source: "某文件".into(),
        valid_from: date(2021, 2, 10),
        valid_to: None,
        also: Default::default(),
        phone: None,
        address: None,
        membership: None,
    }
}

/// The unit is added.
pub fn add() -> Command {
    Command::AddUnit {
        agency: me(),
        profile: profile(),
        territorial: None,
        authority: None,
        above: vec![],
        on: ADDED,
    }
}

/// What is written is changed.
pub fn amend(change: impl Fn(&mut Profile)) -> Command {
    let mut profile = profile();
    change(&mut profile);
    Command::AmendUnit { profile, on: TODAY }
}

/// Another superior.
pub fn shift(superior: Option<&str>, chain: &[&str]) -> Command {
    Command::MoveUnit {
        tree: Tree::Authority,
        superior: superior.map(agency),
        chain: chain.iter().map(|text| agency(text)).collect(),
        basis: "某文件".into(),
        on: TODAY,
    }
}

/// The node joins with a key.
pub fn admit(digit: char) -> Command {
    Command::AdmitNode { key: key(digit), endpoints: vec!["court.example:7443".into()], on: TODAY }
}

/// Another key from a moment on.
pub fn rotate(digit: char, effective: Moment) -> Command {
    Command::RotateKey { key: key(digit), effective }
}

/// The node is suspended.
pub fn suspend() -> Command {
    Command::SuspendNode { reason: "密钥可能泄露".into(), on: TODAY }
}

/// The unit ends.
pub fn close(open_duties: u32, successor: Option<&str>) -> Command {
    Command::CloseUnit {
        open_duties,
        successor: successor.map(agency),
        basis: "机构改革".into(),
        on: TODAY,
    }
}

/// One command of each name, in their order.
pub fn commands() -> Vec<Command> {
    vec![
        add(),
        amend(|_| ()),
        shift(None, &[]),
        admit('d'),
        rotate('e', at(day("2026-04-01"))),
        suspend(),
        close(0, None),
        Command::ConfirmUnit { on: TODAY },
        Command::FlagReview,
    ]
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<Unit>> {
    let above = "640100.court";
    let doorless = Command::AdmitNode { key: key('c'), endpoints: Vec::new(), on: TODAY };
    let mut all = commands();
    all.extend([
        amend(|profile| profile.name = " ".into()),
        amend(|profile| profile.source = String::new()),
        amend(|profile| profile.duties[0].clause = String::new()),
        amend(|profile| profile.valid_to = Some(date(2020, 1, 1))),
        shift(Some(above), &[above, "640000.court"]),
        shift(Some(above), &[]),
        shift(Some("640122.court"), &["640122.court"]),
        admit('a'),
        doorless,
        rotate('d', at(day("2026-04-02"))),
        rotate('c', at(ADDED)),
        rotate('b', at(day("2026-03-10"))),
        close(3, None),
        close(3, Some("640122.court")),
        close(3, Some("640122.justice")),
        Command::ConfirmUnit { on: day("2026-03-01") },
        Command::ConfirmUnit { on: day("2027-01-01") },
    ]);
    all.into_iter().map(|command| (TODAY, Role::Registrar, command)).collect()
}

/// Complete lawful courses: a node with two keys, a suspended one that comes back, a unit without a node.
pub fn lines() -> Vec<Vec<Move<Unit>>> {
    let confirm = || Command::ConfirmUnit { on: TODAY };
    let above = || shift(Some("640100.court"), &["640100.court", "640000.court"]);
    let tomorrow = at(day("2026-03-10"));
    let node = [admit('a'), rotate('b', tomorrow), above(), close(3, Some("640122.justice"))];
    let back = [admit('a'), suspend(), amend(|_| ()), admit('b'), confirm()];
    let gone = [admit('a'), suspend(), Command::FlagReview, confirm(), close(0, None)];
    let bare = [Command::FlagReview, confirm(), amend(|_| ()), above(), close(0, None)];
    [node.to_vec(), back.to_vec(), gone.to_vec(), bare.to_vec()]
        .map(|rest| {
            let first = (ADDED, Role::Registrar, add());
            let then = rest.into_iter().map(|command| {
                let role =
                    if command == Command::FlagReview { Role::System } else { Role::Registrar };
                (TODAY, role, command)
            });
            std::iter::once(first).chain(then).collect()
        })
        .to_vec()
}
