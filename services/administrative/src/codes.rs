//! The codes of the lists of the law, as they stand in files and on the wire.

use jiefen_administrative_rules::reconsideration::{Ending, Head, Upshot};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The code of a value of a closed list.
pub fn code<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(code)) => code,
        Ok(_) | Err(_) => String::new(),
    }
}

/// The value of a closed list that has a code.
///
/// # Errors
/// The code is not on the list; says which ones are.
pub fn value<T: DeserializeOwned>(code: &str) -> Result<T, String> {
    serde_json::from_value(Value::String(code.to_owned()))
        .map_err(|error| format!("不在代码表中 ({error})"))
}

/// How the respondent's head appeared, and the reasons of a head who sent staff.
pub fn head(head: &Head) -> &'static str {
    match head {
        Head::Came => "came",
        Head::SentStaff { .. } => "sent_staff",
        Head::NobodyCame => "nobody_came",
    }
}

/// What a case came to, and the ground of a refusal.
pub fn upshot(result: &Upshot) -> (String, String) {
    match result {
        Upshot::Refused(ground) => ("refused".to_owned(), code(ground)),
        Upshot::Dismissed(ground) => ("dismissed".to_owned(), code(ground)),
        Upshot::Decision(kind) => (code(kind), String::new()),
        Upshot::Mediated => ("mediated".to_owned(), String::new()),
    }
}

/// How a case ended, and why or by whom.
pub fn ending(how: Ending) -> (&'static str, String) {
    match how {
        Ending::Abandoned => ("abandoned", String::new()),
        Ending::NotOpen => ("not_open", String::new()),
        Ending::Withdrawn => ("withdrawn", String::new()),
        Ending::Settled => ("settled", String::new()),
        Ending::Terminated(ground) => ("terminated", code(&ground)),
        Ending::SuspensionOver(ground) => ("suspension_over", code(&ground)),
        Ending::InCourt => ("in_court", String::new()),
        Ending::Concluded => ("concluded", String::new()),
        Ending::Mediated => ("mediated", String::new()),
        Ending::Performed => ("performed", String::new()),
        Ending::Enforced(by) => ("enforced", code(&by)),
    }
}
