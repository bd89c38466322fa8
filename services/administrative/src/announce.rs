//! The public events of the area: references, codes, numbers and days, never names, texts or the numbers of
//! files. What one party does or receives in its own case is not public.

use jiefen_administrative_rules::Fact;
use jiefen_administrative_rules::reconsideration::{Ending, Fact as Own, Upshot};
use jiefen_ledger::wire::date_to;
use jiefen_ledger::{Announcement, Told, head};
use jiefen_proto::jiefen::administrative::v1 as pb;
use jiefen_proto::jiefen::common::v1::{Date as WireDate, FactHead};
use jiefen_vocab::{PartyRole, TrackKind};
use jiff::civil::Date;

use crate::codes;

macro_rules! events {
    ($($message:ident = $aggregate:literal, $fact:literal;)*) => {
        /// The types of the events that this area announces.
        pub const EVENTS: &[&str] = &[$(concat!("jiefen.administrative.v1.", stringify!($message)),)*];

        $(impl Event for pb::$message {
            const KIND: &'static str = concat!("jiefen.administrative.v1.", stringify!($message));
            const AGGREGATE: &'static str = $aggregate;
            const FACT: &'static str = $fact;
        })*
    };
}

trait Event: prost::Message {
    const KIND: &'static str;
    const AGGREGATE: &'static str;
    const FACT: &'static str;
}

events! {
    ApplicationReceived = "application", "received";
    CorrectionAsked = "application", "correction_asked";
    ReconsiderationAccepted = "case", "accepted";
    ProcedureConverted = "case", "converted";
    HearingNotified = "hearing", "notified";
    HearingHeld = "hearing", "held";
    MediationBegun = "mediation", "begun";
    MediationEnded = "mediation", "ended";
    StatementEffective = "statement", "effective";
    CaseSuspended = "case", "suspended";
    CaseResumed = "case", "resumed";
    TermExtended = "term", "extended";
    DecisionOverdue = "decision", "overdue";
    DecisionMade = "decision", "made";
    WithdrawalRuled = "withdrawal", "ruled";
    SuitRecorded = "decision", "sued";
    DutyPerformed = "duty", "performed";
    DutyPressed = "duty", "pressed";
    DutyEnforced = "duty", "enforced";
    OpinionGiven = "opinion", "given";
    OpinionReported = "opinion", "reported";
    CaseClosed = "case", "closed";
}

fn tell<E: Event>(event: E) -> Option<Announcement> {
    let payload = event.encode_to_vec();
    Some(Announcement { kind: E::KIND, aggregate: E::AGGREGATE, fact: E::FACT, payload })
}

fn day(on: Date) -> Option<WireDate> {
    Some(date_to(on))
}

type Head<'a> = &'a dyn Fn(&str) -> Option<FactHead>;

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    let Fact::Reconsideration(fact) = fact;
    let head: Head<'_> = &|basis| Some(head(told, basis));
    match fact {
        Own::Applied { .. }
        | Own::CorrectionAsked { .. }
        | Own::Accepted { .. }
        | Own::Converted { .. }
        | Own::HearingNotified { .. }
        | Own::HearingHeld { .. } => of_the_door_and_hearing(fact, head),
        Own::MediationBegun { .. }
        | Own::MediationEnded { .. }
        | Own::StatementInForce { .. }
        | Own::Suspended { .. }
        | Own::Resumed { .. }
        | Own::Extended { .. }
        | Own::DecisionOverdue { .. } => of_the_term(fact, head),
        Own::Decided { .. }
        | Own::WithdrawalRuled { .. }
        | Own::Sued { .. }
        | Own::Performed { .. }
        | Own::Pressed { .. }
        | Own::Enforced { .. }
        | Own::OpinionGiven { .. }
        | Own::OpinionReported { .. }
        | Own::Closed { .. } => of_the_outcome(fact, head),
        Own::ActDescribed { .. }
        | Own::CorrectionServed { .. }
        | Own::CorrectionExtended { .. }
        | Own::Corrected { .. }
        | Own::ReviewerNamed { .. }
        | Own::MarkedMajor { .. }
        | Own::MarkedTechnical { .. }
        | Own::CommitteeConsulted { .. }
        | Own::AdviceRecorded { .. }
        | Own::CopyServed { .. }
        | Own::Replied { .. }
        | Own::ReplyLapsed { .. }
        | Own::PartiesHeard { .. }
        | Own::StatementMade { .. }
        | Own::StatementSigned { .. }
        | Own::WithdrawalAsked { .. }
        | Own::Served { .. }
        | Own::SuitLapsed { .. }
        | Own::ReportsComplete { .. } => None,
    }
}

