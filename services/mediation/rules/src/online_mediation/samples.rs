//! Sample courses of online mediations.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, day};
use jiefen_procedure::matrix::Circumstance;
use jiefen_vocab::{DisputeKind, Party, PartyKind, PartyRole, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Command, Footing, OnlineMediation, Record, Settlement, Signer, Suited};
use crate::agreement::{Draft, Window};
use crate::neutral::samples::{acts, agreed_brief, drafts, person, removed, sitting};
use crate::neutral::{Act, Candidate};
use crate::session::Mode;

/// The day on which the samples begin, a Monday.
pub const BEGUN: &str = "2026-03-02";

/// A brief to which some of two parties consent.
pub fn asked(consenting: &[u32], on: Date) -> Brief {
    let track = TrackKind::InvitedMediation;
    let mut brief = agreed_brief(DisputeKind::ContractDebt, track, on);
    brief.consents.retain(|word| consenting.contains(&word.party));
    brief
}

/// It is applied for, or sent by the county court.
pub fn open(brief: Brief, footing: Footing, on: Date) -> Command {
    Command::Open {
        brief: brief.into(),
        footing,
        court: "640122.court".parse().unwrap(),
        by_organisation: true,
        suited: Suited::Yes,
        facts: BTreeSet::new(),
        on,
    }
}

/// The court names a mediator at the parties' wish.
pub fn named(mediator: Candidate, on: Date) -> Command {
    Command::CourtNames { mediator, asked: true, on }
}

/// A text is put up.
pub fn put(draft: Draft, ask: Option<Settlement>, on: Date) -> Command {
    Command::PutText { draft, ask, on }
}

/// Everybody signs and the organisation seals.
pub fn signatures(on: Date) -> Vec<Command> {
    [Signer::Seal, Signer::Mediator, Signer::Party { no: 1 }, Signer::Party { no: 2 }]
        .map(|signer| Command::Sign { signer, on })
        .to_vec()
}

/// A session by video.
pub fn hold(mode: Mode, present: &[u32], on: Date) -> Command {
    let mut session = sitting(on, present);
    session.mode = mode;
    Command::Course(Act::Hold { session })
}

fn opens(on: Date) -> Vec<Command> {
    let mut alone = asked(&[1, 2], on);
    alone.parties.pop();
    let mut minor = asked(&[1, 2], on);
    minor.parties[0].minor = true;
    let mut three = asked(&[1], on);
    let (name, role, kind) = (Private::new("丙公司".to_owned()), PartyRole::Third, PartyKind::Org);
    three.parties.push(Party { no: 3, name, role, kind, minor: false, more: None });
    let unsuited = |found| {
        let mut command = open(asked(&[1, 2], on), Footing::Applied, on);
        if let Command::Open { suited, .. } = &mut command {
            *suited = found;
        }
        command
    };
    let mut barred = unsuited(Suited::Yes);
    if let Command::Open { facts, .. } = &mut barred {
        facts.insert(Circumstance::DomesticViolence);
    }
    vec![
        open(asked(&[1, 2], on), Footing::Applied, on),
        open(asked(&[1], on), Footing::Applied, on),
        open(asked(&[], on), Footing::Applied, on),
        open(asked(&[1, 2], on), Footing::Delegated, on),
        open(asked(&[1, 2], on), Footing::EntrustedOrdinary, on),
        open(asked(&[1], on), Footing::EntrustedSummary, on),
        open(alone, Footing::Applied, on),
        open(minor, Footing::Applied, on),
        open(three, Footing::Applied, on),
        unsuited(Suited::OutsideCourt),
        unsuited(Suited::OtherCourt),
        unsuited(Suited::NotOnline),
        barred,
    ]
}

