//! What a node of this build carries on this machine. Figures are printed, never asserted.

mod lifecycle;
mod node;
mod search;

pub use lifecycle::lifecycle;
pub use node::node;
pub use search::search;

/// A figure with two places after the point.
fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
