//! The one press of a process. Pressing a paper takes tens of milliseconds of a processor, so it has its own threads, few
//! at once; whoever calls waits in a row of limited length, and everything else of the node goes on.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use jiefen_documents::{Fault, Fonts, Press};
use jiefen_ledger::Error;
use jiefen_platform::config::DocumentsConfig;
use tokio::sync::Semaphore;

use crate::refused;

/// So many callers wait for the press; the next is told to come back.
const WAITING_MAX: usize = 64;

/// Prints for all roles of a process.
pub struct Printer {
    fonts: PathBuf,
    press: OnceLock<Press>,
    loading: Mutex<()>,
    room: Semaphore,
    row: Semaphore,
    /// Where a code is checked: `https://jf.example.cn/v/`; none: the square holds the code alone.
    pub(crate) verify: Option<String>,
    /// 机关代字, with which the unit's numbers begin; none: the name of its region.
    pub(crate) mark: Option<String>,
}

impl Printer {
    /// A printer of this configuration. The fonts are read with the first paper, so that a node that prints none
    /// needs none.
    pub fn new(config: &DocumentsConfig) -> Arc<Printer> {
        let presses = usize::try_from(config.presses).unwrap_or(1).max(1);
        Arc::new(Printer {
            fonts: config.fonts.clone(),
            press: OnceLock::new(),
            loading: Mutex::new(()),
            room: Semaphore::new(presses),
            row: Semaphore::new(WAITING_MAX + presses),
            verify: config.verify.clone(),
            mark: config.mark.clone(),
        })
    }

    /// Does something with the press, on a thread of its own.
    ///
    /// # Errors
    /// Too many wait, the fonts are not there, or the paper is refused.
    pub(crate) async fn run<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Press) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Error> {
        let _row = self.row.try_acquire().map_err(|_| Error::Busy)?;
        let _place = self.room.acquire().await.map_err(|_| Error::Draining)?;
        let printer = self.clone();
        let done = tokio::task::spawn_blocking(move || printer.press().and_then(work)).await;
        done.map_err(|_| Error::Crashed)?.map_err(refused::fault)
    }

    /// The press; fonts that were not there may have been installed since.
    fn press(&self) -> Result<&Press, Fault> {
        if let Some(press) = self.press.get() {
            return Ok(press);
        }
        let _alone = self.loading.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(press) = self.press.get() {
            return Ok(press);
        }
        let press = Press::new(Fonts::load(&self.fonts)?);
        Ok(self.press.get_or_init(|| press))
    }
}
