//! What holds for every template.

use std::path::Path;

/// The templates of a folder and those below it, by name.
pub fn templates(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(templates(&path));
        } else {
            found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

/// What is wrong with a template: an element that htmx sends from outside a form that works without it.
fn faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, _) in text.match_indices("hx-post") {
        let before = &text[..at];
        let form = before
            .rfind("<form")
            .filter(|form| before.rfind("</form").is_none_or(|end| end < *form));
        let tag = form.map(|form| text[form..].split('>').next().unwrap_or_default());
        if !tag.is_some_and(|tag| tag.contains(" action=\"") && tag.contains("method=\"post\"")) {
            faults.push(format!("hx-post at {at} has no form with an action"));
        }
    }
    for (at, _) in text.match_indices("<form") {
        let whole = text[at..].split("</form").next().unwrap_or_default();
        if whole.contains("method=\"post\"") && !whole.contains("name=\"csrf\"") {
            faults.push(format!("the form at {at} has no secret"));
        }
    }
    for word in [" style=", "<script>", " onclick=", " onchange=", "|safe", "javascript:"] {
        if text.contains(word) {
            faults.push(word.to_string());
        }
    }
    faults
}

#[test]
fn every_template_works_without_javascript_and_under_the_policy() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let templates = templates(&folder);
    assert!(templates.len() > 20);
    for (name, text) in templates {
        assert_eq!(faults(&text), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn the_lint_finds_what_was_planted() {
    for planted in [
        "<div hx-post=\"/x\"></div>",
        "<form method=\"post\"><input name=\"csrf\" hx-post=\"/x\"></form>",
        "<form method=\"post\" action=\"/y\"><input name=\"csrf\"></form><p hx-post=\"/x\">",
        "<form method=\"post\" action=\"/y\"></form>",
        "<p style=\"color:red\">",
        "{{ text|safe }}",
    ] {
        assert!(!faults(planted).is_empty(), "{planted}");
    }
}
