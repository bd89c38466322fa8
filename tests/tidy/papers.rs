//! Files that people read: their length, the map, and nobody's machine in them.

use crate::source::{Manifest, Paper};

const FILE_LINES_MAX: usize = 500;
/// Written by hand and read by people. Data and generated files may be long.
const COUNTED: &[&str] = &[".rs", ".proto", ".sh", ".sql"];

const MAP: &str = "ARCHITECTURE.md";
/// Split, so that this file does not contain them.
const MACHINE_PATHS: &[&str] =
    &[concat!("/wo", "rk/"), concat!("/tmp/", "jf"), concat!("/ro", "ot/"), concat!("/ho", "me/")];

pub fn check_lengths(papers: &[Paper]) -> Vec<String> {
    papers
        .iter()
        .filter(|paper| COUNTED.iter().any(|ending| paper.path.ends_with(ending)))
        .map(|paper| (&paper.path, paper.text.lines().count()))
        .filter(|(_, lines)| *lines > FILE_LINES_MAX)
        .map(|(path, lines)| format!("{path}: {lines} lines, {FILE_LINES_MAX} are allowed"))
        .collect()
}

pub fn check_machine_paths(papers: &[Paper]) -> Vec<String> {
    let mut faults = Vec::new();
    for paper in papers {
        for (index, line) in paper.text.lines().enumerate() {
            for path in MACHINE_PATHS.iter().filter(|path| starts_here(line, path)) {
                faults.push(format!(
                    "{}:{}: `{path}` is somebody's machine",
                    paper.path,
                    index + 1
                ));
            }
        }
    }
    faults
}

/// `/x/` as the beginning of a path; not in the middle of an address.
fn starts_here(line: &str, path: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || "._-}~/".contains(c);
    line.match_indices(path).any(|(at, _)| !line[..at].ends_with(inside))
}

/// A map that lies is worse than none: every package is on it, and nothing that is no package.
pub fn check_map(papers: &[Paper], manifests: &[Manifest]) -> Vec<String> {
    let Some(map) = papers.iter().find(|paper| paper.path == MAP) else {
        return vec![format!("{MAP} is missing")];
    };
    let names: Vec<&str> = map
        .text
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .filter(|word| *word == "jiefen" || word.starts_with("jiefen-"))
        .collect();
    let is_package = |name: &str| manifests.iter().any(|manifest| manifest.package == name);
    let missing = manifests
        .iter()
        .filter(|manifest| !names.contains(&manifest.package.as_str()))
        .map(|manifest| format!("{MAP}: `{}` is not on the map", manifest.package));
    let unknown = names
        .iter()
        .filter(|name| !is_package(name))
        .map(|name| format!("{MAP}: `{name}` is no package"));
    missing.chain(unknown).collect()
}

#[cfg(test)]
mod tests {
    use super::{MACHINE_PATHS, check_lengths, check_machine_paths, check_map};
    use crate::source::{Manifest, Paper};

    fn paper(path: &str, text: &str) -> Paper {
        Paper { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_long_file_is_found() {
        let lines = |path: &str, count: usize| check_lengths(&[paper(path, &"x\n".repeat(count))]);
        assert_eq!(lines("a.rs", 500).len(), 0);
        assert_eq!(lines("a.rs", 501).len(), 1);
        assert_eq!(lines("calendar.toml", 501).len(), 0);
    }

    #[test]
    fn a_machine_path_is_found() {
        for path in MACHINE_PATHS {
            let found = |text: &str| check_machine_paths(&[paper("README.md", text)]).len();
            assert_eq!(found(&format!("see `{path}x`")), 1);
            assert_eq!(found(&format!("https://example.org{path}x")), 0);
        }
    }

    #[test]
    fn a_lying_map_is_found() {
        let manifest = |name: &str| {
            let text = format!("[package]\nname = \"{name}\"");
            Manifest::new("x/Cargo.toml", &text).expect("TOML").expect("a package")
        };
        let packages = [manifest("jiefen"), manifest("jiefen-bus")];
        let faults = |map: &str| check_map(&[paper("ARCHITECTURE.md", map)], &packages).len();
        assert_eq!(faults("`jiefen` and `jiefen-bus`"), 0);
        assert_eq!(faults("only `jiefen-bus`"), 1);
        assert_eq!(faults("`jiefen`, `jiefen-bus`, `jiefen-gone`"), 1);
        assert_eq!(check_map(&[], &packages).len(), 1);
    }
}
