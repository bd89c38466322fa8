//! The rules as data: when which event, under which conditions, do what.

use std::collections::BTreeSet;
use std::str::FromStr;
use std::sync::LazyLock;

use jiefen_vocab::{Agency, DisputeId, DisputeKind, FactId, Outcome, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::event;

const SHIPPED: &str = include_str!("../data/rules.toml");

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::parse(SHIPPED).unwrap_or_default());

/// A set of rules, in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct Rules(Vec<Rule>);

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its id.
    pub id: String,
    /// What it does, Chinese.
    pub zh: String,
    /// What it does, English.
    pub en: String,
    /// The type of event.
    pub when: String,
    /// The outcomes on which it acts; empty: all.
    pub outcome: BTreeSet<Outcome>,
    /// The kinds of dispute on which it acts; empty: all.
    pub kind: BTreeSet<DisputeKind>,
    /// The tracks on which it acts; empty: all.
    pub track: BTreeSet<TrackKind>,
    /// What it does.
    pub then: Action,
    /// The limit of the holder's choice.
    pub reply: String,
    /// The limit of the choice after the reminder.
    pub remind: String,
    /// The clause.
    pub source: String,
}

/// What a rule does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Propose to the holder the routes that the law leaves open.
    SuggestRoutes,
}

/// A public event that may set off a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trigger {
    /// The event's id.
    pub id: FactId,
    /// Its type.
    pub event: String,
    /// Who announced it: the holder, who must know what comes next.
    pub agency: Agency,
    /// The dispute.
    pub dispute: DisputeId,
    /// When it happened.
    pub on: Date,
    /// How the track ended.
    pub outcome: Option<Outcome>,
    /// What the dispute is about.
    pub kind: Option<DisputeKind>,
    /// The track.
    pub track: Option<TrackKind>,
}

/// What is wrong with a rule: which, where, what, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "规则“{rule}”的 {field}：{problem}；{right} / rule “{rule}”, {field}: {problem_en}; {right}"
)]
pub struct RuleFault {
    /// The rule's id, or its place in the file.
    pub rule: String,
    /// The field.
    pub field: String,
    /// What is wrong, Chinese.
    pub problem: String,
    /// What is wrong, English.
    pub problem_en: String,
    /// What would be right.
    pub right: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    rule: Vec<Raw>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Raw {
    id: String,
    zh: String,
    en: String,
    when: String,
    outcome: Vec<String>,
    kind: Vec<String>,
    track: Vec<String>,
    then: String,
    reply: String,
    remind: String,
    source: String,
}

impl Rules {
    /// The rules that are shipped.
    pub fn shipped() -> &'static Rules {
        &RULES
    }

    /// Reads rules.
    ///
    /// # Errors
    /// Every fault at once: unreadable text, an unknown event, code, action or limit, an id twice, a
    /// rule without a source.
    pub fn parse(text: &str) -> Result<Rules, Vec<RuleFault>> {
        let file: File = toml::from_str(text).map_err(|error| {
            vec![fault("", "", "无法读取", error.message(), "应为 [[rule]] 表")]
        })?;
        let mut faults = Vec::new();
        let mut ids = BTreeSet::new();
        let mut rules = Vec::new();
        for (place, raw) in file.rule.into_iter().enumerate() {
            let mut found = Faults { rule: name_of(&raw, place), list: Vec::new() };
            if !raw.id.is_empty() && !ids.insert(raw.id.clone()) {
                found.add("id", "重复", "stands twice", "每条规则用不同的编号");
            }
            let rule = read(raw, &mut found);
            faults.extend(found.list);
            rules.extend(rule);
        }
        if faults.is_empty() { Ok(Rules(rules)) } else { Err(faults) }
    }

    /// The rules that an event sets off.
    pub fn matching<'a>(&'a self, trigger: &'a Trigger) -> impl Iterator<Item = &'a Rule> {
        self.0.iter().filter(|rule| rule.fits(trigger))
    }

    /// The rule of this id.
    pub fn get(&self, id: &str) -> Option<&Rule> {
        self.0.iter().find(|rule| rule.id == id)
    }
}

impl Rule {
    /// True when the event sets the rule off. A condition about something that the event does not say
    /// does not hold: what is unknown is not assumed.
    pub fn fits(&self, trigger: &Trigger) -> bool {
        self.when == trigger.event
            && holds(&self.outcome, trigger.outcome)
            && holds(&self.kind, trigger.kind)
            && holds(&self.track, trigger.track)
    }
}

fn holds<T: Ord>(condition: &BTreeSet<T>, said: Option<T>) -> bool {
    condition.is_empty() || said.is_some_and(|value| condition.contains(&value))
}

struct Faults {
    rule: String,
    list: Vec<RuleFault>,
}

impl Faults {
    fn add(&mut self, field: &str, problem: &str, problem_en: &str, right: &str) {
        self.list.push(fault(&self.rule, field, problem, problem_en, right));
    }
}

