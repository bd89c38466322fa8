//! What a node of this build carries on this machine. Figures are printed, never asserted.

mod import;
mod lifecycle;
mod node;
mod pages;
mod papers;
mod registration;
mod search;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use jiefen_vocab::Agency;

use crate::Failure;
use crate::demo::county::{Plan, Post, area_of};

pub use import::import;
pub use lifecycle::lifecycle;
pub use node::node;
pub use pages::pages;
pub use papers::papers;
pub use registration::registration;
pub use search::search;

/// A figure with two places after the point.
fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// A database is a file of its own or a PostgreSQL server.
fn check_database(db: &str) -> Result<(), Failure> {
    if db == "sqlite" || db.starts_with("postgres") {
        return Ok(());
    }
    let right = "应为 sqlite 或者 postgres://… (write sqlite or a URL of PostgreSQL)";
    Err(Failure::Usage(format!("--db {db}：{right}")))
}

/// These agencies, each over a database of its own, on the machine's clock.
async fn plan(agencies: &[&str], db: &str, bus_port: u16) -> Result<Plan> {
    let mut posts = Vec::new();
    let mut databases = BTreeMap::new();
    for (n, text) in agencies.iter().enumerate() {
        let agency: Agency = text.parse()?;
        posts.push(Post { agency, area: area_of(agency.code.as_str()) });
        if db != "sqlite" {
            databases.insert(agency, create_database(db, n).await?);
        }
    }
    let (consoles, ports) = (BTreeSet::new(), BTreeMap::new());
    Ok(Plan { posts, bus_port, clock: "system", databases, otlp: None, consoles, ports })
}

/// The time below which this share of the times lies; zero without any. The times are ascending.
fn share<T: Copy + Default>(times: &[T], share: f64) -> T {
    let place = (times.len() as f64 * share) as usize;
    times.get(place.min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}

/// Half, ninety-nine in a hundred, and the longest of some times in milliseconds.
fn figures(mut times: Vec<f64>) -> serde_json::Value {
    times.sort_by(f64::total_cmp);
    let at = |part: f64| round(share(&times, part));
    serde_json::json!({ "times": times.len(), "p50_ms": at(0.5), "p99_ms": at(0.99), "max_ms": at(1.0) })
}

/// A database of its own for each agency on the given server.
async fn create_database(server: &str, n: usize) -> Result<String> {
    let name = format!("jiefen_bench_{}_{n}", std::process::id());
    jiefen_ledger::create_database(server, &name).await.context("建库 (creating a database)")?;
    let (base, _) = server.rsplit_once('/').context("the URL has no database")?;
    Ok(format!("{base}/{name}"))
}

/// How many times a second this disk makes 4 KiB durable, one after another.
fn fsync_per_s(dir: &std::path::Path) -> Result<f64> {
    use std::io::Write as _;
    const TIMES: u32 = 300;
    let mut file = std::fs::File::create(dir.join("fsync"))?;
    let begin = std::time::Instant::now();
    for _ in 0..TIMES {
        file.write_all(&[0; 4096])?;
        file.sync_data()?;
    }
    Ok(f64::from(TIMES) / begin.elapsed().as_secs_f64())
}
