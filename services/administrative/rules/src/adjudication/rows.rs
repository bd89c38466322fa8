//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "该申请尚未登记",
    "the application is not registered",
    "T-K-18",
    "请先登记申请",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "该申请已经登记",
    "the application is registered already",
    "T-K-18",
    "请在原案中继续办理",
);

pub(super) const NOT_ACCEPTED: Words = words(
    "NOT_ACCEPTED",
    "该申请尚未受理",
    "the application is not accepted yet",
    "T-I-10；T-K-18",
    "请先决定是否受理",
);

pub(super) const NOT_NOW: Words = words(
    "NOT_NOW",
    "案件现在处于“{}”，不能这样办理",
    "not possible while the case is {}",
    "T-K-18",
    "请按现在的阶段办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "该案已经结束",
    "the case has ended",
    "T-K-18",
    "有新的争议的，请另行申请",
);

pub(super) const TWO_SIDES_NEEDED: Words = words(
    "TWO_SIDES_NEEDED",
    "行政裁决解决民事纠纷，应当有申请人和被申请人",
    "a civil dispute has an applicant and a respondent",
    "中办发〔2018〕75号",
    "请写明双方当事人",
);

pub(super) const OTHER_ROUTE: Words = words(
    "OTHER_ROUTE",
    "移送的化解途径不是行政裁决",
    "the dispute was handed over for another route",
    "中办发〔2018〕75号",
    "请按移送的途径登记",
);

pub(super) const NOT_ADJUDICABLE: Words = words(
    "NOT_ADJUDICABLE",
    "该请求不能由行政机关裁决，应当{}",
    "an authority does not decide this claim: {}",
    "土地权属争议调查处理办法14；专利法65；T-I-08",
    "应当{}；不予受理并告知",
);

pub(super) const NOT_COMPETENT: Words = words(
    "NOT_COMPETENT",
    "本机关没有裁决权，应当由{}处理",
    "this body may not decide; {} may",
    "土地管理法14；专利法65；政府采购法56",
    "不予受理，告知向{}申请",
);

pub(super) const COMPETENT_WANTED: Words = words(
    "COMPETENT_WANTED",
    "不属于本机关管辖的，应当写明有权处理的机关",
    "a refusal for want of competence names the right body",
    "土地权属争议调查处理办法5",
    "请写明有权处理的机关",
);

pub(super) const GROUND_WRONG: Words = words(
    "GROUND_WRONG",
    "不予受理的理由与案情不符",
    "the ground of refusal is not true of this case",
    "土地权属争议调查处理办法14",
    "符合条件的应当受理",
);

pub(super) const CHALLENGE_FIRST: Words = words(
    "CHALLENGE_FIRST",
    "没有先向采购人或者代理机构质疑，不能投诉",
    "a challenge to the purchaser comes before the complaint",
    "政府采购法52、55",
    "告知先在七个工作日内质疑",
);

pub(super) const COMPLAINT_EARLY: Words = words(
    "COMPLAINT_EARLY",
    "质疑答复期{}还没有届满，不能投诉",
    "the purchaser may still answer the challenge until {}",
    "政府采购法53、55",
    "等候答复或者答复期届满",
);

pub(super) const COMPLAINT_LATE: Words = words(
    "COMPLAINT_LATE",
    "投诉期限已于{}届满",
    "the time to complain ended on {}",
    "政府采购法55",
    "不予受理并告知",
);

pub(super) const CORRECTION_USED: Words = words(
    "CORRECTION_USED",
    "补正应当一次性告知，已经通知过",
    "what is missing is told once, and it was",
    "土地权属争议调查处理办法10；财政部令94第21条",
    "请决定是否受理",
);

pub(super) const OFFICER_WANTED: Words = words(
    "OFFICER_WANTED",
    "没有写明承办人员",
    "no officer is named",
    "土地权属争议调查处理办法16",
    "请写明承办人员",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号{}的当事人，或者其身份不符",
    "no party {} in this place",
    "中办发〔2018〕75号",
    "请核对当事人编号",
);

pub(super) const ALREADY_DONE: Words = words(
    "ALREADY_DONE",
    "该事项已经登记过",
    "this is on the file already",
    "T-K-18",
    "请核对案卷",
);

pub(super) const NOT_SERVED: Words = words(
    "NOT_SERVED",
    "副本或者裁决书尚未送达该当事人",
    "that party has not received the paper",
    "T-I-10；T-I-09",
    "请先送达并登记送达日",
);

pub(super) const DEFENCE_LATE: Words = words(
    "DEFENCE_LATE",
    "答辩期限已于{}届满，逾期不影响处理",
    "the time to answer ended on {}; the case goes on",
    "T-I-10",
    "材料可以附卷，案件继续处理",
);

pub(super) const TERM_RUNS: Words = words(
    "TERM_RUNS",
    "期限要到{}才届满",
    "the limit runs until {}",
    "T-I-11；T-K-18",
    "届满后再登记",
);

pub(super) const PAST_TERM: Words = words(
    "PAST_TERM",
    "期限已于{}届满",
    "the limit ended on {}",
    "T-I-11；T-K-18",
    "请尽快作出结果，并告知当事人可以就不作为申请复议或者起诉",
);

pub(super) const NOT_STAYABLE: Words = words(
    "NOT_STAYABLE",
    "只有政府采购投诉可以暂停采购活动，且只能一次",
    "only a procurement is stayed, and once",
    "政府采购法57",
    "请继续处理",
);

