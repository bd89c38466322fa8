//! What follows at this counter from its own facts: a dispute that shows a sign of danger gives a signal to the
//! watch, the watch opens or joins a risk case, a finding of a screening is registered (plan 四(一), 五(一),
//! 七(一)). All in the transaction of the fact itself.

use jiefen_intake_rules::dispute::Fact as DisputeFact;
use jiefen_intake_rules::dispute::orders::Arrival;
use jiefen_intake_rules::dispute::state::State as Dispute;
use jiefen_intake_rules::mass_incident::Fact as IncidentFact;
use jiefen_intake_rules::risk_case::{self, Fact as RiskFact};
use jiefen_intake_rules::screening_campaign::{Fact as ScreeningFact, Finding};
use jiefen_intake_rules::signal::{Signal, SignalKind};
use jiefen_intake_rules::signal_watch::{Command as Watch, Fact as WatchFact};
use jiefen_intake_rules::thresholds::Thresholds;
use jiefen_intake_rules::{Case, Command, Fact, dispute};
use jiefen_ledger::{Reaction, Told};
use jiefen_vocab::{CaseId, Channel, DisputeKind, Flag, Id, PartyRole, Private};
use jiff::civil::{Date, DateTime};

use super::announce::town;
use crate::{IntakeArea, case_id};

/// Into how many registers the counting is divided, so that each stays small.
const TALLIES: u64 = 64;
/// How many respondents of one dispute are counted.
const RESPONDENTS: usize = 8;

type Follows = Vec<Reaction<IntakeArea>>;

/// The register of the signals at this node.
pub fn book_id() -> CaseId {
    CaseId(Id::from_bits(0).derive("signal_watch:book"))
}

/// The register in which this key is counted, and the key as it is stored: a number, no name.
fn tally_of(key: &str) -> (CaseId, String) {
    let number = Id::from_bits(0).derive(key).bits();
    let low = u64::try_from(number & u128::from(u64::MAX)).unwrap_or(0);
    let salt = format!("signal_watch:tally:{}", low % TALLIES);
    (CaseId(Id::from_bits(0).derive(&salt)), format!("{low:016x}"))
}

fn reaction(case: CaseId, command: impl Into<Command>) -> Reaction<IntakeArea> {
    Reaction { case, command: command.into() }
}

fn take(signal: Signal) -> Reaction<IntakeArea> {
    reaction(book_id(), Watch::Take { signal })
}

fn count(key: &str, signal: Signal) -> Reaction<IntakeArea> {
    let (register, key) = tally_of(key);
    reaction(register, Watch::Count { key, signal })
}

/// The commands that follow here from a fact.
pub fn follow(told: &Told<'_>, fact: &Fact, case: &Case) -> Follows {
    match (fact, case) {
        (Fact::Dispute(fact), Case::Dispute(state)) => of_dispute(told, fact, state),
        (Fact::RiskCase(fact), Case::RiskCase(_)) => of_risk(told, fact),
        (Fact::MassIncident(fact), Case::MassIncident(_)) => of_incident(told, fact),
        (Fact::Screening(fact), Case::Screening(_)) => of_screening(told, fact),
        (Fact::Watch(fact), Case::Watch(_)) => of_watch(told, fact),
        // An inquiry is no dispute yet, and no fact has another procedure's case.
        (
            Fact::Inquiry(_)
            | Fact::Dispute(_)
            | Fact::RiskCase(_)
            | Fact::MassIncident(_)
            | Fact::Screening(_)
            | Fact::Watch(_)
            | Fact::Request(_),
            Case::Dispute(_)
            | Case::Inquiry(_)
            | Case::RiskCase(_)
            | Case::MassIncident(_)
            | Case::Screening(_)
            | Case::Watch(_)
            | Case::Request(_),
        ) => vec![],
    }
}

