//! The mediation room, and what keeps input safe, in Chromium.

use anyhow::{Context as _, Result, ensure};
use jiefen_e2e::{Browser, Committee, Counter, LOGIN, MEDIATOR, PASSWORD};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 3, 11);

#[tokio::test]
async fn a_party_and_the_mediator_agree_in_two_browsers_talk_and_confirm_one_text() -> Result<()> {
    let committee = Committee::open(TODAY).await?;
    committee.begin().await?;
    let dispute = committee.dispute.to_string();
    let told = [
        ("LOGIN", MEDIATOR),
        ("PASSWORD", PASSWORD),
        ("DISPUTE", &dispute),
        ("CODE", &committee.receipt),
    ];
    let agreed = Browser::locate()?.walk("room-agrees", &committee.pages, &told).await?;
    eprintln!("{agreed:#}");
    let facts = committee.facts().await;
    let confirmed = facts.iter().filter(|fact| *fact == "draft_confirmed").count();
    ensure!(confirmed == 3, "one text was confirmed by one, the next by both: {facts:?}");
    Ok(())
}

#[tokio::test]
async fn the_line_breaks_and_the_log_in_ends_in_the_middle_of_a_form_and_nothing_is_lost()
-> Result<()> {
    let counter = Counter::open(TODAY).await?;
    let told = [("LOGIN", LOGIN), ("PASSWORD", PASSWORD), ("HASTY", &counter.hasty)];
    let kept = Browser::locate()?.walk("staff-keeps", &counter.pages, &told).await?;
    kept["code"].as_str().context("it was registered in the end")?;
    Ok(())
}
