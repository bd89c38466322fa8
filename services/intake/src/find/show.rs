//! Searching, and what is shown of what was found.

use jiefen_intake_rules::Case;
use jiefen_intake_rules::dispute::State;
use jiefen_ledger::found::{self, Near, Shared, Tokens};
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::case_head;
use jiefen_ledger::wire::date_to;
use jiefen_ledger::{Error, Store, read};
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_triage::similar::{self, Print, Score, Subject};
use jiefen_vocab::{CaseId, Channel, Regions};

use super::ask::{Duplicates, Question};
use super::tokens::{self, Word};
use super::viewer::Viewer;
use super::{handlers, holders, masked, name_of, seen};
use crate::IntakeArea;
use crate::view;

/// How much of the account a list shows, in characters.
const SUMMARY: usize = 120;
/// How many candidates are scored.
const SCORED: usize = 200;
/// How many are proposed.
const PROPOSED: usize = 10;

/// Answers a search.
///
/// # Errors
/// The database cannot be read.
pub async fn search(
    at: &Store,
    viewer: Viewer,
    question: &Question,
) -> Result<pb::SearchDisputesResponse, Error> {
    let mut looking = question.looking(viewer);
    looking.size += 1;
    let mut hits = found::find(at, &looking).await?;
    let more = hits.len() as u64 > question.size;
    hits.truncate(usize::try_from(question.size).unwrap_or(usize::MAX));
    let next = hits.last().filter(|_| more).map(|last| question.page_after(last.no));
    let ids: Vec<CaseId> = hits.iter().map(|hit| hit.case).collect();
    let views = read::cases_by_id::<IntakeArea>(at, &ids).await?;
    let disputes = views.iter().filter_map(|view| shown(view, viewer, &question.words)).collect();
    Ok(pb::SearchDisputesResponse { disputes, next_page_token: next.unwrap_or_default() })
}

/// Proposes disputes that may be the same one. Nothing is changed.
///
/// # Errors
/// There is no such dispute in the viewer's view, or the database cannot be read.
pub async fn propose(
    at: &Store,
    viewer: Viewer,
    asked: &Duplicates,
) -> Result<pb::ProposeDuplicatesResponse, Error> {
    let (print, near, own) = match asked {
        Duplicates::Of(case) => {
            let view = read::case::<IntakeArea>(at, *case).await?;
            let state = visible(&view, viewer).ok_or_else(|| missing(*case))?;
            let channel = state.doors.first().map_or(Channel::Grid, |door| door.channel);
            let subject = super::subject(&state.content, channel, state.own_inquiry.on);
            (similar::print(&subject), near(at, viewer, &subject).await?, Some(state.clone()))
        }
        Duplicates::Like { content, channel, day } => {
            let subject = super::subject(content, *channel, *day);
            (similar::print(&subject), near(at, viewer, &subject).await?, None)
        }
    };
    let mut scored: Vec<(CaseId, Score)> = Vec::new();
    for row in found::prints(at, &near).await? {
        // A row whose fingerprint does not read back is built anew with the next version.
        let Ok(other) = serde_json::from_str::<Print>(&row.print) else { continue };
        let score = similar::score(&print, &other);
        if score.proposed() {
            scored.push((row.case, score));
        }
    }
    scored.sort_by(|(a_id, a), (b_id, b)| b.value.total_cmp(&a.value).then_with(|| b_id.cmp(a_id)));
    scored.truncate(2 * PROPOSED);
    let ids: Vec<CaseId> = scored.iter().map(|(case, _)| *case).collect();
    let views = read::cases_by_id::<IntakeArea>(at, &ids).await?;
    let mut candidates = Vec::new();
    for view in &views {
        let known = own.as_ref().is_some_and(|own| joined(own, view));
        let score = scored.iter().find(|(case, _)| case.to_string() == view.row.id);
        if let (false, Some((_, score)), Some(dispute)) = (known, score, shown(view, viewer, &[])) {
            let reasons = score.reasons.iter().map(|reason| reason.zh().to_owned()).collect();
            let (dispute, score) = (Some(dispute), score.value);
            candidates.push(pb::ProposedDuplicate { dispute, score, reasons });
        }
    }
    candidates.truncate(PROPOSED);
    Ok(pb::ProposeDuplicatesResponse { candidates })
}

