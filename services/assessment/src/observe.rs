//! Public events as the indicators see them. One row a type of event: which of its fields mean what.

use jiefen_assessment_rules::{Attributes, Field, Observed, event};
use jiefen_handoff::Mode;
use jiefen_ledger::Envelope;
use jiefen_ledger::wire::{date_from, moment_from};
use jiefen_proto::jiefen::common::v1::{Date as WireDate, FactHead};
use jiefen_proto::jiefen::{
    court::v1 as court, handoff::v1 as handoff, intake::v1 as intake, mediation::v1 as mediation,
};
use jiefen_vocab::{CaseId, FactId, Moment};
use jiff::civil::Date;
use prost::{DecodeError, Message};

/// What one event says, before it is known who said it.
struct Said {
    /// Its type in the table of the rules; empty: it is counted by nobody, but says where and what about.
    event: &'static str,
    head: Option<FactHead>,
    /// The day on which it happened, when the event tells another than that of its record.
    on: Option<Date>,
    attributes: Attributes,
}

type Read = fn(&[u8]) -> Result<Vec<Said>, DecodeError>;

macro_rules! table {
    ($($kind:expr => $read:path;)*) => {
        /// The types of event that are read.
        pub const READS: &[&str] = &[$($kind,)*];

        const TABLE: &[(&str, Read)] = &[$(($kind, $read),)*];
    };
}

/// It says where a dispute arose and what about.
pub const REGISTERED: &str = "jiefen.intake.v1.DisputeRegistered";
/// A matter was sent back: clocks that were met with it were met by sending back.
pub const PASSED_BACK: &str = "jiefen.mediation.v1.MatterPassedBack";

table! {
    event::REFERRAL_OFFERED => referral_offered;
    event::REFERRAL_ACCEPTED => referral_accepted;
    event::REFERRAL_DECLINED => referral_declined;
    event::REFERRAL_EXPIRED => referral_expired;
    event::CLOCK_MET => clock_met;
    event::CLOCK_EXPIRED => clock_expired;
    event::CLOCK_STOPPED => clock_stopped;
    event::CLOCK_EXTENDED => clock_extended;
    event::MEDIATION_APPLIED => mediation_applied;
    event::MEDIATION_CONSENTED => mediation_consented;
    event::CONSENT_REFUSED => consent_refused;
    event::AGREEMENT_MADE => agreement_made;
    event::MEDIATION_ENDED => mediation_ended;
    event::OBLIGATION_PERFORMED => obligation_performed;
    event::COMPLAINT_RECEIVED => complaint_received;
    event::CASE_FILED => case_filed;
    event::FILING_REFUSED => filing_refused;
    event::SETTLED_BEFORE_FILING => settled_before_filing;
    event::ENFORCEMENT_OPENED => enforcement_opened;
    PASSED_BACK => passed_back;
    REGISTERED => registered;
}

/// What an event says, each with an id of its own. The place among all events is given later.
///
/// # Errors
/// The content does not read as what the type says.
pub fn observe(envelope: &Envelope) -> Result<Vec<Observed>, DecodeError> {
    let Some(dispute) = envelope.dispute else { return Ok(vec![]) };
    let row = TABLE.iter().find(|(kind, _)| *kind == envelope.kind);
    let Some((_, read)) = row else { return Ok(vec![]) };
    let said = read(&envelope.payload)?;
    let observed = said.into_iter().enumerate().map(|(place, said)| {
        let head = said.head.unwrap_or_default();
        let recorded = head.occurred_at.as_ref().map_or(envelope.occurred_at, moment_from);
        let event = if said.event.is_empty() { envelope.kind.as_str() } else { said.event };
        Observed {
            id: id(envelope, place),
            seq: 0,
            // The signature says who announced it; the head only repeats it.
            agency: envelope.src,
            event: event.to_owned(),
            dispute,
            case: head.case.parse().unwrap_or(CaseId::from_bits(0)),
            at: at(recorded, said.on),
            attributes: said.attributes,
        }
    });
    Ok(observed.collect())
}

/// The version of the case after the fact, with which the facts of one command are known.
pub fn version(envelope: &Envelope) -> i64 {
    /// The part that all events share.
    #[derive(Clone, PartialEq, Message)]
    struct Headed {
        #[prost(message, optional, tag = "1")]
        head: Option<FactHead>,
    }
    let headed = Headed::decode(envelope.payload.as_slice()).unwrap_or_default();
    headed.head.map_or(0, |head| head.version)
}

/// The first thing that an event says has the event's own id.
fn id(envelope: &Envelope, place: usize) -> FactId {
    if place == 0 {
        return envelope.id;
    }
    FactId(envelope.id.0.derive(&format!("observed:{place}")))
}

/// The moment of the record, unless the event tells another day.
fn at(recorded: Moment, on: Option<Date>) -> Moment {
    match on {
        Some(day) if day != recorded.day() => Moment::from_local(day.at(0, 0, 0, 0)),
        Some(_) | None => recorded,
    }
}

fn day(date: Option<&WireDate>) -> Option<Date> {
    date.and_then(|date| date_from(date).ok())
}

/// The value of a code; empty or unknown: none.
fn code<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

fn one(event: &'static str, head: Option<FactHead>, attributes: Attributes) -> Vec<Said> {
    vec![Said { event, head, on: None, attributes }]
}

fn on(date: Option<&WireDate>, mut said: Vec<Said>) -> Vec<Said> {
    for one in &mut said {
        one.on = day(date);
    }
    said
}

fn referral(to: &str, epoch: String, proposal: &str) -> Attributes {
    Attributes {
        to: code(to),
        epoch: Some(epoch),
        proposal: code(proposal),
        ..Attributes::default()
    }
}