fn commands(on: Date) -> Vec<Command> {
    let fails = |agreed: &[u32]| Command::EndFailed {
        on,
        undisputed: Some(Private::new("合同成立".to_owned())),
        facts_agreed: agreed.to_vec(),
    };
    let choose =
        |agreed: &[u32]| Command::Choose { mediator: person("m-1"), agreed: agreed.to_vec(), on };
    let keep =
        |record, agreed: &[u32]| Command::KeepRecord { no: 1, record, agreed: agreed.to_vec(), on };
    let mut all = opens(on);
    all.extend([
        choose(&[1, 2]),
        choose(&[1]),
        named(person("m-1"), on),
        named(person(" "), on),
        Command::CourtNames { mediator: person("m-1"), asked: false, on },
        Command::Accept { on },
        Command::DeclineTask { on },
        Command::GoOnSite { agreed: vec![1, 2], on },
        Command::GoOnSite { agreed: vec![1], on },
        keep(Record::Transcript, &[1, 2]),
        keep(Record::Recording, &[1, 2]),
        keep(Record::Recording, &[1]),
        Command::RefuseReplacement { party: 1, on },
        put(drafts(on).remove(0), Some(Settlement::Statement), on),
        Command::RefuseSign { party: 2, on },
        fails(&[1, 2]),
        fails(&[1]),
        Command::EndSham { on },
        Command::Lapse,
        Command::LapseAsking,
        hold(Mode::Video, &[1, 2], on),
    ]);
    for party in [1, 2] {
        all.push(Command::GiveConsent { party, how: "online".to_owned(), on });
        all.push(Command::RefuseConsent { party, on });
        all.push(Command::NoteUnreachable { party, on });
        all.push(Command::Verify { party, on });
    }
    let windows = [Window::Confirmation, Window::ArbitralReview];
    all.extend(windows.map(|window| Command::NoteApplication { window, on }));
    all.extend(windows.map(|window| Command::CloseWindow { window }));
    all.extend(drafts(on).into_iter().map(|draft| put(draft, None, on)));
    all.extend(signatures(on));
    all.extend(acts(on, day("2026-03-09")).into_iter().map(Command::Course));
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<OnlineMediation>> {
    let days = [BEGUN, "2026-03-09", "2026-12-01"].map(day);
    days.into_iter()
        .flat_map(|on| {
            let all = commands(on).into_iter();
            all.map(move |command| (on, Role::MediationHead, command))
        })
        .collect()
}

/// The courses from acceptance on, with identities checked, and then these commands.
fn line(brief: Brief, footing: Footing, end: Vec<(Date, Command)>) -> Vec<Move<OnlineMediation>> {
    let on = day(BEGUN);
    let opened = [
        open(brief, footing, on),
        named(person("m-1"), on),
        Command::Accept { on },
        Command::Verify { party: 1, on },
        Command::Verify { party: 2, on },
    ];
    let whole = opened.map(|command| (on, command)).into_iter().chain(end);
    whole.map(|(today, command)| (today, Role::MediationHead, command)).collect()
}

/// A text put up and signed by all.
fn signed(at: usize, ask: Option<Settlement>) -> Vec<(Date, Command)> {
    let on = day(BEGUN);
    let text = put(drafts(on).remove(at), ask, on);
    [text].into_iter().chain(signatures(on)).map(|command| (on, command)).collect()
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<OnlineMediation>>> {
    let (on, late, window) = (day(BEGUN), day("2026-12-01"), Window::Confirmation);
    let both = || asked(&[1, 2], on);
    let then = |mut first: Vec<(Date, Command)>, more: Vec<(Date, Command)>| {
        first.extend(more);
        line(both(), Footing::Applied, first)
    };
    let mut minor = both();
    minor.parties[0].minor = true;
    let fails = || Command::EndFailed { on, undisputed: None, facts_agreed: Vec::new() };
    let leave = Command::Course(Act::WithdrawConsent { party: 2, how: "online".to_owned() });
    let removal: Vec<_> = removed(on).into_iter().map(|a| (on, Command::Course(a))).collect();
    let single = |end: Vec<(Date, Command)>| {
        let opened = [
            open(asked(&[1], on), Footing::Applied, on),
            Command::CourtNames { mediator: person("m-1"), asked: false, on },
            Command::Accept { on },
        ];
        let whole = opened.map(|command| (on, command)).into_iter().chain(end);
        let moved = |(today, command)| (today, Role::MediationHead, command);
        whole.map(moved).collect::<Vec<_>>()
    };
    let other = Command::Course(Act::Replace { mediator: person("m-2"), on });
    let ask = Some(Settlement::Statement);
    let expertise = [
        Command::Course(Act::BeginAppraisal { on }),
        put(drafts(on).remove(0), None, on),
        Command::Course(Act::EndAppraisal { on }),
    ];
    let held = hold(Mode::Video, &[1, 2], on);
    vec![
        then(signed(0, None), vec![(on, Command::NoteApplication { window, on })]),
        then(signed(0, None), vec![(late, Command::CloseWindow { window })]),
        then(signed(1, None), Vec::new()),
        line(both(), Footing::EntrustedOrdinary, signed(0, ask)),
        line(minor, Footing::Applied, vec![(on, fails())]),
        then(vec![(on, held)], vec![(on, fails())]),
        then(expertise.map(|command| (on, command)).to_vec(), vec![(on, fails())]),
        then(removal, vec![(on, Command::EndSham { on })]),
        then(vec![(on, leave)], Vec::new()),
        then(vec![(on, other), (on, Command::RefuseReplacement { party: 1, on })], Vec::new()),
        then(vec![(late, Command::Lapse)], Vec::new()),
        single(vec![(late, Command::LapseAsking)]),
        single(vec![(on, Command::RefuseConsent { party: 2, on })]),
    ]
}
