//! A place in the view of a case: `draft.obligations.due`, as the families name it.

use serde_json::Value;

/// What stands there; of a list what stands in each of its items. The same thing has other places in other views: what
/// was registered lies in `content` or, at a unit that took it over, in `brief`; a text that is in force in `agreement`.
pub(crate) fn at(view: &Value, path: &str) -> Option<Value> {
    let bare = path.strip_prefix("content.").or_else(|| path.strip_prefix("brief."));
    let bare = bare.unwrap_or(path);
    let places = [
        path.to_owned(),
        bare.to_owned(),
        format!("content.{bare}"),
        format!("brief.{bare}"),
        format!("agreement.{path}"),
    ];
    places.iter().find_map(|path| exactly(view, path))
}

/// What stands in exactly this place.
fn exactly(view: &Value, path: &str) -> Option<Value> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(a, b)| (a, Some(b)));
    let found = view.get(camel(first))?;
    let found = match (rest, found) {
        (None, found) => found.clone(),
        (Some(rest), Value::Array(items)) => {
            Value::Array(items.iter().filter_map(|item| exactly(item, rest)).collect())
        }
        (Some(rest), found) => exactly(found, rest)?,
    };
    let is_blank = match &found {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    };
    (!is_blank).then_some(found)
}

/// `amount_fen` as proto3 JSON writes it: `amountFen`.
fn camel(name: &str) -> String {
    let mut camel = String::new();
    let mut upper = false;
    for c in name.chars() {
        match c {
            '_' => upper = true,
            c if upper => {
                camel.extend(c.to_uppercase());
                upper = false;
            }
            c => camel.push(c),
        }
    }
    camel
}
