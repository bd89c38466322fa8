//! The public events of assessment: codes, numbers and dates, never reasons, texts or staff.

use jiefen_assessment_rules::Fact;
use jiefen_assessment_rules::order::{Fact as OrderFact, Stage};
use jiefen_assessment_rules::sheet::Fact as SheetFact;
use jiefen_ledger::wire::date_to;
use jiefen_ledger::{Announcement, Told, head};
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_proto::jiefen::common::v1::Date as WireDate;
use jiff::civil::Date;

/// Assessment and supervision (实施方案九(三)).
const BASIS: &str = "贺党办〔2021〕15号 九(三)";

macro_rules! events {
    ($($message:ident = $aggregate:literal, $fact:literal;)*) => {
        /// The types of the events that this area announces.
        pub const EVENTS: &[&str] = &[$(concat!("jiefen.assessment.v1.", stringify!($message)),)*];

        $(impl Event for pb::$message {
            const KIND: &'static str = concat!("jiefen.assessment.v1.", stringify!($message));
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
    PeriodFrozen = "sheet", "frozen";
    SheetRecomputed = "sheet", "recomputed";
    FigureCorrected = "sheet", "corrected";
    AppealMade = "sheet", "appealed";
    AppealDecided = "sheet", "appeal_decided";
    AppealsClosed = "sheet", "appeals_closed";
    SheetSigned = "sheet", "signed";
    OrderSigned = "order", "signed";
    OrderWithdrawn = "order", "withdrawn";
    OrderAnswered = "order", "answered";
    ReplyFellDue = "order", "overdue";
    CircularIssued = "order", "circulated";
    PerformanceVerified = "order", "verified";
    AnswerRejected = "order", "rejected";
    TalkFellDue = "order", "talk_due";
}

fn tell<E: Event>(event: E) -> Option<Announcement> {
    let payload = event.encode_to_vec();
    Some(Announcement { kind: E::KIND, aggregate: E::AGGREGATE, fact: E::FACT, payload })
}

fn day(on: Date) -> Option<WireDate> {
    Some(date_to(on))
}

fn size<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    match fact {
        Fact::Sheet(fact) => sheet(told, fact),
        Fact::Order(fact) => order(told, fact),
    }
}

fn sheet(told: &Told<'_>, fact: &SheetFact) -> Option<Announcement> {
    let head = Some(head(told, BASIS));
    match fact {
        SheetFact::PeriodFrozen { unit, period, figures, .. } => tell(pb::PeriodFrozen {
            head,
            unit: unit.map(|unit| unit.to_string()).unwrap_or_default(),
            from: day(period.from),
            to: day(period.to),
            figures: size(figures),
        }),
        SheetFact::SheetRecomputed { check } => tell(pb::SheetRecomputed {
            head,
            differences: size(&check.differences),
            on: day(check.on),
        }),
        SheetFact::FigureCorrected { correction } => tell(pb::FigureCorrected {
            head,
            indicator: correction.indicator.code().to_owned(),
            variant: correction.variant.clone(),
            numerator: correction.after.0,
            denominator: correction.after.1,
            appeal: correction.appeal.unwrap_or(0),
            on: day(correction.on),
        }),
        SheetFact::AppealMade { no, appeal } => tell(pb::AppealMade {
            head,
            appeal: *no,
            by: appeal.by.to_string(),
            indicator: appeal.indicator.code().to_owned(),
            variant: appeal.variant.clone(),
            on: day(appeal.on),
        }),
        SheetFact::AppealDecided { no, decision } => tell(pb::AppealDecided {
            head,
            appeal: *no,
            upheld: decision.upheld,
            on: day(decision.on),
        }),
        SheetFact::AppealsClosed { on } => tell(pb::AppealsClosed { head, on: day(*on) }),
        SheetFact::SheetSigned { on, .. } => tell(pb::SheetSigned { head, on: day(*on) }),
        // The office's own lateness is told by its clock's event.
        SheetFact::LatenessFound { .. } => None,
    }
}

fn order(told: &Told<'_>, fact: &OrderFact) -> Option<Announcement> {
    let head = Some(head(told, BASIS));
    match fact {
        OrderFact::OrderSigned { unit, on, .. } => {
            tell(pb::OrderSigned { head, unit: unit.to_string(), on: day(*on) })
        }
        // A draft is nobody else's business, nor that it was discarded.
        OrderFact::OrderWithdrawn { stood: Stage::Drafted, .. } => None,
        OrderFact::OrderWithdrawn { on, .. } => tell(pb::OrderWithdrawn { head, on: day(*on) }),
        OrderFact::OrderAnswered { answer, .. } => {
            tell(pb::OrderAnswered { head, on: day(answer.on) })
        }
        OrderFact::ReplyFellDue { on } => tell(pb::ReplyFellDue { head, on: day(*on) }),
        OrderFact::CircularIssued { on, .. } => tell(pb::CircularIssued { head, on: day(*on) }),
        OrderFact::PerformanceVerified { on, .. } => {
            tell(pb::PerformanceVerified { head, on: day(*on) })
        }
        OrderFact::AnswerRejected { on, .. } => tell(pb::AnswerRejected { head, on: day(*on) }),
        OrderFact::TalkFellDue { on } => tell(pb::TalkFellDue { head, on: day(*on) }),
        OrderFact::OrderDrafted { .. } | OrderFact::LatenessFound { .. } => None,
    }
}
