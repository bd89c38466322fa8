//! What was said to all in the mediation room, as a part of its dossier. Notes of private talks never come here
//! (人民调解法 15).

use jiefen_documents::{Edition, Entry, Fields, Press};
use jiefen_ledger::serve::App;
use jiefen_ledger::shelf::Line;
use jiefen_ledger::{Area, Error};
use serde_json::{Map, Value, json};

use crate::draw::{self, Asked};
use crate::fill::{convert, path};

/// So many lines stand on one paper.
const LINES: usize = 400;
/// So many bytes of words.
const BYTES: usize = 128 * 1024;

/// A line: number, time, speaker, words.
type Said = (u64, String, String, String);

/// Some of the lines, before they are printed.
pub(crate) struct Part {
    committee: Value,
    matter: Value,
    lines: Vec<Said>,
}

impl Part {
    /// As it is bound: what cannot be printed has a square in its place, for nobody can write it anew.
    pub(crate) fn entry(self, press: &Press) -> Entry {
        let row = |(_, at, speaker, words): &Said| {
            let words = press.printable(words);
            let words = if words.trim().is_empty() { "□".to_owned() } else { words };
            json!({ "at": at, "speaker": press.printable(speaker), "words": words })
        };
        let number = |line: Option<&Said>| line.map_or(0, |line| line.0);
        let fields = [
            ("committee", self.committee),
            ("matter", self.matter),
            ("first", json!(number(self.lines.first()))),
            ("last", json!(number(self.lines.last()))),
            ("lines", self.lines.iter().map(row).collect()),
        ];
        let fields: Map<String, Value> =
            fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let family = "room_talk".to_owned();
        Entry { family, fields: Fields::new(fields), edition: Edition::Part }
    }
}

/// What was said in the room of the case, in parts; none: nothing was.
///
/// # Errors
/// The database cannot be read.
pub(crate) async fn parts<A: Area>(
    app: &App<A>,
    asked: &Asked,
    cover: &Map<String, Value>,
) -> Result<Vec<Part>, Error> {
    let lines = app.ledger.store().shared_lines(asked.case).await?;
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let cases = draw::cases(app, asked.dispute).await?;
    let id = asked.case.to_string();
    let view = cases.iter().find(|case| case.row.id == id).map(A::shown).unwrap_or_default();
    let parties = path::at(&view, "parties").and_then(|found| found.as_array().cloned());
    let parties = parties.unwrap_or_default();
    let said = |line: &Line| {
        let party = line.spoken.party();
        let speaker = match party.and_then(|no| convert::named(&parties, u64::from(no))) {
            Some(name) => name,
            None if party.is_some() => "当事人".to_owned(),
            None => "调解员".to_owned(),
        };
        let at = line.at.to_string();
        let at = at.get(..16).unwrap_or(&at).replace('T', " ");
        (line.no, at, speaker, line.spoken.text.reveal().clone())
    };
    let of = |name: &str| cover.get(name).cloned().unwrap_or_else(|| json!("—"));
    let mut parts: Vec<Part> = Vec::new();
    let mut room = 0;
    for line in lines.iter().map(said) {
        match parts.last_mut() {
            Some(part) if part.lines.len() < LINES && room >= line.3.len() => {
                room -= line.3.len();
                part.lines.push(line);
            }
            Some(_) | None => {
                room = BYTES.saturating_sub(line.3.len());
                let (committee, matter) = (of("body"), of("title"));
                parts.push(Part { committee, matter, lines: vec![line] });
            }
        }
    }
    Ok(parts)
}
