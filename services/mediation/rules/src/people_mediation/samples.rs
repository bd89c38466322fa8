//! Sample courses of people's mediation, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{Move, brief, consent, day};
use jiefen_vocab::{DisputeKind, Fen, Flag, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Beginning, Checks, Command, Danger, Decline, PeopleMediation, Signer, Slot};
use crate::agreement::{ContentFault, Draft, Force, Obligation, Subject, Through, Window};
use crate::session::{Mode, Reached, Sitting};

/// The route.
pub const ROUTE: TrackKind = TrackKind::PeopleMediation;
/// The hash of the sample text.
pub const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

/// What the mediator has checked: all in order.
pub fn checks() -> Checks {
    Checks {
        rights_told: true,
        hospital_notices: true,
        not_handled_elsewhere: true,
        safety_cleared: false,
    }
}

/// It is accepted.
pub fn accept(on: &str) -> Command {
    Command::Accept { on: day(on), mediator: "m-1".to_owned(), checks: checks() }
}

/// A session with those present.
pub fn sitting(on: &str, present: &[u32]) -> Sitting {
    Sitting {
        on: day(on),
        place: "金贵镇调委会".to_owned(),
        mode: Mode::Together,
        present: present.to_vec(),
        guardians: Vec::new(),
        reached: Reached::GoesOn,
        record: Private::new("甲愿意让步".to_owned()),
    }
}

/// Two times of one day.
pub fn slots() -> Vec<Slot> {
    let slot = |hour| Slot {
        on: day("2026-09-20"),
        at: jiff::civil::time(hour, 30, 0, 0),
        place: "金贵镇调委会".to_owned(),
        mode: Mode::Apart,
    };
    vec![slot(9), slot(14)]
}

/// A session with both.
pub fn hold(on: &str) -> Command {
    Command::HoldSession { session: sitting(on, &[1, 2]) }
}

/// What the second party owes the first.
pub fn owed(no: u32, due: Date, yuan: i64) -> Obligation {
    let what = Private::new("支付货款".to_owned());
    Obligation { no, obligor: 2, obligee: 1, what, amount: Some(Fen::yuan(yuan)), due, place: None }
}

/// A text with these obligations.
pub fn draft(obligations: Vec<Obligation>) -> Draft {
    Draft {
        hash: HASH.to_owned(),
        facts: Private::new("拖欠货款".to_owned()),
        obligations,
        subjects: BTreeSet::from([Subject::Money]),
        faults: BTreeSet::new(),
    }
}

fn opens(today: &str) -> Vec<Command> {
    let on = day(today);
    let open = |kind, track, words: &[(u32, bool)], flag: Option<Flag>| {
        let mut brief = brief(kind, track, day("2026-09-01"));
        brief.consents = words.iter().map(|(no, yes)| consent(*no, track, *yes, on)).collect();
        brief.flags.extend(flag);
        brief
    };
    let both = [(1, true), (2, true)];
    let hand = |brief| Command::Open { brief: Box::new(brief), by: Beginning::HandOff, on };
    let mut alone = open(DisputeKind::Neighbour, ROUTE, &both, None);
    alone.parties.pop();
    let mut minor = open(DisputeKind::Campus, ROUTE, &both, None);
    minor.parties[0].minor = true;
    let applied = open(DisputeKind::ContractDebt, ROUTE, &[], None);
    vec![
        hand(open(DisputeKind::Medical, ROUTE, &both, None)),
        hand(open(DisputeKind::Labour, ROUTE, &both, None)),
        hand(open(DisputeKind::ContractDebt, ROUTE, &[(1, true), (2, false)], None)),
        hand(open(DisputeKind::Administrative, ROUTE, &both, None)),
        hand(open(DisputeKind::Other, TrackKind::Petition, &both, None)),
        hand(open(DisputeKind::Other, ROUTE, &both, Some(Flag::SafetyAlert))),
        hand(open(DisputeKind::Other, ROUTE, &both, Some(Flag::NotMediable))),
        hand(alone),
        hand(minor),
        Command::Open { brief: applied.into(), by: Beginning::Application { party: 1 }, on },
    ]
}

