//! What the tests of every rules crate share: sample parties, days, and a walk over everything that
//! samples can reach. Compiled only for tests (feature `kit`).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use jiefen_terms::Law;
use jiefen_vocab::{
    Channel, DisputeId, DisputeKind, Fen, Moment, Party, PartyKind, PartyRole, Private, Role,
    TrackKind,
};
use jiff::civil::Date;

use crate::{
    Actor, Brief, Circumstances, ClockEffect, Consent, Ending, Explain, Procedure, prove_with,
};

/// A day written as in the law's examples: `2026-09-03`.
pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The agency at which the samples' staff of a role works. A town's centre has its counter, its mediators
/// and its petition staff under one roof.
fn home(role: Role) -> &'static str {
    match role {
        Role::WindowClerk | Role::Mediator | Role::PetitionOfficer | Role::PetitionHead => TOWN,
        Role::Judge | Role::FilingClerk | Role::CourtPresident | Role::System => "640122.court",
        Role::MediationHead | Role::Evaluator => "640122.mediation",
        Role::Arbitrator | Role::ArbitrationDirector => "640122.arbitration",
        Role::Reviewer | Role::ReviewHead => "640122.justice",
        Role::PoliceOfficer => "640122.police",
        Role::Prosecutor => "640122.procuratorate",
        Role::DepartmentOfficer => "640122.market",
        Role::Notary => "640122.notary",
        Role::CentreDirector
        | Role::Registrar
        | Role::Coordinator
        | Role::Assessor
        | Role::Leader
        | Role::Operator
        | Role::Party => COUNTY,
    }
}

/// The centre of a town in the samples.
pub const TOWN: &str = "640122101.centre";
/// The centre of the county above it.
pub const COUNTY: &str = "640122.centre";

/// A member of staff in a role: one person for each, who works at the agency of the role.
pub fn actor(role: Role) -> Actor {
    Actor { agency: home(role).parse().unwrap(), person: format!("{role}-1"), role }
}

fn party(no: u32, role: PartyRole) -> Party {
    let name = Private::new(format!("甲{no}"));
    Party { no, name, role, kind: PartyKind::Person, minor: false, more: None }
}

/// Two parties with a dispute of a kind on a route.
pub fn brief(kind: DisputeKind, track: TrackKind, received_on: Date) -> Brief {
    Brief {
        dispute: DisputeId::from_bits(7),
        code: "640122-2026-000001-X".to_owned(),
        kind,
        channel: Channel::ZzTown,
        place: "640122101".parse().unwrap(),
        other_place: None,
        summary: Private::new("漏水".to_owned()),
        parties: vec![party(1, PartyRole::Applicant), party(2, PartyRole::Respondent)],
        amount: Some(Fen::yuan(60_000)),
        people: 2,
        flags: BTreeSet::new(),
        received_on,
        track,
        basis: "人民调解法 18".to_owned(),
        known: Default::default(),
        consents: Vec::new(),
    }
}

/// A party's word on a route.
pub fn consent(party: u32, to: TrackKind, given: bool, on: Date) -> Consent {
    Consent { party, to, given, on, by: "counter".to_owned() }
}

/// Decides under the shipped law on a day, in a role.
pub fn decide<P: Procedure>(
    state: Option<&P::State>,
    command: &P::Command,
    today: Date,
    role: Role,
) -> Result<Vec<P::Fact>, P::Refusal> {
    let actor = actor(role);
    let now = Moment::from_local(today.at(10, 0, 0, 0));
    P::decide(state, command, &Circumstances { now, actor: &actor, law: Law::shipped() })
}

/// Folds facts.
pub fn fold<P: Procedure>(state: Option<P::State>, facts: &[P::Fact]) -> Option<P::State> {
    facts.iter().fold(state, |state, fact| P::evolve(state, fact))
}

/// One command on one day in one role.
pub type Move<P> = (Date, Role, <P as Procedure>::Command);

/// Those of the lines that are not the beginning of another one, each once.
pub fn longest<P: Procedure>(lines: Vec<Vec<Move<P>>>) -> Vec<Vec<Move<P>>> {
    let mut kept: Vec<Vec<Move<P>>> = Vec::new();
    for line in lines {
        if kept.iter().any(|other| other.starts_with(&line)) {
            continue;
        }
        kept.retain(|other| !line.starts_with(other));
        kept.push(line);
    }
    kept
}

