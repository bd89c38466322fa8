//! The county as the registry signs it: getting it, verifying it, and what changed.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use jiefen_county::{Change, Field, Part, Signed, What, diff};
use jiefen_platform::keys::PublicKey;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_proto::jiefen::registry::v1::registry_service_client::RegistryServiceClient;
use tonic::transport::Channel;

use crate::cli::{BundleDiff, BundleGet, BundleVerify, Registry};
use crate::verbs::{address, token};
use crate::{Failure, county, say};

/// A bundle has every unit twice and its signed bytes.
const LARGEST: usize = 64 << 20;

/// Gets the bundle, verifies that it is whole, and writes or prints it.
pub async fn get(verb: &BundleGet) -> Result<(), Failure> {
    let mut client = connect(&verb.registry.grpc).await?;
    let request = pb::GetBundleRequest { version: verb.version.unwrap_or(0) };
    let call = signed_call(request, &verb.registry.token_file)?;
    let answer = client.get_bundle(call).await.map_err(refused)?.into_inner();
    let file = answer.bundle.unwrap_or_default().file;
    let signed: Signed = serde_json::from_str(&file).context("答复中没有数据包 (no bundle)")?;
    let key: PublicKey = signed.key.as_str().parse().context("公钥 (the key)")?;
    county::verify(&signed, key).map_err(|fault| Failure::Failed(fault.into()))?;
    let Some(out) = &verb.out else {
        return if verb.json { say(&file) } else { say(&told(&signed)) };
    };
    replace(out, &file).with_context(|| format!("写入 {} (writing it)", out.display()))?;
    if verb.json { say(&facts(&signed).to_string()) } else { say(&told(&signed)) }
}

/// Verifies a file; exit 1 with what is wrong.
pub fn verify(verb: &BundleVerify) -> Result<(), Failure> {
    let outcome = county::read(&verb.file)
        .and_then(|signed| county::verify(&signed, verb.key).map(|()| signed));
    match (outcome, verb.json) {
        (Ok(signed), true) => say(&facts(&signed).to_string()),
        (Ok(signed), false) => say(&format!("签名无误：{}", told(&signed))),
        (Err(fault), true) => {
            say(&serde_json::json!({"ok": false, "wrong": fault.to_string()}).to_string())?;
            Err(Failure::Silent)
        }
        (Err(fault), false) => Err(Failure::Failed(fault.into())),
    }
}

/// What changed: between two files, or between two versions at a running registry.
pub async fn changes(verb: &BundleDiff) -> Result<(), Failure> {
    let (from, to, changes) = match (&verb.grpc, &verb.token_file) {
        (Some(grpc), Some(token_file)) => {
            let registry = Registry { grpc: grpc.clone(), token_file: token_file.clone() };
            asked(verb, &registry).await?
        }
        (None | Some(_), None | Some(_)) => {
            let read = |file: &str| {
                county::read(Path::new(file)).map_err(|fault| Failure::Failed(fault.into()))
            };
            let (from, to) = (read(&verb.from)?.bundle, read(&verb.to)?.bundle);
            (from.version, to.version, diff(&from, &to))
        }
    };
    if verb.json {
        let json = serde_json::json!({"from_version": from, "to_version": to, "changes": changes});
        return say(&json.to_string());
    }
    say(&format!("第{from}版 → 第{to}版：{}处变化 (changes)", changes.len()))?;
    changes.iter().try_for_each(|change| say(&line(change)))
}

async fn asked(verb: &BundleDiff, registry: &Registry) -> Result<(u64, u64, Vec<Change>), Failure> {
    let number = |text: &str| {
        text.parse::<u64>().map_err(|_| {
            Failure::Usage(format!(
                "{text}：与 --grpc 同用时应为版本号 (a version number with --grpc)"
            ))
        })
    };
    let request =
        pb::DiffBundlesRequest { from_version: number(&verb.from)?, to_version: number(&verb.to)? };
    let mut client = connect(&registry.grpc).await?;
    let call = signed_call(request, &registry.token_file)?;
    let answer = client.diff_bundles(call).await.map_err(refused)?.into_inner();
    let changes = answer.changes.into_iter().map(read_change).collect::<anyhow::Result<_>>()?;
    Ok((answer.from_version, answer.to_version, changes))
}

fn read_change(change: pb::BundleChange) -> anyhow::Result<Change> {
    let code = |code: &str| serde_json::Value::String(code.to_owned());
    let part: Part = serde_json::from_value(code(&change.part)).context("part")?;
    let what: What = serde_json::from_value(code(&change.change)).context("change")?;
    let field = |field: pb::FieldChange| Field {
        field: field.field,
        before: field.before,
        after: field.after,
    };
    Ok(Change {
        agency: change.agency.parse()?,
        part,
        key: change.key,
        what,
        fields: change.fields.into_iter().map(field).collect(),
    })
}

fn line(change: &Change) -> String {
    let key = if change.key.is_empty() { String::new() } else { format!(" {}", change.key) };
    let field = |field: &Field| {
        let shown = |text: &str| if text.is_empty() { "—".to_owned() } else { text.to_owned() };
        format!("{}：{} → {}", field.field, shown(&field.before), shown(&field.after))
    };
    let fields: Vec<String> = change.fields.iter().map(field).collect();
    let (what, part) = (change.what.zh(), change.part.zh());
    format!("{}  {what}{part}{key}  {}", change.agency, fields.join("；"))
}

fn facts(signed: &Signed) -> serde_json::Value {
    serde_json::json!({
        "ok": true,
        "version": signed.bundle.version,
        "valid_from": signed.bundle.valid_from,
        "units": signed.bundle.units.len(),
        "signed_by": signed.signed_by,
        "key": signed.key,
    })
}

fn told(signed: &Signed) -> String {
    let bundle = &signed.bundle;
    format!(
        "县情数据包第{}版，自{}起，{}个单位，由 {} 签名，公钥 {} (version, valid from, units, signed by)",
        bundle.version,
        bundle.valid_from,
        bundle.units.len(),
        signed.signed_by,
        signed.key
    )
}

/// A node that starts meanwhile reads the old file or the new one, never half of one.
fn replace(out: &Path, text: &str) -> std::io::Result<()> {
    let mut name = out.as_os_str().to_owned();
    name.push(".new");
    let new = PathBuf::from(name);
    std::fs::write(&new, text)?;
    std::fs::rename(&new, out)
}

async fn connect(grpc: &str) -> Result<RegistryServiceClient<Channel>, Failure> {
    address(grpc)?;
    let client = RegistryServiceClient::connect(grpc.to_owned())
        .await
        .with_context(|| format!("连接 {grpc} (connecting to the registry)"))
        .map_err(Failure::Unavailable)?;
    Ok(client.max_decoding_message_size(LARGEST))
}

fn signed_call<M>(message: M, token_file: &Path) -> Result<tonic::Request<M>, Failure> {
    let mut call = tonic::Request::new(message);
    call.metadata_mut().insert("authorization", token(token_file)?);
    Ok(call)
}

fn refused(status: tonic::Status) -> Failure {
    Failure::Failed(anyhow!("{}", status.message()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_in_one_line() {
        let change = Change {
            agency: "640122.court".parse().unwrap(),
            part: Part::Unit,
            key: String::new(),
            what: What::Changed,
            fields: vec![Field {
                field: "name".into(), before: "甲".into(), after: String::new()
            }],
        };
        assert_eq!(line(&change), "640122.court  变更单位  name：甲 → —");
    }
}
