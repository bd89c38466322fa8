//! The calendar, day by day.

use jiefen_terms::{Calendar, DayKind, Law};
use jiff::civil::date;

#[test]
fn every_day_of_the_published_years_is_what_the_notices_say() {
    for line in include_str!("../data/workdays.txt").lines() {
        let (month, days) = line.split_once(' ').expect("month and days");
        for (index, working) in days.chars().enumerate() {
            let day = format!("{month}-{:02}", index + 1).parse().expect("a day");
            assert_eq!(Law::shipped().is_working_day(day), (working == '1', false), "{day}");
        }
    }
}

#[test]
fn outside_the_published_years_it_knows_weekends_and_fixed_holidays_and_says_provisional() {
    let law = Law::shipped();
    assert_eq!(law.is_working_day(date(2027, 1, 1)), (false, true), "New Year, a Friday");
    assert_eq!(law.is_working_day(date(2027, 10, 1)), (false, true), "National Day, a Friday");
    assert_eq!(law.is_working_day(date(2027, 3, 1)), (true, true), "a Monday");
    assert_eq!(law.is_working_day(date(2018, 12, 29)), (false, true), "a Saturday");
    assert_eq!(law.is_working_day(date(2018, 5, 2)), (true, true), "2 May rests since 2025 only");
}

#[test]
fn a_make_up_working_day_is_told_apart_from_an_ordinary_one() {
    let calendar = Law::shipped().calendar();
    assert_eq!(calendar.kind(date(2026, 2, 14)), DayKind::MakeUp);
    assert_eq!(calendar.kind(date(2026, 2, 13)), DayKind::Working);
    assert_eq!(
        calendar.kind(date(2026, 2, 17)),
        DayKind::Holiday { zh: "春节", en: "Spring Festival" }
    );
    assert!(calendar.source(date(2026, 2, 17)).contains("国办发明电〔2025〕7号"));
}

#[test]
fn a_calendar_that_names_a_day_twice_or_a_day_that_is_none_is_refused() {
    let text = "[[year]]\nyear = 2027\nnotices = []\nworking = [\"02-30\", \"03-06\", \"03-06\"]\nholidays = []\n";
    let faults = Calendar::parse(text).expect_err("faults");
    let text: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(faults.len(), 2, "{text:?}");
    assert!(text.join("\n").contains("2027-02-30"));
}
