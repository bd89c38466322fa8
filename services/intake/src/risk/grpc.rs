//! The gRPC service of risks, mass incidents and screenings. A unit that must report in a screening reads it and
//! answers here for itself; what it may do is the law's word, what it sees is its own.

use jiefen_intake_rules::{Case, mass_incident, risk_case, screening_campaign};
use jiefen_ledger::read::{self, CaseView};
use jiefen_ledger::serve::{answer_head, case_named};
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::risk_service_server::RiskService;
use jiefen_vocab::Agency;
use tonic::metadata::MetadataMap;
use tonic::{Request as Call, Response, Status};

use super::{view, wire};
use crate::IntakeArea;

/// How many of a list are shown when nobody says.
const PAGE: u64 = 50;

jiefen_ledger::service! {
    RiskService for Server(IntakeArea), pb, wire;
    get {
    get_incident(GetIncidentRequest) -> GetIncidentResponse { incident } = view::incident;
    }
    verbs {
    open_risk_case(OpenRiskCaseRequest) -> OpenRiskCaseResponse;
    join_risk_signal(JoinRiskSignalRequest) -> JoinRiskSignalResponse;
    set_risk_level(SetRiskLevelRequest) -> SetRiskLevelResponse;
    name_investigator(NameInvestigatorRequest) -> NameInvestigatorResponse;
    assemble_risk_team(AssembleRiskTeamRequest) -> AssembleRiskTeamResponse;
    record_risk_contact(RecordRiskContactRequest) -> RecordRiskContactResponse;
    record_risk_finding(RecordRiskFindingRequest) -> RecordRiskFindingResponse;
    assign_risk_task(AssignRiskTaskRequest) -> AssignRiskTaskResponse;
    expect_risk_payment(ExpectRiskPaymentRequest) -> ExpectRiskPaymentResponse;
    prove_risk_payment(ProveRiskPaymentRequest) -> ProveRiskPaymentResponse;
    note_risk_incident(NoteRiskIncidentRequest) -> NoteRiskIncidentResponse;
    find_risk_unfounded(FindRiskUnfoundedRequest) -> FindRiskUnfoundedResponse;
    close_risk_case(CloseRiskCaseRequest) -> CloseRiskCaseResponse;
    report_incident(ReportIncidentRequest) -> ReportIncidentResponse;
    join_incident_signal(JoinIncidentSignalRequest) -> JoinIncidentSignalResponse;
    verify_incident(VerifyIncidentRequest) -> VerifyIncidentResponse;
    set_incident_level(SetIncidentLevelRequest) -> SetIncidentLevelResponse;
    record_incident_contact(RecordIncidentContactRequest) -> RecordIncidentContactResponse;
    prepare_lanes(PrepareLanesRequest) -> PrepareLanesResponse;
    call_out(CallOutRequest) -> CallOutResponse;
    record_arrival(RecordArrivalRequest) -> RecordArrivalResponse;
    take_measure(TakeMeasureRequest) -> TakeMeasureResponse;
    report_situation(ReportSituationRequest) -> ReportSituationResponse;
    report_up(ReportUpRequest) -> ReportUpResponse;
    link_incident_dispute(LinkIncidentDisputeRequest) -> LinkIncidentDisputeResponse;
    close_lane(CloseLaneRequest) -> CloseLaneResponse;
    stand_down(StandDownRequest) -> StandDownResponse;
    lift_warning(LiftWarningRequest) -> LiftWarningResponse;
    review_incident(ReviewIncidentRequest) -> ReviewIncidentResponse;
    plan_screening(PlanScreeningRequest) -> PlanScreeningResponse;
    sign_screening(SignScreeningRequest) -> SignScreeningResponse;
    cancel_screening(CancelScreeningRequest) -> CancelScreeningResponse;
    close_round(CloseRoundRequest) -> CloseRoundResponse;
    assign_finding_owner(AssignFindingOwnerRequest) -> AssignFindingOwnerResponse;
    report_screening(ReportScreeningRequest) -> ReportScreeningResponse;
    }
    own {
        async fn get_risk_case(
            &self,
            call: Call<pb::GetRiskCaseRequest>,
        ) -> Result<Response<pb::GetRiskCaseResponse>, Status> {
            let (sees, found) = self.read(call.metadata(), &call.get_ref().name, has_task).await?;
            let shown = match sees {
                Some(unit) => view::tasks_of(&found, unit),
                None => view::risk_case(&found),
            };
            Ok(Response::new(pb::GetRiskCaseResponse { risk_case: Some(shown?) }))
        }

        async fn prove_risk_task(
            &self,
            call: Call<pb::ProveRiskTaskRequest>,
        ) -> Result<Response<pb::ProveRiskTaskResponse>, Status> {
            let m = call.get_ref();
            let parsed = wire::prove_risk_task(m);
            let answer = self.0.command_of_unit(&call, m.head.as_ref(), parsed).await?;
            let case = Some(answer_head(&answer, self.0.ledger.agency()));
            Ok(Response::new(pb::ProveRiskTaskResponse { case }))
        }

        async fn list_risk_cases(
            &self,
            call: Call<pb::ListRiskCasesRequest>,
        ) -> Result<Response<pb::ListRiskCasesResponse>, Status> {
            self.0.may_read(call.metadata())?;
            let m = call.get_ref();
            let asked = (m.open_only, m.page_size, m.page_token.as_str());
            let (found, next_page_token) = self.page(risk_case::KIND, asked).await?;
            let risk_cases = found.iter().map(view::risk_case).collect::<Result<_, _>>()?;
            Ok(Response::new(pb::ListRiskCasesResponse { risk_cases, next_page_token }))
        }

        async fn list_incidents(
            &self,
            call: Call<pb::ListIncidentsRequest>,
        ) -> Result<Response<pb::ListIncidentsResponse>, Status> {
            self.0.may_read(call.metadata())?;
            let m = call.get_ref();
            let asked = (m.open_only, m.page_size, m.page_token.as_str());
            let (found, next_page_token) = self.page(mass_incident::KIND, asked).await?;
            let incidents = found.iter().map(view::incident).collect::<Result<_, _>>()?;
            Ok(Response::new(pb::ListIncidentsResponse { incidents, next_page_token }))
        }

        async fn get_screening(
            &self,
            call: Call<pb::GetScreeningRequest>,
        ) -> Result<Response<pb::GetScreeningResponse>, Status> {
            let name = &call.get_ref().name;
            let (sees, found) = self.read(call.metadata(), name, must_report).await?;
            let screening = Some(view::screening_for(&found, sees)?);
            Ok(Response::new(pb::GetScreeningResponse { screening }))
        }

        async fn list_screenings(
            &self,
            call: Call<pb::ListScreeningsRequest>,
        ) -> Result<Response<pb::ListScreeningsResponse>, Status> {
            let sees = self.sees(call.metadata())?;
            let m = call.get_ref();
            let asked = (m.open_only, m.page_size, m.page_token.as_str());
            let (mut found, next_page_token) = self.page(screening_campaign::KIND, asked).await?;
            found.retain(|found| sees.is_none_or(|unit| must_report(found, unit)));
            let shown = found.iter().map(|found| view::screening_for(found, sees));
            let screenings = shown.collect::<Result<_, _>>()?;
            Ok(Response::new(pb::ListScreeningsResponse { screenings, next_page_token }))
        }

        async fn report_finding(
            &self,
            call: Call<pb::ReportFindingRequest>,
        ) -> Result<Response<pb::ReportFindingResponse>, Status> {
            let m = call.get_ref();
            let parsed = wire::report_finding(m);
            let answer = self.0.command_of_unit(&call, m.head.as_ref(), parsed).await?;
            let case = Some(answer_head(&answer, self.0.ledger.agency()));
            Ok(Response::new(pb::ReportFindingResponse { case }))
        }

        async fn sign_none_found(
            &self,
            call: Call<pb::SignNoneFoundRequest>,
        ) -> Result<Response<pb::SignNoneFoundResponse>, Status> {
            let m = call.get_ref();
            let parsed = wire::sign_none_found(m);
            let answer = self.0.command_of_unit(&call, m.head.as_ref(), parsed).await?;
            let case = Some(answer_head(&answer, self.0.ledger.agency()));
            Ok(Response::new(pb::SignNoneFoundResponse { case }))
        }
    }
}

