//! The days of events and the last days of limits.

use jiefen_procedure::Circumstances;
use jiefen_terms::{Query, Span};
use jiff::civil::Date;

use super::key;
use super::refusal::Refusal;
use super::state::Review;

/// The day of an event: not in the future, not before what comes first.
pub(super) fn happened(on: Date, since: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    if on > ctx.today() {
        return Err(Refusal::DateInFuture(on));
    }
    if on < since {
        return Err(Refusal::DateTooEarly(since));
    }
    Ok(())
}

/// Refuses what comes after a last day.
pub(super) fn in_time(on: Date, last: Date) -> Result<(), Refusal> {
    if on > last { Err(Refusal::TermOver(last)) } else { Ok(()) }
}

/// Refuses a lapse while the limit still runs.
pub(super) fn passed(last: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    if ctx.today() > last { Ok(()) } else { Err(Refusal::NotYetExpired(last)) }
}

/// The last day of a limit.
pub(super) fn last_day(rule: &str, from: Date, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    last_of(&Query::new(rule, from), ctx)
}

pub(super) fn last_of(query: &Query, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    match ctx.law.end(query) {
        Ok(end) => Ok(end.day()),
        Err(error) => {
            Err(Refusal::NoSuchLimit { rule: query.rule.clone(), why: error.to_string() })
        }
    }
}

/// The last day of the decision's term, with its stops and extension (T-K-06, T-K-07).
pub(super) fn decide_by(review: &Review, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    let mut query = Query::new(review.track.decide_rule(), review.accepted_on);
    for stood in &review.stood {
        query = query.stopped(Span::new(stood.from, stood.to).because(stood.ground.stop()));
    }
    if review.extended > 0 {
        query = query.extended(review.extended);
    }
    last_of(&query, ctx)
}

/// The last day of a party's suit (T-K-16; 行政诉讼法 45).
pub(super) fn sue_by(from: Date, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    last_day(key::SUIT_RULE, from, ctx)
}
