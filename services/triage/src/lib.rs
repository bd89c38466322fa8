//! What a text at the counter is about. The clerk decides; this explains. Pure: no clock, no database, no network.
//!
//! * [`advice`]: the whole: kind, care, route, clock and why.
//! * [`text`]: a text made readable, whatever it came in as.
//! * [`model`]: the kind, by a trained model.
//! * [`cue`], [`sign`]: what the words say of dangers, care and steps; flags with their clause.
//! * [`route`]: who is responsible and on which track.
//! * [`similar`]: whether two registrations are one dispute.
//! * [`spell`]: pinyin and initials.
//! * [`cli`]: the written form of `jiefen triage`.

pub mod advice;
pub mod cli;
pub mod cue;
pub mod given;
pub mod model;
pub mod route;
pub mod several;
pub mod sign;
pub mod similar;
pub mod spell;
pub mod text;
