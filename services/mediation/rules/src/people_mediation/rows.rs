//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "该调解尚未登记",
    "the mediation has not been opened",
    "人民调解法 17",
    "请先登记当事人申请或者主动调解",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "该调解已经登记",
    "the mediation was opened already",
    "人民调解法 17",
    "请在原调解中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "该调解已经结束",
    "the mediation has ended",
    "人民调解法 26",
    "当事人愿意再次调解的，另行登记",
);

pub(super) const NOT_CIVIL: Words = words(
    "NOT_CIVIL",
    "行政争议不属于民间纠纷，不能人民调解",
    "an administrative dispute is not open to people's mediation",
    "人民调解法 2",
    "请引导行政复议、行政诉讼或者行政调解",
);

pub(super) const OTHER_ROUTE: Words = words(
    "OTHER_ROUTE",
    "所选途径是{}，不是人民调解",
    "the route is {}, not people's mediation",
    "人民调解法 2、34",
    "请交由相应单位承办",
);

pub(super) const TWO_PARTIES_NEEDED: Words = words(
    "TWO_PARTIES_NEEDED",
    "调解至少应有编号不同的两方当事人",
    "mediation needs at least two parties with different numbers",
    "人民调解法 17",
    "请补全当事人",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号{}的当事人",
    "there is no party {}",
    "人民调解法 17",
    "请核对当事人编号",
);

pub(super) const NOT_APPLICANT: Words = words(
    "NOT_APPLICANT",
    "当事人{}不是申请人，不能撤回申请",
    "party {} did not apply and cannot withdraw the application",
    "人民调解法 17、23",
    "该当事人可以撤回同意，要求终止调解",
);

pub(super) const CONSENT_MISSING: Words = words(
    "CONSENT_MISSING",
    "当事人{}没有有效的同意",
    "party {} has given no live consent",
    "人民调解法 3、17",
    "请先征得每一方当事人同意",
);

pub(super) const NOT_AGREED: Words = words(
    "NOT_AGREED",
    "当事人{}没有表示同意",
    "party {} has not agreed",
    "人民调解法 3",
    "请取得每一方当事人同意",
);

pub(super) const NOT_ACCEPTED: Words = words(
    "NOT_ACCEPTED",
    "该调解尚未受理",
    "the mediation is not accepted yet",
    "人民调解法 17",
    "请先征求意见并受理",
);

pub(super) const ALREADY_ACCEPTED: Words = words(
    "ALREADY_ACCEPTED",
    "该调解已经受理",
    "the mediation is accepted already",
    "人民调解法 17",
    "不愿继续的，可以撤回同意或者终止调解",
);

pub(super) const RIGHTS_NOT_TOLD: Words = words(
    "RIGHTS_NOT_TOLD",
    "尚未告知当事人权利义务",
    "the parties were not told their rights and duties",
    "人民调解法 23、24",
    "请先告知并由当事人确认",
);

pub(super) const HOSPITAL_NOTICES: Words = words(
    "HOSPITAL_NOTICES",
    "医疗机构的告知材料不在卷",
    "the hospital's notices are not on file",
    "医疗纠纷预防和处理条例 23",
    "请先补齐途径、封存、尸检等告知材料",
);

pub(super) const HANDLED_ELSEWHERE: Words = words(
    "HANDLED_ELSEWHERE",
    "尚未核实是否已向法院起诉或者申请卫生健康部门调解",
    "no check that neither a court nor the health department has the dispute",
    "T-P-03",
    "请先核实；已受理的不再受理",
);

pub(super) const MEDIATOR_WANTED: Words = words(
    "MEDIATOR_WANTED",
    "没有确定调解员",
    "no mediator is named",
    "人民调解法 19",
    "请指定或者由当事人选择调解员",
);

pub(super) const MEDIATOR_NOT_ACCEPTED: Words = words(
    "MEDIATOR_NOT_ACCEPTED",
    "当事人不接受该调解员",
    "a party did not accept this mediator",
    "人民调解法 19、23",
    "请另选调解员",
);

pub(super) const FACE_TO_FACE: Words = words(
    "FACE_TO_FACE",
    "有人身安全预警，不得安排面对面调解",
    "with a safety alert the parties are not brought face to face",
    "T-R-02",
    "请分别调解",
);

