//! Sample courses of lawyer mediations.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, day};
use jiefen_procedure::matrix::Circumstance;
use jiefen_vocab::{DisputeKind, Fen, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Command, Host, LawyerMediation, Share};
use crate::agreement::{Draft, Obligation, Window};
use crate::neutral::samples::{acts, agreed_brief, draft, drafts, owed, person, removed, wordings};
use crate::neutral::{Act, Candidate, Interest, Wording};

/// The day on which the samples begin, a Monday.
pub const BEGUN: &str = "2026-03-02";

/// A brief with both consents.
pub fn asked(on: Date) -> Brief {
    agreed_brief(DisputeKind::ContractDebt, TrackKind::LawyerMediation, on)
}

/// It comes to a studio.
pub fn open(brief: Brief, host: Host, on: Date) -> Command {
    Command::Open { brief: brief.into(), host: Some(host), facts: BTreeSet::new(), on }
}

/// It is handed over, with no word of anybody.
pub fn handed(on: Date) -> Command {
    let mut brief = asked(on);
    brief.consents.clear();
    Command::Open { brief: brief.into(), host: None, facts: BTreeSet::new(), on }
}

/// A party consents.
pub fn consents(party: u32, on: Date) -> Command {
    Command::GiveConsent { party, how: "phone".to_owned(), on }
}

/// A lawyer takes it.
pub fn take(lawyer: Candidate, on: Date) -> Command {
    Command::Take { lawyer, host: None, on }
}

/// A fee of these shares.
pub fn fee(shares: &[(u32, i64)], sole_agreed: bool, on: Date) -> Command {
    let share = |(party, yuan): &(u32, i64)| Share { party: *party, amount: Fen::yuan(*yuan) };
    Command::SetFee { shares: shares.iter().map(share).collect(), sole_agreed, on }
}

/// Everybody signs, the studio seals.
pub fn agree(draft: Draft, on: Date) -> Command {
    Command::Agree { draft, signed: vec![1, 2], by_lawyer: true, sealed: true, on }
}

/// A text in which each owes the other.
pub fn mutual(due: Date) -> Draft {
    let back = Obligation { obligor: 1, obligee: 2, amount: None, ..owed(2, due, 1) };
    draft(vec![owed(1, due, 900), back])
}

