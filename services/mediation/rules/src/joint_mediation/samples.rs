//! Sample commands and courses of a joint mediation.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, brief, consent, day};
use jiefen_procedure::matrix::Circumstance;
use jiefen_vocab::{
    Agency, DisputeKind, Flag, Party, PartyKind, PartyRole, Private, Region, Role, TrackKind,
};
use jiff::civil::Date;

use super::{Command, JointMediation, Watch};
use crate::agreement::Draft;
use crate::talks::Step;
use crate::talks::samples::{agreeing, draft, owed, steps};

/// The agency of a role's sample staff.
pub fn agency(text: &str) -> Agency {
    text.parse().unwrap()
}

/// A county.
pub fn county(text: &str) -> Region {
    text.parse().unwrap()
}

/// A dispute of a kind; with party 3 beside party 1 when `more`.
pub fn dispute(kind: DisputeKind, more: bool, consents: &[u32], on: Date) -> Brief {
    let track = TrackKind::JointMediation;
    let mut brief = brief(kind, track, on);
    if more {
        brief.parties.push(Party {
            no: 3,
            name: Private::new("丙".to_owned()),
            role: PartyRole::Applicant,
            kind: PartyKind::Person,
            minor: false,
            more: None,
        });
    }
    brief.consents = consents.iter().map(|party| consent(*party, track, true, on)).collect();
    brief
}

/// The host calls the market office and the police.
pub fn call(brief: Brief, on: Date) -> Command {
    let here = county("640122");
    Command::Call {
        brief: Box::new(brief),
        lawful: true,
        units: vec![(agency("640122.market"), here), (agency("640122.police"), here)],
        known: BTreeSet::new(),
        on,
    }
}

/// The text, each obligation watched by the market office.
pub fn shared(text: Draft, on: Date) -> Command {
    let unit = agency("640122.market");
    let watches = text.obligations.iter().map(|one| Watch { obligation: one.no, unit }).collect();
    Command::PutShared { draft: text, watches, on }
}

fn beginnings(on: Date) -> Vec<Command> {
    let kind = DisputeKind::Environment;
    let both = dispute(kind, false, &[1, 2], on);
    let mut all = vec![
        call(both.clone(), on),
        call(dispute(kind, true, &[1, 2, 3], on), on),
        call(dispute(kind, false, &[1], on), on),
    ];
    let mut across = both.clone();
    across.other_place = Some(county("640221"));
    let mut alone = both.clone();
    alone.parties.pop();
    let mut minor = both.clone();
    minor.parties[0].minor = true;
    let mut barred = both.clone();
    barred.flags.insert(Flag::NotMediable);
    all.extend([across, alone, minor, barred].map(|one| call(one, on)));
    let mut lonely = call(both.clone(), on);
    let mut refused = call(both, on);
    if let Command::Call { units, .. } = &mut lonely {
        units.clear();
    }
    if let Command::Call { known, .. } = &mut refused {
        known.insert(Circumstance::MediationRefused);
    }
    all.extend([lonely, refused]);
    all
}

fn units_words(on: Date) -> Vec<Command> {
    let mut all = Vec::new();
    for person in ["u-1", " "] {
        all.push(Command::Join { person: person.to_owned(), on });
        all.push(Command::DeclineUnit { reason: person.to_owned(), on });
    }
    all.extend([1, 2].map(|no| Command::ReportTask { no, on }));
    all.push(Command::Acknowledge { on });
    all
}