#[allow(clippy::wildcard_enum_match_arm, reason = "the caller sends only its own facts")]
fn of_the_door_and_hearing(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    match fact {
        Own::Applied { on, brief, act, .. } => {
            let applicants = brief.parties.iter().filter(|p| p.role == PartyRole::Applicant);
            tell(pb::ApplicationReceived {
                head: head("行政复议法20、22、30"),
                on: day(*on),
                act: act.as_ref().map(|act| codes::code(&act.kind)).unwrap_or_default(),
                applicants: u32::try_from(applicants.count()).unwrap_or(u32::MAX),
            })
        }
        Own::CorrectionAsked { on } => {
            tell(pb::CorrectionAsked { head: head("T-K-03"), on: day(*on) })
        }
        Own::Accepted { on, deemed, track, .. } => tell(pb::ReconsiderationAccepted {
            head: head("T-K-02"),
            on: day(*on),
            track: TrackKind::AdministrativeReconsideration.code().to_owned(),
            procedure: codes::code(track),
            deemed: *deemed,
        }),
        Own::Converted { on, .. } => {
            tell(pb::ProcedureConverted { head: head("行政复议法55"), on: day(*on) })
        }
        Own::HearingNotified { on, hearing_on } => tell(pb::HearingNotified {
            head: head("T-K-08"),
            on: day(*on),
            hearing_on: day(*hearing_on),
        }),
        Own::HearingHeld { on, head: respondent, .. } => tell(pb::HearingHeld {
            head: head("行政复议法50、51"),
            on: day(*on),
            respondent_head: codes::head(respondent).to_owned(),
        }),
        _ => None,
    }
}

#[allow(clippy::wildcard_enum_match_arm, reason = "the caller sends only its own facts")]
fn of_the_term(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    match fact {
        Own::MediationBegun { on } => {
            tell(pb::MediationBegun { head: head("行政复议法5、39"), on: day(*on) })
        }
        Own::MediationEnded { on, .. } => {
            tell(pb::MediationEnded { head: head("行政复议法39、73"), on: day(*on) })
        }
        Own::StatementInForce { on, duty, .. } => tell(pb::StatementEffective {
            head: head("T-K-10"),
            on: day(*on),
            duty: duty.is_some(),
        }),
        Own::Suspended { on, ground } => tell(pb::CaseSuspended {
            head: head("行政复议法39"),
            on: day(*on),
            ground: codes::code(ground),
        }),
        Own::Resumed { on } => {
            tell(pb::CaseResumed { head: head("行政复议法39"), on: day(*on) })
        }
        Own::Extended { on, days } => {
            tell(pb::TermExtended { head: head("T-K-06"), on: day(*on), days: *days })
        }
        Own::DecisionOverdue { on, .. } => {
            tell(pb::DecisionOverdue { head: head("T-K-06、T-K-07"), on: day(*on) })
        }
        _ => None,
    }
}

#[allow(clippy::wildcard_enum_match_arm, reason = "the caller sends only its own facts")]
fn of_the_outcome(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    match fact {
        Own::Decided { on, result, late, duty, .. } => {
            let (code, ground) = codes::upshot(result);
            tell(pb::DecisionMade {
                head: head(basis(result)),
                on: day(*on),
                result: code,
                ground,
                late: *late,
                duty: duty.is_some(),
            })
        }
        Own::WithdrawalRuled { party, granted, settled, on } => tell(pb::WithdrawalRuled {
            head: head("T-K-11"),
            party: *party,
            granted: *granted,
            settled: *settled,
            on: day(*on),
        }),
        Own::Sued { party, on } => {
            tell(pb::SuitRecorded { head: head("T-K-16"), party: *party, on: day(*on) })
        }
        Own::Performed { on, .. } => {
            tell(pb::DutyPerformed { head: head("行政复议法77、78"), on: day(*on) })
        }
        Own::Pressed { on, measure, by } => tell(pb::DutyPressed {
            head: head("行政复议法77"),
            on: day(*on),
            measure: codes::code(measure),
            by: day(*by),
        }),
        Own::Enforced { on, by } => {
            tell(pb::DutyEnforced {
                head: head("行政复议法78"), on: day(*on), by: codes::code(by)
            })
        }
        Own::OpinionGiven { no, on, .. } => {
            tell(pb::OpinionGiven { head: head("T-K-13"), no: *no, on: day(*on) })
        }
        Own::OpinionReported { no, on } => {
            tell(pb::OpinionReported { head: head("T-K-13"), no: *no, on: day(*on) })
        }
        Own::Closed { on, how, .. } => closed(*on, *how, head),
        _ => None,
    }
}

fn basis(result: &Upshot) -> &'static str {
    match result {
        Upshot::Refused(_) => "行政复议法30",
        Upshot::Dismissed(_) => "行政复议法33",
        Upshot::Decision(_) => "行政复议法61至71",
        Upshot::Mediated => "行政复议法73",
    }
}

fn closed(on: Date, ending: Ending, head: Head<'_>) -> Option<Announcement> {
    let basis = match ending {
        Ending::Abandoned => "T-K-03",
        Ending::NotOpen | Ending::InCourt => "T-K-16",
        Ending::Withdrawn | Ending::Settled => "T-K-11",
        Ending::Terminated(_) => "行政复议法41",
        Ending::SuspensionOver(_) => "T-K-12",
        Ending::Concluded => "行政复议法75",
        Ending::Mediated => "行政复议法73",
        Ending::Performed => "行政复议法77",
        Ending::Enforced(_) => "行政复议法78",
    };
    let (how, ground) = codes::ending(ending);
    tell(pb::CaseClosed { head: head(basis), on: day(on), how: how.to_owned(), ground })
}
