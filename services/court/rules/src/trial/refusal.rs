//! Why a command is not lawful now.

use jiff::civil::Date;

use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, of_day, of_limit};
use jiefen_procedure::{Explain, Refused};

use super::rows;

/// Why a command on a trial is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 该案还没有进入审理
    NotBegun,
    /// 该案已经进入审理
    AlreadyBegun,
    /// 审理已经结束
    AlreadyEnded,
    /// 没有编号为某的当事人
    NoSuchParty(u32),
    /// 没有原告或者没有被告
    SidesWanted,
    /// 当事人某是原告
    NotDefendant(u32),
    /// 没有案号或者承办法官
    NumberWanted,
    /// 该案的调解员不能审理本案
    MediatorBarred,
    /// 标的额在规定数额以下，应当适用小额诉讼程序
    SmallClaimsMandatory,
    /// 本案不符合小额诉讼的条件
    NoSmallClaims,
    /// 当事人人数众多等情形，不能适用简易程序
    SummaryBarred,
    /// 当事人某没有同意
    NotAgreed(u32),
    /// 不能这样转换程序
    NoChangeBack,
    /// 没有转换程序的法定事由
    GroundWanted,
    /// 已经开庭，不能再提出
    HeardAlready,
    /// 审限已于某届满
    LimitPast(Date),
    /// 本案已经适用普通程序
    OrdinaryAlready,
    /// 对适用程序的异议还没有答复
    TrackObjectionPending,
    /// 没有对适用程序的异议
    NoTrackObjection,
    /// 速裁状态没有变化
    FastTrackSame,
    /// 普通程序案件不进入速裁
    NoFastTrack,
    /// 速裁指标到某，还没有届满
    TargetRuns(Date),
    /// 举证期限某日不符合该程序的规定
    EvidenceDays(u32),
    /// 当事人某已经收到
    ServedAlready(u32),
    /// 当事人某还没有收到
    NotServed(u32),
    /// 当事人一方不足十人，不是人数众多
    NotNumerous,
    /// 代表人应为同一方的二至五人
    TwoToFive,
    /// 没有登记公告
    NotAnnounced,
    /// 登记公告到某，还没有届满
    NoticeRuns(Date),
    /// 应当在某以前通知当事人
    HearingNoticeShort(Date),
    /// 当日没有安排开庭
    NoHearingSet,
    /// 还没有开庭
    NotHeard,
    /// 原告已经到庭
    PlaintiffCame,
    /// 被告提出反诉，可以缺席判决，不按撤诉处理
    CounterclaimStands,
    /// 审限已经停止计算
    TimeStopped,
    /// 审限正在计算
    TimeRuns,
    /// 没有扣除审限的证明
    ProofWanted,
    /// 没有写明延长多少
    ExtensionEmpty,
    /// 本院院长最多批准延长某个月
    ExtensionTooLong(u32),
    /// 只有院长可以批准
    PresidentOnly,
    /// 院长批准的六个月用完后才报上级法院
    UpperCourtLater,
    /// 正在调解
    InMediation,
    /// 没有在调解
    NotMediating,
    /// 调解期限已于某届满
    MediationOver(Date),
    /// 调解期限到某，还没有届满
    MediationRuns(Date),
    /// 婚姻案件不应久调不决
    MediationDrags,
    /// 离婚案件应当先行调解
    MediateFirst,
    /// 没有待送达的调解书
    NoStatement,
    /// 已经制作调解书
    StatementMade,
    /// 撤诉申请还没有裁定
    WithdrawalPending,
    /// 没有撤诉申请
    WithdrawalNotAsked,
    /// 出现不适用小额诉讼的情形
    ConvertFirst,
    /// 还没有裁判
    NotDecided,
    /// 已经裁判
    DecidedAlready,
    /// 小额诉讼一审终审，不能上诉
    OneInstance,
    /// 上诉期限已于某届满
    AppealTooLate(Date),
    /// 上诉期限到某，还没有届满
    AppealTimeRuns(Date),
    /// 诉讼费还没有交
    FeeDue,
    /// 诉讼费已经处理
    FeeSettled,
    /// 交费期限到某，还没有届满
    FeeTimeRuns(Date),
    /// 不能移送给本院
    OwnCourt,
    /// 日期不对
    Day(DayFault),
    /// 期限无法计算
    Limit(Refused),
}

impl From<DayFault> for Refusal {
    fn from(fault: DayFault) -> Refusal {
        Refusal::Day(fault)
    }
}

impl From<Refused> for Refusal {
    fn from(refused: Refused) -> Refusal {
        Refusal::Limit(refused)
    }
}

