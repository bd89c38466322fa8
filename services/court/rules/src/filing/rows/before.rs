//! The words of refusals up to the filing of a case.

use jiefen_procedure::words::{Words, words};

pub(in crate::filing) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "该案尚未收到起诉状",
    "no complaint was received",
    "T-E-01",
    "请先接收诉状并出具收据",
);

pub(in crate::filing) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "该诉状已经接收",
    "the complaint was received already",
    "T-E-01",
    "请在原案中继续办理",
);

pub(in crate::filing) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "该案在本程序中已经结束",
    "the case has ended here",
    "民事诉讼法 154",
    "当事人不服的，依法上诉或者申请再审；重新起诉的另行登记",
);

pub(in crate::filing) const TWO_PARTIES_NEEDED: Words = words(
    "TWO_PARTIES_NEEDED",
    "起诉应有编号不同的原告和被告",
    "a suit needs a plaintiff and a defendant with different numbers",
    "民事诉讼法 122",
    "请先接收材料，一次性告知补正当事人信息",
);

pub(in crate::filing) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号{}的当事人",
    "there is no party {}",
    "民事诉讼法 122",
    "请核对当事人编号",
);

pub(in crate::filing) const RECEIPT_WANTED: Words = words(
    "RECEIPT_WANTED",
    "接收诉状应当出具注明日期的书面收据",
    "a dated receipt is given for every complaint",
    "T-E-01",
    "请填写收据编号",
);

pub(in crate::filing) const LISTED_ONCE: Words = words(
    "LISTED_ONCE",
    "已经一次性书面告知过补正内容",
    "the one list of what is missing was given",
    "登记立案规定 7",
    "请就现有材料作出决定；不能确定的先行立案",
);

pub(in crate::filing) const NOTHING_MISSING: Words = words(
    "NOTHING_MISSING",
    "没有写明或者没有要求补正",
    "nothing is named as missing",
    "登记立案规定 7",
    "材料齐全的请直接立案；缺少材料的一次写明",
);

pub(in crate::filing) const PAPERS_AWAITED: Words = words(
    "PAPERS_AWAITED",
    "正在等待补正材料",
    "corrected papers are awaited",
    "登记立案规定 7",
    "收到补正后再决定；逾期不补的退回",
);

pub(in crate::filing) const CORRECTION_TIME_RUNS: Words = words(
    "CORRECTION_TIME_RUNS",
    "补正期限到{}才届满",
    "the time to correct runs until {}",
    "登记立案规定 7",
    "请等待补正，或者协助当事人补正",
);

pub(in crate::filing) const DECISION_TIME_RUNS: Words = words(
    "DECISION_TIME_RUNS",
    "决定立案的期限到{}才届满",
    "the time for the decision runs until {}",
    "T-E-02",
    "请在期限内决定是否立案",
);

pub(in crate::filing) const NUMBER_WANTED: Words =
    words("NUMBER_WANTED", "没有填写案号", "no case number", "T-E-02", "请填写案号");

pub(in crate::filing) const NUMBERED_ALREADY: Words =
    words("NUMBERED_ALREADY", "该案已有案号", "the case has its number", "T-E-02", "请沿用原案号");

pub(in crate::filing) const MUST_FILE: Words = words(
    "MUST_FILE",
    "委派调解不成的，应当立案",
    "after a failed delegated mediation the court must file",
    "T-C-05",
    "请登记立案",
);

pub(in crate::filing) const FILING_REFUSED: Words = words(
    "FILING_REFUSED",
    "已裁定不予受理",
    "filing was refused by ruling",
    "民事诉讼法 126",
    "起诉人可以自收到裁定之日起十日内上诉",
);

pub(in crate::filing) const NOT_REFUSED: Words = words(
    "NOT_REFUSED",
    "没有作出不予受理裁定",
    "no ruling refuses filing",
    "民事诉讼法 126",
    "请先作出裁定",
);

pub(in crate::filing) const NOT_APPEALED: Words =
    words("NOT_APPEALED", "没有人上诉", "nobody appealed", "T-E-02", "请先登记上诉");

pub(in crate::filing) const NOT_SERVED: Words = words(
    "NOT_SERVED",
    "文书尚未送达当事人{}",
    "party {} was not served",
    "T-A-05",
    "请先登记送达",
);

pub(in crate::filing) const SERVED_ALREADY: Words = words(
    "SERVED_ALREADY",
    "文书已经送达当事人{}",
    "party {} was served",
    "T-A-05",
    "请核对送达回证",
);

pub(in crate::filing) const APPEAL_TIME_RUNS: Words = words(
    "APPEAL_TIME_RUNS",
    "上诉期到{}才届满",
    "the time for appeal runs until {}",
    "T-E-14；T-E-02",
    "请等待上诉期届满",
);

pub(in crate::filing) const APPEAL_TOO_LATE: Words = words(
    "APPEAL_TOO_LATE",
    "上诉期已于{}届满",
    "the time for appeal ended on {}",
    "T-E-14；T-E-02",
    "裁判已经生效；认为有错误的，可以申请再审",
);

pub(in crate::filing) const ONE_INSTANCE: Words = words(
    "ONE_INSTANCE",
    "小额诉讼实行一审终审，不能上诉",
    "small claims have one instance",
    "T-E-06",
    "认为有错误的，可以向原审法院申请再审",
);

pub(in crate::filing) const NOT_FILED: Words =
    words("NOT_FILED", "该案尚未立案", "the case is not filed", "T-E-02；T-C-01", "请先登记立案");

pub(in crate::filing) const ALREADY_FILED: Words = words(
    "ALREADY_FILED",
    "该案已经立案",
    "the case is filed",
    "T-E-02",
    "请办理分流、交费或者审理",
);

pub(in crate::filing) const NOT_AGREED: Words = words(
    "NOT_AGREED",
    "当事人{}没有同意",
    "party {} has not agreed",
    "T-C-01；T-E-07；民事诉讼法 9",
    "请取得每一方当事人同意，或者选择不需要同意的程序",
);

pub(in crate::filing) const MEDIATED_ONCE: Words = words(
    "MEDIATED_ONCE",
    "已经委托（委派）调解过一次",
    "mediation by others was tried once",
    "T-C-02",
    "请依法审理；当事人愿意的，由法庭主持调解",
);
