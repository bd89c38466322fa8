//! The written form of the verb `jiefen triage`: cases and texts in, plain records out, in the codes of the county.

use std::collections::BTreeMap;

use jiefen_vocab::{Channel, DisputeKind, Fen, Flag, PartyKind, PartyRole, Region, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::advice::{Advice, advise};
use crate::given::{Given, Who};
use crate::model::Model;
use crate::similar::{self, Print, Subject};
use crate::text;

/// A file of cases.
#[derive(Debug, Deserialize)]
pub struct Cases {
    /// The cases, in the order of registration.
    pub cases: Vec<CaseLine>,
}

/// A case as it was registered.
#[derive(Debug, Clone, Deserialize)]
pub struct CaseLine {
    /// Its id.
    pub id: String,
    /// When, local time with offset.
    pub registered_at: String,
    /// Through which door.
    pub channel: Channel,
    /// Who was asked.
    #[serde(default)]
    pub received_by: String,
    /// Where it arose.
    pub location: Region,
    /// The name of that place.
    #[serde(default)]
    pub location_name: String,
    /// Another place concerned.
    #[serde(default)]
    pub other_location: Option<Region>,
    /// What was said.
    pub text: String,
    /// The parties.
    #[serde(default)]
    pub parties: Vec<PartyLine>,
    /// The amount in yuan.
    #[serde(default)]
    pub amount_yuan: Option<f64>,
    /// How many people are concerned.
    #[serde(default)]
    pub people_involved: Option<u32>,
}

/// A party of a case.
#[derive(Debug, Clone, Deserialize)]
pub struct PartyLine {
    /// The name.
    pub name: String,
    /// Its place in the dispute.
    pub role: PartyRole,
    /// Person or organisation.
    pub kind: PartyKind,
    /// Under 18.
    #[serde(default)]
    pub minor: bool,
}

/// What is answered of a case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CaseAnswer {
    /// The kind.
    #[serde(rename = "type")]
    pub kind: DisputeKind,
    /// How sure.
    pub confidence: f32,
    /// The kind of unit that is responsible.
    pub responsible: String,
    /// Units that take part.
    pub cooperating: Vec<String>,
    /// The track.
    pub track: TrackKind,
    /// What is open when it fails.
    pub fallback_tracks: Vec<TrackKind>,
    /// Every flag, and whether it stands.
    pub flags: BTreeMap<&'static str, bool>,
    /// The time limit that runs first; none: the local limit of the track.
    pub rule: Option<String>,
    /// Its last day.
    pub due: Option<Date>,
    /// The calendar of that year is not published yet.
    pub provisional: bool,
    /// The earlier case that it may be, for the clerk to confirm.
    pub duplicate_of: Option<String>,
    /// What the counter does now.
    pub actions: Vec<&'static str>,
    /// Why.
    pub why: Vec<String>,
}

/// What is answered of a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TextAnswer {
    /// The kind.
    #[serde(rename = "type")]
    pub kind: DisputeKind,
    /// How sure.
    pub confidence: f32,
    /// The words that decided, and the kind next to it when it is not sure.
    pub why: Vec<String>,
}

/// Why a case cannot be registered.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "案件 {id}：registered_at“{given}”应为 2026-03-11T09:00:00+08:00 的形式 (not a moment with an offset)"
)]
pub struct CaseFault {
    /// The case.
    pub id: String,
    /// What was given.
    pub given: String,
}

/// Answers a text.
pub fn text(raw: &str) -> TextAnswer {
    let guess = Model::shipped().guess(&text::clean(raw));
    TextAnswer { kind: guess.kind, confidence: guess.confidence, why: guess.words }
}

/// Registers cases in their order and answers each.
///
/// # Errors
/// The first case that cannot be registered; none is answered then.
pub fn cases(cases: &[CaseLine]) -> Result<Vec<(String, CaseAnswer)>, CaseFault> {
    let days: Vec<Date> = cases.iter().map(day).collect::<Result<_, _>>()?;
    let mut earlier: Vec<(Print, &str, Advice)> = Vec::new();
    let mut answers = Vec::new();
    for (case, day) in cases.iter().zip(days) {
        let given = given(case, day);
        let advice = advise(&given);
        let print = similar::print(&subject(&given, &advice));
        let best = earlier
            .iter()
            .map(|(before, id, advice)| (similar::score(before, &print), *id, advice))
            .filter(|(score, _, _)| score.proposed())
            .max_by(|(a, _, _), (b, _, _)| a.value.total_cmp(&b.value));
        let answer =
            answer(&advice, best.as_ref().map(|(score, id, before)| (score, *id, *before)));
        answers.push((case.id.clone(), answer));
        earlier.push((print, &case.id, advice));
    }
    Ok(answers)
}

