//! What a text at the counter is about. The clerk decides; this explains. Pure: no clock, no database, no network.
//!
//! * [`text`]: a text made readable, whatever it came in as.
//! * [`spell`]: pinyin and initials.
//! * [`similar`]: whether two registrations are one dispute.

pub mod similar;
pub mod spell;
pub mod text;
