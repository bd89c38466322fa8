//! The clocks of a case, as a page shows them.

use std::cmp::Ordering;

use jiefen_proto::jiefen::common::v1::CaseHead;

use crate::layout::Shell;
use crate::sheet::{self, Cell};
use crate::words;

/// A running clock.
pub(crate) struct Clock {
    pub(crate) title: String,
    pub(crate) due: String,
    /// The same as the services write it.
    pub(crate) on: String,
    pub(crate) tag: &'static str,
    pub(crate) word: String,
    pub(crate) source: String,
}

/// The running clocks of a case; `today` by the service's calendar.
pub(crate) fn clocks(shell: &Shell, case: &CaseHead, today: &str) -> Vec<Clock> {
    let running = case.clocks.iter().filter(|clock| clock.state == "running");
    let shown = running.map(|clock| {
        let day = clock.due.get(..10).unwrap_or_default();
        let (tag, word) = match day.cmp(today) {
            Ordering::Less => ("late", shell.t("已超期", "late")),
            Ordering::Equal => ("soon", shell.t("今天到期", "today")),
            Ordering::Greater => ("info", shell.t("最迟", "until")),
        };
        Clock {
            title: shell.t(&clock.title_zh, &clock.title_en).to_owned(),
            due: words::day(&clock.due, shell.english),
            on: clock.due.clone(),
            tag,
            word: word.to_owned(),
            source: clock.source.clone(),
        }
    });
    shown.collect()
}

/// The first of some clocks as a day of a workbook, and what they say as the page says it.
pub(crate) fn cells(clocks: &[Clock], titled: bool) -> [Cell; 2] {
    let first = clocks.iter().map(|clock| clock.on.as_str()).min().unwrap_or_default();
    let said = |clock: &Clock| match titled {
        true => format!("{} {} {}", clock.word, clock.due, clock.title),
        false => format!("{} {}", clock.word, clock.due),
    };
    let first = first.get(..10).unwrap_or(first);
    [sheet::day(first), clocks.iter().map(said).collect::<Vec<_>>().join("；").into()]
}
