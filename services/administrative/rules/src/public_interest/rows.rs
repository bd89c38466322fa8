//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "线索尚未登记",
    "the clue is not registered",
    "公益诉讼办案规则25",
    "请先登记线索",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "线索已经登记",
    "the clue is registered already",
    "公益诉讼办案规则25",
    "请在原案中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "案件已经结束",
    "the case has ended",
    "公益诉讼办案规则74、90",
    "发现新的事实的，重新登记线索",
);

pub(super) const NOT_FILED: Words = words(
    "NOT_FILED",
    "线索还在评估，尚未立案",
    "the clue is under assessment, no case is open",
    "公益诉讼办案规则28",
    "请先决定是否立案",
);

pub(super) const NOT_NOW: Words = words(
    "NOT_NOW",
    "案件现在处于“{}”，不能这样办理",
    "not possible while the case is {}",
    "公益诉讼办案规则28、67、85",
    "请按现在的阶段办理",
);

pub(super) const OTHER_ROUTE: Words = words(
    "OTHER_ROUTE",
    "移送的途径不是公益诉讼",
    "the matter was handed over for another route",
    "民事诉讼法58；行政诉讼法25",
    "请按移送的途径登记",
);

pub(super) const OUT_OF_SCOPE: Words = words(
    "OUT_OF_SCOPE",
    "法律没有规定该领域可以提起这一类公益诉讼",
    "no statute opens this kind of suit in this field",
    "民事诉讼法58；行政诉讼法25",
    "请移送有权机关或者不予立案",
);

pub(super) const BODY_WANTED: Words = words(
    "BODY_WANTED",
    "没有写明移送的机关",
    "the body that receives it is not named",
    "公益诉讼办案规则25",
    "请写明有管辖权的机关",
);

pub(super) const PROSECUTOR_WANTED: Words = words(
    "PROSECUTOR_WANTED",
    "没有写明承办检察官",
    "no prosecutor is named",
    "公益诉讼办案规则4",
    "请写明承办检察官",
);

pub(super) const OTHER_KIND: Words = words(
    "OTHER_KIND",
    "该步骤不属于本类公益诉讼的诉前程序",
    "this step belongs to the other kind of public-interest case",
    "T-M-04.notice；T-M-04.suggestion",
    "民事案件公告，行政案件提出检察建议",
);

pub(super) const ALREADY_DONE: Words = words(
    "ALREADY_DONE",
    "该事项已经登记过",
    "this is on the file already",
    "公益诉讼办案规则70",
    "请核对案卷",
);

pub(super) const FILING_NOT_SERVED: Words = words(
    "FILING_NOT_SERVED",
    "立案决定书尚未送达行政机关",
    "the agency has not received the decision to open the case",
    "T-M-04.filed",
    "请先送达立案决定书",
);

pub(super) const PRE_SUIT_FIRST: Words = words(
    "PRE_SUIT_FIRST",
    "起诉以前应当先公告或者提出检察建议",
    "an announcement or a suggestion comes before the suit",
    "检察公益诉讼解释13、21",
    "请先启动诉前程序",
);

pub(super) const PERIOD_RUNS: Words = words(
    "PERIOD_RUNS",
    "诉前期限要到{}才届满",
    "the time before a suit runs until {}",
    "T-M-04.notice；T-M-04.suggestion",
    "等候期限届满或者整改到位",
);

pub(super) const PROOF_WANTED: Words = words(
    "PROOF_WANTED",
    "整改到位应当实地核实并附材料",
    "that all is done is verified, with proof",
    "公益诉讼办案规则77",
    "请附核实材料",
);

pub(super) const APPRAISAL_RUNS: Words = words(
    "APPRAISAL_RUNS",
    "正在鉴定，期限停止计算",
    "an appraisal is under way, the term stands still",
    "公益诉讼办案规则48",
    "鉴定结束后再办理",
);

pub(super) const NO_APPRAISAL: Words = words(
    "NO_APPRAISAL",
    "没有正在进行的鉴定",
    "no appraisal is under way",
    "公益诉讼办案规则48",
    "请核对案卷",
);

pub(super) const TERM_OVER: Words = words(
    "TERM_OVER",
    "审查起诉期限已于{}届满",
    "the time to decide on the suit ended on {}",
    "T-M-04.sue_admin；T-M-04.sue_civil",
    "请尽快决定",
);

pub(super) const EXTENSION_WRONG: Words = words(
    "EXTENSION_WRONG",
    "第一次延长一个月由检察长批准，再延长由上一级检察院批准，此后不再延长",
    "one month by the chief prosecutor, then one by the superior, then no more",
    "公益诉讼办案规则47",
    "请按批准权限填写",
);

pub(super) const NO_SETTLEMENT: Words = words(
    "NO_SETTLEMENT",
    "行政公益诉讼不公告和解",
    "an administrative public-interest suit is not settled by announcement",
    "行政诉讼法60；检察公益诉讼解释24",
    "行政机关依法履职的，撤回起诉或者请求确认违法",
);

pub(super) const ANNOUNCE_FIRST: Words = words(
    "ANNOUNCE_FIRST",
    "和解、调解协议还没有公告",
    "the settlement was not announced",
    "T-M-04",
    "请先公告不少于三十日",
);

pub(super) const ANNOUNCEMENT_RUNS: Words = words(
    "ANNOUNCEMENT_RUNS",
    "公告期到{}才届满",
    "the announcement runs until {}",
    "T-M-04",
    "期满后由人民法院审查",
);

pub(super) const NOT_FULFILLED: Words = words(
    "NOT_FULFILLED",
    "诉讼请求没有全部实现，不能撤回起诉",
    "the claims are not all realised",
    "检察公益诉讼解释19、24",
    "继续诉讼，或者变更请求确认违法",
);
