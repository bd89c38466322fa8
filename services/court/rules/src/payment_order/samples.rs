//! Sample commands and lawful courses of payment orders, for tests and benches.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Fen, Role, TrackKind};

use super::{
    Application, Basis, Claim, Command, Form, LabourItem, Manner, NotAccepted, ObjectionGround,
    PaymentOrder, Rejected, Suit, Thing,
};

type Line = Vec<Move<PaymentOrder>>;

/// Numbers of claims.
pub fn set(numbers: &[u32]) -> BTreeSet<u32> {
    numbers.iter().copied().collect()
}

/// A claim of 10,000 yuan, due on 1 March 2026.
pub fn claim(no: u32, debtors: &[u32]) -> Claim {
    Claim {
        no,
        thing: Thing::Money,
        amount: Some(Fen::yuan(10_000)),
        due_on: day("2026-03-01"),
        debtors: set(debtors),
    }
}

/// An application with these claims on which nothing is wrong.
pub fn application(basis: Basis, claims: Vec<Claim>) -> Application {
    Application {
        creditor: 1,
        basis,
        claims,
        counter_performance: false,
        unreachable: false,
        preservation: false,
        sued: false,
        competent: true,
    }
}

/// The creditor applies.
pub fn apply(application: Application, on: &str) -> Command {
    let kind = match application.basis {
        Basis::Ordinary => DisputeKind::ContractDebt,
        Basis::LabourAgreement { .. } | Basis::LabourArrears => DisputeKind::Labour,
    };
    let mut brief = brief(kind, TrackKind::PaymentOrder, day("2026-03-30"));
    let mut third = brief.parties[1].clone();
    third.no = 3;
    brief.parties.push(third);
    Command::Apply { brief: brief.into(), application: application.into(), on: day(on) }
}

/// One claim against one debtor.
pub fn simple() -> Application {
    application(Basis::Ordinary, vec![claim(1, &[2])])
}

/// Two claims against one debtor, a divisible share of another, and one that both owe.
pub fn many() -> Application {
    let claims = vec![claim(1, &[2]), claim(2, &[2]), claim(3, &[3]), claim(4, &[2, 3])];
    application(Basis::Ordinary, claims)
}

/// Accepts.
pub fn accept(on: &str) -> Command {
    let case_no = "（2026）宁0122民督1号".to_owned();
    Command::Accept { case_no, judge: "judge-1".to_owned(), on: day(on) }
}

/// A debtor signs for the order.
pub fn serve(party: u32, on: &str) -> Command {
    Command::Serve { party, manner: Manner::Signed, on: day(on) }
}

/// A debtor denies claims in writing.
pub fn object(party: u32, claims: &[u32], on: &str) -> Command {
    let ground = ObjectionGround::DebtDenied;
    Command::Object { party, claims: set(claims), form: Form::Written, ground, on: day(on) }
}

fn applications() -> Vec<Application> {
    let labour = |item| application(Basis::LabourAgreement { item }, vec![claim(1, &[2])]);
    let mut bad = vec![simple(); 8];
    bad[0].preservation = true;
    bad[1].creditor = 9;
    bad[2].claims.clear();
    bad[3].claims = vec![claim(1, &[])];
    bad[4].claims = vec![claim(1, &[1])];
    bad[5].competent = false;
    bad[6].claims[0].thing = Thing::Other;
    bad[7].claims[0].amount = None;
    let mut all = vec![
        simple(),
        many(),
        application(Basis::LabourArrears, vec![claim(1, &[2])]),
        labour(LabourItem::Wages),
        labour(LabourItem::Other),
        Application { unreachable: true, ..simple() },
    ];
    all.extend(bad);
    all
}

fn early(on: &str) -> Vec<Command> {
    let day = day(on);
    vec![
        Command::AskCorrection { missing: vec!["证据".to_owned()], on: day },
        Command::AskCorrection { missing: Vec::new(), on: day },
        Command::ReceiveCorrected { on: day },
        Command::LapseCorrection,
        accept(on),
        Command::Accept { case_no: String::new(), judge: String::new(), on: day },
        Command::Decline { ground: NotAccepted::Unreachable, on: day },
        Command::Reject { ground: Rejected::UnlawfulGain, on: day },
        Command::Issue { on: day },
        Command::Withdraw { on: day },
        Command::NoteSuit { suit: Suit::SameDebt, on: day },
        Command::NoteSuit { suit: Suit::Guarantee, on: day },
    ]
}

