//! The area's gRPC service.

use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::mediation_service_server::MediationService;

use crate::{MediationArea, neutral, view, wire};

jiefen_ledger::service! {
    MediationService for Server(MediationArea), pb, wire;
    get {
        get_people_mediation(GetPeopleMediationRequest) -> GetPeopleMediationResponse { people_mediation } = view::people_mediation;
        get_entrusted_mediation(GetEntrustedMediationRequest) -> GetEntrustedMediationResponse { entrusted_mediation } = view::entrusted_mediation;
        get_neutral_mediation(GetNeutralMediationRequest) -> GetNeutralMediationResponse { neutral_mediation } = neutral::shown;
        get_matter(GetMatterRequest) -> GetMatterResponse { matter } = view::matter;
    }
    verbs {
        open(OpenRequest) -> OpenResponse;
        give_consent(GiveConsentRequest) -> GiveConsentResponse;
        refuse_consent(RefuseConsentRequest) -> RefuseConsentResponse;
        withdraw_consent(WithdrawConsentRequest) -> WithdrawConsentResponse;
        accept(AcceptRequest) -> AcceptResponse;
        decline(DeclineRequest) -> DeclineResponse;
        choose_mediator(ChooseMediatorRequest) -> ChooseMediatorResponse;
        object_mediator(ObjectMediatorRequest) -> ObjectMediatorResponse;
        schedule_session(ScheduleSessionRequest) -> ScheduleSessionResponse;
        hold_session(HoldSessionRequest) -> HoldSessionResponse;
        extend(ExtendRequest) -> ExtendResponse;
        begin_appraisal(BeginAppraisalRequest) -> BeginAppraisalResponse;
        end_appraisal(EndAppraisalRequest) -> EndAppraisalResponse;
        report_danger(ReportDangerRequest) -> ReportDangerResponse;
        draft_agreement(DraftAgreementRequest) -> DraftAgreementResponse;
        confirm_draft(ConfirmDraftRequest) -> ConfirmDraftResponse;
        sign(SignRequest) -> SignResponse;
        record_oral(RecordOralRequest) -> RecordOralResponse;
        note_application(NoteApplicationRequest) -> NoteApplicationResponse;
        record_force(RecordForceRequest) -> RecordForceResponse;
        record_performance(RecordPerformanceRequest) -> RecordPerformanceResponse;
        report_breach(ReportBreachRequest) -> ReportBreachResponse;
        end_unperformed(EndUnperformedRequest) -> EndUnperformedResponse;
        withdraw(WithdrawRequest) -> WithdrawResponse;
        end_failed(EndFailedRequest) -> EndFailedResponse;
        end_sham(EndShamRequest) -> EndShamResponse;
        end_for_suit(EndForSuitRequest) -> EndForSuitResponse;
        lapse(LapseRequest) -> LapseResponse;
        entrusted_open(EntrustedOpenRequest) -> EntrustedOpenResponse;
        sign_file(SignFileRequest) -> SignFileResponse;
        entrusted_decline(EntrustedDeclineRequest) -> EntrustedDeclineResponse;
        entrusted_withdraw_consent(EntrustedWithdrawConsentRequest) -> EntrustedWithdrawConsentResponse;
        entrusted_choose_mediator(EntrustedChooseMediatorRequest) -> EntrustedChooseMediatorResponse;
        entrusted_schedule_session(EntrustedScheduleSessionRequest) -> EntrustedScheduleSessionResponse;
        entrusted_hold_session(EntrustedHoldSessionRequest) -> EntrustedHoldSessionResponse;
        entrusted_extend(EntrustedExtendRequest) -> EntrustedExtendResponse;
        entrusted_begin_appraisal(EntrustedBeginAppraisalRequest) -> EntrustedBeginAppraisalResponse;
        entrusted_end_appraisal(EntrustedEndAppraisalRequest) -> EntrustedEndAppraisalResponse;
        record_settlement(RecordSettlementRequest) -> RecordSettlementResponse;
        record_contract(RecordContractRequest) -> RecordContractResponse;
        entrusted_note_application(EntrustedNoteApplicationRequest) -> EntrustedNoteApplicationResponse;
        close_contract(CloseContractRequest) -> CloseContractResponse;
        entrusted_end_failed(EntrustedEndFailedRequest) -> EntrustedEndFailedResponse;
        entrusted_end_sham(EntrustedEndShamRequest) -> EntrustedEndShamResponse;
        entrusted_lapse(EntrustedLapseRequest) -> EntrustedLapseResponse;
        take(TakeRequest) -> TakeResponse;
        name_person(NamePersonRequest) -> NamePersonResponse;
        begin_term(BeginTermRequest) -> BeginTermResponse;
        note_progress(NoteProgressRequest) -> NoteProgressResponse;
        conclude(ConcludeRequest) -> ConcludeResponse;
        pass_back(PassBackRequest) -> PassBackResponse;
        industry_open(IndustryOpenRequest) -> IndustryOpenResponse;
        industry_check_body(IndustryCheckBodyRequest) -> IndustryCheckBodyResponse;
        industry_give_consent(IndustryGiveConsentRequest) -> IndustryGiveConsentResponse;
        industry_refuse_consent(IndustryRefuseConsentRequest) -> IndustryRefuseConsentResponse;
        industry_accept(IndustryAcceptRequest) -> IndustryAcceptResponse;
        industry_set_fee(IndustrySetFeeRequest) -> IndustrySetFeeResponse;
        industry_ask_expert(IndustryAskExpertRequest) -> IndustryAskExpertResponse;
        industry_expert_answers(IndustryExpertAnswersRequest) -> IndustryExpertAnswersResponse;
        industry_withdraw_consent(IndustryWithdrawConsentRequest) -> IndustryWithdrawConsentResponse;
        industry_disclose(IndustryDiscloseRequest) -> IndustryDiscloseResponse;
        industry_waive(IndustryWaiveRequest) -> IndustryWaiveResponse;
        industry_challenge(IndustryChallengeRequest) -> IndustryChallengeResponse;
        industry_decide_challenge(IndustryDecideChallengeRequest) -> IndustryDecideChallengeResponse;
        industry_replace(IndustryReplaceRequest) -> IndustryReplaceResponse;
        industry_schedule(IndustryScheduleRequest) -> IndustryScheduleResponse;
        industry_hold(IndustryHoldRequest) -> IndustryHoldResponse;
        industry_extend(IndustryExtendRequest) -> IndustryExtendResponse;
        industry_begin_appraisal(IndustryBeginAppraisalRequest) -> IndustryBeginAppraisalResponse;
        industry_end_appraisal(IndustryEndAppraisalRequest) -> IndustryEndAppraisalResponse;
        industry_put_text(IndustryPutTextRequest) -> IndustryPutTextResponse;
        industry_confirm_text(IndustryConfirmTextRequest) -> IndustryConfirmTextResponse;
        industry_put_plan(IndustryPutPlanRequest) -> IndustryPutPlanResponse;
        industry_object(IndustryObjectRequest) -> IndustryObjectResponse;
        industry_agree(IndustryAgreeRequest) -> IndustryAgreeResponse;
        industry_note_application(IndustryNoteApplicationRequest) -> IndustryNoteApplicationResponse;
        industry_close_window(IndustryCloseWindowRequest) -> IndustryCloseWindowResponse;
        industry_end_failed(IndustryEndFailedRequest) -> IndustryEndFailedResponse;
        industry_end_sham(IndustryEndShamRequest) -> IndustryEndShamResponse;
        industry_lapse(IndustryLapseRequest) -> IndustryLapseResponse;
    }
}
