//! Every rule and the calendar, in one value.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::Date;
use serde::Deserialize;

use crate::calendar::Calendar;
use crate::check;
use crate::engine;
use crate::error::{Fault, TermsError};
use crate::query::{Deadline, Due, Query};
use crate::rule::Rule;

/// WHEN ADDING A SECTION: the file in rules/, this list, tests/rows.rs.
const STATUTE: &[(&str, &str)] = &[
    ("rules/a-computing-time.toml", include_str!("../rules/a-computing-time.toml")),
    ("rules/b-peoples-mediation.toml", include_str!("../rules/b-peoples-mediation.toml")),
    ("rules/c-court-mediation.toml", include_str!("../rules/c-court-mediation.toml")),
    ("rules/d-judicial-confirmation.toml", include_str!("../rules/d-judicial-confirmation.toml")),
    ("rules/e-filing.toml", include_str!("../rules/e-filing.toml")),
    ("rules/e-trial.toml", include_str!("../rules/e-trial.toml")),
    ("rules/f-payment-order.toml", include_str!("../rules/f-payment-order.toml")),
    ("rules/g-enforcement.toml", include_str!("../rules/g-enforcement.toml")),
    ("rules/h-labour.toml", include_str!("../rules/h-labour.toml")),
    ("rules/i-rural-land.toml", include_str!("../rules/i-rural-land.toml")),
    ("rules/j-commercial-arbitration.toml", include_str!("../rules/j-commercial-arbitration.toml")),
    ("rules/k-reconsideration.toml", include_str!("../rules/k-reconsideration.toml")),
    ("rules/k-administrative.toml", include_str!("../rules/k-administrative.toml")),
    ("rules/l-petition.toml", include_str!("../rules/l-petition.toml")),
    ("rules/m-procuratorate.toml", include_str!("../rules/m-procuratorate.toml")),
    ("rules/n-police.toml", include_str!("../rules/n-police.toml")),
    ("rules/o-traffic.toml", include_str!("../rules/o-traffic.toml")),
    ("rules/p-medical.toml", include_str!("../rules/p-medical.toml")),
    ("rules/q-consumer.toml", include_str!("../rules/q-consumer.toml")),
    ("rules/r-others.toml", include_str!("../rules/r-others.toml")),
];

const LOCAL: (&str, &str) = ("rules/local.toml", include_str!("../rules/local.toml"));
const CALENDAR: &str = include_str!("../calendar/days.toml");

/// How many ids an unknown-rule answer suggests.
const NEAR_MAX: usize = 5;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    #[serde(default)]
    rule: Vec<toml::Table>,
    #[serde(default)]
    thresholds: toml::Table,
}

/// The law's time limits, the local limits under them, and the calendar.
#[derive(Debug, Clone, Default)]
pub struct Law {
    rules: BTreeMap<String, Vec<Rule>>,
    also: BTreeMap<String, String>,
    calendar: Calendar,
    faults: Vec<Fault>,
    thresholds: BTreeMap<String, u32>,
}

