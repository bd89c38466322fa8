//! Every guard bars at least one step: rest, withdrawal, results, performance, notices, closing.

use jiefen_handoff::Mode;
use jiefen_procedure::Consent;
use jiefen_vocab::Outcome;

use super::super::orders::{
    Decision, LevelGround, Performance, ReopenGround, Reopening, Rest, Withdrawal,
};
use super::super::parts::{Closing, SuspendReason};
use super::refusals::{Case, later};
use super::*;

fn withdraws(change: impl FnOnce(&mut Withdrawal)) -> Command {
    let mut order = withdrawal(1, day(6, 1));
    change(&mut order);
    Command::Withdraw(order)
}

fn agrees(change: impl FnOnce(&mut Agreement)) -> Command {
    let mut order = agreement(day(6, 10), vec![due(2, day(6, 20))]);
    change(&mut order);
    Command::RecordAgreement(Box::new(order))
}

fn at_work(role: Role) -> Desk {
    later(in_process, day(6, 10), TOWN, role)
}

fn rests(proof: &str, on: Date) -> Command {
    let (reason, proof) = (SuspendReason::RelatedCase, proof.to_owned());
    Command::Suspend(Rest { reason, proof, on })
}

fn leaving() -> Vec<Case> {
    let mut gone = triage();
    gone.ok(withdraws(|_| {}));
    vec![
        ("PROOF_MISSING", in_process(), rests(" ", day(6, 1))),
        ("DATE_IN_FUTURE", in_process(), rests("裁定书", day(6, 2))),
        ("DATE_OUT_OF_ORDER", suspended(), {
            Command::Resume { proof: "结论".to_owned(), on: day(6, 4) }
        }),
        ("NOT_CLAIMANT", triage(), withdraws(|order| order.party = 2)),
        ("WITHDRAWN_ALREADY", gone, withdraws(|_| {})),
        ("PRESSURE_NOT_CHECKED", triage(), withdraws(|order| order.risk_checked = false)),
        ("NOT_CALLED_BACK", triage_of(DisputeKind::Administrative), withdraws(|_| {})),
        ("LEAVE_MISSING", two_tracks(), withdraws(|_| {})),
        ("DATE_BEFORE_DISPUTE", triage(), withdraws(|order| order.on = day(5, 31))),
    ]
}

fn results() -> Vec<Case> {
    let mut unwilling = at_work(Role::Mediator);
    let consent = Consent {
        party: 2,
        to: TrackKind::PeopleMediationTown,
        given: false,
        on: day(6, 9),
        by: "phone".to_owned(),
    };
    unwilling.ok(Command::RecordConsent { consent });
    let decide = |remedy: Option<&str>| {
        Command::RecordDecision(Decision {
            unit: agency(TOWN),
            on: day(6, 10),
            obligations: Vec::new(),
            remedy: remedy.map(str::to_owned),
        })
    };
    let mut strange = result(COURT, Outcome::Decided, day(6, 1));
    strange.remedy = Some("T-Z-99".to_owned());
    vec![
        (
            "SIGNATURE_MISSING",
            at_work(Role::Mediator),
            agrees(|order| order.signed = [1, 2].into()),
        ),
        ("NOT_LAWFUL", at_work(Role::Mediator), agrees(|order| order.lawful = false)),
        ("CONSENT_WITHDRAWN", unwilling, agrees(|_| {})),
        (
            "CONFIRMATION_ONLY",
            agreed(),
            Command::Refer(offer(COURT, TrackKind::Litigation, Mode::Delegate)),
        ),
        (
            "SAFETY_ONLY",
            registered(),
            Command::Refer(offer(COURT, TrackKind::Litigation, Mode::Delegate)),
        ),
        (
            "PROTECTION_BESIDE",
            registered(),
            Command::Refer(offer(COURT, TrackKind::ProtectionOrder, Mode::Delegate)),
        ),
        ("OBLIGATION_IN_PAST", at_work(Role::Mediator), {
            agrees(|order| order.obligations = vec![due(2, day(6, 9))])
        }),
        ("PARTY_UNKNOWN", at_work(Role::Mediator), {
            agrees(|order| order.obligations = vec![due(8, day(6, 20))])
        }),
        ("NEGATIVE_AMOUNT", at_work(Role::Mediator), {
            agrees(|order| order.obligations[0].amount = Some(jiefen_vocab::Fen(-1)))
        }),
        ("OUTCOME_BARRED", at_work(Role::Coordinator), agrees(|_| {})),
        ("OUTCOME_BARRED", at_work(Role::Leader), fails(TOWN, day(6, 10))),
        ("OUTCOME_BARRED", at_work(Role::Assessor), decide(None)),
        ("NOT_THE_TRACKS_BODY", at_work(Role::Mediator), fails(COURT, day(6, 10))),
        ("MEDIATION_CANNOT_DECIDE", at_work(Role::PetitionHead), decide(None)),
        ("NO_SUCH_LIMIT", ruling(), decide(Some("T-Z-99"))),
        ("NO_SUCH_LIMIT", two_tracks(), Command::NoteResult(Box::new(strange))),
        ("NO_TRACK", later(enforcing, day(7, 2), TOWN, Role::Mediator), fails(TOWN, day(7, 2))),
    ]
}

fn breach(obligation: u32, on: Date) -> Command {
    Command::ReportBreach { obligation, on }
}

