//! What people do for themselves at the counter: file, track, ask. The portal brings it; by what proof it is
//! theirs is `prove`, what they see is `view`, in plain words (`words`).

mod prove;
#[cfg(test)]
mod tests;
mod view;
mod wire;
mod words;

use jiefen_intake_rules::citizen_request;
use jiefen_intake_rules::dispute::{self, suit::Suit};
use jiefen_ledger::serve::{App, Parsed};
use jiefen_ledger::{Store, read};
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::citizen_service_server::CitizenService;
use jiefen_vocab::CaseId;
use tonic::{Request as Call, Response, Status};

use crate::IntakeArea;

pub use view::request;
pub use wire::answer_citizen_request;

/// How many requests are listed when nobody says.
const PAGE: u64 = 50;

/// The requests of parties that this unit answers.
///
/// # Errors
/// The database cannot be read, or the page token is none.
pub async fn requests(
    store: &Store,
    asked: &pb::ListCitizenRequestsRequest,
) -> Result<pb::ListCitizenRequestsResponse, Status> {
    let size = u64::try_from(asked.page_size).ok().filter(|size| *size > 0).unwrap_or(PAGE);
    let (kind, token) = (citizen_request::KIND, &asked.page_token);
    let (found, next_page_token) = read::page_of(store, kind, asked.open_only, size, token).await?;
    let requests = found.iter().map(request).collect::<Result<_, _>>()?;
    Ok(pb::ListCitizenRequestsResponse { requests, next_page_token })
}

/// Whoever files has no number yet.
const FILING: &str = "party";

/// The citizens' gRPC service.
pub struct Server(pub App<IntakeArea>);

#[tonic::async_trait]
impl CitizenService for Server {
    async fn file_dispute(
        &self,
        call: Call<pb::FileDisputeRequest>,
    ) -> Result<Response<pb::FileDisputeResponse>, Status> {
        self.0.portal(call.metadata())?;
        let m = call.get_ref();
        let today = self.0.ledger.identity().clock.now().day();
        let parsed = wire::file_dispute(m, today)?;
        let (case, head) = (parsed.case, m.head.as_ref());
        let preview = head.is_some_and(|head| head.validate_only);
        if !preview {
            prove::may_file(&self.0, &m.client).await?;
        }
        let answer = self.0.command_of_party(&call, head, FILING.to_owned(), parsed).await?;
        if preview {
            return Ok(Response::new(pb::FileDisputeResponse::default()));
        }
        // A repeated request is answered with the case that the first one began.
        let dispute = self.tracked(answer.case.unwrap_or(case), view::APPLICANT).await?;
        Ok(Response::new(pb::FileDisputeResponse {
            receipt: dispute.receipt.clone(),
            dispute: Some(dispute),
        }))
    }

    async fn track_dispute(
        &self,
        call: Call<pb::TrackDisputeRequest>,
    ) -> Result<Response<pb::TrackDisputeResponse>, Status> {
        self.0.portal(call.metadata())?;
        let proof = wire::proof(call.get_ref().proof.as_ref())?;
        let (case, party) = prove::prove(&self.0, &proof).await?;
        let dispute = self.tracked(case, party).await?;
        Ok(Response::new(pb::TrackDisputeResponse { dispute: Some(dispute) }))
    }

    async fn lodge_request(
        &self,
        call: Call<pb::LodgeRequestRequest>,
    ) -> Result<Response<pb::LodgeRequestResponse>, Status> {
        self.0.portal(call.metadata())?;
        let m = call.get_ref();
        let asked = wire::lodge_request(m)?;
        let (case, party) = prove::prove(&self.0, &asked.proof).await?;
        let view = read::case(self.0.ledger.store(), case).await?;
        let state = view::dispute(&view)?;
        let all = read::cases_of(self.0.ledger.store(), state.dispute).await?;
        let own = asked.case(state.dispute);
        // The same request again is answered as the first time.
        let known = all.iter().any(|view| view.row.id == own.to_string());
        if !known && !view::may_yet(state, party, &all).contains(&asked.about) {
            return Err(prove::not_now(asked.about));
        }
        prove::may_ask(&self.0, state.dispute).await?;
        let parsed = Parsed { case: own, command: asked.command(state.dispute, party) };
        let person = format!("party/{party}");
        self.0.command_of_party(&call, m.head.as_ref(), person, parsed).await?;
        let dispute = self.tracked(case, party).await?;
        Ok(Response::new(pb::LodgeRequestResponse { dispute: Some(dispute) }))
    }

    async fn write_in(
        &self,
        call: Call<pb::WriteInRequest>,
    ) -> Result<Response<pb::WriteInResponse>, Status> {
        self.0.portal(call.metadata())?;
        let m = call.get_ref();
        let wire::Written { command, case, client } = wire::write_in(m)?;
        let preview = m.head.as_ref().is_some_and(|head| head.validate_only);
        if !preview {
            prove::may_write(&self.0, &client).await?;
        }
        let parsed = Parsed { case, command };
        let head = m.head.as_ref();
        let answer = self.0.command_of_party(&call, head, FILING.to_owned(), parsed).await?;
        if preview {
            return Ok(Response::new(pb::WriteInResponse::default()));
        }
        // A repeated request is answered with the letter that the first one wrote.
        let view = read::case(self.0.ledger.store(), answer.case.unwrap_or(case)).await?;
        let (code, request) = view::letter(&view)?;
        Ok(Response::new(pb::WriteInResponse { code, request: Some(request) }))
    }

    async fn read_answer(
        &self,
        call: Call<pb::ReadAnswerRequest>,
    ) -> Result<Response<pb::ReadAnswerResponse>, Status> {
        self.0.portal(call.metadata())?;
        let (code, client) = wire::read_answer(call.get_ref())?;
        let view = prove::letter(&self.0, code, &client).await?;
        let (code, request) = view::letter(&view)?;
        let identity = self.0.ledger.identity();
        let unit = Some(view::unit(identity.me, identity));
        Ok(Response::new(pb::ReadAnswerResponse { code, request: Some(request), unit }))
    }

    async fn file_suit(
        &self,
        call: Call<pb::FileSuitRequest>,
    ) -> Result<Response<pb::FileSuitResponse>, Status> {
        self.0.portal(call.metadata())?;
        let m = call.get_ref();
        let proof = wire::proof(m.proof.as_ref())?;
        let (case, party) = prove::prove(&self.0, &proof).await?;
        let view = read::case(self.0.ledger.store(), case).await?;
        let state = view::dispute(&view)?;
        let court = view::court(state.content.place, self.0.ledger.identity());
        let court = court.ok_or_else(prove::no_court)?;
        prove::may_ask(&self.0, state.dispute).await?;
        let command = dispute::Command::FileSuit(Suit { party, court }).into();
        let person = format!("party/{party}");
        let parsed = Parsed { case, command };
        self.0.command_of_party(&call, m.head.as_ref(), person, parsed).await?;
        let dispute = self.tracked(case, party).await?;
        Ok(Response::new(pb::FileSuitResponse { dispute: Some(dispute) }))
    }
}

impl Server {
    /// Where a dispute stands, for one of its parties.
    async fn tracked(&self, case: CaseId, party: u32) -> Result<pb::TrackedDispute, Status> {
        let (store, identity) = (self.0.ledger.store(), self.0.ledger.identity());
        let umbrella = read::case(store, case).await?;
        let dispute = view::dispute(&umbrella)?.dispute;
        let all = read::cases_of(store, dispute).await?;
        let looks = store.looks(case).await?;
        Ok(view::tracked(&umbrella, &all, (party, &looks), identity)?)
    }
}
