//! The stops of the walk: cases in every state of labour arbitration.

use super::walk::{ask_part, part, rule_part, three};
use super::*;
use crate::labour_arbitration::{
    RefusalGround, Refuse, RuleSetAside, SimplifiedGround, Simplify, Stay, StayGround,
};

/// Stories that together pass through every state; each stop is a state in which everything is tried.
pub(super) fn stops() -> Vec<(Case, Date)> {
    let apply = || Case::new().does(day(9, 17), Command::Apply(Box::new(three())));
    let open = || apply().does(day(9, 18), Command::Accept(on(day(9, 18))));
    let unguided = || {
        open().does(
            day(9, 18),
            Command::FormTribunal(FormTribunal {
                on: day(9, 18),
                arbitrators: vec!["a1".to_owned(), "a2".to_owned(), "a3".to_owned()],
            }),
        )
    };
    let formed = || {
        let guide = Command::Guide(Guide { on: day(9, 18), helpers: vec![] });
        unguided().does(day(9, 18), guide)
    };
    let served = || {
        open()
            .does(day(9, 18), Command::ServeCopy(by(BOSS, day(9, 18))))
            .does(day(9, 18), Command::FileDefence(by(BOSS, day(9, 18))))
    };
    let told = || {
        formed().does(
            day(9, 18),
            Command::NotifyHearing(NotifyHearing { on: day(9, 18), hearing_on: day(10, 14) }),
        )
    };
    let told_late = || {
        formed().does(
            day(11, 2),
            Command::NotifyHearing(NotifyHearing { on: day(11, 2), hearing_on: day(11, 20) }),
        )
    };
    let agreed = || {
        formed()
            .does(day(9, 21), Command::Mediate(Mediate { on: day(9, 21), agreed: vec![1, 2, 3] }))
    };
    let signed = || {
        agreed()
            .does(day(9, 21), Command::SignStatement(by(1, day(9, 21))))
            .does(day(9, 21), Command::SignStatement(by(2, day(9, 21))))
            .does(day(9, 21), Command::SignStatement(by(3, day(9, 21))))
    };
    let over = |case: Case| case.does(day(11, 3), Command::LapseAward);
    let ready = || {
        told()
            .does(
                day(10, 14),
                Command::HoldHearing(HoldHearing { on: day(10, 14), absent: vec![] }),
            )
            .does(day(10, 14), Command::Mediate(Mediate { on: day(10, 14), agreed: vec![] }))
    };
    let stay = |case: Case| {
        case.does(day(9, 22), Command::Stay(Stay { on: day(9, 22), ground: StayGround::OtherCase }))
    };
    let mut found = vec![
        (Case::new(), day(9, 17)),
        (apply(), day(9, 18)),
        (apply(), day(9, 24)),
        (apply().does(day(9, 24), Command::LapseAcceptance), day(9, 25)),
        (open(), day(9, 18)),
        (served(), day(9, 18)),
        (formed(), day(9, 21)),
        (told(), day(9, 21)),
        (told(), day(10, 14)),
        (agreed(), day(9, 22)),
        (signed(), day(9, 22)),
        (ready(), day(10, 20)),
        (ready(), day(11, 3)),
        (stay(open()), day(9, 23)),
        (stay(served()), day(9, 23)),
        (over(open()), day(11, 4)),
        (over(served()), day(11, 4)),
        (over(formed()), day(11, 4)),
        (over(told_late()), day(11, 4)),
        (over(told_late()), day(11, 20)),
        (over(agreed()), day(11, 4)),
        (over(signed()), day(11, 4)),
        (over(ready()), day(11, 4)),
    ];
    let simple = served_and_simple();
    found.extend([
        (unguided(), day(9, 21)),
        (over(unguided()), day(11, 4)),
        (simple.clone(), day(9, 21)),
        (over(simple.clone()), day(11, 4)),
        (told_simply(&simple, day(9, 21), day(10, 14)), day(9, 22)),
        (told_simply(&over(simple), day(11, 4), day(11, 30)), day(11, 5)),
    ]);
    let marked = open().does(day(9, 18), Command::MarkCollectiveContract(on(day(9, 18))));
    found.extend([(marked.clone(), day(9, 21)), (over(marked), day(11, 4))]);
    found.extend(in_part(&ready()));
    found.extend(after_the_award(ready()));
    found.extend(handed_over_and_ended(&apply(), &over(formed())));
    found
}

