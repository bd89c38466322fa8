//! Risk cases, mass incidents and screenings, as their units see them.

use jiefen_intake_rules::Case;
use jiefen_intake_rules::mass_incident::{self, LaneDuty};
use jiefen_intake_rules::risk_case::{self, Stage};
use jiefen_intake_rules::screening_campaign::{self, Figures, Finding, Mode, Report};
use jiefen_intake_rules::signal::Signal;
use jiefen_ledger::Error;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::case_head;
use jiefen_ledger::wire::{date_to, stamp};
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{Agency, Moment};
use jiff::civil::DateTime;
use serde::Serialize;
use tonic::Status;

use crate::IntakeArea;

type View = CaseView<IntakeArea>;

fn no_such(what: &'static str, what_en: &'static str, view: &View) -> Status {
    Error::NotFound { what, what_en, name: view.row.id.clone() }.into()
}

/// The code of a value of a closed list, as it is stored.
pub(super) fn code<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        Ok(_) | Err(_) => String::new(),
    }
}

fn time(at: DateTime) -> pbjson_types::Timestamp {
    stamp(Moment::from_local(at))
}

fn names<T: ToString>(all: impl IntoIterator<Item = T>) -> Vec<String> {
    all.into_iter().map(|one| one.to_string()).collect()
}

fn signal(signal: &Signal) -> pb::RiskSignal {
    let private = |name: &Option<jiefen_vocab::Private<String>>| {
        name.as_ref().map(|name| name.reveal().clone()).unwrap_or_default()
    };
    pb::RiskSignal {
        kind: signal.kind.code().to_owned(),
        channel: signal.channel.code().to_owned(),
        against: private(&signal.against),
        place: signal.place.to_string(),
        sensitive: signal.sensitive,
        cause: signal.cause.code().to_owned(),
        people: signal.people,
        count: signal.count,
        at: Some(time(signal.at)),
        threatened: private(&signal.threatened),
        dispute: signal.dispute.map(|dispute| dispute.to_string()).unwrap_or_default(),
        source: signal.source.clone(),
    }
}

/// The risk case of a case as a unit sees it that has a task in it: where, how dangerous, and its own tasks.
///
/// # Errors
/// The case is of another procedure.
pub fn tasks_of(view: &View, unit: Agency) -> Result<pb::RiskCase, Status> {
    let whole = risk_case(view)?;
    let unit = unit.to_string();
    Ok(pb::RiskCase {
        head: whole.head,
        place: whole.place,
        tasks: whole.tasks.into_iter().filter(|task| task.unit == unit).collect(),
        ..pb::RiskCase::default()
    })
}

/// The risk case of a case.
///
/// # Errors
/// The case is of another procedure.
pub fn risk_case(view: &View) -> Result<pb::RiskCase, Status> {
    let Case::RiskCase(state) = &view.state else {
        return Err(no_such("风险事项", "risk case", view));
    };
    let tasks = (1..).zip(&state.tasks);
    let payments = (1..).zip(&state.payments);
    Ok(pb::RiskCase {
        head: Some(case_head(view)),
        place: state.place.to_string(),
        why: state.why.clone(),
        signals: state.signals.iter().map(signal).collect(),
        disputes: names(&state.disputes),
        investigator: state.investigator.clone().unwrap_or_default(),
        collective: state.collective,
        team: names(&state.team),
        team_due: state.team_due && matches!(state.stage, Stage::Open { .. }),
        first_contact: state.first_contact.map(time),
        findings: state.findings.clone(),
        tasks: tasks.map(|(no, task)| task_to(no, task)).collect(),
        payments: payments.map(|(no, payment)| payment_to(no, payment)).collect(),
        incident_open: state.incident_open,
    })
}

fn task_to(no: u32, task: &risk_case::Task) -> pb::RiskTask {
    pb::RiskTask {
        no,
        unit: task.unit.to_string(),
        what: task.what.clone(),
        due: Some(date_to(task.due)),
        evidence: task.done.clone().unwrap_or_default(),
    }
}

fn payment_to(no: u32, payment: &risk_case::Payment) -> pb::RiskPayment {
    pb::RiskPayment {
        no,
        dispute: payment.dispute.to_string(),
        people: payment.people,
        amount_fen: payment.amount.0,
        due: Some(date_to(payment.due)),
        proof: payment.proof.clone().unwrap_or_default(),
    }
}

/// The mass incident of a case.
///
/// # Errors
/// The case is of another procedure.
pub fn incident(view: &View) -> Result<pb::Incident, Status> {
    let Case::MassIncident(state) = &view.state else {
        return Err(no_such("群体性事件", "mass incident", view));
    };
    let review = state.review.as_ref();
    Ok(pb::Incident {
        head: Some(case_head(view)),
        place: state.place.to_string(),
        signals: state.signals.iter().map(signal).collect(),
        people: state.people,
        violence: state.violence,
        disputes: names(&state.disputes),
        first_contact: state.first_contact.map(time),
        lanes: state.lanes.iter().map(lane).collect(),
        commander: state.commander.clone().unwrap_or_default(),
        reports: state.reports.iter().map(report).collect(),
        owed_since: state.owed_since.map(time),
        measures: state.measures.iter().map(measure).collect(),
        situations: state.situations.iter().map(situation).collect(),
        called_at: state.called_at.map(time),
        end_why: state.end.as_ref().map(|end| end.why.clone()).unwrap_or_default(),
        end_at: state.end.as_ref().map(|end| time(end.at)),
        cause: review.map(|review| review.cause.clone()).unwrap_or_default(),
        lessons: review.map(|review| review.lessons.clone()).unwrap_or_default(),
        trace: review.map(|review| review.trace.iter().map(earlier).collect()).unwrap_or_default(),
    })
}

