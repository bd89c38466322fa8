//! The words of this procedure's own refusals.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_RURAL_LAND: Words = words(
    "NOT_RURAL_LAND",
    "不是农村土地承包经营纠纷",
    "not a rural land contract dispute",
    "农村土地承包经营纠纷调解仲裁法 2",
    "请按纠纷种类选择途径",
);
pub(super) const EXPROPRIATION: Words = words(
    "EXPROPRIATION",
    "征收集体土地及其补偿发生的纠纷，不属于土地承包经营纠纷的调解、仲裁范围",
    "expropriation of collective land and its compensation do not belong here",
    "T-I-08",
    "请申请行政复议或者提起行政诉讼",
);
pub(super) const WILLING_AFTER_ALL: Words = words(
    "WILLING_AFTER_ALL",
    "各方都愿意调解，不能以不愿调解为由不受理",
    "everybody has consented, so unwillingness is no ground",
    "农村土地承包经营纠纷调解仲裁法 3",
    "请受理，或者写明真实理由",
);
pub(super) const NOT_A_VILLAGE: Words = words(
    "NOT_A_VILLAGE",
    "已在乡镇调解，不能再报请乡镇",
    "the town itself mediates, so nothing is passed up to it",
    "农村土地承包经营纠纷调解仲裁法 4",
    "调解不成的，告知申请仲裁或者起诉",
);
pub(super) const TITLE_NOT_MARKED: Words = words(
    "TITLE_NOT_MARKED",
    "确认土地承包经营权的协议，应当标明涉及物权确权",
    "an agreement that confirms the contract right concerns title and must say so",
    "T-D-06；民法典 331",
    "请在协议事项中勾选物权确权；该协议不能申请司法确认",
);
