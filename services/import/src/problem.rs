//! What is wrong with a cell: in words that let the clerk correct it in place. Personal cells are named by
//! their column and never quoted.

use std::fmt;

/// What is wrong, why, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its stable name: `DATE_UNREADABLE`.
    pub name: &'static str,
    /// What is wrong, plain Chinese.
    pub zh: String,
    /// What would be right, plain Chinese.
    pub right: String,
    /// The same, English.
    pub en: String,
}

impl Problem {
    /// A problem.
    pub fn new(
        name: &'static str,
        zh: impl Into<String>,
        right: impl Into<String>,
        en: impl Into<String>,
    ) -> Problem {
        Problem { name, zh: zh.into(), right: right.into(), en: en.into() }
    }

    /// What somebody else has put into words already.
    pub fn told(name: &'static str, words: String) -> Problem {
        Problem { name, zh: words, right: String::new(), en: String::new() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.zh)?;
        if !self.right.is_empty() {
            write!(f, "；{} ({})", self.right, self.en)?;
        }
        Ok(())
    }
}

/// A problem and the column in which it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The column, from 0; none: of the whole row.
    pub column: Option<usize>,
    /// The column's heading as the file has it.
    pub heading: String,
    /// What is wrong.
    pub problem: Problem,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.column {
            Some(column) => {
                write!(f, "{}列「{}」：{}", letters(column), self.heading, self.problem)
            }
            None => write!(f, "{}", self.problem),
        }
    }
}

/// A column as Excel names it: 0 is A, 26 is AA.
pub fn letters(column: usize) -> String {
    let mut text = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
        text.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    text.iter().rev().collect()
}

/// A text that is no personal data, cut to forty characters for a message.
pub fn clip(text: &str) -> String {
    let short: String = text.chars().take(40).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_excel_names_them() {
        for (column, name) in
            [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")]
        {
            assert_eq!(letters(column), name);
        }
    }
}
