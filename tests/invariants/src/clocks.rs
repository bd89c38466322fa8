//! The law's clocks of one case: which run, under which version, until when.

use std::collections::BTreeMap;

use jiefen_procedure::ClockEffect;
use jiefen_terms::{Law, Query, Span};
use jiff::civil::Date;

/// A stop of which the end is not known yet.
const OPEN: Date = Date::constant(2200, 12, 31);

/// What runs.
#[derive(Default)]
pub struct Clocks {
    running: BTreeMap<String, Query>,
}

impl Clocks {
    /// Follows what a fact does. I7: a clock that runs is not begun again under another version of its rule.
    pub fn note(&mut self, kind: &str, effect: ClockEffect) {
        let (key, mut query) = match effect {
            ClockEffect::Start { key, rule, from } => (key, Query::new(rule, from)),
            ClockEffect::StartAt { key, rule, from } => (key, Query::new(rule, from)),
            ClockEffect::Met { key } | ClockEffect::Cancel { key } => {
                self.running.remove(&key);
                return;
            }
            ClockEffect::Extend { key, units } => {
                let query = self.of(kind, &key);
                query.extend = Some(query.extend.unwrap_or(0) + units);
                return;
            }
            ClockEffect::Stop { key, from, reason } => {
                self.of(kind, &key).stops.push(Span::new(from, OPEN).because(reason));
                return;
            }
            ClockEffect::Resume { key, to } => {
                self.of(kind, &key).stops.last_mut().unwrap().to = to;
                return;
            }
        };
        let version = Law::shipped().version_for(&query.rule, query.from.day(), None);
        query.version = version.ok().map(|rule| rule.version);
        if let Some(old) = self.running.get(&key).filter(|old| old.rule == query.rule) {
            assert_eq!(old.version, query.version, "I7 {kind}: {key} changes its version");
        }
        self.running.insert(key, query);
    }

    fn of(&mut self, kind: &str, key: &str) -> &mut Query {
        self.running.get_mut(key).unwrap_or_else(|| panic!("{kind}: {key} runs not"))
    }

    /// True when nothing runs.
    pub fn none(&self) -> bool {
        self.running.is_empty()
    }

    /// The keys of what runs.
    pub fn keys(&self) -> Vec<&str> {
        self.running.keys().map(String::as_str).collect()
    }

    /// The last day, or moment, of a clock that runs.
    pub fn last(&self, key: &str) -> String {
        let query = self.running.get(key);
        let query = query.unwrap_or_else(|| panic!("{key} runs not, but {:?}", self.keys()));
        Law::shipped().due(query).unwrap().due.to_string()
    }

    /// The rule of a clock that runs.
    pub fn rule(&self, key: &str) -> &str {
        &self.running[key].rule
    }
}
