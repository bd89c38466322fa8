//! Bytes in parts: a dossier may be longer than one message.

use std::pin::Pin;

use futures::{Stream, StreamExt as _, stream};
use jiefen_ledger::shelf::PART;
use jiefen_ledger::{Error, Store};
use tonic::Status;

/// A stream of messages.
pub(crate) type Parts<M> = Pin<Box<dyn Stream<Item = Result<M, Status>> + Send>>;

/// A head and then the kept content.
///
/// # Errors
/// The database cannot be read, or has not the content.
pub(crate) async fn kept<M: Send + 'static>(
    store: Store,
    sha256: String,
    head: M,
    part: impl Fn(Vec<u8>) -> M + Copy + Send + 'static,
) -> Result<Parts<M>, Error> {
    let parts = store.paper_parts(&sha256).await?.ok_or_else(|| Error::Corrupt {
        doing: "read an issued paper",
        why: "it has no content".to_owned(),
    })?;
    let content = stream::iter(0..parts).then(move |no| {
        let (store, sha256) = (store.clone(), sha256.clone());
        async move {
            let bytes = store.paper_part(&sha256, no).await?;
            Ok(part(bytes))
        }
    });
    Ok(Box::pin(stream::once(async { Ok(head) }).chain(content)))
}

/// Bytes that were just made.
pub(crate) fn made<M: Send + 'static>(
    head: Option<M>,
    bytes: &[u8],
    part: impl Fn(Vec<u8>) -> M,
) -> Parts<M> {
    let content = bytes.chunks(PART).map(|bytes| part(bytes.to_vec()));
    let all: Vec<Result<M, Status>> = head.into_iter().chain(content).map(Ok).collect();
    Box::pin(stream::iter(all))
}
