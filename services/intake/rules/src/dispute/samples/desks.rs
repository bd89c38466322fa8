//! A sample umbrella for each stage, reached by lawful commands only.

use jiefen_handoff::Mode;
use jiefen_vocab::{Channel, DisputeKind, Outcome, Role, TrackKind};

use super::super::orders::{
    Decision, Duplicate, EndGround, Ending, LevelGround, Naming, Objection, Performance,
    ReopenGround, Reopening, Request, Rest, TakeOver, Withdrawal,
};
use super::super::parts::{Closing, CoUnit, FirstInquiry, Risk, SuspendReason};
use super::*;

/// A finding.
pub fn detected() -> Desk {
    let mut desk = Desk::on(day(6, 1));
    desk.ok(Command::ReportSignal(Box::new(arrival(Channel::Grid, day(6, 1)))));
    desk
}

/// A finding that came in through a channel with an answer of its own.
pub fn detected_by_complaint() -> Desk {
    let mut desk = Desk::on(day(6, 1));
    desk.ok(Command::ReportSignal(Box::new(arrival(Channel::Hotline12315, day(6, 1)))));
    desk
}

/// The court has been offered a dispute that is only registered, and it is sorted all the same.
pub fn triage_offered() -> Desk {
    let mut desk = registered();
    desk.ok(Command::NoteOffered(offer(COURT, TrackKind::Litigation, Mode::Transfer)));
    desk.ok(classify(DisputeKind::Neighbour));
    desk
}

/// The court has been offered a dispute whose mediation then failed.
pub fn unresolved_offered() -> Desk {
    let mut desk = in_process();
    desk.ok(Command::NoteOffered(offer(COURT, TrackKind::Litigation, Mode::Transfer)));
    desk.by(TOWN, Role::Mediator).ok(fails(TOWN, day(6, 1)));
    desk
}

/// It came to the counter.
pub fn received() -> Desk {
    received_by(Channel::ZzTown)
}

/// It came through a channel.
pub fn received_by(channel: Channel) -> Desk {
    let mut desk = Desk::on(day(6, 1));
    desk.ok(inquiry(channel, day(6, 1)));
    desk
}

/// It is registered.
pub fn registered() -> Desk {
    let mut desk = received();
    desk.ok(register(content(DisputeKind::Neighbour)));
    desk
}

/// It is sorted.
pub fn triage() -> Desk {
    triage_of(DisputeKind::Neighbour)
}

/// It is of this kind and sorted.
pub fn triage_of(kind: DisputeKind) -> Desk {
    let mut desk = received();
    desk.ok(register(content(kind))).ok(classify(kind));
    desk
}

/// A unit must be named.
pub fn awaiting_designation() -> Desk {
    let mut desk = triage();
    let reasons = "不属于本单位职责".to_owned();
    desk.ok(Command::RequestDesignation(Request { reasons, proposal: None }));
    desk
}

/// The unit that is named.
pub fn naming(co_units: Vec<CoUnit>) -> Naming {
    Naming {
        unit: agency(HOUSING),
        track: TrackKind::AdministrativeMediation,
        co_units,
        basis: "权责清单 7-2".to_owned(),
    }
}

/// It is named.
pub fn designated() -> Desk {
    let mut desk = awaiting_designation();
    desk.by(TOWN, Role::CentreDirector).ok(Command::DesignateUnit(naming(Vec::new())));
    desk
}

/// A unit objects.
pub fn objection(unit: &str, on: Date) -> Command {
    let (unit, reasons) = (agency(unit), "私人漏水，不属本单位".to_owned());
    Command::Object(Objection { unit, reasons, on })
}

/// The named unit objects.
pub fn objected() -> Desk {
    let mut desk = designated();
    desk.then(day(6, 2)).ok(objection(HOUSING, day(6, 2)));
    desk
}

/// It is offered to the village.
pub fn offered() -> Desk {
    let mut desk = triage();
    desk.ok(Command::Refer(offer(VILLAGE, TrackKind::PeopleMediation, Mode::Transfer)));
    desk
}

/// The town mediates.
pub fn in_process() -> Desk {
    let mut desk = triage();
    desk.ok(own(TrackKind::PeopleMediationTown));
    desk
}

