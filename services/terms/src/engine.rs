//! From a question to its answer.

use jiff::civil::{Date, DateTime, Time};

use crate::count::{self, Count, Stopped, Tally};
use crate::error::TermsError;
use crate::explain;
use crate::kinds::{Direction, HourStart, Owner, Status, StopEffect, Unit};
use crate::law::Law;
use crate::query::{Deadline, Due, Query, Span, Start};
use crate::rule::{Rule, Stop};

/// Answers one question.
pub(crate) fn due(law: &Law, query: &Query) -> Result<Deadline, TermsError> {
    let rule = law.version_for(&query.rule, query.from.day(), query.version)?;
    match rule.unit {
        Unit::None | Unit::BodyRules => Err(without_number(rule)),
        Unit::AtOnce => {
            let end = at_once(rule, query)?;
            Ok(answer(rule, query, end, explain::at_once(rule, query.from)))
        }
        Unit::Hours => {
            let Hours { event, begins, end, extend } = hours(rule, query)?;
            let steps = explain::hours(rule, event, begins, end, extend);
            Ok(answer(rule, query, Due::Moment(end), steps))
        }
        Unit::CalendarDays | Unit::WorkingDays | Unit::Months | Unit::Years => {
            days(law, rule, query)
        }
    }
}

/// The same end as [`due`] finds, or the same error, without the words.
pub(crate) fn end(law: &Law, query: &Query) -> Result<Due, TermsError> {
    let rule = law.version_for(&query.rule, query.from.day(), query.version)?;
    match rule.unit {
        Unit::None | Unit::BodyRules => Err(without_number(rule)),
        Unit::AtOnce => at_once(rule, query),
        Unit::Hours => Ok(Due::Moment(hours(rule, query)?.end)),
        Unit::CalendarDays | Unit::WorkingDays | Unit::Months | Unit::Years => {
            let stops = stopped(rule, &query.stops)?;
            Ok(Due::Day(counted(law, rule, query, &stops)?.1.end))
        }
    }
}

fn without_number(rule: &Rule) -> TermsError {
    if rule.unit == Unit::BodyRules {
        return TermsError::BodyRules { rule: rule.id.clone(), title: rule.title.zh.clone() };
    }
    TermsError::NotATimeLimit {
        rule: rule.id.clone(),
        title: rule.title.zh.clone(),
        note: rule.note.zh.clone(),
        note_en: rule.note.en.clone(),
    }
}

fn at_once(rule: &Rule, query: &Query) -> Result<Due, TermsError> {
    no_stops(rule, &query.stops, "须立即履行", "is due at once")?;
    extension(rule, query.extend)?;
    Ok(Due::AtOnce(query.from))
}

/// An hour limit, from its event to its end.
struct Hours {
    event: DateTime,
    begins: DateTime,
    end: DateTime,
    extend: u32,
}

fn hours(rule: &Rule, query: &Query) -> Result<Hours, TermsError> {
    no_stops(rule, &query.stops, "以小时计算", "is counted in hours")?;
    let extend = extension(rule, query.extend)?;
    let Start::Moment(event) = query.from else {
        return Err(TermsError::NeedsMoment { rule: rule.id.clone(), from: query.from.day() });
    };
    let out = || out_of_range(rule, query);
    let begins = first_hour(rule, event).ok_or_else(out)?;
    let end = add_hours(rule, begins, extend).ok_or_else(out)?;
    Ok(Hours { event, begins, end, extend })
}

/// The moment from which hours run.
pub(crate) fn first_hour(rule: &Rule, event: DateTime) -> Option<DateTime> {
    match rule.hour_start {
        HourStart::Exact => Some(event),
        HourStart::NextFullHour => {
            let hour = Time::new(event.hour(), 0, 0, 0).ok()?;
            let span = jiff::Span::new().try_hours(1).ok()?;
            event.date().to_datetime(hour).checked_add(span).ok()
        }
    }
}

/// The end of an hour limit; hours never roll (T-A-02).
pub(crate) fn add_hours(rule: &Rule, begins: DateTime, extend: u32) -> Option<DateTime> {
    let amount = i64::from(rule.n) + i64::from(extend);
    let signed = match rule.direction {
        Direction::After => amount,
        Direction::Before => -amount,
    };
    begins.checked_add(jiff::Span::new().try_hours(signed).ok()?).ok()
}

fn days(law: &Law, rule: &Rule, query: &Query) -> Result<Deadline, TermsError> {
    let stops = stopped(rule, &query.stops)?;
    let (count, tally) = counted(law, rule, query, &stops)?;
    let act_by = match (rule.direction, rule.roll) {
        (Direction::After, true) => None,
        (Direction::After, false) | (Direction::Before, _) => {
            count::act_by(count.calendar, tally.end)
        }
    };
    let steps = explain::days(&count, &tally, act_by);
    let mut deadline = answer(rule, query, Due::Day(tally.end), steps);
    deadline.act_by = act_by;
    deadline.provisional |= tally.provisional;
    Ok(deadline)
}

fn counted<'a>(
    law: &'a Law,
    rule: &'a Rule,
    query: &Query,
    stops: &'a [Stopped],
) -> Result<(Count<'a>, Tally), TermsError> {
    let extend = extension(rule, query.extend)?;
    let count = Count { calendar: law.calendar(), rule, from: query.from.day(), extend, stops };
    let tally = count.tally().ok_or_else(|| out_of_range(rule, query))?;
    Ok((count, tally))
}

