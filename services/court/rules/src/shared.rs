//! What the court's procedures share: rows of a chart, effects on clocks, notices, the clocks that a
//! decision leaves without an object.

use std::collections::BTreeSet;

use jiefen_procedure::{Brief, ClockEffect, Ending, Notice, Owner, Stage, Step};
use jiff::civil::{Date, DateTime};

/// How soon a paper of the court must reach the parties where the law's table names no day.
pub(crate) const SERVICE: &str = "policy.progress_report";

/// How long papers are awaited that the one list asks for.
pub(crate) const CORRECTION: &str = "policy.information_request";

/// A row of a chart.
pub(crate) const fn step(
    from: &'static str,
    by: &'static str,
    to: &'static str,
    basis: &'static str,
) -> Step {
    Step { from, by, to, basis }
}

/// An open state of a chart.
pub(crate) const fn open(
    state: &'static str,
    zh: &'static str,
    owner: Owner,
    clocks: &'static [&'static str],
) -> Stage {
    Stage { state, zh, owner, clocks, ending: Ending::Open }
}

/// An ending of a chart.
pub(crate) const fn ended(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

/// Starts a clock.
pub(crate) fn start(key: &str, rule: &str, from: Date) -> ClockEffect {
    ClockEffect::Start { key: key.to_owned(), rule: rule.to_owned(), from }
}

/// Starts a clock that counts hours.
pub(crate) fn start_at(key: &str, rule: &str, from: DateTime) -> ClockEffect {
    ClockEffect::StartAt { key: key.to_owned(), rule: rule.to_owned(), from }
}

/// The duty is done, the right used.
pub(crate) fn met(key: &str) -> ClockEffect {
    ClockEffect::Met { key: key.to_owned() }
}

/// The clock no longer applies.
pub(crate) fn cancel(key: &str) -> ClockEffect {
    ClockEffect::Cancel { key: key.to_owned() }
}

/// A notice to some parties; to all of them when none is named.
pub(crate) fn to(parties: &[u32], form: &str, zh: impl Into<String>, rule: Option<&str>) -> Notice {
    Notice {
        to: parties.to_vec(),
        form: form.to_owned(),
        zh: zh.into(),
        rule: rule.map(str::to_owned),
    }
}

/// The key of a clock that a party, a claim or a ruling has for itself.
pub(crate) fn own(key: &str, no: u32) -> String {
    format!("{key}:{no}")
}

/// The number in such a key.
pub(crate) fn number(clock: &str) -> Option<u32> {
    clock.split_once(':').and_then(|(_, no)| no.parse().ok())
}

/// True when the brief has a party of this number.
pub(crate) fn has_party(brief: &Brief, no: u32) -> bool {
    brief.parties.iter().any(|party| party.no == no)
}

/// The clocks that ran before or were started by these effects and have no object any more.
pub(crate) fn stale(
    mut running: BTreeSet<String>,
    effects: impl Iterator<Item = ClockEffect>,
    after: &BTreeSet<String>,
) -> Vec<String> {
    for effect in effects {
        match effect {
            ClockEffect::Start { key, .. } | ClockEffect::StartAt { key, .. } => {
                running.insert(key);
            }
            ClockEffect::Met { key } | ClockEffect::Cancel { key } => {
                running.remove(&key);
            }
            ClockEffect::Extend { .. } | ClockEffect::Stop { .. } | ClockEffect::Resume { .. } => {}
        }
    }
    running.difference(after).cloned().collect()
}
