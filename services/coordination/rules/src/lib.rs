//! The law of the coordination area's procedures. Pure.
