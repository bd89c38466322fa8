//! Nobody's name in a log.

use std::fs;

use anyhow::Result;

use crate::cases;
use crate::county::{County, Wishes};
use crate::driver::Driver;

#[tokio::test]
async fn logs_contain_no_names() -> Result<()> {
    let set = vec!["telemetry.log_level=debug".to_owned()];
    let disputes = cases::now(cases::some(4)?);
    let mut county = County::start(Wishes { disputes, set, ..Wishes::default() }).await?;
    let mut driver = Driver::start(&county)?;
    // What is said when something fails counts as well.
    let begun = county.commands().await?;
    while driver.is_playing()? && county.commands().await? < begun + 20 {
        tokio::task::yield_now().await;
    }
    county.hub.kill9().await?;
    county.node("640122101.centre")?.kill9()?;
    county.node("640122101.centre")?.start()?;
    county.hub.restart().await?;
    let ended = driver.finish().await?;
    assert_eq!(cases::astray(&county.disputes, &ended), [""; 0]);
    let secrets = cases::secrets(&county.disputes);
    assert!(secrets.len() > 8, "{secrets:?}");
    let mut logs = vec![("hub".to_owned(), fs::read_to_string(county.hub.dir().join("nats.log"))?)];
    for node in county.nodes.values() {
        logs.push((node.agency.clone(), node.logs()?));
    }
    for (whose, log) in &logs {
        for secret in &secrets {
            let line = log.lines().find(|line| line.contains(secret));
            assert_eq!(line, None, "the log of {whose} says {secret}");
        }
    }
    let written: usize = logs.iter().map(|(_, log)| log.lines().count()).sum();
    assert!(written > 500, "{written} lines are too few to say anything");
    county.done();
    Ok(())
}
