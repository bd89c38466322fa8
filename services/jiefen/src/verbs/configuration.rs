//! Checking and showing the configuration.

use anyhow::Context as _;
use jiefen_platform::config::KEYS;

use crate::cli::ConfigVerb;
use crate::verbs::load;
use crate::{Failure, say, talk};

pub fn run(verb: &ConfigVerb) -> Result<(), Failure> {
    if verb.keys {
        return keys(verb.json);
    }
    let config = load(&verb.from)?;
    if verb.print {
        return say(&config.print());
    }
    talk("配置无误 (the configuration is sound)");
    Ok(())
}

fn keys(json: bool) -> Result<(), Failure> {
    if json {
        let list: Vec<_> = KEYS
            .iter()
            .map(|doc| serde_json::json!({"key": doc.key, "default": doc.default, "zh": doc.zh, "en": doc.en}))
            .collect();
        return say(&serde_json::to_string(&list).context("writing the keys")?);
    }
    for doc in KEYS {
        say(&format!("{} = {}\n    {}\n    {}", doc.key, doc.default, doc.zh, doc.en))?;
    }
    Ok(())
}
