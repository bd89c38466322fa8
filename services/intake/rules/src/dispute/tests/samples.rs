//! A sample umbrella for each stage, reached by lawful commands only.

use jiefen_handoff::Mode;
use jiefen_vocab::{Channel, DisputeKind, Outcome, Role, TrackKind};

use super::super::orders::{Decision, Duplicate, LevelGround, Reopening, ReopenGround, Request, Rest};
use super::super::parts::{Closing, Proof, Risk, SuspendReason};
use super::*;

pub fn detected() -> Desk {
    let mut desk = Desk::on(day(6, 1));
    desk.ok(Command::ReportSignal(Box::new(arrival(Channel::Grid, day(6, 1)))));
    desk
}

pub fn received() -> Desk {
    received_by(Channel::ZzTown)
}

pub fn received_by(channel: Channel) -> Desk {
    let mut desk = Desk::on(day(6, 1));
    desk.ok(inquiry(channel, day(6, 1)));
    desk
}

pub fn registered() -> Desk {
    let mut desk = received();
    desk.ok(register(content(DisputeKind::Neighbour)));
    desk
}

pub fn triage() -> Desk {
    triage_of(DisputeKind::Neighbour)
}

pub fn triage_of(kind: DisputeKind) -> Desk {
    let mut desk = received();
    desk.ok(register(content(kind))).ok(classify(kind));
    desk
}

pub fn awaiting_designation() -> Desk {
    let mut desk = triage();
    let reasons = "不属于本单位职责".to_owned();
    desk.ok(Command::RequestDesignation(Request { reasons, proposal: None }));
    desk
}

pub fn offered() -> Desk {
    let mut desk = triage();
    desk.ok(Command::Refer(offer(VILLAGE, TrackKind::PeopleMediation, Mode::Transfer)));
    desk
}

pub fn in_process() -> Desk {
    let mut desk = triage();
    desk.ok(own(TrackKind::PeopleMediationTown));
    desk
}

pub fn agreed() -> Desk {
    let mut desk = in_process();
    desk.then(day(6, 10)).by(TOWN, Role::Mediator);
    let terms = agreement(day(6, 10), vec![due(2, day(6, 20)), due(2, day(7, 1))]);
    desk.ok(Command::RecordAgreement(Box::new(terms)));
    desk
}

pub fn decided() -> Desk {
    let mut desk = triage_of(DisputeKind::LandContracting);
    desk.ok(own(TrackKind::AdministrativeRuling));
    desk.then(day(6, 10)).by(TOWN, Role::PetitionHead);
    desk.ok(Command::RecordDecision(Decision {
        unit: agency(TOWN),
        on: day(6, 10),
        obligations: vec![due(2, day(6, 20))],
        remedy: Some("T-H-12".to_owned()),
    }));
    desk
}

/// A decision of which each party has its copy and let its remedy pass.
pub fn decided_effective() -> Desk {
    let mut desk = decided();
    desk.then(day(6, 11)).serve_all().then(day(7, 1));
    for clock in ["remedy:1", "remedy:2"] {
        desk.ok(Command::NoteLapsed { clock: clock.to_owned() });
    }
    desk
}

pub fn performing() -> Desk {
    let mut desk = agreed();
    desk.ok(Command::FollowUp);
    desk
}

pub fn performing_decision() -> Desk {
    let mut desk = decided_effective();
    desk.ok(Command::FollowUp);
    desk
}

/// All performed, the file not yet complete.
pub fn performed() -> Desk {
    let mut desk = performing();
    desk.then(day(7, 2)).ok(performs(1)).ok(performs(2)).serve_all();
    desk
}

pub fn performs(obligation: u32) -> Command {
    Command::ConfirmPerformance(super::super::orders::Performance {
        obligation,
        proof: "收据".to_owned(),
        on: day(6, 20),
        file_complete: false,
    })
}

pub fn enforcing() -> Desk {
    let mut desk = decided_effective();
    desk.ok(Command::ReportBreach { obligation: 1, on: day(7, 1) });
    desk
}

/// Enforcement with a running court track.
pub fn enforcing_in_court() -> Desk {
    let mut desk = enforcing();
    desk.ok(Command::NoteOffered(offer(COURT, TrackKind::Litigation, Mode::Transfer)));
    desk.ok(accepted(COURT, day(7, 1)));
    desk
}

pub fn unresolved() -> Desk {
    let mut desk = in_process();
    desk.then(day(6, 20)).by(TOWN, Role::Mediator).ok(fails(TOWN, day(6, 20)));
    desk
}

pub fn fails(unit: &str, on: Date) -> Command {
    let ground = super::super::orders::EndGround::NoAgreement;
    Command::EndUnresolved(super::super::orders::Ending { unit: agency(unit), ground, on })
}

