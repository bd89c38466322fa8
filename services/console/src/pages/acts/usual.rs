//! The fields that many acts of the deciding bodies have.

use super::fields::{Choice, Field, Kind, field};

pub(super) const ON: Field = field("on", "哪一天", "On", Kind::Day);
pub(super) const PARTY: Field = field("party", "哪位当事人", "Party", Kind::Party);
pub(super) const AGREED: Field = field("agreed", "谁同意", "Who agreed", Kind::Parties);
pub(super) const DAYS: Field = field("days", "几天", "How many days", Kind::Count);
pub(super) const CASE_NO: Field = Field {
    name: "case_no",
    zh: "案号",
    en: "Case number",
    hint: "例如 （2026）宁0122民初123号",
    kind: Kind::Text,
};
pub(super) const PROOF: Field = Field {
    name: "proof",
    zh: "凭什么材料",
    en: "Proof",
    hint: "写明在案卷的哪一份材料里",
    kind: Kind::Text,
};
pub(super) const HEARING_ON: Field = field("hearing_on", "哪一天开庭", "Hearing on", Kind::Later);

/// A field in a list of closed choices.
pub(super) const fn one(
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    choices: &'static [Choice],
) -> Field {
    field(name, zh, en, Kind::One(choices))
}

/// A box to tick.
pub(super) const fn flag(name: &'static str, zh: &'static str, en: &'static str) -> Field {
    field(name, zh, en, Kind::Flag)
}

/// A field with a hint.
pub(super) const fn hinted(of: Field, hint: &'static str) -> Field {
    Field { hint, ..of }
}
