//! Which days are working days: the plain week, changed by the State Council's yearly notices.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use crate::error::Fault;

/// Where the embedded calendar stands, for faults.
const PLACE: &str = "calendar/days.toml";

/// A named run of rest days of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The Chinese name.
    pub zh: String,
    /// The English name.
    pub en: String,
    /// The rest days as `MM-DD`, weekend days inside the holiday included.
    pub days: Vec<String>,
}

/// One year for which the State Council has published its notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedYear {
    /// The year.
    pub year: i16,
    /// The numbers of the notices.
    pub notices: Vec<String>,
    /// Weekend days that are worked instead (调休), as `MM-DD`.
    pub working: Vec<String>,
    /// The holidays.
    pub holidays: Vec<Holiday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    year: Vec<PublishedYear>,
}

/// What a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind<'a> {
    /// An ordinary working day.
    Working,
    /// A weekend day that is worked instead of a holiday's day.
    MakeUp,
    /// An ordinary weekend day.
    Weekend,
    /// A day of a holiday.
    Holiday {
        /// The Chinese name.
        zh: &'a str,
        /// The English name.
        en: &'a str,
    },
}

impl DayKind<'_> {
    /// Whether people work on it.
    #[must_use]
    pub fn is_working(self) -> bool {
        match self {
            DayKind::Working | DayKind::MakeUp => true,
            DayKind::Weekend | DayKind::Holiday { .. } => false,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Change {
    MakeUp,
    Holiday { year: i16, index: usize },
}

/// The working-day calendar.
///
/// Outside the published years it knows the weekends and the holidays with a fixed date only, and
/// says so by [`Calendar::is_published`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    years: BTreeMap<i16, PublishedYear>,
    changes: BTreeMap<Date, Change>,
}

impl Calendar {
    /// Reads the calendar's text.
    ///
    /// # Errors
    /// Every fault of the text: a day that does not exist, a day named twice.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let file: File = toml::from_str(text).map_err(|error| vec![unreadable(&error)])?;
        let mut calendar = Calendar::default();
        let mut faults = Vec::new();
        for year in file.year {
            for day in &year.working {
                calendar.note(year.year, day, Change::MakeUp, &mut faults);
            }
            for (index, holiday) in year.holidays.iter().enumerate() {
                for day in &holiday.days {
                    let change = Change::Holiday { year: year.year, index };
                    calendar.note(year.year, day, change, &mut faults);
                }
            }
            calendar.years.insert(year.year, year);
        }
        if faults.is_empty() { Ok(calendar) } else { Err(faults) }
    }

    fn note(&mut self, year: i16, day: &str, change: Change, faults: &mut Vec<Fault>) {
        let text = format!("{year:04}-{day}");
        match text.parse::<Date>() {
            Ok(date) if self.changes.insert(date, change).is_none() => {}
            Ok(date) => faults.push(twice(date)),
            Err(_) => faults.push(no_day(&text)),
        }
    }

    /// What `day` is, as far as the calendar knows.
    #[must_use]
    pub fn kind(&self, day: Date) -> DayKind<'_> {
        match self.changes.get(&day) {
            Some(Change::MakeUp) => DayKind::MakeUp,
            Some(Change::Holiday { year, index }) => {
                match self.years.get(year).and_then(|year| year.holidays.get(*index)) {
                    Some(Holiday { zh, en, .. }) => DayKind::Holiday { zh, en },
                    None => DayKind::Weekend,
                }
            }
            None if is_weekend(day) => DayKind::Weekend,
            None if !self.is_published(day) => fixed_holiday(day),
            None => DayKind::Working,
        }
    }

    /// Whether the State Council's notice for the year of `day` is known.
    #[must_use]
    pub fn is_published(&self, day: Date) -> bool {
        self.years.contains_key(&day.year())
    }

    /// Whether `day` is a working day, and whether that is provisional.
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> (bool, bool) {
        (self.kind(day).is_working(), !self.is_published(day))
    }

    /// The published years, in order.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = &PublishedYear> {
        self.years.values()
    }

    /// The notices that govern `day`, in Chinese; outside the published years the standing decree.
    #[must_use]
    pub fn source(&self, day: Date) -> String {
        match self.years.get(&day.year()) {
            Some(year) => format!("国务院办公厅节假日安排通知（{}）", year.notices.join("、")),
            None => "全国年节及纪念日放假办法".to_owned(),
        }
    }
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The holidays whose date needs no notice (全国年节及纪念日放假办法 art. 2; 2 May since 2025).
fn fixed_holiday(day: Date) -> DayKind<'static> {
    match (day.month(), day.day()) {
        (1, 1) => DayKind::Holiday { zh: "元旦", en: "New Year's Day" },
        (5, 1) => DayKind::Holiday { zh: "劳动节", en: "Labour Day" },
        (5, 2) if day.year() >= 2025 => DayKind::Holiday { zh: "劳动节", en: "Labour Day" },
        (10, 1..=3) => DayKind::Holiday { zh: "国庆节", en: "National Day" },
        _ => DayKind::Working,
    }
}

fn unreadable(error: &toml::de::Error) -> Fault {
    Fault {
        place: PLACE.to_owned(),
        what: format!("读不出：{}", error.message()),
        what_en: format!("cannot be read: {}", error.message()),
        right: "每年写 year、notices、working、holidays".to_owned(),
        right_en: "write year, notices, working, holidays for each year".to_owned(),
    }
}

fn twice(date: Date) -> Fault {
    Fault {
        place: PLACE.to_owned(),
        what: format!("{date} 写了两次"),
        what_en: format!("{date} stands twice"),
        right: "每日只写一次".to_owned(),
        right_en: "write each day once".to_owned(),
    }
}

fn no_day(text: &str) -> Fault {
    Fault {
        place: PLACE.to_owned(),
        what: format!("{text} 不是日期"),
        what_en: format!("{text} is no day"),
        right: "日期写作 MM-DD".to_owned(),
        right_en: "write days as MM-DD".to_owned(),
    }
}