/// All agree on two instalments.
pub fn agreed() -> Desk {
    let mut desk = in_process();
    desk.then(day(6, 10)).by(TOWN, Role::Mediator);
    let terms = agreement(day(6, 10), vec![due(2, day(6, 20)), due(2, day(7, 1))]);
    desk.ok(Command::RecordAgreement(Box::new(terms)));
    desk
}

/// An agreement that leaves nothing to be done.
pub fn agreed_bare() -> Desk {
    let mut desk = in_process();
    desk.then(day(6, 10)).by(TOWN, Role::Mediator);
    desk.ok(Command::RecordAgreement(Box::new(agreement(day(6, 10), Vec::new()))));
    desk
}

/// A dispute in an administrative ruling.
pub fn ruling() -> Desk {
    let mut desk = triage_of(DisputeKind::LandContracting);
    desk.ok(own(TrackKind::AdministrativeRuling));
    desk.then(day(6, 10)).by(TOWN, Role::PetitionHead);
    desk
}

/// A decision of the town.
pub fn decision(obligations: Vec<Due>) -> Command {
    let remedy = Some("T-I-09".to_owned());
    Command::RecordDecision(Decision { unit: agency(TOWN), on: day(6, 10), obligations, remedy })
}

/// It is decided.
pub fn decided() -> Desk {
    let mut desk = ruling();
    desk.ok(decision(vec![due(2, day(6, 20))]));
    desk
}

/// A decision of which each party has its copy and let its remedy pass.
pub fn decided_effective() -> Desk {
    let mut desk = decided();
    desk.then(day(6, 11)).serve_all().then(day(7, 1));
    lapse(&mut desk);
    desk
}

fn lapse(desk: &mut Desk) {
    for clock in ["remedy:1", "remedy:2", "remedy:3"] {
        desk.ok(Command::NoteLapsed { clock: clock.to_owned() });
    }
}

/// An effective decision that leaves nothing to be done.
pub fn decided_bare() -> Desk {
    let mut desk = ruling();
    desk.ok(decision(Vec::new())).then(day(6, 11)).serve_all().then(day(7, 14));
    lapse(&mut desk);
    desk
}

/// An agreement with a single obligation.
pub fn agreed_one() -> Desk {
    let mut desk = in_process();
    desk.then(day(6, 10)).by(TOWN, Role::Mediator);
    let terms = agreement(day(6, 10), vec![due(2, day(6, 20))]);
    desk.ok(Command::RecordAgreement(Box::new(terms)));
    desk
}

/// An agreement of which the court examines the confirmation.
pub fn confirming() -> Desk {
    let mut desk = agreed();
    desk.ok(Command::Refer(confirmation(Mode::Delegate))).ok(accepted(COURT, day(6, 10)));
    desk
}

/// The way to the court for the confirmation of an agreement.
pub fn confirmation(mode: Mode) -> Offered {
    offer(COURT, TrackKind::JudicialConfirmation, mode)
}

/// A mediation statement of the court.
pub fn agreed_statement() -> Desk {
    let mut desk = two_tracks();
    let mut statement = result(COURT, Outcome::Agreed, day(6, 10));
    statement.effect = Some(EffectLevel::Statement);
    statement.obligations = vec![due(2, day(6, 20))];
    desk.then(day(6, 10)).ok(Command::NoteResult(Box::new(statement)));
    desk
}

/// The town mediates, and a party has sued.
pub fn two_tracks() -> Desk {
    let mut desk = in_process();
    desk.ok(Command::NoteOffered(offer(COURT, TrackKind::Litigation, Mode::Transfer)));
    desk.ok(accepted(COURT, day(6, 1)));
    desk
}

/// A county took the dispute over and could not settle it either.
pub fn taken_over_unresolved() -> Desk {
    let mut desk = taken_over();
    desk.ok(own(TrackKind::JointMediation));
    desk.ok(fails(COUNTY, day(6, 3)));
    desk
}

/// The agreement is followed up.
pub fn performing() -> Desk {
    let mut desk = agreed();
    desk.ok(Command::FollowUp);
    desk
}

/// The decision is followed up.
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

/// An obligation is performed.
pub fn performs(obligation: u32) -> Command {
    Command::ConfirmPerformance(Performance {
        obligation,
        proof: "收据".to_owned(),
        on: day(6, 20),
        file_complete: false,
    })
}

/// The decision is broken.
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

/// Mediation fails.
pub fn unresolved() -> Desk {
    let mut desk = in_process();
    desk.then(day(6, 20)).by(TOWN, Role::Mediator).ok(fails(TOWN, day(6, 20)));
    desk
}

