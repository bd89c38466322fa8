//! Events as they pass, and their forms.

use anyhow::Context as _;
use futures::StreamExt as _;
use jiefen_bus::{Start, Types};

use crate::cli::Tail;
use crate::verbs::load;
use crate::{Failure, say, serve, talk};

/// Shows decoded events as they pass.
pub async fn tail(verb: &Tail) -> Result<(), Failure> {
    let config = load(&verb.serve.from)?;
    let area = verb.serve.role.first().copied();
    let area = area.context("--role")?;
    let role =
        config.role(area).map_err(|fault| Failure::Config { faults: vec![fault.to_string()] })?;
    let bus = serve::connect(&config, role).await.map_err(Failure::Unavailable)?;
    let types = Types::of_this_build().context("the event types")?;
    let start = if verb.all { Start::Oldest } else { Start::Now };
    let stream = jiefen_bus::tail(&bus, types, None, start).await;
    let stream = stream.context("读取事件流 (reading the events)").map_err(Failure::Unavailable)?;
    let mut stream = std::pin::pin!(stream);
    let mut left = verb.count.unwrap_or(u64::MAX);
    while left > 0 {
        let next = tokio::select! {
            next = stream.next() => next,
            () = jiefen_platform::signals::terminate() => return Ok(()),
        };
        match next {
            None => return Ok(()),
            Some(Ok(Ok(event))) => {
                left -= 1;
                if verb.serve.json {
                    say(&serde_json::to_string(&event).context("writing an event")?)?;
                } else {
                    say(&format!("{} {} {} {}", event.time, event.source, event.kind, event.data))?;
                }
            }
            Some(Ok(Err(bad))) => talk(&bad.to_string()),
            Some(Err(fault)) => return Err(Failure::Unavailable(fault.into())),
        }
    }
    Ok(())
}

/// Lists the types of all events with their fields.
pub fn schema(json: bool) -> Result<(), Failure> {
    let types = Types::of_this_build().context("the event types")?;
    for (name, fields) in types.events() {
        if json {
            say(&serde_json::json!({"type": name, "fields": fields}).to_string())?;
        } else {
            say(&format!("{name}：{}", fields.join("、")))?;
        }
    }
    Ok(())
}
