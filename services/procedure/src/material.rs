//! What is filed with a dispute, as units tell each other of it, and how its bytes go from one to another.

use jiefen_vocab::{Agency, Moment, Private};
use serde::{Deserialize, Serialize};

/// A file that is filed with a dispute. Its hash is its name among the units; its own name may name people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Material {
    /// The SHA-256 of its content, lower-case hex.
    pub sha256: String,
    /// The name of the file as given: it may name people.
    pub name: Private<String>,
    /// Its media type, `image/jpeg`.
    pub media_type: String,
    /// Its length in bytes.
    pub size: u64,
    /// The unit that filed it and keeps its bytes.
    pub unit: Agency,
    /// Who filed it: staff id.
    pub person: String,
    /// When.
    pub at: Moment,
    /// The number of the party who brought it; 0: the unit itself.
    #[serde(default)]
    pub party: u32,
}

/// A unit asks for the bytes of a material, from a part on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Which: the SHA-256 of its content.
    pub sha256: String,
    /// The first part that is asked for, from 0.
    pub from: u32,
}

/// One part of the bytes of a material, for the one unit that asked for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Of which: the SHA-256 of the whole content.
    pub sha256: String,
    /// Its number, from 0.
    pub no: u32,
    /// How many parts there are.
    pub of: u32,
    /// The bytes.
    pub content: Private<Vec<u8>>,
}