/// What a walk has seen.
pub struct Seen<P: Procedure> {
    /// States, with the keys of the clocks that run in them.
    pub states: Vec<(P::State, BTreeSet<String>)>,
    /// Facts.
    pub facts: Vec<P::Fact>,
    /// Names of refusals.
    pub refusals: BTreeSet<&'static str>,
}

/// Follows the clocks: which keys run after a fact.
pub fn run_clocks<P: Procedure>(running: &mut BTreeSet<String>, fact: &P::Fact) {
    for effect in P::clocks(fact) {
        match effect {
            ClockEffect::Start { key, .. } | ClockEffect::StartAt { key, .. } => {
                running.insert(key);
            }
            ClockEffect::Met { key } | ClockEffect::Cancel { key } => {
                running.remove(&key);
            }
            ClockEffect::Extend { key, .. }
            | ClockEffect::Stop { key, .. }
            | ClockEffect::Resume { key, .. } => assert!(running.contains(&key), "{key} runs not"),
        }
    }
}

/// The keys of the clocks that run after a command was accepted in a state in which these ran. A command
/// that the law gives when a clock runs out ends that clock, whatever its facts say.
pub fn clocks_after<P: Procedure>(
    state: Option<&P::State>,
    running: &BTreeSet<String>,
    (_, role, command): &Move<P>,
    facts: &[P::Fact],
) -> BTreeSet<String> {
    let given = |key: &String| {
        *role == Role::System
            && state.is_some_and(|state| P::expired(state, key).as_ref() == Some(command))
    };
    let mut left: BTreeSet<String> = running.iter().filter(|key| !given(key)).cloned().collect();
    facts.iter().for_each(|fact| run_clocks::<P>(&mut left, fact));
    left
}

/// Gives every sample command in every state that the samples reach. Each accepted command must
/// move along a step of the chart, each step must be used, each open state must have a clock that
/// the chart knows.
///
/// `lines` are courses of samples that lead deeper than breadth alone; `most` bounds how
/// many states of one code are followed.
pub fn walk<P: Procedure>(moves: &[Move<P>], lines: &[Vec<Move<P>>], most: usize) -> Seen<P> {
    let chart = P::chart();
    assert_eq!(prove_with(chart, P::COMMANDS), []);
    let mut seen = Seen::<P> { states: Vec::new(), facts: Vec::new(), refusals: BTreeSet::new() };
    let mut used: BTreeSet<(String, String, String)> = BTreeSet::new();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    let mut queue: VecDeque<Option<(P::State, BTreeSet<String>)>> = VecDeque::from([None]);
    for line in lines {
        seen.states.extend(along_line::<P>(line));
    }
    queue.extend(seen.states.iter().cloned().map(Some));
    while let Some(at) = queue.pop_front() {
        let state = at.as_ref().map(|(state, _)| state);
        let from = state.map_or("", |state| P::outline(state).state);
        if let Some((state, clocks)) = &at {
            check_state::<P>(state, clocks, moves, &mut used);
        }
        for one @ (today, role, command) in moves {
            let facts = match decide::<P>(state, command, *today, *role) {
                Ok(facts) => facts,
                Err(refusal) => {
                    if seen.refusals.insert(refusal.name()) {
                        check_words(&refusal);
                    }
                    continue;
                }
            };
            let before = at.as_ref().map(|(_, clocks)| clocks.clone()).unwrap_or_default();
            let clocks = clocks_after::<P>(state, &before, one, &facts);
            let next = fold::<P>(state.cloned(), &facts).unwrap();
            let to = P::outline(&next).state;
            let name = P::name(command);
            let along =
                |by: &str| chart.steps.iter().any(|s| (s.from, s.by, s.to) == (from, by, to));
            let lapse = state.and_then(|state| {
                let stage = chart.stages.iter().find(|stage| stage.state == from)?;
                stage.clocks.iter().find(|key| {
                    clocks_of(key, &at).any(|k| P::expired(state, &k).as_ref() == Some(command))
                })
            });
            let by = match lapse {
                Some(key) if along(&format!("clock:{key}")) && !along(name) => {
                    format!("clock:{key}")
                }
                Some(_) | None => name.to_owned(),
            };
            assert!(along(&by), "no step from {from:?} by {by} to {to}");
            used.insert((from.to_owned(), by, to.to_owned()));
            seen.facts.extend(facts);
            let room = count.entry(to).or_default();
            if *room < most && !seen.states.iter().any(|(old, _)| *old == next) {
                *room += 1;
                seen.states.push((next.clone(), clocks.clone()));
                queue.push_back(Some((next, clocks)));
            }
        }
    }
    let steps = chart.steps.iter();
    let keys = steps.map(|step| (step.from.to_owned(), step.by.to_owned(), step.to.to_owned()));
    let never: Vec<_> = keys.filter(|key| !used.contains(key)).collect();
    assert!(never.is_empty(), "steps never used: {never:?}");
    seen
}

