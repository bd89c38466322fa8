//! What needs special care in a dispute: one rule a flag, with its clause. A missed danger costs more than a false one,
//! so the rules of danger, minors and crime hold on the weakest sign; the clerk takes a flag away with a reason.

use std::collections::BTreeMap;

use jiefen_vocab::{DisputeKind, Flag, PartyKind, PartyRole};
use serde::{Deserialize, Serialize};

use crate::advice::SURE_FROM;
use crate::given::Read;
use crate::{similar, text};

/// Why a flag stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// The flag.
    pub flag: Flag,
    /// The words or the circumstance that gave it.
    pub because: String,
    /// The clause.
    pub clause: String,
}

/// Cues of danger to somebody's life, body or freedom.
const DANGERS: [&str; 7] = [
    "violence_at_home",
    "threat",
    "self_harm",
    "ongoing_fight",
    "confinement",
    "stalking",
    "danger_to_life",
];

/// The flags of a registration, each once.
pub fn signs(read: &Read<'_>) -> Vec<Sign> {
    let heard =
        read.heard.iter().map(|(flag, words)| (*flag, format!("“{words}”，与这类情形的记载相近")));
    let mut found: BTreeMap<Flag, String> = heard.collect();
    // A pattern says more exactly why.
    found.extend(patterns(read));
    found
        .into_iter()
        .map(|(flag, because)| Sign { flag, because, clause: clause(flag).to_owned() })
        .collect()
}

/// The flags that patterns and what was registered give, without the model.
pub fn cued(read: &Read<'_>) -> Vec<Flag> {
    patterns(read).map(|(flag, _)| flag).collect()
}

fn patterns(read: &Read<'_>) -> impl Iterator<Item = (Flag, String)> {
    Flag::ALL.iter().filter_map(|flag| Some((*flag, because(*flag, read)?)))
}

/// The clause behind a flag.
pub const fn clause(flag: Flag) -> &'static str {
    match flag {
        Flag::LeadDepartment => "五(二)2",
        Flag::CrossRegion => "五(二)2",
        Flag::MassIncident => "四(一)、七(一)",
        Flag::MinorProtection => "四(三)10、四(四)3；未成年人保护法",
        Flag::WomenChildren => "四(四)4；妇女权益保障法",
        Flag::EthnicReligiousNeutral => "四(三)11",
        Flag::SafetyAlert => "反家庭暴力法；人民调解法25",
        Flag::NotMediable => "七(二)；人民调解法25",
        Flag::Reroute => "五(二)2",
        Flag::NeedsInformation => "五(二)2",
    }
}

fn because(flag: Flag, read: &Read<'_>) -> Option<String> {
    match flag {
        Flag::LeadDepartment => lead(read),
        Flag::CrossRegion => cross_region(read),
        Flag::MassIncident => mass(read),
        Flag::MinorProtection => minor(read),
        Flag::WomenChildren => women(read),
        Flag::EthnicReligiousNeutral => words(read, &["ethnic_religious"]),
        Flag::SafetyAlert => words(read, &DANGERS),
        Flag::NotMediable => not_mediable(read),
        Flag::Reroute => reroute(read),
        Flag::NeedsInformation => missing(read),
    }
}

/// The words of the first cue that the text gives.
fn words(read: &Read<'_>, cues: &[&str]) -> Option<String> {
    cues.iter().find_map(|cue| read.hits.words(cue)).map(|words| format!("“{words}”"))
}

fn lead(read: &Read<'_>) -> Option<String> {
    let departments = read.hits.units().len();
    let passed = departments >= 3 && read.hits.has("passed_around");
    let between = departments >= 2 && read.hits.has("several_offices");
    (passed || between).then(|| format!("涉及{departments}个部门"))
}

fn cross_region(read: &Read<'_>) -> Option<String> {
    let given = read.given;
    if given.other_place.is_some_and(|other| other.county() != given.place.county()) {
        return Some("登记的另一地点在外县区".to_owned());
    }
    let names = given.parties.iter().map(|party| party.name);
    let cues = crate::cue::Cues::shipped();
    let party = names.map(text::clean).find(|name| cues.find(name).has("other_region"));
    party.map(|_| "一方当事人在外县区".to_owned()).or_else(|| words(read, &["other_region"]))
}

fn mass(read: &Read<'_>) -> Option<String> {
    let many = read.given.people >= 5 || read.hits.has("many_people");
    words(read, &["mass_plan"]).filter(|_| many)
}

fn minor(read: &Read<'_>) -> Option<String> {
    let given = read.given;
    if given.parties.iter().any(|party| party.minor) {
        return Some("当事人中有未成年人".to_owned());
    }
    const NAMES: [&str; 12] = [
        "小朋友",
        "男童",
        "女童",
        "学生",
        "婴儿",
        "孩子",
        "未成年",
        "男孩",
        "女孩",
        "幼儿",
        "儿童",
        "岁）",
    ];
    let person =
        |name: &str| NAMES.iter().any(|part| name.contains(part)) && !name.contains("大学");
    if given.parties.iter().any(|party| party.kind == PartyKind::Person && person(party.name)) {
        return Some("当事人中有未成年人".to_owned());
    }
    if read.kind == DisputeKind::Campus {
        let grown = read.hits.any(&["grown"]);
        return words(read, &["child_strong"])
            .or_else(|| words(read, &["child", "pupil"]).filter(|_| !grown));
    }
    words(read, &["child_strong"])
}

fn women(read: &Read<'_>) -> Option<String> {
    let harm = read.hits.has("crime") && read.hits.any(&["child_strong", "child"]);
    words(read, &["women"]).or_else(|| words(read, &["crime"]).filter(|_| harm))
}

fn not_mediable(read: &Read<'_>) -> Option<String> {
    let tried = || words(read, &["criminal_case"]).filter(|_| read.kind == DisputeKind::Other);
    words(read, &["crime", "status_suit"]).or_else(tried)
}

fn reroute(read: &Read<'_>) -> Option<String> {
    words(read, &["passed_around", "several_offices"])
}

fn missing(read: &Read<'_>) -> Option<String> {
    let told = read.clean.text.chars().filter(|c| c.is_alphanumeric()).count();
    if told < 6 {
        return Some("没有说明发生了什么".to_owned());
    }
    // Neither what it is about nor against whom: a kind that is only guessed does not carry a route.
    let against = read
        .given
        .parties
        .iter()
        .any(|party| party.role != PartyRole::Applicant && similar::is_told(party.name));
    let guessed = read.kind == DisputeKind::Other || read.guess.confidence < SURE_FROM;
    if read.given.kind.is_none()
        && !against
        && guessed
        && let Some(vague) = words(read, &["vague"])
    {
        return Some(vague);
    }
    let unnamed =
        read.given.parties.iter().filter(|party| party.kind == PartyKind::Person).all(|party| {
            const NOBODY: [&str; 7] = ["匿名", "不详", "未留", "未知", "来电", "留言人", "某人"];
            NOBODY.iter().any(|part| party.name.contains(part))
        });
    if !unnamed || told > 90 {
        return None;
    }
    let alone = read.given.people <= 1 || read.given.parties.len() <= 1;
    let vague = if alone { words(read, &["vague", "asks_only", "unanswered"]) } else { None };
    vague.or_else(|| words(read, &["unanswered"]))
}