/// A sign of danger in a dispute, against its first respondent.
fn seen(told: &Told<'_>, state: &Dispute, kind: SignalKind, what: &str) -> Signal {
    let content = &state.content;
    let respondent = content.parties.iter().find(|party| party.role == PartyRole::Respondent);
    Signal {
        kind,
        channel: state.doors.first().map_or(Channel::ZzCounty, |door| door.channel),
        against: respondent.map(|party| party.name.clone()),
        place: content.place,
        sensitive: false,
        cause: content.kind,
        people: content.people,
        count: 1,
        at: told.ctx.now.local(),
        dispute: Some(state.dispute),
        threatened: None,
        source: format!("dispute/{}/{what}", state.dispute),
    }
}

fn of_dispute(told: &Told<'_>, fact: &DisputeFact, state: &Dispute) -> Follows {
    match fact {
        DisputeFact::Detected(_) => {
            vec![take(seen(told, state, SignalKind::Complaint, "detected"))]
        }
        DisputeFact::Registered { on, beside, .. } => {
            let mut all = flagged(told, state);
            // A row of an older ledger counts on its own day, and only while that day counts.
            let at = if beside.origin.is_some() { on.at(0, 0, 0, 0) } else { told.ctx.now.local() };
            if at.date() >= since(told) {
                all.extend(counted(told, state, at));
            }
            all
        }
        DisputeFact::Classified { .. } => flagged(told, state),
        DisputeFact::Breached { obligation, .. } => vec![take(breach(told, state, *obligation))],
        #[rustfmt::skip] // a list of what is no sign of danger by itself
        DisputeFact::DutiesEnded { .. } | DisputeFact::InquiryRecorded(_) | DisputeFact::TakenOver(_) |
        DisputeFact::Answered { .. } | DisputeFact::Merged { .. } | DisputeFact::Unmerged { .. } |
        DisputeFact::Absorbed { .. } | DisputeFact::Released { .. } | DisputeFact::Linked { .. } |
        DisputeFact::SplitOff { .. } | DisputeFact::RoutesOffered { .. } | DisputeFact::RouteChosen { .. } |
        DisputeFact::OwnTrackOpened { .. } | DisputeFact::DesignationRequested { .. } |
        DisputeFact::Designated { .. } | DisputeFact::Objected { .. } | DisputeFact::DesignationFinal { .. } |
        DisputeFact::Offered { .. } | DisputeFact::Accepted { .. } | DisputeFact::Declined { .. } |
        DisputeFact::OfferExpired { .. } | DisputeFact::Recalled { .. } | DisputeFact::BackToTriage { .. } |
        DisputeFact::ProgressNoted { .. } | DisputeFact::TrackEnded { .. } | DisputeFact::Carried { .. } |
        DisputeFact::AgreementMade { .. } | DisputeFact::DecisionMade { .. } |
        DisputeFact::ConfirmationEnded(_) | DisputeFact::WentUnresolved { .. } |
        DisputeFact::Escalated { .. } | DisputeFact::EscalationAccepted { .. } |
        DisputeFact::ReturnedDown { .. } | DisputeFact::Suspended { .. } | DisputeFact::Resumed { .. } |
        DisputeFact::Withdrawn { .. } | DisputeFact::FollowUpStarted { .. } |
        DisputeFact::ObligationPerformed { .. } | DisputeFact::PerformedInFull { .. } |
        DisputeFact::NoticeServed { .. } | DisputeFact::ChannelAnswered { .. } |
        DisputeFact::ConsentRecorded { .. } | DisputeFact::RepresentativesNamed { .. } |
        DisputeFact::PersonNamed { .. } | DisputeFact::Closed { .. } | DisputeFact::Visited { .. } |
        DisputeFact::Archived { .. } | DisputeFact::Reopened { .. } | DisputeFact::Chased { .. } |
        DisputeFact::RightLapsed { .. } => vec![],
    }
}