fn commands(today: &str) -> Vec<Command> {
    let on = day(today);
    let mut all = opens(today);
    for party in [1, 2, 9] {
        all.push(Command::GiveConsent { party, on, how: "phone".into() });
        all.push(Command::RefuseConsent { party, on, how: "phone".into() });
        all.push(Command::ObjectMediator { party, on });
        all.push(Command::Withdraw { party, on });
        all.push(Command::ConfirmDraft { party, hash: HASH.into(), on });
        all.push(Command::Sign { signer: Signer::Party { no: party }, on });
        all.push(Command::ReportBreach { no: party, on, declared: false });
        all.push(Command::RecordPerformance {
            no: party,
            on,
            through: Through::Itself,
            proof: "收条".into(),
        });
    }
    for wrong in [false, true] {
        let rights = Checks { rights_told: !wrong, safety_cleared: wrong, ..checks() };
        all.push(Command::Accept { on, mediator: "m-1".into(), checks: rights });
        all.push(Command::ReportDanger { found_on: on, danger: Danger::Crime, ends: wrong });
    }
    for (notices, elsewhere) in [(false, true), (true, false)] {
        let checks =
            Checks { hospital_notices: notices, not_handled_elsewhere: elsewhere, ..checks() };
        all.push(Command::Accept { on, mediator: "m-1".into(), checks });
    }
    all.extend(settlings(today));
    all.extend(others(today));
    all
}

fn settlings(today: &str) -> Vec<Command> {
    let on = day(today);
    let text = draft(vec![owed(1, day("2026-11-01"), 100), owed(2, day("2026-12-31"), 100)]);
    let mut all = vec![Command::RecordOral { draft: text.clone(), agreed: vec![1, 2], on }];
    let mut present = sitting(today, &[1, 2]);
    all.push(Command::HoldSession { session: present.clone() });
    present.present.clear();
    all.push(Command::HoldSession { session: present });
    let faulty = Draft { faults: BTreeSet::from([ContentFault::AgainstLaw]), ..text.clone() };
    for draft in [
        text.clone(),
        faulty,
        Draft { hash: String::new(), ..text.clone() },
        draft(Vec::new()),
        draft(vec![owed(1, day("2026-01-01"), 1)]),
    ] {
        all.push(Command::DraftAgreement { draft, on });
    }
    for window in [Window::Confirmation, Window::ArbitralReview] {
        all.push(Command::NoteApplication { window, on });
    }
    for units in [0, 1] {
        all.push(Command::Extend { units, agreed: vec![1, 2], on });
    }
    all
}

