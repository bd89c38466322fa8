//! The files of the workspace, and Rust code without its comments and strings.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Everything that the checks look at.
#[derive(Debug, Default)]
pub struct Workspace {
    pub sources: Vec<Source>,
    pub manifests: Vec<Manifest>,
    /// Every text file, the two above included.
    pub papers: Vec<Paper>,
}

/// A text file, with its path from the workspace's root.
#[derive(Debug)]
pub struct Paper {
    pub path: String,
    pub text: String,
}

/// A package's `Cargo.toml`.
#[derive(Debug)]
pub struct Manifest {
    pub path: String,
    pub package: String,
    pub table: toml::Table,
}

/// A Rust file.
#[derive(Debug)]
pub struct Source {
    pub path: String,
    pub text: String,
    /// `text` with comments and the insides of strings replaced by blanks: same lines, same
    /// columns.
    pub code: String,
    /// Byte ranges of `code` that are `#[cfg(test)]` modules.
    test_modules: Vec<(usize, usize)>,
    /// Whether a `#[cfg(test)] mod …;` elsewhere makes the whole file a test.
    test_file: bool,
}

/// Not ours, or not written by hand.
const SKIPPED_DIRS: &[&str] = &[".git", "target", ".tools", "node_modules"];

impl Workspace {
    pub fn read(root: &Path) -> Result<Self> {
        let mut workspace = Self::default();
        workspace.walk(root, "")?;
        mark_test_files(&mut workspace.sources);
        Ok(workspace)
    }

    fn walk(&mut self, dir: &Path, prefix: &str) -> Result<()> {
        let mut entries: Vec<_> = fs::read_dir(dir)?.collect::<Result<_, _>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            let kind = entry.file_type()?;
            // the demo's data lies in /demo of a checkout
            if kind.is_dir() && !SKIPPED_DIRS.contains(&&*name) && path != "demo" {
                self.walk(&entry.path(), &format!("{path}/"))?;
            } else if kind.is_file() {
                let bytes = fs::read(entry.path()).with_context(|| path.clone())?;
                if let Ok(text) = String::from_utf8(bytes) {
                    self.add(&path, text)?;
                }
            }
        }
        Ok(())
    }

    fn add(&mut self, path: &str, text: String) -> Result<()> {
        if path.ends_with(".rs") {
            self.sources.push(Source::new(path, &text));
        }
        if path.ends_with("Cargo.toml") {
            self.manifests.extend(Manifest::new(path, &text)?);
        }
        self.papers.push(Paper { path: path.to_owned(), text });
        Ok(())
    }
}

impl Manifest {
    /// `None` for the workspace's own manifest.
    pub fn new(path: &str, text: &str) -> Result<Option<Self>> {
        let table: toml::Table = text.parse().with_context(|| path.to_owned())?;
        let name = table.get("package").and_then(|package| package.get("name"));
        let package = name.and_then(toml::Value::as_str).map(str::to_owned);
        Ok(package.map(|package| Self { path: path.to_owned(), package, table }))
    }
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let code = blank(text);
        let test_modules = test_modules(&code);
        Self { path: path.to_owned(), text: text.to_owned(), code, test_modules, test_file: false }
    }

    /// 1-based, as editors count.
    pub fn line_of(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    pub fn at(&self, at: usize) -> String {
        format!("{}:{}", self.path, self.line_of(at))
    }

    /// Whether this place is only compiled for tests.
    pub fn is_test(&self, at: usize) -> bool {
        let of_the_tests_crate = self.path.starts_with("tests/");
        let by_name = self.path.ends_with("/tests.rs") || self.path.contains("/tests/");
        let inside = self.test_modules.iter().any(|(start, end)| (*start..*end).contains(&at));
        of_the_tests_crate || by_name || inside || self.test_file
    }

    /// Whether it belongs to a crate without clock, chance, input or output.
    pub fn is_pure(&self) -> bool {
        let Some(path) = self.path.strip_prefix("services/") else { return false };
        let law = ["vocab/", "terms/", "handoff/", "procedure/", "county/"];
        law.iter().any(|crate_dir| path.starts_with(crate_dir)) || self.is_rules()
    }

    pub fn is_rules(&self) -> bool {
        let mut parts = self.path.split('/');
        parts.next() == Some("services") && parts.nth(1) == Some("rules")
    }

    /// Whether it is part of the crate itself, not of its test binaries or its build script.
    pub fn is_in_src(&self) -> bool {
        self.path.contains("/src/")
    }
}

/// Places where `word` stands in `code` on its own: not as a part of a longer name.
pub fn find_word<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let ends_open = !word.ends_with(is_name);
    code.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let before = code[..*at].chars().next_back().is_some_and(is_name);
        let after = code[at + word.len()..].chars().next().is_some_and(is_name);
        (!before || !word.starts_with(is_name)) && (!after || ends_open)
    })
}

/// The end (exclusive) of the block whose `{` is at `open`.
pub fn block_end(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (offset, byte) in code[open..].bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return open + offset + 1;
        }
    }
    code.len()
}

const TEST_MARK: &str = "#[cfg(test)]";

