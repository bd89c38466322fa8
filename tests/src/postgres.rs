//! A real PostgreSQL: a throw-away cluster on a loopback port.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use tokio::sync::OnceCell;
use tokio::task::spawn_blocking;

use crate::process::{Launch, Process};
use crate::tools::{Tools, workspace_root};
use crate::{eventually, free_port};

/// `initdb` and start take 0.8 s on an idle machine; a restart may have a log to replay.
const START: Duration = Duration::from_secs(60);
/// Another process may take a port between our look and the server's.
const PORT_ATTEMPTS: usize = 5;
const SUPERUSER: &str = "postgres";

static CLUSTERS: AtomicU32 = AtomicU32::new(0);

/// The versions every database test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PgVersion {
    /// The floor: the distribution's package, 15 on Debian 12.
    V15,
    /// The newest.
    V18,
}

impl PgVersion {
    /// All of them, oldest first.
    pub const ALL: [Self; 2] = [Self::V15, Self::V18];
}

impl fmt::Display for PgVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::V15 => "15",
            Self::V18 => "18",
        })
    }
}

/// A cluster with the shipped settings (`deploy/postgres/postgresql.conf`). The superuser needs
/// no password; only loopback can reach it. The cluster is deleted when this is dropped.
#[derive(Debug)]
pub struct Postgres {
    tools: &'static Tools,
    bin: PathBuf,
    data: PathBuf,
    port: u16,
    databases: AtomicU32,
    process: Mutex<Option<Process>>,
}

impl Postgres {
    /// Starts a cluster of its own: for tests that kill it. Others take [`Postgres::shared`].
    ///
    /// # Errors
    /// When PostgreSQL is missing or does not become ready; with the end of its log.
    pub async fn start(version: PgVersion) -> Result<Self> {
        let (tools, bin, data) = spawn_blocking(move || prepare(version)).await??;
        let mut cluster = Self {
            tools,
            bin,
            data,
            port: free_port()?,
            databases: AtomicU32::new(0),
            process: Mutex::new(None),
        };
        for _ in 1..PORT_ATTEMPTS {
            match cluster.run().await {
                Err(error) if format!("{error:#}").contains("could not bind") => {
                    cluster.port = free_port()?;
                }
                outcome => return outcome.map(|()| cluster),
            }
        }
        cluster.run().await.map(|()| cluster)
    }

    /// The one cluster of this version that all tests of a binary share; each takes its own
    /// [`Postgres::database`]. It ends with the process.
    ///
    /// # Errors
    /// As [`Postgres::start`].
    pub async fn shared(version: PgVersion) -> Result<&'static Self> {
        static V15: OnceCell<Postgres> = OnceCell::const_new();
        static V18: OnceCell<Postgres> = OnceCell::const_new();
        let cell = match version {
            PgVersion::V15 => &V15,
            PgVersion::V18 => &V18,
        };
        cell.get_or_try_init(|| Self::start(version)).await
    }

    /// Creates an empty database and returns its URL.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn database(&self) -> Result<String> {
        let name = format!("db_{}", self.databases.fetch_add(1, Ordering::Relaxed) + 1);
        self.psql("postgres", &format!("create database {name}")).await?;
        Ok(self.url(&name))
    }

    /// The URL of a database of this cluster, as the superuser.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("postgres://{SUPERUSER}@127.0.0.1:{}/{database}", self.port)
    }

    /// The port; it stays the same over a restart.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The server's pid, while it runs.
    #[must_use]
    pub fn pid(&self) -> Option<u32> {
        self.running().as_ref().map(Process::pid)
    }

    /// Runs SQL as the superuser through `psql` and returns what it printed, unaligned and
    /// without headers. For arranging and looking; the code under test has its own connection.
    ///
    /// # Errors
    /// When the server is away or the SQL is wrong.
    pub async fn psql(&self, database: &str, sql: &str) -> Result<String> {
        let mut command = Command::new(self.bin.join("psql"));
        command.args(["-XqAt", "-v", "ON_ERROR_STOP=1", "-c", sql]).arg(self.url(database));
        run(command).await
    }

    /// Runs an SQL file through `psql`, with `psql` variables.
    ///
    /// # Errors
    /// When the server is away or the SQL is wrong.
    pub async fn psql_file(
        &self,
        database: &str,
        file: &Path,
        variables: &[(&str, &str)],
    ) -> Result<String> {
        let mut command = Command::new(self.bin.join("psql"));
        command.args(["-XqAt", "-v", "ON_ERROR_STOP=1", "-f"]).arg(file);
        for (name, value) in variables {
            command.arg("-v").arg(format!("{name}={value}"));
        }
        command.arg(self.url(database));
        run(command).await
    }

    /// SIGKILL to the server and all its processes. What was committed must still be there.
    ///
    /// # Errors
    /// When it is not running.
    pub async fn kill9(&self) -> Result<()> {
        let process = self.running().take();
        let mut process = process.context("this PostgreSQL is not running")?;
        spawn_blocking(move || process.kill9()).await?
    }

    /// Starts it again on the same port with the same data.
    ///
    /// # Errors
    /// When it is still running, or does not become ready.
    pub async fn restart(&self) -> Result<()> {
        ensure!(self.pid().is_none(), "this PostgreSQL is still running");
        self.run().await
    }

    async fn run(&self) -> Result<()> {
        self.launch()?;
        let ready = eventually("PostgreSQL is ready", START, || async { self.look() }).await;
        let outcome = ready.and_then(|seen| seen);
        if outcome.is_err() {
            self.running().take();
        }
        outcome
    }

    fn launch(&self) -> Result<()> {
        let mut args: Vec<OsString> = vec!["-D".into(), self.data.clone().into_os_string()];
        args.extend(["-p".into(), self.port.to_string().into()]);
        for setting in ["listen_addresses=127.0.0.1", "unix_socket_directories="] {
            args.extend(["-c".into(), setting.into()]);
        }
        let launch = Launch {
            program: &self.bin.join("postgres"),
            args,
            user: self.tools.postgres_user.as_deref(),
            stop: "QUIT", // at once, and still removing its shared memory
            environment: vec![],
        };
        let process = Process::launch("PostgreSQL", launch, &log_of(&self.data))?;
        *self.running() = Some(process);
        Ok(())
    }

    /// Outer `Err`: not yet. Inner `Err`: it has ended, so waiting is of no use.
    fn look(&self) -> Result<Result<()>> {
        let mut running = self.running();
        let process = running.as_mut().context("this PostgreSQL is not running")?;
        if let Err(ended) = process.ensure_running() {
            if format!("{ended:#}").contains("pre-existing shared memory block") {
                // A process of the killed server has not quite gone.
                drop(running);
                self.launch()?;
                bail!("the killed server is still leaving");
            }
            return Ok(Err(ended));
        }
        // First line the pid, eighth the state: so it cannot be another server.
        let status = fs::read_to_string(self.data.join("postmaster.pid"))?;
        let mut lines = status.lines();
        let ours = lines.next() == Some(&process.pid().to_string());
        let state = lines.nth(6).unwrap_or_default().trim();
        ensure!(ours && state == "ready", "postmaster.pid says {state:?}, ours: {ours}");
        Ok(Ok(()))
    }

    fn running(&self) -> MutexGuard<'_, Option<Process>> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.running().take();
        for leftover in [fs::remove_dir_all(&self.data), fs::remove_file(log_of(&self.data))] {
            if let Err(error) = leftover {
                eprintln!("cannot remove {}: {error}", self.data.display());
            }
        }
    }
}

