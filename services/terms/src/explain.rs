//! The words of an answer: one step for each thing that moved the date.

use jiff::civil::{Date, DateTime};

use crate::calendar::DayKind;
use crate::count::{Count, Tally};
use crate::engine;
use crate::kinds::{Direction, HourStart, Status, StopEffect, Unit};
use crate::query::{Start, Step};
use crate::rule::Rule;

const COUNTING: &str = "民法典第201条；民事诉讼法第85条第2款";
const MONTH_END: &str = "民法典第202条";
const ROLLING: &str = "民法典第203条；民事诉讼法第85条第3款";
const HOURS: &str = "民诉法解释第125条；民法典第201条";

/// Steps in the order they are said.
struct Trail(Vec<Step>);

impl Trail {
    /// Opens with the event and the limit itself.
    fn open(rule: &Rule, from: Start) -> Self {
        let mut trail = Trail(Vec::new());
        trail.add(
            from,
            format!("起算事件：{}({})", rule.start.zh, rule.start.receipt.zh()),
            format!("the clock starts: {} ({})", rule.start.en, rule.start.receipt.en()),
            &rule.source,
        );
        let (zh, en) = rule.limit_words();
        trail.add(
            from,
            format!("{}：期限为{zh}（第{}版）", rule.title.zh, rule.version),
            format!("{}: the limit is {en} (version {})", rule.title.en, rule.version),
            &rule.source,
        );
        if rule.status == Status::Unverified {
            trail.add(
                from,
                "本条文本尚待核对，结果暂定".to_owned(),
                "the text of this rule is not settled; the date is provisional".to_owned(),
                &rule.source,
            );
        }
        trail
    }

    fn add(&mut self, date: impl Into<Start>, zh: String, en: String, source: &str) {
        let (why, why_en, source) = (zh, en, source.to_owned());
        self.0.push(Step { date: date.into(), why, why_en, source });
    }

    /// Closes with the result and what the law makes of silence.
    fn close(mut self, rule: &Rule, at: Start) -> Vec<Step> {
        let (zh, en) = rule.effect.words();
        let more = |text: &str, open: &str, close: &str| {
            if text.is_empty() { String::new() } else { format!("{open}{text}{close}") }
        };
        let (role, role_en) = if engine::is_duty(rule) {
            ("机关职责", "an agency's duty")
        } else {
            ("当事人权利", "a party's right")
        };
        self.add(
            at,
            format!("到期：{at}。{role}；{zh}{}", more(&rule.note.zh, "（", "）")),
            format!("due {at}; {role_en}; {en}{}", more(&rule.note.en, " (", ")")),
            &rule.source,
        );
        self.0
    }

    fn extension(&mut self, rule: &Rule, at: Start, units: u32) {
        if units == 0 {
            return;
        }
        let by: Vec<&str> = rule.extensions.iter().map(|stage| stage.by.as_str()).collect();
        let by_en: Vec<&str> = rule.extensions.iter().map(|stage| stage.by_en.as_str()).collect();
        self.add(
            at,
            format!("经{}延长{units}{}", by.join("、"), rule.unit.zh()),
            format!("extended by {units} {}: {}", rule.unit.en(), by_en.join(", ")),
            &rule.source,
        );
    }
}

/// The steps of a duty to act at once.
pub(crate) fn at_once(rule: &Rule, from: Start) -> Vec<Step> {
    Trail::open(rule, from).close(rule, from)
}

/// The steps of an hour limit.
pub(crate) fn hours(
    rule: &Rule,
    event: DateTime,
    begins: DateTime,
    end: DateTime,
    extend: u32,
) -> Vec<Step> {
    let mut trail = Trail::open(rule, Start::Moment(event));
    let (zh, en) = match rule.hour_start {
        HourStart::NextFullHour => ("从次时起算", "hours run from the next full hour"),
        HourStart::Exact => ("自该时刻起算", "hours run from the moment itself"),
    };
    trail.add(begins, zh.to_owned(), en.to_owned(), HOURS);
    trail.extension(rule, Start::Moment(begins), extend);
    let (zh, en) = ("以小时计的期限不因节假日顺延", "hours do not roll over a rest day");
    trail.add(end, zh.to_owned(), en.to_owned(), HOURS);
    trail.close(rule, Start::Moment(end))
}

/// The steps of a limit in days, months or years.
pub(crate) fn days(count: &Count<'_>, tally: &Tally, act_by: Option<Date>) -> Vec<Step> {
    let Count { rule, from, .. } = *count;
    let mut trail = Trail::open(rule, Start::Day(from));
    first_day(&mut trail, rule, from);
    trail.extension(rule, Start::Day(from), count.extend);
    excluded(&mut trail, count, tally);
    if rule.unit == Unit::WorkingDays {
        skipped(&mut trail, count, tally.end);
    }
    nominal(&mut trail, count, tally);
    last_day(&mut trail, count, tally, act_by);
    if tally.provisional {
        trail.add(
            tally.end,
            format!("{}年节假日安排尚未公布或未收录，日期暂定，公布后重算", tally.end.year()),
            "the holiday notice of a year concerned is not known: provisional".to_owned(),
            &count.calendar.source(tally.end),
        );
    }
    trail.close(rule, Start::Day(tally.end))
}

