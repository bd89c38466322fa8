//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "还没有申请支付令",
    "no application was made",
    "民事诉讼法 225",
    "请先登记支付令申请",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "已经申请",
    "there is an application already",
    "民事诉讼法 225",
    "请在原申请中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "督促程序已经终结",
    "the procedure has ended",
    "民事诉讼法 228",
    "需要再办的，可以起诉",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号为{}的当事人",
    "there is no party {}",
    "T-F-01",
    "请核对当事人编号",
);

pub(super) const NOT_DEBTOR: Words = words(
    "NOT_DEBTOR",
    "当事人{}不是本申请的债务人",
    "party {} is no debtor of this application",
    "T-F-01",
    "请核对债务人",
);

pub(super) const CLAIMS_WANTED: Words = words(
    "CLAIMS_WANTED",
    "没有写明请求项目，或者编号重复",
    "the claims are not named, or not numbered",
    "民事诉讼法 225",
    "请写明各项请求并分别编号",
);

pub(super) const DEBTOR_WANTED: Words = words(
    "DEBTOR_WANTED",
    "第{}项请求没有债务人",
    "claim {} names no debtor",
    "民事诉讼法 225",
    "请写明该项请求的债务人",
);

pub(super) const NOTHING_ASKED: Words = words(
    "NOTHING_ASKED",
    "没有要求补正",
    "no correction was asked for",
    "民诉法解释 426",
    "请决定是否受理",
);

pub(super) const ASKED_ONCE: Words = words(
    "ASKED_ONCE",
    "补正只能一次告知",
    "the list of what is missing is given once",
    "民诉法解释 426",
    "请按已有材料决定",
);

pub(super) const LIST_WANTED: Words = words(
    "LIST_WANTED",
    "没有写明缺少什么",
    "the list does not say what is missing",
    "民诉法解释 426",
    "请逐项写明需要补正的内容",
);

pub(super) const CORRECTION_RUNS: Words = words(
    "CORRECTION_RUNS",
    "补正期限到{}，还没有届满",
    "papers may be corrected until {}",
    "民诉法解释 426",
    "请等待补正，{}之后再作处理",
);

pub(super) const PAPERS_AWAITED: Words = words(
    "PAPERS_AWAITED",
    "正在等待补正",
    "corrected papers are awaited",
    "民诉法解释 426",
    "收到补正材料后五日内决定",
);

pub(super) const NOT_ACCEPTED: Words = words(
    "NOT_ACCEPTED",
    "申请还没有受理",
    "the application is not accepted yet",
    "T-F-02",
    "请先决定是否受理",
);

pub(super) const ACCEPTED_ALREADY: Words = words(
    "ACCEPTED_ALREADY",
    "申请已经受理",
    "the application is accepted already",
    "T-F-02",
    "请发出支付令或者裁定驳回",
);

pub(super) const NOT_COMPETENT: Words = words(
    "NOT_COMPETENT",
    "债务人住所地不在本院辖区",
    "the debtor lives in another court's district",
    "民诉法解释 23、427",
    "请不予受理，告知向债务人住所地基层法院申请",
);

pub(super) const NOT_MONEY: Words = words(
    "NOT_MONEY",
    "第{}项请求不是金钱或者有价证券",
    "claim {} is not for money or securities",
    "T-F-01",
    "请不予受理，告知可以起诉",
);

pub(super) const NOT_DUE_OR_FIXED: Words = words(
    "NOT_DUE_OR_FIXED",
    "第{}项请求没有到期或者数额不确定",
    "claim {} is not due or not fixed",
    "T-F-01",
    "请不予受理，告知到期后申请或者起诉",
);

pub(super) const LABOUR_ITEM: Words = words(
    "LABOUR_ITEM",
    "该调解协议的事项不能申请支付令",
    "this labour agreement is not of a kind that founds a payment order",
    "T-F-08；劳动争议调解仲裁法 16",
    "限于拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金；其他请申请仲裁",
);

pub(super) const NUMBER_WANTED: Words = words(
    "NUMBER_WANTED",
    "没有案号或者承办人",
    "the case number or the judge is missing",
    "T-F-02",
    "请填写案号和承办审判员",
);

pub(super) const NOT_ISSUED: Words =
    words("NOT_ISSUED", "支付令还没有发出", "no order was issued", "T-F-03", "请先审查申请");

pub(super) const ISSUED_ALREADY: Words = words(
    "ISSUED_ALREADY",
    "支付令已经发出",
    "the order is issued already",
    "T-F-03",
    "请办理送达、异议或者清偿登记",
);

pub(super) const SERVED_ALREADY: Words = words(
    "SERVED_ALREADY",
    "当事人{}已经收到或者已确认不能送达",
    "service on party {} is settled already",
    "T-A-05",
    "请核对送达回证",
);

