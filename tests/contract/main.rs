//! What others depend on: the bytes of every public event, and who may give which command. A difference
//! is a decision: look at it, then write the new file with `JIEFEN_GOLDEN=write`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test fails by panicking

mod events;
mod roles;
mod verbs;

use std::path::Path;

/// Compares with a file that carries policy, or writes it when asked to.
fn golden(name: &str, now: &str, look: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("contract").join(name);
    if std::env::var("JIEFEN_GOLDEN").is_ok_and(|what| what == "write") {
        std::fs::write(&path, now).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let differing = kept.lines().zip(now.lines()).find(|(old, new)| old != new);
    assert!(kept == now, "{name} differs ({look}); first difference: {differing:?}");
}
