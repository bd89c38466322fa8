//! The played staff's telephone: a channel and a token for each agency, and waiting for a state.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::handoff::v1 as handoff;
use jiefen_proto::jiefen::handoff::v1::handoff_service_client::HandoffServiceClient;
use jiefen_proto::jiefen::node::v1 as node;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;
use jiefen_vocab::{Agency, Moment};
use jiff::civil::Date;
use tonic::Request;
use tonic::metadata::{Ascii, MetadataValue};
use tonic::transport::{Channel, Endpoint};

use crate::demo::county::{County, staff_roles};

/// How long the played staff wait for something that must come over the bus.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long they wait before they ask a node again that is down or busy.
const LOOK: Duration = Duration::from_millis(50);

/// How long one question for news of a dispute may stay open.
const LONG_LOOK_MS: i32 = 2_000;

/// How long a token of the demonstration is valid.
const TOKEN: Duration = Duration::from_secs(6 * 3600);

/// Sends a request of an agency's staff, again while the node is down: `send!(stage, agency, Client, verb,
/// message)` is the answer or why there is none.
macro_rules! send {
    ($stage:expr, $agency:expr, $client:ident, $verb:ident, $message:expr) => {{
        let (stage, agency, message) = (&$stage, $agency, $message);
        let line = stage.line(agency);
        match line {
            Ok(line) => {
                stage
                    .patiently(|| async {
                        let mut client = $client::new(line.clone());
                        let answer = client.$verb(stage.signed(agency, message.clone())).await?;
                        stage.answered(agency);
                        Ok(answer.into_inner())
                    })
                    .await
            }
            Err(error) => Err(error),
        }
    }};
}
pub(crate) use send;

/// Everything the played staff need.
pub struct Stage {
    lines: BTreeMap<Agency, Line>,
    next: AtomicU64,
    run: String,
    last: Mutex<Option<String>>,
    history: Mutex<Vec<(String, String)>>,
}

struct Line {
    channel: Channel,
    person: String,
    token: MetadataValue<Ascii>,
}

impl Stage {
    /// Opens a line to every node.
    ///
    /// # Errors
    /// A node cannot be reached.
    pub fn open(county: &County, addresses: &BTreeMap<Agency, SocketAddr>) -> Result<Stage> {
        let mut lines = BTreeMap::new();
        for post in &county.posts {
            let address = addresses.get(&post.agency);
            let address = address.with_context(|| format!("{} 没有节点 (no node)", post.agency))?;
            let channel = Endpoint::from_shared(format!("http://{address}"))?.connect_lazy();
            let person = format!("{}-1", post.agency.code);
            let token = county.issuer.token(&person, post.agency, staff_roles(post.area), TOKEN)?;
            let token = format!("Bearer {token}").parse().context("the token")?;
            lines.insert(post.agency, Line { channel, person, token });
        }
        let run = uuid::Uuid::now_v7().simple().to_string();
        let (next, last) = (AtomicU64::new(1), Mutex::default());
        Ok(Stage { lines, next, run, last, history: Mutex::default() })
    }

    /// The channel to an agency.
    ///
    /// # Errors
    /// The agency has no node in this county.
    pub fn line(&self, agency: Agency) -> Result<Channel> {
        Ok(self.known(agency)?.channel.clone())
    }

    fn known(&self, agency: Agency) -> Result<&Line> {
        let line = self.lines.get(&agency);
        line.with_context(|| format!("{agency} 没有节点 (has no node in this county)"))
    }

