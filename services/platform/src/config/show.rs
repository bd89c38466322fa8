//! Showing the effective configuration.

use super::Config;

impl Config {
    /// The effective values with their origin, secrets masked: a TOML file that could be loaded
    /// again, but for the secrets.
    pub fn print(&self) -> String {
        let mut text = String::new();
        let mut section = String::new();
        let mut shown = self.shown();
        // A section within a section stands behind it: none is opened twice.
        shown.sort_by(|(one, _), (other, _)| {
            one.rsplit_once('.')
                .map(|(head, _)| head)
                .cmp(&other.rsplit_once('.').map(|(head, _)| head))
        });
        for (key, value) in shown {
            let Some((head, tail)) = key.rsplit_once('.') else { continue };
            if head != section {
                let gap = if section.is_empty() { "" } else { "\n" };
                text.push_str(&format!("{gap}[{head}]\n"));
                section = head.to_owned();
            }
            let origin = self.origins.get(&key).map_or("default", String::as_str);
            if value.is_null() {
                text.push_str(&format!("# {tail} =\n"));
            } else {
                text.push_str(&format!("{tail} = {value}  # {origin}\n"));
            }
        }
        text
    }

    /// Every key with its value, in the order of the sections.
    pub(super) fn shown(&self) -> Vec<(String, serde_json::Value)> {
        let mut all = Vec::new();
        if let Ok(tree) = serde_json::to_value(self) {
            flatten_json("", tree, &mut all);
        }
        all
    }
}

fn flatten_json(path: &str, value: serde_json::Value, all: &mut Vec<(String, serde_json::Value)>) {
    let serde_json::Value::Object(table) = value else {
        all.push((path.to_owned(), value));
        return;
    };
    for (name, inner) in table {
        let key = if path.is_empty() { name } else { format!("{path}.{name}") };
        flatten_json(&key, inner, all);
    }
}
