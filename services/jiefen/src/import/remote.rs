//! The counter's node: it checks rows and takes them in, a part at a time.

use std::time::Duration;

use anyhow::{Context as _, anyhow};
use futures::StreamExt as _;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiefen_import::Entry;
use jiefen_ledger::{digest, hex};
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use prost::Message as _;
use tonic::Code;
use tonic::metadata::{Ascii, MetadataValue};
use tonic::transport::Channel;

use super::{Outcomes, rows};
use crate::Failure;

/// How many parts are under way at once: one is written while the next is read.
const AT_ONCE: usize = 2;
/// How often a part is sent again to a counter that is busy or starting, and how long it is left alone before.
const AGAIN: u32 = 6;
const PAUSE: Duration = Duration::from_millis(500);

/// What the counter said of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It can be imported.
    Valid,
    /// It is a dispute now; its receipt.
    Imported(String),
    /// It was one before; its receipt.
    Already(String),
    /// What is wrong with it.
    Wrong(Vec<pb::RowFault>),
}

impl Outcome {
    /// True for a row that has just become a dispute.
    pub fn is_new(&self) -> bool {
        match self {
            Outcome::Imported(_) => true,
            Outcome::Valid | Outcome::Already(_) | Outcome::Wrong(_) => false,
        }
    }
}

/// A line to a counter's node.
#[derive(Clone)]
pub struct Counter {
    client: IntakeServiceClient<Channel>,
    token: MetadataValue<Ascii>,
}

impl Counter {
    /// Opens a line.
    ///
    /// # Errors
    /// The node cannot be reached.
    pub async fn open(grpc: &str, token: MetadataValue<Ascii>) -> Result<Counter, Failure> {
        let client = IntakeServiceClient::connect(grpc.to_owned())
            .await
            .with_context(|| format!("连接 {grpc} (connecting to the node)"))
            .map_err(Failure::Unavailable)?;
        Ok(Counter { client, token })
    }

    /// Lets the counter check all rows; nothing is written.
    ///
    /// # Errors
    /// The counter refuses the whole, or cannot be reached.
    pub async fn check(&self, file: &str, entries: &[&Entry]) -> Result<Outcomes, Failure> {
        let (outcomes, cut) = self.each(file, entries, true).await;
        cut.map_or(Ok(outcomes), Err)
    }

    /// Sends the rows. What was taken in before a cut stays; the next run carries on.
    pub async fn import(&self, file: &str, entries: &[&Entry]) -> (Outcomes, Option<Failure>) {
        self.each(file, entries, false).await
    }

    async fn each(
        &self,
        file: &str,
        entries: &[&Entry],
        only_check: bool,
    ) -> (Outcomes, Option<Failure>) {
        let bar = bar(entries.len(), if only_check { "核对" } else { "导入" });
        let parts = rows::parts(entries);
        let sent = parts.map(|part| self.clone().send(file.to_owned(), part, only_check));
        let mut answers = futures::stream::iter(sent).buffered(AT_ONCE);
        let (mut outcomes, mut cut) = (Outcomes::new(), None);
        while let Some(answer) = answers.next().await {
            match answer {
                Ok(rows) => {
                    bar.inc(rows.len() as u64);
                    outcomes.extend(rows.into_iter().map(outcome));
                }
                Err(failure) => {
                    cut = Some(failure);
                    break;
                }
            }
        }
        bar.finish_and_clear();
        (outcomes, cut)
    }

    /// Sends one part, again while the counter is busy: what it has taken in it only answers again.
    async fn send(
        mut self,
        file: String,
        rows: Vec<pb::LedgerRow>,
        validate_only: bool,
    ) -> Result<Vec<pb::ImportedRow>, Failure> {
        let mut message = pb::ImportDisputesRequest { head: None, file, rows };
        // The same rows have the same name: a repetition is known for what it is.
        let request_id = format!("import-{}", hex(&digest(&message.encode_to_vec())));
        message.head = Some(CommandHead { request_id, validate_only, ..CommandHead::default() });
        let mut tries = 0;
        loop {
            let mut request = tonic::Request::new(message.clone());
            request.metadata_mut().insert("authorization", self.token.clone());
            let status = match self.client.import_disputes(request).await {
                Ok(answer) => return Ok(answer.into_inner().rows),
                Err(status) => status,
            };
            tries += 1;
            if !is_passing(status.code()) {
                return Err(Failure::Failed(anyhow!("{}", status.message())));
            }
            if tries == AGAIN {
                return Err(Failure::Unavailable(anyhow!(
                    "{}；请稍后重新运行同一命令，从中断处继续 (run it again: it carries on)",
                    status.message()
                )));
            }
            tokio::time::sleep(PAUSE * tries).await;
        }
    }
}

/// True for what passes by itself.
fn is_passing(code: Code) -> bool {
    matches!(
        code,
        Code::Unavailable
            | Code::ResourceExhausted
            | Code::DeadlineExceeded
            | Code::Aborted
            | Code::Internal
            | Code::Unknown
            | Code::Cancelled
    )
}

fn outcome(row: pb::ImportedRow) -> (u32, Outcome) {
    let outcome = match row.outcome.as_str() {
        "imported" => Outcome::Imported(row.receipt),
        "already" => Outcome::Already(row.receipt),
        "wrong" => Outcome::Wrong(row.faults),
        _ => Outcome::Valid,
    };
    (row.row, outcome)
}

fn bar(length: usize, doing: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(length as u64);
    bar.set_draw_target(ProgressDrawTarget::stderr());
    let form = "{msg} [{bar:40}] {pos}/{len} {elapsed} 还需{eta}";
    if let Ok(style) = ProgressStyle::with_template(form) {
        bar.set_style(style);
    }
    bar.set_message(doing);
    bar
}
