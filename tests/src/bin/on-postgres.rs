//! Runs things beside a PostgreSQL of their own, which ends with them.
//!
//! * `on-postgres nodes`: the tests of all nodes on 15 and 18, after `cargo test` has run them over SQLite:
//!   the same test programs, nothing is compiled for it.
//! * `on-postgres run 15 COMMAND…`: a command that finds the server's URL in `JIEFEN_TEST_POSTGRES` and,
//!   as a word of its own, in the place of `{}`.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};
use jiefen_tests::{PgVersion, Postgres, workspace_root};

/// The packages whose tests start a node: the kernel and the hands of every area.
const NODES: [&str; 10] = [
    "ledger",
    "registry",
    "intake",
    "mediation",
    "court",
    "arbitration",
    "petition",
    "administrative",
    "assessment",
    "coordination",
];

/// Where a node of a test finds the server on which it may create its database.
const SERVER: &str = "JIEFEN_TEST_POSTGRES";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["nodes"] => nodes().await,
        ["run", "15", program, rest @ ..] => run(PgVersion::V15, program, rest).await,
        ["run", "18", program, rest @ ..] => run(PgVersion::V18, program, rest).await,
        _ => bail!("usage: on-postgres nodes | on-postgres run 15|18 COMMAND [WORD …]"),
    }
}

async fn run(version: PgVersion, program: &str, words: &[&str]) -> Result<()> {
    let server = Postgres::start(version).await?;
    let url = server.url("postgres");
    let mut command = Command::new(program);
    command.args(words.iter().map(|word| if *word == "{}" { &url } else { *word }));
    beside(command.env(SERVER, &url), program).await
}

async fn nodes() -> Result<()> {
    let programs = programs()?;
    for version in PgVersion::ALL {
        let server = Postgres::start(version).await?;
        for (folder, program) in &programs {
            let name = program.display().to_string();
            println!("     Running {name} on PostgreSQL {version}");
            let mut command = Command::new(program);
            command.current_dir(folder).env(SERVER, server.url("postgres"));
            beside(&mut command, &name).await?;
        }
    }
    Ok(())
}

/// Waits for a command on a thread of its own: the server's log is read meanwhile.
async fn beside(command: &mut Command, name: &str) -> Result<()> {
    let mut child = command.spawn().with_context(|| format!("cannot run {name}"))?;
    let status = tokio::task::spawn_blocking(move || child.wait()).await??;
    ensure!(status.success(), "{name} failed: {status}");
    Ok(())
}

/// The test programs of the nodes with the folders they run in, from what cargo says it has built.
fn programs() -> Result<Vec<(PathBuf, PathBuf)>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let listing = ["test", "--workspace", "--locked", "--no-run", "--message-format=json"];
    let output =
        Command::new(cargo).args(listing).stderr(Stdio::inherit()).output().context("cargo")?;
    ensure!(output.status.success(), "cargo could not build the tests");
    let services = workspace_root().join("services");
    let mut found = Vec::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let message: serde_json::Value = serde_json::from_str(line)?;
        let text = |pointer: &str| message.pointer(pointer).and_then(|value| value.as_str());
        let is_test = message.pointer("/profile/test") == Some(&serde_json::Value::Bool(true));
        let (Some(manifest), Some(program)) = (text("/manifest_path"), text("/executable")) else {
            continue;
        };
        let folder = NODES.iter().map(|name| services.join(name));
        let folder = folder.into_iter().find(|at| at.join("Cargo.toml") == *manifest);
        if let Some(folder) = folder.filter(|_| is_test) {
            found.push((folder, PathBuf::from(program)));
        }
    }
    // The kernel has tests of its own beside its unit tests.
    if found.len() <= NODES.len() {
        bail!("cargo names {} test programs of nodes, more are expected", found.len());
    }
    Ok(found)
}
