//! How the streams are made, and whether a stream is as it was asked for.

use std::time::Duration;

use async_nats::jetstream::stream::{Config, DiscardPolicy, RetentionPolicy, StorageType};
use jiefen_ledger::Destination;

use crate::subject::{stream_of, subjects_of};

/// Longer than the longest backup horizon of any peer.
const MAX_AGE: Duration = Duration::from_secs(35 * 24 * 3600);

/// Within it the bus itself drops repetitions; the inbox does so for ever.
const DUPLICATES: Duration = Duration::from_secs(600);

/// What an operator chooses about streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamOptions {
    /// How many servers keep each message.
    pub replicas: usize,
}

impl Default for StreamOptions {
    fn default() -> StreamOptions {
        StreamOptions { replicas: 1 }
    }
}

/// The stream of a destination: on disk, never discarding what it acknowledged before its time, never
/// deleted from or purged.
pub fn config(dst: Destination, options: StreamOptions) -> Config {
    Config {
        name: stream_of(dst),
        subjects: vec![subjects_of(dst)],
        storage: StorageType::File,
        retention: RetentionPolicy::Limits,
        discard: DiscardPolicy::New,
        deny_delete: true,
        deny_purge: true,
        max_age: MAX_AGE,
        duplicate_window: DUPLICATES,
        num_replicas: options.replicas.max(1),
        max_messages: -1,
        max_bytes: -1,
        max_messages_per_subject: -1,
        max_consumers: -1,
        max_message_size: -1,
        allow_atomic_publish: true,
        allow_message_ttl: true,
        ..Config::default()
    }
}

/// Each setting in which a stream differs from what was asked for; empty when it does not.
pub(crate) fn differences(want: &Config, found: &Config) -> String {
    let pairs = [
        ("subjects", format!("{:?}", want.subjects), format!("{:?}", found.subjects)),
        ("storage", format!("{:?}", want.storage), format!("{:?}", found.storage)),
        ("retention", format!("{:?}", want.retention), format!("{:?}", found.retention)),
        ("discard", format!("{:?}", want.discard), format!("{:?}", found.discard)),
        ("deny_delete", want.deny_delete.to_string(), found.deny_delete.to_string()),
        ("deny_purge", want.deny_purge.to_string(), found.deny_purge.to_string()),
        ("max_age", format!("{:?}", want.max_age), format!("{:?}", found.max_age)),
        (
            "duplicate_window",
            format!("{:?}", want.duplicate_window),
            format!("{:?}", found.duplicate_window),
        ),
        ("num_replicas", want.num_replicas.to_string(), found.num_replicas.to_string()),
        ("max_msgs", want.max_messages.to_string(), found.max_messages.to_string()),
        ("max_bytes", want.max_bytes.to_string(), found.max_bytes.to_string()),
        (
            "max_msgs_per_subject",
            want.max_messages_per_subject.to_string(),
            found.max_messages_per_subject.to_string(),
        ),
        ("max_consumers", want.max_consumers.to_string(), found.max_consumers.to_string()),
        ("max_msg_size", want.max_message_size.to_string(), found.max_message_size.to_string()),
        (
            "allow_atomic",
            want.allow_atomic_publish.to_string(),
            found.allow_atomic_publish.to_string(),
        ),
        ("allow_msg_ttl", want.allow_message_ttl.to_string(), found.allow_message_ttl.to_string()),
    ];
    let wrong = pairs.into_iter().filter(|(_, want, found)| want != found);
    let said = wrong.map(|(name, want, found)| {
        format!("{name} 应为 {want}，实为 {found} (wanted {want}, found {found})")
    });
    said.collect::<Vec<_>>().join("；")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_that_differs_says_in_what() {
        let want = config(Destination::Everybody, StreamOptions { replicas: 3 });
        assert_eq!(differences(&want, &want), "");
        let found = Config { discard: DiscardPolicy::Old, num_replicas: 1, ..want.clone() };
        let said = differences(&want, &found);
        assert!(said.contains("discard") && said.contains("num_replicas"), "{said}");
        assert!(!said.contains("storage"));
    }
}
