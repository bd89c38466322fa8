//! Sample commands and lawful courses of notarised instruments, for tests and benches.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Fen, Role, TrackKind};

use super::{Command, Ground, Instrument, NotarisedInstrument};

type Line = Vec<Move<NotarisedInstrument>>;
type Step = (&'static str, Command);

/// An instrument with 300,000 yuan due on each of these days.
pub fn instrument(days: &[&str]) -> Instrument {
    let due = (1..).zip(days).map(|(no, text)| (no, day(text), Fen::yuan(300_000))).collect();
    Instrument { creditor: 1, debtor: 2, due, submits: true }
}

/// The notary accepts the request on 20 May 2026.
pub fn request(instrument: Instrument) -> Command {
    let on = day("2026-05-20");
    let brief = brief(DisputeKind::ContractDebt, TrackKind::NotarizedEnforcement, on);
    Command::Request { brief: brief.into(), instrument: instrument.into(), on }
}

/// The creditor asks for the certificate.
pub fn ask(instalments: &[u32], on: &str) -> Command {
    Command::AskCertificate { instalments: instalments.iter().copied().collect(), on: day(on) }
}

/// The debtor pleads.
pub fn plead(ground: Ground, known_on: &str, on: &str) -> Command {
    Command::Plead { ground, known_on: day(known_on), on: day(on) }
}

fn commands(text: &'static str) -> Vec<Command> {
    let on = day(text);
    let stop = |reason: &str| Command::StopNotary { reason: reason.to_owned(), on };
    let mut all = vec![
        stop("checking"),
        stop("holiday"),
        Command::ResumeNotary { to: on },
        Command::Issue { on },
        Command::Refuse { on },
        Command::AskCertificate { instalments: BTreeSet::new(), on },
        ask(&[1], text),
        ask(&[1, 2], text),
        Command::Certify { on },
        Command::RefuseCertificate { on },
        Command::ApplyToCourt { on },
        Command::Accept { on },
        Command::Decline { on },
        Command::ServeNotice { on },
        Command::PleaTimePassed,
        Command::ExtendReview { days: 30, on },
        Command::DecidePlea { upheld: true, on },
        Command::DecidePlea { upheld: false, on },
        Command::AskReview { on },
        Command::ReviewTimePassed,
        Command::RecordReview { changed: true, on },
        Command::RecordReview { changed: false, on },
    ];
    for ground in [Ground::NotPresent, Ground::Corruption, Ground::Substance] {
        all.push(plead(ground, text, text));
    }
    for instalment in [1, 2, 9] {
        all.push(Command::RecordPerformance { instalment, on });
        all.push(Command::InstalmentTimePassed { instalment });
    }
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<NotarisedInstrument>> {
    let good = || instrument(&["2026-07-01"]);
    let requests = vec![
        good(),
        instrument(&["2026-07-01", "2026-10-01"]),
        instrument(&[]),
        Instrument { submits: false, ..good() },
        Instrument { debtor: 9, ..good() },
    ];
    let first = day("2026-05-20");
    let mut all: Vec<Move<NotarisedInstrument>> =
        requests.into_iter().map(|one| (first, Role::Notary, request(one))).collect();
    for on in ["2026-05-20", "2026-07-02", "2026-08-03", "2029-03-01"] {
        all.extend(commands(on).into_iter().map(|command| (day(on), Role::Judge, command)));
        let extend = Command::ExtendReview { days: 30, on: day(on) };
        all.push((day(on), Role::CourtPresident, extend));
    }
    all.push((first, Role::Notary, Command::Issue { on: day("2026-05-21") }));
    for step in lines().into_iter().flatten() {
        if !all.contains(&step) {
            all.push(step);
        }
    }
    all
}

fn course(instrument: Instrument, steps: &[Step]) -> Line {
    let mut line = vec![
        (day("2026-05-20"), Role::Notary, request(instrument)),
        (day("2026-05-27"), Role::Notary, Command::Issue { on: day("2026-05-27") }),
    ];
    line.extend(steps.iter().map(|(on, command)| (day(on), Role::Judge, command.clone())));
    line
}

fn performed(on: &'static str, instalment: u32) -> Step {
    (on, Command::RecordPerformance { instalment, on: day(on) })
}

/// Lawful courses from the request to an ending.
pub fn lines() -> Vec<Line> {
    let on = day("2026-07-02");
    let certified =
        vec![("2026-07-02", ask(&[1], "2026-07-02")), ("2026-07-02", Command::Certify { on })];
    let at_court = [&certified[..], &[("2026-07-02", Command::ApplyToCourt { on })]].concat();
    let noticed = [
        &at_court[..],
        &[("2026-07-02", Command::Accept { on }), ("2026-07-02", Command::ServeNotice { on })],
    ]
    .concat();
    let reviewing =
        [&noticed[..], &[("2026-07-02", plead(Ground::NotPresent, "2026-07-02", "2026-07-02"))]]
            .concat();
    let rejected = ("2026-07-02", Command::DecidePlea { upheld: false, on });
    let ruled = [&reviewing[..], &[rejected]].concat();
    let declined = [&at_court[..], &[("2026-07-02", Command::Decline { on })]].concat();
    let later = day("2026-08-03");
    let silent = ("2026-08-03", Command::ReviewTimePassed);
    let upheld = ("2026-08-03", Command::DecidePlea { upheld: true, on: later });
    let review = |changed| {
        [
            ("2026-07-02", Command::AskReview { on }),
            ("2026-08-03", Command::RecordReview { changed, on: later }),
        ]
    };
    let waived = ("2026-08-03", Command::PleaTimePassed);
    let lost = ("2029-03-01", Command::InstalmentTimePassed { instalment: 1 });
    let courses = [
        vec![performed("2026-07-02", 1)],
        vec![lost],
        [&noticed[..], &[waived]].concat(),
        [&reviewing[..], &[upheld]].concat(),
        [&ruled[..], std::slice::from_ref(&silent)].concat(),
        [&ruled[..], &review(true)].concat(),
        [&ruled[..], &review(false)].concat(),
        [&declined[..], &[silent]].concat(),
        [&declined[..], &review(false)].concat(),
    ];
    // The same with a second instalment, paid in the end.
    let mut all = Vec::new();
    for steps in courses {
        all.push(course(instrument(&["2026-07-01"]), &steps));
        let two = [&steps[..], &[performed("2029-03-01", 2)]].concat();
        all.push(course(instrument(&["2026-07-01", "2026-10-01"]), &two));
    }
    for steps in [certified, at_court, noticed, reviewing, ruled] {
        let paid = [&steps[..], &[performed("2026-08-03", 1)]].concat();
        all.push(course(instrument(&["2026-07-01"]), &paid));
    }
    all
}
