//! Money in whole fen.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An amount of money in fen (1/100 yuan). Never a floating-point number.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default,
)]
#[serde(transparent)]
pub struct Fen(pub i64);

impl Fen {
    /// The amount of whole yuan; saturates instead of overflowing.
    pub const fn yuan(yuan: i64) -> Fen {
        Fen(yuan.saturating_mul(100))
    }
}

impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}元", fen / 100, fen % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fen_print_as_yuan() {
        assert_eq!(Fen(123_456).to_string(), "1234.56元");
        assert_eq!(Fen(-5).to_string(), "-0.05元");
        assert_eq!(Fen(i64::MIN).to_string(), "-92233720368547758.08元");
    }
}
