//! The walk: from every sample, every command and then every command again. Each step that happens is a
//! step of the chart, each step of the chart happens, and the invariants hold at every moment.

use std::collections::BTreeSet;

use jiefen_handoff::{Ground, Mode};
use jiefen_procedure::{ClockEffect, Consent, Ending as End, Explain, prove};
use jiefen_vocab::Outcome;

use super::super::orders::{
    Absorption, Advice, AdviceOnly, Confirmation, Confirmer, Decision, Decline, Duplicate,
    LevelGround, Performance, Report, Request, Rest, Separation, SplitReason,
};
use super::super::parts::{Closing, CoUnit, RouteChoice, SuspendReason};
use super::super::{chart, clocks, roles};
use super::samples::*;
use super::*;

#[test]
fn the_chart_has_no_dead_end() {
    assert_eq!(prove(chart::chart()), []);
}

#[test]
fn every_command_has_roles_and_a_row_in_the_chart() {
    for name in Dispute::COMMANDS {
        assert!(!roles::roles(name).is_empty(), "{name}");
        assert!(chart::chart().steps.iter().any(|step| step.by == *name), "{name}");
    }
    for step in chart::chart().steps {
        let clock = step.by.starts_with("clock:");
        assert!(clock || Dispute::COMMANDS.contains(&step.by), "{}", step.by);
    }
    assert!(roles::roles("sing").is_empty());
    assert!(!roles::needs_holding("sing"));
}

#[test]
fn outcomes_are_never_a_coordinators_an_assessors_or_a_leaders() {
    for name in ["record_agreement", "record_decision", "end_unresolved", "note_result", "close"] {
        for outsider in [Role::Coordinator, Role::Assessor, Role::Leader] {
            assert!(!roles::roles(name).contains(&outsider), "{name} {outsider}");
        }
    }
}

/// Commands as of a day, to be given everywhere.
pub fn commands(today: Date, doing: &State) -> Vec<Command> {
    let home = doing.responsible.unit.to_string();
    let mut all = arriving(today);
    all.extend(placing(today));
    all.extend(handing(today));
    all.extend(ending(today, &home, doing));
    all
}

