//! What a node of this build carries on this machine. Figures are printed, never asserted.

mod lifecycle;

pub use lifecycle::lifecycle;
