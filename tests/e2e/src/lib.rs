//! A counter with its pages, and Chromium before it: what a person sees and presses, against real services on
//! loopback. The journeys are JavaScript (`journeys/`), driven by playwright-core; what the staff do meanwhile is gRPC.

mod browser;
mod committee;
mod counter;
mod house;
mod issuing;
mod offering;
mod office;

pub use browser::{Browser, Journey};
pub use committee::{COMMITTEE, Committee, MEDIATOR};
pub use counter::{Counter, LOGIN, PASSWORD, TOWN};
pub use house::{County, House};
pub use issuing::{Issuing, RECEIPT};
pub use offering::Offering;
pub use office::Office;
