//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "监督申请尚未登记",
    "the request is not registered",
    "民事诉讼监督规则19",
    "请先登记监督申请",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "监督申请已经登记",
    "the request is registered already",
    "民事诉讼监督规则19",
    "请在原案中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "监督案件已经结束",
    "the case has ended",
    "民事诉讼法220",
    "当事人不得再次申请；发现新的违法情形的依职权处理",
);

pub(super) const NOT_ACCEPTED: Words = words(
    "NOT_ACCEPTED",
    "监督申请尚未受理",
    "the request is not accepted yet",
    "民事诉讼监督规则26",
    "请先决定是否受理",
);

pub(super) const NOT_NOW: Words = words(
    "NOT_NOW",
    "案件现在处于“{}”，不能这样办理",
    "not possible while the case is {}",
    "民事诉讼监督规则52",
    "请按现在的阶段办理",
);

pub(super) const OTHER_ROUTE: Words = words(
    "OTHER_ROUTE",
    "移送的途径不是检察监督",
    "the dispute was handed over for another route",
    "民事诉讼法220",
    "请按移送的途径登记",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "当事人{}不是监督申请人",
    "party {} does not ask for supervision",
    "民事诉讼监督规则19",
    "请核对当事人编号",
);

pub(super) const COURT_REVIEWS: Words = words(
    "COURT_REVIEWS",
    "人民法院审查再审申请的期限到{}才届满",
    "the court may review the request of retrial until {}",
    "民事诉讼法220；民事诉讼监督规则27",
    "等候人民法院裁定或者期限届满",
);

pub(super) const LATE: Words = words(
    "LATE",
    "申请监督的期限已于{}届满，该期限不变",
    "the time to ask ended on {}; it is fixed",
    "T-M-02.apply；T-M-02.apply_admin",
    "不予受理；损害国家利益、公共利益的依职权监督",
);

pub(super) const RETRIAL_PENDING: Words = words(
    "RETRIAL_PENDING",
    "人民法院已经裁定再审且尚未审结",
    "the court has ordered the retrial and it is pending",
    "民事诉讼监督规则27",
    "等候再审裁判",
);

pub(super) const DIVORCE: Words = words(
    "DIVORCE",
    "解除婚姻关系的裁判不能申请监督，财产分割除外",
    "a divorce is final, except for the property",
    "民事诉讼监督规则27",
    "就财产分割部分申请",
);

pub(super) const SECOND_REQUEST: Words = words(
    "SECOND_REQUEST",
    "人民检察院已经作出决定，不得再次申请",
    "the procuratorate has decided; no second request",
    "T-M-02 民事诉讼法220",
    "不予受理并说明理由",
);

pub(super) const AFTER_PROTEST: Words = words(
    "AFTER_PROTEST",
    "该裁判是根据抗诉或者再审检察建议再审后作出的",
    "this judgment came after a protest or a suggestion of retrial",
    "民事诉讼监督规则27",
    "不予受理并说明理由",
);

pub(super) const OBJECT_FIRST: Words = words(
    "OBJECT_FIRST",
    "可以提出异议、复议或者起诉而没有提出",
    "an objection or suit was open and not used",
    "民事诉讼监督规则28",
    "告知先依法提出异议、复议或者起诉",
);

pub(super) const GROUND_WRONG: Words = words(
    "GROUND_WRONG",
    "不予受理的理由与案卷不符",
    "the ground of refusal is not true of this file",
    "民事诉讼监督规则27",
    "符合条件的应当受理",
);

pub(super) const PROSECUTOR_WANTED: Words = words(
    "PROSECUTOR_WANTED",
    "没有写明承办检察官",
    "no prosecutor is named",
    "民事诉讼监督规则7",
    "请写明承办检察官",
);

pub(super) const PAPERS_ASKED: Words = words(
    "PAPERS_ASKED",
    "补正通知已经发过",
    "papers were asked for already",
    "民事诉讼监督规则25",
    "请决定是否受理",
);

pub(super) const TERM_OVER: Words =
    words("TERM_OVER", "期限已于{}届满", "the limit ended on {}", "T-M-02", "请尽快作出决定");