/// Handled in the simplified way, with a tribunal and the copy served, nobody has answered.
fn served_and_simple() -> Case {
    let ground = SimplifiedGround::Clear;
    let form = FormTribunal { on: day(9, 18), arbitrators: vec!["a1".to_owned()] };
    Case::new()
        .does(day(9, 17), Command::Apply(Box::new(three())))
        .does(day(9, 18), Command::Accept(on(day(9, 18))))
        .does(day(9, 18), Command::Simplify(Simplify { on: day(9, 18), ground, bars: vec![] }))
        .does(day(9, 18), Command::FormTribunal(form))
        .does(day(9, 18), Command::ServeCopy(by(BOSS, day(9, 18))))
}

fn told_simply(case: &Case, on: Date, hearing_on: Date) -> Case {
    case.clone().does(on, Command::NotifySimply(NotifyHearing { on, hearing_on }))
}

/// A partial award in each state in which it may be attacked, and what is left when the rest is gone.
fn in_part(ready: &Case) -> Vec<(Case, Date)> {
    let at = day(10, 20);
    let got = |case: Case, paper, at| {
        case.does(at, receive(paper, 1, at)).does(at, receive(paper, BOSS, at))
    };
    let last = ready.clone().does(at, part(1, 9000, at));
    let other = ready.clone().does(at, part(1, 90_000, at));
    let last_got = got(last.clone(), Paper::PartFinal, day(10, 21));
    let other_got = got(other, Paper::PartNonFinal, day(10, 21));
    let asked = last_got.clone().does(day(10, 22), ask_part(1, day(10, 22)));
    let gone = asked.clone().does(day(10, 26), rule_part(1, true, day(10, 26)));
    let ruled = got(gone.clone(), Paper::PartRuling, day(10, 27));
    let stay = |case: &Case| {
        case.clone().does(
            day(10, 30),
            Command::Stay(Stay { on: day(10, 30), ground: StayGround::OtherCase }),
        )
    };
    let over = |case: &Case| case.clone().does(day(11, 3), Command::LapseAward);
    let rest = |case: &Case| case.clone().does(day(10, 30), withdraw(&[2, 3], day(10, 30), false));
    let mut found = Vec::new();
    for case in [&last, &last_got, &other_got, &asked, &gone, &ruled] {
        found.extend([
            (case.clone(), day(10, 28)),
            (stay(case), day(11, 2)),
            (over(case), day(11, 4)),
            (rest(case).is("awarded"), day(11, 4)),
        ]);
    }
    let longer = last_got.clone().does(day(10, 30), Command::Extend(on(day(10, 30))));
    found.extend([(longer, day(11, 12)), (stay(&last_got), day(11, 12))]);
    let lapsed =
        |case: &Case, paper, party| rest(case).does(day(12, 10), lapse(paper, party)).is("awarded");
    found.extend([
        (lapsed(&last_got, Paper::PartFinal, 1), day(12, 11)),
        (lapsed(&last_got, Paper::PartFinal, BOSS), day(12, 11)),
        (lapsed(&asked, Paper::PartFinal, 1), day(12, 11)),
        (lapsed(&other_got, Paper::PartNonFinal, BOSS), day(12, 11)),
        (lapsed(&ruled, Paper::PartRuling, BOSS), day(12, 11)),
    ]);
    let told = Command::NotifyHearing(NotifyHearing { on: day(10, 21), hearing_on: day(11, 10) });
    let again = last_got.clone().does(day(10, 21), told);
    let early = Command::NotifyHearing(NotifyHearing { on: day(10, 21), hearing_on: day(10, 30) });
    let early = last_got.clone().does(day(10, 21), early);
    found.extend([(early, day(10, 30)), (over(&again), day(11, 10))]);
    let agreed = last_got
        .does(day(10, 22), Command::Mediate(Mediate { on: day(10, 22), agreed: vec![2, 3] }))
        .does(day(10, 23), Command::SignStatement(by(2, day(10, 23))))
        .does(day(10, 23), Command::SignStatement(by(3, day(10, 23))));
    found.extend([(over(&agreed), day(11, 4)), (agreed, day(10, 26))]);
    found
}

