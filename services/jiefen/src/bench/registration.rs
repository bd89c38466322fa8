//! Registrations at one counter at a fixed rate, as a busy morning brings them: what was said is taken down and
//! gets its code, the machine advises, the clerk registers. Each of the three is answered before the next; what
//! is taken down and registered is durable when its answer comes.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use jiefen_intake::find::{self, Sample};
use jiefen_platform::clock::{Clock as _, SystemClock};
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_vocab::Agency;
use tokio::task::JoinSet;
use tokio::time::{Instant, MissedTickBehavior, interval};

use crate::bench::{check_database, figures, plan, round};
use crate::cli::Registration;
use crate::demo::county::County;
use crate::demo::processes::{Processes, free_port};
use crate::demo::stage::{Stage, day, send};
use crate::{Failure, say, talk};

const COUNTER: &str = "640122.centre";
const REGISTRY: &str = "640122.registry";
/// Registrations that warm the node up and are not counted.
const WARM: u64 = 50;

/// How long the steps of one registration took.
pub(super) struct Took {
    /// The dispute that was registered.
    pub(super) dispute: String,
    record: Duration,
    advise: Duration,
    register: Duration,
}

/// Runs the bench and prints one JSON object.
///
/// # Errors
/// A process does not start, or a registration is refused.
pub async fn registration(verb: &Registration) -> Result<(), Failure> {
    check_database(&verb.db)?;
    let temporary =
        tempfile::Builder::new().prefix("jiefen-bench-").tempdir().context("a folder")?;
    let port = free_port()?;
    let plan = plan(&[COUNTER, REGISTRY], &verb.db, port).await.map_err(Failure::Unavailable)?;
    let county = County::write(temporary.path(), &plan)?;
    let processes = Processes::start(&county, port, |_| {}).await.map_err(Failure::Unavailable)?;
    let addresses: BTreeMap<_, _> =
        processes.nodes.iter().map(|(agency, node)| (*agency, node.grpc)).collect();
    let stage = Arc::new(Stage::open(&county, &addresses)?);
    let outcome = run(verb, &stage).await;
    processes.stop().await;
    say(&outcome?.to_string())
}

async fn run(verb: &Registration, stage: &Arc<Stage>) -> Result<serde_json::Value> {
    for no in 0..WARM {
        registered(stage, find::sample(no)).await?;
    }
    let rate = verb.rate.max(1);
    let count = u64::from(rate) * u64::from(verb.seconds.max(1));
    talk(&format!("{count}件，每秒{rate}件 (registrations, a second)"));
    // A registration begins when its time has come, whether or not those before it have ended.
    let mut ticks = interval(Duration::from_secs(1) / rate);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let begin = Instant::now();
    let mut running = JoinSet::new();
    for no in WARM..WARM + count {
        let due = ticks.tick().await;
        let stage = stage.clone();
        running.spawn(async move {
            let took = registered(&stage, find::sample(no)).await?;
            Ok::<_, anyhow::Error>((due.elapsed(), took))
        });
    }
    let mut all = Vec::new();
    while let Some(ended) = running.join_next().await {
        all.push(ended.context("a registration")??);
    }
    let seconds = begin.elapsed().as_secs_f64();
    let of = |part: fn(&(Duration, Took)) -> Duration| {
        figures(all.iter().map(|one| part(one).as_secs_f64() * 1000.0).collect())
    };
    Ok(serde_json::json!({
        "registrations": count,
        "rate": rate,
        "seconds": round(seconds),
        "whole": of(|(whole, _)| *whole),
        "record": of(|(_, took)| took.record),
        "advise": of(|(_, took)| took.advise),
        "register": of(|(_, took)| took.register),
    }))
}

/// One registration from the first word to the durable record.
pub(super) async fn registered(stage: &Stage, sample: Sample) -> Result<Took> {
    let counter: Agency = COUNTER.parse()?;
    let on = day(SystemClock.now().day());
    let content = sample.told();
    let begin = Instant::now();
    let inquiry = pb::RecordInquiryRequest {
        head: stage.head(""),
        channel: "zz_county".to_owned(),
        number: sample.number,
        kind: content.kind.clone(),
        place: content.place.clone(),
        summary: content.summary.clone(),
        on,
        ..Default::default()
    };
    let head = send!(stage, counter, IntakeServiceClient, record_inquiry, inquiry)?;
    let case = head.case.context("no case")?;
    let (name, dispute) = (case.name, case.dispute);
    let record = begin.elapsed();
    let begin = Instant::now();
    let question = pb::AdviseRequest {
        place: content.place.clone(),
        summary: content.summary.clone(),
        parties: content.parties.clone(),
        people: content.people,
        amount_fen: content.amount_fen,
        channel: "zz_county".to_owned(),
        on,
        ..Default::default()
    };
    send!(stage, counter, IntakeServiceClient, advise, question)?;
    let advise = begin.elapsed();
    let begin = Instant::now();
    let register = pb::RegisterRequest {
        head: stage.head(&name),
        content: Some(content),
        identity: "document_shown".to_owned(),
        ..Default::default()
    };
    send!(stage, counter, IntakeServiceClient, register, register)?;
    Ok(Took { dispute, record, advise, register: begin.elapsed() })
}
