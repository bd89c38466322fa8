//! 劳动人事争议仲裁: from the application to what becomes of the award.

pub(in crate::pages) mod award;
pub(in crate::pages) mod door;
pub(in crate::pages) mod hearing;
pub(in crate::pages) mod special;

use jiefen_vocab::Role::{self, ArbitrationDirector, Arbitrator, WindowClerk};

use super::Act;
use super::fields::{Choice, Field, Kind, field};

const REGISTRY: &[Role] = &[WindowClerk, Arbitrator, ArbitrationDirector];
const OFFICE: &[Role] = &[Arbitrator, ArbitrationDirector];
const TRIBUNAL: &[Role] = &[Arbitrator];
const DIRECTOR: &[Role] = &[ArbitrationDirector];

/// What a claim is about.
pub(in crate::pages) const CLAIM: &[Choice] = &[
    ("wages", "劳动报酬，含加班费", "wages"),
    ("injury_medical", "工伤医疗费", "medical costs of a work injury"),
    ("compensation", "经济补偿", "compensation"),
    ("damages", "赔偿金", "damages"),
    (
        "national_standard",
        "执行国家劳动标准：工时、休假、社会保险",
        "national standards: hours, leave, insurance",
    ),
    ("relation", "确认劳动关系", "the employment relation"),
    ("other", "其他", "other"),
];

/// A claim of one worker.
pub(super) const CLAIMS: Field = Field {
    name: "claims",
    zh: "仲裁请求",
    en: "Claims",
    hint: "一行一项；不是要钱的不填金额",
    kind: Kind::Rows(&[
        field("worker", "哪位劳动者", "Worker", Kind::Party),
        field("kind", "请求什么", "What", Kind::One(CLAIM)),
        field("amount", "金额（元）", "Amount, yuan", Kind::Yuan),
    ]),
};

/// Every act, in the order of the procedure.
pub(super) fn acts() -> impl Iterator<Item = &'static Act> {
    let usual = door::ACTS.iter().chain(hearing::ACTS).chain(award::ACTS);
    usual.chain(special::ACTS).chain(door::LATER)
}
