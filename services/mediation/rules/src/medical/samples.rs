//! Sample courses of medical mediation, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Fen, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Autopsy, Command, Death, Elsewhere, Forum, Medical, Told};
use crate::agreement::{Draft, Subject};
use crate::sample_draft::draft;
use crate::session::{Mode, Reached, Sitting};

/// A patient and a hospital.
pub fn dispute(on: Date) -> Brief {
    brief(DisputeKind::Medical, TrackKind::IndustryMediation, on)
}

/// The dispute is recorded; the hospital is insured.
pub fn open(on: Date) -> Command {
    Command::Open { brief: dispute(on).into(), insured: true, death: None, on }
}

/// All that the hospital must tell a living patient.
pub fn notices(on: Date) -> Command {
    let told = [Told::Routes, Told::Sealing, Told::Records];
    Command::RecordNotices { told: BTreeSet::from(told), on }
}

/// Both apply.
pub fn apply(forum: Forum, on: Date) -> Command {
    Command::Apply { forum, applicants: vec![1, 2], on }
}

/// The body accepts.
pub fn accept(on: Date) -> Command {
    Command::Accept { mediator: "m-1".into(), elsewhere: None, on }
}

/// A session behind closed doors.
pub fn sitting(on: Date) -> Sitting {
    Sitting {
        on,
        place: "医调委调解室".into(),
        mode: Mode::Together,
        present: vec![1, 2],
        guardians: Vec::new(),
        reached: Reached::GoesOn,
        record: Private::new("医方承认手术记录不全".into()),
    }
}

/// The agreement, signed and sealed.
pub fn agree(draft: Draft, on: Date) -> Command {
    Command::Agree { draft, signed: vec![1, 2], countersigned: true, on }
}

/// An agreement over more than the county calls high.
pub fn dear(due: Date) -> Draft {
    let mut dear = draft(due, 1);
    dear.obligations[0].amount = Some(Fen::yuan(90_000));
    dear
}

fn title(due: Date) -> Draft {
    let mut title = draft(due, 2);
    title.subjects.insert(Subject::Title);
    title
}

fn paid(no: u32, on: Date) -> Command {
    Command::RecordPerformance { no, on, proof: "保险赔付凭证".into() }
}

const DAYS: &[&str] = &["2026-09-01", "2026-09-02", "2026-12-15"];

fn begin(on: Date) -> Vec<Command> {
    let mut alone = dispute(on);
    alone.parties.pop();
    let mut young = dispute(on);
    young.parties[0].minor = true;
    let opened =
        |brief: Brief, death| Command::Open { brief: brief.into(), insured: false, death, on };
    let dead = |on: Date, frozen| Some(Death { at: on.at(8, 30, 0, 0), frozen });
    let all = [Told::Routes, Told::Sealing, Told::Records, Told::Autopsy];
    let taken = |elsewhere| Command::Accept { mediator: "m-1".into(), elsewhere, on };
    let applied =
        |forum, applicants: &[u32]| Command::Apply { forum, applicants: applicants.to_vec(), on };
    vec![
        open(on),
        opened(young, dead(on, false)),
        opened(dispute(on), dead(on, true)),
        opened(dispute(on), dead(day("2017-01-01"), false)),
        opened(alone, None),
        notices(on),
        Command::RecordNotices { told: BTreeSet::from(all), on },
        Command::RecordNotices { told: BTreeSet::from([Told::Routes]), on },
        Command::RecordNotices { told: BTreeSet::new(), on },
        Command::Seal { both_present: true, on },
        Command::Seal { both_present: false, on },
        Command::RecordAutopsy { autopsy: Autopsy::Done, on },
        Command::RecordAutopsy { autopsy: Autopsy::Refused { party: 9 }, on },
        applied(Forum::Committee, &[1, 2]),
        applied(Forum::Committee, &[1]),
        applied(Forum::Department, &[1, 2]),
        applied(Forum::Department, &[]),
        Command::Leave { on },
        Command::GiveConsent { party: 2, how: "phone".into(), on },
        Command::WithdrawConsent { party: 2, how: "phone".into() },
        taken(None),
        taken(Some(Elsewhere::Court)),
        taken(Some(Elsewhere::OtherMediation)),
        Command::Accept { mediator: " ".into(), elsewhere: None, on },
        Command::Decline { on },
        Command::Decline { on: day("2027-01-01") },
        Command::JoinInsurer { claim: "PICC-1".into(), on },
        Command::JoinInsurer { claim: " ".into(), on },
    ]
}

