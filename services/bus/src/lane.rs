//! The relay's memory of one destination: how far it has published, how far that is receipted, when
//! it must say it again.

use std::time::Duration;

use tokio::time::Instant;

use crate::relay::RelayOptions;

/// How many times shorter than the longest the first pause after a fault is.
const PAUSE_STEPS: u32 = 16;

/// So many messages make a page full: the most of one atomic batch.
const FULL: i64 = 100;

/// What is to be published next on a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Job {
    /// The messages after this number,
    pub after: i64,
    /// up to this one.
    pub upto: i64,
    /// 0: for the first time.
    pub attempt: u32,
}

/// What the outbox says about a lane changed in a way that people should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Finding {
    /// Nothing of note.
    Quiet,
    /// The receipted number went back: the reader was restored from backup.
    WentBack { from: i64, to: i64 },
}

/// One destination.
#[derive(Clone, Debug)]
pub(crate) struct Lane {
    /// The last number given.
    last: i64,
    /// The last number receipted by all readers.
    receipted: i64,
    /// Published up to here since the last time it went back.
    sent: i64,
    /// Published up to here by this process, ever.
    highest: i64,
    /// How often unreceipted messages were said again.
    attempt: u32,
    /// When unreceipted messages are said again.
    due: Instant,
    /// How long until the next time.
    patience: Duration,
    /// A publication is under way.
    busy: bool,
    /// It went back while a publication was under way: its result does not move the lane.
    moved: bool,
    /// No attempt before this moment.
    quiet: Option<Instant>,
    pause: Duration,
    /// How long a page that is not full waits after the one before it.
    linger: Duration,
    /// No page that is not full before this moment.
    rested: Instant,
}

impl Lane {
    /// A lane begins at what is receipted: everything after it is said, perhaps again.
    pub fn new(
        last: i64,
        receipted: i64,
        linger: Duration,
        now: Instant,
        options: &RelayOptions,
    ) -> Lane {
        Lane {
            last,
            receipted,
            sent: receipted,
            highest: receipted,
            attempt: 0,
            due: now + options.resend_after,
            patience: options.resend_after,
            busy: false,
            moved: false,
            quiet: None,
            pause: options.pause_max / PAUSE_STEPS,
            linger,
            rested: now,
        }
    }

    /// Takes over what the outbox says.
    pub fn observe(
        &mut self,
        last: i64,
        receipted: i64,
        now: Instant,
        options: &RelayOptions,
    ) -> Finding {
        self.last = last;
        if receipted == self.receipted {
            return Finding::Quiet;
        }
        let from = std::mem::replace(&mut self.receipted, receipted);
        self.patience = options.resend_after;
        self.due = now + self.patience;
        if receipted > from {
            self.sent = self.sent.max(receipted);
            self.highest = self.highest.max(receipted);
            return Finding::Quiet;
        }
        self.go_back();
        Finding::WentBack { from, to: receipted }
    }

    /// Everything that is not receipted is said again, now.
    pub fn go_back(&mut self) {
        if self.sent > self.receipted || self.busy {
            self.attempt = self.attempt.saturating_add(1);
        }
        self.sent = self.receipted;
        self.moved = self.busy;
        self.quiet = None;
    }

    /// The next publication; it is then under way until [`Lane::finish`].
    pub fn next(&mut self, now: Instant, options: &RelayOptions) -> Option<Job> {
        if self.busy || self.quiet.is_some_and(|until| now < until) {
            return None;
        }
        let window = i64::try_from(options.window).unwrap_or(i64::MAX);
        let job = if self.sent > self.receipted && now >= self.due {
            // Only the beginning of what is missing: a reader that is away for a day must not find
            // its stream full of repetitions. Where it goes on, the next receipt says.
            self.attempt = self.attempt.saturating_add(1);
            self.patience = (self.patience * 2).min(options.resend_max);
            self.due = now + self.patience;
            let upto = self.sent.min(self.receipted.saturating_add(window));
            Job { after: self.receipted, upto, attempt: self.attempt }
        } else if self.sent < self.last {
            if now < self.rested && self.last - self.sent < window.min(FULL) {
                return None;
            }
            let upto = self.last.min(self.sent.saturating_add(window));
            let again = self.sent < self.highest;
            Job { after: self.sent, upto, attempt: if again { self.attempt } else { 0 } }
        } else {
            return None;
        };
        self.busy = true;
        Some(job)
    }

    /// The publication ended: up to a number, or with a fault.
    pub fn finish(&mut self, upto: Option<i64>, now: Instant, options: &RelayOptions) {
        self.busy = false;
        let moved = std::mem::take(&mut self.moved);
        let Some(upto) = upto else {
            self.quiet = Some(now + self.pause);
            self.pause = (self.pause * 2).min(options.pause_max);
            return;
        };
        self.quiet = None;
        self.rested = now + self.linger;
        self.pause = options.pause_max / PAUSE_STEPS;
        self.highest = self.highest.max(upto);
        if moved {
            return;
        }
        if self.sent <= self.receipted {
            self.patience = options.resend_after;
            self.due = now + self.patience;
        }
        self.sent = self.sent.max(upto);
    }

