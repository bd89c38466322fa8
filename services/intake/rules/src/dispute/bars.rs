//! The guards that may bar a step of the umbrella: name, article, reason, what would be allowed.

/// A guard that bars a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bar {
    /// 日期晚于今天
    DateInFuture,
    /// 日期早于首次反映之日
    DateBeforeDispute,
    /// 日期早于案件上一步骤
    DateOutOfOrder,
    /// 没有写明理由或者依据
    ReasonMissing,
    /// 没有确定责任人
    PersonMissing,
    /// 没有凭证
    ProofMissing,
    /// 编号与本案不符
    OtherDispute,
    /// 指向了本案或者本单位自己
    SelfReference,
    /// 回执编号与纠纷编号不符
    ReceiptMismatch,
    /// 信访或者12315来件没有原编号
    ChannelNumberMissing,
    /// 首问单位不得让群众自己去找其他部门
    PushedAway,
    /// 答复没有签名
    Unsigned,
    /// 并案须由工作人员确认
    HumanMustConfirm,
    /// 当事人或者事实不相同，不能并案
    NotSame,
    /// 该件没有并入本案
    NotMergedHere,
    /// 还有程序在办理中
    TracksOpen,
    /// 不能仅以民族宗教因素归类
    SubstantiveCause,
    /// 这不是一种办理途径
    NotARoute,
    /// 当事人已坚持选择，不得再劝调或者代为改选
    PartyInsists,
    /// 途径没有写明费用、时间、效力
    RouteIncomplete,
    /// 同一途径列了两次
    RouteTwice,
    /// 没有列出仲裁、复议或者诉讼等法定途径
    RouteHidden,
    /// 调解出于自愿，不存在坚持调解
    MediationIsVoluntary,
    /// 所选途径还没有告知
    RouteNotOffered,
    /// 正在等待另一单位答复
    AwaitsOther,
    /// 已向一个单位移送，尚未答复
    OfferOpen,
    /// 没有协办单位，不需要牵头
    LeadOfNobody,
    /// 涉及协办单位的，应当指定牵头单位
    LeadHasCoUnits,
    /// 协办单位没有任务，或者与牵头单位相同
    TaskMissing,
    /// 没有等待该单位答复的指定
    NotDesignated,
    /// 指定已经确认，不得再提异议
    DesignationIsFinal,
    /// 异议只能提出一次
    ObjectedOnce,
    /// 提出异议的期限已过
    ObjectionLate,
    /// 提出异议的期限未过
    ObjectionStillOpen,
    /// 该移送方式不能在这里使用
    ModeNotChosen,
    /// 已被两次退回，应当由综治中心指定
    DesignationForced,
    /// 没有向该单位移送
    NoOffer,
    /// 对方已经接收，不能撤回或者退回
    AcceptedAlready,
    /// 该单位没有正在办理的程序
    NoTrack,
    /// 没有涉及其他地区
    OneRegionOnly,
    /// 涉及不同省份，本系统内没有共同上级
    NoCommonSuperior,
    /// 各方都在本中心辖区内
    CommonCentreHere,
    /// 没有超过内部期限的事项
    LimitNotPassed,
    /// 没有两次调解未成
    RoundsNotFailed,
    /// 风险等级不是红色
    RiskNotRed,
    /// 应当先在本级办理
    WorkHereFirst,
    /// 没有上一级
    NoSuperior,
    /// 只能交回下级一次
    ReturnedOnce,
    /// 上级尚未接收，不能交回
    EscalationUnanswered,
    /// 只能由接收的上级交回
    NotTheHigherCentre,
    /// 交回的单位不在下级
    NotBelow,
    /// 本案不是从下级接收的
    NotTakenOver,
    /// 不是申请人
    NotClaimant,
    /// 该申请人已经撤回
    WithdrawnAlready,
    /// 没有核查是否受到压力、有无暴力或者涉未成年人
    PressureNotChecked,
    /// 对方是行政机关，须由他人回访核实
    NotCalledBack,
    /// 案件在法院或者复议机关，撤回须经其准许
    LeaveMissing,
    /// 有当事人没有签名
    SignatureMissing,
    /// 协议没有通过自愿、合法审查
    NotLawful,
    /// 有当事人不同意调解或者撤回了同意
    ConsentWithdrawn,
    /// 调解组织不能作出决定
    MediationCannotDecide,
    /// 协调、考核、领导岗位不能决定办理结果
    OutcomeBarred,
    /// 只能由承办机构自己作出
    NotTheTracksBody,
    /// 履行日早于协议或者决定之日
    ObligationInPast,
    /// 没有这项义务
    NoObligation,
    /// 该项义务已经履行
    PerformedAlready,
    /// 履行期未满
    NotYetDue,
    /// 救济期限未满，或者文书未送达
    RemedyOpen,
    /// 协议生效后只能委托法院办理司法确认，且须在三十日内
    ConfirmationOnly,
    /// 现在不能移交，只能请法院发人身安全保护令
    SafetyOnly,
    /// 人身安全保护令不随纠纷移交
    ProtectionBeside,
    /// 没有这份通知
    NoNotice,
    /// 该当事人不是受送达人
    NotAddressed,
    /// 已经送达
    ServedAlready,
    /// 没有需要单独答复的来源渠道
    NoDoor,
    /// 该渠道已经答复
    AnsweredAlready,
    /// 代表人过多
    TooManyRepresentatives,
    /// 劳动者不足十人，不推举代表
    CollectiveTooSmall,
    /// 不是现在的责任单位
    NotResponsible,
    /// 卷宗不完整
    FileIncomplete,
    /// 有通知没有送达凭证，也没有送达记录
    NoticeUnproved,
    /// 来源渠道还没有得到单独答复
    ChannelUnanswered,
    /// 还有义务没有履行
    ObligationsOpen,
    /// 结案方式与案件阶段不符
    ResultDoesNotFit,
    /// 同一事实和理由已经复核或者依法终结
    EndedByLaw,
    /// 这是一次咨询，没有纠纷可以重启
    AdviceHasNoDispute,
    /// 重启理由与原办理结果不符
    GroundDoesNotFit,
    /// 没有这个期限在运行
    NoSuchClock,
    /// 这是当事人的权利期限，不能催办
    RightNotDuty,
    /// 这是办理期限，不是当事人的权利
    DutyNotRight,
}

