//! Sample commands and courses of a batch.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::kit::{Move, day};
use jiefen_procedure::matrix::Known;
use jiefen_vocab::{DisputeId, DisputeKind, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Batch, Command, ModelBody};
use crate::talks::samples::hash;

/// The kind of the sample disputes.
pub const KIND: DisputeKind = DisputeKind::PropertyManagement;

/// Brings together these many disputes, all willing but the last.
pub fn open(count: u32, on: Date) -> Command {
    let members = (1..=count).map(|no| (DisputeId::from_bits(no.into()), no < count)).collect();
    Command::Open { kind: KIND, respondent: Private::new("物业公司".to_owned()), members, on }
}

/// A member's own acceptance.
pub fn accept(member: u32, on: Date) -> Command {
    Command::Accept { member, hash: hash(), agent: None, on }
}

/// From the opening to the offer.
pub fn offered(count: u32, on: Date) -> Vec<Command> {
    vec![
        open(count, on),
        Command::NameModel { member: 1, body: ModelBody::Mediation, known: Known::default(), on },
        Command::RecordModel { terms: Some(hash()), on },
        Command::OfferTerms { hash: hash(), on },
    ]
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<Batch>> {
    let mut all = Vec::new();
    for text in ["2026-05-11", "2026-06-20", "2026-09-30"] {
        let on = day(text);
        let mut commands = vec![open(3, on), open(1, on)];
        for (kind, bits) in [(KIND, 9), (KIND, 1), (DisputeKind::Labour, 8)] {
            let dispute = DisputeId::from_bits(bits);
            commands.push(Command::AddMember { kind, dispute, willing: true, on });
        }
        for terms in [Some(hash()), Some("1".to_owned()), None] {
            commands.push(Command::RecordModel { terms, on });
        }
        for wrong in [hash(), "2".to_owned()] {
            commands.push(Command::OfferTerms { hash: wrong.clone(), on });
            commands.push(Command::Accept { member: 2, hash: wrong, agent: None, on });
        }
        for member in [1, 2, 3, 99] {
            commands.push(Command::NameModel {
                member,
                body: ModelBody::Trial,
                known: Known::default(),
                on,
            });
            commands.push(accept(member, on));
            commands.push(Command::Refuse { member, on });
            commands.push(Command::FallSilent { member });
            commands.push(Command::OfferAgain { member, on });
            for to in [TrackKind::SummaryProcedure, TrackKind::MergeIntoOriginal] {
                commands.push(Command::Leave { member, to, on });
            }
            for person in ["officer-1", " "] {
                commands.push(Command::HandBack { member, person: person.to_owned(), on });
            }
        }
        for mandate in [" ", "授权书2号"] {
            let agent = Some(mandate.to_owned());
            commands.push(Command::Accept { member: 2, hash: hash(), agent, on });
        }
        for when in [on, day("2030-01-01"), day("2020-01-01")] {
            commands.push(Command::Close { on: when });
        }
        commands.push(Command::LapseModel);
        all.extend(commands.into_iter().map(|command| (on, Role::Mediator, command)));
    }
    all
}

/// Complete lawful courses.
pub fn lines() -> Vec<Vec<Move<Batch>>> {
    let on = day("2026-05-11");
    let to = TrackKind::SummaryProcedure;
    let back = |member| Command::HandBack {
        member,
        person: "officer-1".to_owned(),
        on: day("2026-06-20"),
    };
    let mut settled = offered(3, on);
    settled.extend([accept(1, on), Command::Refuse { member: 2, on }]);
    settled.push(Command::Leave { member: 2, to, on });
    let mut settled: Vec<Move<Batch>> =
        settled.into_iter().map(|command| (on, Role::Mediator, command)).collect();
    let late = day("2026-06-20");
    settled.push((late, Role::System, Command::FallSilent { member: 3 }));
    settled.push((late, Role::Mediator, back(3)));
    settled.push((late, Role::Mediator, Command::Close { on: late }));
    let without = vec![
        (on, Role::Mediator, open(2, on)),
        (late, Role::Mediator, back(1)),
        (late, Role::Mediator, back(2)),
        (late, Role::Mediator, Command::Close { on: late }),
    ];
    vec![settled, without]
}
