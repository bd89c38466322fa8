//! Requests of a mass incident.

use jiefen_intake_rules::mass_incident::{Command, Earlier, LaneDuty, Measure, Review};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::intake::v1 as pb;

use super::{LEVELS, NAME, Outcome, TEXT, at, begins, level, on, signal, verb};
use crate::wire::text;

const LANES: &str = "on_site、area、information";
const MEASURES: &str = "persuade、control_facilities、seal_off、guard、separate";

fn lanes(fields: &mut Fields, given: &[pb::IncidentLane]) -> Option<Vec<LaneDuty>> {
    let mut all = Vec::new();
    for (n, item) in given.iter().enumerate() {
        let of = |name: &str| format!("lanes[{n}].{name}");
        let lane = fields.coded(&of("lane"), &item.lane, LANES);
        let unit = fields.parse(&of("unit"), &item.unit);
        let person = fields.text(&of("person"), &item.person, NAME);
        let duty = lane.zip(unit).zip(person);
        all.push(duty.map(|((lane, unit), person)| LaneDuty {
            lane,
            unit,
            person,
            arrived: None,
            closed: None,
        }));
    }
    all.into_iter().collect()
}

fn trace(fields: &mut Fields, given: &[pb::EarlierSign]) -> Option<Vec<Earlier>> {
    let mut all = Vec::new();
    for (n, item) in given.iter().enumerate() {
        let of = |name: &str| format!("trace[{n}].{name}");
        let dispute = fields.parse(&of("dispute"), &item.dispute);
        let held_by = fields.parse_optional(&of("held_by"), &item.held_by);
        let since = at(fields, &of("since"), item.since.as_ref());
        let done = fields.text(&of("done"), &item.done, TEXT);
        let sign = dispute.zip(since).zip(done);
        all.push(sign.map(|((dispute, since), done)| Earlier { dispute, held_by, since, done }));
    }
    all.into_iter().collect()
}

verb!(
    report_incident,
    ReportIncidentRequest,
    |m, fields| {
        let signal = signal(&mut fields, "signal", m.signal.as_ref());
        let disputes = fields.parse_all("disputes", &m.disputes);
        Command::ReportSignal { signal: signal?, disputes }
    },
    begins
);
verb!(join_incident_signal, JoinIncidentSignalRequest, |m, fields| {
    let signal = signal(&mut fields, "signal", m.signal.as_ref());
    Command::JoinSignal { signal: signal? }
});
verb!(verify_incident, VerifyIncidentRequest, |m, fields| {
    let level = match m.level.as_str() {
        "" => Some(None),
        given => fields.coded("level", given, LEVELS).map(Some),
    };
    let finding = fields.text("finding", &m.finding, TEXT);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::Verify { holds: m.holds, level: level?, finding: finding?, at: at? }
});
verb!(set_incident_level, SetIncidentLevelRequest, |m, fields| {
    let level = level(&mut fields, &m.level);
    let why = fields.text("why", &m.why, TEXT);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::SetLevel { level: level?, why: why?, at: at? }
});
verb!(record_incident_contact, RecordIncidentContactRequest, |m, fields| {
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::RecordContact { at: at? }
});
verb!(prepare_lanes, PrepareLanesRequest, |m, fields| {
    let lanes = lanes(&mut fields, &m.lanes);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::PrepareLanes { lanes: lanes?, at: at? }
});
verb!(call_out, CallOutRequest, |m, fields| {
    let lanes = lanes(&mut fields, &m.lanes);
    let commander = fields.text("commander", &m.commander, NAME);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::CallOut { lanes: lanes?, commander: commander?, at: at? }
});
verb!(record_arrival, RecordArrivalRequest, |m, fields| {
    let unit = fields.parse("unit", &m.unit);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::RecordArrival { unit: unit?, at: at? }
});
verb!(take_measure, TakeMeasureRequest, |m, fields| {
    let kind = fields.coded("kind", &m.kind, MEASURES);
    let why = fields.text("why", &m.why, TEXT);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::TakeMeasure { measure: Measure { kind: kind?, why: why?, at: at? } }
});
verb!(report_situation, ReportSituationRequest, |m, fields| {
    let text = fields.text("text", &m.text, TEXT);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::ReportSituation { people: m.people, text: text?, at: at? }
});
verb!(report_up, ReportUpRequest, |m, fields| {
    let to = fields.parse("to", &m.to);
    let said = fields.text("text", &m.text, TEXT);
    let at = at(&mut fields, "at", m.at.as_ref());
    let (to, skips, people) = (to?, text(&m.skips), m.people);
    Command::ReportUp { to, skips, text: said?, people, at: at? }
});
verb!(link_incident_dispute, LinkIncidentDisputeRequest, |m, fields| {
    let dispute = fields.parse("dispute", &m.dispute);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::LinkDispute { dispute: dispute?, at: at? }
});
verb!(close_lane, CloseLaneRequest, |m, fields| {
    let lane = fields.coded("lane", &m.lane, LANES);
    let result = fields.text("result", &m.result, TEXT);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::CloseLane { lane: lane?, result: result?, at: at? }
});
verb!(stand_down, StandDownRequest, |m, fields| {
    let why = fields.text("why", &m.why, TEXT);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::StandDown { why: why?, at: at? }
});
verb!(lift_warning, LiftWarningRequest, |m, fields| {
    let why = fields.text("why", &m.why, TEXT);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::Lift { why: why?, at: at? }
});
verb!(review_incident, ReviewIncidentRequest, |m, fields| {
    let cause = fields.text("cause", &m.cause, TEXT);
    let lessons = fields.text("lessons", &m.lessons, TEXT);
    let trace = trace(&mut fields, &m.trace);
    let at = at(&mut fields, "at", m.at.as_ref());
    let (cause, lessons, data_settled) = (cause?, lessons?, m.data_settled);
    Command::Review { review: Review { cause, lessons, trace: trace?, data_settled }, at: at? }
});
