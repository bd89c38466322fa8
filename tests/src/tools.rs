//! Where the servers are: what `scripts/tools.sh` printed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow, ensure};

/// The servers and tools on this machine.
#[derive(Debug, Clone)]
pub struct Tools {
    /// `nats-server`.
    pub nats: PathBuf,
    /// Programs of the distribution's PostgreSQL: 15 on Debian 12, never older.
    pub pgbin15: PathBuf,
    /// Programs of PostgreSQL 18.
    pub pgbin18: PathBuf,
    /// The user that runs PostgreSQL when we are root, for PostgreSQL refuses to run as root.
    pub postgres_user: Option<String>,
    /// A directory in which that user may create clusters.
    pub clusters: PathBuf,
}

impl Tools {
    /// Runs `scripts/tools.sh` once a process; it installs what is missing.
    ///
    /// # Errors
    /// When something is missing and could not be installed; the message is the script's.
    pub fn locate() -> Result<&'static Self> {
        static FOUND: OnceLock<Result<Tools, String>> = OnceLock::new();
        FOUND
            .get_or_init(|| Self::ask().map_err(|error| format!("{error:#}")))
            .as_ref()
            .map_err(|error| anyhow!("{error}"))
    }

    fn ask() -> Result<Self> {
        let script = workspace_root().join("scripts/tools.sh");
        let output = Command::new(&script)
            .args(["nats", "postgres"])
            .output()
            .with_context(|| format!("cannot run {}", script.display()))?;
        let talk = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "scripts/tools.sh failed:\n{talk}");
        Self::parse(&String::from_utf8_lossy(&output.stdout))
    }

    fn parse(assignments: &str) -> Result<Self> {
        let found: HashMap<&str, &str> = assignments
            .lines()
            .filter_map(|line| line.split_once('='))
            .map(|(name, value)| (name, value.trim_matches('\'')))
            .collect();
        let get = |name: &str| {
            found.get(name).copied().with_context(|| format!("scripts/tools.sh printed no {name}"))
        };
        let user = get("PGOSUSER")?;
        Ok(Self {
            nats: get("NATS")?.into(),
            pgbin15: get("PGBIN15")?.into(),
            pgbin18: get("PGBIN18")?.into(),
            postgres_user: (!user.is_empty()).then(|| user.to_owned()),
            clusters: get("PGWORK")?.into(),
        })
    }
}

/// The directory of the workspace, in which `scripts`, `deploy` and `proto` lie.
#[must_use]
pub fn workspace_root() -> &'static Path {
    // The manifest directory is `<workspace>/tests`.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}
