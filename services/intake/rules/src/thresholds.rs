//! The warning levels as data: which signal means which level, with the shipped numbers and those that a county
//! has set, each within the limits of its row (T-R-10; plan 四(一)).

use std::sync::LazyLock;

use jiefen_terms::{Fault, Law};
use jiefen_vocab::DisputeKind;
use serde::Deserialize;

use crate::signal::{Level, Signal, SignalKind};

const SHIPPED: &str = include_str!("../data/thresholds.toml");
const PLACE: &str = "本地阈值 local thresholds";

/// Days within which signals belong together.
const DAYS: &str = "signals.days";

static ROWS: LazyLock<Rows> = LazyLock::new(|| toml::from_str(SHIPPED).unwrap_or_default());

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rows {
    threshold: Vec<Row>,
    window: Vec<Number>,
}

/// What a threshold counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// The people of one signal.
    People,
    /// The like messages, all signals of the kind together.
    Count,
}

/// A number with its limits.
#[derive(Debug, Clone, Deserialize)]
pub struct Number {
    /// Its id.
    pub id: String,
    /// What it is, Chinese.
    pub zh: String,
    /// What it is, English.
    pub en: String,
    /// The shipped number.
    pub n: u32,
    /// A county's own is not below this.
    pub least: u32,
    /// And not above this.
    pub most: u32,
    /// The clause.
    pub basis: String,
}

/// A row of the warning levels.
#[derive(Debug, Clone, Deserialize)]
pub struct Row {
    /// The number.
    #[serde(flatten)]
    pub number: Number,
    /// The kind of signal.
    pub kind: SignalKind,
    /// For one cause only; none: for every cause.
    pub cause: Option<DisputeKind>,
    /// At a sensitive place only.
    #[serde(default)]
    pub sensitive: bool,
    /// What is counted.
    pub of: Of,
    /// Then this level.
    pub level: Level,
}

impl Row {
    /// True when the number set by another row of the same signals may be compared with this one's.
    fn is_like(&self, other: &Row) -> bool {
        (self.kind, self.cause, self.sensitive, self.of)
            == (other.kind, other.cause, other.sensitive, other.of)
    }
}

/// The thresholds of a county.
#[derive(Debug, Clone, Copy)]
pub struct Thresholds<'a>(&'a Law);

impl<'a> Thresholds<'a> {
    /// Those under this law: the shipped rows with the county's numbers.
    pub fn of(law: &'a Law) -> Thresholds<'a> {
        Thresholds(law)
    }

    /// The rows, each with its shipped number.
    pub fn rows() -> &'static [Row] {
        &ROWS.threshold
    }

    fn number(self, number: &Number) -> u32 {
        self.0.thresholds().get(&number.id).copied().unwrap_or(number.n)
    }

    /// Days within which signals belong together.
    pub fn days(self) -> u32 {
        ROWS.window.iter().find(|row| row.id == DAYS).map_or(0, |row| self.number(row))
    }

    /// True when two signals may be one matter.
    pub fn join(self, one: &Signal, other: &Signal) -> bool {
        one.joins(other, self.days())
    }

    /// The lowest number at which a signal of this kind and cause means anything; none: there is no such row.
    pub fn lowest(self, kind: SignalKind, cause: DisputeKind) -> Option<u32> {
        let of = |row: &&Row| row.kind == kind && row.cause.is_none_or(|only| only == cause);
        ROWS.threshold.iter().filter(of).map(|row| self.number(&row.number)).min()
    }

    /// The row that gives the signals their level, which is the highest that they reach; none: below every
    /// threshold.
    pub fn level_of(self, signals: &[Signal]) -> Option<&'static Row> {
        let messages = |kind: SignalKind| {
            let like = signals.iter().filter(|signal| signal.kind == kind);
            like.map(|signal| signal.count.max(1)).fold(0, u32::saturating_add)
        };
        let met = |row: &&Row| {
            let n = self.number(&row.number);
            let enough = |signal: &Signal| match row.of {
                Of::People => signal.people >= n,
                Of::Count => messages(row.kind) >= n,
            };
            signals.iter().any(|signal| {
                signal.kind == row.kind
                    && row.cause.is_none_or(|cause| cause == signal.cause)
                    && (!row.sensitive || signal.sensitive)
                    && enough(signal)
            })
        };
        ROWS.threshold.iter().filter(met).max_by_key(|row| row.level)
    }

    /// What is wrong with the county's numbers: each with its key and what would be right. A node with such a
    /// number does not start.
    pub fn faults(self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (id, given) in self.0.thresholds() {
            let rows = ROWS.threshold.iter().map(|row| &row.number).chain(&ROWS.window);
            match rows.into_iter().find(|row| row.id == *id) {
                None => faults.push(unknown(id)),
                Some(row) if !(row.least..=row.most).contains(given) => {
                    faults.push(outside(row, *given));
                }
                Some(_) => {}
            }
        }
        for (low, high) in pairs() {
            let (few, many) = (self.number(&low.number), self.number(&high.number));
            if few > many {
                faults.push(upside_down(&low.number, (few, many), &high.number));
            }
        }
        faults
    }
}

