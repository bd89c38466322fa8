//! The events counted once for many questions. Whoever asks is told from which events the figures are.
//! When counting is slow nobody waits for it: the last count serves until the next one is there.

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
/// After so long the events are counted anew.
const AT_MOST: Duration = Duration::from_secs(60);
/// An older count serves nobody, however slow the next one is: a county looks at this morning.
const OLDEST: Duration = Duration::from_secs(600);
/// Answers that are kept with a snapshot.
const KEPT_MAX: usize = 256;

/// A question as it was asked, the day, the population: the same three give the same answer.
pub(super) type Key = (Vec<u8>, Date, Option<Population>);

/// Answers a question from a snapshot; none when it cannot be answered any more.
pub(super) type Answer = fn(&Snapshot, &Key) -> Option<GetCockpitResponse>;

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

    /// Keeps an answer. Of too many the oldest goes.
    pub(super) fn keep(&self, key: Key, answer: &GetCockpitResponse) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT_MAX {
            kept.remove(0);
        }
        kept.push((key, answer.clone()));
    }

    /// What was asked of it on its last day: nobody asks for an earlier one any more.
    fn asked(&self) -> Vec<Key> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let day = kept.iter().map(|((_, day, _), _)| *day).max();
        let asked =
            kept.iter().map(|(key, _)| key).filter(|(_, asked_on, _)| Some(*asked_on) == day);
        asked.cloned().collect()
    }

    fn serves(&self, heard: i64, slow: Duration) -> bool {
        let patience = if self.took > slow { self.took * SHARE } else { Duration::ZERO };
        let age = self.at.elapsed();
        // A message that was parked is counted when it has been handled, though nothing new has come.
        age < patience || (self.heard == heard && age < AT_MOST)
    }
}

/// The newest snapshot. Two who ask at once wait for the same first count.
#[derive(Clone)]
pub(super) struct Snapshots {
    newest: Arc<Mutex<Option<Arc<Snapshot>>>>,
    counting: Arc<tokio::sync::Mutex<()>>,
    answer: Answer,
    slow: Duration,
}

impl Snapshots {
    /// None yet; `answer` answers again, from a new snapshot, what was asked of the last one.
    pub(super) fn new(answer: Answer) -> Snapshots {
        Snapshots { newest: Arc::default(), counting: Arc::default(), answer, slow: SLOW }
    }

    /// The same, where every count is slow.
    #[cfg(test)]
    pub(super) fn all_slow(self) -> Snapshots {
        Snapshots { slow: Duration::ZERO, ..self }
    }

    /// The snapshot that serves now.
    pub(super) async fn of(&self, store: &Store) -> Result<Arc<Snapshot>, Error> {
        let heard = jiefen_ledger::heard(store).await?;
        if let Some(known) = self.newest() {
            if known.serves(heard, self.slow) {
                return Ok(known);
            }
            if known.took > self.slow && known.at.elapsed() < OLDEST {
                self.count_beside(store.clone());
                return Ok(known);
            }
        }
        let _counting = self.counting.lock().await;
        // Who had to wait takes what the other one has counted.
        if let Some(known) = self.newest().filter(|known| known.serves(heard, self.slow)) {
            return Ok(known);
        }
        self.count(store, heard).await
    }

    fn newest(&self) -> Option<Arc<Snapshot>> {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Counts while the last count goes on serving. Nobody counts twice at once.
    fn count_beside(&self, store: Store) {
        let Ok(counting) = self.counting.clone().try_lock_owned() else { return };
        let snapshots = self.clone();
        tokio::spawn(async move {
            let counted = match jiefen_ledger::heard(&store).await {
                Ok(heard) => snapshots.count(&store, heard).await,
                Err(error) => Err(error),
            };
            if let Err(error) = counted {
                tracing::warn!(%error, "the events could not be counted anew; the last count goes on serving");
            }
            drop(counting);
        });
    }

    async fn count(&self, store: &Store, heard: i64) -> Result<Arc<Snapshot>, Error> {
        let at = Instant::now();
        let counted = count(store, None).await?;
        let (took, kept) = (at.elapsed(), Mutex::default());
        let snapshot = Arc::new(Snapshot { counted, heard, at, took, kept });
        if took > self.slow
            && let Some(last) = self.newest()
        {
            self.ask_again(&snapshot, last.asked()).await;
        }
        *self.newest.lock().unwrap_or_else(PoisonError::into_inner) = Some(snapshot.clone());
        Ok(snapshot)
    }

    /// What was asked of the last snapshot is answered before the new one serves.
    async fn ask_again(&self, snapshot: &Arc<Snapshot>, asked: Vec<Key>) {
        let (snapshot, answer) = (snapshot.clone(), self.answer);
        let asking = tokio::task::spawn_blocking(move || {
            for key in asked {
                if let Some(again) = answer(&snapshot, &key) {
                    snapshot.keep(key, &again);
                }
            }
        });
        if let Err(error) = asking.await {
            tracing::warn!(%error, "what was asked of the last count could not be asked again");
        }
    }
}
