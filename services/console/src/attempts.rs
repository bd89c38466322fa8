//! How often somebody may try to log in.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter};
use tokio::sync::Semaphore;

/// Attempts on one login in a row; then one a minute.
const IN_A_ROW: u32 = 5;
const THEN_ONE_IN: Duration = Duration::from_secs(60);
/// Attempts on all logins of the process, a second.
const ALL: u32 = 20;
/// How many passwords are checked at once: each takes 19 MiB.
const AT_ONCE: usize = 2;
/// More logins than a node has staff: those long quiet are forgotten.
const KEPT_MAX: usize = 10_000;

/// The log-ins that were tried lately.
pub(crate) struct Attempts {
    each: DefaultKeyedRateLimiter<String>,
    all: DefaultDirectRateLimiter,
    checking: Semaphore,
}

impl Attempts {
    pub(crate) fn new() -> Attempts {
        let some = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
        let each = Quota::with_period(THEN_ONE_IN).unwrap_or(Quota::per_minute(NonZeroU32::MIN));
        Attempts {
            each: RateLimiter::keyed(each.allow_burst(some(IN_A_ROW))),
            all: RateLimiter::direct(Quota::per_second(some(ALL))),
            checking: Semaphore::new(AT_ONCE),
        }
    }

    /// Counts an attempt on a login; false: there were too many.
    pub(crate) fn may(&self, login: &str) -> bool {
        if self.each.len() > KEPT_MAX {
            self.each.retain_recent();
        }
        let login: String = login.to_lowercase().chars().take(64).collect();
        self.all.check().is_ok() && self.each.check_key(&login).is_ok()
    }

    /// Does one check of a password, away from the threads that serve; a few at once.
    pub(crate) async fn check<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let _turn = self.checking.acquire().await.ok()?;
        tokio::task::spawn_blocking(work).await.ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_is_tried_a_few_times_in_a_row_and_others_are_not_held_up() {
        let attempts = Attempts::new();
        for _ in 0..IN_A_ROW {
            assert!(attempts.may("zhangmin"));
        }
        assert!(!attempts.may("zhangmin"));
        assert!(!attempts.may("ZhangMin"), "the same login");
        assert!(attempts.may("liuchangshun"));
    }
}
