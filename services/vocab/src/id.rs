//! Identifiers: 128 bits, written as 26 lower-case Crockford base32 characters.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Malformed;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 26;

/// A 128-bit identifier. Made from a UUID v7 its text sorts by time of creation. The text has 26
/// characters and is safe in bus subjects and addresses.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(u128);

impl Id {
    /// The identifier with these bits.
    pub const fn from_bits(bits: u128) -> Id {
        Id(bits)
    }

    /// The bits of the identifier.
    pub const fn bits(self) -> u128 {
        self.0
    }

    /// An identifier that follows from this one and a number: the same inputs give the same result,
    /// so a repeated reaction names the same case. FNV-1a over the bits and the number.
    pub fn derive(self, salt: &str) -> Id {
        const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
        const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
        let mut hash = OFFSET;
        for byte in self.0.to_be_bytes().iter().chain(salt.as_bytes()) {
            hash = (hash ^ u128::from(*byte)).wrapping_mul(PRIME);
        }
        // Keep the leading 48 bits, which are the time of creation in a UUID v7.
        const TIME: u128 = !0 << 80;
        Id((self.0 & TIME) | (hash & !TIME))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [b'0'; LENGTH];
        let mut rest = self.0;
        for slot in text.iter_mut().rev() {
            *slot = ALPHABET[(rest & 31) as usize];
            rest >>= 5;
        }
        f.write_str(std::str::from_utf8(&text).map_err(|_| fmt::Error)?)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Id {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Id, Malformed> {
        let fault = |zh, en| Malformed {
            what: "编号",
            what_en: "identifier",
            given: Malformed::clip(text),
            problem_zh: zh,
            problem_en: en,
            right_zh: "应为26位小写字母和数字（不含 i、l、o、u）",
            right_en: "26 lower-case base32 characters without i, l, o, u",
        };
        if text.len() != LENGTH {
            return Err(fault("长度不对", "has the wrong length"));
        }
        let mut bits: u128 = 0;
        for (place, byte) in text.bytes().enumerate() {
            let digit = ALPHABET.iter().position(|letter| *letter == byte);
            let digit = digit.ok_or_else(|| fault("含有无效字符", "has an invalid character"))?;
            if place == 0 && digit > 7 {
                return Err(fault("超出范围", "is out of range"));
            }
            bits = (bits << 5) | digit as u128;
        }
        Ok(Id(bits))
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

macro_rules! typed_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Id);

        impl $name {
            /// The identifier with these bits.
            pub const fn from_bits(bits: u128) -> $name {
                $name(Id::from_bits(bits))
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
        impl FromStr for $name {
            type Err = Malformed;
            fn from_str(text: &str) -> Result<$name, Malformed> {
                text.parse().map($name)
            }
        }
    };
}

typed_id! {
    /// The one code of a dispute 一案一码: the same at every agency, from the first inquiry to the
    /// archive.
    DisputeId
}
typed_id! {
    /// One agency's own case: a track, an umbrella, a unit, a score sheet.
    CaseId
}
typed_id! {
    /// One fact in a journal; also the id of the message that announces it.
    FactId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_from_its_text() {
        for bits in [0, 1, 31, 32, u128::MAX, 0x0199_ffff_7000_8000_1234_5678_9abc_def0] {
            let id = Id::from_bits(bits);
            assert_eq!(id.to_string().len(), 26);
            assert_eq!(id.to_string().parse(), Ok(id));
        }
    }

    #[test]
    fn a_wrong_id_says_what_is_wrong() {
        for text in ["", "01jx", "8zzzzzzzzzzzzzzzzzzzzzzzzz", "0000000000000000000000000i"] {
            assert!(text.parse::<Id>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_derived_id_is_stable_and_its_own() {
        let id = Id::from_bits(0x0199_ffff_7000_8000_1234_5678_9abc_def0);
        assert_eq!(id.derive("a"), id.derive("a"));
        assert_ne!(id.derive("a"), id.derive("b"));
    }
}