/// A dispute that goes back to who handed it over is no referral.
fn goes_back(mode: &str) -> bool {
    mode == Mode::Return.code()
}

fn referral_offered(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = handoff::ReferralOffered::decode(payload)?;
    if goes_back(&m.mode) {
        return Ok(vec![]);
    }
    Ok(one(event::REFERRAL_OFFERED, m.head, referral(&m.to, m.epoch, "")))
}

fn referral_accepted(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = handoff::ReferralAccepted::decode(payload)?;
    if goes_back(&m.mode) {
        return Ok(vec![]);
    }
    Ok(one(event::REFERRAL_ACCEPTED, m.head, referral(&m.by, m.epoch, "")))
}

fn referral_declined(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = handoff::ReferralDeclined::decode(payload)?;
    Ok(one(event::REFERRAL_DECLINED, m.head, referral(&m.by, m.epoch, &m.proposal)))
}

fn referral_expired(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = handoff::ReferralExpired::decode(payload)?;
    Ok(one(event::REFERRAL_EXPIRED, m.head, referral(&m.by, m.epoch, "")))
}

fn clock(rule: String) -> Attributes {
    Attributes { rule: Some(rule), ..Attributes::default() }
}

fn clock_met(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = handoff::ClockMet::decode(payload)?;
    Ok(one(event::CLOCK_MET, m.head, clock(m.rule)))
}

fn clock_expired(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = handoff::ClockExpired::decode(payload)?;
    Ok(one(event::CLOCK_EXPIRED, m.head, clock(m.rule)))
}

fn clock_stopped(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = handoff::ClockStopped::decode(payload)?;
    Ok(one(event::CLOCK_STOPPED, m.head, clock(m.rule)))
}

fn clock_extended(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = handoff::ClockExtended::decode(payload)?;
    Ok(one(event::CLOCK_EXTENDED, m.head, clock(m.rule)))
}

fn mediation_applied(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = mediation::MediationApplied::decode(payload)?;
    let attributes = Attributes {
        kind: code(&m.kind),
        place: code(&m.place),
        track: code(&m.track),
        ..Attributes::default()
    };
    Ok(on(m.on.as_ref(), one(event::MEDIATION_APPLIED, m.head, attributes)))
}

fn mediation_consented(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = mediation::MediationConsented::decode(payload)?;
    Ok(one(event::MEDIATION_CONSENTED, m.head, clock(m.rule)))
}

fn consent_refused(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = mediation::ConsentRefused::decode(payload)?;
    Ok(on(m.on.as_ref(), one(event::CONSENT_REFUSED, m.head, Attributes::default())))
}

/// An agreement, and then each obligation that it contains.
fn agreement_made(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = mediation::AgreementMade::decode(payload)?;
    let mut said = one(event::AGREEMENT_MADE, m.head.clone(), Attributes::default());
    for owed in &m.obligations {
        let attributes = Attributes {
            obligation: Some(owed.obligation),
            due_on: day(owed.due_on.as_ref()),
            immediate: owed.immediate,
            ..Attributes::default()
        };
        said.extend(one(event::OBLIGATION_SET, m.head.clone(), attributes));
    }
    Ok(on(m.effective_on.as_ref(), said))
}

fn mediation_ended(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = mediation::MediationEnded::decode(payload)?;
    let attributes =
        Attributes { kind: code(&m.kind), outcome: code(&m.outcome), ..Attributes::default() };
    Ok(on(m.on.as_ref(), one(event::MEDIATION_ENDED, m.head, attributes)))
}

fn obligation_performed(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = mediation::ObligationPerformed::decode(payload)?;
    let attributes = Attributes { obligation: Some(m.obligation), ..Attributes::default() };
    Ok(on(m.on.as_ref(), one(event::OBLIGATION_PERFORMED, m.head, attributes)))
}

fn field(text: &str) -> Option<Field> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
}

fn suit(text: &str) -> Attributes {
    Attributes { field: field(text), ..Attributes::default() }
}

fn complaint_received(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = court::ComplaintReceived::decode(payload)?;
    let attributes = Attributes {
        kind: code(&m.kind),
        place: code(&m.place),
        track: code(&m.track),
        ..suit(&m.field)
    };
    Ok(on(m.on.as_ref(), one(event::COMPLAINT_RECEIVED, m.head, attributes)))
}

fn case_filed(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = court::CaseFiled::decode(payload)?;
    Ok(on(m.on.as_ref(), one(event::CASE_FILED, m.head, suit(&m.field))))
}

fn filing_refused(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = court::FilingRefused::decode(payload)?;
    Ok(on(m.on.as_ref(), one(event::FILING_REFUSED, m.head, suit(&m.field))))
}

fn settled_before_filing(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = court::SettledBeforeFiling::decode(payload)?;
    Ok(on(m.on.as_ref(), one(event::SETTLED_BEFORE_FILING, m.head, suit(&m.field))))
}

fn enforcement_opened(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = court::EnforcementOpened::decode(payload)?;
    Ok(on(m.on.as_ref(), one(event::ENFORCEMENT_OPENED, m.head, Attributes::default())))
}

fn passed_back(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = mediation::MatterPassedBack::decode(payload)?;
    Ok(on(m.on.as_ref(), one("", m.head, Attributes::default())))
}

fn registered(payload: &[u8]) -> Result<Vec<Said>, DecodeError> {
    let m = intake::DisputeRegistered::decode(payload)?;
    let attributes =
        Attributes { kind: code(&m.kind), place: code(&m.place), ..Attributes::default() };
    Ok(one("", m.head, attributes))
}
