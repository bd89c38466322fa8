//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_RECEIVED: Words = words(
    "NOT_RECEIVED",
    "来件尚未登记",
    "the letter has not been recorded",
    "市场监督管理投诉举报处理暂行办法 14",
    "请先登记",
);

pub(super) const ALREADY_RECEIVED: Words = words(
    "ALREADY_RECEIVED",
    "来件已经登记",
    "the letter was recorded already",
    "市场监督管理投诉举报处理暂行办法 14",
    "请在原案件中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "投诉和举报均已办结",
    "complaint and report have ended",
    "市场监督管理投诉举报处理暂行办法 21",
    "可以通过仲裁、民事诉讼等途径解决",
);

pub(super) const TWO_PARTIES_NEEDED: Words = words(
    "TWO_PARTIES_NEEDED",
    "至少应有投诉人和被投诉人两方",
    "a complainant and a respondent are needed",
    "市场监督管理投诉举报处理暂行办法 9",
    "请补全双方信息",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号{}的当事人",
    "there is no party {}",
    "市场监督管理投诉举报处理暂行办法 9",
    "请核对当事人编号",
);

pub(super) const SORT_FIRST: Words = words(
    "SORT_FIRST",
    "来件尚未分拣投诉和举报",
    "the letter has not been split",
    "T-Q-05；市场监督管理投诉举报处理暂行办法 7",
    "请先分拣，投诉和举报分别处理",
);

pub(super) const SORTED_ALREADY: Words = words(
    "SORTED_ALREADY",
    "来件已经分拣",
    "the letter was split already",
    "T-Q-05；市场监督管理投诉举报处理暂行办法 7",
    "请分别继续办理",
);

pub(super) const NOTHING_IN_IT: Words = words(
    "NOTHING_IN_IT",
    "没有投诉也没有举报",
    "it is neither complaint nor report",
    "T-Q-05；市场监督管理投诉举报处理暂行办法 3、39",
    "咨询、信访、复议等请告知相应途径",
);

pub(super) const NOT_A_COMPLAINANT: Words = words(
    "NOT_A_COMPLAINANT",
    "当事人{}不是投诉人，不能作代表人",
    "party {} does not complain and cannot represent",
    "T-Q-10；市场监督管理投诉举报处理暂行办法 11",
    "请从投诉人中推选",
);

pub(super) const TWO_REPRESENTATIVES: Words = words(
    "TWO_REPRESENTATIVES",
    "共同投诉的代表人为一至二名",
    "a joint complaint has one or two representatives",
    "T-Q-10；市场监督管理投诉举报处理暂行办法 11",
    "请书面推选两名以内代表人",
);

pub(super) const GROUND_STANDS: Words = words(
    "GROUND_STANDS",
    "存在不予受理的情形",
    "a ground against acceptance stands",
    "T-Q-07；市场监督管理投诉举报处理暂行办法 15；市场监督管理投诉举报处理办法 16",
    "请依该情形作出不予受理决定并告知",
);

pub(super) const GROUND_NOT_LISTED: Words = words(
    "GROUND_NOT_LISTED",
    "适用的规定没有列出该不予受理的情形",
    "the rule in force does not list this ground",
    "T-Q-07；市场监督管理投诉举报处理暂行办法 15；市场监督管理投诉举报处理办法 16",
    "请核对收到日期所适用的规定",
);

pub(super) const NOT_OVER_THREE_YEARS: Words = words(
    "NOT_OVER_THREE_YEARS",
    "自知道权益受到侵害至{}才满三年，没有超过",
    "the three years end on {} only",
    "T-Q-07；民法典 188",
    "请决定受理",
);

pub(super) const RIGHT_BODY_WANTED: Words = words(
    "RIGHT_BODY_WANTED",
    "没有告知有权处理的机关",
    "the competent body is not named",
    "市场监督管理投诉举报处理暂行办法 15(1)；四(一)",
    "请写明投诉人应当向谁提出",
);

pub(super) const OFFICER_WANTED: Words = words(
    "OFFICER_WANTED",
    "没有确定承办人员",
    "no officer in charge is named",
    "市场监督管理投诉举报处理暂行办法 19",
    "请确定承办人员",
);

pub(super) const NOT_ACCEPTED: Words = words(
    "NOT_ACCEPTED",
    "投诉尚未受理",
    "the complaint has not been accepted",
    "T-Q-01；T-Q-04",
    "请先决定是否受理",
);

pub(super) const ACCEPTED_ALREADY: Words = words(
    "ACCEPTED_ALREADY",
    "投诉已经受理",
    "the complaint was accepted already",
    "T-Q-01；T-Q-04",
    "受理后发现不应受理的，终止调解",
);

pub(super) const CONSENT_MISSING: Words = words(
    "CONSENT_MISSING",
    "当事人{}没有同意调解",
    "party {} has not agreed to mediation",
    "市场监督管理投诉举报处理暂行办法 16",
    "请先征得双方同意，明确拒绝的终止调解",
);

pub(super) const BODY_WANTED: Words = words(
    "BODY_WANTED",
    "没有写明受委托的单位",
    "the entrusted body is not named",
    "市场监督管理投诉举报处理暂行办法 17",
    "请写明消费者协会或者其他调解组织",
);

pub(super) const NO_FURTHER_DELEGATION: Words = words(
    "NO_FURTHER_DELEGATION",
    "已经委托调解，不得再委托",
    "it is entrusted already; no further delegation",
    "市场监督管理投诉举报处理暂行办法 17(2)",
    "由受委托单位以本局名义调解",
);

