//! A form that could not be taken where it was sent comes back whole: what was typed can be read, changed and sent again.

use crate::guard::Visit;

/// Fields that pages put into their forms; nobody typed them.
const OURS: &[&str] = &["csrf", "request_id", "etag", "hash", "draft", "kept", "next", "back"];
/// What never comes back to a page.
const SECRET: &[&str] = &["csrf", "password"];
/// A text of so many characters is shown in a field of its own, to be changed.
const LONG: usize = 200;

/// A form that came back.
pub(crate) struct Returned {
    /// Where it was sent.
    pub(crate) path: String,
    /// Goes along as it was.
    pub(crate) hidden: Vec<(String, String)>,
    /// What was typed, short enough to be read in a list.
    pub(crate) shown: Vec<String>,
    /// What was typed at length.
    pub(crate) long: Vec<(String, String)>,
}

impl Returned {
    /// The form of this visit; none when it brought none, or when it came from elsewhere.
    pub(crate) fn of(visit: &Visit) -> Option<Returned> {
        if visit.is_get() || visit.is_htmx() {
            return None;
        }
        let fields = visit.form().without(SECRET);
        let mut returned = Returned {
            path: visit.path().to_owned(),
            hidden: Vec::new(),
            shown: Vec::new(),
            long: Vec::new(),
        };
        for (name, value) in fields.fields() {
            let (name, value) = (name.clone(), value.clone());
            let typed = !OURS.contains(&name.as_str());
            if typed && (value.chars().count() > LONG || value.contains('\n')) {
                returned.long.push((name, value));
                continue;
            }
            if typed && !name.ends_with("_code") && is_words(&value) {
                returned.shown.push(value.clone());
            }
            returned.hidden.push((name, value));
        }
        let typed = !returned.shown.is_empty() || !returned.long.is_empty();
        typed.then_some(returned)
    }
}

/// Whether somebody typed it: a choice of a list is sent as its code.
fn is_words(value: &str) -> bool {
    let code = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-.".contains(c);
    let chosen = value.chars().all(code) && value.chars().any(|c| c.is_ascii_lowercase());
    !value.trim().is_empty() && !chosen
}

#[cfg(test)]
mod tests {
    use super::is_words;

    #[test]
    fn what_was_typed_is_told_from_the_code_of_a_choice() {
        for typed in ["马建国", "13995170001", "800.00", "2026-03-11", "Li Ming"] {
            assert!(is_words(typed), "{typed}");
        }
        for code in ["yes", "land_contracting", "640122101.centre", "", "  "] {
            assert!(!is_words(code), "{code}");
        }
    }
}
