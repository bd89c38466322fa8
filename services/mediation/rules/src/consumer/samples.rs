//! Sample courses of consumer complaints, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, brief, consent, day};
use jiefen_vocab::{DisputeKind, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Command, Consumer, Ground, Over};
use crate::agreement::Draft;
use crate::sample_draft::draft;
use crate::session::{Mode, Reached, Sitting};

/// A consumer and a shop; both agree to mediation.
pub fn complaint(on: Date) -> Brief {
    let track = TrackKind::AdministrativeMediation;
    let mut brief = brief(DisputeKind::Consumer, track, on);
    brief.consents = vec![consent(1, track, true, on), consent(2, track, true, on)];
    brief
}

/// A letter is received.
pub fn open(on: Date) -> Command {
    Command::Open { brief: complaint(on).into(), on }
}

/// It is split; `reported`: it also reports fake labels.
pub fn sort(complaint: bool, reported: bool, on: Date) -> Command {
    let report = reported.then(|| (1, Private::new("伪造标签".to_owned())));
    Command::Sort { complaint, report, on }
}

/// The complaint is accepted.
pub fn accept(on: Date) -> Command {
    Command::Accept { officer: "officer-1".into(), found: None, on }
}

/// The complaint is refused.
pub fn refuse(ground: Ground, on: Date) -> Command {
    Command::Refuse { ground, right_body: "住房和城乡建设局".into(), on }
}

/// A session with both.
pub fn sitting(on: Date) -> Sitting {
    Sitting {
        on,
        place: "消费维权站".into(),
        mode: Mode::Phone,
        present: vec![1, 2],
        guardians: Vec::new(),
        reached: Reached::GoesOn,
        record: Private::new("商家愿退一半".into()),
    }
}

/// A statement, signed by both.
pub fn agree(draft: Draft, on: Date) -> Command {
    Command::Agree { draft, signed: vec![1, 2], on }
}

fn paid(no: u32, on: Date) -> Command {
    Command::RecordPerformance { no, on, proof: "退款凭证".into() }
}

const DAYS: &[&str] = &["2026-04-13", "2026-04-15", "2026-04-20", "2026-09-01"];

fn begin(on: Date) -> Vec<Command> {
    let mut alone = complaint(on);
    alone.parties.pop();
    let mut young = complaint(on);
    young.parties[0].minor = true;
    let mut silent = complaint(on);
    silent.consents.pop();
    let opened = |brief: Brief| Command::Open { brief: brief.into(), on };
    let found = |ground| Command::Accept { officer: "officer-1".into(), found: Some(ground), on };
    let known_on = day("2023-04-13");
    vec![
        open(on),
        opened(alone),
        opened(young),
        opened(silent),
        sort(true, false, on),
        sort(true, true, on),
        sort(false, true, on),
        sort(false, false, on),
        Command::Sort { complaint: true, report: Some((9, Private::new("x".into()))), on },
        Command::NameRepresentatives { who: vec![1], on },
        Command::NameRepresentatives { who: vec![2], on },
        Command::NameRepresentatives { who: vec![], on },
        accept(on),
        found(Ground::HandledElsewhere),
        found(Ground::OverThreeYears { known_on }),
        found(Ground::PapersMissing),
        Command::Accept { officer: " ".into(), found: None, on },
        refuse(Ground::NotOurs, on),
        Command::Refuse { ground: Ground::NotOurs, right_body: " ".into(), on },
        refuse(Ground::OtherMediator, on),
        refuse(Ground::Impersonation, on),
        refuse(Ground::OverThreeYears { known_on }, on),
        refuse(Ground::OverThreeYears { known_on: day("2026-01-01") }, on),
        refuse(Ground::NotConsumer, day("2027-01-01")),
        Command::GiveConsent { party: 2, how: "phone".into(), on },
        Command::WithdrawConsent { party: 2, how: "phone".into() },
        Command::ExtendCheck { on },
        Command::DecideReport { filed: true, on },
        Command::DecideReport { filed: false, on },
    ]
}

