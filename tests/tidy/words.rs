//! Words that may not stand where they stand.

use crate::source::{Paper, Source, find_word};

/// A pure crate knows no runtime, no database, no wire, no clock, no chance, no input, no output.
/// Its tests may read files, measure and print.
const BANNED_IN_PURE: &[&str] = &[
    "tokio",
    "async",
    "await",
    "sea_orm",
    "sqlx",
    "prost",
    "tonic",
    "std::time",
    "SystemTime",
    "Instant::now",
    "Zoned::now",
    "Timestamp::now",
    "rand::",
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
    "println!",
    "eprintln!",
    "print!",
];

/// Unfinished work lives in the tracker, not in the tree.
const UNFINISHED: &[&str] = &["todo!", "unimplemented!"];
/// Split, so that this file does not contain them.
const UNFINISHED_NOTES: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
/// Prose may speak about them.
const NOTES_IN: &[&str] = &[".rs", ".proto", ".sh", ".sql", ".toml", ".yaml", ".conf", "Makefile"];

pub fn check(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        for word in UNFINISHED {
            for at in find_word(&source.code, word) {
                faults.push(format!("{}: `{word}`", source.at(at)));
            }
        }
        if source.is_pure() && source.is_in_src() {
            for word in BANNED_IN_PURE {
                let found = find_word(&source.code, word).filter(|at| !source.is_test(*at));
                for at in found {
                    faults.push(format!("{}: `{word}` in a pure crate", source.at(at)));
                }
            }
        }
        check_spans(source, &mut faults);
        if source.is_rules() {
            check_decide(source, &mut faults);
        }
    }
    faults
}

pub fn check_papers(papers: &[Paper]) -> Vec<String> {
    let mut faults = Vec::new();
    for paper in papers.iter().filter(|paper| NOTES_IN.iter().any(|end| paper.path.ends_with(end)))
    {
        for (index, line) in paper.text.lines().enumerate() {
            for word in UNFINISHED_NOTES {
                if find_word(line, word).next().is_some() {
                    faults.push(format!("{}:{}: `{word}`", paper.path, index + 1));
                }
            }
        }
    }
    faults
}

/// A bare `instrument` records every argument, and arguments are people's names.
fn check_spans(source: &Source, faults: &mut Vec<String>) {
    for at in find_word(&source.code, "instrument") {
        let Some(open) = source.code[..at].rfind("#[") else { continue };
        let Some(close) = attribute_end(&source.code, open) else { continue };
        if at < close && find_word(&source.code[open..close], "skip_all").next().is_none() {
            faults.push(format!("{}: `instrument` without `skip_all`", source.at(at)));
        }
    }
}

fn attribute_end(code: &str, open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (offset, byte) in code[open..].bytes().enumerate() {
        match byte {
            b'[' => depth += 1,
            b']' if depth == 1 => return Some(open + offset),
            b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// A `decide` names every state, so that a new state is looked at everywhere.
fn check_decide(source: &Source, faults: &mut Vec<String>) {
    for function in crate::shape::functions(&source.code) {
        if !function.name.starts_with("decide") || source.is_test(function.start) {
            continue;
        }
        let body = &source.code[function.start..function.end];
        let mut at = function.start;
        for line in body.split_inclusive('\n') {
            let arm = line.trim_start();
            if arm.starts_with("_ =>") || arm.starts_with("_ if ") {
                faults.push(format!("{}: `_ =>` in `{}`", source.at(at), function.name));
            }
            at += line.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{UNFINISHED_NOTES, check, check_papers};
    use crate::source::{Paper, Source};

    fn faults(path: &str, text: &str) -> Vec<String> {
        check(&[Source::new(path, text)])
    }

    #[test]
    fn planted_words_are_found() {
        let rules = "services/court/rules/src/lib.rs";
        for (path, text) in [
            (rules, "use tokio::sync::Mutex;"),
            (rules, "pub async fn f() {}"),
            ("services/vocab/src/id.rs", "let now = std::time::Duration::ZERO;"),
            ("services/terms/src/lib.rs", "let today = jiff::Zoned::now();"),
            ("services/handoff/src/lib.rs", "println!(\"{x}\");"),
            ("services/procedure/src/lib.rs", "use prost::Message;"),
            ("services/court/src/lib.rs", "fn f() { todo!() }"),
            ("services/bus/src/lib.rs", "#[tracing::instrument]\nfn f(name: &str) {}"),
            ("services/bus/src/lib.rs", "#[instrument(\n    fields(x = [1])\n)]\nfn f() {}"),
            (rules, "fn decide(s: S) -> D {\n    match s {\n        _ => D,\n    }\n}\n"),
            (rules, "fn decide_late(s: S) {\n    match s {\n        _ if x => D,\n    }\n}\n"),
        ] {
            assert_eq!(faults(path, text).len(), 1, "{path}: {text}");
        }
    }

    #[test]
    fn the_same_words_elsewhere_pass() {
        let rules = "services/court/rules/src/lib.rs";
        for (path, text) in [
            (rules, "// tokio is not used here\nconst WHY: &str = \"no tokio\";"),
            (rules, "#[cfg(test)]\nmod tests {\n    fn f() { println!(); }\n}"),
            (rules, "fn other(s: S) {\n    match s {\n        _ => D,\n    }\n}\n"),
            (rules, "fn decide(s: S) {\n    match s {\n        (A, _) => D,\n    }\n}\n"),
            ("services/terms/tests/data.rs", "let text = std::fs::read(path);"),
            ("services/court/src/lib.rs", "use tokio::sync::Mutex;"),
            ("services/bus/src/lib.rs", "#[tracing::instrument(skip_all, fields(id))]\nfn f() {}"),
            ("services/bus/src/lib.rs", "use tracing::instrument;"),
        ] {
            assert_eq!(faults(path, text), [""; 0], "{path}: {text}");
        }
    }

    #[test]
    fn planted_notes_are_found_in_code_and_not_in_prose() {
        for word in UNFINISHED_NOTES {
            let paper = |path: &str| Paper { path: path.into(), text: format!("// {word}: later") };
            assert_eq!(check_papers(&[paper("a/src/lib.rs")]).len(), 1);
            assert_eq!(check_papers(&[paper("STYLE.md")]).len(), 0);
        }
    }
}