fn first_day(trail: &mut Trail, rule: &Rule, from: Date) {
    match rule.direction {
        Direction::After => trail.add(
            from.tomorrow().unwrap_or(from),
            "起算事件当日不计入，自次日起算".to_owned(),
            "the day of the event is not counted; day one is the next".to_owned(),
            COUNTING,
        ),
        Direction::Before => trail.add(
            from.yesterday().unwrap_or(from),
            "自事件前一日起向前计算，事件当日不计入".to_owned(),
            "counted backwards from the day before the event".to_owned(),
            COUNTING,
        ),
    }
}

fn nominal(trail: &mut Trail, count: &Count<'_>, tally: &Tally) {
    let rule = count.rule;
    let total = rule.n.saturating_add(count.extend);
    let by_month = matches!(rule.unit, Unit::Months | Unit::Years);
    let shortened = by_month && tally.nominal.day() < count.from.day() && tally.excluded.is_empty();
    let (more_zh, more_en) = if shortened {
        ("，当月无对应日，取月末", "; the month has no such day, so its last day")
    } else {
        ("", "")
    };
    trail.add(
        tally.nominal,
        format!("计满{total}{}，末日为{}{more_zh}", rule.unit.zh(), tally.nominal),
        format!("{total} {} end on {}{more_en}", rule.unit.en(), tally.nominal),
        if by_month { MONTH_END } else { COUNTING },
    );
}

fn excluded(trail: &mut Trail, count: &Count<'_>, tally: &Tally) {
    for (stop, days) in count.stops.iter().zip(&tally.excluded) {
        let span = &stop.span;
        let (zh, en) = match (stop.zh.is_empty(), count.rule.stops.is_empty()) {
            (false, _) => (stop.zh.as_str(), stop.en.as_str()),
            (true, false) => ("事由未注明，须有证明", "no reason named; proof is needed"),
            (true, true) => (
                "本条未列扣除事由，须另有法律依据和证明",
                "this rule lists no stop: another legal basis and proof are needed",
            ),
        };
        let (effect, effect_en) = match stop.effect {
            StopEffect::NotCounted | StopEffect::Restarts => ("不计入期限", "not counted"),
            StopEffect::Suspended => ("中止", "suspended"),
            StopEffect::SixMonthsFromEnd => {
                ("中止，自障碍消除满六个月届满", "suspended; six months run from its end")
            }
        };
        trail.add(
            span.from,
            format!("{}至{}{effect}({zh})，计{days}日", span.from, span.to),
            format!("{} to {} {effect_en} ({en}): {days} days", span.from, span.to),
            &count.rule.source,
        );
    }
}

/// The holidays inside a working-day limit, one step a holiday, then the weekends in one.
fn skipped(trail: &mut Trail, count: &Count<'_>, end: Date) {
    let (first, last) = if count.from <= end { (count.from, end) } else { (end, count.from) };
    let (mut weekends, mut make_up) = (0_u32, 0_u32);
    let mut run: Option<(Date, Date, &str, &str)> = None;
    let mut day = first;
    while let Ok(next) = day.tomorrow() {
        day = next;
        if day >= last {
            break;
        }
        if count.is_stopped(day) {
            continue;
        }
        match count.calendar.kind(day) {
            DayKind::Working => {}
            DayKind::MakeUp => make_up += 1,
            DayKind::Weekend => weekends += 1,
            DayKind::Holiday { zh, en } => {
                run = match run {
                    Some((from, _, name, name_en)) if name == zh => {
                        Some((from, day, name, name_en))
                    }
                    Some(other) => {
                        holiday(trail, count, other);
                        Some((day, day, zh, en))
                    }
                    None => Some((day, day, zh, en)),
                };
            }
        }
    }
    if let Some(run) = run {
        holiday(trail, count, run);
    }
    if weekends + make_up > 0 {
        trail.add(
            end,
            format!("其间周末{weekends}日不计，调休上班日{make_up}日计入"),
            format!("{weekends} weekend days skipped, {make_up} make-up working days counted"),
            &count.calendar.source(end),
        );
    }
}

fn holiday(trail: &mut Trail, count: &Count<'_>, run: (Date, Date, &str, &str)) {
    let (from, to, zh, en) = run;
    trail.add(
        from,
        format!("{zh}放假{from}至{to}不计"),
        format!("{en}: {from} to {to} skipped"),
        &count.calendar.source(from),
    );
}

fn last_day(trail: &mut Trail, count: &Count<'_>, tally: &Tally, act_by: Option<Date>) {
    let (zh, en) = match count.calendar.kind(tally.nominal) {
        DayKind::Working => return,
        DayKind::MakeUp => {
            trail.add(
                tally.nominal,
                "末日为调休上班日，不顺延".to_owned(),
                "the last day is a make-up working day: no roll".to_owned(),
                &count.calendar.source(tally.nominal),
            );
            return;
        }
        DayKind::Weekend => ("周末", "a weekend"),
        DayKind::Holiday { zh, en } => (zh, en),
    };
    if tally.end != tally.nominal {
        trail.add(
            tally.end,
            format!("末日{}为{zh}休息日，顺延至{}", tally.nominal, tally.end),
            format!("{} is a rest day ({en}): rolls to {}", tally.nominal, tally.end),
            ROLLING,
        );
    } else if let Some(before) = act_by {
        trail.add(
            before,
            format!("末日{}为{zh}休息日，本条不顺延，请在{before}前（含当日）办结", tally.nominal),
            format!("{} is a rest day ({en}) and does not roll: act by {before}", tally.nominal),
            &count.rule.source,
        );
    }
}
