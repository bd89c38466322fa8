//! Why a command is not lawful now.

use jiefen_procedure::words::{Said, Worded};
use jiff::civil::Date;

use super::rows;
use crate::neutral::Fault;

/// Why a command on an industry mediation is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 共同的理由
    Common(Fault),
    /// 行业性、专业性人民调解委员会的调解是人民调解，免费并适用人民调解法
    Committee,
    /// 受理组织与所选途径不一致
    WrongBody,
    /// 没有任何一方申请或者同意调解
    NoApplicant,
    /// 该当事人已经同意调解
    AlreadyWilling,
    /// 该纠纷已经受理
    AlreadyAccepted,
    /// 尚未核对当事人是不是本组织会员
    BodyUnchecked,
    /// 受雇于一方当事人的人不能作调解员
    Employed,
    /// 一方是本组织会员而当事人…不是，应当由会员以外的中立人员主持
    NotOutside(u32),
    /// 金融纠纷调解不向自然人当事人…收费
    NoFeeForConsumer(u32),
    /// 收费标准没有事先公布
    FeeNotPublished,
    /// 调解费已经确定
    FeeSet,
    /// 没有写明负担人或者金额
    FeeEmpty,
    /// 行业调解的期限不因专家意见或者鉴定停止计算
    NoStandstill,
    /// 专家与当事人或者纠纷有利害关系，或者未经核查
    ExpertTied,
    /// 专家意见尚未提交
    ExpertPending,
    /// 没有正在等待的专家意见
    NoExpert,
    /// 只有与法院建立诉调对接的组织可以提出无异议调解方案
    PlanNotOpen,
    /// 调解方案正在等待书面异议
    PlanOpen,
    /// 没有待答复的调解方案
    NoPlan,
    /// 对调解方案的异议应当以书面形式提出，口头异议没有效力
    OralObjection,
    /// 书面异议的期限已于…届满，方案视为自愿达成的调解协议
    ObjectionLate(Date),
    /// 书面异议的期限到…才届满
    ObjectionRuns(Date),
    /// 协议没有调解员签名或者调解组织印章
    NotSealed,
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Refusal {
        Refusal::Common(fault)
    }
}

impl Worded for Refusal {
    fn said(&self) -> Said {
        match self {
            Refusal::Common(fault) => fault.said(),
            Refusal::Committee => rows::COMMITTEE.plain(),
            Refusal::WrongBody => rows::WRONG_BODY.plain(),
            Refusal::NoApplicant => rows::NO_APPLICANT.plain(),
            Refusal::AlreadyWilling => rows::ALREADY_WILLING.plain(),
            Refusal::AlreadyAccepted => rows::ALREADY_ACCEPTED.plain(),
            Refusal::BodyUnchecked => rows::BODY_UNCHECKED.plain(),
            Refusal::Employed => rows::EMPLOYED.plain(),
            Refusal::NotOutside(no) => rows::NOT_OUTSIDE.with(no),
            Refusal::NoFeeForConsumer(no) => rows::NO_FEE_FOR_CONSUMER.with(no),
            Refusal::FeeNotPublished => rows::FEE_NOT_PUBLISHED.plain(),
            Refusal::FeeSet => rows::FEE_SET.plain(),
            Refusal::FeeEmpty => rows::FEE_EMPTY.plain(),
            Refusal::NoStandstill => rows::NO_STANDSTILL.plain(),
            Refusal::ExpertTied => rows::EXPERT_TIED.plain(),
            Refusal::ExpertPending => rows::EXPERT_PENDING.plain(),
            Refusal::NoExpert => rows::NO_EXPERT.plain(),
            Refusal::PlanNotOpen => rows::PLAN_NOT_OPEN.plain(),
            Refusal::PlanOpen => rows::PLAN_OPEN.plain(),
            Refusal::NoPlan => rows::NO_PLAN.plain(),
            Refusal::OralObjection => rows::ORAL_OBJECTION.plain(),
            Refusal::ObjectionLate(on) => rows::OBJECTION_LATE.with(on),
            Refusal::ObjectionRuns(on) => rows::OBJECTION_RUNS.with(on),
            Refusal::NotSealed => rows::NOT_SEALED.plain(),
        }
    }
}
