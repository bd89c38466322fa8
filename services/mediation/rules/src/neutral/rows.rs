//! The words of the refusals that all mediations led by a neutral share.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "该程序尚未登记",
    "the procedure was not opened",
    "民法典 5 自愿；四(一)",
    "请先登记",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "该程序已经登记",
    "the procedure was opened already",
    "一案一码",
    "请在原程序中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "该程序已经结束",
    "the procedure has ended",
    "特邀调解规定 26；在线调解规则 25",
    "需要再次调解的，由各方重新申请",
);

pub(super) const NOT_MEDIATING: Words = words(
    "NOT_MEDIATING",
    "尚未进入调解，不能办理该步骤",
    "mediation has not begun",
    "特邀调解规定 12、14；在线调解规则 12",
    "请先确定调解员并接收",
);

pub(super) const AGREEMENT_BINDS: Words = words(
    "AGREEMENT_BINDS",
    "调解协议已经成立，对各方有约束力",
    "the agreement is made and binds",
    "民法典 119、465；T-C-11",
    "可以共同申请司法确认；要变更协议的，由各方另行协商",
);

pub(super) const NO_AGREEMENT: Words = words(
    "NO_AGREEMENT",
    "没有已经成立的调解协议",
    "there is no agreement",
    "T-C-11",
    "请先登记达成调解协议",
);

pub(super) const TWO_PARTIES_NEEDED: Words = words(
    "TWO_PARTIES_NEEDED",
    "至少应有编号不同的两方当事人",
    "at least two parties with different numbers are needed",
    "民法典 2、5",
    "请补全当事人",
);

pub(super) const CONSENT_MISSING: Words = words(
    "CONSENT_MISSING",
    "当事人{}没有有效的同意",
    "party {} has given no live consent",
    "特邀调解规定 2、11；在线调解规则 4",
    "请先征得每一方当事人同意",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号{}的当事人",
    "there is no party {}",
    "一案一码",
    "请核对当事人编号",
);

pub(super) const NOT_AGREED: Words = words(
    "NOT_AGREED",
    "当事人{}没有表示同意",
    "party {} has not agreed",
    "民法典 5、140；特邀调解规定 2",
    "请取得每一方当事人同意",
);

pub(super) const FACTS_NOT_AGREED: Words = words(
    "FACTS_NOT_AGREED",
    "当事人{}没有同意记载无争议事实",
    "party {} has not agreed to the record of undisputed facts",
    "T-C-12",
    "未经各方同意的，不得记载和移送",
);

pub(super) const MEDIATOR_WANTED: Words = words(
    "MEDIATOR_WANTED",
    "没有确定调解员",
    "no mediator is named",
    "特邀调解规定 12；在线调解规则 10",
    "请确定调解员",
);

pub(super) const MEDIATOR_REMOVED: Words = words(
    "MEDIATOR_REMOVED",
    "该调解员已经回避或者退出，不能再主持",
    "this mediator had to leave and cannot come back",
    "特邀调解规定 15、28；在线调解规则 13、14",
    "请另行确定调解员",
);

pub(super) const SAME_MEDIATOR: Words = words(
    "SAME_MEDIATOR",
    "该调解员就是现任调解员",
    "this is the present mediator",
    "特邀调解规定 13",
    "请另行确定调解员",
);

pub(super) const INTEREST_OPEN: Words = words(
    "INTEREST_OPEN",
    "调解员{}，尚未处理，不能继续",
    "the mediator has an interest that is open: {}",
    "特邀调解规定 15；在线调解规则 13",
    "请由各方一致同意其继续，或者更换调解员",
);

pub(super) const NO_DOUBT: Words = words(
    "NO_DOUBT",
    "没有需要同意的利害关系",
    "there is no interest to waive",
    "特邀调解规定 15；在线调解规则 13",
    "请继续调解",
);

pub(super) const NO_CHALLENGE: Words = words(
    "NO_CHALLENGE",
    "没有待决定的回避申请",
    "no challenge is pending",
    "特邀调解规定 15",
    "调解员自行披露的，由各方同意或者更换",
);

