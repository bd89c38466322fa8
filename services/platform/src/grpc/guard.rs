//! Around every request: how many at once, how long, how big, under which trace.

use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use futures::future::BoxFuture;
use http::{Request, Response};
use tokio::sync::Semaphore;
use tonic::body::Body;
use tonic::{Code, Status};
use tower::{Layer, Service};
use tracing::{Instrument as _, Span, field};

use super::body::Limited;
use crate::config::GrpcConfig;
use crate::telemetry::metrics::{Histogram, histogram};
use crate::telemetry::{current_trace_id, set_parent, traceparent_from_headers};

/// A busy process is not a dead one: these are answered even when it is full.
const HEALTH: &str = "/grpc.health.v1.Health/";
/// What the frames and heads of an upload add to its content: parts of 4 KiB and more.
const UPLOAD_FRAMES: usize = 256 * 1024;

/// Puts the guard around a server. One layer a server: its clones share the room.
#[derive(Clone, Debug)]
pub struct GuardLayer {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    room: Arc<Semaphore>,
    timeout: Duration,
    max_bytes: usize,
    upload_timeout: Duration,
    max_upload_bytes: usize,
    seconds: Histogram,
}

impl Shared {
    /// How long a request to this path may be and take: a method whose name begins with `Upload` takes in a
    /// paper in parts.
    fn limits(&self, path: &str) -> (usize, Duration) {
        let method = path.rsplit('/').next().unwrap_or_default();
        if method.starts_with("Upload") {
            (self.max_upload_bytes, self.upload_timeout)
        } else {
            (self.max_bytes, self.timeout)
        }
    }
}

impl GuardLayer {
    /// The guard with the limits of this configuration.
    pub fn new(config: &GrpcConfig) -> GuardLayer {
        let room = usize::try_from(config.concurrency).unwrap_or(Semaphore::MAX_PERMITS);
        GuardLayer {
            shared: Arc::new(Shared {
                room: Arc::new(Semaphore::new(room.min(Semaphore::MAX_PERMITS))),
                timeout: config.timeout(),
                max_bytes: config.max_message_bytes(),
                upload_timeout: config.upload_timeout(),
                max_upload_bytes: config.max_upload_bytes().saturating_add(UPLOAD_FRAMES),
                seconds: histogram("jiefen_rpc_seconds"),
            }),
        }
    }
}

impl<S> Layer<S> for GuardLayer {
    type Service = Guarded<S>;

    fn layer(&self, inner: S) -> Guarded<S> {
        Guarded { inner, shared: self.shared.clone() }
    }
}

/// A service with the guard around it.
#[derive(Clone, Debug)]
pub struct Guarded<S> {
    inner: S,
    shared: Arc<Shared>,
}

impl<S> Service<Request<Body>> for Guarded<S>
where
    S: Service<Request<Body>, Response = Response<Body>> + Clone + Send + 'static,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
{
    type Response = Response<Body>;
    type Error = S::Error;
    type Future = BoxFuture<'static, Result<Response<Body>, S::Error>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        // The ready service is the one to call; the clone has not been polled.
        let clone = self.inner.clone();
        let ready = std::mem::replace(&mut self.inner, clone);
        if request.uri().path().starts_with(HEALTH) {
            let mut ready = ready;
            return Box::pin(ready.call(request));
        }
        let span = span(&request);
        Box::pin(guarded(ready, self.shared.clone(), request).instrument(span))
    }
}

async fn guarded<S>(
    mut inner: S,
    shared: Arc<Shared>,
    request: Request<Body>,
) -> Result<Response<Body>, S::Error>
where
    S: Service<Request<Body>, Response = Response<Body>>,
{
    if let Some(id) = current_trace_id() {
        Span::current().record("trace_id", id);
    }
    let begun = Instant::now();
    let path = request.uri().path().to_owned();
    let answer = match shared.room.clone().try_acquire_owned() {
        Err(_) => overloaded().into_http(),
        Ok(_permit) => {
            let (max_bytes, timeout) = shared.limits(&path);
            let request = request.map(|body| Body::new(Limited::new(body, max_bytes)));
            match tokio::time::timeout(timeout, inner.call(request)).await {
                Ok(answer) => answer?,
                Err(_) => too_slow(timeout).into_http(),
            }
        }
    };
    let code = code(&answer);
    let span = Span::current();
    span.record("rpc.grpc.status_code", i32::from(code));
    if code == Code::Internal || code == Code::Unknown || code == Code::DataLoss {
        span.record("otel.status_code", "ERROR");
    }
    // Anybody can invent a path: those not served here share one label.
    let method = if code == Code::Unimplemented { "unknown" } else { &path };
    let labels = [("rpc_method", method), ("code", name(code))];
    shared.seconds.record(begun.elapsed().as_secs_f64(), &labels);
    tracing::debug!(code = name(code), "answered");
    Ok(answer)
}

/// Service and method only: requests hold personal data, so nothing of them is recorded.
fn span(request: &Request<Body>) -> Span {
    let path = request.uri().path().trim_start_matches('/');
    let (service, method) = path.split_once('/').unwrap_or(("", path));
    let span = tracing::info_span!(
        "rpc",
        otel.name = path,
        otel.kind = "server",
        otel.status_code = field::Empty,
        rpc.system = "grpc",
        rpc.service = service,
        rpc.method = method,
        rpc.grpc.status_code = field::Empty,
        trace_id = field::Empty,
    );
    set_parent(&span, traceparent_from_headers(request.headers()));
    span
}

/// An error stands in the headers; a good answer carries its status behind the body.
fn code(answer: &Response<Body>) -> Code {
    Status::from_header_map(answer.headers()).map_or(Code::Ok, |status| status.code())
}

fn overloaded() -> Status {
    super::status(
        Code::ResourceExhausted,
        "OVERLOADED",
        "系统繁忙，请稍后再试",
        "too many requests at once; try again shortly",
    )
}

fn too_slow(limit: Duration) -> Status {
    super::status(
        Code::DeadlineExceeded,
        "TIMEOUT",
        &format!("{}毫秒内未能办完，请以同一请求编号重试", limit.as_millis()),
        &format!("not done within {} ms; retry with the same request id", limit.as_millis()),
    )
}

const fn name(code: Code) -> &'static str {
    match code {
        Code::Ok => "OK",
        Code::Cancelled => "CANCELLED",
        Code::Unknown => "UNKNOWN",
        Code::InvalidArgument => "INVALID_ARGUMENT",
        Code::DeadlineExceeded => "DEADLINE_EXCEEDED",
        Code::NotFound => "NOT_FOUND",
        Code::AlreadyExists => "ALREADY_EXISTS",
        Code::PermissionDenied => "PERMISSION_DENIED",
        Code::ResourceExhausted => "RESOURCE_EXHAUSTED",
        Code::FailedPrecondition => "FAILED_PRECONDITION",
        Code::Aborted => "ABORTED",
        Code::OutOfRange => "OUT_OF_RANGE",
        Code::Unimplemented => "UNIMPLEMENTED",
        Code::Internal => "INTERNAL",
        Code::Unavailable => "UNAVAILABLE",
        Code::DataLoss => "DATA_LOSS",
        Code::Unauthenticated => "UNAUTHENTICATED",
    }
}