/// Follows `#[cfg(test)] mod checks;` to `checks.rs` and everything in `checks/`.
pub fn mark_test_files(sources: &mut [Source]) {
    let mut modules = Vec::new();
    for source in sources.iter() {
        let (dir, file) = source.path.rsplit_once('/').unwrap_or(("", &source.path));
        let dir = match file {
            "lib.rs" | "main.rs" | "mod.rs" => dir.to_owned(),
            _ => format!("{dir}/{}", file.trim_end_matches(".rs")),
        };
        for (at, marker) in source.code.match_indices(TEST_MARK) {
            let declared = source.code[at + marker.len()..].trim_start();
            let name = declared.strip_prefix("mod ").and_then(|rest| rest.split_once(';'));
            let name = name.map(|(name, _)| name).filter(|name| !name.contains(['{', ' ']));
            modules.extend(name.map(|name| format!("{dir}/{name}")));
        }
    }
    for source in sources {
        source.test_file = modules.iter().any(|module| {
            let rest = source.path.strip_prefix(module.as_str());
            rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
        });
    }
}

fn test_modules(code: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, marker) in code.match_indices(TEST_MARK) {
        let rest = &code[at + marker.len()..];
        let Some(stop) = rest.find(['{', ';']) else { continue };
        if rest[stop..].starts_with('{') {
            found.push((at, block_end(code, at + marker.len() + stop)));
        }
    }
    found
}

/// Replaces comments and the insides of string and character literals by blanks.
pub fn blank(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let (keep, end) = if rest.starts_with(b"//") {
            (0, end_of(text, at, "\n", 0))
        } else if rest.starts_with(b"/*") {
            (0, comment_end(bytes, at))
        } else if let Some(hashes) = raw_string(bytes, at) {
            let open = at + hashes + 2;
            let close = format!("\"{}", "#".repeat(hashes));
            (hashes + 2, end_of(text, open, &close, close.len()))
        } else if rest[0] == b'"' {
            (1, quoted_end(bytes, at, b'"'))
        } else if rest[0] == b'\'' && is_char_literal(text, at) {
            (1, quoted_end(bytes, at, b'\''))
        } else {
            at += 1;
            continue;
        };
        let end = end.min(bytes.len());
        for byte in &mut out[(at + keep).min(end)..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        // the closing quote stays away as well: nothing reads it
        at = end.max(at + 1);
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn end_of(text: &str, from: usize, what: &str, past: usize) -> usize {
    text.get(from..).and_then(|rest| rest.find(what)).map_or(text.len(), |i| from + i + past)
}

fn comment_end(bytes: &[u8], start: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = start;
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    at
}

/// The number of `#` when a raw string starts at `at`.
fn raw_string(bytes: &[u8], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|i| bytes[i]);
    let part_of_a_name =
        before.is_some_and(|byte| byte.is_ascii_alphanumeric() && byte != b'b' || byte == b'_');
    if bytes[at] != b'r' || part_of_a_name {
        return None;
    }
    let hashes = bytes[at + 1..].iter().take_while(|byte| **byte == b'#').count();
    (bytes.get(at + 1 + hashes) == Some(&b'"')).then_some(hashes)
}

/// The end (exclusive) of a literal that begins with this quote.
pub fn quoted_end(bytes: &[u8], start: usize, quote: u8) -> usize {
    let mut at = start + 1;
    while at < bytes.len() && bytes[at] != quote {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at + 1
}

/// `'x'` and `'\n'` are literals, `'a` in `&'a str` is a lifetime.
fn is_char_literal(text: &str, at: usize) -> bool {
    let mut after = text[at + 1..].chars();
    match after.next() {
        Some('\\') => true,
        Some(_) => after.next() == Some('\''),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Source, blank, find_word, mark_test_files};

    #[test]
    fn comments_and_strings_are_blanked_and_code_is_not() {
        for (text, kept, gone) in [
            ("a(); // lost\nb();", "b();", "lost"),
            ("/* lost /* lost */ lost */ b();", "b();", "lost"),
            ("x(\"lost \\\" lost\"); b();", "b();", "lost"),
            ("x(r#\"lost \" lost\"#); b();", "b();", "lost"),
            ("x(br\"lost\"); b();", "b();", "lost"),
            ("let q = '\"'; b(); // lost", "b();", "lost"),
            ("let q = '\\''; b(); let s = \"lost\";", "b();", "lost"),
            ("fn f<'a>(x: &'a str) { b(); }", "b();", "lost"),
            ("let 纠纷 = \"lost 纠纷 lost\"; b();", "b();", "lost"),
        ] {
            let code = blank(text);
            assert_eq!(code.len(), text.len(), "{text}");
            assert!(code.contains(kept) && !code.contains(gone), "{text} became {code}");
        }
    }

    #[test]
    fn words_are_found_only_on_their_own() {
        let found = |code: &str, word: &str| find_word(code, word).count();
        assert_eq!(found("rand::random() brand::x strand::y", "rand::"), 1);
        assert_eq!(found("std::time::Instant, my_std::timer", "std::time"), 1);
        assert_eq!(found("async fn a(); asynchronous()", "async"), 1);
    }

    #[test]
    fn test_modules_end_where_their_block_ends() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests { fn b() {} }\nfn c() {}\n";
        let source = Source::new("services/x/src/lib.rs", text);
        let is_test = |what: &str| source.is_test(text.find(what).expect("it is there"));
        assert!(!is_test("fn a") && is_test("fn b") && !is_test("fn c"));
    }

    #[test]
    fn a_module_for_tests_is_followed_to_its_files() {
        let mut sources = [
            Source::new("services/x/src/lib.rs", "#[cfg(test)]\nmod checks;\nmod checksum;"),
            Source::new("services/x/src/checks.rs", "fn a() {}"),
            Source::new("services/x/src/checks/world.rs", "fn a() {}"),
            Source::new("services/x/src/checksum.rs", "fn a() {}"),
        ];
        mark_test_files(&mut sources);
        assert_eq!(sources.map(|source| source.is_test(0)), [false, true, true, false]);
    }
}