    /// Asks again while the node is down or busy: the request id makes the repetition harmless.
    ///
    /// # Errors
    /// The node refuses, or stays down for longer than the patience.
    pub async fn patiently<T, F>(&self, ask: impl Fn() -> F) -> Result<T>
    where
        F: Future<Output = Result<T, tonic::Status>>,
    {
        let end = tokio::time::Instant::now() + PATIENCE;
        loop {
            let status = match ask().await {
                Ok(answer) => return Ok(answer),
                Err(status) => status,
            };
            // The node is down or busy: the same request may be asked again.
            let passing = [
                tonic::Code::Unavailable,
                tonic::Code::ResourceExhausted,
                tonic::Code::Cancelled,
                tonic::Code::DeadlineExceeded,
                tonic::Code::Unknown,
            ]
            .contains(&status.code());
            if !passing || tokio::time::Instant::now() >= end {
                bail!("{}", status.message());
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Notes that the command made last was answered, for whoever compares the databases with what
    /// clients were told. The played staff give one command after another.
    pub fn answered(&self, agency: Agency) {
        let id = self.last.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let (Some(id), Some(line)) = (id, self.lines.get(&agency)) {
            let key = format!("{agency}|{}|{id}", line.person);
            let mut history = self.history.lock().unwrap_or_else(PoisonError::into_inner);
            history.push((agency.to_string(), key));
        }
    }

    /// The answered commands as (agency, key of the request).
    pub fn history(&self) -> Vec<(String, String)> {
        self.history.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A request by the agency's staff.
    pub fn signed<M>(&self, agency: Agency, message: M) -> Request<M> {
        let mut request = Request::new(message);
        if let Some(line) = self.lines.get(&agency) {
            request.metadata_mut().insert("authorization", line.token.clone());
        }
        request
    }

    /// A request id that was never used.
    pub fn request_id(&self) -> String {
        let id = format!("{}-{}", self.run, self.next.fetch_add(1, Ordering::Relaxed));
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(id.clone());
        id
    }

    /// The head of a command on a case; an empty case begins one.
    pub fn head(&self, case: &str) -> Option<common::CommandHead> {
        Some(common::CommandHead {
            name: case.to_owned(),
            request_id: self.request_id(),
            ..common::CommandHead::default()
        })
    }

    /// The head of a hand-off step.
    pub fn step(&self, dispute: &str) -> Option<handoff::StepHead> {
        Some(handoff::StepHead {
            dispute: dispute.to_owned(),
            request_id: self.request_id(),
            ..handoff::StepHead::default()
        })
    }

    /// Sets every node's clock.
    ///
    /// # Errors
    /// A node refuses.
    pub async fn set_clock(&self, now: Moment) -> Result<()> {
        let calls = self.lines.keys().map(|agency| async move {
            let message = node::SetDemoClockRequest { now_micros: now.0 };
            send!(self, *agency, NodeServiceClient, set_demo_clock, message)
        });
        for outcome in futures::future::join_all(calls).await {
            outcome.context("设定演示时钟 (setting the clock)")?;
        }
        Ok(())
    }

    /// Sets every node's clock to ten in the morning of a day.
    ///
    /// # Errors
    /// A node refuses.
    pub async fn set_day(&self, day: Date) -> Result<()> {
        self.set_clock(Moment::from_local(day.at(10, 0, 0, 0))).await
    }

    /// Lets every clock of a dispute at an agency that is due take its lawful effect, and what follows.
    ///
    /// # Errors
    /// The node refuses.
    pub async fn sweep(&self, agency: Agency, dispute: &str) -> Result<()> {
        loop {
            let message = node::SweepClocksRequest { dispute: dispute.to_owned() };
            let swept = send!(self, agency, NodeServiceClient, sweep_clocks, message)?;
            if swept.expired == 0 {
                return Ok(());
            }
        }
    }

    /// A dispute's desk at an agency, when it has one.
    ///
    /// # Errors
    /// The node does not answer.
    pub async fn desk(&self, agency: Agency, dispute: &str) -> Result<Option<handoff::Desk>> {
        let line = self.line(agency)?;
        self.patiently(|| async {
            let mut client = HandoffServiceClient::new(line.clone());
            let message = handoff::GetDeskRequest { dispute: dispute.to_owned() };
            match client.get_desk(self.signed(agency, message)).await {
                Ok(response) => Ok(response.into_inner().desk),
                Err(status) if status.code() == tonic::Code::NotFound => Ok(None),
                Err(status) => Err(status),
            }
        })
        .await
        .with_context(|| agency.to_string())
    }

    /// Waits until the desk is as wanted.
    ///
    /// # Errors
    /// It is not in time; the error says what it was last.
    pub async fn until_desk(
        &self,
        agency: Agency,
        dispute: &str,
        what: &str,
        wanted: impl Fn(&handoff::Desk) -> bool,
    ) -> Result<handoff::Desk> {
        self.until(agency, dispute, what, |seen| {
            seen.desk.as_ref().filter(|desk| wanted(desk)).cloned()
        })
        .await
    }

    /// What is parked at the agency will not come by itself.
    async fn nothing_parked(&self, agency: Agency, dispute: &str) -> Result<()> {
        let message = node::ListParkedRequest { page_size: 200, page_token: String::new() };
        let answer = send!(self, agency, NodeServiceClient, list_parked, message)?;
        let stuck =
            answer.parked.iter().find(|one| one.dispute == dispute && !one.cause.is_empty());
        match stuck {
            None => Ok(()),
            Some(one) => {
                bail!("{agency}：来自 {} 的消息待人工处理 (parked): {}", one.from, one.cause)
            }
        }
    }

    /// The cases of a dispute at an agency.
    ///
    /// # Errors
    /// The node does not answer.
    pub async fn cases(&self, agency: Agency, dispute: &str) -> Result<Vec<common::CaseHead>> {
        let message = node::ListCasesRequest {
            dispute: dispute.to_owned(),
            ..node::ListCasesRequest::default()
        };
        let answer = send!(self, agency, NodeServiceClient, list_cases, message);
        Ok(answer.with_context(|| agency.to_string())?.cases)
    }

    /// Waits until a case of the dispute at an agency is as wanted.
    ///
    /// # Errors
    /// It is not in time; the error says what was there.
    pub async fn until_case(
        &self,
        agency: Agency,
        dispute: &str,
        what: &str,
        wanted: impl Fn(&common::CaseHead) -> bool,
    ) -> Result<common::CaseHead> {
        self.until(agency, dispute, what, |seen| {
            seen.cases.iter().find(|case| wanted(case)).cloned()
        })
        .await
    }

    /// Waits until something wanted is there of a dispute at an agency.
    ///
    /// # Errors
    /// It is not in time, or a message about the dispute is parked there; the error says what was there.
    pub async fn until<T>(
        &self,
        agency: Agency,
        dispute: &str,
        what: &str,
        wanted: impl Fn(&node::AwaitDisputeResponse) -> Option<T>,
    ) -> Result<T> {
        let end = tokio::time::Instant::now() + PATIENCE;
        let (mut seen, mut wait_ms) = (String::new(), 0);
        loop {
            let message = node::AwaitDisputeRequest {
                dispute: dispute.to_owned(),
                seen: seen.clone(),
                wait_ms,
            };
            let found = send!(self, agency, NodeServiceClient, await_dispute, message)
                .with_context(|| agency.to_string())?;
            if let Some(wanted) = wanted(&found) {
                return Ok(wanted);
            }
            if tokio::time::Instant::now() >= end {
                let states: Vec<_> =
                    found.cases.iter().map(|c| format!("{}:{}", c.procedure, c.state)).collect();
                let desk = status(&found.desk);
                bail!("{agency}：等待“{what}”超时，现为 {desk} {states:?} (waited in vain)")
            }
            if wait_ms > 0 && found.revision == seen {
                self.nothing_parked(agency, dispute).await?;
            }
            (seen, wait_ms) = (found.revision, LONG_LOOK_MS);
        }
    }

    /// A dispute's journal at an agency.
    ///
    /// # Errors
    /// The node does not answer.
    pub async fn journal(&self, agency: Agency, dispute: &str) -> Result<Vec<node::JournalEntry>> {
        let mut entries = Vec::new();
        let mut token = String::new();
        loop {
            let message = node::ListJournalRequest {
                dispute: dispute.to_owned(),
                page_size: 200,
                page_token: token,
            };
            let page = send!(self, agency, NodeServiceClient, list_journal, message)?;
            entries.extend(page.entries);
            if page.next_page_token.is_empty() {
                return Ok(entries);
            }
            token = page.next_page_token;
        }
    }

    /// What travelled with the offer that lies on the agency's desk.
    ///
    /// # Errors
    /// No offer comes.
    pub async fn offered(&self, agency: Agency, dispute: &str) -> Result<common::Brief> {
        let pending = |desk: &handoff::Desk| desk.brief.is_some();
        let desk = self.until_desk(agency, dispute, "移交到达", pending).await?;
        desk.brief.context("no brief")
    }

    /// Accepts the offer that lies on the agency's desk and waits until the agency holds the dispute.
    ///
    /// # Errors
    /// No offer comes, or it is refused.
    pub async fn accept(&self, agency: Agency, dispute: &str, number: &str) -> Result<()> {
        let pending = |desk: &handoff::Desk| !desk.pending_epoch.is_empty();
        let desk = self.until_desk(agency, dispute, "移交到达", pending).await?;
        let message = handoff::AcceptRequest {
            head: self.step(dispute),
            epoch: desk.pending_epoch,
            number: number.to_owned(),
        };
        let answer = send!(self, agency, HandoffServiceClient, accept, message);
        answer.with_context(|| format!("{agency} 受理移交"))?;
        self.until_desk(agency, dispute, "责任转移", |desk| desk.holds).await?;
        Ok(())
    }
}

fn status(desk: &Option<handoff::Desk>) -> String {
    desk.as_ref().map_or_else(|| "无记录".to_owned(), |desk| desk.status.clone())
}

/// A date on the wire.
pub fn day(date: Date) -> Option<common::Date> {
    Some(jiefen_ledger::wire::date_to(date))
}
