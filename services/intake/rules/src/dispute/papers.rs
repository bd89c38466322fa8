//! Papers on file: their content lies beside the dispute under its hash, the dispute knows which it has.

use jiefen_procedure::Circumstances;
use jiefen_vocab::{Agency, Private};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::bars::Bar;
use super::common::{Decided, require};
use super::fact::Fact;
use super::state::State;

/// How many papers one dispute may have.
pub const PAPERS_MAX: usize = 200;

/// A paper that is to be filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    /// The SHA-256 of its content, lower-case hex.
    pub sha256: String,
    /// The name of the file as given: it may name people.
    pub name: Private<String>,
    /// Its media type.
    pub media_type: String,
    /// Its length in bytes.
    pub size: u64,
}

/// A paper on file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its number within the dispute, from 1.
    pub no: u32,
    /// The SHA-256 of its content, lower-case hex.
    pub sha256: String,
    /// The name of the file as given: it may name people.
    pub name: Private<String>,
    /// Its media type.
    pub media_type: String,
    /// Its length in bytes.
    pub size: u64,
    /// The unit that filed it.
    pub unit: Agency,
    /// Who filed it: staff id.
    pub person: String,
    /// On which day.
    pub on: Date,
}

/// 附件归卷: a paper is filed once; who, when and which content stays on record.
pub fn attach(state: &State, filing: &Filing, ctx: &Circumstances<'_>) -> Decided {
    let same = |known: &Attachment| known.sha256 == filing.sha256;
    require(!state.attachments.iter().any(same), Bar::AttachedAlready)?;
    require(state.attachments.len() < PAPERS_MAX, Bar::TooManyPapers)?;
    let no = state.attachments.iter().map(|known| known.no).max().unwrap_or(0).saturating_add(1);
    Ok(vec![Fact::Attached(Box::new(Attachment {
        no,
        sha256: filing.sha256.clone(),
        name: filing.name.clone(),
        media_type: filing.media_type.clone(),
        size: filing.size,
        unit: ctx.actor.agency,
        person: ctx.actor.person.clone(),
        on: ctx.today(),
    }))])
}