/// Somebody in danger, or many people with one claim: marked by the clerk, or by their number alone.
fn flagged(told: &Told<'_>, state: &Dispute) -> Follows {
    let content = &state.content;
    let mut all = Vec::new();
    if content.flags.contains(&Flag::SafetyAlert) {
        let applicant = content.parties.iter().find(|party| party.role == PartyRole::Applicant);
        let threatened = applicant.map(|party| party.name.clone());
        all.push(take(Signal { threatened, ..seen(told, state, SignalKind::Threat, "threat") }));
    }
    if content.flags.contains(&Flag::MassIncident) || many(told, content.kind, content.people) {
        all.push(take(seen(told, state, SignalKind::CommonClaim, "common_claim")));
    }
    all
}

fn many(told: &Told<'_>, cause: DisputeKind, people: u32) -> bool {
    let lowest = Thresholds::of(told.ctx.law).lowest(SignalKind::CommonClaim, cause);
    lowest.is_some_and(|lowest| people >= lowest)
}

/// The first day of the window in which registrations count together.
fn since(told: &Told<'_>) -> Date {
    let days = jiff::Span::new().days(i64::from(Thresholds::of(told.ctx.law).days()));
    told.ctx.today().saturating_sub(days)
}

/// Every registration counts for its place and cause, and against each respondent.
fn counted(told: &Told<'_>, state: &Dispute, at: DateTime) -> Follows {
    let content = &state.content;
    let place = format!("place:{}:{}", town(content.place), content.kind.code());
    let many = seen(told, state, SignalKind::ManyDisputes, "many");
    // All of a township stand behind it, not the one village and respondent that came last.
    let many = Signal { against: None, place: town(content.place), at, ..many };
    let mut all = vec![count(&place, many)];
    let respondents = content.parties.iter().filter(|party| party.role == PartyRole::Respondent);
    for party in respondents.take(RESPONDENTS) {
        let what = format!("repeated/{}", party.no);
        let against = Some(party.name.clone());
        let signal = Signal { against, at, ..seen(told, state, SignalKind::Complaint, &what) };
        all.push(count(&format!("respondent:{}", party.name.reveal()), signal));
    }
    all
}

/// A broken agreement: against whoever owed.
fn breach(told: &Told<'_>, state: &Dispute, obligation: u32) -> Signal {
    let owed = state.obligations.iter().find(|owed| owed.no == obligation);
    let debtor = owed.and_then(|owed| {
        state.content.parties.iter().find(|party| party.no == owed.party).map(|p| p.name.clone())
    });
    let what = format!("breach/{obligation}");
    let signal = seen(told, state, SignalKind::Breach, &what);
    Signal { against: debtor.or_else(|| signal.against.clone()), ..signal }
}

/// What is joined or opened by a person is in the book too; what has ended frees its signals.
fn of_risk(told: &Told<'_>, fact: &RiskFact) -> Follows {
    let risk = told.case;
    let adopt = |signal: &Signal| {
        let signal = signal.clone();
        reaction(book_id(), Watch::Adopt { signal, risk })
    };
    match fact {
        RiskFact::Opened { signals, .. } => signals.iter().map(adopt).collect(),
        RiskFact::SignalJoined { signal, .. } => vec![adopt(signal)],
        RiskFact::FoundUnfounded { .. } | RiskFact::Closed { .. } => {
            vec![reaction(book_id(), Watch::Release { risk })]
        }
        RiskFact::LevelSet { .. }
        | RiskFact::InvestigatorNamed { .. }
        | RiskFact::TeamAssembled { .. }
        | RiskFact::Contacted { .. }
        | RiskFact::Found { .. }
        | RiskFact::TaskGiven { .. }
        | RiskFact::TaskProved { .. }
        | RiskFact::PaymentExpected { .. }
        | RiskFact::PaymentProved { .. }
        | RiskFact::IncidentNoted { .. }
        | RiskFact::LatenessFound { .. } => vec![],
    }
}