fn answer(rule: &Rule, query: &Query, due: Due, steps: Vec<crate::Step>) -> Deadline {
    Deadline {
        rule: rule.id.clone(),
        version: rule.version,
        from: query.from,
        due,
        act_by: None,
        provisional: rule.status == Status::Unverified,
        effect: rule.effect,
        owner: rule.owner,
        steps,
    }
}

fn out_of_range(rule: &Rule, query: &Query) -> TermsError {
    TermsError::OutOfRange { rule: rule.id.clone(), from: query.from.day() }
}

fn extension(rule: &Rule, asked: Option<u32>) -> Result<u32, TermsError> {
    let asked = asked.unwrap_or_default();
    if asked == 0 {
        return Ok(0);
    }
    if rule.extensions.is_empty() {
        return Err(TermsError::NotExtendable {
            rule: rule.id.clone(),
            title: rule.title.zh.clone(),
            source_text: rule.source.clone(),
        });
    }
    match rule.extension_cap() {
        Some(cap) if asked > cap => Err(TermsError::ExtensionOverCap {
            rule: rule.id.clone(),
            asked,
            cap,
            unit: rule.unit.zh().to_owned(),
            unit_en: rule.unit.en().to_owned(),
        }),
        Some(_) | None => Ok(asked),
    }
}

fn no_stops(rule: &Rule, spans: &[Span], why: &str, why_en: &str) -> Result<(), TermsError> {
    if spans.is_empty() {
        return Ok(());
    }
    Err(TermsError::StopImpossible {
        rule: rule.id.clone(),
        why: why.to_owned(),
        why_en: why_en.to_owned(),
    })
}

/// The spans in order, each with its effect; refuses what cannot be.
fn stopped(rule: &Rule, spans: &[Span]) -> Result<Vec<Stopped>, TermsError> {
    if rule.fixed {
        no_stops(rule, spans, "属不变期间", "is a fixed period")?;
    }
    if rule.direction == Direction::Before {
        no_stops(rule, spans, "是事前期限", "ends before its event")?;
    }
    let mut found = spans.iter().map(|span| one_stop(rule, span)).collect::<Result<Vec<_>, _>>()?;
    found.sort_by_key(|stop| stop.span.from);
    for pair in found.windows(2) {
        if let [first, second] = pair
            && second.span.from <= first.span.to
        {
            return Err(TermsError::StopsOverlap {
                first: span_words(&first.span),
                second: span_words(&second.span),
            });
        }
    }
    Ok(found)
}

fn one_stop(rule: &Rule, span: &Span) -> Result<Stopped, TermsError> {
    if span.to < span.from {
        return Err(TermsError::StopInverted { from: span.from, to: span.to });
    }
    let listed = || rule.stops.iter().map(|stop| stop.id.clone()).collect::<Vec<_>>().join("、");
    let Some(reason) = &span.reason else {
        let mixed = rule.stops.iter().any(needs_reason);
        return if mixed {
            Err(TermsError::StopReasonNeeded { rule: rule.id.clone(), allowed: listed() })
        } else {
            let effect = StopEffect::NotCounted;
            Ok(Stopped { span: span.clone(), effect, zh: String::new(), en: String::new() })
        };
    };
    let Some(stop) = rule.stops.iter().find(|stop| stop.id == *reason) else {
        let allowed = listed();
        let allowed = if allowed.is_empty() { "无（none）".to_owned() } else { allowed };
        let (rule, reason) = (rule.id.clone(), reason.clone());
        return Err(TermsError::StopNotListed { rule, reason, allowed });
    };
    if stop.effect == StopEffect::Restarts {
        let (rule, reason) = (rule.id.clone(), stop.zh.clone());
        return Err(TermsError::StopRestarts { rule, reason, from: span.to });
    }
    Ok(Stopped {
        span: span.clone(),
        effect: stop.effect,
        zh: stop.zh.clone(),
        en: stop.en.clone(),
    })
}

/// Whether leaving the days out would be wrong for this stop, so that it must be named.
fn needs_reason(stop: &Stop) -> bool {
    match stop.effect {
        StopEffect::NotCounted | StopEffect::Suspended | StopEffect::Restarts => false,
        StopEffect::SixMonthsFromEnd => true,
    }
}

fn span_words(span: &Span) -> String {
    format!("{}..{}", span.from, span.to)
}

/// The moment at which a limit is over, for comparing two limits; `None` if it cannot be counted.
pub(crate) fn over(law: &Law, rule: &Rule, event: DateTime, extend: u32) -> Option<DateTime> {
    match rule.unit {
        Unit::AtOnce => Some(event),
        Unit::BodyRules | Unit::None => None,
        Unit::Hours => add_hours(rule, first_hour(rule, event)?, extend),
        Unit::CalendarDays | Unit::WorkingDays | Unit::Months | Unit::Years => {
            let from: Date = event.date();
            let count = Count { calendar: law.calendar(), rule, from, extend, stops: &[] };
            let end = count.tally()?.end;
            Some(end.tomorrow().ok()?.to_datetime(Time::midnight()))
        }
    }
}

/// Whether the clock is a duty of an agency.
pub(crate) fn is_duty(rule: &Rule) -> bool {
    match rule.owner {
        Owner::Agency => true,
        Owner::Party => false,
    }
}
