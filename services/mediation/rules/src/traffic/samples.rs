//! Sample courses of traffic mediation, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Party, PartyKind, PartyRole, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Claimed, Command, Harm, JointRequest, StartFact, Traffic};
use crate::agreement::Draft;
use crate::sample_draft::draft;
use crate::session::{Mode, Reached, Sitting};

/// A victim, a driver and the driver's insurer.
pub fn accident(on: Date) -> Brief {
    let mut brief = brief(DisputeKind::Traffic, TrackKind::PoliceMediation, on);
    brief.parties.push(Party {
        no: 3,
        name: Private::new("保险公司".into()),
        role: PartyRole::Third,
        kind: PartyKind::Org,
        minor: false,
        more: None,
    });
    brief
}

/// An accident is surveyed.
pub fn open(on: Date) -> Command {
    Command::Open { brief: accident(on).into(), officer: "officer-1".into(), surveyed_on: on }
}

/// A request over losses of the victim.
pub fn request(losses: &[(u32, Harm)], on: Date) -> JointRequest {
    let claimed = |(no, harm): &(u32, Harm)| Claimed { no: *no, victim: 1, harm: *harm };
    let losses = losses.iter().map(claimed).collect();
    JointRequest { losses, signed: vec![1, 2], sued: false, on }
}

/// A session with everybody.
pub fn sitting(on: Date) -> Sitting {
    Sitting {
        on,
        place: "快处快赔中心".into(),
        mode: Mode::Together,
        present: vec![1, 2, 3],
        guardians: Vec::new(),
        reached: Reached::AgreedInSubstance,
        record: Private::new("乙愿意承担七成".into()),
    }
}

/// A statement over losses, signed by all.
pub fn agree(losses: &[u32], draft: Draft, on: Date) -> Command {
    Command::Agree { losses: losses.to_vec(), draft, signed: vec![1, 2, 3], on }
}

fn numbered(due: Date, no: u32) -> Draft {
    let mut one = draft(due, 1);
    one.obligations[0].no = no;
    one
}

fn paid(no: u32, on: Date) -> Command {
    Command::RecordPerformance { no, on, proof: "转账凭证".into() }
}

fn breach(no: u32, on: Date) -> Command {
    Command::ReportBreach { no, on, declared: true }
}

fn start(loss: u32, fact: StartFact, on: Date) -> Command {
    Command::FixStart { loss, fact, on }
}

const DAYS: &[&str] = &["2026-03-02", "2026-03-09", "2026-06-15"];

fn begin(on: Date) -> Vec<Command> {
    let mut alone = accident(on);
    alone.parties.truncate(1);
    let mut young = accident(on);
    young.parties[0].minor = true;
    let opened = |brief: Brief, officer: &str| Command::Open {
        brief: brief.into(),
        officer: officer.into(),
        surveyed_on: on,
    };
    let came = |ended_on| Command::OpenAfterMediation {
        brief: accident(ended_on).into(),
        officer: "officer-1".into(),
        ended_on,
    };
    let both = [(1, Harm::Property), (2, Harm::Injury)];
    let good = request(&both, on);
    let asked = |request| Command::Request { request };
    vec![
        open(on),
        opened(young, "officer-1"),
        opened(alone, "officer-1"),
        opened(accident(on), " "),
        came(on),
        came(day("2026-03-01")),
        Command::BeginTests { on },
        Command::EndTests { on },
        Command::Certify { on },
        Command::Certify { on: day("2027-01-01") },
        Command::Serve { party: 1, on },
        Command::Serve { party: 2, on },
        Command::Serve { party: 9, on },
        Command::BeginReview { on },
        Command::EndReview { upheld: true, on },
        Command::EndReview { upheld: false, on },
        asked(good.clone()),
        asked(JointRequest { losses: Vec::new(), ..good.clone() }),
        asked(JointRequest { signed: vec![1], ..good.clone() }),
        asked(request(&[(1, Harm::Death), (1, Harm::Property)], on)),
        asked(JointRequest { sued: true, ..good }),
        Command::LapseRequest,
    ]
}

