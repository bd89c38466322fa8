//! Sample courses of industry mediations.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, day};
use jiefen_procedure::matrix::Circumstance;
use jiefen_vocab::{DisputeKind, Fen, Party, PartyKind, PartyRole, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Body, Command, IndustryMediation, Kind, Share};
use crate::agreement::{Draft, Window};
use crate::neutral::samples::{acts, agreed_brief, drafts, person, removed, wordings};
use crate::neutral::{Act, Candidate, Interest, Wording};

/// The day on which the samples begin, a Monday.
pub const BEGUN: &str = "2026-03-02";

/// A brief to which some of two parties consent; the second is a company.
pub fn asked(kind: Kind, consenting: &[u32], on: Date) -> Brief {
    let (what, track) = match kind {
        Kind::Financial => (DisputeKind::Finance, TrackKind::ThirdPartyFinancialMediation),
        Kind::Association | Kind::PeoplesCommittee => {
            (DisputeKind::ContractDebt, TrackKind::IndustryMediation)
        }
    };
    let mut brief = agreed_brief(what, track, on);
    brief.consents.retain(|word| consenting.contains(&word.party));
    brief.parties[1].kind = PartyKind::Org;
    brief
}

/// It is applied for at a body linked with the court, of which these parties are members.
pub fn open(brief: Brief, kind: Kind, members: &[u32], on: Date) -> Command {
    let body = Body {
        kind,
        members: members.iter().copied().collect(),
        court_linked: true,
        checked: true,
    };
    Command::Open { brief: brief.into(), body, facts: BTreeSet::new(), on }
}

/// It is accepted under a neutral from outside.
pub fn accept(mediator: Candidate, on: Date) -> Command {
    Command::Accept { mediator, outside: true, waived: Vec::new(), on }
}

/// A fee of these shares by a published tariff.
pub fn fee(shares: &[(u32, i64)], published: bool, on: Date) -> Command {
    let share = |(party, yuan): &(u32, i64)| Share { party: *party, amount: Fen::yuan(*yuan) };
    Command::SetFee { shares: shares.iter().map(share).collect(), published, on }
}

/// A plan that is served the same day, by everybody's consent.
pub fn plan(draft: Draft, on: Date) -> Command {
    Command::PutPlan { draft, agreed: vec![1, 2], served: on, on }
}

/// Everybody signs, the body seals.
pub fn agree(draft: Draft, on: Date) -> Command {
    Command::Agree { draft, signed: vec![1, 2], sealed: true, on }
}

fn opens(on: Date) -> Vec<Command> {
    let kind = Kind::Association;
    let both = || asked(kind, &[1, 2], on);
    let mut alone = both();
    alone.parties.pop();
    let mut minor = both();
    minor.parties[0].minor = true;
    let mut three = asked(kind, &[1], on);
    let (name, role) = (Private::new("丙公司".to_owned()), PartyRole::Third);
    three.parties.push(Party { no: 3, name, role, kind: PartyKind::Org, minor: false, more: None });
    let mut barred = open(both(), kind, &[], on);
    if let Command::Open { facts, .. } = &mut barred {
        facts.insert(Circumstance::DomesticViolence);
    }
    let mut unlinked = open(both(), kind, &[], on);
    if let Command::Open { body, .. } = &mut unlinked {
        body.court_linked = false;
    }
    let mut unchecked = open(both(), kind, &[], on);
    if let Command::Open { body, .. } = &mut unchecked {
        body.checked = false;
    }
    vec![
        unchecked,
        open(both(), kind, &[2], on),
        open(asked(kind, &[1], on), kind, &[2], on),
        open(asked(kind, &[], on), kind, &[2], on),
        open(asked(Kind::Financial, &[1, 2], on), Kind::Financial, &[], on),
        open(both(), Kind::Financial, &[], on),
        open(both(), Kind::PeoplesCommittee, &[], on),
        open(alone, kind, &[], on),
        open(minor, kind, &[], on),
        open(three, kind, &[], on),
        barred,
        unlinked,
    ]
}

