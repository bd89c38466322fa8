//! One node: its configuration as it was prepared, its process, and how it is.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use jiefen_tests::{Process, eventually, program};
use serde::Deserialize;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A debug build on a loaded machine reads its law, opens its database and finds the bus.
pub const READY: Duration = Duration::from_secs(120);
/// A node ends what it has begun before it goes.
const DRAIN: Duration = Duration::from_secs(60);

/// What a test needs of a configuration.
#[derive(Debug, Deserialize)]
struct File {
    roles: toml::map::Map<String, toml::Value>,
}

/// A node of the county.
#[derive(Debug)]
pub struct Node {
    pub agency: String,
    /// Its role on the command line.
    pub area: String,
    pub config: PathBuf,
    pub database: String,
    /// Who must receipt its events for everybody.
    pub readers: Vec<String>,
    /// Keys of the configuration that a test sets otherwise.
    set: Vec<String>,
    process: Option<Process>,
    starts: u32,
}

impl Node {
    /// Reads what was prepared for an agency.
    pub fn read(dir: &Path, agency: &str, set: &[String]) -> Result<Self> {
        let config = dir.join(agency).join("config.toml");
        let file: File = toml::from_str(&fs::read_to_string(&config)?)?;
        let (area, role) = file.roles.into_iter().next().context("a node without a role")?;
        let text = |key: &str| role.get(key).and_then(toml::Value::as_str).unwrap_or_default();
        let readers = role.get("readers").and_then(toml::Value::as_array).into_iter().flatten();
        Ok(Self {
            agency: agency.to_owned(),
            config,
            database: text("database_url").to_owned(),
            readers: readers.filter_map(|one| one.as_str().map(str::to_owned)).collect(),
            area,
            set: set.to_owned(),
            process: None,
            starts: 0,
        })
    }

    /// The arguments of a verb about this node.
    pub fn arguments(&self, verbs: &[&str]) -> Vec<String> {
        let mut arguments: Vec<String> = verbs.iter().map(|verb| (*verb).to_owned()).collect();
        let config = self.config.display().to_string();
        arguments.extend(["--role", &self.area, "--config", &config].map(str::to_owned));
        for pair in &self.set {
            arguments.extend(["--set".to_owned(), pair.clone()]);
        }
        arguments
    }

    /// Starts it; each start has a log of its own.
    pub fn start(&mut self) -> Result<()> {
        ensure!(self.process.is_none(), "{} runs already", self.agency);
        self.starts += 1;
        let log = self.config.with_file_name(format!("node.{}.log", self.starts));
        let arguments = self.arguments(&["serve"]);
        self.process = Some(Process::spawn(&self.agency, program()?, &arguments, &[], &log)?);
        Ok(())
    }

    /// SIGKILL.
    pub fn kill9(&mut self) -> Result<()> {
        self.process.take().with_context(|| format!("{} does not run", self.agency))?.kill9()
    }

    /// Forgets a process that ended by itself, and says how it ended.
    pub fn bury(&mut self) -> Result<Option<String>> {
        let Some(process) = self.process.as_mut() else { return Ok(None) };
        let Some(status) = process.ended()? else { return Ok(None) };
        let log = process.log()?;
        self.process = None;
        let last = log.lines().last().unwrap_or_default();
        Ok(Some(format!("{} ended by itself ({status}): {last}", self.agency)))
    }

    /// SIGTERM; waits until it has drained, and fails when it does not end as it should.
    pub async fn drain(&mut self) -> Result<()> {
        let agency = self.agency.clone();
        let mut process = self.process.take().with_context(|| format!("{agency} does not run"))?;
        process.ask_to_stop()?;
        let status = eventually("a node that was asked to stop ends", DRAIN, || {
            let ended = process.ended().and_then(|ended| ended.context("it still runs"));
            async move { ended }
        })
        .await?;
        ensure!(status.success(), "{agency} ended with {status}:\n{}", process.log()?);
        Ok(())
    }

    /// All that it has logged, over all its starts.
    pub fn logs(&self) -> Result<String> {
        let logs = (1..=self.starts).map(|start| format!("node.{start}.log"));
        logs.map(|log| Ok(fs::read_to_string(self.config.with_file_name(log))?)).collect()
    }

    /// The plaintext port, once the node has said it.
    pub fn http(&self) -> Result<String> {
        Ok(self.listening()?["http"].as_str().context("no http address")?.to_owned())
    }

    /// Where its role is asked, once the node has said it.
    pub fn grpc(&self) -> Result<String> {
        let said = self.listening()?;
        Ok(said["listening"][0]["grpc"].as_str().context("no gRPC address")?.to_owned())
    }

    fn listening(&self) -> Result<serde_json::Value> {
        let log = self.process.as_ref().context("it does not run")?.log()?;
        let line = log.lines().find(|line| is_listening(line));
        Ok(serde_json::from_str(line.context("it has not said where it listens")?)?)
    }

    /// What `/readyz` says: the status and the report.
    pub async fn readyz(&self) -> Result<(u16, serde_json::Value)> {
        readyz(&self.http()?).await
    }

    /// Waits until it says that it is ready; fails at once when it has ended.
    pub async fn until_ready(&mut self) -> Result<()> {
        let what = format!("{} is ready", self.agency);
        let outcome = eventually(&what, READY, || {
            let (running, http) = (self.ensure_running(), self.http());
            async move {
                // Outer `Err`: not yet. Inner `Err`: it has ended.
                if running.is_err() {
                    return Ok(running);
                }
                match readyz(&http?).await? {
                    (200, _) => Ok(Ok(())),
                    (status, report) => bail!("{status} {report}"),
                }
            }
        });
        outcome.await?.context(what)
    }

    fn ensure_running(&mut self) -> Result<()> {
        self.process.as_mut().context("it does not run")?.ensure_running()
    }
}

async fn readyz(http: &str) -> Result<(u16, serde_json::Value)> {
    let answer = get(http, "/readyz").await?;
    let (head, body) = answer.split_once("\r\n\r\n").context("no HTTP answer")?;
    let status = head.split_whitespace().nth(1).context("no HTTP status")?.parse()?;
    Ok((status, serde_json::from_str(body)?))
}

fn is_listening(line: &str) -> bool {
    line.starts_with('{') && line.contains("\"listening\":[")
}

/// One plain request.
async fn get(at: &str, path: &str) -> Result<String> {
    let mut stream = TcpStream::connect(at).await?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    Ok(answer)
}
