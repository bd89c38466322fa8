//! A ledger of many rows through a counter's node: read, checked here and there, and written, while the bus
//! carries what is announced of it.

use std::fmt::Write as _;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use jiefen_import::{Ledger, Names};
use jiefen_platform::clock::{Clock as _, SystemClock};
use jiefen_vocab::{Agency, DisputeKind, Region, RegionLevel, Regions};
use jiff::civil::Date;
use tokio::time::Instant;

use crate::bench::{check_database, plan, round};
use crate::cli::ImportBench;
use crate::demo::county::{County, area_of, staff_roles};
use crate::demo::processes::{Processes, free_port};
use crate::import::Counter;
use crate::{Failure, say};

const COUNTER: &str = "640122101.centre";
const REGISTRY: &str = "640122.registry";
const TOKEN: Duration = Duration::from_secs(3600);
/// The town of the counter.
const TOWN: &str = "640122101";

/// Runs the bench and prints one JSON object.
///
/// # Errors
/// A process does not start, or a row is not taken in.
pub async fn import(verb: &ImportBench) -> Result<(), Failure> {
    check_database(&verb.db)?;
    let temporary =
        tempfile::Builder::new().prefix("jiefen-bench-").tempdir().context("a folder")?;
    let port = free_port()?;
    let plan = plan(&[COUNTER, REGISTRY], &verb.db, port).await.map_err(Failure::Unavailable)?;
    let county = County::write(temporary.path(), &plan)?;
    let processes = Processes::start(&county, port, |_| {}).await.map_err(Failure::Unavailable)?;
    let outcome = measure(verb, &county, &processes).await;
    processes.stop().await;
    say(&outcome?.to_string())
}

async fn measure(
    verb: &ImportBench,
    county: &County,
    processes: &Processes,
) -> Result<serde_json::Value, Failure> {
    let counter: Agency = COUNTER.parse().context("the counter")?;
    let node = processes.nodes.get(&counter).context("no counter")?;
    let roles = staff_roles(area_of(counter.code.as_str()));
    let token = county.issuer.token("centre-1", counter, roles, TOKEN).context("a token")?;
    let token = format!("Bearer {token}").parse().context("the token")?;
    let today = SystemClock.now().day();
    let file = ledger(verb.rows, today)?;
    let begin = Instant::now();
    let names = Names::shipped().map_err(|fault| anyhow!("{fault}"))?;
    let ledger = Ledger::read(file.as_bytes(), None, names, today);
    let ledger = ledger.map_err(|fault| anyhow!("{fault}"))?;
    let read = begin.elapsed();
    let line = Counter::open(&format!("http://{}", node.grpc), token).await?;
    let entries: Vec<_> = ledger.valid().collect();
    let digest = &ledger.sheet.digest;
    line.check(digest, &entries).await?;
    let checked = begin.elapsed();
    let (outcomes, cut) = line.import(digest, &entries).await;
    if let Some(cut) = cut {
        return Err(cut);
    }
    let seconds = begin.elapsed().as_secs_f64();
    let imported = outcomes.iter().filter(|(_, outcome)| outcome.is_new()).count();
    Ok(serde_json::json!({
        "rows": ledger.rows.len(),
        "imported": imported,
        "wrong": ledger.wrong(),
        "bytes": file.len(),
        "read_s": round(read.as_secs_f64()),
        "check_s": round((checked - read).as_secs_f64()),
        "send_s": round(seconds - checked.as_secs_f64()),
        "seconds": round(seconds),
        "rows_per_s": round(imported as f64 / seconds),
    }))
}

/// A ledger as a town's centre keeps it: every kind, every village, three years.
fn ledger(rows: u32, today: Date) -> Result<String> {
    let town: Region = TOWN.parse()?;
    let regions = Regions::shipped();
    let villages: Vec<String> = regions
        .within(town, RegionLevel::Village)
        .filter_map(|(village, _)| regions.full_name(village))
        .collect();
    let pick =
        |list: &[String], n: usize| list.get(n % list.len().max(1)).cloned().unwrap_or_default();
    let kinds: Vec<String> = DisputeKind::ALL.iter().map(|kind| kind.zh().to_owned()).collect();
    let channels = ["乡镇综治中心", "网格员", "来电", "派出所"].map(str::to_owned);
    let mut text = String::from(
        "序号,登记编号,登记日期,来源,纠纷类型,发生地,申请人,联系电话,被申请人,涉案金额（元）,涉及人数,简要情况,包案领导\r\n",
    );
    for no in 1..=rows {
        let n = usize::try_from(no)?;
        let on = today.checked_sub(jiff::Span::new().days(i64::from(no % 1000)))?;
        let (kind, village, channel) = (pick(&kinds, n), pick(&villages, n), pick(&channels, n));
        let amount = u64::from(no) * 37 % 90_000;
        write!(
            text,
            "{no},贺调{no:06},{on},{channel},{kind},{village}{}组,申请人{no},139{no:08},被申请人{no},{amount},{},双方因{kind}事项发生争执，经村干部劝解未果，第{no}件，要求依法处理，\
             申请人称多次协商不成，被申请人认为责任不在自己，双方情绪较为激动，需要上门调解。,李镇长\r\n",
            no % 9 + 1,
            no % 5 + 2,
        )?;
    }
    Ok(text)
}
