//! Why a command is not lawful now.

use jiefen_procedure::Explain;
use jiefen_procedure::matrix::Bar;
use jiefen_procedure::words::Words;
use jiff::civil::Date;

use super::chart;
use super::words;

/// A refusal of reconsideration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 这里还没有这件复议案
    NotBegun,
    /// 这件复议案已经登记
    AlreadyBegun,
    /// 互斥表不允许
    Barred(Bar),
    /// 案件处于“…”，现在不能办理此事
    NotNow(&'static str),
    /// 案件已结束（…），不能再办理
    Ended(&'static str),
    /// 日期 … 还没有到
    DateInFuture(Date),
    /// 日期早于应当在先的 …
    DateTooEarly(Date),
    /// 这件纠纷选择的途径不是行政复议
    OtherRoute,
    /// 缺少申请人或者被申请人
    SidesMissing,
    /// 第…号当事人不能办理此事
    WrongParty(u32),
    /// 这一步已经办过
    AlreadyDone,
    /// 文书还没有送达，期限没有开始
    NotServed,
    /// 期限到 … 为止，还没有届满
    NotYetExpired(Date),
    /// 期限已在 … 届满
    TermOver(Date),
    /// 审查期限已在 … 届满，申请视为受理
    DeemedAccepted(Date),
    /// 还没有登记被复议的行政行为
    ActMissing,
    /// 申请期限已在 … 届满
    RightLost(Date),
    /// 申请没有逾期，期限到 … 为止
    NotLate(Date),
    /// 同一行政行为的复议申请已经受理过
    AlreadyReviewed,
    /// 和解撤回后，不得以同一事实和理由再次申请
    WithdrawnBefore,
    /// 没有写明有管辖权的机关
    CompetentMissing,
    /// 不属于简易程序的情形，各方也没有都同意
    SimplifiedNotOpen,
    /// 案件适用简易程序，不能听证、延期或者按重大疑难复杂案件决定
    ConvertFirst,
    /// 第…号被申请人还没有收到申请书副本
    CopyMissing(u32),
    /// 第…号被申请人的答复期限还没有届满
    ReplyPending(u32),
    /// 还没有听取当事人的意见
    PartiesNotHeard,
    /// 重大、疑难、复杂案件应当先举行听证
    HearingMissing,
    /// 应当提请行政复议委员会提出咨询意见
    CommitteeMissing,
    /// 咨询意见还没有取得
    AdvicePending,
    /// 没有写明咨询意见
    AdviceEmpty,
    /// 没有待记录意见的咨询
    NotConsulted,
    /// 没有作出相应认定
    NotMarked,
    /// 听证通知最迟应当在 … 发出
    NoticeTooLate(Date),
    /// 这一天的听证没有通知过
    HearingNotNotified,
    /// 听证应有一名主持人、两名以上听证员和一名记录员，不能兼任
    PanelIncomplete,
    /// 被申请人负责人不参加听证，没有书面理由
    ReasonsMissing,
    /// 因调解中止须有申请人和被申请人同意
    ConsentNeeded,
    /// 第…号当事人没有同意调解
    NotAgreed(u32),
    /// 还没有制作调解书
    NoStatement,
    /// 第…号当事人还没有在调解书上签字
    SignatureMissing(u32),
    /// 这一中止原因不因满六十日而终止案件
    NotTerminable,
    /// 期限已经延长过
    ExtensionUsed,
    /// 延长应为一日至三十日
    ExtensionTooLong,
    /// 被申请人逾期未答复，该行为视为没有证据、依据
    ActUnproved,
    /// 不得作出对申请人更为不利的变更
    WorseForApplicant,
    /// 这类决定应当写明由谁在何日前履行
    DutyMissing,
    /// 复议已受理，在法定复议期限内不得起诉
    SuitExcluded,
    /// 调解书已经生效，应当履行
    StatementBinds,
    /// 这件文书没有需要履行的内容
    NoDuty,
    /// 没有写明履行凭证
    ProofMissing,
    /// 责令、约谈、通报只用于被申请人
    RespondentOnly,
    /// 被申请人不履行的，不用强制执行
    NotRespondent,
    /// 第…号当事人的起诉期限还没有届满
    SuitOpen(u32),
    /// 维持的由作出行政行为的机关执行，变更的和调解书由复议机关执行
    WrongEnforcer,
    /// 该申请人没有申请撤回
    NoWithdrawal,
    /// 没有第…号意见书
    NoSuchOpinion(u32),
    /// 期限表中没有这一期限
    NoSuchLimit {
        /// The rule.
        rule: String,
        /// Why it gives no day.
        why: String,
    },
}

impl From<Bar> for Refusal {
    fn from(bar: Bar) -> Refusal {
        Refusal::Barred(bar)
    }
}

impl Refusal {
    fn detail(&self) -> String {
        match self {
            Refusal::NotNow(state) | Refusal::Ended(state) => chart::zh(state).to_owned(),
            Refusal::DateInFuture(day)
            | Refusal::DateTooEarly(day)
            | Refusal::NotYetExpired(day)
            | Refusal::TermOver(day)
            | Refusal::DeemedAccepted(day)
            | Refusal::RightLost(day)
            | Refusal::NotLate(day)
            | Refusal::NoticeTooLate(day) => day.to_string(),
            Refusal::WrongParty(no)
            | Refusal::CopyMissing(no)
            | Refusal::ReplyPending(no)
            | Refusal::NotAgreed(no)
            | Refusal::SignatureMissing(no)
            | Refusal::SuitOpen(no)
            | Refusal::NoSuchOpinion(no) => no.to_string(),
            Refusal::NoSuchLimit { rule, why } => format!("{rule}：{why}"),
            Refusal::Barred(_)
            | Refusal::NotBegun
            | Refusal::AlreadyBegun
            | Refusal::OtherRoute
            | Refusal::SidesMissing
            | Refusal::AlreadyDone
            | Refusal::NotServed
            | Refusal::AlreadyReviewed
            | Refusal::WithdrawnBefore
            | Refusal::ActMissing
            | Refusal::CompetentMissing
            | Refusal::SimplifiedNotOpen
            | Refusal::ConvertFirst
            | Refusal::PartiesNotHeard
            | Refusal::HearingMissing
            | Refusal::CommitteeMissing
            | Refusal::AdvicePending
            | Refusal::AdviceEmpty
            | Refusal::NotConsulted
            | Refusal::NotMarked
            | Refusal::HearingNotNotified
            | Refusal::PanelIncomplete
            | Refusal::ReasonsMissing
            | Refusal::ConsentNeeded
            | Refusal::NoStatement
            | Refusal::NotTerminable
            | Refusal::ExtensionUsed
            | Refusal::ExtensionTooLong
            | Refusal::ActUnproved
            | Refusal::WorseForApplicant
            | Refusal::DutyMissing
            | Refusal::SuitExcluded
            | Refusal::StatementBinds
            | Refusal::NoDuty
            | Refusal::ProofMissing
            | Refusal::RespondentOnly
            | Refusal::NotRespondent
            | Refusal::WrongEnforcer
            | Refusal::NoWithdrawal => String::new(),
        }
    }

    fn words(&self) -> Words {
        match self {
            Refusal::Barred(bar) => bar.said().words,
            Refusal::NotBegun => words::NOT_BEGUN,
            Refusal::AlreadyBegun => words::ALREADY_BEGUN,
            Refusal::NotNow(_) => words::NOT_NOW,
            Refusal::Ended(_) => words::ENDED,
            Refusal::DateInFuture(_) => words::DATE_IN_FUTURE,
            Refusal::DateTooEarly(_) => words::DATE_TOO_EARLY,
            Refusal::OtherRoute => words::OTHER_ROUTE,
            Refusal::SidesMissing => words::SIDES_MISSING,
            Refusal::WrongParty(_) => words::WRONG_PARTY,
            Refusal::AlreadyDone => words::ALREADY_DONE,
            Refusal::NotServed => words::NOT_SERVED,
            Refusal::NotYetExpired(_) => words::NOT_YET_EXPIRED,
            Refusal::TermOver(_) => words::TERM_OVER,
            Refusal::DeemedAccepted(_) => words::DEEMED_ACCEPTED,
            Refusal::ActMissing => words::ACT_MISSING,
            Refusal::RightLost(_) => words::RIGHT_LOST,
            Refusal::NotLate(_) => words::NOT_LATE,
            Refusal::AlreadyReviewed => words::ALREADY_REVIEWED,
            Refusal::WithdrawnBefore => words::WITHDRAWN_BEFORE,
            Refusal::CompetentMissing => words::COMPETENT_MISSING,
            Refusal::SimplifiedNotOpen => words::SIMPLIFIED_NOT_OPEN,
            Refusal::ConvertFirst => words::CONVERT_FIRST,
            Refusal::CopyMissing(_) => words::COPY_MISSING,
            Refusal::ReplyPending(_) => words::REPLY_PENDING,
            Refusal::PartiesNotHeard => words::PARTIES_NOT_HEARD,
            Refusal::HearingMissing => words::HEARING_MISSING,
            Refusal::NoticeTooLate(_) => words::NOTICE_TOO_LATE,
            Refusal::HearingNotNotified => words::HEARING_NOT_NOTIFIED,
            Refusal::PanelIncomplete => words::PANEL_INCOMPLETE,
            Refusal::ReasonsMissing => words::REASONS_MISSING,
            Refusal::ConsentNeeded => words::CONSENT_NEEDED,
            Refusal::NotAgreed(_) => words::NOT_AGREED,
            Refusal::NoStatement => words::NO_STATEMENT,
            Refusal::SignatureMissing(_) => words::SIGNATURE_MISSING,
            Refusal::NotTerminable => words::NOT_TERMINABLE,
            Refusal::ExtensionUsed => words::EXTENSION_USED,
            Refusal::ExtensionTooLong => words::EXTENSION_TOO_LONG,
            Refusal::ActUnproved => words::ACT_UNPROVED,
            Refusal::WorseForApplicant => words::WORSE_FOR_APPLICANT,
            Refusal::DutyMissing => words::DUTY_MISSING,
            Refusal::SuitExcluded => words::SUIT_EXCLUDED,
            Refusal::StatementBinds => words::STATEMENT_BINDS,
            Refusal::NoDuty => words::NO_DUTY,
            Refusal::ProofMissing => words::PROOF_MISSING,
            Refusal::RespondentOnly => words::RESPONDENT_ONLY,
            Refusal::NotRespondent => words::NOT_RESPONDENT,
            Refusal::SuitOpen(_) => words::SUIT_OPEN,
            Refusal::WrongEnforcer => words::WRONG_ENFORCER,
            Refusal::NoWithdrawal => words::NO_WITHDRAWAL,
            Refusal::NoSuchOpinion(_) => words::NO_SUCH_OPINION,
            Refusal::NoSuchLimit { .. } => words::NO_SUCH_LIMIT,
            Refusal::CommitteeMissing => words::COMMITTEE_MISSING,
            Refusal::AdvicePending => words::ADVICE_PENDING,
            Refusal::AdviceEmpty => words::ADVICE_EMPTY,
            Refusal::NotConsulted => words::NOT_CONSULTED,
            Refusal::NotMarked => words::NOT_MARKED,
        }
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        self.words().name
    }

    fn zh(&self) -> String {
        self.words().zh.replace("{}", &self.detail())
    }

    fn en(&self) -> String {
        let detail = if let Refusal::NotNow(state) | Refusal::Ended(state) = self {
            (*state).to_owned()
        } else {
            self.detail()
        };
        self.words().en.replace("{}", &detail)
    }

    fn basis(&self) -> &'static str {
        self.words().basis
    }

    fn instead(&self) -> String {
        if let Refusal::Barred(bar) = self {
            return bar.said().instead();
        }
        if let Refusal::NotNow(state) = self {
            chart::instead(state)
        } else {
            self.words().instead.to_owned()
        }
    }
}
