//! The law's dates, proved: vectors, scenarios, rows, refusals, local limits, properties.

#![allow(clippy::expect_used, clippy::panic)] // these are tests, helpers included

mod calendar;
mod explanation;
mod local;
mod properties;
mod refusals;
mod rows;
mod scenarios;
mod vectors;
mod written;

use jiefen_terms::{Deadline, Law, Query, Span};

/// A question in one line: rule, start, stops, extension.
fn ask(rule: &str, from: &str, stops: &[&str], extend: u32) -> Deadline {
    let query = Query {
        rule: rule.to_owned(),
        from: from.parse().expect("a start"),
        stops: stops.iter().map(|stop| stop.parse::<Span>().expect("a stop")).collect(),
        extend: (extend > 0).then_some(extend),
        version: None,
    };
    let answer = Law::shipped().due(&query);
    let answer = answer.unwrap_or_else(|error| panic!("{rule} from {from}: {error}"));
    assert_eq!(Law::shipped().end(&query), Ok(answer.due));
    answer
}

/// The due date of that question, as text.
fn due(rule: &str, from: &str, stops: &[&str], extend: u32) -> String {
    ask(rule, from, stops, extend).due.to_string()
}

/// One line of a table: case, rule, start, stops, extension, due.
type Line<'a> = (&'a str, &'a str, &'a str, &'a [&'a str], u32, &'a str);

/// Checks a table and names every line that fails.
fn check(table: &[Line<'_>]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(case, rule, from, stops, extend, expected)| {
            (case, rule, from, due(rule, from, stops, *extend), expected)
        })
        .filter(|(_, _, _, found, expected)| found != *expected)
        .map(|(case, rule, from, found, expected)| {
            format!("{case} {rule} from {from}: {found}, expected {expected}")
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
