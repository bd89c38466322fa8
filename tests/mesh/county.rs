//! A county: its folder, hub, databases and nodes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use jiefen_tests::checker::{self, Expect};
use jiefen_tests::{Nats, PgVersion, Postgres, eventually, program};
use serde_json::{Value, json};
use sqlx::{AnyConnection, Connection as _};
use tempfile::TempDir;
use tokio::sync::{Mutex, MutexGuard};

use crate::node::Node;

/// What was lost with the bus is sent again a few seconds later, see [`SOONER`].
const QUIET: Duration = Duration::from_secs(120);
/// What repeats lost receipts and messages, sooner than by default: a test waits for it.
const SOONER: [&str; 2] = ["bus.resend_s=2", "bus.reconcile_s=2"];
/// The counties' centre and mediation centre, when they are to have PostgreSQL.
const ON_15: &str = "640122.centre";
const ON_18: &str = "640122.county_mediation_center";
/// The areas without which disputes of people's mediation can be played.
const ASIDE: [&str; 4] = ["court", "arbitration", "petition", "administrative"];

/// What a test wants of its county.
#[derive(Debug, Default)]
pub struct Wishes {
    pub disputes: Vec<Value>,
    /// PostgreSQL 15 for the county's centre and 18 for its mediation centre, else SQLite everywhere.
    pub postgres: bool,
    /// All agencies, not only those that these disputes need.
    pub whole: bool,
    /// Keys of every node's configuration.
    pub set: Vec<String>,
}

/// A county of processes; they end with it.
#[derive(Debug)]
pub struct County {
    /// Before the folder: they are ended before it goes.
    pub nodes: BTreeMap<String, Node>,
    pub hub: Nats,
    pub postgres: Vec<Postgres>,
    pub disputes: Vec<Value>,
    folder: Option<TempDir>,
    dir: PathBuf,
    _turn: MutexGuard<'static, ()>,
}

impl County {
    /// Prepares a county and starts its servers, not its nodes.
    pub async fn prepare(wishes: Wishes) -> Result<Self> {
        static TURN: Mutex<()> = Mutex::const_new(());
        let turn = TURN.lock().await;
        let folder = tempfile::Builder::new().prefix("jiefen-mesh-").tempdir()?;
        let dir = folder.path().to_owned();
        let mut postgres = Vec::new();
        let mut databases = BTreeMap::new();
        if wishes.postgres {
            for (agency, version) in [(ON_15, PgVersion::V15), (ON_18, PgVersion::V18)] {
                let cluster = Postgres::start(version).await?;
                databases.insert(agency, cluster.database().await?);
                postgres.push(cluster);
            }
        }
        write(&dir.join("cases.json"), &json!({"cases": wishes.disputes}))?;
        write(&dir.join("databases.json"), &json!(databases))?;
        let [cases, databases, at] = ["cases.json", "databases.json", "county"]
            .map(|name| dir.join(name).display().to_string());
        let verb = ["demo", "--prepare", "--dir", &at, "--cases", &cases];
        let said = jiefen(&[&verb[..], &["--databases", &databases]].concat()).await?;
        let said = String::from_utf8(said.stdout).context("what --prepare said")?;
        let said: Value = serde_json::from_str(&said).context("what --prepare said")?;
        let port = u16::try_from(said["bus_port"].as_u64().context("no bus port")?)?;
        let dir = dir.join("county");
        let hub = Nats::start_over(&dir.join("hub"), port).await?;
        let nodes = nodes(&dir, &wishes, &said["nodes"])?;
        let (disputes, folder) = (wishes.disputes, Some(folder));
        Ok(Self { nodes, hub, postgres, disputes, folder, dir, _turn: turn })
    }

    /// A county whose nodes are ready.
    pub async fn start(wishes: Wishes) -> Result<Self> {
        let mut county = Self::prepare(wishes).await?;
        county.nodes.values_mut().try_for_each(Node::start)?;
        county.until_ready().await?;
        Ok(county)
    }

