//! When a time limit of the law ends.

use anyhow::Context as _;
use jiefen_terms::{Law, cli};

use crate::cli::Due;
use crate::verbs::text;
use crate::{Failure, say};

pub fn run(verb: &Due) -> Result<(), Failure> {
    let local = local_law(verb)?;
    let law = local.as_ref().unwrap_or_else(|| Law::shipped());
    match &verb.batch {
        Some(file) => batch(law, file, verb.json),
        None => one(law, verb),
    }
}

fn local_law(verb: &Due) -> Result<Option<Law>, Failure> {
    let Some(file) = &verb.local else { return Ok(None) };
    let text = text::read(file, "reading the local limits")?;
    match Law::with_local(&text) {
        Ok(law) => Ok(Some(law)),
        Err(faults) => {
            Err(Failure::Config { faults: faults.iter().map(ToString::to_string).collect() })
        }
    }
}

fn one(law: &Law, verb: &Due) -> Result<(), Failure> {
    let rule = verb.rule.as_deref().unwrap_or_default();
    let from = verb.from.as_deref().unwrap_or_default();
    let stops: Vec<&str> = verb.stop.iter().map(String::as_str).collect();
    let answer = cli::due_under(law, rule, from, &stops, verb.extend)
        .map_err(|error| Failure::Failed(anyhow::anyhow!("{error}")))?;
    if verb.json {
        return say(&serde_json::to_string(&answer).context("writing the answer")?);
    }
    say(&format!("{} 届满：{}", answer.rule, answer.due))?;
    if answer.provisional {
        say("（所涉年份的放假安排尚未公布或未收录，日期待核 provisional）")?;
    }
    for step in &answer.steps {
        say(&format!("  {}  {}  〔{}〕", step.date, step.why, step.source))?;
    }
    Ok(())
}

fn batch(law: &Law, file: &std::path::Path, json: bool) -> Result<(), Failure> {
    let text = text::read(file, "reading the batch")?;
    let list: Vec<serde_json::Value> = serde_json::from_str(&text).with_context(|| {
        format!(
            "{} 应为 [{{\"rule\",\"start\"}}…] (must be a list of such objects)",
            file.display()
        )
    })?;
    let answers = cli::batch_under(law, &list);
    if json {
        return say(&serde_json::to_string(&answers).context("writing the answers")?);
    }
    for answer in &answers {
        let text = |key: &str| answer.get(key).and_then(|v| v.as_str()).unwrap_or("—").to_owned();
        let error = answer.get("error").and_then(|v| v.as_str()).unwrap_or_default();
        say(&format!("{}\t{}\t{}\t{error}", text("rule"), text("start"), text("due")))?;
    }
    Ok(())
}
