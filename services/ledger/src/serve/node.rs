//! The operator's view of one service and its verbs.

use std::time::Duration;

use jiefen_proto::jiefen::node::v1 as wire;
use jiefen_proto::jiefen::node::v1::node_service_server::NodeService;
use jiefen_vocab::{Agency, DisputeId, Moment, Role};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, timeout_at};
use tonic::{Request as Call, Response, Status};

use crate::area::Area;
use crate::envelope::hex;
use crate::error::Error;
use crate::live::News;
use crate::queue::Redrive;
use crate::read;
use crate::serve::{App, case_head, dispute_named, head};
use crate::wire::Fields;

/// Who may use the operator's verbs.
pub const OPERATORS: &[Role] = &[Role::Operator];

/// The node service of one agency.
pub struct NodeServer<A: Area>(pub App<A>);

/// The longest that a caller may wait for news of a dispute.
const WAIT_MAX: Duration = Duration::from_secs(30);

/// Another process on the same database may write without this one's knowledge.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

fn wait(asked_ms: i32) -> Duration {
    Duration::from_millis(u64::try_from(asked_ms).unwrap_or(0)).min(WAIT_MAX)
}

/// Waits until this process has written about the dispute, or may have: news that came too fast to be
/// kept count as such.
async fn until_touched(touched: &mut Receiver<crate::Touched>, dispute: DisputeId) {
    loop {
        match touched.recv().await {
            Ok(disputes) if !disputes.contains(&dispute) => {}
            Ok(_) | Err(RecvError::Lagged(_)) => return,
            // The writer has ended: nothing more comes from this process.
            Err(RecvError::Closed) => return std::future::pending().await,
        }
    }
}

/// The answer from memory, when it says more than the caller has seen.
fn newer(me: Agency, news: &News, seen: &str) -> Result<Option<wire::AwaitDisputeResponse>, Error> {
    let revision = read::revision(Some(news.entry), news.desk.as_ref());
    if revision == seen {
        return Ok(None);
    }
    let holder = news.desk.as_ref().map(|desk| desk.holder.as_str()).unwrap_or_default();
    let cases = news.cases.iter().map(|(row, clocks)| head(row, clocks, holder)).collect();
    let desk = news.desk.clone().map(read::desk_view).transpose()?;
    let desk = desk.map(|view| super::desk::shown(me, &view));
    Ok(Some(wire::AwaitDisputeResponse { revision, desk, cases }))
}

fn size(asked: i32) -> u64 {
    match u64::try_from(asked) {
        Ok(0) | Err(_) => 50,
        Ok(size) => size,
    }
}

