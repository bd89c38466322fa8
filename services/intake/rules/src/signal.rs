//! Signals of a dispute that may become dangerous, and how they join (plan 四(一), 五(一); C-040, C-096, C-142).
//! The warning levels are data: [`crate::thresholds`].

use jiefen_vocab::{Channel, DisputeId, DisputeKind, Private, Region};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

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
    /// 人身安全受到威胁
    Threat,
    /// 协议不履行
    Breach,
    /// 同一地点、事由纠纷多发
    ManyDisputes,
}

impl SignalKind {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            SignalKind::CommonClaim => "common_claim",
            SignalKind::Complaint => "complaint",
            SignalKind::OnlineCall => "online_call",
            SignalKind::Gathering => "gathering",
            SignalKind::Violence => "violence",
            SignalKind::Threat => "threat",
            SignalKind::Breach => "breach",
            SignalKind::ManyDisputes => "many_disputes",
        }
    }
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
    /// The dispute in which it was seen; none: none is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute: Option<DisputeId>,
    /// Who is in danger; none: nobody by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threatened: Option<Private<String>>,
    /// What it comes from: `dispute/…/breach/1`, `screening/…/2`. The same source counts once. Empty: a person
    /// told of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl Signal {
    /// True when two signals may be one matter: the same person is in danger, or two of respondent, place and
    /// cause agree; within so many days.
    pub fn joins(&self, other: &Signal, days: u32) -> bool {
        let same = |one: &Option<Private<String>>, two: &Option<Private<String>>| {
            one.is_some() && one == two
        };
        let place = self.place.contains(other.place) || other.place.contains(self.place);
        let agreeing = [same(&self.against, &other.against), place, self.cause == other.cause];
        let matter = agreeing.into_iter().filter(|same| *same).count() >= 2;
        let apart = self.at.date().duration_since(other.at.date()).as_hours().abs() / 24;
        (matter || same(&self.threatened, &other.threatened)) && apart <= i64::from(days)
    }

    /// True when both come from the same source.
    pub fn repeats(&self, other: &Signal) -> bool {
        !self.source.is_empty() && self.source == other.source
    }
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
            dispute: None,
            threatened: None,
            source: String::new(),
        }
    }

    #[test]
    fn signals_join_on_two_of_respondent_place_and_cause_within_the_window() {
        let one = signal(SignalKind::Complaint, DisputeKind::PropertyManagement, 1);
        let company = Some(Private::new("某物业".to_owned()));
        let elsewhere: Region = "640122102".parse().unwrap();
        let joins = |one: &Signal, other: &Signal| one.joins(other, 30);
        assert!(joins(&one, &one));
        let far = Signal { place: elsewhere, ..one.clone() };
        assert!(!joins(&one, &far));
        let named = Signal { against: company.clone(), ..one.clone() };
        assert!(joins(&named, &Signal { against: company, ..far.clone() }));
        let day = |day| Signal { at: date(2026, 6, day).at(9, 0, 0, 0), ..one.clone() };
        assert!(joins(&one, &day(5)) && !joins(&one, &day(6)));
        let cause = DisputeKind::Labour;
        let victim = Some(Private::new("某甲".to_owned()));
        let other = Signal { cause, threatened: victim.clone(), ..far.clone() };
        assert!(!joins(&one, &other), "nobody is named in one of them");
        assert!(joins(&Signal { threatened: victim, ..one }, &other), "one person is in danger");
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
