//! Searching among very many disputes at one counter, and looking for repeats, on a database that is filled for
//! it: cases as they are stored, the index as an upgrade builds it.

use std::path::Path;

use anyhow::{Context as _, Result};
use indicatif::ProgressBar;
use jiefen_intake::find::{self, Duplicates, Sample, Viewer};
use jiefen_intake::{IntakeArea, case_id};
use jiefen_ledger::{Store, create_database, found};
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::Agency;
use tokio::time::Instant;

use crate::bench::{figures, round};
use crate::cli::Search;
use crate::{Failure, say, talk};

/// Whose counter it is.
const COUNTER: &str = "640122.centre";
/// Cases a transaction adds.
const BATCH: u64 = 5_000;

/// Runs the bench and prints one JSON object.
pub async fn search(verb: &Search) -> Result<(), Failure> {
    let temporary =
        tempfile::Builder::new().prefix("jiefen-bench-").tempdir().context("a folder")?;
    let url = database(&verb.db, temporary.path()).await?;
    let store = Store::open(&url).await.context("opening the database");
    let store = store.map_err(Failure::Unavailable)?;
    store.migrate().await.context("建表 (migrating)")?;
    let outcome = measure(verb, &store).await;
    store.close().await;
    say(&outcome?.to_string())
}

async fn database(db: &str, folder: &Path) -> Result<String, Failure> {
    if db == "sqlite" {
        return Ok(format!("sqlite://{}", folder.join("search.db").display()));
    }
    if db.starts_with("sqlite:") {
        return Ok(db.to_owned());
    }
    if !db.starts_with("postgres") {
        let right = "应为 sqlite、sqlite://文件 或者 postgres://… (or a URL of PostgreSQL)";
        return Err(Failure::Usage(format!("--db {db}：{right}")));
    }
    let name = format!("jiefen_search_{}", std::process::id());
    let created = create_database(db, &name).await.context("建库 (creating a database)");
    created.map_err(Failure::Unavailable)?;
    let (base, _) = db.rsplit_once('/').context("the URL has no database")?;
    Ok(format!("{base}/{name}"))
}

async fn measure(verb: &Search, store: &Store) -> Result<serde_json::Value> {
    let unit: Agency = COUNTER.parse()?;
    let begin = Instant::now();
    let there = found::is_built::<IntakeArea>(store).await?;
    if !there {
        fill(verb.rows, store, unit, |_| false).await?;
    }
    let filled = begin.elapsed().as_secs_f64();
    let begin = Instant::now();
    if !there {
        index(verb.rows, store).await?;
    }
    let built = begin.elapsed().as_secs_f64();
    let viewer = Viewer::Own { unit };
    let mut kinds = serde_json::Map::new();
    let mut all = Vec::new();
    for (at, name) in find::QUESTIONS.iter().enumerate() {
        let times = searches(verb, store, viewer, at).await?;
        kinds.insert((*name).to_owned(), figures(times.clone()));
        all.extend(times);
    }
    let (times, proposed) = repeats(verb, store, viewer).await?;
    Ok(serde_json::json!({
        "db": store.kind(),
        "rows": verb.rows,
        "fill_s": round(filled),
        "index_s": round(built),
        "search": figures(all),
        "search_by": kinds,
        "duplicates": figures(times),
        "duplicates_proposed": round(proposed),
    }))
}

/// Adds so many disputes; `ended` says which of them are over.
///
/// # Errors
/// The database fails.
pub(super) async fn fill(
    rows: u64,
    store: &Store,
    unit: Agency,
    ended: impl Fn(u64) -> bool,
) -> Result<()> {
    talk(&format!("写入{rows}件纠纷 (adding disputes)"));
    let bar = ProgressBar::new(rows);
    let mut next = 0;
    while next < rows {
        let end = (next + BATCH).min(rows);
        let cases = (next..end).filter_map(|no| {
            let sample = find::sample(no);
            let made = if ended(no) { sample.ended(unit) } else { sample.case(unit) };
            let (dispute, case, opened) = made?;
            Some((case_id(dispute), case, opened))
        });
        found::fill::<IntakeArea>(store, cases).await?;
        next = end;
        bar.set_position(next);
    }
    bar.finish_and_clear();
    Ok(())
}

/// Builds the index as an upgrade does.
///
/// # Errors
/// The database fails.
pub(super) async fn index(rows: u64, store: &Store) -> Result<()> {
    talk("建立检索索引 (building the index)");
    let bar = ProgressBar::new(rows);
    found::build::<IntakeArea>(store, |so_far| bar.set_position(so_far.seen)).await?;
    bar.finish_and_clear();
    store.settle().await.context("settling the tables")
}

/// The samples that are asked for: spread over all.
fn asked(verb: &Search) -> impl Iterator<Item = Sample> {
    let (rows, questions) = (verb.rows, verb.questions.max(1));
    (0..questions).map(move |n| find::sample((n * 7_919_003 + 13) % rows.max(1)))
}

/// One kind of question about each sample, in milliseconds, after a few to warm up.
async fn searches(verb: &Search, store: &Store, viewer: Viewer, at: usize) -> Result<Vec<f64>> {
    let mut times = Vec::new();
    for sample in asked(verb) {
        let query = sample.questions().into_iter().nth(at).context("a kind of question")?;
        let request = pb::SearchDisputesRequest { query, ..Default::default() };
        let begin = Instant::now();
        let question = find::parse_search(&request)?;
        let answer = find::search(store, viewer, &question).await?;
        times.push(begin.elapsed().as_secs_f64() * 1000.0);
        anyhow::ensure!(!answer.disputes.is_empty(), "a dispute that is there is not found");
    }
    Ok(times)
}

/// Looks for the repeat of each sample; how long, and which share was proposed.
async fn repeats(verb: &Search, store: &Store, viewer: Viewer) -> Result<(Vec<f64>, f64)> {
    let (mut times, mut hits) = (Vec::new(), 0.0);
    for sample in asked(verb) {
        let Sample { content, channel, day, .. } = sample.again();
        let asked = Duplicates::Like { content: Box::new(content), channel, day };
        let begin = Instant::now();
        let answer = find::propose(store, viewer, &asked).await?;
        times.push(begin.elapsed().as_secs_f64() * 1000.0);
        let own = |one: &pb::ProposedDuplicate| {
            let doors = one.dispute.iter().flat_map(|dispute| &dispute.doors);
            doors.into_iter().any(|door| door.number == sample.number)
        };
        hits += f64::from(u8::from(answer.candidates.iter().any(own)));
    }
    let share = hits / times.len().max(1) as f64;
    Ok((times, share))
}
