//! Verbs about the databases of the configured roles.

use std::time::Duration;

use anyhow::Context as _;
use jiefen_ledger::{Chain, Store};
use jiefen_platform::config::{Area, Config};

use crate::cli::{Serve, WaitForDb};
use crate::verbs::load;
use crate::{Failure, roles, say, talk};

/// Opens the database of a role.
pub async fn open(config: &Config, area: Area) -> Result<Store, Failure> {
    let role =
        config.role(area).map_err(|fault| Failure::Config { faults: vec![fault.to_string()] })?;
    let url = role
        .read_database_url()
        .map_err(|fault| Failure::Config { faults: vec![fault.to_string()] })?;
    let doing = format!("{area}：连接数据库 (opening the database)");
    Store::open(url.reveal()).await.context(doing).map_err(Failure::Unavailable)
}

pub async fn migrate(serve: &Serve) -> Result<(), Failure> {
    let config = load(&serve.from)?;
    for area in &serve.role {
        let store = open(&config, *area).await?;
        let pending = store.pending().await.context("reading the migrations");
        let pending = pending.map_err(Failure::Unavailable)?;
        store.migrate().await.with_context(|| format!("{area}：建表升级 (migrating)"))?;
        talk(&format!("{area}：{} 项升级已完成 (migrations applied)", pending.len()));
        roles::keep_found(*area, &store, false).await?;
        store.close().await;
    }
    Ok(())
}

/// Builds the index of what is found anew.
pub async fn reindex(serve: &Serve) -> Result<(), Failure> {
    let config = load(&serve.from)?;
    for area in &serve.role {
        let store = open(&config, *area).await?;
        let built = roles::keep_found(*area, &store, true).await?;
        store.close().await;
        if serve.json {
            say(&serde_json::json!({"role": area.to_string(), "cases": built.seen, "written": built.written}).to_string())?;
        } else {
            say(&format!(
                "{area}：核对{}件，重写{}行 ({} cases, {} rows written)",
                built.seen, built.written, built.seen, built.written
            ))?;
        }
    }
    Ok(())
}

pub async fn wait(verb: &WaitForDb) -> Result<(), Failure> {
    let config = load(&verb.serve.from)?;
    let all = async {
        for area in &verb.serve.role {
            ready(&config, *area).await;
        }
    };
    let limit = Duration::from_secs(verb.seconds);
    tokio::time::timeout(limit, all).await.map_err(|_| {
        Failure::Unavailable(anyhow::anyhow!(
            "等待{}秒后数据库仍未就绪 (the databases are not ready after {} s)",
            verb.seconds,
            verb.seconds
        ))
    })
}

/// Looks at a database until it answers and lacks no migration.
async fn ready(config: &Config, area: Area) {
    const PAUSE: Duration = Duration::from_millis(500);
    loop {
        if let Ok(store) = open(config, area).await {
            let pending = store.pending().await;
            store.close().await;
            if pending.is_ok_and(|pending| pending.is_empty()) {
                return;
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
}

pub async fn verify(serve: &Serve) -> Result<(), Failure> {
    let config = load(&serve.from)?;
    let mut broken = false;
    for area in &serve.role {
        let store = open(&config, *area).await?;
        let chain = jiefen_ledger::verify(&store).await.context("walking the journal")?;
        store.close().await;
        let (whole, entries, at) = match chain {
            Chain::Whole { entries } => (true, entries, 0),
            Chain::Broken { at } => (false, at - 1, at),
        };
        broken |= !whole;
        if serve.json {
            let at = (!whole).then_some(at);
            say(&serde_json::json!({"role": area.to_string(), "whole": whole, "entries": entries, "broken_at": at}).to_string())?;
        } else if whole {
            say(&format!("{area}：日志链完整，共{entries}条 (the journal is whole)"))?;
        } else {
            say(&format!("{area}：日志链在第{at}条断开 (the journal breaks at entry {at})"))?;
        }
    }
    if broken { Err(Failure::Silent) } else { Ok(()) }
}