fn arriving(today: Date) -> Vec<Command> {
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

pub fn advice(on: Date) -> Advice {
    Advice {
        why: AdviceOnly::AdviceWanted,
        answer: Private::new("可以先与物业协商".to_owned()),
        signed_by: "clerk-1".to_owned(),
        sends_elsewhere: false,
        on,
    }
}

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

/// What must hold of every umbrella at every moment.
pub fn sound(state: &State) {
    let stage = chart::chart().stages.iter().find(|stage| stage.state == state.stage.code());
    let stage = stage.expect("a stage of the chart");
    assert_eq!(stage.zh, state.stage.zh());
    assert_eq!(stage.ending == End::Open, state.stage.open());
    let outline = Dispute::outline(state);
    if state.stage.open() {
        // I1, I3: one responsible unit, a named person, a next step and a clock.
        assert!(!state.responsible.person.is_empty());
        assert!(!outline.next_zh.is_empty() && outline.open);
        assert!(!state.running.is_empty(), "{} without a clock", stage.state);
    } else {
        assert!(outline.next_zh.is_empty() && !outline.open);
        assert!(state.running.is_empty(), "{}: {:?}", stage.state, state.running);
    }
    for key in &state.running {
        let family = clocks::family(key);
        assert!(stage.clocks.contains(&family), "{} runs {key}", stage.state);
        // Silence has a meaning: every clock's expiry is a command that is lawful now.
        assert!(clocks::expired(state, key).is_some(), "{} {key}", stage.state);
    }
    assert_eq!(clocks::expired(state, "no such clock"), None);
    if matches!(state.stage, Stage::Closed { .. } | Stage::Archived { .. }) {
        assert!(state.unproved().is_none(), "I6: closed with an unproved notice");
    }
}

fn serde_round_trip(desk: &Desk) {
    let text = serde_json::to_string(desk.state()).unwrap();
    assert_eq!(serde_json::from_str::<State>(&text).unwrap(), *desk.state());
    for fact in &desk.facts {
        let text = serde_json::to_string(fact).unwrap();
        assert_eq!(serde_json::from_str::<Fact>(&text).unwrap(), *fact);
    }
}

type Seen = BTreeSet<(String, String, String)>;

/// Gives a command; on success the step is noted and the umbrella checked.
fn take(desk: &Desk, command: &Command, seen: &mut Seen) -> Option<Desk> {
    let from = desk.state.as_ref().map_or("", |state| state.stage.code());
    let name = Dispute::name(command);
    let facts = match desk.decide(command) {
        Ok(facts) => facts,
        Err(refusal) => {
            let misplaced = matches!(refusal.name(), "WRONG_STAGE" | "NOT_BEGUN");
            assert_eq!(misplaced, !chart::stands(from, name), "{from} {name}: {refusal:?}");
            return None;
        }
    };
    if facts.is_empty() {
        return None;
    }
    let mut next = desk.clone();
    next.facts.clear();
    next.fold(&facts);
    let to = next.stage().code();
    let step = chart::chart().steps.iter().any(|s| s.from == from && s.by == name && s.to == to);
    assert!(step, "{from} -{name}-> {to} is not in the chart: {facts:?}");
    seen.insert((from.to_owned(), name.to_owned(), to.to_owned()));
    sound(next.state());
    started_under_rules(&facts);
    Some(next)
}

/// Every clock starts under a rule that the law knows.
fn started_under_rules(facts: &[Fact]) {
    for effect in facts.iter().flat_map(Dispute::clocks) {
        if let ClockEffect::Start { key, rule, from } = effect {
            let due = Law::shipped().due(&jiefen_terms::Query::new(rule.as_str(), from));
            assert!(due.is_ok(), "{key}: {due:?}");
        }
    }
}

/// The same desk with everybody whose word a command may need.
fn hats(desk: &Desk) -> Vec<Desk> {
    let holder = desk.state.as_ref().map_or(agency(TOWN), |state| state.responsible.unit);
    let mut system = desk.clone();
    system.actor.agency = holder;
    system.actor.role = Role::System;
    let mut head = desk.clone();
    head.actor.agency = holder;
    head.actor.role = Role::PetitionHead;
    vec![head, system]
}

/// Every sample as it is; with another unit assisting; and with all notices served, its remedies used up
/// and the dispute crossing a boundary.
fn variants() -> Vec<Desk> {
    let plain = ALL.iter().map(|(_, sample)| sample());
    let mut all: Vec<Desk> = plain.collect();
    for mut desk in all.clone() {
        desk.then(day(7, 20)).by(TOWN, Role::System);
        if desk.stage().open() && !matches!(desk.stage(), Stage::Detected | Stage::Received) {
            let mut assisted = desk.clone();
            let assist = offer(MARKET, TrackKind::AdministrativeMediation, Mode::Assist);
            assisted.ok(Command::NoteOffered(assist)).ok(accepted(MARKET, day(7, 20)));
            all.push(assisted);
            desk.serve_all();
            for clock in desk.state().running.clone() {
                if clocks::is_right(&clock) {
                    desk.ok(Command::NoteLapsed { clock });
                }
            }
            if let Some(state) = &mut desk.state {
                state.content.other_places.insert("640221".parse().unwrap());
            }
            all.push(desk);
        }
    }
    all
}

#[test]
fn what_happens_is_in_the_chart_and_what_is_in_the_chart_happens() {
    let mut seen = Seen::new();
    let today = day(7, 20);
    for unit in [TOWN, COUNTY] {
        let mut empty = Desk::on(today);
        empty.by(unit, Role::WindowClerk);
        for command in arriving(today) {
            take(&empty, &command, &mut seen);
        }
    }
    for mut desk in variants() {
        serde_round_trip(&desk);
        desk.then(today);
        for desk in hats(&desk) {
            for command in commands(today, desk.state()) {
                let Some(next) = take(&desk, &command, &mut seen) else { continue };
                for desk in hats(&next) {
                    for command in commands(today, desk.state()) {
                        take(&desk, &command, &mut seen);
                    }
                }
            }
        }
    }
    let missing: Vec<_> = chart::chart()
        .steps
        .iter()
        .filter(|step| !step.by.starts_with("clock:"))
        .map(|step| (step.from.to_owned(), step.by.to_owned(), step.to.to_owned()))
        .filter(|step| !seen.contains(step))
        .collect();
    assert!(missing.is_empty(), "never happened: {missing:#?}");
}

fn performs_completely(no: u32) -> Command {
    let Command::ConfirmPerformance(order) = performs(no) else { unreachable!() };
    Command::ConfirmPerformance(Performance { file_complete: true, ..order })
}

/// Every umbrella that one command makes of this one.
fn everything_from(desk: &Desk, today: Date) -> Vec<Desk> {
    let mut before = desk.clone();
    before.then(today).by(TOWN, Role::System);
    let after = |command: &Command| {
        let facts = before.decide(command).ok()?;
        let mut next = before.clone();
        next.fold(&facts);
        (!facts.is_empty()).then_some(next)
    };
    commands(today, before.state()).iter().filter_map(after).collect()
}

#[test]
fn every_expiry_leads_along_the_chart() {
    let mut seen = Seen::new();
    let today = day(7, 20);
    for (_, sample) in ALL {
        let mut desks = vec![sample()];
        for _ in 0..2 {
            for desk in desks.clone() {
                desks.extend(everything_from(&desk, today));
            }
        }
        for desk in &mut desks {
            desk.then(today).by(TOWN, Role::System);
            let from = desk.stage().code();
            for key in desk.state().running.clone() {
                let command = Dispute::expired(desk.state(), &key).unwrap();
                let mut next = desk.clone();
                next.ok(command);
                sound(next.state());
                let by = format!("clock:{}", clocks::family(&key));
                seen.insert((from.to_owned(), by, next.stage().code().to_owned()));
            }
        }
    }
    let steps = chart::chart().steps.iter().filter(|step| step.by.starts_with("clock:"));
    let charted: Seen =
        steps.map(|s| (s.from.to_owned(), s.by.to_owned(), s.to.to_owned())).collect();
    let beside: Vec<_> = seen.difference(&charted).collect();
    assert!(beside.is_empty(), "not in the chart: {beside:?}");
    let missing: Vec<_> =
        charted.difference(&seen).filter(|(_, by, _)| by != "clock:channel_answer").collect();
    assert!(missing.is_empty(), "never expired: {missing:?}");
}
