//! Sample commands and lawful courses of enforcement, for tests and benches.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Fen, Role, TrackKind};

use super::{
    Against, Checks, Command, Delay, Enforcement, MeasureKind, NotAccepted, NotEnforced, Origin,
    RestrictionKind, Terminated, Title,
};

type Line = Vec<Move<Enforcement>>;
type Step = (&'static str, Command);

/// A title for 60,000 yuan with these last days.
pub fn title(origin: Origin, due: &[&str]) -> Title {
    Title {
        origin,
        creditor: 1,
        debtors: BTreeSet::from([2]),
        amount: Some(Fen::yuan(60_000)),
        due: due.iter().map(|text| day(text)).collect(),
        interrupted_on: None,
        effective: true,
        competent: true,
    }
}

/// The creditor applies; the debtor may be a minor.
pub fn apply(title: Title, minor: bool, on: &str) -> Command {
    let mut brief = brief(DisputeKind::ContractDebt, TrackKind::Litigation, day("2019-01-02"));
    brief.parties[1].minor = minor;
    Command::Apply { brief: brief.into(), title: title.into(), task: None, on: day(on) }
}

/// Accepts.
pub fn accept(on: &str) -> Command {
    let case_no = "（2026）宁0122执1号".to_owned();
    Command::Accept { case_no, judge: "judge-1".to_owned(), on: day(on) }
}

/// Every step before the end for now.
pub const ALL_DONE: Checks = Checks { reported: true, exhausted: true, heard: true };

fn openings() -> Vec<Command> {
    let good = || title(Origin::Judgment, &["2026-01-05"]);
    let on = "2026-03-02";
    let mut bad = vec![good(); 6];
    bad[0].creditor = 9;
    bad[1].debtors.clear();
    bad[2].due.clear();
    bad[3].effective = false;
    bad[4].competent = false;
    bad[5].due = vec![day("2026-03-02")];
    let mut all: Vec<Command> = bad.into_iter().map(|title| apply(title, false, on)).collect();
    all.push(apply(good(), false, on));
    all.push(apply(good(), true, on));
    all.push(apply(title(Origin::Award, &["2026-01-05"]), false, on));
    all.push(apply(title(Origin::Notarised, &["2026-01-05"]), false, on));
    all.push(apply(title(Origin::Judgment, &["2020-01-06"]), false, on));
    all
}

fn commands(on: &str) -> Vec<Command> {
    let on_day = day(on);
    let on = on_day;
    let mut all = vec![
        accept(&on_day.to_string()),
        Command::Accept { case_no: String::new(), judge: String::new(), on },
        Command::Decline { ground: NotAccepted::NotCompetent, on },
        Command::IssueNotice { on },
        Command::ServeNotice { party: 2, on },
        Command::ServeNotice { party: 1, on },
        Command::RecordPayment { amount: Fen::yuan(20_000), on },
        Command::RecordPayment { amount: Fen(0), on },
        Command::RecordPerformance { on },
        Command::Settle { agreed: vec![1, 2], due_on: on, on },
        Command::Settle { agreed: vec![1], due_on: on, on },
        Command::Resume { on },
        Command::SettlementTimePassed,
        Command::EndForNow { checks: ALL_DONE, on },
        Command::EndForNow { checks: Checks { heard: false, ..ALL_DONE }, on },
        Command::CheckProperty { on },
        Command::FiveYearsPassed,
        Command::FileObjection { against: Against::Act, by: Some(2), on },
        Command::FileObjection { against: Against::Listing, by: None, on },
        Command::FileObjection { against: Against::Object, by: None, on },
        Command::FileObjection { against: Against::Object, by: Some(1), on },
        Command::DecidePlea { upheld: true, on },
        Command::DecidePlea { upheld: false, on },
        Command::Terminate { ground: Terminated::Withdrawn, on },
        Command::ExtendTerm { months: 3, on },
        Command::SixMonthsPassed,
        Command::AskUpperCourt { delay: Delay::PropertyKnown, on },
        Command::AskUpperCourt { delay: Delay::Act, on },
        Command::AskUpperCourt { delay: Delay::Other, on },
        Command::AskUpperCourt { delay: Delay::PropertyFound { on: day("2026-03-20") }, on },
        Command::Urge { until: day("2026-11-30"), on },
        Command::UrgeTimePassed,
        Command::UpperCourtDeclines { on },
        Command::GoUp { on },
    ];
    for ground in [NotEnforced::Award, NotEnforced::Notarised, NotEnforced::TimeBarred] {
        all.push(Command::PleadNotEnforced { ground, party: 2, known_on: None, on });
    }
    all.push(Command::TakeMeasure { kind: MeasureKind::Freeze, party: 2, on });
    for kind in [
        RestrictionKind::Consumption,
        RestrictionKind::Listed { able: true },
        RestrictionKind::Listed { able: false },
    ] {
        all.push(Command::Restrict { kind, party: 2, on });
    }
    for no in [1, 2, 3] {
        all.extend([
            Command::RenewMeasure { measure: no, on },
            Command::LiftMeasure { measure: no, on },
            Command::MeasureLapsed { measure: no },
            Command::RemoveRestriction { restriction: no, on },
            Command::ListingOver { restriction: no },
            Command::DecideObjection { objection: no, upheld: false, on },
            Command::TakeRemedy { objection: no, on },
            Command::RemedyTimePassed { objection: no },
            Command::DecideReview { objection: no, annulled: no == 1, on },
        ]);
    }
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<Enforcement>> {
    let first = day("2026-03-02");
    let mut all: Vec<Move<Enforcement>> =
        openings().into_iter().map(|command| (first, Role::FilingClerk, command)).collect();
    for on in ["2026-03-02", "2026-03-20", "2026-09-07", "2031-12-01"] {
        all.extend(commands(on).into_iter().map(|command| (day(on), Role::Judge, command)));
    }
    for on in [first, day("2026-03-20")] {
        all.push((on, Role::CourtPresident, Command::ExtendTerm { months: 3, on }));
    }
    all.push((first, Role::Judge, Command::IssueNotice { on: day("2026-03-03") }));
    for step in lines().into_iter().flatten() {
        if !all.contains(&step) {
            all.push(step);
        }
    }
    all
}

fn course(opening: Command, steps: &[Step]) -> Line {
    let mut line = vec![(day("2026-03-02"), Role::FilingClerk, opening)];
    line.extend(steps.iter().map(|(on, command)| (day(on), Role::Judge, command.clone())));
    line
}

fn noticed(origin: Origin, steps: &[Step]) -> Line {
    let due = if origin == Origin::Confirmation { "2020-01-06" } else { "2026-01-05" };
    let first = [
        ("2026-03-03", accept("2026-03-03")),
        ("2026-03-04", Command::IssueNotice { on: day("2026-03-04") }),
        ("2026-03-05", Command::ServeNotice { party: 2, on: day("2026-03-05") }),
    ];
    course(apply(title(origin, &[due]), false, "2026-03-02"), &[&first[..], steps].concat())
}

fn paid(on: &'static str) -> Step {
    (on, Command::RecordPayment { amount: Fen::yuan(60_000), on: day(on) })
}

fn done(on: &'static str) -> Step {
    (on, Command::RecordPerformance { on: day(on) })
}

fn restrict(kind: RestrictionKind) -> Step {
    ("2026-03-20", Command::Restrict { kind, party: 2, on: day("2026-03-20") })
}

fn plead(ground: NotEnforced) -> Step {
    (
        "2026-03-20",
        Command::PleadNotEnforced { ground, party: 2, known_on: None, on: day("2026-03-20") },
    )
}

fn ruled(on: &'static str) -> Step {
    (on, Command::DecidePlea { upheld: true, on: day(on) })
}

fn free(restriction: u32, on: &'static str) -> Step {
    (on, Command::RemoveRestriction { restriction, on: day(on) })
}

fn stop(on: &'static str) -> Step {
    (on, Command::Terminate { ground: Terminated::Withdrawn, on: day(on) })
}

/// Everything that can run beside enforcement runs.
fn busy() -> Vec<Step> {
    let on = day("2026-03-20");
    vec![
        ("2026-03-20", Command::TakeMeasure { kind: MeasureKind::Attach, party: 2, on }),
        restrict(RestrictionKind::Listed { able: false }),
        restrict(RestrictionKind::Consumption),
        ("2026-03-20", Command::FileObjection { against: Against::Act, by: Some(2), on }),
        ("2026-03-20", Command::FileObjection { against: Against::Object, by: None, on }),
        ("2026-03-20", Command::DecideObjection { objection: 2, upheld: false, on }),
        ("2026-03-20", Command::FileObjection { against: Against::Listing, by: Some(2), on }),
        ("2026-03-20", Command::DecideObjection { objection: 3, upheld: false, on }),
        ("2026-03-20", Command::TakeRemedy { objection: 3, on }),
    ]
}

/// Lawful courses from the application to an ending.
pub fn lines() -> Vec<Line> {
    let consumption = || restrict(RestrictionKind::Consumption);
    let on = day("2026-03-20");
    let settle = Command::Settle { agreed: vec![1, 2], due_on: day("2026-06-30"), on };
    let settled = ("2026-03-20", settle);
    let later = day("2026-09-07");
    let for_now = ("2026-09-07", Command::EndForNow { checks: ALL_DONE, on: later });
    let late = "2031-12-01";
    let with = |steps: &[Step]| [&busy()[..], steps].concat();
    let two = [free(1, late), free(2, late)];
    let then = |steps: &[Step]| [steps, &two].concat();
    let lapse = (late, Command::SettlementTimePassed);
    let mut all = vec![
        noticed(Origin::Judgment, &[paid("2026-03-20")]),
        noticed(Origin::Judgment, &[settled.clone(), paid("2026-09-07")]),
        noticed(Origin::Judgment, &[settled.clone(), done("2026-09-07")]),
        noticed(Origin::Judgment, &[settled.clone(), stop("2026-09-07")]),
        noticed(Origin::Judgment, &[settled.clone(), lapse.clone()]),
        noticed(Origin::Judgment, &with(&then(&[settled.clone(), lapse]))),
        noticed(Origin::Judgment, &with(&then(&[settled.clone(), paid(late)]))),
        noticed(Origin::Judgment, &with(&then(&[settled.clone(), done(late)]))),
        noticed(Origin::Judgment, &with(&then(&[settled, stop(late)]))),
        noticed(Origin::Judgment, &with(&then(&[for_now.clone(), paid(late)]))),
        noticed(Origin::Judgment, &with(&then(&[for_now.clone(), done(late)]))),
        noticed(Origin::Judgment, &with(&then(&[for_now.clone(), stop(late)]))),
        noticed(Origin::Judgment, &with(&then(&[paid(late)]))),
        noticed(Origin::Judgment, &with(&then(&[done(late)]))),
        noticed(Origin::Judgment, &with(&then(&[stop(late)]))),
        noticed(
            Origin::Judgment,
            &[consumption(), for_now.clone(), (late, Command::FiveYearsPassed)],
        ),
        noticed(
            Origin::Judgment,
            &[consumption(), for_now.clone(), free(1, "2026-09-07"), paid("2026-09-07")],
        ),
        noticed(
            Origin::Judgment,
            &[consumption(), for_now.clone(), free(1, "2026-09-07"), done("2026-09-07")],
        ),
        noticed(
            Origin::Judgment,
            &[consumption(), for_now, free(1, "2026-09-07"), stop("2026-09-07")],
        ),
        in_time(),
        minor(),
    ];
    all.extend(pleas());
    all
}

/// A plea that does not hold.
fn in_time() -> Line {
    let rejected = Command::DecidePlea { upheld: false, on: day("2026-03-20") };
    noticed(
        Origin::Judgment,
        &[plead(NotEnforced::TimeBarred), ("2026-03-20", rejected), paid("2026-03-20")],
    )
}

/// A debtor under age pays.
fn minor() -> Line {
    let opening = apply(title(Origin::Judgment, &["2026-01-05"]), true, "2026-03-02");
    course(
        opening,
        &[
            ("2026-03-03", accept("2026-03-03")),
            ("2026-03-04", Command::IssueNotice { on: day("2026-03-04") }),
            ("2026-03-05", Command::ServeNotice { party: 2, on: day("2026-03-05") }),
            paid("2026-03-20"),
        ],
    )
}

/// Pleas that hold, the way to the upper court, and no acceptance.
fn pleas() -> Vec<Line> {
    let on = day("2026-03-20");
    let up = Command::GoUp { on: day("2026-09-07") };
    let ask = Command::AskUpperCourt { delay: Delay::PropertyKnown, on: day("2026-09-07") };
    let urge = Command::Urge { until: day("2026-11-30"), on: day("2026-09-07") };
    let urged = || [("2026-09-07", ask.clone()), ("2026-09-07", urge.clone())];
    let late = "2031-12-01";
    let again = [(late, Command::UrgeTimePassed), (late, Command::GoUp { on: day(late) })];
    let consumption = || restrict(RestrictionKind::Consumption);
    vec![
        noticed(Origin::Award, &[plead(NotEnforced::Award), ruled("2026-09-07")]),
        noticed(Origin::Notarised, &[plead(NotEnforced::Notarised), ruled("2026-09-07")]),
        noticed(Origin::Confirmation, &[plead(NotEnforced::TimeBarred), ruled("2026-03-20")]),
        noticed(
            Origin::Award,
            &[consumption(), plead(NotEnforced::Award), ruled("2026-09-07"), free(1, "2026-09-07")],
        ),
        noticed(
            Origin::Judgment,
            &[("2026-09-07", Command::SixMonthsPassed), ("2026-09-07", up.clone())],
        ),
        noticed(Origin::Judgment, &[&urged()[..], &again].concat()),
        course(
            apply(title(Origin::Judgment, &["2026-01-05"]), false, "2026-03-02"),
            &[&urged()[..], &again].concat(),
        ),
        course(
            apply(title(Origin::Judgment, &["2026-01-05"]), false, "2026-03-02"),
            &[&[("2026-03-03", accept("2026-03-03"))], &urged()[..], &again].concat(),
        ),
        course(
            apply(title(Origin::Judgment, &["2026-01-05"]), false, "2026-03-02"),
            &[("2026-09-07", Command::SixMonthsPassed), ("2026-09-07", up.clone())],
        ),
        course(
            apply(title(Origin::Judgment, &["2026-01-05"]), false, "2026-03-02"),
            &[
                ("2026-03-03", accept("2026-03-03")),
                ("2026-09-07", Command::SixMonthsPassed),
                ("2026-09-07", up),
            ],
        ),
        course(
            apply(title(Origin::Judgment, &["2026-01-05"]), false, "2026-03-02"),
            &[("2026-03-20", Command::Decline { ground: NotAccepted::NotDue, on })],
        ),
    ]
}
