//! Units with their pages, and Chromium before them: what a person sees and presses, against real services on
//! loopback. The journeys are JavaScript (`journeys/`), driven by playwright-core; what the staff do meanwhile is gRPC.

mod browser;
mod committee;
mod counter;
mod house;
mod mesh;
mod office;

pub use browser::{Browser, Journey};
pub use committee::{COMMITTEE, Committee, MEDIATOR};
pub use counter::{Counter, LOGIN, TOWN};
pub use house::{County, House, PASSWORD, Post};
pub use mesh::{Mesh, Seat};
pub use office::Office;
