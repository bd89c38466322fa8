//! Requests of a screening.

use jiefen_intake_rules::screening_campaign::{Command, Plan};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::Private;

use super::{NAME, Outcome, TEXT, begins, on, verb};
use crate::wire::fresh;

/// The most rounds of one screening.
const ROUNDS: u32 = 60;

verb!(
    plan_screening,
    PlanScreeningRequest,
    |m, fields| {
        let mode = fields.coded("mode", &m.mode, "campaign、routine");
        let theme = fields.text("theme", &m.theme, NAME);
        let units = fields.parse_all("units", &m.units);
        if m.rounds > ROUNDS {
            fields.fault("rounds", format!("轮次过多，上限{ROUNDS} (at most {ROUNDS})"));
        }
        Command::PlanScreening(Plan { mode: mode?, theme: theme?, units, rounds: m.rounds })
    },
    begins
);
verb!(sign_screening, SignScreeningRequest, |m, fields| { Command::Sign });
verb!(cancel_screening, CancelScreeningRequest, |m, fields| {
    let reason = fields.text("reason", &m.reason, TEXT);
    Command::Cancel { reason: reason? }
});
verb!(report_finding, ReportFindingRequest, |m, fields| {
    let place = fields.parse("place", &m.place);
    let kind = fields.parse("kind", &m.kind);
    let summary = fields.text("summary", &m.summary, TEXT);
    let (round, people) = (m.round, m.people);
    let dispute = (!m.signal_only).then(fresh);
    let summary = Private::new(summary?);
    Command::ReportFinding { round, place: place?, kind: kind?, people, summary, dispute }
});
verb!(sign_none_found, SignNoneFoundRequest, |m, fields| {
    let signed_by = fields.text("signed_by", &m.signed_by, NAME);
    Command::SignNoneFound { round: m.round, signed_by: signed_by? }
});
verb!(close_round, CloseRoundRequest, |m, fields| { Command::CloseRound });
verb!(assign_finding_owner, AssignFindingOwnerRequest, |m, fields| {
    let unit = fields.parse("unit", &m.unit);
    let dispute = fields.parse_optional("dispute", &m.dispute);
    Command::AssignOwner { finding: m.finding, unit: unit?, dispute }
});
verb!(report_screening, ReportScreeningRequest, |m, fields| {
    let text = fields.text("text", &m.text, TEXT);
    Command::ReportScreening { text: text? }
});
