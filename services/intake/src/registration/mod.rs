//! The clerk's desk while a dispute is registered: places, papers, drafts, representatives, separate claims.

pub mod drafts;
#[cfg(test)]
mod tests;
mod upload;

use std::pin::Pin;

use futures::Stream;
use jiefen_intake_rules::places::{MOST, Place, Places};
use jiefen_ledger::serve::materials::Desk;
use jiefen_ledger::serve::{App, MaterialLimits, answer_head};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::registration_service_server::RegistrationService;
use jiefen_vocab::RegionLevel;
use tonic::{Request as Call, Response, Status, Streaming};

use crate::{IntakeArea, wire};

/// What one node takes in.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The longest paper in bytes.
    pub paper_bytes: usize,
    /// How many papers are taken in at once.
    pub uploads: usize,
    /// How many days a draft is kept after its last saving.
    pub draft_days: u32,
}

/// The registration desk's gRPC service.
pub struct Server {
    app: App<IntakeArea>,
    limits: Limits,
    desk: Desk,
}

impl Server {
    /// The desk of a node with its limits.
    pub fn new(app: App<IntakeArea>, limits: &Limits) -> Server {
        let desk = Desk::new(MaterialLimits { bytes: limits.paper_bytes, at_once: limits.uploads });
        Server { app, limits: *limits, desk }
    }
}

/// A paper in parts.
pub type Parts = Pin<Box<dyn Stream<Item = Result<pb::ReadAttachmentResponse, Status>> + Send>>;

#[tonic::async_trait]
impl RegistrationService for Server {
    type ReadAttachmentStream = Parts;

    async fn suggest_places(
        &self,
        call: Call<pb::SuggestPlacesRequest>,
    ) -> Result<Response<pb::SuggestPlacesResponse>, Status> {
        self.app.gate.staff(call.metadata())?;
        let m = call.get_ref();
        let mut fields = Fields::new();
        let within = fields.parse_optional("within", &m.within);
        let within = fields.done(Some(within))?;
        let asked = usize::try_from(m.limit).unwrap_or(MOST);
        let most = if asked == 0 { MOST } else { asked };
        let found = Places::shipped().suggest(&m.query, within, most);
        let places = found.into_iter().map(place).collect();
        Ok(Response::new(pb::SuggestPlacesResponse { places }))
    }

    async fn upload_attachment(
        &self,
        call: Call<Streaming<pb::UploadAttachmentRequest>>,
    ) -> Result<Response<pb::UploadAttachmentResponse>, Status> {
        let (metadata, _, parts) = call.into_parts();
        Ok(Response::new(upload::upload(self, metadata, parts).await?))
    }

    async fn read_attachment(
        &self,
        call: Call<pb::ReadAttachmentRequest>,
    ) -> Result<Response<Parts>, Status> {
        Ok(Response::new(upload::read(self, call.metadata(), call.get_ref()).await?))
    }

    async fn save_draft(
        &self,
        call: Call<pb::SaveDraftRequest>,
    ) -> Result<Response<pb::SaveDraftResponse>, Status> {
        let draft = drafts::save(&self.app, &call, self.limits.draft_days).await?;
        Ok(Response::new(pb::SaveDraftResponse { draft: Some(draft) }))
    }

    async fn get_draft(
        &self,
        call: Call<pb::GetDraftRequest>,
    ) -> Result<Response<pb::GetDraftResponse>, Status> {
        let draft = drafts::get(&self.app, &call).await?;
        Ok(Response::new(pb::GetDraftResponse { draft: Some(draft) }))
    }

    async fn list_drafts(
        &self,
        call: Call<pb::ListDraftsRequest>,
    ) -> Result<Response<pb::ListDraftsResponse>, Status> {
        let drafts = drafts::list(&self.app, &call).await?;
        Ok(Response::new(pb::ListDraftsResponse { drafts }))
    }

    async fn delete_draft(
        &self,
        call: Call<pb::DeleteDraftRequest>,
    ) -> Result<Response<pb::DeleteDraftResponse>, Status> {
        drafts::delete(&self.app, &call).await?;
        Ok(Response::new(pb::DeleteDraftResponse {}))
    }

    async fn name_representatives(
        &self,
        call: Call<pb::NameRepresentativesRequest>,
    ) -> Result<Response<pb::NameRepresentativesResponse>, Status> {
        let m = call.get_ref();
        let parsed = wire::named_representatives(m);
        let answer = self.app.command(&call, m.head.as_ref(), parsed).await?;
        let case = Some(answer_head(&answer, self.app.ledger.agency()));
        Ok(Response::new(pb::NameRepresentativesResponse { case }))
    }

    async fn split(
        &self,
        call: Call<pb::SplitRequest>,
    ) -> Result<Response<pb::SplitResponse>, Status> {
        let m = call.get_ref();
        let answer = self.app.command(&call, m.head.as_ref(), wire::split(m)).await?;
        let case = Some(answer_head(&answer, self.app.ledger.agency()));
        Ok(Response::new(pb::SplitResponse { case }))
    }
}

fn place(place: &Place) -> pb::Place {
    let level = match place.region.level() {
        RegionLevel::Village => "village",
        RegionLevel::Town => "town",
        RegionLevel::County => "county",
        RegionLevel::City => "city",
        RegionLevel::Province => "province",
    };
    pb::Place {
        code: place.region.to_string(),
        name: place.name.clone(),
        full_name: place.full_name.clone(),
        level: level.to_owned(),
    }
}