pub(super) const SESSION_IN_PAST: Words = words(
    "SESSION_IN_PAST",
    "安排的日期{}已经过去",
    "the day {} is past",
    "特邀调解规定 14",
    "请安排今天或者以后的日期",
);

pub(super) const PAST_TERM: Words = words(
    "PAST_TERM",
    "已超过调解期限，最后一日是{}",
    "the term ended on {}",
    "特邀调解规定 27；在线调解规则 24",
    "请登记期限届满，告知其他途径",
);

pub(super) const TERM_RUNS: Words = words(
    "TERM_RUNS",
    "调解期限到{}才届满",
    "the term runs until {}",
    "特邀调解规定 27；在线调解规则 24",
    "可以继续调解；调解不成的登记调解不成",
);

pub(super) const NOBODY_PRESENT: Words = words(
    "NOBODY_PRESENT",
    "没有当事人参加，不能登记为已经调解",
    "nobody attended",
    "特邀调解规定 14",
    "请另行安排",
);

pub(super) const GUARDIAN_ABSENT: Words = words(
    "GUARDIAN_ABSENT",
    "未成年当事人{}的监护人没有参加",
    "the guardian of the minor party {} is absent",
    "民法典 19、23；未成年人保护法 11",
    "请通知监护人参加",
);

pub(super) const EXTENSION_EMPTY: Words = words(
    "EXTENSION_EMPTY",
    "延长的期限不能为零",
    "an extension of nothing",
    "特邀调解规定 27；在线调解规则 24",
    "请填写延长的日数",
);

pub(super) const AGREEMENT_EMPTY: Words = words(
    "AGREEMENT_EMPTY",
    "协议没有写明任何义务",
    "the agreement has no obligation",
    "特邀调解规定 24",
    "请写明各方的义务和履行期限",
);

pub(super) const BAD_HASH: Words = words(
    "BAD_HASH",
    "协议文本的摘要不是六十四位十六进制数",
    "the hash of the text is not 64 hexadecimal digits",
    "电子签名法 5、8",
    "请重新生成文本摘要",
);

pub(super) const OBLIGATION_FAULTY: Words = words(
    "OBLIGATION_FAULTY",
    "第{}项义务的当事人、金额或者日期不对",
    "obligation {} has wrong parties, amount or day",
    "民法典 470；特邀调解规定 24",
    "请改正该项义务",
);

pub(super) const CONTENT_FORBIDDEN: Words = words(
    "CONTENT_FORBIDDEN",
    "协议内容{}，不能成立",
    "the agreement's content is not allowed: {}",
    "民法典 143、153、154；特邀调解规定 2",
    "请改正协议内容",
);

pub(super) const NO_WINDOW: Words = words(
    "NO_WINDOW",
    "该协议没有“{}”的途径",
    "this agreement has no such window: {}",
    "T-D-06；T-H-04",
    "协议仍有合同效力，不履行的可以起诉",
);

pub(super) const WINDOW_PAST: Words = words(
    "WINDOW_PAST",
    "已超过共同申请的期限，最后一日是{}",
    "the window closed on {}",
    "T-D-01；T-B-06",
    "协议仍有合同效力，不履行的可以起诉",
);

pub(super) const WINDOW_RUNS: Words = words(
    "WINDOW_RUNS",
    "共同申请的期限到{}才届满",
    "the window is open until {}",
    "T-D-01；T-B-06",
    "可以共同申请，或者等期限届满",
);

pub(super) const APPRAISAL_RUNS: Words = words(
    "APPRAISAL_RUNS",
    "正在鉴定，期限暂停计算",
    "an appraisal is under way; the term stands still",
    "在线调解规则 26；T-C-05",
    "请先登记鉴定结果",
);

pub(super) const NO_APPRAISAL: Words = words(
    "NO_APPRAISAL",
    "没有正在进行的鉴定",
    "no appraisal is under way",
    "在线调解规则 26；T-C-05",
    "请先登记鉴定开始",
);
