//! Sample courses of delegated mediations.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, day};
use jiefen_procedure::matrix::Circumstance;
use jiefen_vocab::{DisputeKind, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Command, Decline, DelegatedMediation};
use crate::agreement::{Draft, Window};
use crate::neutral::samples::{acts, agreed_brief, drafts, person, removed};
use crate::neutral::{Act, Candidate};

/// The day of the complaint in the samples, a Monday.
pub const BEGUN: &str = "2024-11-04";

/// A brief with both consents.
pub fn asked(on: Date) -> Brief {
    agreed_brief(DisputeKind::PropertyManagement, TrackKind::CourtEntrustedMediation, on)
}

/// The court sends a complaint of the same day.
pub fn open(brief: Brief, on: Date) -> Command {
    let (court, complaint) = ("640122.court".parse().unwrap(), "收0122-2024-1107".to_owned());
    let facts = BTreeSet::new();
    Command::Open { brief: brief.into(), court, complaint, handed_in: on, facts, on }
}

/// A mediator signs for the file.
pub fn sign(mediator: Candidate, on: Date) -> Command {
    Command::SignFile { mediator, on }
}

/// Everybody signs, the organisation seals.
pub fn agree(draft: Draft, on: Date) -> Command {
    Command::Agree { draft, signed: vec![1, 2], by_mediator: true, sealed: true, on }
}

/// The court has filed it.
pub fn filed(on: Date) -> Command {
    Command::NoteFiled { case: "（2024）宁0122民初4321号".to_owned(), on }
}

fn commands(on: Date) -> Vec<Command> {
    let mut alone = asked(on);
    alone.parties.pop();
    let mut unwilling = asked(on);
    unwilling.consents[1].given = false;
    let mut minor = asked(on);
    minor.parties[0].minor = true;
    let (mut barred, mut unnumbered) = (open(asked(on), on), open(asked(on), on));
    if let Command::Open { facts, .. } = &mut barred {
        facts.insert(Circumstance::DomesticViolence);
    }
    if let Command::Open { complaint, .. } = &mut unnumbered {
        complaint.clear();
    }
    let text = drafts(on).remove(0);
    let signed = |by: &[u32], sealed| Command::Agree {
        draft: text.clone(),
        signed: by.to_vec(),
        by_mediator: true,
        sealed,
        on,
    };
    let fails = |agreed: &[u32]| Command::EndFailed {
        on,
        undisputed: Some(Private::new("合同成立".to_owned())),
        facts_agreed: agreed.to_vec(),
    };
    let mut all = vec![
        open(asked(on), on),
        open(alone, on),
        open(unwilling, on),
        open(minor, on),
        barred,
        unnumbered,
        sign(person("m-1"), on),
        sign(person(" "), on),
        sign(Candidate { on_roster: false, ..person("m-1") }, on),
        Command::Decline { ground: Decline::Interest, on },
        signed(&[1, 2], false),
        signed(&[1], true),
        fails(&[1, 2]),
        fails(&[1]),
        Command::EndSham { on },
        Command::Lapse,
        filed(on),
        Command::NoteFiled { case: " ".to_owned(), on },
        Command::NoteNotPursued { on },
    ];
    let windows = [Window::Confirmation, Window::ArbitralReview];
    all.extend(windows.map(|window| Command::NoteApplication { window, on }));
    all.extend(windows.map(|window| Command::CloseWindow { window }));
    all.extend(drafts(on).into_iter().map(|draft| agree(draft, on)));
    all.extend(acts(on, day("2024-11-12")).into_iter().map(Command::Course));
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<DelegatedMediation>> {
    let days = [BEGUN, "2024-11-06", "2025-06-03"].map(day);
    days.into_iter()
        .flat_map(|on| {
            let all = commands(on).into_iter();
            all.map(move |command| (on, Role::MediationHead, command))
        })
        .collect()
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<DelegatedMediation>>> {
    let (on, late) = (day(BEGUN), day("2025-06-03"));
    let line = |brief: Brief, end: Vec<(Date, Command)>| {
        let opened = [open(brief, on), sign(person("m-1"), on)];
        let whole = opened.map(|command| (on, command)).into_iter().chain(end);
        let moved = |(today, command)| (today, Role::MediationHead, command);
        whole.map(moved).collect::<Vec<_>>()
    };
    let text = |at: usize| (on, agree(drafts(on).remove(at), on));
    let window = Window::Confirmation;
    let mut minor = asked(on);
    minor.parties[0].minor = true;
    let leave = Command::Course(Act::WithdrawConsent { party: 2, how: "phone".to_owned() });
    let fails = Command::EndFailed { on, undisputed: None, facts_agreed: Vec::new() };
    let removal = removed(on).into_iter().map(|act| (on, Command::Course(act)));
    let unsigned = [(on, open(asked(on), on)), (late, Command::Lapse), (late, filed(late))];
    vec![
        line(asked(on), vec![text(0), (on, Command::NoteApplication { window, on })]),
        line(asked(on), vec![text(0), (late, Command::CloseWindow { window })]),
        line(asked(on), vec![text(1)]),
        line(minor, vec![(on, fails), (on, filed(on))]),
        line(asked(on), vec![(on, leave), (on, Command::NoteNotPursued { on })]),
        line(asked(on), vec![(late, Command::Lapse), (late, filed(late))]),
        line(asked(on), removal.chain([(on, Command::EndSham { on }), (on, filed(on))]).collect()),
        unsigned.map(|(today, command)| (today, Role::MediationHead, command)).to_vec(),
    ]
}
