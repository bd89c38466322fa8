//! The area's gRPC service. A unit reads its own sheets and orders, appeals and answers here for itself.

use jiefen_assessment_rules::{Case, Scope, order, sheet};
use jiefen_ledger::read::{self, CaseView};
use jiefen_ledger::serve::{Parsed, answer_head, case_head, case_named};
use jiefen_ledger::{Answer, Error};
use jiefen_procedure::Procedure as _;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_proto::jiefen::assessment::v1::assessment_service_server::AssessmentService;
use jiefen_proto::jiefen::common::v1::CaseHead;
use jiefen_vocab::Agency;
use jiff::civil::Date;
use tonic::metadata::MetadataMap;
use tonic::{Request as Call, Response, Status};

use crate::figures::count;
use crate::{AssessmentArea, view, wire};

/// How many of a list are shown when nobody says.
const PAGE: u64 = 50;

jiefen_ledger::service! {
    AssessmentService for Server(AssessmentArea), pb, wire;
    get {}
    verbs {
        correct_sheet(CorrectSheetRequest) -> CorrectSheetResponse;
        decide_appeal(DecideAppealRequest) -> DecideAppealResponse;
        sign_sheet(SignSheetRequest) -> SignSheetResponse;
        draft_order(DraftOrderRequest) -> DraftOrderResponse;
        sign_order(SignOrderRequest) -> SignOrderResponse;
        withdraw_order(WithdrawOrderRequest) -> WithdrawOrderResponse;
        circulate_order(CirculateOrderRequest) -> CirculateOrderResponse;
        verify_order(VerifyOrderRequest) -> VerifyOrderResponse;
    }
    own {
        async fn compute_indicators(
            &self,
            call: Call<pb::ComputeIndicatorsRequest>,
        ) -> Result<Response<pb::ComputeIndicatorsResponse>, Status> {
            self.0.may_read(call.metadata())?;
            let asked = wire::compute_indicators(call.get_ref())?;
            let day = asked.cut_off.unwrap_or_else(|| self.today());
            let counted = count(self.0.ledger.store(), None).await?;
            let figures = counted.figures(asked.period, &asked.scope, asked.people.as_ref(), day);
            Ok(Response::new(pb::ComputeIndicatorsResponse {
                figures: figures.iter().map(view::figure).collect(),
                cut_off: Some(view::cut_off(counted.cut_off(day), &counted.upto)),
                unreadable: counted.unreadable,
            }))
        }

        async fn list_orders_due(
            &self,
            call: Call<pb::ListOrdersDueRequest>,
        ) -> Result<Response<pb::ListOrdersDueResponse>, Status> {
            self.0.may_read(call.metadata())?;
            let (period, threshold) = wire::list_orders_due(call.get_ref())?;
            let counted = count(self.0.ledger.store(), None).await?;
            let due = counted.orders_due(period, threshold, self.today());
            let due = due.iter().map(view::order_due).collect();
            Ok(Response::new(pb::ListOrdersDueResponse { due }))
        }

        async fn get_sheet(
            &self,
            call: Call<pb::GetSheetRequest>,
        ) -> Result<Response<pb::GetSheetResponse>, Status> {
            let found = self.read(call.metadata(), &call.get_ref().name).await?;
            let Case::Sheet(state) = &found.state else {
                return Err(no_such("考核表", "sheet", &found).into());
            };
            let sheet = Some(view::sheet(case_head(&found), state));
            Ok(Response::new(pb::GetSheetResponse { sheet }))
        }

        async fn get_order(
            &self,
            call: Call<pb::GetOrderRequest>,
        ) -> Result<Response<pb::GetOrderResponse>, Status> {
            let found = self.read(call.metadata(), &call.get_ref().name).await?;
            let Case::Order(state) = &found.state else {
                return Err(no_such("督办单", "order", &found).into());
            };
            let order = Some(view::order(case_head(&found), state));
            Ok(Response::new(pb::GetOrderResponse { order }))
        }

        async fn list_orders(
            &self,
            call: Call<pb::ListOrdersRequest>,
        ) -> Result<Response<pb::ListOrdersResponse>, Status> {
            let staff = self.0.gate.staff(call.metadata())?;
            let all = self.0.may_read(call.metadata()).is_ok();
            let m = call.get_ref();
            let asked = (m.open_only, m.page_size, m.page_token.as_str());
            let (found, next_page_token) = self.page(order::Order::KIND, asked).await?;
            let shown = found.iter().filter_map(|found: &CaseView<AssessmentArea>| {
                let Case::Order(state) = &found.state else { return None };
                let own = state.unit == staff.agency && state.signed.is_some();
                (all || own).then(|| view::order(case_head(found), state))
            });
            Ok(Response::new(pb::ListOrdersResponse { orders: shown.collect(), next_page_token }))
        }

        async fn list_sheets(
            &self,
            call: Call<pb::ListSheetsRequest>,
        ) -> Result<Response<pb::ListSheetsResponse>, Status> {
            let staff = self.0.gate.staff(call.metadata())?;
            let all = self.0.may_read(call.metadata()).is_ok();
            let m = call.get_ref();
            let asked = (m.open_only, m.page_size, m.page_token.as_str());
            let (found, next_page_token) = self.page(sheet::Sheet::KIND, asked).await?;
            let shown = found.iter().filter_map(|found: &CaseView<AssessmentArea>| {
                let Case::Sheet(state) = &found.state else { return None };
                let own = state.unit.is_none_or(|unit| unit == staff.agency);
                (all || own).then(|| view::sheet_of_list(case_head(found), state))
            });
            Ok(Response::new(pb::ListSheetsResponse { sheets: shown.collect(), next_page_token }))
        }

        async fn freeze_sheet(
            &self,
            call: Call<pb::FreezeSheetRequest>,
        ) -> Result<Response<pb::FreezeSheetResponse>, Status> {
            self.0.may_read(call.metadata())?;
            let parsed = self.freeze(call.get_ref()).await;
            let answer = self.0.command(&call, call.get_ref().head.as_ref(), parsed).await?;
            Ok(Response::new(pb::FreezeSheetResponse { case: self.head(&answer) }))
        }

        async fn recompute_sheet(
            &self,
            call: Call<pb::RecomputeSheetRequest>,
        ) -> Result<Response<pb::RecomputeSheetResponse>, Status> {
            self.0.may_read(call.metadata())?;
            let parsed = self.recompute(call.get_ref()).await;
            let answer = self.0.command(&call, call.get_ref().head.as_ref(), parsed).await?;
            Ok(Response::new(pb::RecomputeSheetResponse { case: self.head(&answer) }))
        }

        async fn appeal_sheet(
            &self,
            call: Call<pb::AppealSheetRequest>,
        ) -> Result<Response<pb::AppealSheetResponse>, Status> {
            let m = call.get_ref();
            let parsed = wire::appeal_sheet(m);
            let answer = self.0.command_of_unit(&call, m.head.as_ref(), parsed).await?;
            Ok(Response::new(pb::AppealSheetResponse { case: self.head(&answer) }))
        }

        async fn answer_order(
            &self,
            call: Call<pb::AnswerOrderRequest>,
        ) -> Result<Response<pb::AnswerOrderResponse>, Status> {
            let m = call.get_ref();
            let parsed = wire::answer_order(m);
            let answer = self.0.command_of_unit(&call, m.head.as_ref(), parsed).await?;
            Ok(Response::new(pb::AnswerOrderResponse { case: self.head(&answer) }))
        }
    }
}

