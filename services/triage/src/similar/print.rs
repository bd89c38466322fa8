//! The fingerprint of a registration: hashes and codes, no names and no words, so that it can lie in an index.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiefen_vocab::{DisputeKind, PartyRole, Region};
use jiff::civil::Date;
use regex::Regex;
use serde::{Deserialize, Serialize};

use super::Subject;
use crate::text;

/// Bands of the text's signature; texts that share one are compared.
const BANDS: usize = 20;
/// Values a band joins. Texts with three quarters of their pairs in common share a band in 9,999 of 10,000 cases.
const ROWS: usize = 3;
/// Pairs of characters that are kept of a long text.
const PAIRS_MAX: usize = 400;

/// Words by which somebody says that he has told it before, at this door or at another.
static AGAIN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let told = "(登记|登|报|反映|投诉|填|递|打|说)(过|了)";
    let door = "(网上|信访|12315|12345|热线|网格|村里|村上|镇上|乡上|派出所|窗口|那边|电话|小程序)";
    let when = "(前几天|前天|昨天|上周|上回|上次|上个?月|那天|早就)";
    Regex::new(&format!(
        "{door}[^。]{{0,8}}{told}|{when}[^。]{{0,14}}{told}|{told}[^。]{{0,10}}(那|这)(个|件)?事"
    ))
    .ok()
});

/// A fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Print {
    /// Hashes of the pairs of characters, ascending.
    pub(super) pairs: Vec<u32>,
    /// Those who claim.
    pub(super) applicants: Vec<Named>,
    /// Those claimed against, and third parties.
    pub(super) others: Vec<Named>,
    /// Hashes of the family names that the text itself tells.
    pub(super) surnames: Vec<u32>,
    /// Hashes of the numbers told: amounts, plates, telephones.
    pub(super) numbers: Vec<u32>,
    /// Where.
    pub(super) place: Region,
    /// What about.
    pub(super) kind: DisputeKind,
    /// The amount in fen; none: not told.
    pub(super) amount: Option<i64>,
    /// When.
    pub(super) day: Date,
    /// The text says that it was told somewhere before.
    #[serde(default)]
    pub(super) again: bool,
}

/// A party by hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Named {
    /// Of the name.
    pub(super) name: u64,
    /// Of the family name; zero: none.
    pub(super) surname: u32,
    /// How much of the name is told.
    pub(super) told: Told,
}

/// How much of a name is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Told {
    /// 全名
    Whole,
    /// 只有姓：李某、裘女士
    Surname,
    /// 只有种类：某物业公司
    Sort,
}

/// The fingerprint of a registration.
pub fn print(subject: &Subject<'_>) -> Print {
    let clean = text::clean(subject.text).text;
    let of = |role: fn(PartyRole) -> bool| {
        let at = subject.parties.iter().filter(|(_, at)| role(*at));
        sorted(at.filter_map(|(name, _)| named(name)))
    };
    Print {
        pairs: pairs(&clean),
        applicants: of(|role| role == PartyRole::Applicant),
        others: of(|role| role != PartyRole::Applicant),
        surnames: sorted(told_surnames(&clean).into_iter().map(of_surname)),
        numbers: numbers(&clean),
        place: subject.place,
        kind: subject.kind,
        amount: subject.amount.map(|amount| amount.0),
        day: subject.day,
        again: AGAIN.as_ref().is_some_and(|again| again.is_match(&clean)),
    }
}

/// Under which keys a registration is looked for: two that may be one dispute share at least one.
pub fn keys(subject: &Subject<'_>) -> Vec<String> {
    let print = print(subject);
    let mut keys = BTreeSet::new();
    let place = print.place.code();
    for party in print.applicants.iter().chain(&print.others) {
        match party.told {
            Told::Whole => keys.insert(format!("n{:016x}", party.name)),
            Told::Surname | Told::Sort => false,
        };
        if party.surname != 0 {
            keys.insert(format!("s{place}{:08x}{}", party.surname, print.kind.code()));
        }
    }
    for (band, value) in bands(&print.pairs).into_iter().enumerate() {
        keys.insert(format!("t{band:02}{value:012x}"));
    }
    keys.insert(format!("v{place}{}", print.kind.code()));
    keys.into_iter().collect()
}

/// True when a name tells somebody: not 匿名, 某人, a description.
pub(crate) fn is_told(name: &str) -> bool {
    named(name).is_some()
}

/// What a name tells; none: nothing (匿名, 某人, a description).
pub(super) fn named(name: &str) -> Option<Named> {
    const NOBODY: [&str; 12] = [
        "匿名",
        "不详",
        "未知",
        "不明",
        "未留",
        "本人",
        "群众",
        "对方",
        "张三",
        "李四",
        "来电人",
        "留言人",
    ];
    let name = normal(name);
    let chars: Vec<char> = name.chars().collect();
    let (first, length) = (*chars.first()?, chars.len());
    if NOBODY.iter().any(|nobody| name.contains(nobody))
        || (first == '某' && length < 4)
        || length < 2
    {
        return None;
    }
    let blank = chars.contains(&'某');
    let person = length <= 3 && text::is_han(first) && first != '某';
    let surname = if person { of_surname(first) } else { 0 };
    let told = match (blank, person) {
        (true, true) => Told::Surname,
        (true, false) => Told::Sort,
        (false, _) => Told::Whole,
    };
    Some(Named { name: hash(&name), surname, told })
}

