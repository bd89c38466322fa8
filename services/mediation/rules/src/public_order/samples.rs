//! Sample courses of public-order mediation, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, brief, consent, day};
use jiefen_vocab::{DisputeKind, Flag, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Again, Application, Command, Decision, Exclusion, Meeting, PublicOrder, Settled};
use crate::agreement::{ContentFault, Draft};
use crate::sample_draft::draft;

/// Two neighbours who fought; both agree to mediation.
pub fn fight(on: Date) -> Brief {
    let track = TrackKind::PoliceMediation;
    let mut brief = brief(DisputeKind::Neighbour, track, on);
    brief.consents = vec![consent(1, track, true, on), consent(2, track, true, on)];
    brief
}

/// The police take the case.
pub fn accept(on: Date, exclusions: &[Exclusion]) -> Command {
    let exclusions = exclusions.iter().copied().collect::<BTreeSet<_>>();
    Command::Accept { officer: "officer-1".into(), exclusions, on }
}

/// A mediation as it should be.
pub fn meeting(on: Date) -> Meeting {
    Meeting {
        on,
        officers: 2,
        recorded_in_place: false,
        present: vec![1, 2],
        by_agent: Vec::new(),
        guarded: Vec::new(),
        safety_arranged: false,
        again: None,
        record: Private::new("乙承认先动手".into()),
    }
}

/// It comes to nothing.
pub fn hold(meeting: Meeting) -> Command {
    Command::HoldMeeting { meeting, agreed: None, signed: Vec::new() }
}

/// It comes to an agreement.
pub fn settle(meeting: Meeting, agreed: Draft) -> Command {
    Command::HoldMeeting { meeting, agreed: Some(agreed), signed: vec![1, 2] }
}

/// A settlement by people's mediation, performed on a day.
pub fn application(performed_on: Option<Date>, on: Date) -> Application {
    let proof = if performed_on.is_some() { "收条第1号" } else { "" };
    Application {
        settled: Settled::PeoplesMediation,
        performed_on,
        proof: proof.into(),
        applicants: vec![1, 2],
        on,
    }
}

fn performed(no: u32, on: Date) -> Command {
    Command::RecordPerformance { no, on, proof: "收条".into() }
}

/// The days on which the samples happen: both sides of the Act of 2025, and long after.
const DAYS: &[&str] = &["2025-12-29", "2026-01-05", "2026-01-06", "2026-06-01"];

fn meetings(on: Date) -> Vec<Command> {
    let good = meeting(on);
    let again = Meeting { again: Some(Again::Necessary), ..good.clone() };
    let alone = Meeting { officers: 1, recorded_in_place: true, ..good.clone() };
    let mut faulty = draft(on, 1);
    faulty.faults.insert(ContentFault::AgainstLaw);
    let due = day("2026-01-08").max(on);
    vec![
        hold(good.clone()),
        hold(again.clone()),
        settle(good.clone(), draft(due, 1)),
        settle(again, draft(due, 2)),
        settle(good.clone(), faulty),
        Command::HoldMeeting { meeting: good.clone(), agreed: Some(draft(on, 1)), signed: vec![1] },
        hold(alone.clone()),
        hold(Meeting { recorded_in_place: false, ..alone }),
        hold(Meeting { present: vec![1], ..good.clone() }),
        hold(Meeting { present: vec![1, 2, 9], ..good.clone() }),
        hold(Meeting { present: vec![1], by_agent: vec![2], ..good.clone() }),
        hold(Meeting { present: vec![2], by_agent: vec![1], ..good.clone() }),
        hold(Meeting { guarded: vec![1], safety_arranged: true, ..good }),
    ]
}

