//! The clocks of a case, as a page shows them.

use std::cmp::Ordering;

use jiefen_proto::jiefen::common::v1::CaseHead;

use crate::layout::Shell;
use crate::words;

/// A running clock.
pub(crate) struct Clock {
    pub(crate) title: String,
    pub(crate) due: String,
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
            tag,
            word: word.to_owned(),
            source: clock.source.clone(),
        }
    });
    shown.collect()
}
