//! Everything somebody may try on an umbrella, right or wrong.

use jiefen_handoff::{Ground, Mode};
use jiefen_procedure::Consent;
use jiefen_vocab::Outcome;

use super::super::orders::{
    Absorption, Advice, AdviceOnly, Confirmation, Confirmer, Decision, Decline, Duplicate,
    LevelGround, Performance, Report, Request, Rest, Separation, SplitReason, TaskEnd,
};
use super::super::parts::{Closing, CoUnit, RouteChoice, SuspendReason};
use super::super::suit::Suit;
use super::*;

/// Commands as of a day, to be given everywhere.
pub fn commands(today: Date, doing: &State) -> Vec<Command> {
    let home = doing.responsible.unit.to_string();
    let mut all = arriving(today);
    all.extend(placing(today));
    all.extend(handing(today));
    all.extend(ending(today, &home, doing));
    all
}

/// What may be tried where a dispute comes in.
pub fn arriving(today: Date) -> Vec<Command> {
    let consent = Consent {
        party: 1,
        to: TrackKind::PeopleMediation,
        given: true,
        on: today,
        by: "counter".to_owned(),
    };
    vec![
        Command::ReportSignal(Box::new(arrival(Channel::Grid, today))),
        inquiry(Channel::PetitionOffice, today),
        Command::TakeOver(Box::new(take_over())),
        register(content(DisputeKind::Neighbour)),
        Command::TurnAway(advice(today)),
        Command::MarkDuplicate(Duplicate { of: OTHER, same_parties: true, same_facts: true }),
        Command::Unmerge { reason: "不是同一事".to_owned() },
        Command::Absorb(Absorption {
            dispute: OTHER,
            doors: received_by(Channel::Hotline12315).state().doors.clone(),
            interrupted_on: day(5, 30),
        }),
        Command::Release { dispute: OTHER },
        Command::Link { dispute: OTHER },
        Command::Split(Separation {
            new: DisputeId::from_bits(7),
            kind: DisputeKind::Consumer,
            reason: SplitReason::ComplaintAndReport,
        }),
        classify(DisputeKind::Neighbour),
        red(),
        cross_region(),
        Command::AnswerChannel { door: 1, on: today },
        Command::AnswerChannel { door: 2, on: today },
        Command::RecordConsent { consent },
        Command::NameRepresentatives { parties: [1].into() },
        Command::NamePerson { person: "clerk-9".to_owned() },
    ]
}

/// Advice, and no dispute.
pub fn advice(on: Date) -> Advice {
    Advice {
        why: AdviceOnly::AdviceWanted,
        answer: Private::new("可以先与物业协商".to_owned()),
        signed_by: "clerk-1".to_owned(),
        sends_elsewhere: false,
        on,
    }
}

/// It crosses a boundary.
pub fn cross_region() -> Command {
    let mut result = classified(DisputeKind::Environment);
    result.other_places = ["640221".parse().unwrap()].into();
    Command::Classify(Box::new(result))
}

fn placing(today: Date) -> Vec<Command> {
    let co_unit = CoUnit { unit: agency(VILLAGE), task: "调解".to_owned() };
    let choice =
        |insists| RouteChoice { party: 1, track: TrackKind::Litigation, insists, on: today };
    vec![
        Command::OfferRoutes {
            routes: vec![route(TrackKind::PeopleMediation), route(TrackKind::Litigation)],
        },
        Command::ChooseRoute(choice(false)),
        Command::ChooseRoute(choice(true)),
        Command::FileSuit(Suit { party: 1, court: agency(COURT) }),
        own(TrackKind::PeopleMediationTown),
        Command::RequestDesignation(Request {
            reasons: "不属本单位".to_owned(), proposal: None
        }),
        Command::DesignateUnit(naming(Vec::new())),
        Command::DesignateLead(naming(vec![co_unit])),
        objection(HOUSING, today),
        Command::ConfirmDesignation(Box::new(Confirmation {
            unit: agency(HOUSING),
            track: TrackKind::AdministrativeMediation,
            person: "head-7".to_owned(),
            by: Confirmer::JointMeeting,
            basis: "联席会议纪要".to_owned(),
        })),
    ]
}