pub(super) const TERM_RUNS: Words =
    words("TERM_RUNS", "期限要到{}才届满", "the limit runs until {}", "T-M-02", "届满后再登记");

pub(super) const STANDS_STILL: Words = words(
    "STANDS_STILL",
    "审查期限正在停止计算",
    "the review stands still",
    "民事诉讼监督规则52、72",
    "事由消除、恢复审查后再办理",
);

pub(super) const NO_STOP: Words = words(
    "NO_STOP",
    "审查期限没有停止计算",
    "the review does not stand still",
    "民事诉讼监督规则52",
    "请核对案卷",
);

pub(super) const NOT_EXTENDABLE: Words = words(
    "NOT_EXTENDABLE",
    "民事监督案件的审查期限不能延长",
    "a civil review cannot be lengthened",
    "T-M-02",
    "请在三个月内作出决定",
);

pub(super) const EXTENSION_WRONG: Words = words(
    "EXTENSION_WRONG",
    "延长应当一次，一至三个月",
    "the review is lengthened once, by one to three months",
    "T-M-02.admin",
    "请重新填写",
);

pub(super) const NOT_AGREED: Words = words(
    "NOT_AGREED",
    "当事人{}没有同意和解",
    "party {} has not agreed to settle",
    "民事诉讼监督规则51",
    "各方同意后再登记",
);

pub(super) const NOT_DISPOSABLE: Words = words(
    "NOT_DISPOSABLE",
    "和解涉及当事人不能处分的权利",
    "the settlement is about rights that are not theirs to dispose of",
    "民事诉讼监督规则51",
    "继续审查",
);

pub(super) const HARMS_OTHERS: Words = words(
    "HARMS_OTHERS",
    "损害国家利益、社会公共利益或者他人合法权益",
    "the public or others would be harmed",
    "民事诉讼监督规则73",
    "不因和解、撤回而终结，继续审查",
);

pub(super) const WAIVER_WANTED: Words = words(
    "WAIVER_WANTED",
    "和解协议没有声明放弃申请监督",
    "the settlement does not waive the request",
    "民事诉讼监督规则73",
    "声明放弃后终结审查，否则继续审查",
);

pub(super) const COMMITTEE_WANTED: Words = words(
    "COMMITTEE_WANTED",
    "该检察建议应当经检察委员会决定",
    "this suggestion is the committee's decision",
    "民事诉讼监督规则；行政诉讼监督规则",
    "请先提交检察委员会",
);

pub(super) const NO_PROTEST: Words = words(
    "NO_PROTEST",
    "对审判、执行活动只提检察建议，不抗诉",
    "conduct and enforcement are met with suggestions only",
    "民事诉讼法219、246",
    "请提出检察建议",
);

pub(super) const WRONG_PAPER: Words = words(
    "WRONG_PAPER",
    "人民法院对抗诉裁定再审，对检察建议回复",
    "a court orders a retrial on a protest and answers a suggestion",
    "T-M-03；T-M-02.suggestion",
    "请核对文书种类",
);

pub(super) const PROTEST_INSTEAD: Words = words(
    "PROTEST_INSTEAD",
    "裁判是同级人民法院再审后作出的，不提再审检察建议",
    "a judgment after retrial by this court is not met with a suggestion of retrial",
    "民事诉讼监督规则82；行政诉讼监督规则",
    "请提请上一级人民检察院抗诉",
);

pub(super) const OWN_MOTION: Words = words(
    "OWN_MOTION",
    "案件由人民检察院依职权启动，不以当事人申请为前提",
    "the procuratorate began this of its own motion; no request is under review",
    "民事诉讼监督规则37、73",
    "请继续审查；不需要采取监督措施的，终结审查",
);

pub(super) const ON_REQUEST: Words = words(
    "ON_REQUEST",
    "案件是依申请受理的，不以“不需要采取监督措施”终结",
    "this case was asked for and does not end this way",
    "民事诉讼监督规则73",
    "不支持的，作出不支持监督申请决定",
);

pub(super) const OTHER_GROUND: Words = words(
    "OTHER_GROUND",
    "该情形不是本类案件依职权启动的情形",
    "this ground is not listed for this field",
    "民事诉讼监督规则37；行政诉讼监督规则36",
    "请核对启动情形",
);