pub(super) const GUARDIAN_ABSENT: Words = words(
    "GUARDIAN_ABSENT",
    "未成年当事人{}的监护人没有到场",
    "the guardian of the minor party {} is absent",
    "民法典 19、23；未成年人保护法 11",
    "请通知监护人到场后再调解",
);

pub(super) const NOBODY_PRESENT: Words = words(
    "NOBODY_PRESENT",
    "没有当事人到场，不能登记为已经调解",
    "nobody attended",
    "人民调解法 22",
    "请另行安排",
);

pub(super) const SESSION_IN_PAST: Words = words(
    "SESSION_IN_PAST",
    "安排的日期{}已经过去",
    "the day {} is past",
    "人民调解法 21",
    "请安排今天或者以后的日期；已经进行的请登记调解情况",
);

pub(super) const SLOTS_WANTED: Words = words(
    "SLOTS_WANTED",
    "没有提调解时间，或者一次提得太多",
    "no time is offered, or too many at once",
    "人民调解法 21",
    "请提一至六个时间，由双方来选",
);

pub(super) const SLOT_TWICE: Words = words(
    "SLOT_TWICE",
    "同一个时间提了两次",
    "a time is offered twice",
    "人民调解法 21",
    "每个时间只提一次",
);

pub(super) const NO_SLOTS: Words = words(
    "NO_SLOTS",
    "现在没有要选的调解时间",
    "no times are offered now",
    "人民调解法 21",
    "时间已经定了的，看定下来的时间；没有定的，请联系调解员",
);

pub(super) const NO_SUCH_SLOT: Words = words(
    "NO_SUCH_SLOT",
    "没有编号{}的时间",
    "there is no time {}",
    "人民调解法 21",
    "请从列出的时间里选",
);

pub(super) const PAST_TERM: Words = words(
    "PAST_TERM",
    "已超过调解期限，最后一日是{}",
    "the term ended on {}",
    "T-B-02；T-P-01；T-H-01",
    "期限内可以由当事人同意延长；已满的应当终止并告知途径",
);

pub(super) const TERM_RUNS: Words = words(
    "TERM_RUNS",
    "调解期限到{}才届满",
    "the term runs until {}",
    "T-B-02；T-P-01；T-H-01",
    "可以继续调解；调解不成的登记调解不成",
);

pub(super) const EXTENSION_EMPTY: Words = words(
    "EXTENSION_EMPTY",
    "延长的期限不能为零",
    "an extension of nothing",
    "T-B-02",
    "请填写延长的期限",
);

pub(super) const APPRAISAL_COUNTS: Words = words(
    "APPRAISAL_COUNTS",
    "该类调解的期限不扣除鉴定时间",
    "in this mediation appraisal time counts",
    "T-B-02；T-P-01",
    "需要更多时间的，由当事人同意延长",
);

pub(super) const APPRAISAL_RUNS: Words = words(
    "APPRAISAL_RUNS",
    "正在鉴定，期限暂停计算",
    "an appraisal is under way; the term stands still",
    "T-P-01",
    "请先登记鉴定结果",
);

pub(super) const NO_APPRAISAL: Words = words(
    "NO_APPRAISAL",
    "没有正在进行的鉴定",
    "no appraisal is under way",
    "T-P-01",
    "请先登记鉴定开始",
);

pub(super) const SUIT_NO_BAR: Words = words(
    "SUIT_NO_BAR",
    "该类纠纷起诉不当然终止人民调解",
    "a suit does not by itself end this mediation",
    "人民调解法 3；T-P-03",
    "当事人不愿继续的，登记撤回同意",
);

pub(super) const NOT_DRAFTED: Words = words(
    "NOT_DRAFTED",
    "还没有协议文本",
    "there is no text yet",
    "人民调解法 28、29",
    "请先拟定协议文本",
);

pub(super) const AGREEMENT_EMPTY: Words = words(
    "AGREEMENT_EMPTY",
    "协议没有写明任何义务",
    "the agreement has no obligation",
    "人民调解法 29",
    "请写明谁向谁做什么、金额、期限",
);

pub(super) const BAD_HASH: Words = words(
    "BAD_HASH",
    "文本摘要应为64位十六进制",
    "the hash is not 64 hexadecimal digits",
    "人民调解法 29",
    "请重新生成文本摘要",
);

