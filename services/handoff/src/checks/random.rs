//! Seeded random schedules beyond the exhaustive bounds: more agencies, losses, restores and hand-overs,
//! all modes. After each schedule the faults stop, everything is delivered and answered, and the world
//! must settle.

use std::ops::Range;

use super::laws::{broken, quiet};
use super::world::{Action, PLAN, Plan, World};
use crate::Mode;

const STEPS: usize = 160;
const DRAIN: usize = 3_000;

/// A schedule that broke a law.
#[derive(Debug)]
pub struct Fault {
    pub law: &'static str,
    pub seed: u64,
    pub way: Vec<Action>,
}

struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn pick<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let at = self.0 % all.len().max(1) as u64;
        all.get(at as usize).cloned()
    }
}

/// The first schedule among the seeds that breaks a law.
pub fn first_fault(plan: &Plan, seeds: Range<u64>) -> Option<Fault> {
    seeds.into_iter().find_map(|seed| schedule(plan, seed).err())
}

/// One schedule; the number of transitions taken.
fn schedule(plan: &Plan, seed: u64) -> Result<usize, Fault> {
    let (mut dice, mut world, mut way) = (Dice::new(seed), World::new(plan), Vec::new());
    for turn in 0..STEPS + DRAIN {
        let drain = turn >= STEPS;
        if drain && quiet(plan, &world) {
            return Ok(way.len());
        }
        let all = if drain { world.progress(plan) } else { world.actions(plan) };
        let Some(action) = dice.pick(&all) else { continue };
        let Some(after) = world.after(plan, &action) else { continue };
        way.push(action);
        world = after;
        if let Some(law) = broken(plan, &world) {
            return Err(Fault { law, seed, way });
        }
    }
    Err(Fault { law: "never quiet", seed, way })
}

fn run(plan: &Plan, seeds: Range<u64>) {
    let (count, mut steps) = (seeds.end - seeds.start, 0);
    for seed in seeds {
        match schedule(plan, seed) {
            Ok(taken) => steps += taken,
            Err(fault) => panic!(
                "{}: seed {}: {} after {} steps:\n{}",
                plan.name,
                fault.seed,
                fault.law,
                fault.way.len(),
                fault.way.iter().map(|a| format!("{a:?}\n")).collect::<String>()
            ),
        }
    }
    println!("{}: {count} schedules, {steps} steps", plan.name);
}

const ALL: Plan = Plan {
    nodes: 4,
    modes: &[Mode::Transfer, Mode::Delegate, Mode::Assist, Mode::Lead, Mode::Escalate],
    offers: 9,
    recalls: true,
    asks: true,
    reports: true,
    tasks: true,
    bus: true,
    losses: 6,
    ..PLAN
};

#[test]
fn random_schedules_with_losses_settle() {
    run(&Plan { name: "random, all modes, six losses", ..ALL }, 0..1_000);
}

#[test]
fn random_schedules_with_restores_settle() {
    run(
        &Plan { name: "random, all modes, six losses, three restores", restores: 3, ..ALL },
        0..900,
    );
}

#[test]
fn random_schedules_without_an_inbox_settle() {
    run(&Plan { name: "random, all modes, repeats reach the desk", inbox: false, ..ALL }, 0..300);
}

/// For the night: `cargo test --release -p jiefen-handoff -- --ignored --nocapture`.
#[test]
#[ignore = "minutes; run at night in release"]
fn random_schedules_at_length_settle() {
    run(&Plan { name: "night, restores", restores: 3, ..ALL }, 0..100_000);
    run(&Plan { name: "night, losses", ..ALL }, 0..100_000);
    run(&Plan { name: "night, no inbox", inbox: false, ..ALL }, 0..50_000);
}