fn others(on: Date) -> Vec<Command> {
    let mut young = fight(on);
    young.parties[0].minor = true;
    let mut violent = fight(on);
    violent.flags.insert(Flag::SafetyAlert);
    let mut alone = fight(on);
    alone.parties.pop();
    let mut silent = fight(on);
    silent.consents.pop();
    let open = |brief: Brief| Command::Open { brief: brief.into(), on };
    let apply = |application| Command::ApplyRecognition { application };
    let decide = |decision, relies_on: &[u32]| Command::Decide {
        decision,
        relies_on: relies_on.to_vec(),
        on,
    };
    vec![
        open(fight(on)),
        open(young),
        open(violent),
        open(silent),
        open(alone),
        accept(on, &[]),
        accept(on, &[Exclusion::Repeated]),
        Command::Accept { officer: " ".into(), exclusions: BTreeSet::new(), on },
        Command::TurnAway { on },
        Command::GiveConsent { party: 2, how: "counter".into(), on },
        Command::RefuseConsent { party: 2, how: "phone".into() },
        Command::Exclude { exclusion: Exclusion::NewTrouble, on },
        Command::BeginAppraisal { on },
        Command::EndAppraisal { on },
        Command::EndMediation { on },
        Command::LoseRecording { no: 1, on },
        performed(1, on),
        performed(7, on),
        Command::RecordPerformance { no: 1, on, proof: " ".into() },
        Command::ReportBreach { no: 1, on, declared: true },
        Command::ReportBreach { no: 1, on, declared: false },
        apply(application(Some(on), on)),
        apply(application(None, on)),
        apply(Application { applicants: vec![1], ..application(Some(on), on) }),
        Command::Recognise { on },
        Command::RejectApplication { reason: "凭证不实".into(), on },
        Command::RejectApplication { reason: " ".into(), on },
        Command::Extend { on },
        decide(Decision::Penalty, &[1]),
        decide(Decision::NoPenalty, &[]),
        Command::Transfer { on },
        Command::Transfer { on: day("2027-01-01") },
        Command::Lapse,
    ]
}

/// Commands in all variety, by the police.
pub fn moves() -> Vec<Move<PublicOrder>> {
    let mut all = Vec::new();
    for today in DAYS {
        let on = day(today);
        let commands = others(on).into_iter().chain(meetings(on));
        all.extend(commands.map(|command| (on, Role::PoliceOfficer, command)));
    }
    all
}

/// Complete lawful courses, one for every ending.
pub fn lines() -> Vec<Vec<Move<PublicOrder>>> {
    let on = day("2026-01-05");
    let next = day("2026-01-06");
    let police = |at: Date, command| (at, Role::PoliceOfficer, command);
    let opened = || vec![police(on, Command::Open { brief: fight(on).into(), on })];
    let with = |rest: Vec<Move<PublicOrder>>| -> Vec<Move<PublicOrder>> {
        opened().into_iter().chain(rest).collect()
    };
    let taken = |rest: Vec<Move<PublicOrder>>| -> Vec<Move<PublicOrder>> {
        let mut line = with(vec![police(on, accept(on, &[]))]);
        line.extend(rest);
        line
    };
    let again = Meeting { again: Some(Again::Asked), ..meeting(next) };
    let single = Meeting { officers: 1, recorded_in_place: true, ..meeting(on) };
    let decided = |decision| Command::Decide { decision, relies_on: vec![1], on: next };
    vec![
        taken(vec![
            police(on, hold(meeting(on))),
            police(next, settle(again.clone(), draft(next, 2))),
            police(next, performed(1, next)),
            police(next, performed(2, next)),
        ]),
        taken(vec![
            police(next, Command::ApplyRecognition { application: application(Some(on), next) }),
            police(next, Command::Recognise { on: next }),
        ]),
        taken(vec![
            police(on, hold(meeting(on))),
            police(next, hold(again)),
            police(next, Command::BeginAppraisal { on: next }),
            police(next, Command::EndAppraisal { on: next }),
            police(next, Command::Extend { on: next }),
            police(next, Command::Extend { on: next }),
            police(next, decided(Decision::Penalty)),
        ]),
        taken(vec![
            police(on, settle(meeting(on), draft(next, 1))),
            police(next, Command::ReportBreach { no: 1, on: next, declared: true }),
            police(next, decided(Decision::NoPenalty)),
        ]),
        taken(vec![
            police(on, hold(single)),
            police(on, Command::LoseRecording { no: 1, on }),
            police(next, Command::EndMediation { on: next }),
            police(next, decided(Decision::NoPenalty)),
        ]),
        taken(vec![police(on, Command::Transfer { on })]),
        with(vec![police(on, Command::TurnAway { on })]),
    ]
}
