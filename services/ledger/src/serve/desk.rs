//! Staff's side of the hand-off protocol.

use jiefen_handoff::{Ground, Input, Mode, TaskState};
use jiefen_proto::jiefen::handoff::v1 as wire;
use jiefen_proto::jiefen::handoff::v1::handoff_service_server::HandoffService;
use jiefen_vocab::{Agency, DisputeId, Role};
use tonic::{Request as Call, Response, Status};

use crate::area::Area;
use crate::queue::{Order, Request};
use crate::read::{self, DeskView};
use crate::serve::{App, dispute_named, fingerprint};
use crate::wire::{Fields, brief_to};
use crate::world::{responsible, status};

/// Who may take, decline or hand over a dispute for the agency: those who handle disputes, never those
/// who only coordinate, assess or lead (I10).
pub const HANDLERS: &[Role] = &[
    Role::WindowClerk,
    Role::CentreDirector,
    Role::Mediator,
    Role::MediationHead,
    Role::Judge,
    Role::FilingClerk,
    Role::Arbitrator,
    Role::ArbitrationDirector,
    Role::PetitionOfficer,
    Role::PetitionHead,
    Role::Reviewer,
    Role::ReviewHead,
];

/// Who may name the responsible unit at a governance centre (plan 五(二)2).
pub const DESIGNATORS: &[Role] = &[Role::CentreDirector];

/// The hand-off service of one agency.
pub struct HandoffServer<A: Area>(pub App<A>);

impl<A: Area> HandoffServer<A> {
    async fn step<M: prost::Message>(
        &self,
        call: &Call<M>,
        head: Option<&wire::StepHead>,
        allowed: &[Role],
        number: &str,
        input: impl FnOnce(&mut Fields, DisputeId) -> Option<Input>,
    ) -> Result<Option<wire::Desk>, Status> {
        let app = &self.0;
        let staff = app.gate.staff(call.metadata())?;
        let head = head.cloned().unwrap_or_default();
        let role = app.role(&staff, allowed, &head.role)?;
        let mut fields = Fields::new();
        let dispute = fields.parse::<DisputeId>("head.dispute", &head.dispute);
        let request_id = fields.text("head.request_id", &head.request_id, 128);
        let input = dispute.and_then(|dispute| input(&mut fields, dispute));
        let parsed = dispute.zip(request_id).zip(input);
        let ((dispute, request_id), input) = fields.done(parsed)?;
        let request = Request {
            order: Order::Desk { dispute, input, number: number.to_owned() },
            actor: app.actor(&staff, role),
            request_id,
            fingerprint: fingerprint(call),
            expected: None,
            seen: None,
            validate_only: head.validate_only,
            trace: jiefen_platform::telemetry::current_traceparent(),
        };
        let answer = app.ledger.execute(request).await?;
        Ok(answer.desk.map(|desk| self.show(dispute, &desk)))
    }

    fn show(&self, dispute: DisputeId, desk: &jiefen_handoff::Desk) -> wire::Desk {
        desk_to(self.0.ledger.agency(), dispute, desk, None)
    }

    /// Until when an offer waits: the county's own limit of one working day (policy.handoff_reply),
    /// which starts with the offer.
    fn reply_due(&self, fields: &mut Fields) -> Option<jiefen_vocab::Moment> {
        let identity = self.0.ledger.identity();
        let query = jiefen_terms::Query::new("policy.handoff_reply", identity.clock.now().day());
        match identity.law.due(&query) {
            Ok(deadline) => Some(jiefen_vocab::Moment::end_of(deadline.due.day())),
            Err(error) => {
                fields.fault("due", error);
                None
            }
        }
    }
}