/// Every state on a course of commands that must all be lawful.
fn along_line<P: Procedure>(line: &[Move<P>]) -> Vec<(P::State, BTreeSet<String>)> {
    let mut states: Vec<(P::State, BTreeSet<String>)> = Vec::new();
    for one @ (today, role, command) in line {
        let (state, clocks) =
            states.last().cloned().map_or((None, BTreeSet::new()), |(s, c)| (Some(s), c));
        let facts = match decide::<P>(state.as_ref(), command, *today, *role) {
            Ok(facts) => facts,
            Err(refusal) => panic!("{}: {}", P::name(command), refusal.zh()),
        };
        let clocks = clocks_after::<P>(state.as_ref(), &clocks, one, &facts);
        states.push((fold::<P>(state, &facts).unwrap(), clocks));
    }
    states
}

/// The full keys of running clocks with this first part; the key itself when none runs.
fn clocks_of<'a, S>(
    key: &'a str,
    at: &'a Option<(S, BTreeSet<String>)>,
) -> impl Iterator<Item = String> + 'a {
    let running = at.iter().flat_map(|(_, clocks)| clocks.iter());
    running.filter(move |full| full.split(':').next() == Some(key)).cloned()
}

fn check_state<P: Procedure>(
    state: &P::State,
    clocks: &BTreeSet<String>,
    moves: &[Move<P>],
    used: &mut BTreeSet<(String, String, String)>,
) {
    let outline = P::outline(state);
    let stage = P::chart().stages.iter().find(|stage| stage.state == outline.state).unwrap();
    assert_eq!(stage.zh, outline.state_zh);
    assert_eq!(outline.kind, P::KIND);
    assert_eq!(outline.open, stage.ending == Ending::Open);
    assert_eq!(outline.open, !outline.next_zh.is_empty(), "{}", outline.state);
    assert_eq!(outline.open, !clocks.is_empty(), "{}: {clocks:?} {state:?}", outline.state);
    for key in clocks {
        let first = key.split(':').next().unwrap();
        assert!(stage.clocks.contains(&first), "{} has no clock {key} in the chart", stage.state);
        let Some(command) = P::expired(state, key) else {
            let own = stage.state.to_owned();
            used.insert((own.clone(), format!("clock:{first}"), own));
            continue;
        };
        assert!(P::roles(P::name(&command)).contains(&Role::System), "{}", P::name(&command));
        let lawful = moves
            .iter()
            .find_map(|(today, ..)| decide::<P>(Some(state), &command, *today, Role::System).ok());
        if let Some(facts) = lawful {
            let next = fold::<P>(Some(state.clone()), &facts).unwrap();
            let to = P::outline(&next).state.to_owned();
            used.insert((stage.state.to_owned(), format!("clock:{first}"), to));
        }
    }
}

fn check_words(refusal: &impl Explain) {
    let said = refusal.refused();
    let whole = [&said.name, &said.zh, &said.en, &said.basis, &said.instead];
    assert!(whole.iter().all(|text| !text.is_empty() && !text.contains("{}")), "{said:?}");
}

/// Every command has a row of roles; none is open to those who only coordinate or assess (I10).
pub fn check_roles<P: Procedure>() {
    for command in P::COMMANDS {
        let roles = P::roles(command);
        assert!(!roles.is_empty(), "{command} has no roles");
        for barred in [Role::Coordinator, Role::Leader, Role::Assessor, Role::Operator] {
            assert!(!roles.contains(&barred), "{command} is open to {barred}");
        }
    }
    assert!(P::roles("no_such_command").is_empty());
}

/// The names of all refusals, read from the rows that word them.
pub fn names_in(rows: &[&'static str]) -> BTreeSet<&'static str> {
    let words = rows.iter().flat_map(|text| text.split(": Words =").skip(1));
    words.filter_map(|row| row.split('"').nth(1)).collect()
}
