//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_RECORDED: Words = words(
    "NOT_RECORDED",
    "该医疗纠纷尚未登记",
    "the dispute has not been recorded",
    "医疗纠纷预防和处理条例 22",
    "请先登记",
);

pub(super) const ALREADY_RECORDED: Words = words(
    "ALREADY_RECORDED",
    "该医疗纠纷已经登记",
    "the dispute was recorded already",
    "医疗纠纷预防和处理条例 22",
    "请在原案件中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "案件已经结束",
    "the case has ended",
    "医疗纠纷预防和处理条例 43",
    "可以依法向人民法院提起诉讼",
);

pub(super) const TWO_PARTIES_NEEDED: Words = words(
    "TWO_PARTIES_NEEDED",
    "至少应有编号不同的两方当事人",
    "at least two parties with different numbers are needed",
    "医疗纠纷预防和处理条例 31",
    "请补全医患双方",
);

pub(super) const DEATH_BEFORE_THE_REGULATION: Words = words(
    "DEATH_BEFORE_THE_REGULATION",
    "死亡时间早于条例施行日，无法计算尸检期限",
    "the death lies before the Regulation; no autopsy term",
    "T-P-05",
    "请核对死亡时间",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号{}的当事人",
    "there is no party {}",
    "医疗纠纷预防和处理条例 31",
    "请核对当事人编号",
);

pub(super) const NOTICES_FIRST: Words = words(
    "NOTICES_FIRST",
    "医疗机构尚未完成告知（途径、封存、病历查阅；死亡的还有尸检），调解不能开始",
    "the hospital has not told all that it must",
    "医疗纠纷预防和处理条例 23",
    "请医疗机构补充告知并附凭证，患者可以随时向法院起诉",
);

pub(super) const NOTHING_TOLD: Words = words(
    "NOTHING_TOLD",
    "没有载明告知的事项",
    "nothing is named as told",
    "医疗纠纷预防和处理条例 23",
    "请选择已经告知的事项",
);

pub(super) const TOLD_ALREADY: Words = words(
    "TOLD_ALREADY",
    "医疗机构已经完成告知",
    "the hospital has told everything",
    "医疗纠纷预防和处理条例 23",
    "请继续下一步",
);

pub(super) const SEALED_ALREADY: Words = words(
    "SEALED_ALREADY",
    "病历资料、现场实物已经封存",
    "records and objects are sealed already",
    "医疗纠纷预防和处理条例 24",
    "后续完成的病历可以补充封存清单",
);

pub(super) const SEAL_NEEDS_BOTH: Words = words(
    "SEAL_NEEDS_BOTH",
    "封存应当在医患双方在场的情况下进行",
    "sealing needs both parties present",
    "医疗纠纷预防和处理条例 24、25",
    "请通知双方到场并签署封存清单",
);

pub(super) const NO_AUTOPSY: Words = words(
    "NO_AUTOPSY",
    "没有需要记载的尸检事项",
    "there is no autopsy to record",
    "T-P-05；医疗纠纷预防和处理条例 26",
    "患者死亡且对死因有异议的才需尸检",
);

pub(super) const APPLICANT_WANTED: Words = words(
    "APPLICANT_WANTED",
    "没有申请人",
    "nobody has applied",
    "医疗纠纷预防和处理条例 31",
    "请由双方共同申请，或者一方申请后征得另一方同意",
);

pub(super) const APPLIED_ALREADY: Words = words(
    "APPLIED_ALREADY",
    "已经申请调解",
    "mediation was applied for already",
    "医疗纠纷预防和处理条例 31",
    "请在原调解中继续办理",
);

pub(super) const NOT_APPLIED: Words = words(
    "NOT_APPLIED",
    "当事人没有申请调解",
    "nobody has applied for mediation",
    "医疗纠纷预防和处理条例 31、40",
    "请先提出申请",
);

