//! What each refusal of reconsideration says; `{}` is its detail.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "这里还没有这件复议案",
    "there is no such reconsideration case yet",
    "行政复议法30",
    "请先登记复议申请",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "这件复议案已经登记",
    "the case is registered already",
    "行政复议法30",
    "请打开已有案件办理",
);

pub(super) const NOT_NOW: Words = words(
    "NOT_NOW",
    "案件处于“{}”，现在不能办理此事",
    "the state {} does not allow this",
    "行政复议法30至78",
    "",
);

pub(super) const ENDED: Words = words(
    "ENDED",
    "案件已结束（{}），不能再办理",
    "the case has ended: {}",
    "行政复议法41、75",
    "可以查阅，或者另行申请",
);

pub(super) const DATE_IN_FUTURE: Words = words(
    "DATE_IN_FUTURE",
    "日期 {} 还没有到",
    "the day {} has not come",
    "T-A-01",
    "请填写实际发生的日期",
);

pub(super) const DATE_TOO_EARLY: Words = words(
    "DATE_TOO_EARLY",
    "日期早于应当在先的 {}",
    "the day is earlier than {}, which comes first",
    "T-A-01",
    "请核对两个日期的先后",
);

pub(super) const OTHER_ROUTE: Words = words(
    "OTHER_ROUTE",
    "这件纠纷选择的途径不是行政复议",
    "the route asked for is not reconsideration",
    "行政复议法2、11",
    "请先确认途径，或者转给有权办理的单位",
);

pub(super) const SIDES_MISSING: Words = words(
    "SIDES_MISSING",
    "缺少申请人或者被申请人",
    "an applicant and a respondent are needed",
    "行政复议法14、19、30",
    "请补充当事人并标明申请人、被申请人",
);

pub(super) const WRONG_PARTY: Words = words(
    "WRONG_PARTY",
    "第{}号当事人不能办理此事",
    "party {} may not do this",
    "行政复议法14、16、19",
    "请选择有此权利的当事人",
);

pub(super) const ALREADY_DONE: Words = words(
    "ALREADY_DONE",
    "这一步已经办过",
    "this was done already",
    "行政复议法30至78",
    "请办理下一步",
);

pub(super) const NOT_SERVED: Words = words(
    "NOT_SERVED",
    "文书还没有送达，期限没有开始",
    "the paper was not served, so the limit has not begun",
    "行政复议法88",
    "请先登记送达日期",
);

pub(super) const NOT_YET_EXPIRED: Words = words(
    "NOT_YET_EXPIRED",
    "期限到 {} 为止，还没有届满",
    "the limit runs until {}",
    "T-K-02至T-K-16",
    "请在届满之后办理",
);

pub(super) const TERM_OVER: Words = words(
    "TERM_OVER",
    "期限已在 {} 届满",
    "the limit ended on {}",
    "T-K-03至T-K-07、T-K-16",
    "请按期满的后果办理",
);

pub(super) const DEEMED_ACCEPTED: Words = words(
    "DEEMED_ACCEPTED",
    "审查期限已在 {} 届满，申请视为受理",
    "the examination ended on {}: the application is deemed accepted",
    "T-K-02 行政复议法30",
    "请按视为受理办理；不符合受理条件的，可以驳回申请",
);

pub(super) const ACT_MISSING: Words = words(
    "ACT_MISSING",
    "还没有登记被复议的行政行为",
    "the act under review is not registered yet",
    "T-K-01 行政复议法20、22、30",
    "请先登记行政行为和知道该行为的日期；材料不清的，通知补正",
);

pub(super) const RIGHT_LOST: Words = words(
    "RIGHT_LOST",
    "申请期限已在 {} 届满",
    "the time to apply ended on {}",
    "T-K-01 行政复议法20、21",
    "可以不予受理；有不可抗力等正当理由的，请先登记耽误的期间",
);

pub(super) const NOT_LATE: Words = words(
    "NOT_LATE",
    "申请没有逾期，期限到 {} 为止",
    "the application is in time: the last day is {}",
    "T-K-01 行政复议法20、21",
    "请受理，或者选择其他法定理由",
);

pub(super) const ALREADY_REVIEWED: Words = words(
    "ALREADY_REVIEWED",
    "同一行政行为的复议申请已经受理过",
    "the same act is or was under reconsideration",
    "行政复议法30",
    "请决定不予受理",
);

pub(super) const WITHDRAWN_BEFORE: Words = words(
    "WITHDRAWN_BEFORE",
    "和解撤回后，不得以同一事实和理由再次申请",
    "withdrawn after a settlement: no new application on the same facts",
    "T-K-11 行政复议法74",
    "请决定不予受理；能证明撤回违背真实意愿的，可以受理",
);

pub(super) const COMPETENT_MISSING: Words = words(
    "COMPETENT_MISSING",
    "没有写明有管辖权的机关",
    "the competent body is not named",
    "行政复议法30",
    "请写明有管辖权的机关，一并告知申请人",
);

