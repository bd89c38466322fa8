//! The public events of the area: references, codes, numbers, days and sums, never names, texts or the
//! numbers of files. What one party does or receives in its own case is not public.

use std::collections::BTreeSet;

use jiefen_arbitration_rules::Fact;
use jiefen_arbitration_rules::labour_arbitration::{Claim, Ending, Fact as Own, Finding, Sheet};
use jiefen_ledger::wire::date_to;
use jiefen_ledger::{Announcement, Told, head};
use jiefen_proto::jiefen::arbitration::v1 as pb;
use jiefen_proto::jiefen::common::v1::{Date as WireDate, FactHead};
use jiefen_vocab::TrackKind;
use jiff::civil::Date;

macro_rules! events {
    ($($message:ident = $aggregate:literal, $fact:literal;)*) => {
        /// The types of the events that this area announces.
        pub const EVENTS: &[&str] = &[$(concat!("jiefen.arbitration.v1.", stringify!($message)),)*];

        $(impl Event for pb::$message {
            const KIND: &'static str = concat!("jiefen.arbitration.v1.", stringify!($message));
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
    DisputeTakenOver = "dispute", "taken_over";
    ApplicationReceived = "application", "received";
    CaseAccepted = "case", "accepted";
    AcceptanceLapsed = "case", "acceptance_lapsed";
    TribunalFormed = "tribunal", "formed";
    HearingNotified = "hearing", "notified";
    HearingHeld = "hearing", "held";
    StatementEffective = "statement", "effective";
    AdvanceOrdered = "advance", "ordered";
    CaseStayed = "case", "stayed";
    CaseResumed = "case", "resumed";
    TermExtended = "term", "extended";
    TermRestarted = "term", "restarted";
    AwardOverdue = "award", "overdue";
    AwardMade = "award", "made";
    SuitRecorded = "award", "sued";
    SetAsideAsked = "award", "set_aside_asked";
    SetAsideRuled = "award", "set_aside_ruled";
    ApplicationWithdrawn = "application", "withdrawn";
    CaseClosed = "case", "closed";
}

fn tell<E: Event>(event: E) -> Option<Announcement> {
    let payload = event.encode_to_vec();
    Some(Announcement { kind: E::KIND, aggregate: E::AGGREGATE, fact: E::FACT, payload })
}

fn day(on: Date) -> Option<WireDate> {
    Some(date_to(on))
}

fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

type Head<'a> = &'a dyn Fn(&str) -> Option<FactHead>;

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    let Fact::LabourArbitration(fact) = fact;
    let head: Head<'_> = &|basis| Some(head(told, basis));
    match fact {
        Own::TakenOver { .. } => taken_over(fact, head),
        Own::Applied { .. } => applied(fact, head),
        Own::Accepted { .. } => accepted(fact, head),
        Own::AcceptanceLapsed { .. } => acceptance_lapsed(fact, head),
        Own::TribunalFormed { .. } => tribunal_formed(fact, head),
        Own::HearingNotified { .. } => hearing_notified(fact, head),
        Own::HearingHeld { .. } => hearing_held(fact, head),
        Own::StatementEffective { .. } => statement_effective(fact, head),
        Own::AdvanceOrdered { .. } => advance_ordered(fact, head),
        Own::Stayed { .. } => stayed(fact, head),
        Own::Resumed { .. } => resumed(fact, head),
        Own::Extended { .. } => extended(fact, head),
        Own::TermRestarted { .. } => term_restarted(fact, head),
        Own::AwardOverdue { .. } => award_overdue(fact, head),
        Own::Awarded { .. } => awarded(fact, head),
        Own::Sued { .. } => sued(fact, head),
        Own::SuedOnSilence { .. } => sued_on_silence(fact, head),
        Own::SetAsideAsked { .. } => set_aside_asked(fact, head),
        Own::SetAsideRuled { .. } => set_aside_ruled(fact, head),
        Own::Withdrawn { .. } => withdrawn(fact, head),
        Own::DeemedWithdrawn { .. } => deemed_withdrawn(fact, head),
        Own::Closed { .. } => closed(fact, head),
        Own::Contacted { .. }
        | Own::CopyServed { .. }
        | Own::DefenceFiled { .. }
        | Own::DefenceForwarded { .. }
        | Own::LimitationRaised { .. }
        | Own::ArbitratorReplaced { .. }
        | Own::Represented { .. }
        | Own::PostponementDecided { .. }
        | Own::MediationFailed { .. }
        | Own::StatementMade { .. }
        | Own::StatementSigned { .. }
        | Own::StatementRejected { .. }
        | Own::Received { .. }
        | Own::Simplified { .. }
        | Own::DefenceShortened { .. }
        | Own::HearingNotifiedSimply { .. }
        | Own::NoticeConfirmed { .. }
        | Own::ConvertedToOrdinary { .. }
        | Own::CollectiveContractMarked { .. }
        | Own::TripartiteFormed { .. }
        | Own::Guided { .. }
        | Own::PartAwarded { .. }
        | Own::PartsLeft { .. }
        | Own::PartSetAsideAsked { .. }
        | Own::PartSetAsideRuled { .. }
        | Own::RightLapsed { .. } => None,
    }
}

fn taken_over(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::TakenOver { on, .. } = fact else { return None };
    tell(pb::DisputeTakenOver { head: head("劳动争议调解仲裁法28"), on: day(*on) })
}

fn applied(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::Applied { on, workers, employers, claims, collective, .. } = fact else { return None };
    tell(pb::ApplicationReceived {
        head: head("劳动争议调解仲裁法28"),
        on: day(*on),
        workers: count(workers),
        employers: count(employers),
        claims: kinds(claims),
        claimed_fen: claims.iter().filter_map(|claim| claim.amount).map(|fen| fen.0).sum(),
        collective: *collective,
    })
}

fn accepted(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::Accepted { on, collective } = fact else { return None };
    tell(pb::CaseAccepted {
        head: head("T-H-06"),
        on: day(*on),
        track: TrackKind::LabourArbitration.code().to_owned(),
        collective: *collective,
    })
}

fn acceptance_lapsed(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::AcceptanceLapsed { on, .. } = fact else { return None };
    tell(pb::AcceptanceLapsed { head: head("T-H-06"), on: day(*on) })
}

fn tribunal_formed(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::TribunalFormed { on, arbitrators } = fact else { return None };
    tell(pb::TribunalFormed {
        head: head("劳动争议调解仲裁法31、32"),
        on: day(*on),
        arbitrators: count(arbitrators),
    })
}

fn hearing_notified(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::HearingNotified { on, hearing_on } = fact else { return None };
    tell(pb::HearingNotified { head: head("T-H-08"), on: day(*on), hearing_on: day(*hearing_on) })
}

fn hearing_held(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::HearingHeld { on, defaulted } = fact else { return None };
    tell(pb::HearingHeld {
        head: head("劳动争议调解仲裁法36至39"),
        on: day(*on),
        defaulted: defaulted.clone(),
    })
}

fn statement_effective(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::StatementEffective { on, workers } = fact else { return None };
    tell(pb::StatementEffective { head: head("T-H-10"), on: day(*on), workers: workers.clone() })
}

fn advance_ordered(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::AdvanceOrdered { on, worker, kind, amount } = fact else { return None };
    tell(pb::AdvanceOrdered {
        head: head("T-H-20"),
        on: day(*on),
        worker: *worker,
        kind: kind.code().to_owned(),
        amount_fen: amount.0,
    })
}

fn stayed(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::Stayed { on, ground } = fact else { return None };
    tell(pb::CaseStayed {
        head: head("办案规则46、47"),
        on: day(*on),
        ground: ground.code().to_owned(),
    })
}

fn resumed(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::Resumed { on } = fact else { return None };
    tell(pb::CaseResumed { head: head("办案规则47"), on: day(*on) })
}

fn extended(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::Extended { on } = fact else { return None };
    tell(pb::TermExtended { head: head("T-H-09"), on: day(*on) })
}

fn term_restarted(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::TermRestarted { on, ground } = fact else { return None };
    tell(pb::TermRestarted {
        head: head("办案规则46"),
        on: day(*on),
        ground: ground.code().to_owned(),
    })
}

fn award_overdue(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::AwardOverdue { on, hearing_set } = fact else { return None };
    tell(pb::AwardOverdue {
        head: head("T-H-09"),
        on: day(*on),
        hearing_set: hearing_set.and_then(day),
    })
}

fn awarded(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::Awarded { on, sheets, workers, late, .. } = fact else { return None };
    tell(pb::AwardMade {
        head: head("T-H-09、T-H-13"),
        on: day(*on),
        papers: sheets.iter().map(|sheet| sheet.paper.code().to_owned()).collect(),
        workers: count(workers),
        granted_fen: granted(sheets),
        late: *late,
    })
}

fn sued(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::Sued { paper, party, on, workers, .. } = fact else { return None };
    tell(pb::SuitRecorded {
        head: head("解释(一)16、17"),
        on: day(*on),
        party: *party,
        against: paper.code().to_owned(),
        workers: workers.clone(),
    })
}

fn sued_on_silence(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::SuedOnSilence { party, on } = fact else { return None };
    tell(pb::SuitRecorded {
        head: head("劳动争议调解仲裁法29、43"),
        on: day(*on),
        party: *party,
        against: "silence".to_owned(),
        workers: vec![],
    })
}

fn set_aside_asked(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::SetAsideAsked { on, workers, ground, .. } = fact else { return None };
    tell(pb::SetAsideAsked {
        head: head("T-H-15"),
        on: day(*on),
        workers: workers.clone(),
        ground: ground.code().to_owned(),
    })
}

fn set_aside_ruled(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::SetAsideRuled { on, workers, set_aside, .. } = fact else { return None };
    tell(pb::SetAsideRuled {
        head: head("劳动争议调解仲裁法49"),
        on: day(*on),
        workers: workers.clone(),
        set_aside: *set_aside,
    })
}

fn withdrawn(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::Withdrawn { on, workers, settled, .. } = fact else { return None };
    tell(pb::ApplicationWithdrawn {
        head: head("办案规则35"),
        on: day(*on),
        workers: workers.clone(),
        settled: *settled,
        deemed: false,
    })
}

fn deemed_withdrawn(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::DeemedWithdrawn { on, workers, .. } = fact else { return None };
    tell(pb::ApplicationWithdrawn {
        head: head("劳动争议调解仲裁法36"),
        on: day(*on),
        workers: workers.clone(),
        settled: false,
        deemed: true,
    })
}

fn closed(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::Closed { on, how, .. } = fact else { return None };
    let (basis, ground) = match how {
        Ending::Refused(ground) => ("劳动争议调解仲裁法29", ground.code()),
        Ending::NotApplied => ("劳动争议调解仲裁法5", ""),
        Ending::HandedOn => ("办案规则9", ""),
        Ending::Withdrawn => ("办案规则35", ""),
        Ending::Settled => ("劳动争议调解仲裁法41、42", ""),
        Ending::InCourt => ("解释(一)12", ""),
        Ending::Concluded => ("劳动争议调解仲裁法48至50", ""),
    };
    let ground = ground.to_owned();
    tell(pb::CaseClosed { head: head(basis), on: day(*on), how: how.code().to_owned(), ground })
}

/// The kinds of claim, each once.
fn kinds(claims: &[Claim]) -> Vec<String> {
    let kinds: BTreeSet<&str> = claims.iter().map(|claim| claim.kind.code()).collect();
    kinds.into_iter().map(str::to_owned).collect()
}

/// The sum of what was granted, in fen.
fn granted(sheets: &[Sheet]) -> i64 {
    let items = sheets.iter().flat_map(|sheet| &sheet.items);
    items.filter(|item| item.finding == Finding::Granted).map(|item| item.amount.0).sum()
}