pub fn red() -> Command {
    let mut result = classified(DisputeKind::Neighbour);
    result.risk = Risk::Red;
    Command::Classify(Box::new(result))
}

pub fn up(ground: LevelGround) -> Command {
    Command::EscalateLevel { ground, reason: "本级无法化解".to_owned() }
}

pub fn escalated() -> Desk {
    let mut desk = triage();
    desk.ok(red()).ok(up(LevelGround::RiskRed));
    desk
}

pub fn escalated_accepted() -> Desk {
    let mut desk = escalated();
    desk.ok(accepted(COUNTY, day(6, 1)));
    desk
}

pub fn suspended() -> Desk {
    let mut desk = in_process();
    let (reason, proof) = (SuspendReason::Appraisal, "鉴定委托书".to_owned());
    desk.then(day(6, 5)).ok(Command::Suspend(Rest { reason, proof, on: day(6, 5) }));
    desk
}

pub fn withdrawal(party: u32, on: Date) -> super::super::orders::Withdrawal {
    super::super::orders::Withdrawal {
        party,
        on,
        risk_checked: true,
        called_back: false,
        leave: None,
    }
}

pub fn withdrawn() -> Desk {
    let mut desk = triage();
    desk.ok(Command::Withdraw(withdrawal(1, day(6, 1))));
    desk
}

pub fn merged() -> Desk {
    let mut desk = registered();
    let same = Duplicate { of: OTHER, same_parties: true, same_facts: true };
    desk.ok(Command::MarkDuplicate(same));
    desk
}

pub fn closed() -> Desk {
    let mut desk = performed();
    desk.ok(Command::Close { result: Closing::Performed, file_complete: true });
    desk
}

pub fn archived() -> Desk {
    let mut desk = closed();
    desk.ok(Command::Archive);
    desk
}

pub fn reopening(on: Date) -> Reopening {
    Reopening {
        ground: ReopenGround::NewFacts,
        reasons: "发现新证据".to_owned(),
        ended_by_law: false,
        on,
    }
}

pub fn reopened() -> Desk {
    let mut desk = closed();
    desk.ok(Command::Reopen(reopening(day(7, 2))));
    desk
}

/// A dispute that a county took over from its town.
pub fn taken_over() -> Desk {
    let mut desk = Desk::on(day(6, 3));
    desk.by(COUNTY, Role::WindowClerk);
    desk.ok(Command::TakeOver(Box::new(take_over())));
    desk
}

pub fn take_over() -> super::super::orders::TakeOver {
    let registered = content(DisputeKind::Neighbour);
    super::super::orders::TakeOver {
        brief: jiefen_procedure::Brief {
            dispute: DISPUTE,
            code: crate::receipt::Receipt::of(DISPUTE).to_string(),
            kind: registered.kind,
            channel: Channel::ZzTown,
            place: registered.place,
            other_place: None,
            summary: registered.summary,
            parties: registered.parties,
            amount: None,
            people: 2,
            flags: BTreeSet::new(),
            received_on: day(6, 1),
            track: TrackKind::JointMediation,
            basis: "实施方案 六(三)".to_owned(),
            consents: Vec::new(),
        },
        other_places: BTreeSet::new(),
        from: agency(TOWN),
        mode: Mode::Escalate,
        first_inquiry: super::super::parts::FirstInquiry {
            unit: agency(TOWN),
            on: day(6, 1),
            released_on: None,
        },
        doors: Vec::new(),
        declines: 0,
        returned: false,
        risk: Risk::Red,
    }
}

pub type Sample = (&'static str, fn() -> Desk);

/// Every sample.
pub const ALL: &[Sample] = &[
    ("detected", detected),
    ("received", received),
    ("registered", registered),
    ("triage", triage),
    ("assigned", awaiting_designation),
    ("assigned", offered),
    ("in_process", in_process),
    ("agreed", agreed),
    ("decided", decided),
    ("decided", decided_effective),
    ("performing", performing),
    ("performing", performing_decision),
    ("performing", performed),
    ("enforcing", enforcing),
    ("enforcing", enforcing_in_court),
    ("unresolved", unresolved),
    ("escalated", escalated),
    ("escalated", escalated_accepted),
    ("suspended", suspended),
    ("withdrawn", withdrawn),
    ("merged", merged),
    ("closed", closed),
    ("archived", archived),
    ("reopened", reopened),
    ("triage", taken_over),
];

#[test]
fn every_sample_stands_where_it_says() {
    for (stage, sample) in ALL {
        assert_eq!(sample().stage().code(), *stage);
    }
    assert_eq!(agreed().state().obligations.len(), 2);
    assert_eq!(Outcome::ALL.len(), 7);
    assert_eq!(Proof::Signed, Proof::Signed);
}
