//! Rows of an older ledger: each becomes a dispute registered on its own day. All rows of a request are
//! written in one transaction, or none; a row that was taken in before is the same dispute.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_intake_rules::dispute::{Command, Dispute};
use jiefen_intake_rules::receipt::Receipt;
use jiefen_intake_rules::{Case, dispute};
use jiefen_ledger::serve::App;
use jiefen_ledger::{Error, FieldFault, Step};
use jiefen_procedure::{Actor, Circumstances, Explain as _, Procedure as _};
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{CaseId, DisputeId};
use tonic::{Request, Status};

use crate::wire::{LedgerRow, ledger_row};
use crate::{IntakeArea, case_id};

/// The most rows of one request: they are one transaction.
const ROWS: usize = 500;
/// How often rows are looked at anew when another request has just taken some of them in.
const OVERTAKEN: u32 = 8;

/// The commands that each row is: who may give both may import.
const GIVEN: [&str; 2] = ["dispute.record_inquiry", "dispute.register"];

/// What is to be done with the rows of a request.
struct Looked {
    answer: Vec<pb::ImportedRow>,
    /// Those that are to be imported; none when one of the rows is wrong.
    fresh: Vec<LedgerRow>,
}

/// Checks the rows and, unless one is wrong or only a check was asked for, takes them in.
///
/// # Errors
/// The caller may not register, the request has too many rows, or the database did not do its part.
pub async fn import(
    app: &App<IntakeArea>,
    call: &Request<pb::ImportDisputesRequest>,
) -> Result<pb::ImportDisputesResponse, Status> {
    let m = call.get_ref();
    let head = m.head.as_ref();
    let actor = app.actor_for(call.metadata(), &GIVEN, head)?;
    sized(m)?;
    for _ in 0..OVERTAKEN {
        let Looked { mut answer, fresh } = look(app, m, &actor).await?;
        if fresh.is_empty() || head.is_some_and(|head| head.validate_only) {
            return Ok(pb::ImportDisputesResponse { rows: answer });
        }
        let steps = fresh.into_iter().flat_map(steps).collect();
        match app.begin(call, head, actor.clone(), steps).await {
            Ok(()) => {
                for row in answer.iter_mut().filter(|row| row.outcome == "valid") {
                    "imported".clone_into(&mut row.outcome);
                }
                return Ok(pb::ImportDisputesResponse { rows: answer });
            }
            Err(Error::Overtaken) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Error::Overtaken.into())
}

fn sized(m: &pb::ImportDisputesRequest) -> Result<(), Error> {
    let rows = m.rows.len();
    if rows == 0 || rows > ROWS {
        let problem = format!("共{rows}行，每次应为1至{ROWS}行 ({rows} rows; 1 to {ROWS} at once)");
        return Err(Error::field("rows", problem));
    }
    let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if m.file.len() != 64 || !m.file.bytes().all(is_hex) {
        let problem = "应为文件的SHA-256，64个小写十六进制字符 (the SHA-256 of the file in hex)";
        return Err(Error::field("file", problem));
    }
    Ok(())
}

/// Looks at every row: what it says, whether the law allows it, whether it is there already.
async fn look(
    app: &App<IntakeArea>,
    m: &pb::ImportDisputesRequest,
    actor: &Actor,
) -> Result<Looked, Status> {
    let me = app.ledger.agency();
    let parsed: Vec<_> = m.rows.iter().map(|row| (row.row, ledger_row(me, &m.file, row))).collect();
    let ids = parsed.iter().filter_map(|(_, row)| row.as_ref().ok());
    let ids: BTreeSet<CaseId> = ids.map(|row| case_id(row.dispute)).collect();
    let there = app.there(ids).await?;
    let mut first: BTreeMap<DisputeId, u32> = BTreeMap::new();
    let (mut answer, mut fresh, mut wrong) = (Vec::new(), Vec::new(), false);
    for (row, parsed) in parsed {
        let judged = parsed.and_then(|parsed| {
            if let Some(before) = first.insert(parsed.dispute, row) {
                let problem = format!("与第{before}行重复 (the same as row {before})");
                return Err(Error::field("key", problem));
            }
            let known = is_known(&parsed, there.get(&case_id(parsed.dispute)))?;
            if !known {
                lawful(app, &parsed, actor)?;
            }
            Ok((parsed, known))
        });
        match judged {
            Ok((parsed, known)) => {
                answer.push(shown(&parsed, if known { "already" } else { "valid" }));
                fresh.extend((!known).then_some(parsed));
            }
            Err(error) => {
                wrong = true;
                let faults = faults(error)?;
                answer.push(pb::ImportedRow {
                    row,
                    outcome: "wrong".to_owned(),
                    faults,
                    ..pb::ImportedRow::default()
                });
            }
        }
    }
    if wrong {
        fresh.clear();
    }
    Ok(Looked { answer, fresh })
}

fn shown(row: &LedgerRow, outcome: &str) -> pb::ImportedRow {
    pb::ImportedRow {
        row: row.row,
        outcome: outcome.to_owned(),
        dispute: row.dispute.to_string(),
        receipt: Receipt::of(row.dispute).to_string(),
        faults: vec![],
    }
}

/// True when this very row has been taken in before.
fn is_known(row: &LedgerRow, there: Option<&Case>) -> Result<bool, Error> {
    let Some(case) = there else { return Ok(false) };
    let origin = match case {
        Case::Dispute(state) => state.origin.as_deref(),
        Case::Inquiry(_)
        | Case::RiskCase(_)
        | Case::MassIncident(_)
        | Case::Screening(_)
        | Case::Watch(_)
        | Case::Request(_) => None,
    };
    if origin.is_some_and(|origin| origin.digest == row.digest) {
        return Ok(true);
    }
    let problem = "该编号的纠纷已经导入，内容与本行不同；请在窗口更正已登记的纠纷，或者核对编号 \
                   (a dispute of this number was imported with other content: correct it at the counter)";
    Err(Error::field("key", problem))
}

/// Whether the law lets the dispute begin so: the two steps worked out without the database.
fn lawful(app: &App<IntakeArea>, row: &LedgerRow, actor: &Actor) -> Result<(), Error> {
    let identity = app.ledger.identity();
    let ctx = Circumstances { now: identity.clock.now(), actor, law: &identity.law };
    let refused = |refusal: dispute::Refusal| Error::Refused(refusal.refused());
    let mut state = None;
    for command in commands(row.arrival.clone(), row.registration.clone()) {
        let facts = Dispute::decide(state.as_ref(), &command, &ctx).map_err(refused)?;
        for fact in &facts {
            state = Dispute::evolve(state, fact);
        }
    }
    Ok(())
}

fn commands(
    arrival: dispute::orders::Arrival,
    registration: dispute::orders::Registration,
) -> [Command; 2] {
    [Command::RecordInquiry(Box::new(arrival)), Command::Register(Box::new(registration))]
}

fn steps(row: LedgerRow) -> impl Iterator<Item = Step<IntakeArea>> {
    let (dispute, case) = (row.dispute, case_id(row.dispute));
    let of = move |command: Command| Step { dispute, case, command: command.into() };
    commands(row.arrival, row.registration).into_iter().map(of)
}

/// What is told of a wrong row; the database's own failure is no fault of a row.
fn faults(error: Error) -> Result<Vec<pb::RowFault>, Status> {
    match error {
        Error::Invalid(faults) => {
            let told =
                |fault: FieldFault| pb::RowFault { field: fault.field, problem: fault.problem };
            Ok(faults.into_iter().map(told).collect())
        }
        Error::Refused(refused) => {
            let problem = format!(
                "{}；{}〔{}〕 ({})",
                refused.zh, refused.instead, refused.basis, refused.en
            );
            Ok(vec![pb::RowFault { field: refused.name, problem }])
        }
        other @ (Error::NotFound { .. }
        | Error::Stale { .. }
        | Error::Overtaken
        | Error::Forbidden(_)
        | Error::Reused
        | Error::Busy
        | Error::Draining
        | Error::Store { .. }
        | Error::Corrupt { .. }
        | Error::Crashed) => Err(other.into()),
    }
}

#[cfg(test)]
#[path = "import_tests.rs"]
mod tests;
