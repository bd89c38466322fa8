//! Logs, traces and metrics: one start, one end, and the trace context between processes.

pub mod metrics;
mod trace;

use std::io;

use opentelemetry::trace::TracerProvider as _;
use opentelemetry::{KeyValue, global};
use opentelemetry_otlp::WithExportConfig as _;
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::metrics::SdkMeterProvider;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use opentelemetry_sdk::trace::{Sampler, SdkTracerProvider};
use tracing::Subscriber;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;

pub use trace::{
    current_trace_id, current_traceparent, inject, set_parent, traceparent_from_headers,
    traceparent_from_metadata,
};

use crate::BoxError;
use crate::config::{LogFormat, TelemetryConfig};

/// What must never be traced: the exporter's own calls would trace themselves for ever, and the
/// database layer would put statements into traces.
const NEVER_TRACED: [&str; 10] = [
    "h2",
    "hyper",
    "hyper_util",
    "tonic",
    "tower",
    "opentelemetry",
    "opentelemetry_sdk",
    "opentelemetry_otlp",
    "sqlx",
    "sea_orm",
];

/// Why telemetry cannot start.
#[derive(Debug, thiserror::Error)]
pub enum TelemetryFault {
    /// The log level is not understood.
    #[error(
        "日志级别 telemetry.log_level「{given}」中的「{part}」无法识别，应为级别（error、warn、info、debug、trace、off）或 模块=级别，如 info,sqlx=warn (log level not understood)"
    )]
    LogLevel {
        /// As given.
        given: String,
        /// The part that is neither a level nor a module with one.
        part: String,
    },
    /// The exporter cannot be built.
    #[error("无法连接遥测采集器 telemetry.otlp_endpoint「{endpoint}」 (cannot use the collector)")]
    Collector {
        /// The address.
        endpoint: String,
        /// Why.
        #[source]
        source: BoxError,
    },
    /// The metrics pipeline cannot be built.
    #[error("无法建立指标管道 (cannot build the metrics pipeline)")]
    Metrics(#[source] BoxError),
    /// It was started before.
    #[error("遥测已经启动 (telemetry was started before)")]
    Started(#[source] BoxError),
}

/// Keeps telemetry running; `shutdown` sends what is left.
#[derive(Debug)]
pub struct Guard {
    tracer: SdkTracerProvider,
    meter: SdkMeterProvider,
}

impl Guard {
    /// Sends what is left and ends. Blocking work, so it runs on its own thread.
    pub async fn shutdown(self) {
        let end =
            tokio::task::spawn_blocking(move || (self.tracer.shutdown(), self.meter.shutdown()));
        match end.await {
            Ok((Ok(()), Ok(()))) => {}
            Ok((tracer, meter)) => {
                let faults = [tracer.err(), meter.err()];
                tracing::warn!(?faults, "some telemetry could not be sent");
            }
            Err(fault) => tracing::warn!(%fault, "telemetry did not end in order"),
        }
    }
}

/// Starts logs, traces and metrics for this process. Once a process; within the runtime.
pub fn init(
    config: &TelemetryConfig,
    service: &str,
    agency: &str,
) -> Result<Guard, TelemetryFault> {
    global::set_text_map_propagator(TraceContextPropagator::new());
    let resource = resource(config, service, agency);
    let tracer = tracer_provider(config, resource.clone())?;
    let meter = metrics::provider(config.otlp_endpoint.as_deref(), resource)?;
    let spans =
        tracing_opentelemetry::layer().with_tracer(tracer.tracer("jiefen")).with_filter(traced());
    tracing_subscriber::registry()
        .with(log_layer(config, io::stderr)?)
        .with(spans)
        .try_init()
        .map_err(|fault| TelemetryFault::Started(fault.into()))?;
    panics_say_where_not_what();
    global::set_tracer_provider(tracer.clone());
    global::set_meter_provider(meter.clone());
    Ok(Guard { tracer, meter })
}

/// What becomes a span: everything but the exporter and the database layer, whose names begin so.
fn traced() -> Targets {
    let never = NEVER_TRACED.map(|target| (target, LevelFilter::OFF));
    Targets::new().with_default(LevelFilter::INFO).with_targets(never)
}

/// `info`, or a level and others for some modules: `info,sqlx=warn`.
fn levels(given: &str) -> Result<Targets, TelemetryFault> {
    let mut filter = Targets::new();
    for part in given.split(',').map(str::trim) {
        let fault = || TelemetryFault::LogLevel { given: given.to_owned(), part: part.to_owned() };
        let (target, level) = part.split_once('=').unwrap_or(("", part));
        let target = target.trim();
        // The library takes an empty level for `error`.
        let named = !level.trim().is_empty() && (!part.contains('=') || !target.is_empty());
        let level: Option<LevelFilter> = level.trim().parse().ok().filter(|_| named);
        let level = level.ok_or_else(fault)?;
        filter = match target {
            "" => filter.with_default(level),
            target => filter.with_target(target, level),
        };
    }
    Ok(filter)
}

/// The log lines: JSON for machines or text for people, without colours in either.
pub(crate) fn log_layer<S, W>(
    config: &TelemetryConfig,
    writer: W,
) -> Result<Box<dyn Layer<S> + Send + Sync>, TelemetryFault>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let filter = levels(&config.log_level)?;
    let lines = tracing_subscriber::fmt::layer().with_writer(writer).with_ansi(false);
    Ok(match config.log_format {
        LogFormat::Json => lines
            .json()
            .flatten_event(true)
            .with_current_span(true)
            .with_span_list(false)
            .with_filter(filter)
            .boxed(),
        LogFormat::Text => lines.with_filter(filter).boxed(),
    })
}

/// The words of a panic may hold anything, so the log has only its place.
fn panics_say_where_not_what() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string);
        tracing::error!(place, "internal error: a task panicked");
    }));
}

fn resource(config: &TelemetryConfig, service: &str, agency: &str) -> Resource {
    Resource::builder()
        .with_service_name(service.to_owned())
        .with_attribute(KeyValue::new("service.namespace", config.service_namespace.clone()))
        .with_attribute(KeyValue::new("jiefen.agency", agency.to_owned()))
        .build()
}

/// Without a collector nothing is recorded, but every request still has a trace id that travels on.
fn tracer_provider(
    config: &TelemetryConfig,
    resource: Resource,
) -> Result<SdkTracerProvider, TelemetryFault> {
    let builder = SdkTracerProvider::builder().with_resource(resource);
    let Some(endpoint) = &config.otlp_endpoint else {
        let nothing = Sampler::ParentBased(Box::new(Sampler::AlwaysOff));
        return Ok(builder.with_sampler(nothing).build());
    };
    let exporter = opentelemetry_otlp::SpanExporter::builder()
        .with_tonic()
        .with_endpoint(endpoint)
        .build()
        .map_err(|fault| collector(endpoint, fault))?;
    Ok(builder
        .with_sampler(Sampler::ParentBased(Box::new(Sampler::AlwaysOn)))
        .with_batch_exporter(exporter)
        .build())
}

fn collector(endpoint: &str, fault: impl Into<BoxError>) -> TelemetryFault {
    TelemetryFault::Collector { endpoint: endpoint.to_owned(), source: fault.into() }
}

#[cfg(test)]
mod tests;