fn mediate(on: Date) -> Vec<Command> {
    let held = |session, people_a_side| Command::HoldSession { session, people_a_side };
    let soon =
        |on| Command::Schedule { on, place: "快处快赔中心".into(), mode: Mode::Together };
    let due = day("2026-03-20").max(on);
    vec![
        start(1, StartFact::LossFixed, on),
        start(2, StartFact::TreatmentEnded, on),
        start(2, StartFact::BurialEnded, on),
        start(7, StartFact::LossFixed, on),
        soon(day("2026-03-12")),
        soon(day("2026-03-10")),
        soon(day("2026-12-15")),
        held(sitting(on), 3),
        held(sitting(on), 4),
        held(Sitting { present: vec![], ..sitting(on) }, 1),
        held(Sitting { present: vec![9], ..sitting(on) }, 1),
        agree(&[1], numbered(due, 1), on),
        agree(&[2], numbered(due, 2), on),
        agree(&[2], numbered(due, 1), on),
        agree(&[1, 2], draft(due, 2), on),
        agree(&[], draft(due, 1), on),
        agree(&[1], Draft { obligations: vec![], ..draft(due, 1) }, on),
        Command::Agree { losses: vec![1], draft: draft(due, 1), signed: vec![1], on },
        Command::Fail { loss: 1, on },
        Command::Fail { loss: 2, on },
        Command::Lapse { loss: 1 },
        Command::Lapse { loss: 2 },
        Command::NoteAbsence { party: 2, on },
        Command::Withdraw { party: 1 },
        Command::NoteSuit { on },
        paid(1, on),
        paid(2, on),
        Command::RecordPerformance { no: 1, on, proof: " ".into() },
        breach(1, on),
        breach(2, on),
        Command::ReportBreach { no: 1, on, declared: false },
    ]
}

/// Commands in all variety, by the police.
pub fn moves() -> Vec<Move<Traffic>> {
    let mut all = Vec::new();
    for today in DAYS {
        let on = day(today);
        let commands = begin(on).into_iter().chain(mediate(on));
        all.extend(commands.map(|command| (on, Role::PoliceOfficer, command)));
    }
    all
}

/// From the accident to a joint request over property and injury, both in mediation.
pub fn begun(on: Date) -> Vec<Move<Traffic>> {
    let both = [(1, Harm::Property), (2, Harm::Injury)];
    let commands = vec![
        open(on),
        Command::Certify { on },
        Command::Serve { party: 1, on },
        Command::Serve { party: 2, on },
        Command::Request { request: request(&both, on) },
        start(1, StartFact::LossFixed, on),
        start(2, StartFact::TreatmentEnded, on),
    ];
    commands.into_iter().map(|command| (on, Role::PoliceOfficer, command)).collect()
}

/// Complete lawful courses, one for every ending.
pub fn lines() -> Vec<Vec<Move<Traffic>>> {
    let on = day("2026-03-02");
    let late = day("2026-06-15");
    let police = |at: Date, command| (at, Role::PoliceOfficer, command);
    let with = |rest: Vec<Command>| -> Vec<Move<Traffic>> {
        let rest = rest.into_iter().map(|command| police(on, command));
        begun(on).into_iter().chain(rest).collect()
    };
    let one = || agree(&[1], numbered(on, 1), on);
    let two = || agree(&[2], numbered(on, 2), on);
    let silent = vec![
        police(on, open(on)),
        police(on, Command::Certify { on }),
        police(on, Command::Serve { party: 1, on }),
        police(on, Command::Serve { party: 2, on }),
        police(late, Command::LapseRequest),
    ];
    let mut lapsed = with(vec![one(), breach(1, on)]);
    lapsed.push((late, Role::System, Command::Lapse { loss: 2 }));
    let mut paid_and_lapsed = with(vec![one(), paid(1, on)]);
    paid_and_lapsed.push((late, Role::System, Command::Lapse { loss: 2 }));
    let absent = || Command::NoteAbsence { party: 2, on };
    let left = || Command::Withdraw { party: 1 };
    let mut left_on_the_day = with(vec![one(), paid(1, on)]);
    left_on_the_day.push(police(on, left()));
    let mut minor = with(vec![left()]);
    if let Command::Open { brief, .. } = &mut minor[0].2 {
        brief.parties[0].minor = true;
    }
    vec![
        with(vec![one(), paid(1, on), two(), paid(2, on)]),
        with(vec![one(), two(), breach(1, on), paid(2, on)]),
        with(vec![one(), two(), paid(2, on), breach(1, on)]),
        with(vec![one(), breach(1, on), Command::Fail { loss: 2, on }]),
        with(vec![one(), paid(1, on), Command::Fail { loss: 2, on }]),
        with(vec![one(), breach(1, on), Command::NoteSuit { on }]),
        with(vec![one(), paid(1, on), Command::NoteSuit { on }]),
        with(vec![one(), breach(1, on), absent()]),
        with(vec![one(), paid(1, on), absent()]),
        with(vec![one(), breach(1, on), left()]),
        left_on_the_day,
        lapsed,
        paid_and_lapsed,
        with(vec![Command::NoteSuit { on }]),
        minor,
        with(vec![Command::Fail { loss: 1, on }, Command::Fail { loss: 2, on }]),
        silent,
    ]
}
