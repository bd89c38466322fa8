//! Courses of people's mediation and of the court's filing counter for the random walk.

use jiefen_court_rules::filing::{Command as Suit, Filing, MediationResult, RefusalGround};
use jiefen_mediation_rules::agreement::Through;
use jiefen_mediation_rules::people_mediation::{
    Beginning, Checks, Command as Talk, Decline, PeopleMediation,
};
use jiefen_mediation_rules::talks::samples::{draft, owed, sitting};
use jiefen_procedure::Procedure;
use jiefen_procedure::kit::{Move, brief, consent, day};
use jiefen_vocab::{DisputeKind, Role, TrackKind};

use crate::scenarios::court;

/// Lawful lines, and commands in all variety.
pub type Samples<P> = (Vec<Vec<Move<P>>>, Vec<Move<P>>);

/// Each command with the first role that may give it.
fn course<P: Procedure>(on: &str, commands: Vec<P::Command>) -> Vec<Move<P>> {
    let by = |command: P::Command| {
        let role = P::roles(P::name(&command))[0];
        (day(on), role, command)
    };
    commands.into_iter().map(by).collect()
}

fn opened(on: &str) -> Talk {
    let track = TrackKind::PeopleMediation;
    let mut told = brief(DisputeKind::ContractDebt, track, day(on));
    told.consents = [1, 2].map(|no| consent(no, track, true, day(on))).to_vec();
    Talk::Open { brief: told.into(), by: Beginning::HandOff, on: day(on) }
}

fn accepted(on: &str) -> Talk {
    let checks = Checks {
        rights_told: true,
        hospital_notices: true,
        not_handled_elsewhere: true,
        safety_cleared: false,
    };
    Talk::Accept { on: day(on), mediator: "m-1".to_owned(), checks }
}

fn talks(on: &str) -> Vec<Talk> {
    let at = day(on);
    let text = draft(vec![owed(1, 900, at)]);
    let (through, proof) = (Through::Itself, "收条".to_owned());
    let mut all = vec![
        accepted(on),
        Talk::HoldSession { session: sitting(at, &[1, 2]) },
        Talk::HoldSession { session: sitting(at, &[1]) },
        Talk::RecordOral { draft: text.clone(), agreed: vec![1, 2], on: at },
        Talk::DraftAgreement { draft: text, on: at },
        Talk::RecordPerformance { no: 1, on: at, through, proof },
        Talk::Extend { units: 10, agreed: vec![1, 2], on: at },
        Talk::EndFailed { on: at },
        Talk::EndForSuit { on: at },
        Talk::Decline { on: at, ground: Decline::NotMediable },
        Talk::Lapse,
    ];
    for party in [1, 2] {
        let how = || "counter".to_owned();
        all.push(Talk::GiveConsent { party, on: at, how: how() });
        all.push(Talk::WithdrawConsent { party, how: how() });
        all.push(Talk::Withdraw { party, on: at });
    }
    all
}

/// People's mediation.
pub fn people_mediation() -> Samples<PeopleMediation> {
    let on = "2026-09-02";
    let at = day(on);
    let begun = |rest: Vec<Talk>| {
        let mut line = vec![(at, Role::System, opened(on))];
        let session = Talk::HoldSession { session: sitting(at, &[1, 2]) };
        line.extend(course::<PeopleMediation>(on, [vec![accepted(on), session], rest].concat()));
        line
    };
    let text = draft(vec![owed(1, 900, at)]);
    let oral = Talk::RecordOral { draft: text, agreed: vec![1, 2], on: at };
    let (through, proof) = (Through::Itself, "收条".to_owned());
    let paid = Talk::RecordPerformance { no: 1, on: at, through, proof };
    let leaves = Talk::WithdrawConsent { party: 2, how: "phone".to_owned() };
    let lines =
        vec![begun(vec![oral, paid]), begun(vec![Talk::EndFailed { on: at }]), begun(vec![leaves])];
    let moves =
        ["2026-09-02", "2026-12-01"].map(|on| course::<PeopleMediation>(on, talks(on))).concat();
    (lines, moves)
}

fn suits(on: &str) -> Vec<Suit> {
    let at = day(on);
    let mut all = vec![
        court::file(on),
        Suit::FileFirst,
        Suit::RefuseFiling { ground: RefusalGround::NoClaim, on: at },
        court::entrust(&[1, 2], on),
        court::entrust(&[1], on),
        court::signed(on),
        Suit::MediationLapsed,
        Suit::NotifyFee { on: at },
        Suit::PayFee { on: at },
        Suit::DeemWithdrawn,
        court::small_claim(8_400, "judge-1", on),
        Suit::AskWithdrawal { on: at },
        Suit::AllowWithdrawal { on: at },
        Suit::MakeStatement { agreed: vec![1, 2], on: at },
        Suit::Judge { on: at },
    ];
    for result in [MediationResult::Failed, MediationResult::AgreedWithdrawal] {
        all.push(court::back(result, on));
    }
    all
}

/// The court: filing, entrusted mediation, small claims.
pub fn filing() -> Samples<Filing> {
    let on = "2026-03-02";
    let at = day(on);
    let received = court::receive(DisputeKind::PropertyManagement, on);
    let filed = vec![received.clone(), court::file(on)];
    let out = [filed.clone(), vec![court::entrust(&[1, 2], on), court::signed(on)]].concat();
    let line =
        |start: &Vec<Suit>, rest: Vec<Suit>| course::<Filing>(on, [start.clone(), rest].concat());
    let fee = Suit::RelieveFee { on: at };
    let small = court::small_claim(8_400, "judge-1", on);
    let stated = Suit::MakeStatement { agreed: vec![1, 2], on: at };
    let served = [1, 2].map(|party| Suit::ServeStatement { party, on: at }).to_vec();
    let settled = [vec![fee.clone(), small.clone(), stated], served].concat();
    let lines = vec![
        line(&out, vec![court::back(MediationResult::AgreedClosed, on)]),
        line(&out, vec![court::back(MediationResult::Failed, on), fee, small]),
        line(&filed, settled),
        line(&vec![received], vec![Suit::AskWithdrawal { on: at }]),
    ];
    let moves = ["2026-03-02", "2026-07-01"].map(|on| course::<Filing>(on, suits(on))).concat();
    (lines, moves)
}

/// Every line is lawful to its end.
#[test]
fn the_lines_are_lawful() {
    for line in people_mediation().0 {
        crate::course::Course::<PeopleMediation>::of(&line);
    }
    for line in filing().0 {
        crate::course::Course::<Filing>::of(&line);
    }
}
