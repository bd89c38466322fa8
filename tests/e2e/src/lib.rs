//! A counter with its pages, and Chromium before it: what a person sees and presses, against real services on
//! loopback. The journeys are JavaScript (`journeys/`), driven by playwright-core; what the staff do meanwhile is gRPC.

mod browser;
mod committee;
mod counter;

pub use browser::{Browser, Journey};
pub use committee::Committee;
pub use counter::{Counter, LOGIN, PASSWORD, TOWN};
