//! Streams: made where the account may make them, looked at everywhere else, remembered so that a step
//! back is noticed.

use async_nats::jetstream::context::{CreateStreamErrorKind, GetStreamErrorKind};
use async_nats::jetstream::stream::{Config, Info};
use async_nats::jetstream::{Context, ErrorCode};
use jiefen_ledger::Destination;
use jiefen_platform::BoxError;
use jiefen_vocab::Agency;

use super::{Known, NatsBus};
use crate::fault::Fault;
use crate::stream::{config, differences};

impl NatsBus {
    /// Makes the streams of agencies and the one for everybody: what the hub's administrator does when
    /// agencies join.
    ///
    /// # Errors
    /// A stream cannot be made, or is not as it was asked for.
    pub async fn make_streams(&self, agencies: &[Agency]) -> Result<(), Fault> {
        self.ready()?;
        let all = agencies.iter().copied().map(Destination::Agency);
        for dst in std::iter::once(Destination::Everybody).chain(all) {
            self.ensure(dst).await?;
        }
        Ok(())
    }

    /// Makes sure that a destination's stream is there and as it was asked for. Whoever comes first
    /// makes it, when the account may. One that differs is mended; where the account may not, the
    /// difference is the administrator's to mend, and nothing is lost meanwhile.
    pub(crate) async fn ensure(&self, dst: Destination) -> Result<(), Fault> {
        let want = config(dst, self.shared.options.streams);
        let manage = &self.shared.manage;
        let before = match describe(manage, &want.name).await {
            Ok(found) => found,
            Err(source) => {
                tracing::debug!(stream = want.name, %source, "a stream cannot be looked at");
                None
            }
        };
        if let Some(info) = &before {
            self.remember(&want.name, info);
            let differs = differences(&want, &info.config);
            if differs.is_empty() {
                return Ok(());
            }
            return self.mend(&want, differs).await;
        }
        let made = manage.create_or_update_stream(want.clone()).await;
        let made = made
            .map_err(|fault| Fault::NoStream { stream: want.name.clone(), source: fault.into() })?;
        tracing::info!(stream = want.name, "a stream was made");
        self.remember(&want.name, &made);
        verify(&want, &made)
    }

    async fn mend(&self, want: &Config, differs: String) -> Result<(), Fault> {
        match self.shared.manage.create_or_update_stream(want.clone()).await {
            Ok(info) => {
                tracing::warn!(stream = want.name, differs, "a stream was mended");
                verify(want, &info)
            }
            Err(fault) if matches!(fault.kind(), CreateStreamErrorKind::JetStream(_)) => {
                Err(Fault::Drift { stream: want.name.clone(), differences: differs })
            }
            Err(fault) => {
                tracing::warn!(stream = want.name, differs, %fault, "a stream differs and this account cannot mend it");
                Ok(())
            }
        }
    }

    /// Compares a stream with what is remembered of it.
    pub(crate) fn remember(&self, name: &str, info: &Info) {
        let created = info.created.unix_timestamp_nanos();
        let last = info.state.last_sequence;
        let before = {
            let mut known = self.known();
            let entry = known.entry(name.to_owned()).or_default();
            let before = *entry;
            let same = before.created.is_none_or(|known| known == created) && last >= before.looked;
            let published = if same { before.published } else { 0 };
            *entry = Known { created: Some(created), looked: last, published };
            before
        };
        if before.created.is_some_and(|known| known != created) {
            self.lost(name, "another stream of the same name");
        } else if last < before.looked {
            self.lost(name, "its last sequence went back");
        }
    }

    /// Compares the sequence of a publication with the one before on this connection.
    pub(crate) fn published(&self, name: &str, sequence: u64) {
        let fell = {
            let mut known = self.known();
            let entry = known.entry(name.to_owned()).or_default();
            let fell = sequence <= entry.published;
            entry.published = sequence;
            fell
        };
        if fell {
            self.lost(name, "the sequence of a publication went back");
        }
    }
}

/// A stream's description; none when there is no such stream.
pub(super) async fn describe(manage: &Context, name: &str) -> Result<Option<Info>, BoxError> {
    match manage.get_stream(name).await {
        Ok(stream) => Ok(Some(stream.cached_info().clone())),
        Err(fault) => match fault.kind() {
            GetStreamErrorKind::JetStream(error)
                if error.error_code() == ErrorCode::STREAM_NOT_FOUND =>
            {
                Ok(None)
            }
            GetStreamErrorKind::JetStream(_)
            | GetStreamErrorKind::EmptyName
            | GetStreamErrorKind::InvalidStreamName
            | GetStreamErrorKind::Request => Err(fault.into()),
        },
    }
}

fn verify(want: &Config, info: &Info) -> Result<(), Fault> {
    let differences = differences(want, &info.config);
    if differences.is_empty() {
        return Ok(());
    }
    Err(Fault::Drift { stream: want.name.clone(), differences })
}
