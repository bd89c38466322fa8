//! Why a command is not lawful now.

use jiefen_procedure::matrix::Bar;
use jiefen_procedure::{Explain, Refused};
use jiefen_vocab::TrackKind;
use jiff::civil::Date;

use super::rows;
use crate::agreement::{ContentFault, Window};
use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, of_day, of_limit};

/// Why a command on a people's mediation is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 尚未开始
    NotBegun,
    /// 已经登记
    AlreadyBegun,
    /// 已经结束
    AlreadyEnded,
    /// 不是民间纠纷
    NotCivil,
    /// 途径不是人民调解
    OtherRoute(TrackKind),
    /// 当事人不足两方
    TwoPartiesNeeded,
    /// 没有该当事人
    NoSuchParty(u32),
    /// 不是申请人
    NotApplicant(u32),
    /// 缺少同意
    ConsentMissing(u32),
    /// 没有全部同意
    NotAgreed(u32),
    /// 尚未受理
    NotAccepted,
    /// 已经受理
    AlreadyAccepted,
    /// 互斥表不允许
    Barred(Bar),
    /// 未告知权利义务
    RightsNotTold,
    /// 医院未告知
    HospitalNotices,
    /// 其他途径在办
    HandledElsewhere,
    /// 没有调解员
    MediatorWanted,
    /// 当事人不接受该调解员
    MediatorNotAccepted,
    /// 不得面对面
    FaceToFace,
    /// 监护人未到场
    GuardianAbsent(u32),
    /// 无人到场
    NobodyPresent,
    /// 期日已过
    SessionInPast(Date),
    /// 没有提时间或者提得太多
    SlotsWanted,
    /// 同一时间提了两次
    SlotTwice,
    /// 没有要选的时间
    NoSlots,
    /// 没有该编号的时间
    NoSuchSlot(u32),
    /// 超过调解期限
    PastTerm(Date),
    /// 期限未满
    TermRuns(Date),
    /// 延长为零
    ExtensionEmpty,
    /// 鉴定期间计入
    AppraisalCounts,
    /// 正在鉴定
    AppraisalRuns,
    /// 没有鉴定
    NoAppraisal,
    /// 没有协议文本
    NotDrafted,
    /// 协议没有内容
    AgreementEmpty,
    /// 文本摘要不对
    BadHash,
    /// 义务条款有误
    ObligationFaulty(u32),
    /// 内容不得约定
    ContentForbidden(ContentFault),
    /// 文本已变
    TextChanged,
    /// 已经确认
    AlreadyConfirmed(u32),
    /// 尚未确认
    NotConfirmed(u32),
    /// 已经签名
    AlreadySigned,
    /// 协议已生效
    AgreementBinds,
    /// 没有生效协议
    NoAgreement,
    /// 该窗口不开放
    WindowNotOpen(Window),
    /// 该窗口已过
    WindowPast(Date),
    /// 效力没有提高
    ForceNotGreater,
    /// 没有该义务
    NoSuchObligation(u32),
    /// 已经履行
    AlreadyPerformed(u32),
    /// 没有凭证
    ProofWanted,
    /// 尚未到期
    NotYetDue(Date),
    /// 已经登记违约
    AlreadyBroken(u32),
    /// 没有违约
    NothingBroken,
    /// 起诉不排斥调解
    SuitNoBar,
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

