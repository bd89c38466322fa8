//! Sample courses of judicial confirmation, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Private, Role, TrackKind};

use super::{
    Agreement, Command, Competence, Confirmation, NotAccepted, NotConfirmed, ObjectionOutcome,
    Objector, Subject,
};

/// An agreement in three instalments.
pub fn agreement(subject: Subject) -> Agreement {
    Agreement {
        hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        effective_on: day("2026-09-03"),
        body: "640122101.mediation".into(),
        subjects: BTreeSet::from([subject]),
        content: Private::new("分三期支付六万元".into()),
        due: ["2026-10-31", "2026-11-30", "2026-12-31"].map(day).to_vec(),
    }
}

/// An application for its confirmation.
pub fn apply(applicants: &[u32], competence: Competence, subject: Subject, on: &str) -> Command {
    let track = TrackKind::JudicialConfirmation;
    Command::Apply {
        brief: brief(DisputeKind::ContractDebt, track, day("2026-09-01")).into(),
        agreement: agreement(subject).into(),
        applicants: applicants.to_vec(),
        competence,
        on: day(on),
    }
}

/// The joint application over money.
pub fn joint(on: &str) -> Command {
    apply(&[1, 2], Competence::BodySeat, Subject::Money, on)
}

/// The court accepts it.
pub fn accept(on: &str) -> Command {
    Command::Accept {
        case_no: "（2026）宁0122诉前调确1号".into(),
        judge: "judge-1".into(),
        on: day(on),
    }
}

/// The ruling is served.
pub fn serve(party: u32, on: &str) -> Command {
    Command::ServeRuling { party, on: day(on) }
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<Confirmation>> {
    let mut all = Vec::new();
    for today in ["2026-09-03", "2026-09-04", "2026-12-01", "2029-06-01"] {
        let on = day(today);
        let mut commands = vec![
            joint(today),
            apply(&[1], Competence::BodySeat, Subject::Money, today),
            apply(&[1, 2], Competence::None, Subject::Money, today),
            apply(&[1, 2], Competence::BodySeat, Subject::Title, today),
            apply(&[1, 9], Competence::BodySeat, Subject::Money, today),
            joint(today),
            Command::AskCorrection { missing: vec!["身份证明".into()], on },
            Command::ReceiveCorrected { on },
            Command::LapseCorrection,
            accept(today),
            Command::Accept { case_no: String::new(), judge: "judge-1".into(), on },
            Command::Decline { ground: NotAccepted::OutsideCourts, on },
            Command::ExtendRuling { days: 10, on },
            Command::Confirm { on },
            Command::Confirm { on: day("2030-01-01") },
            Command::Reject { ground: NotConfirmed::GoodMorals, on },
            Command::Withdraw { party: 1, on },
            Command::Object { by: Objector::Third { knew_on: on }, on },
            Command::Object { by: Objector::Third { knew_on: day("2026-09-04") }, on },
            Command::RecordPerformance { on },
            Command::EnforcementTimePassed,
        ];
        if let Command::Apply { brief, .. } = &mut commands[5] {
            brief.parties.pop();
        }
        for party in [1, 2] {
            commands.push(serve(party, today));
            commands.push(Command::Object { by: Objector::Party { no: party }, on });
            commands.push(Command::ObjectionTimePassed { party });
            commands.push(Command::ApplyEnforcement { party, on });
        }
        for outcome in
            [ObjectionOutcome::Rejected, ObjectionOutcome::RevokedInPart, ObjectionOutcome::Revoked]
        {
            commands.push(Command::DecideObjection { outcome, on });
        }
        all.extend(commands.into_iter().map(|command| (on, Role::Judge, command)));
        for days in [0, 10] {
            all.push((on, Role::CourtPresident, Command::ExtendRuling { days, on }));
        }
    }
    all
}

/// Courses to a ruling in force, to an objection against it, to enforcement and to performance.
pub fn lines() -> Vec<Vec<Move<Confirmation>>> {
    let (early, late) = (day("2026-09-04"), day("2026-12-01"));
    let mut line: Vec<Move<Confirmation>> = [
        joint("2026-09-04"),
        accept("2026-09-04"),
        Command::Confirm { on: early },
        serve(1, "2026-09-04"),
        serve(2, "2026-09-04"),
    ]
    .map(|command| (early, Role::Judge, command))
    .to_vec();
    let mut objected = line.clone();
    let by = Objector::Party { no: 1 };
    objected.push((early, Role::Judge, Command::Object { by, on: early }));
    for party in [1, 2] {
        line.push((late, Role::System, Command::ObjectionTimePassed { party }));
    }
    let third = Command::Object { by: Objector::Third { knew_on: late }, on: late };
    line.push((late, Role::Judge, third));
    let more = corrected();
    let mut enforced = line.clone();
    enforced.pop();
    enforced.push((late, Role::Judge, Command::ApplyEnforcement { party: 1, on: late }));
    vec![line, objected, enforced, more]
}

/// Papers are asked for and given, an objection is rejected, and the debtor pays.
fn corrected() -> Vec<Move<Confirmation>> {
    let today = "2026-09-04";
    let on = day(today);
    let object = Command::Object { by: Objector::Party { no: 1 }, on };
    let line = [
        joint(today),
        Command::AskCorrection { missing: vec!["身份证明".into()], on },
        Command::ReceiveCorrected { on },
        accept(today),
        Command::Confirm { on },
        serve(1, today),
        object,
        serve(2, today),
        Command::DecideObjection { outcome: ObjectionOutcome::Rejected, on },
        Command::RecordPerformance { on },
    ];
    line.map(|command| (on, Role::Judge, command)).to_vec()
}
