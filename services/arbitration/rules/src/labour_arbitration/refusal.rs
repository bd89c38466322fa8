//! Why a command is not lawful now.

use jiefen_procedure::matrix::Bar;
use jiefen_procedure::words::Words;
use jiefen_procedure::{Explain, Refused};
use jiff::civil::Date;

use super::chart;
use super::codes::SimplifiedBar;
use super::words;

/// A refusal of labour arbitration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No case yet.
    NotBegun,
    /// The case exists.
    AlreadyBegun,
    /// 互斥表不允许
    Barred(Bar),
    /// The state does not allow it.
    NotNow(&'static str),
    /// The case has ended.
    Ended(&'static str),
    /// A day that has not come.
    DateInFuture(Date),
    /// A day before what must come first.
    DateTooEarly(Date),
    /// The law's table has no such limit.
    NoSuchLimit(Box<Refused>),
    /// An application at the window without its dispute.
    BriefMissing,
    /// The application is about another dispute than the one taken over.
    OtherDispute,
    /// The sides are not those of the brief.
    WrongSides,
    /// The party may not do this.
    WrongParty(u32),
    /// The limit still runs.
    NotYetExpired(Date),
    /// It was done already.
    AlreadyDone,
    /// Fewer than ten workers or no common claim.
    NotCollective,
    /// Not three to five, or not workers of the case.
    WrongRepresentatives,
    /// Not one or three arbitrators.
    WrongTribunal,
    /// A collective case needs three.
    ThreeArbitratorsNeeded,
    /// No tribunal yet.
    NoTribunal,
    /// The notice was not given five working days before.
    NoticeTooLate(Date),
    /// The request came later than three working days before.
    PostponementTooLate(Date),
    /// No hearing was announced for this day.
    HearingNotNotified,
    /// The award needs a hearing first.
    NotHeard,
    /// The award needs the mediation step first.
    MediationStepMissing,
    /// A statement waits for signatures.
    StatementPending,
    /// No statement waits for signatures.
    NoStatement,
    /// No stay is running, or the term is over.
    TermOver(Date),
    /// The director's fifteen days are used up.
    ExtensionUsed,
    /// Each worker needs an item, and no other may have one.
    ItemsDoNotFit,
    /// No minimum wage, or one without a source.
    MinimumWageMissing,
    /// Nobody raised limitation.
    LimitationNotRaised,
    /// The limitation has not run.
    LimitationNotRun,
    /// Not a money claim, or not clear, or no hardship.
    AdvanceNotAllowed,
    /// The paper does not exist, or does not concern the party.
    NoSuchPaper,
    /// A final award binds the employer: no suit.
    FinalForEmployer,
    /// A non-final award is not set aside.
    NotFinal,
    /// The worker has sued.
    WorkerSued,
    /// The right has passed.
    RightLost(Date),
    /// The hearing is set: the court does not take the suit yet.
    HearingSet(Date),
    /// 集体争议开庭前应当引导当事人协商或者先行调解
    GuideFirst,
    /// 有不得简易处理的情形
    SimplifiedBarred(SimplifiedBar),
    /// 不符合简易处理的条件
    SimplifiedNotOpen,
    /// 案件没有决定简易处理
    NotSimplified,
    /// 新的答辩期限应当晚于商定之日，早于原期限 某
    NotShorter(Date),
    /// 第 某 号当事人没有确认收到简便方式的开庭通知，不得按撤回处理或者缺席裁决
    NoticeUnconfirmed(u32),
    /// 因履行集体合同发生的争议，由劳动行政部门、工会、企业方面各一人组成仲裁庭
    TripartiteNeeded,
    /// 争议没有认定为因履行集体合同发生
    NotCollectiveContract,
    /// 该项请求已经先行裁决
    DecidedInPart,
    /// 没有留下待裁决的请求
    NothingLeft,
    /// 同类的先行裁决各方权利尚未了结
    PartOpen,
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
            | Refusal::NoticeTooLate(day)
            | Refusal::PostponementTooLate(day)
            | Refusal::TermOver(day)
            | Refusal::RightLost(day)
            | Refusal::NotShorter(day)
            | Refusal::HearingSet(day) => day.to_string(),
            Refusal::SimplifiedBarred(bar) => bar.zh().to_owned(),
            Refusal::WrongParty(party) | Refusal::NoticeUnconfirmed(party) => party.to_string(),
            Refusal::NoSuchLimit(refused) => refused.zh.clone(),
            Refusal::Barred(_)
            | Refusal::NotBegun
            | Refusal::AlreadyBegun
            | Refusal::BriefMissing
            | Refusal::OtherDispute
            | Refusal::WrongSides
            | Refusal::AlreadyDone
            | Refusal::NotCollective
            | Refusal::WrongRepresentatives
            | Refusal::WrongTribunal
            | Refusal::ThreeArbitratorsNeeded
            | Refusal::NoTribunal
            | Refusal::HearingNotNotified
            | Refusal::NotHeard
            | Refusal::MediationStepMissing
            | Refusal::StatementPending
            | Refusal::NoStatement
            | Refusal::ExtensionUsed
            | Refusal::ItemsDoNotFit
            | Refusal::MinimumWageMissing
            | Refusal::LimitationNotRaised
            | Refusal::LimitationNotRun
            | Refusal::AdvanceNotAllowed
            | Refusal::NoSuchPaper
            | Refusal::FinalForEmployer
            | Refusal::NotFinal
            | Refusal::WorkerSued
            | Refusal::GuideFirst
            | Refusal::SimplifiedNotOpen
            | Refusal::NotSimplified
            | Refusal::TripartiteNeeded
            | Refusal::NotCollectiveContract
            | Refusal::DecidedInPart
            | Refusal::NothingLeft
            | Refusal::PartOpen => String::new(),
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
            Refusal::NoSuchLimit(_) => words::NO_SUCH_LIMIT,
            Refusal::BriefMissing => words::BRIEF_MISSING,
            Refusal::OtherDispute => words::OTHER_DISPUTE,
            Refusal::WrongSides => words::WRONG_SIDES,
            Refusal::WrongParty(_) => words::WRONG_PARTY,
            Refusal::NotYetExpired(_) => words::NOT_YET_EXPIRED,
            Refusal::AlreadyDone => words::ALREADY_DONE,
            Refusal::NotCollective => words::NOT_COLLECTIVE,
            Refusal::WrongRepresentatives => words::WRONG_REPRESENTATIVES,
            Refusal::WrongTribunal => words::WRONG_TRIBUNAL,
            Refusal::ThreeArbitratorsNeeded => words::THREE_ARBITRATORS_NEEDED,
            Refusal::NoTribunal => words::NO_TRIBUNAL,
            Refusal::NoticeTooLate(_) => words::NOTICE_TOO_LATE,
            Refusal::PostponementTooLate(_) => words::POSTPONEMENT_TOO_LATE,
            Refusal::HearingNotNotified => words::HEARING_NOT_NOTIFIED,
            Refusal::NotHeard => words::NOT_HEARD,
            Refusal::MediationStepMissing => words::MEDIATION_STEP_MISSING,
            Refusal::StatementPending => words::STATEMENT_PENDING,
            Refusal::NoStatement => words::NO_STATEMENT,
            Refusal::TermOver(_) => words::TERM_OVER,
            Refusal::ExtensionUsed => words::EXTENSION_USED,
            Refusal::ItemsDoNotFit => words::ITEMS_DO_NOT_FIT,
            Refusal::MinimumWageMissing => words::MINIMUM_WAGE_MISSING,
            Refusal::LimitationNotRaised => words::LIMITATION_NOT_RAISED,
            Refusal::LimitationNotRun => words::LIMITATION_NOT_RUN,
            Refusal::AdvanceNotAllowed => words::ADVANCE_NOT_ALLOWED,
            Refusal::NoSuchPaper => words::NO_SUCH_PAPER,
            Refusal::FinalForEmployer => words::FINAL_FOR_EMPLOYER,
            Refusal::NotFinal => words::NOT_FINAL,
            Refusal::WorkerSued => words::WORKER_SUED,
            Refusal::RightLost(_) => words::RIGHT_LOST,
            Refusal::HearingSet(_) => words::HEARING_SET,
            Refusal::GuideFirst => words::GUIDE_FIRST,
            Refusal::SimplifiedBarred(_) => words::SIMPLIFIED_BARRED,
            Refusal::SimplifiedNotOpen => words::SIMPLIFIED_NOT_OPEN,
            Refusal::NotSimplified => words::NOT_SIMPLIFIED,
            Refusal::NotShorter(_) => words::NOT_SHORTER,
            Refusal::NoticeUnconfirmed(_) => words::NOTICE_UNCONFIRMED,
            Refusal::TripartiteNeeded => words::TRIPARTITE_NEEDED,
            Refusal::NotCollectiveContract => words::NOT_COLLECTIVE_CONTRACT,
            Refusal::DecidedInPart => words::DECIDED_IN_PART,
            Refusal::NothingLeft => words::NOTHING_LEFT,
            Refusal::PartOpen => words::PART_OPEN,
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
        let en = self.words().en;
        if let Refusal::NotNow(state) | Refusal::Ended(state) = self {
            return en.replace("{}", state);
        }
        if let Refusal::NoSuchLimit(refused) = self {
            return refused.en.clone();
        }
        if let Refusal::SimplifiedBarred(bar) = self {
            return en.replace("{}", bar.code());
        }
        en.replace("{}", &self.detail())
    }

    fn basis(&self) -> &'static str {
        self.words().basis
    }

    fn instead(&self) -> String {
        if let Refusal::Barred(bar) = self {
            return bar.said().instead();
        }
        if let Refusal::NotNow(state) = self {
            return chart::instead(state);
        }
        self.words().instead.to_owned()
    }
}
