//! Codes in words, and days as people write them.

use jiefen_platform::config::Area;
use jiefen_vocab::receipt::Receipt;
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

/// A moment as it stands beside a line: `3月11日 09:00`.
pub(crate) fn moment(text: &str, english: bool) -> String {
    let at = text.get(..16).and_then(|text| text.replace(' ', "T").parse::<DateTime>().ok());
    match at {
        Some(at) if english => at.strftime("%m-%d %H:%M").to_string(),
        Some(at) => format!("{}月{}日 {:02}:{:02}", at.month(), at.day(), at.hour(), at.minute()),
        None => text.to_owned(),
    }
}

/// The half of a text in both languages, `中文 (English)`, that is read here.
pub(crate) fn spoken(text: &str, english: bool) -> &str {
    match text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")) {
        Some((_, en)) if english => en,
        Some((zh, en)) if en.is_ascii() => zh,
        Some(_) | None => text,
    }
}

/// An article without the marks of the county's own lists, `C-040` or `T-H-17`, which tell nobody anything.
pub(crate) fn basis(text: &str) -> String {
    let mark = |part: &str| {
        let mut parts = part.split('-');
        let letters = |part: &str| part.len() == 1 && part.bytes().all(|b| b.is_ascii_uppercase());
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        parts.next_back().is_some_and(digits) && part.contains('-') && parts.all(letters)
    };
    let kept = text.split(['；', ';']).map(str::trim).filter(|part| !mark(part));
    kept.collect::<Vec<_>>().join("；")
}

/// A reason with its article in brackets, without the marks of the county's own lists.
pub(crate) fn reason(text: &str) -> String {
    let Some((said, by)) = text.strip_suffix('）').and_then(|text| text.rsplit_once('（')) else {
        return text.to_owned();
    };
    match basis(by).as_str() {
        "" => said.to_owned(),
        by => format!("{said}（{by}）"),
    }
}

/// A dispute as people call it over the telephone: by its receipt; the id itself when it is none.
pub(crate) fn receipt(dispute: &str) -> String {
    dispute.parse().map_or_else(|_| dispute.to_owned(), |id| Receipt::of(id).to_string())
}

/// A sum of fen in yuan: `800.50元`.
pub(crate) fn yuan(fen: i64) -> String {
    format!("{}.{:02}元", fen / 100, (fen % 100).abs())
}

/// A moment as the services tell it, local; none when there is none.
pub(crate) fn local(at: Option<&pbjson_types::Timestamp>) -> Option<DateTime> {
    at.map(|at| Moment(at.seconds.saturating_mul(1_000_000)).local())
}

/// A moment as people write it; empty when there is none.
pub(crate) fn time(at: Option<&pbjson_types::Timestamp>, english: bool) -> String {
    local(at).map(|at| day(&at.to_string(), english)).unwrap_or_default()
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
    fn a_moment_is_short_and_has_no_digits_to_guess_at() {
        assert_eq!(moment("2026-03-11T09:05:00", false), "3月11日 09:05");
        assert_eq!(moment("2026-03-11 09:05:00", true), "03-11 09:05");
        assert_eq!(moment("", false), "");
    }

    #[test]
    fn a_text_in_both_languages_is_read_in_one() {
        assert_eq!(spoken("必填 (required)", false), "必填");
        assert_eq!(spoken("必填 (required)", true), "required");
        assert_eq!(spoken("普通程序 (三个月)", false), "普通程序 (三个月)");
        assert_eq!(spoken("没有这个页面", true), "没有这个页面");
    }

    #[test]
    fn the_marks_of_our_own_lists_are_no_articles() {
        assert_eq!(basis("C-096；劳动争议调解仲裁法 7、8"), "劳动争议调解仲裁法 7、8");
        assert_eq!(basis("C-096；T-H-17"), "");
        assert_eq!(basis("实施方案 八(一) 登记"), "实施方案 八(一) 登记");
        assert_eq!(reason("同一诉求人数（C-096；T-H-17）"), "同一诉求人数");
        assert_eq!(reason("同一诉求（工会法 28）"), "同一诉求（工会法 28）");
    }

    #[test]
    fn a_dispute_is_called_by_its_receipt() {
        assert_eq!(receipt("000000000500000000000000z8").len(), 21);
        assert_eq!(receipt("not an id"), "not an id");
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
