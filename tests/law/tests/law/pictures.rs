//! `docs/procedures` is what the charts say.

use std::collections::BTreeSet;
use std::path::Path;

use jiefen_law::pages;

#[test]
fn every_page_is_fresh_and_no_page_is_left_over() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/procedures");
    let name = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.unwrap().file_name().to_string_lossy().into_owned()
    };
    let mut there: BTreeSet<String> = std::fs::read_dir(&dir).unwrap().map(name).collect();
    for page in pages() {
        there.remove(&page.name);
        let kept = std::fs::read_to_string(dir.join(&page.name)).unwrap_or_default();
        assert!(kept == page.text, "docs/procedures/{} is stale: run `make docs`", page.name);
    }
    assert!(there.is_empty(), "left over: {there:?}");
}
