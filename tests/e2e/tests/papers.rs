//! Official papers, in Chromium: issued, downloaded, corrected, verified.

use anyhow::{Result, ensure};
use jiefen_e2e::{Browser, Committee, MEDIATOR, PASSWORD};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 3, 11);

#[tokio::test]
async fn the_mediator_issues_the_agreement_the_citizen_downloads_hers_and_anybody_verifies_it()
-> Result<()> {
    let committee = Committee::open(TODAY).await?;
    committee.begin().await?;
    committee.draft().await?;
    let dispute = committee.dispute.to_string();
    let told = [
        ("LOGIN", MEDIATOR),
        ("PASSWORD", PASSWORD),
        ("DISPUTE", &dispute),
        ("RECEIPT", &committee.receipt),
        ("DIGITS", "0002"),
    ];
    let found = Browser::locate()?.walk("papers", &committee.pages, &told).await?;
    ensure!(found["pdf"].as_u64().unwrap_or(0) > 10_000, "a PDF: {found}");
    Ok(())
}

#[tokio::test]
async fn every_page_of_papers_is_accessible_in_every_size() -> Result<()> {
    let committee = Committee::open(TODAY).await?;
    committee.begin().await?;
    committee.draft().await?;
    let dispute = committee.dispute.to_string();
    let told = [("LOGIN", MEDIATOR), ("PASSWORD", PASSWORD), ("DISPUTE", &dispute)];
    let looks = Browser::locate()?.walk("papers-looks", &committee.pages, &told).await?;
    eprintln!("{looks:#}");
    Ok(())
}
