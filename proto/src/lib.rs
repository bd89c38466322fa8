//! The wire contracts of jiefen and the code generated from them, nothing else.

#![allow(missing_docs, clippy::all, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::wildcard_enum_match_arm)]

include!(concat!(env!("OUT_DIR"), "/packages.rs"));

/// The descriptors of every package, for reflection and for decoding events.
pub const DESCRIPTORS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/descriptor.bin"));