/// The candidates: those that share a key. Both parties say more than one, one more than the words, and the words
/// of the same village more than words alone. What stands there for the viewer's unit alone is little, and comes
/// with one question.
async fn near(at: &Store, viewer: Viewer, subject: &Subject<'_>) -> Result<Vec<Near>, Error> {
    let keys = similar::keys(subject);
    let mut sets = Vec::new();
    let (mut own, mut village) = (Vec::new(), Vec::new());
    for key in &keys {
        let [open, closed] = viewer.alternatives(&[key].iter().collect());
        let weight = match key.chars().next() {
            Some('p') => 8,
            Some('n') => 3,
            Some(_) | None => 1,
        };
        sets.push(Shared { any: vec![open], weight });
        own.push(closed);
        let place = keys.iter().find(|place| place.starts_with('v') && *place != key);
        village.extend(place.map(|place| {
            let [together, _] = viewer.alternatives(&[key, place].iter().collect());
            together
        }));
    }
    sets.push(Shared { any: own, weight: 12 });
    sets.push(Shared { any: village, weight: 5 });
    sets.retain(|set| !set.any.is_empty());
    found::near(at, &sets, SCORED).await
}

fn missing(case: CaseId) -> Error {
    Error::NotFound { what: "纠纷", what_en: "dispute", name: format!("cases/{case}") }
}

/// True when the two are one dispute already, or the candidate is the dispute itself.
fn joined(own: &State, view: &CaseView<IntakeArea>) -> bool {
    use jiefen_intake_rules::dispute::Stage;
    let Case::Dispute(other) = &view.state else { return true };
    let into = |state: &State, to: &State| matches!(&state.stage, Stage::Merged { into, .. } if *into == to.dispute);
    own.dispute == other.dispute || into(own, other) || into(other, own)
}

/// The dispute, when it stands in this view.
fn visible(view: &CaseView<IntakeArea>, viewer: Viewer) -> Option<&State> {
    let Case::Dispute(state) = &view.state else { return None };
    let there = match viewer {
        Viewer::Own { .. } => true,
        Viewer::Above { .. } => !masked(&state.content),
        Viewer::Other { unit } if masked(&state.content) => handlers(state).contains(&unit),
        Viewer::Other { unit } => holders(state).contains(&unit),
    };
    there.then_some(state.as_ref())
}

/// A dispute as a list shows it.
fn shown(view: &CaseView<IntakeArea>, viewer: Viewer, words: &[Word]) -> Option<pb::FoundDispute> {
    let Case::Dispute(state) = &view.state else { return None };
    let hidden = masked(&state.content) && !handlers(state).contains(&viewer.unit());
    let mut content = if hidden { state.content.masked() } else { state.content.clone() };
    // A list tells who it is; numbers, telephones and agents stand in the file.
    content.parties.iter_mut().for_each(|party| party.more = None);
    let matches = parts(state, &if hidden { seen(&state.content) } else { content.clone() });
    Some(pb::FoundDispute {
        head: Some(case_head(view)),
        receipt: state.receipt.to_string(),
        kind: content.kind.code().to_owned(),
        place: content.place.to_string(),
        place_name: Regions::shipped().full_name(content.place).unwrap_or_default(),
        opened_on: Some(date_to(state.own_inquiry.on)),
        responsible_unit: state.responsible.unit.to_string(),
        parties: content.parties.iter().map(jiefen_ledger::wire::party_to).collect(),
        summary: content.summary.reveal().chars().take(SUMMARY).collect(),
        doors: state.doors.iter().map(view::door).collect(),
        masked: hidden,
        matches: words.iter().map(|word| found_in(word, &matches)).collect(),
    })
}

/// The parts of a dispute in which a word can stand, each with its tokens.
type Parts = Vec<(&'static str, &'static str, Tokens)>;

fn parts(state: &State, content: &jiefen_intake_rules::content::Content) -> Parts {
    let mut names = Tokens::new();
    for party in &content.parties {
        names.extend(tokens::of_name(party.name.reveal()).iter());
    }
    let mut places = Tokens::new();
    for place in content.other_places.iter().chain([&content.place]) {
        places.extend(tokens::of_place(*place, name_of).iter());
    }
    let mut numbers = tokens::of_codes(state.dispute, state.receipt);
    for number in state.doors.iter().filter_map(|door| door.number.as_ref()) {
        numbers.extend(tokens::of_text(number).iter());
    }
    vec![
        ("party", "当事人", names),
        ("number", "编号", numbers),
        ("place", "地点", places),
        ("kind", "类型", tokens::of_kind(content.kind)),
        ("summary", "内容", tokens::of_text(content.summary.reveal())),
    ]
}

fn found_in(word: &Word, parts: &Parts) -> pb::Match {
    let found = parts.iter().find(|(.., tokens)| tokens.has_all(&word.tokens));
    let (part, part_zh) =
        found.map_or(("several", "多处"), |(part, part_zh, _)| (*part, *part_zh));
    pb::Match { word: word.text.clone(), part: part.to_owned(), part_zh: part_zh.to_owned() }
}
