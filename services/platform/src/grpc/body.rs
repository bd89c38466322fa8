//! A request body that may not grow beyond a limit.

use std::pin::Pin;
use std::task::{Context, Poll};

use http_body::{Body as HttpBody, Frame, SizeHint};
use tonic::body::Body;
use tonic::codegen::Bytes;
use tonic::{Code, Status};

/// The frame of a gRPC message: one flag and four bytes of length.
const FRAME: usize = 5;

/// A body of at most so many bytes. All messages of one request count together.
pub(super) struct Limited {
    inner: Body,
    left: usize,
    limit: usize,
}

impl Limited {
    pub(super) fn new(inner: Body, limit: usize) -> Limited {
        Limited { inner, left: limit.saturating_add(FRAME), limit }
    }
}

impl HttpBody for Limited {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        let frame = match Pin::new(&mut self.inner).poll_frame(cx) {
            Poll::Ready(Some(Ok(frame))) => frame,
            other @ (Poll::Ready(Some(Err(_)) | None) | Poll::Pending) => return other,
        };
        let length = frame.data_ref().map_or(0, Bytes::len);
        match self.left.checked_sub(length) {
            Some(left) => {
                self.left = left;
                Poll::Ready(Some(Ok(frame)))
            }
            None => Poll::Ready(Some(Err(too_long(self.limit)))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

fn too_long(limit: usize) -> Status {
    super::status(
        Code::ResourceExhausted,
        "MESSAGE_TOO_LONG",
        &format!("请求超过{}KiB，请分批提交", limit / 1024),
        &format!("the request is longer than {} KiB; send it in parts", limit / 1024),
    )
}
