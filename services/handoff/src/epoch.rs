//! Epochs: which offer of a dispute is the newer one.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The number of one offer of a dispute's custody, written `incarnation.n`. Totally ordered: first by
/// incarnation, then by n. n grows by one at every offer, whoever makes it; the incarnation grows when
/// an agency comes back from backup, so that its next offer is newer than any it may have forgotten.
/// Whatever carries a lower epoch than the desk knows is over (reliability §1).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Epoch {
    /// How often an agency on the way came back from backup.
    pub incarnation: u32,
    /// The number of the offer.
    pub n: u32,
}

/// The text is not an epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("移交轮次应写作“代.次”，如 0.3 (an epoch is written incarnation.n, such as 0.3)")]
pub struct NotAnEpoch;

impl Epoch {
    /// Before the first: no dispute has it.
    pub const ZERO: Epoch = Epoch { incarnation: 0, n: 0 };

    /// The epoch of this incarnation and number.
    pub const fn new(incarnation: u32, n: u32) -> Epoch {
        Epoch { incarnation, n }
    }

    /// The next epoch as an agency of this incarnation issues it; always greater. At the end of the
    /// numbers the incarnation grows instead.
    pub fn next(self, incarnation: u32) -> Epoch {
        let incarnation = self.incarnation.max(incarnation);
        match self.n.checked_add(1) {
            Some(n) => Epoch { incarnation, n },
            None => Epoch { incarnation: incarnation.saturating_add(1), n: 0 },
        }
    }
}

impl fmt::Display for Epoch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.incarnation, self.n)
    }
}

impl fmt::Debug for Epoch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Epoch {
    type Err = NotAnEpoch;

    fn from_str(text: &str) -> Result<Epoch, NotAnEpoch> {
        let (incarnation, n) = text.split_once('.').ok_or(NotAnEpoch)?;
        let number = |part: &str| part.parse::<u32>().map_err(|_| NotAnEpoch);
        Ok(Epoch { incarnation: number(incarnation)?, n: number(n)? })
    }
}

impl Serialize for Epoch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Epoch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Epoch, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn incarnation_comes_before_number() {
        assert!(Epoch::new(0, 9) < Epoch::new(1, 1));
        assert!(Epoch::new(1, 1) < Epoch::new(1, 2));
        assert_eq!(Epoch::new(0, 4).next(2), Epoch::new(2, 5));
        assert_eq!(Epoch::new(3, 4).next(2), Epoch::new(3, 5));
        let last = Epoch::new(3, u32::MAX);
        assert!(last.next(0) > last);
    }

    #[test]
    fn an_epoch_reads_back_from_its_text() {
        let epoch = Epoch::new(2, 7);
        assert_eq!(epoch.to_string().parse(), Ok(epoch));
        for text in ["", "1", "1.", ".1", "1.x", "1.2.3", "-1.2"] {
            assert_eq!(text.parse::<Epoch>(), Err(NotAnEpoch), "{text}");
        }
    }
}
