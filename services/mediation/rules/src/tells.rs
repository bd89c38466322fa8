//! Short forms for clocks, notices and charts.

use jiefen_procedure::{ClockEffect, Ending, Notice, Owner, Stage, Step};
use jiff::civil::Date;

/// A clock starts.
pub(crate) fn start(key: &str, rule: &str, from: Date) -> ClockEffect {
    ClockEffect::Start { key: key.to_owned(), rule: rule.to_owned(), from }
}

/// A duty is done or a right used. Ending a clock that does not run has no effect.
pub(crate) fn met(key: &str) -> ClockEffect {
    ClockEffect::Met { key: key.to_owned() }
}

/// A clock no longer applies.
pub(crate) fn cancel(key: &str) -> ClockEffect {
    ClockEffect::Cancel { key: key.to_owned() }
}

/// A clock stands still for an appraisal.
pub(crate) fn stop(key: &str, from: Date) -> ClockEffect {
    let reason = jiefen_procedure::term::APPRAISAL.to_owned();
    ClockEffect::Stop { key: key.to_owned(), from, reason }
}

/// A clock runs again after a day.
pub(crate) fn resume(key: &str, to: Date) -> ClockEffect {
    ClockEffect::Resume { key: key.to_owned(), to }
}

/// A notice to all parties.
pub(crate) fn notice(form: &str, zh: impl Into<String>, rule: Option<&str>) -> Notice {
    notice_to(&[], form, zh, rule)
}

/// A notice to some parties.
pub(crate) fn notice_to(
    to: &[u32],
    form: &str,
    zh: impl Into<String>,
    rule: Option<&str>,
) -> Notice {
    Notice { to: to.to_vec(), form: form.to_owned(), zh: zh.into(), rule: rule.map(str::to_owned) }
}

/// Chinese and English.
pub(crate) fn both(zh: &str, en: &str) -> (String, String) {
    (zh.to_owned(), en.to_owned())
}

/// A step of a chart.
pub(crate) const fn step(
    from: &'static str,
    by: &'static str,
    to: &'static str,
    basis: &'static str,
) -> Step {
    Step { from, by, to, basis }
}

/// An open state in which the agency must act.
pub(crate) const fn open(
    state: &'static str,
    zh: &'static str,
    clocks: &'static [&'static str],
) -> Stage {
    Stage { state, zh, owner: Owner::Agency, clocks, ending: Ending::Open }
}

/// An open state in which a party may act.
pub(crate) const fn theirs(
    state: &'static str,
    zh: &'static str,
    clocks: &'static [&'static str],
) -> Stage {
    Stage { state, zh, owner: Owner::Party, clocks, ending: Ending::Open }
}

/// An ending.
pub(crate) const fn ended(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}