/// The state in which a dispute waits for its application, and every end from which it may come back.
fn handed_over_and_ended(applied: &Case, overdue: &Case) -> Vec<(Case, Date)> {
    let received = Case::new().does(day(9, 17), take_over(3, day(9, 17)));
    let reached = received.clone().does(day(9, 18), Command::Contact(on(day(9, 18))));
    let refuse = Refuse { on: day(9, 18), ground: RefusalGround::OutOfScope };
    let suit = Sue { on: day(11, 4), party: 1, against: Against::Silence, workers: vec![] };
    let mut concluded = award(heard(1), day(10, 26), vec![item(1, ClaimKind::Wages, 9000)]);
    for party in [1, BOSS] {
        concluded = concluded.does(day(10, 28), receive(Paper::Final, party, day(10, 28)));
    }
    for party in [1, BOSS] {
        concluded = concluded.does(day(12, 10), lapse(Paper::Final, party));
    }
    vec![
        (received.clone(), day(9, 18)),
        (reached.clone(), day(9, 21)),
        (reached.does(day(9, 21), Command::Forgo(on(day(9, 21)))), day(9, 22)),
        (received.does(day(9, 18), Command::HandOn(on(day(9, 18)))), day(9, 22)),
        (applied.clone().does(day(9, 18), Command::Refuse(refuse)), day(9, 22)),
        (applied.clone().does(day(9, 18), withdraw(&[1, 2, 3], day(9, 18), false)), day(9, 22)),
        (applied.clone().does(day(9, 18), withdraw(&[1, 2, 3], day(9, 18), true)), day(9, 22)),
        (overdue.clone().does(day(11, 4), Command::Sue(suit)), day(11, 5)),
        (concluded.is("concluded"), day(12, 11)),
    ]
}

fn after_the_award(ready: Case) -> Vec<(Case, Date)> {
    let final_only = || {
        award(
            ready.clone(),
            day(10, 26),
            (1..=3).map(|no| item(no, ClaimKind::Wages, 9000)).collect(),
        )
    };
    let other_only = || {
        award(
            ready.clone(),
            day(10, 26),
            (1..=3).map(|no| item(no, ClaimKind::Relation, 0)).collect(),
        )
    };
    let all_receive = |mut case: Case, paper| {
        for party in [1, 2, 3, BOSS] {
            case = case.does(day(10, 28), receive(paper, party, day(10, 28)));
        }
        case
    };
    let all_but = |mut case: Case, paper, last: u32| {
        for party in [1, 2, 3, BOSS].into_iter().filter(|party| *party != last) {
            case = case.does(day(12, 10), lapse(paper, party));
        }
        case
    };
    let fin = all_receive(final_only(), Paper::Final);
    let other = all_receive(other_only(), Paper::NonFinal);
    let asked = fin.clone().does(day(11, 2), ask(&[1, 2, 3], day(11, 2)));
    let waits = all_but(asked.clone(), Paper::Final, BOSS);
    let gone = asked.clone().does(
        day(11, 20),
        Command::RuleSetAside(RuleSetAside {
            on: day(11, 20),
            workers: vec![1, 2, 3],
            set_aside: true,
        }),
    );
    let mut ruled = gone.clone();
    for party in [1, 2, 3, BOSS] {
        ruled = ruled.does(day(11, 21), receive(Paper::Ruling, party, day(11, 21)));
    }
    let sued_twice = fin
        .clone()
        .does(day(11, 2), sue(Paper::Final, 2, &[], day(11, 2)))
        .does(day(11, 2), sue(Paper::Final, 3, &[], day(11, 2)));
    vec![
        (final_only(), day(10, 28)),
        (fin.clone(), day(11, 2)),
        (fin.clone(), day(12, 10)),
        (all_but(fin.clone(), Paper::Final, BOSS), day(12, 11)),
        (all_but(fin, Paper::Final, 1), day(12, 11)),
        (other.clone(), day(11, 2)),
        (all_but(other, Paper::NonFinal, BOSS), day(12, 11)),
        (asked, day(11, 20)),
        (waits, day(12, 20)),
        (gone, day(11, 21)),
        (ruled.clone(), day(11, 23)),
        (all_but(ruled, Paper::Ruling, 1), day(12, 11)),
        (sued_twice.clone(), day(11, 3)),
        (sued_twice.does(day(11, 9), sue(Paper::Final, 1, &[], day(11, 9))), day(11, 10)),
    ]
}
