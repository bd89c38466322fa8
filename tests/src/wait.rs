//! Waiting for a state, never for a time.

use std::fmt::Display;
use std::time::Duration;

use anyhow::{Result, bail};
use tokio::time::{Instant, sleep, timeout};

/// Short enough that no test is slowed by it, long enough not to load a two-core machine.
const POLL: Duration = Duration::from_millis(20);

/// Asks `probe` until it answers `Ok`, for at most `within`, and returns that answer.
///
/// `Err` carries what was seen instead; the last one is printed when time is up. A probe that
/// never answers is given up at the same moment.
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(async {
/// use std::time::Duration;
///
/// let mut seen = 0;
/// let answer = jiefen_tests::eventually("three looks", Duration::from_secs(5), || {
///     seen += 1;
///     let now = seen;
///     async move { if now == 3 { Ok(now) } else { Err(format!("looked {now} times")) } }
/// })
/// .await;
/// assert_eq!(answer.unwrap(), 3);
/// # });
/// ```
///
/// # Errors
/// When `within` has passed, with `what` and the last value seen.
pub async fn eventually<T, E, F, Fut>(what: &str, within: Duration, mut probe: F) -> Result<T>
where
    E: Display,
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, E>>,
{
    let deadline = Instant::now() + within;
    let mut last = None;
    loop {
        match timeout(deadline.saturating_duration_since(Instant::now()), probe()).await {
            Ok(Ok(value)) => return Ok(value),
            Ok(Err(seen)) => last = Some(format!("{seen:#}")),
            Err(_) => {
                let before = last.unwrap_or_else(|| "nothing".to_owned());
                bail!("{what}: no answer within {within:?}; last seen: {before}");
            }
        }
        if Instant::now() >= deadline {
            let seen = last.unwrap_or_default();
            bail!("{what}: not within {within:?}; last seen: {seen}");
        }
        sleep(POLL).await;
    }
}