impl Refusal {
    fn said(&self) -> Said {
        match self {
            Refusal::NotBegun => rows::NOT_BEGUN.plain(),
            Refusal::AlreadyBegun => rows::ALREADY_BEGUN.plain(),
            Refusal::AlreadyEnded => rows::ALREADY_ENDED.plain(),
            Refusal::NoSuchParty(what) => rows::NO_SUCH_PARTY.with(what),
            Refusal::SidesWanted => rows::SIDES_WANTED.plain(),
            Refusal::NotDefendant(what) => rows::NOT_DEFENDANT.with(what),
            Refusal::NumberWanted => rows::NUMBER_WANTED.plain(),
            Refusal::MediatorBarred => rows::MEDIATOR_BARRED.plain(),
            Refusal::SmallClaimsMandatory => rows::SMALL_CLAIMS_MANDATORY.plain(),
            Refusal::NoSmallClaims => rows::NO_SMALL_CLAIMS.plain(),
            Refusal::SummaryBarred => rows::SUMMARY_BARRED.plain(),
            Refusal::NotAgreed(what) => rows::NOT_AGREED.with(what),
            Refusal::NoChangeBack => rows::NO_CHANGE_BACK.plain(),
            Refusal::GroundWanted => rows::GROUND_WANTED.plain(),
            Refusal::HeardAlready => rows::HEARD_ALREADY.plain(),
            Refusal::LimitPast(what) => rows::LIMIT_PAST.with(what),
            Refusal::OrdinaryAlready => rows::ORDINARY_ALREADY.plain(),
            Refusal::TrackObjectionPending => rows::TRACK_OBJECTION_PENDING.plain(),
            Refusal::NoTrackObjection => rows::NO_TRACK_OBJECTION.plain(),
            Refusal::FastTrackSame => rows::FAST_TRACK_SAME.plain(),
            Refusal::NoFastTrack => rows::NO_FAST_TRACK.plain(),
            Refusal::TargetRuns(what) => rows::TARGET_RUNS.with(what),
            Refusal::EvidenceDays(what) => rows::EVIDENCE_DAYS.with(what),
            Refusal::ServedAlready(what) => rows::SERVED_ALREADY.with(what),
            Refusal::NotServed(what) => rows::NOT_SERVED.with(what),
            Refusal::NotNumerous => rows::NOT_NUMEROUS.plain(),
            Refusal::TwoToFive => rows::TWO_TO_FIVE.plain(),
            Refusal::NotAnnounced => rows::NOT_ANNOUNCED.plain(),
            Refusal::NoticeRuns(what) => rows::NOTICE_RUNS.with(what),
            Refusal::HearingNoticeShort(what) => rows::HEARING_NOTICE_SHORT.with(what),
            Refusal::NoHearingSet => rows::NO_HEARING_SET.plain(),
            Refusal::NotHeard => rows::NOT_HEARD.plain(),
            Refusal::PlaintiffCame => rows::PLAINTIFF_CAME.plain(),
            Refusal::CounterclaimStands => rows::COUNTERCLAIM_STANDS.plain(),
            Refusal::TimeStopped => rows::TIME_STOPPED.plain(),
            Refusal::TimeRuns => rows::TIME_RUNS.plain(),
            Refusal::ProofWanted => rows::PROOF_WANTED.plain(),
            Refusal::ExtensionEmpty => rows::EXTENSION_EMPTY.plain(),
            Refusal::ExtensionTooLong(what) => rows::EXTENSION_TOO_LONG.with(what),
            Refusal::PresidentOnly => rows::PRESIDENT_ONLY.plain(),
            Refusal::UpperCourtLater => rows::UPPER_COURT_LATER.plain(),
            Refusal::InMediation => rows::IN_MEDIATION.plain(),
            Refusal::NotMediating => rows::NOT_MEDIATING.plain(),
            Refusal::MediationOver(what) => rows::MEDIATION_OVER.with(what),
            Refusal::MediationRuns(what) => rows::MEDIATION_RUNS.with(what),
            Refusal::MediationDrags => rows::MEDIATION_DRAGS.plain(),
            Refusal::MediateFirst => rows::MEDIATE_FIRST.plain(),
            Refusal::NoStatement => rows::NO_STATEMENT.plain(),
            Refusal::StatementMade => rows::STATEMENT_MADE.plain(),
            Refusal::WithdrawalPending => rows::WITHDRAWAL_PENDING.plain(),
            Refusal::WithdrawalNotAsked => rows::WITHDRAWAL_NOT_ASKED.plain(),
            Refusal::ConvertFirst => rows::CONVERT_FIRST.plain(),
            Refusal::NotDecided => rows::NOT_DECIDED.plain(),
            Refusal::DecidedAlready => rows::DECIDED_ALREADY.plain(),
            Refusal::OneInstance => rows::ONE_INSTANCE.plain(),
            Refusal::AppealTooLate(what) => rows::APPEAL_TOO_LATE.with(what),
            Refusal::AppealTimeRuns(what) => rows::APPEAL_TIME_RUNS.with(what),
            Refusal::FeeDue => rows::FEE_DUE.plain(),
            Refusal::FeeSettled => rows::FEE_SETTLED.plain(),
            Refusal::FeeTimeRuns(what) => rows::FEE_TIME_RUNS.with(what),
            Refusal::OwnCourt => rows::OWN_COURT.plain(),
            Refusal::Day(fault) => of_day(fault),
            Refusal::Limit(refused) => of_limit(refused),
        }
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        self.said().words.name
    }

    fn zh(&self) -> String {
        self.said().zh()
    }

    fn en(&self) -> String {
        self.said().en()
    }

    fn basis(&self) -> &'static str {
        self.said().words.basis
    }

    fn instead(&self) -> String {
        self.said().instead()
    }
}
