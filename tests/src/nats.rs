//! A real `nats-server` with the hub's shipped configuration.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::process::{Launch, Process};
use crate::tools::{Tools, workspace_root};
use crate::{eventually, free_port};

/// A start takes 0.1 s on an idle machine, and more when it reads a store back.
const START: Duration = Duration::from_secs(30);
/// Another process may take a port between our look and the server's.
const PORT_ATTEMPTS: usize = 5;

/// A hub on loopback: `deploy/nats/hub.conf`, JetStream on files in its own directory.
#[derive(Debug)]
pub struct Nats {
    dir: PathBuf,
    port: u16,
    monitor_port: u16,
    process: Mutex<Option<Process>>,
    _owned: Option<TempDir>,
}

impl Nats {
    /// Starts a hub in a directory of its own, which goes when it is dropped. `users` becomes the
    /// `users.conf` that `hub.conf` includes (`authorization { … }` or `accounts { … }`); empty
    /// means that anybody on loopback may do anything.
    ///
    /// # Errors
    /// When the server is missing or does not become ready; with the end of its log.
    pub async fn start(users: &str) -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("jiefen-nats-").tempdir()?;
        let mut started = Self::start_in(dir.path(), users).await?;
        started._owned = Some(dir);
        Ok(started)
    }

    /// Starts a hub in `dir`, where configuration, store and log stay afterwards.
    ///
    /// # Errors
    /// When the server is missing or does not become ready; with the end of its log.
    pub async fn start_in(dir: &Path, users: &str) -> Result<Self> {
        let hub = workspace_root().join("deploy/nats/hub.conf");
        fs::copy(&hub, dir.join("hub.conf"))
            .with_context(|| format!("cannot copy {}", hub.display()))?;
        fs::write(dir.join("users.conf"), users)?;
        let mut hub = Self {
            dir: dir.to_owned(),
            port: free_port()?,
            monitor_port: free_port()?,
            process: Mutex::new(None),
            _owned: None,
        };
        for _ in 1..PORT_ATTEMPTS {
            match hub.run().await {
                Err(error) if format!("{error:#}").contains("address already in use") => {
                    hub.port = free_port()?;
                    hub.monitor_port = free_port()?;
                }
                outcome => return outcome.map(|()| hub),
            }
        }
        hub.run().await.map(|()| hub)
    }

    /// Starts a hub over a folder that has `hub.conf` and `users.conf` already, on the port that others
    /// were told.
    ///
    /// # Errors
    /// When the server is missing, the port is taken or it does not become ready.
    pub async fn start_over(dir: &Path, port: u16) -> Result<Self> {
        let hub = Self {
            dir: dir.to_owned(),
            port,
            monitor_port: free_port()?,
            process: Mutex::new(None),
            _owned: None,
        };
        hub.run().await.map(|()| hub)
    }

    /// `nats://127.0.0.1:<port>`, without a user.
    #[must_use]
    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// The port for clients; it stays the same over a restart.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The port of the monitoring endpoints (`/healthz`, `/jsz`, `/varz`).
    #[must_use]
    pub fn monitor_port(&self) -> u16 {
        self.monitor_port
    }

    /// Where its configuration, store and log are.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The server's pid, while it runs.
    #[must_use]
    pub fn pid(&self) -> Option<u32> {
        self.running().as_ref().map(Process::pid)
    }

    /// SIGKILL. What was acknowledged must still be in the store.
    ///
    /// # Errors
    /// When it is not running.
    pub async fn kill9(&self) -> Result<()> {
        let process = self.running().take();
        let mut process = process.context("this nats-server is not running")?;
        tokio::task::spawn_blocking(move || process.kill9()).await?
    }

    /// Stops it in the ordinary way.
    ///
    /// # Errors
    /// When it is not running.
    pub async fn stop(&self) -> Result<()> {
        let process = self.running().take();
        let mut process = process.context("this nats-server is not running")?;
        tokio::task::spawn_blocking(move || process.stop()).await??;
        Ok(())
    }

    /// Starts it again on the same ports with the store as it is.
    ///
    /// # Errors
    /// When it is still running, or does not become ready.
    pub async fn restart(&self) -> Result<()> {
        ensure!(self.pid().is_none(), "this nats-server is still running");
        self.run().await
    }

    /// Throws the store away, as a lost disk would: every stream, message and consumer.
    ///
    /// # Errors
    /// When it is still running.
    pub fn wipe_store(&self) -> Result<()> {
        ensure!(self.pid().is_none(), "stop it first: a running server would write it back");
        fs::remove_dir_all(self.dir.join("store")).context("cannot remove the store")
    }

    /// Writes `users.conf` anew; it counts from the next [`Nats::restart`].
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_users(&self, users: &str) -> Result<()> {
        Ok(fs::write(self.dir.join("users.conf"), users)?)
    }

    async fn run(&self) -> Result<()> {
        let tools = Tools::locate()?;
        let port = self.port.to_string();
        let monitor = self.monitor_port.to_string();
        let mut args: Vec<_> = vec!["-c".into(), self.dir.join("hub.conf").into_os_string()];
        for arg in ["-a", "127.0.0.1", "-p", &port, "-m", &monitor] {
            args.push(arg.into());
        }
        // The server reads the value as configuration: quoted, it may contain anything.
        let store = format!("\"{}\"", self.dir.join("store").display());
        let launch = Launch {
            program: &tools.nats,
            args,
            user: None,
            stop: "TERM",
            environment: vec![("JIEFEN_HUB_STORE".into(), store.into())],
        };
        let log = self.dir.join("nats.log");
        *self.running() = Some(Process::launch("nats-server", launch, &log)?);
        let ready = eventually("nats-server is ready", START, || async { self.look() }).await;
        let outcome = ready.and_then(|seen| seen);
        if outcome.is_err() {
            self.running().take();
        }
        outcome
    }

    /// Outer `Err`: not yet. Inner `Err`: it has ended, so waiting is of no use.
    fn look(&self) -> Result<Result<()>> {
        let mut running = self.running();
        let process = running.as_mut().context("this nats-server is not running")?;
        if let Err(ended) = process.ensure_running() {
            return Ok(Err(ended));
        }
        // Its own words, so that it cannot be another server on the same port.
        ensure!(process.log()?.contains("Server is ready"), "it has not said that it is ready");
        Ok(Ok(()))
    }

    fn running(&self) -> MutexGuard<'_, Option<Process>> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Nats {
    fn drop(&mut self) {
        // Before the directory goes.
        self.running().take();
    }
}
