//! The words of every refusal of its own.

use jiefen_procedure::words::{Words, words};

pub(super) const OUTSIDE_COURT: Words = words(
    "OUTSIDE_COURT",
    "该纠纷不属于人民法院受案范围，退回申请",
    "the dispute is not one for a court; the application goes back",
    "在线调解规则 9(1)",
    "请选择仲裁、行政复议、信访等其他途径",
);

pub(super) const OTHER_COURT: Words = words(
    "OTHER_COURT",
    "所选调解组织的邀请法院对该纠纷没有管辖权",
    "the court that invited the chosen body is not competent",
    "在线调解规则 9(2)",
    "请选择有管辖权的法院邀请的调解组织或者调解员",
);

pub(super) const NOT_ONLINE: Words = words(
    "NOT_ONLINE",
    "该纠纷不适宜在线调解",
    "the dispute is not suited to online mediation",
    "在线调解规则 4、9(3)",
    "请到诉讼服务大厅现场调解或者立案",
);

pub(super) const CHOICE_RUNS: Words = words(
    "CHOICE_RUNS",
    "当事人共同选择调解员的期限到{}才届满",
    "the parties may choose together until {}",
    "在线调解规则 10；T-C-06",
    "请等待当事人选择，或者由当事人同意指定",
);

pub(super) const CHOICE_LOST: Words = words(
    "CHOICE_LOST",
    "共同选择调解员的期限已于{}届满，由法院指定",
    "the time to choose ended on {}; the court names",
    "在线调解规则 10；T-C-06",
    "请由法院指定",
);

pub(super) const ONE_SIDED: Words = words(
    "ONE_SIDED",
    "对方尚未同意在线调解，由法院征求申请人意见后指定调解员",
    "one side has applied: the court names the mediator",
    "在线调解规则 10",
    "请由法院指定",
);

pub(super) const TASK_OPEN: Words = words(
    "TASK_OPEN",
    "调解员已经确定，尚待确认接受",
    "a mediator is named and has yet to accept",
    "在线调解规则 12；T-C-07",
    "请等待确认，或者由调解员写明理由不予接受",
);

pub(super) const NO_TASK: Words = words(
    "NO_TASK",
    "没有待确认接受的委派、委托或者申请",
    "no referral awaits acceptance",
    "在线调解规则 12",
    "请先确定调解员",
);

pub(super) const ACCEPT_LATE: Words = words(
    "ACCEPT_LATE",
    "确认接受的期限已于{}届满，应当重新指定或者选定",
    "the time to accept ended on {}; another is named",
    "在线调解规则 12；T-C-07",
    "请重新指定或者选定调解员",
);

pub(super) const ACCEPT_RUNS: Words = words(
    "ACCEPT_RUNS",
    "确认接受的期限到{}才届满",
    "the mediator may accept until {}",
    "在线调解规则 12；T-C-07",
    "请等待确认",
);

pub(super) const NOT_ASKING: Words = words(
    "NOT_ASKING",
    "没有需要征询的当事人",
    "no party's will is being asked",
    "在线调解规则 15",
    "请继续办理",
);

pub(super) const ASKING: Words = words(
    "ASKING",
    "对方当事人是否同意在线调解尚在征询",
    "the other party is still being asked",
    "在线调解规则 15；T-C-08",
    "请先取得对方同意",
);

pub(super) const ASK_RUNS: Words = words(
    "ASK_RUNS",
    "征询对方意愿的期限到{}才届满",
    "the other party may be asked until {}",
    "在线调解规则 15；T-C-08",
    "请继续联系对方当事人",
);

pub(super) const NOT_VERIFIED: Words = words(
    "NOT_VERIFIED",
    "尚未在线核实当事人{}的身份并告知虚假调解的后果",
    "party {} was not identified and told of sham mediation",
    "在线调解规则 17",
    "请先核对证件并告知",
);

pub(super) const ON_SITE_NOT_AGREED: Words = words(
    "ON_SITE_NOT_AGREED",
    "改为现场调解没有取得其他当事人同意",
    "a switch to a session on site was not agreed",
    "在线调解规则 16",
    "请征得各方同意，或者提供音视频场所",
);

pub(super) const NO_SESSION: Words = words(
    "NO_SESSION",
    "没有第{}次调解",
    "there is no session {}",
    "在线调解规则 22",
    "请核对次数",
);

pub(super) const RECORDING_NOT_AGREED: Words = words(
    "RECORDING_NOT_AGREED",
    "当事人{}没有明确同意以录音录像代替电子笔录",
    "party {} has not agreed to a recording in place of the transcript",
    "在线调解规则 22",
    "请制作电子笔录并由各方在线核对",
);

pub(super) const NO_STANDSTILL: Words = words(
    "NO_STANDSTILL",
    "立案后的在线调解期限不因鉴定停止计算",
    "after filing the term does not stand still",
    "在线调解规则 26",
    "请由各方同意延长，鉴定期间按审限规则扣除",
);

pub(super) const NO_TEXT: Words = words(
    "NO_TEXT",
    "没有待签章的调解协议",
    "no text awaits signature",
    "在线调解规则 19",
    "请先制作或者上传调解协议",
);

pub(super) const ALREADY_SIGNED: Words = words(
    "ALREADY_SIGNED",
    "已经签章",
    "it was signed already",
    "在线调解规则 19",
    "请等待其他各方签章",
);

pub(super) const BACK_TO_COURT: Words = words(
    "BACK_TO_COURT",
    "立案后达成协议的，应当写明请求制作调解书或者撤诉",
    "after filing the agreement asks for a statement or withdrawal",
    "在线调解规则 20；T-C-11",
    "请写明向法院的请求",
);

pub(super) const CONTRACT_ONLY: Words = words(
    "CONTRACT_ONLY",
    "立案前达成的协议是合同，不能请求制作调解书或者撤诉",
    "before filing the agreement is a contract",
    "在线调解规则 20；T-C-11",
    "可以在线申请司法确认",
);

pub(super) const NOT_REPLACED: Words = words(
    "NOT_REPLACED",
    "还没有更换过调解员，不能视为拒绝调解",
    "the mediator was not replaced yet",
    "在线调解规则 14",
    "请先为当事人更换调解组织或者调解员",
);
