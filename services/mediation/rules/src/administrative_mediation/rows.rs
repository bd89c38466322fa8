//! The words of this procedure's own refusals.

use jiefen_procedure::words::{Words, words};

pub(super) const OWN_PROCEDURE: Words = words(
    "OWN_PROCEDURE",
    "{}有自己的调解程序，不走一般行政调解",
    "this kind ({}) has a mediation procedure of its own",
    "T-Q-01；T-P-02；T-O-03",
    "请按该程序登记办理",
);
pub(super) const ACT_NOT_MEDIABLE: Words = words(
    "ACT_NOT_MEDIABLE",
    "对行政行为本身的争议不能调解，赔偿、补偿和自由裁量的部分除外",
    "an agency's act is not mediated, except compensation and discretion",
    "行政诉讼法 60；行政复议法 5；T-K-17",
    "请申请行政复议或者提起行政诉讼",
);
pub(super) const OWN_POWER: Words = words(
    "OWN_POWER",
    "属于本机关职权（{}），不能转送",
    "it is the agency's own power ({}), so it is not passed on",
    "T-K-19；五(二)2",
    "请决定是否受理",
);
pub(super) const RECEIVER_WANTED: Words = words(
    "RECEIVER_WANTED",
    "没有写明有权机关和依据",
    "the competent agency or the basis is not named",
    "T-K-19",
    "请写明转送给哪个机关、依据什么；有争议的报共同上级指定",
);
pub(super) const WILLING_AFTER_ALL: Words = words(
    "WILLING_AFTER_ALL",
    "各方都愿意调解，不能以不愿调解为由不受理",
    "everybody has consented, so unwillingness is no ground",
    "五(二)2",
    "请受理，或者写明真实理由",
);
pub(super) const NOT_PROLONGED: Words = words(
    "NOT_PROLONGED",
    "受理期限不能再延长",
    "the time to decide on acceptance is not prolonged",
    "T-K-19.accept",
    "请按期决定是否受理",
);
pub(super) const OFFENCE_REPORTED: Words = words(
    "OFFENCE_REPORTED",
    "违法行为已经另行处理",
    "the conduct is being handled apart already",
    "行政处罚法 27；T-N-05",
    "请继续民事部分的调解",
);
