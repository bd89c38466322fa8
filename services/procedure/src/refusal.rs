//! Refusals: a name, a reason, an article, and what would be right.

use serde::{Deserialize, Serialize};

/// What a refusal must be able to say of itself.
pub trait Explain: std::fmt::Debug {
    /// The refusal's stable name, upper case: `CONSENT_MISSING`.
    fn name(&self) -> &'static str;
    /// Why, in plain Chinese for a clerk.
    fn zh(&self) -> String;
    /// Why, in English.
    fn en(&self) -> String;
    /// The legal basis: article or rule id.
    fn basis(&self) -> &'static str;
    /// What would be allowed instead, in plain Chinese.
    fn instead(&self) -> String;

    /// The refusal as a value that every layer can carry.
    fn refused(&self) -> Refused {
        Refused {
            name: self.name().to_owned(),
            zh: self.zh(),
            en: self.en(),
            basis: self.basis().to_owned(),
            instead: self.instead(),
        }
    }
}

/// A refusal of any procedure, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{zh}（依据：{basis}；{instead}）{en}")]
pub struct Refused {
    /// Its stable name.
    pub name: String,
    /// Why, Chinese.
    pub zh: String,
    /// Why, English.
    pub en: String,
    /// The article or rule id.
    pub basis: String,
    /// What would be allowed instead, Chinese.
    pub instead: String,
}

impl Refused {
    /// The law has no limit of this rule that could be counted here.
    pub fn no_such_limit(rule: &str, why: &str) -> Refused {
        Refused {
            name: "NO_SUCH_LIMIT".to_owned(),
            zh: format!("规则 {rule} 无法计算期限：{why}"),
            en: format!("rule {rule} gives no last day: {why}"),
            basis: rule.to_owned(),
            instead: "请核对规则编号".to_owned(),
        }
    }
}
