//! Sample commands and lawful courses of protection orders, for tests and benches.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Private, Role, TrackKind};
use jiff::civil::DateTime;

use super::{Applicant, Application, Command, Form, Measure, ProtectionOrder, Recipient};

type Line = Vec<Move<ProtectionOrder>>;
type Step = (&'static str, Command);

/// A moment: `2026-10-01T10:20`.
pub fn at(text: &str) -> DateTime {
    text.parse().unwrap()
}

/// The victim applies orally against the second party.
pub fn application() -> Application {
    Application {
        victim: 1,
        respondent: 2,
        by: Applicant::Victim,
        victim_cannot: false,
        form: Form::Oral,
        facts: Private::new("昨夜殴打".to_owned()),
        measures: BTreeSet::from([Measure::NoViolence, Measure::NoContact]),
        competent: true,
        task: None,
    }
}

/// The application comes in.
pub fn apply(application: Application, urgent: bool, moment: &str) -> Command {
    let on = at(moment).date();
    let kind = DisputeKind::MarriageFamily;
    let brief = brief(kind, TrackKind::Litigation, on);
    let at = Some(at(moment));
    Command::Apply { brief: brief.into(), application: application.into(), urgent, at }
}

/// Accepts.
pub fn accept(moment: &str) -> Command {
    Command::Accept { judge: "judge-1".to_owned(), at: Some(at(moment)) }
}

/// Makes the order.
pub fn grant(months: u32, moment: &str) -> Command {
    let measures = BTreeSet::from([Measure::NoViolence, Measure::MoveOut]);
    Command::Grant { measures, months, at: Some(at(moment)) }
}

fn commands(text: &'static str) -> Vec<Command> {
    let on = day(text);
    let moment = format!("{text}T09:30");
    let mut all = vec![
        accept(&moment),
        Command::Accept { judge: String::new(), at: Some(at(&moment)) },
        Command::Decline { on },
        Command::MarkUrgent { at: Some(at(&moment)) },
        grant(6, &moment),
        grant(3, &moment),
        grant(7, &moment),
        Command::Reject { on },
        Command::RecordBreach { on },
        Command::Extend { months: 6, on },
        Command::Vary { measures: BTreeSet::from([Measure::KeepAway]), on },
        Command::Vary { measures: BTreeSet::new(), on },
        Command::Revoke { on },
        Command::Lapse,
        Command::ReviewTimePassed,
        Command::DecideReview { changed: true, on },
        Command::DecideReview { changed: false, on },
        Command::Withdraw { on },
    ];
    for to in Recipient::ALL {
        all.push(Command::Serve { to, on });
    }
    for party in [1, 2] {
        all.push(Command::AskReview { party, on });
    }
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<ProtectionOrder>> {
    let first = "2026-10-01T09:00";
    let good = application;
    let applications = [
        good(),
        Application { respondent: 9, ..good() },
        Application { respondent: 1, ..good() },
        Application { measures: BTreeSet::new(), ..good() },
        Application { by: Applicant::Relative, ..good() },
        Application { by: Applicant::WomensFederation, victim_cannot: true, ..good() },
        Application { competent: false, ..good() },
    ];
    let mut all: Vec<Move<ProtectionOrder>> = applications
        .into_iter()
        .map(|one| (day("2026-10-01"), Role::WindowClerk, apply(one, false, first)))
        .collect();
    for on in ["2026-10-01", "2026-10-05", "2026-10-30", "2027-04-02", "2027-12-01"] {
        all.extend(commands(on).into_iter().map(|command| (day(on), Role::Judge, command)));
    }
    all.push((day("2026-10-01"), Role::Judge, accept("2026-10-01T18:00")));
    all.push((day("2026-10-01"), Role::Judge, accept("2026-10-01T08:00")));
    for step in lines().into_iter().flatten() {
        if !all.contains(&step) {
            all.push(step);
        }
    }
    all
}

fn course(application: Application, steps: &[Step]) -> Line {
    let opening = apply(application, false, "2026-10-01T09:00");
    let mut line = vec![(day("2026-10-01"), Role::WindowClerk, opening)];
    line.extend(steps.iter().map(|(on, command)| (day(on), Role::Judge, command.clone())));
    line
}

/// Lawful courses from the application to an ending.
pub fn lines() -> Vec<Line> {
    let accepted = ("2026-10-01", accept("2026-10-01T09:10"));
    let granted = ("2026-10-01", grant(6, "2026-10-01T09:40"));
    let fifth = day("2026-10-05");
    let rejected = ("2026-10-01", Command::Reject { on: day("2026-10-01") });
    let review = |party| ("2026-10-05", Command::AskReview { party, on: fifth });
    let answer = |changed| ("2026-10-05", Command::DecideReview { changed, on: fifth });
    let first = day("2026-10-01");
    let out = |steps: &[Step]| [&[accepted.clone()][..], steps].concat();
    let elsewhere = Application { competent: false, ..application() };
    vec![
        course(elsewhere, &[("2026-10-01", Command::Decline { on: first })]),
        course(application(), &[("2026-10-01", Command::Withdraw { on: first })]),
        course(application(), &out(&[granted.clone(), ("2027-04-02", Command::Lapse)])),
        course(application(), &out(&[granted.clone(), review(2), answer(true)])),
        course(
            application(),
            &out(&[granted.clone(), review(2), answer(false), ("2027-04-02", Command::Lapse)]),
        ),
        course(application(), &out(&[granted, ("2026-10-05", Command::Revoke { on: fifth })])),
        course(application(), &out(&[rejected.clone(), ("2026-10-30", Command::ReviewTimePassed)])),
        course(application(), &out(&[rejected.clone(), review(1), answer(false)])),
        course(
            application(),
            &out(&[
                rejected,
                review(1),
                answer(true),
                ("2026-10-30", Command::Withdraw { on: day("2026-10-30") }),
            ]),
        ),
    ]
}
