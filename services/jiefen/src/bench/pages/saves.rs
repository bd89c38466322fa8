//! Clerks who save at once: each opens a form as a browser does, reads and types, sends it with what
//! stands in it hidden, and goes on with the next.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use jiefen_intake::find;
use rand::Rng as _;
use tokio::task::JoinSet;

use super::user::{Page, User};
use crate::talk;

/// What the clerks are given.
pub struct Desk {
    /// The pages of their unit.
    pub router: Router,
    /// Name and password.
    pub login: (String, String),
    /// So many clerks.
    pub clerks: u32,
    /// So many visitors come to each.
    pub visitors: u32,
    /// How long a clerk types before she saves, ms.
    pub types_ms: u64,
    /// The first visitor nobody has registered.
    pub first: u64,
}

/// Every clerk registers her visitors and sorts what they told; how long each save took.
///
/// # Errors
/// A form is refused.
pub async fn saves(desk: Desk) -> Result<Vec<Page>> {
    talk(&format!("{}人同时登记、分类，每人{}件 (clerks save)", desk.clerks, desk.visitors));
    // One log-in for all: fifty in a moment under one name are refused, as they should be.
    let clerk = User::staff(&desk.router, &desk.login).await?;
    let clerks = vec![clerk; usize::try_from(desk.clerks)?];
    let desk = Arc::new(desk);
    let mut working = JoinSet::new();
    for (no, clerk) in clerks.into_iter().enumerate() {
        let desk = desk.clone();
        working.spawn(async move { serves(&desk, clerk, no as u64).await });
    }
    let mut all = Vec::new();
    while let Some(ended) = working.join_next().await {
        all.extend(ended.context("a clerk")??);
    }
    Ok(all)
}

/// One clerk and her visitors.
async fn serves(desk: &Desk, mut clerk: User, no: u64) -> Result<Vec<Page>> {
    let mut saved = Vec::new();
    for visitor in 0..u64::from(desk.visitors) {
        let at = desk.first + no * u64::from(desk.visitors) + visitor;
        saved.extend(registers(desk, &mut clerk, at).await?);
    }
    Ok(saved)
}

/// She reads and types for a while.
async fn types(desk: &Desk) {
    let time = rand::rng().random_range(0..=desk.types_ms.saturating_mul(2));
    tokio::time::sleep(Duration::from_millis(time)).await;
}

async fn registers(desk: &Desk, clerk: &mut User, no: u64) -> Result<[Page; 2]> {
    let told = find::sample(no).told();
    let name = |at: usize| told.parties.get(at).map_or("不清楚", |party| party.name.as_str());
    let hidden = clerk.form_at("/register").await?;
    types(desk).await;
    let phone = format!("139{:08}", no % 100_000_000);
    let fields = [
        ("name", name(0)),
        ("phone", phone.as_str()),
        ("other", name(1)),
        ("place", told.place.as_str()),
        ("place_code", told.place.as_str()),
        ("summary", told.summary.as_str()),
        ("kind", told.kind.as_str()),
        ("willing", "yes"),
        ("identity", "document_shown"),
        ("channel", "zz_county"),
    ];
    let registered = clerk.fill("save_register", "/register", &hidden, &fields).await?;
    ensure!(registered.status == 303, "a visitor was not registered: {}", registered.status);
    let dispute = registered.to.trim_end_matches("/receipt").to_owned();
    let page = clerk.text(&dispute).await?;
    let links = page.split("href=\"").filter_map(|rest| rest.split('"').next());
    let act = links.into_iter().find(|link| link.ends_with("/classify")).map(str::to_owned);
    let act = act.context("the dispute cannot be sorted")?;
    let hidden = clerk.form_at(&act).await?;
    types(desk).await;
    let fields = [("kind", told.kind.as_str()), ("risk", "normal"), ("why", "按来访人说的归类")];
    let sorted = clerk.fill("save_classify", &act, &hidden, &fields).await?;
    ensure!(sorted.status == 303, "a dispute was not sorted: {}", sorted.status);
    Ok([registered, sorted])
}
