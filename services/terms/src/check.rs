//! What makes a rule text fit to be loaded.

use jiff::civil::{Date, Time, date};

use crate::engine;
use crate::error::Fault;
use crate::kinds::Unit;
use crate::law::Law;
use crate::rule::Rule;

/// How many of the last published years a local limit is compared in, day by day.
const YEARS_COMPARED: usize = 2;

/// The text cannot be read.
pub(crate) fn unreadable(place: &str, error: &toml::de::Error) -> Fault {
    Fault {
        place: place.to_owned(),
        what: format!("读不出：{}", error.message()),
        what_en: format!("cannot be read: {}", error.message()),
        right: "每条期限写作一个 [[rule]],字段见规则文件".to_owned(),
        right_en: "write each limit as one [[rule]] with the fields of the rule files".to_owned(),
    }
}

/// A threshold is a whole number.
pub(crate) fn no_number(place: &str, id: &str, given: &toml::Value) -> Fault {
    Fault {
        place: format!("{place} thresholds.\"{id}\""),
        what: format!("{given} 不是整数"),
        what_en: format!("{given} is no whole number"),
        right: format!("写作整数，如 \"{id}\" = 10"),
        right_en: format!("write a whole number, such as \"{id}\" = 10"),
    }
}

/// A local text may not change the law.
pub(crate) fn redefines(place: &str, id: &str) -> Fault {
    Fault {
        place: format!("{place} {id}"),
        what: "本地文本不能改写法定期限".to_owned(),
        what_en: "a local text cannot redefine a statutory limit".to_owned(),
        right: format!("另立本地编号（如 policy.…）并写 under = \"{id}\""),
        right_en: format!("give it its own id (policy.…) with under = \"{id}\""),
    }
}

/// What is wrong with one rule by itself.
pub(crate) fn alone(place: &str, rule: &Rule) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut say = |what: &str, what_en: &str, right: &str, right_en: &str| {
        faults.push(Fault {
            place: format!("{place} {}", rule.id),
            what: what.to_owned(),
            what_en: what_en.to_owned(),
            right: right.to_owned(),
            right_en: right_en.to_owned(),
        });
    };
    let (countable, numbered) = (rule.is_countable(), is_numbered(rule.unit));
    if numbered == (rule.n == 0) {
        say(
            "数目与单位不合",
            "number and unit do not agree",
            "计数单位须有 n,其他单位不写 n",
            "give n for counted units only",
        );
    }
    if rule.title.zh.is_empty() || rule.title.en.is_empty() || rule.source.is_empty() {
        say(
            "缺标题或法源",
            "title or source is missing",
            "写 title 与 source",
            "write title and source",
        );
    }
    if countable && (rule.start.zh.is_empty() || rule.start.en.is_empty()) {
        say("缺起算事件", "the start event is missing", "写 start", "write start");
    }
    if !countable && (rule.note.zh.is_empty() || rule.note.en.is_empty()) {
        say("非期限规则缺说明", "a rule without a limit lacks its note", "写 note", "write note");
    }
    if rule.fixed && !(rule.stops.is_empty() && rule.extensions.is_empty()) {
        say(
            "不变期间不能中止或延长",
            "a fixed period takes no stop or extension",
            "删去 stops 与 extensions",
            "remove stops and extensions",
        );
    }
    if let (Some(from), Some(to)) = (rule.in_force.from, rule.in_force.to)
        && to < from
    {
        say(
            "失效日早于施行日",
            "it ends before it begins",
            "from 不晚于 to",
            "from may not be after to",
        );
    }
    if rule.under.is_some() && !rule.local {
        say(
            "只有本地期限写 under",
            "only a local limit has under",
            "写 local = true",
            "write local = true",
        );
    }
    faults
}

fn is_numbered(unit: Unit) -> bool {
    match unit {
        Unit::Hours | Unit::CalendarDays | Unit::WorkingDays | Unit::Months | Unit::Years => true,
        Unit::AtOnce | Unit::BodyRules | Unit::None => false,
    }
}

