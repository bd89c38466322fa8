//! Looks for what is wrong with a node and names it.

use jiefen_ledger::{Chain, read};
use jiefen_platform::auth::Gate;
use jiefen_platform::config::{Area, Config};
use jiefen_platform::keys::SigningKey;
use jiefen_platform::trust::Trust;

use crate::cli::Serve;
use crate::verbs::database;
use crate::verbs::load;
use crate::{Failure, county, say, serve};

/// One thing that was looked at.
struct Finding {
    what: String,
    wrong: Option<String>,
    /// Nothing is wrong, and this should be known.
    note: Option<&'static str>,
}

/// Every check; exit 1 when one found something.
pub async fn run(verb: &Serve) -> Result<(), Failure> {
    let config = load(&verb.from)?;
    let mut findings = vec![trust(&config), county(&config)];
    for area in &verb.role {
        findings.extend(role(&config, *area).await);
    }
    for finding in &findings {
        let state = match (&finding.wrong, finding.note) {
            (Some(_), _) => "✗",
            (None, Some(_)) => "–",
            (None, None) => "✓",
        };
        let wrong = finding.wrong.as_deref().or(finding.note).unwrap_or_default();
        if verb.json {
            let json = serde_json::json!({"check": finding.what, "ok": finding.wrong.is_none(), "wrong": finding.wrong, "note": finding.note});
            say(&json.to_string())?;
        } else {
            say(&format!("{state} {} {wrong}", finding.what))?;
        }
    }
    if findings.iter().any(|finding| finding.wrong.is_some()) {
        return Err(Failure::Silent);
    }
    Ok(())
}

fn check<T, E: std::fmt::Display>(what: String, outcome: Result<T, E>) -> Finding {
    Finding { note: None, what, wrong: outcome.err().map(|error| error.to_string()) }
}

fn trust(config: &Config) -> Finding {
    let what = "信任名单 (trust file)".to_owned();
    match &config.bus.trust_file {
        Some(file) => check(what, Trust::load(file)),
        None => Finding {
            note: None,
            what,
            wrong: Some("没有配置 bus.trust_file (not configured)".to_owned()),
        },
    }
}

/// The county's bundle: what it is, or that there is none.
fn county(config: &Config) -> Finding {
    let what = "县情数据 (county)".to_owned();
    match county::load(&config.county) {
        Ok(Some(county)) => {
            let (version, from) = (county.version(), county.valid_from());
            let what = format!("{what}：第{version}版，自{from}起 (version, valid from)");
            Finding { what, wrong: None, note: None }
        }
        Ok(None) => Finding {
            what,
            wrong: None,
            note: Some(
                "没有配置 county.bundle_file，本节点不知道其他单位的权责 (not configured: other units' powers are unknown here)",
            ),
        },
        Err(fault) => check(what, Err::<(), _>(fault)),
    }
}

async fn role(config: &Config, area: Area) -> Vec<Finding> {
    let section = match config.role(area) {
        Ok(section) => section,
        Err(fault) => {
            let what = format!("{area}：配置 (configuration)");
            return vec![Finding { note: None, what, wrong: Some(fault.to_string()) }];
        }
    };
    let mut findings = Vec::new();
    let gate = Gate::new(&config.auth, section.agency);
    findings.push(check(format!("{area}：令牌公钥 (staff tokens)"), gate));
    findings.push(own_key(config, area));
    findings.extend(stored(config, area).await);
    let bus = serve::connect(config, section).await;
    let ready = match bus {
        Ok(bus) => bus.ready().map_err(|fault| fault.to_string()),
        Err(error) => Err(format!("{error:#}")),
    };
    findings.push(check(format!("{area}：总线 (bus)"), ready));
    findings
}

/// The signing key reads and its public half is the one that others trust.
fn own_key(config: &Config, area: Area) -> Finding {
    let what = format!("{area}：签名密钥 (signing key)");
    let outcome = (|| {
        let role = config.role(area).map_err(|fault| fault.to_string())?;
        let file = role.key_file.as_ref().ok_or("没有配置 key_file (not configured)")?;
        let key = SigningKey::load(file).map_err(|fault| fault.to_string())?;
        let trust = config.bus.trust_file.as_ref().ok_or("没有信任名单可核对 (no trust file)")?;
        let trust = Trust::load(trust).map_err(|fault| fault.to_string())?;
        let keys = trust.keys();
        let known = keys
            .get(&role.agency)
            .is_some_and(|keys| keys.iter().any(|trusted| trusted.key == key.public()));
        if known {
            Ok(())
        } else {
            Err("信任名单中没有这把公钥，其他单位会拒收 (not in the trust file)".to_owned())
        }
    })();
    check(what, outcome)
}

/// Whether the configured county is at least the one that the role has worked with.
async fn seen(config: &Config, area: Area, store: &jiefen_ledger::Store) -> Option<Finding> {
    let county = county::load(&config.county).ok().flatten()?;
    let what = format!("{area}：县情数据的版本 (the county's version)");
    Some(match store.county_seen(county.signed_by()).await {
        Ok(seen) => check(what, county::not_older(&county, seen)),
        Err(error) => check(what, Err::<(), _>(error)),
    })
}

async fn stored(config: &Config, area: Area) -> Vec<Finding> {
    let what = format!("{area}：数据库 (database)");
    let store = match database::open(config, area).await {
        Ok(store) => store,
        Err(failure) => {
            return vec![Finding { note: None, what, wrong: Some(failure.to_string()) }];
        }
    };
    let mut findings = vec![Finding { note: None, what, wrong: None }];
    let pending = match store.pending().await {
        Ok(pending) if pending.is_empty() => Ok(()),
        Ok(pending) => Err(format!(
            "尚有{}项升级未做，请运行 jiefen migrate (migrations pending)",
            pending.len()
        )),
        Err(error) => Err(error.to_string()),
    };
    let migrated = pending.is_ok();
    findings.push(check(format!("{area}：表结构 (migrations)"), pending));
    if migrated {
        findings.extend(seen(config, area, &store).await);
        let chain = match jiefen_ledger::verify(&store).await {
            Ok(Chain::Whole { .. }) => Ok(()),
            Ok(Chain::Broken { at }) => Err(format!("日志链在第{at}条断开 (breaks at entry {at})")),
            Err(error) => Err(error.to_string()),
        };
        findings.push(check(format!("{area}：日志链 (journal)"), chain));
        let parked = match read::parked(&store, None, 1).await {
            Ok(rows) if rows.is_empty() => Ok(()),
            Ok(_) => {
                Err("有搁置的消息，处理原因后运行 jiefen redrive (parked messages)".to_owned())
            }
            Err(error) => Err(error.to_string()),
        };
        findings.push(check(format!("{area}：搁置消息 (parked)"), parked));
    }
    store.close().await;
    findings
}