/// What a bar says.
#[derive(Debug)]
pub struct Words {
    /// Which bar.
    pub bar: Bar,
    /// Its stable name.
    pub name: &'static str,
    /// Article or rule id.
    pub basis: &'static str,
    /// Why, in plain Chinese.
    pub zh: &'static str,
    /// Why, in English.
    pub en: &'static str,
    /// What would be allowed, in plain Chinese.
    pub instead: &'static str,
}

/// What a bar says. The table has a row for each bar; a test holds it to that.
pub fn words(bar: Bar) -> &'static Words {
    let row = TABLE.iter().find(|words| words.bar == bar);
    row.unwrap_or(&TABLE[0])
}

const fn row(
    bar: Bar,
    name: &'static str,
    basis: &'static str,
    zh: &'static str,
    en: &'static str,
    instead: &'static str,
) -> Words {
    Words { bar, name, basis, zh, en, instead }
}

/// Bar, name, basis; Chinese, English, instead.
#[rustfmt::skip] // a table
pub const TABLE: &[Words] = &[
    row(Bar::DateInFuture, "DATE_IN_FUTURE", "实施方案 八(一)",
        "日期晚于今天", "the date is later than today", "填写事情实际发生的日期"),
    row(Bar::DateBeforeDispute, "DATE_BEFORE_DISPUTE", "T-A-06",
        "日期早于首次反映之日", "the date is before the first inquiry", "核对日期"),
    row(Bar::DateOutOfOrder, "DATE_OUT_OF_ORDER", "实施方案 八(一)",
        "日期早于案件上一步骤", "the date is before the previous step", "按先后顺序填写日期"),
    row(Bar::ReasonMissing, "REASON_MISSING", "C-005",
        "没有写明理由或者依据", "the reason or basis is missing", "写明理由、依据"),
    row(Bar::PersonMissing, "PERSON_MISSING", "I1",
        "没有确定责任人", "no responsible person is named", "填写责任人的工号或者岗位"),
    row(Bar::ProofMissing, "PROOF_MISSING", "I6",
        "没有凭证", "the proof is missing", "附上凭证后再办"),
    row(Bar::OtherDispute, "OTHER_DISPUTE", "实施方案 八(一)",
        "编号与本案不符", "the code is another dispute's", "核对一案一码"),
    row(Bar::SelfReference, "SELF_REFERENCE", "case-lifecycle §8",
        "指向了本案或者本单位自己", "it points to the dispute or unit itself", "选择另一件纠纷或者另一单位"),
    row(Bar::ReceiptMismatch, "RECEIPT_MISMATCH", "实施方案 八(一)",
        "回执编号与纠纷编号不符", "the receipt code is not the dispute's", "核对移送材料中的回执编号"),
    row(Bar::ChannelNumberMissing, "CHANNEL_NUMBER_MISSING", "C-148",
        "信访或者12315来件没有原编号", "the channel's own number is missing", "补填原渠道编号后登记"),
    row(Bar::PushedAway, "PUSHED_AWAY", "实施方案 五(二)2",
        "首问单位不得让群众自己去找其他部门", "the unit first asked may not send people elsewhere", "登记为纠纷，再提请指定或者移送"),
    row(Bar::Unsigned, "UNSIGNED", "实施方案 五(二)2",
        "答复没有签名", "the answer is not signed", "由答复人签名"),
    row(Bar::HumanMustConfirm, "HUMAN_MUST_CONFIRM", "case-lifecycle §8",
        "并案须由工作人员确认", "a person must confirm a merger", "由工作人员核对后并案"),
    row(Bar::NotSame, "NOT_SAME", "case-lifecycle §8",
        "当事人或者事实不相同，不能并案", "parties or facts are not the same", "可以关联，分别办理"),
    row(Bar::NotMergedHere, "NOT_MERGED_HERE", "case-lifecycle §8",
        "该件没有并入本案", "that dispute was not merged into this one", "核对编号"),
    row(Bar::TracksOpen, "TRACKS_OPEN", "I6",
        "还有程序在办理中", "a track is still open", "等待各程序办结"),
    row(Bar::SubstantiveCause, "SUBSTANTIVE_CAUSE", "实施方案 四(三)11",
        "不能仅以民族宗教因素归类", "the cause must be substantive, not an ethnic or religious tag", "按实际争议的问题归类"),
    row(Bar::NotARoute, "NOT_A_ROUTE", "case-lifecycle §5",
        "这不是一种办理途径", "this is no route", "从途径目录中选择"),
    row(Bar::PartyInsists, "PARTY_INSISTS", "C-003",
        "当事人已坚持选择，不得再劝调或者代为改选", "the party insists, no further offer may delay it", "按当事人的选择移送"),
    row(Bar::RouteIncomplete, "ROUTE_INCOMPLETE", "C-239",
        "途径没有写明费用、时间、效力", "a route lacks cost, time or effect", "补全后告知"),
    row(Bar::RouteTwice, "ROUTE_TWICE", "C-239",
        "同一途径列了两次", "a route is listed twice", "每种途径只列一次"),
    row(Bar::RouteHidden, "ROUTE_HIDDEN", "人民调解法 3",
        "没有列出仲裁、复议或者诉讼等法定途径", "a statutory way to a decision is not shown", "补列法定途径"),
    row(Bar::MediationIsVoluntary, "MEDIATION_IS_VOLUNTARY", "人民调解法 3",
        "调解出于自愿，不存在坚持调解", "mediation is voluntary, nobody can insist on it", "按一般选择登记"),
    row(Bar::RouteNotOffered, "ROUTE_NOT_OFFERED", "C-239",
        "所选途径还没有告知", "the route was not offered", "先告知该途径，或者登记当事人坚持选择"),
    row(Bar::AwaitsOther, "AWAITS_OTHER", "I2",
        "正在等待另一单位答复", "another unit's word is awaited", "等待答复，或者先撤回"),
    row(Bar::OfferOpen, "OFFER_OPEN", "I2",
        "已向一个单位移送，尚未答复", "the dispute is already offered to a unit", "等待答复，或者撤回后再移送"),
    row(Bar::LeadOfNobody, "LEAD_OF_NOBODY", "实施方案 五(二)2",
        "没有协办单位，不需要牵头", "a lead needs co-units", "只涉及一个单位时用“指定责任单位”"),
    row(Bar::LeadHasCoUnits, "LEAD_HAS_CO_UNITS", "实施方案 五(二)2",
        "涉及协办单位的，应当指定牵头单位", "with co-units a lead must be named", "用“指定牵头单位”办理"),
    row(Bar::TaskMissing, "TASK_MISSING", "C-165",
        "协办单位没有任务，或者与牵头单位相同", "a co-unit has no task or is the lead itself", "为每个协办单位写明任务"),
    row(Bar::NotDesignated, "NOT_DESIGNATED", "C-164",
        "没有等待该单位答复的指定", "no designation of this unit is pending", "先指定责任单位"),
    row(Bar::DesignationIsFinal, "DESIGNATION_IS_FINAL", "C-164",
        "指定已经确认，不得再提异议", "the designation is final", "按指定办理"),
    row(Bar::ObjectedOnce, "OBJECTED_ONCE", "C-164",
        "异议只能提出一次", "an objection may be made once", "由上级或者联席会议确认"),
    row(Bar::ObjectionLate, "OBJECTION_LATE", "T-L-03",
        "提出异议的期限已过", "the limit for objecting has passed", "由该单位承办"),
    row(Bar::ObjectionStillOpen, "OBJECTION_STILL_OPEN", "T-L-03",
        "提出异议的期限未过", "the limit for objecting still runs", "期满后确认"),
    row(Bar::ModeNotChosen, "MODE_NOT_CHOSEN", "case-lifecycle §4",
        "该移送方式不能在这里使用", "this mode of hand-over has no place here", "上报请用“提级”，协办不转移责任"),
    row(Bar::DesignationForced, "DESIGNATION_FORCED", "case-lifecycle §4",
        "已被两次退回，应当由综治中心指定", "two declines: the centre must designate", "提请指定责任单位"),
    row(Bar::NoOffer, "NO_OFFER", "case-lifecycle §4",
        "没有向该单位移送", "nothing is offered to this unit", "核对单位"),
    row(Bar::AcceptedAlready, "ACCEPTED_ALREADY", "case-lifecycle §4",
        "对方已经接收，不能撤回或者退回", "the offer is accepted already", "与对方协商后由其办结回转"),
    row(Bar::NoTrack, "NO_TRACK", "case-lifecycle §4",
        "该单位没有正在办理的程序", "this unit has no running track", "核对单位"),
    row(Bar::OneRegionOnly, "ONE_REGION_ONLY", "实施方案 五(二)2",
        "没有涉及其他地区", "no other region is concerned", "先在归类中登记其他地区"),
    row(Bar::NoCommonSuperior, "NO_COMMON_SUPERIOR", "实施方案 五(二)2",
        "涉及不同省份，本系统内没有共同上级", "the provinces differ, there is no common superior here", "报自治区综治中心与外省协商"),
    row(Bar::CommonCentreHere, "COMMON_CENTRE_HERE", "实施方案 五(二)2",
        "各方都在本中心辖区内", "every place lies in this centre's own region", "由本中心组织调解"),
    row(Bar::LimitNotPassed, "LIMIT_NOT_PASSED", "C-213",
        "没有超过内部期限的事项", "no internal limit has passed", "继续办理"),
    row(Bar::RoundsNotFailed, "ROUNDS_NOT_FAILED", "C-213",
        "没有两次调解未成", "two rounds have not failed", "继续调解"),
    row(Bar::RiskNotRed, "RISK_NOT_RED", "C-213",
        "风险等级不是红色", "the risk is not red", "先核定风险等级"),
    row(Bar::WorkHereFirst, "WORK_HERE_FIRST", "C-213",
        "应当先在本级办理", "it must be worked on here first", "先确定承办单位"),
    row(Bar::NoSuperior, "NO_SUPERIOR", "C-213",
        "没有上一级", "there is no level above", "在本级协调"),
    row(Bar::ReturnedOnce, "RETURNED_ONCE", "C-213",
        "只能交回下级一次", "it may be handed down once", "由本级办理"),
    row(Bar::EscalationUnanswered, "ESCALATION_UNANSWERED", "I2",
        "上级尚未接收，不能交回", "the higher centre has not accepted yet", "等待上级接收"),
    row(Bar::NotTheHigherCentre, "NOT_THE_HIGHER_CENTRE", "I2",
        "只能由接收的上级交回", "only the higher centre hands it down", "等待上级决定"),
    row(Bar::NotBelow, "NOT_BELOW", "C-213",
        "交回的单位不在下级", "the unit is not below this centre", "选择下级单位"),
    row(Bar::NotTakenOver, "NOT_TAKEN_OVER", "C-213",
        "本案不是从下级接收的", "the dispute was not taken over from below", "移送请用“移送”"),
    row(Bar::NotClaimant, "NOT_CLAIMANT", "case-lifecycle §8",
        "不是申请人", "not an applicant", "由申请人本人提出"),
    row(Bar::WithdrawnAlready, "WITHDRAWN_ALREADY", "case-lifecycle §8",
        "该申请人已经撤回", "this applicant has withdrawn already", "无需重复办理"),
    row(Bar::PressureNotChecked, "PRESSURE_NOT_CHECKED", "case-lifecycle §8",
        "没有核查是否受到压力、有无暴力或者涉未成年人", "pressure, violence and minors are not checked", "核查后再办撤回"),
    row(Bar::NotCalledBack, "NOT_CALLED_BACK", "case-lifecycle §8",
        "对方是行政机关，须由他人回访核实", "the respondent is an agency: call back first", "回访核实后再办撤回"),
    row(Bar::LeaveMissing, "LEAVE_MISSING", "民事诉讼法 148、行政复议法 74",
        "案件在法院或者复议机关，撤回须经其准许", "court or reconsideration body must give leave", "取得准许后再办"),
    row(Bar::SignatureMissing, "SIGNATURE_MISSING", "T-B-04",
        "有当事人没有签名", "a party has not signed", "由每一方本人签名，代表人不能代签"),
    row(Bar::NotLawful, "NOT_LAWFUL", "T-C-14",
        "协议没有通过自愿、合法审查", "the agreement did not pass the check of lawfulness", "修改协议，虚假调解应当报告"),
    row(Bar::ConsentWithdrawn, "CONSENT_WITHDRAWN", "I5",
        "有当事人不同意调解或者撤回了同意", "a party refused or withdrew consent", "终结调解，告知其他途径"),
    row(Bar::MediationCannotDecide, "MEDIATION_CANNOT_DECIDE", "T-C-11",
        "调解组织不能作出决定", "a mediation cannot decide", "登记协议，或者未化解"),
    row(Bar::OutcomeBarred, "OUTCOME_BARRED", "I10",
        "协调、考核、领导岗位不能决定办理结果", "coordinators, assessors and leaders give no outcome", "由承办机构作出"),
    row(Bar::NotTheTracksBody, "NOT_THE_TRACKS_BODY", "I10",
        "只能由承办机构自己作出", "only the track's own body may do this", "由承办机构办理"),
    row(Bar::ObligationInPast, "OBLIGATION_IN_PAST", "case-lifecycle §6",
        "履行日早于协议或者决定之日", "performance is due before the agreement", "核对履行日期"),
    row(Bar::NoObligation, "NO_OBLIGATION", "case-lifecycle §6",
        "没有这项义务", "there is no such obligation", "核对义务编号"),
    row(Bar::PerformedAlready, "PERFORMED_ALREADY", "case-lifecycle §6",
        "该项义务已经履行", "it is performed already", "无需重复登记"),
    row(Bar::NotYetDue, "NOT_YET_DUE", "case-lifecycle §6",
        "履行期未满", "performance is not yet due", "期满后再报告"),
    row(Bar::RemedyOpen, "REMEDY_OPEN", "case-lifecycle §3",
        "救济期限未满，或者文书未送达", "a remedy is still open or the decision is not served", "期满后再办"),
    row(Bar::ConfirmationOnly, "CONFIRMATION_ONLY", "T-D-01",
        "协议已经生效，此时只能在三十日内委托人民法院办理司法确认",
        "with an agreement in force only its confirmation by the court is open, within 30 days",
        "期限内选择司法确认并用委派方式；期限已过的，按协议履行，不履行的就协议起诉"),
    row(Bar::SafetyOnly, "SAFETY_ONLY", "case-lifecycle §4；反家庭暴力法 23",
        "纠纷现在不能移交，只能请法院发人身安全保护令",
        "the dispute is not handed over now: only a protection order can be asked for",
        "先梳理分类，或者等现在的步骤办完"),
    row(Bar::ProtectionBeside, "PROTECTION_BESIDE", "反家庭暴力法 23；法释〔2022〕17号 1",
        "人身安全保护令不影响纠纷由谁办理，不随纠纷移交",
        "a protection order stands beside the dispute, which stays with whoever answers for it",
        "用协办方式请法院办理"),
    row(Bar::NoNotice, "NO_NOTICE", "C-239",
        "没有这份通知", "there is no such notice", "核对通知编号"),
    row(Bar::NotAddressed, "NOT_ADDRESSED", "C-239",
        "该当事人不是受送达人", "this party is not addressed", "核对当事人"),
    row(Bar::ServedAlready, "SERVED_ALREADY", "T-A-05",
        "已经送达", "it is served already", "无需重复登记"),
    row(Bar::NoDoor, "NO_DOOR", "T-L-01",
        "没有需要单独答复的来源渠道", "no channel here owes an answer of its own", "核对渠道"),
    row(Bar::AnsweredAlready, "ANSWERED_ALREADY", "T-L-01",
        "该渠道已经答复", "this channel is answered already", "无需重复登记"),
    row(Bar::TooManyRepresentatives, "TOO_MANY_REPRESENTATIVES", "T-L-09、T-Q-10",
        "代表人过多", "too many representatives", "信访至多5人，共同投诉2人"),
    row(Bar::CollectiveTooSmall, "COLLECTIVE_TOO_SMALL", "T-H-17",
        "劳动者不足十人，不推举代表", "fewer than ten workers have no representatives", "由劳动者各自参加或者委托代理人"),
    row(Bar::NotResponsible, "NOT_RESPONSIBLE", "I1",
        "不是现在的责任单位", "not the responsible unit", "由责任单位确定责任人"),
    row(Bar::FileIncomplete, "FILE_INCOMPLETE", "I6",
        "卷宗不完整", "the file is incomplete", "补全卷宗"),
    row(Bar::NoticeUnproved, "NOTICE_UNPROVED", "I6",
        "有通知没有送达凭证，也没有送达记录", "a notice has neither proof nor documented attempt", "登记送达或者送达经过"),
    row(Bar::ChannelUnanswered, "CHANNEL_UNANSWERED", "T-L-01",
        "来源渠道还没有得到单独答复", "a channel still waits for its own answer", "先答复信访或者12315"),
    row(Bar::ObligationsOpen, "OBLIGATIONS_OPEN", "人民调解法 31",
        "还有义务没有履行", "obligations are open", "跟进履行，或者报告违约"),
    row(Bar::ResultDoesNotFit, "RESULT_DOES_NOT_FIT", "I6",
        "结案方式与案件阶段不符", "the result does not fit the stage", "选择相符的结案方式"),
    row(Bar::EndedByLaw, "ENDED_BY_LAW", "T-L-07、T-M-01",
        "同一事实和理由已经复核或者依法终结", "same facts and grounds after re-review or termination", "礼貌告知，由乡镇关怀"),
    row(Bar::AdviceHasNoDispute, "ADVICE_HAS_NO_DISPUTE", "实施方案 五(二)2",
        "这是一次咨询，没有纠纷可以重启", "advice has no dispute to re-open", "作为新的来访登记"),
    row(Bar::GroundDoesNotFit, "GROUND_DOES_NOT_FIT", "case-lifecycle §8",
        "重启理由与原办理结果不符", "the ground does not fit how the dispute ended", "按新的事实或者结案错误提出，或者依法寻求救济"),
    row(Bar::NoSuchClock, "NO_SUCH_CLOCK", "case-lifecycle §8",
        "没有这个期限在运行", "no such clock runs", "核对期限"),
    row(Bar::RightNotDuty, "RIGHT_NOT_DUTY", "case-lifecycle §8",
        "这是当事人的权利期限，不能催办", "this is a party's right, not a duty", "期满后登记权利期限届满"),
    row(Bar::DutyNotRight, "DUTY_NOT_RIGHT", "case-lifecycle §8",
        "这是办理期限，不是当事人的权利", "this is a duty, not a party's right", "逾期请催办"),
];