pub(super) const OTHER_FORUM: Words = words(
    "OTHER_FORUM",
    "该案由另一调解机构办理",
    "the case is before the other body",
    "T-P-03；医疗纠纷预防和处理条例 31、40",
    "由受理该案的机构办理",
);

pub(super) const CONSENT_MISSING: Words = words(
    "CONSENT_MISSING",
    "当事人{}没有有效的同意",
    "party {} has given no live consent",
    "医疗纠纷预防和处理条例 31(1)",
    "请先征得另一方同意",
);

pub(super) const MEDIATOR_WANTED: Words = words(
    "MEDIATOR_WANTED",
    "没有确定调解员",
    "no mediator is named",
    "医疗纠纷预防和处理条例 32",
    "请确定调解员",
);

pub(super) const NOT_INSURED: Words = words(
    "NOT_INSURED",
    "医疗机构没有参加医疗责任保险",
    "the hospital is not insured",
    "医疗纠纷预防和处理条例 7",
    "由医疗机构自行赔付",
);

pub(super) const CLAIM_WANTED: Words = words(
    "CLAIM_WANTED",
    "没有报案号",
    "the insurer's claim number is missing",
    "医疗纠纷预防和处理条例 7",
    "请填写承保机构报案号",
);

pub(super) const NOT_ACCEPTED: Words = words(
    "NOT_ACCEPTED",
    "调解申请尚未受理",
    "mediation has not been accepted",
    "医疗纠纷预防和处理条例 38、40",
    "请先决定是否受理",
);

pub(super) const ACCEPTED_ALREADY: Words = words(
    "ACCEPTED_ALREADY",
    "调解申请已经受理",
    "mediation was accepted already",
    "医疗纠纷预防和处理条例 38、40",
    "请在原调解中继续办理",
);

pub(super) const PAST_TERM: Words = words(
    "PAST_TERM",
    "调解期限已于{}届满",
    "mediation ended on {}",
    "T-P-01；T-P-02",
    "超过期限未达成协议的，视为调解不成",
);

pub(super) const TERM_RUNS: Words = words(
    "TERM_RUNS",
    "调解期限到{}才届满",
    "mediation runs until {}",
    "T-P-01；T-P-02",
    "双方明确不能达成协议的，登记调解不成",
);

pub(super) const APPRAISAL_RUNS: Words = words(
    "APPRAISAL_RUNS",
    "鉴定尚未结束，鉴定时间不计入期限",
    "the appraisal is not finished; its days do not count",
    "T-P-01；医疗纠纷预防和处理条例 38",
    "请等待鉴定意见",
);

pub(super) const NO_APPRAISAL: Words = words(
    "NO_APPRAISAL",
    "没有正在进行的鉴定",
    "no appraisal is running",
    "T-P-01",
    "请先登记委托鉴定",
);

pub(super) const NOT_AGREED: Words = words(
    "NOT_AGREED",
    "当事人{}没有表示同意",
    "party {} has not agreed",
    "医疗纠纷预防和处理条例 34、38",
    "请取得医患双方同意",
);

pub(super) const NO_EXTENSION: Words = words(
    "NO_EXTENSION",
    "卫生主管部门的调解期限不能延长",
    "the department's term cannot be extended",
    "T-P-02；医疗纠纷预防和处理条例 40(3)",
    "期限届满视为调解不成，可以起诉",
);

pub(super) const EXTENSION_EMPTY: Words = words(
    "EXTENSION_EMPTY",
    "延长的天数为零",
    "the extension is of no days",
    "T-P-01",
    "请填写约定延长的工作日数",
);

pub(super) const NOBODY_PRESENT: Words = words(
    "NOBODY_PRESENT",
    "没有当事人到场",
    "nobody was present",
    "医疗纠纷预防和处理条例 31",
    "请另行通知",
);

pub(super) const GUARDIAN_ABSENT: Words = words(
    "GUARDIAN_ABSENT",
    "未成年人（当事人{}）的监护人没有到场",
    "the guardian of the minor party {} is not there",
    "民法典 19、20、23",
    "请通知监护人到场",
);