fn commands(on: Date) -> Vec<Command> {
    let mut alone = asked(on);
    alone.parties.pop();
    let mut unwilling = asked(on);
    unwilling.consents[1].given = false;
    let mut minor = asked(on);
    minor.parties[0].minor = true;
    let known = |fact| {
        let brief = asked(on).into();
        Command::Open { brief, host: Some(Host::Court), facts: BTreeSet::from([fact]), on }
    };
    let fails = |agreed: &[u32]| Command::EndFailed {
        on,
        undisputed: Some(Private::new("合同成立".to_owned())),
        facts_agreed: agreed.to_vec(),
    };
    let text = drafts(on).remove(0);
    let tied = |interest| Candidate { interest: Some(interest), ..person("m-1") };
    let unsealed = Command::Agree {
        draft: text.clone(),
        signed: vec![1, 2],
        by_lawyer: true,
        sealed: false,
        on,
    };
    let by_one = Command::Agree { draft: text, signed: vec![1], by_lawyer: true, sealed: true, on };
    let mut all = vec![
        open(asked(on), Host::LawFirm, on),
        open(asked(on), Host::Court, on),
        open(alone, Host::Court, on),
        open(unwilling, Host::Court, on),
        open(minor, Host::LegalService, on),
        known(Circumstance::Status),
        known(Circumstance::DomesticViolence),
        Command::Take { lawyer: person("m-1"), host: Some(Host::LegalService), on },
        take(person("m-1"), on),
        take(person(" "), on),
        take(tied(Interest::Agent), on),
        take(tied(Interest::Other), on),
        take(Candidate { on_roster: false, ..person("m-1") }, on),
        take(Candidate { checked: false, ..person("m-1") }, on),
        fee(&[(1, 300), (2, 300)], false, on),
        fee(&[(1, 600)], false, on),
        fee(&[(1, 600)], true, on),
        fee(&[], true, on),
        unsealed,
        by_one,
        agree(mutual(on), on),
        Command::NoteOrder { no: 1, on },
        Command::NoteOrder { no: 9, on },
        fails(&[1, 2]),
        fails(&[1]),
        Command::EndSham { on },
        Command::Lapse,
    ];
    let windows = [Window::Confirmation, Window::ArbitralReview];
    all.extend(windows.map(|window| Command::NoteApplication { window, on }));
    all.extend(windows.map(|window| Command::CloseWindow { window }));
    all.extend(drafts(on).into_iter().map(|draft| agree(draft, on)));
    for party in [1, 2] {
        all.extend([consents(party, on), Command::RefuseConsent { party, on }]);
    }
    all.extend(wordings(on, day("2026-03-10")).into_iter().map(Command::Text));
    all.extend(acts(on, day("2026-03-10")).into_iter().map(Command::Course));
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<LawyerMediation>> {
    let days = [BEGUN, "2026-03-09", "2026-12-01"].map(day);
    days.into_iter()
        .flat_map(|on| {
            let all = commands(on).into_iter();
            let by_head = all.map(move |command| (on, Role::MediationHead, command));
            by_head.chain([(on, Role::System, handed(on))])
        })
        .collect()
}

/// A dispute that was handed over, from both sides' words to a text that each confirms before it is signed.
fn handed_over(on: Date) -> Vec<Move<LawyerMediation>> {
    let text = drafts(on).remove(0);
    let (put, hash) = (Wording::Put { draft: text.clone(), on }, text.hash.clone());
    let confirm = |party| Wording::Confirm { party, hash: hash.clone(), on };
    let taken = Command::Take { lawyer: person("m-1"), host: Some(Host::LegalService), on };
    let mut steps = vec![handed(on), consents(1, on), consents(2, on), taken];
    steps.extend([put, confirm(1), confirm(2)].map(Command::Text));
    steps.extend([agree(text, on), Command::NoteApplication { window: Window::Confirmation, on }]);
    let role = |at| if at == 0 { Role::System } else { Role::MediationHead };
    steps.into_iter().enumerate().map(|(at, command)| (on, role(at), command)).collect()
}

/// The same, to which nobody answers, or one says no.
fn unwilling(on: Date, end: (Date, Command)) -> Vec<Move<LawyerMediation>> {
    vec![(on, Role::System, handed(on)), (end.0, Role::MediationHead, end.1)]
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<LawyerMediation>>> {
    let (on, later, late) = (day(BEGUN), day("2026-03-09"), day("2026-12-01"));
    let line = |brief: Brief, end: Vec<(Date, Command)>| {
        let opened = [open(brief, Host::LawFirm, on), take(person("m-1"), on)];
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
    let mut challenged: Vec<(Date, Command)> =
        removed(on).into_iter().map(|act| (on, Command::Course(act))).collect();
    challenged.push((on, leave.clone()));
    let served = [(on, open(asked(on), Host::LegalService, on)), (on, take(person("m-1"), on))];
    let served = served.into_iter().chain([(on, leave.clone())]);
    let untaken = [(on, open(asked(on), Host::Court, on)), (late, Command::Lapse)];
    vec![
        handed_over(on),
        unwilling(on, (late, Command::Lapse)),
        unwilling(on, (on, Command::RefuseConsent { party: 2, on })),
        line(asked(on), vec![text(0), (on, Command::NoteApplication { window, on })]),
        line(asked(on), vec![text(0), (later, Command::NoteOrder { no: 1, on: later })]),
        line(asked(on), vec![text(0), (late, Command::CloseWindow { window })]),
        line(asked(on), vec![(on, fee(&[(1, 600)], true, on)), text(1)]),
        line(
            asked(on),
            vec![(on, agree(mutual(on), on)), (on, Command::NoteApplication { window, on })],
        ),
        line(minor, vec![(on, fails)]),
        line(asked(on), vec![(on, leave)]),
        line(asked(on), vec![(late, Command::Lapse)]),
        line(asked(on), challenged),
        served.map(|(today, command)| (today, Role::MediationHead, command)).collect(),
        untaken.map(|(today, command)| (today, Role::MediationHead, command)).to_vec(),
    ]
}
