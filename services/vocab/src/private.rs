//! Personal data that must not leak into logs, subjects, traces or error texts.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Personal data. It has no `Display`, its `Debug` hides the value, and reading it is a visible call.
/// It serialises, because it must be stored and handed to the one agency that may have it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct Private<T>(T);

impl<T> Private<T> {
    /// Wraps a value as personal data.
    pub fn new(value: T) -> Private<T> {
        Private(value)
    }

    /// The value, for a purpose that the caller must be able to name.
    pub fn reveal(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Private(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_data_does_not_show_in_debug_output() {
        let name = Private::new("某某某".to_owned());
        assert_eq!(format!("{name:?}"), "Private(…)");
        assert_eq!(name.reveal(), "某某某");
    }
}