fn day(case: &CaseLine) -> Result<Date, CaseFault> {
    let date = case.registered_at.get(..10).and_then(|day| day.parse::<Date>().ok());
    date.ok_or_else(|| CaseFault { id: case.id.clone(), given: case.registered_at.clone() })
}

/// A line as a registration of its day.
pub fn given(case: &CaseLine, day: Date) -> Given<'_> {
    let who = |party: &'_ PartyLine| (party.role, party.kind, party.minor);
    let parties = case.parties.iter().map(|party| {
        let (role, kind, minor) = who(party);
        Who { name: &party.name, role, kind, minor }
    });
    Given {
        text: &case.text,
        channel: case.channel,
        received_by: &case.received_by,
        place: case.location,
        place_name: &case.location_name,
        other_place: case.other_location,
        parties: parties.collect(),
        amount: case.amount_yuan.map(|yuan| Fen((yuan * 100.0).round() as i64)),
        people: case.people_involved.unwrap_or(case.parties.len() as u32),
        day,
        kind: None,
    }
}

fn subject<'a>(given: &Given<'a>, advice: &Advice) -> Subject<'a> {
    Subject {
        text: given.text,
        parties: given.parties.iter().map(|party| (party.name, party.role)).collect(),
        place: given.place,
        kind: advice.kind,
        amount: given.amount,
        day: given.day,
        channel: given.channel,
    }
}

/// A repeat takes over the clock that runs already, unless its own door has one.
fn answer(advice: &Advice, before: Option<(&similar::Score, &str, &Advice)>) -> CaseAnswer {
    let stands = |flag: &Flag| advice.signs.iter().any(|sign| sign.flag == *flag);
    let running = before.and_then(|(_, _, before)| before.clock.as_ref());
    let own = advice.track == TrackKind::Petition;
    let clock = running.filter(|_| !own).or(advice.clock.as_ref());
    let mut why = advice.why.clone();
    if let Some((score, id, _)) = before {
        let reasons: Vec<&str> = score.reasons.iter().map(|reason| reason.zh()).collect();
        why.push(format!("可能与{id}是同一纠纷：{}，请工作人员确认后并案。", reasons.join("、")));
    }
    CaseAnswer {
        kind: advice.kind,
        confidence: f32::from(advice.confidence) / 1000.0,
        responsible: advice.unit.clone(),
        cooperating: advice.with.clone(),
        track: advice.track,
        fallback_tracks: advice.fallback.clone(),
        flags: Flag::ALL.iter().map(|flag| (flag.code(), stands(flag))).collect(),
        rule: clock.map(|clock| clock.rule.clone()),
        due: clock.map(|clock| clock.due),
        provisional: clock.is_some_and(|clock| clock.provisional),
        duplicate_of: before.map(|(_, id, _)| id.to_owned()),
        actions: actions(advice, before.is_some()),
        why,
    }
}

/// What the counter does now, in order. It proposes; nothing is referred, merged or closed by machine.
fn actions(advice: &Advice, repeat: bool) -> Vec<&'static str> {
    let stands = |flag: Flag| advice.signs.iter().any(|sign| sign.flag == flag);
    let mut actions = vec!["issue_receipt"];
    let mut add = |when: bool, action| {
        if when {
            actions.push(action);
        }
    };
    add(stands(Flag::SafetyAlert), "protect_first");
    add(stands(Flag::MinorProtection), "mask_minor");
    add(stands(Flag::NotMediable), "tell_not_mediable");
    add(stands(Flag::MassIncident), "report_to_county_centre");
    add(stands(Flag::CrossRegion), "ask_superior_centre");
    add(stands(Flag::Reroute), "ask_designation");
    add(stands(Flag::NeedsInformation), "ask_for_information");
    add(repeat, "propose_merge");
    add(!stands(Flag::NeedsInformation) && !stands(Flag::NotMediable), "propose_route");
    actions
}
