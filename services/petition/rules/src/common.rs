//! What the procedures of this area share in form: clock effects, notices.

use jiefen_procedure::{ClockEffect, Notice};
use jiff::civil::Date;

pub(crate) fn start(key: &str, rule: &str, from: Date) -> ClockEffect {
    ClockEffect::Start { key: key.to_owned(), rule: rule.to_owned(), from }
}

pub(crate) fn met(key: &str) -> ClockEffect {
    ClockEffect::Met { key: key.to_owned() }
}

pub(crate) fn cancel(key: &str) -> ClockEffect {
    ClockEffect::Cancel { key: key.to_owned() }
}

pub(crate) fn notice(
    to: &[u32],
    form: &str,
    zh: impl Into<String>,
    rule: Option<&str>,
) -> Vec<Notice> {
    let (form, rule) = (form.to_owned(), rule.map(str::to_owned));
    vec![Notice { to: to.to_vec(), form, zh: zh.into(), rule }]
}
