//! Sample commands and lawful courses, for the walk, other crates' tests and the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Role, TrackKind};
use jiff::civil::Date;

use super::{Answer, Command, Door, LawyerResult, Level, LitigationPetition, Organ, Ripe};

/// A petition about a judgment.
pub fn receive(door: Door, terminated_before: bool, on: Date) -> Command {
    let brief = Box::new(brief(DisputeKind::ContractDebt, TrackKind::Petition, on));
    let number = "贺法信〔2026〕1号".to_owned();
    Command::Receive { brief, number, door, terminated_before, on }
}

/// All that termination asks for.
pub const RIPE: Ripe = Ripe { exhausted: true, right: true, explained: true, relieved: true };

fn hand(on: Date) -> Command {
    Command::HandOver { agency: "640122.court".parse().unwrap(), on }
}

/// The court's matter, received by it on 6 March 2026.
pub fn with_court() -> Vec<(&'static str, Role, Command)> {
    let office = Role::PetitionOfficer;
    let separate = Command::Separate { organ: Some(Organ::Court), on: day("2026-03-04") };
    vec![
        ("2026-03-02", office, receive(Door::PetitionOffice, false, day("2026-03-02"))),
        ("2026-03-04", office, separate),
        ("2026-03-05", office, hand(day("2026-03-05"))),
        ("2026-03-06", Role::Judge, Command::OrganReceives { on: day("2026-03-06") }),
    ]
}

type Day = (&'static str, Role, Command);

fn with(mut steps: Vec<Day>, more: Vec<Day>) -> Vec<Move<LitigationPetition>> {
    steps.extend(more);
    steps.into_iter().map(|(on, role, command)| (day(on), role, command)).collect()
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<LitigationPetition>>> {
    use Command::{
        AcceptAnswer, DecideTermination, Lapse, NotAccept, OrganReplies, ProposeTermination,
        ReportProgress, Separate, Withdraw,
    };
    let on = day;
    let first = |terminated| {
        let office = Role::PetitionOfficer;
        vec![("2026-03-02", office, receive(Door::Organ, terminated, on("2026-03-02")))]
    };
    let answer =
        |answer| ("2026-04-20", Role::Judge, Command::Answer { answer, on: on("2026-04-20") });
    let explained = || {
        let mut steps = with_court();
        steps.push(answer(Answer::Explained));
        steps
    };
    let propose = ProposeTermination { ripe: RIPE, on: on("2026-04-20") };
    let decide = |approved| DecideTermination {
        level: Level::Province,
        approved,
        heard: true,
        on: on("2026-06-15"),
    };
    let (office, judge) = (Role::PetitionOfficer, Role::Judge);
    vec![
        with(first(true), vec![("2026-03-04", office, NotAccept { on: on("2026-03-04") })]),
        with(
            first(false),
            vec![("2026-03-04", office, Separate { organ: None, on: on("2026-03-04") })],
        ),
        with(
            first(false),
            vec![("2026-03-04", office, Withdraw { party: 1, on: on("2026-03-04") })],
        ),
        with(with_court(), vec![answer(Answer::Opened(TrackKind::Retrial))]),
        with(with_court(), vec![answer(Answer::Corrected)]),
        with(explained(), vec![("2026-06-15", office, AcceptAnswer { on: on("2026-06-15") })]),
        with(explained(), vec![("2026-06-15", office, Lapse)]),
        with(
            explained(),
            vec![("2026-04-20", judge, propose.clone()), ("2026-06-15", judge, decide(true))],
        ),
        with(
            explained(),
            vec![
                ("2026-04-20", judge, propose),
                ("2026-06-15", judge, decide(false)),
                ("2026-10-15", office, Lapse),
                ("2026-10-15", judge, ReportProgress { on: on("2026-10-15") }),
                (
                    "2026-10-15",
                    judge,
                    Command::Answer { answer: Answer::Corrected, on: on("2026-10-15") },
                ),
            ],
        ),
        with(
            with_court(),
            vec![
                ("2026-03-09", judge, OrganReplies { on: on("2026-03-09") }),
                answer(Answer::Corrected),
            ],
        ),
    ]
}

/// Commands in all variety, on five days.
pub fn moves() -> Vec<Move<LitigationPetition>> {
    let mut all = Vec::new();
    let (office, judge) = (Role::PetitionOfficer, Role::Judge);
    for today in ["2026-03-02", "2026-03-09", "2026-04-20", "2026-06-15", "2026-10-15"] {
        let on = day(today);
        let terminate =
            |level, approved, heard| Command::DecideTermination { level, approved, heard, on };
        let unripe = Ripe { relieved: false, ..RIPE };
        let mut commands = vec![
            (office, Command::NotAccept { on }),
            (office, Command::Assign { person: "officer-1".into(), on }),
            (office, Command::Assign { person: " ".into(), on }),
            (office, Command::Separate { organ: Some(Organ::Court), on }),
            (office, Command::Separate { organ: None, on }),
            (office, hand(on)),
            (judge, Command::OrganReceives { on }),
            (judge, Command::OrganDeclines { rightly: Organ::Procuratorate, on }),
            (judge, Command::OrganDeclines { rightly: Organ::Court, on }),
            (judge, Command::OrganReplies { on }),
            (judge, Command::ReportProgress { on }),
            (office, Command::RecordLawyer { result: LawyerResult::GuidedAppeal, on }),
            (judge, Command::Answer { answer: Answer::Opened(TrackKind::Retrial), on }),
            (judge, Command::Answer { answer: Answer::Opened(TrackKind::Petition), on }),
            (judge, Command::Answer { answer: Answer::Corrected, on }),
            (judge, Command::Answer { answer: Answer::Explained, on }),
            (office, Command::Answer { answer: Answer::Corrected, on }),
            (office, Command::AcceptAnswer { on }),
            (judge, Command::ProposeTermination { ripe: RIPE, on }),
            (judge, Command::ProposeTermination { ripe: unripe, on }),
            (judge, terminate(Level::Province, true, true)),
            (judge, terminate(Level::Province, true, false)),
            (judge, terminate(Level::City, true, true)),
            (judge, terminate(Level::Province, false, true)),
            (office, Command::Withdraw { party: 1, on }),
            (office, Command::Withdraw { party: 2, on }),
            (office, Command::Lapse),
        ];
        if today == "2026-03-02" {
            let mut nobody = receive(Door::PetitionOffice, false, on);
            if let Command::Receive { brief, .. } = &mut nobody {
                brief.parties.retain(|party| party.no == 2);
            }
            commands.extend([
                (office, receive(Door::PetitionOffice, false, on)),
                (office, receive(Door::Organ, true, on)),
                (office, nobody),
            ]);
        }
        all.extend(commands.into_iter().map(|(role, command)| (on, role, command)));
    }
    all
}
