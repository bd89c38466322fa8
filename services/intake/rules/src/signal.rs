//! Signals of a dispute that may become dangerous, how they join, and the warning levels as data
//! (plan 四(一), 五(一); C-040, C-096, C-142).
//!
//! The statute colours warnings of natural disasters, accidents and public health only (突发事件应对法 63);
//! for social safety the colours are the county's own, and so are the numbers here.

use jiefen_vocab::{Channel, DisputeKind, Private, Region};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// Days within which signals of one place and cause belong together.
const WINDOW_DAYS: i64 = 30;

/// A warning level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 黄色
    Yellow,
    /// 橙色
    Orange,
    /// 红色
    Red,
}

impl Level {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Level::Yellow => "yellow",
            Level::Orange => "orange",
            Level::Red => "red",
        }
    }

    /// Its Chinese name.
    pub const fn zh(self) -> &'static str {
        match self {
            Level::Yellow => "黄色预警",
            Level::Orange => "橙色预警",
            Level::Red => "红色预警",
        }
    }
}

/// What was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignalKind {
    /// 多人同一诉求
    CommonClaim,
    /// 同一对象重复投诉
    Complaint,
    /// 网上号召聚集
    OnlineCall,
    /// 已经聚集
    Gathering,
    /// 暴力、堵路、围堵机关
    Violence,
}

/// A signal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signal {
    /// What was seen.
    pub kind: SignalKind,
    /// Through which channel.
    pub channel: Channel,
    /// Against whom; none: not known.
    pub against: Option<Private<String>>,
    /// Where.
    pub place: Region,
    /// A sensitive place: offices, schools, traffic junctions.
    pub sensitive: bool,
    /// Over what.
    pub cause: DisputeKind,
    /// How many people.
    pub people: u32,
    /// How many like messages it stands for.
    pub count: u32,
    /// When it was seen, local time.
    pub at: DateTime,
}

impl Signal {
    /// True when two signals may be one matter: two of respondent, place and cause agree, within the window.
    /// It is proposed by this; a person joins them.
    pub fn joins(&self, other: &Signal) -> bool {
        let against = self.against.is_some() && self.against == other.against;
        let place = self.place.contains(other.place) || other.place.contains(self.place);
        let agreeing = [against, place, self.cause == other.cause].into_iter().filter(|same| *same);
        let apart = self.at.date().duration_since(other.at.date()).as_hours().abs() / 24;
        agreeing.count() >= 2 && apart <= WINDOW_DAYS
    }
}

/// A row of the warning levels: a signal of this kind with so many people or messages means this level.
#[derive(Debug, Clone, Copy)]
pub struct Threshold {
    /// The kind of signal.
    pub kind: SignalKind,
    /// For one cause only; none: for every cause.
    pub cause: Option<DisputeKind>,
    /// At a sensitive place only.
    pub sensitive: bool,
    /// At least so many people.
    pub people: u32,
    /// At least so many like messages, all signals of the kind together.
    pub count: u32,
    /// Then this level.
    pub level: Level,
    /// The source.
    pub basis: &'static str,
}

const LOCAL: &str = "T-R-10；本县预案";

const fn at(kind: SignalKind, people: u32, level: Level, basis: &'static str) -> Threshold {
    Threshold { kind, cause: None, sensitive: false, people, count: 0, level, basis }
}

/// The thresholds. Ten workers with one claim are a collective case by statute (劳动争议调解仲裁法 7); more than
/// five may not visit an office together (信访工作条例 20).
pub const THRESHOLDS: &[Threshold] = &[
    Threshold {
        cause: Some(DisputeKind::Labour),
        ..at(SignalKind::CommonClaim, 10, Level::Yellow, "C-096；T-H-17")
    },
    at(SignalKind::CommonClaim, 30, Level::Yellow, LOCAL),
    at(SignalKind::CommonClaim, 1000, Level::Orange, LOCAL),
    Threshold { count: 3, ..at(SignalKind::Complaint, 0, Level::Yellow, "C-040") },
    at(SignalKind::OnlineCall, 0, Level::Orange, "C-040；本县预案"),
    at(SignalKind::Gathering, 1, Level::Orange, LOCAL),
    Threshold {
        sensitive: true, ..at(SignalKind::Gathering, 6, Level::Red, "T-L-09；本县预案")
    },
    at(SignalKind::Gathering, 30, Level::Red, LOCAL),
    at(SignalKind::Violence, 0, Level::Red, "突发事件应对法 74"),
];