fn log_of(data: &Path) -> PathBuf {
    data.with_extension("log")
}

/// Makes a cluster with the shipped settings.
fn prepare(version: PgVersion) -> Result<(&'static Tools, PathBuf, PathBuf)> {
    let tools = Tools::locate()?;
    let bin = match version {
        PgVersion::V15 => &tools.pgbin15,
        PgVersion::V18 => &tools.pgbin18,
    };
    sweep(&tools.clusters)?;
    let number = CLUSTERS.fetch_add(1, Ordering::Relaxed);
    let data = tools.clusters.join(format!("{}-{number}", std::process::id()));
    let initdb = bin.join("initdb");
    let args = [
        ["--username", SUPERUSER],
        ["--auth", "trust"],
        ["--encoding", "UTF8"],
        ["--locale", "C.UTF-8"],
    ];
    let mut args: Vec<OsString> = args.concat().into_iter().map(OsString::from).collect();
    args.extend(["--no-sync".into(), "-D".into(), data.clone().into_os_string()]);
    let launch = Launch {
        program: &initdb,
        args,
        user: tools.postgres_user.as_deref(),
        stop: "TERM",
        environment: vec![],
    };
    let mut process = Process::launch("initdb", launch, &log_of(&data))?;
    let status = process.wait()?;
    ensure!(status.success(), "initdb failed ({status}):\n{}", process.log()?);

    let shipped = workspace_root().join("deploy/postgres/postgresql.conf");
    let shipped = fs::read_to_string(&shipped)
        .with_context(|| format!("cannot read {}", shipped.display()))?;
    OpenOptions::new()
        .append(true)
        .open(data.join("postgresql.conf"))?
        .write_all(shipped.as_bytes())?;
    Ok((tools, bin.clone(), data))
}

/// Removes clusters of processes that no longer exist: shared ones, and those of killed runs.
fn sweep(clusters: &Path) -> Result<()> {
    for entry in fs::read_dir(clusters)? {
        let entry = entry?;
        let name = entry.file_name();
        let owner = name.to_string_lossy().split('-').next().unwrap_or_default().to_owned();
        let is_ours = owner.parse::<u32>().is_ok();
        if is_ours && !Path::new("/proc").join(&owner).exists() {
            // Another test binary may be sweeping too: what is gone already is fine.
            let path = entry.path();
            if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.ok();
        }
    }
    Ok(())
}

async fn run(mut command: Command) -> Result<String> {
    let output = spawn_blocking(move || command.output()).await?.context("cannot run psql")?;
    let talk = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "psql: {}", talk.trim());
    Ok(String::from_utf8(output.stdout)?.trim_end().to_owned())
}
