//! The words of every refusal of its own.

use jiefen_procedure::words::{Words, words};

pub(super) const COMMITTEE: Words = words(
    "COMMITTEE",
    "行业性、专业性人民调解委员会的调解是人民调解，免费并适用人民调解法",
    "an industry people's committee mediates under the People's Mediation Act, free of charge",
    "人民调解法 4、34；T-B-09",
    "请按人民调解登记",
);

pub(super) const WRONG_BODY: Words = words(
    "WRONG_BODY",
    "受理组织与所选途径不一致",
    "the body is not one of the route chosen",
    "四(四)6；法发〔2019〕27号",
    "金融纠纷由金融纠纷调解组织受理，其他由行业协会、商会受理",
);

pub(super) const NO_APPLICANT: Words = words(
    "NO_APPLICANT",
    "没有任何一方申请或者同意调解",
    "nobody has asked for mediation",
    "五(五)；民法典 5",
    "请至少取得一方当事人的申请",
);

pub(super) const ALREADY_WILLING: Words = words(
    "ALREADY_WILLING",
    "该当事人已经同意调解",
    "the party has consented already",
    "民法典 5",
    "不愿继续的，可以随时撤回同意",
);

pub(super) const ALREADY_ACCEPTED: Words = words(
    "ALREADY_ACCEPTED",
    "该纠纷已经受理",
    "the dispute was accepted already",
    "policy.industry_mediation",
    "请继续调解",
);

pub(super) const EMPLOYED: Words = words(
    "EMPLOYED",
    "受雇于一方当事人的人不能作调解员",
    "who is employed by a party cannot be its mediator",
    "四(四)6 中立；特邀调解规定 15",
    "请另选调解员",
);

pub(super) const NOT_OUTSIDE: Words = words(
    "NOT_OUTSIDE",
    "一方是本组织会员而当事人{}不是，应当由会员以外的中立人员主持",
    "a party is a member of the body and party {} is not: a neutral from outside mediates",
    "六(三)2 中立第三方；特邀调解规定 15",
    "请另选会员以外的调解员，或者取得非会员一方同意",
);

pub(super) const NO_FEE_FOR_CONSUMER: Words = words(
    "NO_FEE_FOR_CONSUMER",
    "金融纠纷调解不向自然人当事人{}收费",
    "financial mediation charges no natural person: party {}",
    "法发〔2019〕27号 公益性",
    "费用由金融机构或者调解组织承担",
);

pub(super) const FEE_NOT_PUBLISHED: Words = words(
    "FEE_NOT_PUBLISHED",
    "收费标准没有事先公布",
    "the tariff was not published beforehand",
    "四(四)6；价格法 13",
    "请先公布收费标准并告知当事人",
);

pub(super) const FEE_SET: Words =
    words("FEE_SET", "调解费已经确定", "the fee was set already", "四(四)6", "不得再次收费");

pub(super) const FEE_EMPTY: Words = words(
    "FEE_EMPTY",
    "没有写明负担人或者金额",
    "the fee names no payer or no amount",
    "四(四)6",
    "请写明负担人和金额",
);

pub(super) const NO_STANDSTILL: Words = words(
    "NO_STANDSTILL",
    "行业调解的期限不因专家意见或者鉴定停止计算",
    "the term does not stand still for an expert",
    "policy.industry_mediation；policy.financial_mediation",
    "需要更多时间的，请由各方同意延长",
);

pub(super) const EXPERT_TIED: Words = words(
    "EXPERT_TIED",
    "专家与当事人或者纠纷有利害关系，或者未经核查",
    "the expert has an interest or was not checked",
    "六(三)2 中立；特邀调解规定 15",
    "请另选专家",
);

pub(super) const EXPERT_PENDING: Words = words(
    "EXPERT_PENDING",
    "专家意见尚未提交",
    "an expert's opinion is still awaited",
    "四(四)6 专业性",
    "请等待专家意见",
);

pub(super) const NO_EXPERT: Words = words(
    "NO_EXPERT",
    "没有正在等待的专家意见",
    "no expert's opinion is awaited",
    "四(四)6 专业性",
    "请先由各方同意委托专家",
);

pub(super) const PLAN_NOT_OPEN: Words = words(
    "PLAN_NOT_OPEN",
    "只有与法院建立诉调对接的组织可以提出无异议调解方案",
    "only a body linked with the court may put such a plan",
    "法发〔2016〕14号 24",
    "请继续调解，或者登记调解不成",
);

pub(super) const PLAN_OPEN: Words = words(
    "PLAN_OPEN",
    "调解方案正在等待书面异议",
    "a plan awaits written objections",
    "法发〔2016〕14号 24",
    "请等待异议期限届满",
);

pub(super) const NO_PLAN: Words = words(
    "NO_PLAN",
    "没有待答复的调解方案",
    "no plan is on the table",
    "法发〔2016〕14号 24",
    "请先征得各方同意后送达调解方案",
);

pub(super) const ORAL_OBJECTION: Words = words(
    "ORAL_OBJECTION",
    "对调解方案的异议应当以书面形式提出，口头异议没有效力",
    "an objection to the plan must be in writing",
    "法发〔2016〕14号 24",
    "请在期限内提交书面异议",
);

pub(super) const OBJECTION_LATE: Words = words(
    "OBJECTION_LATE",
    "书面异议的期限已于{}届满，方案视为自愿达成的调解协议",
    "the time to object ended on {}; the plan counts as agreed",
    "法发〔2016〕14号 24；policy.plan_objection",
    "协议无效或者可撤销的，可以起诉",
);

pub(super) const OBJECTION_RUNS: Words = words(
    "OBJECTION_RUNS",
    "书面异议的期限到{}才届满",
    "objections may come until {}",
    "法发〔2016〕14号 24；policy.plan_objection",
    "请等待期限届满",
);

pub(super) const NOT_SEALED: Words = words(
    "NOT_SEALED",
    "协议没有调解员签名或者调解组织印章",
    "the mediator has not signed or the body not sealed",
    "四(四)6",
    "请签名并加盖印章",
);

pub(super) const BODY_UNCHECKED: Words = words(
    "BODY_UNCHECKED",
    "尚未核对各方当事人是不是本组织会员",
    "it was not checked which parties are members of the body",
    "六(三)2 中立第三方",
    "请先登记哪些当事人是本组织会员",
);
