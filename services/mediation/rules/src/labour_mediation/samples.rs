//! Sample commands and courses of a labour mediation.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, brief, consent, day};
use jiefen_procedure::matrix::Circumstance;
use jiefen_vocab::{DisputeKind, Flag, Party, PartyKind, PartyRole, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Command, Decline, LabourMediation};
use crate::agreement_life::{LabourBody, LabourItem};
use crate::talks::Application;
use crate::talks::samples::{agreeing, draft, owed, steps};

/// A dispute between these many workers, numbered from 3, besides worker 1, and employer 2.
pub fn dispute(more: u32, consents: &[u32], on: Date) -> Brief {
    let track = TrackKind::LabourMediation;
    let mut brief = brief(DisputeKind::Labour, track, on);
    brief.parties[1].kind = PartyKind::Org;
    brief.parties.extend((3..3 + more).map(|no| Party {
        no,
        name: Private::new(format!("工{no}")),
        role: PartyRole::Applicant,
        kind: PartyKind::Person,
        minor: false,
        more: None,
    }));
    brief.consents = consents.iter().map(|party| consent(*party, track, true, on)).collect();
    brief
}

/// An application for unpaid wages.
pub fn apply(brief: Brief, body: LabourBody, on: Date) -> Command {
    Command::Apply {
        brief: Box::new(brief),
        body,
        lawful: true,
        application: Application::Written,
        items: BTreeSet::from([LabourItem::Wages]),
        only: true,
        known: BTreeSet::new(),
        on,
    }
}

fn beginnings(on: Date) -> Vec<Command> {
    let both = dispute(0, &[1, 2], on);
    let mut all = vec![
        apply(both.clone(), LabourBody::Enterprise, on),
        apply(dispute(1, &[1, 2, 3], on), LabourBody::PeopleCommittee, on),
        apply(dispute(0, &[1], on), LabourBody::Town, on),
    ];
    let mut wrong = both.clone();
    wrong.kind = DisputeKind::Neighbour;
    let mut alone = both.clone();
    alone.parties.pop();
    let mut minor = both.clone();
    minor.parties[0].minor = true;
    let mut barred = both.clone();
    barred.flags.insert(Flag::NotMediable);
    all.extend([wrong, alone, minor, barred].map(|one| apply(one, LabourBody::Town, on)));
    let mut unrecorded = apply(both.clone(), LabourBody::Town, on);
    let mut refused = apply(both, LabourBody::Town, on);
    if let Command::Apply { application, .. } = &mut unrecorded {
        *application = Application::Oral { record: Private::new(String::new()) };
    }
    if let Command::Apply { known, .. } = &mut refused {
        known.insert(Circumstance::MediationRefused);
    }
    all.extend([unrecorded, refused]);
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<LabourMediation>> {
    let mut all = Vec::new();
    for text in ["2026-09-14", "2026-09-20", "2026-10-20"] {
        let on = day(text);
        let mut commands = beginnings(on);
        commands.extend(steps(on, day("2026-12-31")).into_iter().map(Command::Talk));
        for mediator in ["m-1", " "] {
            commands.push(Command::Accept { mediator: mediator.to_owned(), on });
        }
        for ground in [Decline::NotLabour, Decline::PartyUnwilling, Decline::HandledElsewhere] {
            commands.push(Command::Decline { ground, on });
        }
        for party in [1, 2, 3] {
            commands.push(Command::WithdrawConsent { party, how: "phone".to_owned() });
        }
        for when in [on, day("2030-01-01"), day("2020-01-01")] {
            commands.push(Command::EndFailed { on: when });
        }
        commands.push(Command::Lapse);
        all.extend(commands.into_iter().map(|command| (on, Role::Mediator, command)));
    }
    all
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<LabourMediation>>> {
    let on = day("2026-09-14");
    let begun = |more: u32| {
        let all: Vec<u32> = (1..3 + more).collect();
        vec![
            apply(dispute(more, &all, on), LabourBody::PeopleCommittee, on),
            Command::Accept { mediator: "m-1".to_owned(), on },
        ]
    };
    let with = |more: u32, last: Vec<Command>| [begun(more), last].concat();
    let text = draft(vec![owed(1, 8_000, day("2026-10-20"))]);
    let signed = |parties: &[u32]| -> Vec<Command> {
        agreeing(on, text.clone(), parties).into_iter().map(Command::Talk).collect()
    };
    let leaves = |party| Command::WithdrawConsent { party, how: "counter".to_owned() };
    let declined = vec![
        apply(dispute(0, &[1], on), LabourBody::Enterprise, on),
        Command::Decline { ground: Decline::PartyUnwilling, on },
    ];
    let mut minor = dispute(0, &[1, 2], on);
    minor.parties[0].minor = true;
    let young = vec![
        apply(minor, LabourBody::Town, on),
        Command::Accept { mediator: "m-1".to_owned(), on },
    ];
    let courses = vec![
        young,
        with(0, signed(&[1, 2])),
        with(1, [vec![leaves(3)], signed(&[1, 2])].concat()),
        with(1, [signed(&[1, 2, 3])[..2].to_vec(), vec![leaves(3)]].concat()),
        with(0, vec![leaves(1)]),
        with(0, vec![Command::EndFailed { on }]),
        declined,
    ];
    let mut all: Vec<Vec<Move<LabourMediation>>> = courses
        .into_iter()
        .map(|course| course.into_iter().map(|command| (on, Role::Mediator, command)).collect())
        .collect();
    let mut late: Vec<Move<LabourMediation>> =
        begun(0).into_iter().map(|command| (on, Role::Mediator, command)).collect();
    late.push((day("2026-09-30"), Role::System, Command::Lapse));
    all.push(late);
    all
}