/// Rows over the same signals, the one with the lower level first.
fn pairs() -> impl Iterator<Item = (&'static Row, &'static Row)> {
    ROWS.threshold.iter().flat_map(|low| {
        let above = move |high: &&Row| high.level > low.level && high.is_like(low);
        ROWS.threshold.iter().filter(above).map(move |high| (low, high))
    })
}

fn fault(id: &str, [what, what_en, right, right_en]: [String; 4]) -> Fault {
    Fault { place: format!("{PLACE} thresholds.\"{id}\""), what, what_en, right, right_en }
}

fn unknown(id: &str) -> Fault {
    let rows = ROWS.threshold.iter().map(|row| row.number.id.as_str());
    let ids: Vec<_> = rows.chain(ROWS.window.iter().map(|row| row.id.as_str())).collect();
    let ids = ids.join("、");
    fault(
        id,
        [
            "没有这项阈值".to_owned(),
            "there is no such threshold".to_owned(),
            format!("应为 {ids} 之一"),
            "name one of these".to_owned(),
        ],
    )
}

fn outside(row: &Number, given: u32) -> Fault {
    let Number { zh, en, least, most, basis, .. } = row;
    fault(
        &row.id,
        [
            format!("{zh} {given} 不合理（{basis}）"),
            format!("{given} {en} makes no sense"),
            format!("应在 {least} 至 {most} 之间"),
            format!("write a number from {least} to {most}"),
        ],
    )
}

fn upside_down(low: &Number, (few, many): (u32, u32), high: &Number) -> Fault {
    fault(
        &low.id,
        [
            format!("{few} 高于级别更高的 {} 的 {many}", high.id),
            format!("{few} is above {many} of {}, whose level is higher", high.id),
            format!("应不高于 {many}"),
            format!("write at most {many}"),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiefen_vocab::Channel;
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

    fn level(law: &Law, signals: &[Signal]) -> Option<Level> {
        Thresholds::of(law).level_of(signals).map(|row| row.level)
    }

    fn level_of(signals: &[Signal]) -> Option<Level> {
        level(Law::shipped(), signals)
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
    fn both_sides_of_every_row_and_the_clause_that_says_so() {
        assert!(Thresholds::rows().len() >= 13, "the shipped file is read whole");
        for row in Thresholds::rows() {
            let cause = row.cause.unwrap_or(DisputeKind::Consumer);
            let of = |n: u32| {
                let (people, count) = match row.of {
                    Of::People => (n, 1),
                    Of::Count => (0, n),
                };
                Signal { sensitive: row.sensitive, count, ..signal(row.kind, cause, people) }
            };
            let id = &row.number.id;
            assert_eq!(level_of(&[of(row.number.n)]), Some(row.level), "{id}");
            if row.number.n > 1 {
                assert!(level_of(&[of(row.number.n - 1)]) < Some(row.level), "{id}");
            }
            let met = Thresholds::of(Law::shipped()).level_of(&[of(row.number.n)]).unwrap();
            assert!(!met.number.basis.is_empty());
            assert!((row.number.least..=row.number.most).contains(&row.number.n), "{id}");
        }
        assert_eq!(Thresholds::of(Law::shipped()).days(), 30);
        assert_eq!(Thresholds::of(Law::shipped()).faults(), []);
    }

    #[test]
    fn a_countys_own_number_takes_the_place_of_the_shipped_one() {
        let law =
            Law::with_local("[thresholds]\n\"common_claim.labour\" = 5\n\"signals.days\" = 7\n")
                .unwrap();
        assert_eq!(Thresholds::of(&law).faults(), []);
        let workers = |people| signal(SignalKind::CommonClaim, DisputeKind::Labour, people);
        assert_eq!(level(&law, &[workers(4)]), None);
        assert_eq!(level(&law, &[workers(5)]), Some(Level::Yellow));
        assert_eq!(Thresholds::of(&law).days(), 7);
        let lowest = |cause| Thresholds::of(&law).lowest(SignalKind::CommonClaim, cause);
        assert_eq!((lowest(DisputeKind::Labour), lowest(DisputeKind::Ip)), (Some(5), Some(30)));
    }

    #[test]
    fn a_number_that_makes_no_sense_is_named_by_its_key_with_what_would_be_right() {
        let said = |text: &str| {
            let law = Law::with_local(text).unwrap();
            let faults = Thresholds::of(&law).faults();
            faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        };
        // The statute's ten workers may become fewer, not more.
        let workers = said("[thresholds]\n\"common_claim.labour\" = 11\n");
        assert!(
            workers.contains("common_claim.labour") && workers.contains("2 至 10"),
            "{workers}"
        );
        let zero = said("[thresholds]\n\"signals.days\" = 0\n");
        assert!(zero.contains("signals.days") && zero.contains("7 至 90"), "{zero}");
        let typo = said("[thresholds]\n\"gathering.rot\" = 7\n");
        assert!(typo.contains("gathering.rot") && typo.contains("gathering.red"), "{typo}");
        let turned =
            said("[thresholds]\n\"common_claim.yellow\" = 200\n\"common_claim.orange\" = 30\n");
        assert!(turned.contains("common_claim.yellow") && turned.contains("30"), "{turned}");
        let text = Law::with_local("[thresholds]\n\"signals.days\" = \"many\"\n").unwrap_err();
        assert!(text[0].place.contains("signals.days") && text[0].right.contains("整数"));
    }
}
