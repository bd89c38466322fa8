//! The W3C trace context between processes: in metadata, in message headers, in outbox rows.

use http::HeaderMap;
use opentelemetry::propagation::{Extractor, Injector, TextMapPropagator as _};
use opentelemetry::trace::TraceContextExt as _;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use tonic::metadata::{AsciiMetadataValue, MetadataMap};
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt as _;

const TRACEPARENT: &str = "traceparent";

/// The trace context of the current span as a `traceparent`, to store with what will be sent later.
pub fn current_traceparent() -> Option<String> {
    let mut carrier = Carrier::default();
    TraceContextPropagator::new().inject_context(&Span::current().context(), &mut carrier);
    carrier.0
}

/// The trace id of the current span, 32 hexadecimal digits.
pub fn current_trace_id() -> Option<String> {
    let context = Span::current().context();
    let span = context.span();
    let known = span.span_context();
    known.is_valid().then(|| known.trace_id().to_string())
}

/// Makes a span continue the trace of a `traceparent`; nothing or nonsense leaves it a root.
pub fn set_parent(span: &Span, traceparent: Option<&str>) {
    let Some(text) = traceparent else { return };
    let carrier = Carrier(Some(text.to_owned()));
    let context = TraceContextPropagator::new().extract(&carrier);
    if !context.span().span_context().is_valid() {
        return;
    }
    if let Err(fault) = span.set_parent(context) {
        tracing::trace!(%fault, "no trace layer: the span stays a root");
    }
}

/// The `traceparent` of a gRPC request or response.
pub fn traceparent_from_metadata(metadata: &MetadataMap) -> Option<&str> {
    metadata.get(TRACEPARENT)?.to_str().ok()
}

/// The `traceparent` among HTTP headers.
pub fn traceparent_from_headers(headers: &HeaderMap) -> Option<&str> {
    headers.get(TRACEPARENT)?.to_str().ok()
}

/// Puts the current trace context into the metadata of a request.
pub fn inject(metadata: &mut MetadataMap) {
    let value = current_traceparent().and_then(|text| AsciiMetadataValue::try_from(text).ok());
    if let Some(value) = value {
        metadata.insert(TRACEPARENT, value);
    }
}

/// Carries one `traceparent`. `tracestate` is not passed on: no vendor's state crosses agencies.
#[derive(Default)]
struct Carrier(Option<String>);

impl Injector for Carrier {
    fn set(&mut self, key: &str, value: String) {
        if key == TRACEPARENT {
            self.0 = Some(value);
        }
    }
}

impl Extractor for Carrier {
    fn get(&self, key: &str) -> Option<&str> {
        self.0.as_deref().filter(|_| key == TRACEPARENT)
    }

    fn keys(&self) -> Vec<&str> {
        vec![TRACEPARENT]
    }
}
