//! Sample courses of negotiations.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, brief, day};
use jiefen_procedure::matrix::Circumstance;
use jiefen_vocab::{DisputeKind, Party, PartyKind, PartyRole, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Command, Mandate, Negotiation};
use crate::agreement::Draft;
use crate::neutral::samples::{HASH, draft, drafts, owed};

/// The day on which the samples begin, a Monday.
pub const BEGUN: &str = "2026-05-11";

fn parties(count: u32, on: Date) -> Brief {
    let mut brief = brief(DisputeKind::ContractDebt, TrackKind::Negotiation, on);
    brief.parties.truncate(count as usize);
    if count == 3 {
        let name = Private::new("丙公司".to_owned());
        let (role, kind) = (PartyRole::Third, PartyKind::Org);
        brief.parties.push(Party { no: 3, name, role, kind, minor: false, more: None });
    }
    brief
}

/// An invitation by the first of some parties.
pub fn invite(on: Date, count: u32) -> Command {
    let brief = parties(count, on).into();
    Command::Invite { brief, by: 1, facts: BTreeSet::new(), on }
}

/// A proposal of the first party over 900 yuan.
pub fn propose(by: u32, until: Option<Date>, on: Date) -> Command {
    Command::Propose { by, draft: text(on), until, on }
}

fn text(on: Date) -> Draft {
    draft(vec![owed(1, on.saturating_add(jiff::Span::new().days(60)), 900)])
}

/// An acceptance in person.
pub fn accept(party: u32, on: Date) -> Command {
    Command::Accept { party, hash: HASH.to_owned(), by_agent: false, guardian: false, on }
}

fn commands(on: Date) -> Vec<Command> {
    let mut minor = parties(2, on);
    minor.parties[1].minor = true;
    let violence = BTreeSet::from([Circumstance::DomesticViolence]);
    let mandate = |may_settle| Command::Mandate {
        mandate: Mandate { party: 2, agent: Private::new("律师".to_owned()), may_settle, on },
    };
    let extend = |days, agreed: &[u32]| Command::Extend { days, agreed: agreed.to_vec(), on };
    let mut all = vec![
        invite(on, 1),
        invite(on, 2),
        invite(on, 3),
        Command::Invite { brief: minor.into(), by: 1, facts: BTreeSet::new(), on },
        Command::Invite { brief: parties(2, on).into(), by: 1, facts: violence, on },
        Command::Invite { brief: parties(2, on).into(), by: 9, facts: BTreeSet::new(), on },
        mandate(false),
        mandate(true),
        Command::Revoke { on },
        extend(5, &[1, 2]),
        extend(5, &[1, 2, 3]),
        extend(5, &[1]),
        extend(0, &[1, 2]),
        Command::EndFailed { on },
        Command::LapseInvitation,
        Command::LapseOffer,
        Command::Lapse,
    ];
    for party in [1, 2, 3] {
        all.extend([Command::Agree { party, on }, Command::Refuse { party, on }]);
        all.extend([Command::Reject { party, on }, Command::Leave { party, on }]);
        all.extend([propose(party, None, on), propose(party, Some(on), on), accept(party, on)]);
    }
    for (hash, by_agent) in [("0", false), (HASH, true)] {
        let hash = hash.to_owned();
        all.push(Command::Accept { party: 2, hash, by_agent, guardian: true, on });
    }
    all.push(propose(1, Some(day("2027-01-01")), on));
    let faulty = drafts(on).into_iter();
    all.extend(faulty.map(|draft| Command::Propose { by: 1, draft, until: None, on }));
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<Negotiation>> {
    let days = [BEGUN, "2026-05-12", "2026-05-20", "2026-06-15"].map(day);
    days.into_iter()
        .flat_map(|on| commands(on).into_iter().map(move |command| (on, Role::Party, command)))
        .collect()
}

/// Complete lawful courses, one for each ending.
pub fn lines() -> Vec<Vec<Move<Negotiation>>> {
    let on = day(BEGUN);
    let line = |count: u32, rest: Vec<Command>| {
        let begun = std::iter::once(invite(on, count)).chain(rest);
        begun.map(|command| (on, Role::Party, command)).collect::<Vec<_>>()
    };
    let willing = |party| Command::Agree { party, on };
    let mut over = line(2, vec![willing(2)]);
    over.push((day("2026-06-15"), Role::System, Command::Lapse));
    let mut unanswered = line(2, Vec::new());
    unanswered.push((day("2026-06-15"), Role::System, Command::LapseInvitation));
    let mut minor = parties(2, on);
    minor.parties[1].minor = true;
    let guarded =
        Command::Accept { party: 2, hash: HASH.to_owned(), by_agent: false, guardian: true, on };
    let mut minor: Vec<Move<Negotiation>> = [
        Command::Invite { brief: minor.into(), by: 1, facts: BTreeSet::new(), on },
        willing(2),
        propose(1, None, on),
    ]
    .map(|command| (on, Role::Party, command))
    .to_vec();
    minor.push((on, Role::Party, guarded));
    vec![
        minor,
        line(2, vec![willing(2), propose(1, None, on), accept(2, on)]),
        line(3, vec![willing(2), willing(3), propose(1, None, on), accept(2, on), accept(3, on)]),
        line(2, vec![willing(2), propose(1, Some(on), on), Command::Reject { party: 2, on }]),
        line(2, vec![willing(2), Command::EndFailed { on }]),
        line(2, vec![Command::Refuse { party: 2, on }]),
        line(2, vec![willing(2), Command::Leave { party: 2, on }]),
        over,
        unanswered,
    ]
}
