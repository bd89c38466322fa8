//! Sample commands and courses of an agreement's life.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, PartyKind, Role, TrackKind};
use jiff::civil::Date;

use super::{AgreementLife, Command, LabourBody, LabourItem, Maker, OrderResult, Way};
use crate::agreement::{Draft, Form, Obligation, Subject, Through, Window};
use crate::people_mediation::Signer;
use crate::talks::samples::{draft, hash, owed};

const DAYS: [&str; 4] = ["2026-09-03", "2026-09-20", "2026-10-05", "2026-12-01"];

/// A dispute of a kind whose respondent is an organisation.
pub fn dispute(kind: DisputeKind) -> Brief {
    let mut brief = brief(kind, TrackKind::PeopleMediation, day("2020-01-01"));
    brief.parties[1].kind = PartyKind::Org;
    brief
}

/// A labour body and what its agreement is about.
pub fn labour(body: LabourBody, items: &[LabourItem], only: bool) -> Maker {
    Maker::Labour { body, items: items.iter().copied().collect::<BTreeSet<_>>(), only }
}

/// The sample text: one sum in September, one at the end of the year.
pub fn two_sums() -> Draft {
    draft(vec![owed(1, 100, day("2026-09-10")), owed(2, 200, day("2026-12-31"))])
}

/// Takes over an agreement that took effect on a day.
pub fn adopt(maker: Maker, kind: DisputeKind, text: Draft, effective_on: Date) -> Command {
    Command::Adopt {
        brief: Box::new(dispute(kind)),
        maker,
        lawful: true,
        draft: text,
        form: Form::Written,
        effective_on,
        on: effective_on,
    }
}

/// A first text.
pub fn first(maker: Maker, text: Draft, on: Date) -> Command {
    let brief = Box::new(dispute(DisputeKind::ContractDebt));
    Command::Draft { brief, maker, lawful: true, draft: text, on }
}

/// A joint application, with the debtor's submission.
pub fn apply(way: Way, on: Date) -> Command {
    Command::NoteApplication { way, by: vec![1, 2], submission: true, on }
}

/// An obligation performed by itself.
pub fn pay(no: u32, on: Date) -> Command {
    Command::RecordPerformance { no, on, through: Through::Itself, proof: "收条".to_owned() }
}

fn beginnings(on: Date) -> Vec<Command> {
    let wages = [LabourItem::Wages];
    let title = Draft { subjects: BTreeSet::from([Subject::Title]), ..two_sums() };
    let debt = DisputeKind::ContractDebt;
    let mut all = vec![first(Maker::People, two_sums(), on)];
    all.push(first(Maker::Negotiation, two_sums(), on));
    all.push(first(Maker::Court, two_sums(), on));
    all.push(first(Maker::People, draft(Vec::new()), on));
    all.push(adopt(Maker::People, debt, two_sums(), on));
    all.push(adopt(Maker::People, debt, title, on));
    all.push(adopt(Maker::PublicOrder, DisputeKind::Neighbour, two_sums(), on));
    all.push(adopt(Maker::Court, debt, two_sums(), on));
    all.push(adopt(Maker::Arbitration, debt, two_sums(), on));
    for (body, only) in [(LabourBody::PeopleCommittee, false), (LabourBody::Enterprise, true)] {
        all.push(adopt(labour(body, &wages, only), DisputeKind::Labour, two_sums(), on));
    }
    let mut alone = dispute(debt);
    alone.parties.pop();
    for (brief, form) in [(alone, Form::Written), (dispute(debt), Form::Oral)] {
        all.push(Command::Adopt {
            brief: Box::new(brief),
            maker: Maker::Industry,
            lawful: false,
            draft: two_sums(),
            form,
            effective_on: on,
            on,
        });
    }
    all
}

fn making(on: Date) -> Vec<Command> {
    let sign =
        |signer, agent: Option<&str>| Command::Sign { signer, agent: agent.map(str::to_owned), on };
    let mut all = vec![Command::PutText { draft: two_sums(), on }, Command::GiveUp];
    let unread = Draft { hash: String::new(), ..two_sums() };
    let wrong = draft(vec![Obligation { obligor: 9, ..owed(1, 1, day("2027-01-01")) }]);
    let mut faulty = two_sums();
    faulty.faults.insert(crate::agreement::ContentFault::OthersRights);
    all.extend([unread, wrong, faulty].map(|draft| Command::PutText { draft, on }));
    for party in [1, 2, 9] {
        all.push(Command::ConfirmText { party, hash: hash(), on });
        all.push(sign(Signer::Party { no: party }, None));
    }
    all.push(Command::ConfirmText { party: 1, hash: "0".to_owned(), on });
    all.push(sign(Signer::Party { no: 1 }, Some("")));
    all.extend([sign(Signer::Mediator, None), sign(Signer::Seal, None)]);
    all
}