pub(super) const SIMPLIFIED_NOT_OPEN: Words = words(
    "SIMPLIFIED_NOT_OPEN",
    "不属于简易程序的情形，各方也没有都同意",
    "neither a listed kind nor everybody's consent",
    "T-K-07 行政复议法53",
    "请适用普通程序，或者取得各方同意",
);

pub(super) const CONVERT_FIRST: Words = words(
    "CONVERT_FIRST",
    "案件适用简易程序，不能听证、延期或者按重大疑难复杂案件决定",
    "the simplified procedure has no hearing, no extension and no major case",
    "T-K-07 行政复议法55",
    "请先经负责人批准转为普通程序",
);

pub(super) const COPY_MISSING: Words = words(
    "COPY_MISSING",
    "第{}号被申请人还没有收到申请书副本",
    "respondent {} has not received the copy",
    "T-K-04、T-K-05",
    "请先发送申请书副本",
);

pub(super) const REPLY_PENDING: Words = words(
    "REPLY_PENDING",
    "第{}号被申请人的答复期限还没有届满",
    "the reply of respondent {} is still due",
    "T-K-04、T-K-05",
    "请等待书面答复或者期限届满",
);

pub(super) const PARTIES_NOT_HEARD: Words = words(
    "PARTIES_NOT_HEARD",
    "还没有听取当事人的意见",
    "the parties have not been heard",
    "行政复议法49",
    "请先听取意见；因当事人原因不能听取的，登记书面审理",
);

pub(super) const HEARING_MISSING: Words = words(
    "HEARING_MISSING",
    "重大、疑难、复杂案件应当先举行听证",
    "a major, hard or complex case needs a hearing first",
    "T-K-08 行政复议法50",
    "请通知并举行听证",
);

pub(super) const NOTICE_TOO_LATE: Words = words(
    "NOTICE_TOO_LATE",
    "听证通知最迟应当在 {} 发出",
    "the notice of the hearing was due by {}",
    "T-K-08 行政复议法51",
    "请改定较晚的听证日期",
);

pub(super) const HEARING_NOT_NOTIFIED: Words = words(
    "HEARING_NOT_NOTIFIED",
    "这一天的听证没有通知过",
    "no hearing was announced for this day",
    "T-K-08 行政复议法51",
    "请先通知听证",
);

pub(super) const PANEL_INCOMPLETE: Words = words(
    "PANEL_INCOMPLETE",
    "听证应有一名主持人、两名以上听证员和一名记录员，不能兼任",
    "a hearing has one in the chair, two or more members and one to record",
    "行政复议法50",
    "请补齐听证人员",
);

pub(super) const REASONS_MISSING: Words = words(
    "REASONS_MISSING",
    "被申请人负责人不参加听证，没有书面理由",
    "the head of the respondent stays away without written reasons",
    "T-K-08 行政复议法51",
    "请填写书面理由；没有理由也没有来人的，如实登记",
);

pub(super) const CONSENT_NEEDED: Words = words(
    "CONSENT_NEEDED",
    "因调解中止须有申请人和被申请人同意",
    "a suspension for mediation needs both sides' consent",
    "T-K-06 行政复议法39",
    "请用“开始调解”登记各方同意",
);

pub(super) const NOT_AGREED: Words = words(
    "NOT_AGREED",
    "第{}号当事人没有同意调解",
    "party {} has not agreed to mediation",
    "T-K-06 行政复议法5、39",
    "请征得同意，或者继续审理",
);

pub(super) const NO_STATEMENT: Words = words(
    "NO_STATEMENT",
    "还没有制作调解书",
    "there is no mediation statement yet",
    "T-K-10 行政复议法73",
    "请先制作调解书",
);

pub(super) const SIGNATURE_MISSING: Words = words(
    "SIGNATURE_MISSING",
    "第{}号当事人还没有在调解书上签字",
    "party {} has not signed the statement",
    "T-K-10 行政复议法73",
    "请取得签字，或者终止调解",
);

pub(super) const NOT_TERMINABLE: Words = words(
    "NOT_TERMINABLE",
    "这一中止原因不因满六十日而终止案件",
    "this ground of suspension does not end the case after sixty days",
    "T-K-12 行政复议法41",
    "请核实原因，消除后恢复审理",
);

pub(super) const EXTENSION_USED: Words = words(
    "EXTENSION_USED",
    "期限已经延长过",
    "the limit was extended before",
    "T-K-03、T-K-06 行政复议法31、62",
    "请在延长后的期限内办理",
);

pub(super) const EXTENSION_TOO_LONG: Words = words(
    "EXTENSION_TOO_LONG",
    "延长应为一日至三十日",
    "an extension is one to thirty days",
    "T-K-03、T-K-06 行政复议法31、62",
    "请填写一至三十日",
);

pub(super) const ACT_UNPROVED: Words = words(
    "ACT_UNPROVED",
    "被申请人逾期未答复，该行为视为没有证据、依据",
    "no reply in time: the act counts as without evidence",
    "行政复议法70",
    "请决定撤销、确认违法、确认无效或者责令履行；第三人已举证的，请注明",
);

