//! Every world within these bounds keeps every law.

use std::io::Write;

use super::explore::explore;
use super::world::{PLAN, Plan};
use crate::Mode;

/// A plan, and after how many worlds the walk stops at the end of its level; most walks see all.
const WALKS: &[(Plan, usize)] = &[
    (
        Plan { name: "transfer over a bus that loses and repeats", bus: true, losses: 1, ..PLAN },
        ALL,
    ),
    (Plan { name: "designation and objection, repeated", recalls: true, asks: true, ..PLAN }, ALL),
    (Plan { name: "two transfers and recalls", recalls: true, offers: 3, ..ORDERLY }, ALL),
    (
        Plan {
            name: "escalation, and the centre designates",
            modes: &[Mode::Transfer, Mode::Escalate],
            offers: 3,
            asks: true,
            ..ORDERLY
        },
        ALL,
    ),
    (
        Plan {
            name: "delegation, on and back",
            modes: &[Mode::Delegate],
            offers: 3,
            recalls: true,
            ..ORDERLY
        },
        ALL,
    ),
    (
        Plan {
            name: "lead, co-units, tasks and results",
            modes: &[Mode::Lead],
            reports: true,
            tasks: true,
            ..ORDERLY
        },
        ALL,
    ),
    (
        Plan {
            name: "no inbox: repeats reach the desk",
            inbox: false,
            offers: 2,
            modes: &[Mode::Transfer, Mode::Delegate, Mode::Escalate],
            recalls: true,
            ..PLAN
        },
        ALL,
    ),
    (Plan { name: "restore and rejoin", restores: 1, ..ORDERLY }, ALL),
    (
        Plan {
            name: "restore and rejoin, delegated",
            modes: &[Mode::Delegate],
            restores: 1,
            ..ORDERLY
        },
        ALL,
    ),
    (
        Plan {
            name: "restore and rejoin, escalated and designated",
            modes: &[Mode::Escalate],
            asks: true,
            recalls: true,
            restores: 1,
            ..ORDERLY
        },
        60_000,
    ),
    (
        Plan { name: "restore and rejoin, strays on the bus", bus: true, restores: 1, ..ORDERLY },
        100_000,
    ),
];

const ALL: usize = 400_000;

/// Deliveries in any order, each once.
const ORDERLY: Plan = Plan { repeats: false, ..PLAN };

#[test]
fn every_world_within_the_bounds_keeps_every_law() {
    let (mut lines, mut total) = (Vec::new(), 0);
    for (plan, limit) in WALKS {
        let found = explore(plan, *limit);
        if let Some((law, way)) = &found.fault {
            panic!("{}: {law} after {} steps: {way:#?}", plan.name, way.len());
        }
        assert!(found.complete || *limit < ALL, "{}: more worlds than foreseen", plan.name);
        let extent = if found.complete { "all" } else { "the first" };
        lines.push(format!("{}: {extent} {} worlds", plan.name, found.worlds));
        total += found.worlds;
    }
    // Straight to stdout, past the capture, so that every run shows how much was explored.
    let mut out = std::io::stdout();
    writeln!(out, "{}\nworlds explored: {total}", lines.join("\n")).unwrap();
}