/// A desk as it is shown; `me`: whose desk it is.
fn desk_to(
    me: Agency,
    dispute: DisputeId,
    desk: &jiefen_handoff::Desk,
    brief: Option<&jiefen_procedure::Brief>,
) -> wire::Desk {
    let pending = desk.pending.as_ref();
    let open = desk.tasks.iter().filter(|(_, task)| task.state == TaskState::Open);
    let tasks: Vec<String> = open.map(|(task, _)| task.to_string()).collect();
    let asked = !tasks.is_empty();
    wire::Desk {
        dispute: dispute.to_string(),
        status: status(desk).to_owned(),
        holds: desk.holds(),
        holder: responsible(desk, me).map(|agency| agency.to_string()).unwrap_or_default(),
        epoch: desk.mark.to_string(),
        pending_epoch: pending.map(|p| p.offer.epoch.to_string()).unwrap_or_default(),
        pending_from: pending.map(|p| p.from.to_string()).unwrap_or_default(),
        pending_mode: pending.map(|p| p.offer.mode.code().to_owned()).unwrap_or_default(),
        due: desk.waiting_due().map(|due| due.to_string()).unwrap_or_default(),
        brief: brief.filter(|_| pending.is_some() || desk.holds() || asked).map(brief_to),
        tasks,
    }
}

/// A desk as it was read, with the brief of the offer or task that waits on it or by which this agency holds.
pub(super) fn shown(me: Agency, view: &DeskView) -> wire::Desk {
    desk_to(me, view.dispute, &view.desk, view.brief.as_ref())
}

fn mode(fields: &mut Fields, text: &str) -> Option<Mode> {
    let chosen = Mode::ALL.into_iter().find(|mode| mode.code() == text && *mode != Mode::Return);
    if chosen.is_none() {
        let right = "应为 transfer、delegate、assist、lead 或 escalate (one of these)";
        fields.fault("mode", format!("没有移交方式「{text}」；{right}"));
    }
    chosen
}

fn ground(fields: &mut Fields, text: &str) -> Option<Ground> {
    let chosen = Ground::ALL.into_iter().find(|ground| ground.code() == text);
    if chosen.is_none() {
        let codes: Vec<&str> = Ground::ALL.iter().map(|ground| ground.code()).collect();
        fields.fault(
            "ground",
            format!("没有理由「{text}」；应为 {} (one of these)", codes.join("、")),
        );
    }
    chosen
}

#[tonic::async_trait]
impl<A: Area> HandoffService for HandoffServer<A> {
    async fn offer(
        &self,
        call: Call<wire::OfferRequest>,
    ) -> Result<Response<wire::OfferResponse>, Status> {
        let m = call.get_ref();
        let brief = (self.0.ledger.identity().ids)();
        let desk = self
            .step(&call, m.head.as_ref(), HANDLERS, "", |fields, _| {
                let to = fields.parse("to", &m.to);
                let mode = mode(fields, &m.mode);
                let co_units = fields.parse_all("co_units", &m.co_units);
                let due = self.reply_due(fields);
                Some(Input::Offer {
                    to: to?,
                    mode: mode?,
                    due: due?,
                    brief,
                    co_units,
                    result_due: None,
                })
            })
            .await?;
        Ok(Response::new(wire::OfferResponse { desk }))
    }

    async fn accept(
        &self,
        call: Call<wire::AcceptRequest>,
    ) -> Result<Response<wire::AcceptResponse>, Status> {
        let m = call.get_ref();
        let desk = self
            .step(&call, m.head.as_ref(), HANDLERS, &m.number, |fields, _| {
                Some(Input::Accept { epoch: fields.parse("epoch", &m.epoch)? })
            })
            .await?;
        Ok(Response::new(wire::AcceptResponse { desk }))
    }

    async fn decline(
        &self,
        call: Call<wire::DeclineRequest>,
    ) -> Result<Response<wire::DeclineResponse>, Status> {
        let m = call.get_ref();
        let desk = self
            .step(&call, m.head.as_ref(), HANDLERS, "", |fields, _| {
                let epoch = fields.parse("epoch", &m.epoch);
                let ground = ground(fields, &m.ground);
                let proposal = fields.parse_optional("proposal", &m.proposal);
                Some(Input::Decline { epoch: epoch?, ground: ground?, proposal })
            })
            .await?;
        Ok(Response::new(wire::DeclineResponse { desk }))
    }