pub(super) const NOT_FROZEN: Words = words(
    "NOT_FROZEN",
    "只有土地、林地、草原权属争议禁止改变现状",
    "only title to land, forest, grassland freezes the state of things",
    "T-I-09",
    "请按侵权另行处理",
);

pub(super) const NOT_EXEMPT: Words = words(
    "NOT_EXEMPT",
    "防火、防治病虫害和国家重大基础设施的例外只适用于林地",
    "the exception for fire, pests, national works is for forests only",
    "森林法22",
    "应当责令停止改变现状",
);

pub(super) const NO_SUCH_STOP: Words = words(
    "NO_SUCH_STOP",
    "该类案件的期限不因此停止计算",
    "the term of this matter does not stand still for that",
    "T-I-11；T-K-18",
    "请在期限内办理；确有需要的批准延长",
);

pub(super) const TERM_STANDS: Words = words(
    "TERM_STANDS",
    "期限正在停止计算",
    "the term stands still",
    "T-K-18",
    "事由消除后再恢复计算",
);

pub(super) const NO_STOP: Words =
    words("NO_STOP", "期限没有停止计算", "the term does not stand still", "T-K-18", "请核对案卷");

pub(super) const NOT_EXTENDABLE: Words = words(
    "NOT_EXTENDABLE",
    "该类案件的期限不能延长",
    "the term of this matter cannot be lengthened",
    "政府采购法56；企业名称登记管理规定21",
    "请在期限内作出结果",
);

pub(super) const EXTENSION_TOO_LONG: Words = words(
    "EXTENSION_TOO_LONG",
    "延长超过限度，最多{}",
    "the longest extension is {}",
    "T-I-11；T-K-18.patent",
    "请在限度内批准",
);

pub(super) const EXTENSION_USED: Words = words(
    "EXTENSION_USED",
    "期限已经延长过一次",
    "the term was lengthened once already",
    "T-I-11；T-K-18.patent",
    "请在期限内作出结果",
);

pub(super) const NOT_MEDIABLE: Words = words(
    "NOT_MEDIABLE",
    "政府采购投诉不调解",
    "a procurement complaint is not mediated",
    "政府采购法56",
    "依法作出处理决定，投诉人可以撤回",
);

pub(super) const CONSENT_MISSING: Words = words(
    "CONSENT_MISSING",
    "当事人{}没有同意调解",
    "party {} has not agreed to mediation",
    "土地权属争议调查处理办法23",
    "登记其不愿调解后继续处理",
);

pub(super) const SIGNATURE_MISSING: Words = words(
    "SIGNATURE_MISSING",
    "当事人{}没有签名或者盖章",
    "party {} has not signed",
    "土地权属争议调查处理办法25",
    "各方签名或者盖章后再登记",
);

pub(super) const SEAL_MISSING: Words = words(
    "SEAL_MISSING",
    "权属调解书还要承办人署名并加盖印章才生效",
    "a statement on title takes effect with signature and seal",
    "土地权属争议调查处理办法25",
    "请署名并加盖印章",
);

pub(super) const MEDIATION_FIRST: Words = words(
    "MEDIATION_FIRST",
    "权属争议应当先行调解",
    "disputes over title are mediated first",
    "土地权属争议调查处理办法23",
    "请先组织调解，或者登记一方不愿调解",
);

pub(super) const COPY_MISSING: Words = words(
    "COPY_MISSING",
    "副本尚未送达当事人{}",
    "party {} has not received the copy",
    "T-I-10",
    "请先送达副本",
);

pub(super) const DEFENCE_PENDING: Words = words(
    "DEFENCE_PENDING",
    "当事人{}的答辩期限还没有届满",
    "the time of party {} to answer still runs",
    "T-I-10",
    "等候答辩或者期限届满",
);

pub(super) const NO_PROPOSAL: Words = words(
    "NO_PROPOSAL",
    "该类案件由主管部门直接裁决，不报人民政府",
    "the department decides this matter itself",
    "T-K-18",
    "请直接作出裁决",
);

pub(super) const PROPOSAL_FIRST: Words = words(
    "PROPOSAL_FIRST",
    "权属处理决定由人民政府作出，应当先报调查处理意见",
    "the government decides on title, on the department's proposal",
    "土地管理法14；土地权属争议调查处理办法27、30",
    "请先提出调查处理意见",
);

pub(super) const DAMAGES_NOT_DECIDED: Words = words(
    "DAMAGES_NOT_DECIDED",
    "赔偿数额不能裁决，只能调解",
    "the amount of damages is mediated, not decided",
    "专利法65",
    "调解不成的告知向人民法院起诉",
);

pub(super) const REVIEW_FIRST: Words = words(
    "REVIEW_FIRST",
    "涉及已经依法取得的自然资源权利，应当先申请行政复议",
    "reconsideration comes first where an acquired right is touched",
    "T-K-09",
    "请先申请行政复议",
);

pub(super) const RIGHT_LOST: Words = words(
    "RIGHT_LOST",
    "期限已于{}届满，不能再提起",
    "the time ended on {}",
    "T-I-09；T-K-01；T-K-16",
    "裁决已经确定的，按裁决办理",
);

pub(super) const NOT_APPLICANT: Words = words(
    "NOT_APPLICANT",
    "当事人{}没有申请撤回",
    "applicant {} has not taken the application back",
    "T-K-18",
    "全部申请人同意后再登记撤回",
);
