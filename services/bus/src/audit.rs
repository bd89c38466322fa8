//! Checks another agency's receipts against what was really sent: a receipt beyond it, or one with
//! another running hash, is a finding, never an acknowledgement.

use std::collections::BTreeMap;

use jiefen_ledger::{Receipt, hex, running};
use jiefen_vocab::Agency;

use crate::bad::Bad;
use crate::book::Book;
use crate::fault::Fault;

/// How many numbers per destination are remembered with their running hash.
const REMEMBERED: usize = 4096;

/// How far the hashes are worked out from the last one known; beyond, a receipt is compared when it
/// reaches the last number given, whose hash the outbox keeps.
const REACH: i64 = 2048;

const PAGE: u64 = 256;

/// What the running hash was at which number.
#[derive(Debug, Default)]
pub(crate) struct Audit {
    links: BTreeMap<String, BTreeMap<i64, Vec<u8>>>,
    /// The newest receipt of each reader in this process, to leave out late repetitions.
    newest: BTreeMap<(Agency, String), i64>,
}

impl Audit {
    /// Whether a verified receipt may end outbox rows.
    ///
    /// # Errors
    /// Outer: the outbox cannot be read. Inner: the receipt contradicts it.
    pub async fn check(
        &mut self,
        book: &dyn Book,
        receipt: &Receipt,
    ) -> Result<Result<(), Bad>, Fault> {
        let (reader, upto) = (receipt.reader, receipt.upto);
        if let Some(ours) = book.hash_at(&receipt.dst, upto) {
            let agrees = hex(&ours) == receipt.running;
            return Ok(if agrees { Ok(()) } else { Err(Bad::Diverged { reader, upto }) });
        }
        let (sent, head) = book.sent(&receipt.dst).await?;
        if upto > sent {
            return Ok(Err(Bad::BeyondSent { reader, upto, sent }));
        }
        let known = self.links.entry(receipt.dst.clone()).or_default();
        known.entry(0).or_default();
        known.insert(sent, head);
        if !known.contains_key(&upto) {
            extend(book, &receipt.dst, known, upto).await?;
        }
        let ours = known.get(&upto).map(|hash| hex(hash));
        while known.len() > REMEMBERED {
            known.pop_first();
        }
        match ours {
            Some(ours) if ours != receipt.running => Ok(Err(Bad::Diverged { reader, upto })),
            Some(_) | None => Ok(Ok(())),
        }
    }

    /// True when a receipt that the bus repeats says less than one already taken in: the bus is late,
    /// not the reader. One that is delivered for the first time may go back, after a restore.
    pub fn is_late(&mut self, receipt: &Receipt, first: bool) -> bool {
        let key = (receipt.reader, receipt.dst.clone());
        let newest = self.newest.entry(key).or_insert(receipt.upto);
        if !first && receipt.upto < *newest {
            return true;
        }
        *newest = receipt.upto;
        false
    }
}

/// Works out the hashes from the nearest known number up to this one.
async fn extend(
    book: &dyn Book,
    dst: &str,
    known: &mut BTreeMap<i64, Vec<u8>>,
    upto: i64,
) -> Result<(), Fault> {
    let Some((from, hash)) = known.range(..upto).next_back() else { return Ok(()) };
    let (mut at, mut hash) = (*from, hash.clone());
    if upto - at > REACH {
        return Ok(());
    }
    while at < upto {
        let page = book.unsent(dst, at, PAGE).await?;
        if page.is_empty() {
            return Ok(());
        }
        for message in page {
            if message.seq != at + 1 || at >= upto {
                return Ok(());
            }
            at = message.seq;
            hash = running(&hash, &message.payload);
            known.insert(at, hash.clone());
        }
    }
    Ok(())
}
