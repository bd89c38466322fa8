//! Journeys of the staff, in Chromium.

use anyhow::{Result, ensure};
use jiefen_e2e::{Browser, Counter, LOGIN, PASSWORD};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 3, 11);

#[tokio::test]
async fn every_page_of_the_staff_is_accessible_in_every_size() -> Result<()> {
    let counter = Counter::open(TODAY).await?;
    let told = [("LOGIN", LOGIN), ("PASSWORD", PASSWORD)];
    let looks = Browser::locate()?.walk("staff-looks", &counter.pages, &told).await?;
    eprintln!("{looks:#}");
    let seen = looks["seen"].as_array().map_or(0, Vec::len);
    ensure!(seen >= 4, "only {seen} pages were looked at");
    Ok(())
}