fn host_words(on: Date) -> Vec<Command> {
    let mut all = beginnings(on);
    let due = day("2026-12-31");
    all.extend(steps(on, due).into_iter().map(Command::Talk));
    let text = draft(vec![owed(1, 100, due)]);
    all.push(shared(text.clone(), on));
    all.push(Command::PutShared { draft: text.clone(), watches: Vec::new(), on });
    let mut faulty = text.clone();
    faulty.faults.insert(crate::agreement::ContentFault::AgainstLaw);
    let unread = Draft { hash: String::new(), ..text };
    let early = draft(vec![owed(1, 1, day("2020-01-01"))]);
    all.extend([faulty, unread, early, draft(Vec::new())].map(|one| shared(one, on)));
    for unit in ["640122.ecology", "640122.market", "640122.police"] {
        all.push(Command::CallUnit { unit: agency(unit), county: county("640122"), on });
        for what in ["送检报告", " "] {
            let (unit, what) = (agency(unit), what.to_owned());
            all.push(Command::GiveTask { unit, what, due: day("2026-10-20"), on });
        }
    }
    for mediator in ["m-1", " "] {
        all.push(Command::Begin { mediator: mediator.to_owned(), on });
    }
    for party in [1, 3] {
        all.push(Command::WithdrawConsent { party, how: "phone".to_owned() });
    }
    for when in [on, day("2030-01-01"), day("2020-01-01")] {
        all.push(Command::EndFailed { on: when });
    }
    all.extend([Command::CallOff { on }, Command::Lapse, Command::CloseMirror]);
    all.extend(units_words(on));
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<JointMediation>> {
    let mut all = Vec::new();
    for text in ["2026-09-14", "2026-10-20"] {
        let on = day(text);
        all.extend(host_words(on).into_iter().map(|command| (on, Role::Mediator, command)));
        for role in [Role::DepartmentOfficer, Role::PoliceOfficer] {
            all.extend(units_words(on).into_iter().map(|command| (on, role, command)));
        }
        all.push((on, Role::DepartmentOfficer, Command::CallOff { on }));
    }
    all
}

/// From the call to the beginning, with the market office and, when `two`, the police.
pub fn begun(more: bool, two: bool, on: Date) -> Vec<Move<JointMediation>> {
    let all: &[u32] = if more { &[1, 2, 3] } else { &[1, 2] };
    let join = || Command::Join { person: "u-1".to_owned(), on };
    let mut line = vec![
        (on, Role::Mediator, call(dispute(DisputeKind::Environment, more, all, on), on)),
        (on, Role::DepartmentOfficer, join()),
    ];
    if two {
        line.push((on, Role::PoliceOfficer, join()));
    }
    line.push((on, Role::Mediator, Command::Begin { mediator: "m-1".to_owned(), on }));
    line
}

/// From the shared text to the last signature.
pub fn signing(parties: &[u32], on: Date) -> Vec<Move<JointMediation>> {
    let text = draft(vec![owed(1, 8_000, day("2026-12-20"))]);
    let mut line = vec![(on, Role::Mediator, shared(text.clone(), on))];
    let steps = agreeing(on, text, parties).into_iter().filter(|one| one.name() != "put_text");
    line.extend(steps.map(|step: Step| (on, Role::Mediator, Command::Talk(step))));
    line
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<JointMediation>>> {
    let on = day("2026-09-14");
    let host = |command| vec![(on, Role::Mediator, command)];
    let receipt = vec![(on, Role::DepartmentOfficer, Command::Acknowledge { on })];
    let late = vec![(day("2026-10-20"), Role::System, Command::CloseMirror)];
    let leaves = |party| host(Command::WithdrawConsent { party, how: "phone".to_owned() });
    let one = |more| begun(more, false, on);
    let fail = || host(Command::EndFailed { on });
    let called = || host(call(dispute(DisputeKind::Environment, true, &[1, 2, 3], on), on));
    let joined = || [called(), one(true)[1..2].to_vec()].concat();
    let task = || {
        let unit = agency("640122.market");
        host(Command::GiveTask { unit, what: "取证".to_owned(), due: day("2026-09-20"), on })
    };
    let text = || signing(&[1, 2], on)[..1].to_vec();
    let mut across = dispute(DisputeKind::Environment, false, &[1, 2], on);
    across.other_place = Some(county("640221"));
    let mut minor = dispute(DisputeKind::Environment, false, &[1, 2], on);
    minor.parties[0].minor = true;
    vec![
        [host(call(across, on)), one(false)[1..2].to_vec(), host(Command::CallOff { on })].concat(),
        [host(call(minor, on)), one(false)[1..].to_vec(), fail(), receipt.clone()].concat(),
        [one(false), task(), signing(&[1, 2], on), receipt.clone()].concat(),
        [begun(false, true, on), signing(&[1, 2], on), receipt.clone(), late.clone()].concat(),
        [one(false), fail(), receipt.clone()].concat(),
        [one(false), task(), text(), fail(), late.clone()].concat(),
        [one(false), leaves(1), receipt.clone()].concat(),
        [one(true), text(), leaves(3), text(), leaves(2), late.clone()].concat(),
        [called(), leaves(3), leaves(1)].concat(),
        [called(), host(Command::CallOff { on })].concat(),
        [joined(), host(Command::CallOff { on }), receipt.clone()].concat(),
        [joined(), host(Command::CallOff { on }), late].concat(),
        [joined(), leaves(2), receipt].concat(),
        [one(false), vec![(day("2026-10-20"), Role::System, Command::Lapse)]].concat(),
    ]
}
