//! The area's gRPC service.

use jiefen_proto::jiefen::arbitration::v1 as pb;
use jiefen_proto::jiefen::arbitration::v1::arbitration_service_server::ArbitrationService;

use crate::{ArbitrationArea, view, wire};

jiefen_ledger::service! {
    ArbitrationService for Server(ArbitrationArea), pb, wire;
    get {
        get_labour_arbitration(GetLabourArbitrationRequest) -> GetLabourArbitrationResponse { labour_arbitration } = view::labour_arbitration;
    }
    verbs {
        contact(ContactRequest) -> ContactResponse;
        forgo(ForgoRequest) -> ForgoResponse;
        apply(ApplyRequest) -> ApplyResponse;
        accept(AcceptRequest) -> AcceptResponse;
        refuse(RefuseRequest) -> RefuseResponse;
        lapse_acceptance(LapseAcceptanceRequest) -> LapseAcceptanceResponse;
        serve_copy(ServeCopyRequest) -> ServeCopyResponse;
        file_defence(FileDefenceRequest) -> FileDefenceResponse;
        forward_defence(ForwardDefenceRequest) -> ForwardDefenceResponse;
        raise_limitation(RaiseLimitationRequest) -> RaiseLimitationResponse;
        form_tribunal(FormTribunalRequest) -> FormTribunalResponse;
        recuse(RecuseRequest) -> RecuseResponse;
        represent(RepresentRequest) -> RepresentResponse;
        notify_hearing(NotifyHearingRequest) -> NotifyHearingResponse;
        postpone(PostponeRequest) -> PostponeResponse;
        hold_hearing(HoldHearingRequest) -> HoldHearingResponse;
        mediate(MediateRequest) -> MediateResponse;
        sign_statement(SignStatementRequest) -> SignStatementResponse;
        repent(RepentRequest) -> RepentResponse;
        order_advance(OrderAdvanceRequest) -> OrderAdvanceResponse;
        stay(StayRequest) -> StayResponse;
        resume(ResumeRequest) -> ResumeResponse;
        extend(ExtendRequest) -> ExtendResponse;
        restart_term(RestartTermRequest) -> RestartTermResponse;
        lapse_award(LapseAwardRequest) -> LapseAwardResponse;
        award(AwardRequest) -> AwardResponse;
        receive(ReceiveRequest) -> ReceiveResponse;
        lapse_right(LapseRightRequest) -> LapseRightResponse;
        sue(SueRequest) -> SueResponse;
        ask_set_aside(AskSetAsideRequest) -> AskSetAsideResponse;
        rule_set_aside(RuleSetAsideRequest) -> RuleSetAsideResponse;
        withdraw(WithdrawRequest) -> WithdrawResponse;
        simplify(SimplifyRequest) -> SimplifyResponse;
        shorten_defence(ShortenDefenceRequest) -> ShortenDefenceResponse;
        notify_simply(NotifySimplyRequest) -> NotifySimplyResponse;
        confirm_notice(ConfirmNoticeRequest) -> ConfirmNoticeResponse;
        convert_to_ordinary(ConvertToOrdinaryRequest) -> ConvertToOrdinaryResponse;
        mark_collective_contract(MarkCollectiveContractRequest) -> MarkCollectiveContractResponse;
        form_tripartite(FormTripartiteRequest) -> FormTripartiteResponse;
        guide(GuideRequest) -> GuideResponse;
        award_part(AwardPartRequest) -> AwardPartResponse;
        ask_set_aside_part(AskSetAsidePartRequest) -> AskSetAsidePartResponse;
        rule_set_aside_part(RuleSetAsidePartRequest) -> RuleSetAsidePartResponse;
    }
}
