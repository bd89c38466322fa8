//! The architecture and the house rules, as a test: it reads files and takes a second.
//!
//! Every check is a function from files to faults, and beside every check stands a test that
//! plants faults it must find. Checks of Rust look at the code with comments and strings blanked
//! out, so they do not find what is planted here.

mod arrows;
mod docs;
mod papers;
mod shape;
mod source;
mod supply;
mod wording;
mod words;

use source::Workspace;

#[test]
fn tidy() -> anyhow::Result<()> {
    let workspace = Workspace::read(jiefen_tests::workspace_root())?;
    let faults: Vec<String> = [
        arrows::check(&workspace.manifests),
        words::check(&workspace.sources),
        words::check_papers(&workspace.papers),
        wording::check(&workspace.papers, &workspace.sources),
        shape::check(&workspace.sources),
        docs::check(&workspace.sources),
        papers::check_lengths(&workspace.papers),
        papers::check_machine_paths(&workspace.papers),
        papers::check_map(&workspace.papers, &workspace.manifests),
        supply::check_lock(&workspace.papers)?,
        supply::check_licences(&workspace.papers)?,
    ]
    .concat();
    let count = faults.len();
    assert!(faults.is_empty(), "{count} faults:\n{}\n", faults.join("\n"));
    Ok(())
}
