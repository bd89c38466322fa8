//! Sample courses of invited mediations.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, day};
use jiefen_procedure::matrix::Circumstance;
use jiefen_vocab::{DisputeKind, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Command, Complaint, Invitation, InvitedMediation, Misconduct, Naming};
use crate::agreement::{Draft, Window};
use crate::neutral::samples::{acts, agreed_brief, drafts, person};
use crate::neutral::{Act, Candidate};

/// The day on which the samples begin, a Monday.
pub const BEGUN: &str = "2026-03-02";

/// A brief with both consents.
pub fn asked(on: Date) -> Brief {
    agreed_brief(DisputeKind::PropertyManagement, TrackKind::InvitedMediation, on)
}

/// It comes to an organisation on the county court's roster.
pub fn open(brief: Brief, complaint: Complaint, on: Date) -> Command {
    let court = "640122.court".parse().unwrap();
    let invitation = Invitation { court, by_organisation: true, complaint };
    Command::Open { brief: brief.into(), invitation, facts: BTreeSet::new(), on }
}

/// The parties choose a mediator together.
pub fn name(mediator: Candidate, on: Date) -> Command {
    Command::Name { mediator, by: Naming::Parties { agreed: vec![1, 2] }, on }
}

/// Everybody signs, the organisation seals.
pub fn agree(draft: Draft, on: Date) -> Command {
    Command::Agree { draft, signed: vec![1, 2], by_mediator: true, sealed: true, on }
}

fn commands(on: Date) -> Vec<Command> {
    let mut alone = asked(on);
    alone.parties.pop();
    let mut unwilling = asked(on);
    unwilling.consents[1].given = false;
    let mut minor = asked(on);
    minor.parties[0].minor = true;
    let violence = BTreeSet::from([Circumstance::DomesticViolence]);
    let mut barred = open(asked(on), Complaint::None, on);
    if let Command::Open { facts, .. } = &mut barred {
        *facts = violence;
    }
    let old = Complaint::HandedIn { on: day("2024-12-31") };
    let new = Complaint::HandedIn { on: day("2025-01-01") };
    let text = drafts(on).remove(0);
    let unsigned = |by_mediator, sealed, signed: &[u32]| Command::Agree {
        draft: text.clone(),
        signed: signed.to_vec(),
        by_mediator,
        sealed,
        on,
    };
    let fails = |agreed: &[u32]| Command::EndFailed {
        on,
        undisputed: Some(Private::new("合同成立".to_owned())),
        facts_agreed: agreed.to_vec(),
    };
    let by_body = |asked| Command::Name { mediator: person("m-2"), by: Naming::Body { asked }, on };
    let by = Naming::Parties { agreed: vec![1] };
    let mut all = vec![
        open(asked(on), Complaint::None, on),
        open(asked(on), old, on),
        open(asked(on), new, on),
        open(asked(on), Complaint::Filed, on),
        open(alone, Complaint::None, on),
        open(unwilling, Complaint::None, on),
        open(minor, Complaint::None, on),
        barred,
        name(person("m-1"), on),
        name(person(" "), on),
        name(Candidate { on_roster: false, ..person("m-1") }, on),
        name(Candidate { trained: false, ..person("m-1") }, on),
        Command::Name { mediator: person("m-1"), by, on },
        by_body(true),
        by_body(false),
        Command::RefuseNamed { party: 1, on },
        Command::ReportMisconduct { what: Misconduct::Forced, on },
        unsigned(false, true, &[1, 2]),
        unsigned(true, false, &[1, 2]),
        unsigned(true, true, &[1]),
        fails(&[1, 2]),
        fails(&[1]),
        Command::EndSham { on },
        Command::Lapse,
    ];
    let windows = [Window::Confirmation, Window::ArbitralReview];
    all.extend(windows.map(|window| Command::NoteApplication { window, on }));
    all.extend(windows.map(|window| Command::CloseWindow { window }));
    all.extend(drafts(on).into_iter().map(|draft| agree(draft, on)));
    all.extend(acts(on, day("2026-03-10")).into_iter().map(Command::Course));
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<InvitedMediation>> {
    let days = [BEGUN, "2026-03-09", "2026-12-01"].map(day);
    days.into_iter()
        .flat_map(|on| {
            let all = commands(on).into_iter();
            all.map(move |command| (on, Role::MediationHead, command))
        })
        .collect()
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<InvitedMediation>>> {
    let on = day(BEGUN);
    let line = |brief: Brief, end: Vec<(Date, Command)>| {
        let opened = [open(brief, Complaint::None, on), name(person("m-1"), on)];
        let whole = opened.map(|command| (on, command)).into_iter().chain(end);
        let moved = |(today, command)| (today, Role::MediationHead, command);
        whole.map(moved).collect::<Vec<_>>()
    };
    let text = |at: usize| (on, agree(drafts(on).remove(at), on));
    let window = Window::Confirmation;
    let mut minor = asked(on);
    minor.parties[0].minor = true;
    let leave = |how: &str| Command::Course(Act::WithdrawConsent { party: 2, how: how.to_owned() });
    let fails = Command::EndFailed { on, undisputed: None, facts_agreed: Vec::new() };
    let named = Command::Name { mediator: person("m-2"), by: Naming::Body { asked: true }, on };
    let refused =
        [open(asked(on), Complaint::None, on), named, Command::RefuseNamed { party: 2, on }];
    vec![
        line(asked(on), vec![text(0), (on, Command::NoteApplication { window, on })]),
        line(asked(on), vec![text(0), (day("2026-12-01"), Command::CloseWindow { window })]),
        line(asked(on), vec![text(1)]),
        line(minor, vec![(on, fails)]),
        line(asked(on), vec![(on, leave("phone"))]),
        line(asked(on), vec![(day("2026-12-01"), Command::Lapse)]),
        refused.map(|command| (on, Role::MediationHead, command)).to_vec(),
    ]
}
