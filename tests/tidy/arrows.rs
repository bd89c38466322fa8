//! Which package may depend on which. An arrow that is not here is a decision to take first, and
//! to write into DECISIONS.md.

use crate::source::Manifest;

/// Pure: the vocabulary, time limits, the hand-off, the shape of a procedure, the county as data, what a text is about.
const LAW: &[&str] = &[
    "jiefen-vocab",
    "jiefen-terms",
    "jiefen-handoff",
    "jiefen-procedure",
    "jiefen-county",
    "jiefen-triage",
];
/// What every service stands on.
const KIT: &[&str] = &["jiefen-proto", "jiefen-platform", "jiefen-ledger", "jiefen-bus"];
/// Each is a service and, as `…-rules`, its law.
const AREAS: &[&str] = &[
    "jiefen-registry",
    "jiefen-intake",
    "jiefen-mediation",
    "jiefen-court",
    "jiefen-arbitration",
    "jiefen-petition",
    "jiefen-administrative",
    "jiefen-assessment",
    "jiefen-coordination",
];
const RULES: &[&str] = &[
    "jiefen-registry-rules",
    "jiefen-intake-rules",
    "jiefen-mediation-rules",
    "jiefen-court-rules",
    "jiefen-arbitration-rules",
    "jiefen-petition-rules",
    "jiefen-administrative-rules",
    "jiefen-assessment-rules",
    "jiefen-coordination-rules",
];
/// Packages that are neither an area nor its rules, and what they may depend on.
const ARROWS: &[(&str, &[&[&str]])] = &[
    ("jiefen-proto", &[]),
    ("jiefen-vocab", &[]),
    ("jiefen-terms", &[&["jiefen-vocab"]]),
    ("jiefen-handoff", &[&["jiefen-vocab"]]),
    ("jiefen-procedure", &[&["jiefen-vocab", "jiefen-terms"]]),
    ("jiefen-county", &[&["jiefen-vocab"]]),
    ("jiefen-triage", &[&["jiefen-vocab", "jiefen-terms", "jiefen-procedure"]]),
    ("jiefen-import", &[&["jiefen-vocab"]]),
    // terms: its tests ask whether the rules exist that its papers name
    ("jiefen-documents", &[&["jiefen-vocab", "jiefen-terms"]]),
    // the papers of a node's cases, over the ledger of whichever area; nothing but the executable and tests depends on it
    ("jiefen-papers", &[LAW, KIT, &["jiefen-documents"]]),
    ("jiefen-platform", &[&["jiefen-vocab"]]),
    ("jiefen-ledger", &[LAW, &["jiefen-proto", "jiefen-platform"]]),
    (
        "jiefen-bus",
        &[&["jiefen-vocab", "jiefen-handoff", "jiefen-proto", "jiefen-platform", "jiefen-ledger"]],
    ),
    // speaks gRPC to the services and nothing else
    ("jiefen-console", &[&["jiefen-vocab", "jiefen-proto", "jiefen-platform"]]),
    (
        "jiefen",
        &[
            LAW,
            KIT,
            AREAS,
            &["jiefen-import", "jiefen-console", "jiefen-documents", "jiefen-papers"],
        ],
    ),
    // every procedure at once, and nothing that is not pure
    ("jiefen-law", &[LAW, RULES]),
    (INVARIANTS, &[LAW, RULES]),
    // a counter with its pages, before a real browser
    ("jiefen-e2e", &[LAW, KIT, AREAS, &["jiefen-console", "jiefen-papers", "jiefen-tests"]]),
    // trains and measures triage; the register says which units there are
    ("jiefen-study", &[LAW, &["jiefen-registry-rules"]]),
];
/// What the tests of a package may use besides: those of the pages start real services.
const FOR_TESTS: &[(&str, &[&str])] = &[
    (
        "jiefen-console",
        &[
            "jiefen-handoff",
            "jiefen-procedure",
            "jiefen-ledger",
            "jiefen-assessment",
            "jiefen-assessment-rules",
            "jiefen-intake",
            "jiefen-intake-rules",
            "jiefen-mediation",
            "jiefen-mediation-rules",
            "jiefen-registry",
            "jiefen-registry-rules",
            "jiefen-court",
            "jiefen-court-rules",
            "jiefen-arbitration",
            "jiefen-arbitration-rules",
            "jiefen-petition",
            "jiefen-petition-rules",
            "jiefen-administrative",
            "jiefen-administrative-rules",
        ],
    ),
    (
        "jiefen-papers",
        &[
            "jiefen-mediation",
            "jiefen-intake-rules",
            "jiefen-mediation-rules",
            "jiefen-court-rules",
            "jiefen-arbitration-rules",
            "jiefen-petition-rules",
            "jiefen-administrative-rules",
            "jiefen-assessment",
            "jiefen-assessment-rules",
        ],
    ),
];
/// The binaries that test everything; nobody depends on them.
const TESTS: &str = "jiefen-tests";
/// The tests over the rules of all areas; nobody depends on them either.
const INVARIANTS: &str = "jiefen-invariants";