    pub async fn until_ready(&mut self) -> Result<()> {
        for node in self.nodes.values_mut() {
            node.until_ready().await?;
        }
        Ok(())
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The file of the disputes to play.
    pub fn cases(&self) -> PathBuf {
        self.dir.with_file_name("cases.json")
    }

    pub fn node(&mut self, agency: &str) -> Result<&mut Node> {
        self.nodes.get_mut(agency).with_context(|| format!("{agency} has no node"))
    }

    /// How many commands were carried out so far, as far as one can see without PostgreSQL.
    pub async fn commands(&self) -> Result<i64> {
        sqlx::any::install_default_drivers();
        let mut count = 0;
        for node in self.nodes.values().filter(|node| node.database.starts_with("sqlite")) {
            let Ok(mut db) = AnyConnection::connect(&node.database).await else { continue };
            let sql = "SELECT count(*) FROM requests";
            count += sqlx::query_scalar::<_, i64>(sql).fetch_one(&mut db).await.unwrap_or(0);
            db.close().await?;
        }
        Ok(count)
    }

    /// What the checker compares: every answered command and every link.
    pub fn expect(&self) -> Result<Expect> {
        let answered = fs::read_to_string(self.dir.join("answered.json"))?;
        let acknowledged: Vec<(String, String)> = serde_json::from_str(&answered)?;
        ensure!(!acknowledged.is_empty(), "the players were answered nothing");
        let each = |node: &Node| (node.agency.clone(), node.database.clone());
        let readers = |node: &Node| (node.agency.clone(), node.readers.clone());
        Ok(Expect {
            databases: self.nodes.values().map(each).collect(),
            readers: self.nodes.values().map(readers).collect(),
            acknowledged,
            // The players answered every offer: none may be open, whatever its deadline.
            now: i64::MAX,
        })
    }

    /// Waits until the checker finds no broken promise, then walks every journal.
    pub async fn until_kept(&self) -> Result<()> {
        let expect = self.expect()?;
        eventually("every promise is kept", QUIET, || async {
            let broken = checker::check(&expect).await?;
            ensure!(broken.is_empty(), "{} broken:\n{}", broken.len(), broken.join("\n"));
            Ok(())
        })
        .await?;
        for node in self.nodes.values() {
            jiefen(&node.arguments(&["verify"])).await?;
        }
        Ok(())
    }

    /// All went well: the folder may go.
    pub fn done(mut self) {
        self.nodes.clear();
        self.folder.take();
    }
}

impl Drop for County {
    fn drop(&mut self) {
        self.nodes.clear();
        if let Some(folder) = self.folder.take() {
            eprintln!("the county's files and logs are kept in {}", folder.keep().display());
        }
    }
}

/// The nodes to start; the players are told of no others.
fn nodes(dir: &Path, wishes: &Wishes, prepared: &Value) -> Result<BTreeMap<String, Node>> {
    let set: Vec<String> =
        SOONER.map(str::to_owned).into_iter().chain(wishes.set.clone()).collect();
    let mut nodes = BTreeMap::new();
    let mut ports = prepared.as_object().context("no nodes")?.clone();
    for agency in prepared.as_object().into_iter().flat_map(|ports| ports.keys()) {
        let node = Node::read(dir, agency, &set)?;
        if wishes.whole || !ASIDE.contains(&node.area.as_str()) {
            nodes.insert(agency.clone(), node);
        } else {
            ports.remove(agency);
        }
    }
    write(&dir.join("nodes.json"), &Value::Object(ports))?;
    Ok(nodes)
}

fn write(file: &Path, content: &Value) -> Result<()> {
    fs::write(file, content.to_string()).with_context(|| format!("writing {}", file.display()))
}

/// Runs a verb to its end, whatever the end is.
pub async fn outcome<A: AsRef<str>>(arguments: &[A]) -> Result<Output> {
    let mut command = Command::new(program()?);
    command.args(arguments.iter().map(AsRef::as_ref)).current_dir("/");
    Ok(tokio::task::spawn_blocking(move || command.output()).await??)
}

/// Runs a verb that must succeed.
pub async fn jiefen<A: AsRef<str>>(arguments: &[A]) -> Result<Output> {
    let output = outcome(arguments).await?;
    if !output.status.success() {
        let verb: Vec<&str> = arguments.iter().map(AsRef::as_ref).collect();
        let said = [&output.stdout[..], &output.stderr[..]].concat();
        bail!("jiefen {}: {}\n{}", verb.join(" "), output.status, String::from_utf8_lossy(&said));
    }
    Ok(output)
}
