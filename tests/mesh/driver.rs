//! The played staff: `jiefen demo --attach`, a process like the others.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use jiefen_tests::{Process, eventually, program};

use crate::cases::Ended;
use crate::county::County;

/// The players wait a minute for anything that is down, and go on.
const PLAY: Duration = Duration::from_secs(300);

/// Players at work.
#[derive(Debug)]
pub struct Driver(Process);

impl Driver {
    /// Begins to play the county's disputes.
    pub fn start(county: &County) -> Result<Self> {
        let (dir, cases) = (county.dir().display().to_string(), county.cases());
        let cases = cases.display().to_string();
        let arguments = ["demo", "--attach", "--once", "--json", "--dir", &dir, "--cases", &cases];
        let log = county.dir().join("driver.log");
        Ok(Self(Process::spawn("the players", program()?, &arguments, &[], &log)?))
    }

    /// Whether they still play.
    pub fn is_playing(&mut self) -> Result<bool> {
        Ok(self.0.ended()?.is_none())
    }

    /// Waits until they have finished, and says where each dispute ended.
    pub async fn finish(mut self) -> Result<Vec<Ended>> {
        let status = eventually("the players finish", PLAY, || {
            let ended = self.0.ended().and_then(|ended| ended.context("they still play"));
            async move { ended }
        })
        .await?;
        let said = self.0.log()?;
        ensure!(status.success(), "the players were stopped ({status}):\n{said}");
        let objects = said.lines().filter(|line| line.starts_with('{'));
        objects.map(|line| serde_json::from_str(line).context(line.to_owned())).collect()
    }
}