fn others(today: &str) -> Vec<Command> {
    let on = day(today);
    vec![
        Command::WithdrawConsent { party: 2, how: "phone".into() },
        Command::Decline { on, ground: Decline::HandledElsewhere },
        Command::ChooseMediator { mediator: "m-1".into(), on, by_parties: true },
        Command::ChooseMediator { mediator: "m-2".into(), on, by_parties: false },
        Command::ScheduleSession {
            on: day("2026-09-02"),
            place: "村委会".into(),
            mode: Mode::Apart,
        },
        Command::OfferSlots { slots: slots() },
        Command::OfferSlots { slots: Vec::new() },
        Command::OfferSlots { slots: [slots(), slots()].concat() },
        Command::ChooseSlots { party: 2, picked: BTreeSet::from([7]) },
        Command::ChooseSlots { party: 1, picked: BTreeSet::from([1, 2]) },
        Command::ChooseSlots { party: 2, picked: BTreeSet::from([2]) },
        Command::Extend { units: 1, agreed: vec![1], on },
        Command::BeginAppraisal { on },
        Command::EndAppraisal { on },
        Command::ConfirmDraft { party: 1, hash: "0".into(), on },
        Command::Sign { signer: Signer::Mediator, on },
        Command::Sign { signer: Signer::Seal, on },
        Command::RecordForce { force: Force::Confirmed, on },
        Command::ReportBreach { no: 2, on, declared: true },
        Command::RecordPerformance { no: 1, on, through: Through::Enforcement, proof: " ".into() },
        Command::EndUnperformed { on },
        Command::EndFailed { on },
        Command::EndFailed { on: day("2027-01-01") },
        Command::EndFailed { on: day("2026-01-01") },
        Command::EndSham { on },
        Command::EndForSuit { on },
        Command::Lapse,
    ]
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<PeopleMediation>> {
    let mut all = Vec::new();
    for today in ["2026-09-01", "2026-09-02", "2026-12-01"] {
        all.extend(commands(today).into_iter().map(|c| (day(today), Role::Mediator, c)));
    }
    all
}

/// Courses to an agreement in force, to a breach and to full performance.
pub fn lines() -> Vec<Vec<Move<PeopleMediation>>> {
    let (d, on) = ("2026-09-02", day("2026-09-02"));
    let text = draft(vec![owed(1, day("2026-11-01"), 100), owed(2, day("2026-12-31"), 100)]);
    let begun = |kind| {
        let mut brief = brief(kind, ROUTE, on);
        brief.consents = vec![consent(1, ROUTE, true, on), consent(2, ROUTE, true, on)];
        vec![
            Command::Open { brief: brief.into(), by: Beginning::Application { party: 1 }, on },
            accept(d),
        ]
    };
    let confirm = |party| Command::ConfirmDraft { party, hash: HASH.into(), on };
    let sign = |no| Command::Sign { signer: Signer::Party { no }, on };
    let mut written = begun(DisputeKind::ContractDebt);
    written.extend([Command::DraftAgreement { draft: text.clone(), on }, confirm(1), confirm(2)]);
    written.extend([sign(1), sign(2), Command::Sign { signer: Signer::Mediator, on }]);
    written.push(Command::Sign { signer: Signer::Seal, on });
    written.push(Command::ReportBreach { no: 1, on, declared: true });
    let mut medical = begun(DisputeKind::Medical);
    let mut plain = medical.clone();
    plain.push(Command::DraftAgreement { draft: text.clone(), on });
    medical.push(Command::BeginAppraisal { on });
    medical.push(Command::DraftAgreement { draft: text.clone(), on });
    let mut labour = begun(DisputeKind::Labour);
    labour.push(Command::RecordOral { draft: text, agreed: vec![1, 2], on });
    labour.push(Command::RecordPerformance {
        no: 2,
        on,
        through: Through::Itself,
        proof: "收条".into(),
    });
    labour.push(Command::ReportBreach { no: 1, on, declared: true });
    let mut minor = brief(DisputeKind::Campus, ROUTE, on);
    minor.consents = vec![consent(1, ROUTE, true, on), consent(2, ROUTE, true, on)];
    minor.parties[0].minor = true;
    let mut alert = minor.clone();
    alert.flags.insert(Flag::SafetyAlert);
    let cleared = Checks { safety_cleared: true, ..checks() };
    let special = |brief: Brief| {
        let open = Command::Open { brief: brief.into(), by: Beginning::HandOff, on };
        vec![open, Command::Accept { on, mediator: "m-1".into(), checks: cleared }]
    };
    let (minor, alert) = (special(minor), special(alert));
    let line = |commands: Vec<Command>| {
        commands.into_iter().map(|command| (on, Role::Mediator, command)).collect()
    };
    let mut lines =
        vec![line(written), line(medical), line(plain), line(labour), line(minor), line(alert)];
    lines.extend([performed(), failed()]);
    lines
}

/// From the application over sessions and a text to full performance.
fn performed() -> Vec<Move<PeopleMediation>> {
    let (d, on) = ("2026-09-02", day("2026-09-02"));
    let mut brief = brief(DisputeKind::ContractDebt, ROUTE, on);
    brief.consents = vec![consent(1, ROUTE, true, on)];
    let text = draft(vec![owed(1, day("2026-11-01"), 100), owed(2, day("2026-12-31"), 100)]);
    let mut line = vec![
        Command::Open { brief: brief.into(), by: Beginning::Application { party: 1 }, on },
        Command::GiveConsent { party: 2, on, how: "phone".into() },
        accept(d),
        Command::ScheduleSession { on, place: "村委会".into(), mode: Mode::Together },
        hold(d),
        hold(d),
        Command::DraftAgreement { draft: text, on },
    ];
    for party in [1, 2] {
        line.push(Command::ConfirmDraft { party, hash: HASH.into(), on });
    }
    let signers =
        [Signer::Party { no: 1 }, Signer::Party { no: 2 }, Signer::Mediator, Signer::Seal];
    line.extend(signers.map(|signer| Command::Sign { signer, on }));
    line.push(Command::NoteApplication { window: Window::Confirmation, on });
    line.push(Command::RecordForce { force: Force::Confirmed, on });
    for no in [1, 2] {
        let proof = "收条".into();
        line.push(Command::RecordPerformance { no, on, through: Through::Itself, proof });
    }
    line.into_iter().map(|command| (on, Role::Mediator, command)).collect()
}

/// A medical mediation with an appraisal and an extension that fails.
fn failed() -> Vec<Move<PeopleMediation>> {
    let (d, on) = ("2026-09-02", day("2026-09-02"));
    let mut brief = brief(DisputeKind::Medical, ROUTE, on);
    brief.consents = vec![consent(1, ROUTE, true, on), consent(2, ROUTE, true, on)];
    let line = [
        Command::Open { brief: brief.into(), by: Beginning::HandOff, on },
        accept(d),
        hold(d),
        Command::Extend { units: 1, agreed: vec![1, 2], on },
        Command::BeginAppraisal { on },
        Command::EndAppraisal { on },
        hold(d),
        Command::EndFailed { on },
    ];
    line.map(|command| (on, Role::Mediator, command)).to_vec()
}
