//! The check code 核验码: what a paper says, in sixteen characters. Whoever has the fields can make it again; a paper
//! with one changed character has another one.

use std::fmt;

use serde_json::Value;
use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A check code: 80 bits, written `7K3M-0Q8T-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CheckCode([u8; 10]);

impl CheckCode {
    /// Of a paper: its family and version, the day and the text of its edition, and its fields as the clerk gave them.
    pub(crate) fn of(family: &str, version: u32, edition: &str, fields: &Value) -> CheckCode {
        let mut hash = Sha256::new();
        let head = format!("jiefen-paper-v1\n{family}\n{version}\n{edition}\n");
        hash.update(head.as_bytes());
        hash.update(canonical(fields).as_bytes());
        let mut code = [0; 10];
        for (to, from) in code.iter_mut().zip(hash.finalize()) {
            *to = from;
        }
        CheckCode(code)
    }
}

/// The same text for the same value, whatever the order of its keys.
fn canonical(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort();
            let pair = |key: &String| {
                let value = map.get(key).map(canonical).unwrap_or_default();
                format!("{}:{value}", Value::String(key.clone()))
            };
            let pairs: Vec<String> = keys.into_iter().map(pair).collect();
            format!("{{{}}}", pairs.join(","))
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(canonical).collect();
            format!("[{}]", items.join(","))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.to_string(),
    }
}

impl fmt::Display for CheckCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = self.0.iter().fold(0_u128, |bits, byte| (bits << 8) | u128::from(*byte));
        for place in 0..16_u32 {
            if place > 0 && place % 4 == 0 {
                f.write_str("-")?;
            }
            let value = usize::try_from((bits >> (5 * (15 - place))) & 31).unwrap_or(0);
            let symbol = ALPHABET.get(value).copied().unwrap_or(b'0');
            write!(f, "{}", char::from(symbol))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_order_of_keys_changes_nothing_and_a_character_changes_the_code() {
        let of = |fields: &Value| CheckCode::of("receipt", 1, "2026-09-03", fields).to_string();
        let code = of(&json!({"a": 1, "b": ["x", {"d": 2, "c": 3}]}));
        assert_eq!(code, of(&json!({"b": ["x", {"c": 3, "d": 2}], "a": 1})));
        assert_ne!(code, of(&json!({"a": 1, "b": ["y", {"d": 2, "c": 3}]})));
        assert_ne!(code, CheckCode::of("receipt", 1, "2026-09-04", &json!({"a": 1})).to_string());
        assert_eq!(code.len(), 19);
    }
}
