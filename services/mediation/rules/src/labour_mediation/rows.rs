//! The words of this procedure's own refusals.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_LABOUR: Words = words(
    "NOT_LABOUR",
    "不是劳动争议，劳动争议调解组织不受理",
    "not a labour dispute",
    "劳动争议调解仲裁法 2",
    "请按纠纷种类选择人民调解、行政调解或者起诉",
);
pub(super) const WILLING_AFTER_ALL: Words = words(
    "WILLING_AFTER_ALL",
    "各方都已同意调解，不能以不同意为由不受理",
    "everybody has consented, so unwillingness is no ground",
    "企业劳动争议协商调解规定 22",
    "请受理，或者写明真实理由",
);