fn mediate(on: Date) -> Vec<Command> {
    let held = |session, open_to| Command::HoldSession { session, open_to };
    let extend = |days, agreed: &[u32]| Command::Extend { days, agreed: agreed.to_vec(), on };
    let due = day("2026-09-20").max(on);
    let mut empty = draft(due, 1);
    empty.obligations.clear();
    vec![
        Command::BeginAppraisal { agreed: vec![1, 2], on },
        Command::BeginAppraisal { agreed: vec![1], on },
        Command::EndAppraisal { on },
        extend(10, &[1, 2]),
        extend(0, &[1, 2]),
        held(sitting(on), None),
        held(sitting(on), Some(vec![1])),
        held(Sitting { present: vec![], ..sitting(on) }, None),
        held(Sitting { present: vec![9], ..sitting(on) }, None),
        agree(draft(due, 2), on),
        agree(dear(due), on),
        agree(title(due), on),
        agree(empty, on),
        Command::Agree { draft: draft(due, 1), signed: vec![1], countersigned: true, on },
        Command::Agree { draft: draft(due, 1), signed: vec![1, 2], countersigned: false, on },
        Command::EndFailed { on },
        Command::Lapse,
        Command::NoteElsewhere { elsewhere: Elsewhere::Court, on },
        Command::NoteElsewhere { elsewhere: Elsewhere::OtherMediation, on },
        Command::NoteApplication { on },
        Command::Publish { agreed: vec![1, 2], on },
        Command::Publish { agreed: vec![1], on },
        paid(1, on),
        paid(2, on),
        paid(7, on),
        Command::RecordPerformance { no: 1, on, proof: " ".into() },
        Command::ReportBreach { no: 1, on, declared: true },
        Command::ReportBreach { no: 1, on, declared: false },
    ]
}

/// Commands in all variety, by the committee and the department.
pub fn moves() -> Vec<Move<Medical>> {
    let mut all = Vec::new();
    for today in DAYS {
        let on = day(today);
        let commands = begin(on).into_iter().chain(mediate(on));
        all.extend(commands.map(|command| (on, Role::Mediator, command)));
        let department = [accept(on), Command::Extend { days: 5, agreed: vec![1, 2], on }];
        all.extend(department.map(|command| (on, Role::DepartmentOfficer, command)));
    }
    all
}

/// From the record of the dispute to mediation.
pub fn begun(forum: Forum, on: Date) -> Vec<Move<Medical>> {
    let role = forum.mediators()[0];
    let commands = [open(on), notices(on), apply(forum, on), accept(on)];
    commands.into_iter().map(|command| (on, role, command)).collect()
}

/// Complete lawful courses, one for every ending.
pub fn lines() -> Vec<Vec<Move<Medical>>> {
    let on = day("2026-09-01");
    let committee = |rest: Vec<Command>| -> Vec<Move<Medical>> {
        let rest = rest.into_iter().map(|command| (on, Role::Mediator, command));
        begun(Forum::Committee, on).into_iter().chain(rest).collect()
    };
    let early = |rest: Vec<Command>| -> Vec<Move<Medical>> {
        let start = [open(on), notices(on)].into_iter().chain(rest);
        start.map(|command| (on, Role::Mediator, command)).collect()
    };
    let mut deemed = begun(Forum::Department, on);
    deemed.push((day("2026-12-15"), Role::System, Command::Lapse));
    let insured = vec![
        Command::JoinInsurer { claim: "PICC-1".into(), on },
        Command::HoldSession { session: sitting(on), open_to: None },
        agree(dear(on), on),
        Command::NoteApplication { on },
        paid(1, on),
    ];
    let mut young = dispute(on);
    young.parties[0].minor = true;
    let death = Some(Death { at: on.at(8, 30, 0, 0), frozen: false });
    let all = [Told::Routes, Told::Sealing, Told::Records, Told::Autopsy];
    let dead = vec![
        Command::Open { brief: young.into(), insured: false, death, on },
        Command::RecordNotices { told: BTreeSet::from(all), on },
        apply(Forum::Committee, on),
        accept(on),
        Command::EndFailed { on },
    ];
    let dead = dead.into_iter().map(|command| (on, Role::Mediator, command)).collect();
    let broken = vec![agree(title(on), on), Command::ReportBreach { no: 1, on, declared: true }];
    vec![
        committee(insured),
        committee(broken),
        committee(vec![Command::EndFailed { on }]),
        dead,
        deemed,
        committee(vec![Command::WithdrawConsent { party: 1, how: "phone".into() }]),
        committee(vec![Command::NoteElsewhere { elsewhere: Elsewhere::Court, on }]),
        early(vec![apply(Forum::Committee, on), Command::Decline { on }]),
        early(vec![Command::Leave { on }]),
    ]
}
