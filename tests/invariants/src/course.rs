//! One procedure as a scenario leads it: each command on its day, each clock with its last day.

use jiefen_procedure::kit::{Move, actor, fold};
use jiefen_procedure::{Circumstances, Explain, Notice, Procedure};
use jiefen_terms::{Law, Start};
use jiefen_vocab::{Agency, Moment, Role};

use crate::clocks::Clocks;

/// A case of one procedure.
pub struct Course<P: Procedure> {
    /// How it stands; none: not begun.
    pub state: Option<P::State>,
    /// What has happened.
    pub facts: Vec<P::Fact>,
    clocks: Clocks,
    latest: usize,
    at: Option<Agency>,
    who: Option<String>,
}

impl<P: Procedure> Course<P> {
    /// Not begun.
    pub fn new() -> Course<P> {
        Course {
            state: None,
            facts: Vec::new(),
            clocks: Clocks::default(),
            latest: 0,
            at: None,
            who: None,
        }
    }

    /// A lawful line of samples.
    pub fn of(line: &[Move<P>]) -> Course<P> {
        let mut course = Course::new();
        for (on, role, command) in line {
            course.does_as(*role, &on.to_string(), command.clone());
        }
        course
    }

    /// Who sits there from now on: an agency, and a person of it.
    pub fn at(&mut self, unit: &str, who: &str) -> &mut Course<P> {
        self.at = Some(unit.parse().unwrap());
        self.who = Some(who.to_owned());
        self
    }

    fn ask(&self, role: Role, on: &str, command: &P::Command) -> Result<Vec<P::Fact>, P::Refusal> {
        let now = match on.parse().unwrap() {
            Start::Day(day) => Moment::from_local(day.at(10, 0, 0, 0)),
            Start::Moment(at) => Moment::from_local(at),
        };
        let mut actor = actor(role);
        actor.agency = self.at.unwrap_or(actor.agency);
        actor.person = self.who.clone().unwrap_or(actor.person);
        let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
        P::decide(self.state.as_ref(), command, &ctx)
    }

    /// Does what must be lawful, in the first role that may.
    #[track_caller]
    pub fn does(&mut self, on: &str, command: P::Command) -> &mut Course<P> {
        let role = P::roles(P::name(&command))[0];
        self.does_as(role, on, command)
    }

    /// Does what must be lawful, in a role.
    #[track_caller]
    pub fn does_as(&mut self, role: Role, on: &str, command: P::Command) -> &mut Course<P> {
        let name = P::name(&command);
        assert!(P::roles(name).contains(&role), "{} {role} may not {name}", P::KIND);
        let facts = match self.ask(role, on, &command) {
            Ok(facts) => facts,
            Err(refusal) => panic!("{} {on} {name}: {}", P::KIND, refusal.name()),
        };
        facts.iter().flat_map(P::clocks).for_each(|effect| self.clocks.note(P::KIND, effect));
        self.state = fold::<P>(self.state.take(), &facts);
        self.latest = self.facts.len();
        self.facts.extend(facts);
        self
    }

    /// Asks for what must be refused under a name, in words that help.
    #[track_caller]
    pub fn refuses(&mut self, on: &str, command: P::Command, name: &str) -> &mut Course<P> {
        let role = P::roles(P::name(&command))[0];
        self.refuses_to(role, on, command, name)
    }

    /// The same, asked in a role.
    #[track_caller]
    pub fn refuses_to(
        &mut self,
        role: Role,
        on: &str,
        command: P::Command,
        name: &str,
    ) -> &mut Course<P> {
        match self.ask(role, on, &command) {
            Ok(facts) => panic!("{} {on} {command:?} should be {name}: {facts:?}", P::KIND),
            Err(refusal) => {
                assert_eq!(refusal.name(), name, "{} {on} {command:?}", P::KIND);
                let said = refusal.refused();
                assert!(!said.basis.is_empty() && !said.instead.is_empty(), "{said:?}");
            }
        }
        self
    }

    /// What the law gives to silence when a clock has run out on a day.
    #[track_caller]
    pub fn expires(&mut self, on: &str, clock: &str) -> &mut Course<P> {
        self.last(clock);
        let command = P::expired(self.state(), clock);
        self.does_as(Role::System, on, command.unwrap_or_else(|| panic!("{clock} means nothing")))
    }

    /// The state must have this code.
    #[track_caller]
    pub fn stands(&mut self, code: &str) -> &mut Course<P> {
        assert_eq!(P::outline(self.state()).state, code, "{}", P::KIND);
        self
    }

    /// A clock must run until this day or moment.
    #[track_caller]
    pub fn due(&mut self, clock: &str, last: &str) -> &mut Course<P> {
        assert_eq!(self.last(clock), last, "{} {clock}", P::KIND);
        self
    }

    /// These clocks and no others must run.
    #[track_caller]
    pub fn runs(&mut self, clocks: &[&str]) -> &mut Course<P> {
        assert_eq!(self.clocks.keys(), clocks, "{}", P::KIND);
        self
    }

    /// The rule of a clock that runs.
    pub fn rule(&self, clock: &str) -> &str {
        self.clocks.rule(clock)
    }

    /// The last day of a clock that runs.
    #[track_caller]
    pub fn last(&self, clock: &str) -> String {
        self.clocks.last(clock)
    }

    /// How it stands.
    #[track_caller]
    pub fn state(&self) -> &P::State {
        self.state.as_ref().unwrap()
    }

    /// The notices of the latest command.
    pub fn told(&self) -> Vec<Notice> {
        self.facts[self.latest..].iter().flat_map(P::notices).collect()
    }

    /// What the latest command tells, in one text.
    pub fn words(&self) -> String {
        self.told().into_iter().map(|notice| notice.zh).collect::<Vec<_>>().join("\n")
    }

    /// The forms of all notices so far.
    pub fn forms(&self) -> Vec<String> {
        self.facts.iter().flat_map(P::notices).map(|notice| notice.form).collect()
    }
}
