//! What a node of this build carries on this machine. Figures are printed, never asserted.

mod import;
mod lifecycle;
mod node;
mod papers;
mod registration;
mod search;

use anyhow::{Context as _, Result};

pub use import::import;
pub use lifecycle::lifecycle;
pub use node::node;
pub use papers::papers;
pub use registration::registration;
pub use search::search;

/// A figure with two places after the point.
fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// A database of its own for each agency on the given server.
async fn create_database(server: &str, n: usize) -> Result<String> {
    let name = format!("jiefen_bench_{}_{n}", std::process::id());
    jiefen_ledger::create_database(server, &name).await.context("建库 (creating a database)")?;
    let (base, _) = server.rsplit_once('/').context("the URL has no database")?;
    Ok(format!("{base}/{name}"))
}
