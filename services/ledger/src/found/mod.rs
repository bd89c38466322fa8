//! What of the cases is found by search: one row a case, written in the transaction that writes the case, and
//! only when the row changes.
//!
//! The words stand as one text of tokens with a space between two. PostgreSQL has an inverted index over them
//! (GIN), SQLite a full-text table (FTS5) that follows the rows by triggers.

mod build;
mod fill;
mod read;
pub(crate) mod schema;
pub(crate) mod write;

use std::collections::BTreeSet;

use jiefen_vocab::{Agency, Region};
use jiff::civil::Date;

pub(crate) use build::last_no;
pub use build::{Built, build, is_built};
pub use fill::fill;
pub use read::{Hit, Looking, Near, Printed, Shared, find, near, prints};

/// What lists filter by. Cheap to make: it is compared with every command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The kind's code.
    pub kind: &'static str,
    /// Where it arose.
    pub place: Region,
    /// On which day it began.
    pub opened: Date,
    /// The state's code.
    pub state: &'static str,
    /// The responsible unit.
    pub holder: Agency,
    /// A minor is concerned: names and words are for the units that handle it.
    pub masked: bool,
}

/// By what a case is found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// What people search by.
    pub terms: Tokens,
    /// The keys under which repeats are looked for.
    pub keys: Tokens,
    /// The fingerprint by which repeats are scored, in the area's own form; it tells no name.
    pub print: String,
}

/// A set of tokens, each without a space.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tokens(BTreeSet<String>);

impl Tokens {
    /// None yet.
    pub fn new() -> Tokens {
        Tokens::default()
    }

    /// Adds a token. Signs that an index would take for the end of a word are left out; nothing is left of a
    /// token of such signs alone.
    pub fn add(&mut self, token: &str) {
        let token: String = token.chars().filter(|c| lawful(*c)).collect();
        if !token.is_empty() {
            self.0.insert(token);
        }
    }

    /// The tokens in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True when every token of the other set is in this one.
    pub fn has_all(&self, other: &Tokens) -> bool {
        other.0.is_subset(&self.0)
    }

    fn text(&self) -> String {
        self.iter().collect::<Vec<_>>().join(" ")
    }
}

impl<T: AsRef<str>> Extend<T> for Tokens {
    fn extend<I: IntoIterator<Item = T>>(&mut self, tokens: I) {
        for token in tokens {
            self.add(token.as_ref());
        }
    }
}

impl<T: AsRef<str>> FromIterator<T> for Tokens {
    fn from_iter<I: IntoIterator<Item = T>>(tokens: I) -> Tokens {
        let mut set = Tokens::new();
        set.extend(tokens);
        set
    }
}

/// The signs of a token: letters, digits, all of Chinese, and those that separate its parts.
fn lawful(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || schema::SIGNS.contains(c)
        || (!c.is_ascii() && !c.is_whitespace() && !c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_no_sign_that_would_split_it() {
        let tokens: Tokens =
            ["张 三", "\"a' b\"", "(", "640122.centre!马", "\u{3000}"].iter().collect();
        assert_eq!(tokens.iter().collect::<Vec<_>>(), ["640122.centre!马", "ab", "张三"]);
        assert_eq!(tokens.text(), "640122.centre!马 ab 张三");
    }
}