pub(super) const WORSE_FOR_APPLICANT: Words = words(
    "WORSE_FOR_APPLICANT",
    "不得作出对申请人更为不利的变更",
    "a change may not be worse for the applicant",
    "行政复议法63",
    "请另作决定；第三人提出相反请求的，请注明",
);

pub(super) const DUTY_MISSING: Words = words(
    "DUTY_MISSING",
    "这类决定应当写明由谁在何日前履行",
    "this decision must say who performs by when",
    "行政复议法64、66、71",
    "请填写履行人和履行期限",
);

pub(super) const SUIT_EXCLUDED: Words = words(
    "SUIT_EXCLUDED",
    "复议已受理，在法定复议期限内不得起诉",
    "reconsideration is pending: no suit within its term",
    "T-K-09 行政复议法29",
    "请等待复议决定；逾期未决定的，可以起诉",
);

pub(super) const STATEMENT_BINDS: Words = words(
    "STATEMENT_BINDS",
    "调解书已经生效，应当履行",
    "the mediation statement is in force and binds",
    "T-K-10 行政复议法73、78",
    "请履行；不履行的，依法责令或者强制执行",
);

pub(super) const NO_DUTY: Words = words(
    "NO_DUTY",
    "这件文书没有需要履行的内容",
    "the paper has nothing to perform",
    "行政复议法77、78",
    "无须登记履行",
);

pub(super) const PROOF_MISSING: Words = words(
    "PROOF_MISSING",
    "没有写明履行凭证",
    "no proof of performance is named",
    "行政复议法77",
    "请写明卷内的履行凭证",
);

pub(super) const RESPONDENT_ONLY: Words = words(
    "RESPONDENT_ONLY",
    "责令、约谈、通报只用于被申请人",
    "only a respondent is pressed to perform",
    "行政复议法77",
    "对申请人、第三人请转入强制执行",
);

pub(super) const NOT_RESPONDENT: Words = words(
    "NOT_RESPONDENT",
    "被申请人不履行的，不用强制执行",
    "a respondent is pressed, not enforced against",
    "行政复议法77、78",
    "请责令限期履行，并可约谈、通报",
);

pub(super) const SUIT_OPEN: Words = words(
    "SUIT_OPEN",
    "第{}号当事人的起诉期限还没有届满",
    "the time of party {} to sue has not passed",
    "行政复议法78",
    "请在期满未起诉后办理",
);

pub(super) const WRONG_ENFORCER: Words = words(
    "WRONG_ENFORCER",
    "维持的由作出行政行为的机关执行，变更的和调解书由复议机关执行",
    "an upheld act is enforced by its agency, a changed one or a statement by the review body",
    "行政复议法78",
    "请改选执行机关，或者申请人民法院执行",
);

pub(super) const NO_WITHDRAWAL: Words = words(
    "NO_WITHDRAWAL",
    "该申请人没有申请撤回",
    "this applicant has not asked to withdraw",
    "T-K-11 行政复议法41、74",
    "请先登记撤回申请",
);

pub(super) const NO_SUCH_OPINION: Words = words(
    "NO_SUCH_OPINION",
    "没有第{}号意见书",
    "there is no opinion no. {}",
    "T-K-13 行政复议法76",
    "请核对意见书编号",
);

pub(super) const COMMITTEE_MISSING: Words = words(
    "COMMITTEE_MISSING",
    "案件重大、疑难、复杂或者专业性、技术性较强，应当提请行政复议委员会提出咨询意见",
    "the reconsideration committee must be asked first",
    "行政复议法52、61",
    "请先提请行政复议委员会并记录其咨询意见",
);

pub(super) const ADVICE_PENDING: Words = words(
    "ADVICE_PENDING",
    "已提请行政复议委员会，咨询意见还没有记录",
    "the committee was asked and its opinion is not recorded yet",
    "行政复议法52、61",
    "请先取得并记录咨询意见",
);

pub(super) const ADVICE_EMPTY: Words = words(
    "ADVICE_EMPTY",
    "没有写明咨询意见",
    "the opinion is empty",
    "行政复议法52",
    "请写明咨询意见",
);

pub(super) const NOT_CONSULTED: Words = words(
    "NOT_CONSULTED",
    "没有等待记录意见的咨询",
    "the committee has no open question",
    "行政复议法52",
    "请先提请行政复议委员会提出咨询意见",
);

pub(super) const NOT_MARKED: Words = words(
    "NOT_MARKED",
    "案件没有作出重大、疑难、复杂或者专业性、技术性较强的认定",
    "the case was not found to be of this kind",
    "行政复议法52",
    "请先作出认定，或者以有必要为由提请",
);

pub(super) const NO_SUCH_LIMIT: Words = words(
    "NO_SUCH_LIMIT",
    "期限无法计算：{}",
    "the limit cannot be counted: {}",
    "T-A-01",
    "请核对规则编号和日期",
);
