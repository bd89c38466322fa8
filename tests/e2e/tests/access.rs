//! Journeys of getting in, and of what a citizen can do herself, in Chromium.

#![allow(clippy::unwrap_used)] // the provider of the tests fails by panicking

use anyhow::{Context as _, Result, ensure};
use jiefen_e2e::{Browser, Committee, Counter};
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::Role;
use jiff::civil::{Date, date};

#[path = "../../../services/console/tests/pages/provider.rs"]
#[allow(dead_code)] // what only the tests of the pages ask of it
mod provider;

use provider::{CLIENT, Provider, SECRET};

const TODAY: Date = date(2026, 3, 11);

#[tokio::test]
async fn a_clerk_logs_in_with_her_own_provider_and_out_of_both() -> Result<()> {
    let zhangmin = serde_json::json!({ "sub": "clerk-1", "name": "张敏", "roles": ["窗口"] });
    let provider = Provider::start(zhangmin).await;
    let url = provider.url.clone();
    let counter = Counter::open_with(TODAY, move |config, dir, pages| {
        let secret = dir.join("oidc.secret");
        std::fs::write(&secret, SECRET)?;
        let oidc = &mut config.console.oidc;
        oidc.issuer_url = Some(url);
        oidc.client_id = Some(CLIENT.to_owned());
        oidc.client_secret_file = Some(secret);
        oidc.pages_url = Some(pages.to_owned());
        oidc.posts = vec!["窗口=window_clerk".parse()?];
        Ok(())
    })
    .await?;
    let told = [("PROVIDER", provider.url.as_str())];
    let looks = Browser::locate()?.walk("staff-oidc", &counter.pages, &told).await?;
    eprintln!("{looks:#}");
    Ok(())
}

#[tokio::test]
async fn a_citizen_takes_her_dispute_to_court_in_elder_mode_without_javascript() -> Result<()> {
    let counter = Counter::open(TODAY).await?;
    let browser = Browser::locate()?;
    let filed = browser.walk("citizen-files", &counter.pages, &[]).await?;
    let code = filed["code"].as_str().context("a receipt code")?;
    sorted(&counter, code).await?;
    let told = [("CODE", code)];
    let looks = browser.walk("suit-looks", &counter.pages, &told).await?;
    eprintln!("{looks:#}");
    browser.walk("citizen-sues", &counter.pages, &told).await?;
    let dispute = found(&counter, code).await?;
    let head = dispute.head.context("its head")?;
    ensure!(head.state == "assigned", "it waits for the court's answer, not {}", head.state);
    Ok(())
}

#[tokio::test]
async fn a_citizen_chooses_the_time_of_her_mediation_in_elder_mode_without_javascript() -> Result<()>
{
    let committee = Committee::open(TODAY).await?;
    committee.begin().await?;
    committee.offers([date(2026, 3, 14), date(2026, 3, 16)]).await?;
    let browser = Browser::locate()?;
    let told = [("CODE", committee.receipt.as_str())];
    let choose = [told[0], ("CHOOSE", "yes")];
    eprintln!("{:#}", browser.walk("times-looks", &committee.pages, &choose).await?);
    browser.walk("citizen-chooses", &committee.pages, &told).await?;
    committee.other_chooses().await?;
    let looks = browser.walk("times-looks", &committee.pages, &told).await?;
    eprintln!("{looks:#}");
    Ok(())
}

/// The clerk registers what she filed and says what kind of dispute it is.
async fn sorted(counter: &Counter, code: &str) -> Result<()> {
    let dispute = found(counter, code).await?;
    let name = dispute.head.context("its head")?.name;
    let head = |id: &str| {
        Some(CommandHead { name: name.clone(), request_id: id.to_owned(), ..Default::default() })
    };
    let register = pb::RegisterRequest {
        head: head("register-1"),
        content: dispute.content,
        identity: "document_shown".to_owned(),
        ..Default::default()
    };
    counter.intake().register(counter.by("clerk-1", Role::WindowClerk, register)?).await?;
    let classify = pb::ClassifyRequest {
        head: head("classify-1"),
        kind: "neighbour".to_owned(),
        risk: "normal".to_owned(),
        why: "相邻关系".to_owned(),
        ..Default::default()
    };
    counter.intake().classify(counter.by("clerk-1", Role::WindowClerk, classify)?).await?;
    Ok(())
}

async fn found(counter: &Counter, code: &str) -> Result<pb::Dispute> {
    let search = pb::SearchDisputesRequest { query: code.to_owned(), ..Default::default() };
    let search = counter.by("clerk-1", Role::WindowClerk, search)?;
    let found = counter.intake().search_disputes(search).await?.into_inner().disputes;
    let name = found.first().and_then(|found| found.head.clone()).context("it is found")?.name;
    let get = counter.by("clerk-1", Role::WindowClerk, pb::GetDisputeRequest { name })?;
    counter.intake().get_dispute(get).await?.into_inner().dispute.context("the dispute")
}
