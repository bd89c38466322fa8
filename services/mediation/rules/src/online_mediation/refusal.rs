//! Why a command is not lawful now.

use jiefen_procedure::words::{Said, Worded};
use jiff::civil::Date;

use super::rows;
use crate::neutral::Fault;

/// Why a command on an online mediation is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 共同的理由
    Common(Fault),
    /// 该纠纷不属于人民法院受案范围，退回申请
    OutsideCourt,
    /// 所选调解组织的邀请法院对该纠纷没有管辖权
    OtherCourt,
    /// 该纠纷不适宜在线调解
    NotOnline,
    /// 当事人共同选择调解员的期限到…才届满
    ChoiceRuns(Date),
    /// 共同选择调解员的期限已于…届满，由法院指定
    ChoiceLost(Date),
    /// 对方尚未同意在线调解，由法院征求申请人意见后指定调解员
    OneSided,
    /// 调解员已经确定，尚待确认接受
    TaskOpen,
    /// 没有待确认接受的委派、委托或者申请
    NoTask,
    /// 确认接受的期限已于…届满，应当重新指定或者选定
    AcceptLate(Date),
    /// 确认接受的期限到…才届满
    AcceptRuns(Date),
    /// 没有需要征询的当事人
    NotAsking,
    /// 对方当事人是否同意在线调解尚在征询
    Asking,
    /// 征询对方意愿的期限到…才届满
    AskRuns(Date),
    /// 尚未在线核实当事人…的身份并告知虚假调解的后果
    NotVerified(u32),
    /// 改为现场调解没有取得其他当事人同意
    OnSiteNotAgreed,
    /// 没有第…次调解
    NoSession(u32),
    /// 当事人…没有明确同意以录音录像代替电子笔录
    RecordingNotAgreed(u32),
    /// 立案后的在线调解期限不因鉴定停止计算
    NoStandstill,
    /// 没有待签章的调解协议
    NoText,
    /// 已经签章
    AlreadySigned,
    /// 立案后达成协议的，应当写明请求制作调解书或者撤诉
    BackToCourt,
    /// 立案前达成的协议是合同，不能请求制作调解书或者撤诉
    ContractOnly,
    /// 还没有更换过调解员，不能视为拒绝调解
    NotReplaced,
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
            Refusal::OutsideCourt => rows::OUTSIDE_COURT.plain(),
            Refusal::OtherCourt => rows::OTHER_COURT.plain(),
            Refusal::NotOnline => rows::NOT_ONLINE.plain(),
            Refusal::ChoiceRuns(on) => rows::CHOICE_RUNS.with(on),
            Refusal::ChoiceLost(on) => rows::CHOICE_LOST.with(on),
            Refusal::OneSided => rows::ONE_SIDED.plain(),
            Refusal::TaskOpen => rows::TASK_OPEN.plain(),
            Refusal::NoTask => rows::NO_TASK.plain(),
            Refusal::AcceptLate(on) => rows::ACCEPT_LATE.with(on),
            Refusal::AcceptRuns(on) => rows::ACCEPT_RUNS.with(on),
            Refusal::NotAsking => rows::NOT_ASKING.plain(),
            Refusal::Asking => rows::ASKING.plain(),
            Refusal::AskRuns(on) => rows::ASK_RUNS.with(on),
            Refusal::NotVerified(no) => rows::NOT_VERIFIED.with(no),
            Refusal::OnSiteNotAgreed => rows::ON_SITE_NOT_AGREED.plain(),
            Refusal::NoSession(no) => rows::NO_SESSION.with(no),
            Refusal::RecordingNotAgreed(no) => rows::RECORDING_NOT_AGREED.with(no),
            Refusal::NoStandstill => rows::NO_STANDSTILL.plain(),
            Refusal::NoText => rows::NO_TEXT.plain(),
            Refusal::AlreadySigned => rows::ALREADY_SIGNED.plain(),
            Refusal::BackToCourt => rows::BACK_TO_COURT.plain(),
            Refusal::ContractOnly => rows::CONTRACT_ONLY.plain(),
            Refusal::NotReplaced => rows::NOT_REPLACED.plain(),
        }
    }
}