    /// When a page that is not full may go, where one waits for that.
    pub fn rested(&self) -> Option<Instant> {
        (!self.busy && self.sent < self.last).then_some(self.rested)
    }

    /// Published up to here.
    pub const fn sent(&self) -> i64 {
        self.sent
    }

    /// These numbers, or those that the lane knows where they are higher.
    pub fn at_least(&self, last: i64, receipted: i64) -> (i64, i64) {
        (self.last.max(last), self.receipted.max(receipted))
    }

    /// How many messages no receipt covers.
    pub const fn unreceipted(&self) -> i64 {
        self.last - self.receipted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> RelayOptions {
        RelayOptions { window: 10, ..RelayOptions::default() }
    }

    fn lane(last: i64, receipted: i64) -> (Lane, Instant) {
        let now = Instant::now();
        (Lane::new(last, receipted, Duration::ZERO, now, &options()), now)
    }

    fn job(after: i64, upto: i64, attempt: u32) -> Option<Job> {
        Some(Job { after, upto, attempt })
    }

    #[tokio::test]
    async fn it_sends_ahead_in_pages_one_at_a_time() {
        let (mut lane, now) = lane(25, 3);
        assert_eq!(lane.next(now, &options()), job(3, 13, 0));
        assert_eq!(lane.next(now, &options()), None, "one is under way");
        lane.finish(Some(13), now, &options());
        assert_eq!(lane.next(now, &options()), job(13, 23, 0));
        lane.finish(Some(23), now, &options());
        assert_eq!(lane.next(now, &options()), job(23, 25, 0));
        lane.finish(Some(25), now, &options());
        assert_eq!(lane.next(now, &options()), None, "an acknowledgement is enough for now");
        assert_eq!(lane.unreceipted(), 22, "and ends nothing");
    }

    #[tokio::test]
    async fn what_no_receipt_covers_is_said_again_ever_more_rarely() {
        let (mut lane, start) = lane(30, 0);
        let options = options();
        for upto in [10, 20, 30] {
            lane.next(start, &options);
            lane.finish(Some(upto), start, &options);
        }
        let mut now = start + options.resend_after;
        assert_eq!(lane.next(now, &options), job(0, 10, 1));
        lane.finish(Some(10), now, &options);
        assert_eq!(lane.next(now + options.resend_after, &options), None, "twice as long");
        now += options.resend_after * 2;
        assert_eq!(lane.next(now, &options), job(0, 10, 2));
        lane.finish(Some(10), now, &options);
        assert_eq!(lane.observe(30, 12, now, &options), Finding::Quiet);
        assert_eq!(lane.next(now + options.resend_after, &options), job(12, 22, 3), "soon again");
    }

    #[tokio::test]
    async fn a_reader_from_backup_gets_everything_again() {
        let (mut lane, now) = lane(8, 0);
        lane.next(now, &options());
        lane.finish(Some(8), now, &options());
        assert_eq!(lane.observe(8, 8, now, &options()), Finding::Quiet);
        assert_eq!(lane.next(now, &options()), None);
        assert_eq!(lane.observe(8, 2, now, &options()), Finding::WentBack { from: 8, to: 2 });
        assert_eq!(lane.next(now, &options()).map(|job| (job.after, job.upto)), Some((2, 8)));
    }

    #[tokio::test]
    async fn a_publication_under_way_does_not_undo_going_back() {
        let (mut lane, now) = lane(20, 0);
        lane.next(now, &options());
        lane.go_back();
        lane.finish(Some(10), now, &options());
        assert_eq!(lane.next(now, &options()), job(0, 10, 1));
    }

    #[tokio::test]
    async fn a_page_that_is_not_full_waits_a_little_for_more() {
        let (options, start, linger) =
            (RelayOptions::default(), Instant::now(), Duration::from_millis(20));
        let mut lane = Lane::new(1, 0, linger, start, &options);
        assert_eq!(lane.next(start, &options), job(0, 1, 0), "the first one at once");
        lane.finish(Some(1), start, &options);
        lane.observe(4, 1, start, &options);
        assert_eq!((lane.next(start, &options), lane.rested()), (None, Some(start + linger)));
        assert_eq!(lane.next(start + linger, &options), job(1, 4, 0));
        lane.finish(Some(4), start + linger, &options);
        assert_eq!(lane.rested(), None, "nothing waits");
        lane.observe(4 + FULL, 4, start + linger, &options);
        assert_eq!(lane.next(start + linger, &options), job(4, 4 + FULL, 0), "full");
    }

    #[tokio::test]
    async fn a_fault_pauses_the_lane() {
        let (mut lane, now) = lane(5, 0);
        lane.next(now, &options());
        lane.finish(None, now, &options());
        assert_eq!(lane.next(now, &options()), None);
        let pause = options().pause_max / PAUSE_STEPS;
        assert_eq!(lane.next(now + pause, &options()), job(0, 5, 0));
        lane.finish(None, now, &options());
        assert_eq!(lane.next(now + pause, &options()), None, "longer each time");
    }
}
