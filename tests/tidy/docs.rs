//! What is public says what it is.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::source::{Source, block_end, find_word};

/// Crates that other people read from outside.
const DOCUMENTED: &[&str] = &[
    "services/vocab/",
    "services/terms/",
    "services/handoff/",
    "services/procedure/",
    "services/platform/",
    "services/ledger/",
    "services/bus/",
];
const ITEMS: &[&str] = &["fn ", "struct ", "enum ", "trait "];
const QUALIFIERS: &[&str] = &["async ", "const ", "unsafe "];

pub fn check(sources: &[Source]) -> Vec<String> {
    let public: BTreeSet<(&str, &str)> = sources.iter().flat_map(public_types).collect();
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| is_documented(source) && source.is_in_src()) {
        let hidden = hidden(source, &public);
        let text: Vec<&str> = source.text.lines().collect();
        let mut at = 0;
        for (index, line) in source.code.split_inclusive('\n').enumerate() {
            if let Some(item) = public_item(line)
                && !source.is_test(at)
                && !hidden.iter().any(|range| range.contains(&at))
                && !has_docs(&text[..index])
            {
                faults.push(format!("{}:{}: `{item}` has no docs", source.path, index + 1));
            }
            at += line.len();
        }
    }
    faults
}

/// The public types of a file, each with the directory of its crate.
fn public_types(source: &Source) -> Vec<(&str, &str)> {
    let names = source.code.lines().filter_map(|line| {
        let declared = line.trim().strip_prefix("pub ")?;
        let name = ["struct ", "enum "].iter().find_map(|word| declared.strip_prefix(word))?;
        Some((crate_of(source), first_name(name)))
    });
    names.collect()
}

/// What cannot be reached from outside, whatever its `pub` says: the methods of types that are not
/// public, and the insides of macros, whose docs are at the call.
fn hidden(source: &Source, public: &BTreeSet<(&str, &str)>) -> Vec<Range<usize>> {
    let code = source.code.as_str();
    let block =
        |at: usize| code[at..].find('{').map(|open| (at + open, block_end(code, at + open)));
    let macros = find_word(code, "macro_rules").filter_map(block).map(|(open, end)| open..end);
    let impls = find_word(code, "impl").filter_map(|at| {
        let (open, end) = block(at)?;
        let starts_line = code[..at].rsplit('\n').next().is_none_or(|line| line.trim().is_empty());
        let header = skip_generics(code[at + "impl".len()..open].trim_start());
        let is_hidden = starts_line && !public.contains(&(crate_of(source), first_name(header)));
        is_hidden.then_some(open..end)
    });
    macros.chain(impls).collect()
}

fn crate_of(source: &Source) -> &str {
    source.path.split("/src/").next().unwrap_or_default()
}

fn first_name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// `<'a, T: X<Y>> Batch` without its first brackets.
fn skip_generics(header: &str) -> &str {
    let mut depth = 0_usize;
    for (at, c) in header.char_indices() {
        match c {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            _ if depth == 0 => return header[at..].trim_start(),
            _ => {}
        }
    }
    header
}

fn is_documented(source: &Source) -> bool {
    source.is_rules() || DOCUMENTED.iter().any(|dir| source.path.starts_with(dir))
}

fn public_item(line: &str) -> Option<&str> {
    let declared = line.trim().strip_prefix("pub ")?;
    let mut item = declared;
    while let Some(rest) = QUALIFIERS.iter().find_map(|word| item.strip_prefix(word)) {
        item = rest;
    }
    let name_end = declared.find(['(', '<', '{', ';', ':']).unwrap_or(declared.len());
    let is_item = ITEMS.iter().any(|word| item.starts_with(word));
    is_item.then(|| declared[..name_end].trim())
}

/// Looks upwards past attributes, which may span lines.
fn has_docs(above: &[&str]) -> bool {
    let mut lines = above.iter().rev().map(|line| line.trim());
    while let Some(line) = lines.next() {
        if ["///", "#[doc"].iter().any(|docs| line.starts_with(docs)) {
            return true;
        }
        let is_attribute = line.starts_with("#[");
        if !is_attribute && !line.ends_with(']') {
            return false;
        }
        if !is_attribute && !lines.by_ref().any(|line| line.starts_with("#[")) {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::source::Source;

    fn faults(path: &str, text: &str) -> usize {
        check(&[Source::new(path, text)]).len()
    }

    #[test]
    fn missing_docs_are_found() {
        let path = "services/court/rules/src/lib.rs";
        for text in [
            "pub fn f() {}",
            "pub async fn f() {}",
            "pub const fn f() {}",
            "/// Docs.\npub struct A;\n\npub struct B;",
            "// no docs\n#[derive(\n    Debug,\n)]\npub enum E {}",
            "/// Docs.\npub struct A;\nimpl A {\n    pub fn f() {}\n}",
            "/// Docs.\npub struct A;\nimpl<'a, T: X<Y>> A<'a, T> {\n    pub fn f() {}\n}",
        ] {
            assert_eq!(faults(path, text), 1, "{text}");
        }
    }

    #[test]
    fn docs_and_private_items_pass() {
        let path = "services/bus/src/lib.rs";
        for text in [
            "/// Docs.\npub fn f() {}",
            "/// Docs.\n#[must_use]\n#[derive(\n    Debug,\n)]\npub enum E {}",
            "fn f() {}\npub(crate) fn g() {}\npub use x::y;\npub const N: u8 = 1;",
            "#[cfg(test)]\nmod tests {\n    pub fn f() {}\n}",
            "pub(crate) struct A;\nimpl A {\n    pub fn f() {}\n}",
            "macro_rules! m {\n    () => {\n        pub struct A;\n    };\n}",
        ] {
            assert_eq!(faults(path, text), 0, "{text}");
        }
        assert_eq!(faults("services/court/src/lib.rs", "pub fn f() {}"), 0, "not in the list");
    }
}
