//! 法院: filing, diversion and first instance; judicial confirmation of agreements;
//! protection orders; payment orders; enforcement.

pub(in crate::pages) mod confirmation;
pub(in crate::pages) mod enforcement;
pub(in crate::pages) mod filing;
pub(in crate::pages) mod payment;
pub(in crate::pages) mod protection;
pub(in crate::pages) mod trial;

use jiefen_vocab::Role::{self, CourtPresident, FilingClerk, Judge};

use super::Act;
use super::fields::Choice;

const BOTH: &[Role] = &[FilingClerk, Judge];
const JUDGE: &[Role] = &[Judge];
const PRESIDENT: &[Role] = &[CourtPresident];
const ALL: &[Role] = &[FilingClerk, Judge, CourtPresident];

pub(in crate::pages) const TRACK: &[Choice] = &[
    ("small_claims", "小额诉讼程序（2个月，一审终审）", "small claims (2 months, final)"),
    ("summary", "简易程序（3个月）", "summary (3 months)"),
    ("ordinary", "普通程序（6个月）", "ordinary (6 months)"),
];

/// Every act, in the order of the procedure.
pub(super) fn acts() -> impl Iterator<Item = &'static Act> {
    let suits = filing::ACTS.iter().chain(trial::ACTS);
    let beside = protection::ACTS.iter().chain(payment::ACTS).chain(enforcement::ACTS);
    suits.chain(confirmation::ACTS).chain(beside)
}
