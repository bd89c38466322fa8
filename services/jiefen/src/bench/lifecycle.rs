//! The life of a dispute through gRPC and the bus: registered at a township's counter, handed to the
//! county's mediation centre, mediated, agreed, and closed at the counter. Two townships' counters share the
//! one mediation centre.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context as _, Result};
use tokio::time::Instant;

use crate::bench::{check_database, fsync_per_s, plan, round, share};
use crate::cli::Lifecycle;
use crate::demo::county::County;
use crate::demo::life::{Life, Steps};
use crate::demo::processes::{Processes, free_port};
use crate::demo::stage::Stage;
use crate::{Failure, say, talk};

/// The counters of the bench, each with a village of its township.
const COUNTERS: [(&str, &str); 2] =
    [("640122101.centre", "640122101203"), ("640122102.centre", "640122102200")];
/// Where both hand their disputes over to.
const CENTRE: &str = "640122.county_mediation_center";
/// Makes the streams.
const REGISTRY: &str = "640122.registry";

/// Runs the bench and prints one JSON object.
pub async fn lifecycle(verb: &Lifecycle) -> Result<(), Failure> {
    check_database(&verb.db)?;
    let temporary =
        tempfile::Builder::new().prefix("jiefen-bench-").tempdir().context("a folder")?;
    let fsync = fsync_per_s(temporary.path()).context("measuring the disk")?;
    let port = free_port()?;
    let agencies: Vec<&str> =
        COUNTERS.iter().map(|(agency, _)| *agency).chain([CENTRE, REGISTRY]).collect();
    let plan = plan(&agencies, &verb.db, port).await.map_err(Failure::Unavailable)?;
    let county = County::write(temporary.path(), &plan)?;
    let processes = Processes::start(&county, port, |_| {}).await.map_err(Failure::Unavailable)?;
    let addresses: BTreeMap<_, _> =
        processes.nodes.iter().map(|(agency, node)| (*agency, node.grpc)).collect();
    let stage = Arc::new(Stage::open(&county, &addresses)?);
    let outcome = run(verb, stage, fsync).await;
    processes.stop().await;
    say(&outcome?.to_string())
}

async fn run(verb: &Lifecycle, stage: Arc<Stage>, fsync: f64) -> Result<serde_json::Value> {
    // Streams and consumers are there before the clock starts.
    for number in 0..COUNTERS.len() {
        life(&stage, number)?.live(&Steps::default()).await?;
    }
    talk(&format!("{}件纠纷，同时{}件 (disputes, at once)", verb.disputes, verb.concurrency));
    let next = Arc::new(AtomicU32::new(0));
    let steps = Arc::new(Steps::default());
    let begin = Instant::now();
    let mut workers = tokio::task::JoinSet::new();
    for _ in 0..verb.concurrency.max(1) {
        let (stage, next, steps, total) =
            (stage.clone(), next.clone(), steps.clone(), verb.disputes);
        workers.spawn(async move {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= total {
                    return Ok::<(), anyhow::Error>(());
                }
                life(&stage, usize::try_from(number)?)?.live(&steps).await?;
            }
        });
    }
    while let Some(worker) = workers.join_next().await {
        worker.context("a worker")??;
    }
    let seconds = begin.elapsed().as_secs_f64();
    let mut times = steps.times();
    times.sort_unstable();
    let at = |part: f64| ms(share(&times, part));
    Ok(serde_json::json!({
        "disputes": verb.disputes,
        "steps": times.len(),
        "seconds": round(seconds),
        "steps_per_s": round(times.len() as f64 / seconds),
        "p50_ms": round(at(0.50)),
        "p99_ms": round(at(0.99)),
        "fsync_per_s": round(fsync),
    }))
}

/// The life of one dispute: the counters take turns.
fn life(stage: &Arc<Stage>, number: usize) -> Result<Life> {
    let (counter, place) = COUNTERS[number % COUNTERS.len()];
    Ok(Life::new(stage.clone(), counter.parse()?, CENTRE.parse()?, place.parse()?))
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
