//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "该委托调解尚未登记",
    "the mediation has not been opened",
    "特邀调解规定 11",
    "请先登记法院移来的材料",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "该委托调解已经登记",
    "the mediation was opened already",
    "特邀调解规定 11",
    "请在原调解中继续办理",
);

pub(super) const ALREADY_RETURNED: Words = words(
    "ALREADY_RETURNED",
    "案件已经退回法院",
    "the case went back to the court",
    "特邀调解规定 27",
    "再次调解须由法院另行委托",
);

pub(super) const TWO_PARTIES_NEEDED: Words = words(
    "TWO_PARTIES_NEEDED",
    "调解至少应有编号不同的两方当事人",
    "mediation needs at least two parties with different numbers",
    "特邀调解规定 11",
    "请法院补全当事人",
);

pub(super) const CONSENT_MISSING: Words = words(
    "CONSENT_MISSING",
    "当事人{}没有有效的同意",
    "party {} has given no live consent",
    "T-C-01；特邀调解规定 11",
    "请法院先征得每一方当事人同意",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号{}的当事人",
    "there is no party {}",
    "特邀调解规定 11",
    "请核对当事人编号",
);

pub(super) const NOT_AGREED: Words = words(
    "NOT_AGREED",
    "当事人{}没有表示同意",
    "party {} has not agreed",
    "特邀调解规定 19、27",
    "请取得每一方当事人同意",
);

pub(super) const FACTS_NOT_AGREED: Words = words(
    "FACTS_NOT_AGREED",
    "当事人{}没有同意记载无争议事实",
    "party {} has not agreed to the record of undisputed facts",
    "T-C-12",
    "未经各方同意的，不得随案移送",
);

pub(super) const FILE_NOT_SIGNED: Words = words(
    "FILE_NOT_SIGNED",
    "调解员尚未签收案件材料",
    "the mediator has not signed for the file",
    "T-C-02；T-C-03；T-C-05",
    "请先签收",
);

pub(super) const FILE_SIGNED: Words = words(
    "FILE_SIGNED",
    "案件材料已经签收",
    "the file was signed for already",
    "T-C-02；T-C-03；T-C-05",
    "不能继续的，登记调解不成退回法院",
);

pub(super) const MEDIATOR_WANTED: Words = words(
    "MEDIATOR_WANTED",
    "没有确定调解员",
    "no mediator is named",
    "特邀调解规定 12",
    "请确定调解员",
);

pub(super) const SESSION_IN_PAST: Words = words(
    "SESSION_IN_PAST",
    "安排的日期{}已经过去",
    "the day {} is past",
    "特邀调解规定 15",
    "请安排今天或者以后的日期",
);

pub(super) const PAST_TERM: Words = words(
    "PAST_TERM",
    "已超过调解期限，最后一日是{}",
    "the term ended on {}",
    "T-C-02；T-C-03；T-C-05",
    "请退回法院依法审理或者立案",
);

pub(super) const TERM_RUNS: Words = words(
    "TERM_RUNS",
    "调解期限到{}才届满",
    "the term runs until {}",
    "T-C-02；T-C-03；T-C-05",
    "可以继续调解；调解不成的登记调解不成",
);

pub(super) const NOBODY_PRESENT: Words = words(
    "NOBODY_PRESENT",
    "没有当事人到场，不能登记为已经调解",
    "nobody attended",
    "特邀调解规定 15",
    "请另行安排",
);

pub(super) const GUARDIAN_ABSENT: Words = words(
    "GUARDIAN_ABSENT",
    "未成年当事人{}的监护人没有到场",
    "the guardian of the minor party {} is absent",
    "民法典 19、23；未成年人保护法 11",
    "请通知监护人到场后再调解",
);

pub(super) const EXTENSION_EMPTY: Words = words(
    "EXTENSION_EMPTY",
    "延长的期限不能为零",
    "an extension of nothing",
    "T-C-02",
    "请填写延长的日数",
);

pub(super) const ALREADY_EXTENDED: Words = words(
    "ALREADY_EXTENDED",
    "调解期限已经延长过一次",
    "the term was extended once",
    "T-C-02",
    "期满请退回法院",
);

pub(super) const EXTENSION_TOO_LONG: Words = words(
    "EXTENSION_TOO_LONG",
    "当事人同意延长的，最多三十日",
    "the parties may extend by thirty days at most",
    "T-C-02",
    "请填写三十日以内的日数",
);

pub(super) const APPRAISAL_RUNS: Words = words(
    "APPRAISAL_RUNS",
    "正在鉴定，期限暂停计算",
    "an appraisal is under way; the term stands still",
    "T-C-02；特邀调解规定 27",
    "请先登记鉴定结果",
);

pub(super) const NO_APPRAISAL: Words = words(
    "NO_APPRAISAL",
    "没有正在进行的鉴定",
    "no appraisal is under way",
    "T-C-02；特邀调解规定 27",
    "请先登记鉴定开始",
);

pub(super) const CONTRACT_ONLY: Words = words(
    "CONTRACT_ONLY",
    "立案前委派调解达成的协议是合同，不能直接请求制作调解书或者撤诉",
    "a delegated agreement is a contract; there is no case to close",
    "T-C-11",
    "请登记达成调解协议，可以共同申请司法确认",
);

pub(super) const BACK_TO_COURT: Words = words(
    "BACK_TO_COURT",
    "立案后委托调解达成协议的，应当退回法院",
    "an entrusted agreement goes back to the court",
    "T-C-04；T-C-11",
    "请登记请求制作调解书、撤诉或者以其他方式结案",
);

pub(super) const NO_CONTRACT: Words = words(
    "NO_CONTRACT",
    "没有委派调解达成的协议",
    "there is no delegated agreement",
    "T-C-11",
    "请先登记达成调解协议",
);

pub(super) const CONTRACT_BINDS: Words = words(
    "CONTRACT_BINDS",
    "调解协议已经成立",
    "the agreement is made",
    "T-C-11",
    "可以共同申请司法确认，或者登记不再申请",
);

pub(super) const WINDOW_PAST: Words = words(
    "WINDOW_PAST",
    "已超过共同申请司法确认的期限，最后一日是{}",
    "the window for confirmation closed on {}",
    "T-D-01",
    "协议仍有合同效力，不履行的可以起诉",
);