fn commands(on: Date) -> Vec<Command> {
    let fails = |agreed: &[u32]| Command::EndFailed {
        on,
        undisputed: Some(Private::new("合同成立".to_owned())),
        facts_agreed: agreed.to_vec(),
    };
    let expert = |checked, agreed: &[u32]| Command::AskExpert {
        expert: Candidate { checked, ..person("x-1") },
        agreed: agreed.to_vec(),
        on,
    };
    let text = drafts(on).remove(0);
    let signed = |by: &[u32], sealed| Command::Agree {
        draft: text.clone(),
        signed: by.to_vec(),
        sealed,
        on,
    };
    let member = Command::Accept { mediator: person("m-1"), outside: false, waived: vec![2], on };
    let checks =
        |party| Command::CheckBody { members: BTreeSet::from([party]), court_linked: true, on };
    let mut all = opens(on);
    all.extend([
        checks(2),
        checks(9),
        accept(person("m-1"), on),
        accept(person(" "), on),
        accept(Candidate { interest: Some(Interest::Employee), ..person("m-1") }, on),
        member,
        fee(&[(2, 300)], true, on),
        fee(&[(2, 300)], false, on),
        fee(&[(1, 300)], true, on),
        fee(&[], true, on),
        expert(true, &[1, 2]),
        expert(true, &[1]),
        expert(false, &[1, 2]),
        Command::ExpertAnswers { on },
        plan(text.clone(), on),
        plan(drafts(on).remove(1), on),
        signed(&[1, 2], false),
        signed(&[1], true),
        fails(&[1, 2]),
        fails(&[1]),
        Command::EndSham { on },
        Command::Lapse,
    ]);
    for party in [1, 2] {
        all.push(Command::GiveConsent { party, how: "phone".to_owned(), on });
        all.push(Command::RefuseConsent { party, on });
        all.extend([true, false].map(|written| Command::Object { party, written, on }));
    }
    let windows = [Window::Confirmation, Window::ArbitralReview];
    all.extend(windows.map(|window| Command::NoteApplication { window, on }));
    all.extend(windows.map(|window| Command::CloseWindow { window }));
    all.extend(drafts(on).into_iter().map(|draft| agree(draft, on)));
    all.extend(wordings(on, day("2026-03-09")).into_iter().map(Command::Text));
    all.extend(acts(on, day("2026-03-09")).into_iter().map(Command::Course));
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<IndustryMediation>> {
    let days = [BEGUN, "2026-03-09", "2026-12-01"].map(day);
    days.into_iter()
        .flat_map(|on| {
            let all = commands(on).into_iter();
            all.map(move |command| (on, Role::MediationHead, command))
        })
        .collect()
}

fn line(kind: Kind, end: Vec<(Date, Command)>) -> Vec<Move<IndustryMediation>> {
    let on = day(BEGUN);
    let opened = [open(asked(kind, &[1, 2], on), kind, &[2], on), accept(person("m-1"), on)];
    let whole = opened.map(|command| (on, command)).into_iter().chain(end);
    whole.map(|(today, command)| (today, Role::MediationHead, command)).collect()
}

/// A text that each confirms before it is signed.
fn worded(on: Date) -> Vec<Move<IndustryMediation>> {
    let text = drafts(on).remove(0);
    let (put, hash) = (Wording::Put { draft: text.clone(), on }, text.hash.clone());
    let confirm = |party| Wording::Confirm { party, hash: hash.clone(), on };
    let steps = [put, confirm(1), confirm(2)].map(|step| (on, Command::Text(step)));
    line(Kind::Association, steps.into_iter().chain([(on, agree(text, on))]).collect())
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<IndustryMediation>>> {
    let (on, late, window) = (day(BEGUN), day("2026-12-01"), Window::Confirmation);
    let kind = Kind::Association;
    let text = |at: usize| drafts(on).remove(at);
    let fails = || Command::EndFailed { on, undisputed: None, facts_agreed: Vec::new() };
    let leave = Command::Course(Act::WithdrawConsent { party: 2, how: "phone".to_owned() });
    let removal = removed(on).into_iter().map(|act| (on, Command::Course(act)));
    let apply = Command::NoteApplication { window, on };
    let later = Command::NoteApplication { window, on: day("2026-03-12") };
    let asking = |command: Command, today| {
        let opened = (on, open(asked(kind, &[1], on), kind, &[2], on));
        [opened, (today, command)].map(|(today, command)| (today, Role::MediationHead, command))
    };
    let unaccepted = [(on, open(asked(kind, &[1, 2], on), kind, &[2], on)), (late, Command::Lapse)];
    let mut minor = asked(kind, &[1, 2], on);
    minor.parties[0].minor = true;
    let minor = [open(minor, kind, &[], on), accept(person("m-1"), on), fails()];
    let mut unlinked = open(asked(kind, &[1, 2], on), kind, &[], on);
    if let Command::Open { body, .. } = &mut unlinked {
        body.court_linked = false;
    }
    let unlinked = [unlinked, accept(person("m-1"), on), fails()];
    let expert = Command::AskExpert { expert: person("x-1"), agreed: vec![1, 2], on };
    vec![
        worded(on),
        line(kind, vec![(on, agree(text(0), on)), (on, apply)]),
        line(kind, vec![(on, agree(text(0), on)), (late, Command::CloseWindow { window })]),
        line(kind, vec![(on, agree(text(1), on))]),
        line(
            kind,
            vec![
                (on, plan(text(0), on)),
                (day("2026-03-12"), Command::Lapse),
                (day("2026-03-12"), later),
            ],
        ),
        line(
            kind,
            vec![(on, plan(text(1), on)), (on, Command::Object { party: 1, written: true, on })],
        ),
        line(kind, vec![(on, fee(&[(1, 300)], true, on)), (on, expert), (on, fails())]),
        line(Kind::Financial, vec![(on, leave)]),
        line(kind, removal.chain([(on, Command::EndSham { on })]).collect()),
        line(kind, vec![(late, Command::Lapse)]),
        minor.map(|command| (on, Role::MediationHead, command)).to_vec(),
        unlinked.map(|command| (on, Role::MediationHead, command)).to_vec(),
        unaccepted.map(|(today, command)| (today, Role::MediationHead, command)).to_vec(),
        asking(Command::RefuseConsent { party: 2, on }, on).to_vec(),
        asking(Command::Lapse, late).to_vec(),
    ]
}