/// All that the pure crates use from outside.
const PURE_OUTSIDE: &[&str] = &["jiff", "serde", "thiserror"];
const PURE_OUTSIDE_FOR_TESTS: &[&str] = &["proptest", "serde_json"];
/// Rules crates whose law is data files, and terms, whose verb answers in JSON (DECISIONS.md).
const MORE_OUTSIDE: &[(&str, &[&str])] = &[
    ("jiefen-terms", &["toml", "serde_json"]),
    (
        "jiefen-triage",
        &["fast2s", "pinyin", "regex", "serde_json", "toml", "unicode-normalization"],
    ),
    ("jiefen-registry-rules", &["toml"]),
    ("jiefen-coordination-rules", &["toml"]),
    ("jiefen-intake-rules", &["toml"]),
];

pub fn check(manifests: &[Manifest]) -> Vec<String> {
    let mut faults = Vec::new();
    for manifest in manifests {
        check_one(manifest, &mut faults);
    }
    let has = |name: &str| manifests.iter().any(|manifest| manifest.package == name);
    let rules = AREAS.iter().map(|area| format!("{area}-rules"));
    let named = ARROWS
        .iter()
        .map(|(name, _)| *name)
        .chain(AREAS.iter().copied())
        .chain([TESTS, INVARIANTS]);
    for name in named.map(str::to_owned).chain(rules).filter(|name| !has(name)) {
        faults.push(format!("tests/tidy/arrows.rs: `{name}` is no package of this workspace"));
    }
    faults
}

fn check_one(manifest: &Manifest, faults: &mut Vec<String>) {
    let Manifest { path, package, table } = manifest;
    let Some(allowed) = allowed(package) else {
        faults.push(format!("{path}: `{package}` has no row in tests/tidy/arrows.rs"));
        return;
    };
    let mut dependencies = Vec::new();
    collect(table, &mut dependencies);
    for (name, for_tests) in dependencies {
        let inside = name.starts_with("jiefen");
        let tests = FOR_TESTS.iter().filter(|(of, _)| for_tests && of == package);
        let in_tests = tests.flat_map(|(_, names)| *names).any(|other| *other == name);
        if inside && package != TESTS && !in_tests && !allowed.contains(&name) {
            faults.push(format!("{path}: `{package}` may not depend on `{name}`"));
        }
        if !inside && is_pure(package) && !is_pure_dependency(package, &name, for_tests) {
            faults.push(format!("{path}: `{package}` is pure; `{name}` is not on its list"));
        }
    }
}

/// `None` for a package without a row.
fn allowed(package: &str) -> Option<Vec<String>> {
    let own = |lists: &[&[&str]]| lists.concat().iter().map(|name| (*name).to_owned()).collect();
    if package == TESTS {
        return Some(Vec::new());
    }
    if let Some((_, lists)) = ARROWS.iter().find(|(name, _)| *name == package) {
        return Some(own(lists));
    }
    if AREAS.contains(&package) {
        let mut lists: Vec<String> = own(&[LAW, KIT]);
        lists.push(format!("{package}-rules"));
        return Some(lists);
    }
    let area = package.strip_suffix("-rules")?;
    AREAS.contains(&area).then(|| own(&[LAW]))
}

