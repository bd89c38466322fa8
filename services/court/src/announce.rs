//! The public events of the area: references, codes, numbers and dates, never names, texts or proofs.

use jiefen_court_rules::Fact;
use jiefen_court_rules::confirmation::{Ending as Over, Fact as Confirmation, Objector};
use jiefen_court_rules::filing::{Ending, Fact as Filing};
use jiefen_ledger::wire::date_to;
use jiefen_ledger::{Announcement, Told, head};
use jiefen_proto::jiefen::common::v1::FactHead;
use jiefen_proto::jiefen::court::v1 as pb;
use jiff::civil::Date;
use serde::Serialize;

use crate::{enforcement, payment_order, protection};

macro_rules! events {
    ($($message:ident = $fact:literal, $aggregate:literal;)*) => {
        /// The types of the events that this area announces.
        pub const EVENTS: &[&str] = &[$(concat!("jiefen.court.v1.", stringify!($message)),)*];

        $(impl Event for pb::$message {
            const KIND: &'static str = concat!("jiefen.court.v1.", stringify!($message));
            const AGGREGATE: &'static str = $aggregate;
            const FACT: &'static str = $fact;
        })*
    };
}

/// A public event of the area.
pub trait Event: prost::Message {
    /// Its type.
    const KIND: &'static str;
    /// The aggregate in the subject.
    const AGGREGATE: &'static str;
    /// The fact in the subject.
    const FACT: &'static str;
}

events! {
    ComplaintReceived = "received", "complaint";
    FilingRefused = "refused", "complaint";
    RefusalAppealed = "refusal_appealed", "complaint";
    SettledBeforeFiling = "settled", "complaint";
    CaseFiled = "filed", "case";
    SentToMediation = "sent_to_mediation", "case";
    BackFromMediation = "back_from_mediation", "case";
    TrackChosen = "track_chosen", "case";
    TrackConverted = "track_converted", "case";
    HearingSet = "hearing_set", "case";
    TrialStopped = "trial_stopped", "case";
    TrialResumed = "trial_resumed", "case";
    TrialExtended = "trial_extended", "case";
    StatementMade = "statement_made", "case";
    CaseJudged = "judged", "case";
    CaseEnded = "ended", "case";
    ConfirmationApplied = "applied", "confirmation";
    ConfirmationAccepted = "accepted", "confirmation";
    AgreementConfirmed = "confirmed", "confirmation";
    ConfirmationObjected = "objected", "confirmation";
    ObjectionRejected = "objection_rejected", "confirmation";
    ConfirmationEnded = "ended", "confirmation";
    EnforcementOpened = "opened", "enforcement";
    ProtectionApplied = "applied", "protection";
    ProtectionAccepted = "accepted", "protection";
    ProtectionGranted = "granted", "protection";
    ProtectionRejected = "rejected", "protection";
    ProtectionExtended = "extended", "protection";
    ProtectionEnded = "ended", "protection";
    EnforcementApplied = "applied", "enforcement";
    EnforcementAccepted = "accepted", "enforcement";
    EnforcementNoticed = "noticed", "enforcement";
    EnforcementSettled = "settled", "enforcement";
    EnforcementResumed = "resumed", "enforcement";
    EnforcementEndedForNow = "ended_for_now", "enforcement";
    EnforcementEnded = "ended", "enforcement";
    PaymentOrderApplied = "applied", "payment_order";
    PaymentOrderIssued = "issued", "payment_order";
    PaymentOrderContested = "contested", "payment_order";
    PaymentOrderBound = "bound", "payment_order";
    PaymentOrderEnded = "ended", "payment_order";
}

/// The field of every suit under the Civil Procedure Law.
const CIVIL: &str = "civil";

/// The announcement of an event.
pub fn tell<E: Event>(event: E) -> Option<Announcement> {
    let payload = event.encode_to_vec();
    Some(Announcement { kind: E::KIND, aggregate: E::AGGREGATE, fact: E::FACT, payload })
}

/// The code of a value of a closed list, as it is stored.
pub fn code<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        Ok(_) | Err(_) => String::new(),
    }
}

/// The code of a value that is stored with its data, by its tag.
pub fn tag<T: Serialize>(value: &T, name: &str) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.get(name).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

/// A day on the way.
pub fn day(on: Date) -> Option<jiefen_proto::jiefen::common::v1::Date> {
    Some(date_to(on))
}

