//! What relay and consumer need of a bus, and what they do not trust it with: durability, order,
//! de-duplication, identity and time are the ledger's.

use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use jiefen_ledger::{Destination, Envelope, Receipt};
use jiefen_vocab::Agency;

use crate::fault::Fault;
use crate::headers::Headers;
use crate::subject::{EVENTS_FILTER, events_of};

/// A bus between agencies: JetStream, or a simulated one.
#[async_trait]
pub trait Bus: Send + Sync + 'static {
    /// Publishes messages of one destination in their order. On an error some of them may be there all
    /// the same. Success means only that the bus has seen them.
    ///
    /// # Errors
    /// The bus did not take all of them.
    async fn publish_batch(
        &self,
        dst: Destination,
        messages: &[Envelope],
        attempt: u32,
    ) -> Result<(), Fault>;

    /// Publishes signed receipts to the agencies whose messages they cover.
    ///
    /// # Errors
    /// The bus did not take all of them.
    async fn publish_receipts(&self, receipts: &[Receipt]) -> Result<(), Fault>;

    /// Waits for messages of a feed, at most so long, and takes at most so many. An empty list when
    /// there were none.
    ///
    /// # Errors
    /// The feed cannot be read now.
    async fn fetch(&self, feed: &Feed, max: usize, wait: Duration) -> Result<Vec<Delivery>, Fault>;

    /// Says what became of messages. What is not settled comes again.
    ///
    /// # Errors
    /// The bus did not hear it; then the messages come again.
    async fn settle(&self, tokens: Vec<Token>, how: Settle) -> Result<(), Fault>;

    /// Looks after a feed: whether its stream lost data, whether it stands still although messages wait.
    /// Repairs what it can.
    ///
    /// # Errors
    /// The bus cannot be asked now.
    async fn check(&self, feed: &Feed) -> Result<(), Fault>;

    /// Gives back what was fetched ahead, so that the next process gets it without delay.
    async fn close(&self, feed: &Feed);

    /// How often the bus has been found to have lost data. When it grows, everything that is not
    /// receipted is sent again.
    fn losses(&self) -> u64;
}

/// Which stream a consumer reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// The messages and receipts for one agency.
    Inbox(Agency),
    /// The events for everybody.
    Events,
}

impl Source {
    /// The destination whose stream it is.
    pub const fn destination(self) -> Destination {
        match self {
            Source::Inbox(agency) => Destination::Agency(agency),
            Source::Events => Destination::Everybody,
        }
    }

    /// Its name in figures.
    pub const fn code(self) -> &'static str {
        match self {
            Source::Inbox(_) => "msg",
            Source::Events => "evt",
        }
    }
}

/// What a consumer reads of a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// The stream.
    pub source: Source,
    /// Only these subjects; empty: all. A filter may choose agencies, never facts: an agency's events
    /// are numbered without a gap, and the reader receipts all of them.
    pub filters: Vec<String>,
}

impl Feed {
    /// Everything for one agency.
    pub const fn inbox(me: Agency) -> Feed {
        Feed { source: Source::Inbox(me), filters: vec![] }
    }

    /// The events of all agencies.
    pub const fn events() -> Feed {
        Feed { source: Source::Events, filters: vec![] }
    }

    /// The events of these agencies.
    pub fn events_of(agencies: &[Agency]) -> Feed {
        let filters = agencies.iter().map(|agency| events_of(*agency)).collect();
        Feed { source: Source::Events, filters }
    }

    /// True when a subject belongs to the feed.
    pub fn holds(&self, subject: &str) -> bool {
        let under = |filter: &String| match filter.strip_suffix('>') {
            Some(prefix) => subject.starts_with(prefix),
            None => subject == filter,
        };
        self.filters.is_empty() || self.filters.iter().any(under)
    }

    /// Everything of the stream of events, as a filter.
    pub const ALL_EVENTS: &'static str = EVENTS_FILTER;
}

/// A message as it came.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// The subject.
    pub subject: String,
    /// The headers.
    pub headers: Headers,
    /// The payload.
    pub payload: Bytes,
    /// How often the bus has delivered it, from 1.
    pub attempt: u64,
    /// With what it is settled.
    pub token: Token,
}

/// Names a delivery to the bus that made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token(pub(crate) String);

/// What became of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settle {
    /// It is in the database: never again.
    Done,
    /// It could not be taken in: again after this time.
    Later(Duration),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_holds_what_its_filters_name() {
        let court: Agency = "640122.court".parse().unwrap();
        let feed = Feed::events_of(&[court]);
        assert!(feed.holds("jf.evt.640122.court.case.filed.x"));
        assert!(!feed.holds("jf.evt.640122.courts.case.filed.x"));
        assert!(!feed.holds("jf.evt.640122.police.case.filed.x"));
        assert!(Feed::events().holds("jf.evt.640122.police.case.filed.x"));
    }
}
