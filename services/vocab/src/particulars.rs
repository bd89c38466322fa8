//! What is known of a party besides its name: documents, contact, and who acts for it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Private;

/// What is known of a party besides its name. All of it is personal: it stays with the agencies that handle
/// the dispute.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Particulars {
    /// The document that names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
    /// The day of birth of a natural person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born_on: Option<Private<Date>>,
    /// A telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Private<String>>,
    /// Where papers reach it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Private<String>>,
    /// What a natural person may do alone.
    #[serde(skip_serializing_if = "Capacity::is_full")]
    pub capacity: Capacity,
    /// 法定代表人、负责人 of an organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<Head>,
    /// 监护人
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub guardians: Vec<Guardian>,
    /// 代理人
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub agents: Vec<Agent>,
    /// Of a group: how many people it is.
    #[serde(skip_serializing_if = "is_zero")]
    pub members: u32,
    /// Of a group: those who speak for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub representatives: Vec<Speaker>,
}

/// What a natural person may do alone (民法典 17–22).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// By age alone: full from 18.
    #[default]
    ByAge,
    /// 十六周岁以上，以自己的劳动收入为主要生活来源，视为完全民事行为能力人（民法典 18）
    OwnLabour,
    /// 限制民事行为能力
    Limited,
    /// 无民事行为能力
    None,
}

impl Capacity {
    /// True when age alone decides.
    pub const fn is_full(&self) -> bool {
        matches!(self, Capacity::ByAge)
    }
}

/// An identity document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Which.
    pub kind: DocumentKind,
    /// Its number, half-width, without blanks.
    pub number: Private<String>,
}

/// Which document names a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// 居民身份证
    ResidentId,
    /// 统一社会信用代码
    UniformCode,
    /// 其他证件（护照、居住证、军官证等）
    Other,
}

/// Who acts for an organisation by law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The name.
    pub name: Private<String>,
    /// The post: 法定代表人、负责人、经营者.
    pub post: String,
}

/// A guardian of a minor or of a person without full capacity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guardian {
    /// The name.
    pub name: Private<String>,
    /// 父亲、母亲、村民委员会 …
    pub relation: String,
    /// A telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Private<String>>,
}

/// Somebody who acts for a party by its authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    /// The name.
    pub name: Private<String>,
    /// What he is to the party: 律师、近亲属、单位工作人员 …
    pub relation: String,
    /// How far the authority goes.
    pub authority: Authority,
    /// The paper that gives it: 授权委托书, its date or number.
    pub paper: String,
    /// A telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Private<String>>,
}

/// How far an agent's authority goes (民事诉讼法 62).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// 一般授权
    Ordinary,
    /// 特别授权: may admit, waive, change claims, settle.
    Special,
}

/// Somebody who speaks for a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The name.
    pub name: Private<String>,
    /// A telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Private<String>>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde asks for")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_not_stored_and_old_records_read_back() {
        let none = Particulars::default();
        assert_eq!(serde_json::to_string(&none).unwrap(), "{}");
        assert_eq!(serde_json::from_str::<Particulars>("{}").unwrap(), none);
    }

    #[test]
    fn nothing_of_it_shows_in_debug_output() {
        let private = || Private::new("金丝雀".to_owned());
        let phone = Some(private());
        let all = Particulars {
            document: Some(Document { kind: DocumentKind::Other, number: private() }),
            phone: phone.clone(),
            address: phone.clone(),
            guardians: vec![Guardian {
                name: private(),
                relation: "父亲".to_owned(),
                phone: phone.clone(),
            }],
            representatives: vec![Speaker { name: private(), phone }],
            ..Particulars::default()
        };
        assert!(!format!("{all:?}").contains("金丝雀"));
    }
}
