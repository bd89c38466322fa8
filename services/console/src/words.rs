//! Codes in words, and days as people write them.

use jiefen_platform::config::Area;
use jiefen_vocab::{DisputeKind, Moment, TrackKind};
use jiff::civil::{Date, DateTime, Weekday};

/// The Chinese name of a kind of dispute; the code itself when it is none.
pub(crate) fn kind(code: &str) -> &str {
    code.parse::<DisputeKind>().map_or(code, |kind| kind.zh())
}

/// The Chinese name of a track; the code itself when it is none.
pub(crate) fn track(code: &str) -> &str {
    code.parse::<TrackKind>().map_or(code, |track| track.zh())
}

/// What an area is called.
pub(crate) fn area(area: Area) -> &'static str {
    match area {
        Area::Registry => "名册",
        Area::Intake => "受理",
        Area::Mediation => "调解",
        Area::Court => "审判",
        Area::Arbitration => "仲裁",
        Area::Petition => "信访",
        Area::Administrative => "行政争议",
        Area::Assessment => "考核",
        Area::Coordination => "协调",
    }
}

/// A day or moment as the services write it: `4月28日 星期二`, with the time where there is one.
pub(crate) fn day(text: &str, english: bool) -> String {
    let whole = text.get(..16).and_then(|text| text.replace(' ', "T").parse::<DateTime>().ok());
    let Some(date) = text.get(..10).and_then(|text| text.parse::<Date>().ok()) else {
        return text.to_owned();
    };
    let time = whole.map(|at| format!(" {:02}:{:02}", at.hour(), at.minute())).unwrap_or_default();
    if english {
        return format!("{date}{time}");
    }
    let weekday = match date.weekday() {
        Weekday::Monday => "一",
        Weekday::Tuesday => "二",
        Weekday::Wednesday => "三",
        Weekday::Thursday => "四",
        Weekday::Friday => "五",
        Weekday::Saturday => "六",
        Weekday::Sunday => "日",
    };
    format!("{}年{}月{}日 星期{weekday}{time}", date.year(), date.month(), date.day())
}

/// A sum of fen in yuan: `800.50元`.
pub(crate) fn yuan(fen: i64) -> String {
    format!("{}.{:02}元", fen / 100, (fen % 100).abs())
}

/// A moment as the services tell it, local; none when there is none.
pub(crate) fn moment(at: Option<&pbjson_types::Timestamp>) -> Option<DateTime> {
    at.map(|at| Moment(at.seconds.saturating_mul(1_000_000)).local())
}

/// A moment as people write it; empty when there is none.
pub(crate) fn time(at: Option<&pbjson_types::Timestamp>, english: bool) -> String {
    moment(at).map(|at| day(&at.to_string(), english)).unwrap_or_default()
}

/// A telephone number as a page shows it: enough to know it by.
pub(crate) fn phone(number: &str) -> String {
    let digits: Vec<char> = number.chars().collect();
    match digits.len() {
        0..=4 => "*".repeat(digits.len()),
        length => {
            let head: String = digits.iter().take(3.min(length - 4)).collect();
            let tail: String = digits.iter().skip(length - 4).collect();
            format!("{head}****{tail}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_people_write_them() {
        assert_eq!(day("2026-04-28", false), "2026年4月28日 星期二");
        assert_eq!(day("2026-04-28T17:30:00", false), "2026年4月28日 星期二 17:30");
        assert_eq!(day("2026-04-28", true), "2026-04-28");
        assert_eq!(day("soon", false), "soon");
    }

    #[test]
    fn a_sum_has_two_digits_behind_the_point() {
        assert_eq!((yuan(80_050), yuan(5)), ("800.50元".to_owned(), "0.05元".to_owned()));
    }

    #[test]
    fn a_number_is_known_by_its_end() {
        assert_eq!(phone("13812345678"), "138****5678");
        assert_eq!(phone("5678"), "****");
        assert_eq!(phone(""), "");
    }
}