    async fn object(
        &self,
        call: Call<wire::ObjectRequest>,
    ) -> Result<Response<wire::ObjectResponse>, Status> {
        let m = call.get_ref();
        let desk = self
            .step(&call, m.head.as_ref(), HANDLERS, "", |fields, _| {
                let epoch = fields.parse("epoch", &m.epoch);
                let ground = ground(fields, &m.ground);
                let proposal = fields.parse_optional("proposal", &m.proposal);
                Some(Input::Object { epoch: epoch?, ground: ground?, proposal })
            })
            .await?;
        Ok(Response::new(wire::ObjectResponse { desk }))
    }

    async fn recall(
        &self,
        call: Call<wire::RecallRequest>,
    ) -> Result<Response<wire::RecallResponse>, Status> {
        let m = call.get_ref();
        let desk = self
            .step(&call, m.head.as_ref(), HANDLERS, "", |fields, _| {
                Some(Input::Recall { epoch: fields.parse("epoch", &m.epoch)? })
            })
            .await?;
        Ok(Response::new(wire::RecallResponse { desk }))
    }

    async fn designate(
        &self,
        call: Call<wire::DesignateRequest>,
    ) -> Result<Response<wire::DesignateResponse>, Status> {
        let m = call.get_ref();
        let brief = (self.0.ledger.identity().ids)();
        let desk = self
            .step(&call, m.head.as_ref(), DESIGNATORS, "", |fields, _| {
                let to = fields.parse("to", &m.to);
                let mode = mode(fields, &m.mode);
                let co_units = fields.parse_all("co_units", &m.co_units);
                let due = self.reply_due(fields);
                Some(Input::Designate {
                    to: to?,
                    mode: mode?,
                    due: due?,
                    brief,
                    co_units,
                    result_due: None,
                })
            })
            .await?;
        Ok(Response::new(wire::DesignateResponse { desk }))
    }

    async fn confirm_designation(
        &self,
        call: Call<wire::ConfirmDesignationRequest>,
    ) -> Result<Response<wire::ConfirmDesignationResponse>, Status> {
        let m = call.get_ref();
        let desk = self
            .step(&call, m.head.as_ref(), DESIGNATORS, "", |fields, _| {
                Some(Input::ConfirmDesignation { due: self.reply_due(fields)? })
            })
            .await?;
        Ok(Response::new(wire::ConfirmDesignationResponse { desk }))
    }

    async fn finish_task(
        &self,
        call: Call<wire::FinishTaskRequest>,
    ) -> Result<Response<wire::FinishTaskResponse>, Status> {
        let m = call.get_ref();
        let desk = self
            .step(&call, m.head.as_ref(), HANDLERS, "", |fields, _| {
                let task = fields.parse("task", &m.task);
                let outcome = fields.parse("outcome", &m.outcome);
                Some(Input::FinishTask { task: task?, outcome: outcome? })
            })
            .await?;
        Ok(Response::new(wire::FinishTaskResponse { desk }))
    }

    async fn get_desk(
        &self,
        call: Call<wire::GetDeskRequest>,
    ) -> Result<Response<wire::GetDeskResponse>, Status> {
        self.0.may_read(call.metadata())?;
        let dispute = dispute_named("dispute", &call.get_ref().dispute)?;
        let view = read::desk(self.0.ledger.store(), dispute).await?;
        Ok(Response::new(wire::GetDeskResponse {
            desk: Some(shown(self.0.ledger.agency(), &view)),
        }))
    }

    async fn list_desks(
        &self,
        call: Call<wire::ListDesksRequest>,
    ) -> Result<Response<wire::ListDesksResponse>, Status> {
        self.0.may_read(call.metadata())?;
        let size = u64::try_from(call.get_ref().page_size).unwrap_or(0);
        let size = if size == 0 { 50 } else { size };
        let views = read::waiting_desks(self.0.ledger.store(), size).await?;
        let desks = views.iter().map(|view| shown(self.0.ledger.agency(), view)).collect();
        Ok(Response::new(wire::ListDesksResponse { desks, next_page_token: String::new() }))
    }
}
