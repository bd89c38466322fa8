//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_REPORTED: Words = words(
    "NOT_REPORTED",
    "该事故尚未登记",
    "the accident has not been recorded",
    "道路交通事故处理程序规定 13",
    "请先登记报警和现场勘查",
);

pub(super) const ALREADY_REPORTED: Words = words(
    "ALREADY_REPORTED",
    "该事故已经登记",
    "the accident was recorded already",
    "道路交通事故处理程序规定 13",
    "请在原案件中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "案件已经结束",
    "the case has ended",
    "道路交通事故处理程序规定 94",
    "损害赔偿争议可以起诉或者申请人民调解",
);

pub(super) const TWO_PARTIES_NEEDED: Words = words(
    "TWO_PARTIES_NEEDED",
    "至少应有编号不同的两方当事人",
    "at least two parties with different numbers are needed",
    "道路交通事故处理程序规定 89",
    "请补全当事人",
);

pub(super) const OFFICER_WANTED: Words = words(
    "OFFICER_WANTED",
    "没有确定承办交警",
    "no officer in charge is named",
    "道路交通事故处理程序规定 89",
    "请确定承办交警",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号{}的当事人",
    "there is no party {}",
    "道路交通事故处理程序规定 89",
    "请核对当事人编号",
);

pub(super) const NO_TESTS: Words = words(
    "NO_TESTS",
    "没有正在进行的检验、鉴定",
    "no tests are running",
    "T-O-01",
    "请先登记委托检验、鉴定",
);

pub(super) const TESTS_RUN: Words = words(
    "TESTS_RUN",
    "检验、鉴定尚未确定",
    "the tests are not final",
    "T-O-01",
    "请等待结果确定后再认定",
);

pub(super) const NOT_CERTIFIED: Words = words(
    "NOT_CERTIFIED",
    "事故认定书尚未作出",
    "the certificate has not been made",
    "T-O-01；T-O-02",
    "请先作出事故认定书或者事故证明",
);

pub(super) const CERTIFIED_ALREADY: Words = words(
    "CERTIFIED_ALREADY",
    "事故认定书已经作出",
    "the certificate was made already",
    "T-O-01",
    "对认定有异议的，由当事人申请复核",
);

pub(super) const NOT_SERVED: Words = words(
    "NOT_SERVED",
    "事故认定书尚未送达全部当事人",
    "the certificate has not reached every party",
    "道路交通事故处理程序规定 65",
    "请先送达",
);

pub(super) const SERVED_ALREADY: Words = words(
    "SERVED_ALREADY",
    "事故认定书已经全部送达",
    "the certificate has reached every party",
    "道路交通事故处理程序规定 65",
    "请继续下一步",
);

pub(super) const RECEIVED_ALREADY: Words = words(
    "RECEIVED_ALREADY",
    "当事人{}已经签收",
    "party {} has received it already",
    "道路交通事故处理程序规定 65",
    "请核对当事人编号",
);

pub(super) const NO_REVIEW: Words = words(
    "NO_REVIEW",
    "没有正在进行的复核",
    "no review is running",
    "道路交通事故处理程序规定 71",
    "请先登记复核申请",
);

pub(super) const REVIEW_RUNS: Words = words(
    "REVIEW_RUNS",
    "复核尚未作出结论",
    "the review is not concluded",
    "道路交通事故处理程序规定 74",
    "请等待复核结论，期限自收到维持结论之日起算",
);

pub(super) const REVIEW_LATE: Words = words(
    "REVIEW_LATE",
    "申请复核的期限已于{}届满",
    "the time to ask for a review ended on {}",
    "道路交通事故处理程序规定 71、112",
    "可以一致申请调解，或者向人民法院起诉",
);

pub(super) const NOT_REQUESTED: Words = words(
    "NOT_REQUESTED",
    "当事人没有一致申请交警调解",
    "the parties have not jointly asked for mediation",
    "T-O-02",
    "请各方一致书面申请",
);

pub(super) const REQUESTED_ALREADY: Words = words(
    "REQUESTED_ALREADY",
    "调解申请已经受理",
    "the request was accepted already",
    "T-O-02",
    "请在原调解中继续办理",
);

pub(super) const REQUEST_LATE: Words = words(
    "REQUEST_LATE",
    "一致申请调解的期限已于{}届满",
    "the time for the joint request ended on {}",
    "T-O-02；道路交通事故处理程序规定 85、86、112",
    "可以申请人民调解委员会调解或者向人民法院起诉",
);

pub(super) const REQUEST_OPEN: Words = words(
    "REQUEST_OPEN",
    "一致申请调解的期限到{}才届满",
    "the parties may ask until {}",
    "T-O-02",
    "请等待期限届满",
);

pub(super) const NOT_JOINT: Words = words(
    "NOT_JOINT",
    "当事人{}没有在申请书上签名",
    "party {} has not signed the request",
    "T-O-02；道路交通事故处理程序规定 86",
    "请各方一致书面申请",
);

pub(super) const NO_LOSS: Words = words(
    "NO_LOSS",
    "没有载明要调解的损失",
    "no loss is named",
    "道路交通事故处理程序规定 91",
    "请逐项载明损失",
);

pub(super) const NO_SUCH_LOSS: Words = words(
    "NO_SUCH_LOSS",
    "没有第{}项损失",
    "there is no loss {}",
    "道路交通事故处理程序规定 91",
    "请核对损失编号",
);

