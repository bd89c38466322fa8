//! Moments: microseconds since 1970 in UTC; the local day is China's.

use std::fmt;

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use serde::{Deserialize, Serialize};

/// China has one time zone and no summer time: UTC+8.
const CHINA: Offset = Offset::constant(8);

/// A moment, in microseconds since 1970-01-01 UTC, which both databases keep exactly. Time is always
/// an argument: only the process's clock makes one from the world.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// The local date and time in China. Out of jiff's range: the nearest end of it.
    pub fn local(self) -> DateTime {
        let stamp = jiff::Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        });
        CHINA.to_datetime(stamp)
    }

    /// The local day in China.
    pub fn day(self) -> Date {
        self.local().date()
    }

    /// The moment of a local date and time in China.
    pub fn from_local(local: DateTime) -> Moment {
        let stamp = TimeZone::fixed(CHINA).to_timestamp(local);
        Moment(
            stamp
                .map_or(if local.year() < 0 { i64::MIN } else { i64::MAX }, |s| s.as_microsecond()),
        )
    }

    /// The last moment of a local day: a limit of days ends at 24:00 (T-A-01).
    pub fn end_of(day: Date) -> Moment {
        let start = Moment::from_local(day.at(0, 0, 0, 0));
        Moment(start.0.saturating_add(86_400_000_000 - 1))
    }

    /// The moment so many seconds later.
    pub fn plus_seconds(self, seconds: i64) -> Moment {
        Moment(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }
}

impl fmt::Display for Moment {
    /// Local time with offset, to the second: `2026-09-03T10:20:00+08:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.local();
        write!(
            f,
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+08:00",
            at.year(),
            at.month(),
            at.day(),
            at.hour(),
            at.minute(),
            at.second()
        )
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_local_day_is_chinas() {
        let late = Moment::from_local(date(2026, 9, 3).at(0, 30, 0, 0));
        assert_eq!(late.day(), date(2026, 9, 3));
        assert_eq!(late.to_string(), "2026-09-03T00:30:00+08:00");
        assert_eq!(Moment::end_of(date(2026, 9, 3)).day(), date(2026, 9, 3));
    }

    #[test]
    fn no_moment_panics() {
        for n in [i64::MIN, -1, 0, 1, i64::MAX] {
            let _ = Moment(n).to_string();
            let _ = Moment(n).plus_seconds(i64::MAX);
        }
    }
}
