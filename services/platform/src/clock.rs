//! The process's clock: the only place where time comes from the world.

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use jiefen_vocab::Moment;
use serde::{Deserialize, Serialize};

/// The clock as every part of the process holds it.
pub type SharedClock = Arc<dyn Clock>;

/// Where the time comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockSource {
    /// The machine's clock.
    #[default]
    System,
    /// A clock that can be set, for demonstrations: limits of weeks pass in seconds.
    Demo,
}

impl ClockSource {
    /// A clock of this source.
    pub fn clock(self) -> SharedClock {
        match self {
            ClockSource::System => Arc::new(SystemClock),
            ClockSource::Demo => Arc::new(DemoClock::new()),
        }
    }
}

/// A source of the present moment.
pub trait Clock: Send + Sync + Debug {
    /// The present moment, to the microsecond.
    fn now(&self) -> Moment;

    /// The settable clock, when this is one.
    fn demo(&self) -> Option<&DemoClock> {
        None
    }

    /// True when somebody can set this clock.
    fn is_demo(&self) -> bool {
        self.demo().is_some()
    }
}

/// The machine's clock, cut to microseconds, which is what both databases keep.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        system_now()
    }
}

/// A clock that stands where it was set. It starts at the machine's time.
#[derive(Debug)]
pub struct DemoClock(AtomicI64);

impl DemoClock {
    /// A clock that stands at the machine's present moment.
    pub fn new() -> DemoClock {
        DemoClock::at(system_now())
    }

    /// A clock that stands at this moment.
    pub fn at(moment: Moment) -> DemoClock {
        DemoClock(AtomicI64::new(moment.0))
    }

    /// Sets the clock. It may be set back: a replay begins again.
    pub fn set(&self, moment: Moment) {
        self.0.store(moment.0, Ordering::Release);
    }
}

impl Default for DemoClock {
    fn default() -> DemoClock {
        DemoClock::new()
    }
}

impl Clock for DemoClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::Acquire))
    }

    fn demo(&self) -> Option<&DemoClock> {
        Some(self)
    }
}

/// A machine clock before 1970 reads as 1970; one after the year 294246 as the last moment.
fn system_now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_clock_goes_forward_and_cannot_be_set() {
        let clock = ClockSource::System.clock();
        let first = clock.now();
        assert!(first.0 > 1_700_000_000_000_000, "{first}");
        assert!(clock.now() >= first);
        assert!(!clock.is_demo() && clock.demo().is_none());
    }

    #[test]
    fn the_demo_clock_stands_where_it_was_set() {
        let clock = ClockSource::Demo.clock();
        assert!((clock.now().0 - SystemClock.now().0).abs() < 60_000_000);
        let demo = clock.demo().unwrap();
        demo.set(Moment(42));
        assert_eq!(clock.now(), Moment(42));
        demo.set(Moment(7));
        assert_eq!(clock.now(), Moment(7), "a demo clock may be set back");
        assert!(clock.is_demo());
    }
}
