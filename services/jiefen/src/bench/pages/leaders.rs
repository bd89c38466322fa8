//! What those who lead look at: the figures, one of them, and the disputes behind it.

use anyhow::Result;
use axum::Router;

use super::user::{Page, User};

/// What a leader opens, one after the other.
const LOOKS: [(&str, &str); 3] = [
    ("leaders_cockpit", "/cockpit"),
    ("leaders_figure", "/cockpit/figures/M-05?of=all"),
    ("leaders_list", "/cockpit/figures/M-05?of=all&list=rest"),
];

/// Looks at each of them so many times.
///
/// # Errors
/// A page is not shown.
pub async fn looks(router: &Router, login: &(String, String), times: u32) -> Result<Vec<Page>> {
    let leader = User::staff(router, login).await?;
    let mut seen = Vec::new();
    for _ in 0..times {
        for (name, address) in LOOKS {
            seen.push(leader.look(name, address).await?);
        }
    }
    Ok(seen)
}
