//! The processes of a county on this machine: the hub and one node an agency, on loopback, each ended by
//! the process that started it.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use jiefen_vocab::Agency;
use rand::Rng as _;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

use crate::demo::county::{County, Post};

/// How long a node may take until it listens, on a loaded machine.
const START: Duration = Duration::from_secs(60);

/// How long a process may take to end when asked.
const STOP: Duration = Duration::from_secs(10);

/// A node that runs.
pub struct Node {
    child: Child,
    /// Where its gRPC server listens.
    pub grpc: SocketAddr,
    /// Its plaintext port.
    pub http: SocketAddr,
    /// Its pages, if it has any.
    pub console: Option<SocketAddr>,
}

/// The processes of a county.
pub struct Processes {
    hub: Child,
    /// The nodes, by agency.
    pub nodes: BTreeMap<Agency, Node>,
}

/// Below the range from which the kernel takes ports for outgoing connections (32768 and up), so that a
/// server that was ended finds its port free when it starts again.
const FIRST_PORT: u32 = 20_000;
const PORTS: u32 = 12_000;

/// A free port on loopback that this process has not handed out yet.
pub fn free_port() -> Result<u16> {
    static START: LazyLock<u32> = LazyLock::new(|| rand::rng().random_range(0..PORTS));
    static STEP: AtomicU32 = AtomicU32::new(0);
    for _ in 0..PORTS {
        let step = STEP.fetch_add(1, Ordering::Relaxed);
        let port = u16::try_from(FIRST_PORT + (*START + step) % PORTS)?;
        if std::net::TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return Ok(port);
        }
    }
    bail!("没有空闲端口 (no free port)")
}

/// The nats-server to start: `NATS` in the environment, the one that `scripts/tools.sh` installed, or the
/// one on the path.
pub fn nats_server() -> PathBuf {
    if let Some(given) = std::env::var_os("NATS") {
        return given.into();
    }
    let installed = Path::new(".tools/bin/nats-server");
    match std::path::absolute(installed) {
        // The hub is started in its own folder, so the path must not depend on this one.
        Ok(path) if path.exists() => path,
        Ok(_) | Err(_) => "nats-server".into(),
    }
}

/// Starts the hub over the county's folder.
///
/// # Errors
/// There is no nats-server, or it does not listen.
pub async fn start_hub(dir: &Path, port: u16) -> Result<Child> {
    let program = nats_server();
    let log = std::fs::File::create(dir.join("hub/hub.log"))?;
    let mut hub = Command::new(&program)
        .args(["-c", "hub.conf", "-a", "127.0.0.1", "-p", &port.to_string(), "-m", "0"])
        .current_dir(dir.join("hub"))
        .env("JIEFEN_HUB_STORE", dir.join("hub/store"))
        .stdout(log.try_clone()?)
        .stderr(log)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .with_context(|| {
            format!(
                "启动 {}；可运行 scripts/tools.sh nats 安装 (starting nats-server)",
                program.display()
            )
        })?;
    let listening = async {
        while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::select! {
        () = listening => Ok(hub),
        ended = hub.wait() => bail!("nats-server 已退出 (ended): {:?}; 见 {}", ended?, dir.join("hub/hub.log").display()),
        () = tokio::time::sleep(START) => bail!("nats-server 未能启动 (does not listen)"),
    }
}

impl Node {
    /// The process's number while it runs.
    pub fn pid(&self) -> Option<u32> {
        self.child.id()
    }

    /// Asks the process to end and waits for it.
    pub async fn stop(mut self) {
        end(&mut self.child);
        wait(&mut self.child).await;
    }
}

/// Starts one node of the county and waits until it listens.
///
/// # Errors
/// It does not start.
pub async fn start_node(county: &County, post: Post) -> Result<Node> {
    listening(county, post.agency, spawn(county, post)?).await
}

impl Processes {
    /// Starts the hub and every node of the county; `on` is told of each that listens.
    ///
    /// # Errors
    /// A process does not start; the others are ended.
    pub async fn start(county: &County, port: u16, on: impl Fn(Agency)) -> Result<Processes> {
        let hub = start_hub(&county.dir, port).await?;
        let mut processes = Processes { hub, nodes: BTreeMap::new() };
        let mut starting = Vec::new();
        for post in &county.posts {
            starting.push((post.agency, spawn(county, *post)?));
        }
        for (agency, child) in starting {
            let node = listening(county, agency, child).await?;
            processes.nodes.insert(agency, node);
            on(agency);
        }
        Ok(processes)
    }

    /// Asks every process to end, nodes first, and waits for it.
    pub async fn stop(mut self) {
        for node in self.nodes.values_mut() {
            end(&mut node.child);
        }
        for node in self.nodes.values_mut() {
            wait(&mut node.child).await;
        }
        end(&mut self.hub);
        wait(&mut self.hub).await;
    }
}

/// SIGTERM: a node drains, the hub writes what it has.
fn end(child: &mut Child) {
    if let Some(pid) = child.id() {
        // A process that has ended already needs no signal.
        let _ = std::process::Command::new("kill").args(["-TERM", &pid.to_string()]).status();
    }
}

async fn wait(child: &mut Child) {
    if tokio::time::timeout(STOP, child.wait()).await.is_err() {
        // It would not end when asked; it is ours to end.
        let _ = child.kill().await;
    }
}

fn spawn(county: &County, post: Post) -> Result<Child> {
    let folder = county.dir.join(post.agency.to_string());
    let log = std::fs::File::create(folder.join("node.log"))?;
    let program = std::env::current_exe().context("the program's own path")?;
    let pages = county.logins.iter().any(|login| login.agency == post.agency);
    let roles = if pages { format!("{},console", post.area) } else { post.area.to_string() };
    Command::new(program)
        .args(["serve", "--role", &roles, "--config"])
        .arg(county.config_file(post.agency))
        .stdout(Stdio::piped())
        .stderr(log)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .with_context(|| format!("启动 {} 的节点 (starting a node)", post.agency))
}

/// Waits for the line in which the node says where it listens.
async fn listening(county: &County, agency: Agency, mut child: Child) -> Result<Node> {
    let stdout = child.stdout.take().context("a node without output")?;
    let mut lines = BufReader::new(stdout).lines();
    let line = tokio::time::timeout(START, lines.next_line()).await;
    let log = county.dir.join(agency.to_string()).join("node.log");
    let line = match line {
        Ok(Ok(Some(line))) => line,
        Ok(Ok(None) | Err(_)) => {
            bail!("{agency} 的节点未能启动，见 {} (the node ended; see its log)", log.display())
        }
        Err(_) => {
            bail!("{agency} 的节点未能按时启动，见 {} (too slow; see its log)", log.display())
        }
    };
    let said: serde_json::Value = serde_json::from_str(&line).context("what the node said")?;
    let parse = |value: &serde_json::Value| -> Result<SocketAddr> {
        Ok(value.as_str().unwrap_or_default().parse()?)
    };
    let grpc = parse(&said["listening"][0]["grpc"]).context("the node's gRPC address")?;
    let http = parse(&said["http"]).context("the node's plaintext address")?;
    let console = said["console"].as_str().and_then(|address| address.parse().ok());
    Ok(Node { child, grpc, http, console })
}
