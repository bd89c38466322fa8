//! Sample commands and courses of a rural land mediation.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, brief, consent, day};
use jiefen_procedure::matrix::Circumstance;
use jiefen_vocab::{DisputeKind, Flag, Party, PartyKind, PartyRole, Private, Role};
use jiff::civil::Date;

use super::{Body, Command, Decline, Matter, RuralLandMediation};
use crate::talks::Application;
use crate::talks::samples::{agreeing, draft, owed, steps};

/// A land dispute; with party 3 beside party 1 when `more`.
pub fn dispute(body: Body, more: bool, consents: &[u32], on: Date) -> Brief {
    let track = body.track();
    let mut brief = brief(DisputeKind::LandContracting, track, on);
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

/// An application.
pub fn apply(brief: Brief, body: Body, matter: Matter, on: Date) -> Command {
    Command::Apply {
        brief: Box::new(brief),
        body,
        lawful: true,
        matter,
        application: Application::Written,
        known: BTreeSet::new(),
        on,
    }
}

fn beginnings(on: Date) -> Vec<Command> {
    let (village, town) = (Body::Village, Body::Town);
    let both = dispute(village, false, &[1, 2], on);
    let mut all = vec![
        apply(both.clone(), village, Matter::Contract, on),
        apply(dispute(village, true, &[1, 2, 3], on), village, Matter::Transfer, on),
        apply(dispute(town, false, &[1], on), town, Matter::Infringement, on),
        apply(dispute(town, false, &[1, 2], on), town, Matter::Confirmation, on),
        apply(both.clone(), village, Matter::Expropriation, on),
    ];
    let mut wrong = both.clone();
    wrong.kind = DisputeKind::Neighbour;
    let mut alone = both.clone();
    alone.parties.pop();
    let mut minor = both.clone();
    minor.parties[0].minor = true;
    let mut barred = both.clone();
    barred.flags.insert(Flag::NotMediable);
    all.extend([wrong, alone, minor, barred].map(|one| apply(one, village, Matter::Other, on)));
    let mut unrecorded = apply(both.clone(), village, Matter::Other, on);
    let mut refused = apply(both, village, Matter::Adjustment, on);
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
pub fn moves() -> Vec<Move<RuralLandMediation>> {
    let mut all = Vec::new();
    for text in ["2026-09-14", "2026-09-20", "2026-10-20"] {
        let on = day(text);
        let mut commands = beginnings(on);
        commands.extend(steps(on, day("2026-12-31")).into_iter().map(Command::Talk));
        for mediator in ["m-1", " "] {
            commands.push(Command::Accept { mediator: mediator.to_owned(), on });
        }
        for ground in [Decline::NotRuralLand, Decline::PartyUnwilling, Decline::HandledElsewhere] {
            commands.push(Command::Decline { ground, on });
        }
        for party in [1, 2, 3] {
            commands.push(Command::WithdrawConsent { party, how: "phone".to_owned() });
        }
        for when in [on, day("2030-01-01"), day("2020-01-01")] {
            commands.push(Command::EndFailed { on: when });
            commands.push(Command::PassUp { on: when });
        }
        commands.push(Command::Lapse);
        all.extend(commands.into_iter().map(|command| (on, Role::Mediator, command)));
    }
    all
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<RuralLandMediation>>> {
    let on = day("2026-09-14");
    let begun = |more: bool| {
        let all: &[u32] = if more { &[1, 2, 3] } else { &[1, 2] };
        vec![
            apply(dispute(Body::Village, more, all, on), Body::Village, Matter::Contract, on),
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
        apply(dispute(Body::Village, false, &[1], on), Body::Village, Matter::Other, on),
        Command::Decline { ground: Decline::PartyUnwilling, on },
    ];
    let accepted = |brief: Brief, body, matter| {
        let accept = Command::Accept { mediator: "m-1".to_owned(), on };
        vec![apply(brief, body, matter, on), accept]
    };
    let mut minor = dispute(Body::Village, false, &[1, 2], on);
    minor.parties[0].minor = true;
    let in_town = dispute(Body::Town, false, &[1, 2], on);
    let courses = vec![
        accepted(minor, Body::Village, Matter::Other),
        accepted(in_town, Body::Town, Matter::Confirmation),
        with(false, signed(&[1, 2])),
        with(true, [vec![leaves(3)], signed(&[1, 2])].concat()),
        with(true, [signed(&[1, 2, 3])[..2].to_vec(), vec![leaves(3)]].concat()),
        with(false, vec![leaves(1)]),
        with(false, vec![Command::EndFailed { on }]),
        with(false, vec![Command::PassUp { on }]),
        with(false, [signed(&[1, 2])[..1].to_vec(), vec![Command::PassUp { on }]].concat()),
        declined,
    ];
    let mut all: Vec<Vec<Move<RuralLandMediation>>> = courses
        .into_iter()
        .map(|course| course.into_iter().map(|command| (on, Role::Mediator, command)).collect())
        .collect();
    let mut late: Vec<Move<RuralLandMediation>> =
        begun(false).into_iter().map(|command| (on, Role::Mediator, command)).collect();
    late.push((day("2026-10-20"), Role::System, Command::Lapse));
    all.push(late);
    all
}
