//! Writes `docs/procedures`; with `--check` it only says which pages are stale, and fails then.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use jiefen_law::pages;

fn main() -> ExitCode {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/procedures");
    let checks = std::env::args().any(|arg| arg == "--check");
    match if checks { stale(&dir) } else { write(&dir) } {
        Ok(names) if names.is_empty() => ExitCode::SUCCESS,
        Ok(names) => {
            let what = if checks { "stale, run `make docs`" } else { "written" };
            names.iter().for_each(|name| println!("docs/procedures/{name}: {what}"));
            if checks { ExitCode::FAILURE } else { ExitCode::SUCCESS }
        }
        Err(error) => {
            eprintln!("docs/procedures: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The names of pages that differ from their chart, or whose procedure is gone.
fn stale(dir: &Path) -> io::Result<Vec<String>> {
    let mut there = BTreeSet::new();
    if dir.is_dir() {
        for entry in fs::read_dir(dir)? {
            there.insert(entry?.file_name().to_string_lossy().into_owned());
        }
    }
    let mut stale = Vec::new();
    for page in pages() {
        let same =
            there.remove(&page.name) && fs::read_to_string(dir.join(&page.name))? == page.text;
        if !same {
            stale.push(page.name);
        }
    }
    stale.extend(there);
    Ok(stale)
}

fn write(dir: &Path) -> io::Result<Vec<String>> {
    let changed = stale(dir)?;
    fs::create_dir_all(dir)?;
    let pages = pages();
    for name in &changed {
        match pages.iter().find(|page| page.name == *name) {
            Some(page) => fs::write(dir.join(name), &page.text)?,
            None => fs::remove_file(dir.join(name))?,
        }
    }
    Ok(changed)
}
