//! The law's clocks of a case as rows: what a fact's effects do to them.

use jiefen_procedure::{ClockEffect, Refused};
use jiefen_terms::{Deadline, Due, Law, Owner, Query, Span, Start};
use jiefen_vocab::Moment;
use jiff::civil::Date;

use crate::entity::clocks::Model;
use crate::error::{Error, corrupt};

/// The state of a clock's row.
pub(crate) mod state {
    /// It runs.
    pub const RUNNING: &str = "running";
    /// It is stopped for a listed reason.
    pub const STOPPED: &str = "stopped";
    /// The duty was done or the right used in time or late.
    pub const MET: &str = "met";
    /// It ran out; the law's effect was applied.
    pub const EXPIRED: &str = "expired";
    /// It no longer applies.
    pub const CANCELLED: &str = "cancelled";
}

/// What has become of a clock, as everybody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// The duty was done.
    Met,
    /// It ran out.
    Expired,
    /// It was stopped.
    Stopped,
    /// It was extended.
    Extended,
}

/// What has become of a clock since an earlier reading of its row; none: nothing that is told.
pub(crate) fn turn(before: Option<&Model>, after: &Model) -> Option<Turn> {
    if before == Some(after) {
        return None;
    }
    let was = before.map(|row| row.state.as_str());
    if was == Some(after.state.as_str()) {
        let longer = before.is_some_and(|row| extension(row) < extension(after));
        return longer.then_some(Turn::Extended);
    }
    match after.state.as_str() {
        state::MET => Some(Turn::Met),
        state::EXPIRED => Some(Turn::Expired),
        state::STOPPED => Some(Turn::Stopped),
        _ => None,
    }
}

/// By how many units of its rule a clock has been extended.
fn extension(row: &Model) -> u32 {
    let query: Option<Query> = serde_json::from_str(&row.query).ok();
    query.and_then(|query| query.extend).unwrap_or(0)
}

/// A stop that has not ended yet ends, for counting, at the far end of the calendar.
const OPEN_STOP: Date = Date::constant(2200, 12, 31);

/// Applies a fact's effects to the clocks of its case; returns the rows that changed.
///
/// # Errors
/// The law has no such limit, or refuses the stop or the extension: the command is refused with it.
pub(crate) fn apply(
    law: &Law,
    case: &str,
    dispute: Option<&str>,
    rows: &mut Vec<Model>,
    effects: &[ClockEffect],
) -> Result<(), Error> {
    for effect in effects {
        match effect {
            ClockEffect::Start { key, rule, from } => {
                start(law, case, dispute, rows, key, Query::new(rule.as_str(), *from))?;
            }
            ClockEffect::StartAt { key, rule, from } => {
                start(law, case, dispute, rows, key, Query::new(rule.as_str(), *from))?;
            }
            ClockEffect::Extend { key, units } => {
                recount(law, rows, key, state::RUNNING, |query| {
                    query.extend = Some(query.extend.unwrap_or(0).saturating_add(*units));
                })?
            }
            ClockEffect::Stop { key, from, reason } => {
                recount(law, rows, key, state::STOPPED, |query| {
                    query.stops.push(Span::new(*from, OPEN_STOP).because(reason.as_str()));
                })?;
            }
            ClockEffect::Resume { key, to } => recount(law, rows, key, state::RUNNING, |query| {
                if let Some(stop) = query.stops.last_mut() {
                    stop.to = *to;
                }
            })?,
            ClockEffect::Met { key } => end(rows, key, state::MET),
            ClockEffect::Cancel { key } => end(rows, key, state::CANCELLED),
        }
    }
    Ok(())
}

fn start(
    law: &Law,
    case: &str,
    dispute: Option<&str>,
    rows: &mut Vec<Model>,
    key: &str,
    query: Query,
) -> Result<(), Error> {
    let deadline = count(law, &query)?;
    let mut kept = query;
    kept.version = Some(deadline.version);
    let row = Model {
        case_id: case.to_owned(),
        key: key.to_owned(),
        dispute: dispute.map(str::to_owned),
        rule: deadline.rule.clone(),
        rule_version: i32::try_from(deadline.version).unwrap_or(i32::MAX),
        started: kept.from.to_string(),
        due: deadline.due.to_string(),
        due_at: due_at(deadline.due).0,
        provisional: deadline.provisional,
        state: state::RUNNING.to_owned(),
        effect: code(&deadline.effect)?,
        owner: owner(deadline.owner).to_owned(),
        query: json(&kept)?,
        steps: json(&deadline.steps)?,
    };
    rows.retain(|old| old.key != key);
    rows.push(row);
    Ok(())
}

