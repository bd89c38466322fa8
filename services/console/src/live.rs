//! News as they come: server-sent events. A stream ends with the process, after a while in any case, and begins again
//! where it was; a browser without JavaScript reloads.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures::stream::{self, StreamExt as _};
use http::StatusCode;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep_until};
use tokio_util::sync::CancellationToken;

/// How many pages of one process are told news at once.
const MOST: usize = 1000;
/// So long one stream lasts; then the browser asks again, and it is seen again whether it may.
const LASTS: Duration = Duration::from_secs(300);
/// So often something is sent though nothing happens, that no proxy takes the line for dead.
const ALIVE: Duration = Duration::from_secs(20);
/// After so long the browser asks again when the line was lost.
const AGAIN: Duration = Duration::from_secs(3);

/// The streams of one process.
#[derive(Clone)]
pub(crate) struct Streams {
    room: Arc<Semaphore>,
    closing: CancellationToken,
}

impl Streams {
    pub(crate) fn new() -> Streams {
        Streams { room: Arc::new(Semaphore::new(MOST)), closing: CancellationToken::new() }
    }

    /// Ends every stream: the process drains.
    pub(crate) fn close(&self) {
        self.closing.cancel();
    }

    /// Sends what `next` brings, time after time, until it brings none.
    pub(crate) fn send<S, F>(&self, seen: S, next: impl Fn(S) -> F + Send + 'static) -> Response
    where
        S: Send + 'static,
        F: Future<Output = Option<(Vec<Event>, S)>> + Send + 'static,
    {
        let Ok(place) = self.room.clone().try_acquire_owned() else {
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        };
        let (closing, end) = (self.closing.clone(), Instant::now() + LASTS);
        let first = Event::default().retry(AGAIN).comment("");
        let rest = stream::unfold((seen, next, place), move |(seen, next, place)| {
            let closing = closing.clone();
            async move {
                let more = tokio::select! {
                    more = next(seen) => more,
                    () = closing.cancelled() => None,
                    () = sleep_until(end) => None,
                };
                let (events, seen) = more?;
                Some((stream::iter(events), (seen, next, place)))
            }
        });
        let events = stream::once(async { first }).chain(rest.flatten());
        let events = events.map(Ok::<Event, Infallible>);
        Sse::new(events).keep_alive(KeepAlive::new().interval(ALIVE)).into_response()
    }
}