impl From<Bar> for Refusal {
    fn from(bar: Bar) -> Refusal {
        Refusal::Barred(bar)
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
            Refusal::NotCivil => rows::NOT_CIVIL.plain(),
            Refusal::OtherRoute(track) => rows::OTHER_ROUTE.with(track.zh()),
            Refusal::TwoPartiesNeeded => rows::TWO_PARTIES_NEEDED.plain(),
            Refusal::NoSuchParty(no) => rows::NO_SUCH_PARTY.with(no),
            Refusal::NotApplicant(no) => rows::NOT_APPLICANT.with(no),
            Refusal::ConsentMissing(no) => rows::CONSENT_MISSING.with(no),
            Refusal::NotAgreed(no) => rows::NOT_AGREED.with(no),
            Refusal::NotAccepted => rows::NOT_ACCEPTED.plain(),
            Refusal::AlreadyAccepted => rows::ALREADY_ACCEPTED.plain(),
            Refusal::Barred(bar) => bar.said(),
            Refusal::RightsNotTold => rows::RIGHTS_NOT_TOLD.plain(),
            Refusal::HospitalNotices => rows::HOSPITAL_NOTICES.plain(),
            Refusal::HandledElsewhere => rows::HANDLED_ELSEWHERE.plain(),
            Refusal::MediatorWanted => rows::MEDIATOR_WANTED.plain(),
            Refusal::MediatorNotAccepted => rows::MEDIATOR_NOT_ACCEPTED.plain(),
            Refusal::FaceToFace => rows::FACE_TO_FACE.plain(),
            Refusal::GuardianAbsent(no) => rows::GUARDIAN_ABSENT.with(no),
            Refusal::NobodyPresent => rows::NOBODY_PRESENT.plain(),
            Refusal::SessionInPast(on) => rows::SESSION_IN_PAST.with(on),
            Refusal::SlotsWanted => rows::SLOTS_WANTED.plain(),
            Refusal::SlotTwice => rows::SLOT_TWICE.plain(),
            Refusal::NoSlots => rows::NO_SLOTS.plain(),
            Refusal::NoSuchSlot(no) => rows::NO_SUCH_SLOT.with(no),
            Refusal::PastTerm(on) => rows::PAST_TERM.with(on),
            Refusal::TermRuns(on) => rows::TERM_RUNS.with(on),
            Refusal::ExtensionEmpty => rows::EXTENSION_EMPTY.plain(),
            Refusal::AppraisalCounts => rows::APPRAISAL_COUNTS.plain(),
            Refusal::AppraisalRuns => rows::APPRAISAL_RUNS.plain(),
            Refusal::NoAppraisal => rows::NO_APPRAISAL.plain(),
            Refusal::SuitNoBar => rows::SUIT_NO_BAR.plain(),
            Refusal::NotDrafted => rows::NOT_DRAFTED.plain(),
            Refusal::AgreementEmpty => rows::AGREEMENT_EMPTY.plain(),
            Refusal::BadHash => rows::BAD_HASH.plain(),
            Refusal::ObligationFaulty(no) => rows::OBLIGATION_FAULTY.with(no),
            Refusal::ContentForbidden(fault) => rows::CONTENT_FORBIDDEN.with(fault.zh()),
            Refusal::TextChanged => rows::TEXT_CHANGED.plain(),
            Refusal::AlreadyConfirmed(no) => rows::ALREADY_CONFIRMED.with(no),
            Refusal::NotConfirmed(no) => rows::NOT_CONFIRMED.with(no),
            Refusal::AlreadySigned => rows::ALREADY_SIGNED.plain(),
            Refusal::AgreementBinds => rows::AGREEMENT_BINDS.plain(),
            Refusal::NoAgreement => rows::NO_AGREEMENT.plain(),
            Refusal::WindowNotOpen(window) => rows::WINDOW_NOT_OPEN.with(window.zh()),
            Refusal::WindowPast(on) => rows::WINDOW_PAST.with(on),
            Refusal::ForceNotGreater => rows::FORCE_NOT_GREATER.plain(),
            Refusal::NoSuchObligation(no) => rows::NO_SUCH_OBLIGATION.with(no),
            Refusal::AlreadyPerformed(no) => rows::ALREADY_PERFORMED.with(no),
            Refusal::ProofWanted => rows::PROOF_WANTED.plain(),
            Refusal::NotYetDue(on) => rows::NOT_YET_DUE.with(on),
            Refusal::AlreadyBroken(no) => rows::ALREADY_BROKEN.with(no),
            Refusal::NothingBroken => rows::NOTHING_BROKEN.plain(),
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
