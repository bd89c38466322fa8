//! The area's gRPC service.

use jiefen_proto::jiefen::petition::v1 as pb;
use jiefen_proto::jiefen::petition::v1::petition_service_server::PetitionService;

use crate::{PetitionArea, view, wire};

jiefen_ledger::service! {
    PetitionService for Server(PetitionArea), pb, wire;
    get {
        get_petition(GetPetitionRequest) -> GetPetitionResponse { petition } = view::petition;
    }
    verbs {
        receive(ReceiveRequest) -> ReceiveResponse;
        not_accept(NotAcceptRequest) -> NotAcceptResponse;
        report_up(ReportUpRequest) -> ReportUpResponse;
        recuse(RecuseRequest) -> RecuseResponse;
        assign(AssignRequest) -> AssignResponse;
        classify(ClassifyRequest) -> ClassifyResponse;
        forward(ForwardRequest) -> ForwardResponse;
        acknowledge(AcknowledgeRequest) -> AcknowledgeResponse;
        object(ObjectRequest) -> ObjectResponse;
        lapse_objection(LapseObjectionRequest) -> LapseObjectionResponse;
        hand_on(HandOnRequest) -> HandOnResponse;
        designate(DesignateRequest) -> DesignateResponse;
        tell(TellRequest) -> TellResponse;
        excuse_telling(ExcuseTellingRequest) -> ExcuseTellingResponse;
        reply(ReplyRequest) -> ReplyResponse;
        withdraw(WithdrawRequest) -> WithdrawResponse;
        accept(AcceptRequest) -> AcceptResponse;
        extend(ExtendRequest) -> ExtendResponse;
        settle(SettleRequest) -> SettleResponse;
        give_opinion(GiveOpinionRequest) -> GiveOpinionResponse;
        serve(ServeRequest) -> ServeResponse;
        lapse_review(LapseReviewRequest) -> LapseReviewResponse;
        ask_review(AskReviewRequest) -> AskReviewResponse;
        review(ReviewRequest) -> ReviewResponse;
        ask_rereview(AskRereviewRequest) -> AskRereviewResponse;
        start_hearing(StartHearingRequest) -> StartHearingResponse;
        end_hearing(EndHearingRequest) -> EndHearingResponse;
        rereview(RereviewRequest) -> RereviewResponse;
    }
}
