//! The signals that ask a process to end.

/// Ends when the process is asked to stop: SIGTERM (Kubernetes, systemd) or SIGINT (a person at the
/// keyboard). A signal handler that cannot be installed never fires; the other one still does.
pub async fn terminate() {
    #[cfg(unix)]
    {
        use futures::future::{Either, select};
        use tokio::signal::unix::SignalKind;
        let term = Box::pin(wait(SignalKind::terminate()));
        let int = Box::pin(wait(SignalKind::interrupt()));
        let name = match select(term, int).await {
            Either::Left(_) => "SIGTERM",
            Either::Right(_) => "SIGINT",
        };
        tracing::info!(signal = name, "asked to stop");
    }
    #[cfg(not(unix))]
    if let Err(fault) = tokio::signal::ctrl_c().await {
        tracing::error!(%fault, "cannot listen for the signal to stop");
        std::future::pending::<()>().await;
    }
}

#[cfg(unix)]
async fn wait(kind: tokio::signal::unix::SignalKind) {
    match tokio::signal::unix::signal(kind) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(fault) => {
            tracing::error!(%fault, ?kind, "cannot listen for the signal to stop");
            std::future::pending::<()>().await;
        }
    }
}
