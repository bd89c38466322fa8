//! Chromium and the journeys. Every journey is a process of its own, which takes its browser with it when it ends.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow, ensure};
use tokio::process::Command;

/// What `scripts/tools.sh browser` printed.
#[derive(Debug, Clone)]
pub struct Browser {
    chromium: PathBuf,
    node: PathBuf,
}

/// What a journey found out: the last line that it printed.
pub type Journey = serde_json::Value;

impl Browser {
    /// The browser of this machine; `scripts/tools.sh` runs once a process and installs what is missing.
    ///
    /// # Errors
    /// Something is missing and cannot be installed; the message is the script's.
    pub fn locate() -> Result<&'static Browser> {
        static FOUND: OnceLock<Result<Browser, String>> = OnceLock::new();
        let found = FOUND.get_or_init(|| ask().map_err(|error| format!("{error:#}")));
        found.as_ref().map_err(|error| anyhow!("{error}"))
    }

    /// Walks a journey (`journeys/{name}.mjs`) on these pages; `told`: what it needs to know besides.
    ///
    /// # Errors
    /// The journey failed; the message is what it printed.
    pub async fn walk(&self, name: &str, pages: &str, told: &[(&str, &str)]) -> Result<Journey> {
        let script = here().join("journeys").join(format!("{name}.mjs"));
        let mut command = Command::new(&self.node);
        command.arg(&script).env("CHROMIUM", &self.chromium).env("PAGES", pages);
        command.env("PICTURES", pictures()).envs(told.iter().copied());
        command.stdin(Stdio::null()).kill_on_drop(true);
        let output = command.output().await.with_context(|| format!("cannot run {name}"))?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let cried = String::from_utf8_lossy(&output.stderr).into_owned();
        ensure!(output.status.success(), "the journey {name} failed:\n{said}{cried}");
        let last = said.lines().last().unwrap_or("null");
        serde_json::from_str(last).with_context(|| format!("{name} ended with: {last}"))
    }
}

/// Where the pictures go: beside what the build makes, never into the repository.
pub(crate) fn pictures() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    target.unwrap_or_else(|| root().join("target")).join("pictures")
}

fn ask() -> Result<Browser> {
    let script = root().join("scripts/tools.sh");
    let output = std::process::Command::new(&script).arg("browser").output();
    let output = output.with_context(|| format!("cannot run {}", script.display()))?;
    let talk = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "scripts/tools.sh failed:\n{talk}");
    let printed = String::from_utf8_lossy(&output.stdout);
    let lines = printed.lines().filter_map(|line| line.split_once('='));
    let found: HashMap<&str, &str> =
        lines.map(|(name, value)| (name, value.trim_matches('\''))).collect();
    let get = |name: &str| {
        let path = found.get(name).map(PathBuf::from);
        path.with_context(|| format!("scripts/tools.sh printed no {name}"))
    };
    Ok(Browser { chromium: get("CHROMIUM")?, node: get("NODE")? })
}

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn root() -> &'static Path {
    here().ancestors().nth(2).unwrap_or(here())
}