impl Server {
    fn today(&self) -> Date {
        self.0.ledger.identity().clock.now().day()
    }

    async fn page(
        &self,
        procedure: &str,
        (open_only, size, token): (bool, i32, &str),
    ) -> Result<(Vec<CaseView<AssessmentArea>>, String), Status> {
        let size = u64::try_from(size).ok().filter(|size| *size > 0).unwrap_or(PAGE);
        Ok(read::page_of(self.0.ledger.store(), procedure, open_only, size, token).await?)
    }

    fn head(&self, answer: &Answer<AssessmentArea>) -> Option<CaseHead> {
        Some(answer_head(answer, self.0.ledger.agency()))
    }

    async fn freeze(&self, m: &pb::FreezeSheetRequest) -> Result<Parsed<AssessmentArea>, Error> {
        let asked = wire::freeze_sheet(m)?;
        let day = asked.cut_off.unwrap_or_else(|| self.today());
        let counted = count(self.0.ledger.store(), None).await?;
        let scope = scope(asked.unit);
        let figures = counted.figures(asked.period, &scope, asked.people.as_ref(), day);
        wire::frozen(asked, &counted, figures, day)
    }

    /// From the same inputs as the frozen figures, whatever has arrived since.
    async fn recompute(
        &self,
        m: &pb::RecomputeSheetRequest,
    ) -> Result<Parsed<AssessmentArea>, Error> {
        let case = wire::recompute_sheet(m)?;
        let found = read::case::<AssessmentArea>(self.0.ledger.store(), case).await?;
        let Case::Sheet(state) = &found.state else {
            return Err(no_such("考核表", "sheet", &found));
        };
        let counted = count(self.0.ledger.store(), Some(&state.inputs)).await?;
        let (people, day) = (state.inputs.people.as_ref(), state.cut_off.day);
        let figures = counted.figures(state.period, &scope(state.unit), people, day);
        Ok(Parsed { case, command: sheet::Command::Recompute { figures }.into() })
    }

    /// A case, for the office itself, those who supervise it, and the unit that it is about.
    async fn read(
        &self,
        metadata: &MetadataMap,
        name: &str,
    ) -> Result<CaseView<AssessmentArea>, Status> {
        let staff = self.0.gate.staff(metadata)?;
        let id = case_named("name", name)?;
        let found = read::case::<AssessmentArea>(self.0.ledger.store(), id).await;
        let about = |found: &CaseView<AssessmentArea>| match &found.state {
            Case::Sheet(state) => state.unit.is_none_or(|unit| unit == staff.agency),
            // A draft is not the unit's yet.
            Case::Order(state) => state.unit == staff.agency && state.signed.is_some(),
        };
        if !found.as_ref().is_ok_and(about) {
            self.0.may_read(metadata)?;
        }
        Ok(found?)
    }
}

/// A sheet counts what its unit announced; the county's counts everything.
fn scope(unit: Option<Agency>) -> Scope {
    Scope { agency: unit, ..Scope::default() }
}

fn no_such(what: &'static str, what_en: &'static str, found: &CaseView<AssessmentArea>) -> Error {
    Error::NotFound { what, what_en, name: found.row.id.clone() }
}
