//! What follows from a signal, and the registers after a fact.

use std::collections::BTreeMap;

use jiefen_procedure::Circumstances;
use jiefen_vocab::{CaseId, Id};
use jiff::civil::Date;

use super::{BOOK_MAX, Command, Entry, Fact, Refusal, State, rows};
use crate::signal::Signal;
use crate::thresholds::Thresholds;

type Decided = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Decided {
    use Command as C;
    use State as S;
    match (state, command) {
        (None, C::Take { signal }) => take(&[], signal, ctx),
        (Some(S::Book { entries }), C::Take { signal }) => take(entries, signal, ctx),
        (None, C::Count { key, signal }) => count(None, key, signal, ctx),
        (Some(S::Tally { counts }), C::Count { key, signal }) => {
            count(counts.get(key), key, signal, ctx)
        }
        (None, C::Adopt { signal, risk }) => Ok(adopt(&[], signal, *risk)),
        (Some(S::Book { entries }), C::Adopt { signal, risk }) => Ok(adopt(entries, signal, *risk)),
        (None, C::Release { .. }) => Err(rows::NOT_BEGUN.into()),
        (Some(S::Book { entries }), C::Release { risk }) => {
            let has = entries.iter().any(|entry| entry.risk == Some(*risk));
            Ok(has.then_some(Fact::Released { risk: *risk }).into_iter().collect())
        }
        (Some(S::Book { .. }), C::Count { .. })
        | (Some(S::Tally { .. }), C::Take { .. } | C::Adopt { .. } | C::Release { .. }) => {
            Err(rows::OTHER_REGISTER.into())
        }
    }
}

fn come(signal: &Signal, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    if signal.at > ctx.now.local() {
        return Err(rows::TIME_IN_FUTURE.with(signal.at).into());
    }
    Ok(())
}

/// The first day of the window that ends today.
fn since(ctx: &Circumstances<'_>) -> Date {
    let days = jiff::Span::new().days(i64::from(Thresholds::of(ctx.law).days()));
    ctx.today().saturating_sub(days)
}

/// The same source counts once. A signal joins the oldest open risk case of its matter; without one it makes
/// one with those that it joins, when together they reach a threshold; else it waits in the book.
fn take(entries: &[Entry], signal: &Signal, ctx: &Circumstances<'_>) -> Decided {
    come(signal, ctx)?;
    if entries.iter().any(|entry| entry.signal.repeats(signal)) {
        return Ok(Vec::new());
    }
    let thresholds = Thresholds::of(ctx.law);
    let joined = || entries.iter().filter(|entry| thresholds.join(&entry.signal, signal));
    let risk = joined().find_map(|entry| entry.risk);
    let taken = Fact::Taken { signal: signal.clone(), risk, since: since(ctx) };
    if risk.is_some() {
        return Ok(vec![taken]);
    }
    let earlier = joined().map(|entry| entry.signal.clone());
    let signals: Vec<Signal> = std::iter::once(signal.clone()).chain(earlier).collect();
    if thresholds.level_of(&signals).is_none() {
        return Ok(vec![taken]);
    }
    let risk = name(signal, entries.len());
    Ok(vec![taken, Fact::RiskDue { risk, signals }])
}

/// The id of the risk case that a signal opens. It carries nothing of any person.
fn name(signal: &Signal, place: usize) -> CaseId {
    let salt = format!("risk:{}:{}:{place}", signal.source, signal.at);
    CaseId(signal.dispute.map_or(Id::from_bits(0), |dispute| dispute.0).derive(&salt))
}

/// Counts one more; enough of them within the window are one signal that stands for all.
fn count(
    known: Option<&BTreeMap<Date, u32>>,
    key: &str,
    signal: &Signal,
    ctx: &Circumstances<'_>,
) -> Decided {
    come(signal, ctx)?;
    let (on, since) = (signal.at.date(), since(ctx));
    let counted = Fact::Counted { key: key.to_owned(), on, since };
    let days = known.into_iter().flatten().filter(|(day, _)| **day >= since);
    let sum = days.map(|(_, n)| *n).fold(1u32, u32::saturating_add);
    let enough = Thresholds::of(ctx.law).lowest(signal.kind, signal.cause);
    if enough.is_none_or(|enough| sum < enough) {
        return Ok(vec![counted]);
    }
    let signal = Signal { count: sum, ..signal.clone() };
    Ok(vec![counted, Fact::Reached { key: key.to_owned(), signal }])
}

fn adopt(entries: &[Entry], signal: &Signal, risk: CaseId) -> Vec<Fact> {
    let entry = Entry { signal: signal.clone(), risk: Some(risk) };
    if entries.contains(&entry) {
        return Vec::new();
    }
    vec![Fact::Adopted { signal: signal.clone(), risk }]
}

/// The register after a fact. Total: a fact that cannot follow leaves it as it is.
pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    match (state, fact) {
        (None, Fact::Counted { .. } | Fact::Reached { .. }) => {
            evolve(Some(State::Tally { counts: BTreeMap::new() }), fact)
        }
        (
            None,
            Fact::Taken { .. }
            | Fact::RiskDue { .. }
            | Fact::Adopted { .. }
            | Fact::Released { .. },
        ) => evolve(Some(State::Book { entries: Vec::new() }), fact),
        (Some(State::Book { mut entries }), fact) => {
            written(&mut entries, fact);
            Some(State::Book { entries })
        }
        (Some(State::Tally { mut counts }), fact) => {
            counted(&mut counts, fact);
            Some(State::Tally { counts })
        }
    }
}

fn written(entries: &mut Vec<Entry>, fact: &Fact) {
    match fact {
        Fact::Taken { signal, risk, since } => {
            entries.retain(|entry| entry.signal.at.date() >= *since);
            add(entries, Entry { signal: signal.clone(), risk: *risk });
        }
        Fact::RiskDue { risk, signals } => {
            let due = |entry: &&mut Entry| signals.contains(&entry.signal);
            entries.iter_mut().filter(due).for_each(|entry| entry.risk = Some(*risk));
        }
        Fact::Adopted { signal, risk } => {
            match entries.iter_mut().find(|entry| entry.signal == *signal) {
                Some(entry) => entry.risk = Some(*risk),
                None => add(entries, Entry { signal: signal.clone(), risk: Some(*risk) }),
            }
        }
        Fact::Released { risk } => entries.retain(|entry| entry.risk != Some(*risk)),
        Fact::Counted { .. } | Fact::Reached { .. } => {}
    }
}

fn add(entries: &mut Vec<Entry>, entry: Entry) {
    if entries.len() >= BOOK_MAX {
        entries.remove(0);
    }
    entries.push(entry);
}

fn counted(counts: &mut BTreeMap<String, BTreeMap<Date, u32>>, fact: &Fact) {
    match fact {
        Fact::Counted { key, on, since } => {
            for days in counts.values_mut() {
                days.retain(|day, _| day >= since);
            }
            counts.retain(|_, days| !days.is_empty());
            let n = counts.entry(key.clone()).or_default().entry(*on).or_default();
            *n = n.saturating_add(1);
        }
        Fact::Reached { key, .. } => drop(counts.remove(key)),
        Fact::Taken { .. }
        | Fact::RiskDue { .. }
        | Fact::Adopted { .. }
        | Fact::Released { .. } => {}
    }
}
