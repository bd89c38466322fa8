//! Health and figures on the plaintext port: `/livez`, `/readyz`, `/metrics`.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use http::{StatusCode, header};
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::telemetry::metrics;

/// The Prometheus text format, version 0.0.4.
const METRICS_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// How one thing that the process depends on is doing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Condition {
    /// It works.
    Up,
    /// It does not, and why; no personal data, no secrets.
    Down {
        /// Why.
        why: String,
    },
}

/// What `/readyz` answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Whether requests should come here.
    pub ready: bool,
    /// Whether the process is ending.
    pub draining: bool,
    /// Each dependency.
    pub components: BTreeMap<String, Condition>,
}

/// Where the parts of the process report how they are. Cloning it shares it.
#[derive(Clone, Debug)]
pub struct Readiness {
    state: Arc<Mutex<Report>>,
    ready: Arc<watch::Sender<bool>>,
}

impl Readiness {
    /// A process that depends on nothing yet, hence is ready.
    pub fn new() -> Readiness {
        let report = Report { ready: true, draining: false, components: BTreeMap::new() };
        Readiness { state: Arc::new(Mutex::new(report)), ready: Arc::new(watch::Sender::new(true)) }
    }

    /// Names a dependency. Until it reports it is down: an unknown state is not a good one.
    pub fn component(&self, name: &str) -> Component {
        let component = Component { name: name.to_owned(), readiness: self.clone() };
        component.down("尚未就绪 (starting)");
        component
    }

    /// The process is ending: no more requests, please.
    pub fn drain(&self) {
        self.change(|report| report.draining = true);
    }

    /// Everything as it stands.
    pub fn report(&self) -> Report {
        self.lock().clone()
    }

    /// Whether requests should come here.
    pub fn is_ready(&self) -> bool {
        *self.ready.borrow()
    }

    /// Whether requests should come here, as it changes.
    pub fn watch(&self) -> watch::Receiver<bool> {
        self.ready.subscribe()
    }

    fn change(&self, change: impl FnOnce(&mut Report)) {
        let mut report = self.lock();
        change(&mut report);
        let up = report.components.values().all(|condition| *condition == Condition::Up);
        report.ready = up && !report.draining;
        let now = report.ready;
        self.ready.send_if_modified(|ready| std::mem::replace(ready, now) != now);
    }

    fn lock(&self) -> MutexGuard<'_, Report> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Readiness {
    fn default() -> Readiness {
        Readiness::new()
    }
}

/// The voice of one dependency.
#[derive(Clone, Debug)]
pub struct Component {
    name: String,
    readiness: Readiness,
}

impl Component {
    /// It works.
    pub fn up(&self) {
        self.set(Condition::Up);
    }

    /// It does not work.
    pub fn down(&self, why: impl Into<String>) {
        self.set(Condition::Down { why: why.into() });
    }

    fn set(&self, condition: Condition) {
        self.readiness.change(|report| {
            let before = report.components.insert(self.name.clone(), condition.clone());
            if before.as_ref() != Some(&condition) {
                tracing::info!(component = %self.name, ?condition, "condition changed");
            }
        });
    }
}

/// Serves the plaintext port until the process has drained.
pub async fn serve(
    listener: TcpListener,
    readiness: Readiness,
    drain: CancellationToken,
) -> std::io::Result<()> {
    let on_drain = {
        let readiness = readiness.clone();
        async move {
            drain.cancelled_owned().await;
            readiness.drain();
        }
    };
    axum::serve(listener, router(readiness)).with_graceful_shutdown(on_drain).await
}

/// The routes, for a process that has its own HTTP server.
pub fn router(readiness: Readiness) -> Router {
    Router::new()
        .route("/livez", get(|| async { "ok\n" }))
        .route("/readyz", get(readyz))
        .route(
            "/metrics",
            get(|| async { ([(header::CONTENT_TYPE, METRICS_TYPE)], metrics::text()) }),
        )
        .with_state(readiness)
}

async fn readyz(State(readiness): State<Readiness>) -> Response {
    let report = readiness.report();
    let status = if report.ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(report)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::to_bytes;
    use tower::ServiceExt as _;

    async fn ask(readiness: &Readiness, path: &str) -> (StatusCode, String) {
        let request = http::Request::get(path).body(axum::body::Body::empty()).unwrap();
        let answer = router(readiness.clone()).oneshot(request).await.unwrap();
        let status = answer.status();
        let body = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn the_process_is_ready_when_all_it_depends_on_is_up() {
        let readiness = Readiness::new();
        let (bus, database) = (readiness.component("bus"), readiness.component("database"));
        assert!(!readiness.is_ready(), "a dependency that never reported is not up");
        bus.up();
        database.up();
        assert!(readiness.is_ready());
        bus.down("连接中断");
        let (status, body) = ask(&readiness, "/readyz").await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        let body: serde_json::Value = serde_json::from_str(&body).unwrap();
        assert_eq!(body["ready"], false);
        assert_eq!(body["components"]["bus"]["why"], "连接中断");
        assert_eq!(body["components"]["database"]["state"], "up");
        bus.up();
        assert_eq!(ask(&readiness, "/readyz").await.0, StatusCode::OK);
    }

    #[tokio::test]
    async fn a_process_that_ends_is_alive_and_not_ready() {
        let readiness = Readiness::new();
        let watch = readiness.watch();
        readiness.drain();
        assert_eq!(ask(&readiness, "/livez").await, (StatusCode::OK, "ok\n".to_owned()));
        assert_eq!(ask(&readiness, "/readyz").await.0, StatusCode::SERVICE_UNAVAILABLE);
        assert!(!*watch.borrow());
    }

    #[tokio::test]
    async fn the_figures_have_a_page() {
        assert_eq!(ask(&Readiness::new(), "/metrics").await.0, StatusCode::OK);
    }

    #[tokio::test]
    async fn the_server_ends_at_the_drain() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (readiness, drain) = (Readiness::new(), CancellationToken::new());
        let server = tokio::spawn(serve(listener, readiness.clone(), drain.clone()));
        drain.cancel();
        server.await.unwrap().unwrap();
        assert!(readiness.report().draining);
    }
}