pub(super) const CLOSED_SESSION: Words = words(
    "CLOSED_SESSION",
    "当事人{}没有同意公开，调解不得公开进行",
    "party {} has not agreed to a public session",
    "T-P-09；医疗纠纷预防和处理条例 42(2)",
    "请不公开进行调解",
);

pub(super) const BAD_AGREEMENT: Words = words(
    "BAD_AGREEMENT",
    "协议内容不能成立：{}",
    "the agreement cannot stand: {}",
    "医疗纠纷预防和处理条例 39",
    "请修改协议内容",
);

pub(super) const INSURER_FIRST: Words = words(
    "INSURER_FIRST",
    "赔付数额较高且医疗机构已投保，应当先通知承保机构参加",
    "the amount is high and the hospital insured: the insurer is called in first",
    "医疗纠纷预防和处理条例 7、30(3)；本县内控",
    "请先登记承保机构报案号",
);

pub(super) const NOT_SIGNED: Words = words(
    "NOT_SIGNED",
    "当事人{}没有签字或者盖章",
    "party {} has not signed",
    "医疗纠纷预防和处理条例 39(1)",
    "请双方签字或者盖章",
);

pub(super) const NOT_SEALED: Words = words(
    "NOT_SEALED",
    "调解协议书没有调解员签字和调解机构印章",
    "the mediator's signature or the seal is missing",
    "医疗纠纷预防和处理条例 39(1)、41(2)",
    "请签字并加盖印章后登记",
);

pub(super) const NO_AGREEMENT: Words = words(
    "NO_AGREEMENT",
    "没有已经生效的调解协议",
    "there is no agreement in force",
    "医疗纠纷预防和处理条例 39",
    "请先达成调解协议",
);

pub(super) const AGREEMENT_BINDS: Words = words(
    "AGREEMENT_BINDS",
    "调解协议已经生效",
    "the agreement binds",
    "医疗纠纷预防和处理条例 39",
    "请登记履行或者不履行",
);

pub(super) const WINDOW_NOT_OPEN: Words = words(
    "WINDOW_NOT_OPEN",
    "该协议不能（再）申请司法确认",
    "confirmation is not open (any more)",
    "T-B-06；T-D-06；医疗纠纷预防和处理条例 39(2)",
    "不履行的，可以就协议起诉",
);

pub(super) const WINDOW_PAST: Words = words(
    "WINDOW_PAST",
    "共同申请司法确认的期限已于{}届满",
    "the time for joint confirmation ended on {}",
    "T-B-06",
    "不履行的，可以就协议起诉",
);

pub(super) const SECRET: Words = words(
    "SECRET",
    "当事人{}没有同意公开，不得公开协议内容",
    "party {} has not agreed: the content stays secret",
    "T-P-09；医疗纠纷预防和处理条例 42(2)",
    "双方均同意后才可以公开",
);

pub(super) const NO_SUCH_OBLIGATION: Words = words(
    "NO_SUCH_OBLIGATION",
    "协议没有第{}项义务",
    "the agreement has no obligation {}",
    "医疗纠纷预防和处理条例 39",
    "请核对编号",
);

pub(super) const ALREADY_PERFORMED: Words = words(
    "ALREADY_PERFORMED",
    "第{}项义务已经履行",
    "obligation {} was performed already",
    "医疗纠纷预防和处理条例 39",
    "请核对编号",
);

pub(super) const PROOF_WANTED: Words = words(
    "PROOF_WANTED",
    "没有履行凭证",
    "there is no proof of performance",
    "医疗纠纷预防和处理条例 39",
    "请附付款凭证或者保险赔付凭证",
);

pub(super) const NOT_YET_DUE: Words = words(
    "NOT_YET_DUE",
    "该项义务到{}才到期",
    "the obligation is due on {} only",
    "医疗纠纷预防和处理条例 39",
    "到期不履行或者明确表示不履行时再登记",
);