impl Server {
    async fn page(
        &self,
        procedure: &str,
        (open_only, size, token): (bool, i32, &str),
    ) -> Result<(Vec<CaseView<IntakeArea>>, String), Status> {
        let size = match u64::try_from(size) {
            Ok(0) | Err(_) => PAGE,
            Ok(size) => size,
        };
        Ok(read::page_of(self.0.ledger.store(), procedure, open_only, size, token).await?)
    }

    /// A case, whole for those who may read everything here, else for a unit that has its part in it.
    async fn read(
        &self,
        metadata: &MetadataMap,
        name: &str,
        part: fn(&CaseView<IntakeArea>, Agency) -> bool,
    ) -> Result<(Option<Agency>, CaseView<IntakeArea>), Status> {
        let sees = self.sees(metadata)?;
        let id = case_named("name", name)?;
        let found = read::case::<IntakeArea>(self.0.ledger.store(), id).await;
        if let Some(unit) = sees
            && !found.as_ref().is_ok_and(|found| part(found, unit))
        {
            self.0.may_read(metadata)?;
        }
        Ok((sees, found?))
    }

    /// None: everything here. A unit: only what is its own.
    fn sees(&self, metadata: &MetadataMap) -> Result<Option<Agency>, Status> {
        let staff = self.0.gate.staff(metadata)?;
        Ok(self.0.may_read(metadata).is_err().then_some(staff.agency))
    }
}

/// True when the unit has a task in this risk case.
fn has_task(found: &CaseView<IntakeArea>, unit: Agency) -> bool {
    match &found.state {
        Case::RiskCase(state) => state.tasks.iter().any(|task| task.unit == unit),
        Case::Dispute(_)
        | Case::Inquiry(_)
        | Case::MassIncident(_)
        | Case::Screening(_)
        | Case::Watch(_)
        | Case::Request(_) => false,
    }
}

/// True when the unit must report in this screening, whose plan is signed.
fn must_report(found: &CaseView<IntakeArea>, unit: Agency) -> bool {
    match &found.state {
        Case::Screening(state) => state.signed.is_some() && state.plan.units.contains(&unit),
        Case::Dispute(_)
        | Case::Inquiry(_)
        | Case::MassIncident(_)
        | Case::RiskCase(_)
        | Case::Watch(_)
        | Case::Request(_) => false,
    }
}