fn mediate(on: Date) -> Vec<Command> {
    let held = |session| Command::HoldSession { session };
    let end = |over| Command::End { over, on };
    let due = day("2026-05-20").max(on);
    let mut empty = draft(due, 1);
    empty.obligations.clear();
    vec![
        Command::Entrust { body: "消费者协会".into(), on },
        Command::Entrust { body: " ".into(), on },
        Command::BeginTests { agreed: vec![1, 2], on },
        Command::BeginTests { agreed: vec![1], on },
        Command::EndTests { on },
        held(sitting(on)),
        held(Sitting { present: vec![], ..sitting(on) }),
        held(Sitting { present: vec![9], ..sitting(on) }),
        agree(draft(due, 2), on),
        agree(empty, on),
        Command::Agree { draft: draft(due, 1), signed: vec![1], on },
        end(Over::Withdrawn),
        end(Over::TestsNotAgreed),
        end(Over::Refuses { party: 2 }),
        end(Over::TermOver),
        end(Over::GroundFound { ground: Ground::HandledElsewhere }),
        end(Over::PartyGone),
        Command::Lapse,
        paid(1, on),
        paid(2, on),
        paid(7, on),
        Command::RecordPerformance { no: 1, on, proof: " ".into() },
        Command::ReportBreach { no: 1, on, declared: true },
        Command::ReportBreach { no: 1, on, declared: false },
        Command::FindClue { what: Private::new("无照经营".into()), on },
    ]
}

/// Commands in all variety, by the regulator and by a mediator.
pub fn moves() -> Vec<Move<Consumer>> {
    let mut all = Vec::new();
    for today in DAYS {
        let on = day(today);
        let commands = begin(on).into_iter().chain(mediate(on));
        all.extend(commands.map(|command| (on, Role::DepartmentOfficer, command)));
        all.push((on, Role::Mediator, Command::HoldSession { session: sitting(on) }));
    }
    all
}

/// From the letter to mediation; `reported`: with a report split off.
pub fn begun(reported: bool, on: Date) -> Vec<Move<Consumer>> {
    let commands = [open(on), sort(true, reported, on), accept(on)];
    commands.into_iter().map(|command| (on, Role::DepartmentOfficer, command)).collect()
}

/// Complete lawful courses, one for every ending, with and without a report.
pub fn lines() -> Vec<Vec<Move<Consumer>>> {
    let on = day("2026-04-20");
    let late = day("2026-09-01");
    let officer = |command| (on, Role::DepartmentOfficer, command);
    let with = |reported, rest: Vec<Command>| -> Vec<Move<Consumer>> {
        begun(reported, on).into_iter().chain(rest.into_iter().map(officer)).collect()
    };
    let early = |rest: Vec<Command>| -> Vec<Move<Consumer>> {
        std::iter::once(open(on)).chain(rest).map(officer).collect()
    };
    let decide = |filed| Command::DecideReport { filed, on };
    let breach = || Command::ReportBreach { no: 1, on, declared: true };
    let settled = || agree(draft(on, 1), on);
    let mut lapsed = with(true, vec![Command::ExtendCheck { on }]);
    lapsed.push((late, Role::System, Command::Lapse));
    lapsed.push((late, Role::DepartmentOfficer, Command::DecideReport { filed: false, on: late }));
    let withdrawn = || Command::WithdrawConsent { party: 2, how: "phone".into() };
    let mut plain_lapse = with(false, vec![]);
    plain_lapse.push((late, Role::System, Command::Lapse));
    if let Command::Open { brief, .. } = &mut plain_lapse[0].2 {
        brief.parties[0].minor = true;
    }
    let mut old = begun(false, day("2026-04-13"));
    if let Command::Open { brief, .. } = &mut old[0].2 {
        brief.consents.pop();
    }
    old.push((
        day("2026-04-13"),
        Role::DepartmentOfficer,
        Command::BeginTests { agreed: vec![1, 2], on: day("2026-04-13") },
    ));
    old.push((
        day("2026-04-20"),
        Role::DepartmentOfficer,
        Command::EndTests { on: day("2026-04-20") },
    ));
    old.push((late, Role::System, Command::Lapse));
    vec![
        with(true, vec![settled(), Command::ExtendCheck { on }, paid(1, on), decide(true)]),
        with(false, vec![settled(), paid(1, on)]),
        with(true, vec![settled(), breach(), decide(true)]),
        with(false, vec![settled(), breach()]),
        early(vec![sort(true, true, on), refuse(Ground::NotConsumer, on), decide(false)]),
        early(vec![sort(true, false, on), refuse(Ground::NotOurs, on)]),
        with(true, vec![withdrawn(), decide(false)]),
        with(false, vec![withdrawn()]),
        lapsed,
        plain_lapse,
        old,
        early(vec![sort(false, true, on), Command::ExtendCheck { on }, decide(true)]),
    ]
}
