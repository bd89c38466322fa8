//! The executable under test.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::SystemTime;

use anyhow::{Context, Result, anyhow, ensure};

/// A program to test instead of the one beside the tests: a release build, or one from elsewhere.
const GIVEN: &str = "JIEFEN_PROGRAM";

/// `jiefen`, as it was built beside the tests, or the one that `JIEFEN_PROGRAM` names. Cargo builds the
/// executables of other packages for no test, so `make test` builds them before; one that is missing or
/// older than its sources is an error.
///
/// # Errors
/// There is none, or it is not of these sources.
pub fn program() -> Result<&'static Path> {
    static FOUND: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let found = FOUND.get_or_init(|| locate().map_err(|error| format!("{error:#}")));
    found.as_deref().map_err(|error| anyhow!("{error}"))
}

fn locate() -> Result<PathBuf> {
    if let Some(given) = env::var_os(GIVEN) {
        let given = PathBuf::from(given);
        ensure!(given.is_absolute(), "{GIVEN} must be an absolute path: {}", given.display());
        ensure!(given.exists(), "{GIVEN}: there is no {}", given.display());
        return Ok(given);
    }
    // A test binary is `<target>/<profile>/deps/<name>-<hash>`.
    let test = env::current_exe().context("the path of this test binary")?;
    let profile = test.ancestors().nth(2).context("a test binary outside a target folder")?;
    let program = profile.join("jiefen");
    ensure!(program.exists(), "there is no {}; {BUILD}", program.display());
    let sources = sources(&profile.join("jiefen.d"))?;
    if let Some(newer) = newer(&program, &sources)? {
        let (program, newer) = (program.display(), newer.display());
        return Err(anyhow!("{program} is older than {newer}; {BUILD}"));
    }
    Ok(program)
}

const BUILD: &str = "run `make test`, or `cargo build --workspace --bins` before the tests";

/// The files of the workspace that the executable was made of: cargo writes them beside it.
fn sources(list: &Path) -> Result<Vec<PathBuf>> {
    let text = fs::read_to_string(list).with_context(|| format!("reading {}", list.display()))?;
    let (_, sources) = text.split_once(": ").context("cargo's list of sources has no colon")?;
    Ok(split(sources.trim_end()).into_iter().map(PathBuf::from).collect())
}

/// Paths are separated by blanks; a blank within a path follows a backslash.
fn split(sources: &str) -> Vec<String> {
    let mut paths = vec![String::new()];
    let mut letters = sources.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ' ' => paths.push(String::new()),
            '\\' => append(&mut paths, letters.next().unwrap_or(letter)),
            other => append(&mut paths, other),
        }
    }
    paths.retain(|path| !path.is_empty());
    paths
}

fn append(paths: &mut [String], letter: char) {
    if let Some(last) = paths.last_mut() {
        last.push(letter);
    }
}

/// A source that was changed after the executable was made, or that is gone.
fn newer<'a>(program: &Path, sources: &'a [PathBuf]) -> Result<Option<&'a PathBuf>> {
    let changed = |path: &Path| -> Option<SystemTime> { fs::metadata(path).ok()?.modified().ok() };
    let made = changed(program).context("the age of the executable")?;
    Ok(sources.iter().find(|source| changed(source).is_none_or(|time| time > made)))
}

#[cfg(test)]
mod tests {
    use super::{newer, split};
    use std::fs;
    use std::time::{Duration, SystemTime};

    #[test]
    fn paths_with_blanks_stay_whole() {
        assert_eq!(split("/a/b.rs /c\\ d/e.rs"), ["/a/b.rs", "/c d/e.rs"]);
        assert!(split("").is_empty());
    }

    #[test]
    fn an_executable_older_than_a_source_or_without_it_is_found() {
        let dir = tempfile::tempdir().unwrap();
        let [program, source, gone] = ["program", "a.rs", "b.rs"].map(|name| dir.path().join(name));
        let write = |path, age: u64| {
            let file = fs::File::create(path).unwrap();
            file.set_modified(SystemTime::now() - Duration::from_secs(age)).unwrap();
        };
        write(&program, 10);
        for (age, found) in [(20, false), (5, true)] {
            write(&source, age);
            let sources = [source.clone()];
            assert_eq!(newer(&program, &sources).unwrap().is_some(), found);
        }
        assert_eq!(newer(&program, std::slice::from_ref(&gone)).unwrap(), Some(&gone));
    }
}
