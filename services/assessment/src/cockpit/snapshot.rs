//! The events counted once for many questions. Whoever asks is told from which events the figures are.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiefen_assessment_rules::Population;
use jiefen_ledger::{Error, Store};
use jiefen_proto::jiefen::assessment::v1::GetCockpitResponse;
use jiff::civil::Date;

use crate::figures::{Counted, count};

/// What counts faster than this is counted whenever something new has come.
const SLOW: Duration = Duration::from_millis(200);
/// A slow count serves for so many times as long as it took: counting takes at most a twentieth of the time.
const SHARE: u32 = 20;
/// Nothing serves longer.
const AT_MOST: Duration = Duration::from_secs(60);
/// Answers that are kept with a snapshot.
const KEPT_MAX: usize = 32;

/// A question as it was asked, the day, the population: the same three give the same answer.
pub(super) type Key = (Vec<u8>, Date, Option<Population>);

/// The events as they were counted at a moment.
pub(super) struct Snapshot {
    pub(super) counted: Counted,
    heard: i64,
    at: Instant,
    took: Duration,
    kept: Mutex<Vec<(Key, GetCockpitResponse)>>,
}

impl Snapshot {
    /// The answer that was given to the same question.
    pub(super) fn known(&self, key: &Key) -> Option<GetCockpitResponse> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(known, _)| known == key).map(|(_, answer)| answer.clone())
    }

    /// Keeps an answer.
    pub(super) fn keep(&self, key: Key, answer: &GetCockpitResponse) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < KEPT_MAX {
            kept.push((key, answer.clone()));
        }
    }

    fn serves(&self, heard: i64) -> bool {
        let patience = if self.took > SLOW { self.took * SHARE } else { Duration::ZERO };
        let age = self.at.elapsed();
        // A message that was parked is counted when it has been handled, though nothing new has come.
        age < patience || (self.heard == heard && age < AT_MOST)
    }
}

/// The newest snapshot. Two who ask at once wait for the same count.
#[derive(Default)]
pub(super) struct Snapshots(tokio::sync::Mutex<Option<Arc<Snapshot>>>);

impl Snapshots {
    /// The snapshot that serves now.
    pub(super) async fn of(&self, store: &Store) -> Result<Arc<Snapshot>, Error> {
        let mut newest = self.0.lock().await;
        let heard = jiefen_ledger::heard(store).await?;
        if let Some(known) = newest.as_ref().filter(|known| known.serves(heard)) {
            return Ok(known.clone());
        }
        let at = Instant::now();
        let counted = count(store, None).await?;
        let (took, kept) = (at.elapsed(), Mutex::default());
        let snapshot = Arc::new(Snapshot { counted, heard, at, took, kept });
        *newest = Some(snapshot.clone());
        Ok(snapshot)
    }
}