pub(super) const NOT_STARTED: Words = words(
    "NOT_STARTED",
    "第{}项损失的起算事实尚未发生，调解不能开始",
    "mediation of loss {} has not begun: its start fact is missing",
    "T-O-03；道路交通事故处理程序规定 90",
    "请在丧葬结束、治疗终结或者定残、损失确定之后调解",
);

pub(super) const NOTHING_STARTED: Words = words(
    "NOTHING_STARTED",
    "没有正在调解的损失",
    "no loss is in mediation",
    "T-O-03",
    "请先登记起算事实",
);

pub(super) const STARTED_ALREADY: Words = words(
    "STARTED_ALREADY",
    "该项损失的调解已经开始或者终结",
    "mediation of this loss has begun already",
    "T-O-03",
    "请核对损失编号",
);

pub(super) const WRONG_START_FACT: Words = words(
    "WRONG_START_FACT",
    "起算事实与损失种类不符",
    "this fact does not start mediation of this harm",
    "T-O-03；道路交通安全法实施条例 94",
    "死亡从丧葬结束、受伤从治疗终结或者定残、财产从确定损失起算",
);

pub(super) const LOSS_CLOSED: Words = words(
    "LOSS_CLOSED",
    "第{}项损失的调解已经终结",
    "mediation of loss {} is over",
    "道路交通事故处理程序规定 93",
    "可以就该项损失起诉",
);

pub(super) const SESSION_IN_PAST: Words = words(
    "SESSION_IN_PAST",
    "安排的日期已经过去",
    "the day of the session is past",
    "T-O-04",
    "请安排以后的日期",
);

pub(super) const NOTICE_TOO_SHORT: Words = words(
    "NOTICE_TOO_SHORT",
    "应当在{}以前通知当事人",
    "the parties must be told by {}",
    "T-O-04；道路交通事故处理程序规定 88、112",
    "请另行约定时间，提前三个工作日通知",
);

pub(super) const PAST_TERM: Words =
    words("PAST_TERM", "调解期限已于{}届满", "mediation ended on {}", "T-O-03", "请制作调解终结书");

pub(super) const TERM_RUNS: Words = words(
    "TERM_RUNS",
    "调解期限到{}才届满",
    "mediation runs until {}",
    "T-O-03",
    "调解不成的，登记调解终结",
);

pub(super) const TOO_MANY_PEOPLE: Words = words(
    "TOO_MANY_PEOPLE",
    "每方参加调解的人员不得超过三人",
    "at most three people a side",
    "道路交通事故处理程序规定 89(3)",
    "请各方推举三人以内参加",
);

pub(super) const NOBODY_PRESENT: Words = words(
    "NOBODY_PRESENT",
    "没有当事人到场",
    "nobody was present",
    "道路交通事故处理程序规定 89",
    "无正当理由不参加的，登记终止调解",
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
    "调解书内容不能成立：{}",
    "the statement cannot stand: {}",
    "道路交通事故处理程序规定 93",
    "请修改内容",
);

pub(super) const NUMBER_USED: Words = words(
    "NUMBER_USED",
    "第{}项义务的编号已经使用",
    "obligation number {} is used already",
    "道路交通事故处理程序规定 93",
    "请另行编号",
);

pub(super) const NOT_SIGNED: Words = words(
    "NOT_SIGNED",
    "当事人{}没有在调解书上签字",
    "party {} has not signed",
    "道路交通安全法实施条例 95；道路交通事故处理程序规定 93",
    "调解书经各方共同签字后生效",
);

pub(super) const STATEMENT_BINDS: Words = words(
    "STATEMENT_BINDS",
    "全部损失已经调解完毕，调解书已经生效",
    "every loss is settled or over; the statement binds",
    "道路交通安全法 74",
    "请登记履行或者不履行；不履行的可以起诉",
);

pub(super) const NO_SUCH_OBLIGATION: Words = words(
    "NO_SUCH_OBLIGATION",
    "调解书没有第{}项义务",
    "there is no obligation {}",
    "道路交通事故处理程序规定 93",
    "请核对编号",
);

pub(super) const ALREADY_PERFORMED: Words = words(
    "ALREADY_PERFORMED",
    "第{}项义务已经履行",
    "obligation {} was performed already",
    "道路交通事故处理程序规定 93",
    "请核对编号",
);

pub(super) const ALREADY_BROKEN: Words = words(
    "ALREADY_BROKEN",
    "第{}项义务已经登记为没有履行",
    "obligation {} is recorded as broken already",
    "道路交通安全法 74(2)",
    "请告知可以起诉",
);

pub(super) const PROOF_WANTED: Words = words(
    "PROOF_WANTED",
    "没有履行凭证",
    "there is no proof of performance",
    "道路交通事故处理程序规定 93",
    "请附付款凭证",
);

pub(super) const NOT_YET_DUE: Words = words(
    "NOT_YET_DUE",
    "该项义务到{}才到期",
    "the obligation is due on {} only",
    "道路交通事故处理程序规定 93",
    "到期不履行或者明确表示不履行时再登记",
);

pub(super) const LOSS_TWICE: Words = words(
    "LOSS_TWICE",
    "损失编号{}重复",
    "loss number {} is used twice",
    "道路交通事故处理程序规定 91",
    "请给每项损失不同的编号",
);