fn following(on: Date) -> Vec<Command> {
    let mut all = Vec::new();
    for way in [Way::Court, Way::Arbitral, Way::Notary] {
        all.push(apply(way, on));
    }
    all.push(Command::NoteApplication { way: Way::Court, by: vec![1], submission: false, on });
    for window in [Window::Confirmation, Window::LabourConfirmation, Window::ArbitralReview] {
        all.push(Command::CloseWindow { window });
    }
    for no in [1, 2, 9] {
        all.push(pay(no, on));
        let proof = "执行款收据".to_owned();
        all.push(Command::RecordPerformance { no, on, through: Through::Enforcement, proof });
        for declared in [false, true] {
            all.push(Command::ReportBreach { no, on, declared });
        }
        all.push(Command::AskCertificate { no, on });
        all.push(Command::Enforce { no, on });
        all.push(Command::AskOrder { no, on });
    }
    let proof = " ".to_owned();
    all.push(Command::RecordPerformance { no: 1, on, through: Through::Itself, proof });
    for satisfied in [false, true] {
        all.push(Command::EndEnforcement { satisfied, on });
    }
    for result in [OrderResult::Paid, OrderResult::Effective, OrderResult::Lapsed] {
        all.push(Command::NoteOrder { result, on });
    }
    for (hash, agreed) in
        [("cd".repeat(32), vec![1, 2]), (hash(), vec![1, 2]), ("cd".repeat(32), vec![1])]
    {
        all.push(Command::Renegotiate { hash, agreed, on });
    }
    for paper in ["（2026）宁0122民撤1号", ""] {
        all.push(Command::Annul { paper: paper.to_owned(), on });
    }
    all.extend([
        Command::NoteAcceptance { on },
        Command::Strengthen { on },
        Command::RefuseStrength { on },
        Command::Sue { on },
        Command::Arbitrate { on },
        Command::ResumePenalty { on },
        Command::NoteAcceptance { on: day("2030-01-01") },
        Command::NoteAcceptance { on: day("2019-01-01") },
    ]);
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<AgreementLife>> {
    let of = |text: &str| {
        let on = day(text);
        let commands = [beginnings(on), making(on), following(on)].concat();
        commands.into_iter().map(move |command| (on, Role::Mediator, command))
    };
    DAYS.iter().flat_map(|text| of(text)).collect()
}

fn on_days(course: Vec<(&'static str, Command)>) -> Vec<Move<AgreementLife>> {
    course.into_iter().map(|(on, command)| (day(on), Role::Mediator, command)).collect()
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<AgreementLife>>> {
    let d = day;
    let debt = DisputeKind::ContractDebt;
    let wages = labour(LabourBody::PeopleCommittee, &[LabourItem::Wages], false);
    let began = |maker, kind| ("2026-09-03", adopt(maker, kind, two_sums(), d("2026-09-03")));
    let by_way = |way| {
        vec![
            began(Maker::People, debt),
            ("2026-09-04", apply(way, d("2026-09-04"))),
            ("2026-09-05", Command::NoteAcceptance { on: d("2026-09-05") }),
            ("2026-09-08", Command::Strengthen { on: d("2026-09-08") }),
            breach(1, "2026-09-12"),
        ]
    };
    let mut notarised = by_way(Way::Notary);
    notarised.extend([
        ("2026-09-13", Command::AskCertificate { no: 1, on: d("2026-09-13") }),
        ("2026-09-14", Command::Enforce { no: 1, on: d("2026-09-14") }),
        ("2026-10-14", Command::EndEnforcement { satisfied: true, on: d("2026-10-14") }),
        ("2026-12-31", pay(2, d("2026-12-31"))),
    ]);
    let mut confirmed = by_way(Way::Court);
    confirmed.extend([
        ("2026-09-14", Command::Enforce { no: 1, on: d("2026-09-14") }),
        ("2026-09-15", Command::EndEnforcement { satisfied: false, on: d("2026-09-15") }),
        ("2026-09-16", Command::Enforce { no: 1, on: d("2026-09-16") }),
        breach(2, "2026-09-17"),
        ("2026-10-14", Command::EndEnforcement { satisfied: true, on: d("2026-10-14") }),
    ]);
    let order = |result| {
        vec![
            began(wages.clone(), DisputeKind::Labour),
            breach(1, "2026-09-12"),
            ("2026-09-13", Command::AskOrder { no: 1, on: d("2026-09-13") }),
            ("2026-09-20", Command::NoteOrder { result, on: d("2026-09-20") }),
        ]
    };
    let mut lapsed = order(OrderResult::Lapsed);
    lapsed.push(("2026-09-21", Command::Sue { on: d("2026-09-21") }));
    let mut effective = order(OrderResult::Effective);
    effective.push(("2026-09-21", Command::Enforce { no: 1, on: d("2026-09-21") }));
    effective.push(("2026-12-01", Command::CloseWindow { window: Window::ArbitralReview }));
    let after = |maker, kind, command| {
        vec![began(maker, kind), breach(1, "2026-09-12"), ("2026-09-13", command)]
    };
    let on = d("2026-09-13");
    let hash = "cd".repeat(32);
    let mut courses = vec![notarised, confirmed, lapsed, effective, order(OrderResult::Paid)];
    courses.extend([
        vec![
            began(Maker::People, debt),
            ("2026-09-10", pay(1, d("2026-09-10"))),
            ("2026-12-31", pay(2, d("2026-12-31"))),
        ],
        vec![
            ("2026-09-03", first(Maker::People, two_sums(), d("2026-09-03"))),
            ("2026-09-19", Command::GiveUp),
        ],
        after(Maker::People, debt, Command::Sue { on }),
        after(wages.clone(), DisputeKind::Labour, Command::Arbitrate { on }),
        after(Maker::PublicOrder, DisputeKind::Neighbour, Command::ResumePenalty { on }),
        after(Maker::People, debt, Command::Renegotiate { hash, agreed: vec![1, 2], on }),
        after(Maker::People, debt, Command::Annul { paper: "裁定".to_owned(), on }),
    ]);
    courses.extend(corners());
    courses.into_iter().map(on_days).collect()
}

/// A declared breach.
fn breach(no: u32, on: &'static str) -> (&'static str, Command) {
    (on, Command::ReportBreach { no, on: day(on), declared: true })
}

/// Courses that breadth alone does not reach.
fn corners() -> Vec<Vec<(&'static str, Command)>> {
    let (d, on, debt) = (day, day("2026-09-13"), DisputeKind::ContractDebt);
    let wages = labour(LabourBody::PeopleCommittee, &[LabourItem::Wages], false);
    let mut courses = vec![signed(Maker::People), signed(Maker::Negotiation)];
    let labour = adopt(wages, DisputeKind::Labour, two_sums(), d("2026-09-03"));
    let applied = ("2026-09-04", apply(Way::Court, d("2026-09-04")));
    courses.push(vec![("2026-09-03", labour), applied]);
    // Without a window the rest is simply performed after the payment order.
    let title = Draft { subjects: BTreeSet::from([Subject::Title]), ..two_sums() };
    let plain = ("2026-09-03", adopt(Maker::People, debt, title, d("2026-09-03")));
    let asked = ("2026-09-13", Command::AskOrder { no: 1, on });
    courses.push(vec![plain, breach(1, "2026-09-12"), asked]);
    courses
}

fn signed(maker: Maker) -> Vec<(&'static str, Command)> {
    let on = day("2026-09-03");
    let mut commands = vec![first(maker.clone(), two_sums(), on)];
    commands.extend([1, 2].map(|party| Command::ConfirmText { party, hash: hash(), on }));
    let mut signers = vec![Signer::Party { no: 1 }, Signer::Party { no: 2 }];
    if maker.mediates() {
        signers.extend([Signer::Mediator, Signer::Seal]);
    }
    commands.extend(signers.into_iter().map(|signer| Command::Sign { signer, agent: None, on }));
    commands.into_iter().map(|command| ("2026-09-03", command)).collect()
}
