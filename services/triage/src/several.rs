//! Several disputes in one message. The machine says that it may be so and leaves all in one; the clerk splits, because
//! only a person knows what belongs together.

use std::sync::LazyLock;

use jiefen_vocab::{DisputeKind, Private};
use regex::Regex;
use serde::{Deserialize, Serialize};

use crate::model::Model;
use crate::text;

/// A part with fewer characters is no matter of its own.
const PART_MIN: usize = 8;
/// A part of which the kind is less sure says nothing.
const SURE_FROM: f32 = 0.45;
/// See [`PART_MIN`]; of a clause without a number.
const CLAUSE_MIN: usize = 6;
/// See [`SURE_FROM`]; of a clause without a number.
const CLAUSE_SURE_FROM: f32 = 0.6;
/// A list without numbers is at most so long, in characters.
const LIST_MAX: usize = 60;
/// Of a part so many characters are told.
const TOLD: usize = 16;

static BREAKS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let number = r"第?[一二三四五六](?:件(?:事)?)?[、,.:是]|[1-6][、.):]";
    let more = r"(?:另外|此外|还有(?:一|个|两)?(?:件|个|码)?(?:事|情)|再(?:一|有)(?:件|个)?事|顺便(?:问|说|反映)|同时(?:反映|还))";
    Regex::new(&format!(r"(?:^|[。;,!?\n ])\s*(?:{number}|{more})")).ok()
});

/// A part of a message that may be a dispute of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// Its kind by the model.
    pub kind: DisputeKind,
    /// How it begins.
    pub begins: Private<String>,
}

/// The parts of a message that tell of different kinds; none: one matter, as far as the machine sees.
pub fn several(clean: &str) -> Vec<Matter> {
    let numbered = matters(&numbered(clean), PART_MIN, SURE_FROM);
    if numbered.len() > 1 {
        return numbered;
    }
    // Without numbers three clauses of a short message must each tell of another kind, and surely: an account in
    // many clauses touches other kinds and is one dispute.
    if clean.chars().count() > LIST_MAX {
        return Vec::new();
    }
    let clauses: Vec<&str> = clean.split(['。', ';', ',', '!', '?', '\n']).collect();
    let listed = matters(&clauses, CLAUSE_MIN, CLAUSE_SURE_FROM);
    if listed.len() > 2 { listed } else { Vec::new() }
}

/// The parts of a message behind its numbers, and what stands before the first. `3.5亩` begins no part.
fn numbered(clean: &str) -> Vec<&str> {
    let Some(breaks) = BREAKS.as_ref() else { return Vec::new() };
    let mut parts = Vec::new();
    let mut begin = 0;
    let is_amount = |end: usize| clean[end..].starts_with(|c: char| c.is_ascii_digit());
    for found in breaks.find_iter(clean).filter(|found| !is_amount(found.end())) {
        parts.push(&clean[begin..found.start()]);
        begin = found.end();
    }
    if !parts.is_empty() {
        parts.push(&clean[begin..]);
    }
    parts
}

/// The first part of each kind.
fn matters(parts: &[&str], shortest: usize, sure_from: f32) -> Vec<Matter> {
    let mut found: Vec<Matter> = Vec::new();
    for part in parts {
        let part = part.trim_matches(|c: char| !c.is_alphanumeric());
        if part.chars().count() < shortest {
            continue;
        }
        let guess = Model::shipped().guess(&text::clean(part));
        if guess.confidence >= sure_from && found.iter().all(|one| one.kind != guess.kind) {
            let begins = Private::new(part.chars().take(TOLD).collect());
            found.push(Matter { kind: guess.kind, begins });
        }
    }
    found
}

/// The same in plain Chinese.
pub fn told(matters: &[Matter]) -> Option<String> {
    let all: Vec<String> = matters
        .iter()
        .map(|matter| format!("{}（“{}…”）", matter.kind.zh(), matter.begins.reveal()))
        .collect();
    (!all.is_empty()).then(|| {
        let number = all.len();
        format!("这段话像是说了{number}件事：{}，请核对后分开登记。", all.join("；"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<&'static str> {
        several(&text::clean(text).text).iter().map(|matter| matter.kind.code()).collect()
    }

    #[test]
    fn three_disputes_in_one_message_are_told_apart() {
        let told = "一是老板拖欠我三个月工资没发；二是楼上漏水把我家吊顶泡坏了；三是孩子在学校被同学打伤，学校不管。";
        assert_eq!(kinds(told), ["labour", "neighbour", "campus"]);
        let told = "1、老公在外面有人要离婚。2、我在超市买的奶粉过期了，商家不退。";
        assert_eq!(kinds(told), ["marriage_family", "consumer"]);
        let told = "老板不给工资，房东不退押金，前夫不给抚养费，都赶一块儿了";
        assert_eq!(kinds(told), ["labour", "housing_homestead", "marriage_family"]);
    }

    #[test]
    fn a_part_begins_behind_its_number() {
        let parts = numbered("欠薪没发,1、工伤没赔;另外楼上漏水");
        assert_eq!(parts, ["欠薪没发", "工伤没赔", "楼上漏水"]);
    }

    #[test]
    fn one_dispute_with_several_demands_stays_one() {
        let told = "公司辞退我，要求：1、支付拖欠工资8000元；2、支付加班费；3、补缴社会保险。";
        assert!(kinds(told).is_empty());
        assert!(kinds("两家为了水渠的水吵了三年，3.5亩地浇不上").is_empty());
        assert!(numbered("两家为了水渠的水吵了三年，3.5亩地浇不上").is_empty());
        assert!(kinds("").is_empty());
    }
}