/// The highest level that the signals reach; none: below every threshold.
pub fn level_of(signals: &[Signal]) -> Option<Level> {
    let messages = |kind: SignalKind| {
        let like = signals.iter().filter(|signal| signal.kind == kind);
        like.map(|signal| signal.count.max(1)).fold(0, u32::saturating_add)
    };
    let met = |row: &&Threshold| {
        messages(row.kind) >= row.count
            && signals.iter().any(|signal| {
                signal.kind == row.kind
                    && signal.people >= row.people
                    && row.cause.is_none_or(|cause| cause == signal.cause)
                    && (!row.sensitive || signal.sensitive)
            })
    };
    THRESHOLDS.iter().filter(met).map(|row| row.level).max()
}

/// The size class of a mass incident (T-R-10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// 一般（IV级）
    Ordinary,
    /// 较大（III级）
    Larger,
    /// 重大（II级）
    Major,
    /// 特别重大（I级）
    Grave,
}

/// The size class for so many people, at a sensitive place or not. The upper two rows are those of the plan
/// that was read (T-R-10); the lower two, and sensitive places above them, are the county's.
pub const fn class_of(people: u32, sensitive: bool) -> Class {
    match (sensitive, people) {
        (false, 3000..) | (true, 200..) => Class::Grave,
        (false, 1000..) | (true, 100..) => Class::Major,
        (false, 200..) | (true, 30..) => Class::Larger,
        (false | true, _) => Class::Ordinary,
    }
}

/// Whole minutes from one moment to another; none when the order is wrong.
pub fn minutes(from: DateTime, to: DateTime) -> u32 {
    u32::try_from(to.duration_since(from).as_mins()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn signal(kind: SignalKind, cause: DisputeKind, people: u32) -> Signal {
        Signal {
            kind,
            channel: Channel::Phone,
            against: None,
            place: "640122101".parse().unwrap(),
            sensitive: false,
            cause,
            people,
            count: 1,
            at: date(2026, 5, 6).at(9, 0, 0, 0),
        }
    }

    #[test]
    fn each_threshold_is_met_at_its_number_and_not_below() {
        use SignalKind as S;
        let labour = DisputeKind::Labour;
        let other = DisputeKind::PropertyManagement;
        for (kind, cause, people, level) in [
            (S::CommonClaim, labour, 9, None),
            (S::CommonClaim, labour, 10, Some(Level::Yellow)),
            (S::CommonClaim, other, 29, None),
            (S::CommonClaim, other, 30, Some(Level::Yellow)),
            (S::CommonClaim, other, 999, Some(Level::Yellow)),
            (S::CommonClaim, other, 1000, Some(Level::Orange)),
            (S::OnlineCall, other, 0, Some(Level::Orange)),
            (S::Gathering, other, 29, Some(Level::Orange)),
            (S::Gathering, other, 30, Some(Level::Red)),
            (S::Violence, other, 0, Some(Level::Red)),
        ] {
            assert_eq!(level_of(&[signal(kind, cause, people)]), level, "{kind:?} {people}");
        }
        let complaint = || signal(S::Complaint, other, 1);
        assert_eq!(level_of(&[complaint(), complaint()]), None);
        assert_eq!(level_of(&[complaint(), complaint(), complaint()]), Some(Level::Yellow));
        let forty = Signal { count: 40, ..complaint() };
        assert_eq!(level_of(&[forty]), Some(Level::Yellow));
        for (people, level) in [(5, Level::Orange), (6, Level::Red)] {
            let at_office = Signal { sensitive: true, ..signal(S::Gathering, other, people) };
            assert_eq!(level_of(&[at_office]), Some(level), "{people}");
        }
    }

    #[test]
    fn signals_join_on_two_of_respondent_place_and_cause_within_the_window() {
        let one = signal(SignalKind::Complaint, DisputeKind::PropertyManagement, 1);
        let company = Some(Private::new("某物业".to_owned()));
        let elsewhere: Region = "640122102".parse().unwrap();
        assert!(one.joins(&one));
        let far = Signal { place: elsewhere, ..one.clone() };
        assert!(!one.joins(&far));
        let named = Signal { against: company.clone(), ..one.clone() };
        assert!(named.joins(&Signal { against: company, ..far }));
        let day = |day| Signal { at: date(2026, 6, day).at(9, 0, 0, 0), ..one.clone() };
        assert!(one.joins(&day(5)) && !one.joins(&day(6)));
    }

    #[test]
    fn the_size_class_follows_head_count_and_place() {
        for (people, plain, sensitive) in [
            (29, Class::Ordinary, Class::Ordinary),
            (30, Class::Ordinary, Class::Larger),
            (99, Class::Ordinary, Class::Larger),
            (100, Class::Ordinary, Class::Major),
            (199, Class::Ordinary, Class::Major),
            (200, Class::Larger, Class::Grave),
            (999, Class::Larger, Class::Grave),
            (1000, Class::Major, Class::Grave),
            (2999, Class::Major, Class::Grave),
            (3000, Class::Grave, Class::Grave),
        ] {
            assert_eq!((class_of(people, false), class_of(people, true)), (plain, sensitive));
        }
    }
}
