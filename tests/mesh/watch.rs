//! Traces, as a collector gets them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Result, ensure};
use jiefen_tests::eventually;
use opentelemetry_proto::tonic::collector::trace::v1::trace_service_server::{
    TraceService, TraceServiceServer,
};
use opentelemetry_proto::tonic::collector::trace::v1::{
    ExportTraceServiceRequest, ExportTraceServiceResponse,
};
use opentelemetry_proto::tonic::common::v1::any_value::Value;
use tokio::net::TcpListener;
use tokio_stream::wrappers::TcpListenerStream;
use tonic::{Request, Response, Status};

use crate::cases;
use crate::county::{County, Wishes};
use crate::driver::Driver;

/// Spans are sent in batches every few seconds.
const SENT: Duration = Duration::from_secs(60);

/// Where each trace was: the agencies of its spans, and everything that was sent, as text.
#[derive(Debug, Default)]
struct Seen {
    traces: BTreeMap<Vec<u8>, BTreeSet<String>>,
    text: String,
}

#[derive(Debug, Clone, Default)]
struct Collector(Arc<Mutex<Seen>>);

impl Collector {
    fn look<T>(&self, look: impl FnOnce(&mut Seen) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[tonic::async_trait]
impl TraceService for Collector {
    async fn export(
        &self,
        request: Request<ExportTraceServiceRequest>,
    ) -> Result<Response<ExportTraceServiceResponse>, Status> {
        let request = request.into_inner();
        self.look(|seen| {
            seen.text.push_str(&format!("{request:?}\n"));
            for resource in &request.resource_spans {
                let attributes = resource.resource.iter().flat_map(|one| &one.attributes);
                let mut agency = String::new();
                for pair in attributes.filter(|pair| pair.key == "jiefen.agency") {
                    let value = pair.value.as_ref().and_then(|value| value.value.as_ref());
                    if let Some(Value::StringValue(text)) = value {
                        agency.clone_from(text);
                    }
                }
                for span in resource.scope_spans.iter().flat_map(|scope| &scope.spans) {
                    let places = seen.traces.entry(span.trace_id.clone()).or_default();
                    places.insert(agency.clone());
                }
            }
        });
        Ok(Response::new(ExportTraceServiceResponse::default()))
    }
}

#[tokio::test]
async fn one_trace_runs_from_the_counter_into_the_other_agency() -> Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let set = vec![format!("telemetry.otlp_endpoint=http://{}", listener.local_addr()?)];
    let collector = Collector::default();
    let server = tonic::transport::Server::builder()
        .add_service(TraceServiceServer::new(collector.clone()))
        .serve_with_incoming(TcpListenerStream::new(listener));
    let played = async {
        let disputes = cases::some(1)?;
        let county = County::start(Wishes { disputes, set, ..Wishes::default() }).await?;
        let ended = Driver::start(&county)?.finish().await?;
        assert_eq!(cases::astray(&county.disputes, &ended), [""; 0]);
        let (counter, committee) = ("640122101.centre", "640122101211.village_mediation");
        eventually("a trace through both agencies", SENT, || async {
            collector.look(|seen| {
                let both = |places: &&BTreeSet<String>| {
                    places.contains(counter) && places.contains(committee)
                };
                ensure!(seen.traces.values().find(both).is_some(), "{:?}", seen.traces);
                Ok(())
            })
        })
        .await?;
        for secret in cases::secrets(&county.disputes) {
            let told = collector.look(|seen| seen.text.contains(&secret));
            assert!(!told, "a trace says {secret}");
        }
        county.done();
        anyhow::Ok(())
    };
    tokio::select! {
        played = played => played,
        ended = server => Ok(ended?),
    }
}
