//! Whose a dispute is at the counter, and how often somebody may ask something.

use jiefen_intake_rules::Case;
use jiefen_intake_rules::citizen_request::About;
use jiefen_intake_rules::dispute::State;
use jiefen_intake_rules::receipt::Receipt;
use jiefen_ledger::Error;
use jiefen_ledger::read::{self, CaseView};
use jiefen_ledger::serve::App;
use jiefen_ledger::serve::proof::{self, Proof, Several, counted, whose};
use jiefen_platform::grpc::status;
use jiefen_vocab::{CaseId, DisputeId, PartyRole};
use tonic::{Code, Status};

use crate::{IntakeArea, case_id};

/// So many matters are taken from one connection in an hour.
const FILED: i64 = 10;
/// So many letters are taken from one connection in an hour.
const WRITTEN: i64 = 10;
/// So many requests of one dispute are taken in an hour.
const ASKED: i64 = 10;

/// The dispute and the party whose proof it is.
///
/// # Errors
/// No such pair; the number fits two parties; too many wrong ones in this hour.
pub async fn prove(app: &App<IntakeArea>, proof: &Proof) -> Result<(CaseId, u32), Status> {
    proof::prove(app, proof, |view| fits(view, proof)).await
}

fn fits(view: &CaseView<IntakeArea>, proof: &Proof) -> Option<Result<(CaseId, u32), Several>> {
    let Case::Dispute(state) = &view.state else { return None };
    if Receipt::of(state.dispute) != proof.receipt {
        return None;
    }
    let party = whose(&state.content.parties, &proof.digits)?;
    Some(party.map(|party| (case_id(state.dispute), party)))
}

/// Counts a matter that is filed.
///
/// # Errors
/// Too many from this connection in this hour.
pub async fn may_file(app: &App<IntakeArea>, client: &str) -> Result<(), Status> {
    counted(app, "file client", client, FILED).await
}

/// Counts a letter without a dispute.
///
/// # Errors
/// Too many from this connection in this hour.
pub async fn may_write(app: &App<IntakeArea>, client: &str) -> Result<(), Status> {
    counted(app, "write client", client, WRITTEN).await
}

/// The letter of a code. An unknown code is answered no sooner than a fixed time, and only so many are looked at.
///
/// # Errors
/// No such code; too many wrong ones in this hour.
pub async fn letter(
    app: &App<IntakeArea>,
    code: Receipt,
    client: &str,
) -> Result<CaseView<IntakeArea>, Status> {
    let looking = async {
        match read::case(app.ledger.store(), letter_case(code)).await {
            Ok(view) => Ok(Some(view)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    };
    proof::by_code(app, &code, client, looking).await
}

/// The case of a letter: its code alone leads to it.
pub fn letter_case(code: Receipt) -> CaseId {
    CaseId(code.range().0.0.derive(&format!("letter/{code}")))
}

/// Counts a request of a dispute.
///
/// # Errors
/// Too many of this dispute in this hour.
pub async fn may_ask(app: &App<IntakeArea>, dispute: DisputeId) -> Result<(), Status> {
    counted(app, "ask dispute", &dispute.to_string(), ASKED).await
}

/// What cannot be asked now.
pub fn not_now(about: About) -> Status {
    let (zh, en) = match about {
        About::Withdrawal => (
            "现在不能申请撤回：只有申请人能撤回，已经撤回、已经申请或者已经办结的不用再申请",
            "only an applicant may ask to withdraw, once, while the dispute is open",
        ),
        About::OtherMediator => (
            "现在没有正在进行的调解，或者已经申请过、还没有答复",
            "no mediation runs, or the request is already being answered",
        ),
        About::Complaint | About::Suggestion | About::Question => (
            "您已经提了几件、还没有答复，请等答复以后再提",
            "several of your requests wait for their answer",
        ),
    };
    status(Code::FailedPrecondition, "NOT_NOW", zh, en)
}

/// Of this place no court is known.
pub fn no_court() -> Status {
    let zh = "系统里还没有当地法院，请打电话或者到窗口，由工作人员帮您立案";
    let en = "no court of this place is known here; telephone or come to the counter";
    status(Code::FailedPrecondition, "NO_COURT", zh, en)
}

/// True for somebody who applies.
pub fn applies(state: &State, party: u32) -> bool {
    state.content.numbers(PartyRole::Applicant).contains(&party)
}