pub(super) const NO_PUBLIC_NOTICE: Words = words(
    "NO_PUBLIC_NOTICE",
    "支付令不能公告送达",
    "a payment order is not served by public notice",
    "T-F-01；民诉法解释 427",
    "可以直接、留置、邮寄送达；三十日内不能送达的，支付令失效",
);

pub(super) const SERVED_TOO_LATE: Words = words(
    "SERVED_TOO_LATE",
    "送达期限到{}已经届满，支付令自行失效",
    "the order could be served until {} and has lapsed",
    "T-F-05",
    "请登记不能送达，告知可以起诉",
);

pub(super) const SERVICE_TIME_RUNS: Words = words(
    "SERVICE_TIME_RUNS",
    "送达期限到{}，还没有届满",
    "the order can be served until {}",
    "T-F-05",
    "请继续送达",
);

pub(super) const ALL_SERVED: Words = words(
    "ALL_SERVED",
    "没有尚未送达的债务人",
    "every debtor is served",
    "T-F-05",
    "请等待清偿或者异议",
);

pub(super) const CLAIM_NOT_OPEN: Words = words(
    "CLAIM_NOT_OPEN",
    "第{}项请求不在可以办理的状态",
    "claim {} is not open for this",
    "T-F-07",
    "请核对请求项目的状态",
);

pub(super) const NOT_SERVED: Words = words(
    "NOT_SERVED",
    "当事人{}还没有收到文书",
    "party {} has not received the paper",
    "T-A-05",
    "请先登记送达",
);

pub(super) const NO_OBJECTION: Words = words(
    "NO_OBJECTION",
    "债务人{}没有待审查的书面异议",
    "no written objection of debtor {} is before the court",
    "T-F-04",
    "请核对异议材料",
);

pub(super) const OBJECTION_TIME_RUNS: Words = words(
    "OBJECTION_TIME_RUNS",
    "异议期限到{}，还没有届满",
    "the debtor may object until {}",
    "T-F-04",
    "请等待期限届满",
);

pub(super) const OBJECTION_TOO_LATE: Words = words(
    "OBJECTION_TOO_LATE",
    "异议期限已于{}届满并已登记，或者已无待异议的请求",
    "the time for objection ended on {} and is recorded, or nothing is open",
    "T-F-04",
    "请办理执行或者清偿登记",
);

pub(super) const ORDER_RECEIVED: Words = words(
    "ORDER_RECEIVED",
    "债务人已经收到支付令，不能撤回申请",
    "a debtor has received the order: no withdrawal",
    "民诉法解释 430",
    "已经清偿的，请登记清偿",
);

pub(super) const ORDER_LAPSED: Words = words(
    "ORDER_LAPSED",
    "支付令已经失效",
    "the order has lapsed",
    "民事诉讼法 228",
    "请送达裁定，等待债权人是否同意起诉",
);

pub(super) const ORDER_EFFECTIVE: Words = words(
    "ORDER_EFFECTIVE",
    "支付令已经生效",
    "the order is effective",
    "民事诉讼法 227；民诉法解释 431",
    "逾期异议视为未提出；确有错误的，由院长提交审判委员会",
);

pub(super) const NOT_EFFECTIVE: Words = words(
    "NOT_EFFECTIVE",
    "没有已经生效的请求",
    "no claim is bound yet",
    "T-F-09",
    "请等待异议期届满",
);

pub(super) const NO_SUCH_RULING: Words = words(
    "NO_SUCH_RULING",
    "没有编号为{}的待表态裁定",
    "no ruling {} awaits the creditor's word",
    "T-F-06",
    "请核对裁定",
);

pub(super) const SUIT_DEEMED: Words = words(
    "SUIT_DEEMED",
    "七日期限到{}已经届满，视为起诉",
    "the seven days ended on {}: the suit counts as filed",
    "T-F-06",
    "不再诉讼的，可以申请撤诉",
);

pub(super) const SUIT_TIME_RUNS: Words = words(
    "SUIT_TIME_RUNS",
    "债权人在{}前可以表示不同意起诉",
    "the creditor may refuse the suit until {}",
    "T-F-06",
    "请等待期限届满",
);

pub(super) const PRESIDENT_ONLY: Words = words(
    "PRESIDENT_ONLY",
    "只有院长可以提交审判委员会撤销支付令",
    "only the president brings the revocation before the committee",
    "民诉法解释 441",
    "请报院长",
);

pub(super) const ENFORCEMENT_TIME_RUNS: Words = words(
    "ENFORCEMENT_TIME_RUNS",
    "申请执行期间到{}，还没有届满",
    "enforcement may be asked for until {}",
    "T-F-09",
    "请等待",
);