fn fault(rule: &str, field: &str, problem: &str, problem_en: &str, right: &str) -> RuleFault {
    RuleFault {
        rule: rule.to_owned(),
        field: field.to_owned(),
        problem: problem.to_owned(),
        problem_en: problem_en.to_owned(),
        right: right.to_owned(),
    }
}

fn name_of(raw: &Raw, place: usize) -> String {
    if raw.id.is_empty() { format!("#{}", place + 1) } else { raw.id.clone() }
}

fn read(raw: Raw, faults: &mut Faults) -> Option<Rule> {
    for (field, value) in
        [("id", &raw.id), ("zh", &raw.zh), ("en", &raw.en), ("source", &raw.source)]
    {
        if value.trim().is_empty() {
            faults.add(field, "没有填写", "is missing", "请填写");
        }
    }
    if !event::ALL.contains(&raw.when.as_str()) {
        let problem = format!("没有名为“{}”的事件", raw.when);
        let problem_en = format!("no event “{}”", raw.when);
        faults.add("when", &problem, &problem_en, &event::ALL.join(", "));
    }
    for (field, limit) in [("reply", &raw.reply), ("remind", &raw.remind)] {
        if jiefen_terms::Law::shipped().rule(limit).is_err() {
            let problem = format!("没有编号为“{limit}”的期限");
            let problem_en = format!("no limit “{limit}”");
            faults.add(field, &problem, &problem_en, "policy.route_choice");
        }
    }
    let then = match raw.then.as_str() {
        "suggest_routes" => Some(Action::SuggestRoutes),
        other => {
            let problem = format!("没有名为“{other}”的动作");
            faults.add("then", &problem, &format!("no action “{other}”"), "suggest_routes");
            None
        }
    };
    let outcome = codes("outcome", &raw.outcome, faults);
    let kind = codes("kind", &raw.kind, faults);
    let track = codes("track", &raw.track, faults);
    Some(Rule {
        id: raw.id,
        zh: raw.zh,
        en: raw.en,
        when: raw.when,
        outcome,
        kind,
        track,
        then: then?,
        reply: raw.reply,
        remind: raw.remind,
        source: raw.source,
    })
}

fn codes<T>(field: &str, texts: &[String], faults: &mut Faults) -> BTreeSet<T>
where
    T: FromStr<Err = jiefen_vocab::Malformed> + Ord,
{
    let mut values = BTreeSet::new();
    for text in texts {
        match text.parse::<T>() {
            Ok(value) => {
                values.insert(value);
            }
            Err(wrong) => {
                let problem = format!("“{text}”{}", wrong.problem_zh);
                let problem_en = format!("“{text}” {}", wrong.problem_en);
                faults.add(field, &problem, &problem_en, wrong.right_zh);
            }
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiefen_vocab::Id;
    use jiff::civil::date;

    fn trigger(event: &str, outcome: Option<Outcome>) -> Trigger {
        Trigger {
            id: FactId(Id::from_bits(1)),
            event: event.to_owned(),
            agency: "640122101.town_mediation".parse().unwrap(),
            dispute: DisputeId(Id::from_bits(2)),
            on: date(2026, 4, 15),
            outcome,
            kind: Some(DisputeKind::LandContracting),
            track: Some(TrackKind::PeopleMediationTown),
        }
    }

    #[test]
    fn the_shipped_rules_are_sound() {
        let rules = Rules::parse(SHIPPED).unwrap();
        assert_eq!(rules.0.len(), 1);
        assert!(Rules::shipped().get("routes_after_failed_mediation").is_some());
    }

    #[test]
    fn a_rule_acts_on_its_event_and_conditions_only() {
        let acts = |trigger: &Trigger| Rules::shipped().matching(trigger).count();
        assert_eq!(acts(&trigger(event::MEDIATION_ENDED, Some(Outcome::Failed))), 1);
        assert_eq!(acts(&trigger(event::MEDIATION_ENDED, Some(Outcome::Agreed))), 0);
        assert_eq!(acts(&trigger(event::MEDIATION_ENDED, None)), 0);
        assert_eq!(acts(&trigger(event::CASE_FILED, Some(Outcome::Failed))), 0);
    }

    #[test]
    fn every_fault_of_a_rule_is_named() {
        let check = |from: &str, to: &str, field: &str, part: &str| {
            let faults = Rules::parse(&SHIPPED.replace(from, to)).unwrap_err();
            let named = faults.iter().any(|f| f.field == field && f.to_string().contains(part));
            assert!(named, "{faults:?}");
        };
        check("MediationEnded", "MediationFinished", "when", "MediationFinished");
        check("\"refused\"]", "\"given_up\"]", "outcome", "given_up");
        check("suggest_routes", "decide_case", "then", "decide_case");
        check("reply = \"policy.route_choice\"", "reply = \"policy.none\"", "reply", "policy.none");
        check("remind = \"policy.route_choice\"", "", "remind", "no limit");
        check("source = \"实施方案七(二)；人民调解法26\"", "", "source", "is missing");
        check("source =", "reason =", "", "reason");
        let twice = format!("{SHIPPED}\n{SHIPPED}");
        assert_eq!(Rules::parse(&twice).unwrap_err()[0].field, "id");
    }
}