/// What a hand-off entry is about; other entries hold the law's facts, which stay with the case's own view.
fn note(row: &crate::entity::journal::Model) -> String {
    let Some(code) = row.fact.strip_prefix("handoff.") else { return String::new() };
    let body: serde_json::Value = serde_json::from_str(&row.body).unwrap_or_default();
    body.get(code).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

#[tonic::async_trait]
impl<A: Area> NodeService for NodeServer<A> {
    async fn get_status(
        &self,
        call: Call<wire::GetStatusRequest>,
    ) -> Result<Response<wire::GetStatusResponse>, Status> {
        self.0.may_read(call.metadata())?;
        let ledger = &self.0.ledger;
        let view = read::status(ledger.store(), &ledger.identity().readers).await?;
        let links = view.links.into_iter().map(|link| wire::Link {
            peer: link.peer,
            sent: link.sent,
            receipted: link.receipted,
            received: link.received,
        });
        Ok(Response::new(wire::GetStatusResponse {
            agency: ledger.agency().to_string(),
            area: A::NAME.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            database: ledger.store().kind().to_owned(),
            links: links.collect(),
            journal: view.journal,
            parked: i64::try_from(view.parked).unwrap_or(i64::MAX),
            open_cases: i64::try_from(view.open_cases).unwrap_or(i64::MAX),
            chain: view.chain,
            today: ledger.identity().clock.now().day().to_string(),
            now: ledger.identity().clock.now().local().strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        }))
    }

    async fn list_duties(
        &self,
        call: Call<wire::ListDutiesRequest>,
    ) -> Result<Response<wire::ListDutiesResponse>, Status> {
        let staff = self.0.may_read(call.metadata())?;
        let m = call.get_ref();
        let (ledger, own) = (&self.0.ledger, staff.agency == self.0.ledger.agency());
        let answer = super::duty::list(ledger, own, size(m.page_size), &m.page_token).await?;
        Ok(Response::new(answer))
    }

    async fn list_docket(
        &self,
        call: Call<wire::ListDocketRequest>,
    ) -> Result<Response<wire::ListDocketResponse>, Status> {
        let staff = self.0.may_read(call.metadata())?;
        let (ledger, own) = (&self.0.ledger, staff.agency == self.0.ledger.agency());
        let m = call.get_ref();
        let answer = super::docket::list(ledger, own, size(m.page_size), &m.columns).await?;
        Ok(Response::new(answer))
    }

    async fn list_cases(
        &self,
        call: Call<wire::ListCasesRequest>,
    ) -> Result<Response<wire::ListCasesResponse>, Status> {
        self.0.may_read(call.metadata())?;
        let m = call.get_ref();
        let store = self.0.ledger.store();
        let (views, next) = if m.dispute.is_empty() {
            read::page::<A>(store, m.open_only, size(m.page_size), &m.page_token).await?
        } else {
            let dispute = dispute_named("dispute", &m.dispute)?;
            (read::cases_of::<A>(store, dispute).await?, String::new())
        };
        let cases = views.iter().map(case_head).collect();
        Ok(Response::new(wire::ListCasesResponse { cases, next_page_token: next }))
    }

    async fn await_dispute(
        &self,
        call: Call<wire::AwaitDisputeRequest>,
    ) -> Result<Response<wire::AwaitDisputeResponse>, Status> {
        self.0.may_read(call.metadata())?;
        let m = call.get_ref();
        let dispute = dispute_named("dispute", &m.dispute)?;
        let ledger = &self.0.ledger;
        let store = ledger.store();
        // Subscribed before the first look: what is written after it is not missed.
        let mut touched = ledger.touched();
        let end = Instant::now() + wait(m.wait_ms);
        let mut memory = ledger.live().news(dispute);
        loop {
            if let Some(news) = memory.take()
                && let Some(answer) = newer(ledger.agency(), &news, &m.seen)?
            {
                return Ok(Response::new(answer));
            }
            let (entry, desk) = read::news(store, dispute).await?;
            let revision = read::revision(entry, desk.as_ref());
            if revision != m.seen || Instant::now() >= end {
                let desk = desk.map(read::desk_view).transpose()?;
                let desk = desk.map(|view| super::desk::shown(ledger.agency(), &view));
                let cases = read::cases_of::<A>(store, dispute).await?;
                let cases = cases.iter().map(case_head).collect();
                return Ok(Response::new(wire::AwaitDisputeResponse { revision, desk, cases }));
            }
            let look = end.min(Instant::now() + LOOK_AGAIN);
            if timeout_at(look, until_touched(&mut touched, dispute)).await.is_ok() {
                memory = ledger.live().news(dispute);
            }
        }
    }

    async fn list_journal(
        &self,
        call: Call<wire::ListJournalRequest>,
    ) -> Result<Response<wire::ListJournalResponse>, Status> {
        self.0.may_read(call.metadata())?;
        let m = call.get_ref();
        let mut fields = Fields::new();
        fields.parse_optional::<DisputeId>("dispute", &m.dispute);
        let after = fields.parse_optional::<i64>("page_token", &m.page_token).unwrap_or(0);
        fields.done(Some(()))?;
        let dispute = (!m.dispute.is_empty()).then_some(m.dispute.as_str());
        let page = size(m.page_size);
        let rows = read::journal(self.0.ledger.store(), dispute, after, page).await?;
        let full = rows.len() as u64 == page.min(read::PAGE_MAX);
        let next = rows.last().filter(|_| full).map(|row| row.seq.to_string()).unwrap_or_default();
        let entries = rows.into_iter().map(|row| wire::JournalEntry {
            note: note(&row),
            seq: row.seq,
            id: row.id,
            case: row.case_id,
            dispute: row.dispute.unwrap_or_default(),
            version: row.version,
            fact: row.fact,
            actor_agency: row.actor_agency,
            actor_person: row.actor_person,
            actor_role: row.actor_role,
            occurred_at: Moment(row.occurred_at).to_string(),
            hash: hex(&row.hash),
        });
        Ok(Response::new(wire::ListJournalResponse {
            entries: entries.collect(),
            next_page_token: next,
        }))
    }

    async fn list_parked(
        &self,
        call: Call<wire::ListParkedRequest>,
    ) -> Result<Response<wire::ListParkedResponse>, Status> {
        self.0.may_read(call.metadata())?;
        let (m, store) = (call.get_ref(), self.0.ledger.store());
        let after = m.page_token.split_once('/').and_then(|(at, id)| Some((at.parse().ok()?, id)));
        if after.is_none() && !m.page_token.is_empty() {
            return Err(Error::field("page_token", "没有这一页 (no such page)").into());
        }
        let page = size(m.page_size);
        let rows = read::parked(store, after, page).await?;
        let full = rows.len() as u64 == page.min(read::PAGE_MAX);
        let next =
            rows.last().filter(|_| full).map(|row| format!("{}/{}", row.received_at, row.id));
        let parked = rows.into_iter().map(|row| wire::Parked {
            id: row.id,
            from: row.src,
            r#type: row.kind,
            dispute: row.dispute.unwrap_or_default(),
            cause: row.cause.unwrap_or_default(),
            owner: row.owner.unwrap_or_default(),
            due: row.due_at.map(|due| Moment(due).to_string()).unwrap_or_default(),
            attempts: row.attempts,
            state: row.state,
        });
        Ok(Response::new(wire::ListParkedResponse {
            parked: parked.collect(),
            next_page_token: next.unwrap_or_default(),
        }))
    }

    async fn redrive(
        &self,
        call: Call<wire::RedriveRequest>,
    ) -> Result<Response<wire::RedriveResponse>, Status> {
        let staff = self.0.gate.staff(call.metadata())?;
        let role = self.0.role(&staff, OPERATORS, "")?;
        let m = call.get_ref();
        let mut fields = Fields::new();
        let reason = fields.text("reason", &m.reason, 500);
        let reason = fields.done(reason)?;
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let which =
            Redrive { id: some(&m.id), dispute: some(&m.dispute), dry_run: m.dry_run, reason };
        let (done, left) = self.0.ledger.redrive(which, self.0.actor(&staff, role)).await?;
        Ok(Response::new(wire::RedriveResponse {
            handled: i32::try_from(done).unwrap_or(i32::MAX),
            still_parked: i32::try_from(left).unwrap_or(i32::MAX),
        }))
    }

    async fn sweep_clocks(
        &self,
        call: Call<wire::SweepClocksRequest>,
    ) -> Result<Response<wire::SweepClocksResponse>, Status> {
        let staff = self.0.gate.staff(call.metadata())?;
        self.0.role(&staff, OPERATORS, "")?;
        let mut fields = Fields::new();
        let dispute = fields.parse_optional::<DisputeId>("dispute", &call.get_ref().dispute);
        fields.done(Some(()))?;
        let expired = match dispute {
            Some(dispute) => self.0.ledger.sweep_dispute(dispute).await?,
            None => self.0.ledger.sweep().await?,
        };
        let expired = i32::try_from(expired).unwrap_or(i32::MAX);
        Ok(Response::new(wire::SweepClocksResponse { expired }))
    }

    async fn set_demo_clock(
        &self,
        call: Call<wire::SetDemoClockRequest>,
    ) -> Result<Response<wire::SetDemoClockResponse>, Status> {
        let staff = self.0.gate.staff(call.metadata())?;
        self.0.role(&staff, OPERATORS, "")?;
        let identity = self.0.ledger.identity();
        let Some(clock) = identity.clock.demo() else {
            return Err(Error::Forbidden(jiefen_procedure::Refused {
                name: "CLOCK_IS_REAL".to_owned(),
                zh: "本单位使用真实时钟，不能改时间".to_owned(),
                en: "this node runs on the system clock".to_owned(),
                basis: "配置 clock.source".to_owned(),
                instead: "仅演示节点（clock.source = demo）可以改时间".to_owned(),
            })
            .into());
        };
        let now = Moment(call.get_ref().now_micros);
        let kept = self.0.ledger.store().keep_demo_clock(now).await;
        kept.map_err(|source| Error::Store { doing: "keep the clock", source })?;
        clock.set(now);
        Ok(Response::new(wire::SetDemoClockResponse {}))
    }
}
