//! An agency's ledger is imported while the client and the node are killed: every row once.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use jiefen_platform::auth::Issuer;
use jiefen_platform::config::AuthConfig;
use jiefen_tests::{Process, eventually, program};
use jiefen_vocab::Role;
use serde_json::Value;
use sqlx::{AnyConnection, Connection as _};

use crate::county::{County, Wishes, jiefen, outcome};

const COUNTER: &str = "640122101.centre";
/// On PostgreSQL, when the county has it.
const COUNTY_COUNTER: &str = "640122.centre";
const ROWS: usize = 2400;
/// A debug build takes in hundreds of rows a second.
const IMPORTED: Duration = Duration::from_secs(300);

/// A ledger of sound rows, and one that is wrong when asked for.
fn ledger(file: &Path, wrong: bool) -> Result<()> {
    let mut text = String::from("登记日期,来源,纠纷类型,发生地,申请人,被申请人,简要情况\n");
    for n in 1..=ROWS {
        let on = if wrong && n == 1777 { "前年" } else { "2026-03-02" };
        writeln!(text, "{on},网格员,邻里纠纷,金贵镇银光村,甲{n},乙{n},第{n}件：院墙滴水")?;
    }
    Ok(std::fs::write(file, text)?)
}

fn token(county: &County, agency: &str) -> Result<PathBuf> {
    let issuer = Issuer::load(&AuthConfig::default(), county.dir().join("issuer.key"))?;
    let token = issuer.token(
        "clerk-1",
        agency.parse()?,
        &[Role::WindowClerk],
        Duration::from_secs(3600),
    )?;
    let file = county.dir().join(format!("{agency}.jwt"));
    std::fs::write(&file, token)?;
    Ok(file)
}

/// How many disputes are registered, and how many there are.
async fn counted(database: &str) -> Result<(i64, i64)> {
    sqlx::any::install_default_drivers();
    let mut db = AnyConnection::connect(database).await?;
    let registered = "SELECT count(*) FROM cases WHERE state = 'registered'";
    let registered = sqlx::query_scalar(registered).fetch_one(&mut db).await?;
    let all = sqlx::query_scalar("SELECT count(*) FROM cases WHERE dispute IS NOT NULL")
        .fetch_one(&mut db)
        .await?;
    db.close().await?;
    Ok((registered, all))
}

async fn until_some(database: &str, more_than: i64) -> Result<i64> {
    eventually("rows are being taken in", IMPORTED, || async {
        let (registered, _) = counted(database).await?;
        ensure!(registered > more_than, "{registered} rows");
        Ok(registered)
    })
    .await
}

async fn every_row_once(agency: &str, postgres: bool) -> Result<()> {
    let wishes = Wishes { postgres, ..Wishes::default() };
    let mut county = County::prepare(wishes).await?;
    for agency in ["640122.registry", agency] {
        county.node(agency)?.start()?;
        county.node(agency)?.until_ready().await?;
    }
    let file = county.dir().join("台账.csv");
    let token = token(&county, agency)?.display().to_string();
    let verb = |county: &County| -> Result<Vec<String>> {
        let grpc = format!("http://{}", county.nodes[agency].grpc()?);
        let ledger = file.display().to_string();
        let words = ["import", &ledger, "--grpc", &grpc, "--token-file", &token, "--json"];
        Ok(words.map(str::to_owned).to_vec())
    };
    let database = county.nodes[agency].database.clone();
    // A wrong row keeps the whole ledger out.
    ledger(&file, true)?;
    let refused = outcome(&verb(&county)?).await?;
    ensure!(refused.status.code() == Some(1), "{refused:?}");
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    ensure!(told.contains("第1778行 A列「登记日期」"), "{told}");
    ensure!(counted(&database).await? == (0, 0), "a part of it was imported");
    ledger(&file, false)?;
    // The client is killed on its way, then the node under a client.
    let log = county.dir().join("import.log");
    let start =
        |county: &County| Process::spawn("the import", program()?, &verb(county)?, &[], &log);
    let mut client = start(&county)?;
    let before = until_some(&database, 0).await?;
    client.kill9()?;
    let mut client = start(&county)?;
    let before = until_some(&database, before + 200).await?;
    county.node(agency)?.kill9()?;
    client.kill9()?;
    ensure!(before < i64::try_from(ROWS)?, "the import was too quick to be cut: {before}");
    county.node(agency)?.start()?;
    county.node(agency)?.until_ready().await?;
    let (kept, _) = counted(&database).await?;
    let said: Value = serde_json::from_slice(&jiefen(&verb(&county)?).await?.stdout)?;
    ensure!(said["rows"] == ROWS && said["wrong"] == 0, "{said}");
    ensure!(said["already"] == kept, "what was there is not imported again: {said}, {kept}");
    ensure!(
        said["imported"].as_i64().context("imported")? + kept == i64::try_from(ROWS)?,
        "{said}"
    );
    let again: Value = serde_json::from_slice(&jiefen(&verb(&county)?).await?.stdout)?;
    ensure!(again["already"] == ROWS && again["imported"] == 0, "{again}");
    let all = i64::try_from(ROWS)?;
    ensure!(counted(&database).await? == (all, all), "{:?}", counted(&database).await?);
    jiefen(&county.nodes[agency].arguments(&["verify"])).await?;
    county.done();
    Ok(())
}

#[tokio::test]
async fn a_ledger_that_is_cut_by_kills_comes_in_row_by_row_once() -> Result<()> {
    every_row_once(COUNTER, false).await
}

#[tokio::test]
async fn so_it_does_on_postgresql() -> Result<()> {
    every_row_once(COUNTY_COUNTER, true).await
}
