//! What the counter was given, and what is read from it.

use jiefen_vocab::{Channel, DisputeKind, Fen, Flag, PartyKind, PartyRole, Region};
use jiff::civil::Date;

use crate::cue::{CRIME_HEARD, Cues, Hits};
use crate::model::care::Care;
use crate::model::step::Step;
use crate::model::{Guess, Model};
use crate::text::{self, Clean};

/// A party as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who<'a> {
    /// The name.
    pub name: &'a str,
    /// Its place in the dispute.
    pub role: PartyRole,
    /// Person or organisation.
    pub kind: PartyKind,
    /// Known to be under 18.
    pub minor: bool,
}

/// A registration as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given<'a> {
    /// What was said.
    pub text: &'a str,
    /// Through which door.
    pub channel: Channel,
    /// The kind of unit that was asked: `court`, `town_zz`, `market`; empty: not known.
    pub received_by: &'a str,
    /// Where it arose.
    pub place: Region,
    /// The name of the place, which tells a community from a village; empty: not known.
    pub place_name: &'a str,
    /// Another region concerned.
    pub other_place: Option<Region>,
    /// The parties.
    pub parties: Vec<Who<'a>>,
    /// The amount in dispute.
    pub amount: Option<Fen>,
    /// How many people are concerned.
    pub people: u32,
    /// The day of registration.
    pub day: Date,
    /// The kind that the clerk has decided; none: the model's.
    pub kind: Option<DisputeKind>,
}

/// What was read from a registration.
#[derive(Debug, Clone)]
pub struct Read<'a> {
    /// The registration.
    pub given: &'a Given<'a>,
    /// The text as it was read.
    pub clean: Clean,
    /// Text and names of organisations.
    pub whole: Clean,
    /// The cues of the text.
    pub hits: Hits,
    /// What the model of care hears, each with its words.
    pub heard: Vec<(Flag, String)>,
    /// The kind by the model.
    pub guess: Guess,
    /// The kind that counts.
    pub kind: DisputeKind,
}

/// Reads a registration.
pub fn read<'a>(given: &'a Given<'a>) -> Read<'a> {
    let clean = text::clean(given.text);
    let mut words = clean.text.clone();
    for party in given.parties.iter().filter(|party| party.kind == PartyKind::Org) {
        words.push(' ');
        words.push_str(party.name);
    }
    let whole = text::clean(&words);
    let mut hits = Cues::shipped().find(&clean);
    let heard = Care::of_signs().flags(&clean);
    if let Some((_, words)) = heard.iter().find(|(flag, _)| *flag == Flag::NotMediable) {
        hits.hear(CRIME_HEARD, words);
    }
    for (cue, words) in Step::of_ways().cues(&clean) {
        Cues::shipped().hear(&mut hits, cue, &words);
    }
    let guess = Model::shipped().guess(&whole);
    let kind = given.kind.unwrap_or(guess.kind);
    Read { given, clean, whole, hits, heard, guess, kind }
}

impl Read<'_> {
    /// True when a party is an authority: a government, a bureau, a village committee.
    pub fn against_authority(&self) -> bool {
        self.given.parties.iter().any(|party| {
            party.role != PartyRole::Applicant
                && party.kind == PartyKind::Org
                && is_authority(party.name)
        })
    }

    /// True when it arose in a residents' community, false in a village.
    pub fn in_community(&self) -> bool {
        let name = self.given.place_name;
        name.contains("社区") || name.contains("居委") || name.contains("居民委员")
    }
}

/// A name of a public body.
pub fn is_authority(name: &str) -> bool {
    const ENDS: [&str; 14] = [
        "政府",
        "局",
        "派出所",
        "管委会",
        "街道办事处",
        "街道办",
        "委员会",
        "大队",
        "支队",
        "中心",
        "所",
        "厅",
        "法院",
        "检察院",
    ];
    const NOT: [&str; 14] = [
        "服务中心",
        "业主委员会",
        "寺管会",
        "管理委员会",
        "诊所",
        "医院",
        "会所",
        "律师事务所",
        "健身",
        "物业",
        "养老",
        "培训",
        "美容",
        "购物",
    ];
    ENDS.iter().any(|end| name.ends_with(end)) && !NOT.iter().any(|not| name.contains(not))
}
