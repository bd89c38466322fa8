//! Metrics: one pipeline with two ways out, the Prometheus page and the OTLP collector.
//!
//! Make instruments after `telemetry::init` and keep them: making one looks it up.

use std::sync::OnceLock;
use std::time::Duration;

use opentelemetry::metrics::Meter;
use opentelemetry::{KeyValue, global};
use opentelemetry_otlp::WithExportConfig as _;
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::metrics::{PeriodicReader, SdkMeterProvider};
use prometheus::{Registry, TextEncoder};

use super::{TelemetryFault, collector};

/// The registry behind `/metrics`: one a process, because the meter provider is one a process.
static REGISTRY: OnceLock<Registry> = OnceLock::new();

/// How often the collector gets the figures.
const PUSH_EVERY: Duration = Duration::from_secs(15);

/// From 1 ms to 30 s, denser where requests live (p50 5 ms, limit 15 s).
const SECONDS: [f64; 14] =
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 30.0];

/// A label: a fixed name and one of few values, never a person or a dispute.
pub type Label<'a> = (&'static str, &'a str);

/// A number that only grows.
#[derive(Clone, Debug)]
pub struct Counter(opentelemetry::metrics::Counter<u64>);

impl Counter {
    /// Adds to it.
    pub fn add(&self, count: u64, labels: &[Label<'_>]) {
        self.0.add(count, &pairs(labels));
    }
}

/// A distribution, of seconds unless its name says otherwise.
#[derive(Clone, Debug)]
pub struct Histogram(opentelemetry::metrics::Histogram<f64>);

impl Histogram {
    /// Records one value.
    pub fn record(&self, value: f64, labels: &[Label<'_>]) {
        self.0.record(value, &pairs(labels));
    }
}

/// A number that goes up and down.
#[derive(Clone, Debug)]
pub struct Gauge(opentelemetry::metrics::Gauge<i64>);

impl Gauge {
    /// Sets it.
    pub fn set(&self, value: i64, labels: &[Label<'_>]) {
        self.0.record(value, &pairs(labels));
    }
}

/// The counter of this name; on the page it ends in `_total`.
pub fn counter(name: &'static str) -> Counter {
    Counter(meter().u64_counter(name).build())
}

/// The histogram of this name.
pub fn histogram(name: &'static str) -> Histogram {
    Histogram(meter().f64_histogram(name).with_boundaries(SECONDS.to_vec()).build())
}

/// The gauge of this name.
pub fn gauge(name: &'static str) -> Gauge {
    Gauge(meter().i64_gauge(name).build())
}

/// Every figure in the Prometheus text format; before `telemetry::init` an empty page.
pub fn text() -> String {
    let families = REGISTRY.get().map(Registry::gather).unwrap_or_default();
    TextEncoder::new().encode_to_string(&families).unwrap_or_else(|fault| {
        tracing::error!(%fault, "the figures cannot be written as text");
        String::new()
    })
}

/// The meter provider of the process with its readers.
pub(super) fn provider(
    endpoint: Option<&str>,
    resource: Resource,
) -> Result<SdkMeterProvider, TelemetryFault> {
    let registry = REGISTRY.get_or_init(Registry::new).clone();
    let page = opentelemetry_prometheus::exporter()
        .with_registry(registry)
        .build()
        .map_err(|fault| TelemetryFault::Metrics(fault.into()))?;
    let mut builder = SdkMeterProvider::builder().with_resource(resource).with_reader(page);
    if let Some(endpoint) = endpoint {
        let exporter = opentelemetry_otlp::MetricExporter::builder()
            .with_tonic()
            .with_endpoint(endpoint)
            .build()
            .map_err(|fault| collector(endpoint, fault))?;
        let push = PeriodicReader::builder(exporter).with_interval(PUSH_EVERY).build();
        builder = builder.with_reader(push);
    }
    Ok(builder.build())
}

fn meter() -> Meter {
    global::meter("jiefen")
}

fn pairs(labels: &[Label<'_>]) -> Vec<KeyValue> {
    labels.iter().map(|(name, value)| KeyValue::new(*name, (*value).to_owned())).collect()
}
