//! The area's own views, for the court that has the case.

use jiefen_court_rules::filing::{Document, Ending, Fee, Stage};
use jiefen_court_rules::{Case, Term, confirmation, filing as suits};
use jiefen_ledger::Error;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::case_head;
use jiefen_ledger::wire::{brief_to, date_to};
use jiefen_proto::jiefen::court::v1 as pb;

use crate::CourtArea;
use crate::announce::{code, tag};

type View = CaseView<CourtArea>;

/// The case is of another procedure.
pub fn other_procedure(view: &View, what: &'static str, what_en: &'static str) -> Error {
    Error::NotFound { what, what_en, name: view.row.id.clone() }
}

/// The code of an outcome; empty: none yet.
pub fn outcome(outcome: Option<jiefen_vocab::Outcome>) -> String {
    outcome.map(|outcome| outcome.code().to_owned()).unwrap_or_default()
}

/// A term as it runs.
pub fn term(term: &Term) -> pb::Term {
    pb::Term {
        rule: term.rule.clone(),
        from: Some(date_to(term.from)),
        extended: term.extended,
        stands_still: term.stands_still(),
    }
}

fn errand(errand: &suits::Errand) -> pb::Errand {
    pb::Errand {
        body: errand.body.to_string(),
        rule: errand.rule.clone(),
        sent_on: Some(date_to(errand.sent_on)),
        term: errand.term.as_ref().map(term),
    }
}

fn receipt(receipt: &suits::Receipt) -> pb::Receipt {
    pb::Receipt { party: receipt.party, on: Some(date_to(receipt.on)) }
}

fn service(service: &suits::Service) -> pb::Service {
    let of = match service.document {
        Document::Defence { of } => of,
        Document::Complaint | Document::Summons | Document::Other => 0,
    };
    pb::Service {
        document: tag(&service.document, "what"),
        of,
        party: service.party,
        on: Some(date_to(service.on)),
        manner: service.manner.clone(),
    }
}

fn fee(fee: Fee) -> &'static str {
    match fee {
        Fee::NotAsked => "not_asked",
        Fee::Asked => "asked",
        Fee::Paid { .. } => "paid",
        Fee::Relieved { .. } => "relieved",
    }
}

/// One case of first instance.
///
/// # Errors
/// The case is of another procedure.
pub fn filing(view: &View) -> Result<pb::Filing, Error> {
    let Case::Filing(state) = &view.state else {
        return Err(other_procedure(view, "民事一审案件", "case of first instance"));
    };
    let brief = brief_to(&state.brief);
    let mut shown = pb::Filing {
        head: Some(case_head(view)),
        brief: Some(brief.clone()),
        code: brief.code,
        kind: brief.kind,
        route: brief.track,
        parties: brief.parties,
        summary: brief.summary,
        amount_fen: brief.amount_fen,
        receipt: state.receipt.clone(),
        received_on: Some(date_to(state.received_on)),
        plaintiff: state.plaintiff,
        listed: state.listed,
        case_no: state.case_no.clone().unwrap_or_default(),
        filed_on: state.filed_on.map(date_to),
        judge: state.judge.clone().unwrap_or_default(),
        barred: state.barred.clone(),
        fee: fee(state.fee).to_owned(),
        track: state.track.map(|track| code(&track)).unwrap_or_default(),
        trial: state.trial.as_ref().map(term),
        mediated: state.mediated.map(|result| tag(&result, "result")).unwrap_or_default(),
        hearing_on: state.hearing_on.map(date_to),
        withdrawal_asked: state.withdrawal_asked.map(date_to),
        served: state.served.iter().map(service).collect(),
        defences: state.defences.iter().map(receipt).collect(),
        outcome: outcome(state.outcome()),
        ..pb::Filing::default()
    };
    stage(&mut shown, &state.stage);
    Ok(shown)
}

fn stage(shown: &mut pb::Filing, stage: &Stage) {
    match stage {
        Stage::Correcting { missing, .. } => shown.missing = missing.clone(),
        Stage::Delegated { errand: out } | Stage::Entrusted { errand: out } => {
            shown.errand = Some(errand(out));
        }
        Stage::Refused { ground, .. } => shown.ground = code(ground),
        Stage::StatementMade { received, .. } => shown.signed = received.clone(),
        Stage::Judged { finally, received, passed, .. } => {
            shown.one_instance = *finally;
            shown.received = received.iter().map(receipt).collect();
            shown.passed = passed.clone();
        }
        Stage::Ended { ending, on } => ended(shown, *ending, *on),
        Stage::Received { .. }
        | Stage::RefusalAppealed { .. }
        | Stage::Filed
        | Stage::FeeDue { .. }
        | Stage::OnTrial => {}
    }
}

fn ended(shown: &mut pb::Filing, ending: Ending, on: jiff::civil::Date) {
    shown.ending = tag(&ending, "how");
    shown.ended_on = Some(date_to(on));
}

fn agreement(agreement: &confirmation::Agreement) -> pb::ConfirmableAgreement {
    pb::ConfirmableAgreement {
        hash: agreement.hash.clone(),
        effective_on: Some(date_to(agreement.effective_on)),
        body: agreement.body.clone(),
        subjects: agreement.subjects.iter().map(code).collect(),
        content: agreement.content.reveal().clone(),
        due: agreement.due.iter().copied().map(date_to).collect(),
    }
}

fn ruling(receipt: &confirmation::Receipt) -> pb::Receipt {
    pb::Receipt { party: receipt.party, on: Some(date_to(receipt.on)) }
}

/// One application for judicial confirmation.
///
/// # Errors
/// The case is of another procedure.
pub fn confirmation(view: &View) -> Result<pb::Confirmation, Error> {
    let Case::Confirmation(state) = &view.state else {
        return Err(other_procedure(view, "司法确认案件", "application for confirmation"));
    };
    let brief = brief_to(&state.brief);
    let mut shown = pb::Confirmation {
        head: Some(case_head(view)),
        brief: Some(brief.clone()),
        code: brief.code,
        kind: brief.kind,
        route: brief.track,
        parties: brief.parties,
        summary: brief.summary,
        agreement: Some(agreement(&state.agreement)),
        applicants: state.applicants.clone(),
        applied_on: Some(date_to(state.applied_on)),
        competence: code(&state.competence),
        case_no: state.case_no.clone().unwrap_or_default(),
        judge: state.judge.clone().unwrap_or_default(),
        ruling: state.ruling.as_ref().map(term),
        ruled_on: state.ruled_on.map(date_to),
        outcome: outcome(state.outcome()),
        ..pb::Confirmation::default()
    };
    standing(&mut shown, &state.stage);
    Ok(shown)
}

fn standing(shown: &mut pb::Confirmation, stage: &confirmation::Stage) {
    use confirmation::Stage as At;
    match stage {
        At::Applied { .. } | At::Examined => {}
        At::Correcting { missing, .. } => shown.missing = missing.clone(),
        At::Confirmed { received, passed } => {
            shown.received = received.iter().map(ruling).collect();
            shown.passed = passed.clone();
        }
        At::Objected { objection, received, passed } => {
            shown.objector = tag(&objection.by, "objector");
            shown.objected_on = Some(date_to(objection.on));
            shown.received = received.iter().map(ruling).collect();
            shown.passed = passed.clone();
        }
        At::Effective { received } => shown.received = received.iter().map(ruling).collect(),
        At::Ended { ending, on } => {
            shown.ending = tag(ending, "how");
            shown.ended_on = Some(date_to(*on));
        }
    }
}
