//! Every task has a name and a consequence: when one ends early, the process drains and exits
//! naming it. A service that answers while its relay is dead is lying.

use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::process::ExitCode;
use std::time::Duration;

use futures::future::{Either, select};
use tokio::task::{Id, JoinError, JoinSet};
use tokio_util::sync::CancellationToken;
use tracing::Instrument as _;

use crate::BoxError;

/// Why the process did not end in order.
#[derive(Debug, thiserror::Error)]
pub enum Fallen {
    /// A task gave up.
    #[error("任务 {name} 出错终止 (task {name} failed)")]
    Failed {
        /// The task.
        name: String,
        /// Why.
        #[source]
        source: BoxError,
    },
    /// A task ended although nobody asked it to.
    #[error("任务 {name} 提前结束 (task {name} ended before it was asked to)")]
    EndedEarly {
        /// The task.
        name: String,
    },
    /// A task panicked.
    #[error("任务 {name} 崩溃 (task {name} crashed)")]
    Crashed {
        /// The task.
        name: String,
        /// How.
        #[source]
        source: Crashed,
    },
    /// Tasks did not end in the time given for the drain.
    #[error("停机限时内未能结束的任务：{} (tasks still running when the grace period was over)", names.join("、"))]
    Overtime {
        /// The tasks.
        names: Vec<String>,
    },
}

impl Fallen {
    /// The task that fell, or the tasks that did not end.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Fallen::Failed { name, .. }
            | Fallen::EndedEarly { name }
            | Fallen::Crashed { name, .. } => vec![name],
            Fallen::Overtime { names } => names.iter().map(String::as_str).collect(),
        }
    }
}

/// The exit code of a run: 0 in order, 1 otherwise.
pub fn exit_code(run: &Result<(), Fallen>) -> ExitCode {
    if run.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The long-lived tasks of a process.
#[derive(Debug, Default)]
pub struct Supervisor {
    tasks: JoinSet<Result<(), BoxError>>,
    names: BTreeMap<Id, String>,
    drain: CancellationToken,
}

impl Supervisor {
    /// No tasks yet.
    pub fn new() -> Supervisor {
        Supervisor::default()
    }

    /// Cancelled when the process begins to end; each task watches it and returns `Ok`.
    pub fn drain(&self) -> CancellationToken {
        self.drain.clone()
    }

    /// Starts a task that must live until the drain.
    pub fn spawn<F>(&mut self, name: impl Into<String>, task: F)
    where
        F: Future<Output = Result<(), BoxError>> + Send + 'static,
    {
        let name = name.into();
        let span = tracing::info_span!(parent: None, "task", task = %name);
        let id = self.tasks.spawn(task.instrument(span)).id();
        self.names.insert(id, name);
    }

    /// Runs until the shutdown signal or the first task that falls, then drains: every task gets
    /// `grace` to end, and what is left is dropped. The first fall is the one reported.
    pub async fn run<S>(mut self, shutdown: S, grace: Duration) -> Result<(), Fallen>
    where
        S: Future<Output = ()>,
    {
        let first = self.wait(shutdown).await;
        if let Some(fallen) = &first {
            tracing::error!(
                fault = fallen as &dyn std::error::Error,
                "draining because a task fell"
            );
        }
        self.drain.cancel();
        let late = self.end(grace).await;
        match first.or(late) {
            Some(fallen) => Err(fallen),
            None => Ok(()),
        }
    }

    /// None: asked to stop, or there was nothing to run.
    async fn wait(&mut self, shutdown: impl Future<Output = ()>) -> Option<Fallen> {
        let shutdown = Box::pin(shutdown);
        let fall = Box::pin(self.tasks.join_next_with_id());
        let ended = match select(shutdown, fall).await {
            Either::Left(_) => return None,
            Either::Right((ended, _)) => ended?,
        };
        let (name, ended) = self.named(ended);
        Some(match ended {
            Ok(Ok(())) => Fallen::EndedEarly { name },
            Ok(Err(source)) => Fallen::Failed { name, source },
            Err(source) => Fallen::Crashed { name, source },
        })
    }

    async fn end(&mut self, grace: Duration) -> Option<Fallen> {
        let mut first = None;
        let all = async {
            while let Some(ended) = self.tasks.join_next_with_id().await {
                let (name, ended) = self.named(ended);
                let fallen = match ended {
                    Ok(Ok(())) => continue,
                    Ok(Err(source)) => Fallen::Failed { name, source },
                    Err(source) => Fallen::Crashed { name, source },
                };
                tracing::error!(
                    fault = &fallen as &dyn std::error::Error,
                    "a task fell in the drain"
                );
                first.get_or_insert(fallen);
            }
        };
        if tokio::time::timeout(grace, all).await.is_err() {
            let names = self.names.values().cloned().collect();
            self.tasks.abort_all();
            first.get_or_insert(Fallen::Overtime { names });
        }
        first
    }

    fn named(&mut self, ended: Ended) -> (String, Result<Result<(), BoxError>, Crashed>) {
        let (id, ended) = match ended {
            Ok((id, result)) => (id, Ok(result)),
            Err(fault) => (fault.id(), Err(Crashed::from(fault))),
        };
        (self.names.remove(&id).unwrap_or_else(|| "?".to_owned()), ended)
    }
}

type Ended = Result<(Id, Result<(), BoxError>), JoinError>;

/// A task that did not come to its end: it panicked, or the runtime is going down. What it said in
/// panicking stays in the log, because it may hold anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Crashed {
    /// It panicked.
    #[error("内部错误：处理过程崩溃 (internal error: the task panicked)")]
    Panicked,
    /// It was cut off.
    #[error("处理过程被中断 (the task was cut off)")]
    CutOff,
}

impl From<JoinError> for Crashed {
    fn from(fault: JoinError) -> Crashed {
        if fault.is_panic() { Crashed::Panicked } else { Crashed::CutOff }
    }
}

/// Runs a command to its end even if the caller goes away: a client may hang up, a command may not.
pub async fn run_detached<F, T>(command: F) -> Result<T, Crashed>
where
    F: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    tokio::spawn(command.in_current_span()).await.map_err(Crashed::from)
}

impl fmt::Display for Supervisor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.names.values().map(String::as_str).collect::<Vec<_>>().join(", "))
    }
}

#[cfg(test)]
mod tests;