/// A name without spaces, dots, titles and what stands before a title; a title alone leaves 某.
fn normal(name: &str) -> String {
    let clean = text::clean(name).text.replace(['*', '×', '?'], "某");
    let bare: String = clean.chars().filter(|c| c.is_alphanumeric()).collect();
    let bare = match bare.rfind('等') {
        Some(at) if at > 0 && bare.ends_with(['人', '户', '名']) => bare[..at].to_owned(),
        _ => bare,
    };
    let bare = untitled(&bare).unwrap_or(bare);
    const FORMS: [&str; 10] =
        ["先生", "女士", "老师", "师傅", "大爷", "大妈", "老汉", "老太太", "姓男子", "姓女子"];
    let form = FORMS.iter().find_map(|form| bare.strip_suffix(form)).map(str::to_owned);
    let form = form.filter(|rest| !rest.is_empty());
    let bare = match bare.char_indices().rev().nth(1) {
        Some((at, _)) if bare.ends_with('某') && bare.chars().count() > 3 => bare[at..].to_owned(),
        _ => bare,
    };
    match form {
        Some(rest) => format!("{}某", rest.trim_start_matches(['老', '小'])),
        None => bare,
    }
}

/// The name behind what somebody is: 家长代表方芸, 金沙村养殖户马小军. A title within the name of an organisation is none.
fn untitled(name: &str) -> Option<String> {
    const ROLES: [&str; 8] = ["代表", "家属", "家长", "网格员", "班长", "死者", "申请人", "当事人"];
    const TRADES: [&str; 14] = [
        "养殖户",
        "种植户",
        "农户",
        "业主",
        "村民",
        "居民",
        "商户",
        "摊主",
        "工人",
        "职工",
        "患者",
        "伤者",
        "司机",
        "队长",
    ];
    const BODIES: [char; 14] =
        ['会', '宫', '所', '局', '部', '店', '厂', '队', '院', '司', '组', '站', '社', '群'];
    let behind = |titles: &[&str]| {
        let at = titles.iter().filter_map(|title| Some(name.rfind(title)? + title.len())).max()?;
        Some(name[at..].to_owned()).filter(|rest| rest.chars().count() >= 2)
    };
    let person = |rest: &String| rest.chars().count() <= 3 && !rest.ends_with(BODIES);
    behind(&TRADES).filter(person).or_else(|| behind(&ROLES))
}

fn of_surname(name: char) -> u32 {
    short(hash(&name.to_string()))
}

/// Family names that the text tells: 我姓罗, 高家, 老王, 小栾.
fn told_surnames(clean: &str) -> Vec<char> {
    let chars: Vec<char> = clean.chars().collect();
    let mut found = Vec::new();
    for pair in chars.windows(2) {
        match pair {
            ['姓' | '老' | '小', name] if text::is_han(*name) => found.push(*name),
            [name, '家' | '某' | '姓'] if text::is_han(*name) => found.push(*name),
            _ => {}
        }
    }
    found
}

fn pairs(clean: &str) -> Vec<u32> {
    let chars: Vec<char> = clean.chars().filter(|c| c.is_alphanumeric()).collect();
    let set: BTreeSet<u32> =
        chars.windows(2).map(|pair| short(hash(&pair.iter().collect::<String>()))).collect();
    set.into_iter().take(PAIRS_MAX).collect()
}

fn numbers(clean: &str) -> Vec<u32> {
    let told = clean.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() >= 2);
    sorted(told.map(|run| short(hash(run))))
}

/// The least value of each of the hash functions, joined in bands.
fn bands(pairs: &[u32]) -> Vec<u64> {
    if pairs.len() < 4 {
        return Vec::new();
    }
    let least =
        |seed: u64| pairs.iter().map(|pair| mix(u64::from(*pair) ^ mix(seed))).min().unwrap_or(0);
    let band = |band: usize| {
        let rows = (0..ROWS).map(|row| (band * ROWS + row) as u64 + 1);
        rows.fold(0_u64, |joined, seed| mix(joined ^ least(seed))) & 0xffff_ffff_ffff
    };
    (0..BANDS).map(band).collect()
}

fn sorted<T: Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    values.collect::<BTreeSet<T>>().into_iter().collect()
}

/// FNV-1a, then mixed: stable over versions and machines, for it is stored.
pub(crate) fn hash(text: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let folded = text
        .bytes()
        .fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    mix(folded)
}

/// The finisher of SplitMix64.
fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

fn short(hash: u64) -> u32 {
    (hash >> 32) as u32
}
