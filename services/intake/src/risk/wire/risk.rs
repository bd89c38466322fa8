//! Requests of a risk case.

use jiefen_intake_rules::risk_case::{Command, Payment};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::Fen;

use super::{NAME, Outcome, TEXT, at, begins, level, on, signal, verb};
use crate::wire::text;

verb!(
    open_risk_case,
    OpenRiskCaseRequest,
    |m, fields| {
        let mut signals = Vec::new();
        for (n, item) in m.signals.iter().enumerate() {
            signals.extend(signal(&mut fields, &format!("signals[{n}]"), Some(item)));
        }
        if m.signals.is_empty() {
            fields.fault("signals", "必填，至少一个 (required: at least one)");
        }
        let disputes = fields.parse_all("disputes", &m.disputes);
        let at = at(&mut fields, "at", m.at.as_ref());
        Command::Open { signals, disputes, why: text(&m.why), at: at? }
    },
    begins
);
verb!(join_risk_signal, JoinRiskSignalRequest, |m, fields| {
    let signal = signal(&mut fields, "signal", m.signal.as_ref());
    Command::JoinSignal { signal: signal? }
});
verb!(set_risk_level, SetRiskLevelRequest, |m, fields| {
    let level = level(&mut fields, &m.level);
    let why = fields.text("why", &m.why, TEXT);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::SetLevel { level: level?, why: why?, at: at? }
});
verb!(name_investigator, NameInvestigatorRequest, |m, fields| {
    let person = fields.text("person", &m.person, NAME);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::NameInvestigator { person: person?, at: at? }
});
verb!(assemble_risk_team, AssembleRiskTeamRequest, |m, fields| {
    let units = fields.parse_all("units", &m.units);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::AssembleTeam { units, at: at? }
});
verb!(record_risk_contact, RecordRiskContactRequest, |m, fields| {
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::RecordContact { at: at? }
});
verb!(record_risk_finding, RecordRiskFindingRequest, |m, fields| {
    let finding = fields.text("finding", &m.finding, TEXT);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::RecordFinding { finding: finding?, at: at? }
});
verb!(assign_risk_task, AssignRiskTaskRequest, |m, fields| {
    let unit = fields.parse("unit", &m.unit);
    let what = fields.text("what", &m.what, TEXT);
    let due = fields.date("due", m.due.as_ref());
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::AssignTask { unit: unit?, what: what?, due: due?, at: at? }
});
verb!(prove_risk_task, ProveRiskTaskRequest, |m, fields| {
    let evidence = fields.text("evidence", &m.evidence, TEXT);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::ProveTask { task: m.task, evidence: evidence?, at: at? }
});
verb!(expect_risk_payment, ExpectRiskPaymentRequest, |m, fields| {
    let dispute = fields.parse("dispute", &m.dispute);
    let due = fields.date("due", m.due.as_ref());
    let at = at(&mut fields, "at", m.at.as_ref());
    let (dispute, people, amount) = (dispute?, m.people, Fen(m.amount_fen));
    Command::ExpectPayment {
        payment: Payment { dispute, people, amount, due: due?, proof: None },
        at: at?,
    }
});
verb!(prove_risk_payment, ProveRiskPaymentRequest, |m, fields| {
    let proof = fields.text("proof", &m.proof, TEXT);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::ProvePayment { payment: m.payment, proof: proof?, at: at? }
});
verb!(note_risk_incident, NoteRiskIncidentRequest, |m, fields| {
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::NoteIncident { ended: m.ended, at: at? }
});
verb!(find_risk_unfounded, FindRiskUnfoundedRequest, |m, fields| {
    let finding = fields.text("finding", &m.finding, TEXT);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::FindUnfounded { finding: finding?, at: at? }
});
verb!(close_risk_case, CloseRiskCaseRequest, |m, fields| {
    let why = fields.text("why", &m.why, TEXT);
    let at = at(&mut fields, "at", m.at.as_ref());
    Command::Close { why: why?, at: at? }
});