/// The signals of an incident are signals of a risk.
fn of_incident(told: &Told<'_>, fact: &IncidentFact) -> Follows {
    match fact {
        IncidentFact::SignalReported { signal, .. } | IncidentFact::SignalJoined { signal } => {
            let source = format!("incident/{}/{}", told.case, told.version);
            vec![take(Signal { source, ..signal.clone() })]
        }
        IncidentFact::LevelSet { .. }
        | IncidentFact::FoundUnfounded { .. }
        | IncidentFact::Contacted { .. }
        | IncidentFact::LanesPrepared { .. }
        | IncidentFact::CalledOut { .. }
        | IncidentFact::Arrived { .. }
        | IncidentFact::MeasureTaken { .. }
        | IncidentFact::SituationReported { .. }
        | IncidentFact::ReportOwed { .. }
        | IncidentFact::ReportedUp { .. }
        | IncidentFact::DisputeLinked { .. }
        | IncidentFact::LaneClosed { .. }
        | IncidentFact::StoodDown { .. }
        | IncidentFact::WarningLifted { .. }
        | IncidentFact::Reviewed { .. }
        | IncidentFact::LatenessFound { .. } => vec![],
    }
}

fn of_screening(told: &Told<'_>, fact: &ScreeningFact) -> Follows {
    match fact {
        ScreeningFact::FindingReported { no, finding, .. } => found(told, *no, finding),
        ScreeningFact::Planned { .. }
        | ScreeningFact::Signed { .. }
        | ScreeningFact::Cancelled { .. }
        | ScreeningFact::RoundBegun { .. }
        | ScreeningFact::NoneFound { .. }
        | ScreeningFact::RoundClosed { .. }
        | ScreeningFact::ScreeningEnded { .. }
        | ScreeningFact::OwnerAssigned { .. }
        | ScreeningFact::FindingUnowned { .. }
        | ScreeningFact::Reported { .. }
        | ScreeningFact::LatenessFound { .. } => vec![],
    }
}

/// A finding is registered as a dispute here, with its number in the screening as the door's own number, or it
/// is a signal; with many people it is both.
fn found(told: &Told<'_>, no: u32, finding: &Finding) -> Follows {
    let source = format!("screening/{}/{no}", told.case);
    let mut all = Vec::new();
    if let Some(dispute) = finding.dispute {
        let arrival = Arrival {
            dispute,
            channel: Channel::Grid,
            number: Some(source.clone()),
            kind: finding.kind,
            place: finding.place,
            summary: Private::new(finding.summary.reveal().clone()),
            parties: vec![],
            on: told.ctx.today(),
        };
        let report = dispute::Command::ReportSignal(Box::new(arrival));
        all.push(reaction(case_id(dispute), report));
    }
    if finding.dispute.is_none() || many(told, finding.kind, finding.people) {
        all.push(take(Signal {
            kind: SignalKind::CommonClaim,
            channel: Channel::Grid,
            against: None,
            place: finding.place,
            sensitive: false,
            cause: finding.kind,
            people: finding.people,
            count: 1,
            at: told.ctx.now.local(),
            dispute: finding.dispute,
            threatened: None,
            source,
        }));
    }
    all
}

/// What the watch has found out.
fn of_watch(told: &Told<'_>, fact: &WatchFact) -> Follows {
    match fact {
        WatchFact::Taken { signal, risk: Some(risk), .. } => {
            let signal = signal.clone();
            vec![reaction(*risk, risk_case::Command::JoinSignal { signal })]
        }
        WatchFact::RiskDue { risk, signals } => {
            let open = risk_case::Command::Open {
                signals: signals.clone(),
                disputes: std::collections::BTreeSet::new(),
                why: None,
                at: told.ctx.now.local(),
            };
            vec![reaction(*risk, open)]
        }
        WatchFact::Reached { signal, .. } => vec![take(signal.clone())],
        WatchFact::Taken { risk: None, .. }
        | WatchFact::Counted { .. }
        | WatchFact::Adopted { .. }
        | WatchFact::Released { .. } => vec![],
    }
}
