//! What operators do, and what a node tells them.

use std::time::Duration;

use anyhow::{Context, Result, anyhow, ensure};
use jiefen_registry_rules::county;
use jiefen_tests::eventually;
use serde_json::Value;
use sqlx::{AnyConnection, Connection as _};

use crate::cases;
use crate::county::{County, Wishes, jiefen, outcome};
use crate::driver::Driver;

const COUNTER: &str = "640122101.centre";
const COMMITTEE: &str = "640122101211.village_mediation";
/// The connection notices within seconds, and looks every second.
const NOTICED: Duration = Duration::from_secs(60);

fn wishes(disputes: usize) -> Result<Wishes> {
    Ok(Wishes { disputes: cases::now(cases::some(disputes)?), ..Wishes::default() })
}

#[tokio::test]
async fn a_node_drains_on_sigterm_and_loses_nothing() -> Result<()> {
    let mut county = County::start(wishes(4)?).await?;
    let mut driver = Driver::start(&county)?;
    let mut stops = 0;
    for agency in [COUNTER, COMMITTEE, "640122.centre"].iter().cycle().take(6) {
        let before = county.commands().await?;
        eventually("the work goes on", NOTICED, || {
            let (playing, count) = (driver.is_playing(), county.commands());
            async {
                let count = count.await?;
                ensure!(count > before + 3 || !playing?, "{count} commands");
                Ok(())
            }
        })
        .await?;
        if driver.is_playing()? {
            county.node(agency)?.drain().await?;
            county.node(agency)?.start()?;
            stops += 1;
        }
    }
    assert!(stops >= 3, "the players were too quick for the stops: {stops}");
    let ended = driver.finish().await?;
    county.until_ready().await?;
    assert_eq!(cases::astray(&county.disputes, &ended), [""; 0]);
    county.until_kept().await?;
    county.done();
    Ok(())
}

/// What `/readyz` says is down, with its reasons.
fn down(report: &Value) -> Vec<(String, String)> {
    let components = report["components"].as_object().into_iter().flatten();
    let down = components.filter(|(_, condition)| condition["state"] == "down");
    down.map(|(name, condition)| (name.clone(), condition["why"].to_string())).collect()
}

#[tokio::test]
async fn health_and_readiness_say_what_is_wrong() -> Result<()> {
    let mut county = County::prepare(wishes(1)?).await?;
    county.node("640122.registry")?.start()?;
    let node = county.node(COUNTER)?;
    node.start()?;
    node.until_ready().await?;
    let http = node.http()?;
    jiefen(&["healthcheck", "--http", &http]).await?;
    county.hub.kill9().await?;
    let node = &county.nodes[COUNTER];
    let report = eventually("the node says that the bus is away", NOTICED, || async {
        let (status, report) = node.readyz().await?;
        ensure!(status == 503, "{status} {report}");
        Ok(report)
    })
    .await?;
    let down = down(&report);
    assert!(down.len() == 1 && down[0].0 == "intake.bus", "only the bus is named: {report}");
    let check = outcome(&["healthcheck", "--http", &http]).await?;
    let said = String::from_utf8_lossy(&check.stderr).into_owned();
    assert_eq!(check.status.code(), Some(69), "{said}");
    assert!(said.contains("intake.bus"), "{said}");
    county.hub.restart().await?;
    county.node(COUNTER)?.until_ready().await?;
    jiefen(&["healthcheck", "--http", &http]).await?;
    county.done();
    Ok(())
}

#[tokio::test]
async fn doctor_names_a_broken_journal() -> Result<()> {
    let mut county = County::start(wishes(1)?).await?;
    let ended = Driver::start(&county)?.finish().await?;
    assert_eq!(cases::astray(&county.disputes, &ended), [""; 0]);
    county.until_kept().await?;
    county.node(COUNTER)?.drain().await?;
    let node = &county.nodes[COUNTER];
    jiefen(&node.arguments(&["doctor"])).await?;
    let mut db = AnyConnection::connect(&node.database).await?;
    let sql = "UPDATE journal SET occurred_at = occurred_at + 1 WHERE seq = 3";
    let changed = sqlx::query(sql).execute(&mut db).await?.rows_affected();
    db.close().await?;
    assert_eq!(changed, 1);
    for verb in ["doctor", "verify"] {
        let found = outcome(&node.arguments(&[verb])).await?;
        let said = String::from_utf8_lossy(&found.stdout).into_owned();
        assert_eq!(found.status.code(), Some(1), "{verb}: {said}");
        assert!(said.contains("第3条") && said.contains("entry 3"), "{verb}: {said}");
        let json = outcome(&[node.arguments(&[verb]), vec!["--json".to_owned()]].concat()).await?;
        let lines = String::from_utf8_lossy(&json.stdout).into_owned();
        for line in lines.lines() {
            let object: Value = serde_json::from_str(line).with_context(|| lines.clone())?;
            assert!(object.is_object());
        }
    }
    jiefen(&county.nodes[COMMITTEE].arguments(&["verify"])).await?;
    county.done();
    Ok(())
}

#[tokio::test]
async fn events_tail_shows_decoded_events() -> Result<()> {
    let county = County::start(wishes(1)?).await?;
    let ended = Driver::start(&county)?.finish().await?;
    let reader = &county.nodes["640122.assessment"];
    // The register announces the county's shipped units, once each; the dispute's events come beside them.
    let units = county::shipped(jiff::civil::date(2026, 1, 1))
        .map_err(|faults| anyhow!("{faults:?}"))?
        .len();
    let count = (units + 10).to_string();
    let tail = reader.arguments(&["events", "tail", "--all", "--count", &count, "--json"]);
    let said = String::from_utf8(jiefen(&tail).await?.stdout)?;
    // The next one begins anew, not where that one stopped.
    assert_eq!(String::from_utf8(jiefen(&tail).await?.stdout)?, said);
    let events: Vec<Value> =
        said.lines().map(serde_json::from_str).collect::<Result<_, _>>().context(said.clone())?;
    let mut of_the_dispute = 0;
    for event in &events {
        let kind = event["type"].as_str().context("an event without a type")?;
        assert!(event["data"].is_object(), "decoded: {event}");
        if kind == "jiefen.registry.v1.UnitAdded" {
            assert!(event["dispute"].is_null(), "{event}");
        } else {
            assert!(kind.starts_with("jiefen."), "{event}");
            assert_eq!(event["dispute"], ended[0].dispute.as_str(), "{event}");
            of_the_dispute += 1;
        }
    }
    assert_eq!(events.len(), units + 10);
    assert!(of_the_dispute >= 10, "a unit was announced twice: {said}");
    let first = &events[0];
    assert_eq!(first["seq"], 1, "{first}");
    for secret in cases::secrets(&county.disputes) {
        assert!(!said.contains(&secret), "an event for everybody says {secret}");
    }
    county.done();
    Ok(())
}