impl Law {
    /// The law as shipped with this build, read once.
    ///
    /// The embedded texts are proved whole by this crate's tests; should one be broken all the
    /// same, its rules are missing, [`Law::faults`] says why, and a question for one of them is
    /// answered with [`TermsError::UnknownRule`].
    #[must_use]
    pub fn shipped() -> &'static Law {
        static LAW: OnceLock<Law> = OnceLock::new();
        LAW.get_or_init(Law::read)
    }

    fn read() -> Law {
        let mut law = Law::default();
        match Calendar::parse(CALENDAR) {
            Ok(calendar) => law.calendar = calendar,
            Err(faults) => law.faults.extend(faults),
        }
        for (place, text) in STATUTE.iter().chain([&LOCAL]) {
            match toml::from_str::<File>(text) {
                Ok(file) => law.admit_all(place, file.rule),
                Err(error) => law.faults.push(check::unreadable(place, &error)),
            }
        }
        law.faults.extend(check::whole(&law));
        law
    }

    fn admit_all(&mut self, place: &str, rules: Vec<Rule>) {
        for rule in rules {
            self.faults.extend(check::alone(place, &rule));
            self.admit(rule);
        }
    }

    fn admit(&mut self, rule: Rule) {
        for name in &rule.also {
            self.also.insert(name.clone(), rule.id.clone());
        }
        self.rules.entry(rule.id.clone()).or_default().push(rule);
    }

    /// The shipped law with a county's own limits.
    ///
    /// `text` is TOML with one `[[rule]]` an entry. An entry whose id is a shipped local limit
    /// (`policy.…`) takes over what it does not say itself, so `id` and `n` are enough; a new id
    /// needs all fields. A limit that stands `under` a statutory one may only be shorter. A table
    /// `[thresholds]` gives the county's own numbers by their ids.
    ///
    /// # Errors
    /// Every fault at once, each with what, where, why, and what would be right: unreadable text,
    /// an entry that redefines a statutory rule, a limit looser than the one above it.
    pub fn with_local(text: &str) -> Result<Law, Vec<Fault>> {
        const PLACE: &str = "本地期限 local limits";
        let mut law = Law::shipped().clone();
        let tables = toml::from_str::<Tables>(text)
            .map_err(|error| vec![check::unreadable(PLACE, &error)])?;
        let mut faults = Vec::new();
        let mut admitted = Vec::new();
        for table in tables.rule {
            match law.local_rule(PLACE, table) {
                Ok(rule) => admitted.push(rule),
                Err(fault) => faults.push(*fault),
            }
        }
        for (id, given) in tables.thresholds {
            let n = given.as_integer().and_then(|n| u32::try_from(n).ok());
            if n.is_none() {
                faults.push(check::no_number(PLACE, &id, &given));
            }
            law.thresholds.extend(n.map(|n| (id, n)));
        }
        for rule in &admitted {
            law.rules.remove(&rule.id);
        }
        for rule in admitted {
            faults.extend(check::alone(PLACE, &rule));
            law.admit(rule);
        }
        faults.extend(check::whole(&law));
        if faults.is_empty() { Ok(law) } else { Err(faults) }
    }

    fn local_rule(&self, place: &str, table: toml::Table) -> Result<Rule, Box<Fault>> {
        let id = table.get("id").and_then(toml::Value::as_str).unwrap_or_default().to_owned();
        let mut whole = match self.rules.get(&id).and_then(|versions| versions.last()) {
            Some(rule) if !rule.local => return Err(Box::new(check::redefines(place, &id))),
            Some(rule) => toml::Table::try_from(rule).unwrap_or_default(),
            None => toml::Table::new(),
        };
        whole.extend(table);
        whole.insert("local".to_owned(), toml::Value::Boolean(true));
        Rule::deserialize(whole).map_err(|error| Box::new(check::unreadable(place, &error)))
    }

    /// What is wrong with the embedded texts; empty in every build that passed its tests.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The calendar.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Whether `day` is a working day, and whether that answer is provisional because the State
    /// Council's notice for its year is not known.
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> (bool, bool) {
        self.calendar.is_working_day(day)
    }

    /// The county's own numbers under `[thresholds]`, by id. Which ids there are and what each may be, says
    /// the law that asks for them.
    pub fn thresholds(&self) -> &BTreeMap<String, u32> {
        &self.thresholds
    }

    /// Every version of every rule, by id.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.values().flatten()
    }

    /// The newest version of a rule, by id or other name.
    ///
    /// # Errors
    /// [`TermsError::UnknownRule`] with ids that look like it.
    pub fn rule(&self, id: &str) -> Result<&Rule, TermsError> {
        self.versions(id)?.last().ok_or_else(|| self.unknown(id))
    }

    /// All versions of a rule, oldest first.
    ///
    /// # Errors
    /// [`TermsError::UnknownRule`] with ids that look like it.
    pub fn versions(&self, id: &str) -> Result<&[Rule], TermsError> {
        let id = id.trim();
        let known = self.also.get(id).map_or(id, String::as_str);
        self.rules.get(known).map(Vec::as_slice).ok_or_else(|| self.unknown(id))
    }

    /// The version that governs a clock started on `from`: the one it kept, or the one in force.
    ///
    /// # Errors
    /// [`TermsError::UnknownRule`], [`TermsError::UnknownVersion`], and [`TermsError::NotInForce`]
    /// when no version was in force on that day.
    pub fn version_for(
        &self,
        id: &str,
        from: Date,
        version: Option<u32>,
    ) -> Result<&Rule, TermsError> {
        let versions = self.versions(id)?;
        let newest = versions.last().ok_or_else(|| self.unknown(id))?;
        if let Some(version) = version {
            return versions.iter().find(|rule| rule.version == version).ok_or_else(|| {
                let (rule, newest) = (newest.id.clone(), newest.version);
                TermsError::UnknownVersion { rule, version, newest }
            });
        }
        versions.iter().find(|rule| rule.in_force.covers(from)).ok_or_else(|| {
            TermsError::NotInForce {
                rule: newest.id.clone(),
                from,
                window: window(versions),
                instead: newest.instead.clone(),
            }
        })
    }

    /// When a limit ends, and why.
    ///
    /// # Errors
    /// Every reason for which there is no date: see [`TermsError`].
    pub fn due(&self, query: &Query) -> Result<Deadline, TermsError> {
        engine::due(self, query)
    }

    /// When a limit ends, without the reasons: for decisions, which only compare days.
    ///
    /// # Errors
    /// As [`Law::due`].
    pub fn end(&self, query: &Query) -> Result<Due, TermsError> {
        engine::end(self, query)
    }

    fn unknown(&self, asked: &str) -> TermsError {
        let wanted = asked.to_uppercase();
        let mut near: Vec<(usize, &String)> = self
            .rules
            .keys()
            .chain(self.also.keys())
            .map(|id| (distance(&wanted, &id.to_uppercase()), id))
            .filter(|(far, id)| *far <= 2 || id.starts_with(asked) && !asked.is_empty())
            .collect();
        near.sort();
        let best = near.first().map(|(far, _)| *far);
        let near = near
            .into_iter()
            .filter(|(far, id)| Some(*far) == best || id.starts_with(asked))
            .take(NEAR_MAX)
            .map(|(_, id)| id.clone())
            .collect();
        TermsError::UnknownRule { asked: asked.to_owned(), near }
    }
}

fn window(versions: &[Rule]) -> String {
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    let one = |rule: &Rule| format!("{}..{}", day(rule.in_force.from), day(rule.in_force.to));
    versions.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// How many letters differ (Levenshtein), for suggestions.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, y) in row.iter_mut().skip(1).zip(&b) {
            let best = (diagonal + usize::from(x != *y)).min(left + 1).min(*cell + 1);
            diagonal = *cell;
            *cell = best;
            left = best;
        }
    }
    row.last().copied().unwrap_or_default()
}