/// What is wrong with the rules taken together.
pub(crate) fn whole(law: &Law) -> Vec<Fault> {
    let mut faults = Vec::new();
    for rule in law.rules() {
        for id in &rule.instead {
            if law.rule(id).is_err() {
                faults.push(no_such(rule, id));
            }
        }
        if let Some(id) = &rule.under {
            match law.rule(id) {
                Ok(above) => faults.extend(looser(law, rule, above)),
                Err(_) => faults.push(no_such(rule, id)),
            }
        }
        if let Ok(versions) = law.versions(&rule.id) {
            faults.extend(version_faults(rule, versions));
        }
    }
    faults
}

fn no_such(rule: &Rule, id: &str) -> Fault {
    Fault {
        place: rule.id.clone(),
        what: format!("所指规则 {id} 不存在"),
        what_en: format!("there is no rule {id}"),
        right: "写现有的规则编号".to_owned(),
        right_en: "name a rule that exists".to_owned(),
    }
}

/// Versions count from 1 in order, and no day belongs to two of them.
fn version_faults(rule: &Rule, versions: &[Rule]) -> Option<Fault> {
    let place = versions.iter().position(|other| std::ptr::eq(other, rule))?;
    let in_order = usize::try_from(rule.version).is_ok_and(|version| version == place + 1);
    let next = versions.get(place + 1);
    let apart = next.is_none_or(|next| match (rule.in_force.to, next.in_force.from) {
        (Some(to), Some(from)) => to < from,
        (None, _) | (_, None) => false,
    });
    if in_order && apart {
        return None;
    }
    Some(Fault {
        place: format!("{} v{}", rule.id, rule.version),
        what: "版本次序不对或施行期间重叠".to_owned(),
        what_en: "versions are out of order or overlap in time".to_owned(),
        right: "版本自 1 起连续编号，各版施行期间首尾相接".to_owned(),
        right_en: "number versions from 1 and let each end before the next begins".to_owned(),
    })
}

/// A local limit may only be shorter than the statutory one above it.
fn looser(law: &Law, rule: &Rule, above: &Rule) -> Option<Fault> {
    let fault = |what: String, what_en: String| Fault {
        place: rule.id.clone(),
        what,
        what_en,
        right: format!("不得宽于法定的 {}({}，{})", above.id, above.limit_words().0, above.source),
        right_en: format!("at most {} ({})", above.id, above.limit_words().1),
    };
    let extra = rule.stops.iter().find(|stop| above.stops.iter().all(|other| other.id != stop.id));
    if let Some(stop) = extra {
        return Some(fault(
            format!("扣除事由“{}”为 {} 所无", stop.zh, above.id),
            format!("the stop “{}” is not on the list of {}", stop.id, above.id),
        ));
    }
    if rule.direction != above.direction || !above.is_countable() || !rule.is_countable() {
        return Some(fault(
            format!("与 {} 无法比较长短", above.id),
            format!("it cannot be compared with {}", above.id),
        ));
    }
    let day = first_looser_day(law, rule, above)?;
    Some(fault(
        format!("本地期限比法定期限宽，如自 {day} 起算"),
        format!("the local limit is looser than the law's, e.g. from {day}"),
    ))
}

fn first_looser_day(law: &Law, rule: &Rule, above: &Rule) -> Option<Date> {
    let years: Vec<i16> =
        law.calendar().years().rev().take(YEARS_COMPARED).map(|y| y.year).collect();
    let capped = (rule.extension_cap(), above.extension_cap());
    let mut day = date(*years.last()?, 1, 1);
    let last = date(*years.first()?, 12, 1);
    if capped.0.is_none() && capped.1.is_some() {
        return Some(day);
    }
    while day <= last {
        let statute = law.version_for(&above.id, day, None).unwrap_or(above);
        for hour in [Time::midnight(), Time::constant(23, 30, 0, 0)] {
            let event = day.to_datetime(hour);
            let over = |rule: &Rule, extend| engine::over(law, rule, event, extend);
            let longest = match capped {
                (Some(mine), Some(theirs)) => over(rule, mine) > over(statute, theirs),
                (None | Some(_), None) | (None, Some(_)) => false,
            };
            if over(rule, 0) > over(statute, 0) || longest {
                return Some(day);
            }
        }
        day = day.tomorrow().ok()?;
    }
    None
}
