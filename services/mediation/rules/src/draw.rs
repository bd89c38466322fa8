//! How charts, clocks and notices are written down.

use jiefen_procedure::{ClockEffect, Ending, Notice, Owner, Stage, Step};
use jiff::civil::Date;

/// A step of a chart.
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

/// An ended state of a chart.
pub(crate) const fn ended(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

/// Starts a clock.
pub(crate) fn start(key: &str, rule: &str, from: Date) -> ClockEffect {
    ClockEffect::Start { key: key.to_owned(), rule: rule.to_owned(), from }
}

/// The duty of a clock is done. Without effect on a clock that does not run.
pub(crate) fn met(key: &str) -> ClockEffect {
    ClockEffect::Met { key: key.to_owned() }
}

/// A clock no longer applies. Without effect on a clock that does not run.
pub(crate) fn cancel(key: &str) -> ClockEffect {
    ClockEffect::Cancel { key: key.to_owned() }
}

/// A notice to all parties.
pub(crate) fn notice(form: &str, zh: impl Into<String>, rule: Option<&str>) -> Notice {
    Notice { to: Vec::new(), form: form.to_owned(), zh: zh.into(), rule: rule.map(str::to_owned) }
}

/// The next step in both languages.
pub(crate) fn next(zh: impl Into<String>, en: impl Into<String>) -> (String, String) {
    (zh.into(), en.into())
}
