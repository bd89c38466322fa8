//! What holds for every rule on every day from 1990 to 2100.

use jiefen_terms::{Due, Law, Query, Span, Start, Unit};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn any_day() -> impl Strategy<Value = Date> {
    (0..40_541_i64).prop_map(|days| date(1990, 1, 1).checked_add(days.days()).expect("a day"))
}

fn any_rule() -> impl Strategy<Value = String> {
    let ids: Vec<String> = Law::shipped().rules().map(|rule| rule.id.clone()).collect();
    proptest::sample::select(ids)
}

fn morning(day: Date) -> Start {
    Start::Moment(day.at(9, 30, 0, 0))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn any_question_has_an_answer_or_a_refusal(
        rule in any_rule(), day in any_day(), stop in any_day(), length in 0..400_i64,
        extend in 0..100_u32, version in proptest::option::of(0..4_u32),
    ) {
        let to = stop.checked_add(length.days()).expect("a day");
        let query = Query { rule, from: morning(day), stops: vec![Span::new(stop, to)],
            extend: Some(extend), version };
        let said = match Law::shipped().due(&query) {
            Ok(deadline) => deadline.steps.len(),
            Err(error) => error.to_string().len(),
        };
        prop_assert!(said > 0);
    }

    #[test]
    fn the_end_without_words_is_the_end_with_them(
        rule in any_rule(), day in any_day(), stop in any_day(), length in 0..400_i64,
        stops in any::<bool>(), extend in 0..20_u32, version in proptest::option::of(0..4_u32),
    ) {
        let to = stop.checked_add(length.days()).expect("a day");
        let stops = if stops { vec![Span::new(stop, to)] } else { Vec::new() };
        let query = Query { rule, from: morning(day), stops, extend: Some(extend), version };
        let law = Law::shipped();
        prop_assert_eq!(law.end(&query), law.due(&query).map(|answer| answer.due));
    }

    #[test]
    fn a_later_start_never_ends_earlier(rule in any_rule(), day in any_day(), more in 0..90_i64) {
        let later = day.checked_add(more.days()).expect("a day");
        let at = |day| Law::shipped().due(&Query::new(rule.clone(), morning(day)));
        if let (Ok(first), Ok(second)) = (at(day), at(later))
            && first.version == second.version
        {
            prop_assert!(first.due.day() <= second.due.day(), "{rule} {day} {later}");
        }
    }

    #[test]
    fn what_rolls_or_counts_working_days_never_ends_on_a_rest_day(
        rule in any_rule(), day in any_day(),
    ) {
        let law = Law::shipped();
        if let Ok(answer) = law.due(&Query::new(rule, morning(day))) {
            let rule = law.versions(&answer.rule).expect("a rule").iter()
                .find(|rule| rule.version == answer.version).expect("a version");
            let after = rule.direction == jiefen_terms::Direction::After;
            let must_work = rule.unit == Unit::WorkingDays
                || rule.roll && after && matches!(answer.due, Due::Day(_));
            if must_work {
                prop_assert!(law.is_working_day(answer.due.day()).0, "{} {day}", rule.id);
            }
        }
    }

    #[test]
    fn a_stop_never_shortens_and_an_extension_never_shortens(
        day in any_day(), gap in 0..60_i64, length in 0..60_i64, extend in 0..15_u32,
    ) {
        let from = day.checked_add(gap.days()).expect("a day");
        let to = from.checked_add(length.days()).expect("a day");
        for rule in ["T-H-09", "T-P-01", "T-E-11"] {
            let due = |query: Query| Law::shipped().due(&query).map(|answer| answer.due.day());
            let plain = due(Query::new(rule, day));
            let stopped = due(Query::new(rule, day).stopped(Span::new(from, to)));
            if let (Ok(plain), Ok(stopped)) = (&plain, &stopped) {
                prop_assert!(plain <= stopped);
            }
            if let (Ok(plain), Ok(longer)) = (plain, due(Query::new(rule, day).extended(extend))) {
                prop_assert!(plain <= longer);
            }
        }
    }

    #[test]
    fn a_date_beyond_the_published_years_is_provisional(rule in any_rule(), day in any_day()) {
        if let Ok(answer) = Law::shipped().due(&Query::new(rule, morning(day)))
            && let Due::Day(due) = answer.due
            && !(2019..=2026).contains(&due.year())
        {
            prop_assert!(answer.provisional);
        }
    }
}

#[test]
fn every_rule_can_be_asked_on_the_first_of_every_month() {
    for rule in Law::shipped().rules() {
        for year in (1990..=2100).step_by(5) {
            for month in 1..=12 {
                let query = Query::new(rule.id.clone(), morning(date(year, month, 1)));
                let answer = Law::shipped().due(&query);
                assert!(answer.is_ok() || answer.is_err_and(|error| !error.to_string().is_empty()));
            }
        }
    }
}

#[test]
fn every_countable_rule_answers_today_or_names_its_successor() {
    for rule in Law::shipped().rules().filter(|rule| rule.is_countable()) {
        let answer = Law::shipped().due(&Query::new(rule.id.clone(), morning(date(2026, 11, 23))));
        assert!(answer.is_ok() || !rule.instead.is_empty(), "{}: {answer:?}", rule.id);
    }
}