/// A unit's own track fails.
pub fn fails(unit: &str, on: Date) -> Command {
    let ground = EndGround::NoAgreement;
    Command::EndUnresolved(Ending { unit: agency(unit), ground, on })
}

/// It is a red risk.
pub fn red() -> Command {
    let mut result = classified(DisputeKind::Neighbour);
    result.risk = Risk::Red;
    Command::Classify(Box::new(result))
}

/// It goes up.
pub fn up(ground: LevelGround) -> Command {
    Command::EscalateLevel { ground, reason: "本级无法化解".to_owned() }
}

/// It has gone up.
pub fn escalated() -> Desk {
    let mut desk = triage();
    desk.ok(red()).ok(up(LevelGround::RiskRed));
    desk
}

/// The county has it.
pub fn escalated_accepted() -> Desk {
    let mut desk = escalated();
    desk.ok(accepted(COUNTY, day(6, 1)));
    desk
}

/// It rests.
pub fn suspended() -> Desk {
    let mut desk = in_process();
    let (reason, proof) = (SuspendReason::Appraisal, "鉴定委托书".to_owned());
    desk.then(day(6, 5)).ok(Command::Suspend(Rest { reason, proof, on: day(6, 5) }));
    desk
}

/// A party withdraws.
pub fn withdrawal(party: u32, on: Date) -> Withdrawal {
    Withdrawal { party, on, risk_checked: true, called_back: false, leave: None }
}

/// Everybody has withdrawn.
pub fn withdrawn() -> Desk {
    let mut desk = triage();
    desk.ok(Command::Withdraw(withdrawal(1, day(6, 1))));
    desk.ok(Command::Withdraw(withdrawal(3, day(6, 1))));
    desk
}

/// It is another one's duplicate.
pub fn merged() -> Desk {
    let mut desk = registered();
    let same = Duplicate { of: OTHER, same_parties: true, same_facts: true };
    desk.ok(Command::MarkDuplicate(same));
    desk
}

/// It is closed.
pub fn closed() -> Desk {
    let mut desk = performed();
    desk.ok(Command::Close { result: Closing::Performed, file_complete: true });
    desk
}

/// It is archived.
pub fn archived() -> Desk {
    let mut desk = closed();
    desk.ok(Command::Archive);
    desk
}

/// It is opened again.
pub fn reopening(on: Date) -> Reopening {
    Reopening {
        ground: ReopenGround::NewFacts,
        reasons: "发现新证据".to_owned(),
        ended_by_law: false,
        on,
    }
}

/// It was opened again.
pub fn reopened() -> Desk {
    let mut desk = closed();
    desk.ok(Command::Reopen(reopening(day(7, 2))));
    desk
}

/// A dispute that a county took over from its town.
pub fn taken_over() -> Desk {
    let mut desk = Desk::on(day(6, 3));
    desk.by(COUNTY, Role::CentreDirector);
    desk.ok(Command::TakeOver(Box::new(take_over())));
    desk
}

/// A county takes it from its town.
pub fn take_over() -> TakeOver {
    let registered = content(DisputeKind::Neighbour);
    TakeOver {
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
            known: Default::default(),
            consents: Vec::new(),
        },
        other_places: BTreeSet::new(),
        from: agency(TOWN),
        mode: Mode::Escalate,
        first_inquiry: FirstInquiry { unit: agency(TOWN), on: day(6, 1), released_on: None },
        doors: Vec::new(),
        declines: 0,
        returned: false,
        risk: Risk::Red,
    }
}

/// A stage and how to get there.
pub type Sample = (&'static str, fn() -> Desk);

/// Every sample.
pub const ALL: &[Sample] = &[
    ("detected", detected),
    ("detected", detected_by_complaint),
    ("received", received),
    ("triage", triage_offered),
    ("unresolved", unresolved_offered),
    ("registered", registered),
    ("triage", triage),
    ("assigned", awaiting_designation),
    ("assigned", offered),
    ("in_process", in_process),
    ("assigned", designated),
    ("triage", objected),
    ("agreed", agreed),
    ("agreed", agreed_bare),
    ("agreed", agreed_one),
    ("agreed", agreed_statement),
    ("in_process", confirming),
    ("in_process", two_tracks),
    ("in_process", ruling),
    ("decided", decided_bare),
    ("unresolved", taken_over_unresolved),
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
