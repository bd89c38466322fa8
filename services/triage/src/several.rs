//! Several disputes in one message. The machine says that it may be so and leaves all in one; the clerk splits, because
//! only a person knows what belongs together.

use std::sync::LazyLock;

use jiefen_vocab::DisputeKind;
use regex::Regex;
use serde::{Deserialize, Serialize};

use crate::model::Model;
use crate::text;

/// A part with fewer characters is no matter of its own.
const PART_MIN: usize = 8;
/// A part of which the kind is less sure says nothing.
const SURE_FROM: f32 = 0.45;
/// Of a part so many characters are told.
const TOLD: usize = 16;

static BREAKS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let number = r"第?[一二三四五六](?:件(?:事)?)?[、,.:是]|[1-6][、.):](?:[^\d]|$)";
    let more = r"(?:另外|此外|还有(?:一|个|两)?(?:件|个|码)?(?:事|情)|再(?:一|有)(?:件|个)?事|顺便(?:问|说|反映)|同时(?:反映|还))";
    Regex::new(&format!(r"(?:^|[。;,!?\n ])\s*(?:{number}|{more})")).ok()
});

/// A part of a message that may be a dispute of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// Its kind by the model.
    pub kind: DisputeKind,
    /// How it begins.
    pub begins: String,
}

/// The parts of a message that tell of different kinds; none: one matter, as far as the machine sees.
pub fn several(clean: &str) -> Vec<Matter> {
    let Some(breaks) = BREAKS.as_ref() else { return Vec::new() };
    let starts: Vec<usize> = breaks.find_iter(clean).map(|found| found.start()).collect();
    let ends = starts.iter().copied().skip(1).chain([clean.len()]);
    let head = (0, starts.first().copied().unwrap_or(0));
    let parts = std::iter::once(head).chain(starts.iter().copied().zip(ends));
    let mut found: Vec<Matter> = Vec::new();
    for (begin, end) in parts {
        let part = breaks.replace(&clean[begin..end], "");
        let part = part.trim_matches(|c: char| !c.is_alphanumeric());
        if part.chars().count() < PART_MIN {
            continue;
        }
        let guess = Model::shipped().guess(&text::clean(part));
        if guess.confidence >= SURE_FROM && found.iter().all(|one| one.kind != guess.kind) {
            found.push(Matter { kind: guess.kind, begins: part.chars().take(TOLD).collect() });
        }
    }
    if found.len() > 1 { found } else { Vec::new() }
}

/// The same in plain Chinese.
pub fn told(matters: &[Matter]) -> Option<String> {
    let all: Vec<String> = matters
        .iter()
        .map(|matter| format!("{}（“{}…”）", matter.kind.zh(), matter.begins))
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
    }

    #[test]
    fn one_dispute_with_several_demands_stays_one() {
        let told = "公司辞退我，要求：1、支付拖欠工资8000元；2、支付加班费；3、补缴社会保险。";
        assert!(kinds(told).is_empty());
        assert!(kinds("两家为了水渠的水吵了三年，3.5亩地浇不上").is_empty());
        assert!(kinds("").is_empty());
    }
}
