//! The journal's chain: each entry's hash covers the entry and the hash before it, so that a file can be
//! proved complete.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::{chain, journal};
use crate::envelope::{digest, field};
use crate::error::{Error, store};
use crate::store::Store;

/// How many entries are read at once.
const PAGE: u64 = 1000;

/// The hash of an entry that follows `before`.
pub(crate) fn link(before: &[u8], entry: &journal::Model) -> Vec<u8> {
    let mut bytes = b"jiefen/journal/v1".to_vec();
    field(&mut bytes, before);
    field(&mut bytes, &entry.seq.to_be_bytes());
    field(&mut bytes, entry.id.as_bytes());
    field(&mut bytes, entry.case_id.as_bytes());
    field(&mut bytes, entry.dispute.as_deref().unwrap_or_default().as_bytes());
    field(&mut bytes, &entry.version.to_be_bytes());
    field(&mut bytes, entry.fact.as_bytes());
    field(&mut bytes, entry.body.as_bytes());
    field(&mut bytes, entry.actor_agency.as_bytes());
    field(&mut bytes, entry.actor_person.as_bytes());
    field(&mut bytes, entry.actor_role.as_bytes());
    field(&mut bytes, &entry.occurred_at.to_be_bytes());
    digest(&bytes)
}

/// What a walk over the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chain {
    /// Every entry follows from the one before.
    Whole {
        /// How many entries.
        entries: i64,
    },
    /// The first entry that does not follow: changed, removed, inserted or out of order.
    Broken {
        /// Its number.
        at: i64,
    },
}

/// Walks the whole journal and compares it with the head.
///
/// # Errors
/// The database cannot be read.
pub async fn verify(store_: &Store) -> Result<Chain, Error> {
    let head =
        chain::Entity::find().one(store_.readers()).await.map_err(store("read the chain"))?;
    let mut before = Vec::new();
    let mut seq = 0;
    loop {
        let page = journal::Entity::find()
            .filter(journal::Column::Seq.gt(seq))
            .order_by_asc(journal::Column::Seq)
            .limit(PAGE)
            .all(store_.readers())
            .await
            .map_err(store("read the journal"))?;
        if page.is_empty() {
            break;
        }
        for entry in page {
            seq += 1;
            if entry.seq != seq || link(&before, &entry) != entry.hash {
                return Ok(Chain::Broken { at: seq });
            }
            before = entry.hash;
        }
    }
    // Entries written while the walk was going on lie beyond the head that was read first.
    let whole = head.is_some_and(|head| seq > head.seq || (head.seq == seq && head.hash == before));
    Ok(if whole { Chain::Whole { entries: seq } } else { Chain::Broken { at: seq + 1 } })
}
