//! Sample courses of a matter in hand, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Outcome, Role, TrackKind};
use jiff::civil::Date;

use super::{Command, Ground, Matter, NextStep, Proposal};

/// The next step, by a day.
pub fn next(by: &str) -> NextStep {
    NextStep { what: "联系双方".into(), by: day(by) }
}

/// A matter is taken in hand.
pub fn take(track: TrackKind, kind: DisputeKind, on: Date, term_from: Option<Date>) -> Command {
    let person = "officer-1".into();
    let next = NextStep { what: "联系双方".into(), by: on };
    Command::Take { brief: brief(kind, track, on).into(), person, next, term_from, on }
}

/// Who is competent.
pub fn proposal() -> Proposal {
    Proposal {
        body: "住房和城乡建设局".into(),
        track: TrackKind::AdministrativeMediation,
        basis: "权责清单 3.2".into(),
    }
}

/// It is given back.
pub fn pass_back(on: &str) -> Command {
    Command::PassBack { ground: Ground::NotOurDuty, proposal: proposal(), on: day(on) }
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<Matter>> {
    let mut all = Vec::new();
    for today in ["2026-09-07", "2026-09-08", "2026-10-30"] {
        let on = day(today);
        let both = [Role::Mediator, Role::Arbitrator, Role::Coordinator];
        for role in both {
            for outcome in Outcome::ALL {
                all.push((on, role, Command::Conclude { outcome: *outcome, on }));
            }
        }
        let take = |track, kind, from| take(track, kind, on, from);
        let mut commands = vec![
            take(TrackKind::AdministrativeMediation, DisputeKind::Consumer, None),
            take(TrackKind::PoliceMediation, DisputeKind::Traffic, None),
            take(TrackKind::PoliceMediation, DisputeKind::Traffic, Some(on)),
            take(TrackKind::LandArbitration, DisputeKind::LandContracting, None),
            take(TrackKind::Petition, DisputeKind::Other, None),
            take(TrackKind::Litigation, DisputeKind::Other, None),
            take(TrackKind::MergeIntoOriginal, DisputeKind::Other, None),
            Command::NamePerson { person: "officer-2".into(), on },
            Command::NamePerson { person: String::new(), on },
            Command::BeginTerm { on },
            pass_back(today),
        ];
        for (done, by) in [("已联系", "2026-12-01"), ("已联系", "2026-09-01"), ("", "2026-12-01")]
        {
            commands.push(Command::NoteProgress { done: done.into(), on, next: next(by) });
        }
        let nobody = Proposal { basis: " ".into(), ..proposal() };
        commands.push(Command::PassBack { ground: Ground::OtherPlace, proposal: nobody, on });
        all.extend(commands.into_iter().map(|command| (on, Role::Mediator, command)));
    }
    all
}

/// Complete lawful courses: a complaint that is accepted and agreed, a traffic matter that waits for its
/// start, an award, a petition given back, a lawyer's mediation that fails.
pub fn lines() -> Vec<Vec<Move<Matter>>> {
    let (on, then, late) = (day("2026-09-07"), day("2026-09-08"), day("2026-10-30"));
    let taken = |track, kind| take(track, kind, on, None);
    let begin = || (then, Role::Mediator, Command::BeginTerm { on: then });
    let name = (then, Role::Mediator, Command::NamePerson { person: "officer-2".into(), on: then });
    let step =
        |on| Command::NoteProgress { done: "已联系".into(), on, next: next("2026-12-01") };
    let end = |role, outcome| (late, role, Command::Conclude { outcome, on: late });
    let consumer = taken(TrackKind::AdministrativeMediation, DisputeKind::Consumer);
    let traffic = taken(TrackKind::PoliceMediation, DisputeKind::Traffic);
    let land = taken(TrackKind::LandArbitration, DisputeKind::LandContracting);
    let petition = taken(TrackKind::Petition, DisputeKind::Other);
    let lawyer = taken(TrackKind::LawyerMediation, DisputeKind::Other);
    let progress = || (then, Role::Mediator, step(then));
    let courses = [
        (consumer, vec![name, begin(), progress(), end(Role::Mediator, Outcome::Agreed)]),
        (traffic, vec![progress(), begin(), end(Role::Mediator, Outcome::Agreed)]),
        (land, vec![progress(), end(Role::Arbitrator, Outcome::Decided)]),
        (petition, vec![(then, Role::Mediator, pass_back("2026-09-08"))]),
        (lawyer, vec![progress(), end(Role::Mediator, Outcome::Failed)]),
    ];
    let line = |(first, rest): (Command, Vec<Move<Matter>>)| {
        std::iter::once((on, Role::Mediator, first)).chain(rest).collect()
    };
    courses.map(line).to_vec()
}
