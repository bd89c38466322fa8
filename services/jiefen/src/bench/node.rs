//! What one idle node of one role costs: how long it takes to start, how much memory it holds.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use anyhow::{Context as _, Result};
use jiefen_vocab::Agency;
use tokio::time::Instant;

use crate::bench::round;
use crate::demo::county::{County, Plan, Post, area_of};
use crate::demo::processes::{Processes, free_port, start_node};
use crate::{Failure, say};

const REGISTRY: &str = "640122.registry";
const COUNTER: &str = "640122101.centre";

/// The first start makes the tables; the others are the start of a node that was there before.
const STARTS: usize = 5;

/// How long a node stands idle before its memory is read.
const IDLE: Duration = Duration::from_secs(3);

/// Runs the measurement and prints one JSON object.
pub async fn node() -> Result<(), Failure> {
    say(&measure().await?.to_string())
}

async fn measure() -> Result<serde_json::Value> {
    let temporary =
        tempfile::Builder::new().prefix("jiefen-bench-").tempdir().context("a folder")?;
    let post = |text: &str| -> Result<Post> {
        let agency: Agency = text.parse()?;
        Ok(Post { agency, area: area_of(agency.code.as_str()) })
    };
    let (registry, counter) = (post(REGISTRY)?, post(COUNTER)?);
    let port = free_port()?;
    let plan = Plan {
        posts: vec![registry, counter],
        bus_port: port,
        clock: "system",
        databases: BTreeMap::new(),
        otlp: None,
        consoles: BTreeSet::new(),
        ports: BTreeMap::new(),
    };
    let mut county = County::write(temporary.path(), &plan)?;
    county.posts = vec![registry];
    let processes = Processes::start(&county, port, |_| {}).await?;
    let (mut starts, mut memory) = (Vec::new(), 0.0);
    for _ in 0..STARTS {
        let begin = Instant::now();
        let node = start_node(&county, counter).await?;
        starts.push(begin.elapsed().as_secs_f64() * 1000.0);
        tokio::time::sleep(IDLE).await;
        memory = resident_mb(node.pid().context("the node has ended")?)?;
        node.stop().await;
    }
    processes.stop().await;
    let first = starts.first().copied().unwrap_or_default();
    starts.sort_by(f64::total_cmp);
    let median = starts.get(STARTS / 2).copied().unwrap_or_default();
    Ok(serde_json::json!({
        "role": counter.area.to_string(),
        "first_start_ms": round(first),
        "start_ms": round(median),
        "idle_mb": round(memory),
    }))
}

/// The resident memory of a process in millions of bytes.
fn resident_mb(pid: u32) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib: f64 = line
        .and_then(|rest| rest.split_whitespace().next())
        .context("the system does not say how much memory a process holds")?
        .parse()?;
    Ok(kib * 1024.0 / 1e6)
}