fn late(on: &str) -> Vec<Command> {
    let day = day(on);
    let mut all = vec![
        Command::LapseUnserved,
        Command::Serve { party: 2, manner: Manner::PublicNotice, on: day },
        Command::RecordPayment { claims: set(&[]), on: day },
        Command::Revoke { on: day },
        Command::ApplyEnforcement { on: day },
        object(2, &[], on),
    ];
    for party in [2, 3, 9] {
        all.push(serve(party, on));
        all.push(Command::UpholdObjection { party, on: day });
        all.push(Command::DismissObjection { party, on: day });
        all.push(Command::WithdrawObjection { party, on: day });
        all.push(Command::ObjectionTimePassed { party });
    }
    for (party, claims) in [(2, vec![1]), (2, vec![1, 2, 4]), (3, vec![3]), (3, vec![4])] {
        all.push(object(party, &claims, on));
    }
    for (form, ground) in [
        (Form::Oral, ObjectionGround::DebtDenied),
        (Form::Written, ObjectionGround::CannotPay),
        (Form::Written, ObjectionGround::PayLater),
        (Form::Written, ObjectionGround::PayOtherwise),
    ] {
        all.push(Command::Object { party: 2, claims: set(&[1]), form, ground, on: day });
    }
    for claim in [1, 3, 4] {
        all.push(Command::RecordPayment { claims: set(&[claim]), on: day });
        all.push(Command::EnforcementTimePassed { claim });
    }
    for ruling in [1, 2] {
        all.push(Command::ReceiveRuling { ruling, on: day });
        all.push(Command::RefuseSuit { ruling, on: day });
        all.push(Command::DeemFiled { ruling });
    }
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<PaymentOrder>> {
    let mut all = Vec::new();
    for application in applications() {
        all.push((day("2026-03-30"), Role::FilingClerk, apply(application, "2026-03-30")));
    }
    for on in ["2026-03-30", "2026-04-21", "2026-05-06", "2026-05-28", "2028-07-03"] {
        for command in early(on).into_iter().chain(late(on)) {
            all.push((day(on), Role::Judge, command));
        }
    }
    all.push((day("2026-05-28"), Role::CourtPresident, Command::Revoke { on: day("2026-05-28") }));
    let tomorrow = Command::Withdraw { on: day("2026-03-31") };
    all.push((day("2026-03-30"), Role::Party, tomorrow));
    for step in lines().into_iter().flatten() {
        if !all.contains(&step) {
            all.push(step);
        }
    }
    all
}

fn course(application: Application, steps: &[(&str, Command)]) -> Line {
    let mut line = vec![(day("2026-03-30"), Role::FilingClerk, apply(application, "2026-03-30"))];
    let own = steps.iter().map(|(on, command)| (day(on), Role::Judge, command.clone()));
    line.extend(own);
    line
}

/// A course up to the issue of the order on 10 April.
fn out(application: Application, steps: &[(&str, Command)]) -> Line {
    let mut all = vec![
        ("2026-04-01", accept("2026-04-01")),
        ("2026-04-10", Command::Issue { on: day("2026-04-10") }),
    ];
    all.extend_from_slice(steps);
    course(application, &all)
}

type Step = (&'static str, Command);

fn denied(claims: &[u32]) -> Step {
    ("2026-05-06", object(2, claims, "2026-05-06"))
}

fn upheld(party: u32, on: &'static str) -> Step {
    (on, Command::UpholdObjection { party, on: day(on) })
}

fn ruled(ruling: u32, on: &'static str) -> Step {
    (on, Command::ReceiveRuling { ruling, on: day(on) })
}

fn no_suit(ruling: u32, on: &'static str) -> Step {
    (on, Command::RefuseSuit { ruling, on: day(on) })
}

fn deemed(ruling: u32, on: &'static str) -> Step {
    (on, Command::DeemFiled { ruling })
}

fn silent(party: u32) -> Step {
    ("2026-05-28", Command::ObjectionTimePassed { party })
}

fn paid(claims: &[u32], on: &'static str) -> Step {
    (on, Command::RecordPayment { claims: set(claims), on: day(on) })
}

fn enforce() -> Step {
    ("2026-06-01", Command::ApplyEnforcement { on: day("2026-06-01") })
}

fn served() -> Step {
    ("2026-04-21", serve(2, "2026-04-21"))
}

fn third() -> Step {
    ("2026-04-22", serve(3, "2026-04-22"))
}

/// Lawful courses from the application to an ending.
pub fn lines() -> Vec<Line> {
    let mut all = whole();
    all.extend(never_out());
    all.extend(in_part());
    all.extend(apart());
    all
}

/// One claim against one debtor.
fn whole() -> Vec<Line> {
    let arrears = application(Basis::LabourArrears, vec![claim(1, &[2])]);
    let revoke = Command::Revoke { on: day("2026-06-01") };
    let mut revoked = out(simple(), &[served(), silent(2)]);
    revoked.push((day("2026-06-01"), Role::CourtPresident, revoke));
    let lost = ("2028-05-09", Command::EnforcementTimePassed { claim: 1 });
    let back = Command::WithdrawObjection { party: 2, on: day("2026-05-28") };
    let guarantee = Command::NoteSuit { suit: Suit::Guarantee, on: day("2026-04-28") };
    let (lapse, ruling) = (upheld(2, "2026-05-08"), ruled(1, "2026-05-11"));
    let contested = [served(), denied(&[1]), lapse.clone(), ruling];
    let with = |last: Step| [&contested[..], &[last]].concat();
    vec![
        out(simple(), &[served(), paid(&[1], "2026-05-06")]),
        out(simple(), &[served(), silent(2), enforce()]),
        out(simple(), &[served(), silent(2), lost]),
        out(simple(), &with(deemed(1, "2026-05-19"))),
        out(simple(), &with(no_suit(1, "2026-05-18"))),
        out(arrears, &[served(), denied(&[1]), lapse]),
        out(simple(), &[("2026-05-12", Command::LapseUnserved)]),
        out(simple(), &[("2026-04-15", Command::Withdraw { on: day("2026-04-15") })]),
        out(simple(), &[served(), ("2026-04-28", guarantee)]),
        out(simple(), &[served(), denied(&[1]), silent(2), ("2026-05-28", back)]),
        revoked,
    ]
}

/// No order was issued.
fn never_out() -> Vec<Line> {
    let decline =
        Command::Decline { ground: NotAccepted::CounterPerformance, on: day("2026-03-31") };
    let reject = Command::Reject { ground: Rejected::InterestNotAgreed, on: day("2026-04-10") };
    vec![
        course(simple(), &[("2026-03-31", decline)]),
        course(simple(), &[("2026-04-01", accept("2026-04-01")), ("2026-04-10", reject)]),
    ]
}

/// Several claims against two debtors (T-F-07).
fn in_part() -> Vec<Line> {
    let lapse = upheld(2, "2026-05-07");
    let ruling = ruled(1, "2026-05-08");
    let unserved = |on: &'static str| (on, Command::LapseUnserved);
    let dismiss = Command::DismissObjection { party: 2, on: day("2026-06-02") };
    let third_denies = ("2026-05-06", object(3, &[3], "2026-05-06"));
    let both = [served(), third(), denied(&[1])];
    let with = |rest: &[Step]| [&both[..], rest].concat();
    let two = with(&[
        lapse.clone(),
        third_denies,
        upheld(3, "2026-05-07"),
        paid(&[2, 4], "2026-05-07"),
        ruling.clone(),
        ruled(2, "2026-05-08"),
    ]);
    let two_then = |rest: &[Step]| [&two[..], rest].concat();
    vec![
        out(
            many(),
            &with(&[
                lapse.clone(),
                ruling.clone(),
                silent(3),
                paid(&[3], "2026-05-28"),
                silent(2),
                no_suit(1, "2026-05-13"),
                enforce(),
            ]),
        ),
        out(
            many(),
            &with(&[
                lapse.clone(),
                ruling.clone(),
                no_suit(1, "2026-05-12"),
                paid(&[2, 3, 4], "2026-05-12"),
            ]),
        ),
        out(
            many(),
            &with(&[
                lapse.clone(),
                paid(&[2, 3, 4], "2026-05-08"),
                ruled(1, "2026-05-11"),
                deemed(1, "2026-05-19"),
            ]),
        ),
        out(many(), &with(&[lapse.clone(), silent(2), enforce(), paid(&[3, 4], "2026-06-02")])),
        out(many(), &two_then(&[no_suit(1, "2026-05-12"), deemed(2, "2026-05-18")])),
        out(many(), &two_then(&[deemed(1, "2026-05-18"), deemed(2, "2026-05-18")])),
        out(
            many(),
            &[served(), denied(&[1]), unserved("2026-05-12"), silent(2), ("2026-06-02", dismiss)],
        ),
        out(many(), &[served(), denied(&[1]), lapse, silent(2), unserved("2026-05-28"), enforce()]),
    ]
}

/// Different fates without a suit.
fn apart() -> Vec<Line> {
    let unserved = |on: &'static str| (on, Command::LapseUnserved);
    vec![
        out(many(), &[served(), paid(&[1, 2, 4], "2026-05-06"), unserved("2026-05-12")]),
        out(
            many(),
            &[served(), denied(&[1, 2, 4]), upheld(2, "2026-05-07"), unserved("2026-05-12")],
        ),
        out(
            application(Basis::LabourArrears, vec![claim(1, &[2]), claim(2, &[2])]),
            &[served(), paid(&[2], "2026-05-06"), denied(&[1]), upheld(2, "2026-05-07")],
        ),
        out(
            many(),
            &[
                served(),
                third(),
                paid(&[1, 2, 3], "2026-05-06"),
                silent(2),
                silent(3),
                ("2028-07-03", Command::EnforcementTimePassed { claim: 4 }),
            ],
        ),
    ]
}
