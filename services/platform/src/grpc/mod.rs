//! The gRPC server: limits, TLS, health, reflection, a span a request, and the form of a refusal.

mod body;
mod guard;

use std::time::Duration;

use futures::future::{Either, select};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tonic::service::Routes;
use tonic::transport::Server;
use tonic::transport::server::TcpIncoming;
use tonic::{Code, Status};
use tonic_health::ServingStatus;
use tonic_health::server::HealthReporter;
use tonic_types::{ErrorDetails, StatusExt as _};

pub use guard::{GuardLayer, Guarded};

use crate::config::GrpcConfig;
use crate::health::Readiness;
use crate::supervisor::Crashed;
use crate::tls::{self, TlsFault};

/// The domain of every `ErrorInfo`.
pub const DOMAIN: &str = "jiefen";
/// A peer that answers no ping for this long is gone; below the 60 s of common NAT tables.
const KEEPALIVE: Duration = Duration::from_secs(30);

/// Why the server does not serve.
#[derive(Debug, thiserror::Error)]
pub enum GrpcFault {
    /// TLS cannot be set up.
    #[error("无法启用TLS (cannot set up TLS)")]
    Tls(#[from] TlsFault),
    /// The transport failed.
    #[error("gRPC服务中断 (the gRPC server failed)")]
    Transport(#[from] tonic::transport::Error),
    /// The descriptors are not descriptors.
    #[error("服务描述无法识别 (the service descriptors cannot be read)")]
    Reflection(#[from] tonic_reflection::server::Error),
}

/// A refusal in the form of the house: canonical code, `ErrorInfo`, and the message in both
/// languages, Chinese first and again as `LocalizedMessage`.
pub fn status(code: Code, reason: &str, zh: &str, en: &str) -> Status {
    let mut details = ErrorDetails::with_error_info(reason, DOMAIN, []);
    details.set_localized_message("zh-CN", zh);
    Status::with_error_details(code, format!("{zh} ({en})"), details)
}

/// A crash is ours to explain in the log; the caller learns that the outcome is not known.
impl From<Crashed> for Status {
    fn from(crashed: Crashed) -> Status {
        let zh = "系统内部错误，结果不明，请以同一请求编号重试";
        let en = "internal error, outcome unknown; retry with the same request id";
        match crashed {
            Crashed::Panicked => status(Code::Internal, "CRASHED", zh, en),
            Crashed::CutOff => status(Code::Unavailable, "CUT_OFF", zh, en),
        }
    }
}

/// Adds reflection for these services when the configuration says so. The descriptors hold every
/// service of the system; only those served here are named.
pub fn with_reflection(
    routes: Routes,
    config: &GrpcConfig,
    descriptors: &[u8],
    services: &[&str],
) -> Result<Routes, GrpcFault> {
    if !config.reflection {
        return Ok(routes);
    }
    let mut builder = tonic_reflection::server::Builder::configure()
        .register_encoded_file_descriptor_set(descriptors);
    for service in services {
        builder = builder.with_service_name(*service);
    }
    Ok(routes.add_service(builder.build_v1()?))
}

/// Serves until the drain, reporting itself healthy until then.
pub async fn serve(
    listener: TcpListener,
    routes: Routes,
    config: &GrpcConfig,
    drain: CancellationToken,
) -> Result<(), GrpcFault> {
    serve_watching(listener, routes, config, &Readiness::new(), drain).await
}

/// Serves until the drain; gRPC health says what `readiness` says.
pub async fn serve_watching(
    listener: TcpListener,
    routes: Routes,
    config: &GrpcConfig,
    readiness: &Readiness,
    drain: CancellationToken,
) -> Result<(), GrpcFault> {
    let (reporter, health) = tonic_health::server::health_reporter();
    let mut server = Server::builder()
        .http2_keepalive_interval(Some(KEEPALIVE))
        .max_concurrent_streams(config.concurrency);
    if let Some(tls) = tls::server(config)? {
        server = server.tls_config(tls)?;
    }
    let serving = server
        .layer(GuardLayer::new(config))
        .add_routes(routes.add_service(health))
        .serve_with_incoming_shutdown(
            TcpIncoming::from(listener).with_nodelay(Some(true)),
            drain.clone().cancelled_owned(),
        );
    let reporting = Box::pin(report(reporter, readiness.clone(), drain));
    match select(Box::pin(serving), reporting).await {
        Either::Left((ended, _)) => Ok(ended?),
        Either::Right(((), serving)) => Ok(serving.await?),
    }
}

/// Passes readiness on to gRPC health; ends at the drain, having said that nothing is served.
async fn report(reporter: HealthReporter, readiness: Readiness, drain: CancellationToken) {
    let mut ready = readiness.watch();
    loop {
        let up = *ready.borrow_and_update() && !drain.is_cancelled();
        let status = if up { ServingStatus::Serving } else { ServingStatus::NotServing };
        reporter.set_service_status("", status).await;
        if drain.is_cancelled() {
            return;
        }
        tokio::select! {
            () = drain.cancelled() => {}
            _ = ready.changed() => {}
        }
    }
}

#[cfg(test)]
mod tests;
