//! The rows of cases that have changed.

use jiefen_vocab::CaseId;

use crate::area::{Area, CaseOf};
use crate::entity::{found, found_head};
use crate::found::{Entry, Words};

/// How much of a row is written anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Change {
    /// Only what lists filter by.
    Head,
    /// The words too.
    Words,
}

/// What a command has changed of a case's row; none: nothing.
pub(crate) fn change<A: Area>(
    before: Option<&CaseOf<A>>,
    after: Option<&CaseOf<A>>,
) -> Option<Change> {
    let after = after?;
    let entry = A::entry(after)?;
    let known = before.and_then(|before| Some((before, A::entry(before)?)));
    match known {
        Some((before, old)) if A::same_words(before, after) => {
            (old != entry).then_some(Change::Head)
        }
        Some(_) | None => Some(Change::Words),
    }
}

/// The whole row of a case; none: it is not found.
pub(crate) fn row<A: Area>(no: i64, id: CaseId, case: &CaseOf<A>) -> Option<found::Model> {
    let Entry { kind, place, opened, state, holder, masked } = A::entry(case)?;
    let Words { terms, keys, print } = A::words(case);
    Some(found::Model {
        no,
        case_id: id.to_string(),
        kind: kind.to_owned(),
        place: place.to_string(),
        opened: opened.to_string(),
        state: state.to_owned(),
        holder: holder.to_string(),
        masked,
        terms: terms.text(),
        keys: keys.text(),
        print,
    })
}

/// The row without its words.
pub(crate) fn head<A: Area>(no: i64, id: CaseId, case: &CaseOf<A>) -> Option<found_head::Model> {
    let Entry { kind, place, opened, state, holder, masked } = A::entry(case)?;
    Some(found_head::Model {
        no,
        case_id: id.to_string(),
        kind: kind.to_owned(),
        place: place.to_string(),
        opened: opened.to_string(),
        state: state.to_owned(),
        holder: holder.to_string(),
        masked,
    })
}
