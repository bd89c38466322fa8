//! One process with all of it: telemetry to a collector, gRPC, health, supervisor, drain.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiefen_platform::config::{GrpcConfig, TelemetryConfig};
use jiefen_platform::health::Readiness;
use jiefen_platform::supervisor::Supervisor;
use jiefen_platform::{BoxError, grpc, health, telemetry};
use opentelemetry_proto::tonic::collector::metrics::v1::metrics_service_server::{
    MetricsService, MetricsServiceServer,
};
use opentelemetry_proto::tonic::collector::metrics::v1::{
    ExportMetricsServiceRequest, ExportMetricsServiceResponse,
};
use opentelemetry_proto::tonic::collector::trace::v1::trace_service_server::{
    TraceService, TraceServiceServer,
};
use opentelemetry_proto::tonic::collector::trace::v1::{
    ExportTraceServiceRequest, ExportTraceServiceResponse,
};
use opentelemetry_proto::tonic::trace::v1::Span;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tonic::service::Routes;
use tonic::transport::server::TcpIncoming;
use tonic::{Request, Response, Status};
use tonic_reflection::pb::v1::ServerReflectionRequest;
use tonic_reflection::pb::v1::server_reflection_client::ServerReflectionClient;
use tonic_reflection::pb::v1::server_reflection_request::MessageRequest;

const PARENT: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

/// A collector that keeps the spans and the names of the metrics.
#[derive(Clone, Default)]
struct Collector {
    spans: Arc<Mutex<Vec<Span>>>,
    metrics: Arc<Mutex<Vec<String>>>,
}

impl Collector {
    /// Serves on a port of its own, without our guard: what it does is not to be traced.
    async fn start(&self, end: CancellationToken) -> (String, tokio::task::JoinHandle<()>) {
        let (listener, address) = listen().await;
        let server = tonic::transport::Server::builder()
            .add_service(TraceServiceServer::new(self.clone()))
            .add_service(MetricsServiceServer::new(self.clone()))
            .serve_with_incoming_shutdown(TcpIncoming::from(listener), end.cancelled_owned());
        (address, tokio::spawn(async move { server.await.unwrap() }))
    }
}

#[tonic::async_trait]
impl MetricsService for Collector {
    async fn export(
        &self,
        request: Request<ExportMetricsServiceRequest>,
    ) -> Result<Response<ExportMetricsServiceResponse>, Status> {
        let all = request.into_inner().resource_metrics.into_iter();
        let names = all.flat_map(|part| part.scope_metrics).flat_map(|scope| scope.metrics);
        self.metrics.lock().unwrap().extend(names.map(|metric| metric.name));
        Ok(Response::new(ExportMetricsServiceResponse::default()))
    }
}

#[tonic::async_trait]
impl TraceService for Collector {
    async fn export(
        &self,
        request: Request<ExportTraceServiceRequest>,
    ) -> Result<Response<ExportTraceServiceResponse>, Status> {
        let all = request.into_inner().resource_spans.into_iter();
        let spans = all.flat_map(|part| part.scope_spans).flat_map(|scope| scope.spans);
        self.spans.lock().unwrap().extend(spans);
        Ok(Response::new(ExportTraceServiceResponse::default()))
    }
}

async fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    (listener, address)
}

/// One call that is not about health, continuing a trace from elsewhere.
async fn call(address: &str) {
    let channel = tonic::transport::Endpoint::from_shared(format!("http://{address}")).unwrap();
    let mut client = ServerReflectionClient::new(channel.connect().await.unwrap());
    let ask = ServerReflectionRequest {
        message_request: Some(MessageRequest::ListServices(String::new())),
        ..ServerReflectionRequest::default()
    };
    let mut request = Request::new(futures::stream::iter([ask]));
    request.metadata_mut().insert("traceparent", PARENT.parse().unwrap());
    client.server_reflection_info(request).await.unwrap();
}

async fn page(address: &str, path: &str) -> String {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let ask = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
    stream.write_all(ask.as_bytes()).await.unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).await.unwrap();
    text
}

/// The tasks of a small process and the addresses of its two ports.
async fn process() -> (Supervisor, String, String) {
    let readiness = Readiness::new();
    let (grpc_listener, grpc_address) = listen().await;
    let (http_listener, http_address) = listen().await;
    let served = GrpcConfig { reflection: true, ..GrpcConfig::default() };
    let descriptors = tonic_health::pb::FILE_DESCRIPTOR_SET;
    let routes = grpc::with_reflection(Routes::default(), &served, descriptors, &[]).unwrap();
    let mut supervisor = Supervisor::new();
    let (drain, watched) = (supervisor.drain(), readiness.clone());
    supervisor.spawn("grpc", async move {
        grpc::serve_watching(grpc_listener, routes, &served, &watched, drain)
            .await
            .map_err(BoxError::from)
    });
    let drain = supervisor.drain();
    supervisor.spawn("http", async move {
        health::serve(http_listener, readiness, drain).await.map_err(BoxError::from)
    });
    (supervisor, grpc_address, http_address)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_serves_is_seen_and_ends_in_order() {
    let collector = Collector::default();
    let sink_end = CancellationToken::new();
    let (sink_address, sink_task) = collector.start(sink_end.clone()).await;

    let config = TelemetryConfig {
        otlp_endpoint: Some(format!("http://{sink_address}")),
        log_level: "warn".to_owned(),
        ..TelemetryConfig::default()
    };
    let guard = telemetry::init(&config, "court", "640122.court").unwrap();
    assert!(telemetry::init(&config, "court", "640122.court").is_err(), "once a process");
    let cases = telemetry::metrics::counter("jiefen_cases");
    cases.add(2, &[("kind", "labour")]);

    let (supervisor, grpc_address, http_address) = process().await;
    let stop = CancellationToken::new();
    let run = tokio::spawn(supervisor.run(stop.clone().cancelled_owned(), Duration::from_secs(10)));

    call(&grpc_address).await;
    assert!(page(&http_address, "/readyz").await.starts_with("HTTP/1.1 200"));
    let figures = page(&http_address, "/metrics").await;
    assert!(figures.contains("jiefen_cases_total{kind=\"labour\""), "{figures}");
    assert!(figures.contains("jiefen_rpc_seconds_bucket"), "{figures}");

    stop.cancel();
    run.await.unwrap().unwrap();
    guard.shutdown().await;
    let spans = collector.spans.lock().unwrap().clone();
    let named: Vec<&str> = spans.iter().map(|span| span.name.as_str()).collect();
    let method = "grpc.reflection.v1.ServerReflection/ServerReflectionInfo";
    let ours = spans.iter().find(|span| span.name == method).expect("the span of the call");
    assert_eq!(hex(&ours.trace_id), "4bf92f3577b34da6a3ce929d0e0e4736");
    assert_eq!(hex(&ours.parent_span_id), "00f067aa0ba902b7");
    assert!(
        named.iter().all(|name| !name.contains("collector")),
        "the exporter traced itself: {named:?}"
    );
    let metrics = collector.metrics.lock().unwrap().clone();
    assert!(metrics.contains(&"jiefen_cases".to_owned()), "{metrics:?}");
    sink_end.cancel();
    sink_task.await.unwrap();
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
