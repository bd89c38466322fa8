//! The area's gRPC service.

use jiefen_proto::jiefen::court::v1 as pb;
use jiefen_proto::jiefen::court::v1::court_service_server::CourtService;

use crate::{CourtArea, protection, view, wire};

jiefen_ledger::service! {
    CourtService for Server(CourtArea), pb, wire;
    get {
        get_filing(GetFilingRequest) -> GetFilingResponse { filing } = view::filing;
        get_confirmation(GetConfirmationRequest) -> GetConfirmationResponse { confirmation } = view::confirmation;
        get_protection_order(GetProtectionOrderRequest) -> GetProtectionOrderResponse { protection_order } = protection::shown;
    }
    verbs {
        receive_complaint(ReceiveComplaintRequest) -> ReceiveComplaintResponse;
        list_missing(ListMissingRequest) -> ListMissingResponse;
        filing_receive_corrected(FilingReceiveCorrectedRequest) -> FilingReceiveCorrectedResponse;
        return_papers(ReturnPapersRequest) -> ReturnPapersResponse;
        file(FileRequest) -> FileResponse;
        file_first(FileFirstRequest) -> FileFirstResponse;
        give_number(GiveNumberRequest) -> GiveNumberResponse;
        refuse_filing(RefuseFilingRequest) -> RefuseFilingResponse;
        serve_refusal(ServeRefusalRequest) -> ServeRefusalResponse;
        appeal_refusal(AppealRefusalRequest) -> AppealRefusalResponse;
        record_appeal_ruling(RecordAppealRulingRequest) -> RecordAppealRulingResponse;
        refusal_becomes_final(RefusalBecomesFinalRequest) -> RefusalBecomesFinalResponse;
        delegate(DelegateRequest) -> DelegateResponse;
        entrust(EntrustRequest) -> EntrustResponse;
        note_mediator_signed(NoteMediatorSignedRequest) -> NoteMediatorSignedResponse;
        take_back(TakeBackRequest) -> TakeBackResponse;
        note_mediation_extended(NoteMediationExtendedRequest) -> NoteMediationExtendedResponse;
        note_mediation_stopped(NoteMediationStoppedRequest) -> NoteMediationStoppedResponse;
        note_mediation_resumed(NoteMediationResumedRequest) -> NoteMediationResumedResponse;
        return_from_mediation(ReturnFromMediationRequest) -> ReturnFromMediationResponse;
        mediation_lapsed(MediationLapsedRequest) -> MediationLapsedResponse;
        notify_fee(NotifyFeeRequest) -> NotifyFeeResponse;
        pay_fee(PayFeeRequest) -> PayFeeResponse;
        relieve_fee(RelieveFeeRequest) -> RelieveFeeResponse;
        deem_withdrawn(DeemWithdrawnRequest) -> DeemWithdrawnResponse;
        choose_track(ChooseTrackRequest) -> ChooseTrackResponse;
        convert(ConvertRequest) -> ConvertResponse;
        serve(ServeRequest) -> ServeResponse;
        receive_defence(ReceiveDefenceRequest) -> ReceiveDefenceResponse;
        set_hearing(SetHearingRequest) -> SetHearingResponse;
        stop_trial(StopTrialRequest) -> StopTrialResponse;
        resume_trial(ResumeTrialRequest) -> ResumeTrialResponse;
        extend_trial(ExtendTrialRequest) -> ExtendTrialResponse;
        ask_withdrawal(AskWithdrawalRequest) -> AskWithdrawalResponse;
        allow_withdrawal(AllowWithdrawalRequest) -> AllowWithdrawalResponse;
        refuse_withdrawal(RefuseWithdrawalRequest) -> RefuseWithdrawalResponse;
        make_statement(MakeStatementRequest) -> MakeStatementResponse;
        serve_statement(ServeStatementRequest) -> ServeStatementResponse;
        retract_statement(RetractStatementRequest) -> RetractStatementResponse;
        judge(JudgeRequest) -> JudgeResponse;
        serve_judgment(ServeJudgmentRequest) -> ServeJudgmentResponse;
        appeal(AppealRequest) -> AppealResponse;
        appeal_time_passed(AppealTimePassedRequest) -> AppealTimePassedResponse;
        transfer(TransferRequest) -> TransferResponse;
        apply(ApplyRequest) -> ApplyResponse;
        ask_correction(AskCorrectionRequest) -> AskCorrectionResponse;
        confirmation_receive_corrected(ConfirmationReceiveCorrectedRequest) -> ConfirmationReceiveCorrectedResponse;
        lapse_correction(LapseCorrectionRequest) -> LapseCorrectionResponse;
        accept(AcceptRequest) -> AcceptResponse;
        decline(DeclineRequest) -> DeclineResponse;
        extend_ruling(ExtendRulingRequest) -> ExtendRulingResponse;
        confirm(ConfirmRequest) -> ConfirmResponse;
        reject(RejectRequest) -> RejectResponse;
        withdraw(WithdrawRequest) -> WithdrawResponse;
        serve_ruling(ServeRulingRequest) -> ServeRulingResponse;
        object(ObjectRequest) -> ObjectResponse;
        decide_objection(DecideObjectionRequest) -> DecideObjectionResponse;
        objection_time_passed(ObjectionTimePassedRequest) -> ObjectionTimePassedResponse;
        apply_enforcement(ApplyEnforcementRequest) -> ApplyEnforcementResponse;
        record_performance(RecordPerformanceRequest) -> RecordPerformanceResponse;
        enforcement_time_passed(EnforcementTimePassedRequest) -> EnforcementTimePassedResponse;
        protection_apply(ProtectionApplyRequest) -> ProtectionApplyResponse;
        protection_accept(ProtectionAcceptRequest) -> ProtectionAcceptResponse;
        protection_decline(ProtectionDeclineRequest) -> ProtectionDeclineResponse;
        protection_mark_urgent(ProtectionMarkUrgentRequest) -> ProtectionMarkUrgentResponse;
        protection_grant(ProtectionGrantRequest) -> ProtectionGrantResponse;
        protection_reject(ProtectionRejectRequest) -> ProtectionRejectResponse;
        protection_serve(ProtectionServeRequest) -> ProtectionServeResponse;
        protection_record_breach(ProtectionRecordBreachRequest) -> ProtectionRecordBreachResponse;
        protection_extend(ProtectionExtendRequest) -> ProtectionExtendResponse;
        protection_vary(ProtectionVaryRequest) -> ProtectionVaryResponse;
        protection_revoke(ProtectionRevokeRequest) -> ProtectionRevokeResponse;
        protection_lapse(ProtectionLapseRequest) -> ProtectionLapseResponse;
        protection_ask_review(ProtectionAskReviewRequest) -> ProtectionAskReviewResponse;
        protection_review_time_passed(ProtectionReviewTimePassedRequest) -> ProtectionReviewTimePassedResponse;
        protection_decide_review(ProtectionDecideReviewRequest) -> ProtectionDecideReviewResponse;
        protection_withdraw(ProtectionWithdrawRequest) -> ProtectionWithdrawResponse;
    }
}