/// Counts a clock again after its question has changed. A clock that is not there is left alone: the
/// fact speaks of a clock that this procedure did not start.
fn recount(
    law: &Law,
    rows: &mut [Model],
    key: &str,
    after: &str,
    change: impl FnOnce(&mut Query),
) -> Result<(), Error> {
    let Some(row) = rows.iter_mut().find(|row| row.key == key) else {
        return Ok(());
    };
    let mut query: Query = serde_json::from_str(&row.query).map_err(corrupt("read a clock"))?;
    change(&mut query);
    let deadline = count(law, &query)?;
    row.due = deadline.due.to_string();
    row.due_at = if after == state::STOPPED { i64::MAX } else { due_at(deadline.due).0 };
    row.provisional = deadline.provisional;
    row.state = after.to_owned();
    row.query = json(&query)?;
    row.steps = json(&deadline.steps)?;
    Ok(())
}

/// Ends a running or stopped clock; one that has ended stays as it ended.
fn end(rows: &mut [Model], key: &str, how: &str) {
    let live = |row: &&mut Model| {
        row.key == key && (row.state == state::RUNNING || row.state == state::STOPPED)
    };
    if let Some(row) = rows.iter_mut().find(live) {
        row.state = how.to_owned();
    }
}

fn count(law: &Law, query: &Query) -> Result<Deadline, Error> {
    law.due(query)
        .map_err(|error| Error::Refused(Refused::no_such_limit(&query.rule, &error.to_string())))
}

/// The last moment of a limit: 24:00 of the day, or the hour itself.
fn due_at(due: Due) -> Moment {
    match due {
        Due::Day(day) => Moment::end_of(day),
        Due::Moment(at) => Moment::from_local(at),
        Due::AtOnce(Start::Day(day)) => Moment::end_of(day),
        Due::AtOnce(Start::Moment(at)) => Moment::from_local(at),
    }
}

fn owner(owner: Owner) -> &'static str {
    match owner {
        Owner::Agency => "agency",
        Owner::Party => "party",
    }
}

fn code(effect: &jiefen_terms::Effect) -> Result<String, Error> {
    let value = serde_json::to_value(effect).map_err(corrupt("write a clock"))?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(corrupt("write a clock"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn rows(effects: &[ClockEffect]) -> Vec<Model> {
        let mut rows = vec![];
        apply(Law::shipped(), "case", None, &mut rows, effects).unwrap();
        rows
    }

    fn start() -> ClockEffect {
        ClockEffect::Start { key: "award".into(), rule: "T-H-09".into(), from: date(2026, 8, 20) }
    }

    #[test]
    fn a_clock_keeps_its_rule_and_its_legal_end() {
        let rows = rows(&[start()]);
        assert_eq!((rows[0].due.as_str(), rows[0].state.as_str()), ("2026-10-08", "running"));
        assert_eq!(rows[0].due_at, Moment::end_of(date(2026, 10, 8)).0);
    }

    #[test]
    fn an_extension_moves_the_end_and_a_met_clock_stays_met() {
        let key = || "award".to_owned();
        let rows = rows(&[
            start(),
            ClockEffect::Extend { key: key(), units: 15 },
            ClockEffect::Met { key: key() },
            ClockEffect::Cancel { key: key() },
        ]);
        assert_eq!((rows[0].due.as_str(), rows[0].state.as_str()), ("2026-10-19", "met"));
    }

    #[test]
    fn only_what_changed_is_told() {
        let mut rows = rows(&[start()]);
        let began = rows[0].clone();
        assert_eq!((turn(None, &began), turn(Some(&began), &began)), (None, None));
        let extend = ClockEffect::Extend { key: "award".into(), units: 15 };
        apply(Law::shipped(), "case", None, &mut rows, &[extend]).unwrap();
        let longer = rows[0].clone();
        assert_eq!(turn(Some(&began), &longer), Some(Turn::Extended));
        let met = ClockEffect::Met { key: "award".into() };
        apply(Law::shipped(), "case", None, &mut rows, &[met]).unwrap();
        assert_eq!(turn(Some(&longer), &rows[0]), Some(Turn::Met));
    }

    #[test]
    fn a_stopped_clock_is_never_due_until_it_runs_again() {
        let mut rows = rows(&[ClockEffect::Start {
            key: "m".into(),
            rule: "T-P-01".into(),
            from: date(2026, 9, 1),
        }]);
        let stop = ClockEffect::Stop {
            key: "m".into(),
            from: date(2026, 9, 10),
            reason: "appraisal".into(),
        };
        let before = rows[0].clone();
        apply(Law::shipped(), "case", None, &mut rows, &[stop]).unwrap();
        assert_eq!(turn(Some(&before), &rows[0]), Some(Turn::Stopped));
        assert_eq!((rows[0].due_at, rows[0].state.as_str()), (i64::MAX, "stopped"));
        let resume = ClockEffect::Resume { key: "m".into(), to: date(2026, 10, 20) };
        apply(Law::shipped(), "case", None, &mut rows, &[resume]).unwrap();
        assert_eq!((rows[0].due.as_str(), rows[0].state.as_str()), ("2026-11-23", "running"));
    }
}
