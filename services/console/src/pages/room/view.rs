//! What those in the room see, staff and parties alike: the text, who has confirmed it, what was said.

use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::mediation::v1 as pb;

use crate::words;

/// A term of a text, with what could not be enforced.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Term {
    pub(crate) no: u32,
    pub(crate) text: String,
    pub(crate) findings: Vec<Found>,
}

/// What was found of one thing that is asked of a term.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    pub(crate) definite: bool,
    pub(crate) zh: String,
    pub(crate) en: String,
    pub(crate) instead: String,
    pub(crate) basis: String,
}

impl Term {
    pub(crate) fn of(sentence: &pb::Sentence) -> Term {
        let found = sentence.findings.iter().map(|one| Found {
            definite: one.definite,
            zh: one.zh.clone(),
            en: one.en.clone(),
            instead: one.instead.clone(),
            basis: one.basis.clone(),
        });
        Term { no: sentence.no, text: sentence.text.clone(), findings: found.collect() }
    }

    /// What is not definite.
    pub(crate) fn open(&self) -> impl Iterator<Item = &Found> {
        self.findings.iter().filter(|found| !found.definite)
    }

    /// True when a court could enforce it as it is written.
    pub(crate) fn is_definite(&self) -> bool {
        self.open().next().is_none()
    }
}

/// The text before the parties.
pub(crate) struct Text {
    pub(crate) edition: u32,
    pub(crate) facts: String,
    pub(crate) terms: Vec<Term>,
    /// What the last change changed.
    pub(crate) changes: Vec<Change>,
    pub(crate) hash: String,
    /// Its hash as it is compared by eye.
    pub(crate) code: String,
    /// True: it binds.
    pub(crate) bound: bool,
}

/// A term before and after a change; empty: it was not there, or is there no more.
#[derive(Debug, PartialEq)]
pub(crate) struct Change {
    pub(crate) before: String,
    pub(crate) after: String,
}

/// What was changed from one text to the next, term by term.
pub(crate) fn changes(before: &[Term], after: &[Term]) -> Vec<Change> {
    if before.is_empty() {
        return Vec::new();
    }
    let most = before.len().max(after.len());
    let at = |terms: &[Term], place: usize| {
        terms.get(place).map(|term| term.text.clone()).unwrap_or_default()
    };
    let all = (0..most).map(|place| Change { before: at(before, place), after: at(after, place) });
    all.filter(|change| change.before != change.after).collect()
}

/// A party, and where its confirmation stands.
pub(crate) struct Voice {
    pub(crate) no: u32,
    pub(crate) name: String,
    pub(crate) confirmed: bool,
    /// It had confirmed the text before this one.
    pub(crate) voided: bool,
}

/// The parties of a mediation.
pub(super) fn voices(mediation: &pb::PeopleMediation) -> Vec<Voice> {
    let bound = mediation.agreement.is_some();
    let voice = |party: &common::Party| Voice {
        no: party.no,
        name: party.name.clone(),
        confirmed: bound || mediation.confirmed.contains(&party.no),
        voided: mediation.voided.contains(&party.no),
    };
    mediation.parties.iter().map(voice).collect()
}

/// Something that was said.
pub(crate) struct Said {
    pub(crate) no: u64,
    pub(crate) name: String,
    pub(crate) at: String,
    pub(crate) text: String,
    pub(crate) note: bool,
    pub(crate) own: bool,
}

impl Said {
    pub(crate) fn of(line: &pb::Line, english: bool) -> Said {
        let mediator = line.party == 0 && english;
        Said {
            no: line.no,
            name: if mediator { "mediator".to_owned() } else { line.name.clone() },
            at: words::moment(&line.at, english),
            text: line.text.clone(),
            note: line.note,
            own: line.own,
        }
    }
}

/// A hash as people compare it: its first eight digits, in two groups.
pub(crate) fn short(hash: &str) -> String {
    match (hash.get(..4), hash.get(4..8)) {
        (Some(one), Some(two)) => format!("{one} {two}"),
        _ => hash.to_owned(),
    }
}

/// A day as the services write it, as text.
pub(crate) fn day(date: Option<&common::Date>) -> String {
    date.map(|d| format!("{:04}-{:02}-{:02}", d.year, d.month, d.day)).unwrap_or_default()
}

/// The form of a session.
pub(crate) fn mode(code: &str, english: bool) -> &str {
    match code {
        _ if english => code,
        "together" => "面对面",
        "apart" => "背对背",
        "video" => "视频",
        "phone" => "电话",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(no: u32, text: &str) -> Term {
        Term { no, text: text.to_owned(), findings: Vec::new() }
    }

    #[test]
    fn a_change_is_told_term_by_term() {
        let change = |before: &str, after: &str| Change {
            before: before.to_owned(),
            after: after.to_owned(),
        };
        let one = [term(1, "付800元"), term(2, "恢复界桩")];
        assert_eq!(changes(&[], &one), vec![], "the first text");
        assert_eq!(changes(&one, &one), vec![]);
        assert_eq!(
            changes(&one, &[term(1, "付900元"), term(2, "恢复界桩"), term(3, "轮流浇水")]),
            vec![change("付800元", "付900元"), change("", "轮流浇水")]
        );
        assert_eq!(changes(&one, &one[..1]), vec![change("恢复界桩", "")]);
    }

    #[test]
    fn a_hash_is_compared_by_its_beginning() {
        assert_eq!(short("3f9a12c0ffff"), "3f9a 12c0");
        assert_eq!(short("3f"), "3f");
    }
}
