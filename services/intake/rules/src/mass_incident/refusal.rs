//! Why a command on an incident is not lawful now.

use jiefen_procedure::Explain;
use jiefen_procedure::words::Said;
use jiefen_vocab::DisputeId;
use jiff::civil::DateTime;

use super::{Lane, rows};

/// Why a command is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// 没有登记
    NotBegun,
    /// 已经登记
    AlreadyBegun,
    /// 已经结束
    Over,
    /// 现阶段不能办理；现在应当做什么
    WrongStage(&'static str),
    /// 没有写明内容
    TextMissing,
    /// 时间未到
    TimeInFuture(DateTime),
    /// 时间早于上一步
    TimeTooEarly(DateTime),
    /// 不是同一事件
    DoesNotJoin,
    /// 没有级别
    LevelWanted,
    /// 级别没有变化
    SameLevel,
    /// 已经联系
    ContactedAlready,
    /// 缺一条线
    LaneMissing(Lane),
    /// 没有公安机关
    PoliceMissing,
    /// 没有责任人
    PersonMissing,
    /// 没有调集
    NotCalled,
    /// 已经到场
    ArrivedAlready,
    /// 只能由公安机关采取
    PoliceOnly,
    /// 没有暴力
    NotViolent,
    /// 不是上级
    NotAbove,
    /// 越级没有说明
    SkipUnexplained,
    /// 人数不实
    FalseFigure(u32),
    /// 已经收线
    LaneClosed,
    /// 没有收线
    LanesOpen,
    /// 应报未报
    ReportOwed,
    /// 没有纠纷承接
    NoDispute,
    /// 没有联系
    NotContacted,
    /// 没有倒查
    TraceMissing(DisputeId),
    /// 个人信息没有处理
    DataNotSettled,
    /// 没有这个期限
    NoSuchClock,
}

impl Refusal {
    fn said(self) -> Said {
        match self {
            Refusal::NotBegun => rows::NOT_BEGUN.plain(),
            Refusal::AlreadyBegun => rows::ALREADY_BEGUN.plain(),
            Refusal::Over => rows::OVER.plain(),
            Refusal::WrongStage(next) => rows::WRONG_STAGE.with(next),
            Refusal::TextMissing => rows::TEXT_MISSING.plain(),
            Refusal::TimeInFuture(at) => rows::TIME_IN_FUTURE.with(at),
            Refusal::TimeTooEarly(at) => rows::TIME_TOO_EARLY.with(at),
            Refusal::DoesNotJoin => rows::DOES_NOT_JOIN.plain(),
            Refusal::LevelWanted => rows::LEVEL_WANTED.plain(),
            Refusal::SameLevel => rows::SAME_LEVEL.plain(),
            Refusal::ContactedAlready => rows::CONTACTED_ALREADY.plain(),
            Refusal::LaneMissing(lane) => rows::LANE_MISSING.with(lane.zh()),
            Refusal::PoliceMissing => rows::POLICE_MISSING.plain(),
            Refusal::PersonMissing => rows::PERSON_MISSING.plain(),
            Refusal::NotCalled => rows::NOT_CALLED.plain(),
            Refusal::ArrivedAlready => rows::ARRIVED_ALREADY.plain(),
            Refusal::PoliceOnly => rows::POLICE_ONLY.plain(),
            Refusal::NotViolent => rows::NOT_VIOLENT.plain(),
            Refusal::NotAbove => rows::NOT_ABOVE.plain(),
            Refusal::SkipUnexplained => rows::SKIP_UNEXPLAINED.plain(),
            Refusal::FalseFigure(people) => rows::FALSE_FIGURE.with(people),
            Refusal::LaneClosed => rows::LANE_CLOSED.plain(),
            Refusal::LanesOpen => rows::LANES_OPEN.plain(),
            Refusal::ReportOwed => rows::REPORT_OWED.plain(),
            Refusal::NoDispute => rows::NO_DISPUTE.plain(),
            Refusal::NotContacted => rows::NOT_CONTACTED.plain(),
            Refusal::TraceMissing(dispute) => rows::TRACE_MISSING.with(dispute),
            Refusal::DataNotSettled => rows::DATA_NOT_SETTLED.plain(),
            Refusal::NoSuchClock => rows::NO_SUCH_CLOCK.plain(),
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
