//! The advice of the machine on a registration: kind, care, route, clock, and why, in three plain sentences. The clerk
//! decides. The same registration under the same build gives the same advice, so a stored one can be derived again.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiefen_terms::{Law, Query};
use jiefen_vocab::{Channel, DisputeKind, Flag, TrackKind};
use jiff::civil::Date;
use regex::Regex;
use serde::{Deserialize, Serialize};

use crate::given::{Given, Read, read};
use crate::model::Model;
use crate::model::care::Care;
use crate::model::step::Step;
use crate::route::{Choice, Routes, Rule, choose};
use crate::several::{self, Matter, several};
use crate::sign::{Sign, signs};
use crate::text::Change;

/// Below this share the kind is shown as uncertain, with the second one beside it.
pub const SURE_FROM: f32 = 0.5;

/// A rule that would have fitted too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// The rule.
    pub rule: String,
    /// Its unit.
    pub unit: String,
    /// Its track.
    pub track: TrackKind,
}

/// The clock that the route starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// The rule of the time limit: `T-L-01`.
    pub rule: String,
    /// From which day it runs.
    pub from: Date,
    /// Its last day.
    pub due: Date,
    /// The calendar of that year is not published yet.
    pub provisional: bool,
}

/// The advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// The version of model and rules: a hash over both.
    pub version: String,
    /// The kind by the model.
    pub kind: DisputeKind,
    /// How sure, in thousandths.
    pub confidence: u16,
    /// The kind next to it.
    pub second: DisputeKind,
    /// The words that decided the kind.
    pub words: Vec<String>,
    /// What needs care.
    pub signs: Vec<Sign>,
    /// The rule of the route.
    pub rule: String,
    /// Its clause.
    pub clause: String,
    /// The kind of unit that is responsible.
    pub unit: String,
    /// Units that take part.
    pub with: Vec<String>,
    /// The track.
    pub track: TrackKind,
    /// What is open when it fails.
    pub fallback: Vec<TrackKind>,
    /// The clock that begins.
    pub clock: Option<Clock>,
    /// Rules that would have fitted too, in their order.
    pub rejected: Vec<Rejected>,
    /// Parts of the text that may be disputes of their own; none: one, as far as the machine sees.
    #[serde(default)]
    pub several: Vec<Matter>,
    /// What was done to the text before it was read.
    pub changes: Vec<Change>,
    /// Three sentences: the kind, the care, the route.
    pub why: Vec<String>,
}

static VERSION: LazyLock<String> = LazyLock::new(|| {
    let rules = format!("{}{}", crate::cue::FILES.concat(), crate::route::FILE);
    let mut model = crate::model::write(Model::shipped());
    model.extend(crate::model::write(Care::of_signs()));
    model.extend(crate::model::write(Step::of_ways()));
    let model = model
        .iter()
        .fold(0_u64, |sum, byte| sum.rotate_left(5) ^ u64::from(*byte).wrapping_mul(0x9e37_79b9));
    format!("{:016x}", crate::similar::hash(&rules) ^ model)
});

/// The version of model and rules of this build.
pub fn version() -> &'static str {
    &VERSION
}

/// Advises on a registration.
pub fn advise(given: &Given<'_>) -> Advice {
    let read = read(given);
    let signs = signs(&read);
    let flags: BTreeSet<Flag> = signs.iter().map(|sign| sign.flag).collect();
    let fits = choose(Routes::shipped(), &read, &flags);
    let (chosen, others) =
        fits.split_first().map_or((None, &fits[..]), |(first, rest)| (Some(first), rest));
    let clock = chosen.and_then(|choice| clock(choice.rule, &read));
    let second = read.guess.ranking.get(1).map_or(read.kind, |(kind, _)| *kind);
    let several = several(&read.clean.text);
    let why = why(&read, (&signs, &several), chosen, clock.as_ref());
    let rejected = others.iter().map(|choice| Rejected {
        rule: choice.rule.id.clone(),
        unit: choice.unit.clone(),
        track: choice.rule.track,
    });
    let rule = chosen.map(|choice| choice.rule);
    Advice {
        version: version().to_owned(),
        kind: told_kind(&read, &flags),
        confidence: (read.guess.confidence * 1000.0).round() as u16,
        second,
        words: read.guess.words.clone(),
        rule: rule.map(|rule| rule.id.clone()).unwrap_or_default(),
        clause: rule.map(|rule| rule.clause.clone()).unwrap_or_default(),
        unit: chosen.map(|choice| choice.unit.clone()).unwrap_or_default(),
        with: rule.map(|rule| rule.with.clone()).unwrap_or_default(),
        track: rule.map_or(TrackKind::NoneUntilInformation, |rule| rule.track),
        fallback: rule.map(|rule| rule.fallback.clone()).unwrap_or_default(),
        clock,
        rejected: rejected.collect(),
        several,
        changes: read.clean.changes.clone(),
        signs,
        why,
    }
}

