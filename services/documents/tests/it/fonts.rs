//! The fonts of the tests: always Noto, for other fonts of a machine would move lines.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder that `scripts/tools.sh fonts` names; it installs them when they are missing.
pub fn folder() -> PathBuf {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/tools.sh");
    let output = Command::new(&script).arg("fonts").output().expect("scripts/tools.sh");
    let talk = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "scripts/tools.sh fonts failed:\n{talk}");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let found = printed.lines().find_map(|line| line.strip_prefix("FONTS="));
    PathBuf::from(found.expect("FONTS in what it printed").trim_matches('\''))
}
