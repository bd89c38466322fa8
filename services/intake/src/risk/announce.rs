//! The public events of risks, mass incidents and screenings: codes, numbers and dates, never a person, and no
//! place below the township.

use jiefen_intake_rules::mass_incident::Fact as IncidentFact;
use jiefen_intake_rules::risk_case::Fact as RiskFact;
use jiefen_intake_rules::screening_campaign::{Fact as ScreeningFact, Mode};
use jiefen_intake_rules::signal::Signal;
use jiefen_ledger::wire::date_to;
use jiefen_ledger::{Announcement, Told, head};
use jiefen_proto::jiefen::common::v1::FactHead;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{Region, RegionLevel};

use super::view::{code, mode};

/// The clauses on which these work.
const RISK: &str = "贺党办〔2021〕15号 四(一)、五(一)";
const SCREENING: &str = "贺党办〔2021〕15号 七(一)";

macro_rules! events {
    ($($message:ident = $aggregate:literal, $fact:literal;)*) => {
        /// The types of the events announced here.
        pub const EVENTS: &[&str] = &[$(concat!("jiefen.intake.v1.", stringify!($message)),)*];

        $(impl Event for pb::$message {
            const KIND: &'static str = concat!("jiefen.intake.v1.", stringify!($message));
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
    RiskCaseOpened = "risk", "opened";
    RiskSignalJoined = "risk", "signal_joined";
    RiskLevelSet = "risk", "level_set";
    RiskContacted = "risk", "contacted";
    RiskTaskGiven = "risk", "task_given";
    RiskTaskProved = "risk", "task_proved";
    RiskCaseUnfounded = "risk", "unfounded";
    RiskCaseClosed = "risk", "closed";
    IncidentSignalled = "incident", "signalled";
    IncidentLevelSet = "incident", "level_set";
    IncidentUnfounded = "incident", "unfounded";
    IncidentCalledOut = "incident", "called_out";
    IncidentReportedUp = "incident", "reported_up";
    IncidentStoodDown = "incident", "stood_down";
    IncidentLifted = "incident", "lifted";
    IncidentReviewed = "incident", "reviewed";
    ScreeningRoundBegun = "screening", "round_begun";
    ScreeningReported = "screening", "reported";
    ScreeningRoundClosed = "screening", "round_closed";
    ScreeningFindingOwned = "screening", "finding_owned";
    ScreeningFindingUnowned = "screening", "finding_unowned";
    ScreeningConcluded = "screening", "concluded";
}

fn tell<E: Event>(event: E) -> Option<Announcement> {
    let payload = event.encode_to_vec();
    Some(Announcement { kind: E::KIND, aggregate: E::AGGREGATE, fact: E::FACT, payload })
}

/// The township of a place, so that nobody is known by his village; a higher region as it is.
pub(super) fn town(place: Region) -> Region {
    match place.level() {
        RegionLevel::Village => place.parent().unwrap_or(place),
        RegionLevel::Town | RegionLevel::County | RegionLevel::City | RegionLevel::Province => {
            place
        }
    }
}

fn size<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

/// The public event of a fact of a risk case, when it has one.
pub fn risk(told: &Told<'_>, fact: &RiskFact) -> Option<Announcement> {
    let head = Some(head(told, RISK));
    match fact {
        RiskFact::Opened { signals, level, collective, .. } => {
            opened(head, signals, level.code(), *collective)
        }
        RiskFact::SignalJoined { signal, .. } => {
            tell(pb::RiskSignalJoined { head, kind: signal.kind.code().to_owned() })
        }
        RiskFact::LevelSet { level, .. } => {
            tell(pb::RiskLevelSet { head, level: level.code().to_owned() })
        }
        RiskFact::Contacted { minutes, .. } => tell(pb::RiskContacted { head, minutes: *minutes }),
        RiskFact::TaskGiven { no, task, .. } => tell(pb::RiskTaskGiven {
            head,
            no: *no,
            unit: task.unit.to_string(),
            due: Some(date_to(task.due)),
        }),
        RiskFact::TaskProved { no, .. } => tell(pb::RiskTaskProved { head, no: *no }),
        RiskFact::FoundUnfounded { .. } => tell(pb::RiskCaseUnfounded { head }),
        RiskFact::Closed { contact, .. } => {
            tell(pb::RiskCaseClosed { head, contact_minutes: *contact })
        }
        // What is late is told by its clock; who investigates and what is found stays in the house.
        RiskFact::InvestigatorNamed { .. }
        | RiskFact::TeamAssembled { .. }
        | RiskFact::Found { .. }
        | RiskFact::PaymentExpected { .. }
        | RiskFact::PaymentProved { .. }
        | RiskFact::IncidentNoted { .. }
        | RiskFact::LatenessFound { .. } => None,
    }
}

fn opened(
    head: Option<FactHead>,
    signals: &[Signal],
    level: &str,
    collective: bool,
) -> Option<Announcement> {
    let first = signals.first()?;
    tell(pb::RiskCaseOpened {
        head,
        level: level.to_owned(),
        cause: first.cause.code().to_owned(),
        town: town(first.place).to_string(),
        people: signals.iter().map(|signal| signal.people).max().unwrap_or(0),
        signals: size(signals),
        collective,
    })
}

/// The public event of a fact of a mass incident, when it has one.
pub fn incident(told: &Told<'_>, fact: &IncidentFact) -> Option<Announcement> {
    let head = Some(head(told, RISK));
    match fact {
        IncidentFact::SignalReported { signal, level, .. } => tell(pb::IncidentSignalled {
            head,
            level: level.map(|level| level.code().to_owned()).unwrap_or_default(),
            town: town(signal.place).to_string(),
            people: signal.people,
        }),
        IncidentFact::LevelSet { level, before, .. } => tell(pb::IncidentLevelSet {
            head,
            level: level.code().to_owned(),
            before: before.map(|level| level.code().to_owned()).unwrap_or_default(),
        }),
        IncidentFact::FoundUnfounded { .. } => tell(pb::IncidentUnfounded { head }),
        IncidentFact::CalledOut { lanes, .. } => {
            let units = lanes.iter().map(|duty| duty.unit.to_string()).collect();
            tell(pb::IncidentCalledOut { head, units })
        }
        IncidentFact::ReportedUp { report, minutes } => tell(pb::IncidentReportedUp {
            head,
            to: report.to.to_string(),
            class: code(&report.class),
            people: report.people,
            minutes: *minutes,
        }),
        IncidentFact::StoodDown { .. } => tell(pb::IncidentStoodDown { head }),
        IncidentFact::WarningLifted { contact, .. } => {
            tell(pb::IncidentLifted { head, contact_minutes: *contact })
        }
        IncidentFact::Reviewed { .. } => tell(pb::IncidentReviewed { head }),
        // Work on the scene is not for everybody.
        IncidentFact::SignalJoined { .. }
        | IncidentFact::Contacted { .. }
        | IncidentFact::LanesPrepared { .. }
        | IncidentFact::Arrived { .. }
        | IncidentFact::MeasureTaken { .. }
        | IncidentFact::SituationReported { .. }
        | IncidentFact::ReportOwed { .. }
        | IncidentFact::DisputeLinked { .. }
        | IncidentFact::LaneClosed { .. }
        | IncidentFact::LatenessFound { .. } => None,
    }
}

/// The public event of a fact of a screening, when it has one.
pub fn screening(told: &Told<'_>, fact: &ScreeningFact) -> Option<Announcement> {
    let head = Some(head(told, SCREENING));
    let reported = |report: &jiefen_intake_rules::screening_campaign::Report| {
        let head = head.clone();
        tell(pb::ScreeningReported {
            head,
            round: report.round,
            unit: report.unit.to_string(),
            none_found: report.none_found.is_some(),
            late: report.late,
            on: Some(date_to(report.on)),
        })
    };
    match fact {
        ScreeningFact::RoundBegun { round, rule, units, on } => {
            let campaign = rule == Mode::Campaign.rule();
            tell(pb::ScreeningRoundBegun {
                head,
                mode: mode(if campaign { Mode::Campaign } else { Mode::Routine }),
                round: *round,
                units: units.iter().map(ToString::to_string).collect(),
                due: told.ctx.last_day(rule, *on).ok().map(date_to),
            })
        }
        ScreeningFact::FindingReported { report, .. } | ScreeningFact::NoneFound { report } => {
            reported(report)
        }
        ScreeningFact::RoundClosed { round, silent, .. } => tell(pb::ScreeningRoundClosed {
            head,
            round: *round,
            overdue: silent.iter().map(ToString::to_string).collect(),
        }),
        ScreeningFact::OwnerAssigned { no, unit, dispute, .. } => tell(pb::ScreeningFindingOwned {
            head,
            no: *no,
            unit: unit.to_string(),
            as_dispute: dispute.to_string(),
        }),
        ScreeningFact::FindingUnowned { no, unit, .. } => {
            tell(pb::ScreeningFindingUnowned { head, no: *no, unit: unit.to_string() })
        }
        ScreeningFact::Reported { figures, .. } => tell(pb::ScreeningConcluded {
            head,
            due: figures.due,
            in_time: figures.in_time,
            late: figures.late,
            none_found: figures.none_found,
            findings: figures.findings,
            unowned: figures.unowned,
        }),
        // A plan is the office's own until its first round begins.
        ScreeningFact::Planned { .. }
        | ScreeningFact::Signed { .. }
        | ScreeningFact::Cancelled { .. }
        | ScreeningFact::ScreeningEnded { .. }
        | ScreeningFact::LatenessFound { .. } => None,
    }
}