fn situation(told: &mass_incident::Situation) -> pb::IncidentSituation {
    let (people, text) = (told.people, told.text.clone());
    pb::IncidentSituation { people, text, at: Some(time(told.at)) }
}

fn earlier(sign: &mass_incident::Earlier) -> pb::EarlierSign {
    pb::EarlierSign {
        dispute: sign.dispute.to_string(),
        held_by: sign.held_by.map(|unit| unit.to_string()).unwrap_or_default(),
        since: Some(time(sign.since)),
        done: sign.done.clone(),
    }
}

fn lane(duty: &LaneDuty) -> pb::IncidentLane {
    pb::IncidentLane {
        lane: code(&duty.lane),
        unit: duty.unit.to_string(),
        person: duty.person.clone(),
        arrived: duty.arrived.map(time),
        result: duty.closed.clone().unwrap_or_default(),
    }
}

fn report(report: &mass_incident::ReportUp) -> pb::IncidentReport {
    pb::IncidentReport {
        to: report.to.to_string(),
        skips: report.skips.clone().unwrap_or_default(),
        text: report.text.clone(),
        people: report.people,
        class: code(&report.class),
        at: Some(time(report.at)),
    }
}

fn measure(measure: &mass_incident::Measure) -> pb::IncidentMeasure {
    pb::IncidentMeasure {
        kind: code(&measure.kind),
        why: measure.why.clone(),
        at: Some(time(measure.at)),
    }
}

/// The screening of a case; for a unit that must report, its own reports and findings only.
///
/// # Errors
/// The case is of another procedure.
pub fn screening_for(view: &View, unit: Option<Agency>) -> Result<pb::Screening, Status> {
    let Case::Screening(state) = &view.state else {
        return Err(no_such("排查", "screening", view));
    };
    let shown = |of: Agency| unit.is_none_or(|unit| unit == of);
    let (signed_by, signed_on) = state.signed.clone().unzip();
    let findings = (1..).zip(&state.findings).filter(|(_, finding)| shown(finding.unit));
    Ok(pb::Screening {
        head: Some(case_head(view)),
        mode: mode(state.plan.mode),
        theme: state.plan.theme.clone(),
        units: names(&state.plan.units),
        rounds: state.plan.rounds,
        drafted_by: state.drafted_by.clone(),
        signed_by: signed_by.unwrap_or_default(),
        signed_on: signed_on.map(date_to),
        round: state.round,
        round_from: (state.round > 0).then(|| date_to(state.round_from)),
        reports: rounds(state).into_iter().filter(|(unit, _)| shown(*unit)).map(|r| r.1).collect(),
        findings: findings.map(|(no, finding)| finding_to(no, finding)).collect(),
        figures: unit.is_none().then(|| figures(&state.figures())),
    })
}

/// The code of a mode.
pub(super) fn mode(mode: Mode) -> String {
    code(&mode)
}

/// What units have reported and what they let pass, by round and unit.
fn rounds(state: &screening_campaign::State) -> Vec<(Agency, pb::UnitRound)> {
    let reported = state.reports.iter().map(|report| (report.unit, reported(report)));
    let silent = state.overdue.iter().map(|(round, unit)| {
        let (round, unit_) = (*round, unit.to_string());
        let state = "overdue".to_owned();
        (*unit, pb::UnitRound { round, unit: unit_, state, ..pb::UnitRound::default() })
    });
    let mut all: Vec<_> = reported.chain(silent).collect();
    all.sort_by_key(|(unit, round)| (round.round, *unit));
    all
}

fn reported(report: &Report) -> pb::UnitRound {
    let state = if report.none_found.is_some() { "none_found" } else { "found" };
    pb::UnitRound {
        round: report.round,
        unit: report.unit.to_string(),
        state: state.to_owned(),
        signed_by: report.none_found.clone().unwrap_or_default(),
        late: report.late,
        on: Some(date_to(report.on)),
    }
}

fn finding_to(no: u32, finding: &Finding) -> pb::ScreeningFinding {
    let (owner, dispute) = finding.owner.unzip();
    pb::ScreeningFinding {
        no,
        unit: finding.unit.to_string(),
        place: finding.place.to_string(),
        kind: finding.kind.code().to_owned(),
        people: finding.people,
        summary: finding.summary.reveal().clone(),
        dispute: finding.dispute.map(|dispute| dispute.to_string()).unwrap_or_default(),
        owner: owner.map(|owner| owner.to_string()).unwrap_or_default(),
        owner_dispute: dispute.map(|dispute| dispute.to_string()).unwrap_or_default(),
        unowned: finding.unowned,
    }
}

fn figures(figures: &Figures) -> pb::ScreeningFigures {
    pb::ScreeningFigures {
        due: figures.due,
        in_time: figures.in_time,
        late: figures.late,
        none_found: figures.none_found,
        findings: figures.findings,
        unowned: figures.unowned,
    }
}