fn handing(today: Date) -> Vec<Command> {
    let mut all = vec![
        Command::Refer(offer(VILLAGE, TrackKind::PeopleMediation, Mode::Transfer)),
        Command::Refer(offer(MARKET, TrackKind::AdministrativeMediation, Mode::Assist)),
        Command::Refer(offer(COURT, TrackKind::ProtectionOrder, Mode::Assist)),
        Command::Refer(offer(COURT, TrackKind::ProtectionOrder, Mode::Delegate)),
        Command::Refer(confirmation(Mode::Delegate)),
        Command::NoteOffered(offer(COURT, TrackKind::Litigation, Mode::Transfer)),
        Command::NoteOffered(offer(MARKET, TrackKind::AdministrativeMediation, Mode::Assist)),
        Command::NoteOffered(offer(COURT, TrackKind::JudicialConfirmation, Mode::Delegate)),
        accepted(COUNTY, today),
        Command::EscalateCrossRegion { reason: "跨县".to_owned() },
        up(LevelGround::RiskRed),
        up(LevelGround::InternalLimit),
    ];
    for unit in [VILLAGE, MARKET, COURT, HOUSING] {
        let (text, unit) = (unit, agency(unit));
        let ground = Ground::NotCompetent;
        all.extend([
            accepted(text, today),
            Command::NoteDeclined(Decline { unit, ground, proposal: None }),
            Command::NoteExpired { unit },
            Command::NoteRecalled { unit, reason: "误送".to_owned() },
            progress(text, today),
            Command::NoteTask(TaskEnd { unit, outcome: Outcome::Decided, on: today }),
        ]);
        for outcome in Outcome::ALL {
            all.push(reported(text, *outcome, today));
        }
    }
    for outcome in Outcome::ALL {
        all.push(reported(COUNTY, *outcome, today));
        all.push(reported(TOWN, *outcome, today));
    }
    all
}

/// A unit tells how far it is.
pub fn progress(unit: &str, on: Date) -> Command {
    Command::NoteProgress(Report {
        unit: agency(unit),
        step: "session".to_owned(),
        session_failed: true,
        on,
        next_on: None,
    })
}

fn ending(today: Date, holder: &str, state: &State) -> Vec<Command> {
    let (reason, proof) = (SuspendReason::Appraisal, "鉴定委托书".to_owned());
    let mut terms = agreement(today, vec![due(2, today)]);
    terms.unit = agency(holder);
    let mut all = vec![
        Command::ReturnDown { unit: agency(TOWN), guidance: "请镇里先勘查".to_owned() },
        Command::Suspend(Rest { reason, proof: proof.clone(), on: today }),
        Command::Resume { proof, on: today },
        Command::Withdraw(withdrawal(1, today)),
        Command::Withdraw(withdrawal(3, today)),
        Command::RecordAgreement(Box::new(terms)),
        Command::RecordDecision(Decision {
            unit: agency(holder),
            on: today,
            obligations: Vec::new(),
            remedy: None,
        }),
        fails(holder, today),
        Command::FollowUp,
        Command::RecordVisit { on: today, satisfied: true },
        Command::Archive,
        Command::Reopen(reopening(today)),
    ];
    for no in 1..3 {
        all.push(performs(no));
        all.push(performs_completely(no));
        all.push(Command::ReportBreach { obligation: no, on: today });
    }
    for notice in &state.notices {
        all.push(serve(notice.no, 1, Proof::Signed, today));
        all.push(serve(notice.no, 2, Proof::Attempted { record: "三次未遇".to_owned() }, today));
    }
    use Closing::{Advice, Agreed, Decided, NotPursued, Performed, Withdrawn};
    for result in [Advice, Agreed, Decided, Performed, Withdrawn, NotPursued] {
        all.push(Command::Close { result, file_complete: true });
    }
    for clock in &state.running {
        all.push(Command::Chase { clock: clock.clone() });
        all.push(Command::NoteLapsed { clock: clock.clone() });
    }
    all
}

fn performs_completely(no: u32) -> Command {
    let Command::ConfirmPerformance(order) = performs(no) else { unreachable!() };
    Command::ConfirmPerformance(Performance { file_complete: true, ..order })
}