fn performing_cases() -> Vec<Case> {
    let done =
        Performance { obligation: 1, proof: String::new(), on: day(6, 10), file_complete: true };
    vec![
        ("NO_OBLIGATION", agreed(), performs(9)),
        ("PERFORMED_ALREADY", performed(), performs(1)),
        ("PROOF_MISSING", agreed(), Command::ConfirmPerformance(done)),
        ("NOT_YET_DUE", later(agreed, day(6, 20), TOWN, Role::WindowClerk), breach(1, day(6, 20))),
        ("REMEDY_OPEN", later(decided, day(6, 21), TOWN, Role::WindowClerk), breach(1, day(6, 21))),
        ("REMEDY_OPEN", later(decided, day(6, 21), TOWN, Role::WindowClerk), Command::FollowUp),
    ]
}

fn close(result: Closing) -> Command {
    Command::Close { result, file_complete: true }
}

fn ending() -> Vec<Case> {
    let number = |desk: &Desk| desk.state().unproved().map_or(0, |notice| notice.no);
    let mut served = agreed_bare();
    let notice = number(&served);
    served.ok(serve(notice, 1, Proof::Signed, day(6, 10)));
    let attempt = Proof::Attempted { record: " ".to_owned() };
    let mut assisted = agreed_bare();
    let assist = offer(MARKET, TrackKind::AdministrativeMediation, Mode::Assist);
    assisted.ok(Command::NoteOffered(assist));
    let mut complaint = received_by(Channel::Hotline12315);
    complaint.ok(register(content(DisputeKind::Consumer)));
    complaint.ok(Command::Withdraw(withdrawal(1, day(6, 1))));
    complaint.ok(Command::Withdraw(withdrawal(3, day(6, 1)))).serve_all();
    let mut answered = received_by(Channel::Hotline12315);
    answered.ok(Command::AnswerChannel { door: 1, on: day(6, 1) });
    let mut open = agreed();
    open.serve_all();
    let mut bare = agreed_bare();
    bare.serve_all();
    let mut told = received();
    told.ok(Command::TurnAway(advice(day(6, 1))));
    let reopen = |change: fn(&mut Reopening)| {
        let mut order = reopening(day(7, 2));
        change(&mut order);
        Command::Reopen(order)
    };
    let answer = |door, on| Command::AnswerChannel { door, on };
    let incomplete = Command::Close { result: Closing::Agreed, file_complete: false };
    let chase = |clock: &str| Command::Chase { clock: clock.to_owned() };
    let lapse = |clock: &str| Command::NoteLapsed { clock: clock.to_owned() };
    let mut nine_workers = triage_of(DisputeKind::Labour);
    if let Some(state) = &mut nine_workers.state {
        state.content.people = 9;
    }
    let represent = |parties: &[u32]| Command::NameRepresentatives {
        parties: parties.iter().copied().collect(),
    };
    vec![
        ("NO_NOTICE", agreed_bare(), serve(99, 1, Proof::Signed, day(6, 10))),
        ("NOT_ADDRESSED", agreed_bare(), serve(notice, 9, Proof::Signed, day(6, 10))),
        ("SERVED_ALREADY", served, serve(notice, 1, Proof::Post, day(6, 10))),
        ("PROOF_MISSING", agreed_bare(), serve(notice, 1, attempt, day(6, 10))),
        ("NO_DOOR", received(), answer(1, day(6, 1))),
        ("NO_DOOR", received(), answer(7, day(6, 1))),
        ("ANSWERED_ALREADY", answered, answer(1, day(6, 1))),
        ("TOO_MANY_REPRESENTATIVES", crowd(), represent(&[1, 2, 3])),
        ("NOT_CLAIMANT", registered(), represent(&[2])),
        ("COLLECTIVE_TOO_SMALL", nine_workers, represent(&[1])),
        ("NOT_RESPONSIBLE", later(registered, day(6, 1), COURT, Role::CentreDirector), {
            Command::NamePerson { person: "clerk-3".to_owned() }
        }),
        ("FILE_INCOMPLETE", bare.clone(), incomplete),
        ("NOTICE_UNPROVED", agreed_bare(), close(Closing::Agreed)),
        ("TRACKS_OPEN", assisted, close(Closing::Agreed)),
        ("CHANNEL_UNANSWERED", complaint, close(Closing::Withdrawn)),
        ("OBLIGATIONS_OPEN", open, close(Closing::Agreed)),
        ("RESULT_DOES_NOT_FIT", bare, close(Closing::Withdrawn)),
        (
            "REMEDY_OPEN",
            {
                let mut decided = decided();
                decided.then(day(6, 11)).serve_all();
                decided
            },
            close(Closing::Decided),
        ),
        ("ENDED_BY_LAW", closed(), reopen(|order| order.ended_by_law = true)),
        ("REASON_MISSING", closed(), reopen(|order| order.reasons.clear())),
        ("DATE_OUT_OF_ORDER", closed(), reopen(|order| order.on = day(7, 1))),
        ("GROUND_DOES_NOT_FIT", closed(), {
            reopen(|order| order.ground = ReopenGround::ReviewGranted)
        }),
        ("ADVICE_HAS_NO_DISPUTE", told, reopen(|order| order.on = day(6, 1))),
        ("NO_SUCH_CLOCK", triage(), chase("award")),
        ("RIGHT_NOT_DUTY", agreed(), chase("confirmation")),
        ("DUTY_NOT_RIGHT", agreed(), lapse("obligation:1")),
        ("WRONG_STAGE", closed(), up(LevelGround::RiskRed)),
    ]
}

/// A joint consumer complaint of three.
fn crowd() -> Desk {
    let mut desk = received_by(Channel::Hotline12315);
    let mut content = content(DisputeKind::Consumer);
    content.parties[1] = party(2, PartyRole::Applicant);
    desk.ok(register(content));
    desk
}

/// The cases of this file.
pub fn all() -> Vec<Case> {
    let mut all = leaving();
    all.extend(results());
    all.extend(performing_cases());
    all.extend(ending());
    all
}