pub(super) const NOT_ENTRUSTED: Words = words(
    "NOT_ENTRUSTED",
    "没有委托其他单位调解",
    "mediation is not entrusted",
    "市场监督管理投诉举报处理暂行办法 17、19",
    "由本局工作人员主持，或者先办理委托",
);

pub(super) const TESTS_RUN: Words = words(
    "TESTS_RUN",
    "检验、鉴定尚未结束",
    "tests are running",
    "市场监督管理投诉举报处理暂行办法 20",
    "请等待结果",
);

pub(super) const NO_TESTS: Words = words(
    "NO_TESTS",
    "没有正在进行的检验、鉴定",
    "no tests are running",
    "市场监督管理投诉举报处理暂行办法 20",
    "请先登记委托",
);

pub(super) const TESTS_NOT_AGREED: Words = words(
    "TESTS_NOT_AGREED",
    "当事人{}没有同意检验、鉴定的机构和费用",
    "party {} has not agreed on body and cost of tests",
    "市场监督管理投诉举报处理暂行办法 20；市场监督管理投诉举报处理办法 23(1)(4)",
    "协商不成的，终止调解",
);

pub(super) const PAST_TERM: Words = words(
    "PAST_TERM",
    "调解期限已于{}届满",
    "mediation ended on {}",
    "T-Q-02；T-Q-03",
    "请终止调解并告知双方",
);

pub(super) const TERM_RUNS: Words = words(
    "TERM_RUNS",
    "调解期限到{}才届满",
    "mediation runs until {}",
    "T-Q-02；T-Q-03",
    "无法达成协议的，以该情形终止",
);

pub(super) const NOBODY_PRESENT: Words = words(
    "NOBODY_PRESENT",
    "没有当事人到场",
    "nobody was present",
    "市场监督管理投诉举报处理暂行办法 18",
    "无正当理由不参加的，终止调解",
);

pub(super) const GUARDIAN_ABSENT: Words = words(
    "GUARDIAN_ABSENT",
    "未成年人（当事人{}）的监护人没有到场",
    "the guardian of the minor party {} is not there",
    "民法典 19、20、23",
    "请通知监护人到场",
);

pub(super) const BAD_AGREEMENT: Words = words(
    "BAD_AGREEMENT",
    "协议内容不能成立：{}",
    "the agreement cannot stand: {}",
    "市场监督管理投诉举报处理暂行办法 22",
    "请修改协议内容",
);

pub(super) const NOT_SIGNED: Words = words(
    "NOT_SIGNED",
    "当事人{}没有签字或者盖章；代表人不能代签协议",
    "party {} has not signed; a representative does not sign for others",
    "T-Q-10；市场监督管理投诉举报处理暂行办法 11、22",
    "请取得每一方本人同意",
);

pub(super) const NO_AGREEMENT: Words = words(
    "NO_AGREEMENT",
    "没有待履行的调解协议",
    "there is no agreement to perform",
    "市场监督管理投诉举报处理暂行办法 22",
    "请先达成调解协议",
);

pub(super) const AGREEMENT_BINDS: Words = words(
    "AGREEMENT_BINDS",
    "调解协议已经达成",
    "the agreement stands",
    "市场监督管理投诉举报处理暂行办法 22",
    "请登记履行或者不履行",
);

pub(super) const COMPLAINT_CLOSED: Words = words(
    "COMPLAINT_CLOSED",
    "投诉已经办结，举报仍在核查",
    "the complaint has ended, the report is still checked",
    "T-Q-05",
    "请继续核查举报",
);

pub(super) const NO_SUCH_OBLIGATION: Words = words(
    "NO_SUCH_OBLIGATION",
    "协议没有第{}项义务",
    "the agreement has no obligation {}",
    "市场监督管理投诉举报处理暂行办法 22",
    "请核对编号",
);

pub(super) const ALREADY_PERFORMED: Words = words(
    "ALREADY_PERFORMED",
    "第{}项义务已经履行",
    "obligation {} was performed already",
    "市场监督管理投诉举报处理暂行办法 22",
    "请核对编号",
);

pub(super) const PROOF_WANTED: Words = words(
    "PROOF_WANTED",
    "没有履行凭证",
    "there is no proof of performance",
    "市场监督管理投诉举报处理暂行办法 22",
    "请附退款、换货等凭证",
);

pub(super) const NOT_YET_DUE: Words = words(
    "NOT_YET_DUE",
    "该项义务到{}才到期",
    "the obligation is due on {} only",
    "市场监督管理投诉举报处理暂行办法 22",
    "到期不履行或者明确表示不履行时再登记",
);

pub(super) const REPORT_OPEN: Words = words(
    "REPORT_OPEN",
    "该案已有举报或者线索",
    "there is a report or clue already",
    "T-Q-06；市场监督管理投诉举报处理暂行办法 23",
    "请并入已有线索核查",
);

pub(super) const NO_REPORT: Words = words(
    "NO_REPORT",
    "没有正在核查的举报或者线索",
    "no report is checked",
    "T-Q-06；市场监督管理投诉举报处理暂行办法 31",
    "请核对案件",
);

pub(super) const CHECK_LATE: Words = words(
    "CHECK_LATE",
    "核查期限已于{}届满，不能再延长",
    "the check ended on {}",
    "T-Q-06；市场监督管理投诉举报处理暂行办法 23",
    "请立即决定是否立案",
);

pub(super) const CHECK_EXTENDED: Words = words(
    "CHECK_EXTENDED",
    "核查期限已经延长一次",
    "the check was extended once already",
    "T-Q-06；市场监督管理投诉举报处理暂行办法 23",
    "请在期限内决定是否立案",
);