/// What every public event says.
pub fn top(told: &Told<'_>, basis: &str) -> Option<FactHead> {
    Some(head(told, basis))
}

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    match fact {
        Fact::Filing(fact) => of_filing(told, fact),
        Fact::Confirmation(fact) => of_confirmation(told, fact),
        Fact::ProtectionOrder(fact) => protection::announce(told, fact),
        Fact::PaymentOrder(fact) => payment_order::announce(told, fact),
        Fact::Enforcement(fact) => enforcement::announce(told, fact),
    }
}

fn of_filing(told: &Told<'_>, fact: &Filing) -> Option<Announcement> {
    match fact {
        Filing::ComplaintReceived { .. }
        | Filing::Filed { .. }
        | Filing::FilingRefused { .. }
        | Filing::RefusalAppealed { .. } => before(told, fact),
        Filing::Delegated { .. } | Filing::Entrusted { .. } | Filing::MediationEnded { .. } => {
            mediated(told, fact)
        }
        Filing::TrackChosen { .. }
        | Filing::Converted { .. }
        | Filing::HearingSet { .. }
        | Filing::TrialStopped { .. }
        | Filing::TrialResumed { .. }
        | Filing::TrialExtended { .. } => tried(told, fact),
        Filing::StatementMade { on } => {
            tell(pb::StatementMade { head: top(told, "民事诉讼法 100"), on: day(*on) })
        }
        Filing::Judged { on, finally, .. } => tell(pb::CaseJudged {
            head: top(told, "民事诉讼法 151"),
            one_instance: *finally,
            on: day(*on),
        }),
        Filing::Ended { ending, on, .. } => ended(told, *ending, *on),
        Filing::MissingListed { .. }
        | Filing::CorrectedReceived { .. }
        | Filing::NumberGiven { .. }
        | Filing::RefusalServed { .. }
        | Filing::MediatorSigned { .. }
        | Filing::MediationExtended { .. }
        | Filing::MediationStopped { .. }
        | Filing::MediationResumed { .. }
        | Filing::FeeNotified { .. }
        | Filing::FeePaid { .. }
        | Filing::FeeRelieved { .. }
        | Filing::Served { .. }
        | Filing::DefenceReceived { .. }
        | Filing::WithdrawalAsked { .. }
        | Filing::WithdrawalRefused { .. }
        | Filing::StatementServed { .. }
        | Filing::StatementRetracted { .. }
        | Filing::JudgmentServed { .. }
        | Filing::AppealTimePassed { .. } => None,
    }
}

fn before(told: &Told<'_>, fact: &Filing) -> Option<Announcement> {
    let field = CIVIL.to_owned();
    if let Filing::ComplaintReceived { brief, on, .. } = fact {
        return tell(pb::ComplaintReceived {
            head: top(told, "T-E-01"),
            kind: brief.kind.code().to_owned(),
            place: brief.place.to_string(),
            track: brief.track.code().to_owned(),
            field,
            on: day(*on),
        });
    }
    if let Filing::Filed { on, first, .. } = fact {
        return tell(pb::CaseFiled {
            head: top(told, "T-E-02"),
            first: *first,
            field,
            on: day(*on),
        });
    }
    if let Filing::FilingRefused { ground, on } = fact {
        return tell(pb::FilingRefused {
            head: top(told, "T-E-02"),
            ground: code(ground),
            field,
            on: day(*on),
        });
    }
    if let Filing::RefusalAppealed { on, .. } = fact {
        return tell(pb::RefusalAppealed { head: top(told, "T-E-02.appeal"), on: day(*on) });
    }
    None
}

fn mediated(told: &Told<'_>, fact: &Filing) -> Option<Announcement> {
    let filed = matches!(fact, Filing::Entrusted { .. });
    if let Filing::Delegated { body, rule, on } | Filing::Entrusted { body, rule, on } = fact {
        return tell(pb::SentToMediation {
            head: top(told, rule),
            body: body.to_string(),
            rule: rule.clone(),
            filed,
            on: day(*on),
        });
    }
    if let Filing::MediationEnded { result, on, filed, .. } = fact {
        return tell(pb::BackFromMediation {
            head: top(told, if *filed { "T-C-02" } else { "T-C-05" }),
            result: result.map(|result| tag(&result, "result")).unwrap_or_default(),
            filed: *filed,
            on: day(*on),
        });
    }
    None
}

