//! The words of every refusal of its own.

use jiefen_procedure::words::{Words, words};

pub(super) const FILE_FIRST: Words = words(
    "FILE_FIRST",
    "2025年1月1日起应当先立案，不得在立案前委派调解",
    "from 2025-01-01 the case is filed first; no delegation before filing",
    "T-C-01",
    "请人民法院登记立案，立案后经当事人同意再委托调解",
);

pub(super) const COMPLAINT_WANTED: Words = words(
    "COMPLAINT_WANTED",
    "没有写明起诉状的收件编号",
    "the complaint's number is missing",
    "特邀调解规定 11；登记立案规定 2",
    "请法院补全收件编号",
);

pub(super) const FILE_NOT_SIGNED: Words = words(
    "FILE_NOT_SIGNED",
    "调解员尚未签收案件材料",
    "the mediator has not signed for the file",
    "特邀调解规定 27；T-C-05",
    "请先签收，或者退回",
);

pub(super) const FILE_SIGNED: Words = words(
    "FILE_SIGNED",
    "案件材料已经签收",
    "the file was signed for already",
    "特邀调解规定 27；T-C-05",
    "不能继续的，登记调解不成退回法院",
);

pub(super) const NOT_ON_ROSTER: Words = words(
    "NOT_ON_ROSTER",
    "该人员不在特邀调解名册，或者未经培训",
    "the person is not on the roster or not trained",
    "T-C-15；特邀调解规定 5–9",
    "请在名册中另选调解员",
);

pub(super) const SIGN_RUNS: Words = words(
    "SIGN_RUNS",
    "签收期限到{}才届满",
    "the file may be signed for until {}",
    "T-C-07；policy.handoff_reply",
    "请签收，或者写明理由退回",
);

pub(super) const NOT_SEALED: Words = words(
    "NOT_SEALED",
    "协议没有调解员签名或者调解组织印章",
    "the mediator has not signed or the organisation not sealed",
    "特邀调解规定 24",
    "请签名并加盖印章",
);

pub(super) const NOT_RETURNED: Words = words(
    "NOT_RETURNED",
    "案件材料还没有退回法院",
    "the file has not gone back to the court",
    "特邀调解规定 21",
    "请先登记调解不成",
);

pub(super) const COURT_MUST_FILE: Words = words(
    "COURT_MUST_FILE",
    "委派调解已经不成，由法院登记立案",
    "the delegation has failed; the court must file",
    "特邀调解规定 21；T-E-02",
    "请登记立案结果，或者原告不再坚持诉讼",
);

pub(super) const CASE_WANTED: Words = words(
    "CASE_WANTED",
    "没有写明立案后的案号",
    "the number of the filed case is missing",
    "登记立案规定 2；T-E-02",
    "请填写案号",
);
