//! Sample commands and lawful courses, for the walk, other crates' tests and the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Role, TrackKind};
use jiff::civil::Date;

use super::{Area, Command, Ground, Kind, PublicInterest};

/// A clue.
pub fn clue(kind: Kind, area: Area, on: Date) -> Command {
    let brief = brief(DisputeKind::Environment, TrackKind::PublicInterestLitigation, on);
    let number = "宁贺检公线〔2026〕1号".to_owned();
    Command::ReceiveClue { brief: Box::new(brief), number, kind, area, on }
}

fn file(on: Date) -> Command {
    Command::File { prosecutor: "prosecutor-1".to_owned(), on }
}

fn verify(on: Date) -> Command {
    Command::VerifyRectified { proof: "现场勘验笔录".to_owned(), on }
}

/// A case of 2 March 2026 whose pre-suit step was taken on the 9th.
pub fn begun(kind: Kind, urgent: bool) -> Vec<(&'static str, Command)> {
    let mut steps = vec![
        ("2026-03-02", clue(kind, Area::Environment, day("2026-03-02"))),
        ("2026-03-04", file(day("2026-03-04"))),
    ];
    let on = day("2026-03-09");
    match kind {
        Kind::Civil => steps.push(("2026-03-09", Command::Announce { on })),
        Kind::Administrative => {
            steps.push(("2026-03-05", Command::ServeFiling { on: day("2026-03-05") }));
            steps.push(("2026-03-09", Command::Suggest { urgent, on }));
        }
    }
    steps
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<PublicInterest>>> {
    use Command::{
        AnnounceSettlement, Close, CourtApproves, CourtRejects, Dismiss, Judge, Lapse, OtherSues,
        Sue, Transfer, WithdrawSuit,
    };
    let on = day;
    let first = |kind| begun(kind, false)[..1].to_vec();
    let with = |mut steps: Vec<(&'static str, Command)>, more: Vec<(&'static str, Command)>| {
        steps.extend(more);
        steps.into_iter().map(|(on, c)| (day(on), Role::Prosecutor, c)).collect()
    };
    let civil = || {
        let mut steps = begun(Kind::Civil, false);
        steps.extend([("2026-04-10", Lapse), ("2026-05-20", Sue { on: on("2026-05-20") })]);
        steps
    };
    let agency = |urgent| begun(Kind::Administrative, urgent);
    let announced = ("2026-06-01", AnnounceSettlement { on: on("2026-06-01") });
    let done = WithdrawSuit { fulfilled: true, on: on("2026-10-15") };
    let gone = Close { ground: Ground::HarmGone, on: on("2026-05-20") };
    let to = "银川市人民检察院".to_owned();
    vec![
        with(first(Kind::Civil), vec![("2026-03-04", Dismiss { on: on("2026-03-04") })]),
        with(first(Kind::Civil), vec![("2026-03-04", Transfer { to, on: on("2026-03-04") })]),
        with(agency(false), vec![("2026-04-10", verify(on("2026-04-10")))]),
        with(agency(true), vec![("2026-04-10", Lapse), ("2026-05-20", gone)]),
        with(
            agency(false),
            vec![
                ("2026-05-20", Lapse),
                ("2026-05-20", Sue { on: on("2026-05-20") }),
                ("2026-10-15", done),
            ],
        ),
        with(begun(Kind::Civil, false), vec![("2026-04-10", OtherSues { on: on("2026-04-01") })]),
        with(civil(), vec![("2026-10-15", Judge { on: on("2026-10-15") })]),
        with(
            civil(),
            vec![announced.clone(), ("2026-10-15", CourtApproves { on: on("2026-10-15") })],
        ),
        with(
            civil(),
            vec![
                announced,
                ("2026-10-15", CourtRejects { on: on("2026-10-15") }),
                ("2026-10-15", Judge { on: on("2026-10-15") }),
            ],
        ),
    ]
}

/// Commands in all variety, on five days.
pub fn moves() -> Vec<Move<PublicInterest>> {
    let mut all = Vec::new();
    for today in ["2026-03-02", "2026-03-09", "2026-04-10", "2026-05-20", "2026-10-15"] {
        let on = day(today);
        let mut commands = vec![
            Command::Dismiss { on },
            Command::Transfer { to: "银川市人民检察院".into(), on },
            Command::Transfer { to: " ".into(), on },
            file(on),
            Command::File { prosecutor: " ".into(), on },
            Command::ServeFiling { on },
            Command::NameProsecutor { prosecutor: "prosecutor-2".into(), on },
            Command::Suggest { urgent: false, on },
            Command::Suggest { urgent: true, on },
            Command::AgencyAnswers { on },
            verify(on),
            Command::VerifyRectified { proof: String::new(), on },
            Command::Announce { on },
            Command::OtherSues { on },
            Command::Close { ground: Ground::NoViolation, on },
            Command::BeginAppraisal { on },
            Command::EndAppraisal { on },
            Command::Extend { by_superior: false, on },
            Command::Extend { by_superior: true, on },
            Command::Sue { on },
            Command::AnnounceSettlement { on },
            Command::CourtApproves { on },
            Command::CourtRejects { on },
            Command::Judge { on },
            Command::WithdrawSuit { fulfilled: true, on },
            Command::WithdrawSuit { fulfilled: false, on },
            Command::Lapse,
        ];
        if today == "2026-03-02" {
            let mut elsewhere = clue(Kind::Civil, Area::Environment, on);
            if let Command::ReceiveClue { brief, .. } = &mut elsewhere {
                brief.track = TrackKind::Litigation;
            }
            commands.extend([
                clue(Kind::Civil, Area::Environment, on),
                clue(Kind::Administrative, Area::StateLand, on),
                clue(Kind::Civil, Area::StateLand, on),
                elsewhere,
            ]);
        }
        all.extend(commands.into_iter().map(|command| (on, Role::Prosecutor, command)));
    }
    all
}
