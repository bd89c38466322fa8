//! The area's gRPC service.

use jiefen_proto::jiefen::administrative::v1 as pb;
use jiefen_proto::jiefen::administrative::v1::administrative_service_server::AdministrativeService;

use crate::{AdministrativeArea, view, wire};

jiefen_ledger::service! {
    AdministrativeService for Server(AdministrativeArea), pb, wire;
    get {
        get_reconsideration(GetReconsiderationRequest) -> GetReconsiderationResponse { reconsideration } = view::reconsideration;
    }
    verbs {
        apply(ApplyRequest) -> ApplyResponse;
        describe_act(DescribeActRequest) -> DescribeActResponse;
        ask_correction(AskCorrectionRequest) -> AskCorrectionResponse;
        serve_correction(ServeCorrectionRequest) -> ServeCorrectionResponse;
        extend_correction(ExtendCorrectionRequest) -> ExtendCorrectionResponse;
        correct(CorrectRequest) -> CorrectResponse;
        abandon(AbandonRequest) -> AbandonResponse;
        accept(AcceptRequest) -> AcceptResponse;
        refuse(RefuseRequest) -> RefuseResponse;
        deem_accepted(DeemAcceptedRequest) -> DeemAcceptedResponse;
        name_reviewer(NameReviewerRequest) -> NameReviewerResponse;
        mark_major(MarkMajorRequest) -> MarkMajorResponse;
        mark_technical(MarkTechnicalRequest) -> MarkTechnicalResponse;
        consult_committee(ConsultCommitteeRequest) -> ConsultCommitteeResponse;
        record_advice(RecordAdviceRequest) -> RecordAdviceResponse;
        convert(ConvertRequest) -> ConvertResponse;
        serve_copy(ServeCopyRequest) -> ServeCopyResponse;
        reply(ReplyRequest) -> ReplyResponse;
        lapse_reply(LapseReplyRequest) -> LapseReplyResponse;
        hear_parties(HearPartiesRequest) -> HearPartiesResponse;
        notify_hearing(NotifyHearingRequest) -> NotifyHearingResponse;
        hold_hearing(HoldHearingRequest) -> HoldHearingResponse;
        begin_mediation(BeginMediationRequest) -> BeginMediationResponse;
        make_statement(MakeStatementRequest) -> MakeStatementResponse;
        sign_statement(SignStatementRequest) -> SignStatementResponse;
        seal_statement(SealStatementRequest) -> SealStatementResponse;
        end_mediation(EndMediationRequest) -> EndMediationResponse;
        suspend(SuspendRequest) -> SuspendResponse;
        resume(ResumeRequest) -> ResumeResponse;
        lapse_suspension(LapseSuspensionRequest) -> LapseSuspensionResponse;
        terminate(TerminateRequest) -> TerminateResponse;
        extend(ExtendRequest) -> ExtendResponse;
        lapse_decision(LapseDecisionRequest) -> LapseDecisionResponse;
        ask_withdrawal(AskWithdrawalRequest) -> AskWithdrawalResponse;
        rule_withdrawal(RuleWithdrawalRequest) -> RuleWithdrawalResponse;
        dismiss(DismissRequest) -> DismissResponse;
        decide(DecideRequest) -> DecideResponse;
        serve(ServeRequest) -> ServeResponse;
        sue(SueRequest) -> SueResponse;
        lapse_suit(LapseSuitRequest) -> LapseSuitResponse;
        perform(PerformRequest) -> PerformResponse;
        press(PressRequest) -> PressResponse;
        enforce(EnforceRequest) -> EnforceResponse;
        opine(OpineRequest) -> OpineResponse;
        report_opinion(ReportOpinionRequest) -> ReportOpinionResponse;
    }
}