fn tried(told: &Told<'_>, fact: &Filing) -> Option<Announcement> {
    if let Filing::TrackChosen { track, on, filed_on, .. } = fact {
        return tell(pb::TrackChosen {
            head: top(told, track.rule()),
            track: code(track),
            filed_on: day(*filed_on),
            on: day(*on),
        });
    }
    if let Filing::Converted { track, on, .. } = fact {
        let head = top(told, "T-E-10");
        return tell(pb::TrackConverted { head, track: code(track), on: day(*on) });
    }
    if let Filing::HearingSet { on, told_on } = fact {
        let (hearing_on, told_on) = (day(*on), day(*told_on));
        return tell(pb::HearingSet { head: top(told, "T-E-05"), hearing_on, told_on });
    }
    if let Filing::TrialStopped { reason, on, .. } = fact {
        let reason = reason.code().to_owned();
        return tell(pb::TrialStopped { head: top(told, "T-E-12"), reason, on: day(*on) });
    }
    if let Filing::TrialResumed { to } = fact {
        return tell(pb::TrialResumed { head: top(told, "T-E-12"), to: day(*to) });
    }
    if let Filing::TrialExtended { months, on, late } = fact {
        return tell(pb::TrialExtended {
            head: top(told, "T-A-07"),
            months: *months,
            late: *late,
            on: day(*on),
        });
    }
    None
}

fn ended(told: &Told<'_>, ending: Ending, on: Date) -> Option<Announcement> {
    let closed = |basis: &str| {
        tell(pb::CaseEnded {
            head: top(told, basis),
            ending: tag(&ending, "how"),
            outcome: ending.outcome().code().to_owned(),
            on: day(on),
        })
    };
    match ending {
        Ending::SettledBeforeFiling => tell(pb::SettledBeforeFiling {
            head: top(told, "T-C-05"),
            field: CIVIL.to_owned(),
            on: day(on),
        }),
        Ending::PapersReturned => closed("登记立案规定 7"),
        Ending::RefusalFinal => closed("T-E-02.appeal"),
        Ending::ComplaintWithdrawn | Ending::Withdrawn => closed("民事诉讼法 148"),
        Ending::DeemedWithdrawn => closed("诉讼费用交纳办法 22"),
        Ending::Statement => closed("民事诉讼法 100"),
        Ending::ClosedOtherwise => closed("T-C-04"),
        Ending::Final | Ending::Appealed => closed("T-E-14"),
        Ending::Transferred { .. } => closed("民事诉讼法 37"),
    }
}

fn of_confirmation(told: &Told<'_>, fact: &Confirmation) -> Option<Announcement> {
    match fact {
        Confirmation::Applied { brief, agreement, on, .. } => tell(pb::ConfirmationApplied {
            head: top(told, "T-D-01"),
            kind: brief.kind.code().to_owned(),
            effective_on: day(agreement.effective_on),
            on: day(*on),
        }),
        Confirmation::Accepted { on, .. } => {
            tell(pb::ConfirmationAccepted { head: top(told, "T-D-03"), on: day(*on) })
        }
        Confirmation::Confirmed { on, last_due } => tell(pb::AgreementConfirmed {
            head: top(told, "民事诉讼法 206"),
            last_due: day(*last_due),
            on: day(*on),
        }),
        Confirmation::Objected { by, on } => tell(pb::ConfirmationObjected {
            head: top(
                told,
                match by {
                    Objector::Party { .. } => "T-D-08",
                    Objector::Third { .. } => "T-D-09",
                },
            ),
            by: tag(by, "objector"),
            on: day(*on),
        }),
        Confirmation::ObjectionRejected { on } => {
            tell(pb::ObjectionRejected { head: top(told, "民诉法解释 372"), on: day(*on) })
        }
        Confirmation::Ended { ending, on, .. } => over(told, *ending, *on),
        Confirmation::CorrectionAsked { .. }
        | Confirmation::CorrectedReceived { .. }
        | Confirmation::RulingExtended { .. }
        | Confirmation::RulingServed { .. }
        | Confirmation::ObjectionTimePassed { .. } => None,
    }
}

fn over(told: &Told<'_>, ending: Over, on: Date) -> Option<Announcement> {
    let closed = |basis: &str| {
        tell(pb::ConfirmationEnded {
            head: top(told, basis),
            ending: tag(&ending, "how"),
            ground: tag(&ending, "ground"),
            on: day(on),
        })
    };
    match ending {
        Over::Enforcement { .. } => {
            tell(pb::EnforcementOpened { head: top(told, "T-D-10"), on: day(on) })
        }
        Over::NotAccepted { .. } => closed("T-D-06"),
        Over::Rejected { .. } => closed("T-D-07"),
        Over::Withdrawn { .. } => closed("民诉法解释 357"),
        Over::Performed => closed("民事诉讼法 206"),
        Over::TimePassed => closed("T-D-10"),
        Over::Revoked { .. } => closed("民诉法解释 372"),
    }
}
