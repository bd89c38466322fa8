//! Loopback ports.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::atomic::{AtomicU16, Ordering};

use anyhow::{Result, bail};

/// Below the range from which the kernel takes ports for outgoing connections (32768 and up), so
/// that a server that was killed finds its port free when it starts again.
const FIRST: u16 = 20_000;
const COUNT: u16 = 12_000;

static NEXT: AtomicU16 = AtomicU16::new(0);

/// A loopback port that nobody listens on, and that this process has not handed out lately.
///
/// Another process may still take it first: whoever starts a server on it must check that the
/// listener is the process it started, and ask again if not.
///
/// # Errors
/// When every port of the range is taken.
pub fn free_port() -> Result<u16> {
    // Test binaries run at the same time: each begins somewhere else.
    let start = std::process::id().wrapping_mul(997) % u32::from(COUNT);
    for _ in 0..COUNT {
        let step = u32::from(NEXT.fetch_add(1, Ordering::Relaxed));
        let offset = u16::try_from((start + step) % u32::from(COUNT))?;
        let port = FIRST + offset;
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(port);
        }
    }
    bail!("every port of {FIRST}..{} is taken", FIRST + COUNT)
}
