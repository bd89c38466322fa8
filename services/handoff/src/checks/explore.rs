//! Breadth-first walk over every world within a plan.

use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

use super::laws::broken;
use super::total::desk_laws;
use super::world::{Action, Plan, World};

/// What a walk found.
#[derive(Debug)]
pub struct Found {
    /// Worlds seen, each counted once.
    pub worlds: usize,
    /// Every world within the plan was seen.
    pub complete: bool,
    /// The law broken first, and the shortest way there.
    pub fault: Option<(&'static str, Vec<Action>)>,
}

type Parents = HashMap<u64, u64, BuildHasherDefault<DefaultHasher>>;

pub fn print(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Walks the plan until a law breaks, everything is seen, or so many worlds are.
pub fn explore(plan: &Plan, limit: usize) -> Found {
    let first = World::new(plan);
    let mut parents = Parents::default();
    let mut desks = BTreeSet::new();
    parents.insert(print(&first), 0);
    let mut level = vec![first];
    while !level.is_empty() {
        let mut next = Vec::new();
        for world in &level {
            let from = print(world);
            for action in world.actions(plan) {
                let Some(after) = world.after(plan, &action) else { continue };
                let to = print(&after);
                if parents.contains_key(&to) {
                    continue;
                }
                parents.insert(to, from);
                if let Some(law) = broken(plan, &after) {
                    let way = way(plan, &parents, to);
                    return Found {
                        worlds: parents.len(),
                        complete: false,
                        fault: Some((law, way)),
                    };
                }
                if plan.mutant.is_none() {
                    new_desks(plan, &after, &mut desks);
                }
                next.push(after);
            }
        }
        if parents.len() > limit {
            return Found { worlds: parents.len(), complete: false, fault: None };
        }
        level = next;
    }
    Found { worlds: parents.len(), complete: true, fault: None }
}

fn new_desks(plan: &Plan, world: &World, desks: &mut BTreeSet<u64>) {
    for (node, at) in world.nodes.iter().enumerate() {
        if desks.insert(print(&(node, &at.desk))) {
            desk_laws(plan, node, &at.desk);
        }
    }
}

/// The actions that lead to that world, found again from the fingerprints.
fn way(plan: &Plan, parents: &Parents, to: u64) -> Vec<Action> {
    let mut prints = vec![to];
    while let Some(before) = parents.get(&prints[prints.len() - 1]).filter(|p| **p != 0) {
        prints.push(*before);
    }
    prints.reverse();
    let mut world = World::new(plan);
    let mut actions = Vec::new();
    for wanted in &prints[1..] {
        let all = world.actions(plan);
        let hit = all.into_iter().find_map(|action| {
            let after = world.after(plan, &action)?;
            (print(&after) == *wanted).then_some((action, after))
        });
        let (action, after) = hit.unwrap();
        world = after;
        actions.push(action);
    }
    actions
}