pub(super) const OBLIGATION_FAULTY: Words = words(
    "OBLIGATION_FAULTY",
    "第{}项义务有误：双方应为不同当事人，编号不重复，金额为正，期限不早于协议",
    "obligation {} is faulty: two different parties, a number of its own, a positive amount, not due before the agreement",
    "人民调解法 29",
    "请更正该项",
);

pub(super) const CONTENT_FORBIDDEN: Words = words(
    "CONTENT_FORBIDDEN",
    "协议内容{}，不能约定",
    "such content cannot be agreed: {}",
    "人民调解法 3；民法典 143、153、154",
    "请删除该内容，或者告知其他途径",
);

pub(super) const TEXT_CHANGED: Words = words(
    "TEXT_CHANGED",
    "当事人确认的不是现在的文本",
    "the text confirmed is not the present one",
    "人民调解法 29",
    "请各方重新核对现在的文本",
);

pub(super) const ALREADY_CONFIRMED: Words = words(
    "ALREADY_CONFIRMED",
    "当事人{}已经确认该文本",
    "party {} has confirmed this text",
    "人民调解法 29",
    "请等待其他当事人确认",
);

pub(super) const NOT_CONFIRMED: Words = words(
    "NOT_CONFIRMED",
    "当事人{}尚未确认文本，不能签名",
    "party {} has not confirmed the text; nobody signs yet",
    "人民调解法 29",
    "请先由各方确认同一文本",
);

pub(super) const ALREADY_SIGNED: Words = words(
    "ALREADY_SIGNED",
    "已经签名或者盖章",
    "this signature or seal is set already",
    "T-B-04",
    "请等待其余签名",
);

pub(super) const AGREEMENT_BINDS: Words = words(
    "AGREEMENT_BINDS",
    "调解协议已经生效，对各方有约束力",
    "the agreement is in force and binds",
    "人民调解法 31",
    "可以登记履行、违约；对协议有争议的可以起诉",
);

pub(super) const NO_AGREEMENT: Words = words(
    "NO_AGREEMENT",
    "没有生效的调解协议",
    "no agreement is in force",
    "人民调解法 28",
    "请先达成协议",
);

pub(super) const WINDOW_NOT_OPEN: Words = words(
    "WINDOW_NOT_OPEN",
    "该协议不能{}，或者已经申请",
    "this agreement cannot, or not again: {}",
    "T-D-06；T-H-04；T-H-02",
    "可以按协议履行；不履行的可以起诉",
);

pub(super) const WINDOW_PAST: Words = words(
    "WINDOW_PAST",
    "已超过申请期限，最后一日是{}",
    "the window closed on {}",
    "T-B-06；T-H-02；T-H-04",
    "协议仍有合同效力，不履行的可以就协议起诉",
);

pub(super) const FORCE_NOT_GREATER: Words = words(
    "FORCE_NOT_GREATER",
    "协议已有同等或者更强的效力",
    "the agreement has this force or a greater one",
    "人民调解法 31、33",
    "无须重复登记",
);

pub(super) const NO_SUCH_OBLIGATION: Words = words(
    "NO_SUCH_OBLIGATION",
    "协议没有第{}项义务",
    "the agreement has no obligation {}",
    "人民调解法 29",
    "请核对编号",
);

pub(super) const ALREADY_PERFORMED: Words = words(
    "ALREADY_PERFORMED",
    "第{}项已经履行",
    "obligation {} was performed",
    "人民调解法 31",
    "请核对其他各项",
);

pub(super) const PROOF_WANTED: Words = words(
    "PROOF_WANTED",
    "没有履行凭证",
    "proof of performance is wanted",
    "人民调解法 31",
    "请附收条、转账凭证等",
);

pub(super) const NOT_YET_DUE: Words = words(
    "NOT_YET_DUE",
    "履行期限到{}才届满，不能登记违约",
    "it is not due before the end of {}",
    "民法典 578",
    "对方明确表示不履行的，注明后登记",
);

pub(super) const ALREADY_BROKEN: Words = words(
    "ALREADY_BROKEN",
    "第{}项已经登记违约",
    "obligation {} is recorded as broken",
    "人民调解法 31",
    "履行后登记履行",
);

pub(super) const NOTHING_BROKEN: Words = words(
    "NOTHING_BROKEN",
    "没有登记违约，不能按未履行结束",
    "nothing is recorded as broken",
    "人民调解法 31",
    "请先登记违约，或者继续回访",
);
