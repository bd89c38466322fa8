//! Sample commands and courses of an administrative mediation.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, brief, consent, day};
use jiefen_procedure::matrix::Circumstance;
use jiefen_vocab::{DisputeKind, Flag, Party, PartyKind, PartyRole, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{AdministrativeMediation, Beginning, Command, Decline, Nature, Offence};
use crate::talks::Application;
use crate::talks::samples::{agreeing, draft, owed, steps};

/// A dispute of a kind; with party 3 beside party 1 when `more`.
pub fn dispute(kind: DisputeKind, more: bool, consents: &[u32], on: Date) -> Brief {
    let track = TrackKind::AdministrativeMediation;
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

/// It reaches an agency with this item on its power list.
pub fn apply(brief: Brief, by: Beginning, nature: Nature, power: &str, on: Date) -> Command {
    Command::Apply {
        brief: Box::new(brief),
        by,
        nature,
        power: power.to_owned(),
        lawful: true,
        known: BTreeSet::new(),
        on,
    }
}

fn beginnings(on: Date) -> Vec<Command> {
    let civil = Nature::Civil;
    let kind = DisputeKind::Environment;
    let power = "环境污染损害赔偿调解";
    let both = dispute(kind, false, &[1, 2], on);
    let mut there = both.clone();
    there.place = "440305".parse().unwrap();
    let mut all = vec![
        apply(both.clone(), Beginning::OwnMotion, civil, power, on),
        apply(dispute(kind, true, &[1, 2, 3], on), Beginning::HandOff, civil, power, on),
        apply(dispute(kind, false, &[1], on), Beginning::HandOff, civil, power, on),
        apply(both.clone(), Beginning::HandOff, Nature::Compensation, power, on),
        apply(both.clone(), Beginning::HandOff, Nature::OtherAct, power, on),
        apply(both.clone(), Beginning::HandOff, civil, "", on),
        apply(there, Beginning::OwnMotion, civil, power, on),
    ];
    let mut wrong = both.clone();
    wrong.kind = DisputeKind::Consumer;
    let mut alone = both.clone();
    alone.parties.pop();
    let mut minor = both.clone();
    minor.parties[0].minor = true;
    let mut barred = both.clone();
    barred.flags.insert(Flag::NotMediable);
    let open = |one: Brief| apply(one, Beginning::HandOff, civil, power, on);
    all.extend([wrong, alone, minor, barred].map(open));
    let oral = Application::Oral { record: Private::new(String::new()) };
    let by = Beginning::Application { application: oral };
    all.push(apply(both.clone(), by, civil, power, on));
    let mut refused = open(both);
    if let Command::Apply { known, .. } = &mut refused {
        known.insert(Circumstance::MediationRefused);
    }
    all.push(refused);
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<AdministrativeMediation>> {
    let mut all = Vec::new();
    for text in ["2026-09-14", "2026-09-20", "2026-10-20"] {
        let on = day(text);
        let mut commands = beginnings(on);
        commands.extend(steps(on, day("2026-12-31")).into_iter().map(Command::Talk));
        for mediator in ["m-1", " "] {
            commands.push(Command::Accept { mediator: mediator.to_owned(), on });
        }
        for ground in [Decline::OutOfScope, Decline::PartyUnwilling, Decline::HandledElsewhere] {
            commands.push(Command::Decline { ground, on });
        }
        for party in [1, 2, 3] {
            commands.push(Command::WithdrawConsent { party, how: "phone".to_owned() });
        }
        for when in [on, day("2030-01-01"), day("2020-01-01")] {
            commands.push(Command::EndFailed { on: when });
            commands.push(Command::Prolong { on: when });
        }
        for body in ["县自然资源局", ""] {
            let basis = "权责清单".to_owned();
            commands.push(Command::PassOn { body: body.to_owned(), basis, on });
        }
        for severable in [true, false] {
            let offence = Offence::Administrative;
            commands.push(Command::ReportOffence { offence, severable, on });
        }
        commands.push(Command::Lapse);
        all.extend(commands.into_iter().map(|command| (on, Role::DepartmentOfficer, command)));
    }
    all
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<AdministrativeMediation>>> {
    let on = day("2026-09-14");
    let kind = DisputeKind::Environment;
    let power = "环境污染损害赔偿调解";
    let begun = |more: bool| {
        let all: &[u32] = if more { &[1, 2, 3] } else { &[1, 2] };
        let brief = dispute(kind, more, all, on);
        vec![
            apply(brief, Beginning::OwnMotion, Nature::Civil, power, on),
            Command::Accept { mediator: "m-1".to_owned(), on },
        ]
    };
    let with = |more: bool, last: Vec<Command>| [begun(more), last].concat();
    let text = draft(vec![owed(1, 8_000, day("2026-10-20"))]);
    let signed = |parties: &[u32]| -> Vec<Command> {
        agreeing(on, text.clone(), parties).into_iter().map(Command::Talk).collect()
    };
    let leaves = |party| Command::WithdrawConsent { party, how: "counter".to_owned() };
    let declined = vec![
        apply(dispute(kind, false, &[1], on), Beginning::HandOff, Nature::Civil, power, on),
        Command::Decline { ground: Decline::PartyUnwilling, on },
    ];
    let offence = Offence::PublicOrder;
    let stopped = Command::ReportOffence { offence, severable: false, on };
    let mut minor = dispute(kind, false, &[1, 2], on);
    minor.parties[0].minor = true;
    let young = vec![
        apply(minor, Beginning::HandOff, Nature::Civil, power, on),
        Command::Accept { mediator: "m-1".to_owned(), on },
    ];
    let courses = vec![
        young,
        with(false, signed(&[1, 2])),
        with(true, [vec![leaves(3)], signed(&[1, 2])].concat()),
        with(true, [signed(&[1, 2, 3])[..2].to_vec(), vec![leaves(3)]].concat()),
        with(false, vec![leaves(1)]),
        with(false, vec![Command::EndFailed { on }]),
        with(false, vec![stopped.clone()]),
        with(false, [signed(&[1, 2])[..1].to_vec(), vec![stopped]].concat()),
        vec![
            apply(dispute(kind, false, &[1], on), Beginning::HandOff, Nature::Civil, "", on),
            Command::PassOn {
                body: "县住建局".to_owned(), basis: "权责清单".to_owned(), on
            },
        ],
        declined,
    ];
    let mut all: Vec<Vec<Move<AdministrativeMediation>>> = courses
        .into_iter()
        .map(|course| {
            course.into_iter().map(|command| (on, Role::DepartmentOfficer, command)).collect()
        })
        .collect();
    let mut late: Vec<Move<AdministrativeMediation>> =
        begun(false).into_iter().map(|command| (on, Role::DepartmentOfficer, command)).collect();
    late.push((day("2026-10-20"), Role::System, Command::Lapse));
    all.push(late);
    all
}
