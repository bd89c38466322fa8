//! A whole county before a browser: the demonstration's processes, one node an agency, a real bus between them.

use std::time::Duration;

use anyhow::{Context as _, Result};
use jiefen_tests::{Process, Tools, eventually, program};
use tempfile::TempDir;

/// A county of a dozen debug builds on a loaded machine.
const OPENS: Duration = Duration::from_secs(300);

/// Somebody's place at the pages of a unit.
pub struct Seat {
    /// Where the pages are, `http://localhost:…`.
    pub pages: String,
    /// What they type to log in.
    pub login: String,
    /// Their password.
    pub password: String,
}

/// A county that runs; dropping it ends its processes.
pub struct Mesh {
    process: Process,
    _dir: TempDir,
}

impl Mesh {
    /// Starts a county in which these disputes have been played: the units that they need are there.
    ///
    /// # Errors
    /// A process does not start, or the county does not open.
    pub async fn open(disputes: &serde_json::Value) -> Result<Mesh> {
        let dir = tempfile::tempdir()?;
        let cases = dir.path().join("cases.json");
        std::fs::write(&cases, serde_json::json!({"cases": disputes}).to_string())?;
        let [cases, county] = [cases, dir.path().join("county")].map(|at| at.display().to_string());
        let arguments = ["demo", "--cases", &cases, "--dir", &county];
        let nats = Tools::locate()?.nats.display().to_string();
        let environment = [("NATS", nats.as_str())];
        let log = dir.path().join("demo.log");
        let process = Process::spawn("a county", program()?, &arguments, &environment, &log)?;
        let mut mesh = Mesh { process, _dir: dir };
        eventually("the county opens", OPENS, || {
            let open = mesh.is_open();
            async move { open }
        })
        .await?;
        Ok(mesh)
    }

    fn is_open(&mut self) -> Result<()> {
        self.process.ensure_running()?;
        let log = self.process.log()?;
        log.contains(PAGES).then_some(()).with_context(|| log)
    }

    /// The place of the one who works at a unit.
    ///
    /// # Errors
    /// The unit has no pages.
    pub fn seat(&self, agency: &str) -> Result<Seat> {
        let log = self.process.log()?;
        let (_, pages) = log.split_once(PAGES).context("no pages")?;
        let own = pages.lines().find(|line| line.trim_start().starts_with(&format!("{agency} ")));
        let mut words = own.with_context(|| format!("{agency} has no pages"))?.split_whitespace();
        let mut after = |mark: &str| {
            let word = words.find(|word| word.starts_with(mark)).map(str::to_owned);
            let word = if mark == "http" { word } else { words.next().map(str::to_owned) };
            word.with_context(|| format!("no {mark}"))
        };
        let pages = after("http")?.trim_end_matches('/').to_owned();
        let login = after("登录名")?;
        let login = login.split_once('（').map_or(login.as_str(), |(login, _)| login).to_owned();
        Ok(Seat { pages, login, password: after("密码")? })
    }
}

/// What the demonstration says before it names its pages.
const PAGES: &str = "工作台网页";
