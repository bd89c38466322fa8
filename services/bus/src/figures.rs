//! The bus in figures: what went out, what came in, what waits, what is wrong.

use jiefen_platform::telemetry::metrics::{Counter, Gauge, counter, gauge};

/// The instruments of the bus, made once a task.
#[derive(Clone, Debug)]
pub(crate) struct Figures {
    published: Counter,
    failed: Counter,
    unreceipted: Gauge,
    received: Counter,
    quarantined: Counter,
    receipts: Counter,
    alarms: Counter,
}

impl Figures {
    pub fn new() -> Figures {
        Figures {
            published: counter("jiefen_bus_published"),
            failed: counter("jiefen_bus_publish_failures"),
            unreceipted: gauge("jiefen_bus_unreceipted"),
            received: counter("jiefen_bus_received"),
            quarantined: counter("jiefen_bus_quarantined"),
            receipts: counter("jiefen_bus_receipts"),
            alarms: counter("jiefen_bus_alarms"),
        }
    }

    /// Messages that the bus took; again: not for the first time.
    pub fn published(&self, dst: &str, count: u64, again: bool) {
        let again = if again { "true" } else { "false" };
        self.published.add(count, &[("dst", dst), ("again", again)]);
    }

    /// A page that the bus did not take.
    pub fn failed(&self, dst: &str) {
        self.failed.add(1, &[("dst", dst)]);
    }

    /// Messages of a destination that no receipt covers.
    pub fn unreceipted(&self, dst: &str, count: i64) {
        self.unreceipted.set(count, &[("dst", dst)]);
    }

    /// Messages taken in, by what became of them.
    pub fn received(&self, feed: &'static str, outcome: &'static str) {
        self.received.add(1, &[("feed", feed), ("outcome", outcome)]);
    }

    /// A message that is not believed.
    pub fn quarantined(&self, cause: &'static str) {
        self.quarantined.add(1, &[("cause", cause)]);
    }

    /// Receipts, `in` or `out`.
    pub fn receipts(&self, way: &'static str, count: usize) {
        self.receipts.add(u64::try_from(count).unwrap_or(u64::MAX), &[("way", way)]);
    }

    /// Something that an operator must look at.
    pub fn alarm(&self, kind: &'static str) {
        self.alarms.add(1, &[("kind", kind)]);
    }
}
