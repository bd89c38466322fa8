//! The counter's gRPC service.

use jiefen_intake_rules::Case;
use jiefen_intake_rules::receipt::Receipt;
use jiefen_ledger::serve::answer_head;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_server::IntakeService;
use tonic::{Request as Call, Response, Status};

use crate::find::{self, Viewer};
use crate::registration::drafts;
use crate::{IntakeArea, advise, citizen, import, view, wire};

jiefen_ledger::service! {
    IntakeService for Server(IntakeArea), pb, wire;
    get {
    get_dispute(GetDisputeRequest) -> GetDisputeResponse { dispute } = view::dispute;
    get_inquiry(GetInquiryRequest) -> GetInquiryResponse { inquiry } = view::inquiry;
    get_citizen_request(GetCitizenRequestRequest) -> GetCitizenRequestResponse { request } = citizen::request;
    }
    verbs {
    report_signal(ReportSignalRequest) -> ReportSignalResponse;
    turn_away(TurnAwayRequest) -> TurnAwayResponse;
    classify(ClassifyRequest) -> ClassifyResponse;
    offer_routes(OfferRoutesRequest) -> OfferRoutesResponse;
    choose_route(ChooseRouteRequest) -> ChooseRouteResponse;
    accept_own(AcceptOwnRequest) -> AcceptOwnResponse;
    record_agreement(RecordAgreementRequest) -> RecordAgreementResponse;
    record_decision(RecordDecisionRequest) -> RecordDecisionResponse;
    end_unresolved(EndUnresolvedRequest) -> EndUnresolvedResponse;
    refer(ReferRequest) -> ReferResponse;
    request_designation(RequestDesignationRequest) -> RequestDesignationResponse;
    designate_unit(DesignateUnitRequest) -> DesignateUnitResponse;
    designate_lead(DesignateLeadRequest) -> DesignateLeadResponse;
    escalate_cross_region(EscalateCrossRegionRequest) -> EscalateCrossRegionResponse;
    escalate_level(EscalateLevelRequest) -> EscalateLevelResponse;
    return_down(ReturnDownRequest) -> ReturnDownResponse;
    mark_duplicate(MarkDuplicateRequest) -> MarkDuplicateResponse;
    absorb(AbsorbRequest) -> AbsorbResponse;
    unmerge(UnmergeRequest) -> UnmergeResponse;
    link(LinkRequest) -> LinkResponse;
    suspend(SuspendRequest) -> SuspendResponse;
    resume(ResumeRequest) -> ResumeResponse;
    withdraw(WithdrawRequest) -> WithdrawResponse;
    record_consent(RecordConsentRequest) -> RecordConsentResponse;
    name_person(NamePersonRequest) -> NamePersonResponse;
    follow_up(FollowUpRequest) -> FollowUpResponse;
    confirm_performance(ConfirmPerformanceRequest) -> ConfirmPerformanceResponse;
    report_breach(ReportBreachRequest) -> ReportBreachResponse;
    serve_notice(ServeNoticeRequest) -> ServeNoticeResponse;
    answer_channel(AnswerChannelRequest) -> AnswerChannelResponse;
    close(CloseRequest) -> CloseResponse;
    record_visit(RecordVisitRequest) -> RecordVisitResponse;
    archive(ArchiveRequest) -> ArchiveResponse;
    reopen(ReopenRequest) -> ReopenResponse;
    ask_inquiry(AskInquiryRequest) -> AskInquiryResponse;
    turn_away_inquiry(TurnAwayInquiryRequest) -> TurnAwayInquiryResponse;
    carry_on_inquiry(CarryOnInquiryRequest) -> CarryOnInquiryResponse;
    chase_inquiry(ChaseInquiryRequest) -> ChaseInquiryResponse;
    answer_citizen_request(AnswerCitizenRequestRequest) -> AnswerCitizenRequestResponse;
    }
    own {
        async fn list_citizen_requests(
            &self,
            call: Call<pb::ListCitizenRequestsRequest>,
        ) -> Result<Response<pb::ListCitizenRequestsResponse>, Status> {
            self.0.may_read(call.metadata())?;
            Ok(Response::new(citizen::requests(self.0.ledger.store(), call.get_ref()).await?))
        }

        async fn import_disputes(
            &self,
            call: Call<pb::ImportDisputesRequest>,
        ) -> Result<Response<pb::ImportDisputesResponse>, Status> {
            Ok(Response::new(import::import(&self.0, &call).await?))
        }

        async fn search_disputes(
            &self,
            call: Call<pb::SearchDisputesRequest>,
        ) -> Result<Response<pb::SearchDisputesResponse>, Status> {
            let viewer = self.viewer(&call)?;
            let question = find::parse_search(call.get_ref())?;
            Ok(Response::new(find::search(self.0.ledger.store(), viewer, &question).await?))
        }

        async fn advise(
            &self,
            call: Call<pb::AdviseRequest>,
        ) -> Result<Response<pb::AdviseResponse>, Status> {
            self.viewer(&call)?;
            let asked = advise::parse(call.get_ref())?;
            Ok(Response::new(advise::advise(&asked, self.0.ledger.identity())))
        }

        async fn propose_duplicates(
            &self,
            call: Call<pb::ProposeDuplicatesRequest>,
        ) -> Result<Response<pb::ProposeDuplicatesResponse>, Status> {
            let viewer = self.viewer(&call)?;
            let asked = find::parse_duplicates(call.get_ref())?;
            Ok(Response::new(find::propose(self.0.ledger.store(), viewer, &asked).await?))
        }

        async fn record_inquiry(
            &self,
            call: Call<pb::RecordInquiryRequest>,
        ) -> Result<Response<pb::RecordInquiryResponse>, Status> {
            let m = call.get_ref();
            let draft = drafts::named(&m.draft)?;
            let answer = self.0.command(&call, m.head.as_ref(), wire::record_inquiry(m)).await?;
            drafts::done(&self.0, call.metadata(), m.head.as_ref(), draft).await;
            let receipt = answer.dispute.map(|dispute| Receipt::of(dispute).to_string());
            Ok(Response::new(pb::RecordInquiryResponse {
                case: Some(answer_head(&answer, self.0.ledger.agency())),
                receipt: receipt.unwrap_or_default(),
            }))
        }

        async fn register(
            &self,
            call: Call<pb::RegisterRequest>,
        ) -> Result<Response<pb::RegisterResponse>, Status> {
            let m = call.get_ref();
            let draft = drafts::named(&m.draft)?;
            let answer = self.0.command(&call, m.head.as_ref(), wire::register(m)).await?;
            drafts::done(&self.0, call.metadata(), m.head.as_ref(), draft).await;
            let gaps = match answer.state.as_deref() {
                Some(Case::Dispute(state)) => view::gaps(&state.content),
                Some(
                    Case::Inquiry(_)
                    | Case::RiskCase(_)
                    | Case::MassIncident(_)
                    | Case::Screening(_)
                    | Case::Watch(_)
                    | Case::Request(_),
                )
                | None => Vec::new(),
            };
            Ok(Response::new(pb::RegisterResponse {
                case: Some(answer_head(&answer, self.0.ledger.agency())),
                gaps,
            }))
        }
    }
}

impl Server {
    /// In whose view the disputes are looked for.
    fn viewer<M>(&self, call: &Call<M>) -> Result<Viewer, Status> {
        let staff = self.0.gate.staff(call.metadata())?;
        Ok(Viewer::of(&staff, self.0.ledger.agency())?)
    }
}
