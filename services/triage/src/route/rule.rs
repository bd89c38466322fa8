//! The rules of routing as data: under which circumstances which unit settles on which track.

use std::collections::BTreeSet;

use jiefen_vocab::{Channel, DisputeKind, Flag, TrackKind};
use serde::Deserialize;
use thiserror::Error;

use crate::cue::{CRIME_HEARD, Cues};
use crate::given::Read;

/// All rules, in the order in which they are tried.
#[derive(Debug, Default)]
pub struct Routes(Vec<Rule>);

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its id.
    pub id: String,
    when: When,
    /// Who is responsible.
    pub unit: Unit,
    /// On which track.
    pub track: TrackKind,
    /// What is open when it fails, in order.
    pub fallback: Vec<TrackKind>,
    /// Units that take part.
    pub with: Vec<String>,
    /// The time limit that runs first; none: only the local limit of the track.
    pub due: Option<String>,
    /// What the day is told with on which that limit began; none: the day of registration.
    pub begins: Option<String>,
    /// Why, in Chinese.
    pub zh: String,
    /// The clause.
    pub clause: String,
}

/// The unit that a rule means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// This kind of unit.
    Named(String),
    /// The one that was asked.
    Received,
    /// The one that was asked if it is a department, else this kind of unit.
    ReceivedOr(String),
    /// The village's or community's mediation committee.
    Grassroots,
    /// The town's mediation committee.
    Town,
    /// The department whose matter it is.
    Matter,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct When {
    kind: BTreeSet<DisputeKind>,
    channel: BTreeSet<Channel>,
    received_by: BTreeSet<String>,
    all: Vec<String>,
    any: Vec<String>,
    none: Vec<String>,
    flag: BTreeSet<Flag>,
    no_flag: BTreeSet<Flag>,
    community: Option<bool>,
    against_authority: Option<bool>,
    people_from: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    route: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    #[serde(default)]
    when: When,
    unit: String,
    track: TrackKind,
    #[serde(default)]
    fallback: Vec<TrackKind>,
    #[serde(default)]
    with: Vec<String>,
    due: Option<String>,
    begins: Option<String>,
    zh: String,
    clause: String,
}

/// Why routes cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RouteFault {
    /// The file is no list of rules.
    #[error("分流规则文件格式错误：{0} (not a list of routes)")]
    Form(String),
    /// Two rules of one name.
    #[error("分流规则 {0} 重复 (given twice)")]
    Twice(String),
    /// A rule names a cue that there is not.
    #[error("分流规则 {rule} 引用了不存在的线索 {cue} (no such cue)")]
    Cue {
        /// The rule.
        rule: String,
        /// The cue.
        cue: String,
    },
    /// The last rule does not fit everything.
    #[error("最后一条分流规则应当无条件适用 (the last route must fit everything)")]
    NoLast,
}

impl Routes {
    /// Reads a file of routes.
    ///
    /// # Errors
    /// [`RouteFault`], the first.
    pub fn parse(file: &str) -> Result<Routes, RouteFault> {
        let file: File =
            toml::from_str(file).map_err(|fault| RouteFault::Form(fault.to_string()))?;
        let known: BTreeSet<&str> = Cues::shipped().ids().chain([CRIME_HEARD]).collect();
        let mut seen = BTreeSet::new();
        let mut rules = Vec::new();
        for row in file.route {
            if !seen.insert(row.id.clone()) {
                return Err(RouteFault::Twice(row.id));
            }
            let cues = row.when.all.iter().chain(&row.when.any).chain(&row.when.none);
            if let Some(cue) = cues.into_iter().find(|cue| !known.contains(cue.as_str())) {
                return Err(RouteFault::Cue { rule: row.id, cue: cue.clone() });
            }
            rules.push(Rule::from(row));
        }
        let last = rules.last().is_some_and(|rule: &Rule| rule.when == When::default());
        if last { Ok(Routes(rules)) } else { Err(RouteFault::NoLast) }
    }

    /// The kinds of unit that rules name, as responsible, as taking part or as asked.
    pub fn units(&self) -> impl Iterator<Item = &str> {
        let named = self.0.iter().filter_map(|rule| match &rule.unit {
            Unit::Named(name) | Unit::ReceivedOr(name) => Some(name.as_str()),
            Unit::Received | Unit::Grassroots | Unit::Town | Unit::Matter => None,
        });
        let with = self.0.iter().flat_map(|rule| rule.with.iter().map(String::as_str));
        let asked = self.0.iter().flat_map(|rule| rule.when.received_by.iter().map(String::as_str));
        named.chain(with).chain(asked)
    }

    /// The rules in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.0.iter()
    }
}

impl From<Row> for Rule {
    fn from(row: Row) -> Rule {
        Rule {
            unit: Unit::from(row.unit.as_str()),
            id: row.id,
            when: row.when,
            track: row.track,
            fallback: row.fallback,
            with: row.with,
            due: row.due,
            begins: row.begins,
            zh: row.zh,
            clause: row.clause,
        }
    }
}

impl From<&str> for Unit {
    fn from(text: &str) -> Unit {
        match text {
            "@received" => Unit::Received,
            "@grassroots" => Unit::Grassroots,
            "@town" => Unit::Town,
            "@matter" => Unit::Matter,
            other => match other.strip_prefix("@received|") {
                Some(name) => Unit::ReceivedOr(name.to_owned()),
                None => Unit::Named(other.to_owned()),
            },
        }
    }
}

impl Rule {
    /// True when the circumstances are those of the rule.
    pub fn fits(&self, read: &Read<'_>, flags: &BTreeSet<Flag>) -> bool {
        let when = &self.when;
        let given = read.given;
        let one_of = |set: &BTreeSet<String>, value: &str| set.is_empty() || set.contains(value);
        (when.kind.is_empty() || when.kind.contains(&read.kind))
            && (when.channel.is_empty() || when.channel.contains(&given.channel))
            && one_of(&when.received_by, given.received_by)
            && when.all.iter().all(|cue| read.hits.has(cue))
            && (when.any.is_empty() || when.any.iter().any(|cue| read.hits.has(cue)))
            && !when.none.iter().any(|cue| read.hits.has(cue))
            && when.flag.is_subset(flags)
            && when.no_flag.is_disjoint(flags)
            && when.community.is_none_or(|wanted| wanted == read.in_community())
            && when.against_authority.is_none_or(|wanted| wanted == read.against_authority())
            && when.people_from.is_none_or(|from| given.people >= from)
    }
}
