//! A node's copy of the county: got from the registry, verified, compared, never older than the one before.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use jiefen_platform::auth::Issuer;
use jiefen_platform::config::AuthConfig;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_proto::jiefen::registry::v1::registry_service_client::RegistryServiceClient;
use jiefen_vocab::Role;
use serde_json::Value;

use crate::county::{County, Wishes, jiefen, outcome};

const REGISTRY: &str = "640122.registry";
const COUNTER: &str = "640122.centre";
/// The exit code of a wrong configuration.
const WRONG: i32 = 78;

fn token(county: &County) -> Result<String> {
    let issuer = Issuer::load(&AuthConfig::default(), county.dir().join("issuer.key"))?;
    let hour = Duration::from_secs(3600);
    Ok(issuer.token("registrar-1", REGISTRY.parse()?, &[Role::Registrar], hour)?)
}

/// The registrar gives a unit another name.
async fn rename(grpc: &str, token: &str, unit: &str, name: &str) -> Result<()> {
    let signed = |mut call: tonic::metadata::MetadataMap| -> Result<_> {
        call.insert("authorization", format!("Bearer {token}").parse()?);
        Ok(call)
    };
    let mut client = RegistryServiceClient::connect(grpc.to_owned()).await?;
    let mut get = tonic::Request::new(pb::GetUnitRequest { name: format!("units/{unit}") });
    *get.metadata_mut() = signed(get.metadata().clone())?;
    let unit = client.get_unit(get).await?.into_inner().unit.context("the unit")?;
    let profile = pb::Profile { name: name.to_owned(), ..unit.profile.context("its text")? };
    let head = CommandHead {
        name: unit.head.context("its head")?.name,
        request_id: "rename-1".to_owned(),
        ..CommandHead::default()
    };
    let on = unit.changed_on;
    let amend = pb::AmendUnitRequest { head: Some(head), profile: Some(profile), on };
    let mut amend = tonic::Request::new(amend);
    *amend.metadata_mut() = signed(amend.metadata().clone())?;
    client.amend_unit(amend).await?;
    Ok(())
}

fn words(text: &[&str]) -> Vec<String> {
    text.iter().map(|word| (*word).to_owned()).collect()
}

async fn json(arguments: &[&str]) -> Result<Value> {
    Ok(serde_json::from_slice(&jiefen(&words(arguments)).await?.stdout)?)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[tokio::test]
async fn a_counter_works_with_the_registrys_county_and_never_with_an_older_one() -> Result<()> {
    let mut county = County::prepare(Wishes::default()).await?;
    for agency in [REGISTRY, COUNTER] {
        county.node(agency)?.start()?;
        county.node(agency)?.until_ready().await?;
    }
    let file: PathBuf = county.dir().join("county.json");
    let (shipped, newest) = (county.dir().join("shipped.json"), county.dir().join("newest.json"));
    let (token_file, text) = (county.dir().join("registrar.jwt"), token(&county)?);
    fs::write(&token_file, &text)?;
    fs::copy(&file, &shipped)?;
    let grpc = format!("http://{}", county.nodes[REGISTRY].grpc()?);
    let (token_file, out) = (shown(&token_file), shown(&newest));
    let at = ["--grpc", &grpc, "--token-file", &token_file, "--json"];
    let first = json(&[&["bundle", "get"][..], &at].concat()).await?;
    let version = first["bundle"]["version"].as_u64().context("version")?;
    rename(&grpc, &text, "640122.court", "贺兰县法院").await?;
    let got = json(&[&["bundle", "get", "--out", &out][..], &at].concat()).await?;
    ensure!(got["version"] == version + 1, "{got}");
    let key = got["key"].as_str().context("key")?;
    let verified = json(&["bundle", "verify", &out, "--key", key, "--json"]).await?;
    ensure!(verified["ok"] == true && verified["version"] == version + 1, "{verified}");
    let earlier = version.to_string();
    let again = json(&[&["bundle", "get", "--version", &earlier][..], &at].concat()).await?;
    ensure!(again == first, "the earlier version is what it was");

    // At the registry and between two files the same is told.
    let there = json(&[&["bundle", "diff", &earlier, "0"][..], &at].concat()).await?;
    let here = json(&["bundle", "diff", &shown(&shipped), &out, "--json"]).await?;
    ensure!(there == here, "{there} {here}");
    let changes = here["changes"].as_array().context("changes")?;
    ensure!(changes.len() == 1 && changes[0]["agency"] == "640122.court", "{here}");
    ensure!(changes[0]["fields"][0]["after"] == "贺兰县法院", "{here}");

    fs::copy(&newest, &file)?;
    county.node(COUNTER)?.drain().await?;
    county.node(COUNTER)?.start()?;
    county.node(COUNTER)?.until_ready().await?;
    county.node(COUNTER)?.drain().await?;
    fs::copy(&shipped, &file)?;
    for verb in ["serve", "doctor"] {
        let output = outcome(&county.nodes[COUNTER].arguments(&[verb])).await?;
        let said = String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat())
            .into_owned();
        let code = if verb == "serve" { WRONG } else { 1 };
        ensure!(output.status.code() == Some(code), "{verb}: {said}");
        ensure!(said.contains(&format!("应使用第{}版", version + 1)), "{verb}: {said}");
    }
    county.done();
    Ok(())
}
