//! Every command in every state has an answer: facts, or a refusal that says all a refusal must say.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};

use jiefen_procedure::kit::{Move, clocks_after, decide, fold};
use jiefen_procedure::{Explain, Procedure};
use jiefen_vocab::Role;

/// How many states of one code are asked.
const MOST: usize = 3;

/// What a procedure answered.
#[derive(Default)]
struct Answers {
    /// By (state, command): how often accepted, how often refused.
    pairs: BTreeMap<(&'static str, &'static str), (u32, u32)>,
    /// Refusals of which the words were read.
    read: BTreeSet<(&'static str, &'static str)>,
    faults: BTreeSet<String>,
}

/// A case that the samples reach, with the keys of the clocks that run.
type At<P> = (<P as Procedure>::State, BTreeSet<String>);

impl Answers {
    fn ask<P: Procedure>(
        &mut self,
        state: Option<&P::State>,
        one: &Move<P>,
    ) -> Option<Vec<P::Fact>> {
        let (today, role, command) = one;
        let from = state.map_or("", |state| P::outline(state).state);
        let name = P::name(command);
        let pair = self.pairs.entry((from, name)).or_default();
        match decide::<P>(state, command, *today, *role) {
            Ok(facts) => {
                pair.0 += 1;
                Some(facts)
            }
            Err(refusal) => {
                pair.1 += 1;
                if self.read.insert((name, refusal.name())) {
                    self.faults.extend(incomplete(&refusal).map(|what| format!("{name}: {what}")));
                }
                None
            }
        }
    }
}

fn incomplete(refusal: &impl Explain) -> Option<String> {
    let said = refusal.refused();
    let whole = [&said.name, &said.zh, &said.en, &said.basis, &said.instead]
        .iter()
        .all(|text| !text.trim().is_empty() && !text.contains("{}"));
    let chinese = !said.zh.is_ascii();
    (!whole || !chinese).then(|| format!("{said:?}"))
}

/// Up to [`MOST`] states of each code: those on the lines, and what the samples make of them.
fn reached<P: Procedure>(
    moves: &[Move<P>],
    lines: &[Vec<Move<P>>],
    answers: &mut Answers,
) -> Vec<At<P>> {
    let mut found: Vec<At<P>> = Vec::new();
    let mut queue: VecDeque<Option<At<P>>> = VecDeque::from([None]);
    let mut keep = |at: At<P>, queue: &mut VecDeque<Option<At<P>>>| {
        let code = P::outline(&at.0).state;
        let same = found.iter().filter(|(old, _)| P::outline(old).state == code);
        if same.clone().count() < MOST && same.clone().all(|(old, _)| *old != at.0) {
            found.push(at.clone());
            queue.push_back(Some(at));
        }
    };
    let after = |at: Option<&At<P>>, one: &Move<P>, facts: &[P::Fact]| -> At<P> {
        let running = at.map(|(_, clocks)| clocks.clone()).unwrap_or_default();
        let clocks = clocks_after::<P>(at.map(|(state, _)| state), &running, one, facts);
        (fold::<P>(at.map(|(state, _)| state.clone()), facts).expect("facts make a case"), clocks)
    };
    for line in lines {
        let mut at: Option<At<P>> = None;
        for one in line {
            let facts = answers.ask::<P>(at.as_ref().map(|(state, _)| state), one);
            let facts = facts.expect("the lines are lawful");
            let next = after(at.as_ref(), one, &facts);
            keep(next.clone(), &mut queue);
            at = Some(next);
        }
    }
    while let Some(at) = queue.pop_front() {
        for one in moves {
            if let Some(facts) = answers.ask::<P>(at.as_ref().map(|(state, _)| state), one) {
                keep(after(at.as_ref(), one, &facts), &mut queue);
            }
        }
    }
    found
}

/// Asks everything everywhere, also the commands of the lines and those that a clock gives.
fn everything<P: Procedure>(moves: Vec<Move<P>>, lines: Vec<Vec<Move<P>>>) -> Answers {
    let mut answers = Answers::default();
    let states = reached::<P>(&moves, &lines, &mut answers);
    let mut more: Vec<Move<P>> = lines.into_iter().flatten().collect();
    let last = moves.iter().chain(&more).map(|(today, ..)| *today).max().expect("samples");
    for (state, clocks) in &states {
        let given = clocks.iter().filter_map(|key| P::expired(state, key));
        for command in given {
            if !more.iter().any(|(_, role, old)| *role == Role::System && *old == command) {
                more.push((last, Role::System, command));
            }
        }
    }
    for one in &more {
        answers.ask::<P>(None, one);
        states.iter().for_each(|(state, _)| drop(answers.ask::<P>(Some(state), one)));
    }
    let begun = P::chart().stages.iter().map(|stage| stage.state);
    for state in std::iter::once("").chain(begun) {
        for command in P::COMMANDS {
            if !answers.pairs.contains_key(&(state, command)) {
                answers.faults.insert(format!("no answer to {command} in {state:?}"));
            }
        }
    }
    answers
}

type Asked = (&'static str, Box<dyn Fn() -> Answers + Send + Sync>);

macro_rules! asked {
    ($($area:literal $crate_:ident $module:ident $name:ident;)*) => {
        vec![$(asked::<$crate_::$module::$name>(
            $crate_::$module::samples::moves,
            $crate_::$module::samples::lines,
        )),*]
    };
}

fn asked<P: Procedure + 'static>(
    moves: fn() -> Vec<Move<P>>,
    lines: fn() -> Vec<Vec<Move<P>>>,
) -> Asked {
    (P::KIND, Box::new(move || everything::<P>(moves(), lines())))
}

#[test]
fn every_command_is_answered_in_every_state_and_never_by_a_panic() {
    let procedures: Vec<Asked> = jiefen_law::procedures!(asked);
    let mut faults = Vec::new();
    let (mut pairs, mut given) = (0, 0);
    for (kind, ask) in &procedures {
        let begun = std::time::Instant::now();
        let Ok(answers) = catch_unwind(AssertUnwindSafe(ask)) else {
            faults.push(format!("{kind}: a panic, see above"));
            continue;
        };
        let asked: u32 = answers.pairs.values().map(|(accepted, refused)| accepted + refused).sum();
        println!("{kind}: {} pairs, {asked} commands, {:?}", answers.pairs.len(), begun.elapsed());
        pairs += answers.pairs.len();
        given += asked;
        faults.extend(answers.faults.iter().map(|fault| format!("{kind}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    println!("{} procedures, {pairs} pairs, {given} commands: all answered", procedures.len());
}
