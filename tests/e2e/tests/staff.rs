//! Journeys of the staff, in Chromium.

use anyhow::{Context as _, Result, ensure};
use jiefen_e2e::{Browser, Counter, LOGIN, PASSWORD};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 3, 11);

#[tokio::test]
async fn every_page_of_the_staff_is_accessible_in_every_size() -> Result<()> {
    let counter = Counter::open(TODAY).await?;
    let browser = Browser::locate()?;
    browser.walk("citizen-files", &counter.pages, &[]).await?;
    let told = [("LOGIN", LOGIN), ("PASSWORD", PASSWORD)];
    let looks = browser.walk("staff-looks", &counter.pages, &told).await?;
    eprintln!("{looks:#}");
    let seen = looks["seen"].as_array().map_or(0, Vec::len);
    ensure!(seen >= 12, "only {seen} pages were looked at");
    Ok(())
}

#[tokio::test]
async fn the_clerk_finds_what_a_citizen_filed_registers_it_and_the_head_answers_her() -> Result<()>
{
    let counter = Counter::open(TODAY).await?;
    let browser = Browser::locate()?;
    let filed = browser.walk("citizen-files", &counter.pages, &[]).await?;
    let code = filed["code"].as_str().context("a receipt code")?;
    let answer = "明天上午由专人联系您";
    let told = [("LOGIN", LOGIN), ("PASSWORD", PASSWORD), ("ANSWER", answer)];
    browser.walk("staff-sees", &counter.pages, &told).await?;
    browser.walk("citizen-reads", &counter.pages, &[("CODE", code), ("ANSWER", answer)]).await?;
    Ok(())
}

#[tokio::test]
async fn a_typist_registers_a_visitor_by_keyboard_alone() -> Result<()> {
    let counter = Counter::open(TODAY).await?;
    let told = [("LOGIN", LOGIN), ("PASSWORD", PASSWORD)];
    let typed = Browser::locate()?.walk("staff-types", &counter.pages, &told).await?;
    eprintln!("{typed:#}");
    Ok(())
}
