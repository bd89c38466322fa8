//! The area's gRPC service: to read. Nothing is commanded here; every step follows from an event or a clock.

use jiefen_coordination_rules::Case;
use jiefen_ledger::read::{self, CaseView};
use jiefen_ledger::serve::{App, case_named};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::coordination::v1 as pb;
use jiefen_proto::jiefen::coordination::v1::coordination_service_server::CoordinationService;
use jiefen_vocab::Agency;
use tonic::{Request as Call, Response, Status};

use crate::{CoordinationArea, view};

/// The page when none is asked for.
const PAGE: u64 = 50;

/// The area's gRPC service.
pub struct Server(pub App<CoordinationArea>);

/// True for the unit that was told, and for the centre that would be told of silence.
fn concerns(found: &CaseView<CoordinationArea>, unit: Agency) -> bool {
    let Case::Suggestion(state) = &found.state;
    state.holder == unit || state.centre == unit
}

#[tonic::async_trait]
impl CoordinationService for Server {
    async fn get_suggestion(
        &self,
        call: Call<pb::GetSuggestionRequest>,
    ) -> Result<Response<pb::GetSuggestionResponse>, Status> {
        let staff = self.0.gate.staff(call.metadata())?;
        let id = case_named("name", &call.get_ref().name)?;
        let found = read::case::<CoordinationArea>(self.0.ledger.store(), id).await;
        if !found.as_ref().is_ok_and(|found| concerns(found, staff.agency)) {
            self.0.may_read(call.metadata())?;
        }
        let suggestion = Some(view::suggestion(&found?));
        Ok(Response::new(pb::GetSuggestionResponse { suggestion }))
    }

    async fn list_suggestions(
        &self,
        call: Call<pb::ListSuggestionsRequest>,
    ) -> Result<Response<pb::ListSuggestionsResponse>, Status> {
        let staff = self.0.gate.staff(call.metadata())?;
        let all = self.0.may_read(call.metadata()).is_ok();
        let m = call.get_ref();
        let mut fields = Fields::new();
        let holder = fields.parse_optional::<Agency>("holder", &m.holder);
        fields.done(Some(()))?;
        let size = match u64::try_from(m.page_size) {
            Ok(0) | Err(_) => PAGE,
            Ok(size) => size,
        };
        let store = self.0.ledger.store();
        let (mut found, next_page_token) =
            read::page::<CoordinationArea>(store, m.open_only, size, &m.page_token).await?;
        found.retain(|found| {
            let Case::Suggestion(state) = &found.state;
            (all || concerns(found, staff.agency)) && holder.is_none_or(|unit| unit == state.holder)
        });
        let suggestions = found.iter().map(view::suggestion).collect();
        Ok(Response::new(pb::ListSuggestionsResponse { suggestions, next_page_token }))
    }
}