fn is_pure(package: &str) -> bool {
    LAW.contains(&package) || package.ends_with("-rules") || package == INVARIANTS
}

fn is_pure_dependency(package: &str, name: &str, for_tests: bool) -> bool {
    PURE_OUTSIDE.contains(&name)
        || (for_tests && PURE_OUTSIDE_FOR_TESTS.contains(&name))
        || MORE_OUTSIDE.iter().any(|(of, names)| *of == package && names.contains(&name))
}

/// Names of all dependencies, and whether each is only for tests; also under `[target.…]`.
fn collect(table: &toml::Table, found: &mut Vec<(String, bool)>) {
    for (key, value) in table {
        let Some(inner) = value.as_table() else { continue };
        match key.as_str() {
            "dependencies" | "build-dependencies" | "dev-dependencies" => {
                let for_tests = key == "dev-dependencies";
                for (name, spec) in inner {
                    // a renamed dependency says its name in `package`
                    let renamed = spec.get("package").and_then(toml::Value::as_str);
                    found.push((renamed.unwrap_or(name).to_owned(), for_tests));
                }
            }
            _ => collect(inner, found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{check, check_one};
    use crate::source::Manifest;

    fn faults(name: &str, dependencies: &str) -> Vec<String> {
        let text = format!("[package]\nname = \"{name}\"\n{dependencies}");
        let manifest = Manifest::new("x/Cargo.toml", &text).expect("TOML").expect("a package");
        let mut faults = Vec::new();
        check_one(&manifest, &mut faults);
        faults
    }

    #[test]
    fn planted_arrows_are_found() {
        for (name, dependencies) in [
            ("jiefen-new", ""),
            ("jiefen-court", "[dependencies]\njiefen-mediation.workspace = true"),
            ("jiefen-court", "[dependencies]\njiefen-petition-rules.workspace = true"),
            ("jiefen-court", "[dev-dependencies]\njiefen-tests = { path = \"../../tests\" }"),
            ("jiefen-court", "[target.'cfg(unix)'.dependencies]\njiefen-mediation = \"1\""),
            ("jiefen-court", "[dependencies]\nx = { package = \"jiefen-intake\", path = \"\" }"),
            ("jiefen-court-rules", "[dependencies]\njiefen-proto.workspace = true"),
            ("jiefen-court-rules", "[dependencies]\ntokio.workspace = true"),
            ("jiefen-court-rules", "[dependencies]\nserde_json.workspace = true"),
            ("jiefen-console", "[dependencies]\njiefen-intake.workspace = true"),
            ("jiefen-law", "[dependencies]\njiefen-ledger.workspace = true"),
            ("jiefen-vocab", "[dependencies]\ntoml.workspace = true"),
            ("jiefen-terms", "[dependencies]\njiefen-procedure.workspace = true"),
            ("jiefen-ledger", "[dependencies]\njiefen-bus.workspace = true"),
        ] {
            assert_eq!(faults(name, dependencies).len(), 1, "{name}: {dependencies}");
        }
    }

    #[test]
    fn allowed_arrows_pass() {
        for (name, dependencies) in [
            ("jiefen-court", "[dependencies]\njiefen-court-rules.workspace = true\ntokio = \"1\""),
            ("jiefen-court-rules", "[dependencies]\njiefen-procedure.workspace = true"),
            ("jiefen-court-rules", "[dev-dependencies]\nserde_json.workspace = true"),
            ("jiefen-terms", "[dependencies]\ntoml.workspace = true"),
            ("jiefen-tests", "[dependencies]\njiefen-court.workspace = true"),
        ] {
            assert_eq!(faults(name, dependencies), [""; 0]);
        }
    }

    #[test]
    fn a_row_without_a_package_is_found() {
        let faults = check(&[]);
        assert!(faults.iter().any(|fault| fault.contains("`jiefen-court-rules` is no package")));
    }
}