/// The limit of the channel's own answer, which runs whatever the route is.
fn own_answer(channel: Channel) -> Option<&'static str> {
    if channel == Channel::PetitionOffice {
        Some("T-L-01")
    } else if channel == Channel::Hotline12315 {
        Some("T-Q-01")
    } else {
        None
    }
}

/// The kind that is told: where too little is said, a guess that is not sure stays unsaid.
fn told_kind(read: &Read<'_>, flags: &BTreeSet<Flag>) -> DisputeKind {
    let guessed = read.given.kind.is_none() && read.guess.confidence < SURE_FROM;
    if guessed && flags.contains(&Flag::NeedsInformation) { DisputeKind::Other } else { read.kind }
}

fn why(
    read: &Read<'_>,
    (signs, several): (&[Sign], &[Matter]),
    chosen: Option<&Choice<'_>>,
    clock: Option<&Clock>,
) -> Vec<String> {
    let words = read
        .guess
        .words
        .iter()
        .take(3)
        .map(|word| format!("“{word}”"))
        .collect::<Vec<_>>()
        .join("、");
    let kind = read.kind.zh();
    let kind_told = if read.given.kind.is_some() {
        format!("类型由工作人员定为{kind}。")
    } else if words.is_empty() {
        format!("文字中没有能说明类型的词，暂列{kind}，请工作人员确定。")
    } else if read.guess.confidence < SURE_FROM {
        let second = read.guess.ranking.get(1).map_or(kind, |(kind, _)| kind.zh());
        format!("从{words}看像是{kind}，也可能是{second}，请工作人员确定。")
    } else {
        format!("从{words}看属于{kind}。")
    };
    let first = several::told(several)
        .map_or_else(|| kind_told.clone(), |more| format!("{kind_told}{more}"));
    let care = signs
        .iter()
        .map(|sign| format!("{}（{}）", sign.flag.zh(), sign.because))
        .collect::<Vec<_>>();
    let second = if care.is_empty() {
        "没有发现人身危险、未成年人等需要特别处理的情形。".to_owned()
    } else {
        format!("需要特别处理：{}。", care.join("；"))
    };
    let third = chosen.map_or_else(String::new, |choice| {
        let until = clock
            .map(|clock| format!("，期限到{}（{}）", clock.due, clock.rule))
            .unwrap_or_default();
        format!(
            "{}，途径为{}{until}〔{}〕。",
            choice.rule.zh,
            choice.rule.track.zh(),
            choice.rule.clause
        )
    });
    vec![first, second, third]
}

/// The clock of a route: it begins on the day that the text tells with the event, else on the day of registration.
fn clock(rule: &Rule, read: &Read<'_>) -> Option<Clock> {
    let limit = rule.due.as_deref().or(own_answer(read.given.channel))?;
    let from =
        rule.begins.as_deref().and_then(|begins| told_day(begins, read)).unwrap_or(read.given.day);
    let due = Law::shipped().due(&Query::new(limit, from)).ok()?;
    Some(Clock { rule: limit.to_owned(), from, due: due.due.day(), provisional: due.provisional })
}

static DAY: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]").ok());

/// The last day that the text tells in one breath with an event, not after the registration and at most a year before.
fn told_day(event: &str, read: &Read<'_>) -> Option<Date> {
    let event = Regex::new(event).ok()?;
    let day = DAY.as_ref()?;
    let parts = read.clean.text.split(['。', ';', ',', '!', '?', '\n']);
    let mut told = parts.filter(|part| event.is_match(part)).filter_map(|part| {
        let found = day.captures(part)?;
        let number = |at: usize| found.get(at).and_then(|part| part.as_str().parse::<i16>().ok());
        date(number(1), number(2)?, number(3)?, read.given.day)
    });
    told.next_back()
}

fn date(year: Option<i16>, month: i16, day: i16, today: Date) -> Option<Date> {
    let of = |year: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    let told = match year {
        Some(year) => of(year),
        None => of(today.year()).filter(|told| *told <= today).or_else(|| of(today.year() - 1)),
    };
    told.filter(|told| *told <= today && today.year() - told.year() <= 1)
}
