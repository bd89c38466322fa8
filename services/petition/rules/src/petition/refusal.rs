//! Why a command is not lawful now.

use jiefen_procedure::matrix::Bar;
use jiefen_procedure::words::Words;
use jiefen_procedure::{Explain, Refused};
use jiefen_vocab::Agency;
use jiff::civil::Date;

use super::chart;
use super::words;

/// A refusal of a petition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No matter yet.
    NotBegun,
    /// The matter exists.
    AlreadyBegun,
    /// 互斥表不允许
    Barred(Bar),
    /// The state does not allow it.
    NotNow(&'static str),
    /// The matter has ended.
    Ended(&'static str),
    /// A day that has not come.
    DateInFuture(Date),
    /// A day before what must come first.
    DateTooEarly(Date),
    /// The law's table has no such limit.
    NoSuchLimit(Box<Refused>),
    /// The limit still runs.
    NotYetExpired(Date),
    /// It was done already.
    AlreadyDone,
    /// No petitioner, or representatives who are none.
    NotPetitioners,
    /// More than five come.
    TooManyRepresentatives,
    /// Nothing bars the matter.
    NothingBars,
    /// Nothing grave to report, or it was reported.
    NothingToReport,
    /// An accused unit may not see the matter.
    AccusedMayNotSee(Agency),
    /// The person stepped aside.
    Recused,
    /// Only claims are sorted by art. 31.
    NotAClaim,
    /// The track is not of this branch.
    RouteDoesNotFit,
    /// Not yet sorted.
    NotClassified,
    /// The unit objected.
    SameUnit,
    /// The unit has not received it.
    NotReceived,
    /// The unit was designated, or took the matter as its own.
    CompetenceFixed,
    /// The five working days are over.
    ObjectionLate(Date),
    /// The reply does not fit the matter.
    NoSuchReply,
    /// The matter has a statutory way.
    StatutoryChannel,
    /// The matter is answered, not accepted for an opinion.
    ReplyInstead,
    /// The thirty days more are used up.
    ExtensionUsed,
    /// The term is over.
    TermOver(Date),
    /// The written reply was not served.
    NotServed,
    /// The right has passed.
    RightLost(Date),
    /// No hearing goes on.
    NoHearing,
    /// A hearing goes on.
    HearingOpen,
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
            | Refusal::ObjectionLate(day)
            | Refusal::TermOver(day)
            | Refusal::RightLost(day) => day.to_string(),
            Refusal::AccusedMayNotSee(unit) => unit.to_string(),
            Refusal::NoSuchLimit(refused) => refused.zh.clone(),
            Refusal::Barred(_)
            | Refusal::NotBegun
            | Refusal::AlreadyBegun
            | Refusal::AlreadyDone
            | Refusal::NotPetitioners
            | Refusal::TooManyRepresentatives
            | Refusal::NothingBars
            | Refusal::NothingToReport
            | Refusal::Recused
            | Refusal::NotAClaim
            | Refusal::RouteDoesNotFit
            | Refusal::NotClassified
            | Refusal::SameUnit
            | Refusal::NotReceived
            | Refusal::CompetenceFixed
            | Refusal::NoSuchReply
            | Refusal::StatutoryChannel
            | Refusal::ReplyInstead
            | Refusal::ExtensionUsed
            | Refusal::NotServed
            | Refusal::NoHearing
            | Refusal::HearingOpen => String::new(),
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
            Refusal::NotYetExpired(_) => words::NOT_YET_EXPIRED,
            Refusal::AlreadyDone => words::ALREADY_DONE,
            Refusal::NotPetitioners => words::NOT_PETITIONERS,
            Refusal::TooManyRepresentatives => words::TOO_MANY_REPRESENTATIVES,
            Refusal::NothingBars => words::NOTHING_BARS,
            Refusal::NothingToReport => words::NOTHING_TO_REPORT,
            Refusal::AccusedMayNotSee(_) => words::ACCUSED_MAY_NOT_SEE,
            Refusal::Recused => words::RECUSED,
            Refusal::NotAClaim => words::NOT_A_CLAIM,
            Refusal::RouteDoesNotFit => words::ROUTE_DOES_NOT_FIT,
            Refusal::NotClassified => words::NOT_CLASSIFIED,
            Refusal::SameUnit => words::SAME_UNIT,
            Refusal::NotReceived => words::NOT_RECEIVED,
            Refusal::CompetenceFixed => words::COMPETENCE_FIXED,
            Refusal::ObjectionLate(_) => words::OBJECTION_LATE,
            Refusal::NoSuchReply => words::NO_SUCH_REPLY,
            Refusal::StatutoryChannel => words::STATUTORY_CHANNEL,
            Refusal::ReplyInstead => words::REPLY_INSTEAD,
            Refusal::ExtensionUsed => words::EXTENSION_USED,
            Refusal::TermOver(_) => words::TERM_OVER,
            Refusal::NotServed => words::NOT_SERVED,
            Refusal::RightLost(_) => words::RIGHT_LOST,
            Refusal::NoHearing => words::NO_HEARING,
            Refusal::HearingOpen => words::HEARING_OPEN,
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
