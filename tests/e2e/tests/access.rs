//! Journeys of getting in, and of what a citizen can do herself, in Chromium.

#![allow(clippy::unwrap_used)] // the provider of the tests fails by panicking

use anyhow::{Context as _, Result, ensure};
use jiefen_e2e::{Browser, Counter, Offering, TOWN};
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{Channel, DisputeId, DisputeKind, Private, Role, TrackKind};
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
    let committee = Offering::open(TODAY, &brief(), TOWN).await?;
    committee.offers([date(2026, 3, 14), date(2026, 3, 16)]).await?;
    let browser = Browser::locate()?;
    let told = [("CODE", committee.code.as_str())];
    let choose = [told[0], ("CHOOSE", "yes")];
    eprintln!("{:#}", browser.walk("times-looks", &committee.pages, &choose).await?);
    browser.walk("citizen-chooses", &committee.pages, &told).await?;
    committee.other_chooses().await?;
    let looks = browser.walk("times-looks", &committee.pages, &told).await?;
    eprintln!("{looks:#}");
    Ok(())
}

/// What came to the committee.
fn brief() -> Brief {
    let party = |no: u32, name: &str, role: &str, phone: &str| {
        serde_json::from_value(serde_json::json!({
            "no": no, "name": name, "role": role, "kind": "person", "more": { "phone": phone },
        }))
        .unwrap()
    };
    Brief {
        dispute: DisputeId::from_bits((0x0199 << 112) | 77),
        code: "7K3M-Q9TX".into(),
        kind: DisputeKind::Neighbour,
        channel: Channel::ZzTown,
        place: "640122101203".parse().unwrap(),
        other_place: None,
        summary: Private::new("院墙排水".into()),
        parties: vec![
            party(1, "马建国", "applicant", "13995170001"),
            party(2, "王秀英", "respondent", "13895170002"),
        ],
        amount: None,
        people: 2,
        flags: Default::default(),
        received_on: TODAY,
        track: TrackKind::PeopleMediation,
        basis: "五(二)1".into(),
        known: Default::default(),
        consents: vec![],
    }
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
